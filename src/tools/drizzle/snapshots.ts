// Reads the snapshots beside the migrations: only for what drizzle-kit itself will make of them next,
// never as the truth about the database.
import { z } from 'zod';
import type { Finding } from '../../report/report.ts';
import { readIfReadable, type Revision } from '../../revision/revision.ts';
import { join } from './layout.ts';
import { applyDeltas, textOf, type Row } from './rows.ts';

export interface SnapshotState {
  /** Version of the newest snapshot; null where there is none. */
  readonly version: string | null;
  /** Ids of the snapshots that no other names as its parent, among those read. */
  readonly leaves: readonly string[];
  /** Id of the newest snapshot; null where there is none. */
  readonly newest: string | null;
  /** The newest snapshot itself, by its path; null where there is none. */
  readonly last: SnapshotText | null;
  /** Generation 1: the rows that the snapshots amount to. */
  readonly rows: readonly Row[];
  /** Schema and name of the tables in the newest snapshot. */
  readonly tables: readonly (readonly [string, string])[];
}

interface SnapshotText {
  readonly file: string;
  readonly text: string;
}

export interface SnapshotReading {
  readonly state: SnapshotState;
  readonly findings: readonly Finding[];
}

interface Header {
  readonly file: string;
  readonly id: string;
  readonly parents: readonly string[];
}

/** Older snapshots are many and large; forks among them would have stopped drizzle-kit long ago. */
const NEWEST = 8;

/** Snapshots of generation 0: `meta/<prefix>_snapshot.json`. */
export function readJournalSnapshots(
  revision: Revision,
  directory: string,
  entries: readonly { readonly tag: string }[],
): SnapshotReading {
  const meta = join(directory, 'meta/');
  const files = revision
    .list()
    .filter((file) => file.startsWith(meta) && file.endsWith('_snapshot.json'));
  const last = entries.at(-1);
  const expected = last === undefined ? null : `${meta}${prefixOf(last.tag)}_snapshot.json`;
  const findings =
    expected === null || files.includes(expected) ? [] : [missing(expected, last?.tag ?? '')];
  return withHeaders(revision, files, findings);
}

/** `0003_add_users` → `0003`. */
function prefixOf(tag: string): string {
  return tag.split('_')[0] ?? tag;
}

/** Snapshots of generation 1: `<folder>/snapshot.json`. */
export function readFolderSnapshots(
  revision: Revision,
  directory: string,
  folders: readonly string[],
): SnapshotReading {
  const files = folders
    .map((name) => join(directory, `${name}/snapshot.json`))
    .filter((file) => revision.isFile(file));
  const last = folders.at(-1);
  const expected = last === undefined ? null : join(directory, `${last}/snapshot.json`);
  const findings =
    expected === null || files.includes(expected) ? [] : [missing(expected, last ?? '')];
  return withHeaders(revision, files, findings);
}

function missing(file: string, migration: string): Finding {
  return {
    rule: 'snapshot-stale',
    severity: 'note',
    hazard: 'configuration',
    message: `${migration} has no snapshot (${file}): drizzle-kit compares the models with an older one, and may write again what ${migration} already does.`,
    file: null,
    line: null,
  };
}

function withHeaders(
  revision: Revision,
  files: readonly string[],
  findings: readonly Finding[],
): SnapshotReading {
  const last = readTexts(revision, files.slice(-1))[0];
  const newest = last === undefined ? null : parse(last.text);
  const partial = newest !== null && newest.tables === undefined && newest.ddl === undefined;
  const texts = readTexts(revision, partial ? files : files.slice(-NEWEST));
  const headers = texts.flatMap(({ file, text }) => headerOf(file, text));
  const parents = new Set(headers.flatMap((header) => header.parents));
  const rows = partial ? replay(texts) : (newest?.ddl ?? []);
  return {
    state: {
      version: newest?.version ?? null,
      newest: headers.at(-1)?.id ?? null,
      last: last ?? null,
      rows,
      leaves: headers
        .map((header) => header.id)
        .filter((id) => !parents.has(id))
        .reverse(),
      tables: newest === null ? [] : tablesOf(newest, rows),
    },
    findings: [...findings, ...forks(headers)],
  };
}

function readTexts(revision: Revision, files: readonly string[]): SnapshotText[] {
  return files.flatMap((file) => {
    const text = readIfReadable(revision, file);
    return text === null ? [] : [{ file, text }];
  });
}

/** The rows that a base and the differences after it amount to. */
function replay(texts: readonly SnapshotText[]): Row[] {
  let rows: Row[] = [];
  for (const { text } of texts) {
    const snapshot = parse(text);
    if (snapshot?.ddl !== undefined) rows = snapshot.ddl;
    if (snapshot?.deltas !== undefined) rows = applyDeltas(rows, snapshot.deltas);
  }
  return rows;
}

/** The ids alone, without parsing megabytes: they are fields of the outermost object. */
function headerOf(file: string, text: string): Header[] {
  const id = /^ {2}"id":\s*"([^"]+)"/m.exec(text)?.[1] ?? /"id":\s*"([^"]+)"/.exec(text)?.[1];
  if (id === undefined) return [];
  const one = /"prevId":\s*"([^"]+)"/.exec(text)?.[1];
  const many = /"prevIds":\s*\[([^\]]*)\]/.exec(text)?.[1];
  const parents =
    many === undefined ? [] : [...many.matchAll(/"([^"]+)"/g)].map((it) => it[1] ?? '');
  return [{ file, id, parents: one === undefined ? parents : [one] }];
}

function forks(headers: readonly Header[]): Finding[] {
  const byParent = new Map<string, Header>();
  const findings: Finding[] = [];
  for (const header of headers) {
    for (const parent of header.parents) {
      const twin = byParent.get(parent);
      byParent.set(parent, header);
      if (twin === undefined) continue;
      findings.push({
        rule: 'snapshot-fork',
        severity: 'note',
        hazard: 'configuration',
        message: `${twin.file} and ${header.file} follow the same snapshot: drizzle-kit refuses to generate until one of them follows the other.`,
        file: header.file,
        line: 1,
      });
    }
  }
  return findings;
}

const named = z.object({ name: z.string(), schema: z.string().optional() });
const row = z.record(z.string(), z.json());
const delta = z.union([
  z.object({ op: z.literal('create'), row }),
  z.object({ op: z.literal('drop'), key: z.string() }),
  z.object({ op: z.enum(['alter', 'rename']), key: z.string(), set: row }),
]);
const snapshotSchema = z.looseObject({
  version: z.string().optional(),
  tables: z.record(z.string(), named).optional(),
  ddl: z.array(row).optional(),
  deltas: z.array(delta).optional(),
});

function parse(text: string): z.infer<typeof snapshotSchema> | null {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function tablesOf(
  newest: z.infer<typeof snapshotSchema>,
  rows: readonly Row[],
): (readonly [string, string])[] {
  if (newest.tables !== undefined) {
    return Object.values(newest.tables).map((table) => [
      table.schema === undefined || table.schema === '' ? 'public' : table.schema,
      table.name,
    ]);
  }
  return rows
    .filter((it) => it['entityType'] === 'tables')
    .map((it) => [textOf(it, 'schema'), textOf(it, 'name')]);
}
