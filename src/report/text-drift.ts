// The drift of one project as lines of a terminal report: what is missing, the migration that adds
// it, and the command that writes it.
import { fixCommand } from './fix-command.ts';
import { planStatements } from './plan-sql.ts';
import type { DriftItem, PlanReport, ProjectReport } from './report.ts';
import { groupDrift } from './status.ts';
import { placeOf } from './text-findings.ts';
import { spaced } from './text-layout.ts';
import type { Paint } from './text-paint.ts';
import { manyLines, oneLine } from './visible.ts';
import { count } from './words.ts';

export interface DriftContext {
  readonly style: Paint;
  readonly verbose: boolean;
  /** Label of the base; null when there is none. */
  readonly base: string | null;
  /** The only project: the command that mends it need not name it. */
  readonly alone: boolean;
}

const SIGNS: Readonly<Record<DriftItem['op'], string>> = {
  create: '+',
  alter: '~',
  drop: '-',
  rename: '>',
};
const INHERITED_SHOWN = 3;
const NAMES_SHOWN = 4;
const SQL_LINES_SHOWN = 60;

export function driftLines(project: ProjectReport, context: DriftContext): readonly string[] {
  const { blocking, form, inherited } = groupDrift(project.drift);
  return spaced([
    missingLines(blocking, context),
    ...(project.plan.up.length > 0
      ? [planLines(project.plan, context), [fixLine(project, context)]]
      : []),
    formLines(form, context),
    inheritedLines(inherited, context),
  ]);
}

function missingLines(items: readonly DriftItem[], context: DriftContext): readonly string[] {
  if (items.length === 0) return [];
  const width = Math.max(...items.map((item) => itemName(item).length));
  return [
    '  Missing from the migrations:',
    ...items.map((item) => {
      const place = item.model ? placeOf(item.model.file, item.model.line) : '';
      const name = context.style.strong(itemName(item).padEnd(place ? width : 0));
      const line = `    ${SIGNS[item.op]} ${name}  ${place}`.trimEnd();
      return item.reason ? `${line}\n        ${context.style.faint(oneLine(item.reason))}` : line;
    }),
  ];
}

function planLines(plan: PlanReport, context: DriftContext): readonly string[] {
  const lines = planStatements(plan).flatMap((sql) => manyLines(sql).split('\n'));
  const shown = context.verbose ? lines : lines.slice(0, SQL_LINES_SHOWN);
  const hidden = lines.length - shown.length;
  const several = plan.migrations.length > 1;
  const file = plan.file === null || several ? '' : ` ${oneLine(plan.file)}`;
  const proof = plan.proved
    ? 'applied in a scratch database: nothing is left to do'
    : 'not proved: read it before you use it';
  return [
    `  The ${several ? 'migrations' : 'migration'} to add:${file}  ${context.style.faint(`(${proof})`)}`,
    ...shown.map((line) => `    ${context.style.code(line)}`.trimEnd()),
    ...(hidden > 0 ? [`    … ${count(hidden, 'more line')}; --verbose shows all`] : []),
    ...plan.irreversible.map((what) => `    Nothing undoes this: ${oneLine(what)}`),
  ];
}

function fixLine(project: ProjectReport, context: DriftContext): string {
  const command = oneLine(fixCommand(context.alone ? null : project.id));
  return `  To fix: ${context.style.strong(command)}`;
}

function formLines(items: readonly DriftItem[], context: DriftContext): readonly string[] {
  if (items.length === 0) return [];
  const title = `  Only in form, doesn't block (${items.length}):`;
  return context.verbose ? [title, ...shortLines(items)] : [`${title} ${namesOf(items)}`];
}

function inheritedLines(items: readonly DriftItem[], context: DriftContext): readonly string[] {
  if (items.length === 0) return [];
  const base = context.base === null ? 'base' : oneLine(context.base);
  const title = `  Already so on ${base}, doesn't block: ${count(items.length, 'difference')}`;
  const substance = items.filter((item) => item.weight === 'substance');
  const shown = context.verbose ? items : substance.slice(0, INHERITED_SHOWN);
  const hidden = items.length - shown.length;
  return [
    title,
    ...shortLines(shown),
    ...(hidden > 0 ? [`    … and ${count(hidden, 'more', 'more')}; --verbose shows all`] : []),
  ];
}

function shortLines(items: readonly DriftItem[]): readonly string[] {
  return items.map((item) => {
    const reason = item.reason ? `: ${oneLine(item.reason)}` : '';
    return `    ${SIGNS[item.op]} ${itemName(item)}${reason}`;
  });
}

function namesOf(items: readonly DriftItem[]): string {
  const more = items.length > NAMES_SHOWN ? `, and ${items.length - NAMES_SHOWN} more` : '';
  return `${items.slice(0, NAMES_SHOWN).map(itemName).join(', ')}${more}`;
}

function itemName(item: DriftItem): string {
  return oneLine(`${item.kind} ${item.object}`);
}
