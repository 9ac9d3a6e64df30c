import type { SchemaObject } from '../schema/objects.ts';
import { retypes } from './blocking.ts';
import {
  addConstraint,
  columnNames,
  constraintQuery,
  constraintReference,
  DEFERRABLE,
  deferrableClause,
  dropConstraint,
  renameConstraint,
  validateConstraint,
  validatedReason,
} from './constraint.ts';
import { addedThenValidated, validatedOnline } from './constraint-online.ts';
import { listOf, textOf, type Kind } from './kind.ts';
import { columnList, constraintKey, qualifiedName } from './names.ts';
import { isOnPartitioned } from './partitions.ts';
import { comparable } from './types.ts';

const ACTION = (column: string): string => `case k.${column}
  when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
  when 'n' then 'set null' when 'd' then 'set default' end`;

/** Columns in the order of the referencing ones' names: the order of the pairs means nothing. */
const PAIRED = (own: string): string => `(select json_agg(${own} order by l.attname collate "C")
  from unnest(k.conkey, k.confkey) p (local, remote)
  join pg_attribute l on l.attrelid = k.conrelid and l.attnum = p.local
  join pg_attribute r on r.attrelid = k.confrelid and r.attnum = p.remote)`;

export const foreignKeyKind: Kind = {
  name: 'foreign key',
  query: (version) =>
    constraintQuery(
      'f',
      `'columns', ${PAIRED('l.attname')},
       'target', (select json_build_array(tn.nspname, t.relname)
         from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = k.confrelid),
       'targetColumns', ${PAIRED('r.attname')},
       'onDelete', ${ACTION('confdeltype')},
       'onDeleteColumns', ${version >= 150000 ? columnNames('k.conrelid', 'k.confdelsetcols') : 'null'},
       'onUpdate', ${ACTION('confupdtype')},
       'match', case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end,
       'deferrable', ${DEFERRABLE},
       'enforced', ${version >= 180000 ? 'k.conenforced' : 'true'},
       'validated', k.convalidated`,
      false,
    ),
  create: (object) => addConstraint(object, foreignKeyClause(object)),
  drop: dropConstraint,
  online: {
    // One of a partitioned table is checked at once before PostgreSQL 18.
    create: (object, { desired, version }) =>
      version < 18 && isOnPartitioned(object, desired)
        ? null
        : addedThenValidated(object, foreignKeyClause(object)),
    alter: { validated: validatedOnline },
  },
  reference: constraintReference,
  rename: renameConstraint,
  rebinds: true,
  occupies: (key) => [constraintKey(key)],
  alter: { validated: (_before, after) => validateConstraint(after) },
  // Its two sides can't be compared while one of them has the other type.
  blocks: (_key, needed) =>
    retypes(needed) && !comparable(textOf(needed.before, 'type'), textOf(needed.after, 'type')),
  traits: {
    renamable: true,
    form: ['validated'],
    reasons: { validated: validatedReason },
  },
};

function foreignKeyClause(object: SchemaObject): string {
  const [schema, table] = listOf(object, 'target');
  const deleteColumns = listOf(object, 'onDeleteColumns');
  const { match, enforced, validated } = object.attributes;
  return [
    `FOREIGN KEY (${columnList(listOf(object, 'columns'))}) `,
    `REFERENCES ${qualifiedName(schema ?? null, table ?? '')}(${columnList(listOf(object, 'targetColumns'))})`,
    match === 'full' ? ' MATCH FULL' : '',
    ` ON DELETE ${textOf(object, 'onDelete')}`,
    deleteColumns.length > 0 ? ` (${columnList(deleteColumns)})` : '',
    ` ON UPDATE ${textOf(object, 'onUpdate')}`,
    deferrableClause(object),
    enforced === false ? ' NOT ENFORCED' : '',
    validated === false && enforced !== false ? ' NOT VALID' : '',
  ].join('');
}
