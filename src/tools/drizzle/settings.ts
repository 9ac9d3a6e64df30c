// The settings of a Drizzle project that detection found, read back from where the project keeps them.
import { z } from 'zod';
import type { Revision } from '../../revision/revision.ts';
import type { Bookkeeping, Project } from '../tool.ts';
import { layoutOf } from './layout.ts';
import { prefixStyles, type PrefixStyle } from './prefix.ts';
import { declaredGeneration } from './version.ts';

const schema = z.object({
  casing: z.enum(['snake_case', 'camelCase']).nullable().default(null),
  schemaFilter: z.array(z.string()).nullable().default(null),
  tablesFilter: z.array(z.string()).nullable().default(null),
  roles: z.boolean().default(false),
  breakpoints: z.boolean().default(true),
  prefix: z.enum(prefixStyles).nullable().default(null),
  bookkeeping: z
    .object({ schema: z.string(), table: z.string() })
    .default({ schema: 'drizzle', table: '__drizzle_migrations' }),
});

export interface DrizzleSettings {
  readonly generation: 0 | 1;
  readonly casing: 'snake_case' | 'camelCase' | null;
  readonly schemaFilter: readonly string[] | null;
  readonly tablesFilter: readonly string[] | null;
  /** Whether the project manages roles (`entities.roles`). */
  readonly roles: boolean;
  readonly breakpoints: boolean;
  readonly prefix: PrefixStyle | null;
  readonly bookkeeping: Bookkeeping;
}

/**
 * The generation is that of the migrations at this revision; a project that has none yet begins with
 * the one its drizzle-kit writes.
 */
export function readSettings(revision: Revision, project: Project): DrizzleSettings {
  const layout = project.migrations === null ? null : layoutOf(revision, project.migrations);
  return {
    ...schema.parse(project.settings),
    generation: layout?.generation ?? declaredGeneration(revision, project.root),
  };
}
