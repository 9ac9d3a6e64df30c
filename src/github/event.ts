// The event that started the workflow: which change is checked, and what it goes into. Reads the
// payload as data and nothing else.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface GitHubEvent {
  readonly name: string;
  /** `owner/name`. */
  readonly repository: string;
  /** What the change goes into; null when there is nothing to compare with. */
  readonly base: EventBase | null;
  /** The commit its author pushed; null when the event has none of its own. */
  readonly head: string | null;
  readonly pullRequest: number | null;
  /** Where the pull request comes from; null for other events. */
  readonly source: PullRequestSource | null;
  /** From another repository, or by Dependabot: the token can only read. */
  readonly readOnlyToken: boolean;
}

export interface PullRequestSource {
  /** The branch, as its author named it: anything git allows. */
  readonly branch: string;
  /** `owner/name`; null where that repository is gone. */
  readonly repository: string | null;
  readonly open: boolean;
  readonly byDependabot: boolean;
  /** Whether its branch is the repository's default one. */
  readonly isDefaultBranch: boolean;
}

export interface EventBase {
  /** A branch; null when only a commit is known. */
  readonly ref: string | null;
  /** Null when the event names only the branch. */
  readonly sha: string | null;
}

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repository = z.object({ full_name: z.string(), default_branch: z.string().optional() });

const pullRequestPayload = z.object({
  repository,
  pull_request: z.object({
    number: z.int().positive(),
    state: z.string().optional(),
    user: z.object({ login: z.string() }).nullish(),
    base: z.object({ ref: z.string(), sha }),
    head: z.object({ ref: z.string(), sha, repo: z.object({ full_name: z.string() }).nullish() }),
  }),
});
const mergeGroupPayload = z.object({
  repository,
  merge_group: z.object({ base_sha: sha, base_ref: z.string(), head_sha: sha }),
});
const workflowRunPayload = z.object({
  repository,
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.string(),
    head_sha: sha,
    head_branch: z.string().nullish(),
  }),
});
const pushPayload = z.object({ repository, before: sha, after: sha });
const otherPayload = z.object({ repository: repository.optional() });

/** The run that another workflow waited for. */
export interface FinishedRun {
  readonly id: number;
  /** `owner/name`, of the repository that it ran in. */
  readonly repository: string;
  /** The event that started it. */
  readonly event: string;
  /** The commit its author pushed, and the branch. */
  readonly sha: string;
  readonly branch: string | null;
}

/** Reads the event `workflow_run`. Throws `UsageError` for any other. */
export function readFinishedRun(env: Environment): FinishedRun {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  if (name !== 'workflow_run') {
    throw new UsageError(`mode: comment is for the event workflow_run, and this is ${name}`);
  }
  const payload = parse(workflowRunPayload, readPayload(env['GITHUB_EVENT_PATH']), name);
  const { id, event, head_sha: head, head_branch: branch = null } = payload.workflow_run;
  return { id, repository: payload.repository.full_name, event, sha: head, branch };
}

/** Reads the event from the environment that the runner gives. */
export function readEvent(env: Environment): GitHubEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequestEvent(name, parse(pullRequestPayload, payload, name));
    case 'merge_group':
      return mergeGroupEvent(parse(mergeGroupPayload, payload, name));
    case 'push':
      return pushEvent(parse(pushPayload, payload, name), env);
    default:
      return otherEvent(name, parse(otherPayload, payload, name), env);
  }
}

function pullRequestEvent(name: string, payload: z.infer<typeof pullRequestPayload>): GitHubEvent {
  const { number, base, head, user, state = 'open' } = payload.pull_request;
  const repositoryName = payload.repository.full_name;
  const from = head.repo?.full_name ?? null;
  const byDependabot = user?.login === 'dependabot[bot]';
  return {
    name,
    repository: repositoryName,
    base,
    head: head.sha,
    pullRequest: number,
    source: {
      branch: head.ref,
      repository: from,
      open: state === 'open',
      byDependabot,
      isDefaultBranch: from === repositoryName && head.ref === payload.repository.default_branch,
    },
    readOnlyToken: name === 'pull_request' && (from !== repositoryName || byDependabot),
  };
}

function mergeGroupEvent(payload: z.infer<typeof mergeGroupPayload>): GitHubEvent {
  const { base_sha, base_ref, head_sha } = payload.merge_group;
  return {
    name: 'merge_group',
    repository: payload.repository.full_name,
    base: { ref: branchOf(base_ref), sha: base_sha },
    head: head_sha,
    pullRequest: null,
    source: null,
    readOnlyToken: false,
  };
}

function pushEvent(payload: z.infer<typeof pushPayload>, env: Environment): GitHubEvent {
  // All zeros: the push made the branch, so it is compared with the branch it will go into.
  const isNew = /^0+$/.test(payload.before);
  return {
    name: 'push',
    repository: payload.repository.full_name,
    base: isNew
      ? defaultBranchBase(payload.repository.default_branch, env)
      : { ref: null, sha: payload.before },
    head: payload.after,
    pullRequest: null,
    source: null,
    readOnlyToken: false,
  };
}

function otherEvent(
  name: string,
  payload: z.infer<typeof otherPayload>,
  env: Environment,
): GitHubEvent {
  return {
    name,
    repository: payload.repository?.full_name ?? env['GITHUB_REPOSITORY'] ?? '',
    base: defaultBranchBase(payload.repository?.default_branch, env),
    head: env['GITHUB_SHA'] ?? null,
    pullRequest: null,
    source: null,
    readOnlyToken: false,
  };
}

/** The default branch; on that branch itself there is nothing to compare with. */
function defaultBranchBase(branch: string | undefined, env: Environment): EventBase | null {
  if (branch === undefined || env['GITHUB_REF'] === `refs/heads/${branch}`) return null;
  return { ref: branch, sha: null };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new EnvironmentError(
      `the event in GITHUB_EVENT_PATH can't be read: ${messageOf(error)}`,
      'The runner writes this file; run the action in a workflow.',
      { cause: error },
    );
  }
}

function parse<Payload>(schema: z.ZodType<Payload>, payload: unknown, name: string): Payload {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  throw new EnvironmentError(
    `the payload of this ${name} event is not as GitHub documents it:\n${z.prettifyError(result.error)}`,
    'If it comes from GitHub, please report it.',
  );
}
