// Renames that nobody decided, as lines of a terminal report: both ways, ready-made.
import type { ProjectReport, RenameReport, RenameVariant } from './report.ts';
import { openRenames } from './status.ts';
import { placeOf } from './text-findings.ts';
import type { Paint } from './text-paint.ts';
import { manyLines, oneLine } from './visible.ts';
import { likelihood } from './words.ts';

export function renameLines(project: ProjectReport, style: Paint): readonly string[] {
  const open = openRenames(project);
  if (open.length === 0) return [];
  const title = '  Renamed, or dropped and added? There is no migration before this is decided:';
  return [title, ...open.flatMap((rename) => oneRename(rename, style))];
}

function oneRename(rename: RenameReport, style: Paint): string[] {
  const { kind, from, to, confidence, model } = rename;
  const place = model === null ? '' : `  ${placeOf(model.file, model.line)}`;
  const names = style.strong(oneLine(`${kind} ${from} → ${to}`));
  return [
    `    ? ${names}  ${style.faint(`(${likelihood(confidence)} renamed)`)}${place}`,
    '      If it was renamed:',
    ...variantLines(rename.rename, style),
    '      If it is dropped and the other is new:',
    ...variantLines(rename.dropAndAdd, style),
  ];
}

function variantLines(variant: RenameVariant, style: Paint): string[] {
  const { statements, problem, tag, config, option } = variant;
  const lines = statements.flatMap((sql) => manyLines(sql.trim()).split('\n'));
  return [
    ...lines.map((line) => `        ${style.code(line)}`.trimEnd()),
    ...(problem === null ? [] : [`        ${style.faint(oneLine(problem))}`]),
    `        say so: ${oneLine(tag)} on the model,`,
    `          ${oneLine(config)}  under renames in plumbline.yml,`,
    `          or ${oneLine(option)}`,
  ];
}
