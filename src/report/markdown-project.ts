// One project's part of the Markdown report, as blocks that can be shortened.
import { checksBlock, STATUS_ICONS } from './markdown-checks.ts';
import { fixCommand } from './fix-command.ts';
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { details } from './markdown-details.ts';
import { clip, code, fenced, html, prose } from './markdown-escape.ts';
import {
  findingsBlock,
  fixNewBlock,
  silencedBlock,
  standingBlock,
  unreadable,
} from './markdown-findings.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import type { ShownPatch } from './markdown-patch.ts';
import { renameBlocks } from './markdown-renames.ts';
import { schemaBlocks } from './markdown-schema.ts';
import { changesTable } from './markdown-table.ts';
import { traceTables } from './markdown-trace.ts';
import { planStatements } from './plan-sql.ts';
import type { DriftItem, Finding, PlanReport, ProjectReport, Report } from './report.ts';
import { groupDrift, openRenames, statusOfFinding } from './status.ts';
import { manyLines, oneLine } from './visible.ts';
import { count, countsByNoun, sentence } from './words.ts';

export interface ProjectContext {
  readonly context: MarkdownContext;
  /** The only project: it needs no heading, and the command that mends it no name. */
  readonly alone: boolean;
  readonly report: Report;
  readonly extra: CommentExtra;
  readonly patch: ShownPatch;
}

const NAME_LENGTH = 200;
const MESSAGE_LENGTH = 1_500;
const SQL_LINES_SHORT = 50;
const ROWS_SHORT = 25;
const NAMES_SHOWN = 12;

export function projectBlocks(project: ProjectReport, place: ProjectContext): readonly Block[] {
  const { context, alone, report } = place;
  const { blocking, form, inherited } = groupDrift(project.drift);
  return [
    // Of several the table on top tells the checks.
    alone ? checksBlock(project, report) : block('projects', [headingOf(project), WORTH.heading]),
    ...(project.plan.up.length > 0 ? planBlocks(project, place) : []),
    ...renameBlocks(project, context),
    ...fixNewBlock(project),
    ...findingsBlock([...notAsked(project), ...unreadable(project)], context),
    ...(blocking.length > 0 ? [changesBlock(blocking, place)] : []),
    ...project.schemaDiffs.flatMap(schemaBlocks),
    ...traceBlock(project, context),
    ...standingBlock(project, context),
    ...silencedBlock(project, context),
    ...(form.length > 0 ? [formBlock(form, place)] : []),
    ...(inherited.length > 0 ? [inheritedBlock(inherited, place)] : []),
    ...asideBlocks(project),
  ];
}

/** Without what is asked above, both ways beside it. */
function notAsked(project: ProjectReport): readonly Finding[] {
  const isAsked = openRenames(project).length > 0;
  return project.findings.filter(({ rule }) => !(isAsked && rule === 'undecided-rename'));
}

/** `drizzle models: 2 tables, 11 columns · 3 migrations in `drizzle``. */
export function factsOf({ models, migrations }: ProjectReport): string {
  return [
    models === null
      ? 'No models'
      : `${prose(clip(models.tool, NAME_LENGTH))} models: ${count(models.tables, 'table')}, ${count(models.columns, 'column')}`,
    `${count(migrations.total, 'migration')} in ${code(clip(migrations.directory, NAME_LENGTH))}`,
  ].join(' · ');
}

/** Whether nothing in it needs a reader: it matches, brings nothing new, and nobody allowed anything. */
export function isQuiet({ status, findings, silenced, migrations, drift }: ProjectReport): boolean {
  return (
    status === 'ok' &&
    findings.every(({ severity }) => severity === 'note') &&
    silenced.length + migrations.new.length === 0 &&
    drift.every(({ introduced }) => !introduced)
  );
}

/** The quiet ones in one line, with what there is to know behind it. */
export function quietBlock(projects: readonly ProjectReport[]): readonly Block[] {
  if (projects.length === 0) return [];
  const names = projects.slice(0, NAMES_SHOWN).map(({ id }) => clip(id, NAME_LENGTH));
  const hidden = projects.length - names.length;
  const more = hidden > 0 ? ` and ${count(hidden, 'more', 'more')}` : '';
  const titleOf = (shown: readonly string[]): string =>
    `✅ ${count(projects.length, 'project')} in order: ${shown.join(', ')}${more}`;
  const title = titleOf(names.map((id) => `<code>${html(id)}</code>`));
  const body = projects.map(quietItem).join('\n');
  return [
    block(
      'projects in order',
      [details(title, { open: false, body }), WORTH.inherited],
      // By itself it is Markdown.
      [titleOf(names.map(code)), WORTH.checks],
    ),
  ];
}

function quietItem(project: ProjectReport): string {
  const { inherited, drift, findings } = project;
  const facts = [
    factsOf(project),
    ...(drift.length > 0 ? [`${count(drift.length, 'difference')} on base already`] : []),
    ...(inherited.length > 0 ? [`${count(inherited.length, 'finding')} on base already`] : []),
    ...(findings.length > 0 ? [count(findings.length, 'note')] : []),
    ...asidesOf(project),
  ];
  return `- ${code(clip(project.id, NAME_LENGTH))}${rootOf(project)}: ${facts.join(' · ')}`;
}

function headingOf(project: ProjectReport): string {
  const name = code(clip(project.id, NAME_LENGTH));
  return `#### ${STATUS_ICONS[project.status]} ${name}${rootOf(project)}\n\n${sentence(factsOf(project))}`;
}

function rootOf({ root, id }: ProjectReport): string {
  return root === '.' || root === id ? '' : ` (${code(clip(root, NAME_LENGTH))})`;
}

/** Those that lack a migration which is known. */
export function lacking({ projects }: Pick<Report, 'projects'>): readonly ProjectReport[] {
  return projects.filter(({ plan }) => plan.up.length > 0);
}

/** The one command for all projects that lack a migration, and the patch for them. */
export function fixAllBlocks(place: ProjectContext): readonly Block[] {
  if (place.extra.committed !== undefined) return [];
  return [fixBlock('**To fix all:**', fixCommand(null), place), ...place.patch.blocks];
}

function fixBlock(title: string, command: string, { extra, patch }: ProjectContext): Block {
  // The address is ours: encoded where it was made.
  const editor = extra.editorLink ? `, or [create it in GitHub's editor](${extra.editorLink})` : '';
  const apply = patch.whole ? ', or apply the patch below' : '';
  const text = `${title} run${copied(clip(command, NAME_LENGTH))}and commit what it writes${editor}${apply}.`;
  return block('projects', [text, WORTH.fix]);
}

/** What is copied from a code span has an invisible character after every `@`: names of packages have one. */
const copied = (command: string): string =>
  command.includes('@') ? `\n\n${fenced(oneLine(command), 'sh')}\n\n` : ` ${code(command)} `;

function planBlocks(project: ProjectReport, place: ProjectContext): readonly Block[] {
  const { alone, extra, patch, report } = place;
  const { plan } = project;
  const shown = { isDone: extra.committed !== undefined, drops: dropsSomething(project) };
  const isUnsafe = project.findings.some((one) => statusOfFinding(one) === 'unsafe');
  const own = isUnsafe ? '**To fix what is missing:**' : '**To fix:**';
  const title = alone || lacking(report).length < 2 ? own : '**To fix only this one:**';
  const command = fixCommand(alone ? null : project.id);
  return [
    ...(shown.isDone ? [] : [fixBlock(title, command, place)]),
    block(
      'SQL',
      [sqlDetails(plan, { ...shown, sql: planStatements(plan).join('\n\n'), left: 0 }), WORTH.sql],
      [sqlDetails(plan, { ...shown, ...shortened(plan) }), WORTH.sqlShort],
    ),
    ...patch.blocks,
  ];
}

/** The first lines of every file, and how many there are more. */
function shortened(plan: PlanReport): { readonly sql: string; readonly left: number } {
  const several = plan.migrations.length > 1;
  const files = several ? plan.migrations.map((one) => ({ ...plan, migrations: [one] })) : [plan];
  const texts = files.map((file) => {
    const [one] = file.migrations;
    const up = several && one !== undefined ? one.statements : file.up;
    const title = several && one !== undefined ? [`-- ${one.file}`] : [];
    return [...title, ...up.map((sql) => sql.trim())].join('\n\n').split('\n');
  });
  const shown = texts.map((lines) => lines.slice(0, SQL_LINES_SHORT));
  const left = texts.flat().length - shown.flat().length;
  return { sql: shown.map((lines) => lines.join('\n')).join('\n\n'), left };
}

interface ShownSql {
  readonly sql: string;
  /** How many lines more there are. */
  readonly left: number;
  readonly isDone: boolean;
  readonly drops: boolean;
}

/** What queries name and this migration takes away. */
const dropsSomething = ({ drift }: ProjectReport): boolean =>
  groupDrift(drift).blocking.some(({ op, kind }) => op === 'drop' && DROPPED.has(kind));

const DROPPED: ReadonlySet<string> = new Set(['table', 'column', 'view', 'materialized view']);

const ESCAPED =
  '**Not to be copied**: what is invisible in it is written as `\\u{…}` here, and not in what the command writes.';

function sqlDetails(plan: PlanReport, { sql, left, isDone, drops }: ShownSql): string {
  const several = plan.migrations.length > 1;
  const file =
    plan.file === null || several ? '' : `: <code>${html(clip(plan.file, NAME_LENGTH))}</code>`;
  const proof = plan.proved
    ? 'Proved: run on a scratch database, it makes every missing change.'
    : '**Not proved**: read it before you use it.';
  const lost = plan.irreversible
    .slice(0, NAMES_SHOWN)
    .map((what) => prose(clip(what, NAME_LENGTH)).replace(/\.$/, ''));
  const more = plan.irreversible.length - lost.length;
  const losses = [...lost, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('; ');
  const warned = plan.irreversible.length === 0 ? [] : [`**What nothing undoes:** ${losses}.`];
  const notes = drops
    ? [
        'Code that still uses what it drops fails once it ran: drop only what the running release has stopped using.',
      ]
    : [];
  const rest = left === 0 ? [] : [`And ${count(left, 'line')} more, left out here.`];
  const escaped = manyLines(sql) === sql.replace(/\r\n?/g, '\n') ? [] : [ESCAPED];
  const name = `The ${several ? 'migrations' : 'migration'} ${isDone ? 'that was missing' : 'to add'}`;
  return details(`<b>${name}</b>${file}`, {
    open: true,
    body: [fenced(sql, 'sql'), [...rest, ...escaped, proof, ...notes].join(' '), ...warned].join(
      '\n\n',
    ),
  });
}

function changesBlock(items: readonly DriftItem[], { context }: ProjectContext): Block {
  const title = `What the models change (${items.length})`;
  const table = (rows: readonly DriftItem[]): string =>
    details(title, { open: false, body: changesTable(rows, context) });
  return block(
    'changes',
    [table(items), WORTH.changes],
    [table(items.slice(0, ROWS_SHORT)), WORTH.changesShort],
    [`${title}.`, WORTH.checks],
  );
}

function traceBlock({ trace }: ProjectReport, context: MarkdownContext): readonly Block[] {
  const statements = trace.flatMap((migration) => migration.statements).length;
  if (statements === 0) return [];
  const title = `What the rehearsal saw: ${count(statements, 'statement')} of ${count(trace.length, 'new migration')}`;
  const words =
    'On a copy of the database as it is before them, on rows that were made up. The times are those of these few rows.';
  const fold = (most: number): string =>
    details(title, { open: false, body: `${words}\n\n${traceTables(trace, context, most)}` });
  return [
    block(
      "the rehearsal's trace",
      [fold(Infinity), WORTH.trace],
      [fold(ROWS_SHORT), WORTH.traceShort],
      [`${title}.`, WORTH.aside],
    ),
  ];
}

function formBlock(items: readonly DriftItem[], { context }: ProjectContext): Block {
  const title = `Only another name, order or spelling (${items.length}): doesn't block`;
  const body = changesTable(items, context);
  return block('differences of form', [details(title, { open: false, body }), WORTH.form]);
}

function inheritedBlock(items: readonly DriftItem[], { context, report }: ProjectContext): Block {
  const base = context.base?.ref ?? report.base?.label ?? 'base';
  const name = clip(base, NAME_LENGTH);
  const titleOf = (shown: string): string =>
    `Already so on ${shown}: ${count(items.length, 'difference')}, which ${items.length === 1 ? "doesn't" : "don't"} block`;
  const table = (rows: readonly DriftItem[]): string =>
    details(titleOf(html(name)), { open: false, body: changesTable(rows, context) });
  return block(
    'inherited drift',
    [table(items), WORTH.form],
    [table(items.slice(0, ROWS_SHORT)), WORTH.inherited],
    [`${titleOf(prose(name))}.`, WORTH.aside],
  );
}

function asideBlocks(project: ProjectReport): readonly Block[] {
  return asidesOf(project).map((line) => block('what is not compared', [line, WORTH.aside]));
}

function asidesOf({ notCompared, unmodelled }: ProjectReport): readonly string[] {
  const uncompared = countsByNoun(notCompared);
  const names = unmodelled.slice(0, NAMES_SHOWN).map((name) => code(clip(name, NAME_LENGTH)));
  const more =
    unmodelled.length > NAMES_SHOWN ? ` and ${unmodelled.length - NAMES_SHOWN} more` : '';
  return [
    ...(uncompared ? [`Not compared: ${prose(clip(uncompared, MESSAGE_LENGTH))}`] : []),
    ...(unmodelled.length > 0 ? [`In no model: ${names.join(', ')}${more}`] : []),
  ];
}
