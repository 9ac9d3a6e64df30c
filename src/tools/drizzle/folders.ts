// The layout of generation 1: a folder for each migration, `<time>_<name>/migration.sql`. Its
// migrator records the folder's name, and the time that the name begins with.
import type { Finding } from '../../report/report.ts';
import type { Revision } from '../../revision/revision.ts';
import { journalPath, join, migrationFolders } from './layout.ts';
import type { LayoutReading, MigrationEntry } from './migrations.ts';
import { readFolderSnapshots } from './snapshots.ts';

export function readFolders(revision: Revision, directory: string): LayoutReading {
  const folders = migrationFolders(revision, directory);
  const findings = [...checkNames(directory, folders), ...checkJournal(revision, directory)];
  const snapshots = readFolderSnapshots(revision, directory, folders);
  return {
    entries: folders.map((name): MigrationEntry => ({
      name,
      file: join(directory, `${name}/migration.sql`),
      timestamp: timeOf(name) ?? 0,
    })),
    findings: [...findings, ...snapshots.findings],
    state: { generation: 1, snapshots: snapshots.state, journal: null },
  };
}

/** `20251122132011_add_users` → milliseconds since 1970, UTC; null without the fourteen digits. */
function timeOf(name: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(name);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function checkNames(directory: string, folders: readonly string[]): Finding[] {
  return folders
    .filter((name) => timeOf(name) === null)
    .map((name) => ({
      rule: 'migration-unlisted',
      severity: 'warning',
      hazard: 'configuration',
      message: `The folder ${name} does not begin with a time (YYYYMMDDhhmmss): drizzle's migrator records no time for it.`,
      file: join(directory, `${name}/migration.sql`),
      line: 1,
    }));
}

/** drizzle-orm 1.x refuses a directory that still has a journal. */
function checkJournal(revision: Revision, directory: string): Finding[] {
  const file = journalPath(directory);
  if (!revision.isFile(file)) return [];
  return [
    {
      rule: 'journal-invalid',
      severity: 'warning',
      hazard: 'configuration',
      message: `The directory ${directory} holds both a journal and folders of migrations. drizzle's newer migrator refuses it: run \`drizzle-kit up\`, or remove the journal.`,
      file,
      line: 1,
    },
  ];
}
