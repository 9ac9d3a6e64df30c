// Sizes of tables: read from a server and from the embedded database, written by the command, and told by a
// rehearsal.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { collectStats, type Collected } from '../../src/stats/collect.ts';
import { parseStats, renderStats, statsSchema, type Stats } from '../../src/stats/stats.ts';
import { readSizes } from '../../src/migrations/table-sizes.ts';
import type { Project } from '../../src/tools/tool.ts';
import { runPlumbline, runPlumblineWith } from '../cli/run.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';
import { createRepository, temporaryDirectory } from '../support/repository.ts';

const schemaFile = join(import.meta.dirname, '../../schemas/stats.schema.json');

/** `large` is over the size up to which tables are counted; nothing looks at it unless told to. */
const SCHEMA = `
  create schema "Shop floor";
  create table empty (id bigint primary key);
  create table "Shop floor"."a ""b""" (id integer primary key, name text);
  insert into "Shop floor"."a ""b""" select i, 'n' from generate_series(1, 30) i;
  create index "by name" on "Shop floor"."a ""b""" (name);
  create table large (id integer, note text) with (autovacuum_enabled = false);
  insert into large select i, repeat('x', 400) from generate_series(1, 40000) i;
  create table events (id integer, day date) partition by range (day);
  create table events_1 partition of events for values from ('2026-01-01') to ('2026-02-01');
  create table events_2 partition of events for values from ('2026-02-01') to ('2026-03-01');
  create index on events (id);
  insert into events select i, date '2026-01-20' + i % 20 from generate_series(1, 100) i;
  create table base (id integer);
  create table other (id integer);
  create table child () inherits (base, other);
  insert into child select i from generate_series(1, 5) i;
  create materialized view seen as select count(*) from events;
  create materialized view unseen as select 1 with no data;
  create view plain as select 1;
  create temporary table fleeting (id integer);`;

const collect = (db: Database, exact = false): Promise<Collected> =>
  collectStats(db, { exact, today: '2026-11-22', countMs: 60_000 });

const rowsIn = ({ tables }: Stats): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tables).map(([name, { rows, exact }]) => {
      return [name, `${String(rows)}${exact ? '' : ' or so'}`];
    }),
  );

const COUNTED = {
  'Shop floor.a "b"': '30',
  'public.base': '5',
  'public.child': '5',
  'public.empty': '0',
  'public.events': '100',
  'public.events_1': '60',
  'public.events_2': '40',
  'public.other': '5',
  'public.seen': '1',
};

async function holdsFor(db: Database): Promise<void> {
  const first = await collect(db);
  const { stats } = first;
  expect(rowsIn(stats)).toEqual({
    ...COUNTED,
    'public.large': 'null or so',
    'public.unseen': '0 or so',
  });
  expect(first.unknown).toEqual(['public.large']);
  const own = stats.tables['Shop floor.a "b"'];
  expect(own?.indexes).toEqual({ 'Shop floor.a "b"_pkey': 16_384, 'Shop floor.by name': 16_384 });
  const [whole, one, two] = ['', '_1', '_2'].map((name) => stats.tables[`public.events${name}`]);
  expect(whole?.bytes).toBe((one?.bytes ?? 0) + (two?.bytes ?? 0));
  expect(whole?.indexes).toEqual({ 'public.events_id_idx': 32_768 });
  expect(stats.tables['public.large']?.bytes).toBeGreaterThan(16_000_000);
  expect(rowsIn((await collect(db, true)).stats)['public.large']).toBe('40000');
  await db.exec('analyze large');
  expect(rowsIn((await collect(db)).stats)['public.large']).toBe('40000 or so');
  expect(parseStats(renderStats(stats))).toEqual(stats);
}

describe('the embedded database', () => {
  it('tells rows and bytes of tables', async () => {
    const db = await openEmbedded();
    try {
      await db.exec(SCHEMA);
      await holdsFor(db);
    } finally {
      await db.close();
    }
  });
});

describe.skipIf(postgresBinaries() === null)('a server', () => {
  let server: PostgresServer;
  let db: Database;
  let url: string;

  beforeAll(async () => {
    server = await startPostgres();
    db = await openServer(server.url);
    await db.exec('create database shop');
    await db.close();
    url = server.url.replace(/postgres$/u, 'shop');
    db = await openServer(url);
    await db.exec(SCHEMA);
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  it('tells the same', () => holdsFor(db));

  it('is not asked for what its role may not see, and nothing else is missing then', async () => {
    await db.exec(
      `create role reader login; grant select on empty, events_1 to reader;
       alter table events_1 enable row level security; create policy none on events_1 using (false); analyze`,
    );
    const reader = await openServer(url.replace('postgres@', 'reader@'));
    try {
      const { stats, uncounted } = await collect(reader, true);
      expect(rowsIn(stats)).toMatchObject({
        ...{ 'public.empty': '0', 'public.events_1': '60 or so', 'Shop floor.a "b"': '30 or so' },
      });
      expect(uncounted).toEqual([]);
    } finally {
      await reader.close();
    }
  });

  it('is not waited for', async () => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query('begin; lock table large in access exclusive mode');
      const { code, error } = await runPlumbline(
        'stats',
        temporaryDirectory(),
        '--database-url',
        url,
      );
      expect([code, error]).toEqual([
        3,
        expect.stringContaining(
          'could not read the sizes of the tables: canceling statement due to lock',
        ),
      ]);
    } finally {
      await client.end();
    }
  });

  it('has its sizes written where the configuration says, and over nothing else', async () => {
    const directory = temporaryDirectory();
    const at = (name: string): string => join(directory, name);
    const written = (name: string): Stats => {
      const stats = parseStats(readFileSync(at(name), 'utf8'));
      if ('problem' in stats) throw new Error(stats.problem);
      return stats;
    };
    const first = await runPlumbline('stats', directory, '--database-url', url);
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toMatch(
      /^plumbline\.stats\.json: the sizes of 11 tables on 127\.0\.0\.1:\d+\/shop \(PostgreSQL \d+\.\d+\)\n/u,
    );
    expect(rowsIn(written('plumbline.stats.json'))).toMatchObject(COUNTED);
    expect(written('plumbline.stats.json').date).toMatch(/^\d{4}-\d\d-\d\d$/u);
    const text = readFileSync(at('plumbline.stats.json'), 'utf8');
    expect(text).toBe(renderStats(written('plumbline.stats.json')));
    expect(Object.keys(written('plumbline.stats.json').tables)).toEqual(
      Object.keys(rowsIn(written('plumbline.stats.json'))).sort(),
    );

    writeFileSync(
      at('plumbline.yml'),
      'stats: db/sizes.json\nprojects: [{ id: a }, { id: b, root: b, stats: own.json }]\n',
    );
    const several = await runPlumblineWith({ DATABASE_URL: url }, 'stats', directory);
    expect(several).toMatchObject({
      code: 2,
      error: expect.stringContaining('--project') as string,
    });
    for (const [id, file] of [
      ['a', 'db/sizes.json'],
      ['b', 'b/own.json'],
    ] as const) {
      const one = await runPlumblineWith(
        { DATABASE_URL: url },
        'stats',
        directory,
        '--project',
        id,
      );
      expect(one).toMatchObject({ code: 0, error: '' });
      expect(rowsIn(written(file))).toMatchObject(COUNTED);
    }

    writeFileSync(at('package.json'), '{}\n');
    const wrong = await runPlumbline(
      ...['stats', directory, '--database-url', url, '--output', at('package.json')],
    );
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(at('package.json'), 'utf8')).toBe('{}\n');
    expect(readdirSync(directory).sort()).toEqual([
      'b',
      'db',
      'package.json',
      'plumbline.stats.json',
      'plumbline.yml',
    ]);
  });

  it('is named by the option or the environment', async () => {
    const { code, error } = await runPlumbline('stats', temporaryDirectory());
    expect([code, error]).toEqual([
      2,
      'plumbline: say which server: --database-url, or DATABASE_URL\n',
    ]);
  });
});

const table = { rows: 5, exact: true, bytes: 8192, indexes: {} };
const stats: Stats = {
  ...{ version: 1, date: '2026-08-01', postgres: '16.4' },
  tables: { 'public.users': { ...table, indexes: { 'public.users_pkey': 16_384 } } },
};

describe('the file of sizes', () => {
  const project: Project = {
    ...{ id: 'a', root: '', tool: 'sql', configFile: null, models: [], migrations: 'm' },
    ...{ env: {}, ignore: [], settings: {} },
  };
  const read = (text: string, today = '2026-10-01') =>
    readSizes(memoryRevision({ 'plumbline.stats.json': text }), project, today);

  it('is read, and told when it is old', () => {
    const text = renderStats(stats);
    const { sizes, findings } = read(text, '2026-10-30');
    expect(findings).toEqual([]);
    expect(sizes?.get('public.users')).toEqual({
      ...{ rows: 5, exact: true, bytes: 8192 },
      indexes: new Map([['public.users_pkey', 16_384]]),
    });
    expect(read(text, '2026-10-31').findings).toMatchObject([
      {
        rule: 'stats-stale',
        severity: 'note',
        message: expect.stringContaining('91 days') as string,
      },
    ]);
  });

  it.each([
    ['{', 'it is no JSON'],
    ['[]', 'expected object'],
    [renderStats({ ...stats, date: '2026-02-30' }), 'date: '],
    [renderStats(stats).replace('"rows": 5', '"rows": -5'), 'tables.public.users.rows: '],
    [renderStats(stats).replace('"rows": 5', '"row": 5'), 'tables.public.users'],
    [renderStats(stats).replace('"version": 1', '"version": 2'), 'version: '],
  ])('that is none is told: %s', (text, problem) => {
    const { sizes, findings } = read(text);
    expect(sizes).toBeNull();
    expect(findings).toMatchObject([{ rule: 'stats-unreadable', file: 'plumbline.stats.json' }]);
    expect(findings[0]?.message).toContain(problem);
  });

  it('is missed only where the configuration names it', () => {
    const nothing = memoryRevision({});
    expect(readSizes(nothing, project, '2026-10-01').findings).toEqual([]);
    expect(
      readSizes(nothing, { ...project, stats: 'x.json' }, '2026-10-01').findings,
    ).toMatchObject([{ rule: 'stats-unreadable', file: 'x.json' }]);
  });

  it('has a schema that is up to date', () => {
    const made = {
      title: 'plumbline.stats.json',
      description: 'How large the tables of a database are: what `plumbline stats` writes.',
      ...z.toJSONSchema(statsSchema),
    };
    if (process.env['UPDATE'] === '1') {
      writeFileSync(schemaFile, `${JSON.stringify(made, null, 2)}\n`);
    }
    const published = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
    expect(published).toEqual(JSON.parse(JSON.stringify(made)));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(published);
    expect(validate(stats)).toBe(true);
    expect(validate({ ...stats, users: [] })).toBe(false);
  });
});

describe('a rehearsal', () => {
  it('tells the rows and the time, and weighs by them', async () => {
    const repository = createRepository();
    const large = { ...table, rows: 3_000_000, bytes: 6_000_000_000 };
    repository.write({
      'db/migrations/20260101000000_first.sql': `-- migrate:up\ncreate table users (id bigserial primary key, name text, since timestamptz);\ncreate table teams (id bigserial primary key, name text);\n-- migrate:down\ndrop table users, teams;\n`,
      'db/migrations/20260102000000_more.sql': `-- migrate:up\ncreate index by_name on users (name);\ncreate index by_team on teams (name);\n-- migrate:down\ndrop index by_name, by_team;\n`,
      'plumbline.yml': 'stats: db/sizes.json\n',
      'db/sizes.json': renderStats({
        ...stats,
        tables: { 'public.users': large, 'public.teams': table },
      }),
    });
    const before = process.cwd();
    process.chdir(repository.directory);
    try {
      const { out } = await runPlumbline('rehearse', 'db/migrations/20260102000000_more.sql');
      expect(out.split('\n').filter((line) => line.includes('[create-index]'))).toEqual([
        expect.stringMatching(/error .*, 3,000,000 rows in production, roughly 2 min there: /u),
        expect.stringMatching(/warning .*, 5 rows in production, under a second there: /u),
      ]);
    } finally {
      process.chdir(before);
    }
  });
});
