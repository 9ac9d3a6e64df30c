// What a finding means for tables as large as production's: which of them it is about, how many rows they
// have, and roughly how long the work on them takes.
import { parentsOf } from '../catalog/table-parents.ts';
import { isAtLeast } from '../rehearse/trace.ts';
import type { Schema } from '../schema/objects.ts';
import { lockOn, shortName, workOf, type Work } from './facts.ts';
import type { Found, Pass, Step } from './rule.ts';
import { inWords, roughSeconds } from './size.ts';

/** Whether one of its tables is known to have so many rows. */
export function hasRows(found: Found, pass: Pass, least: number): boolean {
  return tablesOf(found, pass).some((table) => (pass.sizes?.get(table)?.rows ?? 0) >= least);
}

/** Whether all of its tables are known to have fewer rows, and none takes long all the same. */
export function isSmall(found: Found, pass: Pass, limit: number): boolean {
  const rows = tablesOf(found, pass).map((table) => pass.sizes?.get(table)?.rows ?? Infinity);
  const long = (secondsOf(found, pass) ?? 0) >= 1;
  return rows.length > 0 && rows.every((one) => one < limit) && !long;
}

/** `2,500,000 rows in production`, `roughly 7 min there`; none where nothing is known. */
export function sizeNotes(found: Found, pass: Pass): string[] {
  if (pass.sizes === null) return [];
  const tables = tablesOf(found, pass);
  const rows = tables.flatMap((table) => {
    const size = pass.sizes?.get(table);
    if (size === undefined || size.rows === null) return [];
    const count = `${size.exact ? '' : 'about '}${size.rows.toLocaleString('en-US')} rows`;
    return [tables.length > 1 ? `${count} of ${shortName(table)}` : count];
  });
  const seconds = found.grows === true ? secondsOf(found, pass) : null;
  const time = seconds === null ? [] : [inWords(seconds)];
  if (rows.length === 0) return time.map((one) => `${one} in production`);
  return [`${rows.join(', ')} in production`, ...time.map((one) => `${one} there`)];
}

const tablesOf = ({ step, tables }: Found, { base }: Pass): string[] => [
  ...new Set(tables.map((table) => wholeOf(step, table, base))),
];

/**
 * The table that a partition or an heir is worked on with: production may have others than the
 * migrations make. What the statement names itself leaves its parent unlocked, or locked to read.
 */
function wholeOf(step: Step, name: string, base: Schema): string {
  const own = [...base.objects.values()].find(
    (object) => object.kind === 'table' && nameOf(object) === name,
  );
  const parents = own === undefined ? [] : parentsOf(own, base).map(nameOf);
  const whole = parents.find((parent) => {
    const mode = lockOn(step, { name: parent });
    return mode !== null && isAtLeast(mode, 'ROW EXCLUSIVE');
  });
  return whole === undefined ? name : wholeOf(step, whole, base);
}

const nameOf = ({ schema, name }: { schema: string | null; name: string }): string =>
  `${schema ?? ''}.${name}`;

/** Seconds that the work on its tables takes in production; null where there is none, or nobody knows. */
function secondsOf({ step, tables }: Found, { base, sizes }: Pass): number | null {
  const byTable = new Map<string, Work[]>();
  for (const work of workOf(step).filter(({ table }) => tables.includes(table.name))) {
    byTable.set(work.table.name, [...(byTable.get(work.table.name) ?? []), work]);
  }
  // Of partitions one does for all of them, the one with the most work.
  const byWhole = new Map<string, Work[]>();
  for (const [table, works] of byTable) {
    const whole = wholeOf(step, table, base);
    if (works.length > (byWhole.get(whole)?.length ?? 0)) byWhole.set(whole, works);
  }
  let seconds = 0;
  for (const [whole, works] of byWhole) {
    const size = sizes?.get(whole);
    if (size === undefined) return null;
    for (const work of works) seconds += roughSeconds(work, size, shareOf(step, work.table.name));
  }
  return byWhole.size === 0 ? null : seconds;
}

/** Of the rehearsal's rows, how many a statement changes. */
function shareOf({ statement }: Step, table: string): number {
  const effect = statement.rows.find(({ relation }) => relation.name === table);
  if (effect === undefined || effect.before === 0) return 1;
  return Math.min(1, (effect.updated + effect.deleted) / effect.before);
}
