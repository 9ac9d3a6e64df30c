import { readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, UsageError } from '../../src/errors.ts';
import { openRevisions } from '../../src/revision/open.ts';
import { UnreadableFile } from '../../src/revision/revision.ts';
import { createRepository, temporaryDirectory } from '../support/repository.ts';

const committed = () => {
  const repository = createRepository();
  repository.write({
    '.gitignore': 'ignored/\n',
    'a.ts': 'one',
    'src/b.ts': 'two',
    'src/deep/c.ts': 'three',
    'ignored/d.ts': 'four',
    'node_modules/x/index.js': 'five',
  });
  const first = repository.commit('first');
  return { repository, first };
};

describe('the working tree', () => {
  it('lists what git sees, and what is not yet added', () => {
    const { repository } = committed();
    repository.write({ 'new.ts': 'six', 'gone.ts': 'seven' });
    repository.git('add', 'gone.ts');
    repository.remove('gone.ts');
    const { head } = openRevisions(repository.directory, null);
    expect(head.list()).toEqual(['.gitignore', 'a.ts', 'new.ts', 'src/b.ts', 'src/deep/c.ts']);
    expect(head.isDirectory('src/deep')).toBe(true);
    expect(head.isDirectory('')).toBe(true);
    expect(head.isFile('src')).toBe(false);
    expect(head.read('src/b.ts')).toBe('two');
  });

  it('works where there is no repository', () => {
    const directory = temporaryDirectory();
    const { head, base } = openRevisions(directory, null);
    expect([head.list(), base]).toEqual([[], null]);
  });

  it('names its commit only while it is that commit', () => {
    const { repository, first } = committed();
    expect(openRevisions(repository.directory, null).head.commit).toBe(first);
    repository.write({ 'a.ts': 'changed' });
    expect(openRevisions(repository.directory, null).head.commit).toBeNull();
  });

  it('refuses what is outside, binary, huge, not UTF-8 or missing, each with its reason', () => {
    const { repository } = committed();
    const at = (path: string) => join(repository.directory, path);
    symlinkSync('/etc/hostname', at('out.ts'));
    symlinkSync('/etc', at('etc'));
    symlinkSync('nothing', at('nowhere.ts'));
    symlinkSync('a.ts', at('in.ts'));
    repository.write({
      'binary.ts': new Uint8Array([104, 105, 0, 1]),
      'latin.ts': new Uint8Array([104, 233, 104]),
      'huge.ts': '',
    });
    truncateSync(at('huge.ts'), 40 * 1024 * 1024);
    const { head } = openRevisions(repository.directory, null);
    const reason = (path: string): string => {
      try {
        return head.read(path);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
        return (error as UnreadableFile).message;
      }
    };
    expect(
      [
        'out.ts',
        'etc/hostname',
        '../x',
        'nowhere.ts',
        'binary.ts',
        'latin.ts',
        'huge.ts',
        'no.ts',
      ].map(reason),
    ).toEqual([
      'out.ts: this leads out of the workspace: a link there is not followed',
      'etc/hostname: this leads out of the workspace: a link there is not followed',
      expect.stringMatching(/no such file|leads out/),
      'nowhere.ts: a symbolic link to nothing',
      'binary.ts: this is a binary file, not text',
      'latin.ts: this file is not UTF-8 text',
      'huge.ts: 40 MB is more than the limit of 32 MB for one file',
      'no.ts: no such file',
    ]);
    expect(reason('in.ts')).toBe('one');
    expect(head.isFile('out.ts')).toBe(false);
  });
});

describe('a commit as head', () => {
  it('is read out of a bare repository, beside its base, and no file of it is made', () => {
    const { repository, first } = committed();
    repository.write({ 'a.ts': 'changed', 'src/new.ts': 'four' });
    const second = repository.commit('second');
    const bare = join(temporaryDirectory(), 'bare.git');
    repository.git('clone', '-q', '--bare', repository.directory, bare);
    const { head, base } = openRevisions(bare, first, { ref: second, within: '' });
    expect([head.commit, base?.commit]).toEqual([second, first]);
    expect([head.read('a.ts'), base?.read('a.ts')]).toEqual(['changed', 'one']);
    const below = openRevisions(bare, first, { ref: 'main', within: 'src' });
    expect(below.head.list()).toEqual(['b.ts', 'deep/c.ts', 'new.ts']);
    expect(below.base?.list()).toEqual(['b.ts', 'deep/c.ts']);
    expect(below.head.label).toBe(`main (${second.slice(0, 7)})`);
    expect(readdirSync(bare)).not.toContain('a.ts');
    expect(() => openRevisions(bare, null, { ref: '--all', within: '' })).toThrow(UsageError);
  });

  it('is not the working tree it lies beside', () => {
    const { repository, first } = committed();
    repository.write({ 'a.ts': 'changed' });
    const { head } = openRevisions(repository.directory, null, { ref: first, within: '' });
    expect(head.read('a.ts')).toBe('one');
  });
});

describe('base', () => {
  it('is read from git objects, unchanged by the working tree', () => {
    const { repository, first } = committed();
    repository.write({ 'a.ts': 'changed' });
    repository.remove('src/b.ts');
    repository.commit('second');
    const { base } = openRevisions(repository.directory, first);
    expect(base?.list()).toEqual(['.gitignore', 'a.ts', 'src/b.ts', 'src/deep/c.ts']);
    expect([base?.read('a.ts'), base?.read('src/b.ts')]).toEqual(['one', 'two']);
    expect(base?.isDirectory('src/deep')).toBe(true);
    expect(base?.commit).toBe(first);
  });

  it('is where the histories part, not the newest of the base branch', () => {
    const { repository, first } = committed();
    repository.git('checkout', '-q', '-b', 'feature');
    repository.write({ 'feature.ts': 'x' });
    repository.commit('feature');
    repository.git('checkout', '-q', 'main');
    repository.write({ 'later.ts': 'x' });
    repository.commit('later');
    repository.git('checkout', '-q', 'feature');
    const { base } = openRevisions(repository.directory, 'main');
    expect(base?.commit).toBe(first);
    expect(base?.list()).not.toContain('later.ts');
  });

  it('is seen from a directory below the root of the repository', () => {
    const { repository, first } = committed();
    const { head, base } = openRevisions(join(repository.directory, 'src'), first);
    expect(base?.list()).toEqual(['b.ts', 'deep/c.ts']);
    expect(head.list()).toEqual(['b.ts', 'deep/c.ts']);
    expect(base?.read('deep/c.ts')).toBe('three');
  });

  it('follows links inside, refuses links out', () => {
    const { repository } = committed();
    symlinkSync('../a.ts', join(repository.directory, 'src/in.ts'));
    symlinkSync('/etc/hostname', join(repository.directory, 'out.ts'));
    symlinkSync('loop.ts', join(repository.directory, 'loop.ts'));
    const commit = repository.commit('links');
    const { base } = openRevisions(repository.directory, commit);
    expect(base?.read('src/in.ts')).toBe('one');
    expect(() => base?.read('out.ts')).toThrow('leads out of the workspace');
    expect(() => base?.read('loop.ts')).toThrow('leads out of the workspace');
  });

  it('reads names of any spelling', () => {
    const { repository } = committed();
    const names = ['with space.ts', 'ünïcode.ts', '[id].ts', "quo'te.ts", '-dash.ts'];
    repository.write(Object.fromEntries(names.map((name) => [name, name])));
    const commit = repository.commit('names');
    const { base } = openRevisions(repository.directory, commit);
    expect(names.map((name) => base?.read(name))).toEqual(names);
  });

  it('that does not exist is a usage error; in a shallow clone it speaks of fetch-depth', () => {
    const { repository, first } = committed();
    repository.write({ 'a.ts': 'changed' });
    repository.commit('second');
    expect(() => openRevisions(repository.directory, 'nowhere')).toThrow(UsageError);
    expect(() => openRevisions(repository.directory, '--output=x')).toThrow(UsageError);
    const clone = join(temporaryDirectory(), 'clone');
    repository.git('clone', '-q', '--depth=1', `file://${repository.directory}`, clone);
    expect(() => openRevisions(clone, first)).toThrow(EnvironmentError);
    try {
      openRevisions(clone, first);
    } catch (error) {
      expect((error as EnvironmentError).help).toContain('fetch-depth');
    }
  });

  it('needs a repository', () => {
    expect(() => openRevisions(temporaryDirectory(), 'main')).toThrow('needs a git repository');
    expect(() => openRevisions('/no/such/place', null)).toThrow('is not a directory');
  });
});
