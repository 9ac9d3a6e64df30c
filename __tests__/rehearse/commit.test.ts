// What is told of commits: what fails there only, and what has no transaction around it or ends its own.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedDatabase } from '../../src/database/embedded.ts';
import { rehearseOn } from '../../src/rehearse/rehearse.ts';
import type { Trace } from '../../src/rehearse/trace.ts';

let db: EmbeddedDatabase;
beforeAll(async () => {
  db = await openEmbedded();
  await db.exec(`create table parents (id integer primary key);
    create table children (id integer primary key, parent integer references parents deferrable initially deferred);
    create index by_parent on children (parent);
    create materialized view empty as select * from parents with no data`);
});
afterAll(() => db.close());

/** A migration of one statement on a copy. */
async function traced(
  sql: string,
  transactions: 'one for all' | 'one each' | 'none',
): Promise<Trace> {
  const copy = await openEmbedded({ from: await db.snapshot() });
  const statements = [{ sql, place: { file: 'one.sql', line: 1 } }];
  const migrations = [{ name: 'one', file: 'one.sql', statements }];
  const { trace } = await rehearseOn(copy, migrations, { transactions, except: [], only: null });
  await copy.close();
  return trace;
}

it.each(['one for all', 'one each', 'none'] as const)(
  'a deferred constraint is told of the last statement before it (%s)',
  async (transactions) => {
    const trace = await traced('update children set parent = 0 - id', transactions);
    const outcome = trace.migrations.at(-1)?.statements.at(-1)?.outcome;
    expect(outcome).toMatchObject({ kind: 'depends on data', error: { code: '23503' } });
  },
);

it('what commits by itself passes where no transaction is around it, and fails where one is', async () => {
  const sql = 'do $$ begin update children set parent = null; commit; end $$';
  const alone = (await traced(sql, 'none')).migrations[0]?.statements[0];
  expect(alone?.outcome).toMatchObject({ kind: 'passed' });
  expect(alone?.rows.map(({ relation, updated }) => [relation.name, updated > 0])).toEqual([
    ['public.children', true],
  ]);
  const inside = (await traced(sql, 'one each')).migrations[0]?.statements[0];
  expect(inside?.outcome).toMatchObject({ kind: 'failed', error: { code: '2D000' } });
});

it('an index that is dropped CONCURRENTLY is told, with the locks that the manual says', async () => {
  const trace = await traced('drop index concurrently by_parent', 'none');
  const [statement] = trace.migrations[0]?.statements ?? [];
  expect(statement?.drops).toEqual([
    { kind: 'index', identity: 'public.by_parent', cascade: false },
  ]);
  const modes = statement?.locks.map(({ relation, mode }) => [relation.kind, mode]);
  expect(modes).toEqual([
    ['index', 'SHARE UPDATE EXCLUSIVE'],
    ['table', 'SHARE UPDATE EXCLUSIVE'],
  ]);
});

it('a materialized view that was never filled is filled', async () => {
  const trace = await traced('refresh materialized view empty', 'one each');
  expect(trace.migrations[0]?.statements[0]?.outcome.kind).toBe('passed');
});
