// A database that is used again and again: emptied after use, because making another takes longer.
import type { Database } from '../../../src/database/database.ts';

export interface SpareDatabase {
  /** Empty; to be closed before it is opened again. */
  open(): Promise<Database>;
  close(): Promise<void>;
}

/** As a new database has it. */
const PUBLIC = `create schema public authorization pg_database_owner;
  comment on schema public is 'standard public schema';
  grant usage on schema public to public;`;

/** Schemas that were not there when the cluster was made, and are not set aside. */
const OWN = `select nspname as name from pg_namespace
  where nspname !~ '^(pg|aside)_' and nspname <> 'information_schema'`;

/** Drops all schemas but those set aside, and makes public anew. */
export const DROP_REST = `do $rest$
declare one record;
begin
  for one in ${OWN} loop execute format('drop schema %I cascade', one.name); end loop;
  ${PUBLIC}
end $rest$`;

/** Makes schemas to set things aside in, at once: with each, Postgres forgets how it answers questions. */
export const shelves = (count: number): string =>
  Array.from({ length: count }, (_, at) => `create schema aside_${String(at)}`).join('; ');

/** Moves what is in the schema public to a shelf, and gives all other schemas names of their own. */
export const setAside = (shelf: number): string => `do $aside$
declare one record;
begin
  begin
    for one in select replace(type, 'composite type', 'type') as kind, identity
      from pg_depend, pg_identify_object(classid, objid, 0)
      where refclassid = 'pg_namespace'::regclass and refobjid = to_regnamespace('public')
      and not exists (select from pg_depend owned where owned.classid = pg_depend.classid
        and owned.objid = pg_depend.objid and owned.deptype in ('a', 'i'))
    loop execute format('alter %s %s set schema aside_${String(shelf)}', one.kind, one.identity); end loop;
  exception when others then
    null;
  end;
  for one in ${OWN} and (nspname <> 'public' or exists (select from pg_depend
    where refclassid = 'pg_namespace'::regclass and refobjid = pg_namespace.oid))
  loop
    execute format('alter schema %I rename to %I', one.name, 'aside_${String(shelf)}_' || one.name);
  end loop;
  if to_regnamespace('public') is null then
    ${PUBLIC}
  end if;
end $aside$`;

/** Leaves nothing but a schema public; fails where it can't. */
const EMPTY = `do $empty$
declare one record;
begin
  for one in select format('drop event trigger %I', evtname) as sql from pg_event_trigger
    union all select format('drop publication %I', pubname) from pg_publication
    union all select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
    union all select format('drop access method %I cascade', amname) from pg_am where oid >= 16384
    union all select format('drop extension %I cascade', extname) from pg_extension where extname <> 'plpgsql'
    union all select format('drop schema %I cascade', nspname) from pg_namespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
  loop execute one.sql; end loop;
  for one in select format('drop cast (%s as %s)', castsource::regtype, casttarget::regtype) as sql
    from pg_cast where oid >= 16384
  loop execute one.sql; end loop;
  ${PUBLIC}
  drop owned by app_user, app_admin;
  if exists (select from pg_default_acl) then raise 'default privileges are left'; end if;
end $empty$`;

/** Opens the database when it is first asked for, and another where one can't be emptied. */
export function spareDatabase(openAnother: () => Promise<Database>): SpareDatabase {
  let opened: Database | null = null;
  const openEmpty = async (): Promise<Database> => {
    const db = await openAnother();
    await db.exec(EMPTY);
    return db;
  };
  return {
    open: async () => {
      const db = (opened ??= await openEmpty());
      const close = async (): Promise<void> => {
        const emptied = await db.run([EMPTY]);
        if (emptied.ok) return;
        opened = null;
        await db.close();
      };
      return { ...db, close };
    },
    close: async () => {
      await opened?.close();
    },
  };
}
