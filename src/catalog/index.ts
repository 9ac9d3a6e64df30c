// The registry: every kind of object that is compared.
import type { SchemaObject } from '../schema/objects.ts';
import type { Traits } from '../schema/traits.ts';
import { aggregateKind } from './aggregate.ts';
import { castKind } from './cast.ts';
import { checkKind } from './check.ts';
import { collationKind } from './collation.ts';
import { columnKind } from './column.ts';
import { commentKind } from './comment.ts';
import { compositeTypeKind } from './composite-type.ts';
import { defaultPrivilegesKind } from './default-privileges.ts';
import { domainKind } from './domain.ts';
import { enumKind } from './enum.ts';
import { eventTriggerKind } from './event-trigger.ts';
import { exclusionKind } from './exclusion.ts';
import { extensionKind } from './extension.ts';
import { foreignKeyKind } from './foreign-key.ts';
import { foreignDataWrapperKind, foreignServerKind, userMappingKind } from './foreign-server.ts';
import { foreignTableKind } from './foreign-table.ts';
import { functionKind, procedureKind } from './function.ts';
import { grantKind } from './grant.ts';
import { indexKind } from './index-kind.ts';
import type { Kind } from './kind.ts';
import { operatorKind } from './operator.ts';
import { policyKind } from './policy.ts';
import { primaryKeyKind } from './primary-key.ts';
import { publicationKind, publicationSchemaKind, publicationTableKind } from './publication.ts';
import { rangeTypeKind } from './range-type.ts';
import { roleKind } from './role.ts';
import { ruleKind } from './rule.ts';
import { schemaKind } from './schema.ts';
import { sequenceKind } from './sequence.ts';
import { statisticsKind } from './statistics.ts';
import { tableKind } from './table.ts';
import { triggerKind } from './trigger.ts';
import { uniqueKind } from './unique.ts';
import { materializedViewKind, viewKind } from './view.ts';

export const kinds = {
  'default privileges': defaultPrivilegesKind,
  schema: schemaKind,
  extension: extensionKind,
  role: roleKind,
  collation: collationKind,
  enum: enumKind,
  domain: domainKind,
  'composite type': compositeTypeKind,
  'range type': rangeTypeKind,
  sequence: sequenceKind,
  cast: castKind,
  'foreign data wrapper': foreignDataWrapperKind,
  'foreign server': foreignServerKind,
  'user mapping': userMappingKind,
  table: tableKind,
  column: columnKind,
  'primary key': primaryKeyKind,
  unique: uniqueKind,
  check: checkKind,
  exclusion: exclusionKind,
  index: indexKind,
  'foreign key': foreignKeyKind,
  'foreign table': foreignTableKind,
  statistics: statisticsKind,
  view: viewKind,
  'materialized view': materializedViewKind,
  function: functionKind,
  procedure: procedureKind,
  aggregate: aggregateKind,
  operator: operatorKind,
  policy: policyKind,
  rule: ruleKind,
  trigger: triggerKind,
  'event trigger': eventTriggerKind,
  publication: publicationKind,
  'publication table': publicationTableKind,
  'publication schema': publicationSchemaKind,
  grant: grantKind(reference),
  comment: commentKind(reference),
} as const satisfies Readonly<Record<string, Kind>>;

const byName: ReadonlyMap<string, Kind> = new Map(Object.entries(kinds));

/** A kind by its name. Throws for a name that isn't one: that would be a bug. */
export function kindOf(name: string): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`no kind of object is called ${name}`);
  return kind;
}

/** How COMMENT and GRANT name an object; null for one that they can't name. */
export function reference(object: SchemaObject): string | null {
  return kindOf(object.kind).reference?.(object) ?? null;
}

/** What the diff must be told, by kind. */
export const traits: Readonly<Record<string, Traits>> = Object.fromEntries(
  Object.values(kinds).map((kind) => [kind.name, kind.traits]),
);
