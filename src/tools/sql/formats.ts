// Every layout, the ones that show themselves most clearly first.
import { dbmate } from './dbmate.ts';
import { flyway } from './flyway.ts';
import type { Format } from './format.ts';
import type { Folder } from './folder.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import { nodePgMigrate } from './node-pg-migrate.ts';
import { numbered } from './numbered.ts';
import { prisma } from './prisma.ts';
import { supabase } from './supabase.ts';

const formats: readonly Format[] = [
  prisma,
  flyway,
  goose,
  dbmate,
  nodePgMigrate,
  supabase,
  golangMigrate,
  numbered,
];

/** The layout of that name. */
export function formatNamed(name: unknown): Format | null {
  return formats.find((format) => format.name === name) ?? null;
}

/** The layout of a folder; null where it is none of them. */
export function formatOf(folder: Folder): Format | null {
  return isDrizzles(folder) ? null : (formats.find((format) => format.recognise(folder)) ?? null);
}

/** drizzle-kit's own records, or the marks it sets between statements. */
function isDrizzles(folder: Folder): boolean {
  return (
    folder.others.some(
      (name) => name === 'meta/_journal.json' || /^[^/]+\/snapshot\.json$/.test(name),
    ) || folder.files.some((name) => folder.read(name).includes('--> statement-breakpoint'))
  );
}
