// Tables of drift in the Markdown report, each row linked to the model's line.
import { cell, clip, code, prose, urlPath } from './markdown-escape.ts';
import type { MarkdownContext } from './markdown-context.ts';
import type { DriftItem } from './report.ts';

const VERBS: Readonly<Record<DriftItem['op'], string>> = {
  create: 'add',
  alter: 'change',
  drop: 'drop',
  rename: 'rename',
};
const CELL_LENGTH = 300;

export function changesTable(items: readonly DriftItem[], context: MarkdownContext): string {
  const rows = items.map((item) => {
    const object = cell(code(clip(item.object, CELL_LENGTH)));
    const what = `${VERBS[item.op]} ${prose(clip(item.kind, CELL_LENGTH))}`;
    const where = item.model === null ? '' : cell(link(item.model.file, item.model.line, context));
    return `| ${object} | ${what} | ${prose(clip(item.reason, CELL_LENGTH))} | ${where} |`;
  });
  return ['| Object | Change | Why | Model |', '|---|---|---|---|', ...rows].join('\n');
}

/** A place as a permalink at the commit that was checked, under its own name or another. */
export function link(
  file: string,
  line: number | null,
  context: MarkdownContext,
  label = line === null ? file : `${file}:${line}`,
): string {
  const text = code(clip(label, CELL_LENGTH));
  const { repositoryUrl, commit, prefix } = context;
  if (repositoryUrl === null || commit === null) return text;
  const anchor = line === null ? '' : `#L${line}`;
  return `[${text}](${repositoryUrl}/blob/${commit}/${urlPath(`${prefix}${file}`)}${anchor})`;
}
