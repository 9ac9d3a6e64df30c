// Every catalog of Postgres is read by a kind, named as not compared, or here with the reason why not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import { kinds } from '../../src/catalog/index.ts';
import type { Kind } from '../../src/catalog/kind.ts';
import { grantedQuery } from '../../src/catalog/privileges.ts';
import { uncoveredQuery } from '../../src/catalog/uncovered.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';

/** Catalogs that hold nothing which a migration makes and which is an object of its own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  pg_amop: 'part of operator classes and families',
  pg_amproc: 'part of operator classes and families',
  pg_authid: 'read through pg_roles',
  pg_database: 'holds everything else',
  pg_depend: 'what objects need',
  pg_init_privs: 'what initdb and extensions granted',
  pg_largeobject: 'the contents of large objects',
  pg_parameter_acl: 'belongs to the cluster',
  pg_partitioned_table: 'read through pg_get_partkeydef',
  pg_replication_origin: 'belongs to the cluster',
  pg_shdepend: 'what objects need of the cluster',
  pg_shdescription: 'comments on what belongs to the cluster',
  pg_shseclabel: 'labels of what belongs to the cluster',
  pg_statistic: 'figures, not definitions',
  pg_statistic_ext_data: 'figures, not definitions',
  pg_subscription_rel: 'the state of subscriptions',
  pg_tablespace: 'belongs to the cluster',
  pg_ts_config_map: 'part of text search configurations',
  pg_user_mapping: 'read through pg_user_mappings',
};

/** What COMMENT ON has no word for. */
const NAMELESS = [
  'default privileges',
  'role',
  'user mapping',
  'publication table',
  'publication schema',
  'grant',
  'comment',
];

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

describe('every catalog', () => {
  it('is read, named or told why not', async () => {
    const all: readonly Kind[] = Object.values(kinds);
    const queries = [...all.map((kind) => kind.query(db.version)), grantedQuery(db.version)];
    const text = `${queries.join('\n')}\n${uncoveredQuery()} pg_class pg_namespace`;
    const read = new Set(text.match(/\bpg_\w+/g));
    const catalogs = await db.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'pg_catalog'::regnamespace order by 1`,
    );
    const names = catalogs.map(({ name }) => name);
    expect(names.filter((name) => !read.has(name) && !(name in ELSEWHERE))).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each([130000, 140000, 150000, 160000, 170000, 180000])(
    'is asked of server %d only for what that has',
    (version) => {
      const text = Object.values<Kind>(kinds)
        .map((kind) => kind.query(version))
        .join('\n');
      const since: readonly (readonly [string, number])[] = [
        ['pg_publication_namespace', 150000],
        ['prattrs', 150000],
        ['prqual', 150000],
        ['pubgencols', 180000],
        ['conenforced', 180000],
        ['indnullsnotdistinct', 150000],
      ];
      expect(since.filter(([word, first]) => version < first && text.includes(word))).toEqual([]);
    },
  );
});

describe('every kind', () => {
  it('can be commented on, or is known not to be', () => {
    const without = Object.values<Kind>(kinds).filter((kind) => kind.reference === undefined);
    expect(without.map(({ name }) => name).sort()).toEqual([...NAMELESS].sort());
  });
});

describe('what no kind covers', () => {
  it('is named', async () => {
    const { uncovered } = await db.scratch(async () => {
      await db.exec(`
        create text search dictionary words (template = simple);
        create text search configuration "My Search" (copy = simple);
        create text search template lexemes (lexize = dsimple_lexize);
        create text search parser tokens (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
        create operator family fam using btree;
        create operator class cls for type int4 using btree as operator 1 <, function 1 btint4cmp(int4, int4);
        create default conversion conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
        create access method am type index handler bthandler;
        create trusted language lang handler plpgsql_call_handler;
        create type shell;
        select lo_create(4711);
      `);
      return introspect(db);
    });
    expect(uncovered).toEqual({
      'base types': ['shell'],
      'text search configurations': ['public."My Search"'],
      'text search dictionaries': ['public.words'],
      'text search parsers': ['public.tokens'],
      'text search templates': ['public.lexemes'],
      'operator classes': ['public.cls'],
      'operator families': ['public.fam'],
      conversions: ['public.conv'],
      'procedural languages': ['lang'],
      'access methods': ['am'],
      'large objects': ['4711'],
    });
  });
});
