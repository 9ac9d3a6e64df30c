// Rows of pg_depend as needs between our objects. Knows addresses, not kinds.

/** Catalog, object and sub-object, as pg_depend has them: `1259,16384,2`. */
export type Address = string;

/** That one address stands for another. */
export type Aliases = ReadonlyMap<Address, Address>;

/** A row of pg_depend; `automatic` where the drop of `to` takes `from` along. */
export type Dependency = readonly [from: Address, to: Address, automatic: boolean];

/** Ids, sorted. */
export interface Needs {
  readonly needs: readonly string[];
  readonly fallsWith: readonly string[];
}

/** Lines of two addresses, the first of which stands for the second. */
export function readAliases(text: string | null): Aliases {
  return new Map(linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3)]));
}

/** Lines of two addresses and 1 where the dependency is automatic. */
export function readDependencies(text: string | null): Dependency[] {
  return linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3), line[6] === '1']);
}

/** Numbers with commas between; lines end in a semicolon, for these are many and JSON would take twice as long. */
function linesOf(text: string | null): string[][] {
  return text === null ? [] : text.split(';').map((line) => line.split(','));
}

function addressAt(line: readonly string[], at: number): Address {
  return line.slice(at, at + 3).join();
}

/** The address of what this one is a part of. */
export function wholeOf(address: Address): Address {
  return `${address.slice(0, address.lastIndexOf(','))},0`;
}

/** What each object (by id) needs, given the ids by address and the addresses that stand for others. */
export function resolveNeeds(
  ids: ReadonlyMap<Address, string>,
  aliases: Aliases,
  dependencies: readonly Dependency[],
): Map<string, Needs> {
  const resolve = (address: Address, depth = 0): string | undefined => {
    const exact = ids.get(address);
    if (exact !== undefined || depth > 3) return exact;
    const alias = aliases.get(address);
    if (alias !== undefined) return resolve(alias, depth + 1);
    return address.endsWith(',0') ? undefined : resolve(wholeOf(address), depth + 1);
  };
  const found = new Map<string, Map<string, boolean>>();
  for (const [from, to, automatic] of dependencies) {
    const dependent = resolve(ownerOf(from, ids, aliases));
    const own = dependent === undefined ? undefined : resolve(to);
    if (dependent === undefined || own === dependent) continue;
    // A column that a table takes from its parent is needed as the parent's, and so is the table.
    for (const needed of [own, ids.has(to) ? undefined : ids.get(wholeOf(to))]) {
      if (needed === undefined || dependent === needed) continue;
      const known = found.get(dependent) ?? new Map<string, boolean>();
      found.set(dependent, known.set(needed, automatic || known.get(needed) === true));
    }
  }
  return new Map([...found].map(([id, needed]) => [id, sorted(needed)]));
}

/** What a part without an object of its own needs, the whole needs: not what the part stands for elsewhere. */
function ownerOf(address: Address, ids: ReadonlyMap<Address, string>, aliases: Aliases): Address {
  if (ids.has(address)) return address;
  // A default is part of its column.
  const part = address.endsWith(',0') ? (aliases.get(address) ?? address) : address;
  return part.endsWith(',0') || ids.has(part) ? address : wholeOf(part);
}

function sorted(needed: ReadonlyMap<string, boolean>): Needs {
  return {
    needs: [...needed.keys()].sort(),
    fallsWith: [...needed].flatMap(([id, automatic]) => (automatic ? [id] : [])).sort(),
  };
}
