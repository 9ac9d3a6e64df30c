import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  DEFAULT_STATS,
  parseStats,
  renderStats,
  replaceFile
} from "./part-MIDI3I6S.js";
import {
  openTarget,
  urlOf
} from "./part-27ZFK3GM.js";
import {
  openDirectory,
  readConfig,
  statsOf
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-G272ITKT.js";
import {
  DatabaseError
} from "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import "./part-KH2B3PAS.js";
import {
  manyLines
} from "./part-QBBLIP5F.js";

// src/commands/stats.ts
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

// src/stats/collect.ts
var SMALL = 16e6;
var LOOK_MS = 6e4;
var LOCK_MS = 2e3;
var RELATIONS = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relkind::text as kind,
    i.indrelid::int8 as "table",
    (select coalesce(json_agg(h.inhparent::int8), '[]') from pg_inherits h where h.inhrelid = c.oid) as parents,
    case when c.relkind not in ('r', 'm') then null
      when pg_relation_size(c.oid) = 0 then 0
      when c.reltuples < 0 or c.relpages = 0 then null
      else round(c.reltuples / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int8))
    end::float8 as rows,
    coalesce(case when c.relkind in ('r', 'm') then pg_table_size(c.oid)
      when c.relkind = 'i' then pg_relation_size(c.oid) end, 0)::int8 as bytes,
    c.relkind in ('r', 'm') and has_table_privilege(c.oid, 'select') and not row_security_active(c.oid) as countable
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = c.oid
  where c.relkind in ('r', 'p', 'm', 'i', 'I') and c.relpersistence <> 't'
    and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`;
async function collectStats(db, options) {
  const rows = await readOnly(db, LOOK_MS, () => db.query(RELATIONS));
  const uncounted = [];
  const counted = /* @__PURE__ */ new Map();
  for (const row of rows) {
    if (!row.countable || !(options.exact || row.bytes <= SMALL)) continue;
    const count = await countRows(db, row, options.countMs);
    if (typeof count === "number") counted.set(row.oid, count);
    else if (options.exact) uncounted.push({ table: nameOf(row), reason: count });
  }
  const tables = tablesOf(rows, counted);
  const { today: date } = options;
  const unknown = Object.entries(tables).filter(([, { rows: known }]) => known === null);
  return {
    stats: { version: 1, date, postgres: versionOf(db.version), tables },
    unknown: unknown.map(([name]) => name).sort(),
    uncounted
  };
}
function readOnly(db, ms, work) {
  return db.scratch(async () => {
    await db.exec(
      `set transaction read only; set local statement_timeout = ${String(ms)}; set local lock_timeout = ${String(LOCK_MS)}`
    );
    return work();
  });
}
var nameOf = ({ schema, name }) => `${schema}.${name}`;
async function countRows(db, { schema, name }, ms) {
  const table = [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
  try {
    const [row] = await readOnly(
      db,
      ms,
      () => db.query(`select count(*)::int8 as rows from only ${table}`)
    );
    return row?.rows ?? "no answer";
  } catch (error) {
    if (error instanceof DatabaseError) return error.message;
    throw error;
  }
}
function tablesOf(rows, counted) {
  const children = groupBy(rows, ({ parents }) => parents);
  const below = (row) => [
    row,
    ...(children.get(row.oid) ?? []).flatMap(below)
  ];
  const leaves = (row) => [...new Set(below(row))].filter(isStored);
  const indexes = groupBy(rows, ({ table }) => table === null ? [] : [table]);
  const stats = (row) => {
    const own = leaves(row);
    const known = own.map((leaf) => counted.get(leaf.oid) ?? leaf.rows);
    return {
      rows: known.includes(null) ? null : sum(known.map((one) => one ?? 0)),
      exact: own.every(({ oid }) => counted.has(oid)),
      bytes: sum(own.map(({ bytes }) => bytes)),
      indexes: Object.fromEntries(
        (indexes.get(row.oid) ?? []).map((index) => [
          nameOf(index),
          sum(leaves(index).map(({ bytes }) => bytes))
        ])
      )
    };
  };
  const tables = rows.filter(({ kind }) => !["i", "I"].includes(kind));
  return Object.fromEntries(tables.map((row) => [nameOf(row), stats(row)]));
}
var isStored = ({ kind }) => kind !== "p" && kind !== "I";
var sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
function groupBy(rows, keysOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === void 0) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}
var versionOf = (number) => `${String(Math.floor(number / 1e4))}.${String(number % 1e4)}`;

// src/commands/stats.ts
var COUNT_MS = 5e3;
async function runStats({ args, surroundings, progress }) {
  const url = urlOf(args.databaseUrl, surroundings.environment["DATABASE_URL"]);
  if (url === null) throw new UsageError("say which server: --database-url, or DATABASE_URL");
  const file = fileOf(args);
  refuseOther(file);
  progress.phase("opening the database");
  const { directory, timeoutMs, exact } = args;
  const target = await openTarget({
    ...{ directory, databaseUrl: url, deadlineMs: timeoutMs, project: "", extensions: [] }
  });
  try {
    progress.phase("reading the sizes of the tables");
    const collected = await collectStats(target.database, {
      ...{ exact, countMs: exact ? timeoutMs : COUNT_MS },
      today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
    });
    replaceFile(file, renderStats(collected.stats));
    progress.done();
    const name = args.output ?? relative(directory, file);
    surroundings.out(manyLines(describe(name, target.label, collected)));
    return 0;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new EnvironmentError(
      `could not read the sizes of the tables: ${error.message} (${error.code})`,
      "Nothing was written; run it again when the tables are not locked.",
      { cause: error }
    );
  } finally {
    progress.done();
    await target.close();
  }
}
function fileOf({ output, directory, config: path, projects }) {
  if (output !== null) return resolve(output);
  const config = readConfig(openDirectory(directory), path);
  const files = new Set(namedIn(config, projects));
  if (files.size > 1) {
    const ids = (config.projects ?? []).map(({ id }) => id).join(", ");
    throw new UsageError(`say with --project whose database this is; there are: ${ids}`);
  }
  return join(directory, [...files][0] ?? DEFAULT_STATS);
}
function namedIn(config, wanted) {
  const all = config.projects ?? [];
  const unknown = wanted.filter((id) => !all.some((project) => project.id === id));
  if (unknown.length > 0 && config.projects !== void 0) {
    throw new UsageError(
      unknown.map((id) => `--project ${id}: there is no such project in plumbline.yml`)
    );
  }
  const chosen = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const files = chosen.map((project) => statsOf(project, config) ?? DEFAULT_STATS);
  return files.length > 0 ? files : [statsOf({ root: "" }, config) ?? DEFAULT_STATS];
}
function refuseOther(file) {
  if (!existsSync(file)) return;
  let problem;
  try {
    const known = parseStats(readFileSync(file, "utf8"));
    if (!("problem" in known)) return;
    problem = known.problem;
  } catch (error) {
    problem = messageOf(error);
  }
  throw new UsageError(
    `${file} is there already, and not written by \`plumbline stats\` (${problem}); move it away, or name another with --output`
  );
}
var NAMED = 5;
function describe(file, label, { stats, unknown, uncounted }) {
  const tables = Object.values(stats.tables);
  const lines = [
    `${file}: the sizes of ${String(tables.length)} tables on ${label} (PostgreSQL ${stats.postgres})`,
    ...unknown.length === 0 ? [] : [
      `  never analysed, so how many rows they have is not known: ${listed(unknown)}; ANALYZE them, or use --exact`
    ],
    ...uncounted.map(({ table, reason }) => `  not counted: ${table} (${reason})`)
  ];
  return lines.map((line) => `${line}
`).join("");
}
function listed(names) {
  const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : "";
  return `${names.slice(0, NAMED).join(", ")}${more}`;
}
export {
  runStats
};
