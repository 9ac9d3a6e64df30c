// What a change of the schema looks like, in the Markdown report: a diff and a diagram, folded away.
import { details } from './markdown-details.ts';
import { drawDiagram } from './markdown-diagram.ts';
import { unifiedDiff } from './markdown-diff.ts';
import { fenced } from './markdown-escape.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import type { SchemaDiffReport } from './report.ts';
import { count } from './words.ts';

const LINES_SHORT = 150;

const WHAT: Readonly<Record<SchemaDiffReport['of'], string>> = {
  missing: 'what the missing migration changes',
  new: 'what the new migrations change',
};

/** The diff and the diagram; nothing where nothing is known to change. */
export function schemaBlocks(diff: SchemaDiffReport | null): readonly Block[] {
  return diff === null ? [] : [...diffBlock(diff), ...diagramBlock(diff)];
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
  const words =
    'Beside each table stands whether it is added, changed, removed or unchanged, and beside each column that changes, how.';
  const rest = hidden === 0 ? '' : ` ${count(hidden, 'table')} more had no room.`;
  const body = `${words}${rest}\n\n${fenced(source, 'mermaid')}`;
  const title = `Diagram: ${WHAT[diff.of]}, and the tables beside it`;
  return [block('the diagram', [details(title, { open: false, body }), WORTH.diagram])];
}
