// Migrations rehearsed and judged on one embedded database that every test empties first.
import { introspect } from '../../src/catalog/introspect.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { Database } from '../../src/database/database.ts';
import type { Schema } from '../../src/schema/objects.ts';
import { rehearseOn, type RehearsedMigration } from '../../src/rehearse/rehearse.ts';
import type { Trace } from '../../src/rehearse/trace.ts';
import {
  judge,
  SMALL_TABLE,
  type Evidence,
  type Judged,
  type RuleSettings,
} from '../../src/rules/judge.ts';
import type { Finding } from '../../src/report/report.ts';

export interface Script {
  readonly sql: string;
  readonly transaction: boolean;
}

export interface Case extends Partial<Pick<Evidence, 'postgres' | 'precedent' | 'sizes' | 'used'>> {
  readonly before: string;
  readonly migrations: readonly Script[];
  readonly transactions?: 'one for all' | 'one each';
  readonly settings?: Partial<RuleSettings>;
}

export interface Told {
  readonly trace: Trace;
  readonly findings: readonly Finding[];
  /** The same with what their safe form comes from. */
  readonly judged: readonly Judged[];
}

let opened: Promise<Database> | null = null;

/** As long as a whole run of tests may take. */
const HOUR = 3_600_000;

/** The one database, started once and left to the end: other files of tests go on with it. */
export function database(): Promise<Database> {
  opened ??= openEmbedded({ totalDeadlineMs: HOUR });
  return opened;
}

/** The schema `public` itself stays: without it the catalog's query would have to be planned anew each time. */
const CLEAN = `
  do $$ declare dropped text; begin
    for dropped in
      select format('event trigger %I', evtname) from pg_event_trigger
      union all select format('schema %I', nspname) from pg_namespace
        where nspname !~ '^(pg_|information_schema|public$)'
      union all select format('%s %s', case relkind when 'v' then 'view' when 'm' then 'materialized view'
          when 'S' then 'sequence' else 'table' end, oid::regclass)
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      union all select format('type %s', oid::regtype) from pg_type
        where typnamespace = 'public'::regnamespace and (typtype in ('e', 'd')
          or exists (select from pg_class where oid = typrelid and relkind = 'c'))
      union all select format('routine %s', oid::regprocedure) from pg_proc where pronamespace = 'public'::regnamespace
      union all select format('access method %I', amname) from pg_am where oid >= 16384
    loop
      begin
        execute 'drop ' || dropped || ' cascade';
      exception when others then null;
      end;
    end loop;
  end $$;
  reset all;`;

/** The same statements give the same schema: most cases share one. */
const bases = new Map<string, Schema>();

/** The database with nothing but what the statements make. */
export async function holding(before: string): Promise<Database> {
  const db = await database();
  await db.exec('set client_min_messages = error');
  await db.exec(CLEAN);
  await db.run(['deallocate plumbline_look']);
  await db.exec(before);
  // The next one begins in it, too.
  return { ...db, close: () => Promise.resolve() };
}

/** Runs migrations on a schema of its own and tells what the rules say of them. */
export async function judged(one: Case): Promise<Told> {
  const db = await holding(one.before);
  const base = bases.get(one.before) ?? (await introspect(db));
  bases.set(one.before, base);
  const migrations = migrationsOf(one.migrations);
  const transactions = one.transactions ?? 'one each';
  const { trace } = await rehearseOn(db, migrations, { transactions, except: [], only: null });
  const head = await introspect(db);
  const wrapped = new Set(
    migrations.filter(({ transaction }) => transaction).map(({ name }) => name),
  );
  const { postgres = null, sizes = null, used = null, precedent = null } = one;
  const settings = {
    ...{ level: () => null, exception: () => null, smallTable: SMALL_TABLE },
    ...one.settings,
  };
  const all = await judge(
    { trace, base, head, used, precedent, postgres, sizes, wrapped },
    settings,
  );
  return { trace, findings: all.map(({ finding }) => finding), judged: all };
}

/** Numbered, in files of their names. */
export function migrationsOf(scripts: readonly Script[]): RehearsedMigration[] {
  return scripts.map(({ sql, transaction }, index) => {
    const name = `000${index + 1}`;
    const file = `migrations/${name}.sql`;
    return { name, file, statements: [{ sql, place: { file, line: 1 } }], transaction };
  });
}

/** One migration in a transaction. */
export function inTransaction(sql: string): readonly Script[] {
  return [{ sql, transaction: true }];
}
