import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  analyse,
  asNew,
  asRenamed,
  filesOf,
  newName,
  oldName,
  openWorkspace,
  paint,
  projectReport,
  renameLines,
  unusedRenames
} from "./part-KB4UJQLS.js";
import {
  writeFiles
} from "./part-MIDI3I6S.js";
import "./part-YWHAFTIB.js";
import "./part-KVPDTJ7P.js";
import {
  openRenames,
  toolOf
} from "./part-SJZNH6LM.js";
import {
  UsageError
} from "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import {
  likelihood
} from "./part-KH2B3PAS.js";
import {
  manyLines,
  oneLine
} from "./part-QBBLIP5F.js";

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

// src/generate.ts
async function generate(options, progress) {
  const workspace = await openWorkspace(options, progress);
  try {
    const generated = [];
    const analyses = [];
    for (const project of withModels(workspace.projects, options.projects)) {
      const analysis = await analyse(workspace, project);
      analyses.push(analysis);
      generated.push({ project: projectReport(analysis), files: filesOf(analysis) });
      await workspace.databases.release();
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
  const generated = await generate(options, progress);
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
    const place = file === null ? "" : `${file}:${line ?? 1}: `;
    return `  ${place + message}
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
