// Event triggers. They fire on statements of the plan itself, so they come last and go first.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { listOf, textOf, type Kind } from './kind.ts';
import { enabledState, functionName } from './names-in-catalog.ts';
import { enableClause } from './trigger.ts';

export const eventTriggerKind: Kind = {
  name: 'event trigger',
  rows: 'pg_event_trigger',
  query: () => `
    select null as schema, null as "table", t.evtname as name,
      json_build_object(
        'event', t.evtevent,
        'tags', (select json_agg(tag order by tag) from unnest(t.evttags) tag),
        'function', ${functionName('t.evtfoid')},
        'enabled', ${enabledState('t.evtenabled')}
      ) as attributes,
      null as parent, false as part,
      'pg_event_trigger'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_event_trigger t
    where not exists (select from ext where classid = 'pg_event_trigger'::regclass and objid = t.oid)`,
  create: (object) => [
    createEventTrigger(object),
    ...(object.attributes['enabled'] === 'origin' ? [] : [enable(object)]),
  ],
  reference: ({ name }) => `EVENT TRIGGER ${quoteIdentifier(name)}`,
  drop: ({ name }) => [`DROP EVENT TRIGGER ${quoteIdentifier(name)};`],
  rename: (before, after) => [
    `ALTER EVENT TRIGGER ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: { enabled: (_before, after) => [enable(after)] },
  traits: { renamable: true },
};

function createEventTrigger(object: SchemaObject): string {
  const tags = listOf(object, 'tags').map(quoteLiteral);
  return [
    `CREATE EVENT TRIGGER ${quoteIdentifier(object.name)} ON ${textOf(object, 'event')}`,
    ...(tags.length > 0 ? [`WHEN TAG IN (${tags.join(', ')})`] : []),
    `EXECUTE FUNCTION ${textOf(object, 'function')}();`,
  ].join(' ');
}

function enable(object: SchemaObject): string {
  return `ALTER EVENT TRIGGER ${quoteIdentifier(object.name)} ${enableClause(object)};`;
}
