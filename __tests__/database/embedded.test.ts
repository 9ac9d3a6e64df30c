// The traps of an embedded Postgres, each sprung on purpose.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { DatabaseError } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { applyMigration } from '../../src/database/replay.ts';
import { EnvironmentError } from '../../src/errors.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded({
    extensions: [
      'vector',
      'pg_cron',
      'citext',
      'postgis',
      'pgmq',
      'http',
      'pg_net',
      'pg_tle',
      'timescaledb',
      'unheard_of',
    ],
  });
});
afterAll(() => db.close());

/** The error that the promise is rejected with. */
async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
}

describe('an embedded database', () => {
  it('is PostgreSQL 18 in UTC', async () => {
    expect(db.version).toBeGreaterThanOrEqual(180000);
    expect(await db.query('show timezone')).toEqual([{ TimeZone: 'UTC' }]);
  });

  it('returns rows of plain values', async () => {
    const rows = await db.query(
      `select $1::int8 as big, $2::jsonb as j, timestamptz '2026-01-02 03:04:05+00' as t, 9007199254740993 as unsafe`,
      [5, '{"a":[1]}'],
    );
    expect(rows).toEqual([
      { big: 5, j: { a: [1] }, t: '2026-01-02 03:04:05+00', unsafe: '9007199254740993' },
    ]);
  });

  it('rolls scratch work back, savepoints inside it too', async () => {
    const seen = await db.scratch(async () => {
      await db.exec('create table kept (id int)');
      await failure(db.scratch(() => db.exec('create table inner_one (id int); select 1/0')));
      return db.query(`select to_regclass('kept') as kept, to_regclass('inner_one') as gone`);
    });
    expect(seen).toEqual([{ kept: 'kept', gone: null }]);
    expect(await db.query(`select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
  });

  it('gives an error its code and its position in UTF-16 code units', async () => {
    const sql = `select '😀', nope`;
    const error = await failure(db.exec(sql));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ code: '42703', position: sql.indexOf('nope') });
  });

  it('tells which text of a run failed', async () => {
    const result = await db.run(['select 1', 'select 2', 'select 1/0', 'select 3']);
    expect(result).toMatchObject({ ok: false, index: 2, error: { code: '22012' } });
    expect(await db.run(['select 1', '', '-- nothing'])).toEqual({ ok: true });
  });

  it('has extensions, and stubs for those it lacks', async () => {
    await db.scratch(async () => {
      await db.exec(`create extension vector; create extension citext; create extension pg_cron;
        create table t (v vector(3), c citext); select cron.schedule(job_name => 'a', schedule => '* * * * *', command => 'select 1'); select active from cron.job join cron.job_run_details using (jobid)`);
    });
    expect(db.stubbed).toEqual([
      'http',
      'pg_cron',
      'pg_net',
      'pg_tle',
      'pgmq',
      'postgis',
      'timescaledb',
      'unheard_of',
    ]);
  });
});

describe('stubs', () => {
  it('stand for PostGIS in tables and indexes', async () => {
    const schema = await db.scratch(async () => {
      await db.exec(`create extension postgis;
        create table places (a geometry(Point, 4326) not null, b geography(MULTIPOLYGONZ), c geometry, d geometry(Point)[]);
        create index on places using gist (a)`);
      return introspect(db);
    });
    const types = [...schema.objects.values()]
      .filter(({ kind }) => kind === 'column')
      .map(({ attributes }) => attributes['type']);
    expect(types).toEqual([
      'geometry(Point,4326)',
      'geography(MultiPolygonZ)',
      'geometry',
      'geometry(Point)[]',
    ]);
    expect(schema.uncovered).toEqual({});
  });

  it('stand for PostGIS where an image brings it along', async () => {
    await db.scratch(async () => {
      const sql = "create function f(at public.geography) returns int language sql as 'select 1'";
      const applied = await applyMigration(db, [{ sql, place: { file: 'a.sql', line: 1 } }], {
        within: 'savepoint',
      });
      expect(applied).toMatchObject({ ok: true, assumed: [{ name: 'postgis' }] });
    });
  });

  it('stand for PostGIS in uniques', async () => {
    await db.scratch(() =>
      db.exec(`create extension postgis;
        create table place (at geometry(Point) unique, area geography, unique (area));
        insert into place select null, null`),
    );
  });

  it('stand for TimescaleDB, its storage options left out', async () => {
    const texts = [
      'create extension if not exists timescaledb cascade',
      'create table metric (at timestamptz not null, host text not null, value real)',
      `select create_hypertable('metric', by_range('at'), if_not_exists => true)`,
      `select create_hypertable('metric', 'at', chunk_time_interval => interval '1 day')`,
      `alter table metric set (timescaledb.compress, timescaledb.compress_segmentby = 'host')`,
      `create materialized view hourly with (timescaledb.continuous) as
         select time_bucket('1 hour', at) as hour, last(value, at) as value from metric group by 1 with no data`,
      `alter materialized view hourly set (timescaledb.materialized_only = false)`,
      `select add_continuous_aggregate_policy('hourly', start_offset => null,
         end_offset => interval '5 minutes', schedule_interval => interval '5 minutes')`,
      `select add_retention_policy('metric', interval '30 days')`,
      `call refresh_continuous_aggregate('hourly', null, localtimestamp - interval '1 week')`,
    ];
    await db.scratch(async () => {
      const place = { file: 'a.sql', line: 1 };
      const applied = await applyMigration(
        db,
        texts.map((sql) => ({ sql, place })),
        { within: 'savepoint' },
      );
      expect(applied).toMatchObject({ ok: true });
      const { objects, uncovered } = await introspect(db);
      expect([...objects.keys()]).toContain('materialized view:public.hourly');
      expect(uncovered).toEqual({});
    });
  });

  it('stand for requests of the web', async () => {
    await db.scratch(() =>
      db.exec(`create schema extensions; create extension http with schema extensions; create extension pg_net;
        create function f() returns bigint language sql as $$ select net.http_post(url := 'a', headers := '{}') $$;
        create function g() returns int language sql as
          $$ select status from extensions.http(row('GET', 'a', array[extensions.http_header('a', 'b')], null, null)::extensions.http_request) $$;`),
    );
  });

  it('stand for message queues', async () => {
    await db.scratch(() =>
      db.exec(
        `create schema pgmq; set search_path to ''; create extension pgmq with schema pgmq; create extension pg_tle;
        select from pgmq.create('jobs'); select pgmq.send('jobs', '{}'); alter table pgmq.q_jobs add t int;
        create function public.f() returns setof pgmq.message_record language sql as $$ select * from pgmq.read('jobs', 1, 1) $$;
        reset search_path`,
      ),
    );
  });

  it('stand for others, even unheard of', async () => {
    await db.scratch(() =>
      db.exec(`create extension timescaledb; create extension unheard_of;
        create table t (at timestamptz not null); select create_hypertable('t', 'at')`),
    );
  });
});

describe('trap: COPY FROM stdin in SQL text', () => {
  it('fails cleanly where no data follows', async () => {
    await db.scratch(async () => {
      await db.exec('create table copied (id int, name text)');
      expect(await failure(db.exec('copy copied (id, name) from stdin;'))).toMatchObject({
        code: '57014',
      });
    });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes the data of a psql dump', async () => {
    await db.scratch(async () => {
      await db.exec('create table copied (id int, name text)');
      await db.exec('COPY copied (id, name) FROM stdin;\n1\ta\n2\t\\N\n\\.\n');
      expect(await db.query('select * from copied')).toEqual([
        { id: 1, name: 'a' },
        { id: 2, name: null },
      ]);
    });
  });

  it('does not mistake a text that only mentions it', async () => {
    const rows = await db.query(`select 'copy x from stdin' as text`);
    await db.exec(`select 'copy x from stdin'; select 1`);
    expect(rows).toEqual([{ text: 'copy x from stdin' }]);
  });
});

describe('trap: COPY with a program', () => {
  it('is an error of the statement, and the instance lives on', async () => {
    const sql = "-- from elsewhere\ncopy pg_class to program 'cat'";
    expect(await failure(db.exec(sql))).toMatchObject({ code: '0A000' });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    `do $$ begin execute 'copy pg_class to program ''cat'''; end $$`,
    `do $$ begin create table read (line text); copy read from program 'cat'; end $$`,
  ])('wherever it hides: %s', async (sql) => {
    expect(await failure(db.exec(sql))).toMatchObject({
      message: expect.stringContaining('could not execute command "cat"') as string,
    });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('trap: infinite recursion', () => {
  it('is an error of Postgres, and the instance lives on', async () => {
    await db.scratch(async () => {
      await db.exec(`create function forever(i int) returns int language plpgsql as
        'begin return forever(i + 1); end'`);
      expect(await failure(db.exec('select forever(1)'))).toMatchObject({ code: '54001' });
    });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('trap: the lock table', () => {
  it('holds thousands of tables in one transaction', async () => {
    await db.scratch(() =>
      db.exec(`do $$ begin for i in 1..2500 loop
        execute format('create table many_%s (id int primary key)', i); end loop; end $$`),
    );
    expect(await db.query(`select to_regclass('many_1') as gone`)).toEqual([{ gone: null }]);
  });
});

describe('trap: a statement that never ends', () => {
  it('is ended by the deadline, which names the statement', async () => {
    const doomed = await openEmbedded({ deadlineMs: 1000 });
    const loop = 'do $$ begin loop end loop; end $$';
    const run = doomed.run(['select 1', loop]);
    const error = await failure(run);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error)).toContain('within 1 s: do $$ begin loop');
    expect(await failure(doomed.query('select 1'))).toBe(error);
    await doomed.close();
  });

  it('is ended by the deadline for the whole too', async () => {
    const doomed = openEmbedded({ totalDeadlineMs: 2500 });
    const error = await failure(
      doomed.then((instance) => instance.exec('do $$ begin loop end loop; end $$')),
    );
    expect(error).toBeInstanceOf(EnvironmentError);
  });
});

describe('watching', () => {
  it('tells what the server says of a statement, and who said it', async () => {
    const words = `raise debug 'rewriting table "t"'`;
    await db.exec('set client_min_messages = debug1');
    const { error, messages } = await db.watch(`do $$ begin ${words}; end $$`);
    const failed = await db.watch('select nope');
    await db.exec('reset client_min_messages');
    expect([error, messages]).toEqual([
      null,
      [{ severity: 'DEBUG', text: 'rewriting table "t"', routine: 'exec_stmt_raise' }],
    ]);
    expect(failed).toMatchObject({ error: { code: '42703', position: 7 } });
  });
});

describe('a copy', () => {
  it('begins where the other one was, and goes its own way', async () => {
    const first = await openEmbedded();
    await first.exec('create table copied (id int); insert into copied values (7)');
    const whole = await first.snapshot();
    const lean = await first.snapshot({ templates: false });
    expect(lean.bytes.length).toBeLessThan(whole.bytes.length * 0.7);
    const copies = [await openEmbedded({ from: whole }), await openEmbedded({ from: lean })];
    for (const copy of copies) {
      expect(await copy.query('select id from copied')).toEqual([{ id: 7 }]);
      await copy.exec('drop table copied; create table other as select generate_series(1, 1000)');
      await copy.run(['checkpoint', 'vacuum full']);
    }
    const created = await Promise.all(copies.map((copy) => copy.watch('create database other')));
    expect(created.map(({ error }) => error === null)).toEqual([true, false]);
    expect(await first.query('select id from copied')).toEqual([{ id: 7 }]);
    await Promise.all([first, ...copies].map((one) => one.close()));
  });
});

describe('a database that nobody uses any more', () => {
  it('leaves its thread to another, which knows nothing of it', async () => {
    const first = await openEmbedded({ extensions: ['citext'] });
    await first.exec('create extension citext; create table t (id int); insert into t values (7)');
    const files = await first.snapshot({ templates: false });
    await first.exec(`begin; insert into t values (8); set timezone = 'Europe/Paris'`);
    const thread = first.retire();
    await expect(first.query('select 1')).rejects.toThrow('the embedded Postgres is closed');
    const second = await thread.restart({ from: files });
    expect(await second.query('select id, current_setting($1) from t', ['timezone'])).toEqual([
      { id: 7, current_setting: 'UTC' },
    ]);
    const third = await second.retire().restart({});
    expect(await third.query(`select to_regclass('t') as t`)).toEqual([{ t: null }]);
    await third.exec('create extension citext');
    await third.exec('create database other');
    await third.close();
    await expect(third.retire().restart({})).rejects.toThrow('the embedded Postgres is closed');
  });
});

describe('a data directory', () => {
  it('keeps what was written', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'plumbline-'));
    const dataDirectory = join(directory, 'deep/pgdata');
    try {
      const first = await openEmbedded({ dataDirectory });
      await first.exec('create table kept (id int); insert into kept values (7)');
      await first.close();
      await writeFile(`${dataDirectory}.lock`, '999999999');
      const second = await openEmbedded({ dataDirectory });
      expect(await second.query('select id from kept')).toEqual([{ id: 7 }]);
      expect(String(await failure(openEmbedded({ dataDirectory })))).toContain('is in use');
      await second.close();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
