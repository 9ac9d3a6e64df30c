// The client for GitHub's API: retries, respects the rate limits, and ends.
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { GitHub } from '@actions/github/lib/utils';
import { messageOf } from '../errors.ts';
import { clip } from '../report/markdown-escape.ts';
import { manyLines } from '../report/visible.ts';

export type Api = InstanceType<typeof GitHub>;

const RETRIES = 2;
/** A longer wait than this isn't worth a comment. */
const LONGEST_WAIT_SECONDS = 60;
const DEADLINE_MS = 120_000;
const PROBLEM_LENGTH = 500;

/** A client for this token. `@actions/github` reads the environment when it is loaded: so load late. */
export async function openApi(token: string): Promise<Api> {
  const { getOctokit } = await import('@actions/github');
  const wait = (retryAfter: number, _options: object, _api: object, tries: number): boolean =>
    tries < RETRIES && retryAfter <= LONGEST_WAIT_SECONDS;
  const api = getOctokit(
    token,
    {
      userAgent: 'plumbline',
      retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
      throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
    },
    retry,
    throttling,
  );
  const signal = AbortSignal.timeout(DEADLINE_MS);
  api.hook.before('request', (options) => {
    options.request = { ...options.request, signal };
  });
  return api;
}

/** What went wrong, to be told: a proxy between may have answered with a whole page. */
export function problemOfApi(error: unknown): string {
  return clip(manyLines(messageOf(error)), PROBLEM_LENGTH);
}
