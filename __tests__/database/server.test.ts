import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { EnvironmentError } from '../../src/errors.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';

describe.skipIf(postgresBinaries() === null)('a server', () => {
  let server: PostgresServer;
  let db: Database;

  beforeAll(async () => {
    server = await startPostgres();
    db = await openServer(server.url, { temporary: true });
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  it('answers like the embedded database', async () => {
    expect(db.version).toBeGreaterThanOrEqual(130000);
    const rows = await db.query(
      `select $1::int8 as big, timestamptz '2026-01-02 03:04:05+00' as t, 9007199254740993 as unsafe`,
      [5],
    );
    expect(rows).toEqual([{ big: 5, t: '2026-01-02 03:04:05+00', unsafe: '9007199254740993' }]);
  });

  it('gives errors their fields, and scratch work back', async () => {
    await db.scratch(async () => {
      await db.exec('create table t (id int)');
      const result = await db.run(['select 1', `select '😀', nope`]);
      expect(result).toMatchObject({ ok: false, index: 1, error: { code: '42703', position: 13 } });
    });
    await expect(db.query('select * from t')).rejects.toBeInstanceOf(DatabaseError);
  });

  it('tells what the server says of a statement', async () => {
    await db.exec('create table watched (a int); insert into watched values (1)');
    await db.exec('set client_min_messages = debug1');
    const { error, messages } = await db.watch('alter table watched alter a type bigint');
    expect(error).toBeNull();
    expect(messages).toContainEqual({
      severity: 'DEBUG',
      text: 'rewriting table "watched"',
      routine: 'ATRewriteTable',
    });
    expect(await db.watch('select nope')).toMatchObject({ error: { code: '42703', position: 7 } });
  });

  it('drops its temporary database', async () => {
    const other = await openServer(server.url, { temporary: true });
    await other.close();
    const rows = await db.query(`select count(*) from pg_database where datname ~ '^plumbline_'`);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('says when there is no server', async () => {
    await expect(openServer('postgres://nobody@127.0.0.1:1/x')).rejects.toBeInstanceOf(
      EnvironmentError,
    );
  });
});
