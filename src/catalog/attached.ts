// What comments and grants share: they belong to an object of any kind, or to a member of one that is
// no object of its own, as the columns of views.
import { differingAttributes } from '../schema/attributes.ts';
import { identityOf, kindOfId, objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { rebuildsType } from './blocking.ts';
import type { Alteration, Identified, Transition } from './kind.ts';
import { relationName } from './names.ts';

/** How COMMENT ON names an object of any kind; null for one that it can't name. */
export type Reference = (object: SchemaObject) => string | null;

/** Told in an id by their names alone: no two of them can have one name. */
const NAMED = ['table', 'column', 'view', 'materialized view', 'foreign table'];

/** Those whose members may be no objects: columns, or a domain's constraints. */
const WITH_MEMBERS = [
  'table',
  'view',
  'materialized view',
  'foreign table',
  'composite type',
  'domain',
];

/** What it is attached to, for people: `public.users.email`, `trigger public.users.audit`. */
export function attachedTo(object: Identified, parent: string | null): string {
  if (parent === null) return PUBLIC_SCHEMA;
  const kind = kindOfId(parent);
  const name = identityOf(parent);
  const whole = NAMED.includes(kind) ? name : `${kind} ${name}`;
  return isOnMember(object, kind) ? `${whole}.${objectId('', object.name).slice(1)}` : whole;
}

/** The one schema that is no object, because every database has it. */
const PUBLIC_SCHEMA = 'schema public';

/** What it is attached to, as COMMENT ON names it. */
export function referenceOf(
  object: SchemaObject,
  schema: Schema | undefined,
  reference: Reference,
): string {
  if (object.parent === null) return `SCHEMA ${quoteIdentifier('public')}`;
  const parent = schema?.objects.get(object.parent);
  const named = parent && reference(parent);
  if (!named) throw new Error(`nothing can be attached to ${object.parent}`);
  if (!isOnMember(object, parent.kind)) return named;
  return parent.kind === 'domain'
    ? `CONSTRAINT ${quoteIdentifier(object.name)} ON ${named}`
    : `COLUMN ${relationName(parent.schema, parent.name)}.${quoteIdentifier(object.name)}`;
}

/** Whether the alteration of what it is attached to makes that anew, without its comments and grants. */
export function fallsWith(object: SchemaObject, altered: Alteration): boolean {
  return altered.before.id === object.parent && rebuildsType(altered);
}

/** Whether it is gone already, because what it is attached to is made anew by its own alteration. */
export function isGone({ parent }: SchemaObject, transition: Transition | undefined): boolean {
  const before = transition?.actual.objects.get(parent ?? '');
  const after = transition?.desired.objects.get(parent ?? '');
  return (
    before !== undefined &&
    after !== undefined &&
    rebuildsType({ before, after, attributes: differingAttributes(before, after) })
  );
}

function isOnMember({ table }: Identified, kind: string): boolean {
  return WITH_MEMBERS.includes(kind) && table !== null;
}
