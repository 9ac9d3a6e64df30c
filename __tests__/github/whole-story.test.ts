// Two pull requests, from drift to merge: the built action, a real remote, and commits that land in it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAction, type ActionResult } from './action.ts';
import { pullRequestEvent } from './events.ts';
import { gitIn, makeOrigin, type Origin } from './repository.ts';
import { filesOfProject, replaced } from './scenario-file.ts';
import { addPullRequest, APP_TOKEN, startStandIn, WRITE_TOKEN, type StandIn } from './stand-in.ts';
import type { PullRequest } from './stand-in-state.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const small = filesOfProject('drizzle');
const models = 'src/schema.ts';
const before = small[models] ?? '';
const withCountry = replaced(before, '  id: integer', '  country: text(),\n  id: integer');
const withNickname = replaced(before, 'notNull(),', 'notNull(),\n  nickname: text(),');

let directory: string;
let origin: Origin;
let standIn: StandIn;
let main: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-story-'));
  cpSync(path('build/dist'), join(directory, 'dist'), { recursive: true });
  standIn = await startStandIn();
  origin = makeOrigin();
  standIn.state.directory = origin.directory;
  main = origin.commit('base', small);
});
afterAll(async () => {
  origin.remove();
  rmSync(directory, { recursive: true, force: true });
  await standIn.close();
});

const git = (...args: string[]): string => gitIn(origin.directory, args);

function open(number: number, branch: string, schema: string): PullRequest {
  git('checkout', '--quiet', '-B', branch, 'main');
  const pullRequest = addPullRequest(standIn, number, origin.commit(branch, { [models]: schema }));
  pullRequest.branch = branch;
  return pullRequest;
}

/** What GitHub does on a push: a trial merge with main as it is now, and a run on it. */
async function runOn({ number, branch = '', headSha }: PullRequest): Promise<ActionResult> {
  git('checkout', '--quiet', '--force', branch);
  git('reset', '--quiet', '--hard');
  origin.trialMerge(number, main);
  return runAction({
    entry: join(directory, 'dist/main.js'),
    workspace: origin.clone(`refs/pull/${number}/merge`, 2),
    event: pullRequestEvent({ number, branch, head: headSha, base: main }),
    inputs: {
      ...{ 'github-token': WRITE_TOKEN, 'commit-token': APP_TOKEN, commit: 'same-repo' },
      'report-path': join(directory, 'report.json'),
    },
    env: { GITHUB_API_URL: standIn.url },
  });
}

function mergeMain(pullRequest: PullRequest): void {
  git('checkout', '--quiet', '--force', pullRequest.branch ?? '');
  git('merge', '--quiet', '--no-edit', 'main');
  pullRequest.headSha = git('rev-parse', 'HEAD');
}

it('goes from drift to green by commits of ours, though another pull request is merged first', async () => {
  const first = open(5, 'country', withCountry);
  const second = open(6, 'nickname', withNickname);

  const drifted = await runOn(first);
  expect(drifted.outputs).toMatchObject({ status: 'drift', committed: 'true' });
  expect(drifted.exitCode).toBe(1);
  expect(git('rev-parse', 'country')).toBe(drifted.outputs['commit-sha']);
  expect(git('diff', '--name-status', 'country~1', 'country').split('\n')).toEqual([
    'A\tdrizzle/0001_add_users_country.sql',
    'A\tdrizzle/meta/0001_snapshot.json',
    'M\tdrizzle/meta/_journal.json',
  ]);
  expect(first.comments[0]?.body).toContain('### 🔧 Added `0001_add_users_country.sql`');

  const green = await runOn(first);
  expect(green.outputs).toMatchObject({
    status: 'ok',
    committed: 'false',
    'migration-files': '[]',
  });
  expect(green.exitCode).toBe(0);
  expect(first.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('### ✅ Models and migrations match'),
  ]);
  git('checkout', '--quiet', '--force', 'main');
  git('merge', '--quiet', '--no-ff', '--no-edit', 'country');
  main = git('rev-parse', 'main');

  const behind = await runOn(second);
  expect(behind.outputs).toMatchObject({ status: 'drift', committed: 'false' });
  expect(second.comments[0]?.body).toContain('**Update the branch first.**');
  expect(git('rev-parse', 'nickname')).toBe(second.headSha);

  mergeMain(second);
  const updated = await runOn(second);
  expect(updated.outputs).toMatchObject({ status: 'drift', committed: 'true' });
  expect(updated.outputs['migration-files']).toContain('drizzle/0002_add_users_nickname.sql');

  const resolved = await runOn(second);
  expect(resolved.outputs).toMatchObject({ status: 'ok', committed: 'false' });
  expect(resolved.exitCode).toBe(0);
  expect(second.comments[0]?.body).toContain('### ✅ Models and migrations match');
  expect(standIn.problems).toEqual([]);
}, 300_000);
