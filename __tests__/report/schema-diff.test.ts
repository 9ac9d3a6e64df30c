import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { withChanges } from '../../src/record/changed-schema.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { SchemaDiffReport } from '../../src/report/report.ts';
import { describeStep } from '../../src/record/schema-diff.ts';
import { diff } from '../../src/schema/diff.ts';
import { toldRenames } from '../../src/migrations/told-renames.ts';
import { planned, sidesOf } from '../support/golden-cases.ts';
import { files, sections, textOf } from '../support/golden-files.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded({ extensions: [] });
});
afterAll(() => db.close());

describe('what a change looks like', () => {
  const described = async (before: string, after: string): Promise<SchemaDiffReport> => {
    const source = new Map([
      ['before', before],
      ['after', after],
    ]);
    const [actual, desired] = await sidesOf(db, source);
    const changes = diff(actual, desired, { traits });
    const step = { before: actual, after: withChanges(actual, desired, changes), changes };
    return describeStep('missing', { ...step, renamed: new Map() });
  };
  const shop = `
    create table users (id int primary key, name varchar(80), unread int[]);
    create table orders (id int primary key, user_id int references users, note text);
    create table notes (id int primary key);`;

  it('tells a table as the statements that make it, before and after', async () => {
    const { objects } = await described(
      shop,
      `${shop} alter table users add email text not null; create index by_email on users (email);`,
    );
    const users = `CREATE TABLE "users" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" varchar(80),
	"unread" integer[]`;
    expect(objects).toEqual([
      {
        kind: 'table',
        object: 'public.users',
        before: `${users}\n);`,
        after: `${users},\n	"email" text NOT NULL\n);\nCREATE INDEX "by_email" ON "users" USING btree ("email");`,
      },
    ]);
  });

  it('draws changed tables whole, and of their neighbours the keys', async () => {
    const { tables, references } = await described(
      shop,
      `${shop} alter table users alter name type text, alter name set not null, drop unread, add plan int unique;`,
    );
    const plain = { type: 'integer', keys: [], state: 'unchanged', change: null };
    expect(tables).toEqual([
      {
        ...{ table: 'public.users', state: 'changed', was: null, more: 0 },
        columns: [
          { ...plain, name: 'id', keys: ['PK'] },
          {
            ...{ ...plain, name: 'name', type: 'text', state: 'changed' },
            change: 'not null now, varchar(80) → text',
          },
          { ...plain, name: 'plan', keys: ['UK'], state: 'added' },
          { ...plain, name: 'unread', type: 'integer[]', state: 'removed' },
        ],
      },
      {
        ...{ table: 'public.orders', state: 'unchanged', was: null, more: 1 },
        columns: [
          { ...plain, name: 'id', keys: ['PK'] },
          { ...plain, name: 'user_id', keys: ['FK'] },
        ],
      },
    ]);
    expect(references).toEqual([
      {
        ...{ name: 'orders_user_id_fkey', from: 'public.orders', to: 'public.users' },
        ...{ columns: ['user_id'], optional: true, one: false, state: 'unchanged' },
      },
    ]);
  });

  it('draws what new statements rename as the same under another name', async () => {
    const changes = [
      'alter table users rename name to "Full Name"',
      '-- why\nALTER TABLE public.orders RENAME COLUMN note TO remark;',
      'alter table "notes" /* sic */ rename -- again\n to memos;',
    ];
    // A column that goes beside one that comes is none.
    const after = `${shop} ${changes.join(';\n')}; alter table memos add m int; alter table users drop unread, add read int[];`;
    const [old, now] = await sidesOf(
      db,
      new Map([
        ['before', shop],
        ['after', after],
      ]),
    );
    const renamed = await toldRenames([{ statements: changes.map(statementOf) }], {
      before: old,
      after: now,
    });
    const step = { before: old, after: now, changes: diff(old, now, { traits }), renamed };
    const { tables, objects } = describeStep('new', step);
    expect(
      tables.map(({ table, was, columns }) => [
        table,
        was,
        ...columns.flatMap(({ change, state }) => change ?? (state === 'unchanged' ? [] : state)),
      ]),
    ).toEqual([
      ['public.memos', 'public.notes', 'added'],
      ['public.orders', null, 'was note'],
      ['public.users', null, 'was name', 'added', 'removed'],
    ]);
    expect(objects).toHaveLength(3);
    const untold = ['alter table users rename id to unread', "select 'rename'", 'rename what?'];
    expect(
      await toldRenames([{ statements: untold.map(statementOf) }], { before: old, after: now }),
    ).toEqual(new Map());
  });

  const statementOf = (sql: string): { sql: string; place: { file: string; line: number } } => ({
    sql,
    place: { file: '1.sql', line: 1 },
  });

  it('draws what comes and goes, with its foreign keys', async () => {
    const { tables, references } = await described(
      shop,
      `create table users (id int primary key, name varchar(80), unread int[]);
       create table notes (id int primary key);
       create table seats (user_id int primary key references users on delete cascade);`,
    );
    expect(tables.map(({ table, state, more }) => [table, state, more])).toEqual([
      ['public.orders', 'removed', 0],
      ['public.seats', 'added', 0],
      ['public.users', 'unchanged', 2],
    ]);
    expect(
      references.map(({ name, optional, one, state }) => [name, optional, one, state]),
    ).toEqual([
      ['seats_user_id_fkey', false, true, 'added'],
      ['orders_user_id_fkey', true, false, 'removed'],
    ]);
  });

  // The told changes, made on what there is, must give what is asked for, as far as it is shown.
  const shown = /^(?:check|column|enum|identity|inherits|partition|policy|table|unique)-/;
  const respelled = /respells|column-type-under-policy/;
  const some = files.filter((name) => shown.test(name) && !respelled.test(name));
  it.each(some.filter((_name, index) => index % 8 === 0))('ends where %s does', async (name) => {
    const source = sections(textOf(name));
    const sides = await sidesOf(db, source);
    const { changes } = await planned(db, source, sides);
    const [before, desired] = sides;
    const lines = (after: typeof desired): readonly string[] => {
      const step = { before, after, changes, renamed: new Map() };
      const texts = describeStep('missing', step).objects.map(({ after: text }) => text ?? '');
      // A column that is added comes last, whatever its place.
      return texts.flatMap((text) => text.replaceAll(/,$/gm, '').split('\n')).toSorted();
    };
    expect(lines(withChanges(before, desired, changes))).toEqual(lines(desired));
  });
});
