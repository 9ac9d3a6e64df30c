// What it costs to judge a new migration of five statements in a project of 100 tables, beyond the check
// itself: a cold `check` of the same files with and without it being new. Medians of some runs:
//   node bench/rehearse.ts [--runs N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../src/report/report.ts';
import { measure, median, type Measured } from './measure.ts';
import {
  BEFORE,
  migrations,
  writeRepository,
  writeUnjudged,
  type MigrationName,
} from './rehearsed-project.ts';

const root = join(import.meta.dirname, '..');
const cli = process.env['PLUMBLINE_CLI'] ?? join(root, 'dist/cli.js');
const args = process.argv.slice(2);
const runs = Number(args.includes('--runs') ? args[args.indexOf('--runs') + 1] : 5);

async function check(directory: string, ...more: string[]): Promise<Measured> {
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const words = ['check', directory, '--format', 'json', ...more];
  const measured = await measure(process.execPath, [cli, ...words], { env });
  if (!measured.out.startsWith('{')) throw new Error(measured.out);
  return measured;
}

const reportOf = ({ out }: Measured): Report => JSON.parse(out) as Report;
const secondsOf = (all: readonly Measured[]): number => median(all.map(({ seconds }) => seconds));

/** Medians by phase. */
function phasesOf(all: readonly Measured[]): Record<string, number> {
  const timings = all.map((one) => reportOf(one).timings);
  const names = [...new Set(timings.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(
    names.map((name) => [name, median(timings.map((one) => one[name] ?? 0))]),
  );
}

async function figuresOf(name: MigrationName, temporary: string): Promise<void> {
  const judged = join(temporary, name);
  const unjudged = join(temporary, `${name}-unjudged`);
  writeRepository(judged, name);
  writeUnjudged(unjudged, judged);
  const commands = [
    { what: 'check', run: () => check(judged) },
    { what: 'check --base, older models', run: () => check(unjudged, '--base', BEFORE) },
    { what: 'check --base, and a migration', run: () => check(judged, '--base', BEFORE) },
  ].map((one) => ({ ...one, all: [] as Measured[] }));
  // In turns, so that whatever else the machine does falls on all of them.
  for (let run = 0; run < runs; run += 1) for (const one of commands) one.all.push(await one.run());
  const [plain, base] = commands.map(({ all }) => secondsOf(all));
  console.log(`\n${migrations[name].map(({ sql }) => sql).join('\n')}`);
  console.table(
    commands.map(({ what, all }) => ({
      command: what,
      'median s': secondsOf(all).toFixed(2),
      'beyond check': (secondsOf(all) - (plain ?? 0)).toFixed(2),
      'beyond older models': (secondsOf(all) - (base ?? 0)).toFixed(2),
      'min s': Math.min(...all.map(({ seconds }) => seconds)).toFixed(2),
      'median cpu s': median(all.map(({ cpuSeconds }) => cpuSeconds ?? 0)).toFixed(2),
      'peak MB': Math.max(...all.map(({ megabytes }) => megabytes ?? 0)),
    })),
  );
  console.log('where the time goes, medians in ms:');
  const phases = commands.map(({ what, all }) => [what, phasesOf(all)] as const);
  const names = [...new Set(phases.flatMap(([, one]) => Object.keys(one)))];
  console.table(
    Object.fromEntries(
      names.map((phase) => [
        phase,
        Object.fromEntries(phases.map(([what, one]) => [what, one[phase]])),
      ]),
    ),
  );
  const last = commands.at(-1)?.all.at(-1);
  for (const project of last ? reportOf(last).projects : []) {
    const rules = project.findings.map(({ rule }) => rule).join(', ');
    const statements = project.trace.flatMap((migration) => migration.statements);
    console.log(`${statements.length} statements rehearsed; findings: ${rules}`);
  }
}

const temporary = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
try {
  for (const name of Object.keys(migrations) as MigrationName[]) await figuresOf(name, temporary);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
