import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import { holdsInside } from './blocking.ts';
import { isRecord, optionalText, plain, textOf, type Kind, type Transition } from './kind.ts';
import { typeKey } from './names.ts';
import {
  addDomainCheck,
  createType,
  domainChecks,
  dropType,
  renameType,
  typeName,
} from './type-definition.ts';
import { alsoRebuilt, inPlaceOrAnew } from './type-rebuild.ts';
import { shortDefault } from './types.ts';

export const domainKind: Kind = {
  name: 'domain',
  rows: "pg_type where oid >= 16384 and typtype = 'd'",
  query: () => `
    select n.nspname as schema, null as "table", t.typname as name,
      json_build_object(
        'type', format_type(t.typbasetype, t.typtypmod),
        'collation', case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end,
        'default', pg_get_expr(t.typdefaultbin, 0),
        'notNull', t.typnotnull,
        'checks', (select json_agg(json_build_object('name', k.conname,
            'expression', pg_get_expr(k.conbin, 0), 'validated', k.convalidated) order by k.conname collate "C")
          from pg_constraint k where k.contypid = t.oid and k.contype = 'c')
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_type t join ns n on n.oid = t.typnamespace join pg_type b on b.oid = t.typbasetype
    where t.typtype = 'd'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: createType,
  drop: dropType,
  reference: (domain) => `DOMAIN ${typeName(domain)}`,
  rename: renameType,
  occupies: (domain) => [typeKey(domain)],
  alter: inPlaceOrAnew({
    rebuilt: () => [],
    type: () => [],
    collation: () => [],
    default: (_before, after) => [`${alterDomain(after)} ${defaultClause(after)};`],
    checks: changeChecks,
    notNull: (_before, after) => [
      `${alterDomain(after)} ${after.attributes['notNull'] === true ? 'SET' : 'DROP'} NOT NULL;`,
    ],
  }),
  alsoAlters: alsoRebuilt,
  madeAnew: ({ before, after, attributes }, transition) =>
    demandsMore(before, after, attributes) && isHeldInside(before, transition),
  // Its columns hold on to it.
  recreatable: () => false,
  traits: {
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? 'models' : 'database'}`,
      checks: checksReason,
    },
  },
};

/** Whether values must meet something that they need not meet so far. */
function demandsMore(
  before: SchemaObject,
  after: SchemaObject,
  attributes: readonly string[],
): boolean {
  const old = domainChecks(before).map(({ expression }) => expression);
  const more = domainChecks(after).some(
    ({ expression, validated }) =>
      !old.includes(expression) ||
      domainChecks(before).some(
        (one) => one.expression === expression && one.validated !== validated,
      ),
  );
  return (
    (attributes.includes('checks') && more) ||
    (attributes.includes('notNull') && after.attributes['notNull'] === true)
  );
}

/** Whether what stays has its values inside of arrays or rows, by way of domains over it too. */
function isHeldInside(domain: SchemaObject, transition: Transition): boolean {
  return dependentsOf(transition.actual, domain.id).some(
    (object) =>
      transition.desired.objects.has(object.id) &&
      (object.kind === 'domain' ? isHeldInside(object, transition) : holdsInside(object, domain)),
  );
}

function alterDomain(domain: SchemaObject): string {
  return `ALTER DOMAIN ${typeName(domain)}`;
}

function defaultClause(domain: SchemaObject): string {
  const value = optionalText(domain, 'default');
  return value === null
    ? 'DROP DEFAULT'
    : `SET DEFAULT ${shortDefault(value, textOf(domain, 'type'))}`;
}

/** Checks by name: dropped, renamed where only that differs, validated, added. */
function changeChecks(before: SchemaObject, after: SchemaObject): string[] {
  const alter = alterDomain(after);
  const old = domainChecks(before);
  const gone = old.filter((check) => !domainChecks(after).some(({ name }) => name === check.name));
  const spare = new Map(gone.map((check) => [check.name, check]));
  const changes = domainChecks(after).flatMap((check) => {
    const same = old.find(({ name }) => name === check.name);
    const alike = [...spare.values()].find(
      ({ expression, validated }) =>
        expression === check.expression && validated === check.validated,
    );
    const name = quoteIdentifier(check.name);
    const drop = `${alter} DROP CONSTRAINT ${name};`;
    if (!same && alike) {
      spare.delete(alike.name);
      return [`${alter} RENAME CONSTRAINT ${quoteIdentifier(alike.name)} TO ${name};`];
    }
    if (!same) return [addDomainCheck(after, check)];
    if (same.expression !== check.expression) return [drop, addDomainCheck(after, check)];
    if (same.validated === check.validated) return [];
    return check.validated
      ? [`${alter} VALIDATE CONSTRAINT ${name};`]
      : [drop, addDomainCheck(after, check)];
  });
  return [
    ...[...spare.keys()].map((name) => `${alter} DROP CONSTRAINT ${quoteIdentifier(name)};`),
    ...changes,
  ];
}

function checksReason(before: Json | undefined, after: Json | undefined): string {
  const words = (value: Json | undefined): string[] =>
    (Array.isArray(value) ? value : [])
      .filter(isRecord)
      .map(
        (check) =>
          `${plain(check['name'])} ${plain(check['expression'])}${check['validated'] === true ? '' : ' (not valid)'}`,
      );
  const [old, wanted] = [words(before), words(after)];
  return `checks: ${[
    ...wanted.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...old.filter((one) => !wanted.includes(one)).map((one) => `- ${one}`),
  ].join(', ')}`;
}
