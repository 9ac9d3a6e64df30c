import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it, type TestContext } from 'vitest';
import { makeDrift, makeDriftedProject, makeFinding, makeReport } from '../report/reports.ts';
import { startStory, writes, type Story } from './story.ts';

const drifted = makeReport({ projects: [makeDriftedProject()] });
/** A story of this test's own: the tests run at the same time, each waits for rate limits most of it. */
async function begin(test: TestContext, prefix: '' | '/api/v3' = ''): Promise<Story> {
  const story = await startStory(prefix);
  test.onTestFinished(() => story.close());
  return story;
}

describe.concurrent('the comment on a pull request', () => {
  it('is not sent again when nothing changed but how long it took', async (test) => {
    const story = await begin(test);
    await story.run(drifted);
    const again = await story.run({ ...drifted, timings: { total: 98_765 } });
    expect(again.exitCode).toBe(1);
    expect(writes(again.requests)).toEqual([]);
  });

  it('is not made of a warning where only failures are to be told', async (test) => {
    const story = await begin(test);
    const report = makeReport({ findings: [makeFinding()] });
    const run = await story.run(report, { inputs: { comment: 'on-failure' } });
    expect(story.comments).toEqual([]);
    expect(run.requests).toHaveLength(1);
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
});

describe.concurrent('GitHub Enterprise Server', () => {
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
