// The registry of tools: a new one is a folder and a line here. What an earlier one claims, a later one
// leaves alone.
import { drizzle } from './drizzle/index.ts';
import { sql } from './sql/index.ts';
import type { Tool } from './tool.ts';

export const tools: readonly Tool[] = [drizzle, sql];
