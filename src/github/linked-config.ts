// Where a configuration that is a link at base leads to: GitHub says so, where there is no checkout.
import { posix } from 'node:path';
import type { Api } from './api.ts';

/** Mode 120000 of git, as GitHub gives it: a number to the base of ten. */
const LINK_MODE = 0o120000;
const LINKS_MOST = 5;

const LIST_QUERY = `
  query plumblineDirectory($owner: String!, $repo: String!, $place: String!) {
    repository(owner: $owner, name: $repo) {
      object(expression: $place) { ... on Tree { entries { name mode } } }
    }
  }`;

const READ_QUERY = `
  query plumblineLink($owner: String!, $repo: String!, $place: String!) {
    repository(owner: $owner, name: $repo) {
      object(expression: $place) { ... on Blob { text } }
    }
  }`;

interface Answer<Found> {
  /** Null where nothing is there. */
  readonly repository: { readonly object: Found | null };
}

interface At {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
}

type Entries = readonly { readonly name: string; readonly mode: number }[];

/** What the links among these paths of a commit lead to, from the repository's root. Throws what the API does. */
export async function linkedFrom(
  api: Api,
  { repository, commit }: At,
  paths: readonly string[],
): Promise<readonly string[]> {
  const [owner = '', repo = ''] = repository.split('/');
  const ask = async <Found>(query: string, path: string): Promise<Found | null> => {
    const place = `${commit}:${path === '.' ? '' : path}`;
    const answer = await api.graphql<Answer<Found>>(query, { owner, repo, place });
    return answer.repository.object;
  };
  const directories = new Map<string, Entries>();
  const isLink = async (path: string): Promise<boolean> => {
    const directory = posix.dirname(path);
    const known = directories.get(directory);
    const entries = known ?? (await ask<{ entries?: Entries }>(LIST_QUERY, directory))?.entries;
    directories.set(directory, entries ?? []);
    return (entries ?? []).some(
      ({ name, mode }) => name === posix.basename(path) && mode === LINK_MODE,
    );
  };
  const found: string[] = [];
  for (const path of paths) {
    let at = path;
    for (let links = 0; links < LINKS_MOST && (await isLink(at)); links += 1) {
      const target = (await ask<{ text?: string | null }>(READ_QUERY, at))?.text ?? '';
      at = posix.join(posix.dirname(at), target);
      if (target === '' || at.startsWith('../')) break;
      found.push(at);
    }
  }
  return found;
}
