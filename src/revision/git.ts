// Git as data: commands are argument arrays, hooks and the machine's configuration are off, and no
// word that comes from outside reaches git where it could be read as an option.
import { execFileSync, spawnSync } from 'node:child_process';
import { EnvironmentError } from '../errors.ts';

const maxOutput = 1024 ** 3;
const safe = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.quotePath=false',
];

/** Runs git in a directory and returns what it prints; `null` where it exits with an error or isn't installed. */
export function git(directory: string, args: readonly string[], input?: string): Buffer | null {
  const result = spawnSync('git', [...safe, ...args], {
    cwd: directory,
    maxBuffer: maxOutput,
    ...(input === undefined ? {} : { input }),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  return result.status === 0 ? result.stdout : null;
}

/** Throws `EnvironmentError` where there is no git, which only revisions need. */
export function requireGit(): void {
  const { error } = spawnSync('git', ['--version'], { stdio: 'ignore' });
  if (error === undefined) return;
  throw new EnvironmentError('git is not installed', 'Install git, or leave out --base.');
}

/** Root directory of the work tree that holds `directory`, or null outside of one. */
export function repositoryRoot(directory: string): string | null {
  return git(directory, ['rev-parse', '--show-toplevel'])?.toString('utf8').trim() ?? null;
}

/** From the repository's root to `directory`: `packages/api/`, or empty; null outside of one. */
export function prefixOf(directory: string): string | null {
  return git(directory, ['rev-parse', '--show-prefix'])?.toString('utf8').trim() ?? null;
}

/** The commit that a ref, a branch or an id names; null where the repository doesn't have it. */
export function resolveCommit(directory: string, ref: string): string | null {
  if (ref.startsWith('-')) return null;
  const found = git(directory, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  return found?.toString('utf8').trim() ?? null;
}

/** Whether the clone lacks history: then a missing base is a matter of `fetch-depth`. */
export function isShallow(directory: string): boolean {
  return (
    git(directory, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim() === 'true'
  );
}

/** Best common ancestor of two commits; null where the history at hand shows none. */
export function mergeBase(directory: string, one: string, other: string): string | null {
  return git(directory, ['merge-base', one, other])?.toString('utf8').trim() ?? null;
}

export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** Every blob of a commit's tree, by path. */
export function listTree(directory: string, commit: string): Map<string, TreeEntry> {
  const output = git(directory, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  const entries = new Map<string, TreeEntry>();
  for (const record of (output?.toString('utf8') ?? '').split('\0')) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(record);
    if (match === null) continue;
    const [, mode = '', id = '', size = '0', path = ''] = match;
    entries.set(path, { mode, id, size: Number(size) });
  }
  return entries;
}

/** Contents of blobs by id, in one process; an object the repository lacks is left out. */
export function readBlobs(directory: string, ids: readonly string[]): Map<string, Buffer> {
  const output = execFileSync('git', [...safe, 'cat-file', '--batch'], {
    cwd: directory,
    input: ids.join('\n') + '\n',
    maxBuffer: maxOutput,
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const blobs = new Map<string, Buffer>();
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(10, offset);
    const [id = '', type, size = '0'] = output.toString('utf8', offset, end).split(' ');
    offset = end + 1;
    if (type !== 'blob') continue;
    blobs.set(id, output.subarray(offset, offset + Number(size)));
    offset += Number(size) + 1;
  }
  return blobs;
}

const REMOVED = 'R';

/** Files of the work tree as git sees them: tracked and untracked, without what it ignores or what is gone. */
export function listWorkTree(directory: string): string[] | null {
  const which = ['--cached', '--others', '--deleted', '--exclude-standard'];
  const output = git(directory, ['ls-files', '-z', '-t', ...which]);
  if (output === null) return null;
  // `H path`, and for what is gone from the disk `R path` as well.
  const lines = output
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => ({ tag: line[0], path: line.slice(2) }));
  const gone = new Set(lines.filter(({ tag }) => tag === REMOVED).map(({ path }) => path));
  return [...new Set(lines.map(({ path }) => path))].filter((path) => !gone.has(path));
}
