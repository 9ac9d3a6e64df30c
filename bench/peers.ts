// Our schema engine beside others, on one corpus of pairs, under one judge, in one run:
//   node bench/peers.ts [--random N] [--every N] [--only SUBSTRING] [--tool SUBSTRING] [--details]
// Each tool gets the databases `before`, which holds rows, and `after`; what it says is run on a copy of
// `before`. The packages of the others are installed beside their lock file when they are missing.
import { introspect } from '../src/catalog/introspect.ts';
import { openServer } from '../src/database/server.ts';
import { seedRows } from '../src/plan/rows.ts';
import { median } from './measure.ts';
import { Cluster } from './peers/cluster.ts';
import { drizzleKit } from './peers/drizzle.ts';
import { migra, pgDelta, plumbline } from './peers/engines.ts';
import { generatorTool } from './peers/generators.ts';
import { installPeers } from './peers/install.ts';
import { difference, loss } from './peers/judge.ts';
import { goldenPairs, randomPairs, rolesOf, withoutRoles, type Pair } from './peers/pairs.ts';
import type { Answer, Databases, Tool } from './peers/tool.ts';
import { typeOrm } from './peers/typeorm.ts';

const SEED = 3;
const RANDOM_PAIRS = 100;
const DEADLINE_MS = 30_000;
/** A tool can't help values of ours that the wanted schema refuses. */
const REFUSED_VALUES = /^2[23]/;

type Judgement = 'solved' | 'wrong' | 'lossy' | 'refused';

interface Verdict {
  readonly judgement: Judgement;
  readonly why: string;
  readonly ms: number;
}

const args = process.argv.slice(2);
const valueOf = (name: string): string | null => {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
};

const details = args.includes('--details');

installPeers();

/** Before with rows and without, and after; null where this server can't have them. */
async function makePair(cluster: Cluster, pair: Pair): Promise<boolean> {
  const sides = { empty: pair.before, after: pair.after };
  await cluster.run(
    'postgres',
    rolesOf(pair).map((role) => `do $$ begin ${role} exception when others then null; end $$`),
  );
  for (const [database, sql] of Object.entries(sides)) {
    await cluster.create(database);
    const made = await cluster.run(database, [withoutRoles(sql)]);
    if (!made.ok) {
      if (details) console.log(`skipped ${pair.name}: ${made.message}`);
      return false;
    }
  }
  await cluster.create('before', 'empty');
  const db = await openServer(cluster.url('before'));
  try {
    const { objects } = await introspect(db);
    await db.exec('begin');
    await seedRows(
      db,
      [...objects.values()].filter(({ kind }) => kind === 'table'),
    );
    await db.exec('commit');
  } finally {
    await db.close();
  }
  return true;
}

async function judge(
  cluster: Cluster,
  wanted: string,
  answer: Answer,
): Promise<Omit<Verdict, 'ms'>> {
  const refusals = answer.refusals.join('; ');
  const otherwise: Judgement = refusals === '' ? 'wrong' : 'refused';
  await cluster.create('result', 'before');
  let outcome = await cluster.run('result', answer.statements);
  const held = outcome.ok || !REFUSED_VALUES.test(outcome.code);
  if (!held) {
    await cluster.create('result', 'empty');
    outcome = await cluster.run('result', answer.statements);
  }
  if (!outcome.ok) {
    return { judgement: otherwise, why: `${outcome.message}: ${outcome.statement} ${refusals}` };
  }
  const left = difference(await cluster.dump('result'), wanted);
  if (left !== null) return { judgement: otherwise, why: `${left} ${refusals}` };
  const lost = held
    ? await loss(cluster, { before: 'before', wanted: 'after', result: 'result' })
    : null;
  return lost === null ? { judgement: 'solved', why: '' } : { judgement: 'lossy', why: lost };
}

async function tryTool(cluster: Cluster, tool: Tool, wanted: string): Promise<Verdict | null> {
  const databases: Databases = { before: 'before', after: 'after' };
  const start = await tool.prepare(cluster, databases);
  if (start === null) return null;
  const started = performance.now();
  const answer = await inTime(start()).catch((error: unknown) => error as Error);
  const ms = performance.now() - started;
  if (answer instanceof Error) return { judgement: 'refused', why: answer.message, ms };
  return { ...(await judge(cluster, wanted, answer)), ms };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function row(tool: Tool, verdicts: readonly Verdict[]): Record<string, unknown> {
  const count = (judgement: Judgement): number =>
    verdicts.filter((verdict) => verdict.judgement === judgement).length;
  const times = verdicts.map(({ ms }) => ms);
  return {
    tool: tool.name,
    version: tool.version,
    pairs: verdicts.length,
    solved: count('solved'),
    wrong: count('wrong'),
    lossy: count('lossy'),
    refused: count('refused'),
    'median ms': Math.round(median(times)),
    'all s': (times.reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(1),
  };
}

/** Verdicts on one pair, by tool; null where this server can't have the pair. */
async function tryPair(
  cluster: Cluster,
  tools: readonly Tool[],
  pair: Pair,
): Promise<Map<Tool, Verdict> | null> {
  if (!(await makePair(cluster, pair))) return null;
  const wanted = await cluster.dump('after');
  const verdicts = new Map<Tool, Verdict>();
  for (const tool of tools) {
    const verdict = await tryTool(cluster, tool, wanted);
    if (verdict === null) continue;
    verdicts.set(tool, verdict);
    if (details && verdict.judgement !== 'solved') {
      console.log(`${pair.name} ${tool.name} ${verdict.judgement}: ${verdict.why}`);
    }
  }
  return verdicts;
}

// A connection that a tool leaves behind is cut when its database goes: no end of the run.
process.on('uncaughtException', (error: Error & { readonly code?: string }) => {
  if (error.code !== '57P01') throw error;
});

const cluster = await Cluster.start();
try {
  await cluster.run('postgres', ['create role app_user', 'create role app_admin']);
  const [server] = await cluster.query('postgres', 'show server_version_num');
  const version = Number(server?.['server_version_num']);
  const tools = [
    plumbline,
    await pgDelta(),
    await migra(),
    generatorTool(await typeOrm()),
    generatorTool(await drizzleKit()),
  ].filter(({ name }) => name.includes(valueOf('--tool') ?? ''));
  const only = valueOf('--only') ?? '';
  const random = Number(valueOf('--random') ?? RANDOM_PAIRS);
  const every = Number(valueOf('--every') ?? 1);
  const corpus = [...goldenPairs(), ...randomPairs(random, SEED, version)]
    .filter(({ name }) => name.includes(only))
    .filter((_pair, index) => index % every === 0);
  const tried: Map<Tool, Verdict>[] = [];
  let leftOut = 0;
  for (const pair of corpus) {
    const verdicts = await tryPair(cluster, tools, pair);
    if (verdicts) tried.push(verdicts);
    else leftOut += 1;
  }
  console.table(
    tools.map((tool) =>
      row(
        tool,
        tried.flatMap((verdicts) => verdicts.get(tool) ?? []),
      ),
    ),
  );
  console.log(
    `${tried.length} pairs on PostgreSQL ${Math.floor(version / 10_000)}; ${leftOut} more that this server has no words for.`,
  );
} finally {
  await cluster.stop();
}
