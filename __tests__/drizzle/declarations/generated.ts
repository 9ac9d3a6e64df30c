// Generated and identity columns, sequences.
import { sql, type SQL } from 'drizzle-orm';
import {
  bigint,
  integer,
  pgSchema,
  pgSequence,
  pgTable,
  smallint,
  text,
} from 'drizzle-orm/pg-core';

export const plain = pgSequence('plain');
export const stepping = pgSequence('stepping', {
  startWith: 100,
  increment: 5,
  minValue: 10,
  maxValue: 1000,
  cache: 3,
  cycle: true,
});
export const falling = pgSequence('falling', { increment: -1 });
export const app = pgSchema('app');
export const inside = app.sequence('inside', { startWith: '7' });

export const generated = pgTable('generated', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  b: bigint('b', { mode: 'number' }).generatedByDefaultAsIdentity({
    name: 'b_numbers',
    startWith: 10,
    increment: 2,
    cache: 5,
  }),
  c: smallint('c').generatedByDefaultAsIdentity({ increment: -1 }),
  first: text('first'),
  last: text('last'),
  full: text('full').generatedAlwaysAs(
    (): SQL => sql`${generated.first} || ' ' || ${generated.last}`,
  ),
  upper: text('upper')
    .generatedAlwaysAs(sql`upper(first)`)
    .notNull(),
});
export const ids = app.table('ids', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity({ startWith: 5 }),
});
