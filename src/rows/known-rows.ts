// Which rows foreign keys can refer to: those that were there, and those that are put in.
import type { Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import { nameOf, type Catalog, type ForeignKey, type Table } from './catalog.ts';
import type { RowValues } from './references.ts';

/** Rows read of a table that is referred to; more don't make better references. */
const MOST = 100;

export class KnownRows {
  readonly #present = new Map<number, readonly RowValues[]>();
  readonly #added = new Map<number, readonly RowValues[]>();

  /** Reads what the tables hold in the columns that foreign keys refer to. */
  async read(db: Database, tables: readonly Table[], catalog: Catalog): Promise<void> {
    const columns = new Map<number, Set<number>>();
    for (const { foreignKeys } of tables) {
      for (const { target, targetColumns } of foreignKeys) {
        const known = columns.get(target) ?? new Set();
        for (const column of targetColumns) known.add(column);
        columns.set(target, known);
      }
    }
    const selects = [...columns].flatMap(([oid, numbers]) => {
      const table = catalog.tables.get(oid);
      return table ? [selectOf(table, numbers)] : [];
    });
    if (selects.length === 0) return;
    const answers = await db.query<{ oid: number; rows: Record<string, string | null>[] | null }>(
      selects.join(' union all '),
    );
    for (const { oid, rows } of answers) {
      const read = (rows ?? []).map(
        (row) => new Map(Object.entries(row).map(([number, value]) => [Number(number), value])),
      );
      this.#present.set(oid, read);
      this.#added.delete(oid);
    }
  }

  set(table: Table, rows: readonly RowValues[]): void {
    this.#added.set(table.oid, rows);
  }

  /** Those put in now come first; null where none is known of. */
  of({ target }: ForeignKey): readonly RowValues[] | null {
    const [added, present] = [this.#added.get(target), this.#present.get(target)];
    if (!added) return present && present.length > 0 ? present : null;
    return present && present.length > 0 ? [...added, ...present] : added;
  }

  /** Those put in now alone where there are some: what was there may be referred to already. */
  ofNew(key: ForeignKey): readonly RowValues[] {
    const added = this.#added.get(key.target) ?? [];
    return added.length > 0 ? added : (this.#present.get(key.target) ?? []);
  }

  /** Those that were there before. */
  ofPresent(key: ForeignKey): readonly RowValues[] {
    const present = this.#present.get(key.target) ?? [];
    return present.length > 0 ? present : (this.#added.get(key.target) ?? []);
  }

  /** Whether rows were put in whose values Postgres decided. */
  isUnclear({ target, targetColumns }: ForeignKey): boolean {
    return (this.#added.get(target) ?? []).some((row) =>
      targetColumns.some((column) => row.get(column) === undefined),
    );
  }

  isEmpty(table: Table): boolean {
    return (
      (this.#added.get(table.oid)?.length ?? 0) + (this.#present.get(table.oid)?.length ?? 0) === 0
    );
  }
}

function selectOf(table: Table, numbers: ReadonlySet<number>): string {
  const wanted = table.columns.filter(({ number }) => numbers.has(number));
  const fields = wanted.map(({ number, name }) => `'${number}', t.${quoteIdentifier(name)}::text`);
  const values = wanted.map(({ name }) => `t.${quoteIdentifier(name)}`);
  return `select ${table.oid} as oid, (select json_agg(json_build_object(${fields.join(', ')}))
    from (select ${values.join(', ')} from ${nameOf(table)} t limit ${MOST}) t) as rows`;
}
