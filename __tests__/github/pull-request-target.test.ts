// A pull request whose token may write: its commits are read as git's objects, and nothing of it is trusted.
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { check } from '../../src/check.ts';
import { countIfUnread } from '../../src/github/changes.ts';
import type { GitHubEvent } from '../../src/github/event.ts';
import { fetchPullRequest } from '../../src/github/pull-request-objects.ts';
import type { Progress } from '../../src/progress.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { renderText } from '../../src/report/text.ts';
import { makeReport } from '../report/reports.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { pullRequestEvent } from './events.ts';
import { makeOrigin, gitIn, type Origin } from './repository.ts';
import { openPullRequest, serve } from './served.ts';
import { startStory, type Story } from './story.ts';

const created = ['0000_t', 'CREATE TABLE "t" ("id" integer PRIMARY KEY, "name" text);'] as const;
const project = drizzleProject({ models: oneTable('  name: text(),'), migrations: [created] });

let origin: Origin;
let serverUrl: string;
let base: string;
let directory: string;
let places: string[] = [];
beforeAll(() => {
  origin = makeOrigin();
  serverUrl = serve(origin);
  base = origin.commit('base', { ...project, 'packages/api/a.ts': '1\n' });
});
afterAll(() => {
  origin.remove();
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const place of places) rmSync(place, { recursive: true, force: true });
  places = [];
});

function place(): string {
  const made = mkdtempSync(join(tmpdir(), 'plumbline-objects-'));
  places.push(made);
  return made;
}

/** A branch off base with these files, as pull request 5. */
function pullRequest(
  files: Readonly<Record<string, string | null>>,
  options: { readonly merged?: boolean; readonly more?: (root: string) => void } = {},
): string {
  gitIn(origin.directory, ['checkout', '--quiet', '--force', '-B', 'change', base]);
  gitIn(origin.directory, ['clean', '-fdq']);
  gitIn(origin.directory, ['update-ref', '-d', 'refs/pull/5/merge']);
  options.more?.(origin.directory);
  origin.commit('change', files);
  return openPullRequest(origin, options.merged === false ? null : base);
}

interface Asked {
  readonly baseRef?: string;
  readonly within?: string;
  readonly token?: string;
  readonly serverUrl?: string;
}

function fetch(head: string, asked: Asked = {}): ReturnType<typeof fetchPullRequest> {
  directory = place();
  const event: GitHubEvent = {
    ...{ name: 'pull_request_target', repository: 'acme/shop', pullRequest: 5, head },
    base: { ref: 'main', sha: base },
    source: {
      ...{ branch: '--upload-pack=false', repository: 'mallory/shop', open: true },
      ...{ byDependabot: false, isDefaultBranch: false },
    },
    readOnlyToken: false,
  };
  const usual = { event, baseRef: null, token: '', serverUrl, within: '' };
  return fetchPullRequest(directory, { ...usual, ...asked });
}

describe('what is fetched', () => {
  it("is GitHub's trial merge and what it was merged into", () => {
    const head = pullRequest({ 'src/new.ts': 'new' });
    const merge = gitIn(origin.directory, ['rev-parse', 'refs/pull/5/merge']);
    expect(fetch(head)).toEqual({ directory, commit: merge, base: { ref: 'main', sha: base } });
  });

  it.each(['none', 'one of an older head'])('is head and base where the merge is %s', (which) => {
    const head = pullRequest({ 'src/new.ts': 'conflicting' }, { merged: false });
    if (which !== 'none') {
      const tree = `${base}^{tree}`;
      const older = ['commit-tree', tree, '-p', base, '-p', base, '-m', 'older'];
      const merge = gitIn(origin.directory, older);
      gitIn(origin.directory, ['update-ref', 'refs/pull/5/merge', merge]);
    }
    expect(fetch(head)).toEqual({ directory, commit: head, base: { ref: 'main', sha: base } });
  });

  it('is nothing where there is a newer commit, whose run checks it', () => {
    const head = pullRequest({ 'src/new.ts': 'one' });
    pullRequest({ 'src/new.ts': 'two' });
    expect(fetch(head)).toBeNull();
  });

  it('is what the user asks to compare with, and never an option of git', () => {
    const head = pullRequest({ 'src/new.ts': 'new' });
    gitIn(origin.directory, ['branch', '--force', 'release', base]);
    expect(fetch(head, { baseRef: 'release' })?.base).toEqual({ ref: 'release', sha: base });
    const evil = `--upload-pack=touch ${place()}/x`;
    expect(() => fetch(head, { baseRef: evil })).toThrow('is no ref');
    expect(() => fetch(head, { baseRef: 'missing' })).toThrow('the base missing could not be fe');
  });

  it('has the directory that is to be checked, or is refused', () => {
    const kept = pullRequest({ 'packages/api/a.ts': '2\n' });
    expect(fetch(kept, { within: 'packages/api' })).not.toBeNull();
    const more = (root: string): void => {
      rmSync(join(root, 'packages'), { recursive: true });
    };
    const gone = pullRequest({ 'packages/api.ts': '' }, { more });
    expect(() => fetch(gone, { within: 'packages/api' })).toThrow('no directory of the pull requ');
  });

  it('passes at once where nothing that matters changed', () => {
    const counted = (files: Record<string, string>, within = ''): number | null => {
      const found = fetch(pullRequest(files));
      const head = { ref: found?.commit ?? '', within };
      return countIfUnread(directory, found?.base.sha ?? '', head);
    };
    expect(counted({ 'README.md': 'More.' })).toBe(1);
    expect(counted({ 'src/schema.ts': 'x' })).toBeNull();
    expect(counted({ 'src/schema.ts': 'x' }, 'packages/api')).toBe(1);
  });

  it('is told to need permission where it can’t be had, and the token is in a header alone', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(403).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const calls = watchGit();
    // In a process of its own: it waits for git, and this one has to answer.
    const script = `
      const { fetchPullRequest } = await import('./src/github/pull-request-objects.ts');
      try { fetchPullRequest(${JSON.stringify(place())}, JSON.parse(process.env.REQUEST)); }
      catch (error) { process.stdout.write(error.help); }`;
    const event = { repository: 'acme/shop', pullRequest: 5, head: base, base: null };
    const request = { event, baseRef: null, token: 's3cret', serverUrl: url, within: '' };
    vi.stubEnv('REQUEST', JSON.stringify(request));
    const node = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    const { stdout: said } = await node;
    server.close();
    expect(said).toContain('permissions: contents: read');
    const basic = Buffer.from('x-access-token:s3cret').toString('base64');
    expect([...new Set(seen)]).toEqual([`basic ${basic}`]);
    expect(readFileSync(calls, 'utf8')).toContain(`${url}/acme/shop.git`);
    expect(readFileSync(calls, 'utf8')).not.toMatch(new RegExp(`s3cret|${basic}`));
  });
});

/** Records how git is called, from here on in this test; returns the file. */
function watchGit(): string {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = place();
  const calls = join(bin, 'calls');
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$@" >>'${calls}'\nexec '${real}' "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
  return calls;
}

describe('the step', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.close());

  it('asks for the commits alone, configured by base, and ends quietly for an older one', async () => {
    const inputs = { 'working-directory': 'src', config: 'db/x.yml', 'fail-on': 'drift' };
    const head = openPullRequest(story.origin, null);
    const { payload } = pullRequestEvent({ head, base: story.base, fork: true });
    const event = { name: 'pull_request_target', payload };
    const workspace = place();
    const env = { GITHUB_SERVER_URL: serve(story.origin), RUNNER_TEMP: place() };
    const run = await story.run(makeReport(), { event, inputs, workspace, env });
    expect(run.options).toMatchObject({ base: story.base, configuredBy: 'base' });
    const commit = gitIn(story.origin.directory, ['rev-parse', 'refs/pull/5/merge']);
    expect(run.options?.head).toEqual({ ref: commit, within: 'src' });
    expect(run.options?.config).toBe('db/x.yml');
    expect(run.options?.directory).toContain(env.RUNNER_TEMP);
    expect(run.exitCode).toBe(0);

    story.origin.commit('newer', {});
    openPullRequest(story.origin, story.base);
    const older = await story.run(makeReport(), { event, workspace, env });
    expect(older.options).toBeNull();
    expect(older.exitCode).toBe(0);
    expect(older.outputs['status']).toBe('skipped');
    expect(older.stdout).toContain('the push that came after it has a run of its own');
    expect(older.requests.filter(({ path }) => !path.endsWith('/graphql'))).toEqual([]);
    expect(readdirSync(env.RUNNER_TEMP)).toEqual(['plumbline-report.json', 'plumbline.patch']);
  });

  it('needs no directory in the workspace, and takes none that leaves it', async () => {
    const { payload } = pullRequestEvent({ head: base, base });
    const event = { name: 'pull_request_target', payload };
    const inputs = { 'working-directory': '../other' };
    const run = await story.run(makeReport(), { event, inputs, workspace: place() });
    expect(run.commands.at(-1)).toContain('lies outside of the workspace');
  });
});

describe('a head that means harm', () => {
  const silently: Progress = { phase: () => undefined, done: () => undefined };
  const secrets = (): string => readFileSync('/etc/passwd', 'utf8').split('\n')[0] ?? '';
  const drift = oneTable('  name: text(),\n  plan: text(),');
  /** A program that tells that it ran. */
  const trap = (): { readonly command: string; readonly ran: () => boolean } => {
    const where = place();
    return { command: `touch ${where}/ran`, ran: () => readdirSync(where).length > 0 };
  };

  it('reads no file of this machine, makes none, and runs nothing', async () => {
    const { command, ran } = trap();
    const home = place();
    const hook = join(home, 'template/hooks/reference-transaction');
    mkdirSync(join(home, 'template/hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\n${command}\n`);
    chmodSync(hook, 0o755);
    const settings = [
      `[init]\n\ttemplateDir = ${home}/template`,
      `[core]\n\thooksPath = ${home}/template/hooks\n\tfsmonitor = ${command}`,
      `[filter "lfs"]\n\tprocess = ${command}\n\tsmudge = ${command}\n\trequired`,
      `[diff "evil"]\n\ttextconv = ${command}\n\tcommand = ${command}`,
      `[url "file:///nowhere/"]\n\tinsteadOf = ${serverUrl}/`,
    ];
    const head = pullRequest(
      {
        'src/schema.ts': `export * from './etc';\nexport * from '../up/passwd';\n${drift}`,
        '.gitattributes': '* filter=lfs diff=evil\n',
        '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::${command}\n\tupdate = !${command}\n`,
        '.git-hooks/post-checkout': `#!/bin/sh\n${command}\n`,
        'drizzle/0001_\n::error::owned.sql': 'SELECT 1;',
      },
      {
        more: (root) => {
          symlinkSync('/etc/passwd', join(root, 'src/etc.ts'));
          symlinkSync('../../../../../../../../../etc', join(root, 'up'));
          writeFileSync(join(root, 'src/huge.ts'), '');
          truncateSync(join(root, 'src/huge.ts'), 40 * 1024 * 1024);
        },
      },
    );
    gitIn(origin.directory, ['update-ref', 'refs/heads/--upload-pack=false', head]);
    writeFileSync(join(home, '.gitconfig'), settings.join('\n'));
    vi.stubEnv('HOME', home);
    const found = fetch(head);
    const report = await check(optionsOf(found), silently);
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    const told = [
      JSON.stringify(report),
      renderText(report, { color: false, verbose: true }),
      renderComment(report, nowhere, 'default'),
    ].join('\n');
    expect(ran()).toBe(false);
    expect(files.filter((file) => /schema|passwd|owned|hook|etc|\.ts/u.test(file))).toEqual([]);
    expect(told).not.toContain(secrets());
    expect(told).toContain('leads out of the workspace');
    expect(told).not.toMatch(/^::error::/mu);
    expect(report.status).not.toBe('ok');
  });

  const nowhere = {
    ...{ repositoryUrl: null, commit: null, prefix: '', runUrl: null, head: null, base: null },
    pageOf: () => null,
  };

  function optionsOf(found: ReturnType<typeof fetchPullRequest>) {
    if (found === null) throw new Error('nothing was fetched');
    return {
      ...{ directory, base: found.base.sha, head: { ref: found.commit, within: '' } },
      configuredBy: 'base' as const,
      ...{ projects: [], config: null, deadlineMs: 60_000 },
    };
  }
});
