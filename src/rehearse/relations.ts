// Which relations there are, and which of them a statement locked, read, wrote or built anew: read from
// the catalog and from this session's own locks and counters.
import type { Database } from '../database/database.ts';
import { ROLE, type Role } from './role.ts';
import { isAtLeast, type LockMode, type Relation, type RelationKind } from './trace.ts';

/** What a statement may change of a relation, beside its rows. */
export interface RelationState extends Relation {
  /** `pg_class.relfilenode`; another one after a rewrite or a rebuild. 0 where it has no file. */
  readonly file: number;
  /** Of an index: its table's. */
  readonly tableOid: number | null;
}

/** What this transaction did so far to the rows of a relation. */
export interface Counters {
  readonly scans: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

export const NO_COUNTS: Counters = { scans: 0, inserted: 0, updated: 0, deleted: 0 };

/** What can be seen of a session between two statements. */
export interface Sight {
  /** The strongest mode held, by the relation's number. */
  readonly locks: ReadonlyMap<number, LockMode>;
  readonly counters: ReadonlyMap<number, Counters>;
  /** Relations that are locked, as they are now. */
  readonly relations: readonly RelationState[];
  /** Who the next statement runs as. */
  readonly role: Role;
}

/** Numbers below are Postgres's own. https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_OWN_OID = 16_384;

const KINDS: Readonly<Record<string, RelationKind>> = {
  r: 'table',
  p: 'partitioned table',
  i: 'index',
  I: 'index',
  S: 'sequence',
  v: 'view',
  m: 'materialized view',
  f: 'foreign table',
  c: 'composite type',
};

interface RelationRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly file: number;
  readonly table: string | null;
  readonly tableOid: number | null;
  readonly [key: string]: unknown;
}

const RELATIONS = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relkind::text as kind,
    coalesce(pg_relation_filenode(c.oid), 0)::int8 as file,
    i.indrelid::int8 as "tableOid", tn.nspname || '.' || t.relname as "table"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = c.oid
  left join pg_class t on t.oid = i.indrelid left join pg_namespace tn on tn.oid = t.relnamespace
  where c.oid >= ${FIRST_OWN_OID} and c.relkind <> 't' and n.nspname not like 'pg\\_toast%'`;

/** Every relation there is; all of them exist already. */
export async function readRelations(db: Database): Promise<RelationState[]> {
  const rows = await db.query<RelationRow>(`${RELATIONS} order by c.oid`);
  return rows.flatMap((row) => relationOf(row, true));
}

/** Prepares what `look` asks, once for a session: planning it takes longer than running it. */
export async function prepareLook(db: Database): Promise<void> {
  await db.exec(`prepare plumbline_look as ${SIGHT}`);
}

/** Prepares it again where a statement has thrown away what was prepared. */
export async function prepareLookAgain(db: Database): Promise<void> {
  const there = await db.query(`select from pg_prepared_statements where name = 'plumbline_look'`);
  if (there.length === 0) await prepareLook(db);
}

/** What this session holds and has done in its transaction; to be asked before anything else is. */
export async function look(db: Database, existed: ReadonlySet<number>): Promise<Sight> {
  const [row] = await db.query<SightRow>('execute plumbline_look');
  if (row === undefined) throw new Error('a look shows one row');
  const locks = new Map<number, LockMode>();
  for (const { oid, mode } of row.locks ?? []) {
    const known = locks.get(oid);
    const found = MODES.get(mode);
    if (found && (known === undefined || isAtLeast(found, known))) locks.set(oid, found);
  }
  const counters = new Map((row.counters ?? []).map((one) => [one.oid, one] as const));
  const relations = row.relations ?? [];
  return {
    locks,
    counters,
    relations: relations.flatMap((one) => relationOf(one, existed.has(one.oid))),
    role: { session: row.session, role: row.role },
  };
}

interface SightRow extends Role {
  readonly locks: readonly { readonly oid: number; readonly mode: string }[] | null;
  readonly counters: readonly ({ readonly oid: number } & Counters)[] | null;
  readonly relations: readonly RelationRow[] | null;
  readonly [key: string]: unknown;
}

/** What `pg_stat_xact_all_tables` shows, without all that the view asks beside it of every index. */
const COUNTERS = `
  select c.oid::int8 as oid, pg_stat_get_xact_numscans(c.oid) as scans,
    pg_stat_get_xact_tuples_inserted(c.oid) as inserted, pg_stat_get_xact_tuples_updated(c.oid) as updated,
    pg_stat_get_xact_tuples_deleted(c.oid) as deleted
  from pg_class c where c.oid >= ${FIRST_OWN_OID} and c.relkind in ('r', 't', 'm', 'p')`;

/** In the order in which relations were made: `pg_locks` has none, and findings list what it shows. */
const SIGHT = `
  with held as materialized (select l.relation::oid as oid, l.mode from pg_locks l
      where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.relation >= ${FIRST_OWN_OID}),
    states as (${RELATIONS} and c.oid = any(array(select oid from held)))
  select ${ROLE}, (select json_agg(json_build_object('oid', oid::int8, 'mode', mode) order by oid) from held) as locks,
    (select json_agg(states order by oid) from states) as relations,
    (select json_agg(s order by oid) from (${COUNTERS}) s where scans + inserted + updated + deleted > 0) as counters`;

function relationOf(row: RelationRow, existed: boolean): RelationState[] {
  const { oid, schema, name, table, tableOid, file } = row;
  const kind = KINDS[row.kind];
  if (kind === undefined) return [];
  return [{ oid, name: `${schema}.${name}`, kind, table, existed, file, tableOid }];
}

const MODES: ReadonlyMap<string, LockMode> = new Map([
  ['AccessShareLock', 'ACCESS SHARE'],
  ['RowShareLock', 'ROW SHARE'],
  ['RowExclusiveLock', 'ROW EXCLUSIVE'],
  ['ShareUpdateExclusiveLock', 'SHARE UPDATE EXCLUSIVE'],
  ['ShareLock', 'SHARE'],
  ['ShareRowExclusiveLock', 'SHARE ROW EXCLUSIVE'],
  ['ExclusiveLock', 'EXCLUSIVE'],
  ['AccessExclusiveLock', 'ACCESS EXCLUSIVE'],
]);

/** A look at a statement's second run, with the locks of its first: what functions prepare opens less later. */
export function withLocksOf(first: Sight, second: Sight): Sight {
  const known = new Set(second.relations.map(({ oid }) => oid));
  const relations = first.relations.filter(({ oid }) => !known.has(oid));
  return {
    ...second,
    locks: new Map([...first.locks, ...second.locks]),
    relations: [...second.relations, ...relations],
  };
}

/** Locks that one look shows and the one before it did not. */
export function locksBetween(before: Sight, after: Sight): Map<number, LockMode> {
  return new Map(
    [...after.locks].filter(([oid, mode]) => {
      const was = before.locks.get(oid);
      return was === undefined || !isAtLeast(was, mode);
    }),
  );
}

/** What was counted from one look to the next. */
export function countsBetween(before: Sight, after: Sight): Map<number, Counters> {
  return new Map(
    [...after.counters].map(([oid, now]) => {
      const was = before.counters.get(oid) ?? NO_COUNTS;
      return [
        oid,
        {
          scans: now.scans - was.scans,
          inserted: now.inserted - was.inserted,
          updated: now.updated - was.updated,
          deleted: now.deleted - was.deleted,
        },
      ] as const;
    }),
  );
}

/** Without what only the observer needs. */
export const plain = ({ oid, name, kind, table, existed }: RelationState): Relation => ({
  oid,
  name,
  kind,
  table,
  existed,
});

/** `public.users` → `users`, as the server's messages call it. */
export const bareName = (name: string): string => name.slice(name.indexOf('.') + 1);

export const isWritten = (counts: Counters | undefined): boolean =>
  counts !== undefined && counts.inserted + counts.updated + counts.deleted > 0;
