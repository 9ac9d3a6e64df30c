import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  analyse,
  migrationFiles,
  openWorkspace,
  projectReport
} from "./part-JRW2ZPKN.js";
import "./part-QRMSZTRJ.js";
import "./part-4GPMKYDS.js";
import {
  EnvironmentError,
  directoriesOf,
  manyLines,
  messageOf,
  toolOf
} from "./part-ARAFE44X.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

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
import { dirname, join, relative, sep } from "node:path";
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

// src/revision/overlay.ts
function overlay(under, files) {
  const paths = [.../* @__PURE__ */ new Set([...under.list(), ...files.keys()])].sort();
  const directories = directoriesOf(files.keys());
  return {
    label: under.label,
    commit: null,
    list: () => paths,
    isFile: (path) => files.has(path) || under.isFile(path),
    isDirectory: (path) => directories.has(path) || under.isDirectory(path),
    read: (path) => files.get(path) ?? under.read(path)
  };
}

// src/generate.ts
async function generate(options, name, progress) {
  const workspace = await openWorkspace(options, progress);
  try {
    const generated = [];
    for (const project of workspace.projects) {
      const analysis = await analyse(workspace, project);
      const files = filesOf(analysis, name);
      if (files.length > 0) await readBack(workspace.head, analysis, files);
      generated.push({ project: projectReport(analysis), files });
    }
    return generated;
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
function filesOf({ project, models, compared }, name) {
  if (compared === null || compared.head.unreadable.length > 0 || models.unknowns.length > 0)
    return [];
  const { head, plan } = compared;
  return migrationFiles({ project, head, up: plan.report.up, name });
}
async function readBack(head, { project, migrations, compared }, files) {
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(head, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const statements = added.flatMap((migration) => migration.statements.map(({ sql }) => sql));
  const expected = compared?.plan.report.up ?? [];
  const same = statements.map(bare).join("\n") === expected.map(bare).join("\n");
  if (added.length !== 1 || !same) {
    throw new Error(`${project.id}: the migration reads back otherwise than it was proved`);
  }
}
var bare = (sql) => sql.trim().replace(/;$/u, "");

// src/commands/makemigrations.ts
async function runMakemigrations(invocation) {
  const { args, surroundings, progress } = invocation;
  const options = { ...args, base: null, deadlineMs: args.timeoutMs };
  const generated = await generate(options, args.name, progress);
  if (!args.check && !args.dryRun) {
    writeFiles(
      args.directory,
      generated.flatMap(({ files }) => files)
    );
  }
  for (const one of generated) surroundings.out(manyLines(describe(one, args)));
  const stuck = generated.filter(isStuck).map(({ project }) => project);
  if (stuck.length > 0) return stuck.every(isMisconfigured) ? 2 : 3;
  return args.check && generated.some(({ files }) => files.length > 0) ? 1 : 0;
}
function isStuck({ project, files }) {
  return files.length === 0 && project.status !== "ok";
}
function isMisconfigured({ findings }) {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ hazard }) => hazard === "configuration");
}
function describe(one, args) {
  const { project, files } = one;
  const id = project.id;
  if (isStuck(one)) return `${id}: no migration could be made
${problems(project)}`;
  const [migration] = files;
  if (migration === void 0) return `${id}: ${match(project)}, nothing to do
`;
  const changes = project.drift.filter(({ weight }) => weight === "substance").map(({ op, kind, object }) => `  ${op} ${kind} ${object}
`);
  const verb = args.check ? "is missing" : args.dryRun ? "would be written" : "written, proved";
  const content = args.dryRun ? files.map(({ path, content: text }) => `
-- ${path}
${text}`).join("") : "";
  return `${id}: ${migration.path} ${verb}
${changes.join("")}${content}`;
}
function match({ drift }) {
  return drift.length === 0 ? "models and migrations match" : `models and migrations differ only in names, order or spelling (${drift.length})`;
}
function problems({ findings, models }) {
  const lines = findings.filter(({ severity }) => severity === "error").map(({ file, line, message }) => {
    const place2 = file === null ? "" : `${file}:${line ?? 1}: `;
    return `  ${place2 + message}
`;
  });
  const unknowns = models.unknowns.length > 0 ? "  give values for what is unknown in plumbline.yml, under env\n" : "";
  return lines.join("") + unknowns;
}
export {
  runMakemigrations
};
