import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  extensionsIn,
  findProjects,
  openDirectory,
  openEmbedded,
  readConfig,
  scratchOver,
  toolOf
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-G272ITKT.js";
import {
  DatabaseError,
  offsetOfPosition
} from "./part-7MOL3VE2.js";

// src/database/target.ts
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// src/database/server.ts
import { randomBytes } from "node:crypto";
var CONNECT_MS = 15e3;
async function openServer(url, options = {}) {
  if (options.temporary !== true) return handle(await connect(url), () => Promise.resolve());
  const name = `plumbline_${randomBytes(8).toString("hex")}`;
  const owner = await connect(url);
  await owner.query(`create database ${name} template template0`);
  const temporary = new URL(url);
  temporary.pathname = `/${name}`;
  return handle(await connect(temporary.href), async () => {
    await owner.query(`drop database ${name}`);
    await owner.end();
  });
}
async function connect(url) {
  const { default: driver } = await import("./vendor/pg.js");
  const text = (value) => value;
  const client = new driver.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    options: "-c timezone=UTC"
  });
  const { INT8, DATE, TIMESTAMP, TIMESTAMPTZ } = driver.types.builtins;
  client.setTypeParser(INT8, (value) => {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  });
  for (const type of [DATE, TIMESTAMP, TIMESTAMPTZ]) client.setTypeParser(type, text);
  client.on("error", () => void 0);
  try {
    await client.connect();
  } catch (error) {
    throw new EnvironmentError(
      `can't connect to the database: ${messageOf(error)}`,
      "Check the URL, the server and its access rules.",
      { cause: error }
    );
  }
  return client;
}
async function handle(client, afterwards) {
  const ask = async (sql, parameters) => {
    try {
      const result = await client.query(sql, parameters ? [...parameters] : void 0);
      return result.rows;
    } catch (error) {
      throw wrap(error, sql);
    }
  };
  let previous = Promise.resolve();
  const send = (sql, parameters) => {
    const answer = previous.then(() => ask(sql, parameters));
    previous = answer.catch(() => void 0);
    return answer;
  };
  const exec = async (sql) => {
    await send(sql);
  };
  const [version] = await send("show server_version_num", []);
  return {
    version: Number(version?.["server_version_num"]),
    stubbed: [],
    exec,
    run: async (texts) => {
      for (const [index, text] of texts.entries()) {
        try {
          await exec(text);
        } catch (error) {
          if (error instanceof DatabaseError) return { ok: false, index, error };
          throw error;
        }
      }
      return { ok: true };
    },
    watch: (sql) => watch(client, sql),
    query: (sql, parameters = []) => send(sql, parameters),
    scratch: scratchOver(exec),
    close: async () => {
      await client.end();
      await afterwards();
    }
  };
}
async function watch(client, sql) {
  const messages = [];
  const listen = (notice) => {
    const { severity, message, routine } = notice;
    messages.push({ severity: severity ?? "", text: message ?? "", routine: routine ?? "" });
  };
  client.on("notice", listen);
  const begin = performance.now();
  let error = null;
  try {
    await client.query(sql);
  } catch (thrown) {
    const wrapped = wrap(thrown, sql);
    if (!(wrapped instanceof DatabaseError)) throw wrapped;
    error = wrapped;
  } finally {
    client.off("notice", listen);
  }
  return { error, messages, ms: performance.now() - begin };
}
function wrap(error, sql) {
  if (!(error instanceof Error) || !("code" in error) || !("severity" in error)) {
    return new EnvironmentError(
      `the connection to the database failed: ${messageOf(error)}`,
      "Check the server and the network, then run again.",
      { cause: error }
    );
  }
  const fields = error;
  return new DatabaseError({
    message: fields.message,
    code: fields.code ?? "XX000",
    detail: fields.detail ?? null,
    hint: fields.hint ?? null,
    position: offsetOfPosition(sql, fields.position)
  });
}

// src/database/target.ts
async function openTarget(options) {
  const { databaseUrl, deadlineMs } = options;
  if (databaseUrl !== null) {
    const database2 = await openServer(databaseUrl);
    return { database: database2, label: withoutPassword(databaseUrl), close: () => database2.close() };
  }
  const name = options.project.replaceAll(/[^\w.-]+/gu, "_");
  const database = await openEmbedded({
    extensions: options.extensions,
    dataDirectory: join(homeOf(options.directory), "pgdata", name),
    deadlineMs
  });
  const label = `embedded database (.plumbline/pgdata/${name})`;
  return { database, label, close: () => database.close() };
}
function homeOf(directory) {
  const home = join(directory, ".plumbline");
  try {
    mkdirSync(home, { recursive: true });
    const ignore = join(home, ".gitignore");
    if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  } catch (error) {
    throw new EnvironmentError(
      `can't keep the embedded database in ${home}: ${messageOf(error)}`,
      "Make the directory writable, or name a server with --database-url.",
      { cause: error }
    );
  }
  return home;
}
function withoutPassword(url) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "the server";
  }
}

// src/commands/each-project.ts
function eachKeptProject(invocation, work, options = {}) {
  return eachProject(
    invocation,
    ({ migrations: { ledger, ...set }, ...one }) => {
      if (ledger === null) throw notKept(one.project);
      return work({ ...one, migrations: { ...set, ledger } });
    },
    { ...options, kept: true }
  );
}
function notKept({ id }) {
  return new UsageError(
    `${id}: only the tool that these migrations are written for can apply them and keep its books; use its own command`
  );
}
async function eachProject({ args, surroundings, progress }, work, { whole = false, kept = false } = {}) {
  progress.phase("reading the repository");
  const head = openDirectory(args.directory);
  const { projects } = await findProjects(head, readConfig(head, args.config), args.projects);
  const databaseUrl = urlOf(args.databaseUrl, surroundings.environment["DATABASE_URL"]);
  if (databaseUrl !== null && projects.length > 1) {
    const ids = projects.map(({ id }) => id).join(", ");
    throw new UsageError(`say with --project whose database this is; there are: ${ids}`);
  }
  const sets = /* @__PURE__ */ new Map();
  for (const project of projects) {
    sets.set(project, await toolOf(project).readMigrations(head, project));
  }
  const foreign = kept ? [...sets].find(([, { ledger }]) => ledger === null) : void 0;
  if (foreign !== void 0) throw notKept(foreign[0]);
  if (whole) refuseGaps([...sets.values()]);
  const results = [];
  for (const [project, migrations] of sets) {
    progress.phase("opening the database", project.id);
    const target = await openTarget({
      directory: args.directory,
      databaseUrl,
      deadlineMs: args.timeoutMs,
      project: project.id,
      extensions: extensionsOf(migrations)
    });
    try {
      results.push(await work({ project, migrations, target }));
    } finally {
      progress.done();
      await target.close();
    }
  }
  return results;
}
function refuseGaps(sets) {
  const problems = sets.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").map(
    ({ file, line, message }) => file === null ? message : `${file}:${String(line ?? 1)}: ${message}`
  );
  if (problems.length === 0) return;
  throw new UsageError([...problems, "nothing was applied"]);
}
function urlOf(option, variable) {
  const url = option ?? (variable === "" ? void 0 : variable) ?? null;
  if (url === null || /^postgres(?:ql)?:\/\//u.test(url)) return url;
  const name = option === null ? "DATABASE_URL" : "--database-url";
  throw new UsageError(`${name}: must begin with postgres:// or postgresql://`);
}
function extensionsOf({ migrations }) {
  const statements = migrations.flatMap((migration) => migration.statements);
  return [...new Set(statements.flatMap(({ sql }) => extensionsIn(sql)))];
}

export {
  openTarget,
  eachKeptProject,
  eachProject,
  urlOf
};
