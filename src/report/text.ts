// The report as a developer reads it in a terminal: the verdict first, then what to do about it.
import pc from 'picocolors';
import type { ProjectReport, Report, Status } from './report.ts';
import { findingLines, silencedLines, unreadableLines } from './text-findings.ts';
import { driftLines } from './text-drift.ts';
import { renameLines } from './text-renames.ts';
import { spaced } from './text-layout.ts';
import { paint, type Paint } from './text-paint.ts';
import { verdictOf } from './verdict.ts';
import { oneLine } from './visible.ts';
import { count, countsByNoun, duration } from './words.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Everything in full: differences of form, inherited drift, long SQL. */
  readonly verbose: boolean;
}

const MARKS: Readonly<Record<Status, string>> = { ok: '✓', drift: '✗', unsafe: '✗', error: '✗' };
const NAMES_SHOWN = 8;
const SHORTEST_PHASE_MS = 20;

export function renderText(report: Report, options: TextOptions): string {
  const style = paint(pc.createColors(options.color));
  const blocks = [
    [headline(report, style)],
    findingLines(report.findings, style),
    ...report.projects.map((project) => projectLines(project, { style, options, report })),
    [style.faint(timingLine(report))],
  ];
  return `${spaced(blocks).join('\n')}\n`;
}

interface Context {
  readonly style: Paint;
  readonly options: TextOptions;
  readonly report: Report;
}

function headline(report: Report, style: Paint): string {
  const compared = report.base
    ? `${oneLine(report.head.label)} against ${oneLine(report.base.label)}`
    : oneLine(report.head.label);
  const verdict = style.status(report.status, `${MARKS[report.status]} ${verdictOf(report)}`);
  return `${verdict}  ${style.faint(`(${compared})`)}`;
}

function projectLines(project: ProjectReport, context: Context): readonly string[] {
  const { style, options, report } = context;
  const body = [
    driftLines(project, {
      style,
      verbose: options.verbose,
      base: report.base?.label ?? null,
      alone: report.projects.length === 1,
    }),
    renameLines(project, style),
    indented([...findingLines(project.findings, style), ...unreadableLines(project, style)]),
    options.verbose ? indented(findingLines(project.inherited, style)) : [],
    indented([...silencedLines(project), ...asideLines(project, options.verbose)].map(style.faint)),
  ];
  return spaced([[projectLine(project, style)], ...body]);
}

function projectLine(project: ProjectReport, style: Paint): string {
  const { models, migrations } = project;
  const facts = [
    models === null
      ? 'no models'
      : `${count(models.tables, 'table')}, ${count(models.columns, 'column')} (${oneLine(models.tool)})`,
    migrationFacts(migrations),
  ];
  const where = project.root === project.id || project.root === '.' ? '' : ` (${project.root})`;
  const name = style.strong(oneLine(`${project.id}${where}`));
  return `${style.status(project.status, MARKS[project.status])} ${name}  ${style.faint(facts.join(' · '))}`;
}

function migrationFacts(migrations: ProjectReport['migrations']): string {
  const { total, applied } = migrations;
  const news = migrations.new.length > 0 ? `, ${migrations.new.length} new` : '';
  return applied === total
    ? `${count(total, 'migration')} applied${news}`
    : `${applied} of ${count(total, 'migration')} applied${news}`;
}

function asideLines(project: ProjectReport, verbose: boolean): readonly string[] {
  const uncompared = countsByNoun(project.notCompared);
  const standing = project.inherited.length;
  return [
    ...(standing > 0 && !verbose
      ? [`On base already: ${count(standing, 'finding')} (--verbose lists them)`]
      : []),
    ...(uncompared ? [`Not compared: ${oneLine(uncompared)}`] : []),
    ...(uncompared && verbose ? notComparedNames(project) : []),
    ...(project.unmodelled.length > 0 ? [unmodelledLine(project.unmodelled, verbose)] : []),
  ];
}

function notComparedNames(project: ProjectReport): readonly string[] {
  return Object.entries(project.notCompared).map(
    ([noun, names]) => `  ${oneLine(noun)}: ${names.map(oneLine).join(', ')}`,
  );
}

function unmodelledLine(tables: readonly string[], verbose: boolean): string {
  const shown = verbose ? tables : tables.slice(0, NAMES_SHOWN);
  const more = tables.length > shown.length ? ` and ${tables.length - shown.length} more` : '';
  return `In no model: ${shown.map(oneLine).join(', ')}${more}`;
}

function timingLine(report: Report): string {
  const { total, ...phases } = report.timings;
  const told = Object.entries(phases).filter(([, ms]) => ms >= SHORTEST_PHASE_MS);
  const parts = told.map(([name, ms]) => `${oneLine(name)} ${duration(ms)}`);
  const whole = total === undefined ? 'Timings' : `Done in ${duration(total)}`;
  return parts.length > 0 ? `${whole}: ${parts.join(', ')}` : whole;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}
