// What became of the migrations that base has: edited, deleted, renamed, overtaken. Databases that ran
// them don't hear of it.
import { parseStatement } from '../rehearse/parsed.ts';
import { statementsOf } from '../rehearse/rehearse.ts';
import type { Finding, Severity } from '../report/report.ts';
import type { Place } from '../schema/objects.ts';
import type { Migration, MigrationSet } from '../tools/tool.ts';

export interface HistoryOptions {
  readonly base: MigrationSet;
  readonly head: MigrationSet;
  /**
   * Which of head's migrations their migrator runs on a database that has base's; null where only the
   * tool itself can tell.
   */
  readonly pending: readonly Migration[] | null;
  /** Whether those of base's migrations that head has as well build what they built; asked where some are edited. */
  readonly endsAlike: () => Promise<boolean>;
}

/** Judges head's migrations by those that base has already. */
export async function judgeHistory(options: HistoryOptions): Promise<Finding[]> {
  const { base, head } = options;
  const changed = await changesOf(base, head);
  if (isReplaced(base, head) && changed.renamed.length === 0) return deleted(changed, true);
  return [
    ...(await edited(changed, options)),
    ...renamed(changed, options),
    ...deleted(changed),
    ...retimed(options),
    ...overtaken(options, changed.fresh),
    ...numberedAlike(head, changed.fresh),
  ];
}

/** Whether nothing is left of a history, and another is in its place. */
export function isReplaced(base: MigrationSet, head: MigrationSet): boolean {
  const gone = newIn(base, head).length;
  return gone > 0 && gone === base.migrations.length && head.migrations.length > 0;
}

/** Those that the one set has and the other has not, by name. */
export function newIn(one: MigrationSet, other: MigrationSet): readonly Migration[] {
  const known = new Set(other.migrations.map(({ name }) => name));
  return one.migrations.filter(({ name }) => !known.has(name));
}

interface Changes {
  readonly edited: readonly Edit[];
  readonly renamed: readonly (readonly [before: Migration, after: Migration])[];
  readonly deleted: readonly Migration[];
  /** What base has under no name. */
  readonly fresh: readonly Migration[];
}

interface Edit {
  readonly migration: Migration;
  /** Where the first statement differs; null where only words around the statements do. */
  readonly place: Place | null;
  /** Whether one of the statements that differ may write rows, which no schema shows. */
  readonly writes: boolean;
}

async function changesOf(base: MigrationSet, head: MigrationSet): Promise<Changes> {
  const byName = new Map(head.migrations.map((one) => [one.name, one]));
  const fresh = [...newIn(head, base)];
  const edits: Edit[] = [];
  const renames: (readonly [before: Migration, after: Migration])[] = [];
  const gone: Migration[] = [];
  for (const before of base.migrations) {
    const after = byName.get(before.name);
    if (after !== undefined) {
      if (after.hash === before.hash || after.repeatable === true) continue;
      edits.push({ migration: after, ...(await differenceOf(before, after)) });
      continue;
    }
    const twin = await twinOf(before, fresh);
    if (twin === null) gone.push(before);
    else {
      renames.push([before, twin]);
      fresh.splice(fresh.indexOf(twin), 1);
    }
  }
  return { edited: edits, renamed: renames, deleted: gone, fresh };
}

async function twinOf(before: Migration, fresh: readonly Migration[]): Promise<Migration | null> {
  for (const one of fresh) {
    if (one.hash === before.hash) return one;
    if (one.statements.length > 0 && (await differenceOf(before, one)).place === null) return one;
  }
  return null;
}

/** Where the first statement says something else, by the parser's word, and of what kind those are that do. */
async function differenceOf(
  before: Migration,
  after: Migration,
): Promise<Pick<Edit, 'place' | 'writes'>> {
  const [old, now] = [await meaningsOf(before), await meaningsOf(after)];
  const at = now.findIndex(({ meaning }, index) => meaning !== old[index]?.meaning);
  if (at === -1 && now.length === old.length) return { place: null, writes: false };
  const place = now[at === -1 ? now.length - 1 : at]?.place ?? { file: after.file, line: 1 };
  return {
    place,
    writes: [...without(old, now), ...without(now, old)].some(({ writes }) => writes),
  };
}

interface Meaning {
  readonly meaning: string;
  readonly place: Place;
  readonly writes: boolean;
}

function without(ones: readonly Meaning[], others: readonly Meaning[]): Meaning[] {
  const known = new Set(others.map(({ meaning }) => meaning));
  return ones.filter(({ meaning }) => !known.has(meaning));
}

/** Statements that do nothing but define: of any other, rows may be the purpose. */
const DEFINES =
  /^(?:Create(?!TableAs)|Alter|Drop|Define|Index|View|Comment|Grant|Rename|Rule|Composite|Variable)/;

/** Words of a block that may do more than define; not those of a key's ON DELETE. */
const WRITES =
  /(?<!\bon )\b(?:insert|update|delete|merge|copy|truncate|execute|perform|call|select)\b/i;

async function meaningsOf({ statements }: Migration): Promise<Meaning[]> {
  const meanings: Meaning[] = [];
  for (const { sql, place } of await statementsOf(statements)) {
    const { type, node } = await parseStatement(sql);
    const text = sql.trim().replaceAll(/\s+/gu, ' ');
    // Where something stands in the text is no part of what it says.
    const said = JSON.stringify(node, (key, value: unknown) =>
      key === 'location' || key.endsWith('_location') ? undefined : value,
    );
    const writes = type === 'DoStmt' ? WRITES.test(text) : !DEFINES.test(type);
    meanings.push({ meaning: type === '' ? text : `${type} ${said}`, place, writes });
  }
  return meanings;
}

function finding(
  rule: string,
  severity: Severity,
  { migration, place, message }: { migration: Migration; place?: Place; message: string },
): Finding {
  const { file, line } = place ?? { file: migration.file, line: 1 };
  return { rule, severity, hazard: 'drift', message, file, line, migration: migration.name };
}

const SEVERITIES = { refused: 'error', warned: 'warning' } as const;
const CONSEQUENCES = {
  refused: 'its migrator compares what it ran, and stops where that was edited. Put it back',
  warned: 'its migrator compares what it ran, and warns of an edit',
  unseen: 'a migrator that compares the hash of what it ran takes it for an edit',
} as const;

async function edited(
  { edited: edits }: Changes,
  { head: { ofEdits }, endsAlike }: HistoryOptions,
): Promise<Finding[]> {
  const others = edits.some(({ place, writes }) => place !== null && !writes);
  const alike = others && (await endsAlike());
  const severity = ofEdits === undefined ? 'note' : SEVERITIES[ofEdits];
  const consequence = CONSEQUENCES[ofEdits ?? 'unseen'];
  return edits.map(({ migration, place, writes }) =>
    place === null || (alike && !writes)
      ? finding('migration-touched', severity, {
          ...{ migration, ...(place === null ? {} : { place }) },
          message: `${migration.name} ${place === null ? 'does what it did' : 'is another than on base, and the same schema comes of it'}, but its text is another: ${consequence}.`,
        })
      : finding('migration-edited', 'error', {
          ...{ migration, place },
          message: `Base has ${migration.name} already, and this statement of it is another there. Databases that ran it will not run it again: put it back as it was, and write the change as a new migration.`,
        }),
  );
}

function renamed({ renamed: pairs }: Changes, { pending }: HistoryOptions): Finding[] {
  return pairs.map(([before, after]) => {
    const again = pending === null || pending.some(({ name }) => name === after.name);
    const consequence = again
      ? 'A database that ran it under its old name runs it again. Give it its name back.'
      : 'Its migrator does not go by the name, and will not run it again.';
    return finding('migration-renamed', pending === null ? 'warning' : again ? 'error' : 'note', {
      migration: after,
      message: `Base has this migration as ${before.name}. ${consequence}`,
    });
  });
}

/** How many are named before the rest is only counted. */
const NAMED = 5;

function deleted({ deleted: gone, fresh }: Changes, replaced = false): Finding[] {
  const [first] = gone;
  if (first === undefined) return [];
  const names = namesOf(gone);
  if (replaced) {
    return [
      finding('migration-deleted', 'error', {
        migration: first,
        message: `Base has ${names}, and here all of its migrations are gone, with ${namesOf(fresh)} in their place: a database that ran the old ones never runs the new ones, or fails at what is there already. Put the old ones back; if they are to be replaced, tell every database that the new ones are applied.`,
      }),
    ];
  }
  return [
    finding('migration-deleted', 'error', {
      migration: first,
      message: `Base has ${names}, and here ${gone.length === 1 ? 'it is' : 'they are'} gone: a new database is built without what ran everywhere else. Put ${gone.length === 1 ? 'it' : 'them'} back, and take back what ${gone.length === 1 ? 'it' : 'they'} did in a new migration.`,
    }),
  ];
}

function namesOf(migrations: readonly Migration[]): string {
  const names = migrations.slice(0, NAMED).map(({ name }) => name);
  const more = migrations.length > NAMED ? ` and ${String(migrations.length - NAMED)} more` : '';
  return `${names.join(', ')}${more}`;
}

/** The same migration, that its migrator takes for one it has not run yet. */
function retimed({ base, pending }: HistoryOptions): Finding[] {
  const known = new Set(base.migrations.map(({ name }) => name));
  return (pending ?? [])
    .filter(({ name, repeatable }) => known.has(name) && repeatable !== true)
    .map((migration) =>
      finding('migration-runs-again', 'error', {
        migration,
        message: `A database that has base's migrations runs ${migration.name} again: its migrator goes by the time that is recorded for it, which is later here. Give it the time it has on base.`,
      }),
    );
}

/** New migrations that are not at the end. */
function overtaken(
  { base, head, pending }: HistoryOptions,
  fresh: readonly Migration[],
): Finding[] {
  const known = new Set(base.migrations.map(({ name }) => name));
  // What runs again whenever it changes comes after all others, and counts for none of them.
  const last = head.migrations.findLastIndex(
    ({ name, repeatable }) => known.has(name) && repeatable !== true,
  );
  const newest = head.migrations[last];
  return fresh.flatMap((migration) => {
    if (migration.baseline || migration.repeatable === true) return [];
    if (pending !== null && !pending.some(({ name }) => name === migration.name)) {
      return [skipped(migration, 'base')];
    }
    if (newest === undefined || head.migrations.indexOf(migration) > last) return [];
    return [
      finding('migration-out-of-order', 'warning', {
        migration,
        message: `${migration.name} comes before ${newest.name}, which base has already: a new database runs it before that, all others after it${pending === null ? ', or never' : ''}. Name it so that it comes last.`,
      }),
    ];
  });
}

/** A new migration that no database with the named branch's migrations will ever run. */
export function skipped(migration: Migration, branch: string): Finding {
  return finding('migration-skipped', 'error', {
    migration,
    message: `A database that has the migrations of ${branch} never runs ${migration.name}: its migrator runs what comes after the latest there, by the time or number of each, and this one doesn't. Generate it anew, or give it a later one.`,
  });
}

/** Two of one number, one of them new. */
export function numberedAlike(
  { migrations }: Pick<MigrationSet, 'migrations'>,
  fresh: readonly Migration[],
): Finding[] {
  return fresh.flatMap((migration) => {
    const number = numberOf(migration);
    if (number === null) return [];
    const twin = migrations.find(
      (one) =>
        one.name !== migration.name && numberOf(one) === number && earlier(one, migration, fresh),
    );
    if (twin === undefined) return [];
    return [
      finding('migration-number-taken', 'warning', {
        migration,
        message: `${migration.name} has the number ${number}, and so has ${twin.name}: which comes first is left to the rest of their names. Give the new one the next number.`,
      }),
    ];
  });
}

/** Of two new ones only the second is told. */
function earlier(one: Migration, other: Migration, fresh: readonly Migration[]): boolean {
  const at = fresh.indexOf(one);
  return at === -1 || at < fresh.indexOf(other);
}

/** `0007_add_users` → `7`, `1.2.0_add_users` → `1.2.0`; a day in three parts is no number. */
function numberOf({ name, repeatable }: Migration): string | null {
  if (/^\d{4}([-_.])\d\d\1\d\d(?!\d)/u.test(name)) return null;
  const digits = /^(\d+(?:\.\d+)*)(?=[_.-]|$)/u.exec(name)?.[1];
  return repeatable === true || digits === undefined ? null : digits.replace(/^0+(?=\d)/u, '');
}
