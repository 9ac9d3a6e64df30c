// Filling tables with rows, in the embedded Postgres: how long it takes for schemas of some sizes, and how
// many tables of real projects it fills, whose migrations are replayed and nothing else of them is run:
//   node bench/rows.ts [TABLES…]
//   node bench/rows.ts --corpus DIRECTORY [--only SUBSTRING]
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../src/comparison/actual.ts';
import type { Database } from '../src/database/database.ts';
import { openEmbedded } from '../src/database/embedded.ts';
import { toolOf } from '../src/workspace/projects.ts';
import { removeRows, seedTables, type Seeding, type SeedOptions } from '../src/rows/rows.ts';
import { objectId } from '../src/schema/identity.ts';
import { openWorkspace } from '../src/workspace/workspace.ts';
import { median } from './measure.ts';
import { createStatements } from './scale-schema.ts';

const ROWS = 50;
const RUNS = 5;
const PATIENCE_MS = 600_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function sizeFigures(tables: number): Promise<Record<string, unknown>> {
  const db = await openEmbedded({ deadlineMs: PATIENCE_MS });
  try {
    for (const statement of createStatements(tables)) await db.exec(statement);
    const times: { ordinary: number; edge: number; remove: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await db.scratch(async () => {
        const ordinary = await timed(() => seedTables(db, { set: 'ordinary', rows: ROWS }));
        const kept: Seeding[] = [];
        const edge = await timed(async () => {
          kept.push(await seedTables(db, { set: 'edge', rows: ROWS }));
        });
        const remove = await timed(async () => {
          for (const seeding of kept) await removeRows(db, seeding);
        });
        times.push({ ordinary, edge, remove });
      });
    }
    const middle = (key: 'ordinary' | 'edge' | 'remove'): number =>
      Math.round(median(times.map((time) => time[key])));
    return {
      tables,
      first: Math.round(times[0]?.ordinary ?? 0),
      ordinary: middle('ordinary'),
      edge: middle('edge'),
      remove: middle('remove'),
    };
  } finally {
    await db.close();
  }
}

async function corpusFigures(name: string, directory: string): Promise<Record<string, unknown>[]> {
  const quiet = { phase: () => undefined, done: () => undefined };
  const workspace = await openWorkspace(
    { directory, base: null, projects: [], config: null, deadlineMs: PATIENCE_MS },
    quiet,
  );
  const rows: Record<string, unknown>[] = [];
  try {
    for (const project of workspace.projects) {
      const { migrations, bookkeeping } = await toolOf(project).readMigrations(
        workspace.head,
        project,
      );
      const db = await workspace.databases.take();
      const { applied } = await replay(db, migrations);
      await db.run(['reset role', 'reset all']);
      const except = [objectId('table', bookkeeping.schema, bookkeeping.table)];
      const figures = await seedBoth(db, except);
      rows.push({
        checkout: name,
        project: project.id,
        applied: `${applied}/${migrations.length}`,
        ...figures,
      });
      await db.close();
    }
  } finally {
    workspace.databases.close();
  }
  return rows;
}

async function seedBoth(db: Database, except: readonly string[]): Promise<Record<string, unknown>> {
  const seed = async (set: SeedOptions['set']): Promise<[Seeding, number]> => {
    const from = performance.now();
    const seeding = await seedTables(db, { set, rows: ROWS, except });
    return [seeding, Math.round(performance.now() - from)];
  };
  const [ordinary, ordinaryMs] = await seed('ordinary');
  const [edge, edgeMs] = await seed('edge');
  for (const { schema, name, constraint, reason } of [...ordinary.unfilled, ...edge.unfilled]) {
    console.log(`${schema}.${name}: ${constraint ?? '-'}: ${reason}`);
  }
  const few = ordinary.tables.filter(({ rows }) => rows < ROWS);
  for (const { schema, name, rows } of few) console.log(`${schema}.${name}: ${rows} rows only`);
  const total = (seeding: Seeding): number =>
    seeding.tables.reduce((sum, { rows }) => sum + rows, 0);
  return {
    filled: `${ordinary.tables.length}/${ordinary.tables.length + ordinary.unfilled.length}`,
    rows: total(ordinary),
    ms: ordinaryMs,
    'edge filled': edge.tables.length,
    'edge rows': total(edge),
    'edge ms': edgeMs,
    dangling: await dangling(db),
  };
}

/** Foreign keys that rows break: none, or something is wrong. */
async function dangling(db: Database): Promise<number> {
  const keys = await db.query<{ name: string; query: string }>(`
    select c.conrelid::regclass || ' ' || c.conname as name, format('select count(*)::int as rows from %s t where %s and not exists (select from %s r where %s)',
      c.conrelid::regclass, string_agg(format('t.%I is not null', a.attname), ' and '), c.confrelid::regclass,
      string_agg(format('t.%I = r.%I', a.attname, f.attname), ' and ')) as query
    from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) as k (own, other)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.other
    where c.contype = 'f' group by c.oid`);
  let found = 0;
  for (const { name, query } of keys) {
    const [row] = await db.query<{ rows: number }>(query);
    if (row && row.rows > 0) console.log(`${name}: ${row.rows} rows refer to nothing`);
    found += row?.rows ?? 0;
  }
  return found;
}

const args = process.argv.slice(2);
const valueOf = (option: string): string | undefined =>
  args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
const corpus = valueOf('--corpus');
const rows: Record<string, unknown>[] = [];
if (corpus === undefined) {
  const sizes = args.length > 0 ? args.map(Number) : [100, 200];
  for (const tables of sizes) rows.push(await sizeFigures(tables));
  console.log(`Milliseconds, medians of ${RUNS}; ${ROWS} ordinary rows a table.`);
} else {
  for (const name of readdirSync(corpus).sort()) {
    const directory = join(corpus, name);
    const wanted = name.includes(valueOf('--only') ?? '') && !name.startsWith('.');
    if (!wanted || !statSync(directory).isDirectory()) continue;
    console.log(`\n${name}`);
    try {
      rows.push(...(await corpusFigures(name, directory)));
    } catch (error) {
      rows.push({
        checkout: name,
        project: error instanceof Error ? error.message.slice(0, 100) : '',
      });
    }
  }
}
console.table(rows);
