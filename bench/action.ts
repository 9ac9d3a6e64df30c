// What a pull request waits for: the built action as a runner starts it, against a stand-in for GitHub, on
// a project of 100 tables. Medians of some runs, and the requests that each takes:
//   node bench/action.ts [--runs N]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../__tests__/github/action.ts';
import { pullRequestEvent } from '../__tests__/github/events.ts';
import { makeOrigin, type Origin } from '../__tests__/github/repository.ts';
import { addPullRequest, startStandIn, WRITE_TOKEN } from '../__tests__/github/stand-in.ts';
import { median } from './measure.ts';
import { writeProject } from './project.ts';

const root = join(import.meta.dirname, '..');
const entry = process.env['PLUMBLINE_ACTION'] ?? join(root, 'dist/main.js');
const args = process.argv.slice(2);
const runs = Number(args.includes('--runs') ? args[args.indexOf('--runs') + 1] : 5);
const NUMBER = 5;

type Files = Readonly<Record<string, string>>;

function projectFiles(): Files {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    writeProject(directory, { tables: 100, columns: 10, migrations: 60 });
    const names = readdirSync(directory, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      names
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name))
        .map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const project = projectFiles();
const models = project['src/schema.ts'] ?? '';

/** Pull requests by what they change. */
const pullRequests: Readonly<Record<string, Files>> = {
  'nothing that any tool reads': { 'docs/guide.md': '# Guide\n' },
  'a model, without its migration': {
    'src/schema.ts': models
      .replace('export const t5 ', 'export const more = 1;\nexport const t5 ')
      .replace(/(export const t5 = pgTable\('t5', \{\n)/u, `$1  extra: text('extra'),\n`),
  },
};

async function figuresOf(name: string, files: Files): Promise<void> {
  const origin = makeOrigin();
  const standIn = await startStandIn();
  try {
    const base = origin.commit('base', project);
    origin.checkout('change', { create: true });
    const head = origin.commit('change', files);
    addPullRequest(standIn, NUMBER, head);
    origin.trialMerge(NUMBER, base);
    const seconds: number[] = [];
    const requests: number[] = [];
    let status = '';
    for (let run = 0; run < runs; run += 1) {
      const before = standIn.requests.length;
      const begin = performance.now();
      ({ status = '' } = await act(origin, { base, head, api: standIn.url }));
      seconds.push((performance.now() - begin) / 1000);
      requests.push(standIn.requests.length - before);
    }
    if (standIn.problems.length > 0) throw new Error(standIn.problems.join('\n'));
    const [first, again = first] = requests;
    console.table({
      [name]: {
        status,
        'median s': median(seconds).toFixed(2),
        'min s': Math.min(...seconds).toFixed(2),
        'requests, first run': first,
        'requests, same again': again,
      },
    });
  } finally {
    origin.remove();
    await standIn.close();
  }
}

async function act(
  origin: Origin,
  at: { readonly base: string; readonly head: string; readonly api: string },
): Promise<Readonly<Record<string, string>>> {
  const result = await runAction({
    entry,
    workspace: origin.clone(`refs/pull/${String(NUMBER)}/merge`, 2),
    event: pullRequestEvent(at),
    inputs: { 'github-token': WRITE_TOKEN },
    env: { GITHUB_API_URL: at.api },
  });
  if (result.outputs['status'] === undefined) throw new Error(result.stdout + result.stderr);
  return result.outputs;
}

for (const [name, files] of Object.entries(pullRequests)) await figuresOf(name, files);
