// Reads the snapshots beside the migrations: only for what drizzle-kit itself will make of them next,
// never as the truth about the database.
import { z } from 'zod';
import type { Finding } from '../../report/report.ts';
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import { join } from './layout.ts';
import type { Entity } from './snapshot-1.ts';

export interface SnapshotState {
  /** Version of the newest snapshot; null where there is none. */
  readonly version: string | null;
  /** Ids of the snapshots that no other names as its parent, among those read. */
  readonly leaves: readonly string[];
  /** Id of the newest snapshot; null where there is none. */
  readonly newest: string | null;
  /** Generation 1: the rows that the snapshots amount to. */
  readonly entities: readonly Entity[];
  /** Schema and name of the tables in the newest snapshot. */
  readonly tables: readonly (readonly [string, string])[];
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
export function prefixOf(tag: string): string {
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
  const texts = files.slice(-NEWEST).flatMap((file) => {
    const text = readText(revision, file);
    return text === null ? [] : [{ file, text }];
  });
  const headers = texts.flatMap(({ file, text }) => headerOf(file, text));
  const newest = texts.at(-1);
  const parsed = newest === undefined ? null : parse(newest.text);
  const parents = new Set(headers.flatMap((header) => header.parents));
  return {
    state: {
      version: parsed?.version ?? null,
      newest: headers.at(-1)?.id ?? null,
      entities: [],
      leaves: headers.map((header) => header.id).filter((id) => !parents.has(id)),
      tables:
        parsed === null
          ? []
          : tablesOf(
              parsed,
              texts.map(({ text }) => text),
            ),
    },
    findings: [...findings, ...forks(headers)],
  };
}

function readText(revision: Revision, file: string): string | null {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
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
const entity = z.looseObject({
  entityType: z.string(),
  schema: z.string().optional(),
  name: z.string().optional(),
});
const snapshotSchema = z.looseObject({
  version: z.string().optional(),
  tables: z.record(z.string(), named).optional(),
  ddl: z.array(entity).optional(),
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
  texts: readonly string[],
): (readonly [string, string])[] {
  if (newest.tables !== undefined) {
    return Object.values(newest.tables).map((table) => [
      table.schema === undefined || table.schema === '' ? 'public' : table.schema,
      table.name,
    ]);
  }
  // The newest snapshot may hold differences only: then every table that one of them mentions counts.
  const snapshots = newest.ddl === undefined ? texts.map(parse) : [newest];
  const found = snapshots.flatMap((snapshot) => snapshot?.ddl ?? []);
  return found
    .filter((it) => it.entityType === 'tables' && it.name !== undefined)
    .map((it) => [it.schema ?? 'public', it.name ?? '']);
}
