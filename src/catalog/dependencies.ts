// Rows of pg_depend as needs between our objects. Knows addresses, not kinds.

/** Catalog, object and sub-object, as pg_depend has them. */
export type Address = readonly [classid: number, objid: number, objsubid: number];

/** That one address stands for another. */
export type Alias = readonly [from: Address, to: Address];

/** A row of pg_depend; `automatic` where the drop of `to` takes `from` along. */
export type Dependency = readonly [from: Address, to: Address, automatic: boolean];

/** Ids, sorted. */
export interface Needs {
  readonly needs: readonly string[];
  readonly fallsWith: readonly string[];
}

/** What each object (by id) needs, given the ids by address and the addresses that stand for others. */
export function resolveNeeds(
  ids: ReadonlyMap<string, string>,
  aliases: readonly Alias[],
  dependencies: readonly Dependency[],
): Map<string, Needs> {
  const aliasOf = new Map(aliases.map(([from, to]) => [from.join(), to]));
  const resolve = (address: Address, depth = 0): string | undefined => {
    const exact = ids.get(address.join());
    if (exact !== undefined || depth > 3) return exact;
    const alias = aliasOf.get(address.join());
    if (alias) return resolve(alias, depth + 1);
    const [classid, objid, sub] = address;
    return sub === 0 ? undefined : resolve([classid, objid, 0], depth + 1);
  };
  const found = new Map<string, Map<string, boolean>>();
  for (const [from, to, automatic] of dependencies) {
    const dependent = resolve(from);
    const needed = resolve(to);
    if (dependent === undefined || needed === undefined || dependent === needed) continue;
    const known = found.get(dependent) ?? new Map<string, boolean>();
    found.set(dependent, known.set(needed, automatic || known.get(needed) === true));
  }
  return new Map([...found].map(([id, needed]) => [id, sorted(needed)]));
}

function sorted(needed: ReadonlyMap<string, boolean>): Needs {
  return {
    needs: [...needed.keys()].sort(),
    fallsWith: [...needed].flatMap(([id, automatic]) => (automatic ? [id] : [])).sort(),
  };
}
