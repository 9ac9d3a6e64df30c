import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it, type TestContext } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makeProject,
  makeReport,
} from '../report/reports.ts';
import { pullRequestEvent } from './events.ts';
import { READ_TOKEN } from './stand-in.ts';
import { commentOf } from './stand-in-state.ts';
import { startStory, writes, type Story } from './story.ts';

const inSync = makeReport();
const drifted = makeReport({ projects: [makeDriftedProject()] });
const driftedMore = makeReport({
  projects: [
    makeDriftedProject({ drift: [makeDrift(), makeDrift({ object: 'public.users.age' })] }),
  ],
});

/** A story of this test's own: the tests run at the same time, each waits for rate limits most of it. */
async function begin(test: TestContext, prefix: '' | '/api/v3' = ''): Promise<Story> {
  const story = await startStory(prefix);
  test.onTestFinished(() => story.close());
  return story;
}

describe.concurrent('the comment on a pull request', () => {
  it('comes with the drift, is kept up to date, and turns into a line when fixed', async (test) => {
    const story = await begin(test);
    const first = await story.run(drifted);
    expect(first.exitCode).toBe(1);
    expect(first.requests).toHaveLength(2);
    expect(story.comments).toHaveLength(1);
    const [comment] = story.comments;
    expect(comment?.body).toContain('### ❌ 1 model change has no migration');
    expect(comment?.body).toContain(`hecked \`${story.pullRequest.headSha.slice(0, 7)}\` merged`);
    expect(first.outputs).toMatchObject({
      'comment-id': String(comment?.id),
      'comment-url': comment?.url(5),
    });

    story.push();
    const second = await story.run(driftedMore);
    expect(writes(second.requests)).toEqual([
      `PATCH /repos/acme/shop/issues/comments/${comment?.id ?? ''}`,
    ]);
    expect(story.comments).toHaveLength(1);
    expect(comment?.body).toContain('### ❌ 2 model changes have no migration');

    const head = story.push();
    const third = await story.run(inSync);
    expect(third.exitCode).toBe(0);
    expect(story.comments).toHaveLength(1);
    expect(comment?.body).toContain('### ✅ Models and migrations match');
    expect(comment?.body).toContain(
      `Resolved in \`${head.slice(0, 7)}\`: \`column public.users.email\`, \`column public.users.age\``,
    );

    story.push();
    const fourth = await story.run(inSync);
    expect(writes(fourth.requests)).toEqual([]);
    expect(fourth.outputs['comment-id']).toBe(String(comment?.id));
  });

  it('is not sent again when nothing changed but how long it took', async (test) => {
    const story = await begin(test);
    await story.run(drifted);
    const again = await story.run({ ...drifted, timings: { total: 98_765 } });
    expect(again.exitCode).toBe(1);
    expect(writes(again.requests)).toEqual([]);
  });

  it('is not made when there is nothing to say', async (test) => {
    const story = await begin(test);
    const run = await story.run(
      makeReport({ projects: [makeProject({ drift: [makeDrift({ introduced: false })] })] }),
    );
    expect(run.exitCode).toBe(0);
    expect(run.requests).toHaveLength(1);
    expect(run.outputs).toMatchObject({ 'comment-id': '', 'comment-url': '' });
    expect(run.summary).toContain('Already so on main');
  });

  it('tells warnings without failing', async (test) => {
    const story = await begin(test);
    const run = await story.run(makeReport({ findings: [makeFinding()] }));
    expect(run.exitCode).toBe(0);
    expect(story.comments[0]?.body).toContain('⚠️ Warning');
  });

  it('is found behind 250 others, and is nobody else’s with the same marker', async (test) => {
    const story = await begin(test);
    await story.run(drifted);
    const [ours] = story.comments;
    const others = Array.from({ length: 250 }, (_, index) =>
      commentOf(story.standIn.state, { body: `No. ${index}`, author: 'octocat' }),
    );
    const forged = commentOf(story.standIn.state, { body: ours?.body ?? '', author: 'mallory' });
    const quoted = commentOf(story.standIn.state, { body: `Look:\n${ours?.body ?? ''}` });
    story.pullRequest.comments.unshift(forged, quoted, ...others);
    const run = await story.run(driftedMore);
    expect(run.requests).toHaveLength(4);
    expect(story.comments).toHaveLength(253);
    expect(ours?.body).toContain('2 model changes');
    expect(forged.body).toContain('1 model change ');
  });

  it('comes back into sight when it was hidden and there is drift again', async (test) => {
    const story = await begin(test);
    await story.run(drifted);
    const [ours] = story.comments;
    if (ours) ours.minimized = true;
    const run = await story.run(driftedMore);
    expect(run.requests).toHaveLength(3);
    expect(ours?.minimized).toBe(false);
  });

  it('is left alone by the run of a commit that is no longer the newest', async (test) => {
    const story = await begin(test);
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base: story.base });
    story.push();
    const run = await story.run(drifted, { event });
    expect(run.exitCode).toBe(1);
    expect(story.comments).toEqual([]);
  });

  it.for<[string, Report, number, number]>([
    ['never', drifted, 0, 0],
    ['on-failure', makeReport({ findings: [makeFinding()] }), 0, 1],
    ['on-failure', drifted, 1, 2],
    ['always', inSync, 1, 2],
  ])('with comment: %s', async ([comment, report, comments, requests], test) => {
    const story = await begin(test);
    const run = await story.run(report, { inputs: { comment } });
    expect(story.comments).toHaveLength(comments);
    expect(run.requests).toHaveLength(requests);
  });

  it('of another working directory or project is another comment', async (test) => {
    const story = await begin(test);
    await story.run(drifted);
    await story.run(drifted, { inputs: { project: 'api, web' } });
    await story.run(drifted, { inputs: { 'working-directory': 'src' } });
    expect(story.comments).toHaveLength(3);
  });

  it('of a huge report is accepted by GitHub', async (test) => {
    const story = await begin(test);
    const drift = Array.from({ length: 5000 }, (_, index) =>
      makeDrift({ object: `public.t.c${index}`, reason: '@`|é'.repeat(200) }),
    );
    const plan = {
      up: ['SELECT 1;\n'.repeat(200_000)],
      down: [],
      migrations: [],
      proved: true,
      file: 'a.sql',
      files: [],
      irreversible: [],
    };
    const run = await story.run(makeReport({ projects: [makeDriftedProject({ drift, plan })] }));
    expect(story.comments[0]?.body).toContain('### ❌ 5,000 model changes have no migration');
    expect(run.outputs['comment-id']).not.toBe('');
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
  });

  it('falls back to the summary when the token may only read', async (test) => {
    const story = await begin(test);
    const run = await story.run(drifted, { inputs: { 'github-token': READ_TOKEN } });
    expect(run.exitCode).toBe(1);
    expect(story.comments).toEqual([]);
    expect(run.summary).toContain('1 model change has no migration');
    expect(run.commands.join('\n')).toContain(
      'warning::No comment was written: the token may only read. Give the job `permissions: pull-requests: write`',
    );
  });

  it.for([{ fork: true }, { author: 'dependabot[bot]' }])(
    'of %j needs no advice on permissions',
    async (who, test) => {
      const story = await begin(test);
      const event = pullRequestEvent({ head: story.pullRequest.headSha, base: story.base, ...who });
      const run = await story.run(drifted, { event, inputs: { 'github-token': READ_TOKEN } });
      expect(run.exitCode).toBe(1);
      expect(run.commands.join('\n')).toContain(
        'warning::No comment was written: for a pull request from a fork',
      );
    },
  );

  it('is missing, and said to be, without a token', async (test) => {
    const story = await begin(test);
    const run = await story.run(drifted, { inputs: { 'github-token': '' } });
    expect(run.exitCode).toBe(1);
    expect(run.requests).toEqual([]);
    expect(run.commands.join('\n')).toContain(
      'warning::No comment was written: there is no github-token',
    );
  });
});

describe.concurrent('a failing API', () => {
  const wrong = { status: 502, body: { message: 'Bad Gateway' } };

  it.for<[string, RegExp]>([
    ['POST', /\/graphql$/],
    ['POST', /\/comments$/],
  ])('is tried again after a 502: %s %s', async ([method, path], test) => {
    const story = await begin(test);
    story.standIn.faults.push({ method, path, times: 1, answer: wrong });
    const run = await story.run(drifted);
    expect(run.requests).toHaveLength(3);
    expect(story.comments).toHaveLength(1);
  });

  it('is waited for after a secondary rate limit', async (test) => {
    const story = await begin(test);
    const answer = {
      status: 403,
      headers: { 'retry-after': '1' },
      body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' },
    };
    story.standIn.faults.push({ method: 'POST', path: /\/comments$/, times: 1, answer });
    await story.run(drifted);
    expect(story.comments).toHaveLength(1);
  });

  it.for<[Report, number]>([
    [inSync, 0],
    [drifted, 1],
  ])('never changes the verdict: %#', async ([report, exitCode], test) => {
    const story = await begin(test);
    story.standIn.faults.push({ method: 'POST', path: /./, times: 100, answer: wrong });
    const run = await story.run(report);
    expect(run.exitCode).toBe(exitCode);
    expect(run.outputs['status']).toBe(report.status);
    expect(run.commands.join('\n')).toContain(
      'warning::The comment could not be written, the verdict stands',
    );
  });

  it('does not matter when nobody listens at all', async (test) => {
    const story = await begin(test);
    const run = await story.run(inSync, { env: { GITHUB_API_URL: 'http://127.0.0.1:9' } });
    expect(run.exitCode).toBe(0);
  });
});

describe.concurrent('GitHub Enterprise Server', () => {
  it('is spoken to where GITHUB_API_URL says', async (test) => {
    const story = await begin(test, '/api/v3');
    await story.run(drifted, { env: { GITHUB_SERVER_URL: 'https://github.example' } });
    expect(story.comments[0]?.body).toContain('https://github.example/acme/shop/blob/');
    expect(story.standIn.requests.map(({ path }) => path)).toEqual([
      '/api/graphql',
      '/api/v3/repos/acme/shop/issues/5/comments',
    ]);
  });

  it('is reached through a proxy, and nothing that no_proxy names is', async (test) => {
    const story = await begin(test, '/api/v3');
    const proxy = await startProxy(new URL(story.standIn.url).port);
    test.onTestFinished(proxy.close);
    const env = { GITHUB_API_URL: 'http://github.example/api/v3', http_proxy: proxy.url };
    const run = await story.run(drifted, { env });
    expect(run.requests).toHaveLength(2);
    expect(story.comments).toHaveLength(1);
    expect(proxy.asked).toContain('github.example');
    const past = await story.run(drifted, { env: { ...env, no_proxy: 'github.example' } });
    expect(past.requests).toEqual([]);
    expect(past.exitCode).toBe(1);
  });
});

/** Leads everything to one port of this machine; `asked` are the hosts that it was asked for. */
async function startProxy(
  port: string,
): Promise<{ url: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { hostname, pathname } = new URL(incoming.url ?? '');
    asked.push(hostname);
    const { method = 'GET', headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) =>
      answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers)),
    );
    incoming.pipe(onward);
  }).on('connect', (incoming, socket) => {
    asked.push((incoming.url ?? '').replace(/:\d+$/, ''));
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${String(own)}`, asked, close };
}
