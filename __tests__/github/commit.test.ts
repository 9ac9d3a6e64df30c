// Commits to the branch of a pull request: the stand-in makes them in a real repository. What is proposed is
// prepared; the rest of the run is real.
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Proposal } from '../../src/proposal.ts';
import { makeDriftedProject, makePlannedFiles, makeReport } from '../report/reports.ts';
import { pullRequestEvent } from './events.ts';
import { gitIn } from './repository.ts';
import { READ_TOKEN } from './stand-in.ts';
import { makeBeginning, startStory, type Story } from './story.ts';

const sql = 'ALTER TABLE "users" ADD COLUMN "email" text;\n';
const proposal: Proposal = {
  files: [
    { path: 'drizzle/0003_add_email.sql', content: sql },
    { path: 'drizzle/meta/0003_snapshot.json', content: '{ "é": 1 }' },
  ],
  directories: ['drizzle'],
  hash: 'a'.repeat(64),
  refusals: [],
};
const report = makeReport({ projects: [makeDriftedProject()] });
const lacking = { report, proposal };
const asked = { commit: 'same-repo' };

let beginning: ReturnType<typeof makeBeginning>;
beforeAll(() => {
  beginning = makeBeginning();
});
afterAll(() => {
  beginning.origin.remove();
});

/** One of this test's own; `still` where nothing is pushed, and the origin can be everybody's. */
async function begin(test: TestContext, still = false): Promise<Story> {
  const story = await startStory('', still ? beginning : null);
  story.standIn.state.directory = story.origin.directory;
  test.onTestFinished(() => story.close());
  return story;
}

const branchOf = (story: Story, format = '%H'): string =>
  gitIn(story.origin.directory, ['log', '-1', `--format=${format}`, 'change']);

describe.concurrent('a migration that is missing', () => {
  it('is committed once: where it would be again, the step says so', async (test) => {
    const story = await begin(test);
    const first = await story.run(lacking, { inputs: asked });
    // The workflow's own token made it.
    expect(first.commands.join('\n')).toContain('GitHub starts no checks for it');
    expect(story.comments[0]?.body).toContain('Choose **Approve workflows to run**');
    gitIn(story.origin.directory, ['reset', '--quiet', '--hard']);
    const ours = branchOf(story);
    story.origin.trialMerge(5, story.base);
    const workspace = story.origin.clone('refs/pull/5/merge', 2);
    const again = { ...proposal, files: [{ path: 'drizzle/0004_add_email.sql', content: sql }] };
    const inputs = { ...asked, 'fail-on': 'none' };
    const run = await story.run({ report, proposal: again }, { workspace, inputs });
    expect(branchOf(story)).toBe(ours);
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toContain('a second one would not help');
    expect(run.outputs['committed']).toBe('false');
  });

  it('is committed with those of other projects, below the directory that is checked', async (test) => {
    const story = await begin(test);
    const head = branchOf(story);
    const other = { path: 'billing/db/0007_add_vat.sql', content: sql };
    const both = {
      ...proposal,
      files: [...proposal.files, other],
      directories: ['drizzle', 'billing/db'],
    };
    const inputs = { ...asked, 'working-directory': 'src' };
    const run = await story.run({ report, proposal: both }, { inputs });
    const names = gitIn(story.origin.directory, ['diff', '--name-only', head, 'change']);
    expect(names.split('\n').sort()).toEqual([
      'src/billing/db/0007_add_vat.sql',
      'src/drizzle/0003_add_email.sql',
      'src/drizzle/meta/0003_snapshot.json',
    ]);
    expect(branchOf(story, '%P %s')).toBe(`${head} Add the missing migrations`);
    expect(run.outputs['migration-files']).toContain('"src/drizzle/0003_add_email.sql"');
  });

  it('is left to the newer commit that came before the branch was read', async (test) => {
    const story = await begin(test);
    const meanwhile = (): void => {
      story.pullRequest.headSha = story.origin.commit('newer', {});
    };
    const read = { method: 'POST', path: /graphql$/, body: /plumblineBranch/ };
    story.standIn.faults.push({ ...read, times: 1, meanwhile, answer: 'usual' });
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base: story.base });
    const run = await story.run(lacking, { event, inputs: { ...asked, 'fail-on': 'none' } });
    expect(branchOf(story, '%s')).toBe('newer');
    expect(run.exitCode).toBe(0);
    expect(run.commands.join('\n')).toContain(
      'notice::The missing migration was not committed: the branch has a newer commit',
    );
    expect(story.comments).toEqual([]);
  });
});

describe.concurrent('a commit is withheld', () => {
  it('from whoever may push himself: he gets the file filled in', async (test) => {
    const story = await begin(test, true);
    const one = { ...proposal, files: proposal.files.slice(0, 1) };
    const event = pullRequestEvent({
      head: story.pullRequest.headSha,
      base: story.base,
      fork: true,
    });
    const files = makePlannedFiles().slice(0, 1);
    const short = makeReport({ projects: [makeDriftedProject({ files })] });
    await story.run({ report: short, proposal: one }, { event, inputs: asked });
    expect(story.comments[0]?.body).toContain(
      'https://github.com/contributor/shop/new/change?filename=drizzle%2F0003_add_email.sql&',
    );
  });
});

describe.concurrent('a commit that fails', () => {
  const refusal = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
  const forbidden = { status: 200, body: { data: null, errors: [refusal] } };
  const once = { method: 'POST', path: /graphql$/, times: 1 };

  it.for<[string, Record<string, string>, (story: Story) => void, RegExp]>([
    [
      'its token may only read',
      { 'github-token': READ_TOKEN },
      () => undefined,
      /Give the job `permissions: contents: write`/,
    ],
    [
      'there is no token',
      { 'github-token': '' },
      () => undefined,
      /neither commit-token nor github-token/,
    ],
    [
      'a rule forbids the path',
      {},
      ({ standIn }) => (standIn.state.forbidden = /\.sql$/),
      /restricted by a repository rule/,
    ],
    [
      'its token may not even read pull requests',
      {},
      ({ standIn }) => standIn.faults.push({ ...once, body: /plumblineBranch/, answer: forbidden }),
      /Give the job `permissions: pull-requests: write`/,
    ],
  ])('fails the step, whatever else does: %s', async ([, inputs, prepare, says], test) => {
    const story = await begin(test, true);
    prepare(story);
    const run = await story.run(lacking, { inputs: { ...asked, 'fail-on': 'none', ...inputs } });
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toMatch(says);
    expect(run.outputs).toMatchObject({ status: 'drift', committed: 'false' });
  });
});

describe.concurrent('the configuration', () => {
  it.for<[string, Record<string, string>, Record<string, string>, string | null]>([
    [
      'of another name, too',
      { 'src/p.yml': '{}' },
      { config: 'p.yml', 'working-directory': 'src' },
      'src/p.yml',
    ],
    ['that it leaves alone is not', { 'src/p.yml': '{}' }, {}, null],
  ])('%s', async ([, files, inputs, told], test) => {
    const story = await begin(test);
    story.pullRequest.headSha = story.origin.commit('configuration', files);
    story.origin.trialMerge(5, story.base);
    const workspace = story.origin.clone('refs/pull/5/merge', 2);
    await story.run(makeReport(), { workspace, inputs });
    if (told === null) expect(story.comments).toEqual([]);
    else expect(story.comments[0]?.body).toContain(`this pull request changes \`${told}\``);
  });
});
