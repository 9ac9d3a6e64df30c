// Tables that make names of keys by themselves, and the forms only drizzle-orm 1 has.
import { sql } from 'drizzle-orm';
import {
  bytea,
  check,
  index,
  integer,
  pgEnum,
  pgSchema,
  pgTable,
  snakeCase,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

export const elsewhere = pgSchema('elsewhere').existing();
export const state = pgEnum('state', { on: 'ON', off: 'OFF' });
const stamps = { createdAt: timestamp().defaultNow().notNull() };

export const userAccounts = snakeCase.table(
  'user_accounts',
  {
    userId: integer().primaryKey(),
    firstName: text().notNull().unique(),
    kept: text('keptAsIs').unique('kept_uq'),
    state: state().default('ON'),
    states: state().array().default(['ON', 'OFF']),
    blob: bytea(),
    ...stamps,
  },
  (t) => [
    index().on(t.firstName, t.kept),
    unique().on(t.firstName, t.userId),
    unique().on(t.state),
    check('short', sql`length(${t.firstName}) < ${10}`),
    index('descending').on(t.firstName.desc(), t.kept.op('text_pattern_ops').desc().nullsLast()),
    index('partial')
      .on(t.firstName)
      .where(sql`${t.state} = ${'ON'}`),
  ],
);
export const secured = pgTable.withRLS('secured', {
  id: integer('id').references(() => userAccounts.userId, { name: 'secured_user' }),
  longNamedColumnThatMakesTheForeignKeyTooLong: integer(
    'long_named_column_that_makes_the_foreign_key_too_long',
  ).references(() => userAccounts.userId),
});
