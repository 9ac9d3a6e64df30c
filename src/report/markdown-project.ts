// One project's part of the Markdown report, as blocks that can be shortened.
import { planStatements } from './plan-sql.ts';
import { changesTable, link } from './markdown-table.ts';
import { clip, code, fenced, html, prose } from './markdown-escape.ts';
import type { Block, Form } from './markdown-fit.ts';
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { renameBlocks } from './markdown-renames.ts';
import type {
  DriftItem,
  Finding,
  ModelsReport,
  ProjectReport,
  Report,
  Severity,
} from './report.ts';
import { groupDrift } from './status.ts';
import { sortFindings } from './verdict.ts';
import { count, countsByNoun } from './words.ts';

export interface ProjectContext {
  readonly context: MarkdownContext;
  /** The only project: it needs no heading, and the command that mends it no name. */
  readonly alone: boolean;
  readonly report: Report;
  readonly extra: CommentExtra;
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '❌ Error',
  warning: '⚠️ Warning',
  note: 'ℹ️ Note',
};
const NAME_LENGTH = 200;
const MESSAGE_LENGTH = 1_500;
const SQL_LINES_SHORT = 50;
const ROWS_SHORT = 25;
const NAMES_SHOWN = 12;

// The ladder: what is worth least is shortened first.
const WORTH = {
  form: 10,
  inherited: 20,
  aside: 30,
  changes: 40,
  sql: 50,
  findings: 60,
  changesShort: 70,
  sqlShort: 80,
  findingsShort: 85,
  checks: 90,
  fix: 95,
  heading: 99,
} as const;

export function projectBlocks(project: ProjectReport, place: ProjectContext): readonly Block[] {
  const { blocking, form, inherited } = groupDrift(project.drift);
  return [
    block('projects', [headingOf(project, place.alone), WORTH.heading]),
    ...(place.alone || project.status !== 'ok' ? [checksBlock(project, blocking)] : []),
    ...(project.plan.up.length > 0 ? planBlocks(project, place) : []),
    ...renameBlocks(project, place.context),
    ...(blocking.length > 0 ? [changesBlock(blocking, place)] : []),
    ...findingsBlock([...project.findings, ...unreadable(project)], place.context),
    ...standingBlock(project, place.context),
    ...silencedBlock(project, place.context),
    ...(form.length > 0 ? [formBlock(form, place)] : []),
    ...(inherited.length > 0 ? [inheritedBlock(inherited, place)] : []),
    ...asideBlocks(project),
  ];
}

/** Findings as a list, worst first; nothing where there are none. */
export function findingsBlock(
  findings: readonly Finding[],
  context: MarkdownContext,
): readonly Block[] {
  if (findings.length === 0) return [];
  const sorted = sortFindings(findings);
  const items = sorted.map((finding) => findingItem(finding, context) + safeForm(finding));
  const short = sorted.slice(0, ROWS_SHORT).map((finding) => findingItem(finding, context));
  return [
    block(
      'findings',
      [items.join('\n'), WORTH.findings],
      [short.join('\n'), WORTH.findingsShort],
      [count(items.length, 'finding'), WORTH.checks],
    ),
  ];
}

/** What base gives just the same. */
function standingBlock({ inherited }: ProjectReport, context: MarkdownContext): readonly Block[] {
  if (inherited.length === 0) return [];
  const title = `On base already (${inherited.length}): doesn't count`;
  const body = sortFindings(inherited)
    .map((finding) => findingItem(finding, context))
    .join('\n');
  return [
    block(
      'findings that base has',
      [details(title, { open: false, body }), WORTH.aside],
      [`${title}.`, WORTH.changes],
    ),
  ];
}

/** What is allowed, with the reason and where it is said. */
function silencedBlock({ silenced }: ProjectReport, context: MarkdownContext): readonly Block[] {
  if (silenced.length === 0) return [];
  const title = `Allowed (${silenced.length}): doesn't count`;
  const items = silenced.map(({ rule, message, silenced: { reason, until, file, line } }) => {
    const day = until === null ? '' : ` (until ${prose(until)})`;
    const what = `${code(clip(rule, NAME_LENGTH))} ${prose(clip(message, NAME_LENGTH))}`;
    return `- ${link(file, line, context)} ${prose(clip(reason, NAME_LENGTH))}${day}: ${what}`;
  });
  const body = items.join('\n');
  return [
    block(
      'what is allowed',
      [details(title, { open: false, body }), WORTH.aside],
      [`${title}.`, WORTH.changes],
    ),
  ];
}

function block(name: string, ...forms: readonly (readonly [string, number])[]): Block {
  return { name, forms: forms.map(([text, worth]): Form => ({ text, worth })) };
}

function headingOf(project: ProjectReport, alone: boolean): string {
  const { models, migrations } = project;
  const facts = [
    models === null
      ? 'No models'
      : `${prose(models.tool)} models: ${count(models.tables, 'table')}, ${count(models.columns, 'column')}`,
    `${count(migrations.total, 'migration')} in ${code(clip(migrations.directory, NAME_LENGTH))}`,
  ].join(' · ');
  if (alone) return facts;
  const icon = project.status === 'ok' ? '✅' : '❌';
  const name = clip(project.id, NAME_LENGTH);
  const where =
    project.root === '.' || project.root === project.id
      ? ''
      : ` (${code(clip(project.root, NAME_LENGTH))})`;
  return `#### ${icon} ${code(name)}${where}\n\n${facts}`;
}

function checksBlock(project: ProjectReport, blocking: readonly DriftItem[]): Block {
  return block('projects', [checksTable(project, blocking), WORTH.checks]);
}

function checksTable(project: ProjectReport, blocking: readonly DriftItem[]): string {
  const { applied, total } = project.migrations;
  const run = [
    'Migrations run on an empty database',
    applied === total ? `✅ ${total} applied` : `❌ ${applied} of ${total} applied`,
  ];
  const rows =
    project.models === null
      ? [run, ['Models match migrations', 'No models to compare']]
      : [
          ['Models can be read', readResult(project.models)],
          run,
          ['Models match migrations', matchResult(project, blocking)],
        ];
  return ['| Check | Result |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );
}

function readResult({ unknowns }: ModelsReport): string {
  if (unknowns.length === 0) return '✅ All';
  const mark = unknowns.some(({ introduced }) => introduced) ? '❌' : '⚠️';
  return `${mark} ${count(unknowns.length, 'part')} can't be`;
}

function matchResult(project: ProjectReport, blocking: readonly DriftItem[]): string {
  if (blocking.length > 0) return `❌ ${count(blocking.length, 'change')} missing`;
  return project.status === 'error' ? '⚠️ Not known' : '✅ Nothing missing';
}

function planBlocks(project: ProjectReport, place: ProjectContext): readonly Block[] {
  const which = place.alone ? '' : ` --project ${project.id}`;
  const command = code(clip(`npx plumbline makemigrations${which}`, NAME_LENGTH));
  const { committed, editorLink } = place.extra;
  // The address is ours: encoded where it was made.
  const editor = editorLink ? `, or [create it in GitHub's editor](${editorLink})` : '';
  const fix = block('projects', [
    `**To fix:** run ${command} and commit what it writes${editor}.`,
    WORTH.fix,
  ]);
  const lines = planStatements(project.plan).join('\n\n');
  const few = lines.split('\n').slice(0, SQL_LINES_SHORT).join('\n');
  return [
    ...(committed === undefined ? [fix] : []),
    block(
      'SQL',
      [sqlDetails(project, lines), WORTH.sql],
      [sqlDetails(project, few), WORTH.sqlShort],
    ),
  ];
}

function sqlDetails(project: ProjectReport, sql: string): string {
  const { plan } = project;
  const several = plan.migrations.length > 1;
  const file =
    plan.file === null || several ? '' : `: <code>${html(clip(plan.file, NAME_LENGTH))}</code>`;
  const proof = plan.proved
    ? 'Applied in a scratch database, it leaves nothing to do.'
    : '**Not proved**: read it before you use it.';
  const lost = plan.irreversible
    .slice(0, NAMES_SHOWN)
    .map((what) => `Going back can't restore ${prose(clip(what, NAME_LENGTH))}.`);
  return details(`<b>The ${several ? 'migrations' : 'migration'} to add</b>${file}`, {
    open: true,
    body: [fenced(sql, 'sql'), [proof, ...lost].join(' ')].join('\n\n'),
  });
}

function changesBlock(items: readonly DriftItem[], { context }: ProjectContext): Block {
  const title = `What changed (${items.length})`;
  const table = (rows: readonly DriftItem[]): string =>
    details(title, { open: false, body: changesTable(rows, context) });
  return block(
    'changes',
    [table(items), WORTH.changes],
    [table(items.slice(0, ROWS_SHORT)), WORTH.changesShort],
  );
}

function formBlock(items: readonly DriftItem[], { context }: ProjectContext): Block {
  const title = `Only another name, order or spelling (${items.length}): doesn't block`;
  const body = changesTable(items, context);
  return block('differences of form', [details(title, { open: false, body }), WORTH.form]);
}

function inheritedBlock(items: readonly DriftItem[], { context, report }: ProjectContext): Block {
  const base = context.base?.ref ?? report.base?.label ?? 'base';
  const title = `Already so on ${html(clip(base, NAME_LENGTH))} (${items.length}): doesn't block`;
  const table = (rows: readonly DriftItem[]): string =>
    details(title, { open: false, body: changesTable(rows, context) });
  return block(
    'inherited drift',
    [table(items), WORTH.form],
    [table(items.slice(0, ROWS_SHORT)), WORTH.inherited],
    [`${title}.`, WORTH.aside],
  );
}

function findingItem(finding: Finding, context: MarkdownContext): string {
  const where = finding.file === null ? '' : ` ${link(finding.file, finding.line, context)}`;
  const message = prose(clip(finding.message, MESSAGE_LENGTH));
  return `- **${SEVERITY_WORDS[finding.severity]}**${where} ${message} (${code(clip(finding.rule, NAME_LENGTH))})`;
}

/** What to write instead, as part of the item. */
function safeForm({ safe = [] }: Finding): string {
  if (safe.length === 0) return '';
  const lines = fenced(safe.join('\n'), 'sql').split('\n');
  return `\n\n  Instead:\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

/** Unreadable parts of the models that no finding tells already. */
function unreadable(project: ProjectReport): readonly Finding[] {
  const told = new Set(
    [...project.findings, ...project.inherited].map(
      ({ file, line }) => `${file ?? ''}:${line ?? ''}`,
    ),
  );
  return (project.models?.unknowns ?? [])
    .filter(({ file, line }) => file === null || !told.has(`${file}:${line ?? ''}`))
    .map(({ object, reason, file, line, introduced }) => ({
      rule: 'unreadable-model',
      severity: introduced ? 'error' : 'warning',
      hazard: 'unreadable',
      message: `${object ?? 'Part of the models'} can't be read: ${reason}`,
      file,
      line,
    }));
}

function asideBlocks(project: ProjectReport): readonly Block[] {
  const uncompared = countsByNoun(project.notCompared);
  const { unmodelled } = project;
  const names = unmodelled.slice(0, NAMES_SHOWN).map((name) => code(clip(name, NAME_LENGTH)));
  const more =
    unmodelled.length > NAMES_SHOWN ? ` and ${unmodelled.length - NAMES_SHOWN} more` : '';
  const lines = [
    ...(uncompared ? [`Not compared: ${prose(clip(uncompared, MESSAGE_LENGTH))}`] : []),
    ...(unmodelled.length > 0 ? [`In no model: ${names.join(', ')}${more}`] : []),
  ];
  return lines.map((line) => block('what is not compared', [line, WORTH.aside]));
}

function details(
  summary: string,
  { open, body }: { readonly open: boolean; readonly body: string },
): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
