// Fetches commits with git. The token goes through the environment: it is in no file and no argument.
import { spawnSync } from 'node:child_process';
import { git, requireGit } from '../revision/git.ts';

interface Fetch {
  readonly directory: string;
  /** A remote's name, or its address. */
  readonly from: string;
  /** What to fetch: checked by `isFetchable`, or made of nothing but what was. */
  readonly wanted: string;
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 120_000;
const ALWAYS = ['--quiet', '--no-tags', '--no-recurse-submodules'];

/** Whether it worked. Nothing is asked of anybody, and no hook runs. */
export function fetchCommits({ directory, from, wanted, options, env }: Fetch): boolean {
  const result = spawnSync(
    'git',
    [
      ...['-c', 'core.hooksPath=/dev/null', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
      ...['fetch', ...ALWAYS, ...options, '--end-of-options', from, wanted],
    ],
    {
      cwd: directory,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...env },
      stdio: 'ignore',
      timeout: TIMEOUT_MS,
    },
  );
  return result.status === 0;
}

/** Whether git takes it for a ref or an id, and for nothing else. Throws `EnvironmentError` without git. */
export function isFetchable(directory: string, wanted: string): boolean {
  if (wanted.startsWith('-')) return false;
  if (git(directory, ['check-ref-format', '--allow-onelevel', wanted]) !== null) return true;
  requireGit();
  return false;
}

/**
 * Settings of git that send the token to GitHub and to no other host. actions/checkout with
 * `persist-credentials: false` leaves none; the empty value drops those it may have left, or both would be
 * sent.
 */
export function credentialsFor(
  address: string,
  { token, serverUrl }: { readonly token: string; readonly serverUrl: string },
): Record<string, string> {
  const server = `${serverUrl.replace(/\/+$/, '')}/`;
  if (token === '' || !address.startsWith(server)) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

/** A commit's parents, in their order; a shallow clone names them all the same. */
export function parentsOf(directory: string, commit: string): readonly string[] {
  const text = git(directory, ['cat-file', 'commit', commit])?.toString('utf8') ?? '';
  const header = text.split('\n\n', 1)[0] ?? '';
  return Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id = '']) => id);
}
