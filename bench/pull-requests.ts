// Runs the built command on commits that once added migrations, each against its parent, and prints what
// it finds in them: how often each rule speaks, and with --details every finding beside its statement.
//   node bench/pull-requests.ts DIRECTORY [--last N] [--only SUBSTRING] [--out FILE] [--details]
// The checkouts are anybody's repositories with their history; each is checked out anew in a temporary
// place, and nothing of them is installed or run.
import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding, Report } from '../src/report/report.ts';

const run = promisify(execFile);
const cli = process.env['PLUMBLINE_CLI'] ?? join(import.meta.dirname, '../dist/cli.js');
const args = process.argv.slice(2);
const valueOf = (name: string): string | null => {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
};
const [directory = '.'] = args;
const last = Number(valueOf('--last') ?? 8);
const details = args.includes('--details');

interface Told extends Pick<Finding, 'rule' | 'severity' | 'message' | 'file' | 'line'> {
  readonly repository: string;
  readonly commit: string;
  readonly project: string;
  readonly statement: string;
}

function git(cwd: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd, encoding: 'utf8', maxBuffer: 1024 ** 3 }).trim();
}

/** The newest commits that add a file of SQL, newest first, without those that add a whole history. */
function commitsOf(checkout: string): string[] {
  const added = git(
    checkout,
    'log',
    '--first-parent',
    '--diff-filter=A',
    '--format=%H',
    '--',
    '*.sql',
  );
  return added
    .split('\n')
    .filter(
      (commit) =>
        commit !== '' && git(checkout, 'rev-list', '--parents', '-1', commit).includes(' '),
    )
    .slice(0, last);
}

async function check(place: string): Promise<Report | string> {
  const options = ['check', place, '--base', 'HEAD~1', '--format', 'json', '--timeout', '120'];
  const { stdout, stderr } = await run(process.execPath, [cli, ...options], {
    maxBuffer: 1024 ** 3,
  }).catch((error: unknown) => error as { stdout: string; stderr: string });
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return stderr.trim();
  }
}

function statementAt(place: string, { file, line }: Finding): string {
  if (file === null || line === null) return '';
  try {
    const lines = readFileSync(join(place, file), 'utf8').split('\n');
    return lines.slice(line - 1, line + 3).join('\n');
  } catch {
    return '';
  }
}

async function tryRepository(name: string): Promise<Told[]> {
  const checkout = join(directory, name);
  const home = mkdtempSync(join(tmpdir(), 'plumbline-history-'));
  const place = join(home, 'checkout');
  const told: Told[] = [];
  try {
    git(checkout, 'worktree', 'add', '--detach', '--force', place, 'HEAD');
    for (const commit of commitsOf(checkout)) {
      git(place, 'checkout', '--force', '--detach', '-q', commit);
      const started = performance.now();
      const report = await check(place);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (typeof report === 'string') {
        console.log(
          `${name} ${commit.slice(0, 9)} ${seconds} s: no report: ${report.slice(0, 300)}`,
        );
        continue;
      }
      const found = report.projects.flatMap((project) =>
        project.findings.map((finding) => ({
          ...{ repository: name, commit, project: project.id },
          ...finding,
          statement: statementAt(place, finding),
        })),
      );
      told.push(...found);
      const out = valueOf('--out');
      if (out !== null)
        appendFileSync(out, found.map((one) => `${JSON.stringify(one)}\n`).join(''));
      console.log(`${name} ${commit.slice(0, 9)} ${seconds} s: ${words(found)}`);
    }
  } finally {
    git(checkout, 'worktree', 'remove', '--force', place);
    rmSync(home, { recursive: true, force: true });
  }
  return told;
}

function words(told: readonly Told[]): string {
  const counts = new Map<string, number>();
  for (const { rule, severity } of told) {
    const key = `${severity} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${String(count)} × ${key}`).join(', ');
}

const all: Told[] = [];
for (const name of readdirSync(directory).filter((one) => one.includes(valueOf('--only') ?? ''))) {
  if (!name.includes('__')) continue;
  all.push(...(await tryRepository(name)));
}
console.log(`\n${words(all).split(', ').join('\n')}`);
if (details) {
  for (const { repository, commit, rule, severity, message, file, line, statement } of all) {
    console.log(
      `\n${repository} ${commit.slice(0, 9)} ${severity} ${rule} ${file ?? ''}:${String(line)}`,
    );
    console.log(`  ${message}\n${statement.replace(/^/gm, '    ')}`);
  }
}
