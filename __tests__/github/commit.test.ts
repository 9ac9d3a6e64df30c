// Commits to the branch of a pull request: the stand-in makes them in a real repository. What is proposed is
// prepared; the rest of the run is real.
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Proposal } from '../../src/proposal.ts';
import { makeDriftedProject, makePlannedFiles, makeReport } from '../report/reports.ts';
import type { ActionRun } from './action.ts';
import { mergeGroupEvent, pullRequestEvent } from './events.ts';
import { gitIn } from './repository.ts';
import { APP_TOKEN, READ_TOKEN, type Fault } from './stand-in.ts';
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
  it('is committed as it was proposed, signed by nobody’s credentials, and told', async (test) => {
    const story = await begin(test);
    const head = branchOf(story);
    const run = await story.run(lacking, { inputs: asked });
    const sha = branchOf(story);
    expect(branchOf(story, '%P')).toBe(head);
    for (const { path, content } of proposal.files) {
      const found = gitIn(story.origin.directory, ['show', `${sha}:${path}`]);
      expect(found).toBe(content.trim());
    }
    expect(branchOf(story, '%B').trim()).toMatch(
      /^Add the missing migration\n\nMade from .*\n\nPlumbline: default a{64}$/,
    );
    expect(run.options).toMatchObject({ propose: true });
    expect(run.requests).toHaveLength(4);
    expect(run.outputs).toMatchObject({
      status: 'drift',
      committed: 'true',
      'commit-sha': sha,
      'migration-files': JSON.stringify(proposal.files.map(({ path }) => path)),
    });
    expect(run.exitCode).toBe(1);
    expect(story.comments[0]?.body).toContain('### 🔧 Added `0003_add_email.sql`');
    for (const told of [story.comments[0]?.body, run.summary, run.commands.join('\n')]) {
      expect(told).toContain('commit-token');
    }
  });

  it('is committed by an App, whose checks run by themselves', async (test) => {
    const story = await begin(test);
    const inputs = { ...asked, 'commit-token': APP_TOKEN, 'commit-message': 'Fixes #1 @octocat' };
    const run = await story.run(lacking, { inputs });
    expect(branchOf(story, '%an: %s')).toBe('migrations[bot]: Fixes 1 octocat');
    expect(run.outputs['committed']).toBe('true');
    expect(story.comments[0]?.body).not.toContain('commit-token');
    expect(run.commands.filter((command) => command.startsWith('warning'))).toEqual([]);
  });

  it('is committed once: where it would be again, the step says so', async (test) => {
    const story = await begin(test);
    await story.run(lacking, { inputs: asked });
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

  it('waits for the branch to be updated where base has migrations that it lacks', async (test) => {
    const story = await begin(test);
    story.origin.checkout('main');
    const base = story.origin.commit('another', { 'drizzle/0003_other.sql': 'SELECT 1;' });
    story.origin.checkout('change');
    story.origin.trialMerge(5, base);
    const workspace = story.origin.clone('refs/pull/5/merge', 2);
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base });
    const run = await story.run(lacking, { event, workspace, inputs: asked });
    expect(branchOf(story)).toBe(story.pullRequest.headSha);
    expect(run.outputs).toMatchObject({ committed: 'false', 'commit-sha': '' });
    expect(run.commands.join('\n')).toContain('update the branch first');
    expect(story.comments[0]?.body).toContain('**Update the branch first.**');
  });

  it.for<[string, Partial<Fault> & { answer: Fault['answer'] }]>([
    ['was read', { body: /plumblineBranch/, answer: 'usual' }],
    ['was written', { body: /plumblineCommit/, answer: 'usual' }],
  ])('is left to the newer commit that came before the branch %s', async ([, fault], test) => {
    const story = await begin(test);
    const meanwhile = (): void => {
      story.pullRequest.headSha = story.origin.commit('newer', {});
    };
    story.standIn.faults.push({ method: 'POST', path: /graphql$/, times: 1, meanwhile, ...fault });
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
  const pushed = { head: '', base: '' };
  it.for<
    [string, Partial<Parameters<typeof pullRequestEvent>[0]>, Partial<Story['pullRequest']>, RegExp]
  >([
    ['from a fork', { fork: true }, {}, /another repository/],
    ['whose fork is gone', { gone: true }, {}, /is gone/],
    ['by Dependabot', { author: 'dependabot[bot]' }, {}, /Dependabot/],
    ['that was closed', { state: 'closed' }, {}, /pull request is closed/],
    ['that was closed meanwhile', {}, { state: 'CLOSED' }, /pull request is closed/],
    ['of the default branch', { branch: 'main' }, {}, /default one/],
    ['whose branch was deleted', {}, { branchDeleted: true }, /branch is deleted/],
    ['in the merge queue', {}, { inMergeQueue: true }, /merge queue/],
  ])('from a pull request %s', async ([, who, now, why], test) => {
    const story = await begin(test, true);
    Object.assign(story.pullRequest, now);
    const { headSha: head } = story.pullRequest;
    const event = pullRequestEvent({ ...pushed, head, base: story.base, ...who });
    const run = await story.run(lacking, { event, inputs: asked });
    expect(branchOf(story)).toBe(head);
    expect(run.commands.find((command) => command.startsWith('notice'))).toMatch(why);
    expect(run.outputs['committed']).toBe('false');
    expect(run.exitCode).toBe(1);
  });

  it('where somebody must decide first, and the comment says what', async (test) => {
    const story = await begin(test, true);
    const refusals = ['app: dropping column `a` loses its values, and nobody said that it may'];
    const undecided = { report, proposal: { ...proposal, refusals } };
    const run = await story.run(undecided, { inputs: asked });
    expect(run.exitCode).toBe(1);
    expect(story.comments[0]?.body).toContain('**Not committed:** app: dropping column');
  });

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

  it.for<[string, (story: Story) => ActionRun['event'], Record<string, string>]>([
    [
      'in a merge queue',
      ({ pullRequest, base }) => mergeGroupEvent({ head: pullRequest.headSha, base }),
      asked,
    ],
    [
      'unless it is asked for',
      ({ pullRequest, base }) => pullRequestEvent({ head: pullRequest.headSha, base }),
      {},
    ],
  ])('%s', async ([, event, inputs], test) => {
    const story = await begin(test, true);
    const run = await story.run(lacking, {
      event: event(story),
      inputs: { comment: 'never', ...inputs },
    });
    expect(run.options).toMatchObject({ propose: false });
    expect(run.requests).toEqual([]);
  });
});

describe.concurrent('a commit that fails', () => {
  const bad = { status: 502, body: { message: 'Bad Gateway' } };
  const limited = {
    status: 403,
    headers: { 'retry-after': '1' },
    body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' },
  };
  const refusal = { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
  const forbidden = { status: 200, body: { data: null, errors: [refusal] } };
  const once = { method: 'POST', path: /graphql$/, times: 1 };

  it.for<[string, Fault]>([
    ['502 to the question', { ...once, body: /plumblineBranch/, answer: bad }],
    ['502 to the commit', { ...once, body: /plumblineCommit/, answer: bad }],
    ['a secondary rate limit', { ...once, body: /plumblineCommit/, answer: limited }],
  ])('is tried again after %s', async ([, fault], test) => {
    const story = await begin(test);
    story.standIn.faults.push(fault);
    const run = await story.run(lacking, { inputs: asked });
    expect(run.outputs['committed']).toBe('true');
    expect(branchOf(story)).toBe(run.outputs['commit-sha']);
  });

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
    [
      'GitHub is down',
      {},
      ({ standIn }) => standIn.faults.push({ ...once, times: 99, answer: bad }),
      /Bad Gateway/,
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
      'that the pull request edits is told, though all is well',
      { 'plumbline.yml': 'fail-on: none' },
      {},
      'plumbline.yml',
    ],
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
