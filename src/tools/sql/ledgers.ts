// Bookkeeping tables that hold a row for each migration, as most tools keep them.
import { quoteIdentifier } from '../../schema/identity.ts';
import type { Bookkeeping, Ledger, Migration } from '../tool.ts';

interface Rows {
  readonly bookkeeping: Bookkeeping;
  /** Column definitions of the table. */
  readonly columns: string;
  /** Row that the tool expects beside those of the migrations: column names and values. */
  readonly first?: { readonly columns: string; readonly values: string };
  /** Expression that tells which migration a row is about. */
  readonly key: string;
  /** A condition on rows that count. */
  readonly where?: string;
  /** Columns and values of a new row. */
  row(migration: Migration): Readonly<Record<string, unknown>>;
  keyOf(migration: Migration): string;
}

/** A ledger with one row for each applied migration. */
export function rowLedger(rows: Rows, migrations: readonly Migration[]): Ledger {
  const { bookkeeping, key, where } = rows;
  const table = `${quoteIdentifier(bookkeeping.schema)}.${quoteIdentifier(bookkeeping.table)}`;
  return {
    create: [
      `create schema if not exists ${quoteIdentifier(bookkeeping.schema)}`,
      `create table if not exists ${table} (${rows.columns})`,
      ...(rows.first === undefined
        ? []
        : [
            `insert into ${table} (${rows.first.columns}) select ${rows.first.values} ` +
              `where not exists (select from ${table})`,
          ]),
    ],
    read: `select (${key})::text as key from ${table}${where === undefined ? '' : ` where ${where}`}`,
    pending: (applied) => {
      const keys = new Set(applied.map((row) => String(row['key'])));
      return migrations.filter((migration) => !keys.has(rows.keyOf(migration)));
    },
    record: (migration) => {
      const entries = Object.entries(rows.row(migration));
      const names = entries.map(([name]) => quoteIdentifier(name)).join(', ');
      const values = entries.map((_, index) => `$${String(index + 1)}`).join(', ');
      return {
        sql: `insert into ${table} (${names}) values (${values})`,
        parameters: entries.map(([, value]) => value),
      };
    },
  };
}
