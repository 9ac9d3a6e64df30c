// What a statement dropped, as objects of the schema that the migrations began with: what they made
// themselves is nobody's loss.
import type { Drop } from '../rehearse/trace.ts';
import { parseName } from '../schema/dotted-names.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Pass, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export interface Dropped {
  readonly object: SchemaObject;
  /** Taken along, not named by the statement. */
  readonly cascade: boolean;
}

/** By Postgres's word for it, the kinds that it may be. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  table: ['table'],
  'foreign table': ['foreign table'],
  'table column': ['column'],
  'table constraint': ['primary key', 'unique', 'check', 'foreign key', 'exclusion'],
  index: ['index'],
  view: ['view'],
  'materialized view': ['materialized view'],
  sequence: ['sequence'],
  schema: ['schema'],
  type: ['enum', 'domain', 'composite type', 'range type'],
  function: ['function'],
  procedure: ['procedure'],
  aggregate: ['aggregate'],
  trigger: ['trigger'],
  policy: ['policy'],
  rule: ['rule'],
  extension: ['extension'],
};

/** Those of a statement's drops that the base schema knows. */
export function droppedObjects({ base }: Pass, { statement }: Step): Dropped[] {
  return statement.drops.flatMap((drop) => {
    const object = objectOf(base, drop);
    return object === null ? [] : [{ object, cascade: drop.cascade }];
  });
}

/** Of the server or the database, and so without a schema. */
const UNPLACED = ['schema', 'extension'];

function objectOf({ objects }: Schema, { kind, identity }: Drop): SchemaObject | null {
  const kinds = KINDS[kind] ?? [];
  const { place, name } = placeOf(identity);
  for (const object of objects.values()) {
    if (!kinds.includes(object.kind) || object.name !== name) continue;
    const full = [object.schema, object.table].filter((part) => part !== null);
    // An index is named without its table.
    const own = place.length < full.length ? full.slice(0, place.length) : full;
    if (UNPLACED.includes(kind) || own.join('.') === place.join('.')) return object;
  }
  return null;
}

/** `users_name_check on public.users`, `public.users.name`, `public.f(integer)`. */
function placeOf(identity: string): { place: readonly string[]; name: string | undefined } {
  const [, inner = identity, outer = ''] = /^(.*?) on (.*)$/.exec(identity) ?? [];
  const own = parseName(inner.replace(/\(.*$/, '')) ?? [];
  const place = outer === '' ? own.slice(0, -1) : (parseName(outer) ?? []);
  return { place, name: own.at(-1) };
}

/** `public.users.name`, for facts and people. */
export function nameOf({ schema, table, name }: SchemaObject): string {
  return [schema, table, name].filter((part) => part !== null).join('.');
}

/** Names of the tables that a statement dropped with all their rows, of those that existed. */
export function droppedTables(pass: Pass, step: Step): { name: string; cascade: boolean }[] {
  const known = droppedObjects(pass, step)
    .filter(({ object }) => object.kind === 'table')
    .map(({ object, cascade }) => ({ name: nameOf(object), cascade }));
  // One that was renamed before is known by its number only.
  const locked = step.statement.locks.filter(
    ({ relation }) => relation.existed && relation.kind.endsWith('table'),
  );
  const renamed = step.statement.drops
    .filter(
      ({ kind, identity }) =>
        kind === 'table' && locked.some(({ relation }) => relation.name === identity),
    )
    .map(({ identity, cascade }) => ({ name: identity, cascade }));
  return [...new Map([...renamed, ...known].map((one) => [one.name, one])).values()];
}

/** Whether what has this name (`public.users.name`) is known to be in no model of the running release. */
export function isUnused({ base, used }: Pass, kind: string, name: string): boolean {
  if (used === null) return false;
  return [...base.objects.values()].some(
    (object) => object.kind === kind && nameOf(object) === name && !used.has(object.id),
  );
}

/** Whether the statement says CASCADE. */
export function isCascading({ tree }: Step): boolean {
  if (asNode(tree, 'DropStmt')?.behavior === 'DROP_CASCADE') return true;
  return JSON.stringify(asNode(tree, 'AlterTableStmt')?.cmds ?? []).includes('"DROP_CASCADE"');
}
