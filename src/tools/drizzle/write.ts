// The files of a new migration, as drizzle-kit itself would lay them, in the project's own layout.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { MigrationPart, OutputFile, WriteRequest } from '../tool.ts';
import { join, journalPath } from './layout.ts';
import type { JournalState, MigrationState } from './migrations.ts';
import type { ModelState } from './models.ts';
import { nameOfChanges } from './naming.ts';
import { prefixOf, prefixStyleOf, stamp } from './prefix.ts';
import { renameRecords } from './rename-records.ts';
import { snapshot0 } from './snapshot-0.ts';
import { rowsOf, snapshot1 } from './snapshot-1.ts';
import type { SnapshotState } from './snapshots.ts';
import { BREAKPOINT } from './split.ts';

const NO_PARENT = '00000000-0000-0000-0000-000000000000';

/** Contents only: nothing is written here. The SQL files come first, in their order. */
export function write(request: WriteRequest): OutputFile[] {
  const models = request.models.toolState as ModelState;
  const migrations = request.migrations.toolState as MigrationState;
  return migrations.generation === 0
    ? writeJournal(request, models, migrations)
    : writeFolders(request, models, migrations);
}

/** Several migrations are a second apart, so that names made of times differ. */
const SECOND = 1000;

function writeJournal(
  request: WriteRequest,
  models: ModelState,
  migrations: MigrationState,
): OutputFile[] {
  const journal = migrations.journal ?? emptyJournal;
  const last = journal.entries.at(-1);
  // The migrator skips what is not later than everything before it.
  const when = Math.max(request.now, ...journal.entries.map((entry) => entry.when + 1));
  const style = prefixStyleOf(journal.entries, models.settings.prefix);
  const { breakpoints } = models.settings;
  const { directory } = request.migrations;
  const names = fileNames(request);
  const entries: object[] = [];
  const texts: OutputFile[] = [];
  const snapshots: OutputFile[] = [];
  const records = renameRecords(request.renames ?? []);
  let prevId = migrations.snapshots.newest ?? NO_PARENT;
  for (const [at, part] of request.parts.entries()) {
    const idx = (last === undefined ? 0 : last.idx + 1) + at;
    const prefix = prefixOf(style, idx, when + at * SECOND);
    const tag = `${prefix}_${names[at] ?? ''}`;
    const sql = textOf(part, breakpoints);
    const id = makeId([prevId, tag, sql]);
    entries.push({ idx, version: '7', when: when + at * SECOND, tag, breakpoints });
    texts.push({ path: join(directory, `${tag}.sql`), content: sql });
    // What is renamed is so in the first.
    const renames = at === 0 ? records.meta : renameRecords([]).meta;
    const snapshot = snapshot0(models.declarations, { id, prevId, renames });
    const path = join(directory, `meta/${prefix}_snapshot.json`);
    snapshots.push(besideLast(path, JSON.stringify(snapshot, null, 2), migrations.snapshots));
    prevId = id;
  }
  return [
    ...texts,
    {
      path: journalPath(directory),
      content: appendEntries(journal, entries),
      ...(migrations.journal === null ? {} : { replaces: migrations.journal.text }),
    },
    // Without prefixes they share a file, and the last one is what counts.
    ...new Map(snapshots.map((file) => [file.path, file])).values(),
  ];
}

const emptyJournal: JournalState = {
  version: '7',
  dialect: 'postgresql',
  text: '{\n  "version": "7",\n  "dialect": "postgresql",\n  "entries": []\n}',
  entries: [],
};

/** Appends to the journal as it stands: its other fields, its indentation and its last newline stay. */
function appendEntries(journal: JournalState, entries: readonly object[]): string {
  const value = JSON.parse(journal.text) as { entries: unknown[] };
  const indent = /\n([ \t]+)"/.exec(journal.text)?.[1] ?? '  ';
  const all = [...value.entries, ...entries];
  const text = JSON.stringify({ ...value, entries: all }, null, indent);
  return journal.text.endsWith('\n') ? `${text}\n` : text;
}

function writeFolders(
  request: WriteRequest,
  models: ModelState,
  migrations: MigrationState,
): OutputFile[] {
  const before = request.migrations.migrations;
  const latest = Math.max(request.now, ...before.map((it) => it.timestamp + SECOND));
  const names = fileNames(request);
  const known = before.map((it) => it.name);
  const texts: OutputFile[] = [];
  const snapshots: OutputFile[] = [];
  const { leaves, version } = migrations.snapshots;
  let previous = migrations.snapshots.rows;
  let renames = renameRecords(request.renames ?? []);
  let parents: readonly string[] = leaves.length > 0 ? leaves : [NO_PARENT];
  for (const [at, part] of request.parts.entries()) {
    const folder = `${stamp(latest + at * SECOND)}_${names[at] ?? ''}`;
    const sql = textOf(part, models.settings.breakpoints);
    const id = makeId([...parents, ...known, folder, sql]);
    const snapshot = snapshot1(models.declarations, { id, parents, version, previous, renames });
    const directory = join(request.migrations.directory, folder);
    texts.push({ path: posix.join(directory, 'migration.sql'), content: sql });
    const path = posix.join(directory, 'snapshot.json');
    snapshots.push(besideLast(path, JSON.stringify(snapshot, null, 2), migrations.snapshots));
    parents = [id];
    // The first snapshot has all that the models declare.
    previous = rowsOf(models.declarations);
    renames = renameRecords([]);
  }
  return [...texts, ...snapshots];
}

/** Most of a snapshot is what the one before says; without prefixes it takes that one's place. */
function besideLast(path: string, content: string, { last }: SnapshotState): OutputFile {
  if (last === null) return { path, content };
  // Any other that is there already is not ours to overwrite.
  const isUnnumbered = posix.basename(path) === '_snapshot.json';
  if (last.file === path) return { path, content, ...(isUnnumbered && { replaces: last.text }) };
  return { path, content, like: { path: last.file, content: last.text } };
}

/** The user's name, numbered where there are several; else what each does, and no two the same. */
function fileNames({ name, parts }: WriteRequest): string[] {
  const given = name?.trim().replaceAll(/[^\p{L}\p{N}_-]+/gu, '_') ?? '';
  if (given !== '') {
    return parts.map((_part, at) => (parts.length === 1 ? given : `${given}_${String(at + 1)}`));
  }
  const used = new Set<string>();
  return parts.map(({ statements }) => {
    const wanted = nameOfChanges(statements);
    let own = wanted;
    for (let number = 2; used.has(own); number++) own = `${wanted}_${String(number)}`;
    used.add(own);
    return own;
  });
}

function textOf({ statements, comment }: MigrationPart, breakpoints: boolean): string {
  const sql = joinStatements(statements, breakpoints);
  return comment === null ? sql : `-- ${comment}\n${sql}`;
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
