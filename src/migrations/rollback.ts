// Up, down, and up again: whether what a migration says takes it back does, and what is lost by it.
import { readActual, replay } from '../comparison/actual.ts';
import type { Database } from '../database/database.ts';
import { rehearse } from '../rehearse/rehearse.ts';
import type { TracedMigration } from '../rehearse/trace.ts';
import type { Finding, Severity } from '../report/report.ts';
import { objectId } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import type { Migration, MigrationDown, MigrationSet } from '../tools/tool.ts';
import { differencesOf } from './merge.ts';

export interface RollbackOptions {
  readonly migrations: MigrationSet;
  /** Those that head has and base has not, in their order. */
  readonly added: readonly Migration[];
  /** A disposable database that holds what was there before them. */
  readonly open: () => Promise<Database>;
}

/** Judges how new migrations are taken back; nothing is said where the tool has no word for that. */
export async function judgeRollback(options: RollbackOptions): Promise<Finding[]> {
  const { migrations } = options;
  const added = options.added.filter((one) => !one.baseline && one.repeatable !== true);
  if (!migrations.downs || added.length === 0) return [];
  const missing = added.filter(({ down }) => down === undefined).map(withoutDown);
  const last = added.findLastIndex(({ down }) => down === undefined);
  // Behind one that can't be taken back nobody gets.
  const back = added.slice(last + 1);
  const walked = await walk(options, added, back);
  return walked === null
    ? missing
    : [...missing, ...walked, ...(await lostBy(options, added, back))];
}

/** Null where they don't run, which is told elsewhere. */
async function walk(
  { migrations, open }: RollbackOptions,
  added: readonly Migration[],
  back: readonly Migration[],
): Promise<Finding[] | null> {
  const database = await open();
  try {
    const before = await upEachOf(database, migrations, added);
    if (before === null) return null;
    const schemas = before.slice(added.length - back.length);
    return await takeBack({ database, migrations, back, before: schemas });
  } finally {
    await database.close();
  }
}

/** Runs them, and tells the schema before each; null where one fails, which is told elsewhere. */
async function upEachOf(
  database: Database,
  set: MigrationSet,
  added: readonly Migration[],
): Promise<Schema[] | null> {
  const before: Schema[] = [];
  for (const migration of added) {
    before.push(await readActual(database, set));
    const { failure } = await replay(database, [migration]);
    if (failure !== null) return null;
  }
  return before;
}

interface Walk {
  readonly database: Database;
  readonly migrations: MigrationSet;
  readonly back: readonly Migration[];
  readonly before: readonly Schema[];
}

async function takeBack({ database, migrations, back, before }: Walk): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [at, migration] of [...back.entries()].reverse()) {
    const { down } = migration;
    const wanted = before[at];
    if (down === undefined || wanted === undefined) return findings;
    const { failure } = await replay(database, [downward(migration, down)]);
    if (failure !== null) {
      const message = `Taking it back fails: ${failure.message}`;
      return [...findings, { ...failure, rule: 'down-fails', message, migration: migration.name }];
    }
    const left = differencesOf(await readActual(database, migrations), wanted).map((difference) =>
      difference
        .replaceAll('only in the database', 'only afterwards')
        .replaceAll('only in the models', 'only before'),
    );
    if (left.length > 0) findings.push(incomplete(migration, down, left));
  }
  for (const migration of back) {
    const { failure } = await replay(database, [migration]);
    if (failure === null) continue;
    const message = `Once taken back it does not run again: ${failure.message}`;
    return [
      ...findings,
      { ...failure, rule: 'up-fails-again', message, migration: migration.name },
    ];
  }
  return findings;
}

function downward(migration: Migration, { file, statements }: MigrationDown): Migration {
  return { ...migration, file, statements };
}

function withoutDown({ name, file }: Migration): Finding {
  return finding('down-missing', 'warning', {
    ...{ name, file, line: 1 },
    message: `Nothing takes ${name} back: after a release that must be withdrawn its changes stay. Write its way down.`,
  });
}

function incomplete(
  { name }: Migration,
  { file, statements }: MigrationDown,
  left: readonly string[],
): Finding {
  return finding('down-incomplete', 'warning', {
    ...{ name, file, line: statements[0]?.place.line ?? 1 },
    message: `Taking ${name} back does not bring back the schema that was; what differs: ${left.join('; ')}.`,
  });
}

/** What goes with the rows, seen on rows. */
async function lostBy(
  { migrations, open }: RollbackOptions,
  added: readonly Migration[],
  back: readonly Migration[],
): Promise<Finding[]> {
  const downs = [...back].reverse().flatMap((migration) => {
    const { down } = migration;
    return down === undefined ? [] : [downward(migration, down)];
  });
  if (downs.length === 0) return [];
  const { bookkeeping, transactions } = migrations;
  const books = objectId('table', bookkeeping.schema, bookkeeping.table);
  const opened = async (): Promise<Database> => {
    const database = await open();
    await replay(database, added);
    return database;
  };
  const trace = await rehearse(opened, downs, { transactions, except: [books] });
  return trace.migrations.flatMap(lossOf);
}

function lossOf({ name, file, statements }: TracedMigration): Finding[] {
  const lost = statements.flatMap(({ drops, rows }) => [
    ...drops
      .filter(({ kind }) => kind === 'table')
      .map(({ identity }) => `the rows of ${identity}`),
    ...rows.flatMap(({ relation, lost: gone, lostColumns, changed }) => [
      ...(gone > 0 && !drops.some(({ identity }) => identity === relation.name)
        ? [`rows of ${relation.name}`]
        : []),
      ...lostColumns.map(({ column }) => `the values of ${relation.name}.${column}`),
      ...changed.map(({ column }) => `values of ${relation.name}.${column}, which become others`),
    ]),
  ]);
  if (lost.length === 0) return [];
  return [
    finding('down-loses-data', 'note', {
      ...{ name, file, line: statements[0]?.place.line ?? 1 },
      message: `Taking ${name} back loses ${[...new Set(lost)].join(', ')}.`,
    }),
  ];
}

function finding(
  rule: string,
  severity: Severity,
  at: { name: string; file: string; line: number; message: string },
): Finding {
  const { name, file, line, message } = at;
  const hazard = rule === 'down-loses-data' ? 'data-loss' : 'operations';
  return { rule, severity, hazard, message, file, line, migration: name };
}
