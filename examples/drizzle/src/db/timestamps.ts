import { timestamp } from 'drizzle-orm/pg-core';

/** Shared by every table. */
export const timestamps = {
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
};
