/* eslint-disable @typescript-eslint/no-deprecated -- the object form is still met */
// Keys, unique constraints, checks and indexes: named and unnamed.
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgSchema,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';

export const app = pgSchema('app');

export const users = pgTable(
  'users',
  {
    id: serial('id').primaryKey(),
    email: text('email').notNull().unique(),
    handle: text('handle').unique('users_handle_uq'),
    nick: text('nick').unique('users_nick', { nulls: 'not distinct' }),
    managerId: integer('manager_id').references((): AnyPgColumn => users.id, {
      onDelete: 'set null',
    }),
    age: integer('age'),
    deletedAt: timestamp('deleted_at'),
  },
  (t) => [
    unique().on(t.email, t.handle),
    unique('users_three').on(t.age, t.nick).nullsNotDistinct(),
    check('adult', sql`${t.age} >= 18`),
    check('positive', sql`age > 0 AND ${t.handle} <> ''`),
    index().on(t.age),
    index('by_age').on(t.age.desc(), t.email.asc().nullsFirst()),
    index('by_nick')
      .on(t.nick.desc().nullsFirst())
      .where(sql`${t.deletedAt} is null`),
    uniqueIndex('lower_email').on(sql`lower(${t.email})`),
    uniqueIndex().on(t.handle, t.age),
    index('with_op').on(t.email.op('text_pattern_ops')),
    index('hashed').using('hash', t.email),
    index('filled').on(t.id).with({ fillfactor: 70 }),
    index('live')
      .on(t.id)
      .where(and(isNull(t.deletedAt), gt(t.age, sql.raw('3'))) ?? sql`true`),
  ],
);

export const memberships = app.table(
  'memberships',
  {
    userId: integer('user_id').notNull(),
    teamId: uuid('team_id').notNull(),
    role: text('role'),
    note: text('note').references(() => users.email, { onUpdate: 'cascade', onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.teamId] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    index().on(t.role, t.note),
    check('role_known', sql`${t.role} in ('a', 'b')`),
    index('by_role')
      .on(t.role)
      .where(eq(t.role, sql`'a'`)),
  ],
);

export const grants = pgTable(
  'grants',
  {
    userId: integer('user_id'),
    teamId: uuid('team_id'),
    extra: text('extra').primaryKey(),
  },
  (t) => ({
    membership: foreignKey({
      name: 'grants_membership',
      columns: [t.userId, t.teamId],
      foreignColumns: [memberships.userId, memberships.teamId],
    }),
  }),
);

export const named = pgTable('named', { a: integer('a'), b: integer('b') }, (t) => [
  primaryKey({ name: 'named_key', columns: [t.b, t.a] }),
]);
