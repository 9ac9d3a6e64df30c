// Requests of the action in words.
import { z } from 'zod';
import type { Fault, RecordedRequest } from './stand-in.ts';

const rest = {
  'create comment': { method: 'POST', path: /\/issues\/\d+\/comments$/ },
  'update comment': { method: 'PATCH', path: /\/issues\/comments\/\d+$/ },
  'list files': { method: 'GET', path: /\/pulls\/\d+\/files(?:\?|$)/ },
  'create review': { method: 'POST', path: /\/pulls\/\d+\/reviews$/ },
};
/** By the name of the operation in the document. */
const graphql = {
  'list comments': 'plumblineComments',
  'tidy comments': 'plumblineTidy',
  'read branch': 'plumblineBranch',
  commit: 'plumblineCommit',
  'list threads': 'plumblineThreads',
  'resolve threads': 'plumblineResolve',
  'find pull requests': 'plumblineOpenPullRequests',
  'list changed files': 'plumblineChangedFiles',
  'look for links': 'plumblineDirectory',
};

type Rest = keyof typeof rest;
type Graphql = keyof typeof graphql;
type RequestName = Rest | Graphql;
const names = [...Object.keys(rest), ...Object.keys(graphql)] as [RequestName];

export const requestNames = z.enum(names);

/** Which requests a fault is for. */
export function requestsOf(name: RequestName): Pick<Fault, 'method' | 'path' | 'body'> {
  return name in rest
    ? rest[name as Rest]
    : { method: 'POST', path: /\/graphql$/, body: new RegExp(` ${graphql[name as Graphql]}\\b`) };
}

/** One request in a few words; as it is where nobody has a word for it. */
export function requestInWords(request: RecordedRequest): string {
  const { method, path, body } = request;
  const text = JSON.stringify(body ?? null);
  const name = names.find((one) => {
    const wanted = requestsOf(one);
    return wanted.method === method && wanted.path.test(path) && (wanted.body?.test(text) ?? true);
  });
  if (name === undefined) return `${method} ${path}`;
  const many = text.match(/clientMutationId/g)?.length;
  if (many === undefined) return name;
  const [verb = '', what = ''] = name.split(' ');
  return `${verb} ${String(many)} ${many === 1 ? what.replace(/s$/, '') : what}`;
}
