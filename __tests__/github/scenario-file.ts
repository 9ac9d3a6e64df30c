// What a scenario's file may say. A key that isn't here is an error, so that no slip takes a check away.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { outputs, type OutputName } from '../../src/github/inputs.ts';
import { requestNames } from './scenario-requests.ts';

export const directory = fileURLToPath(new URL('scenarios', import.meta.url));

/** A file's text, null where it is removed, a part of it in another's place, or many lines, `{}` their number. */
const fileChange = z.union([
  z.string(),
  z.null(),
  z.strictObject({ replace: z.string(), with: z.string() }),
  z.strictObject({ repeat: z.string(), times: z.int() }),
]);
const fileChanges = z.record(z.string(), fileChange);
export type FileChanges = z.infer<typeof fileChanges>;

/** `ours: text`, and `octocat, hidden: text` for a comment that somebody has hidden. */
const comment = z
  .record(z.string().regex(/^(?:\w+|\d+ others)(?:, with our marker)?(?:, hidden)?$/), z.string())
  .refine((one) => Object.keys(one).length === 1, 'must have one author');
export type Comment = z.infer<typeof comment>;

/** `502 once`; `done` where it is carried out all the same. */
const fault = z
  .string()
  .regex(
    /^(?:\d{3}|connection reset|secondary rate limit(?: of an hour)?|forbidden|refused) (?:once|always)(?:, but done)?$/,
  );
/** What somebody else does. */
const happening = z.enum([
  ...['closed', 'merged', 'locked', 'branch deleted', 'in the merge queue'],
  ...['the author pushes', 'the first comment is removed', 'the last comment is removed'],
] as const);
export type Happening = z.infer<typeof happening>;

const pullRequest = z.strictObject({
  /** Where its branch is; this repository where nothing is said. */
  from: z.enum(['this repository', 'a fork', 'a fork that is gone', 'Dependabot']).optional(),
  branch: z.string().optional(),
  /** Whether it was closed before the event. */
  closed: z.boolean().default(false),
  changes: fileChanges,
});

const github = z.strictObject({
  /** Others that are there before the run. */
  comments: z.array(comment).default([]),
  /** What becomes of the pull request after the event, before the run. */
  pullRequest: z.array(happening).default([]),
  /** How requests fail. */
  faults: z.partialRecord(requestNames, fault).default({}),
  /** What happens right before a request is looked at. */
  meanwhile: z.partialRecord(requestNames, happening).default({}),
  /** Files that the pull request changes besides, and those that are too large for a diff. */
  moreFiles: z.int().default(0),
  tooLarge: z.array(z.string()).default([]),
});
export type GitHubBefore = z.infer<typeof github>;

const commit = z.strictObject({
  by: z.string(),
  says: z.string(),
  files: z.record(z.string(), z.string()),
});

const then = z.strictObject({
  exit: z.union([z.literal(0), z.literal(1)]),
  /** The first line of the job's summary; empty where there is none. */
  summary: z.string(),
  /** Those that are not empty, false, zero or what the rest says. */
  outputs: z.partialRecord(z.enum(Object.keys(outputs) as [OutputName]), z.string()),
  projects: z.array(z.string()).default([]),
  requests: z.array(z.string()).default([]),
  annotations: z.array(z.string()).default([]),
  comments: z.array(comment).default([]),
  commits: z.array(commit).default([]),
  suggestions: z.array(z.record(z.string(), z.string())).default([]),
  /** Parts of the log, for what is told nowhere else. */
  log: z.array(z.string()).default([]),
});
export type Then = z.infer<typeof then>;

const step = z.strictObject({
  /** What happens, in words. */
  when: z.string(),
  /** Another pull request is merged first: a commit on main. */
  merged: fileChanges.optional(),
  /** One more commit of its author. */
  push: fileChanges.optional(),
  event: z
    .enum([
      ...['pull_request', 'pull_request_target', 'merge_group', 'push', 'workflow_dispatch'],
      ...['workflow_run', 'workflow_run of a push'],
    ] as const)
    .default('pull_request'),
  /** What actions/checkout left, in place of what is usual for the event. */
  checkout: z
    .enum([
      ...['the merge', 'the merge alone', 'the merge alone, without its origin', 'the branch'],
      ...['main', 'nothing'],
    ] as const)
    .optional(),
  /** The file plumbline-report.json: a text, or the step before's with parts of it in others' places. */
  received: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  inputs: z.record(z.string(), z.string()).default({}),
  github: github.prefault({}),
  then,
});
export type Step = z.infer<typeof step>;

const scenario = z.strictObject({
  project: z.string(),
  /** GitHub itself, or a company's own. */
  host: z.enum(['github.com', 'GitHub Enterprise']).default('github.com'),
  /** What base has besides the project. */
  base: fileChanges.default({}),
  pullRequest,
  steps: z.array(step).min(1),
});
export type Scenario = z.infer<typeof scenario>;

const projects = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(parse(readFileSync(join(directory, 'projects.yml'), 'utf8')));

/** Names of all scenarios. */
export const scenarioNames = readdirSync(directory)
  .filter((name) => name.endsWith('.yml') && name !== 'projects.yml')
  .map((name) => name.replace(/\.yml$/, ''));

/** Throws with every mistake in the file. */
export const readScenario = (name: string): Scenario =>
  parseScenario(`${name}.yml`, readFileSync(join(directory, `${name}.yml`), 'utf8'));

/** The same of a text. */
export function parseScenario(file: string, text: string): Scenario {
  const result = scenario.safeParse(parse(text));
  if (result.success) return result.data;
  throw new Error(`${file}:\n${z.prettifyError(result.error)}`);
}

/** The files of a project that scenarios start from. */
export function filesOfProject(name: string): Record<string, string> {
  const files = projects[name];
  if (files === undefined) throw new Error(`there is no project ${name}`);
  return withJournals(files);
}

/** Files after changes; a removed one is not there. */
export function changed(
  files: Readonly<Record<string, string>>,
  changes: FileChanges,
): Record<string, string> {
  const result = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (typeof change === 'string') result[path] = change;
    else if (change === null) Reflect.deleteProperty(result, path);
    else if ('repeat' in change) result[path] = repeated(change);
    else result[path] = replaced(result[path] ?? '', change.replace, change.with);
  }
  return withJournals(result);
}

/** Throws where the text isn't there. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from} in ${text}`);
  return text.replace(from, () => to);
}

const repeated = (lines: { readonly repeat: string; readonly times: number }): string =>
  Array.from({ length: lines.times }, (_, index) =>
    lines.repeat.replaceAll('{}', String(index)),
  ).join('');

/** A journal for each folder of Drizzle's migrations, of the files beside it. */
function withJournals(files: Readonly<Record<string, string>>): Record<string, string> {
  const roots = Object.keys(files)
    .filter((path) => path.endsWith('drizzle.config.ts'))
    .map((path) => path.replace(/drizzle\.config\.ts$/, 'drizzle/'));
  return {
    ...files,
    ...Object.fromEntries(
      roots.map((root) => [`${root}meta/_journal.json`, journalOf(root, files)]),
    ),
  };
}

function journalOf(root: string, files: Readonly<Record<string, string>>): string {
  const tags = Object.keys(files)
    .filter((path) => path.startsWith(root) && path.endsWith('.sql'))
    .map((path) => path.slice(root.length, -'.sql'.length))
    .sort();
  const entries = tags.map((tag, idx) => ({
    ...{ idx, version: '7', when: 1_700_000_000_000 + idx * 1000, tag, breakpoints: true },
  }));
  return `${JSON.stringify({ version: '7', dialect: 'postgresql', entries }, null, 2)}\n`;
}
