// The second of two workflows: it comments from a file that anybody may have written.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commentFor } from '../../src/github/comment-run.ts';
import { readFinishedRun, type FinishedRun } from '../../src/github/event.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { readReceivedReport } from '../../src/github/received-report.ts';
import type { MarkdownContext } from '../../src/report/markdown-context.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { pageUrl } from '../../src/formats/pages.ts';
import { version } from '../../src/version.ts';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import { cases } from '../report/cases.ts';
import { everything } from '../report/everything.ts';
import { makeDriftedProject, makeReport } from '../report/reports.ts';
import { addPullRequest, startStandIn, WRITE_TOKEN, type StandIn } from './stand-in.ts';
import { commentOf } from './stand-in-state.ts';

const HEAD = 'a'.repeat(40);
const drifted = makeReport({ projects: [makeDriftedProject()] });
const finished: FinishedRun = {
  ...{ id: 77, repository: 'acme/shop', event: 'pull_request', sha: HEAD, branch: 'change' },
};

const shown: MarkdownContext = {
  ...{ repositoryUrl: 'https://github.com/acme/shop', commit: HEAD, head: HEAD, base: null },
  pageOf: (rule) => pageUrl(rule, version),
  ...{ prefix: '', runUrl: 'https://github.com/acme/shop/actions/runs/77' },
};

let directory: string;
let standIn: StandIn;
let said: string[];
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-received-'));
  standIn = await startStandIn();
  vi.stubEnv('GITHUB_API_URL', standIn.url);
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
beforeEach(() => {
  said = [];
  standIn.state.pullRequests.clear();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
  await standIn.close();
});

function file(content: unknown): string {
  const path = join(directory, 'plumbline-report.json');
  rmSync(path, { force: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function comment(
  content: unknown,
  run: Partial<FinishedRun> = {},
  inputs: Readonly<Record<string, string>> = {},
): Promise<Awaited<ReturnType<typeof commentFor>>> {
  const given = {
    ...{ mode: 'comment', 'github-token': WRITE_TOKEN, 'report-path': file(content) },
    ...inputs,
  };
  const env = Object.entries(given).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const settings = readInputs(Object.fromEntries(env));
  const result = await commentFor({ ...finished, ...run }, settings);
  expect(standIn.problems).toEqual([]);
  return result;
}

const log = (): string => said.join('');

describe('the comment', () => {
  it('goes to each open pull request with that head, whatever the report says of itself', async () => {
    for (let number = 100; number < 220; number += 1) {
      addPullRequest(standIn, number, 'b'.repeat(40));
    }
    const wanted = [addPullRequest(standIn, 5, HEAD), addPullRequest(standIn, 300, HEAD)];
    addPullRequest(standIn, 6, HEAD).state = 'CLOSED';
    addPullRequest(standIn, 7, HEAD).branch = 'another';
    const head = { label: 'v9 [x](https://evil.example)', commit: 'beef' };
    const base = { label: '@evil', commit: 'f00' };
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
    const answer = { status: 200, body: { data: null, errors } };
    standIn.faults.push({ method: 'POST', path: /graphql$/, times: 1, body: /Directory/, answer });
    const result = await comment({ ...drifted, head, base });
    expect(log()).toContain('a link to a file that changed was not seen');
    const written = [...standIn.state.pullRequests.values()].filter((one) => one.comments.length);
    expect(written).toEqual(wanted);
    expect(result.comment?.id).toBe(String(wanted[1]?.comments[0]?.id));
    for (const { comments } of wanted) {
      const body = comments[0]?.body ?? '';
      expect(body).toContain('### ❌ 1 model change has no migration');
      expect(body).toContain(`hecked \`${HEAD.slice(0, 7)}\` against \`main\``);
      expect(body).toContain(`https://github.com/acme/shop/blob/${HEAD}/src/schema.ts#L12`);
      expect(body).toContain('https://github.com/acme/shop/actions/runs/77');
      expect(body).not.toMatch(/evil|beef|f00/);
    }
  });

  it.each([
    ['closed', (): void => void (addPullRequest(standIn, 5, HEAD).state = 'CLOSED')],
    ['pushed to', (): void => void addPullRequest(standIn, 5, 'c'.repeat(40))],
  ])('is not written where the pull request was %s meanwhile', async (_name, happened) => {
    happened();
    const result = await comment(drifted);
    expect(result.comment).toBeUndefined();
    expect(log()).toContain(`No open pull request has ${HEAD} as its head`);
    expect(standIn.state.pullRequests.get(5)?.comments).toEqual([]);
  });

  it('edits the one that is there, and never a forged one', async () => {
    const { comments } = addPullRequest(standIn, 5, HEAD);
    const body = renderComment(drifted, shown, 'default');
    const marker = body.split('\n', 1)[0] ?? '';
    comments.push(commentOf(standIn.state, { body: `${marker}\nmine`, author: 'mallory' }));
    comments.push(commentOf(standIn.state, { body }));
    await comment(makeReport());
    expect(comments.map((one) => one.body.split('\n')[1])).toEqual([
      'mine',
      '### ✅ Models and migrations match',
    ]);
  });

  it('tells of a configuration that the pull request changes, for it was its own', async () => {
    const pullRequest = addPullRequest(standIn, 5, HEAD);
    const others = Array.from({ length: 100 }, (_, index) => ({ filename: `${index}`, patch: '' }));
    pullRequest.files = [...others, { filename: 'api/plumbline.yml', patch: '' }];
    await comment(makeReport(), {}, { 'working-directory': 'api' });
    expect(pullRequest.comments[0]?.body).toContain('changes `api/plumbline.yml`');
  });

  it('follows a configuration that is a link at base', async () => {
    const pullRequest = addPullRequest(standIn, 5, HEAD);
    pullRequest.files = [{ filename: 'all.yml', patch: '' }];
    const [outside, there] = ['../../all.yml', '../ci/db.yml'];
    standIn.state.links = {
      ...{ 'api/plumbline.yml': outside, 'api/plumbline.yaml': there, 'ci/db.yml': '../all.yml' },
    };
    await comment(makeReport(), {}, { 'working-directory': 'api' });
    delete standIn.state.links;
    expect(pullRequest.comments[0]?.body).toContain('changes `all.yml`');
  });

  it('is not written for runs of other events', async () => {
    const { comments } = addPullRequest(standIn, 5, HEAD);
    await comment(drifted, { event: 'push' });
    expect(comments).toEqual([]);
    expect(log()).toContain('that workflow ran on push');
  });

  it('says which permission is missing', async () => {
    addPullRequest(standIn, 5, HEAD);
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
    const answer = { status: 200, body: { data: null, errors } };
    standIn.faults.push({ method: 'POST', path: /graphql$/, times: 1, answer });
    await comment(drifted);
    expect(log()).toContain('pull-requests: write');
    said = [];
    await comment(drifted, {}, { 'github-token': '' });
    expect(log()).toContain('there is no github-token');
  });
});

it('is told in one warning, cut, where a proxy answers with a page', async () => {
  addPullRequest(standIn, 5, HEAD);
  const body = `<html>\n::error::forged\n${'x'.repeat(100_000)}`;
  const answer = { status: 403, body, headers: { 'content-type': 'text/html' } };
  standIn.faults.push({ method: 'POST', path: /graphql$/, times: 1, body: /Comments/, answer });
  await comment(drifted);
  expect(log()).not.toMatch(/^::error/mu);
  expect(log().length).toBeLessThan(1_000);
  expect(log()).toContain('::warning::#5: The comment could not be written');
});

it('is read to its end where GitHub names the same page again', async () => {
  addPullRequest(standIn, 5, HEAD);
  const pageInfo = { hasNextPage: true, endCursor: 'again' };
  const answer = {
    status: 200,
    body: { data: { repository: { pullRequests: { pageInfo, nodes: [] } } } },
  };
  standIn.faults.push({ method: 'POST', path: /graphql$/, times: 9, answer });
  const before = standIn.requests.length;
  await comment(drifted);
  standIn.faults.splice(0);
  expect(standIn.requests.length - before).toBe(2);
});

describe('a report that is none', () => {
  const finding = {
    rule: 'x',
    severity: 'note',
    hazard: 'lock',
    message: 'm',
    file: null,
    line: null,
  };
  it.each<[string, unknown, RegExp]>([
    ['of another version', { ...drifted, version: 1 }, /no report of version/],
    ['ready Markdown', '### ✅ All is well\n@everyone', /no JSON/],
    ['a list', [], /no report of version/],
    [
      'of more than 5 MB',
      `${JSON.stringify(drifted)}${' '.repeat(5 * 1024 * 1024)}`,
      /larger than 5 MB/,
    ],
    ['with an unknown field', { ...drifted, pullRequest: 1 }, /schemas\/report\.schema\.json/],
    [
      'with another prototype',
      JSON.stringify(drifted).replace('"notCompared":{', '"notCompared":{"__proto__":["x"]'),
      /__proto__/,
    ],
    ['with text for a number', { ...drifted, timings: { total: '1' } }, /timings\.total/],
    ['with markup for a version', { ...drifted, plumbline: '1 <img src=x>' }, /plumbline/],
    [
      'with a path that leaves the repository',
      { ...drifted, findings: [{ ...finding, file: '../../evil/x', line: 1 }] },
      /findings\.0\.file/,
    ],
    [
      'with an absolute path',
      { ...drifted, findings: [{ ...finding, file: '/evil/x', line: 1 }] },
      /findings\.0\.file/,
    ],
    [
      'with an endless text',
      { ...drifted, findings: [{ ...finding, message: 'x'.repeat(1_000_001) }] },
      /findings\.0\.message/,
    ],
    [
      'deep beyond measure',
      `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
      /no (?:JSON|report)/,
    ],
  ])('%s is refused, and nothing of it is told', async (_name, content, reason) => {
    const { comments } = addPullRequest(standIn, 5, HEAD);
    const result = await comment(content);
    expect(result).toEqual({ report: null, comment: undefined });
    expect(comments).toEqual([]);
    expect(log()).toMatch(/^::warning::No comment was written from /);
    expect(log()).toMatch(reason);
    expect(log()).not.toMatch(/everyone|evil|<img/);
  });

  it('may be a link, a directory or missing, and is not followed', () => {
    const link = join(directory, 'link.json');
    symlinkSync('/etc/passwd', link);
    const problems = [link, directory, join(directory, 'none')].map(readReceivedReport);
    expect(problems).toEqual([
      { problem: 'it is no file that can be read' },
      { problem: 'it is no file that can be read' },
      { problem: 'there is no such file' },
    ]);
  });
});

describe('a report that means harm', () => {
  const taken = (content: unknown): string => {
    const received = readReceivedReport(file(content));
    if ('problem' in received) throw new Error(received.problem);
    return renderComment(received.report, shown, 'default');
  };

  it('can be large, and the comment has its limit', () => {
    const drift = Array.from({ length: 9_000 }, () => drifted.projects[0]?.drift[0]);
    const body = taken({ ...drifted, projects: [{ ...drifted.projects[0], drift }] });
    expect(body.length).toBeLessThan(65_536);
  });

  it.each(Object.entries({ ...cases, everything }))(
    'puts nothing alive into the comment: %s',
    (_name, report) => {
      const html = micromark(taken(poisoned(report)), {
        ...{ extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true },
      });
      const links = [...html.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, target = '']) => target);
      const own =
        /^https:\/\/github\.com\/(?:acme\/shop\/|plumbline\/plumbline\/blob\/main\/src\/\w+\/[a-z-]+\.md$)/u;
      expect(links.filter((one) => !own.test(one))).toEqual([]);
      const prose = html.replaceAll(/<(code|pre)\b[\s\S]*?<\/\1>/gu, '');
      expect(prose).not.toMatch(/<img|@evil|\s#1\b/u);
    },
  );

  const POISON = ') @evil #1 [a](https://evil.example) <img src=x> `b` | **c** www.evil.example';
  const { $defs } = schema;
  /** The words that the schema knows; others in their place are refused. */
  const words = new Set(
    [...JSON.stringify($defs).matchAll(/"enum":(\[[^\]]*\])/gu)].flatMap(
      ([, list = '[]']) => JSON.parse(list) as string[],
    ),
  );

  /** Every text that a report may hold, as whoever forges it would have it. */
  function poisoned(value: unknown, key = ''): unknown {
    if (typeof value === 'string') {
      return words.has(value) || key === 'plumbline' ? value : POISON;
    }
    if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        key === 'notCompared' ? POISON : name,
        poisoned(one, name),
      ]),
    );
  }
});

describe('the step', () => {
  it('is for one event', () => {
    const env = { GITHUB_EVENT_NAME: 'pull_request_target' };
    expect(() => readFinishedRun(env)).toThrow('this is pull_request_target');
  });
});
