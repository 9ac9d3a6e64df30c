// What hosted Postgres services bring along and migrations take for granted. Provided only when a
// statement fails for lack of it, marked by a comment on the schema, and always told.
import { randomUUID } from 'node:crypto';
import { quoteIdentifier } from '../schema/identity.ts';
import type { DatabaseError } from './database.ts';

/** Something provided so that a statement can run. */
export interface Assumption {
  readonly kind: 'role' | 'schema' | 'publication' | 'extension';
  readonly name: string;
  readonly sql: string;
}

/**
 * The comment on schemas that are assumed: whatever they hold is no part of the project's schema. No
 * migration can know it, or it could hide what it makes.
 */
export const ASSUMED_COMMENT = `assumed by plumbline ${randomUUID()}`;

const ROLES = `do $$ declare name text; begin
  foreach name in array array['anon', 'authenticated', 'service_role', 'supabase_auth_admin'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop; end $$;`;

const SCHEMAS: Readonly<Record<string, string>> = {
  auth: `
    create table if not exists auth.users (id uuid primary key, instance_id uuid, aud varchar(255), role varchar(255),
      email varchar(255), phone text, raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_anonymous boolean,
      email_confirmed_at timestamptz, last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz,
      deleted_at timestamptz);
    create or replace function auth.uid() returns uuid language sql stable as 'select null::uuid';
    create or replace function auth.role() returns text language sql stable as 'select null::text';
    create or replace function auth.email() returns text language sql stable as 'select null::text';
    create or replace function auth.jwt() returns jsonb language sql stable as 'select null::jsonb';
    create or replace function auth.user_id() returns text language sql stable as 'select null::text';
    create or replace function auth.org_id() returns text language sql stable as 'select null::text';
    create or replace function auth.session() returns jsonb language sql stable as 'select null::jsonb';`,
  storage: `
    create table if not exists storage.buckets (id text primary key, name text not null, owner uuid, owner_id text,
      public boolean, avif_autodetection boolean, file_size_limit bigint, allowed_mime_types text[],
      created_at timestamptz, updated_at timestamptz);
    create table if not exists storage.objects (id uuid primary key default gen_random_uuid(),
      bucket_id text references storage.buckets (id), name text, owner uuid, owner_id text, version text,
      metadata jsonb, user_metadata jsonb, path_tokens text[], created_at timestamptz, updated_at timestamptz,
      last_accessed_at timestamptz);
    create or replace function storage.foldername(name text) returns text[] language sql as 'select null::text[]';
    create or replace function storage.filename(name text) returns text language sql as 'select null::text';
    create or replace function storage.extension(name text) returns text language sql as 'select null::text';`,
  realtime: `
    create table if not exists realtime.messages (id uuid, topic text, extension text, payload jsonb, event text,
      private boolean, updated_at timestamp, inserted_at timestamp);
    create or replace function realtime.topic() returns text language sql stable as 'select null::text';
    create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
      returns void language sql as '';
    create or replace function realtime.broadcast_changes(topic_name text, event_name text, operation text,
      table_name text, table_schema text, new record, old record, level text default 'ROW')
      returns void language plpgsql as 'begin end';`,
  vault: `
    create table if not exists vault.secrets (id uuid primary key default gen_random_uuid(), name text, description text,
      secret text, key_id uuid, nonce bytea, created_at timestamptz, updated_at timestamptz);
    create or replace view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets;
    create or replace function vault.create_secret(new_secret text, new_name text default null,
      new_description text default '', new_key_id uuid default null)
      returns uuid language sql as 'select null::uuid';`,
  supabase_functions: `
    create or replace function supabase_functions.http_request() returns trigger language plpgsql as
      'begin return new; end';`,
  extensions: '',
  graphql: '',
  graphql_public: '',
  pgsodium: '',
};

const LACKS_SCHEMA = [
  /^schema "(?<name>\w+)" does not exist/,
  /^relation "(?<name>\w+)\.\w+" does not exist/,
  /^function (?<name>\w+)\.\w+\(.*\) does not exist/,
];

/** What only an extension provides: its words in Postgres's errors, and in SQL. */
const EXTENSIONS: readonly {
  readonly name: string;
  readonly error: RegExp;
  readonly sql: RegExp;
}[] = [
  {
    name: 'vector',
    error: /^type "?(?:\w+\.)?(?:vector|halfvec|sparsevec)"? does not exist/,
    sql: /\b(?:vector|halfvec|sparsevec)\s*\(/i,
  },
  { name: 'citext', error: /^type "?(?:\w+\.)?citext"? does not exist/, sql: /\bcitext\b/i },
  { name: 'hstore', error: /^type "?(?:\w+\.)?hstore"? does not exist/, sql: /\bhstore\b/i },
  { name: 'ltree', error: /^type "?(?:\w+\.)?ltree"? does not exist/, sql: /\bltree\b/i },
  {
    name: 'postgis',
    error: /^type "?(?:\w+\.)?geo(?:metry|graphy)"? does not exist/,
    sql: /\b(?:geometry|geography)\s*\(/i,
  },
  {
    name: 'pg_trgm',
    error: /^operator class "gi(?:n|st)_trgm_ops" does not|^function (?:word_)?similarity\(/,
    sql: /\bgi(?:n|st)_trgm_ops\b|\bsimilarity\s*\(/i,
  },
  {
    name: 'btree_gist',
    error: /has no default operator class for access method "gist"/,
    sql: /\bexclude\s+using\s+gist\b/i,
  },
  {
    name: 'pg_uuidv7',
    error: /^function uuid_generate_v7\(/,
    sql: /\buuid_generate_v7\s*\(/i,
  },
  {
    name: 'uuid-ossp',
    error: /^function (?:public\.)?uuid_generate_v[1-5]\w*\(/,
    sql: /\buuid_generate_v[1-5]\w*\s*\(/i,
  },
  {
    name: 'pgcrypto',
    error: /^function (?:gen_salt|crypt|digest|hmac|gen_random_bytes|pgp_sym_\w+)\(/,
    sql: /\b(?:gen_salt|crypt|digest|hmac|gen_random_bytes|pgp_sym_\w+)\s*\(/i,
  },
  { name: 'unaccent', error: /^function unaccent\(/, sql: /\bunaccent\s*\(/i },
];

/** Extensions whose words an SQL text uses, created or not: to have them at hand. */
export function extensionsImpliedBy(sql: string): string[] {
  return EXTENSIONS.filter((extension) => extension.sql.test(sql)).map(({ name }) => name);
}

/** What would let the statement run, or null. */
export function assumptionFor(error: DatabaseError): Assumption | null {
  const role = /^role "(?<name>.+)" does not exist/.exec(error.message)?.groups?.['name'];
  if (error.code === '42704' && role !== undefined) {
    return { kind: 'role', name: role, sql: `create role ${quoteIdentifier(role)} nologin` };
  }
  if (error.message === 'publication "supabase_realtime" does not exist') {
    const name = 'supabase_realtime';
    return { kind: 'publication', name, sql: `create publication ${name}` };
  }
  const extension = EXTENSIONS.find((one) => one.error.test(error.message))?.name;
  if (extension !== undefined) {
    const sql = `create extension if not exists ${quoteIdentifier(extension)} cascade`;
    return { kind: 'extension', name: extension, sql };
  }
  for (const pattern of LACKS_SCHEMA) {
    const name = pattern.exec(error.message)?.groups?.['name'];
    const content = name === undefined ? undefined : SCHEMAS[name];
    if (name !== undefined && content !== undefined) return schemaAssumption(name, content);
  }
  return null;
}

function schemaAssumption(name: string, content: string): Assumption {
  return {
    kind: 'schema',
    name,
    sql: `${ROLES}
      create schema if not exists ${name};
      comment on schema ${name} is '${ASSUMED_COMMENT}';
      ${content}
      grant usage on schema ${name} to public;`,
  };
}
