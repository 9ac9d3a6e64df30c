// The layout of generation 0: `meta/_journal.json` names the files and their order.
import { ts } from 'ts-morph';
import { z } from 'zod';
import type { Finding } from '../../report/report.ts';
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import { journalPath, join } from './layout.ts';
import type { JournalEntry, LayoutReading, MigrationEntry } from './migrations.ts';
import { readJournalSnapshots } from './snapshots.ts';

const journalSchema = z.object({
  version: z.string().default('7'),
  dialect: z.string().default('postgresql'),
  entries: z.array(
    z.object({
      idx: z.number(),
      version: z.string().default('7'),
      when: z.number(),
      tag: z.string(),
      breakpoints: z.boolean().default(true),
    }),
  ),
});

/** Reads the journal; what is wrong with it is found, and what can be used of it is. */
export function readJournal(revision: Revision, directory: string): LayoutReading {
  const findings: Finding[] = [];
  const file = journalPath(directory);
  const text = readText(revision, file, findings);
  const journal = text === null ? null : parseJournal(file, text, findings);
  const entries = journal?.entries ?? [];
  if (journal !== null && text !== null) {
    const lineOf = (entry: JournalEntry): number => lineOfEntry(text, entry);
    findings.push(...checkEntries(file, entries, lineOf));
    findings.push(...checkFiles(revision, directory, entries, { file, lineOf }));
  }
  const usable = entries.filter((it) => revision.isFile(join(directory, `${it.tag}.sql`)));
  const snapshots = readJournalSnapshots(revision, directory, usable);
  return {
    entries: usable.map((entry): MigrationEntry => ({
      name: entry.tag,
      file: join(directory, `${entry.tag}.sql`),
      timestamp: entry.when,
    })),
    findings: [...findings, ...snapshots.findings],
    state: {
      generation: 0,
      snapshots: snapshots.state,
      journal: journal === null || text === null ? null : { ...journal, text },
    },
  };
}

function readText(revision: Revision, file: string, findings: Finding[]): string | null {
  try {
    return revision.read(file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push(invalid(file, 1, error.message));
    return null;
  }
}

function parseJournal(
  file: string,
  text: string,
  findings: Finding[],
): z.infer<typeof journalSchema> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    findings.push(
      invalid(file, lineOfError(file, text), `The journal is not valid JSON: ${String(error)}`),
    );
    return null;
  }
  const result = journalSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  findings.push(invalid(file, 1, `The journal is not drizzle's: ${path} ${issue?.message ?? ''}`));
  return null;
}

function invalid(file: string, line: number, message: string): Finding {
  return {
    rule: 'journal-invalid',
    severity: 'error',
    hazard: 'configuration',
    message,
    file,
    line,
  };
}

/** JavaScript's own parser does not always say where; TypeScript's does. */
function lineOfError(file: string, text: string): number {
  const start = ts.parseConfigFileTextToJson(file, text).error?.start;
  return text.slice(0, start ?? text.length).split('\n').length;
}

function lineOfEntry(text: string, entry: JournalEntry): number {
  const at = text.indexOf(JSON.stringify(entry.tag));
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}

function checkEntries(
  file: string,
  entries: readonly JournalEntry[],
  lineOf: (entry: JournalEntry) => number,
): Finding[] {
  const findings: Finding[] = [];
  const byIndex = new Map<number, JournalEntry>();
  let newest: JournalEntry | null = null;
  for (const entry of entries) {
    const twin = byIndex.get(entry.idx);
    if (twin !== undefined) {
      findings.push(
        invalid(
          file,
          lineOf(entry),
          `Two journal entries have the index ${entry.idx}: ${twin.tag} and ${entry.tag}. Renumber the later one.`,
        ),
      );
    }
    byIndex.set(entry.idx, entry);
    if (newest !== null && entry.when <= newest.when) {
      findings.push(skipped(file, lineOf(entry), entry, newest));
    } else newest = entry;
  }
  return findings;
}

/** drizzle-orm 0.x runs a migration only when its time is after that of the last one applied. */
function skipped(file: string, line: number, entry: JournalEntry, newest: JournalEntry): Finding {
  return {
    rule: 'migration-skipped',
    severity: 'warning',
    hazard: 'configuration',
    message:
      `drizzle's migrator skips ${entry.tag} on a database that already has ${newest.tag}: ` +
      `its "when" (${entry.when}) is not after ${newest.when}. Give it a later "when".`,
    file,
    line,
    migration: entry.tag,
  };
}

function checkFiles(
  revision: Revision,
  directory: string,
  entries: readonly JournalEntry[],
  journal: { file: string; lineOf: (entry: JournalEntry) => number },
): Finding[] {
  const findings: Finding[] = [];
  const named = new Set(entries.map((entry) => join(directory, `${entry.tag}.sql`)));
  for (const entry of entries) {
    const file = join(directory, `${entry.tag}.sql`);
    if (revision.isFile(file)) continue;
    findings.push(
      invalid(
        journal.file,
        journal.lineOf(entry),
        `The journal names ${entry.tag}, but ${file} does not exist. drizzle's migrator stops there.`,
      ),
    );
  }
  const prefix = directory === '' ? '' : `${directory}/`;
  for (const file of revision.list()) {
    const own = file.startsWith(prefix) && !file.slice(prefix.length).includes('/');
    if (!own || !file.endsWith('.sql') || named.has(file)) continue;
    findings.push({
      rule: 'migration-unlisted',
      severity: 'warning',
      hazard: 'configuration',
      message: `The journal does not name ${file}, so drizzle's migrator never runs it. Add it to ${journal.file}, or remove it.`,
      file,
      line: 1,
    });
  }
  return findings;
}
