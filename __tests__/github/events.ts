// Payloads of the events, the part of them that matters.
import type { ActionRun } from './action.ts';

type Event = ActionRun['event'];

const repository = { full_name: 'acme/shop', default_branch: 'main' };

export function pullRequestEvent(pullRequest: {
  readonly head: string;
  readonly base: string;
  readonly fork?: boolean;
  readonly author?: string;
  readonly state?: 'open' | 'closed';
  readonly branch?: string;
  readonly number?: number;
  /** Whether the fork that it comes from was deleted. */
  readonly gone?: boolean;
}): Event {
  const from = pullRequest.fork ? 'contributor/shop' : 'acme/shop';
  const { state = 'open', branch = 'change', number = 5 } = pullRequest;
  return {
    name: 'pull_request',
    payload: {
      repository,
      pull_request: {
        number,
        state,
        user: { login: pullRequest.author ?? 'octocat' },
        base: { ref: 'main', sha: pullRequest.base },
        head: {
          ...{ ref: branch, sha: pullRequest.head },
          repo: pullRequest.gone === true ? null : { full_name: from },
        },
      },
    },
  };
}

export function mergeGroupEvent(group: { readonly head: string; readonly base: string }): Event {
  return {
    name: 'merge_group',
    payload: {
      repository,
      merge_group: {
        head_sha: group.head,
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-5',
        base_sha: group.base,
        base_ref: 'refs/heads/main',
      },
    },
  };
}

export function pushEvent(push: { readonly before: string; readonly after: string }): Event {
  return { name: 'push', payload: { repository, ...push } };
}

export function dispatchEvent(): Event {
  return { name: 'workflow_dispatch', payload: { repository, inputs: {} } };
}

/** Another workflow ended: one that `event` started on the head of a branch. */
export function workflowRunEvent(event: string, head: string, branch: string): Event {
  const workflow_run = { id: 77, event, head_sha: head, head_branch: branch };
  return { name: 'workflow_run', payload: { repository, workflow_run } };
}
