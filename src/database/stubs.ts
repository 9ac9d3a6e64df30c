// Stand-ins for extensions that the embedded Postgres hasn't: enough for DDL that names them to run.
// What leans on one is not observed, and is reported so.

const SQL: Readonly<Record<string, string>> = {
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
    create function create_hypertable(regclass, name, variadic "any")
      returns void language internal as 'textin';`,
};

/** The control and script file of a stub. */
export function stubFiles(extension: string): Record<string, string> {
  const script = SQL[extension] ?? '';
  return {
    [`${extension}.control`]: `default_version = '1.0'\nrelocatable = ${script === '' ? 'true' : 'false'}\n`,
    [`${extension}--1.0.sql`]: `${script}\n`,
  };
}
