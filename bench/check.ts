// Prints the figures of a whole, cold `check`, beside drizzle-kit's `generate` in the same run:
//   node bench/check.ts                            a large project of our own making
//   node bench/check.ts --project DIR [--root R]   a checkout; R is the folder of its drizzle.config
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../src/report/report.ts';
import { measure, median, type Measured } from './measure.ts';
import { writeProject } from './project.ts';

const root = join(import.meta.dirname, '..');
const runs = 5;

const args = process.argv.slice(2);
const valueOf = (name: string): string | null => {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
};

function row(name: string, all: readonly Measured[]): Record<string, unknown> {
  const seconds = all.map((one) => one.seconds);
  return {
    command: name,
    'median s': median(seconds).toFixed(2),
    'min s': Math.min(...seconds).toFixed(2),
    'max s': Math.max(...seconds).toFixed(2),
    'peak MB': Math.max(...all.map(({ megabytes }) => megabytes ?? 0)),
    exit: all[0]?.code,
  };
}

const temporary = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
try {
  let project = valueOf('--project');
  const inside = valueOf('--root') ?? '.';
  if (project === null) {
    project = join(temporary, 'large');
    mkdirSync(project);
    writeProject(project, { tables: 112, columns: 10, migrations: 300 });
  }
  // drizzle-kit needs its packages and writes files: it gets a copy. Ours gets the project as it is.
  const copy = join(temporary, 'copy');
  cpSync(join(project, inside), copy, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const kit = join(root, 'node_modules/drizzle-kit/bin.cjs');
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
    ours.push(
      await measure(
        process.execPath,
        [join(root, 'dist/cli.js'), 'check', project, '--format', 'json'],
        { env },
      ),
    );
    theirs.push(await measure(process.execPath, [kit, 'generate'], { cwd: copy, env }));
  }
  console.table([row('plumbline check (cold)', ours), row('drizzle-kit generate', theirs)]);
  const report = JSON.parse(ours.at(-1)?.out ?? '{}') as Report;
  console.log('where the time goes, last run, ms:', report.timings);
  console.log(
    'projects:',
    report.projects
      .map(
        ({ id, models, migrations }) =>
          `${id}: ${models?.tables ?? 0} tables, ${migrations.total} migrations`,
      )
      .join('; '),
  );
  console.log('drizzle-kit says:', theirs.at(-1)?.out.trim().split('\n').at(-1));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
