// Functions (window functions among them) and procedures. Where Postgres can replace one in place it
// is replaced, so that what depends on it stays.
import { differingAttributes } from '../schema/attributes.ts';
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { listOf, optionalText, plain, textOf, type Alter, type Kind } from './kind.ts';
import { qualifiedName } from './names.ts';
import { functionName } from './names-in-catalog.ts';
import {
  argumentList,
  ARGUMENTS,
  argumentsReason,
  replaceableArguments,
  routineIdentity,
  routineKey,
  routineSignature,
} from './routine-arguments.ts';
import { bodyReason, dollarQuote, isOfOneText, wordsIn } from './routine-body.ts';
import { settingChanges, settingClauses } from './routine-settings.ts';

/** Attributes that only CREATE OR REPLACE changes; all others have an ALTER of their own. */
const REPLACED = ['arguments', 'language', 'body', 'atomic', 'library', 'transforms', 'support'];

export const functionKind: Kind = {
  ...routine('function', "'f', 'w'"),
  alter: {
    ...Object.fromEntries(REPLACED.map((name) => [name, replace(name)])),
    volatility: option((object) => textOf(object, 'volatility').toUpperCase()),
    parallel: option((object) => `PARALLEL ${textOf(object, 'parallel').toUpperCase()}`),
    strict: option((object) => (is(object, 'strict') ? 'STRICT' : 'CALLED ON NULL INPUT')),
    leakproof: option((object) => (is(object, 'leakproof') ? 'LEAKPROOF' : 'NOT LEAKPROOF')),
    security: option(securityClause),
    cost: option((object) => `COST ${numberOf(object, 'cost')}`),
    rows: option((object) => `ROWS ${numberOf(object, 'rows')}`),
    settings: changeSettings,
  },
};

export const procedureKind: Kind = {
  ...routine('procedure', "'p'"),
  alter: {
    ...Object.fromEntries(REPLACED.map((name) => [name, replace(name)])),
    security: option(securityClause),
    settings: changeSettings,
  },
};

function routine(name: 'function' | 'procedure', prokinds: string): Omit<Kind, 'alter'> {
  return {
    name,
    rows: `pg_proc where oid >= 16384 and prokind in (${prokinds})`,
    query: (version) => routineQuery(prokinds, version),
    identity: routineIdentity,
    create: (object) => [`CREATE ${definition(object)}`],
    reference: (object) => `${keyword(object)} ${routineSignature(object)}`,
    occupies: (object) => [routineKey(object)],
    drop: (object) => [`DROP ${keyword(object)} ${routineSignature(object)};`],
    words: (object, before) =>
      before && replacedAttributes(before, object).length === 0 ? new Set() : wordsOf(object),
    unchecked,
    blocks: (_routine, needed) => retypes(needed) || rebuildsType(needed),
    traits: {
      formWhen: {
        // Other languages read indents.
        body: ({ attributes: old }, { attributes: wanted }) =>
          (wanted['language'] === 'sql' || wanted['language'] === 'plpgsql') &&
          isOfOneText(old['body'], wanted['body']),
      },
      reasons: {
        arguments: argumentsReason,
        body: bodyReason,
        atomic: (_before, after) =>
          `body written as ${after === true ? 'SQL' : 'text'} only in the models`,
      },
    },
  };
}

function routineQuery(prokinds: string, version: number): string {
  const atomic = version >= 140000 ? 'p.prosqlbody is not null' : 'false';
  const body =
    version >= 140000 ? 'coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)' : 'p.prosrc';
  return `
    select n.nspname as schema, null as "table", p.proname as name,
      json_build_object(
        'arguments', ${ARGUMENTS},
        'returns', pg_get_function_result(p.oid),
        'language', l.lanname,
        'body', ${body},
        'atomic', ${atomic},
        'library', p.probin,
        'transforms', (select json_agg(format_type(type, null)) from unnest(p.protrftypes) type),
        'window', p.prokind = 'w',
        'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
        'parallel', case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
        'strict', p.proisstrict,
        'leakproof', p.proleakproof,
        'security', case when p.prosecdef then 'definer' else 'invoker' end,
        'cost', p.procost,
        'rows', p.prorows,
        'support', ${functionName('p.prosupport')},
        'settings', (select json_agg(setting order by setting) from unnest(p.proconfig) setting)
      ) as attributes,
      null as parent, false as part,
      'pg_proc'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_proc p
    join ns n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang
    where p.prokind in (${prokinds})
      and not exists (select from ext where classid = 'pg_proc'::regclass and objid = p.oid)
      and not exists (select from pg_depend d
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`;
}

/** Everything after CREATE or CREATE OR REPLACE. */
function definition(object: SchemaObject): string {
  const returns = optionalText(object, 'returns');
  const name = `${qualifiedName(object.schema, object.name)}(${argumentList(object.attributes['arguments'])})`;
  return [
    `${keyword(object)} ${name}`,
    ...(returns === null ? [] : [`RETURNS ${returns}`]),
    ...transformClause(object),
    `LANGUAGE ${languageName(object)}`,
    ...optionClauses(object),
    `${body(object)};`,
  ].join(' ');
}

/** Those that differ from what Postgres takes without a word. */
function optionClauses(object: SchemaObject): string[] {
  const { volatility, parallel, cost, rows } = object.attributes;
  const returns = optionalText(object, 'returns') ?? '';
  const returnsSet = returns.startsWith('SETOF ') || returns.startsWith('TABLE(');
  const support = optionalText(object, 'support');
  return [
    ...(is(object, 'window') ? ['WINDOW'] : []),
    ...(volatility === 'volatile' ? [] : [textOf(object, 'volatility').toUpperCase()]),
    ...(parallel === 'unsafe' ? [] : [`PARALLEL ${textOf(object, 'parallel').toUpperCase()}`]),
    ...(is(object, 'strict') ? ['STRICT'] : []),
    ...(object.attributes['security'] === 'definer' ? [securityClause(object)] : []),
    ...(is(object, 'leakproof') ? ['LEAKPROOF'] : []),
    ...(cost === usualCost(object) ? [] : [`COST ${numberOf(object, 'cost')}`]),
    ...(rows === (returnsSet ? 1000 : 0) ? [] : [`ROWS ${numberOf(object, 'rows')}`]),
    ...(support === null ? [] : [`SUPPORT ${support}`]),
    ...settingClauses(object),
  ];
}

function usualCost(object: SchemaObject): number {
  return ['c', 'internal'].includes(textOf(object, 'language')) ? 1 : 100;
}

function transformClause(object: SchemaObject): string[] {
  const types = listOf(object, 'transforms').map((type) => `FOR TYPE ${type}`);
  return types.length > 0 ? [`TRANSFORM ${types.join(', ')}`] : [];
}

function body(object: SchemaObject): string {
  const text = textOf(object, 'body');
  if (is(object, 'atomic')) return text;
  const library = optionalText(object, 'library');
  if (library !== null) return `AS ${quoteLiteral(library)}, ${quoteLiteral(text)}`;
  return `AS ${dollarQuote(text, object.kind)}`;
}

function languageName(object: SchemaObject): string {
  const name = textOf(object, 'language');
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}

/** Replaces it in place; null where Postgres doesn't. Of several attributes the first has the statement. */
function replace(name: string): Alter {
  return (before, after) => {
    if (!replaceableArguments(before, after)) return null;
    const [first] = replacedAttributes(before, after);
    return first === name ? [`CREATE OR REPLACE ${definition(after)}`] : [];
  };
}

function option(clause: (object: SchemaObject) => string): Alter {
  return (before, after) =>
    replacedAttributes(before, after).length > 0
      ? []
      : [`${alterRoutine(after)} ${clause(after)};`];
}

function changeSettings(before: SchemaObject, after: SchemaObject): string[] {
  if (replacedAttributes(before, after).length > 0) return [];
  return settingChanges(before, after).map((change) => `${alterRoutine(after)} ${change};`);
}

function replacedAttributes(before: SchemaObject, after: SchemaObject): string[] {
  return differingAttributes(before, after).filter((name) => REPLACED.includes(name));
}

function securityClause(object: SchemaObject): string {
  return `SECURITY ${textOf(object, 'security').toUpperCase()}`;
}

function alterRoutine(object: SchemaObject): string {
  return `ALTER ${keyword(object)} ${routineSignature(object)}`;
}

function keyword(object: SchemaObject): string {
  return object.kind.toUpperCase();
}

function is(object: SchemaObject, attribute: string): boolean {
  return object.attributes[attribute] === true;
}

function numberOf(object: SchemaObject, attribute: string): string {
  return plain(object.attributes[attribute]);
}

/** Which languages look at a text when it is given; what SQL-standard bodies name is in the catalog. */
function wordsOf(object: SchemaObject): ReadonlySet<string> {
  const text = is(object, 'atomic') ? '' : textOf(object, 'body');
  switch (textOf(object, 'language')) {
    case 'sql':
      return wordsIn(text);
    case 'plpgsql':
      // It looks for the types of variables, and for nothing that is called.
      return wordsIn(text.replaceAll(/[\p{L}\p{N}_$"]+\s*\(/gu, ' '));
    default:
      return new Set();
  }
}

/**
 * The check looks at the settings of the function itself, so this works whatever runs the statements,
 * together or one by one.
 */
function unchecked(object: SchemaObject): { object: SchemaObject; then: string[] } {
  const settings = [...listOf(object, 'settings'), `${CHECK_SETTING}=off`];
  return {
    object: { ...object, attributes: { ...object.attributes, settings } },
    then: [`${alterRoutine(object)} RESET ${CHECK_SETTING};`],
  };
}

/** https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES */
const CHECK_SETTING = 'check_function_bodies';
