// Real git repositories as actions/checkout leaves them: an origin with a pull request, and clones.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Origin {
  readonly directory: string;
  commit(message: string, files: Readonly<Record<string, string | null>>): string;
  checkout(ref: string, options?: { readonly create?: boolean }): void;
  /** GitHub's trial merge of the branch that is checked out: refs/pull/N/merge. */
  trialMerge(number: number, base: string): string;
  /** A clone with `ref` checked out, no branch: what actions/checkout makes. */
  clone(ref: string, depth: number): string;
  remove(): void;
}

export function makeOrigin(): Origin {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-origin-'));
  const directory = join(root, 'origin');
  mkdirSync(directory);
  const git = (...args: string[]): string => gitIn(directory, args);
  git('init', '--quiet', '--initial-branch=main');
  let clones = 0;
  return {
    directory,
    commit: (message, files) => {
      for (const [path, content] of Object.entries(files)) put(join(directory, path), content);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    checkout: (ref, options = {}) => {
      git('checkout', '--quiet', ...(options.create ? ['-B'] : []), ref);
    },
    trialMerge: (number, base) => {
      const head = git('rev-parse', 'HEAD');
      const tree = git('merge-tree', '--write-tree', base, head);
      const merge = git('commit-tree', tree, '-p', base, '-p', head, '-m', 'trial merge');
      git('update-ref', `refs/pull/${number}/merge`, merge);
      return merge;
    },
    clone: (ref, depth) => {
      clones += 1;
      const target = join(root, `clone-${clones}`);
      mkdirSync(target);
      gitIn(target, ['init', '--quiet']);
      gitIn(target, ['remote', 'add', 'origin', `file://${directory}`]);
      gitIn(target, ['fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', ref]);
      gitIn(target, ['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
      return target;
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function gitIn(directory: string, args: readonly string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'gc.auto=0'];
  const options = { cwd: directory, encoding: 'utf8', stdio: 'pipe' } as const;
  return execFileSync('git', [...identity, ...args], options).trim();
}

function put(file: string, content: string | null): void {
  if (content === null) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
