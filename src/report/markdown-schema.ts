// What a change of the schema looks like, in the Markdown report: for the new migrations a table of objects, for
// each change a diff and a diagram, all folded away.
import { details } from './markdown-details.ts';
import { drawDiagram } from './markdown-diagram.ts';
import { unifiedDiff } from './markdown-diff.ts';
import { cell, clip, code, fenced, prose } from './markdown-escape.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import type {
  ChangedObjectReport,
  DiagramColumnReport,
  DiagramReferenceReport,
  DiagramTableReport,
  SchemaDiffReport,
} from './report.ts';
import { count } from './words.ts';

const LINES_SHORT = 150;
const ROWS_SHORT = 25;
const COLUMNS_SHOWN = 8;
const NAME_LENGTH = 200;

const WHAT: Readonly<Record<SchemaDiffReport['of'], string>> = {
  missing: 'what the missing migration changes',
  new: 'what the new migrations change',
};

/** The table, the diff and the diagram, as far as something is known to change. */
export function schemaBlocks(diff: SchemaDiffReport): readonly Block[] {
  // The missing migration has a table of its own, with what the models say.
  return [
    ...(diff.of === 'new' ? objectsBlock(diff) : []),
    ...diffBlock(diff),
    ...diagramBlock(diff),
  ];
}

function objectsBlock({ objects, tables, references }: SchemaDiffReport): readonly Block[] {
  const title = `What the new migrations change (${String(objects.length)})`;
  const byName = new Map(tables.map((one) => [one.table, one]));
  const head = ['| Object | Change | What |', '|---|---|---|'];
  const rows = objects.map((object) => {
    const table = object.kind === 'table' ? byName.get(object.object) : undefined;
    const name = cell(code(clip(object.object, NAME_LENGTH)));
    const kind = prose(clip(object.kind, NAME_LENGTH));
    const keys = references.filter(
      ({ from, state }) => from === object.object && state !== 'unchanged',
    );
    const parts = table === undefined ? '' : partsOf(table, keys);
    return `| ${name} | ${verbOf(object)} ${kind} | ${parts} |`;
  });
  const fold = (shown: readonly string[]): string =>
    details(title, { open: false, body: [...head, ...shown].join('\n') });
  return [
    block(
      'what the new migrations change',
      [fold(rows), WORTH.made],
      [fold(rows.slice(0, ROWS_SHORT)), WORTH.madeShort],
      [`${title}.`, WORTH.checks],
    ),
  ];
}

function verbOf({ before, after }: ChangedObjectReport): string {
  if (before === null) return 'add';
  return after === null ? 'drop' : 'change';
}

/** `added email; name varchar(80) → text; added foreign key orders_user`, of a table that stays. */
function partsOf(
  { columns, was, state }: DiagramTableReport,
  keys: readonly DiagramReferenceReport[],
): string {
  const changed = [
    ...columns.filter((column) => column.state !== 'unchanged').map(columnWords),
    // A table that comes or goes has its own with it.
    ...(state === 'changed' ? keys.map(keyWords) : []),
  ];
  const shown = changed.slice(0, COLUMNS_SHOWN);
  const hidden = changed.length - shown.length;
  if (state === 'changed' && was === null && changed.length === 0)
    return 'keys, indexes and the like';
  return [
    ...(was === null ? [] : [`was ${cell(code(clip(was, NAME_LENGTH)))}`]),
    ...shown,
    ...(hidden === 0 ? [] : [`and ${String(hidden)} more`]),
  ].join('; ');
}

function columnWords({ name, type, state, change }: DiagramColumnReport): string {
  const column = cell(code(clip(name, NAME_LENGTH)));
  if (state === 'changed') return `${column} ${prose(clip(change ?? state, NAME_LENGTH))}`;
  return `${state} ${column}${state === 'added' ? ` ${prose(clip(type, NAME_LENGTH))}` : ''}`;
}

function keyWords({ name, state }: DiagramReferenceReport): string {
  return `${state} foreign key ${cell(code(clip(name, NAME_LENGTH)))}`;
}

function diffBlock(diff: SchemaDiffReport): readonly Block[] {
  const parts = unifiedDiff(diff);
  if (parts.length === 0) return [];
  const lines = parts.join('\n').split('\n');
  const fold = (shown: readonly string[]): string => {
    const hidden = lines.length - shown.length;
    const rest = hidden === 0 ? [] : [`And ${count(hidden, 'line')} more.`];
    const body = [fenced(shown.join('\n'), 'diff'), ...rest].join('\n\n');
    return details(`Schema before and after: ${WHAT[diff.of]}`, { open: false, body });
  };
  const short = lines.length > LINES_SHORT ? lines.slice(0, LINES_SHORT) : lines;
  return [block('the text diff', [fold(lines), WORTH.diff], [fold(short), WORTH.diffShort])];
}

function diagramBlock(diff: SchemaDiffReport): readonly Block[] {
  const diagram = drawDiagram(diff);
  if (diagram === null) return [];
  const { source, hidden } = diagram;
  const rest = hidden === 0 ? '' : `${count(hidden, 'table')} more had no room.\n\n`;
  const body = `${rest}${fenced(source, 'mermaid')}`;
  const title = `Diagram: ${WHAT[diff.of]}, and the tables beside it`;
  return [block('the diagram', [details(title, { open: false, body }), WORTH.diagram])];
}
