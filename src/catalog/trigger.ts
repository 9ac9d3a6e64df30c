// Triggers on tables, partitioned tables, foreign tables and views. Those that a partition has from
// its parent are the parent's, those behind a constraint are part of it.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { listOf, optionalText, textOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { columnList, constraintKey, tableName } from './names.ts';
import { enabledState, functionName } from './names-in-catalog.ts';
import { bare } from './types.ts';

/** They are kept as bytes, each ended by a zero. */
const ARGUMENT_TEXTS = `(select json_agg(convert_from(decode(one, 'escape'), getdatabaseencoding()) order by at)
    from unnest(string_to_array(replace(encode(t.tgargs, 'escape'), '\\\\', '\\134'), '\\000')) with ordinality a (one, at)
    where at <= t.tgnargs)`;

/** ENABLE, with what follows it, for a state. */
export function enableClause(object: SchemaObject): string {
  const state = textOf(object, 'enabled');
  if (state === 'disabled') return 'DISABLE';
  return state === 'origin' ? 'ENABLE' : `ENABLE ${state.toUpperCase()}`;
}

export const triggerKind: Kind = {
  name: 'trigger',
  rows: 'pg_trigger where not tgisinternal',
  query: () => `
    select c.nspname as schema, c.relname as "table", t.tgname as name,
      json_build_object(
        'timing', case when t.tgtype & 64 > 0 then 'INSTEAD OF' when t.tgtype & 2 > 0 then 'BEFORE' else 'AFTER' end,
        'events', (select json_agg(event) from unnest(array[
            case when t.tgtype & 4 > 0 then 'INSERT' end, case when t.tgtype & 8 > 0 then 'DELETE' end,
            case when t.tgtype & 16 > 0 then 'UPDATE' end, case when t.tgtype & 32 > 0 then 'TRUNCATE' end]) event
          where event is not null),
        'columns', (select json_agg(a.attname order by a.attname collate "C") from pg_attribute a
          where t.tgattr::text <> '' and a.attrelid = c.oid and a.attnum = any (t.tgattr::int2[])),
        'level', case when t.tgtype & 1 > 0 then 'ROW' else 'STATEMENT' end,
        'when', case when t.tgqual is not null then
          (regexp_match(pg_get_triggerdef(t.oid), ' FOR EACH (?:ROW|STATEMENT) WHEN \\((.*)\\) EXECUTE FUNCTION '))[1] end,
        'function', ${functionName('t.tgfoid')},
        'arguments', case when t.tgnargs > 0 then ${ARGUMENT_TEXTS} end,
        'oldTable', t.tgoldtable,
        'newTable', t.tgnewtable,
        'constraint', t.tgconstraint <> 0,
        'deferrable', case when t.tginitdeferred then 'DEFERRABLE INITIALLY DEFERRED'
          when t.tgdeferrable then 'DEFERRABLE' end,
        'from', case when t.tgconstrrelid <> 0 then t.tgconstrrelid::regclass::text end,
        'enabled', ${enabledState('t.tgenabled')}
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_trigger'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from rel c
    join pg_trigger t on t.tgrelid = c.oid
    where not t.tgisinternal and t.tgparentid = 0
      and not exists (select from ext where classid = 'pg_trigger'::regclass and objid = t.oid)`,
  create: (object) => [
    createTrigger(object),
    ...(object.attributes['enabled'] === 'origin' ? [] : [enable(object)]),
  ],
  reference: (object) => `TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  occupies: (object) => (object.attributes['constraint'] === true ? [constraintKey(object)] : []),
  drop: (object) => [`DROP TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER TRIGGER ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: { enabled: (_before, after) => [enable(after)] },
  rebinds: namesakes,
  blocks: (_trigger, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true },
};

function createTrigger(object: SchemaObject): string {
  const from = optionalText(object, 'from');
  const when = optionalText(object, 'when');
  const deferrable = optionalText(object, 'deferrable');
  return [
    `CREATE ${object.attributes['constraint'] === true ? 'CONSTRAINT ' : ''}TRIGGER ${quoteIdentifier(object.name)}`,
    `${textOf(object, 'timing')} ${events(object)} ON ${tableName(object)}`,
    ...(from === null ? [] : [`FROM ${from}`]),
    ...(deferrable === null ? [] : [deferrable]),
    ...transitionTables(object),
    `FOR EACH ${textOf(object, 'level')}`,
    ...(when === null ? [] : [`WHEN (${bare(when)})`]),
    `EXECUTE FUNCTION ${textOf(object, 'function')}(${triggerArguments(object)});`,
  ].join(' ');
}

function events(object: SchemaObject): string {
  const columns = listOf(object, 'columns');
  const update = columns.length > 0 ? `UPDATE OF ${columnList(columns)}` : 'UPDATE';
  return listOf(object, 'events')
    .map((event) => (event === 'UPDATE' ? update : event))
    .join(' OR ');
}

function transitionTables(object: SchemaObject): string[] {
  const [old, fresh] = [optionalText(object, 'oldTable'), optionalText(object, 'newTable')];
  const tables = [
    ...(old === null ? [] : [`OLD TABLE AS ${quoteIdentifier(old)}`]),
    ...(fresh === null ? [] : [`NEW TABLE AS ${quoteIdentifier(fresh)}`]),
  ];
  return tables.length > 0 ? [`REFERENCING ${tables.join(' ')}`] : [];
}

function triggerArguments(object: SchemaObject): string {
  return listOf(object, 'arguments').map(quoteLiteral).join(', ');
}

function enable(object: SchemaObject): string {
  return `ALTER TABLE ${tableName(object)} ${enableClause(object)} TRIGGER ${quoteIdentifier(object.name)};`;
}
