// A pull request's story: an origin, the stand-in, and one run of the action after another.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { CheckOptions } from '../../src/check.ts';
import type { Report } from '../../src/report/report.ts';
import { runAction, type ActionResult, type ActionRun } from './action.ts';
import { pullRequestEvent } from './events.ts';
import type { Prepared } from './prepared-action.ts';
import { makeOrigin, type Origin } from './repository.ts';
import {
  addPullRequest,
  startStandIn,
  WRITE_TOKEN,
  type RecordedRequest,
  type StandIn,
} from './stand-in.ts';
import type { Comment, PullRequest } from './stand-in-state.ts';

/** The same modules are loaded by a hundred runs. */
const COMPILED = fileURLToPath(
  new URL('../../node_modules/.cache/plumbline-tests', import.meta.url),
);

export interface Story {
  readonly origin: Origin;
  readonly standIn: StandIn;
  readonly pullRequest: PullRequest;
  readonly base: string;
  readonly comments: readonly Comment[];
  /** A new commit on the pull request's branch, its trial merge checked out. Returns the commit. */
  push(): string;
  /** Runs the action on a prepared answer; the pull request's event unless another is given. */
  run(answer: Report | Prepared, options?: RunOptions): Promise<StoryRun>;
  close(): Promise<void>;
}

interface RunOptions {
  readonly event?: ActionRun['event'];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface StoryRun extends ActionResult {
  /** What the check was asked; null when it was not. */
  readonly options: CheckOptions | null;
  readonly requests: readonly RecordedRequest[];
}

/** Where a pull request begins. */
interface Beginning {
  readonly origin: Origin;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly workspace: string;
}

/** One that several stories may share which push nothing; the caller removes its origin. */
export function makeBeginning(): Beginning {
  const origin = makeOrigin();
  const base = origin.commit('base', { 'src/schema.ts': 'one\n' });
  origin.checkout('change', { create: true });
  const head = origin.commit('change', { 'src/schema.ts': 'two\n' });
  const merge = origin.trialMerge(5, base);
  return { origin, base, head, merge, workspace: origin.clone('refs/pull/5/merge', 2) };
}

export async function startStory(
  prefix: '' | '/api/v3' = '',
  shared: Beginning | null = null,
): Promise<Story> {
  const standIn = await startStandIn(prefix);
  const { origin, base, head, ...begun } = shared ?? makeBeginning();
  const pullRequest = addPullRequest(standIn, 5, head);
  let { merge, workspace } = begun;

  return {
    origin,
    standIn,
    pullRequest,
    base,
    comments: pullRequest.comments,
    push: () => {
      pullRequest.headSha = origin.commit('more', {});
      merge = origin.trialMerge(5, base);
      workspace = origin.clone('refs/pull/5/merge', 2);
      return pullRequest.headSha;
    },
    run: async (answer, options = {}) => {
      const before = standIn.requests.length;
      const result = await runPrepared('projects' in answer ? { report: answer } : answer, {
        event: options.event ?? pullRequestEvent({ head: pullRequest.headSha, base }),
        workspace: options.workspace ?? workspace,
        inputs: { 'github-token': WRITE_TOKEN, ...options.inputs },
        env: { GITHUB_API_URL: standIn.url, GITHUB_SHA: merge, ...options.env },
      });
      expect(standIn.problems).toEqual([]);
      return { ...result, requests: standIn.requests.slice(before) };
    },
    close: async () => {
      if (shared === null) origin.remove();
      await standIn.close();
    },
  };
}

async function runPrepared(
  prepared: Prepared,
  run: Omit<ActionRun, 'entry'>,
): Promise<Omit<StoryRun, 'requests'>> {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-answer-'));
  const optionsFile = join(directory, 'options.json');
  const answerFile = join(directory, 'answer.json');
  writeFileSync(answerFile, JSON.stringify(prepared));
  writeFileSync(optionsFile, 'null');
  try {
    const result = await runAction({
      ...run,
      entry: fileURLToPath(new URL('prepared-action.ts', import.meta.url)),
      env: {
        NODE_COMPILE_CACHE: COMPILED,
        ...run.env,
        TEST_ANSWER: answerFile,
        TEST_OPTIONS: optionsFile,
      },
    });
    const options = JSON.parse(readFileSync(optionsFile, 'utf8')) as CheckOptions | null;
    return { ...result, options };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The requests that write something. */
export function writes(requests: readonly RecordedRequest[]): readonly string[] {
  return requests
    .filter(({ path }) => !path.endsWith('/graphql'))
    .map(({ method, path }) => `${method} ${path}`);
}
