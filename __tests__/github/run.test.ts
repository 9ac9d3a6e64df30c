import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { cases } from '../report/cases.ts';
import { makeDriftedProject, makeFinding, makeProject, makeReport } from '../report/reports.ts';
import { dispatchEvent, mergeGroupEvent, pullRequestEvent, pushEvent } from './events.ts';
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
  it('is the trial merge with its own first parent', async () => {
    const run = await quietly(inSync);
    expect(run.options).toMatchObject({
      base: story.base,
      projects: [],
      config: null,
      deadlineMs: 300_000,
    });
  });

  it('is fetched where the clone has only the merge itself', async () => {
    const workspace = story.origin.clone('refs/pull/5/merge', 1);
    expect(() => gitIn(workspace, ['cat-file', '-e', `${story.base}^{commit}`])).toThrow();
    const run = await quietly(inSync, { workspace });
    expect(run.options?.base).toBe(story.base);
    expect(gitIn(workspace, ['cat-file', '-t', story.base])).toBe('commit');
    expect(gitIn(workspace, ['rev-parse', '--is-shallow-repository'])).toBe('true');
  });

  it('is told to be fetched where that does not work', async () => {
    const workspace = story.origin.clone('refs/pull/5/merge', 1);
    gitIn(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere']);
    const run = await story.run(inSync, { workspace });
    expect(run.exitCode).toBe(1);
    expect(run.options).toBeNull();
    expect(run.outputs['status']).toBe('error');
    expect(run.commands.join('\n')).toMatch(/error::No answer.*fetch-depth: 2/);
    expect(run.summary).toContain('could not be fetched');
    expect(ownComment()).toContain('fetch-depth: 2');
  });

  it('is the base of the event where the head itself was checked out', async () => {
    const workspace = story.origin.clone('refs/heads/change', 1);
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base: newest });
    const run = await quietly(inSync, { workspace, event });
    expect(run.options?.base).toBe(newest);
  });

  it('is never the base with itself', async () => {
    const workspace = story.origin.clone('refs/heads/main', 1);
    const event = pullRequestEvent({ head: story.pullRequest.headSha, base: newest });
    const run = await quietly(inSync, { workspace, event });
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toContain('nothing of the pull request would be checked');
  });

  it('of a merge group is its base', async () => {
    const event = mergeGroupEvent({ head: story.pullRequest.headSha, base: story.base });
    const run = await story.run(drifted, { event });
    expect(run.exitCode).toBe(1);
    expect(run.options?.base).toBe(story.base);
    expect(run.requests).toEqual([]);
  });

  it('of a push is what was there before', async () => {
    const event = pushEvent({ before: story.base, after: story.pullRequest.headSha });
    const run = await story.run(drifted, { event });
    expect(run.exitCode).toBe(1);
    expect(run.options?.base).toBe(story.base);
    expect(run.requests).toEqual([]);
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
    ['a dispatch', dispatchEvent(), 'refs/heads/change', true],
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

  it.each(['--upload-pack=touch /tmp/x', 'no..such', 'missing'])('is not %s', async (baseRef) => {
    const run = await quietly(inSync, { inputs: { 'base-ref': baseRef } });
    expect(run.options).toBeNull();
    expect(run.outputs['status']).toBe('error');
  });

  it('needs a repository', async () => {
    const outside = join(story.origin.directory, '..');
    const run = await quietly(inSync, { workspace: outside });
    expect(run.commands.join('\n')).toContain('Run actions/checkout with `fetch-depth: 2`');
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
  it('names the base by its branch, not by the id the check was given', async () => {
    const commit = story.base;
    const run = await quietly(makeReport({ base: { label: `${commit} (x)`, commit } }));
    expect(run.stdout).toContain(`(working tree against main (${commit.slice(0, 7)}))`);
  });

  it('is a report, a summary, annotations, outputs and a failed step', async () => {
    const reportPath = join(story.origin.directory, '..', 'reports', 'plumbline.json');
    const run = await quietly(drifted, { inputs: { 'report-path': reportPath } });
    const report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report;
    expect(report).toMatchObject({ status: 'drift', base: { commit: drifted.base?.commit } });
    expect(run.summary).toContain('### ❌ 1 model change has no migration');
    expect(run.summary).not.toContain('<!--');
    expect(run.commands).toEqual([
      'error title=Plumbline%3A missing-migration,file=src/schema.ts,line=12::' +
        'No migration does this: create column public.users.email (only in the models)',
      'error::1 model change has no migration. Run `npx plumbline makemigrations` and commit what it writes.',
    ]);
    expect(run.outputs).toMatchObject({
      status: 'drift',
      drift: 'true',
      'changes-count': '1',
      'findings-count': '0',
      'report-path': reportPath,
      'migration-file': 'drizzle/0003_add_email.sql',
    });
    expect(JSON.parse(run.outputs['projects'] ?? '')).toEqual([
      {
        id: 'app',
        root: '.',
        status: 'drift',
        changes: 1,
        'migration-file': 'drizzle/0003_add_email.sql',
      },
    ]);
    expect(run.exitCode).toBe(1);
  });

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

  it('passes with fail-on: none, and calls nothing an error', async () => {
    const run = await quietly(drifted, { inputs: { 'fail-on': 'none' } });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['status']).toBe('drift');
    expect(run.commands.filter((command) => command.startsWith('error'))).toEqual([]);
    expect(run.commands.filter((command) => command.startsWith('warning'))).toHaveLength(1);
  });

  it('fails without an answer even with fail-on: none', async () => {
    const run = await quietly(cases['failing-migration'], { inputs: { 'fail-on': 'none' } });
    expect(run.exitCode).toBe(1);
    expect(run.commands.at(-1)).toContain('drizzle/0001_bad.sql:7: relation "user" does not exist');
  });

  it('annotates the worst first and no more than GitHub shows', async () => {
    const findings = [
      ...Array.from({ length: 8 }, (_, line) => makeFinding({ severity: 'note', line: line + 1 })),
      ...Array.from({ length: 8 }, (_, line) => makeFinding({ line: line + 1 })),
      makeFinding({ severity: 'error', hazard: 'data-loss' }),
      makeFinding({ file: null, line: null }),
    ];
    const run = await quietly(makeReport({ projects: [makeProject({ findings })] }));
    const kinds = run.commands.map((command) => command.split(' ', 1)[0]?.split('::', 1)[0]);
    expect(kinds).toEqual([
      'error',
      ...Array.from({ length: 8 }, () => 'warning'),
      ...Array.from({ length: 8 }, () => 'notice'),
      'error',
    ]);
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
  it('of the user is told all at once', async () => {
    const inputs = {
      'fail-on': 'unsaef',
      comment: 'sometimes',
      'timeout-seconds': '5m',
      reports: 'sarf=x',
      'working-directory': '../..',
    };
    const run = await quietly(inSync, { inputs });
    expect(run.exitCode).toBe(1);
    expect(run.options).toBeNull();
    for (const name of Object.keys(inputs)) expect(run.commands.at(-1)).toContain(`${name}: `);
    expect(run.outputs).toMatchObject({ status: 'error', 'findings-count': '5' });
  });

  it.each([
    [{ usage: ['no such project', 'no such file'] }, 'no such file'],
    [{ environment: ['the deadline passed', 'Raise timeout-seconds.'] as const }, 'Raise timeout'],
    [{ bug: 'x is undefined' }, 'This is a bug in Plumbline, please report it: x is undefined'],
  ])('in the check is told in the step, the summary and the comment: %j', async (answer, text) => {
    const run = await story.run(
      'environment' in answer ? { environment: [...answer.environment] } : answer,
    );
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
