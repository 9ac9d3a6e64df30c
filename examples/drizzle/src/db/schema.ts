import { index, integer, pgEnum, pgTable, serial, text, varchar } from 'drizzle-orm/pg-core';
import { timestamps } from './timestamps';

export const role = pgEnum('role', ['member', 'admin']);

export const user = pgTable('user', {
  id: serial().primaryKey(),
  name: text().notNull(),
  email: varchar({ length: 320 }).notNull().unique(),
  role: role().notNull().default('member'),
  ...timestamps,
});

export const address = pgTable(
  'address',
  {
    id: serial().primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    street: text().notNull(),
    city: text().notNull(),
    // Declared here, and no migration adds it: this is what Plumbline finds.
    country: varchar({ length: 2 }).notNull().default('NL'),
  },
  (table) => [index('address_user_id_index').on(table.userId)],
);
