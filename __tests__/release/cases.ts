// New migrations on one small schema: what each breaks of the code that runs, or that it breaks nothing.
import type { Stage } from './stage.ts';

/** What most cases begin with. */
export const USERS = `create type mood as enum ('calm', 'glad');
  create table teams (id serial primary key, label text);
  create table users (id serial primary key, email text not null, nickname varchar(40), mood mood,
    age integer, score numeric(8,2), active boolean not null default true, team integer,
    seen timestamp, tag text not null default 'none')`;

export interface Case extends Partial<Stage> {
  readonly name: string;
  readonly migration: string;
  /** `rule severity line`, in the order they come; notes are left out. */
  readonly found: readonly string[];
}

export const BROKEN: readonly Case[] = [
  {
    name: 'a column in use is dropped',
    migration: 'select 1;\nalter table users drop column nickname;',
    found: ['used-column-gone error 2'],
  },
  {
    name: 'a column in use is renamed',
    migration: 'select 1;\nalter table users rename column nickname to handle;',
    found: ['used-column-gone error 2'],
  },
  {
    name: 'a required column in use is renamed: said once',
    migration: 'alter table users rename column email to mail;',
    found: ['used-column-gone error 1'],
  },
  {
    name: 'a column goes to another table by way of a block',
    migration: `do $$ begin execute 'alter table users drop column age'; end $$;`,
    found: ['used-column-gone error 1'],
  },
  {
    name: 'a table in use is dropped',
    migration: 'select 1;\ndrop table teams;',
    found: ['used-table-gone error 2'],
  },
  {
    name: 'a table in use is renamed',
    migration: 'alter table teams rename to groups;',
    found: ['used-table-gone error 1'],
  },
  {
    name: 'a table goes to another schema',
    migration: 'create schema crew;\nalter table teams set schema crew;',
    found: ['used-table-gone error 2'],
  },
  {
    name: 'a view stands for a table without all of its columns',
    migration: `alter table teams rename to groups;\ncreate view teams as select id from groups;`,
    found: ['used-column-gone error 1'],
  },
  {
    name: 'a new column is required',
    migration: 'select 1;\nalter table users add column handle text not null;',
    found: ['insert-column-required error 2'],
  },
  {
    name: 'a new column gets NOT NULL later in the migration',
    migration:
      'alter table users add column handle text;\nupdate users set handle = email;\nalter table users alter column handle set not null;',
    found: ['insert-column-required error 3'],
  },
  {
    name: 'a new column has its default for the old rows only',
    migration: `alter table users add column handle text not null default '';\nalter table users alter column handle drop default;`,
    found: ['insert-column-required error 2'],
  },
  {
    name: 'a default that inserts count on is dropped',
    migration: 'select 1;\nalter table users alter column tag drop default;',
    found: ['insert-default-gone error 2'],
  },
  {
    name: 'a default of what may be null is dropped',
    before: `create table notes (id int primary key, kind text default 'memo')`,
    migration: 'alter table notes alter column kind drop default;',
    found: ['insert-default-gone warning 1'],
  },
  {
    name: 'the counter of a key is dropped',
    migration: 'alter table users alter column id drop default;\ndrop sequence users_id_seq;',
    found: ['insert-default-gone error 1'],
  },
  {
    name: 'a column that may be null may be no more',
    migration: 'select 1;\nalter table users alter column nickname set not null;',
    found: ['constraint-stricter warning 2'],
  },
  {
    name: 'a label in use is renamed',
    migration: `alter type mood rename value 'glad' to 'happy';`,
    found: ['used-enum-value-gone error 1'],
  },
  {
    name: 'an enum is made anew without a label',
    migration: `alter type mood rename to mood_old;\ncreate type mood as enum ('calm');\nalter table users alter column mood type mood using 'calm'::mood;\ndrop type mood_old;`,
    found: ['used-enum-value-gone error 3'],
  },
  {
    name: 'text becomes a number',
    before: 'create table notes (id int primary key, body text)',
    migration: 'alter table notes alter column body type uuid using body::uuid;',
    found: ['used-type-changed error 1'],
  },
  {
    name: 'a text becomes an enum',
    migration: `alter table teams alter column label type mood using label::mood;`,
    found: ['used-type-changed error 1'],
  },
  {
    name: 'a varchar is narrowed',
    migration: 'alter table users alter column nickname type varchar(20);',
    found: ['used-type-changed warning 1'],
  },
  {
    name: 'a number is narrowed',
    migration: 'alter table users alter column age type smallint;',
    found: ['used-type-changed warning 1'],
  },
  {
    name: 'the digits before the point are fewer',
    migration: 'alter table users alter column score type numeric(6,2);',
    found: ['used-type-changed warning 1'],
  },
  {
    name: 'a boolean becomes a number',
    before: 'create table flags (id int primary key, raised boolean)',
    migration: 'alter table flags alter column raised type integer using raised::int;',
    found: ['used-type-changed error 1'],
  },
  {
    name: 'rows may not be alike any more',
    migration: 'select 1;\nalter table users add constraint one_email unique (email);',
    found: ['constraint-stricter warning 2'],
  },
  {
    name: 'a unique index says the same',
    migration: 'create unique index one_email on users (lower(email)) where active;',
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'a check on what is written',
    migration: 'alter table users add constraint adult check (age >= 18) not valid;',
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'a check on values that it could write before, beside a new column',
    migration: `alter table users add column env integer default 1, add constraint of_env check (env is null or nickname is not null);`,
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'a check on a child of others',
    before: `create table teams (id serial primary key, label text not null);
      create table members (id serial primary key, team integer not null references teams (id), role text not null)`,
    migration: `alter table members add constraint known check (role in ('owner', 'guest')) not valid;`,
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'a foreign key from what is written',
    migration: 'alter table users add constraint of_team foreign key (team) references teams (id);',
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'rows exclude each other',
    migration: 'alter table users add constraint apart exclude (email with =);',
    found: ['constraint-stricter warning 1'],
  },
  {
    name: 'the database fills a column that the code sends',
    migration: `alter table users drop column nickname, add column nickname text generated always as (email) stored;`,
    found: ['insert-refused warning 1'],
  },
  {
    name: 'a domain asks for more',
    before:
      'create domain code as text; create table parts (id int primary key, code code not null)',
    migration: `alter domain code add constraint short check (length(value) < 5);`,
    found: ['constraint-stricter warning 1'],
  },
];

export const SILENT: readonly Omit<Case, 'found'>[] = [
  {
    name: 'a foreign key goes on to a table under its new name',
    before: `create table teams (id serial primary key);
      create table members (id serial primary key, team integer, constraint of_team foreign key (team) references teams (id))`,
    models: 'create table members (id serial primary key, team integer)',
    migration: `alter table teams rename to groups; alter table members drop constraint of_team;
      alter table members add constraint of_group foreign key (team) references groups (id);`,
  },
  {
    name: 'a check is about columns that the code leaves alone',
    migration: `alter table users add column env integer, add constraint of_env check (env is null or nickname is null);`,
  },
  {
    name: 'a check is about a value that is new',
    migration: `alter table users add constraint of_age check (mood::text <> 'sad' or age > 18) not valid;`,
  },
  {
    name: 'a column that may be null is added',
    migration: 'alter table users add column bio text;',
  },
  {
    name: 'a required column with a default is added',
    migration: `alter table users add column bio text not null default '';`,
  },
  {
    name: 'a required column is filled by the database',
    migration: `alter table users add column n bigint generated always as identity, add column low text generated always as (lower(email)) stored;`,
  },
  {
    name: 'a domain gives a required column its default',
    migration: `create domain label as text default 'none';\nalter table users add column bio label not null;`,
  },
  {
    name: 'a trigger gives a required column its value',
    migration: `create function fill() returns trigger language plpgsql as $$ begin new.handle := new.email; return new; end $$;
      create trigger fill before insert on users for each row execute function fill();
      alter table users add column handle text not null;`,
  },
  {
    name: 'a table is added',
    migration: 'create table pets (id int primary key, name text not null);',
  },
  {
    name: 'a new table refers to one in use',
    migration: 'create table pets (id int primary key, owner int not null references users (id));',
  },
  {
    name: 'a column that no model names is dropped',
    models: USERS.replace('age integer, ', ''),
    migration: 'alter table users drop column age;',
  },
  {
    name: 'a table that no model names is dropped',
    models:
      `create type mood as enum ('calm', 'glad');` +
      USERS.slice(USERS.indexOf('create table users')),
    migration: 'drop table teams;',
  },
  {
    name: 'a table is renamed, and a view has its name',
    migration: 'alter table teams rename to groups;\ncreate view teams as select * from groups;',
  },
  {
    name: 'a column that the model names is added at last',
    models: USERS.replace('tag text', 'extra text, tag text'),
    migration: 'alter table users add column extra text;',
  },
  {
    name: 'what was missing before is still missing',
    models: USERS.replace('tag text', 'extra text, tag text'),
    migration: 'alter table users add column bio text;',
  },
  {
    name: 'the default of what the code sends is dropped',
    models: USERS.replace(`tag text not null default 'none'`, 'tag text not null'),
    migration: 'alter table users alter column tag drop default;',
  },
  {
    name: 'a default changes',
    migration: `alter table users alter column tag set default 'some';`,
  },
  {
    name: 'a default becomes an identity',
    migration: `alter table users alter column id drop default;\ndrop sequence users_id_seq;
      alter table users alter column id add generated always as identity;`,
  },
  { name: 'NOT NULL is dropped', migration: 'alter table users alter column email drop not null;' },
  {
    name: 'NOT NULL catches up with the model',
    models: USERS.replace('team integer', 'team integer not null'),
    migration: 'alter table users alter column team set not null;',
  },
  { name: 'a label is added', migration: `alter type mood add value 'sad' before 'calm';` },
  {
    name: 'an enum is made anew with all its labels and one more',
    migration: `alter type mood rename to mood_old;\ncreate type mood as enum ('calm', 'glad', 'sad');\nalter table users alter column mood type mood using mood::text::mood;\ndrop type mood_old;`,
  },
  { name: 'an enum becomes text', migration: 'alter table users alter column mood type text;' },
  {
    name: 'a varchar is widened',
    migration: 'alter table users alter column nickname type varchar(80);',
  },
  {
    name: 'a varchar becomes text',
    migration: 'alter table users alter column nickname type text;',
  },
  { name: 'a number is widened', migration: 'alter table users alter column age type bigint;' },
  {
    name: 'digits are added',
    migration: 'alter table users alter column score type numeric(12,2);',
  },
  { name: 'an index is built', migration: 'create index on users (email);' },
  { name: 'a constraint is dropped', migration: 'alter table users drop constraint users_pkey;' },
  {
    name: 'a unique index takes the place of a constraint',
    before: 'create table notes (id int primary key, slug text constraint one unique)',
    migration: 'create unique index other on notes (slug);\nalter table notes drop constraint one;',
  },
  {
    name: 'rows that differ in one column differ in two',
    before: 'create table notes (id int primary key, slug text unique, team int)',
    migration: 'create unique index other on notes (team, slug);',
  },
  {
    name: 'a unique constraint is about a new column as well',
    migration:
      'alter table users add column org int;\nalter table users add constraint per_org unique (org, email);',
  },
  {
    name: 'a check is about new columns only',
    migration: 'alter table users add column size int check (size > 0);',
  },
  {
    name: 'a check says what is so anyway',
    migration: 'alter table users add constraint present check (email is not null) not valid;',
  },
  {
    name: 'a foreign key from a new column',
    migration: 'alter table users add column lead int references users (id);',
  },
  {
    name: 'a foreign key changes what a delete does',
    before:
      'create table a (id int primary key); create table b (a int constraint to_a references a)',
    migration:
      'alter table b drop constraint to_a;\nalter table b add constraint to_a foreign key (a) references a on delete cascade;',
  },
  {
    name: 'a constraint is renamed',
    before: 'create table notes (id int primary key, n int constraint positive check (n > 0))',
    migration: 'alter table notes rename constraint positive to above_zero;',
  },
  {
    name: 'a constraint catches up with the model',
    models: `${USERS}; alter table users add constraint one_email unique (email)`,
    migration: 'create unique index named_otherwise on users (email);',
  },
  { name: 'rows are changed', migration: `update users set tag = 'x' where tag = 'none';` },
  { name: 'a comment is written', migration: `comment on column users.email is 'for letters';` },
];
