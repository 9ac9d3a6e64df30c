// Rows of pg_depend as needs between our objects. Knows addresses, not kinds.

/** Catalog, object and sub-object, as pg_depend has them. */
export type Address = readonly [classid: number, objid: number, objsubid: number];

export type Dependency = readonly [from: Address, to: Address];

/** Ids that each object needs, given the ids by address and the addresses that stand for others. */
export function resolveNeeds(
  ids: ReadonlyMap<string, string>,
  aliases: readonly Dependency[],
  dependencies: readonly Dependency[],
): Map<string, string[]> {
  const aliasOf = new Map(aliases.map(([from, to]) => [from.join(), to]));
  const resolve = (address: Address, depth = 0): string | undefined => {
    const exact = ids.get(address.join());
    if (exact !== undefined || depth > 3) return exact;
    const alias = aliasOf.get(address.join());
    if (alias) return resolve(alias, depth + 1);
    const [classid, objid, sub] = address;
    return sub === 0 ? undefined : resolve([classid, objid, 0], depth + 1);
  };
  const needs = new Map<string, Set<string>>();
  for (const [from, to] of dependencies) {
    const dependent = resolve(from);
    const needed = resolve(to);
    if (dependent === undefined || needed === undefined || dependent === needed) continue;
    const known = needs.get(dependent) ?? new Set();
    needs.set(dependent, known.add(needed));
  }
  return new Map([...needs].map(([id, set]) => [id, [...set].sort()]));
}
