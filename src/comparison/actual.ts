// The schema the migrations give: run in their tool's order on an empty database, each in a
// transaction of its own, and read from the catalog.
import { introspect } from '../catalog/introspect.ts';
import type { Assumption } from '../database/assumptions.ts';
import type { Database } from '../database/database.ts';
import { applyMigration, type ReplayFailure } from '../database/replay.ts';
import { judge } from '../database/transaction-rules.ts';
import type { Finding } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import type { Migration, MigrationSet } from '../tools/tool.ts';

export interface Replayed {
  /** How many migrations were applied. */
  readonly applied: number;
  /** Why not all of them were. */
  readonly failure: Finding | null;
  /** What was provided because a migration takes it for granted. */
  readonly assumed: readonly Assumption[];
}

/** Names of the schemas among what was provided. */
export function assumedSchemas({ assumed }: Replayed): readonly string[] {
  return assumed.filter(({ kind }) => kind === 'schema').map(({ name }) => name);
}

/**
 * Applies migrations in order; stops at the first that fails. All that goes well is sent as one
 * message, so that the database works while this thread does something else.
 */
export async function replay(
  database: Database,
  migrations: readonly Migration[],
): Promise<Replayed> {
  const assumed: Assumption[] = [];
  const apart = await runApart(migrations);
  let applied = 0;
  while (applied < migrations.length) {
    const end = apart.findIndex((own, index) => own && index >= applied);
    applied += await applyMany(database, migrations.slice(applied, end === -1 ? undefined : end));
    const next = migrations[applied];
    if (next === undefined) break;
    const result = await applyMigration(database, next.statements);
    assumed.push(...result.assumed);
    if (!result.ok) {
      return {
        applied,
        failure: describeFailure(next, result, applied, database.stubbed),
        assumed,
      };
    }
    applied += 1;
  }
  return { applied, failure: null, assumed };
}

/** Which of them can't share a message with others: they begin and end transactions, or refuse to run in one. */
async function runApart(migrations: readonly Migration[]): Promise<boolean[]> {
  const apart: boolean[] = [];
  for (const { statements } of migrations) {
    const judged = await judge(statements);
    apart.push(judged.some(({ effect }) => effect !== null));
  }
  return apart;
}

/** Applies migrations until one fails, which is rolled back; tells how many succeeded. */
async function applyMany(database: Database, migrations: readonly Migration[]): Promise<number> {
  const texts: string[] = [];
  const ends: number[] = [];
  for (const { statements } of migrations) {
    // What a file sets for its session ends with it, as it does for the tool's own migrator runs.
    texts.push('begin', ...statements.map(({ sql }) => sql), 'commit', 'reset role', 'reset all');
    ends.push(texts.length);
  }
  const result = await database.run(texts);
  if (result.ok) return migrations.length;
  await database.exec('rollback');
  return ends.filter((end) => end <= result.index).length;
}

/** Codes of what isn't there: objects of any kind, functions, tables, columns, schemas. */
const ABSENT = ['42704', '42883', '42P01', '42703', '3F000'];

function describeFailure(
  migration: Migration,
  failure: ReplayFailure,
  before: number,
  stubbed: readonly string[],
): Finding {
  const { error, place, statement, ranBefore } = failure;
  const parts = [
    `${migration.name} fails: ${error.message} (${error.code})`,
    ...(error.detail === null ? [] : [error.detail]),
    ...(error.hint === null ? [] : [`hint: ${error.hint}`]),
    ...(stubbed.length > 0 && ABSENT.includes(error.code)
      ? [`only stand-ins are here for ${stubbed.join(', ')}, which may lack it`]
      : []),
    `statement ${failure.index + 1}${at(failure)}: ${shortened(statement)}`,
    `before it ran ${before} migration(s) and ${ranBefore} statement(s) of this one`,
  ];
  return {
    rule: 'migration-failed',
    severity: 'error',
    hazard: 'failure',
    message: parts.join('; '),
    file: place.file,
    line: place.line + linesBefore(failure),
  };
}

/** Postgres's own position within the statement, in words. */
function at({ error, statement }: ReplayFailure): string {
  if (error.position === null) return '';
  const near = statement.slice(error.position, error.position + 30).split(/\s/u)[0] ?? '';
  return near === '' ? '' : ` at "${near}"`;
}

function linesBefore({ error, statement }: ReplayFailure): number {
  return error.position === null
    ? 0
    : statement.trimStart().slice(0, error.position).split('\n').length - 1;
}

function shortened(sql: string): string {
  const line = sql.trim().replaceAll(/\s+/gu, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** The catalog after migrations, whatever they left set in the session. */
export async function readActual(database: Database, set: MigrationSet): Promise<Schema> {
  await database.run(['reset role', 'reset all']);
  return introspect(database, { exclude: [set.bookkeeping] });
}
