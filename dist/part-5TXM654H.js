import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  analyse,
  asNew,
  asRenamed,
  likelihood,
  migrationFiles,
  newName,
  oldName,
  openRenames,
  openWorkspace,
  paint,
  projectReport,
  renameLines,
  unusedRenames
} from "./part-M2MEWIKZ.js";
import "./part-5EENIFPS.js";
import "./part-VSWJCVOF.js";
import {
  directoriesOf,
  skipBlank,
  toolOf
} from "./part-7LABKXAH.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-UDLH5YUZ.js";
import {
  manyLines,
  oneLine
} from "./part-DBJXRJ25.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

// src/commands/makemigrations.ts
import pc from "./vendor/picocolors.js";

// src/commands/ask-rename.ts
function askOn(dialogue, progress) {
  return async (project, candidate) => {
    progress.done();
    const { select } = await import("./vendor/clack-prompts.js");
    const answer = await select({
      ...dialogue,
      message: `${oneLine(project.id)}: ${questionOf(candidate)}`,
      options: answersTo(candidate)
    });
    if (answer === "renamed") return asRenamed(candidate);
    return answer === "new" ? asNew(candidate) : null;
  };
}
function questionOf(candidate) {
  const { before, member, confidence } = candidate;
  const kind = member === null ? before.kind : `${before.kind} value`;
  const [from, to] = [oneLine(oldName(candidate)), oneLine(newName(candidate))];
  return `was the ${kind} ${from} renamed to ${to}? (${likelihood(confidence)})`;
}
function answersTo(candidate) {
  const { before, after, member } = candidate;
  const [from, to] = [oneLine(member?.from ?? before.name), oneLine(member?.to ?? after.name)];
  return [
    { value: "renamed", label: "renamed", hint: `${from} becomes ${to} and keeps what it holds` },
    { value: "new", label: "dropped and added", hint: `${from} goes, ${to} is new` },
    { value: "stop", label: "stop", hint: "nothing is written" }
  ];
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
    const analyses = [];
    for (const project of withModels(workspace.projects, options.projects)) {
      const analysis = await analyse(workspace, project);
      analyses.push(analysis);
      const files = filesOf(analysis, name);
      if (files.length > 0) await readBack(workspace.head, analysis, files);
      generated.push({ project: projectReport(analysis), files });
    }
    const unused = unusedRenames(analyses, options);
    if (unused.length > 0) throw new UsageError(unused.map(({ message }) => message));
    return generated;
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
function withModels(projects, wanted) {
  const kept = projects.filter((project) => toolOf(project).readModels !== null);
  const without = projects.filter((project) => !kept.includes(project));
  if (kept.length === 0 || wanted.length > 0) {
    const problems2 = without.map(
      ({ id, migrations }) => `${id}: there are no models that a migration could be made from; write the next one by hand in ${migrations ?? "its directory"}, and \`plumbline check\` runs it`
    );
    if (problems2.length > 0) throw new UsageError(problems2);
  }
  return kept;
}
function filesOf({ project, models, compared }, name) {
  if (models === null || compared === null || compared.head.unreadable.length > 0 || models.unknowns.length > 0)
    return [];
  const { head, plan } = compared;
  return migrationFiles({ project, head, parts: plan.report.migrations, name });
}
async function readBack(head, { project, migrations, compared }, files) {
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(head, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const found = added.map(({ statements }) => textOf(statements.map(({ sql }) => sql)));
  const parts = compared?.plan.report.migrations ?? [];
  const expected = parts.map(({ statements }) => textOf(statements));
  if (found.join("\0") !== expected.join("\0")) {
    throw new Error(`${project.id}: the migration reads back otherwise than it was proved`);
  }
}
function textOf(statements) {
  const bare = statements.map((sql) => sql.slice(skipBlank(sql, 0)).trim().replace(/;$/u, ""));
  return bare.join(";\n").replaceAll(/;\s+/gu, ";\n");
}

// src/commands/makemigrations.ts
var WHILE_ASKING_MS = 36e5;
async function runMakemigrations(invocation) {
  const { args, surroundings, progress } = invocation;
  const { dialogue = null } = surroundings;
  const ask = dialogue === null || args.check ? null : askOn(dialogue, progress);
  let answers = 0;
  const counted = ask && (async (...question) => {
    const answer = await ask(...question);
    answers += answer === null ? 0 : 1;
    return answer;
  });
  const deadlineMs = args.timeoutMs + (ask === null ? 0 : WHILE_ASKING_MS);
  const options = { ...args, base: null, ask: counted, deadlineMs };
  const generated = await generate(options, args.name, progress);
  if (!args.check && !args.dryRun) {
    writeFiles(
      args.directory,
      generated.flatMap(({ files }) => files)
    );
  }
  for (const one of generated) surroundings.out(manyLines(describe(one, args)));
  if (answers > 0 && generated.some(({ files }) => files.length > 0)) {
    surroundings.out("What you answered is in the migration: nothing else needs to say so.\n");
  }
  const stuck = generated.filter(isStuck).map(({ project }) => project);
  if (stuck.length > 0) return exitCodeFor(stuck);
  return args.check && generated.some(({ files }) => files.length > 0) ? 1 : 0;
}
function isStuck({ project, files }) {
  return files.length === 0 && project.status !== "ok";
}
function exitCodeFor(stuck) {
  if (stuck.every(isUndecided)) return 1;
  return stuck.every(isMisconfigured) ? 2 : 3;
}
function isUndecided(project) {
  const errors = project.findings.filter(({ severity }) => severity === "error");
  return openRenames(project).length > 0 && errors.every(({ rule }) => rule === "undecided-rename");
}
function isMisconfigured({ findings }) {
  const errors = findings.filter(
    ({ severity, hazard }) => severity === "error" && hazard !== "drift"
  );
  return errors.length > 0 && errors.every(({ hazard }) => hazard === "configuration");
}
function describe(one, args) {
  const { project, files } = one;
  const id = project.id;
  if (isStuck(one)) return `${id}: no migration could be made
${problems(project)}`;
  if (files.length === 0) return `${id}: ${match(project)}, nothing to do
`;
  const changes = project.drift.filter(({ weight }) => weight === "substance").map(({ op, kind, object }) => `  ${op} ${kind} ${object}
`);
  const names = files.slice(0, project.plan.migrations.length).map(({ path }) => path).join(", ");
  const missing = project.plan.migrations.length > 1 ? "are missing" : "is missing";
  const verb = args.check ? missing : args.dryRun ? "would be written" : "written, proved";
  const content = args.dryRun ? files.map(({ path, content: text }) => `
-- ${path}
${text}`).join("") : "";
  return `${id}: ${names} ${verb}
${changes.join("")}${content}`;
}
function match({ drift }) {
  return drift.length === 0 ? "models and migrations match" : `models and migrations differ only in names, order or spelling (${drift.length})`;
}
function problems(project) {
  const { findings, models } = project;
  const lines = findings.filter(({ severity, rule }) => severity === "error" && rule !== "undecided-rename").map(({ file, line, message }) => {
    const place2 = file === null ? "" : `${file}:${line ?? 1}: `;
    return `  ${place2 + message}
`;
  });
  const unknowns = models !== null && models.unknowns.length > 0 ? "  give values for what is unknown in plumbline.yml, under env\n" : "";
  const renames = renameLines(project, paint(pc.createColors(false)));
  return [...lines, unknowns, ...renames.map((line) => `${line}
`)].join("");
}
export {
  runMakemigrations
};
