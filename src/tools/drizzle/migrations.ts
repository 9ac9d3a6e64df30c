// Reads a directory of migrations as drizzle's own migrators do. Generation 0 follows the journal,
// in its order (drizzle-orm 0.45, src/migrator.ts); generation 1 the folders, sorted by name
// (drizzle-orm 1.0, src/migrator.ts). Both record sha256 of the file's text.
import { createHash } from 'node:crypto';
import type { Finding } from '../../report/report.ts';
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import { objectId } from '../../schema/identity.ts';
import type { Ledger, Migration, MigrationSet, Project } from '../tool.ts';
import { baselineIn } from './baseline.ts';
import { readFolders } from './folders.ts';
import { readJournal } from './journal.ts';
import { join, journalPath, layoutOf } from './layout.ts';
import { createLedger } from './ledger.ts';
import { readSettings } from './settings.ts';
import { splitMigration } from './split.ts';
import type { SnapshotState } from './snapshots.ts';

/** What the writer needs of the migrations. */
export interface MigrationState {
  readonly generation: 0 | 1;
  readonly snapshots: SnapshotState;
  /** Generation 0: the journal as it stands; null where there is none yet. */
  readonly journal: JournalState | null;
}

export interface JournalState {
  readonly version: string;
  readonly dialect: string;
  readonly text: string;
  readonly entries: readonly JournalEntry[];
}

export interface JournalEntry {
  readonly idx: number;
  readonly version: string;
  readonly when: number;
  readonly tag: string;
  readonly breakpoints: boolean;
}

/** A migration as its layout names it, before its file is read. */
export interface MigrationEntry {
  readonly name: string;
  readonly file: string;
  readonly timestamp: number;
}

export interface LayoutReading {
  readonly entries: readonly MigrationEntry[];
  readonly findings: readonly Finding[];
  readonly state: MigrationState;
}

/** The migrations of a project at a revision. Asynchronous only because other tools need it. */
export function readMigrations(revision: Revision, project: Project): Promise<DrizzleMigrations> {
  return Promise.resolve(read(revision, project));
}

type DrizzleMigrations = MigrationSet & { readonly ledger: Ledger };

function read(revision: Revision, project: Project): DrizzleMigrations {
  const directory = project.migrations ?? '';
  const settings = readSettings(revision, project);
  const generation =
    project.migrations === null ? null : (layoutOf(revision, directory)?.generation ?? null);
  const layout = readLayout(revision, directory, generation);
  const findings = [...layout.findings];
  if (generation === null) findings.push(noMigrations(revision, project));
  const migrations: Migration[] = [];
  for (const entry of layout.entries) {
    const migration = readMigration(revision, entry, findings);
    if (migration !== null) migrations.push(migration);
  }
  return {
    directory,
    migrations,
    bookkeeping: settings.bookkeeping,
    // `session.transaction` around them all: drizzle-orm 0.45, pg-core/dialect.ts; 1.0, pg-core/async/session.ts.
    transactions: 'one for all',
    downs: false,
    ledger: createLedger(settings.bookkeeping, migrations, generation ?? settings.generation),
    findings,
    modelledBefore: layout.state.snapshots.tables.map(([schema, name]) =>
      objectId('table', schema, name),
    ),
    toolState: { ...layout.state, generation: generation ?? settings.generation },
  };
}

function readLayout(
  revision: Revision,
  directory: string,
  generation: 0 | 1 | null,
): LayoutReading {
  if (generation === 0) return readJournal(revision, directory);
  if (generation === 1) return readFolders(revision, directory);
  const snapshots: SnapshotState = {
    version: null,
    leaves: [],
    newest: null,
    last: null,
    rows: [],
    tables: [],
  };
  return { entries: [], findings: [], state: { generation: 0, snapshots, journal: null } };
}

/** No layout is there: the beginning of a project, or a place that is named wrongly. */
function noMigrations(revision: Revision, project: Project): Finding {
  const { migrations: directory, configFile } = project;
  const hazard = 'configuration';
  const place = { file: configFile, line: configFile === null ? null : 1 };
  if (directory === null) {
    const message =
      `No directory of migrations is known for ${project.id}. Name it in plumbline.yml, ` +
      'under `migrations` of the project.';
    return { rule: 'migrations-missing', severity: 'error', hazard, message, ...place };
  }
  const journal = journalPath(directory);
  const prefix = join(directory, '');
  const stray = revision
    .list()
    .find(
      (file) =>
        file.endsWith('.sql') &&
        file.startsWith(prefix) &&
        !file.slice(prefix.length).includes('/'),
    );
  if (stray !== undefined) {
    const message =
      `${stray} is there, but not ${journal}, which tells the migrations' order (or git ignores it). ` +
      'Commit it; without it neither drizzle nor this check knows what was applied. ' +
      'If another tool runs these files, this check can not follow it: leave the project out, or name another directory in plumbline.yml.';
    return { rule: 'journal-invalid', severity: 'error', hazard, message, file: stray, line: 1 };
  }
  const message =
    `No migrations were found: neither ${journal} nor folders with a migration.sql in ${directory}. ` +
    'The first one goes there; if there are some elsewhere, name their directory in plumbline.yml.';
  return { rule: 'migrations-missing', severity: 'note', hazard, message, ...place };
}

function baselineTaken({ name, file }: MigrationEntry): Finding {
  return {
    rule: 'baseline-commented',
    severity: 'note',
    hazard: 'configuration',
    message:
      `${name} is what drizzle-kit pull read from the database, and all a comment: it is taken for what ` +
      'the database held before the migrations.',
    file,
    line: 1,
  };
}

function readMigration(
  revision: Revision,
  entry: MigrationEntry,
  findings: Finding[],
): Migration | null {
  try {
    const text = revision.read(entry.file);
    const baseline = baselineIn(text);
    if (baseline !== null) findings.push(baselineTaken(entry));
    return {
      ...entry,
      statements: splitMigration(baseline ?? text, entry.file),
      baseline: baseline !== null,
      hash: createHash('sha256').update(text).digest('hex'),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push({
      rule: 'migration-unreadable',
      severity: 'error',
      hazard: 'unreadable',
      message: error.message,
      file: entry.file,
      line: 1,
    });
    return null;
  }
}
