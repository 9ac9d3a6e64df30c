// What GitHub has and does in a step of a scenario, as the stand-in takes it; and comments in the words of the
// scenario's file.
import { markerOf, stateLine, stateOf } from '../../src/report/comment-state.ts';
import { makeDriftedProject, makeReport } from '../report/reports.ts';
import { gitIn, type Origin } from './repository.ts';
import type { Comment as TextByAuthor, GitHubBefore, Happening } from './scenario-file.ts';
import { requestsOf } from './scenario-requests.ts';
import type { Fault, StandIn } from './stand-in.ts';
import {
  commentOf,
  VIEWER,
  type ChangedFile,
  type Comment,
  type PullRequest,
} from './stand-in-state.ts';

interface Place {
  readonly standIn: StandIn;
  readonly origin: Origin;
  readonly pullRequest: PullRequest;
  readonly base: string;
}

/** Sets the stand-in up for one run. */
export function prepare(place: Place, github: GitHubBefore): void {
  const { standIn, pullRequest } = place;
  for (const one of github.comments) pullRequest.comments.push(...commentsOf(one, standIn));
  for (const what of github.pullRequest) happenings[what](place);
  pullRequest.files = changedFiles(place, github);
  standIn.faults.length = 0;
  for (const [name, text] of Object.entries(github.faults)) {
    standIn.faults.push({ ...requestsOf(name as keyof typeof github.faults), ...faultOf(text) });
  }
  for (const [name, what] of Object.entries(github.meanwhile)) {
    const where = requestsOf(name as keyof typeof github.meanwhile);
    const meanwhile = (): void => {
      happenings[what](place);
    };
    standIn.faults.push({ ...where, times: 1, answer: 'usual', meanwhile });
  }
}

const happenings: Readonly<Record<Happening, (place: Place) => void>> = {
  closed: ({ pullRequest }) => (pullRequest.state = 'CLOSED'),
  merged: ({ pullRequest }) => (pullRequest.state = 'MERGED'),
  locked: ({ pullRequest }) => (pullRequest.locked = true),
  'branch deleted': ({ pullRequest }) => (pullRequest.branchDeleted = true),
  'in the merge queue': ({ pullRequest }) => (pullRequest.inMergeQueue = true),
  'the author pushes': ({ pullRequest, origin }) => {
    pullRequest.headSha = origin.commit('newer', {});
    gitIn(origin.directory, ['update-ref', 'refs/pull/5/head', pullRequest.headSha]);
  },
  'the first comment is removed': ({ pullRequest }) => pullRequest.comments.shift(),
  'the last comment is removed': ({ pullRequest }) => pullRequest.comments.pop(),
};

const MARKER = markerOf('default');
const STATE = stateLine(stateOf(makeReport({ projects: [makeDriftedProject()] })));
const AUTHOR =
  /^(?<who>ours|(?<many>\d+) others|\w+)(?<marked>, with our marker)?(?<hidden>, hidden)?$/;

/** `ours` was written by an earlier run, about a column without a migration. */
function commentsOf(one: TextByAuthor, { state }: StandIn): readonly Comment[] {
  const author = Object.keys(one)[0] ?? '';
  const text = one[author] ?? '';
  const { who = '', many, marked, hidden } = AUTHOR.exec(author)?.groups ?? {};
  const isOurs = who === 'ours' || marked !== undefined;
  const comment = {
    body: isOurs ? [MARKER, text, STATE].join('\n') : text,
    author: who === 'ours' ? VIEWER : many === undefined ? who : 'others',
    minimized: hidden !== undefined,
  };
  return Array.from({ length: Number(many ?? 1) }, () => commentOf(state, comment));
}

/** Comments as a scenario's file names them; `nameOf` names a text that a run of ours wrote. */
export function commentsInWords(
  comments: readonly Comment[],
  nameOf: (body: string) => string,
): readonly TextByAuthor[] {
  const found = comments.map(({ author, body, minimized }) => {
    const who = author === VIEWER ? 'ours' : author;
    const given = body.startsWith(`${MARKER}\n`) && body.endsWith(`\n${STATE}`);
    const marked = who !== 'ours' && given ? ', with our marker' : '';
    const text = given ? body.slice(MARKER.length + 1, -STATE.length - 1) : body;
    const isNew = who === 'ours' && (!given || text.includes('\n'));
    return [`${who}${marked}${minimized ? ', hidden' : ''}`, isNew ? nameOf(body) : text] as const;
  });
  const others = found.filter(([who]) => who === 'others');
  const [other] = others;
  const named = found.filter(([who]) => who !== 'others').map(([who, text]) => ({ [who]: text }));
  return other === undefined
    ? named
    : [{ [`${String(others.length)} others`]: other[1] }, ...named];
}

const answers: Readonly<Record<string, Fault['answer']>> = {
  'connection reset': 'connection reset',
  'secondary rate limit': limit('1'),
  'secondary rate limit of an hour': limit('3600'),
  forbidden: forGraphql('FORBIDDEN', 'Resource not accessible by integration'),
  refused: {
    status: 422,
    body: { message: 'Unprocessable Entity', errors: ['line must be part of the diff'] },
  },
};

function limit(seconds: string): Fault['answer'] {
  const message = 'You have exceeded a secondary rate limit.';
  return { status: 403, headers: { 'retry-after': seconds }, body: { message } };
}

function forGraphql(type: string, message: string): Fault['answer'] {
  return { status: 200, body: { data: null, errors: [{ type, message }] } };
}

function faultOf(text: string): Pick<Fault, 'times' | 'answer' | 'done'> {
  const [, what = '', times, done] = /^(.*) (once|always)(, but done)?$/.exec(text) ?? [];
  const answer = answers[what] ?? { status: Number(what), body: { message: `Error ${what}` } };
  return { answer, times: times === 'once' ? 1 : 99, done: done !== undefined };
}

/** The diff of the pull request, as GitHub shows it. */
function changedFiles(
  { origin: { directory }, pullRequest, base }: Place,
  { moreFiles, tooLarge }: GitHubBefore,
): readonly ChangedFile[] {
  const range = `${base}...${pullRequest.headSha}`;
  const names = gitIn(directory, ['diff', '--name-only', '-z', '--no-renames', range]).split('\0');
  const more = Array.from({ length: moreFiles }, (_, index) => `docs/${String(index)}.md`);
  const files = names
    .filter((name) => name !== '')
    .map((filename) => {
      const diff = gitIn(directory, ['diff', range, '--', filename]);
      return {
        filename,
        patch: tooLarge.includes(filename) ? null : diff.slice(diff.indexOf('@@')),
      };
    });
  return [...more.map((filename) => ({ filename, patch: '@@ -0,0 +1 @@\n+x' })), ...files];
}
