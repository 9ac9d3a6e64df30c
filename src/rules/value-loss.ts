// Whether a value that reads otherwise after a change of type has lost something, or is only written in
// another way.
import type { ChangedColumn } from '../rehearse/trace.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const TIME_ZONE = /(?:[+-]\d\d(?::?\d\d)*|Z)$/;

/** `1.2500 → 1.25` loses nothing, `1.2567 → 1.26` does. */
export function losesValue({ from, to, example }: ChangedColumn): boolean {
  const [before, after] = example;
  if (before === null) return false;
  if (after === null) return true;
  // What is put into words or numbers of its own is translated, as its author says.
  if (NUMBER.test(before) !== NUMBER.test(after)) return false;
  if (NUMBER.test(before)) return !sameNumber(before, after);
  const times = /^(?:timestamp|time)/;
  if (times.test(from) && times.test(to)) return !sameTime(before, after);
  if (after.startsWith(before)) return false;
  return before.startsWith(after) ? before.trimEnd() !== after.trimEnd() : !sameJson(from, to);
}

function sameNumber(before: string, after: string): boolean {
  return (
    plainNumber(before) === plainNumber(after) ||
    (Number(before) === Number(after) && before.length < 15)
  );
}

/** Without a sign that says nothing, leading and trailing noughts. */
function plainNumber(text: string): string {
  return text
    .replace(/^\+/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
}

/** A time zone that is given to a time takes nothing; one that is taken away does. */
function sameTime(before: string, after: string): boolean {
  const had = TIME_ZONE.test(before.slice(10));
  const has = TIME_ZONE.test(after.slice(10));
  if (had && !has) return false;
  return !had && has ? true : fraction(before) === fraction(after);
}

const fraction = (text: string): string => (/\.(\d+)/.exec(text)?.[1] ?? '').replace(/0+$/, '');

/** json and jsonb are one value in two spellings. */
function sameJson(from: string, to: string): boolean {
  return /^jsonb?$/.test(from) && /^(?:jsonb?|text)$/.test(to);
}
