// Operators that no extension owns; one that is only named by another doesn't exist yet.
import { identityOf, objectId, quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType } from './blocking.ts';
import { optionalText, type Alter, type Identified, type Kind } from './kind.ts';
import { functionName, operatorName } from './names-in-catalog.ts';

export const operatorKind: Kind = {
  name: 'operator',
  rows: 'pg_operator where oid >= 16384',
  query: () => `
    select n.nspname as schema, null as "table", o.oprname as name,
      json_build_object(
        'left', case when o.oprleft <> 0 then format_type(o.oprleft, null) end,
        'right', case when o.oprright <> 0 then format_type(o.oprright, null) end,
        'function', ${functionName('o.oprcode')},
        'commutator', ${operatorName('o.oprcom')},
        'negator', ${operatorName('o.oprnegate')},
        'restrict', ${functionName('o.oprrest')},
        'join', ${functionName('o.oprjoin')},
        'hashes', o.oprcanhash,
        'merges', o.oprcanmerge
      ) as attributes,
      null as parent, false as part,
      'pg_operator'::regclass::oid as classid, o.oid as objid, 0 as objsubid
    from pg_operator o
    join ns n on n.oid = o.oprnamespace
    where o.oprcode <> 0
      and not exists (select from ext where classid = 'pg_operator'::regclass and objid = o.oid)`,
  identity: (object) => {
    const schema = identityOf(objectId('', object.schema ?? ''));
    return `${schema}.${object.name}(${operands(object)})`;
  },
  create: (object) => [createOperator(object)],
  reference: (object) => `OPERATOR ${signature(object)}`,
  drop: (object) => [`DROP OPERATOR ${signature(object)};`],
  alter: { restrict: estimator('restrict'), join: estimator('join') },
  blocks: (_operator, needed) => rebuildsType(needed),
  traits: {},
};

function createOperator(object: SchemaObject): string {
  const option = (word: string, attribute: string): string[] => {
    const value = object.attributes[attribute] ?? null;
    if (value === true) return [word];
    return typeof value === 'string' ? [`${word} = ${value}`] : [];
  };
  const options = [
    ...option('FUNCTION', 'function'),
    ...option('LEFTARG', 'left'),
    ...option('RIGHTARG', 'right'),
    ...option('COMMUTATOR', 'commutator'),
    ...option('NEGATOR', 'negator'),
    ...option('RESTRICT', 'restrict'),
    ...option('JOIN', 'join'),
    ...option('HASHES', 'hashes'),
    ...option('MERGES', 'merges'),
  ];
  return `CREATE OPERATOR ${symbol(object)} (${options.join(', ')});`;
}

function estimator(attribute: 'restrict' | 'join'): Alter {
  return (_before, after) => [
    `ALTER OPERATOR ${signature(after)} SET (${attribute.toUpperCase()} = ${optionalText(after, attribute) ?? 'NONE'});`,
  ];
}

function signature(object: SchemaObject): string {
  return `${symbol(object)} (${operands(object)})`;
}

/** An operator's own name is never quoted. */
function symbol({ schema, name }: SchemaObject): string {
  return `${quoteIdentifier(schema ?? 'public')}.${name}`;
}

function operands({ attributes }: Pick<Identified, 'attributes'>): string {
  const type = (side: 'left' | 'right'): string => {
    const value = attributes[side];
    return typeof value === 'string' ? value : 'NONE';
  };
  return `${type('left')}, ${type('right')}`;
}
