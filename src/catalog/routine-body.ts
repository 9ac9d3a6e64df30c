// The text of a function: written so that every byte of it stays, compared line by line for people.
import type { Json } from '../schema/objects.ts';

/** `$function$…$function$`, with a tag that the text doesn't hold. */
export function dollarQuote(text: string, tag: string): string {
  return text.includes(`$${tag}`) ? dollarQuote(text, `${tag}x`) : `$${tag}$${text}$${tag}$`;
}

/** The first line that differs. */
export function bodyReason(before: Json | undefined, after: Json | undefined): string {
  const [old, wanted] = [lines(before), lines(after)];
  const at = wanted.findIndex((line, index) => line !== old[index]);
  const index = at === -1 ? wanted.length : at;
  const [left, right] = [short(old[index]), short(wanted[index])];
  return left === right
    ? `body: line ${String(index + 1)} differs in white space`
    : `body: line ${String(index + 1)}: ${left} → ${right}`;
}

/** Whether texts are alike but for indents, line ends and blank lines, none of which stands in a literal. */
export function isOfOneText(before: Json | undefined, after: Json | undefined): boolean {
  const [old, wanted] = [lines(before), lines(after)];
  return !old.some(mayQuote) && !wanted.some(mayQuote) && bare(old) === bare(wanted);
}

/** Whether a literal may begin or end here that goes on in another line. */
const mayQuote = (line: string): boolean =>
  line.split("'").length % 2 === 0 || /\$\w*\$/.test(line);

const bare = (all: readonly string[]): string =>
  all
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

function lines(value: Json | undefined): string[] {
  return typeof value === 'string' ? value.split('\n') : [];
}

function short(line: string | undefined): string {
  const text = (line ?? '').trim().replaceAll(/\s+/g, ' ');
  if (text === '') return line === undefined ? 'nothing' : 'blank';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Every word and every quoted name of a text, as an identifier would be read. */
export function wordsIn(text: string): Set<string> {
  const quoted = [...text.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name]) =>
    name?.replaceAll('""', '"'),
  );
  const words = text.toLowerCase().split(/[^\p{L}\p{N}_$]+/u);
  return new Set([...words, ...quoted].filter((word) => word !== undefined));
}
