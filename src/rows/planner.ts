// Makes up the rows of one table: values for its columns that meet its conditions, references to rows
// that are there, and no key twice.
import type { Alternative, Relation } from './alternative.ts';
import type { Column, ForeignKey, Key, Sequence, Table } from './catalog.ts';
import { bothNeeds, compareTexts, meets, type Need } from './needs.ts';
import { chooseReferences, clustersOf, type Cluster, type RowValues } from './references.ts';
import type { Source, Value } from './value.ts';
import { valueOf } from './values.ts';

export interface Surroundings {
  readonly source: Source;
  readonly ways: readonly (readonly Alternative[])[];
  readonly sequences: ReadonlyMap<number, Sequence>;
  /** Rows of other tables that a foreign key may refer to. */
  readonly rowsOf: (key: ForeignKey) => readonly RowValues[];
}

/** What one row is made from. */
export interface Ask {
  /** Which value of each type, counted from one. */
  readonly n: number;
  /** Needed beyond what the table asks, by name of the column. */
  readonly extra?: ReadonlyMap<string, Need>;
}

/** A foreign key without a row to refer to, or a column without a value. */
export interface Obstacle {
  readonly obstacle: string;
  readonly reason: string;
}

type Values = Map<number, Value>;

/** How often another reference or value is tried for a row that has a key of an earlier one. */
const TRIES = 120;

export class Planner {
  readonly table: Table;
  readonly #around: Surroundings;
  readonly #clusters: readonly Cluster[];
  readonly #referring: ReadonlySet<number>;
  readonly #distinct: ReadonlySet<number>;
  readonly #seen = new Map<Key, Set<string>>();
  readonly #rows: RowValues[] = [];
  /** How many other values have been tried for each key. */
  readonly #tried = new Map<Key, number>();
  /** Whether rows may refer to others made up here. */
  #settled = false;
  /** How far each sequence has been used. */
  readonly #drawn = new Map<number, number>();

  constructor(table: Table, around: Surroundings) {
    this.table = table;
    this.#around = around;
    this.#clusters = clustersOf(table);
    this.#referring = new Set(this.#clusters.flatMap(({ columns }) => [...columns]));
    this.#distinct = new Set(table.keys.flatMap(({ columns }) => columns));
  }

  /** From now on rows refer to rows known elsewhere only: not all that were made up are in. */
  settle(): this {
    this.#settled = true;
    this.#rows.length = 0;
    return this;
  }

  /** Names of the sequences used and the value that comes next. */
  get sequences(): [Sequence, number][] {
    return [...this.#drawn].flatMap(([oid, drawn]) => {
      const sequence = this.#around.sequences.get(oid);
      return sequence ? [[sequence, sequence.next + (drawn - 1) * sequence.increment]] : [];
    });
  }

  /** A row that no key stands against; null where all tries gave one that is there already. */
  row(ask: Ask): RowValues | Obstacle | null {
    const ways = this.#waysFor(ask);
    let last: RowValues | Obstacle | null = null;
    for (let at = 0; at < Math.min(ways.length, 8); at += 1) {
      const way = ways[(Math.floor(ask.n / this.#around.ways.length) + at) % ways.length];
      if (!way) break;
      last = this.#rowIn(way, ask);
      if (last !== null && !('obstacle' in last)) return this.#keep(last);
    }
    return last;
  }

  /** The values of the columns that refer to nothing, as the row will have them. */
  plain(ask: Ask): Values {
    const ways = this.#waysFor(ask);
    const way = ways[Math.floor(ask.n / this.#around.ways.length) % ways.length];
    return way ? this.#plain(way, ask.n, false) : new Map<number, Value>();
  }

  #waysFor({ n, extra }: Ask): readonly Alternative[] {
    const { ways } = this.#around;
    const own = ways[n % ways.length] ?? [];
    if (!extra) return own;
    const needed: Alternative = { needs: extra, relations: [] };
    const fitting = ways.flat().flatMap((way) => withExtra(way, needed) ?? []);
    return fitting.length > 0 ? fitting : own;
  }

  #rowIn(way: Alternative, { n }: Ask): RowValues | Obstacle | null {
    const values = this.#plain(way, n, true);
    this.#relate(values, way, n);
    let before = '';
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const blocked = this.#refer(values, way, n + attempt);
      if (blocked) return blocked;
      const clash = this.#clashOf(values);
      if (!clash) return values;
      // Where no reference is left to change, other values may be.
      const now = [...values.values()].join('\0');
      if (now === before || attempt % 8 === 7) this.#revalue(values, way, { clash, n });
      before = now;
    }
    return null;
  }

  #plain(way: Alternative, n: number, draw: boolean): Values {
    const values: Values = new Map();
    for (const column of this.table.columns) {
      if (column.generated || this.#referring.has(column.number)) continue;
      values.set(column.number, this.#valueFor(column, way, { n, draw }));
    }
    return values;
  }

  #valueFor(
    column: Column,
    { needs }: Alternative,
    { n, draw }: { n: number; draw: boolean },
  ): Value {
    const need = needs.get(column.name) ?? {};
    const drawn = column.sequence === null ? undefined : this.#draw(column.sequence, n, draw);
    if (drawn !== undefined && meets({ ...need, shortest: 0 }, drawn)) return drawn;
    return valueOf(this.#around.source, this.#subject(column), need, n);
  }

  #subject({ name, number, type, modifier }: Column): Parameters<typeof valueOf>[1] {
    return { name, number, type, modifier, distinct: this.#distinct.has(number) };
  }

  #draw(oid: number, n: number, draw: boolean): string | undefined {
    const sequence = this.#around.sequences.get(oid);
    if (!sequence) return undefined;
    const drawn = draw ? (this.#drawn.get(oid) ?? 0) : n - 1;
    const value = sequence.next + drawn * sequence.increment;
    if (Math.abs(value) > sequence.greatest) return undefined;
    if (draw) this.#drawn.set(oid, drawn + 1);
    return String(value);
  }

  /** Fills the columns of foreign keys. */
  #refer(values: Values, { needs, relations }: Alternative, index: number): Obstacle | null {
    const nameOf = new Map(this.table.columns.map((column) => [column.number, column]));
    for (const [at, cluster] of this.#clusters.entries()) {
      const chosen = chooseReferences(cluster, {
        // So that two foreign keys don't go in step for ever.
        index: index - 1 + at * Math.floor(index / TRIES + (index % 8 === 7 ? 1 : 0)),
        needOf: (number) =>
          this.#needOf(nameOf.get(number)?.name ?? '', values, { needs, relations }),
        nullable: (number) => nameOf.get(number)?.notNull !== true,
        rowsOf: (key) => this.#rowsOf(key, values),
      });
      if ('target' in chosen) {
        return { obstacle: chosen.name, reason: 'there is no row that it could refer to' };
      }
      for (const [column, value] of chosen) values.set(column, value);
      for (const column of cluster.columns) if (!chosen.has(column)) values.set(column, undefined);
    }
    return null;
  }

  /** Also that it differs from, or equals, a column that has its value. */
  #needOf(name: string, values: Values, { needs, relations }: Alternative): Need {
    let need: Need = needs.get(name) ?? {};
    for (const { left, operator, right } of relations) {
      if (left !== name && right !== name) continue;
      const other = this.table.columns.find(
        (column) => column.name === (left === name ? right : left),
      );
      const value = other && values.get(other.number);
      if (typeof value !== 'string') continue;
      if (operator === '<>') need = { ...need, without: [...(need.without ?? []), value] };
      if (operator === '=') need = bothNeeds(need, { among: [value] }) ?? need;
    }
    return need;
  }

  /** Of the table itself, earlier rows, and in the end the row itself. */
  #rowsOf(key: ForeignKey, values: Values): readonly RowValues[] {
    const others = this.#around.rowsOf(key);
    if (key.target !== this.table.oid) return others;
    const known = [...others, ...this.#rows];
    const nullable = this.table.columns.some(
      ({ number, notNull }) => key.columns.includes(number) && !notNull,
    );
    return known.length > 0 || nullable ? known : [values];
  }

  /** Makes `a < b` and the like hold between columns that refer to nothing. */
  #relate(values: Values, { needs, relations }: Alternative, n: number): void {
    for (const { left, operator, right } of relations) {
      const [one, other] = [left, right].map((name) =>
        this.table.columns.find((column) => column.name === name),
      );
      if (!one || !other || this.#referring.has(other.number)) continue;
      const [a, b] = [values.get(one.number), values.get(other.number)];
      if (typeof a !== 'string' || typeof b !== 'string' || holds(a, operator, b)) continue;
      const need = bothNeeds(needs.get(right) ?? {}, relationNeed(operator, a));
      const value = need && valueOf(this.#around.source, this.#subject(other), need, n);
      if (typeof value === 'string') values.set(other.number, value);
      else if (operator === '<' || operator === '<=') {
        values.set(one.number, b);
        values.set(other.number, a);
      }
    }
  }

  #clashOf(values: RowValues): Key | null {
    return (
      this.table.keys.find((key) => this.#seen.get(key)?.has(keyText(key, values) ?? '')) ?? null
    );
  }

  /** Other values for the columns of a key that refer to nothing. */
  #revalue(values: Values, way: Alternative, { clash, n }: { clash: Key; n: number }): void {
    const tried = (this.#tried.get(clash) ?? 0) + 1;
    this.#tried.set(clash, tried);
    const own = this.table.columns.filter(
      ({ number, generated }) =>
        clash.columns.includes(number) && !this.#referring.has(number) && !generated,
    );
    for (const [index, column] of own.entries()) {
      const need = way.needs.get(column.name) ?? {};
      // Each slower than the one before, so that all combinations come.
      const shifted = n + Math.floor(tried / 3 ** index);
      const value = valueOf(this.#around.source, this.#subject(column), need, shifted);
      if (value !== undefined) values.set(column.number, value);
    }
    this.#relate(values, way, n);
  }

  #keep(values: RowValues): RowValues {
    for (const key of this.table.keys) {
      const text = keyText(key, values);
      if (text === null) continue;
      const seen = this.#seen.get(key) ?? new Set();
      this.#seen.set(key, seen.add(text));
    }
    if (!this.#settled) this.#rows.push(new Map(values));
    return new Map(values);
  }
}

/** Null where the key lets it stand beside any other row. */
function keyText({ columns, nullsEqual }: Key, values: RowValues): string | null {
  const parts = columns.map((column) => values.get(column));
  if (columns.length === 0 || parts.includes(undefined)) return null;
  if (!nullsEqual && parts.includes(null)) return null;
  return JSON.stringify(parts);
}

function withExtra(way: Alternative, extra: Alternative): Alternative | null {
  const needs = new Map(way.needs);
  for (const [name, need] of extra.needs) {
    const both = bothNeeds(needs.get(name) ?? {}, need);
    const refused = need.among?.some((text) => !meets({ ...needs.get(name), isNull: false }, text));
    if (both === null || refused === true) return null;
    needs.set(name, both);
  }
  return { needs, relations: way.relations };
}

function holds(a: string, operator: Relation['operator'], b: string): boolean {
  const order = compareTexts(a, b);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
  }
}

function relationNeed(operator: Relation['operator'], a: string): Need {
  switch (operator) {
    case '<':
    case '<=':
      return { least: { text: a, strict: operator === '<' }, near: true };
    case '=':
      return { among: [a] };
    case '<>':
      return { without: [a] };
  }
}
