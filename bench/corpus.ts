// Runs the built command on every checkout of a directory and prints one row per project found:
//   node bench/corpus.ts DIRECTORY [--details] [--only SUBSTRING]
// The checkouts are anybody's repositories with Drizzle models; nothing of them is installed or run.
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProjectReport, Report } from '../src/report/report.ts';

const run = promisify(execFile);
const cli = process.env['PLUMBLINE_CLI'] ?? join(import.meta.dirname, '../dist/cli.js');

interface Outcome {
  readonly report: Report | null;
  readonly message: string;
  readonly seconds: number;
}

async function checkOne(directory: string): Promise<Outcome> {
  const started = performance.now();
  const { stdout, stderr } = await run(
    process.execPath,
    [cli, 'check', directory, '--format', 'json'],
    { maxBuffer: 1024 ** 3 },
  ).catch((error: unknown) => error as { stdout: string; stderr: string });
  const seconds = (performance.now() - started) / 1000;
  try {
    return { report: JSON.parse(stdout) as Report, message: '', seconds };
  } catch {
    return { report: null, message: stderr.trim(), seconds };
  }
}

function rowOf(checkout: string, project: ProjectReport, seconds: number): Record<string, unknown> {
  const substance = project.drift.filter(({ weight }) => weight === 'substance').length;
  const notCompared = Object.entries(project.notCompared)
    .map(([noun, names]) => `${names.length} ${noun}`)
    .join(', ');
  return {
    checkout,
    project: project.id,
    status: project.status,
    tables: project.models?.tables ?? 0,
    columns: project.models?.columns ?? 0,
    unknowns: project.models?.unknowns.length ?? 0,
    applied: `${project.migrations.applied}/${project.migrations.total}`,
    substance,
    form: project.drift.length - substance,
    proved: project.plan.up.length === 0 ? '-' : project.plan.proved,
    seconds: seconds.toFixed(1),
    notCompared: notCompared.slice(0, 60),
  };
}

function printDetails(project: ProjectReport): void {
  console.log(`\n## ${project.id}`);
  for (const item of project.drift) {
    const place = item.model === null ? '' : `  (${item.model.file}:${item.model.line})`;
    console.log(`- ${item.weight} ${item.op} ${item.kind} ${item.object}: ${item.reason}${place}`);
  }
  for (const { reason, object, file, line } of project.models?.unknowns ?? []) {
    console.log(`- unknown ${object ?? '?'} ${file ?? ''}:${String(line ?? '')}: ${reason}`);
  }
  for (const { severity, rule, message, file, line } of project.findings) {
    console.log(`- ${severity} ${rule} ${file ?? ''}:${String(line ?? '')}: ${message}`);
  }
  if (project.unmodelled.length > 0) console.log(`- unmodelled: ${project.unmodelled.join(', ')}`);
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
const root = args.find((word, index) => !word.startsWith('--') && args[index - 1] !== '--only');
if (root === undefined) throw new Error('say which directory holds the checkouts');

const rows: Record<string, unknown>[] = [];
for (const name of readdirSync(root).sort()) {
  const directory = join(root, name);
  if (name.startsWith('.') || !name.includes(only) || !statSync(directory).isDirectory()) continue;
  const { report, message, seconds } = await checkOne(directory);
  if (report === null) {
    rows.push({ checkout: name, project: '-', status: message.split('\n')[0]?.slice(0, 80) });
    if (args.includes('--details')) console.log(`\n## ${name}\n${message}`);
    continue;
  }
  for (const project of report.projects) {
    rows.push(rowOf(name, project, seconds));
    if (args.includes('--details')) printDetails(project);
  }
}
console.table(rows);
