// Reads a folder of SQL migrations as the tool of its layout does.
import { createHash } from 'node:crypto';
import type { Finding } from '../../report/report.ts';
import { quoteIdentifier } from '../../schema/identity.ts';
import { readIfReadable, type Revision } from '../../revision/revision.ts';
import type { Migration, MigrationSet, MigrationStatement, Project } from '../tool.ts';
import { formatNamed, formatOf } from './formats.ts';
import { formatNames, type Entry, type Layout } from './format.ts';
import { flat, openFolder, type Folder } from './folder.ts';
import { statementsOf, type FilledStatement } from './statements.ts';

const NONE: Layout = {
  entries: [],
  findings: [],
  strays: [],
  bookkeeping: { schema: 'public', table: 'schema_migrations' },
  columns: '',
  transactions: 'one each',
  downs: false,
  ledger: null,
};

/** The migrations of a project at a revision, in the order of their tool. */
export async function readMigrations(revision: Revision, project: Project): Promise<MigrationSet> {
  const folder = openFolder(revision, project.migrations ?? '');
  const format = formatNamed(project.settings['format']) ?? formatOf(folder);
  const known = format !== null && project.migrations !== null;
  const layout = known ? format.read(folder, project.env) : NONE;
  const findings = [...layout.findings, ...strayFindings(folder, layout)];
  if (layout.entries.length === 0) findings.push(nothingRead(project, folder));
  const migrations: Migration[] = [];
  for (const entry of layout.entries) {
    const unreadable = unreadableFile(revision, entry);
    if (unreadable === null) migrations.push(await readEntry(entry, findings));
    else findings.push(unreadable);
  }
  return {
    directory: folder.directory,
    migrations: withBooks(layout, migrations),
    bookkeeping: layout.bookkeeping,
    ledger: layout.ledger?.(migrations) ?? null,
    transactions: layout.transactions,
    downs: layout.downs,
    ...(layout.ofEdits === undefined ? {} : { ofEdits: layout.ofEdits }),
    findings,
    modelledBefore: [],
    toolState: format?.name ?? null,
  };
}

/** Some migrations lock or secure the very table that the tool keeps its books in. */
function withBooks(
  { bookkeeping, columns }: Layout,
  migrations: readonly Migration[],
): readonly Migration[] {
  const [first, ...rest] = migrations;
  const spoken = new RegExp(`\\b${bookkeeping.table}\\b`);
  const making = new RegExp(`create\\s+table[^(]*\\b${bookkeeping.table}\\b`, 'i');
  const texts = migrations.flatMap(({ statements }) => statements.map(({ sql }) => sql));
  const isSpokenOf =
    texts.some((sql) => spoken.test(sql)) && !texts.some((sql) => making.test(sql));
  if (first === undefined || columns === '' || !isSpokenOf) return migrations;
  const schema = quoteIdentifier(bookkeeping.schema);
  const table = `${schema}.${quoteIdentifier(bookkeeping.table)}`;
  const before = [
    `CREATE SCHEMA IF NOT EXISTS ${schema}`,
    `CREATE TABLE IF NOT EXISTS ${table} (${columns})`,
  ];
  const place = { file: first.file, line: 1, column: 1 };
  const statements = [...before.map((sql) => ({ sql, place })), ...first.statements];
  return [{ ...first, statements }, ...rest];
}

async function readEntry(entry: Entry, findings: Finding[]): Promise<Migration> {
  const { name, up, down, before = [], fill } = entry;
  const written = await statementsOf(up, fill);
  const own = withoutBrackets(written, entry);
  const back = down === null ? [] : withoutBrackets(await statementsOf(down, fill), entry);
  findings.push(...withoutValue(name, [...own, ...back]));
  const first = before.map((sql) => ({ sql, place: { file: up.file, line: 1, column: 1 } }));
  return {
    name,
    file: up.file,
    statements: [...first, ...own.map(bare)],
    baseline: entry.baseline === true,
    hash: createHash('sha256').update(up.text).digest('hex'),
    timestamp: entry.version,
    ...transactionOf(entry, own, written.length),
    ...(down === null ? {} : { down: { file: down.file, statements: back.map(bare) } }),
    ...(entry.repeatable === true ? { repeatable: true } : {}),
  };
}

const bare = ({ sql, place }: FilledStatement): MigrationStatement => ({ sql, place });

const BEGIN = /^(?:begin|start\s+transaction)\b/i;
const COMMIT = /^(?:commit|end)\b/i;
const CONTROL = /^(?:begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b/i;

/**
 * Without a file's own BEGIN and COMMIT, where they are around all of it: a BEGIN turns a message's implicit
 * transaction into one that its COMMIT ends, and at the end that changes nothing;
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT.
 */
function withoutBrackets(
  statements: readonly FilledStatement[],
  { sending, mayBracket = sending === 'message' }: Entry,
): readonly FilledStatement[] {
  if (!mayBracket || sending === 'statements') return statements;
  const [begin, commit, ...more] = statements.filter(({ sql }) => CONTROL.test(sql));
  const isWhole =
    more.length === 0 &&
    commit !== undefined &&
    commit === statements.at(-1) &&
    BEGIN.test(begin?.sql ?? '') &&
    COMMIT.test(commit.sql);
  return isWhole ? statements.filter((one) => one !== begin && one !== commit) : statements;
}

/** Only where it isn't what the set says of all. */
function transactionOf(
  { sending }: Entry,
  statements: readonly MigrationStatement[],
  sent: number,
): Pick<Migration, 'transaction'> {
  switch (sending) {
    case 'transaction':
      return {};
    case 'statements':
      return { transaction: false };
    case 'message':
      return { transaction: sent > 1 };
    case 'apart':
      return statements.some(({ sql }) => REFUSES.test(sql)) ? { transaction: false } : {};
  }
}

/** What both Flyway and Supabase's command line look for: statements that Postgres refuses in a transaction. */
const REFUSES =
  /^(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b.*\bconcurrently|reindex\s+(?:\([^)]*\)\s*)?(?:verbose\s+)?(?:schema|database|system)|vacuum|(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|cluster\s*$|discard\s+all)\b/i;

function withoutValue(name: string, statements: readonly FilledStatement[]): Finding[] {
  const seen = new Set<string>();
  return statements.flatMap(({ unknown, place }) =>
    unknown
      .filter((variable) => seen.size < seen.add(variable).size)
      .map((variable) => ({
        rule: 'not-observed',
        severity: 'error' as const,
        hazard: 'configuration' as const,
        message:
          `${name}: ${variable} has no value here, so what it stands for is not observed. ` +
          `Give it the value it has for the project in plumbline.yml: env: { ${variable}: … }`,
        file: place.file,
        line: place.line,
      })),
  );
}

function unreadableFile(revision: Revision, { up, down }: Entry): Finding | null {
  const files = [up.file, ...(down === null ? [] : [down.file])];
  const file = files.find((one) => readIfReadable(revision, one) === null);
  if (file === undefined) return null;
  return {
    rule: 'migration-unreadable',
    severity: 'error',
    hazard: 'unreadable',
    message: `${file} can't be read as text`,
    file,
    line: 1,
  };
}

const SHOWN = 5;

function strayFindings(folder: Folder, { strays, entries }: Layout): Finding[] {
  if (strays.length === 0 || entries.length === 0) return [];
  const more = strays.length > SHOWN ? ` and ${strays.length - SHOWN} more` : '';
  return [
    {
      rule: 'migration-unlisted',
      severity: 'note',
      hazard: 'configuration',
      message: `not named as migrations are here, and so not run: ${strays.slice(0, SHOWN).join(', ')}${more}`,
      file: folder.path(strays[0] ?? ''),
      line: 1,
    },
  ];
}

/** The beginning of a project, a place that is named wrongly, or a layout that nobody knows. */
function nothingRead({ id, migrations }: Project, folder: Folder): Finding {
  const nowhere = { file: null, line: null };
  const hazard = 'configuration';
  if (migrations === null) {
    const message = `No directory of migrations is known for ${id}. Name it in plumbline.yml, under \`migrations\` of the project.`;
    return { rule: 'migrations-missing', severity: 'error', hazard, message, ...nowhere };
  }
  const [first] = flat(folder.files);
  if (first === undefined) {
    const message = `No migrations were found in ${migrations}. The first one goes there; if there are some elsewhere, name their directory in plumbline.yml.`;
    return { rule: 'migrations-missing', severity: 'note', hazard, message, ...nowhere };
  }
  const message =
    `The SQL files in ${migrations} are in no layout that is known here, so their order isn't either. ` +
    `Say which it is in plumbline.yml, under \`format\`: ${formatNames.join(', ')}`;
  return {
    rule: 'migrations-missing',
    severity: 'error',
    hazard,
    message,
    file: folder.path(first),
    line: 1,
  };
}
