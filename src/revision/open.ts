// Which files are head and which are base.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { EnvironmentError, UsageError } from '../errors.ts';
import { openCommit } from './git-tree.ts';
import { git, isShallow, mergeBase, repositoryRoot, requireGit, resolveCommit } from './git.ts';
import type { Revision } from './revision.ts';
import { openWorkTree } from './work-tree.ts';

export interface Revisions {
  readonly head: Revision;
  readonly base: Revision | null;
  /** The ref of base itself, where it went on since the histories parted; null where it didn't. */
  readonly tip: Revision | null;
  /** Whether the work tree lies in a git repository. */
  readonly versioned: boolean;
}

/** A commit to be checked instead of a working tree, out of a repository that may have none. */
export interface HeadCommit {
  readonly ref: string;
  /** The workspace within the repository; empty for its root. */
  readonly within: string;
}

/**
 * Opens head (the working tree of `directory`, or a commit) and, where a ref is given, base: the commit
 * where the two histories part, so that what base gained since then is not taken for something head
 * removed. Of a commit nothing is ever written to a file. Throws `UsageError` where the directory or a ref
 * is wrong, `EnvironmentError` where the clone is too shallow to know.
 */
export function openRevisions(
  directory: string,
  baseRef: string | null,
  headCommit: HeadCommit | null = null,
): Revisions {
  const root = rootOf(directory);
  if (headCommit !== null) return openCommits(root, baseRef, headCommit);
  const repository = baseRef === null && !existsSync(`${root}/.git`) ? null : repositoryRoot(root);
  const commit = repository === null ? null : resolveCommit(repository, 'HEAD');
  const head = openWorkTree(root, isClean(repository, root) ? commit : null);
  if (baseRef === null) {
    return { head, base: null, tip: null, versioned: repository !== null };
  }
  if (repository === null) {
    requireGit();
    throw new UsageError(
      `--base ${baseRef} needs a git repository, and ${directory} is not in one`,
    );
  }
  const way = relative(realpathSync(repository), root).replaceAll('\\', '/');
  const bases = openBase({ repository, way, baseRef, headCommit: commit });
  return { head, ...bases, versioned: true };
}

/** The working tree alone, without asking git anything. Throws `UsageError` where there is no such directory. */
export function openDirectory(directory: string): Revision {
  return openWorkTree(rootOf(directory));
}

function rootOf(directory: string): string {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new UsageError(`${directory} is not a directory`);
  }
  return realpathSync(directory);
}

function openCommits(root: string, baseRef: string | null, { ref, within }: HeadCommit): Revisions {
  const repository = repositoryRoot(root) ?? root;
  const commit = resolveCommit(repository, ref);
  if (commit === null) requireGit();
  if (commit === null) throw new UsageError(`${root} has no commit, branch or tag ${ref}`);
  const head = openCommit({
    repository,
    commit,
    prefix: prefixOf(within),
    label: ref.startsWith(commit) ? commit.slice(0, 7) : `${ref} (${commit.slice(0, 7)})`,
  });
  const bases =
    baseRef === null
      ? { base: null, tip: null }
      : openBase({ repository, way: within, baseRef, headCommit: commit });
  return { head, ...bases, versioned: true };
}

const prefixOf = (way: string): string => (way === '' ? '' : `${way}/`);

function openBase(options: {
  repository: string;
  /** From the repository's root to the workspace's. */
  way: string;
  baseRef: string;
  headCommit: string | null;
}): Pick<Revisions, 'base' | 'tip'> {
  const { repository, way, baseRef, headCommit } = options;
  const named = resolveCommit(repository, baseRef);
  if (named === null) throw missingBase(repository, baseRef);
  const commit = (headCommit === null ? null : mergeBase(repository, named, headCommit)) ?? named;
  const open = (id: string): Revision =>
    openCommit({
      repository,
      commit: id,
      prefix: prefixOf(way),
      label: `${baseRef} (${id.slice(0, 7)})`,
    });
  return { base: open(commit), tip: named === commit ? null : open(named) };
}

function missingBase(repository: string, ref: string): Error {
  if (!isShallow(repository)) {
    return new UsageError(`--base ${ref}: this repository has no such commit, branch or tag`);
  }
  return new EnvironmentError(
    `base ${ref} is not in this shallow clone`,
    'Fetch it: in a workflow give actions/checkout `fetch-depth: 2` (pull requests) or ' +
      '`fetch-depth: 0`; by hand `git fetch --depth=1 origin ' +
      `${ref}\`.`,
  );
}

/** Whether the working tree is exactly its commit (then links to that commit are true). */
function isClean(repository: string | null, root: string): boolean {
  if (repository === null) return false;
  return git(root, ['status', '--porcelain', '--', '.'])?.length === 0;
}
