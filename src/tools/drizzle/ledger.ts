// drizzle's bookkeeping table, kept as its own migrators keep it: drizzle-orm 0.45 in
// pg-core/dialect.ts, drizzle-orm 1.0 in pg-core/async/session.ts and up-migrations/pg.ts.
import { quoteIdentifier, quoteLiteral } from '../../schema/identity.ts';
import type { Bookkeeping, Ledger, Migration } from '../tool.ts';
import type { Generation } from './declarations.ts';
import { qualified } from './spelling.ts';

/** The ledger of a set of migrations. */
export function createLedger(
  bookkeeping: Bookkeeping,
  migrations: readonly Migration[],
  generation: Generation,
): Ledger {
  return generation === 0 ? ledger0(bookkeeping, migrations) : ledger1(bookkeeping, migrations);
}

/** Generation 0 remembers times: what is later than the latest is pending. */
function ledger0({ schema, table }: Bookkeeping, migrations: readonly Migration[]): Ledger {
  const name = qualified(schema, table);
  return {
    create: [
      `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`,
      `CREATE TABLE IF NOT EXISTS ${name} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
    ],
    read: `select id, hash, created_at from ${name} order by created_at desc limit 1`,
    pending: (rows) => {
      const last = rows[0];
      return last === undefined
        ? migrations
        : migrations.filter((it) => Number(last['created_at']) < it.timestamp);
    },
    record: (migration) => ({
      sql: `insert into ${name} ("hash", "created_at") values ($1, $2)`,
      parameters: [migration.hash, migration.timestamp],
    }),
  };
}

/** Generation 1 remembers names. A table of generation 0 is brought up to it first, as drizzle does. */
function ledger1({ schema, table }: Bookkeeping, migrations: readonly Migration[]): Ledger {
  const name = qualified(schema, table);
  return {
    create: [
      `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`,
      `CREATE TABLE IF NOT EXISTS ${name} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint, ` +
        `name text, applied_at timestamp with time zone DEFAULT now())`,
      `ALTER TABLE ${name} ADD COLUMN IF NOT EXISTS name text`,
      `ALTER TABLE ${name} ADD COLUMN IF NOT EXISTS applied_at timestamp with time zone DEFAULT now()`,
      ...nameRows(name, migrations),
    ],
    read: `select id, hash, created_at, to_jsonb(m) ->> 'name' as name from ${name} m`,
    pending: (rows) => {
      const applied = new Set(rows.map((row) => nameOf(row, migrations)));
      return migrations.filter((it) => !applied.has(it.name));
    },
    record: (migration) => ({
      sql: `insert into ${name} ("hash", "created_at", "name") values ($1, $2, $3)`,
      parameters: [migration.hash, migration.timestamp, migration.name],
    }),
  };
}

/** A row without a name belongs to the one migration of its second, else to the one of its hash. */
function nameOf(row: Readonly<Record<string, unknown>>, migrations: readonly Migration[]): string {
  if (typeof row['name'] === 'string') return row['name'];
  const second = Math.floor(Number(row['created_at']) / 1000) * 1000;
  const candidates = migrations.filter((it) => it.timestamp === second);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return (only ?? migrations.find((it) => it.hash === row['hash']))?.name ?? '';
}

function nameRows(table: string, migrations: readonly Migration[]): string[] {
  if (migrations.length === 0) return [];
  const seconds = migrations.map((it) => it.timestamp);
  const values = migrations.map((it) => {
    const alone = seconds.filter((second) => second === it.timestamp).length === 1;
    return `(${quoteLiteral(it.hash)}, ${alone ? it.timestamp : 'null'}::bigint, ${quoteLiteral(it.name)})`;
  });
  return [
    `UPDATE ${table} m SET name = v.name, applied_at = NULL FROM (VALUES ${values.join(', ')}) AS v(hash, second, name) ` +
      `WHERE m.name IS NULL AND (m.created_at / 1000 * 1000 = v.second OR (v.second IS NULL AND m.hash = v.hash))`,
  ];
}
