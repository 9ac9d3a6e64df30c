// casing: snake_case. Names made of keys.
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  pgTableCreator,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

const appTable = pgTableCreator((name) => `app_${name}`);
const stamps = { createdAt: timestamp().defaultNow().notNull(), updatedAt: timestamp() };

export const userAccounts = appTable(
  'userAccounts',
  {
    userId: integer().primaryKey(),
    firstName: text().notNull(),
    kept: text('keptAsIs').unique(),
    emailAddress: text().unique(),
    ...stamps,
  },
  (t) => [
    index().on(t.firstName, t.kept),
    unique().on(t.firstName, t.userId),
    check('short', sql`length(${t.firstName}) < 10`),
    index('expression').on(sql`lower(${t.firstName})`),
  ],
);
export const userRoles = pgTable(
  'userRoles',
  {
    ownerId: integer().references(() => userAccounts.userId),
    roleName: text(),
    otherId: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.ownerId, t.roleName] }),
    foreignKey({ columns: [t.otherId], foreignColumns: [userAccounts.userId] }),
  ],
);
