// The files of a new migration, as drizzle-kit itself would lay them, in the project's own layout.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { OutputFile, WriteRequest } from '../tool.ts';
import { join } from './layout.ts';
import type { JournalState, MigrationState } from './migrations.ts';
import type { ModelState } from './models.ts';
import { nameOfChanges } from './naming.ts';
import { prefixOf, prefixStyleOf, stamp } from './prefix.ts';
import { snapshot0 } from './snapshot-0.ts';
import { snapshot1 } from './snapshot-1.ts';
import { BREAKPOINT } from './split.ts';

const NO_PARENT = '00000000-0000-0000-0000-000000000000';

/** Contents only: nothing is written here. The SQL file comes first. */
export function write(request: WriteRequest): OutputFile[] {
  const models = request.models.toolState as ModelState;
  const migrations = request.migrations.toolState as MigrationState;
  return migrations.generation === 0
    ? writeJournal(request, models, migrations)
    : writeFolder(request, models, migrations);
}

function writeJournal(
  request: WriteRequest,
  models: ModelState,
  migrations: MigrationState,
): OutputFile[] {
  const journal = migrations.journal ?? emptyJournal;
  const last = journal.entries.at(-1);
  const idx = last === undefined ? 0 : last.idx + 1;
  // The migrator skips what is not later than everything before it.
  const when = Math.max(request.now, ...journal.entries.map((entry) => entry.when + 1));
  const style = prefixStyleOf(journal.entries, models.settings.prefix);
  const prefix = prefixOf(style, idx, when);
  const tag = `${prefix}_${fileName(request)}`;
  const { breakpoints } = models.settings;
  const entry = { idx, version: '7', when, tag, breakpoints };
  const sql = joinStatements(request.up, breakpoints);
  const prevId = migrations.snapshots.newest ?? NO_PARENT;
  const id = makeId([prevId, tag, sql]);
  const meta = join(request.migrations.directory, 'meta');
  return [
    { path: join(request.migrations.directory, `${tag}.sql`), content: sql },
    {
      path: `${meta}/_journal.json`,
      content: appendEntry(journal, entry),
      ...(migrations.journal === null ? {} : { replaces: migrations.journal.text }),
    },
    {
      path: `${meta}/${prefix}_snapshot.json`,
      content: JSON.stringify(snapshot0(models.declarations, { id, prevId }), null, 2),
    },
  ];
}

const emptyJournal: JournalState = {
  version: '7',
  dialect: 'postgresql',
  text: '{\n  "version": "7",\n  "dialect": "postgresql",\n  "entries": []\n}',
  entries: [],
};

/** Appends to the journal as it stands: its other fields, its indentation and its last newline stay. */
function appendEntry(journal: JournalState, entry: object): string {
  const value = JSON.parse(journal.text) as { entries: unknown[] };
  const indent = /\n([ \t]+)"/.exec(journal.text)?.[1] ?? '  ';
  const text = JSON.stringify({ ...value, entries: [...value.entries, entry] }, null, indent);
  return journal.text.endsWith('\n') ? `${text}\n` : text;
}

function writeFolder(
  request: WriteRequest,
  models: ModelState,
  migrations: MigrationState,
): OutputFile[] {
  const names = request.migrations.migrations.map((it) => it.name);
  const latest = Math.max(
    request.now,
    ...request.migrations.migrations.map((it) => it.timestamp + 1000),
  );
  const folder = `${stamp(latest)}_${fileName(request)}`;
  const sql = joinStatements(request.up, models.settings.breakpoints);
  const parents =
    migrations.snapshots.leaves.length > 0 ? migrations.snapshots.leaves : [NO_PARENT];
  const id = makeId([...parents, ...names, folder, sql]);
  const snapshot = snapshot1(models.declarations, {
    id,
    parents,
    version: migrations.snapshots.version,
    previous: migrations.snapshots.rows,
  });
  const directory = join(request.migrations.directory, folder);
  return [
    { path: posix.join(directory, 'migration.sql'), content: sql },
    { path: posix.join(directory, 'snapshot.json'), content: JSON.stringify(snapshot, null, 2) },
  ];
}

function fileName(request: WriteRequest): string {
  const given = request.name?.trim().replaceAll(/[^\p{L}\p{N}_-]+/gu, '_');
  return given === undefined || given === '' ? nameOfChanges(request.up) : given;
}

/** drizzle-kit ends a CREATE TABLE with a newline, and so sets the breakpoint after it on its own line. */
function joinStatements(statements: readonly string[], breakpoints: boolean): string {
  const texts = statements.map((statement) => {
    const text = statement.trim().replace(/;*$/, ';');
    return /^CREATE (?:TABLE|SCHEMA)\b/i.test(text) ? `${text}\n` : text;
  });
  return texts.join(breakpoints ? `${BREAKPOINT}\n` : '\n');
}

/** An id in the form of a random UUID, made of what it stands for, so that one run gives one result. */
function makeId(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
