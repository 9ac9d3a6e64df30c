import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  committedBefore,
  judge,
  placeAt
} from "./part-KVPDTJ7P.js";
import {
  splitStatements
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError
} from "./part-G272ITKT.js";
import {
  DatabaseError
} from "./part-7MOL3VE2.js";

// src/migrate.ts
var lockKey = 7258662353;
var notInTransaction = ["25001", "2D000"];
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
  const judged = await judge(statements);
  if (judged.some(({ effect }) => effect === "refuses")) {
    return applyOutside(database, ledger, migration, judged);
  }
  await database.exec("begin");
  const failure = await runStatements(database, migration, judged) ?? await finish(database, ledger, migration, { last: ["commit"], kept: judged.length });
  if (failure === null) return null;
  await database.exec("rollback");
  await database.run(resetSession);
  const kept = committedBefore(judged, 0, failure.kept);
  if (kept > 0 || !notInTransaction.includes(failure.error.code)) return { ...failure, kept };
  return applyOutside(database, ledger, migration, await statementsOf(judged));
}
async function statementsOf(texts) {
  const statements = [];
  for (const text of texts) {
    for (const { sql, offset } of await splitStatements(text.sql)) {
      statements.push({ sql, place: placeAt(text, offset), effect: "refuses" });
    }
  }
  return statements;
}
async function holdsTables(database, { bookkeeping }) {
  const rows = await database.query(
    "select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' and (n.nspname, c.relname) <> ($1, $2) limit 1",
    [bookkeeping.schema, bookkeeping.table]
  );
  return rows.length > 0;
}
async function applyOutside(database, ledger, migration, statements) {
  let done = 0;
  for (const group of groupsOf(statements)) {
    const alone = group[0]?.effect === "refuses";
    if (!alone) await database.exec("begin");
    const failure = await runStatements(database, migration, alone ? group : committed(group));
    if (failure !== null) {
      if (!alone) await database.exec("rollback");
      await database.run(resetSession);
      const kept = done + (alone ? 0 : committedBefore(group, 0, failure.kept));
      return {
        ...failure,
        kept,
        invalidIndex: await invalidIndexOf(database, group[failure.kept])
      };
    }
    done += group.length;
  }
  return finish(database, ledger, migration, { last: [], kept: done });
}
function committed(group) {
  const place = group.at(-1)?.place ?? { file: "", line: 1 };
  return [...group, { sql: "commit", place, effect: null }];
}
function groupsOf(statements) {
  const groups = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    const joins = statement.effect !== "refuses" && last?.[0]?.effect !== "refuses";
    if (last && joins) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}
async function invalidIndexOf(database, statement) {
  const name = /^create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?("(?:[^"]|"")+"|\w+)/i.exec(
    statement?.sql ?? ""
  )?.[1];
  if (name === void 0) return null;
  const bare = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
  const [row] = await database.query(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
       where not i.indisvalid and c.relname = $1`,
    [bare]
  );
  return typeof row?.["name"] === "string" ? row["name"] : null;
}
async function runStatements(database, migration, statements) {
  const result = await database.run(statements.map(({ sql }) => sql));
  if (result.ok) return null;
  const { index, error } = result;
  const place = statements[index]?.place ?? { file: migration.file, line: 1 };
  return { migration, place, error, kept: index, invalidIndex: null };
}
async function finish(database, ledger, migration, { last, kept }) {
  const { sql, parameters } = ledger.record(migration);
  try {
    for (const reset of resetSession) await database.exec(reset);
    await database.query(sql, parameters);
    for (const text of last) await database.exec(text);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const place = migration.statements.at(-1)?.place ?? { file: migration.file, line: 1 };
    return { migration, place, error, kept, invalidIndex: null };
  }
}

export {
  pendingMigrations,
  migrate
};
