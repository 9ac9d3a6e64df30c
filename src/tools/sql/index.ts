// SQL files that some tool or nobody in particular runs: migrations without models.
import type { Tool } from '../tool.ts';
import { detect } from './detect.ts';
import { readMigrations } from './migrations.ts';

export const sql: Tool = { name: 'sql', detect, readModels: null, readMigrations, write: null };
