// Several statements of one migration that depend on data: each is told, whatever became of those before
// it, and none that could not fail.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedDatabase } from '../../src/database/embedded.ts';
import { rehearseOn } from '../../src/rehearse/rehearse.ts';

let db: EmbeddedDatabase;
beforeAll(async () => {
  db = await openEmbedded();
  await db.exec(`
    create domain code as text;
    create table owners (id int primary key, name text, note text, age int, c code);
    create table pets (id int primary key, owner_id int not null references owners, toy int, name text);
    create table toys (id int primary key, owner_name text);
  `);
});
afterAll(() => db.close());

/** What came of each statement, in one transaction on a copy: its kind, and the code of its error. */
async function outcomesOf(
  statements: readonly string[],
  transactions: 'one each' | 'none' = 'one each',
): Promise<string[]> {
  const copy = await openEmbedded({ from: await db.snapshot() });
  const migration = {
    ...{ name: 'one', file: 'one.sql' },
    statements: statements.map((sql, at) => ({ sql, place: { file: 'one.sql', line: at + 1 } })),
  };
  const { trace } = await rehearseOn(copy, [migration], { transactions, except: [], only: null });
  await copy.close();
  return (trace.migrations[0]?.statements ?? []).map(({ outcome: { kind, error } }) =>
    error === null ? kind : `${kind} ${error.code}`,
  );
}

it('each is told: on the same table, on another one, and of a type', async () => {
  const statements = [
    'alter table owners add constraint adult check (age >= 18)',
    'create unique index on owners (name)',
    'alter table owners alter note set not null',
    "alter domain code add check (value <> '')",
    'alter table pets add constraint few check (toy < 100)',
    'alter table toys add unique (owner_name)',
    'alter table pets alter name set not null',
  ];
  const kinds = [
    'fails on rows 23514',
    'depends on data 23505',
    'depends on data 23502',
    'depends on data 23514',
    'depends on data 23514',
    'depends on data 23505',
    'depends on data 23502',
  ];
  expect(await outcomesOf(statements)).toEqual(kinds);
});

it('each is told that runs alone', async () => {
  const statements = [
    'create unique index concurrently on owners (name)',
    'create unique index concurrently on owners (note)',
  ];
  expect(await outcomesOf(statements, 'none')).toEqual([
    'depends on data 23505',
    'depends on data 23505',
  ]);
});

it('finds rows as an earlier statement left them', async () => {
  const statements = [
    "update owners set note = '' where note is null",
    'create unique index on owners (name)',
    'alter table owners alter note set not null',
  ];
  expect(await outcomesOf(statements)).toEqual(['passed', 'depends on data 23505', 'passed']);
});

it('finds none that an earlier statement would have changed but for its failure', async () => {
  const statements = [
    "update owners set note = '', age = age * 1000000 - 5",
    'alter table owners alter note set not null',
  ];
  expect(await outcomesOf(statements)).toEqual(['depends on data 22003', 'passed']);
});

it('finds values as another type has them', async () => {
  const retyped = async (using: string): Promise<string[]> =>
    outcomesOf([
      `alter table owners alter age type smallint${using}`,
      'alter table owners add constraint something check (age <> 0)',
      'alter table pets alter owner_id type bigint',
    ]);
  const [overflow, passed] = ['depends on data 22003', 'passed'];
  expect(await retyped('')).toEqual([overflow, 'depends on data 23514', passed]);
  // What USING would have made of a row isn't known: it stays away, with those that refer to it.
  expect(await retyped(' using (age + 1)')).toEqual([overflow, passed, passed]);
});

it('finds none that refers to a row which is not put back, by a key of old or a new one', async () => {
  const statements = [
    'alter table owners add constraint named check (name is not null)',
    'alter table pets alter owner_id type bigint',
    'alter table pets add foreign key (toy) references toys',
    'alter table pets alter toy type bigint',
  ];
  expect(await outcomesOf(statements)).toEqual([
    'depends on data 23514',
    'passed',
    'depends on data 23503',
    'passed',
  ]);
});
