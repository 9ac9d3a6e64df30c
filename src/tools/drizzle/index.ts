// Drizzle: models declared with drizzle-orm, migrations in drizzle-kit's two layouts.
import type { Tool } from '../tool.ts';
import { detect } from './detect.ts';
import { readMigrations } from './migrations.ts';
import { readModels } from './models.ts';
import { write } from './write.ts';

export const drizzle = {
  name: 'drizzle',
  detect,
  readModels,
  readMigrations,
  write,
} satisfies Tool;
