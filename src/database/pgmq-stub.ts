// What pgmq's functions are called with and give, for a Postgres without it: queues are tables that stay empty.

/** By name, with their parameters and their result; what they do is nothing, or a value of that type. */
const FUNCTIONS: readonly (readonly [signature: string, result: string, value: string])[] = [
  ['send(queue_name text, msg jsonb, delay integer default 0)', 'setof bigint', 'select 1::bigint'],
  [
    'send_batch(queue_name text, msgs jsonb[], delay integer default 0)',
    'setof bigint',
    'select 1::bigint',
  ],
  ['delete(queue_name text, msg_id bigint)', 'boolean', 'select true'],
  ['delete(queue_name text, msg_ids bigint[])', 'setof bigint', 'select 1::bigint'],
  ['archive(queue_name text, msg_id bigint)', 'boolean', 'select true'],
  ['archive(queue_name text, msg_ids bigint[])', 'setof bigint', 'select 1::bigint'],
  ['purge_queue(queue_name text)', 'bigint', 'select 0::bigint'],
  ['drop_queue(queue_name text)', 'boolean', 'select true'],
];

/** Those that give messages, none. */
const READS = [
  `read(queue_name text, vt integer, qty integer, conditional jsonb default '{}')`,
  `read_with_poll(queue_name text, vt integer, qty integer, max_poll_seconds integer default 5,
    poll_interval_ms integer default 100, conditional jsonb default '{}')`,
  'pop(queue_name text)',
  'set_vt(queue_name text, msg_id bigint, vt integer)',
];

const create = (name: string): string => `
  create function pgmq.${name}(queue_name text) returns void language plpgsql as $create$ begin
    execute format('create table if not exists pgmq.%I (msg_id bigint primary key generated always as identity,
      read_ct integer not null default 0, enqueued_at timestamptz not null default now(),
      vt timestamptz not null, message jsonb, headers jsonb)', pgmq.format_table_name(queue_name, 'q'));
    execute format('create table if not exists pgmq.%I (msg_id bigint primary key,
      read_ct integer not null default 0, enqueued_at timestamptz not null default now(),
      archived_at timestamptz not null default now(), vt timestamptz not null, message jsonb, headers jsonb)',
      pgmq.format_table_name(queue_name, 'a'));
    insert into pgmq.meta values (queue_name, false, false) on conflict do nothing;
  end $create$;`;

/** https://github.com/pgmq/pgmq, in the schema that the extension has to itself. */
export const PGMQ_SQL = `
  create table pgmq.meta (queue_name varchar primary key, is_partitioned boolean not null,
    is_unlogged boolean not null, created_at timestamptz not null default now());
  create type pgmq.message_record as (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz,
    message jsonb, headers jsonb);
  create type pgmq.queue_record as (queue_name varchar, is_partitioned boolean, is_unlogged boolean,
    created_at timestamptz);
  create function pgmq.format_table_name(queue_name text, prefix text) returns text language sql
    as $$ select lower(prefix || '_' || queue_name) $$;
  create function pgmq.list_queues() returns setof pgmq.queue_record language sql as
    $$ select queue_name, is_partitioned, is_unlogged, created_at from pgmq.meta $$;
  ${['create', 'create_non_partitioned', 'create_unlogged'].map(create).join('')}
  ${FUNCTIONS.map(
    ([signature, result, value]) =>
      `create function pgmq.${signature} returns ${result} language sql as '${value}';`,
  ).join('\n  ')}
  ${READS.map(
    (signature) =>
      `create function pgmq.${signature} returns setof pgmq.message_record language plpgsql as 'begin end';`,
  ).join('\n  ')}`;
