// The changed tables and their neighbours as a Mermaid entity diagram. What is added, changed or
// removed is said in words: GitHub chooses the colours, and not everybody sees them.
import { clip } from './markdown-escape.ts';
import type {
  DiagramColumnReport,
  DiagramReferenceReport,
  DiagramTableReport,
  SchemaDiffReport,
} from './report.ts';
import { oneLine } from './visible.ts';

export interface Diagram {
  /** What stands between the fences. */
  readonly source: string;
  /** How many tables had no room. */
  readonly hidden: number;
}

const TABLES_MOST = 25;
const COLUMNS_MOST = 12;
const REFERENCES_MOST = 100;
const LABEL_LENGTH = 80;
const NAME_LENGTH = 63;
// Mermaid's maxTextSize, which GitHub doesn't let anyone raise.
const SOURCE_LENGTH = 50_000;

/** Null where no table changes. */
export function drawDiagram(diff: SchemaDiffReport): Diagram | null {
  if (diff.tables.every(({ state }) => state === 'unchanged')) return null;
  for (let most = TABLES_MOST; most > 0; most -= 1) {
    const shown = diff.tables.slice(0, most);
    const source = sourceOf(shown, diff.references);
    if (source.length < SOURCE_LENGTH) return { source, hidden: diff.tables.length - shown.length };
  }
  return null;
}

function sourceOf(
  tables: readonly DiagramTableReport[],
  references: readonly DiagramReferenceReport[],
): string {
  const names = new Map(tables.map(({ table }, index) => [table, `t${String(index + 1)}`]));
  const lines = references.flatMap((reference) => referenceLine(reference, names));
  return [
    'erDiagram',
    ...tables.flatMap((table) => tableLines(table, names.get(table.table) ?? '')),
    ...lines.slice(0, REFERENCES_MOST),
  ].join('\n');
}

function tableLines(table: DiagramTableReport, name: string): readonly string[] {
  const { columns, more } = shownOf(table);
  const lines = columns.map((column) => `    ${columnLine(column)}`);
  const rest = more === '' ? [] : [`    more columns "${more}"`];
  return [`  ${name}["${titleOf(table)}"] {`, ...lines, ...rest, '  }'];
}

function titleOf({ table, state, was }: DiagramTableReport): string {
  const before = was === null ? '' : `, was ${withoutPublic(was)}`;
  return `${quotable(withoutPublic(table))} (${quotable(`${state}${before}`)})`;
}

const withoutPublic = (table: string): string => table.replace(/^public\./, '');

/** Those that change, then those of keys, then the others, as many as there is room for; in their order. */
function shownOf({ columns, more }: DiagramTableReport): {
  readonly columns: readonly DiagramColumnReport[];
  readonly more: string;
} {
  const rank = ({ state, keys }: DiagramColumnReport): number =>
    state !== 'unchanged' ? 0 : keys.length > 0 ? 1 : 2;
  const first = columns.toSorted((a, b) => rank(a) - rank(b)).slice(0, COLUMNS_MOST);
  const shown = new Set(first);
  const hidden = columns.filter((column) => !shown.has(column));
  const changed = hidden.filter(({ state }) => state !== 'unchanged').length;
  const number = hidden.length + more;
  const words = changed > 0 ? `, ${String(changed)} of them changed` : '';
  return {
    columns: columns.filter((column) => shown.has(column)),
    more: number === 0 ? '' : `${String(number)} more${words}`,
  };
}

function columnLine({ name, type, keys, state, change }: DiagramColumnReport): string {
  const word = attributeName(name);
  const remarks = [
    ...(state === 'unchanged' ? [] : [change === null ? state : `${state}: ${change}`]),
    ...(word === name ? [] : [`called ${name}`]),
  ];
  const remark = remarks.length === 0 ? '' : ` "${quotable(remarks.join('; '))}"`;
  const marks = keys.length === 0 ? '' : ` ${keys.join(',')}`;
  return `${unstressed(attributeType(type))} ${unstressed(word)}${marks}${remark}`;
}

/** The table that is referred to stands first. */
function referenceLine(
  { name, from, to, optional, one, state }: DiagramReferenceReport,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const [child, parent] = [names.get(from), names.get(to)];
  if (child === undefined || parent === undefined) return [];
  const label = state === 'unchanged' ? name : `${name} (${state})`;
  return [
    `  ${parent} ${optional ? '|o' : '||'}--${one ? 'o|' : 'o{'} ${child} : "${quotable(label)}"`,
  ];
}

/** A type as the grammar takes one: `timestamp with time zone` → `timestamptz`. */
function attributeType(type: string): string {
  const short = type
    .replace(/^(timestamp|time)(\(\d\))? with time zone/, '$1tz$2')
    .replace('double precision', 'float8');
  return asWord(
    oneLine(short)
      .replaceAll('"', '')
      .replaceAll(/[^\w()[\],.]+/g, '_'),
  );
}

/** A name as the grammar takes one. */
function attributeName(name: string): string {
  return asWord(oneLine(name).replaceAll(/[^\w-]+/g, '_'));
}

/** The grammar takes the words of keys for keys. */
function asWord(text: string): string {
  const isWord = /^[A-Za-z_]/.test(text) && !/^(?:PK|FK|UK)(?!\w)/i.test(text);
  return (isWord ? text : `_${text}`).slice(0, NAME_LENGTH);
}

/**
 * Text between double quotes, where the grammar knows no escape: what it, HTML or an entity takes for
 * its own stands as another character of that look.
 */
function quotable(text: string): string {
  const line = clip(oneLine(text), LABEL_LENGTH);
  return unstressed(line.replaceAll(/["%\\<>&#`*]/g, (character) => LOOKALIKES[character] ?? ''));
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '"': '\u201D',
  '%': '\uFF05',
  '\\': '\u2216',
  '<': '\u2039',
  '>': '\u203A',
  '&': '\uFF06',
  '#': '\u266F',
  '`': '\u2018',
  '*': '\u2217',
};

/** Mermaid takes what it draws for Markdown: at the start of a word, an underscore would stress it. */
function unstressed(text: string): string {
  return text.replaceAll(/(?<![A-Za-z0-9])_+/g, (run) => '\u02CD'.repeat(run.length));
}
