// What the checks, domains and partition bounds of a catalog ask of rows, understood as far as it goes.
import { everyAlternative, type Alternative } from './alternative.ts';
import { alternativesOf } from './alternatives.ts';
import type { Catalog, Check, Table } from './catalog.ts';
import { columnsIn, parseExpressions, type Expression } from './expressions.ts';
import type { Need } from './needs.ts';

export interface Condition {
  readonly name: string;
  readonly expression: Expression;
}

export interface Conditions {
  /** By pg_type.oid, the ways in which the checks of a domain are met. */
  readonly domains: ReadonlyMap<number, readonly Need[]>;
  /** The checks of a table, read. */
  readonly checks: (table: Table) => readonly Condition[];
  /** The ways in which a row of a table meets all it must: one list for each partition, or one in all. */
  readonly ways: (table: Table) => readonly (readonly Alternative[])[];
}

export async function readConditions({ tables, types }: Catalog): Promise<Conditions> {
  const texts = new Set<string>();
  for (const { checks, leaves } of tables.values()) {
    for (const { expression } of checks) texts.add(expression);
    for (const leaf of leaves) {
      for (const { expression } of boundOf(leaf)) texts.add(expression);
    }
  }
  for (const { checks } of types.values())
    for (const { expression } of checks) texts.add(expression);
  const parsed = await parseExpressions([...texts]);
  const byText = new Map([...texts].map((text, index) => [text, parsed[index]]));
  const read = (checks: readonly Check[]): Condition[] =>
    checks.flatMap(({ name, expression }) => {
      const found = byText.get(expression);
      return found ? [{ name, expression: found }] : [];
    });
  const domains = new Map(
    [...types.values()]
      .filter(({ checks }) => checks.length > 0)
      .map(({ oid, checks }) => [oid, domainNeeds(read(checks))]),
  );
  return {
    domains,
    checks: ({ checks, leaves }) => read([...checks, ...leaves.flatMap((leaf) => leaf.checks)]),
    ways: (table) => {
      const leaves = table.leaves.filter(({ foreign }) => !foreign);
      const own = read(table.checks);
      return leaves.length === 0
        ? [waysOf(table, own)]
        : leaves.map((leaf) => waysOf(table, [...read(boundOf(leaf)), ...own]));
    },
  };
}

function boundOf({ name, bound, checks }: Table['leaves'][number]): readonly Check[] {
  return bound === null ? checks : [{ name, expression: bound }, ...checks];
}

function domainNeeds(checks: readonly Condition[]): Need[] {
  const ways = everyAlternative(checks.map(({ expression }) => alternativesOf(expression)));
  return ways.map(({ needs }) => needs.get('value') ?? {});
}

function waysOf({ columns }: Table, conditions: readonly Condition[]): Alternative[] {
  const strict: Alternative = {
    needs: new Map(
      columns.filter(({ notNull }) => notNull).map(({ name }) => [name, { isNull: false }]),
    ),
    relations: [],
  };
  const known = conditions.map(({ expression }) => alternativesOf(expression));
  const ways = everyAlternative([[strict], ...known.filter((some) => some.length > 0)]);
  // Read wrongly, perhaps: Postgres shall tell.
  return ways.length === 0 ? [strict] : withoutEscapes(ways);
}

/** Without ways that only leave out what another one gives a value. */
function withoutEscapes(ways: readonly Alternative[]): Alternative[] {
  const nulls = ways.map(nullsOf);
  return ways.filter(({ needs }, index) => {
    const own = nulls[index] ?? new Set<string>();
    const chooses = [...needs].some(([name, { among }]) => among !== undefined && !own.has(name));
    const better = nulls.some(
      (other) => other.size < own.size && [...other].every((name) => own.has(name)),
    );
    return chooses || !better;
  });
}

function nullsOf({ needs }: Alternative): Set<string> {
  return new Set([...needs].flatMap(([name, { isNull }]) => (isNull === true ? [name] : [])));
}

/** Names of the columns that conditions speak of. */
export function columnsOf(conditions: readonly Condition[]): Set<string> {
  return new Set(conditions.flatMap(({ expression }) => columnsIn(expression)));
}
