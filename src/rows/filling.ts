// Fills tables with ordinary rows, one INSERT each as long as Postgres takes them; a table that
// refuses is taken apart.
import type { Database, DatabaseError } from '../database/database.ts';
import { otherRows } from './attempts.ts';
import { nameOf, type Catalog, type ForeignKey, type Sequence, type Table } from './catalog.ts';
import { columnList } from '../catalog/names.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { Conditions } from './conditions.ts';
import { insertOf, tryRows, type Refusal } from './insertion.ts';
import type { KnownRows } from './known-rows.ts';
import { fillingOrder } from './order.ts';
import { Planner, type Obstacle } from './planner.ts';
import type { RowValues } from './references.ts';
import type { Source, Value } from './value.ts';

/** What stood in the way of all rows of a table. */
export interface Blocked {
  readonly table: Table;
  readonly constraint: string | null;
  readonly reason: string;
}

export interface Filling {
  readonly db: Database;
  readonly catalog: Catalog;
  readonly conditions: Conditions;
  readonly source: Source;
  readonly known: KnownRows;
  /** How many rows each table gets. */
  readonly rows: number;
}

export interface Filled {
  readonly counts: ReadonlyMap<Table, number>;
  readonly blocked: readonly Blocked[];
}

interface Planned {
  readonly table: Table;
  readonly planner: Planner;
  readonly rows: readonly RowValues[];
  readonly obstacle: Obstacle | null;
}

/** Puts rows into tables. In a transaction, with triggers off. */
export async function fillTables(filling: Filling, tables: readonly Table[]): Promise<Filled> {
  const { db } = filling;
  const ordered = fillingOrder(tables);
  const counts = new Map<Table, number>();
  const blocked: Blocked[] = [];
  const planners = new Map<number, Planner>();
  let planned = ordered.map((table) => plan(filling, table, { planners, ordered }));
  for (let at = 0; at < ordered.length;) {
    const batch = untilUnclear(planned, at);
    const failure = await insertUntilFailure(db, batch);
    for (const { table, rows, obstacle } of batch.slice(0, failure?.index ?? batch.length)) {
      counts.set(table, rows.length);
      if (obstacle) blocked.push({ table, constraint: obstacle.obstacle, reason: obstacle.reason });
    }
    at += failure?.index ?? batch.length;
    const refused = failure ? planned[at] : undefined;
    if (refused) {
      const { kept, why } = await takeApart(filling, refused);
      filling.known.set(refused.table, kept);
      counts.set(refused.table, kept.length);
      if (why) blocked.push(why);
      at += 1;
    }
    if (at < ordered.length) {
      const changed = await unclearRead(filling, batch, refused);
      planned = replanned(filling, planned, { from: at, changed, planners, ordered });
    }
  }
  await mendRings(filling, ordered);
  await advanceSequences(db, [...planners.values()]);
  return { counts, blocked };
}

interface Plans {
  readonly planners: Map<number, Planner>;
  readonly ordered: readonly Table[];
}

function plan(filling: Filling, table: Table, { planners, ordered }: Plans): Planned {
  const { source, conditions, catalog, known } = filling;
  const planner = new Planner(table, {
    source,
    ways: conditions.ways(table),
    sequences: catalog.sequences,
    rowsOf: (key) => known.of(key) ?? comingRows(filling, key, { planners, ordered }),
  });
  planners.set(table.oid, planner);
  const rows: RowValues[] = [];
  let obstacle: Obstacle | null = null;
  for (let n = 1; n <= filling.rows; n += 1) {
    const row = planner.row({ n });
    if (row === null) continue;
    if ('obstacle' in row) obstacle ??= row;
    else rows.push(row);
  }
  known.set(table, rows);
  return { table, planner, rows, obstacle: rows.length === 0 ? obstacle : null };
}

/** In a ring of foreign keys: the keys of rows that come later. */
function comingRows(filling: Filling, key: ForeignKey, { planners, ordered }: Plans): RowValues[] {
  const target = ordered.find(({ oid }) => oid === key.target);
  if (!target || planners.has(target.oid)) return [];
  const { source, conditions, catalog } = filling;
  const ways = conditions.ways(target);
  const planner = new Planner(target, {
    source,
    ways,
    sequences: catalog.sequences,
    rowsOf: () => [],
  });
  return Array.from({ length: filling.rows }, (_, index) => planner.plain({ n: index + 1 }));
}

/** Until a table whose rows' keys Postgres decides, and others need. */
function untilUnclear(planned: readonly Planned[], from: number): Planned[] {
  const needed = new Map<number, Set<number>>();
  for (const { table } of planned) {
    for (const { target, targetColumns } of table.foreignKeys) {
      const columns = needed.get(target) ?? new Set();
      for (const column of targetColumns) columns.add(column);
      needed.set(target, columns);
    }
  }
  const unclear = planned.findIndex(
    ({ table, rows }, index) =>
      index >= from &&
      rows.some((row) =>
        [...(needed.get(table.oid) ?? [])].some((column) => row.get(column) === undefined),
      ),
  );
  return planned.slice(from, unclear === -1 ? undefined : unclear + 1);
}

async function insertUntilFailure(
  db: Database,
  batch: readonly Planned[],
): Promise<{ readonly index: number; readonly error: DatabaseError } | null> {
  const texts = batch.map(({ table, rows }) =>
    rows.length === 0
      ? 'select'
      : `savepoint plumbline_table; ${insertOf(table, rows)}; release savepoint plumbline_table`,
  );
  const result = await db.run(texts);
  if (result.ok) return null;
  await db.exec('rollback to savepoint plumbline_table; release savepoint plumbline_table');
  return result;
}

/** Row by row, and other rows where too few are taken. */
async function takeApart(
  filling: Filling,
  { table, planner, rows }: Planned,
): Promise<{ kept: RowValues[]; why: Blocked | null }> {
  const { db, known, rows: enough } = filling;
  const after = selfReferences(table, rows);
  const [first] = await tryRows(db, [{ table, rows, together: 0, enough, after }]);
  const kept = (first?.kept ?? []).flatMap((index) => rows[index] ?? []);
  known.set(table, kept);
  if (!first || rows.length === 0 || kept.length >= enough) return { kept, why: null };
  if (kept.length === 0) return tryOthers(filling, { table, rows, refused: first.refused });
  const more = moreRows(planner.settle(), enough);
  const [second] = await tryRows(db, [
    { table, rows: more, together: 0, enough: enough - kept.length },
  ]);
  return {
    kept: [...kept, ...(second?.kept ?? []).flatMap((index) => more[index] ?? [])],
    why: null,
  };
}

/** By how many times as many rows are tried where some are refused. */
const MORE = 7;

function moreRows(planner: Planner, enough: number): RowValues[] {
  const rows: RowValues[] = [];
  let misses = 0;
  for (let n = enough + 1; n <= enough * (MORE + 1) && misses < 10; n += 1) {
    const row = planner.row({ n });
    if (row === null || 'obstacle' in row) misses += 1;
    else rows.push(row);
  }
  return rows;
}

/** For each row, which of the others it refers to. */
function selfReferences(table: Table, rows: readonly RowValues[]): number[][] {
  const own = table.foreignKeys.filter(({ target }) => target === table.oid);
  if (own.length === 0) return [];
  const spell = (row: RowValues, columns: readonly number[]): string =>
    JSON.stringify(columns.map((column) => row.get(column)));
  const places = own.map(
    ({ targetColumns }) => new Map(rows.map((row, index) => [spell(row, targetColumns), index])),
  );
  return rows.map((row, index) =>
    own.flatMap(({ columns }, at) => {
      const place = places[at]?.get(spell(row, columns));
      return place === undefined || place === index ? [] : [place];
    }),
  );
}

async function tryOthers(
  { db, conditions, source, rows: enough }: Filling,
  { table, rows, refused }: Pick<Planned, 'table' | 'rows'> & { refused: readonly Refusal[] },
): Promise<{ kept: RowValues[]; why: Blocked | null }> {
  const checks = conditions.checks(table);
  const all: Refusal[] = [...refused];
  let refusals = refused;
  let bases = rows;
  // What stands in the way next may be another check.
  for (let round = 0; round < 3; round += 1) {
    const others = otherRows({ table, rows: bases, refusals, conditions: checks, source });
    const [trial] = await tryRows(db, [
      { table, rows: others, together: 0, enough: Math.min(enough, 5) },
    ]);
    if (trial && trial.kept.length > 0) {
      return { kept: trial.kept.flatMap((index) => others[index] ?? []), why: null };
    }
    const seen = new Set(refusals.map(({ constraint }) => constraint));
    const further = trial?.refused.find(
      ({ constraint }) => constraint !== '' && !seen.has(constraint),
    );
    if (!further) break;
    all.push(further);
    const nearest = others[further.row];
    bases = nearest ? bases.map((row) => new Map([...nearest, ...keysOf(table, row)])) : bases;
    refusals = [...refusals.slice(0, 1), further];
  }
  // A null in a column that has no value is a sign of what asks too much of it.
  const [first] = all;
  const telling =
    first?.code === NULL_REFUSED ? all.find(({ constraint }) => constraint !== '') : first;
  return { kept: [], why: blockedBy(table, telling ?? first) };
}

/** The values of a row's keys. */
function keysOf({ keys }: Table, row: RowValues): [number, Value][] {
  const keyed = new Set(keys.flatMap(({ columns }) => columns));
  return [...row].filter(([number]) => keyed.has(number));
}

/** SQLSTATE of a null where none may be. */
const NULL_REFUSED = '23502';

/** Postgres's own words and the name it gave. */
export function blockedBy(table: Table, refusal: Refusal | undefined): Blocked {
  if (!refusal) return { table, constraint: null, reason: 'no row could be made up for it' };
  const { constraint, column, message, code } = refusal;
  const trigger = code === 'P0001' ? 'a trigger or a function' : null;
  const routed = message.startsWith('no partition of relation') ? 'its partition bound' : null;
  const policy = message.includes('row-level security') ? 'a policy' : null;
  const named = [constraint, column === '' ? '' : `column ${column}`].find((one) => one !== '');
  return { table, constraint: named ?? trigger ?? policy ?? routed, reason: message };
}

/** Reads the keys that Postgres decided; tells which tables' rows aren't what was planned. */
async function unclearRead(
  { db, known, catalog }: Filling,
  batch: readonly Planned[],
  refused: Planned | undefined,
): Promise<ReadonlySet<number>> {
  const changed = new Set(refused ? [refused.table.oid] : []);
  const last = batch.at(-1)?.table;
  const keys = [...catalog.tables.values()].flatMap(({ foreignKeys }) => foreignKeys);
  const unclear = keys.filter(
    (key) => (key.target === last?.oid || changed.has(key.target)) && known.isUnclear(key),
  );
  if (unclear.length === 0) return changed;
  for (const { target } of unclear) changed.add(target);
  const [table] = catalog.tables.values();
  if (table) await known.read(db, [{ ...table, foreignKeys: unclear }], catalog);
  return changed;
}

interface Replanning extends Plans {
  readonly from: number;
  readonly changed: ReadonlySet<number>;
}

/** Plans tables anew that refer to those that changed, one by way of another. */
function replanned(
  filling: Filling,
  planned: readonly Planned[],
  { from, changed, ...plans }: Replanning,
): Planned[] {
  const stale = new Set(changed);
  return planned.map((one, index) => {
    const refers = one.table.foreignKeys.some(({ target }) => stale.has(target));
    if (index < from || !refers) return one;
    stale.add(one.table.oid);
    return plan(filling, one.table, plans);
  });
}

/** References to rows that came later, or didn't come: nulls, or else the rows go. */
async function mendRings({ db }: Filling, ordered: readonly Table[]): Promise<void> {
  const places = new Map(ordered.map(({ oid }, index) => [oid, index]));
  const texts = ordered.flatMap((table, index) =>
    table.foreignKeys
      .filter(({ target }) => (places.get(target) ?? -1) > index)
      .flatMap((key) => mending(table, key, ordered[places.get(key.target) ?? 0])),
  );
  if (texts.length === 0) return;
  const result = await db.run(texts);
  if (!result.ok) throw result.error;
}

function mending(table: Table, key: ForeignKey, target: Table | undefined): string[] {
  if (!target) return [];
  const columns = key.columns.flatMap((number) =>
    table.columns.filter((one) => one.number === number),
  );
  const referred = key.targetColumns.flatMap((number) =>
    target.columns.filter((one) => one.number === number),
  );
  const nullable = columns.filter(({ notNull }) => !notNull);
  const present = columns.map(({ name }) => `t.${quoteIdentifier(name)} is not null`);
  const pairs = columns.map(
    ({ name }, index) =>
      `t.${quoteIdentifier(name)} = r.${quoteIdentifier(referred[index]?.name ?? '')}`,
  );
  const dangling = `${present.join(' and ')} and not exists (select from ${nameOf(target)} r where ${pairs.join(' and ')})`;
  return [
    nullable.length > 0
      ? `update ${nameOf(table)} t set ${nullable.map(({ name }) => `${columnList([name])} = null`).join(', ')} where ${dangling}`
      : `delete from ${nameOf(table)} t where ${dangling}`,
  ];
}

/** So that a row that is inserted later gets a value that is free. */
export async function advanceSequences(db: Database, planners: readonly Planner[]): Promise<void> {
  const last = new Map<Sequence, number>();
  for (const [sequence, value] of planners.flatMap((planner) => planner.sequences)) {
    last.set(sequence, Math.max(last.get(sequence) ?? value, value));
  }
  if (last.size === 0) return;
  const calls = [...last].map(([sequence, value]) => {
    sequence.next = value + sequence.increment;
    return `pg_catalog.setval('${sequence.name.replaceAll("'", "''")}', ${value})`;
  });
  await db.exec(calls.map((call) => `select ${call}`).join('; '));
}
