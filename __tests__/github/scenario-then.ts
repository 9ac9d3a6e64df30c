// What a run left, in the words of a scenario's file.
import { outputs, type OutputName } from '../../src/github/inputs.ts';
import { gitIn } from './repository.ts';
import type { Then } from './scenario-file.ts';
import { commentsInWords } from './scenario-github.ts';
import { requestInWords } from './scenario-requests.ts';
import type { Played } from './scenario-run.ts';
import { commandInWords, inWords } from './scenario-words.ts';
import { VIEWER, type Thread } from './stand-in-state.ts';

/** All of it, but for parts of the log that aren't asked for. `write` gets each text of ours with its file's name. */
export function thenOf(played: Played, write: (body: string, file: string) => void): Then {
  const { step, result, requests, pullRequest, words } = played;
  const text = (what: string): string => inWords(what, words);
  return {
    exit: result.exitCode === 0 ? 0 : 1,
    summary: text(result.summary.split('\n', 1)[0] ?? '').replace(/^### /, ''),
    outputs: outputsOf(played),
    projects: projectsOf(result.outputs['projects'] ?? ''),
    requests: requests.map(requestInWords),
    annotations: result.commands
      .filter((command) => !command.startsWith('debug::'))
      .map((command) => text(commandInWords(command))),
    comments: commentsIn(played, write),
    commits: commitsOf(played),
    suggestions: (pullRequest.threads ?? []).map((thread) => suggestionOf(thread, text)),
    log: step.then.log.filter((part) => text(result.stdout).includes(part)),
  };
}

/** By the place of each, the file is the one that the scenario names there. */
function commentsIn(
  { step, pullRequest: { comments } }: Played,
  write: (body: string, file: string) => void,
): Then['comments'] {
  const expected = step.then.comments.map((one) => Object.values(one)[0] ?? '');
  const names = expected.filter((name) => name.endsWith('.md'));
  return [
    ...commentsInWords(comments, (body) => {
      const name = names.shift();
      if (name === undefined) return body;
      write(body, name);
      return name;
    }),
  ];
}

const UNSAID: ReadonlySet<string> = new Set(['', 'false', '0', '[]']);

function outputsOf({ result, pullRequest, words }: Played): Then['outputs'] {
  const ours = pullRequest.comments.filter(({ author }) => author === VIEWER);
  const found = ours.find(({ id }) => String(id) === result.outputs['comment-id']);
  const files = result.outputs['report-path'] ?? '';
  // What the rest says as well.
  const usual: Partial<Record<OutputName, string>> = {
    'comment-id': found === undefined ? '' : String(found.id),
    'comment-url': found === undefined ? '' : found.url(pullRequest.number),
    'report-path': result.report === '' ? '' : files,
    'commit-sha': result.outputs['committed'] === 'true' ? pullRequest.headSha : '',
    projects: result.outputs['projects'] ?? '',
  };
  const names = Object.keys(outputs) as OutputName[];
  const said = names.flatMap((name) => {
    const value = result.outputs[name] ?? 'not set';
    return value === usual[name] || UNSAID.has(value)
      ? []
      : [[name, inWords(value, words)] as const];
  });
  const without =
    ours.length > 0 && found === undefined ? [['comment-id', 'none of ours'] as const] : [];
  return Object.fromEntries([...said, ...without]);
}

interface ProjectOutput {
  readonly id: string;
  readonly root: string;
  readonly status: string;
  readonly changes: number;
  readonly 'migration-file': string | null;
}

/** `api in packages/api: drift, changes: 1, drizzle/0001_x.sql`. */
function projectsOf(json: string): Then['projects'] {
  const projects = json === '' ? [] : (JSON.parse(json) as readonly ProjectOutput[]);
  return projects.map((project) => {
    const { id, root, status, changes, 'migration-file': file } = project;
    const facts = [status, `changes: ${String(changes)}`, ...(file === null ? [] : [file])];
    return `${id} in ${root}: ${facts.join(', ')}`;
  });
}

/** What the run added to the branch: SQL in full, of other files whether they are new. */
function commitsOf({ origin, head, pullRequest }: Played): Then['commits'] {
  const git = (...args: string[]): string => gitIn(origin.directory, args);
  const range = `${head}..refs/heads/${pullRequest.branch ?? ''}`;
  const ids = git('log', '--reverse', '--format=%H', '--author=bot@example.com', range).split('\n');
  return ids
    .filter((id) => id !== '')
    .map((id) => {
      const changes = git('diff', '--name-status', '--no-renames', `${id}~1`, id).split('\n');
      const files = changes.map((line) => {
        const [status = '', path = ''] = line.split('\t');
        const content = path.endsWith('.sql') ? `${git('show', `${id}:${path}`)}\n` : null;
        return [path, content ?? (status === 'A' ? 'new' : 'changed')] as const;
      });
      const [by = '', says = ''] = git('log', '-1', '--format=%an%n%s', id).split('\n');
      return { by, says, files: Object.fromEntries(files) };
    });
}

function suggestionOf(
  { path, lines: [first, last], resolved, body }: Thread,
  text: (what: string) => string,
): Record<string, string> {
  const lines = first === last ? String(first) : `${String(first)}-${String(last)}`;
  return { [`${path}:${lines}${resolved ? ', resolved' : ''}`]: text(`${body}\n`) };
}
