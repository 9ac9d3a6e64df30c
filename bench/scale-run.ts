// One size of the benchmark of the schema engine, in a process of its own for the sake of its peak memory:
//   node bench/scale-run.ts TABLES
import { traits } from '../src/catalog/index.ts';
import { introspect } from '../src/catalog/introspect.ts';
import { openEmbedded } from '../src/database/embedded.ts';
import { planChanges } from '../src/plan/plan.ts';
import { diff } from '../src/schema/diff.ts';
import { changeStatements, createStatements } from './scale-schema.ts';

const tables = Number(process.argv[2]);
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const r = await work();
  const wall = performance.now() - start;
  const used = process.cpuUsage(cpu);
  console.log(
    name.padEnd(20),
    `wall ${wall.toFixed(0)} ms`,
    `cpu ${((used.user + used.system) / 1000).toFixed(0)} ms`,
    `peak ${peak()} MB`,
  );
  return r;
}
const db = await timed('open', () => openEmbedded({ deadlineMs: 600_000 }));
const must = async (texts: string[]) => {
  const r = await db.run(texts);
  if (!r.ok) throw new Error(`${r.error.message}: ${texts[r.index]}`);
};
await timed('create', () => must(createStatements(tables)));
let actual = await timed('introspect first', () => introspect(db));
for (let i = 0; i < 4; i++) actual = await timed('introspect again', () => introspect(db));
console.log('objects', actual.objects.size);
await timed('change', () => must(changeStatements(tables)));
const desired = await timed('introspect desired', () => introspect(db));
for (let i = 0; i < 3; i++) {
  const changes = await timed('diff', () => diff(actual, desired, { traits }));
  console.log('changes', changes.length);
  const plan = await timed('plan', () => planChanges(changes, { actual, desired }));
  console.log('steps', plan.up.length, plan.down.length, plan.manual.length);
}
await db.close();
