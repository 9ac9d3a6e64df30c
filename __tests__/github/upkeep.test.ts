// What becomes of the comments on a pull request in one run of the action: one scenario each.
import { afterAll, describe, expect, it } from 'vitest';
import { stateLine, stateOf, markerOf } from '../../src/report/comment-state.ts';
import type { Report } from '../../src/report/report.ts';
import { makeDriftedProject, makeReport } from '../report/reports.ts';
import { READ_TOKEN, type Fault } from './stand-in.ts';
import { commentOf, VIEWER, type Comment, type PullRequest } from './stand-in-state.ts';
import { makeBeginning, startStory, type Story } from './story.ts';

const SYNC = makeReport();
const DRIFT = makeReport({ projects: [makeDriftedProject()] });
const MARKER = markerOf('default');

/** Comments as a body of two lines and our state: what an earlier run left. */
const earlier = (text: string, report: Report = DRIFT): string =>
  [MARKER, text, stateLine(stateOf(report))].join('\n');

interface Scenario {
  readonly name: string;
  /** What is on the pull request before: `who: text`, `hidden` after a comma. */
  readonly given?: readonly string[];
  readonly of?: Partial<Pick<PullRequest, 'state' | 'locked'>>;
  readonly fault?: (story: Story) => Fault;
  readonly report: Report;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What is there after. */
  readonly then: readonly string[];
  readonly calls: readonly string[];
  /** What the run warns of; nothing where it isn't given. */
  readonly warning?: RegExp;
}

const create = 'POST /issues/5/comments';
const TOLD = 'us: ❌ 1 model change has no migration';
const MATCH = 'us: ✅ Models and migrations match';

const answer = (status: number, message: string, headers = {}): Fault['answer'] => ({
  ...{ status, headers },
  body: { message },
});
const wrong = {
  500: answer(500, 'Server Error'),
  502: answer(502, 'Bad Gateway'),
  limit: answer(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' }),
  longLimit: answer(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '3600' }),
  reset: 'connection reset',
} as const satisfies Record<string, Fault['answer']>;

const listing = { method: 'POST', path: /\/graphql$/, body: /plumblineComments/ };
const creating = { method: 'POST', path: /\/issues\/5\/comments$/ };
const updating = { method: 'PATCH', path: /\/issues\/comments\/\d+$/ };
const tidying = { method: 'POST', path: /\/graphql$/, body: /plumblineTidy/ };
const once = (where: Omit<Fault, 'times' | 'answer'>, how: Fault['answer']) => (): Fault => ({
  ...{ ...where, times: 1 },
  answer: how,
});
const always = (where: Omit<Fault, 'times' | 'answer'>, how: Fault['answer']) => (): Fault => ({
  ...{ ...where, times: 99 },
  answer: how,
});
/** Somebody removes the first comment just before this request. */
const removedBefore =
  (where: Omit<Fault, 'times' | 'answer'>) =>
  ({ pullRequest: { comments } }: Story): Fault => ({
    ...{ ...where, times: 1, answer: 'usual' },
    meanwhile: () => {
      comments.shift();
    },
  });

const scenarios: readonly Scenario[] = [
  {
    name: 'a first comment',
    report: DRIFT,
    then: [TOLD],
    calls: ['list', create],
  },
  {
    name: 'two of ours with the marker: the oldest is kept',
    given: ['us: old', 'octocat: hello', 'us: again', 'us: once more'],
    report: DRIFT,
    then: [TOLD, 'octocat: hello'],
    calls: ['list', 'update', 'tidy 2'],
  },
  {
    name: 'duplicates of ours when all is well',
    given: ['us: old', 'us: again'],
    report: SYNC,
    then: [MATCH],
    calls: ['list', 'update', 'tidy 1'],
  },
  {
    name: 'a duplicate that somebody removes first',
    given: ['us: again', 'us: old'],
    fault: ({ pullRequest: { comments } }) => ({
      ...{ ...tidying, times: 1, answer: 'usual' },
      meanwhile: () => {
        comments.pop();
      },
    }),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update', 'tidy 1'],
  },
  {
    name: 'our marker in a comment of somebody else, also where it is hidden',
    given: ['mallory: forged', 'mallory: forged, hidden'],
    report: SYNC,
    then: ['mallory: forged', 'mallory: forged, hidden'],
    calls: ['list'],
  },
  {
    name: 'a forged comment beside ours',
    given: ['mallory: forged', 'us: old'],
    report: DRIFT,
    then: ['mallory: forged', TOLD],
    calls: ['list', 'update'],
  },
  {
    name: 'a hidden comment when drift comes back, and a duplicate',
    given: ['us: old, hidden', 'us: again'],
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update', 'tidy 2'],
  },
  {
    name: 'a hidden comment when it is fixed stays hidden',
    given: ['us: old, hidden'],
    report: SYNC,
    then: [`${MATCH}, hidden`],
    calls: ['list', 'update'],
  },
  {
    name: 'a comment of ours that a person wrote into',
    given: ['us: old, and what a maintainer added'],
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update'],
  },
  {
    name: 'a comment that is removed while we run, with drift',
    given: ['us: old'],
    fault: removedBefore(updating),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update', create],
  },
  {
    name: 'a comment that is removed while we run, without drift',
    given: ['us: old'],
    fault: removedBefore(updating),
    report: SYNC,
    then: [],
    calls: ['list', 'update'],
  },
  {
    name: 'a closed pull request',
    given: ['us: old', 'us: again'],
    of: { state: 'CLOSED' },
    report: SYNC,
    then: ['us: old', 'us: again'],
    calls: ['list'],
  },
  {
    name: 'a merged pull request',
    of: { state: 'MERGED' },
    report: DRIFT,
    then: [],
    calls: ['list'],
  },
  {
    name: 'a locked conversation',
    of: { locked: true },
    report: DRIFT,
    then: [],
    calls: ['list', create],
    warning: /the conversation on the pull request is locked\. The report is in the job summary/,
  },
  {
    name: 'a token that may only read',
    given: ['us: old'],
    report: DRIFT,
    inputs: { 'github-token': READ_TOKEN },
    then: ['us: old'],
    calls: ['list', 'update'],
    warning: /the token may only read\. Give the job `permissions: pull-requests: write`/,
  },
  {
    name: 'a token that is no token',
    report: DRIFT,
    inputs: { 'github-token': 'expired' },
    then: [],
    calls: ['list'],
    warning: /verdict stands: Bad credentials/,
  },
  {
    name: 'a listing that fails once with 500',
    given: ['us: old'],
    fault: once(listing, wrong[500]),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'list', 'update'],
  },
  {
    name: 'a listing that is limited once',
    fault: once(listing, wrong.limit),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'list', create],
  },
  {
    name: 'a listing whose connection is reset once',
    fault: once(listing, wrong.reset),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'list', create],
  },
  {
    name: 'a comment whose connection is reset once',
    fault: once(creating, wrong.reset),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', create, create],
  },
  {
    name: 'a comment that GitHub writes without saying so is tidied by the next run',
    fault: () => ({ ...creating, times: 1, done: true, answer: wrong[502] }),
    report: DRIFT,
    then: [TOLD, TOLD],
    calls: ['list', create, create],
  },
  {
    name: 'an update that fails once with 502',
    given: ['us: old'],
    fault: once(updating, wrong[502]),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update', 'update'],
  },
  {
    name: 'an update that is limited once',
    given: ['us: old'],
    fault: once(updating, wrong.limit),
    report: SYNC,
    then: [MATCH],
    calls: ['list', 'update', 'update'],
  },
  {
    name: 'tidying that fails once with 502',
    given: ['us: old', 'us: again'],
    fault: once(tidying, wrong[502]),
    report: DRIFT,
    then: [TOLD],
    calls: ['list', 'update', 'tidy 1', 'tidy 1'],
  },
  {
    name: 'an update that always fails',
    given: ['us: old'],
    fault: always(updating, wrong[500]),
    report: DRIFT,
    then: ['us: old'],
    calls: ['list', 'update', 'update', 'update'],
    warning: /The comment could not be written, the verdict stands: Server Error/,
  },
  {
    name: 'tidying that always fails',
    given: ['us: old', 'us: again'],
    fault: always(tidying, wrong.reset),
    report: DRIFT,
    then: [TOLD, 'us: again'],
    calls: ['list', 'update', 'tidy 1', 'tidy 1', 'tidy 1'],
    warning: /Comments of ours could not be removed, the verdict stands: /,
  },
  {
    name: 'a limit of an hour is not waited for',
    fault: always(creating, wrong.longLimit),
    report: DRIFT,
    then: [],
    calls: ['list', create],
    warning: /the verdict stands: You have exceeded a secondary rate limit/,
  },
];

const beginning = makeBeginning();
afterAll(() => {
  beginning.origin.remove();
});

describe.concurrent('the comments on a pull request', () => {
  it.for(scenarios)('$name', async (scenario, test) => {
    const story = await startStory('', beginning);
    test.onTestFinished(() => story.close());
    const { pullRequest, standIn } = story;
    Object.assign(pullRequest, scenario.of);
    for (const text of scenario.given ?? []) pullRequest.comments.push(parse(text, story));
    if (scenario.fault) standIn.faults.push(scenario.fault(story));
    const run = await story.run(scenario.report, { inputs: scenario.inputs ?? {} });
    expect(pullRequest.comments.map(describeComment)).toEqual(scenario.then);
    expect(run.requests.map(describeCall)).toEqual(scenario.calls);
    expect(run.exitCode).toBe(scenario.report === DRIFT ? 1 : 0);
    expect(run.outputs['status']).toBe(scenario.report.status);
    const warnings = run.commands.filter((command) => command.startsWith('warning::'));
    expect(warnings).toEqual(
      scenario.warning === undefined ? [] : [expect.stringMatching(scenario.warning)],
    );
  });

  it('need no more than five requests in the usual run', () => {
    const usual = scenarios.filter(({ fault }) => fault === undefined);
    expect(Math.max(...usual.map(({ calls }) => calls.length))).toBeLessThanOrEqual(5);
  });
});

function parse(text: string, { standIn }: Story): Comment {
  const [, who = '', what = '', hidden] = /^(\w+): (.*?)(, hidden)?$/.exec(text) ?? [];
  const body = who === 'octocat' ? what : earlier(what);
  const author = who === 'us' ? VIEWER : who;
  return commentOf(standIn.state, { body, author, minimized: hidden !== undefined });
}

function describeComment({ author, body, minimized }: Comment): string {
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('<!--'));
  const who = author === VIEWER ? 'us' : author;
  return `${who}: ${lines[0]?.replace(/^### /, '') ?? ''}${minimized ? ', hidden' : ''}`;
}

function describeCall({ method, path, body }: { method: string; path: string; body: unknown }) {
  if (method === 'PATCH') return 'update';
  if (!path.endsWith('/graphql')) return `${method} ${path.replace('/repos/acme/shop', '')}`;
  const text = JSON.stringify(body);
  const removed = text.match(/clientMutationId/g)?.length ?? 0;
  return text.includes('plumblineComments') ? 'list' : `tidy ${String(removed)}`;
}
