import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  EnvironmentError,
  messageOf
} from "./part-G272ITKT.js";

// src/stats/stats.ts
import { z } from "./vendor/zod.js";
var bytes = z.number().int().min(0);
var table = z.strictObject({
  rows: z.number().int().min(0).nullable().describe("Null where nobody knows: the table was never analysed."),
  exact: z.boolean().describe("Whether they were counted; else as Postgres estimates them."),
  bytes: bytes.describe(
    "Without its indexes; with its partitions, and the tables that inherit from it."
  ),
  indexes: z.record(z.string(), bytes).describe("Bytes by name: public.users_pkey.")
});
var statsSchema = z.strictObject({
  version: z.literal(1).describe("Version of this format."),
  date: z.iso.date().describe("The day they were read, in UTC."),
  postgres: z.string().describe("Version of the server: 16.4."),
  tables: z.record(z.string(), table).describe("By name, public.users; materialized views as well.")
});
var DEFAULT_STATS = "plumbline.stats.json";
function renderStats({ version, date, postgres, tables }) {
  const sorted = Object.entries(tables).sort(byName).map(([name, { rows, exact, bytes: size, indexes }]) => {
    const own = Object.fromEntries(Object.entries(indexes).sort(byName));
    return [name, { rows, exact, bytes: size, indexes: own }];
  });
  const whole = { version, date, postgres, tables: Object.fromEntries(sorted) };
  return `${JSON.stringify(whole, null, 2)}
`;
}
var byName = ([a], [b]) => a < b ? -1 : a > b ? 1 : 0;
function parseStats(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const result = statsSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join(".") ?? "";
  return {
    problem: `${path === "" ? "" : `${path}: `}${issue?.message ?? "it is something else"}`
  };
}

// src/files.ts
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
function writeFiles(directory, files) {
  const root = realpathSync(directory);
  const staged = files.map((file) => {
    const target = join(root, file.path);
    return { ...file, target, temporary: `${target}.plumbline-${process.pid}` };
  });
  const placed = [];
  try {
    for (const file of staged) stage(root, file);
    for (const file of [...staged].sort((a, b) => rank(a) - rank(b))) {
      place(file);
      placed.push(file);
    }
  } catch (error) {
    for (const file of placed) takeBack(file);
    throw new EnvironmentError(
      `could not write the migration: ${messageOf(error)}`,
      "Mend that and run again; nothing was written.",
      { cause: error }
    );
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}
function replaceFile(target, content) {
  const temporary = `${target}.plumbline-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    throw new EnvironmentError(
      `could not write ${target}: ${messageOf(error)}`,
      "Mend that and run again; what was there is as it was.",
      { cause: error }
    );
  } finally {
    rmSync(temporary, { force: true });
  }
}
function writeOutput(path, content, within) {
  const target = resolve(path);
  try {
    if (within !== null) refuseOutside(realpathSync(within), nearestDirectory(dirname(target)));
    if (/^\/(?:dev|proc)\/[^/]+(?:\/fd\/\d+)?$/u.test(target)) {
      writeFileSync(target, content, { flag: "a" });
      return;
    }
  } catch (error) {
    const help = "Mend that, or name another file.";
    throw new EnvironmentError(`could not write ${path}: ${messageOf(error)}`, help, {
      cause: error
    });
  }
  replaceFile(target, content);
}
var rank = ({ replaces }) => replaces === void 0 ? 0 : 1;
function stage(root, { path, content, replaces, target, temporary }) {
  refuseOutside(root, nearestDirectory(dirname(target)));
  if (replaces === void 0 && existsSync(target)) {
    throw new Error(`${path} is there already; move it away, or give another name with --name`);
  }
  if (replaces !== void 0 && decoded(target) !== replaces) {
    throw new Error(`${path} was changed meanwhile`);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(temporary, content);
}
var decoded = (file) => new TextDecoder().decode(readFileSync(file));
function place({ replaces, target, temporary }) {
  if (replaces !== void 0) {
    renameSync(temporary, target);
    return;
  }
  try {
    linkSync(temporary, target);
  } catch {
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
  }
}
function takeBack({ replaces, target }) {
  if (replaces === void 0) rmSync(target, { force: true });
  else writeFileSync(target, replaces);
}
function nearestDirectory(directory) {
  return existsSync(directory) ? directory : nearestDirectory(dirname(directory));
}
function refuseOutside(root, directory) {
  const way = relative(root, realpathSync(directory));
  if (way === ".." || way.startsWith(`..${sep}`)) {
    throw new Error(`${directory} leads out of the workspace`);
  }
}

export {
  DEFAULT_STATS,
  renderStats,
  parseStats,
  writeFiles,
  replaceFile,
  writeOutput
};
