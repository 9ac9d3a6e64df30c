import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  splitStatements
} from "./part-QRMSZTRJ.js";
import {
  EnvironmentError
} from "./part-ARAFE44X.js";
import {
  DatabaseError
} from "./part-MC5YXB7Z.js";

// src/migrate.ts
var lockKey = 7258662353;
var activeTransaction = "25001";
var resetSession = ["reset session authorization", "reset role", "reset all"];
async function pendingMigrations(database, set) {
  const rows = await hasLedger(database, set) ? await database.query(set.ledger.read) : [];
  return set.ledger.pending(rows);
}
async function migrate(database, set, { progress, waitMs }) {
  await lock(database, waitMs);
  try {
    for (const sql of set.ledger.create) await database.exec(sql);
    const pending = await pendingMigrations(database, set);
    const applied = [];
    for (const migration of pending) {
      progress.phase("applying", `${migration.name} (${applied.length + 1} of ${pending.length})`);
      const failure = await applyOne(database, set, migration);
      if (failure !== null) return { applied, failure };
      applied.push(migration);
    }
    return { applied, failure: null };
  } finally {
    await database.query("select pg_advisory_unlock($1)", [lockKey]).catch(() => void 0);
  }
}
async function lock(database, waitMs) {
  const end = performance.now() + waitMs;
  for (; ; ) {
    const [row] = await database.query("select pg_try_advisory_lock($1) as taken", [lockKey]);
    if (row?.["taken"] === true) return;
    if (performance.now() > end) {
      throw new EnvironmentError(
        "another plumbline is migrating this server and does not finish",
        "Wait for it to end, or end it, and run again."
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
async function hasLedger(database, { bookkeeping }) {
  const rows = await database.query(
    "select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2",
    [bookkeeping.schema, bookkeeping.table]
  );
  return rows.length > 0;
}
async function applyOne(database, set, migration) {
  const { ledger } = set;
  const statements = migration.baseline && await holdsTables(database, set) ? [] : migration.statements;
  await database.exec("begin");
  const failure = await runStatements(database, migration, statements) ?? await finish(database, ledger, migration, ["commit"]);
  if (failure === null) return null;
  await database.exec("rollback");
  await database.run(resetSession);
  if (failure.error.code !== activeTransaction) return { ...failure, kept: 0 };
  return applyOutside(database, ledger, migration);
}
async function holdsTables(database, { bookkeeping }) {
  const rows = await database.query(
    "select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' and (n.nspname, c.relname) <> ($1, $2) limit 1",
    [bookkeeping.schema, bookkeeping.table]
  );
  return rows.length > 0;
}
async function applyOutside(database, ledger, migration) {
  const statements = [];
  for (const { sql, place } of migration.statements) {
    for (const part of await splitStatements(sql)) {
      const line = place.line + sql.slice(0, part.offset).split("\n").length - 1;
      statements.push({ sql: part.sql, place: { file: place.file, line } });
    }
  }
  return await runStatements(database, migration, statements) ?? await finish(database, ledger, migration, []);
}
async function runStatements(database, migration, statements) {
  const result = await database.run(statements.map(({ sql }) => sql));
  if (result.ok) return null;
  const { index, error } = result;
  return { migration, place: placeOf(migration, statements[index]), error, kept: index };
}
async function finish(database, ledger, migration, last) {
  const { sql, parameters } = ledger.record(migration);
  try {
    for (const reset of resetSession) await database.exec(reset);
    await database.query(sql, parameters);
    for (const text of last) await database.exec(text);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const place = placeOf(migration, migration.statements.at(-1));
    return { migration, place, error, kept: migration.statements.length };
  }
}
var placeOf = (migration, statement) => statement?.place ?? { file: migration.file, line: 1 };

export {
  pendingMigrations,
  migrate
};
