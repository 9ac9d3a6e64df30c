// What a real server shows of a statement, seen independently of the rehearsal: a second connection looks
// at the locks of the first, and rows are compared by their whole text.
import pg from 'pg';
import type { StatementClass, TableEntry } from './statement-table.ts';

export interface Observation {
  readonly class: StatementClass;
  /** `public.accounts ACCESS EXCLUSIVE`, sorted; of relations that were there before. */
  readonly locks: readonly string[];
  readonly rewrites: readonly string[];
  readonly builds: boolean;
  /** Of those that were not written anew. */
  readonly scans: readonly string[];
  /** Of the failure on rows, or of the refusal. */
  readonly code: string | null;
}

interface Files {
  readonly oid: number;
  readonly name: string;
  readonly kind: string;
  readonly file: number;
}

/** Two connections to one database. */
export class ServerObserver {
  readonly #subject: pg.Client;
  readonly #looker: pg.Client;
  readonly #pid: number;

  private constructor(subject: pg.Client, looker: pg.Client, pid: number) {
    this.#subject = subject;
    this.#looker = looker;
    this.#pid = pid;
  }

  static async open(url: string, schema: string): Promise<ServerObserver> {
    const [subject, looker] = [new pg.Client(url), new pg.Client(url)];
    await Promise.all([subject.connect(), looker.connect()]);
    await subject.query(schema);
    // In UTC a change between the two kinds of timestamp would not rewrite.
    await subject.query(`set timezone = 'America/Los_Angeles'`);
    const { rows } = await subject.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new ServerObserver(subject, looker, rows[0]?.pid ?? 0);
  }

  async close(): Promise<void> {
    await Promise.all([this.#subject.end(), this.#looker.end()]);
  }

  /** In a transaction that is rolled back. */
  async observe(entry: TableEntry): Promise<Observation> {
    const seen = await this.#tried(entry, false);
    if (seen.code === null) return seen;
    const onEmpty = await this.#tried(entry, true);
    return { ...seen, class: onEmpty.code === null ? 'fails on data' : 'refused' };
  }

  async #tried({ before, sql }: TableEntry, empty: boolean): Promise<Observation> {
    await this.#subject.query('begin; set local enable_seqscan = off; set local jit = off');
    try {
      if (empty) await this.#empty();
      for (const one of before) await this.#subject.query(one);
      return await this.#watched(sql);
    } finally {
      await this.#subject.query('rollback');
    }
  }

  async #empty(): Promise<void> {
    await this.#subject.query(`do $$ declare t record; begin
      set local session_replication_role = replica;
      for t in select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
        execute format('delete from %s', t.name);
      end loop;
      set local session_replication_role = origin;
      refresh materialized view busy;
    end $$`);
  }

  async #watched(sql: string): Promise<Observation> {
    const said: string[] = [];
    const listen = (notice: { message?: string | undefined }): void => {
      said.push(notice.message ?? '');
    };
    const files = await this.#files();
    const tables = await this.#tables();
    const values = await this.#values(tables);
    const held = await this.#locks();
    const counted = await this.#scans();
    await this.#subject.query('savepoint tried; set local client_min_messages = debug1');
    this.#subject.on('notice', listen);
    try {
      await this.#subject.query(sql);
    } catch (error) {
      return { ...NOTHING, class: 'refused', code: (error as { code?: string }).code ?? '' };
    } finally {
      this.#subject.off('notice', listen);
    }
    const scanned = await this.#scans();
    const taken = await this.#locks();
    const after = await this.#files();
    const emptied = /^truncate/i.test(sql);
    const known = new Map(files.map((one) => [one.oid, one]));
    const numbers = new Set(files.map(({ file }) => file));
    const fresh = emptied ? [] : after.filter(({ file }) => file !== 0 && !numbers.has(file));
    const rewrites = fresh.filter(({ oid, kind }) => known.has(oid) && 'rm'.includes(kind));
    const names = new Set(files.map(({ name }) => name));
    const builds = !emptied && said.some((text) => isBuild(text, names));
    // What an enum's value is called is no loss of it.
    const loses =
      !/^alter type \S+ rename/i.test(sql) && isLoss(values, await this.#values(tables));
    const keys = await this.#foreignKeys(said);
    const scans = files
      .filter(({ oid }) => !rewrites.some((one) => one.oid === oid))
      .filter(({ oid }) => (scanned.get(oid) ?? 0) > (counted.get(oid) ?? 0) || keys.has(oid))
      .map(({ name }) => name)
      .sort();
    const facts = { rewrites: rewrites.length > 0, builds, scans: scans.length > 0, loses };
    return {
      class: classOf(facts),
      locks: [...taken]
        .flatMap(([oid, modes]) => {
          const name = known.get(oid)?.name;
          const fewer = modes.filter((mode) => isStronger(mode, held.get(oid) ?? []));
          return name === undefined || fewer.length === 0 ? [] : [`${name} ${strongest(fewer)}`];
        })
        .sort(),
      rewrites: rewrites.map(({ name }) => name).sort(),
      builds,
      scans,
      code: null,
    };
  }

  async #files(): Promise<Files[]> {
    const { rows } = await this.#subject.query<Files>(
      `select c.oid::int as oid, n.nspname || '.' || c.relname as name, c.relkind as kind,
        coalesce(pg_relation_filenode(c.oid), 0)::int as file
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'i', 'I', 'm', 'v', 'S', 'c') and n.nspname = 'public'`,
    );
    return rows;
  }

  async #locks(): Promise<Map<number, string[]>> {
    const { rows } = await this.#looker.query<{ oid: number; modes: string[] }>(
      `select relation::int as oid, array_agg(mode) as modes from pg_locks
        where pid = $1 and locktype = 'relation' and relation >= 16384 group by 1`,
      [this.#pid],
    );
    return new Map(rows.map(({ oid, modes }) => [oid, modes]));
  }

  /** How often relations were read whole. */
  async #scans(): Promise<Map<number, number>> {
    const { rows } = await this.#subject.query<{ oid: number; scans: number }>(
      `select relid::int as oid, seq_scan::int as scans from pg_stat_xact_all_tables where relid >= 16384`,
    );
    return new Map(rows.map(({ oid, scans }) => [oid, scans]));
  }

  /** The tables whose rows the server said it held against a foreign key: an index may have served. */
  async #foreignKeys(said: readonly string[]): Promise<Set<number>> {
    const names = said.flatMap(
      (text) => /^validating foreign key constraint "(.*)"$/.exec(text)?.[1] ?? [],
    );
    const { rows } = await this.#subject.query<{ oid: number }>(
      `select r.conrelid::int as oid from pg_constraint r join pg_class c on c.oid = r.conrelid
        where c.relkind = 'r' and r.contype = 'f' and r.conname = any($1)`,
      [names],
    );
    return new Set(rows.map(({ oid }) => oid));
  }

  /** The tables there are, with their columns. */
  async #tables(): Promise<Table[]> {
    const { rows } = await this.#subject.query<Table>(
      `select c.oid::int as oid, c.oid::regclass::text as name, json_agg(json_build_object(
          'number', a.attnum, 'name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1, 2`,
    );
    return rows;
  }

  /** Each value, by table, column and row, as text of the type that it had before. Takes no lock along. */
  async #values(tables: readonly Table[]): Promise<Map<string, string>> {
    const there = new Map((await this.#tables()).map((table) => [table.oid, table]));
    const parts = tables.flatMap((table) => queriesOver(table, there.get(table.oid)));
    await this.#subject.query('savepoint reading; set local role none');
    try {
      const { rows } = await this.#subject.query<{ key: string; value: string | null }>(
        parts.join(' union all '),
      );
      return new Map(
        rows.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])),
      );
    } finally {
      await this.#subject.query('rollback to reading; release reading');
    }
  }
}

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly columns: readonly {
    readonly number: number;
    readonly name: string;
    readonly type: string;
  }[];
}

/** One query for each column that is still there. */
function queriesOver({ oid, columns }: Table, table: Table | undefined): string[] {
  const now = new Map(table?.columns.map((column) => [column.number, column]));
  const id = columns.find(({ name }) => name === 'id');
  const known = id && now.get(id.number);
  const key = known ? `${known.name}::text` : 'row_number() over (order by ctid)';
  return columns.flatMap(({ number, type }) => {
    const column = now.get(number);
    return table === undefined || column === undefined
      ? []
      : [
          `select '${oid}.${number}.' || ${key} as key, ${column.name}::text::${type}::text as value from only ${table.name}`,
        ];
  });
}

const NOTHING: Observation = {
  class: 'brief',
  locks: [],
  rewrites: [],
  builds: false,
  scans: [],
  code: null,
};

/** As Postgres orders them, in its own spelling and in the manual's. */
const MODES: readonly (readonly [string, string])[] = [
  ['AccessShareLock', 'ACCESS SHARE'],
  ['RowShareLock', 'ROW SHARE'],
  ['RowExclusiveLock', 'ROW EXCLUSIVE'],
  ['ShareUpdateExclusiveLock', 'SHARE UPDATE EXCLUSIVE'],
  ['ShareLock', 'SHARE'],
  ['ShareRowExclusiveLock', 'SHARE ROW EXCLUSIVE'],
  ['ExclusiveLock', 'EXCLUSIVE'],
  ['AccessExclusiveLock', 'ACCESS EXCLUSIVE'],
];

const rank = (mode: string): number => MODES.findIndex(([one]) => one === mode);

const isStronger = (mode: string, held: readonly string[]): boolean =>
  held.every((one) => rank(one) < rank(mode));

function strongest(modes: readonly string[]): string {
  return MODES.filter(([mode]) => modes.includes(mode)).at(-1)?.[1] ?? '';
}

/** Indexes of what is created by the statement itself are nobody's business. */
function isBuild(text: string, tables: ReadonlySet<string>): boolean {
  const table = /^building index ".*" on table "(.*?)"/.exec(text)?.[1];
  return table !== undefined && tables.has(`public.${table}`);
}

function isLoss(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...before].some(([key, value]) => after.get(key) !== value);
}

function classOf(
  facts: Record<'loses' | 'rewrites' | 'builds' | 'scans', boolean>,
): StatementClass {
  if (facts.loses) return 'loses data';
  if (facts.rewrites) return 'rewrite';
  if (facts.builds) return 'build';
  return facts.scans ? 'scan' : 'brief';
}
