// Views of all kinds, on tables and on each other.
import { eq, gt, sql } from 'drizzle-orm';
import {
  integer,
  pgMaterializedView,
  pgSchema,
  pgTable,
  pgView,
  serial,
  text,
} from 'drizzle-orm/pg-core';

export const app = pgSchema('app');
export const users = pgTable('users', {
  id: serial('id').primaryKey(),
  name: text('name').notNull(),
  age: integer('age'),
});
export const adults = pgView('adults').as((qb) => qb.select().from(users).where(gt(users.age, 18)));
export const names = pgView('names', { name: text('name'), id: integer('id') }).as(
  sql`select ${users.name}, ${users.id} from ${users}`,
);
export const old = pgView('aged')
  .with({ securityInvoker: true, checkOption: 'local' })
  .as((qb) => qb.select().from(users).where(eq(users.age, 90)));
export const counted = pgMaterializedView('counted').as((qb) =>
  qb.select({ total: sql<number>`count(*)`.as('total') }).from(users),
);
export const filled = pgMaterializedView('filled')
  .with({ fillfactor: 70 })
  .withNoData()
  .as((qb) => qb.select().from(users));
export const grown = app.view('grown').as((qb) => qb.select({ id: adults.id }).from(adults));
export const elsewhere = pgView('elsewhere', { id: integer('id') }).existing();
