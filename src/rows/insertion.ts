// How rows are sent: all of a table in one INSERT, or one by one where Postgres must say which of them
// it takes. What it refuses leaves nothing behind.
import type { Database } from '../database/database.ts';
import { columnList } from '../catalog/names.ts';
import { quoteLiteral } from '../schema/identity.ts';
import { nameOf, type Column, type Table } from './catalog.ts';
import type { RowValues } from './references.ts';

interface TargetColumn extends Pick<Column, 'name' | 'number' | 'generated' | 'identityAlways'> {
  /** The type that values are of, where it is another one than the column's; assignment converts them. */
  readonly from?: string;
}

/** What must be known of a table to insert into it. */
export interface Target extends Pick<Table, 'schema' | 'name'> {
  readonly columns: readonly TargetColumn[];
}

/** One INSERT of rows; a value that isn't known is the column's default. */
export function insertOf(table: Target, rows: readonly RowValues[]): string {
  const { head, texts } = partsOf(table, rows);
  return `${head} ${texts.length === 0 ? 'default values' : `values ${texts.join(', ')}`}`;
}

function partsOf(table: Target, rows: readonly RowValues[]): { head: string; texts: string[] } {
  const columns = table.columns.filter(
    ({ number, generated }) => !generated && rows.some((row) => row.get(number) !== undefined),
  );
  if (columns.length === 0) return { head: `insert into ${nameOf(table)}`, texts: [] };
  const overriding = columns.some(({ identityAlways }) => identityAlways)
    ? ' overriding system value'
    : '';
  return {
    head: `insert into ${nameOf(table)} (${columnList(columns.map(({ name }) => name))})${overriding}`,
    texts: rows.map(
      (row) => `(${columns.map((column) => spelled(row.get(column.number), column)).join(', ')})`,
    ),
  };
}

function spelled(value: string | null | undefined, { from }: TargetColumn): string {
  if (value === undefined) return 'default';
  const literal = value === null ? 'null' : quoteLiteral(value);
  return from === undefined ? literal : `${literal}::${from}`;
}

/** Why Postgres refused a row. */
export interface Refusal {
  /** Which of the rows, from zero. */
  readonly row: number;
  readonly message: string;
  readonly code: string;
  /** Names that Postgres gave; empty where it gave none. */
  readonly constraint: string;
  readonly column: string;
}

export interface Trial {
  /** Which of the rows are in, from zero. */
  readonly kept: readonly number[];
  readonly refused: readonly Refusal[];
}

export interface TrialRows<Into extends Target = Target> {
  readonly table: Into;
  readonly rows: readonly RowValues[];
  /** The first of them that are tried in one INSERT before each of them alone. */
  readonly together: number;
  /** How many rows are enough. */
  readonly enough: number;
  /** For each row those, by index, without which it is left out. */
  readonly after?: readonly (readonly number[])[];
}

/** Tries the rows of each table and tells which are in. In a transaction only; never fails for a row. */
export async function tryRows(db: Database, all: readonly TrialRows[]): Promise<Trial[]> {
  const trials = await runTrials(db, all);
  // Where those that were tried in one don't go together, each is tried alone.
  const failed = trials.flatMap((trial, index) => {
    const tried = all[index];
    return tried && tried.together > 0 && !trial.kept.includes(0) ? [{ index, tried }] : [];
  });
  const alone = await runTrials(
    db,
    failed.map(({ tried: { table, rows, together, enough } }) => {
      return { table, rows: rows.slice(0, together), together: 0, enough };
    }),
  );
  for (const [at, { index }] of failed.entries()) {
    const [before, now] = [trials[index], alone[at]];
    if (!before || !now) continue;
    trials[index] = {
      kept: [...now.kept, ...before.kept],
      refused: [...now.refused, ...before.refused],
    };
  }
  return trials;
}

async function runTrials(db: Database, all: readonly TrialRows[]): Promise<Trial[]> {
  if (all.length === 0) return [];
  const texts = all.map((trial, index) => trialText(trial, settingOf(index)));
  const result = await db.run(texts);
  if (!result.ok) throw result.error;
  const settings = all.map((_, index) => `current_setting('${settingOf(index)}')::json`);
  const [answer] = await db.query<{ trials: Trial[][] }>(
    `select json_build_array(${chunked(settings)}) as trials`,
  );
  return (answer?.trials ?? []).flat();
}

/** A function takes at most 100 arguments. */
function chunked(expressions: readonly string[]): string {
  const chunks: string[] = [];
  for (let at = 0; at < expressions.length; at += 90) {
    chunks.push(`json_build_array(${expressions.slice(at, at + 90).join(', ')})`);
  }
  return chunks.join(', ');
}

const settingOf = (index: number): string => `plumbline.rows_${String(index)}`;

function trialText({ table, rows, together, enough, after }: TrialRows, setting: string): string {
  const { head, texts } = partsOf(table, rows);
  const insert = (from: number, to: number): string =>
    texts.length === 0
      ? `${head} default values`
      : `${head} values ${texts.slice(from, to).join(', ')}`;
  const alone = rows.slice(together).map((_, index) => {
    return quoteDollar(insert(together + index, together + index + 1));
  });
  return `do ${quoteDollar(`
    declare
      kept jsonb := '[]'; refused jsonb := '[]';
      said text; said_code text; said_constraint text; said_column text;
      after jsonb := ${quoteLiteral(JSON.stringify(after ?? []))};
      rows text[] := array[${alone.join(', ')}]::text[];
    begin
      begin
        ${together > 0 ? insert(0, together) : 'null'};
        select coalesce(jsonb_agg(i), '[]') into kept from pg_catalog.generate_series(0, ${together - 1}) i;
      exception when others then
        null;
      end;
      for i in 1 .. ${alone.length} loop
        exit when jsonb_array_length(kept) >= ${enough};
        continue when not kept @> coalesce(after -> (i - 1), '[]');
        begin
          execute rows[i];
          kept := kept || to_jsonb(${together - 1} + i);
        exception when others then
          get stacked diagnostics said = message_text, said_code = returned_sqlstate,
            said_constraint = constraint_name, said_column = column_name;
          refused := refused || jsonb_build_object('row', ${together - 1} + i, 'message', left(said, 500),
            'code', said_code, 'constraint', said_constraint, 'column', said_column);
        end;
      end loop;
      perform pg_catalog.set_config('${setting}', jsonb_build_object('kept', kept, 'refused', refused)::text, true);
    end`)}`;
}

/** A literal whose text needs no doubling, whatever is nested in it. */
function quoteDollar(text: string): string {
  let tag = '$rows$';
  for (let level = 1; text.includes(tag); level += 1) tag = `$rows_${level}$`;
  return `${tag}${text}${tag}`;
}

/**
 * Runs work that inserts, all of it or nothing, without triggers where the role may switch them off:
 * in a transaction of its own, or in a savepoint of the one that is open.
 */
export async function insertAll<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const nested = (await db.run(['savepoint plumbline_rows'])).ok;
  if (!nested) await db.exec('begin');
  try {
    await db.exec(`do ${quoteLiteral(WITHOUT_TRIGGERS)}`);
    const result = await work();
    await db.exec(`do ${quoteLiteral(WITH_TRIGGERS)}`);
    await db.exec(nested ? 'release savepoint plumbline_rows' : 'commit');
    return result;
  } catch (error) {
    await db.exec(nested ? 'rollback to savepoint plumbline_rows' : 'rollback');
    throw error;
  }
}

const WITHOUT_TRIGGERS = `begin
  perform pg_catalog.set_config('session_replication_role', 'replica', false);
  exception when insufficient_privilege then null; end`;
const WITH_TRIGGERS = `begin
  perform pg_catalog.set_config('session_replication_role', 'origin', false);
  exception when insufficient_privilege then null; end`;
