// What the migrations hold and nothing compares: objects of kinds that the models have no word for, and
// what no kind covers at all.
import { kindOf } from '../catalog/index.ts';
import { identityOf } from '../schema/identity.ts';
import { addTo } from '../schema/lists.ts';
import type { Schema } from '../schema/objects.ts';

/** Roles belong to the server, not to the project. */
const FOREIGN = ['role', 'extension', 'schema'];

/** Names by plural noun: `{functions: ["public.f(integer)"]}`. */
export function notCompared(
  schema: Schema,
  compared: readonly string[],
): Record<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, kind } of schema.objects.values()) {
    if (compared.includes(kind) || FOREIGN.includes(kind)) continue;
    addTo(names, kindOf(kind).plural ?? `${kind}s`, identityOf(id));
  }
  const all = [...Object.entries(schema.uncovered), ...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all.map(([noun, list]) => [noun, [...list].sort()]));
}
