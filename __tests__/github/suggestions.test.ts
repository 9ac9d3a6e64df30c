import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { linesOfPatch } from '../../src/github/diff-lines.ts';
import { fingerprintIn, replacementsOf, suggestionAt } from '../../src/github/suggestions.ts';
import type { Finding, Report } from '../../src/report/report.ts';
import {
  makeFinding,
  makeProject,
  makeReport,
  makeStatement,
  makeTrace,
} from '../report/reports.ts';
import { pullRequestEvent } from './events.ts';
import { gitIn, makeOrigin } from './repository.ts';
import { READ_TOKEN } from './stand-in.ts';
import { VIEWER } from './stand-in-state.ts';
import { startStory, type Story } from './story.ts';

const FILE = 'drizzle/0002_keys.sql';
const FIRST =
  'ALTER TABLE "orders" ADD CONSTRAINT "fk"\n  FOREIGN KEY ("user") REFERENCES "users";';
const SECOND = 'DROP TABLE "a" CASCADE;';
const MIGRATION = `SET lock_timeout = '1s';\n${FIRST}\n${SECOND}\nDROP TABLE "b"; DROP TABLE "c";\n`;
const SAFE =
  'ALTER TABLE "orders" ADD CONSTRAINT "fk" FOREIGN KEY ("user") REFERENCES "users" NOT VALID;';

const finding = (safe: readonly string[], rest: Partial<Finding> = {}): Finding =>
  makeFinding({
    ...{ rule: 'add-foreign-key', severity: 'error', hazard: 'lock', file: FILE, line: 2 },
    ...{ message: 'reads orders under SHARE ROW EXCLUSIVE', safe, ...rest },
  });
const statements = [
  makeStatement({ sql: FIRST, line: 2 }),
  makeStatement({ sql: SECOND, line: 4 }),
  makeStatement({ sql: 'DROP TABLE "b";', line: 5 }),
  makeStatement({ sql: 'DROP TABLE "c";', line: 5 }),
];
const report = (...findings: readonly Finding[]): Report =>
  makeReport({
    projects: [makeProject({ findings, trace: [{ ...makeTrace(FILE), statements }] })],
  });
const both = report(
  finding([SAFE]),
  finding(['DROP TABLE "a";'], { line: 4, severity: 'warning', rule: 'drop-cascade' }),
);

const patchOf = (text: string): string => {
  const lines = text.trimEnd().split('\n');
  const added = lines.map((line) => `+${line}`);
  return [`@@ -0,0 +1,${String(lines.length)} @@`, ...added].join('\n');
};
const suggested = (patch: string, ...findings: readonly Finding[]): readonly string[] =>
  replacementsOf({ report: report(...findings), prefix: '', commentId: 'default' }).flatMap(
    (one) => {
      const found = suggestionAt(one, linesOfPatch(patch), 'default');
      return found === null ? [] : `${String(found.startLine)}-${String(found.line)} ${found.body}`;
    },
  );

describe('the lines of a patch', () => {
  it('are those of head, by hunk', () => {
    const patch =
      '@@ -1,3 +1,2 @@ a\n one\n-two\n-@@ -9 +9 @@\n+2\n@@ -9 +8 @@\n-x\n+y\n\\ No newline';
    expect([...linesOfPatch(patch)]).toEqual([
      [1, { text: 'one', hunk: 1 }],
      [2, { text: '2', hunk: 1 }],
      [8, { text: 'y', hunk: 2 }],
    ]);
  });
});

describe('a suggestion', () => {
  const patch = patchOf(MIGRATION);

  it('replaces the lines of the whole statement', () => {
    const [text = ''] = suggested(patch, finding([SAFE]));
    expect(text).toMatch(/^2-3 <!-- plumbline-suggestion v1 id=default [0-9a-f]{24} -->\n/u);
    expect(text).toContain('`add-foreign-key`: reads orders under SHARE ROW EXCLUSIVE');
    expect(text).toContain(`\n\n\`\`\`suggestion\n${SAFE}\n\`\`\``);
  });

  it('keeps the breakpoints of the file', () => {
    const broken = patchOf(`SET x = 1;\n${FIRST}--> statement-breakpoint\n${SECOND}\n`);
    const [text = ''] = suggested(broken, finding(['SELECT 1;', 'SELECT 2;']));
    expect(text).toContain(
      '```suggestion\nSELECT 1;--> statement-breakpoint\nSELECT 2;--> statement-breakpoint\n```',
    );
  });

  it('has a fence that nothing in it ends, and text that mentions nobody', () => {
    const safe = ["COMMENT ON TABLE a IS '\n```\n@all';"];
    const [text = ''] = suggested(patch, finding(safe, { message: '@all <b> -->' }));
    expect(text).toContain(`\`\`\`\`suggestion\n${safe[0] ?? ''}\n\`\`\`\``);
    expect(text).not.toMatch(/^.*: @all|<b>/mu);
  });

  it('is one for a statement, of the worst finding', () => {
    const texts = suggested(
      patch,
      finding(['SELECT 1;'], { severity: 'warning', rule: 'missing-lock-timeout' }),
      finding([SAFE]),
    );
    expect(texts).toEqual([expect.stringContaining(SAFE)]);
  });

  it.each<[string, readonly string[], Partial<Finding>]>([
    ['where there is no form', [], {}],
    [
      'of what needs another migration',
      ['SELECT 1;', '-- in the next migration:', 'SELECT 2;'],
      {},
    ],
    ['of what runs alone', ['-- alone, outside of a transaction:', 'SELECT 1;'], {}],
    ['of what runs in no transaction', ['DROP INDEX CONCURRENTLY "i";'], {}],
    ['of steps around a release', ['-- 1. before the release', 'SELECT 1;'], {}],
    ['of what takes the place of several', [SAFE], { spans: true }],
    ['of what can’t be shown', ['SELECT \u202E1;'], {}],
    ['at two statements of one line', ['SELECT 1;'], { line: 5 }],
    ['at a line that begins no statement', [SAFE], { line: 3 }],
    ['at no line', [SAFE], { line: null }],
    ['in another file', [SAFE], { file: 'drizzle/0001.sql' }],
    ['of sixty thousand characters', ['x'.repeat(60_000)], {}],
    ['of what a longer fence makes too long', ['`'.repeat(30_000)], {}],
    ['with words that become too long', ['x'.repeat(45_000)], { message: '$'.repeat(2_000) }],
  ])('is none %s', (_why, safe, rest) => {
    expect(suggested(patch, finding(safe, rest))).toEqual([]);
  });

  it.each<[string, string]>([
    ['lines that say something else', patchOf(MIGRATION.replace('"fk"', '"other"'))],
    ['lines that hold more', patchOf(MIGRATION.replace('"users";', '"users"; SELECT 1;'))],
    [
      'a part of the lines',
      '@@ -1 +1,2 @@\n+SET x = 1;\n+ALTER TABLE "orders" ADD CONSTRAINT "fk"',
    ],
    ['nothing', ''],
  ])('is none where the diff shows %s', (_what, other) => {
    expect(suggested(other, finding([SAFE]))).toEqual([]);
  });

  it('is known again by its first line, by the runs that made it', () => {
    const [text = ''] = suggested(patch, finding([SAFE]));
    const body = text.slice('2-3 '.length);
    expect(fingerprintIn(body, 'default')).toMatch(/^[0-9a-f]{24}$/u);
    expect(fingerprintIn(body, 'api')).toBeNull();
    expect(fingerprintIn(`> ${body}`, 'default')).toBeNull();
  });
});

const origin = makeOrigin();
afterAll(() => {
  origin.remove();
});
const base = origin.commit('base', { 'a.txt': '1' });
origin.checkout('change', { create: true });
const head = origin.commit('change', { [FILE]: MIGRATION });
const merge = origin.trialMerge(5, base);
const workspace = origin.clone('refs/pull/5/merge', 2);
const diff = gitIn(origin.directory, ['diff', `${base}...${head}`, '--', FILE]);
const realPatch = diff.slice(diff.indexOf('@@'));

async function begin(test: TestContext): Promise<Story> {
  const story = await startStory('', { origin, base, head, merge, workspace });
  test.onTestFinished(() => story.close());
  story.pullRequest.files = [{ filename: FILE, patch: realPatch }];
  return story;
}

const run = (
  story: Story,
  answer: Report,
  options: Parameters<Story['run']>[1] = {},
): ReturnType<Story['run']> => {
  const inputs = { suggestions: 'true', comment: 'never', 'fail-on': 'none', ...options.inputs };
  return story.run(answer, { ...options, inputs });
};
const shown = ({ pullRequest }: Story): readonly string[] =>
  (pullRequest.threads ?? []).map(
    ({ path, lines, resolved }) => `${path}:${lines.join('-')}${resolved ? ' resolved' : ''}`,
  );

describe.concurrent('suggestions on a pull request', () => {
  it('come in one review, once, and are resolved when done', async (test) => {
    const story = await begin(test);
    const first = await run(story, both, { inputs: { comment: 'on-change' } });
    expect(shown(story)).toEqual([`${FILE}:2-3`, `${FILE}:4-4`]);
    // The comment's two, and three of these.
    expect(first.requests).toHaveLength(5);
    const second = await run(story, both);
    expect(second.requests).toHaveLength(1);
    const third = await run(story, report(finding([SAFE])));
    expect(shown(story)).toEqual([`${FILE}:2-3`, `${FILE}:4-4 resolved`]);
    expect(third.stdout).toContain('Suggestions on the pull request: 0 new, 1 resolved.');
  });

  it('are not made where a token may only read: from a fork in silence, else with a hint', async (test) => {
    const story = await begin(test);
    const inputs = { 'github-token': READ_TOKEN };
    const event = pullRequestEvent({ head, base, fork: true });
    const fork = await run(story, both, { event, inputs });
    expect(fork.requests).toEqual([]);
    const own = await run(story, both, { inputs });
    expect(own.exitCode).toBe(0);
    expect(own.commands.join('\n')).toContain(
      'warning::No changes were suggested, the verdict stands: the token may only read.',
    );
  });

  it('are not resolved by a run without an answer, or by one for other projects', async (test) => {
    const story = await begin(test);
    await run(story, both);
    const broken = finding([], { hazard: 'unreadable', rule: 'migration-failed' });
    expect(report(broken).status).toBe('error');
    expect((await run(story, report(broken))).requests).toEqual([]);
    await run(story, report(), { inputs: { project: 'other' } });
    expect(shown(story)).toEqual([`${FILE}:2-3`, `${FILE}:4-4`]);
  });

  it('of somebody else are left alone', async (test) => {
    const story = await begin(test);
    await run(story, both);
    const [ours] = story.pullRequest.threads ?? [];
    const forged = { ...ours, nodeId: 'PRRT_x', author: 'mallory', resolved: false };
    story.pullRequest.threads = [{ path: FILE, lines: [1, 1], body: ours?.body ?? '', ...forged }];
    await run(story, report());
    expect(shown(story)).toEqual([`${FILE}:2-3`]);
    expect(ours?.author).toBe(VIEWER);
  });

  it('are none, and said to be, where GitHub refuses them', async (test) => {
    const story = await begin(test);
    const answer = {
      status: 422,
      body: { message: 'Unprocessable Entity', errors: ['line must be part of the diff'] },
    };
    story.standIn.faults.push({ method: 'POST', path: /\/reviews$/, times: 1, answer });
    const refused = await run(story, both);
    expect(refused.exitCode).toBe(0);
    expect(shown(story)).toEqual([]);
    expect(refused.commands.join('\n')).toMatch(
      /warning::No changes were suggested, the verdict stands: Unprocessable Entity/,
    );
  });

  it('are not for a head that is no longer the newest', async (test) => {
    const story = await begin(test);
    story.pullRequest.headSha = 'f'.repeat(40);
    await run(story, both, { event: pullRequestEvent({ head, base }) });
    expect(shown(story)).toEqual([]);
  });
});
