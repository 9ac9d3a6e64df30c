// Schemas to fill: each shows one thing that stands in the way of rows.

export interface Case {
  readonly title: string;
  readonly sql: string;
  /** True of the ordinary rows, twenty of them a table. */
  readonly holds?: readonly string[];
  /** Fewer rows than asked for, by table, where there can't be more. */
  readonly fewer?: Readonly<Record<string, number>>;
  /** Tables that stay empty and the constraint that stood in the way. */
  readonly unfilled?: Readonly<Record<string, string>>;
}

const check = (columns: string, condition: string, holds: readonly string[] = []): Case => ({
  title: `check (${condition})`,
  sql: `create table t (id int primary key, ${columns}, constraint t_check check (${condition}));`,
  holds,
});

export const CHECKS: readonly Case[] = [
  check('a int', 'a > 100', ['(select count(distinct a) = 20 from t)']),
  check('a int not null', 'a between 1 and 5', ['(select count(distinct a) > 3 from t)']),
  check('a int', 'a < -5 or a > 1000000'),
  check('a numeric(3, 2)', 'a >= 0 and a <= 1'),
  check('a numeric(3, 2)', '0 < a and a < 0.5'),
  check('a double precision', 'a > 0.25 and a < 0.75'),
  check('a text', `a in ('new', 'open', 'done')`, ['(select count(distinct a) = 3 from t)']),
  check('a varchar(10)', `a = any (array['x', 'y']::varchar[])`),
  check('a text', `a not in ('a', 'b') and a <> ''`),
  check('a text not null', 'char_length(a) between 3 and 5'),
  check('a text', 'length(a) = 26'),
  check('a text', 'octet_length(a) <= 2'),
  check('a bytea', 'octet_length(a) = 32'),
  check('a text', `a like 'usr\\_%'`),
  check('a text', `a ~ '^[a-z][a-z0-9-]{2,30}[a-z0-9]$'`, [
    '(select count(distinct a) = 20 from t)',
  ]),
  check('email text', `email ~* '^[A-Z0-9._%+-]+@[A-Z0-9.-]+\\.[A-Z]{2,}$'`),
  check('a text', `a ~ '^#[0-9a-f]{6}$' and a !~ 'zz'`),
  check('a text', `a ~ '^\\d{4}-(0[1-9]|1[0-2])$'`),
  check('a text', 'a = lower(a)'),
  check('code char(3)', 'code = upper(code)'),
  check('a text', `length(trim(both from a)) > 0`),
  check('a text', `position('@' in a) > 1`),
  check('a text', `starts_with(a, 'sk_')`),
  check('a text', `substr(a, 1, 3) = 'abc'`),
  check('a int, b int', 'a < b'),
  check('b int, a int', 'a < b'),
  check('ends date, starts date', 'starts <= ends'),
  check('ends_at timestamptz not null, starts_at timestamptz not null', 'ends_at > starts_at'),
  check('a text, b text', 'a <> b'),
  check('a int, b int', 'num_nonnulls(a, b) = 1', [
    '(select bool_or(a is null) and bool_or(b is null) from t)',
  ]),
  check('a int, b int', '(a is null) <> (b is null)'),
  check('a int, b int', '(a is null) = (b is null)', ['(select count(a) = 20 from t)']),
  check('a int, b int', 'a is not null or b is not null'),
  check(
    'kind text not null, a int, b text',
    `(kind = 'a' and a is not null and b is null) or (kind = 'b' and a is null and b is not null)`,
    [`(select count(distinct kind) = 2 from t)`],
  ),
  check('kind text not null, a int', `case when kind = 'x' then a > 10 else a is null end`),
  check('done boolean not null, at timestamp', 'not done or at is not null'),
  check('active boolean not null', 'active'),
  check('a date', `a >= '2020-01-01' and a < '2020-02-01'`),
  check('a timestamptz', 'a < now()'),
  check('a timestamptz not null', `a > now()`),
  check('a date', `a = date_trunc('month', a)`),
  check('j jsonb', `jsonb_typeof(j) = 'array'`),
  check('j jsonb not null', `jsonb_typeof(j) = 'object' and j ? 'key'`),
  check('tags text[]', 'cardinality(tags) > 2'),
  check('tags text[] not null', `array_length(tags, 1) <= 1`),
  check('tags text[]', `tags <@ array['a', 'b']`),
  { ...check('a int, b int, c int', 'a + b = c'), fewer: { t: 5 } },
  check('a int', 'a % 7 = 3'),
  check('a int', 'coalesce(a, 0) >= 50'),
  check('price numeric not null', `price > 0::numeric`),
];

export const SHAPES: readonly Case[] = [
  {
    title: 'types of every sort',
    sql: `create type mood as enum ('calm', 'loud'); create type pair as (a int, b text);
      create domain mail as text check (value like '%@%.%'); create domain share as numeric check (value >= 0 and value <= 1) not null;
      create type span as range (subtype = float8);
      create table t (a smallint, b int, c bigint, d numeric, e numeric(5, 2), f real, g double precision, h money, i text, j varchar(3),
        k char(2), l "char", m name, n boolean, o uuid, p date, q timestamp(3), r timestamptz, s time, t timetz, u interval, v json, w jsonb,
        x bytea, y inet, z cidr, aa macaddr, ab macaddr8, ac bit(3), ad bit varying(5), ae point, af box, ag circle, ah polygon, ai path,
        aj line, ak lseg, al tsvector, am tsquery, an pg_lsn, ao int4range, ap tstzmultirange, aq mood, ar pair, as_ pair[], at mood[],
        au int[], av text[][], aw mail, ax mail[], ay share, az span, ba oid, bb regclass, bc jsonpath, bd xid, be int4range[]);`,
    holds: [
      '(select bool_and(num_nulls(t.*) = 0) from t)',
      '(select count(distinct o) = 20 and count(distinct i) = 20 from t)',
    ],
  },
  {
    title: 'a serial, identities and generated columns',
    sql: `create table a (id serial primary key, n int generated always as identity, twice int generated always as (id * 2) stored);
      create table b (id bigint generated by default as identity (start with 100 increment by 10) primary key, a_id int not null references a);
      insert into a default values;`,
    holds: [
      '(select min(id) = 100 and max(id) = 290 from b)',
      `(select nextval('a_id_seq') = 22)`,
      '(select count(*) = 21 from a)',
    ],
  },
  {
    title: 'only identities',
    sql: 'create table t (id int generated always as identity);',
  },
  {
    title: 'no columns',
    sql: 'create table t ();',
  },
  {
    title: 'foreign keys: composite, shared columns, to itself, in a ring',
    sql: `create table tenant (id uuid primary key);
      create table person (tenant_id uuid references tenant, id int, boss_id int, primary key (tenant_id, id),
        foreign key (tenant_id, boss_id) references person (tenant_id, id), check (boss_id <> id));
      create table project (tenant_id uuid not null references tenant, id int generated always as identity, primary key (tenant_id, id));
      create table work (tenant_id uuid not null, person_id int, project_id int not null, primary key (tenant_id, person_id, project_id),
        foreign key (tenant_id, person_id) references person, foreign key (tenant_id, project_id) references project);
      create table team (id int primary key, lead_id int not null);
      create table member (id int primary key, team_id int not null references team);
      alter table team add foreign key (lead_id) references member;`,
    holds: ['(select count(boss_id) > 10 from person)'],
  },
  {
    title: 'a table of nothing but references',
    sql: `create table a (id int primary key); create table b (id int primary key);
      create table ab (a_id int references a, b_id int references b, primary key (a_id, b_id));
      create table few (kind boolean not null, a_id int not null references a, unique (kind, a_id));`,
  },
  {
    title: 'unique beside checks, nulls not distinct, expressions and deferred',
    sql: `create table t (id int primary key, kind text not null check (kind in ('a', 'b', 'c')), grade int not null check (grade between 1 and 9),
        name text, email text unique deferrable initially deferred, unique (kind, grade), unique nulls not distinct (name));
      create unique index on t (lower(email)); create unique index on t ((true)) where grade = 100;`,
  },
  {
    title: 'fewer rows than asked for',
    sql: `create table one (id boolean primary key default true check (id)); create type color as enum ('red', 'green');
      create table color_names (color color primary key, name text not null);`,
    fewer: { one: 1, color_names: 2 },
  },
  {
    title: 'ranges that exclude each other',
    sql: `create table booking (id int primary key, during tstzrange not null, exclude using gist (during with &&));
      create table lease (id int primary key, starts_on date not null, ends_on date not null,
        exclude using gist (daterange(starts_on, ends_on) with &&), check (starts_on < ends_on));`,
  },
  {
    title: 'partitions: range, list, hash, default, nested',
    sql: `create table event (id int, at date not null, primary key (id, at)) partition by range (at);
      create table event_a partition of event for values from ('2024-01-01') to ('2024-02-01');
      create table event_b partition of event for values from ('2030-01-01') to (maxvalue);
      create table event_rest partition of event default;
      create table sale (id int, region text) partition by list (region);
      create table sale_eu partition of sale for values in ('de', 'fr');
      create table sale_other partition of sale for values in ('us', null) partition by range (id);
      create table sale_other_low partition of sale_other for values from (0) to (10);
      create table sale_other_high partition of sale_other for values from (10) to (20);
      create table hashed (id uuid not null) partition by hash (id);
      create table hashed_0 partition of hashed for values with (modulus 2, remainder 0);
      create table hashed_1 partition of hashed for values with (modulus 2, remainder 1);`,
    holds: [
      '(select count(*) > 3 from event_a)',
      '(select count(*) > 3 from event_b)',
      '(select count(*) > 3 from sale_other_high)',
    ],
  },
  {
    title: 'triggers, rules and row security',
    sql: `create table t (id int primary key, name text);
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before insert on t for each row execute function refuse();
      create rule ignore as on insert to t do instead nothing;
      alter table t enable row level security; create policy none on t using (false);`,
  },
  {
    title: 'names that must be quoted',
    sql: `create schema "My Schema"; create table "My Schema"."A ""b"" 'c'" ("Id" int primary key, "rows" text, "$rows$" text, kept int, "select" int);`,
  },
  {
    title: 'inheritance',
    sql: `create table parent (id int primary key, name text not null); create table child (extra int not null) inherits (parent);`,
  },
  {
    title: 'conditions that only Postgres understands',
    sql: `create function is_even(int) returns boolean language sql immutable as 'select $1 % 2 = 0';
      create table t (id int primary key, n int not null check (is_even(n)), code text not null check (md5(code) > '0'));`,
  },
  {
    title: 'what can’t be filled',
    sql: `create table impossible (id int primary key, n int not null, constraint never check (n > 5 and n < 3));
      create table dependent (id int primary key, impossible_id int not null references impossible);
      create table loose (id int primary key, impossible_id int references impossible);
      create table always (id int primary key);
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before insert on always for each row execute function refuse();
      alter table always enable always trigger refuse;
      create table empty_parent (id int) partition by range (id);`,
    unfilled: {
      impossible: 'never',
      dependent: 'dependent_impossible_id_fkey',
      always: 'a trigger or a function',
      empty_parent: 'its partition bound',
    },
  },
];
