// A second database, for plans whose migrations must be committed: emptied after use, because opening
// another one takes longer.
import type { Database } from '../../../src/database/database.ts';

export interface SpareDatabase {
  /** Empty; to be closed before it is opened again. */
  open(): Promise<Database>;
  close(): Promise<void>;
}

const EMPTY = `do $empty$
declare one record;
begin
  for one in select format('drop event trigger %I', evtname) as sql from pg_event_trigger
    union all select format('drop publication %I', pubname) from pg_publication
    union all select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
    union all select format('drop schema %I cascade', nspname) from pg_namespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
  loop execute one.sql; end loop;
  create schema public;
  drop owned by app_user, app_admin;
  comment on schema public is 'standard public schema';
  grant usage on schema public to public;
end $empty$`;

/** Opens the database when it is first asked for. */
export function spareDatabase(openFirst: () => Promise<Database>): SpareDatabase {
  let opened: Promise<Database> | null = null;
  return {
    open: async () => {
      opened ??= openFirst();
      const db = await opened;
      const close = async (): Promise<void> => {
        const emptied = await db.run([EMPTY]);
        if (emptied.ok) return;
        opened = null;
        await db.close();
      };
      return { ...db, close };
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}
