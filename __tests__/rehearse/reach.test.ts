// Only tables that statements reach get rows: which those are, and that nothing is missed by it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedDatabase } from '../../src/database/embedded.ts';
import { reachedTables } from '../../src/rehearse/reach.ts';
import { rehearse, rehearseOn, type RehearsedMigration } from '../../src/rehearse/rehearse.ts';
import type { Trace } from '../../src/rehearse/trace.ts';

let database: EmbeddedDatabase;

beforeAll(async () => {
  database = await openEmbedded();
  await database.exec(`
    create table owners (id int primary key);
    create table pets (id int primary key, owner_id int not null references owners, name text);
    create table visits (id int primary key, pet_id int references pets on delete cascade);
    create table alone (id int primary key, note text);
    create table days (day date not null) partition by range (day);
    create table days_2030 partition of days for values from ('2030-01-01') to ('2031-01-01');
    create view names as select name from pets;
    create index pets_name on pets (name);
    create function follow() returns trigger language plpgsql as $$
      begin update alone set note = lower(note); return new; end $$;
    create trigger follow after update on visits for each row execute function follow();
    create table late (id int);
    create constraint trigger late after insert on late deferrable for each row execute function follow();
  `);
});
afterAll(() => database.close());

async function namesOf(oids: readonly number[]): Promise<string[]> {
  const rows = await database.query<{ oid: number; name: string }>(
    `select oid::int8 as oid, relname as name from pg_class where relkind in ('r', 'p') and oid >= 16384`,
  );
  return rows.flatMap(({ oid, name }) => (oids.includes(oid) ? [name] : [])).sort();
}

describe('statements reach', () => {
  const cases: readonly (readonly [sql: string, reached: readonly string[] | null])[] = [
    ['alter table alone add column extra int', ['alone']],
    ['alter table visits add column extra int', ['owners', 'pets', 'visits']],
    ['alter table pets drop column name', ['owners', 'pets', 'visits']],
    ['delete from owners', ['owners', 'pets']],
    ['update names set name = null', ['owners', 'pets']],
    ['alter index pets_name rename to pets_names', ['owners', 'pets']],
    ['alter table days_2030 add column extra int', ['days', 'days_2030']],
    ['comment on column alone.note is $$x$$', ['alone']],
    ['create type mood as enum ($$good$$)', []],
    ['do $$ begin delete from alone; end $$', null],
    ['drop table alone cascade', null],
    ['vacuum full', null],
    ['insert into late values (1)', null],
  ];
  it.each(cases)('%s', async (sql, expected) => {
    const reached = await reachedTables(database, [{ sql }]);
    expect(reached && (await namesOf(reached))).toEqual(expected);
  });
});

describe('a rehearsal', () => {
  const migration = (sql: string): RehearsedMigration => ({
    name: '1',
    file: '1.sql',
    statements: [{ sql, place: { file: '1.sql', line: 1 } }],
  });
  const options = { transactions: 'one each', except: [] } as const;
  const factsOf = ({ migrations }: Trace): unknown =>
    JSON.parse(JSON.stringify(migrations, (key, value: unknown) => (key === 'ms' ? 0 : value)));

  it('begins again with rows everywhere where a statement goes on to another table', async () => {
    const snapshot = await database.snapshot();
    let opened = 0;
    const open = (): Promise<EmbeddedDatabase> => {
      opened += 1;
      return openEmbedded({ from: snapshot });
    };
    const simple = await rehearse(open, [migration('alter table alone drop column note')], options);
    expect(opened).toBe(1);
    expect(simple.migrations[0]?.statements[0]?.rows[0]?.lostColumns[0]?.column).toBe('note');

    const behind = [migration('update visits set pet_id = pet_id')];
    const trace = await rehearse(open, behind, options);
    expect(opened).toBe(3);
    const whole = await open();
    const all = await rehearseOn(whole, behind, { ...options, only: null });
    await whole.close();
    expect(factsOf(trace)).toEqual(factsOf(all.trace));
    expect(trace.migrations[0]?.statements[0]?.rows.map(({ relation }) => relation.name)).toContain(
      'public.alone',
    );
  });
});
