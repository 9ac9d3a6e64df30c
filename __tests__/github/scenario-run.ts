// Plays a scenario: an origin and a stand-in for GitHub as its file says, and the built action on them, one
// step after another.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runAction, type ActionResult, type ActionRun } from './action.ts';
import {
  dispatchEvent,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  workflowRunEvent,
} from './events.ts';
import { gitIn, makeOrigin, type Origin } from './repository.ts';
import { changed, filesOfProject, replaced, type Scenario, type Step } from './scenario-file.ts';
import { prepare } from './scenario-github.ts';
import { wordsForCommits, type Words } from './scenario-words.ts';
import { serve } from './served.ts';
import {
  addPullRequest,
  APP_TOKEN,
  READ_TOKEN,
  startStandIn,
  WRITE_TOKEN,
  type RecordedRequest,
  type StandIn,
} from './stand-in.ts';
import type { PullRequest } from './stand-in-state.ts';

/** What one step left. */
export interface Played {
  readonly step: Step;
  readonly result: ActionResult;
  readonly requests: readonly RecordedRequest[];
  readonly problems: readonly string[];
  readonly pullRequest: PullRequest;
  /** The branch before the run. */
  readonly head: string;
  readonly origin: Origin;
  /** Files that are in the workspace afterwards, and were not checked out. */
  readonly left: readonly string[];
  readonly words: Words;
}

const tokens: Readonly<Record<string, string>> = {
  'may write': WRITE_TOKEN,
  'may only read': READ_TOKEN,
  'of an App': APP_TOKEN,
};
const NUMBER = 5;

/** Plays all steps; `look` sees what each has left. `entry` is the action's script. */
export async function play(
  scenario: Scenario,
  entry: string,
  look: (played: Played) => void,
): Promise<void> {
  const standIn = await startStandIn(scenario.host === 'github.com' ? '' : '/api/v3');
  const origin = makeOrigin();
  try {
    const world = begin(scenario, origin, standIn);
    for (const step of scenario.steps) look(await playStep(world, step, entry));
  } finally {
    origin.remove();
    await standIn.close();
  }
}

interface World {
  readonly scenario: Scenario;
  readonly origin: Origin;
  readonly standIn: StandIn;
  readonly pullRequest: PullRequest;
  readonly branch: string;
  /** GITHUB_SERVER_URL where commits are fetched from it. */
  readonly server: string;
  /** Of the pull request. */
  files: Record<string, string>;
  base: string;
  /** The newest JSON report. */
  report: string;
  /** What to call the commits. */
  readonly names: Map<string, string>;
}

function begin(scenario: Scenario, origin: Origin, standIn: StandIn): World {
  const { branch = 'change', changes } = scenario.pullRequest;
  const files = changed(filesOfProject(scenario.project), scenario.base);
  const base = origin.commit('base', files);
  origin.checkout(branch, { create: true });
  const changedFiles = changed(files, changes);
  const head = commitFiles(origin, 'change', { before: files, after: changedFiles });
  const pullRequest = addPullRequest(standIn, NUMBER, head);
  pullRequest.branch = branch;
  standIn.state.directory = origin.directory;
  const server = serve(origin);
  return {
    ...{ scenario, origin, standIn, pullRequest, branch, server, files: changedFiles, base },
    ...{ report: '', names: new Map<string, string>() },
  };
}

type Files = Readonly<Record<string, string>>;

function commitFiles(
  origin: Origin,
  message: string,
  { before, after }: { readonly before: Files; readonly after: Files },
): string {
  const gone = Object.keys(before).filter((path) => !(path in after));
  return origin.commit(message, {
    ...after,
    ...Object.fromEntries(gone.map((path) => [path, null])),
  });
}

async function playStep(world: World, step: Step, entry: string): Promise<Played> {
  const { origin, standIn, pullRequest, branch } = world;
  const git = (...args: string[]): string => gitIn(origin.directory, args);
  mergeOther(world, step);
  git('checkout', '--quiet', '--force', branch);
  git('reset', '--quiet', '--hard');
  push(world, step);
  const head = pullRequest.headSha;
  git('update-ref', `refs/pull/${String(NUMBER)}/head`, head);
  const merge = mergeOf(world);
  const { workspace, isRepository } = checkOut(world, step);
  const before = { requests: standIn.requests.length, problems: standIn.problems.length };
  prepare(world, step.github);
  const result = await runAction(actionRun(world, step, { entry, workspace, merge, head }));
  if (result.report !== '') world.report = result.report;
  const ours = git('rev-parse', branch);
  if (ours !== head) named(world, result.outputs['committed'] === 'true' ? 'OURS' : 'NEWER', ours);
  return {
    ...{ step, result, pullRequest, head, origin },
    requests: standIn.requests.slice(before.requests),
    problems: standIn.problems.slice(before.problems),
    left: isRepository ? changesIn(workspace) : readdirSync(workspace),
    words: [
      ...wordsForCommits(world.names),
      [workspace, 'WORKSPACE'],
      [world.server, 'https://github.com'],
      [standIn.url, 'https://api.github.com'],
      [result.temporary, 'TEMP'],
    ],
  };
}

/** `HEAD`, then `HEAD-2`; a commit keeps its first name. */
function named({ names }: World, word: string, sha: string): string {
  const others = [...names.values()].filter((one) => one.startsWith(word)).length;
  if (!names.has(sha)) names.set(sha, others === 0 ? word : `${word}-${String(others + 1)}`);
  return sha;
}

/** GitHub makes another one where base or head moved. */
function mergeOf(world: World): string {
  const { origin, base, pullRequest } = world;
  const isNew = !world.names.has(base) || !world.names.has(pullRequest.headSha);
  named(world, 'BASE', base);
  named(world, 'HEAD', pullRequest.headSha);
  if (isNew) return named(world, 'MERGE', origin.trialMerge(NUMBER, base));
  return gitIn(origin.directory, ['rev-parse', `refs/pull/${String(NUMBER)}/merge`]);
}

const changesIn = (workspace: string): readonly string[] =>
  gitIn(workspace, ['status', '--porcelain', '-z', '--untracked-files=all'])
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^.?. /, ''));

function mergeOther(world: World, { merged }: Step): void {
  if (merged === undefined) return;
  const { origin } = world;
  gitIn(origin.directory, ['checkout', '--quiet', '--force', 'main']);
  const before = filesAt(origin.directory, 'main');
  world.base = commitFiles(origin, 'another', { before, after: changed(before, merged) });
}

function push({ origin, pullRequest }: World, { push: changes }: Step): void {
  if (changes !== undefined) {
    const before = filesAt(origin.directory, 'HEAD');
    commitFiles(origin, 'more', { before, after: changed(before, changes) });
  }
  pullRequest.headSha = gitIn(origin.directory, ['rev-parse', 'HEAD']);
}

function filesAt(directory: string, commit: string): Record<string, string> {
  const paths = gitIn(directory, ['ls-tree', '-r', '-z', '--name-only', commit]).split('\0');
  const entries = paths
    .filter((path) => path !== '')
    .map((path) => [path, `${gitIn(directory, ['show', `${commit}:${path}`])}\n`]);
  return Object.fromEntries(entries) as Record<string, string>;
}

interface CheckedOut {
  readonly workspace: string;
  readonly isRepository: boolean;
}

/** What actions/checkout leaves, or nothing but what another step downloaded. */
function checkOut({ origin, branch, report }: World, step: Step): CheckedOut {
  const cloned = (ref: string, depth: number): CheckedOut => ({
    workspace: origin.clone(ref, depth),
    isRepository: true,
  });
  const merge = `refs/pull/${String(NUMBER)}/merge`;
  switch (step.checkout ?? usualCheckout(step.event)) {
    case 'nothing': {
      const workspace = mkdtempSync(join(dirname(origin.directory), 'workspace-'));
      const { received } = step;
      if (received === undefined) return { workspace, isRepository: false };
      const text = typeof received === 'string' ? received : reportWith(report, received);
      writeFileSync(join(workspace, 'plumbline-report.json'), text);
      return { workspace, isRepository: false };
    }
    case 'the branch':
      return cloned(`refs/heads/${branch}`, 1);
    case 'main':
      return cloned('refs/heads/main', 1);
    case 'the merge alone':
      return cloned(merge, 1);
    case 'the merge alone, without its origin': {
      const found = cloned(merge, 1);
      gitIn(found.workspace, ['remote', 'set-url', 'origin', 'file:///nowhere']);
      return found;
    }
    case 'the merge':
      return cloned(merge, 2);
  }
}

function reportWith(report: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => replaced(text, from, to), report);
}

function usualCheckout(event: Step['event']): NonNullable<Step['checkout']> {
  switch (event) {
    case 'pull_request':
      return 'the merge';
    case 'pull_request_target':
    case 'workflow_run':
    case 'workflow_run of a push':
      return 'nothing';
    default:
      return 'the branch';
  }
}

function actionRun(
  { scenario, standIn, base, branch, server }: World,
  { event, inputs }: Step,
  run: {
    readonly entry: string;
    readonly workspace: string;
    readonly merge: string;
    readonly head: string;
  },
): ActionRun {
  const { entry, workspace, merge, head } = run;
  const given = Object.entries({ 'github-token': 'may write', ...inputs }).map(
    ([name, value]) => [name, name.endsWith('-token') ? (tokens[value] ?? value) : value] as const,
  );
  const usual = scenario.host === 'github.com' ? 'https://github.com' : 'https://github.example';
  return {
    ...{ entry, workspace, event: eventOf(event, { scenario, head, base, branch }) },
    inputs: Object.fromEntries(given),
    env: {
      // The same modules are loaded by a hundred runs.
      NODE_COMPILE_CACHE: join(dirname(entry), '../compiled'),
      GITHUB_API_URL: standIn.url,
      GITHUB_SERVER_URL: event === 'pull_request_target' ? server : usual,
      GITHUB_SHA: event === 'pull_request' ? merge : head,
      GITHUB_REF:
        event === 'pull_request' ? `refs/pull/${String(NUMBER)}/merge` : `refs/heads/${branch}`,
    },
  };
}

function eventOf(
  event: Step['event'],
  place: {
    readonly scenario: Scenario;
    readonly head: string;
    readonly base: string;
    readonly branch: string;
  },
): ActionRun['event'] {
  const {
    scenario: {
      pullRequest: { from, closed },
    },
    head,
    base,
    branch,
  } = place;
  switch (event) {
    case 'pull_request':
    case 'pull_request_target': {
      const isFork = from === 'a fork' || from === 'a fork that is gone';
      const { payload } = pullRequestEvent({
        ...{ head, base, branch, fork: isFork, gone: from === 'a fork that is gone' },
        state: closed ? 'closed' : 'open',
        ...(from === 'Dependabot' ? { author: 'dependabot[bot]' } : {}),
      });
      return { name: event, payload };
    }
    case 'merge_group':
      return mergeGroupEvent({ head, base });
    case 'push':
      return pushEvent({ before: base, after: head });
    case 'workflow_dispatch':
      return dispatchEvent();
    case 'workflow_run':
      return workflowRunEvent('pull_request', head, branch);
    case 'workflow_run of a push':
      return workflowRunEvent('push', head, branch);
  }
}
