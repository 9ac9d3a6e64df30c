// The bundle for generation 1: drizzle-orm 1.x, as models import it, and the reader of what they declare.
import * as orm from 'drizzle-orm';
import * as legacyRelations from 'drizzle-orm-v1/_relations';
import * as casing from 'drizzle-orm/casing';
import * as neon from 'drizzle-orm/neon';
import * as pgCore from 'drizzle-orm/pg-core';
import * as supabase from 'drizzle-orm/supabase';
import { guardNamespace } from './guard.ts';

export { collect } from './collect.ts';
export { collectConfig } from './config.ts';

/** What models import, by the property that `modulePaths` of ../libraries.ts names. */
export const modules = {
  orm: { ...orm },
  pgCore: guardNamespace(pgCore),
  casing: { ...casing },
  supabase: { ...supabase },
  neon: { ...neon },
  legacyRelations: { ...legacyRelations },
  kit: { defineConfig: <T>(config: T): T => config },
};
