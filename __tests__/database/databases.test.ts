import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type Databases } from '../../src/workspace/databases.ts';
import { memoryRevision } from '../support/memory-revision.ts';

let databases: Databases;
let left = 60_000;
beforeAll(() => {
  databases = startDatabases(memoryRevision({}), () => left);
});
afterAll(() => {
  databases.close();
});

const CLOSED = 'the embedded Postgres is closed';
const TABLE = `select to_regclass('t')::text as t`;

it('gives what was closed to nobody, and its thread to the next', async () => {
  const first = await databases.take();
  await first.exec('create table t (id int)');
  const files = await first.snapshot();
  await first.close();
  await expect(first.query('select 1')).rejects.toThrow(CLOSED);
  await (await databases.take()).close();

  const [copy, empty] = [await databases.copy(files), await databases.take()];
  expect(await copy.query(TABLE)).toEqual([{ t: 't' }]);
  expect(await empty.query(TABLE)).toEqual([{ t: null }]);
  await databases.release();
  await expect(copy.query(TABLE)).rejects.toThrow(CLOSED);
  await expect(empty.query(TABLE)).rejects.toThrow(CLOSED);
});

it('goes on in another thread where one was lost to a statement that never ends', async () => {
  left = 3000;
  const stuck = await databases.take();
  await expect(stuck.exec('do $$ begin loop end loop; end $$')).rejects.toThrow('no answer');
  await stuck.close();
  left = 60_000;
  const next = await databases.take();
  expect(await next.query(TABLE)).toEqual([{ t: null }]);
  await next.close();
});

it('has what is provided later in every database from then on', async () => {
  const early = await databases.take();
  expect(databases.provide(['citext'])).toBe(true);
  expect(databases.provide(['citext'])).toBe(false);
  await early.close();
  const late = await databases.take();
  await late.exec('create extension citext; create table t (name citext)');
  await expect(early.exec('create extension citext')).rejects.toThrow(CLOSED);
});
