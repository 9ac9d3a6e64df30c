import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../report/cases.ts';
import { makeDriftedProject, makeFinding, makeReport } from '../report/reports.ts';
import { dispatchEvent, pullRequestEvent, pushEvent } from './events.ts';
import { gitIn } from './repository.ts';
import { startStory, type Story } from './story.ts';

const inSync = makeReport();
const drifted = makeReport({ projects: [makeDriftedProject()] });
const ZEROS = '0'.repeat(40);

let story: Story;
let newest: string;
beforeAll(async () => {
  story = await startStory();
  story.origin.checkout('main');
  story.origin.commit('elsewhere', { 'other.txt': '1' });
  newest = story.origin.commit('elsewhere again', { 'other.txt': '2' });
  story.origin.checkout('change');
});
afterAll(async () => {
  await story.close();
});

/** Where the comment is not what the test is about. */
const quietly: Story['run'] = (answer, options = {}) =>
  story.run(answer, { ...options, inputs: { comment: 'never', ...options.inputs } });
const ownComment = (): string | undefined =>
  story.comments.find(({ body }) => body.includes('id=default'))?.body;

describe('what is compared', () => {
  it('is the base of the event where the head itself was checked out', async () => {
    const workspace = story.origin.clone('refs/heads/change', 1);
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base: newest });
    const run = await quietly(inSync, { workspace, event });
    expect(run.options?.base).toBe(newest);
  });

  it.each([
    [
      'a push that makes a branch',
      pushEvent({ before: ZEROS, after: ZEROS }),
      'refs/heads/new',
      true,
    ],
    [
      'a push that makes the default branch',
      pushEvent({ before: ZEROS, after: ZEROS }),
      'refs/heads/main',
      false,
    ],
    ['a dispatch on the default branch', dispatchEvent(), 'refs/heads/main', false],
  ])('of %s', async (_name, event, ref, withBase) => {
    const run = await quietly(inSync, { event, env: { GITHUB_REF: ref } });
    expect(run.exitCode).toBe(0);
    expect(run.options?.base).toBe(withBase ? newest : null);
  });

  it('is what the user says, before all', async () => {
    const inputs = { 'base-ref': 'main' };
    expect((await quietly(inSync, { inputs })).options?.base).toBe(newest);
  });

  it('is fetched with the token, in a header, from no host but GitHub', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(403).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const workspace = story.origin.clone('refs/pull/5/merge', 1);
    gitIn(workspace, ['remote', 'set-url', 'origin', `${url}/acme/shop`]);
    // What actions/checkout leaves with `persist-credentials: true`: it must not be sent beside ours.
    gitIn(workspace, ['config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic b2xk']);
    const secret = { 'github-token': 's3cret' };
    await quietly(inSync, { workspace, inputs: secret, env: { GITHUB_SERVER_URL: url } });
    expect(seen).toEqual([`basic ${Buffer.from('x-access-token:s3cret').toString('base64')}`]);
    seen.length = 0;
    gitIn(workspace, ['config', '--unset', `http.${url}/.extraheader`]);
    await quietly(inSync, { workspace, inputs: secret });
    expect(seen).toEqual([undefined]);
    server.close();
  });
});

describe('what a run leaves', () => {
  it('is in other formats too, and where a link leads out of the workspace it is not', async () => {
    const workspace = story.origin.clone('refs/pull/5/merge', 2);
    const outside = mkdtempSync(join(tmpdir(), 'plumbline-outside-'));
    symlinkSync(outside, join(workspace, 'linked'));
    const run = await quietly(drifted, {
      workspace,
      inputs: {
        'sarif-path': 'out/plumbline.sarif',
        reports: 'gitlab=out/quality.json\n junit=linked/x/junit.xml',
      },
    });
    const sarif = join(workspace, 'out/plumbline.sarif');
    expect(run.outputs['sarif-path']).toBe(sarif);
    expect(readFileSync(sarif, 'utf8')).toContain('"ruleId": "missing-migration"');
    expect(readFileSync(join(workspace, 'out/quality.json'), 'utf8')).toContain('"severity"');
    expect(readdirSync(outside)).toEqual([]);
    expect(run.commands[0]).toMatch(
      /^warning::The JUnit report could not be written: .* leads out/u,
    );
    expect(readdirSync(join(workspace, 'out'))).toHaveLength(2);
  });

  it('points into the directory that was checked', async () => {
    const finding = makeFinding({ severity: 'error', file: 'schema.ts', line: 1 });
    const run = await quietly(makeReport({ findings: [finding] }), {
      inputs: { 'working-directory': 'src' },
    });
    expect(run.options?.directory).toMatch(/clone-\d+\/src$/);
    expect(run.commands[0]).toContain('file=src/schema.ts,line=1');
    expect(run.summary).toMatch(/\/blob\/[0-9a-f]{40}\/src\/schema\.ts#L1\)/);
  });

  it('is in no part a command of the repository’s making', async () => {
    const run = await quietly(cases.hostile);
    expect(run.commands.filter((command) => !/^(?:error|warning)\b/.test(command))).toEqual([]);
    expect(run.commands).not.toContain('error::owned');
    expect(run.stdout).not.toContain('\u001B');
  });

  it('keeps outputs apart whatever they hold', async () => {
    const plan = {
      up: [],
      down: [],
      migrations: [],
      proved: false,
      file: 'a\nstatus=ok\nx',
      files: [],
      irreversible: [],
    };
    const run = await quietly(makeReport({ projects: [makeDriftedProject({ plan })] }));
    expect(run.outputs['status']).toBe('drift');
    expect(run.outputs['migration-file']).toBe('a\nstatus=ok\nx');
  });
});

describe('what goes wrong', () => {
  it('in the check is told in the step, the summary and the comment', async () => {
    const run = await story.run({ bug: 'x is undefined' });
    const text = 'This is a bug in Plumbline, please report it: x is undefined';
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toContain(text);
    expect(run.summary).toContain(text);
    expect(ownComment()).toContain(text);
    expect(run.stderr).toBe('');
  });

  it('with the event is said', async () => {
    const event = { name: 'pull_request', payload: { pull_request: { number: 'five' } } };
    const run = await quietly(inSync, { event });
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toContain('not as GitHub documents it');
  });

  it('with a report that can’t be written is a warning', async () => {
    const run = await quietly(inSync, { inputs: { 'report-path': '/dev/null/x.json' } });
    expect(run.exitCode).toBe(0);
    expect(run.commands[0]).toContain('warning::The JSON report could not be written');
  });
});
