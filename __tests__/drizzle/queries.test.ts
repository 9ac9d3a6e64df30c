// What drizzle's own code asks of the database: held against what drizzle-orm itself sends and reads.
import * as pg from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import { describe, expect, it } from 'vitest';
import { readModels } from './support.ts';

const COLUMNS = `{
  id: pg.serial('id').primaryKey(), name: pg.text('name').notNull(), nick: pg.text('nick'),
  state: pg.text('state').notNull().default('new'), token: pg.text('token').notNull().$default(() => 'x'),
  touched: pg.text('touched').$onUpdate(() => 'now'),
  low: pg.text('low').generatedAlwaysAs('x'), n: pg.integer('n').generatedAlwaysAsIdentity(),
  seen: pg.timestamp('seen'), at: pg.timestamp('at', { withTimezone: true }), big: pg.bigint('big', { mode: 'bigint' }),
  ok: pg.boolean('ok'), tags: pg.text('tags').array(), day: pg.date('day'), data: pg.jsonb('data'),
}`;

const users = pg.pgTable('users', {
  id: pg.serial('id').primaryKey(),
  name: pg.text('name').notNull(),
  nick: pg.text('nick'),
  state: pg.text('state').notNull().default('new'),
  token: pg
    .text('token')
    .notNull()
    .$default(() => 'x'),
  touched: pg.text('touched').$onUpdate(() => 'now'),
  low: pg.text('low').generatedAlwaysAs('x'),
});

const reading = readModels(
  `import * as pg from 'drizzle-orm/pg-core';\nexport const users = pg.pgTable('users', ${COLUMNS});`,
);

describe('queries', () => {
  it('hold a value where drizzle sends one by itself, and leave the rest to the database', async () => {
    const { queries } = await reading;
    const inserts = Object.fromEntries(
      (queries?.[0]?.columns ?? []).map(({ name, insert }) => [name, insert]),
    );
    expect(inserts).toMatchObject({
      ...{ id: 'default', name: 'value', nick: 'any', state: 'default', token: 'value' },
      ...{ touched: 'value', low: 'never', n: 'default' },
    });
    const db = drizzle(() => Promise.resolve({ rows: [] }));
    const { sql } = db.insert(users).values({ name: 'Ada' }).toSQL();
    expect(sql).toBe(
      'insert into "users" ("id", "name", "nick", "state", "token", "touched") values (default, $1, default, default, $2, $3)',
    );
  });

  it('misread a type as drizzle does', async () => {
    const { queries } = await reading;
    const misread = (name: string, type: string): boolean | null =>
      queries?.[0]?.columns.find((it) => it.name === name)?.misread(type)?.certain ?? null;
    expect(misread('seen', 'timestamp with time zone')).toBe(false);
    const seen = pg.pgTable('t', { seen: pg.timestamp('seen') }).seen;
    expect(seen.mapFromDriverValue('2024-02-29 12:00:00+00')).toEqual(
      new Date('2024-02-29T12:00Z'),
    );
    expect(seen.mapFromDriverValue('2024-02-29 14:00:00+02')).toEqual(
      new Date('2024-02-29T14:00Z'),
    );
    expect(misread('seen', 'timestamp(3) without time zone')).toBeNull();
    expect(misread('at', 'timestamp without time zone')).toBe(false);
    expect(misread('n', 'bigint')).toBeNull();
    expect(pg.pgTable('t', { n: pg.integer('n') }).n.mapFromDriverValue('7')).toBe(7);
    expect(misread('big', 'numeric')).toBe(false);
    expect(misread('ok', 'integer')).toBe(true);
    expect(misread('name', 'integer')).toBe(true);
    expect(misread('name', 'uuid')).toBeNull();
    expect(misread('tags', 'text')).toBe(true);
    expect(misread('tags', 'character varying(20)[]')).toBeNull();
    expect(misread('day', 'timestamp without time zone')).toBe(true);
    expect(misread('data', 'json')).toBeNull();
  });
});
