// The arguments of functions, procedures and aggregates, and how statements name a routine by them.
import { identityOf, objectId } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { isRecord, plain, type Identified } from './kind.ts';
import { qualifiedName } from './names.ts';

interface Argument {
  /** As SQL spells it; null for one without a name. */
  readonly name: string | null;
  readonly mode: 'in' | 'out' | 'inout' | 'variadic';
  readonly type: string;
  readonly default: string | null;
}

/** The arguments of `p` in pg_proc as JSON; the columns of RETURNS TABLE belong to the result. */
export const ARGUMENTS = `coalesce((select json_agg(json_build_object(
      'name', quote_ident(nullif(p.proargnames[a.at], '')),
      'mode', case p.proargmodes[a.at] when 'o' then 'out' when 'b' then 'inout' when 'v' then 'variadic' else 'in' end,
      'type', format_type(a.type, null),
      'default', pg_get_function_arg_default(p.oid, a.at::int)) order by a.at)
    from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality a (type, at)
    where p.proargmodes[a.at] is distinct from 't'), '[]')`;

/** `public.f(integer, text)`. */
export function routineIdentity({ schema, name, attributes }: Identified): string {
  const types = argumentsOf(attributes['arguments'])
    .filter(({ mode }) => mode !== 'out')
    .map(({ type }) => type);
  return `${identityOf(objectId('', schema ?? '', name))}(${types.join(', ')})`;
}

/** Functions, procedures and aggregates share their names, each with its arguments. */
export function routineKey(object: SchemaObject): string {
  return `routine:${routineIdentity(object)}`;
}

/** `"public"."f"(integer)`, as ALTER and DROP name it. A procedure is also told by what it puts out. */
export function routineSignature(object: SchemaObject): string {
  const types = argumentsOf(object.attributes['arguments']).flatMap(({ mode, type }) => {
    if (mode !== 'out') return [type];
    return object.kind === 'procedure' ? [`OUT ${type}`] : [];
  });
  return `${qualifiedName(object.schema, object.name)}(${types.join(', ')})`;
}

/** `a integer, OUT b text`, as CREATE writes them. */
export function argumentList(value: Json | undefined): string {
  return argumentsOf(value).map(declaration).join(', ');
}

/** Whether CREATE OR REPLACE takes one list for the other: nothing is renamed or less optional. */
export function replaceableArguments(before: SchemaObject, after: SchemaObject): boolean {
  const old = argumentsOf(before.attributes['arguments']);
  const wanted = argumentsOf(after.attributes['arguments']);
  return (
    old.length === wanted.length &&
    old.every((argument, index) => {
      const other = wanted[index];
      return other !== undefined && replaceable(argument, other);
    })
  );
}

export function argumentsReason(before: Json | undefined, after: Json | undefined): string {
  return `arguments: (${argumentList(before)}) → (${argumentList(after)})`;
}

function replaceable(old: Argument, wanted: Argument): boolean {
  if (old.mode !== wanted.mode || old.type !== wanted.type) return false;
  if (old.name !== null && old.name !== wanted.name) return false;
  // The type of a default counts as well, and a polymorphic argument takes any.
  return old.default === null || old.default === wanted.default
    ? true
    : wanted.default !== null && !old.type.startsWith('any');
}

function declaration({ name, mode, type, default: value }: Argument): string {
  return [
    ...(mode === 'in' ? [] : [mode.toUpperCase()]),
    ...(name === null ? [] : [name]),
    type,
    ...(value === null ? [] : [`DEFAULT ${value}`]),
  ].join(' ');
}

function argumentsOf(value: Json | undefined): Argument[] {
  return (Array.isArray(value) ? value : []).flatMap((item: Json) => {
    if (!isRecord(item)) return [];
    const { name, mode, type, default: value } = item;
    return [
      {
        name: typeof name === 'string' ? name : null,
        mode: mode === 'out' || mode === 'inout' || mode === 'variadic' ? mode : 'in',
        type: plain(type),
        default: typeof value === 'string' ? value : null,
      },
    ];
  });
}
