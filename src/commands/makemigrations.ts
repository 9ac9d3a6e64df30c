// plumbline makemigrations: writes what is missing, or says what keeps it from doing so.
import pc from 'picocolors';
import { askOn } from './ask-rename.ts';
import type { Invocation } from './invocation.ts';
import { writeFiles } from '../files.ts';
import { generate, type Generated } from '../generate.ts';
import type { ExitCode } from '../report/exit-code.ts';
import type { ProjectReport } from '../report/report.ts';
import { openRenames } from '../report/status.ts';
import { paint } from '../report/text-paint.ts';
import { renameLines } from '../report/text-renames.ts';
import { manyLines } from '../report/visible.ts';

/** Whoever is asked may think as long; whoever sits there can also end it. */
const WHILE_ASKING_MS = 3_600_000;

/** `--check` writes nothing and exits 1 when a migration is missing; `--dry-run` prints the files. */
export async function runMakemigrations(invocation: Invocation): Promise<ExitCode> {
  const { args, surroundings, progress } = invocation;
  const { dialogue = null } = surroundings;
  // A check gives the same answer whoever looks on.
  const ask = dialogue === null || args.check ? null : askOn(dialogue, progress);
  let answers = 0;
  const counted: typeof ask =
    ask &&
    (async (...question) => {
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
      generated.flatMap(({ files }) => files),
    );
  }
  for (const one of generated) surroundings.out(manyLines(describe(one, args)));
  if (answers > 0 && generated.some(({ files }) => files.length > 0)) {
    surroundings.out('What you answered is in the migration: nothing else needs to say so.\n');
  }
  const stuck = generated.filter(isStuck).map(({ project }) => project);
  if (stuck.length > 0) return exitCodeFor(stuck);
  return args.check && generated.some(({ files }) => files.length > 0) ? 1 : 0;
}

/** There is drift, or no answer, and yet nothing that could be written. */
function isStuck({ project, files }: Generated): boolean {
  return files.length === 0 && project.status !== 'ok';
}

function exitCodeFor(stuck: readonly ProjectReport[]): ExitCode {
  if (stuck.every(isUndecided)) return 1;
  return stuck.every(isMisconfigured) ? 2 : 3;
}

/** All that is missing is somebody's word. */
function isUndecided(project: ProjectReport): boolean {
  const errors = project.findings.filter(({ severity }) => severity === 'error');
  return openRenames(project).length > 0 && errors.every(({ rule }) => rule === 'undecided-rename');
}

function isMisconfigured({ findings }: ProjectReport): boolean {
  const errors = findings.filter(
    ({ severity, hazard }) => severity === 'error' && hazard !== 'drift',
  );
  return errors.length > 0 && errors.every(({ hazard }) => hazard === 'configuration');
}

function describe(one: Generated, args: Invocation['args']): string {
  const { project, files } = one;
  const id = project.id;
  if (isStuck(one)) return `${id}: no migration could be made\n${problems(project)}`;
  if (files.length === 0) return `${id}: ${match(project)}, nothing to do\n`;
  const changes = project.drift
    .filter(({ weight }) => weight === 'substance')
    .map(({ op, kind, object }) => `  ${op} ${kind} ${object}\n`);
  // The SQL files come first.
  const names = files
    .slice(0, project.plan.migrations.length)
    .map(({ path }) => path)
    .join(', ');
  const missing = project.plan.migrations.length > 1 ? 'are missing' : 'is missing';
  const verb = args.check ? missing : args.dryRun ? 'would be written' : 'written, proved';
  const content = args.dryRun
    ? files.map(({ path, content: text }) => `\n-- ${path}\n${text}`).join('')
    : '';
  return `${id}: ${names} ${verb}\n${changes.join('')}${content}`;
}

function match({ drift }: ProjectReport): string {
  return drift.length === 0
    ? 'models and migrations match'
    : `models and migrations differ only in names, order or spelling (${drift.length})`;
}

function problems(project: ProjectReport): string {
  const { findings, models } = project;
  const lines = findings
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'undecided-rename')
    .map(({ file, line, message }) => {
      const place = file === null ? '' : `${file}:${line ?? 1}: `;
      return `  ${place + message}\n`;
    });
  const unknowns =
    models !== null && models.unknowns.length > 0
      ? '  give values for what is unknown in plumbline.yml, under env\n'
      : '';
  const renames = renameLines(project, paint(pc.createColors(false)));
  return [...lines, unknowns, ...renames.map((line) => `${line}\n`)].join('');
}
