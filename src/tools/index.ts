// The registry of tools: a new one is a folder and a line here.
import { drizzle } from './drizzle/index.ts';
import type { Tool } from './tool.ts';

export const tools: readonly Tool[] = [drizzle];
