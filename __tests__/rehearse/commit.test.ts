// What fails at the commit only, in each way that a tool holds transactions.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedDatabase } from '../../src/database/embedded.ts';
import { rehearseOn } from '../../src/rehearse/rehearse.ts';

let db: EmbeddedDatabase;
beforeAll(async () => {
  db = await openEmbedded();
  await db.exec(`create table parents (id integer primary key);
    create table children (id integer primary key, parent integer references parents deferrable initially deferred)`);
});
afterAll(() => db.close());

it.each(['one for all', 'one each', 'none'] as const)(
  'a deferred constraint is told of the last statement before it (%s)',
  async (transactions) => {
    const copy = await openEmbedded({ from: await db.snapshot() });
    const sql = 'update children set parent = 0 - id';
    const statements = [{ sql, place: { file: 'one.sql', line: 1 } }];
    const migrations = [{ name: 'one', file: 'one.sql', statements }];
    const { trace } = await rehearseOn(copy, migrations, { transactions, except: [], only: null });
    await copy.close();
    const outcome = trace.migrations.at(-1)?.statements.at(-1)?.outcome;
    expect(outcome).toMatchObject({ kind: 'depends on data', error: { code: '23503' } });
  },
);
