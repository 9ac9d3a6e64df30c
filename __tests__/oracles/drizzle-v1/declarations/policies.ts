/* eslint-disable @typescript-eslint/no-deprecated -- the method is still met */
// Row-level security: policies in tables, linked ones, roles.
import { sql } from 'drizzle-orm';
import { integer, pgPolicy, pgRole, pgTable, text } from 'drizzle-orm/pg-core';

export const admin = pgRole('admin', { createRole: true, createDb: true, inherit: false });
export const guest = pgRole('guest').existing();
export const plain = pgRole('plain');

export const notes = pgTable(
  'notes',
  { id: integer('id').primaryKey(), owner: text('owner') },
  (t) => [
    pgPolicy('all of it'),
    pgPolicy('read', {
      for: 'select',
      to: ['public', guest],
      using: sql`${t.owner} = current_user`,
    }),
    pgPolicy('write', { as: 'restrictive', for: 'insert', to: admin, withCheck: sql`true` }),
    pgPolicy('change', {
      for: 'update',
      to: 'current_user',
      using: sql`true`,
      withCheck: sql`${t.id} > 0`,
    }),
  ],
);
export const locked = pgTable('locked', { id: integer('id') }).enableRLS();
export const open = pgTable('open', { id: integer('id') });
export const linked = pgPolicy('linked', { for: 'delete', to: admin, using: sql`false` }).link(
  open,
);
