// Which tables new statements can reach: only those need rows. What is read here is a guess, and is held
// against the locks that the statements take.
import type { Database } from '../database/database.ts';
import { leavesRows, parseStatement, wordsIn, type Parsed } from './parsed.ts';
import { quoteIdentifier } from '../schema/identity.ts';

/**
 * Numbers of the tables that statements name or reach from there, with those that these refer to; null
 * where that can't be known before they run.
 */
export async function reachedTables(
  db: Database,
  statements: readonly { readonly sql: string }[],
): Promise<readonly number[] | null> {
  const names: string[] = [];
  const referred: string[] = [];
  for (const { sql } of statements) {
    const parsed = await parseStatement(sql);
    if (!needsNoRows(parsed) && !isTold(parsed)) return null;
    names.push(...parsed.names, ...listedNames(parsed));
    if (reachesReferring(parsed)) referred.push(...parsed.names);
  }
  if (names.length === 0) return [];
  const [row] = await db.query<{ tables: number[] | null; deferred: boolean }>(REACHED, [
    JSON.stringify(names),
    JSON.stringify(referred),
  ]);
  // What a trigger does at the commit can't be seen.
  return row === undefined || row.deferred ? null : (row.tables ?? []);
}

/** Whether a statement does the same whatever rows there are. */
export function needsNoRows(parsed: Parsed): boolean {
  const { type, node } = parsed;
  if (type === 'IndexStmt' || type === 'CreateStmt') return false;
  if (type !== 'DropStmt') return leavesRows(parsed);
  return node['behavior'] !== 'DROP_CASCADE' && node['removeType'] !== 'OBJECT_TABLE';
}

/** Statements that reach what they name, by way of keys, views and partitions. */
const TOLD = new Set([
  ...['AlterTableStmt', 'IndexStmt', 'CreateStmt', 'CreateTableAsStmt', 'RefreshMatViewStmt'],
  ...['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'SelectStmt', 'TruncateStmt'],
  ...['DropStmt', 'ReindexStmt', 'ClusterStmt', 'VacuumStmt'],
]);
/** Without a name they reach everything. */
const MUST_NAME = new Set(['ReindexStmt', 'ClusterStmt', 'VacuumStmt']);

function isTold({ type, node, names }: Parsed): boolean {
  if (node['behavior'] === 'DROP_CASCADE' || node['objtype'] === 'OBJECT_TYPE') return false;
  return TOLD.has(type) && (names.length > 0 || !MUST_NAME.has(type));
}

/** `COMMENT ON COLUMN` and the like list the words of a name: a table's, or that of a part of it. */
function listedNames({ type, node }: Parsed): string[] {
  if (type !== 'CommentStmt' && type !== 'DropStmt') return [];
  const listed = node['objects'] ?? [node['object']];
  const all = Array.isArray(listed) ? listed.map(wordsIn) : [];
  return all
    .flatMap((words) => [words, words.slice(0, -1)])
    .filter(({ length }) => length === 1 || length === 2)
    .map((words) => words.map(quoteIdentifier).join('.'));
}

const REFERRING = /"subtype":"AT_(?:DropColumn|DropConstraint|AlterColumnType)"/u;

/** Whether tables that refer to those it names are reached too. */
function reachesReferring({ type, node }: Parsed): boolean {
  if (type === 'AlterTableStmt') return REFERRING.test(JSON.stringify(node['cmds']));
  return ['DeleteStmt', 'MergeStmt', 'TruncateStmt', 'DropStmt'].includes(type);
}

const REACHED = `
  with recursive named as (
      select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
      union
      select c.conrelid from json_array_elements_text($2::json) as name
      join pg_constraint c on c.contype = 'f' and c.confrelid = to_regclass(name)),
    reached as (
      select oid from named where oid is not null
      union
      select next.oid from reached r cross join lateral (
        select c.confrelid from pg_constraint c where c.conrelid = r.oid and c.contype = 'f'
        union all select i.inhparent from pg_inherits i where i.inhrelid = r.oid
        union all select i.inhrelid from pg_inherits i where i.inhparent = r.oid
        union all select i.indrelid from pg_index i where i.indexrelid = r.oid
        union all select d.refobjid from pg_rewrite w
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
          where w.ev_class = r.oid and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.oid
      ) as next (oid)),
    tables as (select c.oid from reached r join pg_class c on c.oid = r.oid where c.relkind in ('r', 'p'))
  select (select json_agg(oid::int8) from tables) as tables,
    exists (select from pg_trigger t join tables on tables.oid = t.tgrelid
      where t.tgdeferrable and not t.tgisinternal) as deferred`;

/**
 * Numbers of the tables that names mean, of the wholes and the parts that they have, and of those that
 * refer to any of these: whoever takes rows from the first takes them from all.
 */
export async function tablesLeaningOn(db: Database, names: readonly string[]): Promise<number[]> {
  const rows = await db.query<{ oid: number }>(LEANING, [JSON.stringify(names)]);
  return rows.map(({ oid }) => oid);
}

const LEANING = `
  with recursive leaning as (
    select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
    union
    select next.oid from leaning l cross join lateral (
      select c.conrelid from pg_constraint c where c.contype = 'f' and c.confrelid = l.oid
      union all select i.inhrelid from pg_inherits i where i.inhparent = l.oid
      union all select i.inhparent from pg_inherits i where i.inhrelid = l.oid
      union all select i.indrelid from pg_index i where i.indexrelid = l.oid) as next (oid))
  select oid::int8 as oid from leaning where oid is not null order by oid`;
