// What decides about a commit without asking GitHub: its message, the tree it goes onto, the editor's link.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitMessage, isOurs } from '../../src/github/commit-message.ts';
import { placeFor, type PlaceRequest } from '../../src/github/commit-place.ts';
import { whyNotAsked, whyNotNow, type PullRequestState } from '../../src/github/commit-policy.ts';
import { editorLink } from '../../src/github/editor-link.ts';
import type { GitHubEvent, PullRequestSource } from '../../src/github/event.ts';
import { makeOrigin, type Origin } from './repository.ts';

const hash = 'a'.repeat(64);

describe('the message of a commit', () => {
  it.each([
    ['', 'Add the missing migration'],
    ['chore(db): add migration', 'chore(db): add migration'],
    [
      'Fixes #12, closes acme/shop#3 and resolves GH-4',
      'Fixes 12, closes acme/shop3 and resolves GH 4',
    ],
    ['fixes https://github.com/acme/shop/issues/5', 'fixes github.com/acme/shop/issues/5'],
    ['fixes hthttps://tps:@//github.com/a/b/issues/5', 'fixes https github.com/a/b/issues/5'],
    ['thanks @octocat and @acme/team', 'thanks octocat and acme/team'],
    ['add [skip ci] [no ci]', 'add (skip ci) (no ci)'],
    ['one\n\nskip-checks: true', 'one'],
    ['a\u202Eb\u0007c\u200B', 'abc'],
    ['@#', 'Add the missing migration'],
    ['x'.repeat(500), 'x'.repeat(100)],
  ])('%j', (subject, headline) => {
    expect(commitMessage({ subject, several: false, id: 'default', hash }).headline).toBe(headline);
  });

  it('ends in a trailer by which it is known again', () => {
    const id = 'packages/api GH-1 @x #2 -->';
    const { headline, body } = commitMessage({ subject: '', several: true, id, hash });
    expect(headline).toBe('Add the missing migrations');
    expect(body.split('\n').at(-1)).toMatch(/^Plumbline: [\w%.!~*'()]+ a{64}$/);
    expect(body).not.toMatch(/[@#]|GH-/);
    const message = `${headline}\n\n${body}\n`;
    expect(isOurs(message, id, hash)).toBe(true);
    expect(isOurs(message, 'default', hash)).toBe(false);
    expect(isOurs(message, id, 'b'.repeat(64))).toBe(false);
    expect(isOurs('Add a column', id, hash)).toBe(false);
  });
});

describe('a commit is withheld', () => {
  const source: PullRequestSource = {
    ...{ branch: 'change', repository: 'acme/shop', open: true },
    ...{ byDependabot: false, isDefaultBranch: false },
  };
  const event: GitHubEvent = {
    ...{ name: 'pull_request', repository: 'acme/shop', pullRequest: 5, head: 'a', source },
    ...{ base: { ref: 'main', sha: 'b' }, readOnlyToken: false },
  };
  const proposal = { files: [], directories: [], hash, refusals: [] };

  it.each<[string, Partial<PullRequestSource> | null, RegExp]>([
    ['that is none', null, /on the event pull_request only/],
    ['from a fork', { repository: 'contributor/shop' }, /another repository/],
    ['whose fork is gone', { repository: null }, /is gone/],
    ['by Dependabot', { byDependabot: true }, /Dependabot/],
    ['that was closed', { open: false }, /pull request is closed/],
    ['of the default branch', { isDefaultBranch: true }, /default one/],
  ])('from a pull request %s', (_who, change, why) => {
    const from = { ...event, source: change && { ...source, ...change } };
    expect(whyNotAsked(event, proposal)).toBeNull();
    expect(whyNotAsked(from, proposal)).toMatchObject({
      is: 'withheld',
      why: expect.stringMatching(why) as string,
    });
  });

  it.each<[string, Partial<PullRequestState>, object]>([
    ['is closed meanwhile', { open: false }, { why: 'the pull request is closed' }],
    ['lost its branch', { branchExists: false }, { why: 'its branch is deleted' }],
    ['is in the merge queue', { inMergeQueue: true }, { why: 'it is in the merge queue' }],
    ['has a newer commit', { headSha: 'c' }, { is: 'stale' }],
  ])('where the pull request %s', (_what, change, expected) => {
    const state = {
      open: true,
      headSha: 'a',
      branchExists: true,
      inMergeQueue: false,
      message: '',
    };
    const wanted = { head: 'a', id: 'default', hash };
    expect(whyNotNow(state, wanted)).toBeNull();
    expect(whyNotNow({ ...state, ...change }, wanted)).toMatchObject(expected);
  });
});

describe('the place of a commit', () => {
  const file = (path: string, replaces?: string): PlaceRequest['files'][number] =>
    replaces === undefined ? { path, content: 'new' } : { path, content: 'new', replaces };
  let origin: Origin;
  let root: string;
  beforeAll(() => {
    origin = makeOrigin();
    root = origin.commit('base', { 'db/0000.sql': '1', 'db/journal.json': '[]', 'src/a.ts': '1' });
  });
  afterAll(() => {
    origin.remove();
  });

  interface Story {
    readonly head?: Record<string, string | null>;
    readonly base?: Record<string, string | null>;
    readonly files?: PlaceRequest['files'];
    readonly depth?: number;
    readonly left?: string;
    readonly link?: readonly [string, string];
  }
  it.each<[string, Story, string | RegExp]>([
    ['new files beside those there are', {}, 'fit'],
    ['a journal that grows', { files: [file('db/journal.json', '[]')] }, 'fit'],
    ['base went on elsewhere', { base: { 'src/b.ts': '1' } }, 'fit'],
    ['base has a migration more', { base: { 'db/0001.sql': '1' } }, 'behind'],
    ['head lacks one of base', { head: { 'db/0000.sql': null } }, 'behind'],
    ['base changed one', { base: { 'db/0000.sql': '2' } }, 'behind'],
    ['a step left a file among them', { left: 'db/0001.sql' }, /a step before this one/],
    ['the clone lacks the head', { depth: 1 }, /fetch-depth: 2/],
    ['out of the directory', { files: [file('src/b.sql')] }, /src\/b\.sql is no regular/],
    ['out of it by dots', { files: [file('db/../src/b.sql')] }, /no regular/],
    ['a file that is there already', { files: [file('db/0000.sql')] }, /no regular/],
    ['a journal that is not there', { files: [file('db/other.json', '[]')] }, /no regular/],
    ['a file in a file', { files: [file('db/0000.sql/x.sql')] }, /no regular/],
    [
      'a journal that is a link',
      { link: ['db/l.json', 'x'], files: [file('db/l.json', 'x')] },
      /no regular/,
    ],
    [
      'a directory that is a link',
      { link: ['db/d', '../src'], files: [file('db/d/x.sql')] },
      /no regular/,
    ],
  ])('%s', (_name, story, expected) => {
    origin.checkout(root);
    const base = story.base === undefined ? root : origin.commit('elsewhere', story.base);
    origin.checkout(root);
    if (story.link) symlinkSync(story.link[1], join(origin.directory, story.link[0]));
    const head = origin.commit('head', { 'src/a.ts': '2', ...story.head });
    origin.trialMerge(5, base);
    const directory = origin.clone('refs/pull/5/merge', story.depth ?? 2);
    if (story.left !== undefined) writeFileSync(join(directory, story.left), 'x');
    const files = story.files ?? [file('db/0001.sql'), file('db/meta/0001.json')];
    const place = placeFor({ directory, prefix: '', head, base, files, directories: ['db'] });
    expect(place.is === 'unfit' ? place.why : place.is).toMatch(expected);
  });

  it('may be a directory below the root, and never one of GitHub', () => {
    origin.checkout(root);
    mkdirSync(join(origin.directory, '.github'), { recursive: true });
    const head = origin.commit('head', {
      'packages/api/db/0.sql': '1',
      '.github/workflows/0.sql': '1',
    });
    origin.trialMerge(5, root);
    const directory = origin.clone('refs/pull/5/merge', 2);
    const place = (prefix: string, folder: string): string =>
      placeFor({
        ...{ directory: join(directory, prefix), prefix, head, base: root },
        files: [file(`${folder}/1.sql`)],
        directories: [folder],
      }).is;
    expect(place('packages/api/', 'db')).toBe('fit');
    expect(place('', '.github/workflows')).toBe('unfit');
    rmSync(join(origin.directory, '.github'), { recursive: true });
  });
});

describe("the link to GitHub's editor", () => {
  const source = { branch: 'fix/über (#1)', repository: 'contributor/shop' };
  const place = { prefix: 'api/', serverUrl: 'https://github.com/' };

  it('holds one new file', () => {
    const content = 'ALTER TABLE "a" ADD COLUMN "b&c" text;\n';
    const link = editorLink(source, { ...place, files: [{ path: 'db/1.sql', content }] }) ?? '';
    const { pathname, searchParams } = new URL(link);
    expect(pathname).toBe('/contributor/shop/new/fix/%C3%BCber%20%28%231%29');
    expect(Object.fromEntries(searchParams)).toEqual({ filename: 'api/db/1.sql', value: content });
  });

  it.each([
    ['several files', ['a', 'b'].map((path) => ({ path, content: '' }))],
    ['a file that is changed', [{ path: 'a', content: '', replaces: 'x' }]],
    ['one that is too long', [{ path: 'a', content: 'ü'.repeat(2_000) }]],
    ['nothing', []],
  ])('is none for %s', (_name, files) => {
    expect(editorLink(source, { ...place, files })).toBeNull();
  });
});
