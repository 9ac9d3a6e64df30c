// What TimescaleDB's DDL calls, for a Postgres without it: tables stay plain tables, continuous
// aggregates plain materialized views, and policies do nothing.

export const TIMESCALE_SQL = `
  create type dimension_info as (column_name name);
  create function by_range(column_name name, partition_interval anycompatible default null::bigint)
    returns dimension_info language sql as 'select row($1)::dimension_info';
  create function by_hash(column_name name, number_partitions integer)
    returns dimension_info language sql as 'select row($1)::dimension_info';
  create function create_hypertable(relation regclass, time_column_name name,
    partitioning_column name default null, number_partitions integer default null,
    chunk_time_interval anycompatible default null::bigint, create_default_indexes boolean default true,
    if_not_exists boolean default false, migrate_data boolean default false)
    returns void language sql as '';
  create function create_hypertable(relation regclass, dimension dimension_info,
    create_default_indexes boolean default true, if_not_exists boolean default false,
    migrate_data boolean default false)
    returns void language sql as '';
  create function add_dimension(hypertable regclass, dimension dimension_info, if_not_exists boolean default false)
    returns void language sql as '';
  create function set_chunk_time_interval(hypertable regclass, chunk_time_interval anycompatible)
    returns void language sql as '';
  create function add_retention_policy(relation regclass, drop_after anycompatible default null::interval,
    if_not_exists boolean default false, schedule_interval interval default null,
    initial_start timestamptz default null, timezone text default null)
    returns integer language sql as 'select 1';
  create function remove_retention_policy(relation regclass, if_exists boolean default false)
    returns void language sql as '';
  create function add_compression_policy(hypertable regclass, compress_after anycompatible default null::interval,
    if_not_exists boolean default false, schedule_interval interval default null)
    returns integer language sql as 'select 1';
  create function remove_compression_policy(hypertable regclass, if_exists boolean default false)
    returns boolean language sql as 'select true';
  create procedure add_columnstore_policy(hypertable regclass, after anycompatible default null::interval,
    if_not_exists boolean default false)
    language sql as '';
  create function add_continuous_aggregate_policy(continuous_aggregate regclass, start_offset anycompatible,
    end_offset anycompatible, schedule_interval interval, if_not_exists boolean default false,
    initial_start timestamptz default null, timezone text default null)
    returns integer language sql as 'select 1';
  create function remove_continuous_aggregate_policy(continuous_aggregate regclass, if_exists boolean default false)
    returns void language sql as '';
  create procedure refresh_continuous_aggregate(continuous_aggregate regclass, window_start anycompatible,
    window_end anycompatible)
    language sql as '';
  create function time_bucket(bucket_width interval, ts timestamptz) returns timestamptz
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03 00:00:00+00'::timestamptz) $$;
  create function time_bucket(bucket_width interval, ts timestamp) returns timestamp
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03'::timestamp) $$;
  create function time_bucket(bucket_width interval, ts date) returns date
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03'::timestamp)::date $$;
  create function time_bucket(bucket_width bigint, ts bigint) returns bigint
    language sql immutable as 'select $2 - mod($2, $1)';
  create function keep_first(anyelement, anyelement, anycompatible) returns anyelement
    language sql immutable as 'select coalesce($1, $2)';
  create function keep_last(anyelement, anyelement, anycompatible) returns anyelement
    language sql immutable as 'select $2';
  create aggregate first(anyelement, anycompatible) (sfunc = keep_first, stype = anyelement);
  create aggregate last(anyelement, anycompatible) (sfunc = keep_last, stype = anyelement);`;

const OPTIONS = /\b(?<word>with|set)\s*\(\s*timescaledb\.[^()]*\)/gi;

/** A statement without TimescaleDB's storage options, which other Postgres refuses; null where it has none. */
export function withoutTimescaleOptions(sql: string): string | null {
  const words = [...sql.matchAll(OPTIONS)].map(({ groups }) => groups?.['word']?.toLowerCase());
  if (words.length === 0) return null;
  // Nothing is left of an ALTER that sets them.
  return words.includes('set') ? 'SELECT' : sql.replaceAll(OPTIONS, '');
}
