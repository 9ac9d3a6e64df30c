// Stand-ins for extensions that the embedded Postgres hasn't: enough for DDL that names them to run.
// What leans on one is not observed, and is reported so.

import { POSTGIS_SQL } from './postgis-stub.ts';
import { TIMESCALE_SQL } from './timescale-stub.ts';

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
  pgmq: `
    create schema pgmq;
    create function pgmq.create(queue_name text) returns void language sql as '';
    create function pgmq.create_unlogged(queue_name text) returns void language sql as '';
    create function pgmq.drop_queue(queue_name text) returns boolean language sql as 'select true';
    create function pgmq.send(queue_name text, msg jsonb, delay integer default 0) returns setof bigint
      language sql as 'select 1::bigint';`,
  timescaledb: TIMESCALE_SQL,
};

/** The control and script file of a stub. */
export function stubFiles(extension: string): Record<string, string> {
  const script = SQL[extension] ?? '';
  return {
    [`${extension}.control`]: `default_version = '1.0'\nrelocatable = ${script === '' ? 'true' : 'false'}\n`,
    [`${extension}--1.0.sql`]: `${script}\n`,
  };
}
