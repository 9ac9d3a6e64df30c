// Aggregates: plain, ordered-set and hypothetical-set.
import { quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType } from './blocking.ts';
import { optionalText, plain, textOf, type Alter, type Kind } from './kind.ts';
import { qualifiedName } from './names.ts';
import { functionName, operatorName } from './names-in-catalog.ts';
import { ARGUMENTS, routineIdentity, routineKey } from './routine-arguments.ts';

/** Options that name something or give a number, each with its word; they are written in this order. */
const OPTIONS: readonly (readonly [attribute: string, word: string])[] = [
  ['transitionFunction', 'SFUNC'],
  ['stateType', 'STYPE'],
  ['stateSpace', 'SSPACE'],
  ['finalFunction', 'FINALFUNC'],
  ['finalExtra', 'FINALFUNC_EXTRA'],
  ['finalModify', 'FINALFUNC_MODIFY'],
  ['combineFunction', 'COMBINEFUNC'],
  ['serialFunction', 'SERIALFUNC'],
  ['deserialFunction', 'DESERIALFUNC'],
  ['initial', 'INITCOND'],
  ['movingTransition', 'MSFUNC'],
  ['movingInverse', 'MINVFUNC'],
  ['movingType', 'MSTYPE'],
  ['movingSpace', 'MSSPACE'],
  ['movingFinal', 'MFINALFUNC'],
  ['movingExtra', 'MFINALFUNC_EXTRA'],
  ['movingModify', 'MFINALFUNC_MODIFY'],
  ['movingInitial', 'MINITCOND'],
  ['sortOperator', 'SORTOP'],
  ['parallel', 'PARALLEL'],
  ['hypothetical', 'HYPOTHETICAL'],
];

const LITERALS = ['initial', 'movingInitial'];

const modify = (column: string, usual: string): string =>
  `case ${column} when ${usual} then null when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end`;

/** What the final function does to the state where nothing is said. */
const USUAL_MODIFY = `(case g.aggkind when 'n' then 'r' else 'w' end)`;

export const aggregateKind: Kind = {
  name: 'aggregate',
  rows: "pg_proc where oid >= 16384 and prokind = 'a'",
  query: () => `
    select n.nspname as schema, null as "table", p.proname as name,
      json_build_object(
        'arguments', ${ARGUMENTS},
        'signature', pg_get_function_arguments(p.oid),
        'returns', pg_get_function_result(p.oid),
        'transitionFunction', ${functionName('g.aggtransfn')},
        'stateType', format_type(g.aggtranstype, null),
        'stateSpace', nullif(g.aggtransspace, 0),
        'finalFunction', ${functionName('g.aggfinalfn')},
        'finalExtra', g.aggfinalextra,
        'finalModify', ${modify('g.aggfinalmodify', USUAL_MODIFY)},
        'combineFunction', ${functionName('g.aggcombinefn')},
        'serialFunction', ${functionName('g.aggserialfn')},
        'deserialFunction', ${functionName('g.aggdeserialfn')},
        'initial', g.agginitval,
        'movingTransition', ${functionName('g.aggmtransfn')},
        'movingInverse', ${functionName('g.aggminvtransfn')},
        'movingType', case when g.aggmtranstype <> 0 then format_type(g.aggmtranstype, null) end,
        'movingSpace', nullif(g.aggmtransspace, 0),
        'movingFinal', ${functionName('g.aggmfinalfn')},
        'movingExtra', g.aggmfinalextra,
        'movingModify', case when g.aggmtransfn <> 0 then ${modify('g.aggmfinalmodify', USUAL_MODIFY)} end,
        'movingInitial', g.aggminitval,
        'sortOperator', ${operatorName('g.aggsortop')},
        'parallel', case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end,
        'hypothetical', g.aggkind = 'h'
      ) as attributes,
      null as parent, false as part,
      'pg_proc'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_proc p
    join ns n on n.oid = p.pronamespace
    join pg_aggregate g on g.aggfnoid = p.oid
    where not exists (select from ext where classid = 'pg_proc'::regclass and objid = p.oid)`,
  identity: routineIdentity,
  create: (object) => [`CREATE ${definition(object)}`],
  reference,
  occupies: (object) => [routineKey(object)],
  drop: (object) => [`DROP ${reference(object)};`],
  alter: Object.fromEntries(
    OPTIONS.map(([attribute]) => attribute)
      .filter((attribute) => attribute !== 'hypothetical')
      .map((attribute) => [attribute, replace(attribute)]),
  ),
  blocks: (_aggregate, needed) => rebuildsType(needed),
  traits: { reasons: { arguments: () => null } },
};

function definition(object: SchemaObject): string {
  const options = OPTIONS.flatMap(([attribute, word]) => optionClause(object, attribute, word));
  return `${reference(object)} (${options.join(', ')});`;
}

function optionClause(object: SchemaObject, attribute: string, word: string): string[] {
  const value = object.attributes[attribute] ?? null;
  if (value === null || value === false) return [];
  if (value === true) return [word];
  const text = plain(value);
  return [`${word} = ${LITERALS.includes(attribute) ? quoteLiteral(text) : text}`];
}

function reference(object: SchemaObject): string {
  return `AGGREGATE ${qualifiedName(object.schema, object.name)}(${argumentsOf(object)})`;
}

/** One without arguments takes whole rows: `count(*)`. */
function argumentsOf(object: SchemaObject): string {
  const list = textOf(object, 'signature');
  return list === '' ? '*' : list;
}

/** Of several attributes the first has the statement. */
function replace(attribute: string): Alter {
  return (before, after) => {
    const first = OPTIONS.find(
      ([name]) => optionText(before, name) !== optionText(after, name),
    )?.[0];
    return first === attribute ? [`CREATE OR REPLACE ${definition(after)}`] : [];
  };
}

function optionText(object: SchemaObject, attribute: string): string | null {
  return optionalText(object, attribute) ?? plain(object.attributes[attribute]);
}
