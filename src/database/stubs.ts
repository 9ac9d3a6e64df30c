// Stand-ins for extensions that the embedded Postgres hasn't: enough for DDL that names them to run.
// What leans on one is not observed, and is reported so.

import { POSTGIS_SQL } from './postgis-stub.ts';

const SQL: Readonly<Record<string, string>> = {
  postgis: POSTGIS_SQL,
  pg_cron: `
    create schema cron;
    create table cron.job (jobid bigint primary key, schedule text, command text, jobname text);
    create function cron.schedule(text, text, text) returns bigint language sql as 'select 1::bigint';
    create function cron.schedule(text, text) returns bigint language sql as 'select 1::bigint';
    create function cron.unschedule(text) returns boolean language sql as 'select true';
    create function cron.unschedule(bigint) returns boolean language sql as 'select true';`,
  pg_uuidv7: `
    create function uuid_generate_v7() returns uuid language sql volatile as 'select uuidv7()';`,
  timescaledb: `
    create function create_hypertable(relation regclass, time_column_name name, chunk_time_interval anyelement
      default null::bigint, if_not_exists boolean default false, migrate_data boolean default false)
      returns void language sql as '';`,
};

/** The control and script file of a stub. */
export function stubFiles(extension: string): Record<string, string> {
  const script = SQL[extension] ?? '';
  return {
    [`${extension}.control`]: `default_version = '1.0'\nrelocatable = ${script === '' ? 'true' : 'false'}\n`,
    [`${extension}--1.0.sql`]: `${script}\n`,
  };
}
