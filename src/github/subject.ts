// What a run checks: the working tree that actions/checkout left, or the commits of a pull request that
// nobody trusts, which never become files.
import type { CheckOptions } from '../check.ts';
import { prefixOf, resolveCommit } from '../revision/git.ts';
import { findBase, type Base } from './base.ts';
import type { GitHubEvent } from './event.ts';
import type { Settings } from './inputs.ts';
import { fetchPullRequest, makeObjects, removeObjects } from './pull-request-objects.ts';

export interface Subject {
  readonly where: Pick<CheckOptions, 'directory' | 'base' | 'head' | 'configuredBy'>;
  readonly base: Base | null;
  /** Removes what was fetched. */
  close(): void;
}

interface Shown {
  /** The commit whose files are checked. */
  readonly commit: string | null;
  /** From the repository's root to what is checked: `packages/api/`, or empty. */
  readonly prefix: string;
}

interface SubjectRequest {
  readonly settings: Settings;
  readonly event: GitHubEvent;
  readonly serverUrl: string;
  /** Where files may lie while the run lasts. */
  readonly temporary: string | undefined;
}

/** Whether the event's token may write while what it brings is anybody's. */
function isUntrusted({ name }: GitHubEvent): boolean {
  return name === 'pull_request_target';
}

/** Null where the pull request has a newer commit. Throws `UsageError` and `EnvironmentError`. */
export function findSubject(request: SubjectRequest): Subject | null {
  const { settings, event, serverUrl } = request;
  if (isUntrusted(event)) return fetchSubject(request);
  const base = findBase({ ...settings, event, serverUrl });
  const where = { directory: settings.directory, base: base?.sha ?? null };
  return { where, base, close: () => undefined };
}

function fetchSubject({ settings, event, serverUrl, temporary }: SubjectRequest): Subject | null {
  const directory = makeObjects(temporary);
  const close = (): void => {
    removeObjects(directory);
  };
  try {
    const found = fetchPullRequest(directory, { ...settings, event, serverUrl });
    if (found === null) {
      close();
      return null;
    }
    const { commit, base } = found;
    const head = { ref: commit, within: settings.within };
    return { where: { directory, base: base.sha, head, configuredBy: 'base' }, base, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What links point to, also where there is no subject. */
export function shownOf(settings: Settings, event: GitHubEvent, subject: Subject | null): Shown {
  if (isUntrusted(event)) {
    return {
      commit: subject?.where.head?.ref ?? event.head,
      prefix: settings.within === '' ? '' : `${settings.within}/`,
    };
  }
  const { directory } = settings;
  return { commit: resolveCommit(directory, 'HEAD'), prefix: prefixOf(directory) ?? '' };
}
