// The benchmarks; each prints its figures, and none passes or fails:
//   npm run bench -- check [--project DIR [--root R]]   a whole, cold check, beside drizzle-kit
//   npm run bench -- scale [TABLES…]                     reading, comparing and planning of large schemas
//   npm run bench -- rows [TABLES…]                      filling tables with rows
//   npm run bench -- rehearse [--runs N]                 what judging a new migration adds to a check
//   npm run bench -- action [--runs N]                   what a pull request waits for, and requests to GitHub
//   npm run bench -- statements [--details]              dangers seen in the tests' statements, beside squawk
//   npm run bench -- peers [--random N] [--every N]      the schema engine beside others on one corpus
// Without a name, all of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const names = ['check', 'scale', 'rows', 'rehearse', 'action', 'statements', 'peers'] as const;
const [first = '', ...rest] = process.argv.slice(2);

function run(name: (typeof names)[number], args: readonly string[]): void {
  console.log(`\n${name}`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

const chosen = names.find((name) => name === first);
if (chosen) run(chosen, rest);
else if (first === '') for (const name of names) run(name, []);
else if (first.startsWith('--')) run('check', [first, ...rest]);
else throw new Error(`there is no benchmark ${first}: ${names.join(', ')}`);
