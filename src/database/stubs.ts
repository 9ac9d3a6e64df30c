// Stand-ins for extensions that the embedded Postgres hasn't: enough for DDL that names them to run.
// What leans on one is not observed, and is reported so.

import { PGMQ_SQL } from './pgmq-stub.ts';
import { POSTGIS_SQL } from './postgis-stub.ts';
import { TIMESCALE_SQL } from './timescale-stub.ts';

const SQL: Readonly<Record<string, string>> = {
  postgis: POSTGIS_SQL,
  http: `
    create domain http_method as text;
    create type http_header as (field varchar, value varchar);
    create type http_request as (method http_method, uri varchar, headers http_header[], content_type varchar,
      content varchar);
    create type http_response as (status integer, content_type varchar, headers http_header[], content varchar);
    create function http_header(field varchar, value varchar) returns http_header language sql as 'select $1, $2';
    create function http(request http_request) returns http_response language sql as 'select null::http_response';
    create function http_get(uri varchar) returns http_response language sql as 'select null::http_response';
    create function http_post(uri varchar, content varchar, content_type varchar) returns http_response
      language sql as 'select null::http_response';`,
  pg_net: `
    create schema if not exists net;
    create table net._http_response (id bigint, status_code integer, content_type text, headers jsonb, content text,
      timed_out boolean, error_msg text, created timestamptz not null default now());
    create function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';
    create function net.http_delete(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';
    create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds integer default 5000)
      returns bigint language sql as 'select 1::bigint';`,
  pg_cron: `
    create schema cron;
    create table cron.job (jobid bigint primary key, schedule text, command text, nodename text, nodeport integer,
      database text, username text, active boolean, jobname text);
    create table cron.job_run_details (jobid bigint, runid bigint primary key, job_pid integer, database text,
      username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz);
    create function cron.schedule_in_database(job_name text, schedule text, command text, database text,
      username text default null, active boolean default true) returns bigint language sql as 'select 1::bigint';
    create function cron.alter_job(job_id bigint, schedule text default null, command text default null,
      database text default null, username text default null, active boolean default null)
      returns void language sql as '';
    create function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as 'select 1::bigint';
    create function cron.schedule(schedule text, command text) returns bigint language sql as 'select 1::bigint';
    create function cron.unschedule(job_name text) returns boolean language sql as 'select true';
    create function cron.unschedule(job_id bigint) returns boolean language sql as 'select true';`,
  pg_uuidv7: `
    create function uuid_generate_v7() returns uuid language sql volatile as 'select uuidv7()';`,
  pgmq: PGMQ_SQL,
  timescaledb: TIMESCALE_SQL,
};

/** Extensions that have a schema of their own, as their control files say: made for them where it is missing. */
const SCHEMAS: Readonly<Record<string, string>> = {
  age: 'ag_catalog',
  pg_graphql: 'graphql',
  pg_tle: 'pgtle',
  pgmq: 'pgmq',
  pgsodium: 'pgsodium',
  postgis_tiger_geocoder: 'tiger',
  postgis_topology: 'topology',
  supabase_vault: 'vault',
};

/** The control and script file of a stub. */
export function stubFiles(extension: string): Record<string, string> {
  const script = SQL[extension] ?? '';
  const schema = SCHEMAS[extension];
  const place =
    schema === undefined
      ? `relocatable = ${script === '' ? 'true' : 'false'}`
      : `relocatable = false\nschema = '${schema}'`;
  return {
    [`${extension}.control`]: `default_version = '1.0'\n${place}\n`,
    [`${extension}--1.0.sql`]: `${script}\n`,
  };
}
