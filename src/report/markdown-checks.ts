// The three checks of a project in words: of one project a table, of several one row each.
import { cell, clip, code } from './markdown-escape.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import { countsOf } from './markdown-findings.ts';
import type { Finding, Hazard, ProjectReport, Report, Status } from './report.ts';
import { missingChanges, openRenames } from './status.ts';
import { count } from './words.ts';

const NAME_LENGTH = 200;
const ROWS_SHORT = 40;

/** Models match migrations, migrations run, new migrations are safe. */
type Checks = readonly [match: string, run: string, safe: string];

export const STATUS_ICONS: Readonly<Record<Status, string>> = {
  ok: '✅',
  drift: '❌',
  unsafe: '❌',
  error: '❌',
};

/** The table of one project's checks. */
export function checksBlock(project: ProjectReport, report: Report): Block {
  const [match, run, safe] = checksOf(project, report);
  const table = [
    '| Check | Result |',
    '|---|---|',
    `| Models match migrations | ${match} |`,
    `| Migrations run | ${run} |`,
    `| New migrations are safe | ${safe} |`,
  ].join('\n');
  return block('projects', [table, WORTH.checks]);
}

/** A row for each project, in the order they are told. */
export function overviewBlock(projects: readonly ProjectReport[], report: Report): Block {
  const head = [
    '| Project | Models match migrations | Migrations run | New migrations are safe |',
    '|---|---|---|---|',
  ];
  const rows = projects.map((project) => {
    const name = cell(code(clip(project.id, NAME_LENGTH)));
    return `| ${STATUS_ICONS[project.status]} ${name} | ${checksOf(project, report).join(' | ')} |`;
  });
  const hidden = projects.slice(ROWS_SHORT);
  const wrong = hidden.filter(({ status }) => status !== 'ok').length;
  const rest = `And ${count(hidden.length, 'project')} more, ${String(wrong)} of them with something to mend.`;
  const short = `${[...head, ...rows.slice(0, ROWS_SHORT)].join('\n')}\n\n${rest}`;
  return block(
    'projects',
    [[...head, ...rows].join('\n'), WORTH.overview],
    [short, WORTH.heading],
    [`${count(projects.length, 'project')}.`, Infinity],
  );
}

function checksOf(project: ProjectReport, report: Report): Checks {
  return [matchResult(project), runResult(project), safeResult(project, report)];
}

function matchResult(project: ProjectReport): string {
  if (project.models === null) return '➖ No models to compare';
  const { unknowns } = project.models;
  const unread = unknowns.filter(({ introduced }) => introduced).length;
  const [changes, renames] = [missingChanges(project).length, openRenames(project).length];
  const wrong = [
    ...(changes > 0 ? [`${count(changes, 'change')} missing`] : []),
    ...(renames > 0 ? [`${count(renames, 'rename')} undecided`] : []),
    ...(unread > 0 ? [`${count(unread, 'part')} can't be read`] : []),
  ];
  if (wrong.length > 0) return `❌ ${wrong.join(', ')}`;
  if (project.status === 'error') return '⚠️ Not known';
  if (unknowns.length > 0) {
    return `⚠️ Nothing missing, as far as can be read: ${count(unknowns.length, 'part')} can't be, on base neither`;
  }
  return '✅ Nothing missing';
}

function runResult({ migrations: { applied, total } }: ProjectReport): string {
  if (total === 0) return '➖ There are none';
  return applied === total
    ? `✅ ${String(total)} applied to an empty database`
    : `❌ ${String(applied)} of ${String(total)} applied to an empty database`;
}

function safeResult(project: ProjectReport, report: Report): string {
  const { findings, silenced, trace } = project;
  const added = project.migrations.new.length;
  const judged = findings.filter(isOfMigrations);
  const allowed = silenced.length === 0 ? '' : `, ${String(silenced.length)} allowed`;
  const where = added === 0 ? '' : ` in ${count(added, 'new migration')}`;
  const counts = countsOf(judged.filter(({ severity }) => severity !== 'note'));
  if (judged.some(({ severity }) => severity === 'error')) return `❌ ${counts}${allowed}${where}`;
  if (added === 0) return report.base === null ? '➖ No base: none is new' : '➖ None is new';
  if (trace.length === 0) return `⚠️ Not rehearsed: ${count(added, 'new migration')}`;
  if (counts !== '') return `⚠️ ${counts}${allowed}${where}`;
  const statements = trace.flatMap((migration) => migration.statements);
  const unseen = statements.filter(({ observed }) => observed !== null).length;
  if (unseen > 0) {
    return `⚠️ ${String(unseen)} of ${count(statements.length, 'statement')} not wholly observed${allowed}${where}`;
  }
  return `✅ Nothing dangerous seen${allowed}${where}`;
}

const NOT_OF_MIGRATIONS: readonly Hazard[] = ['configuration', 'unreadable', 'drift'];

/** Without a migration's name, a failure is one of the replay, or of the surroundings. */
function isOfMigrations({ hazard, migration }: Finding): boolean {
  if (hazard === 'failure') return migration !== undefined;
  return migration !== undefined || !NOT_OF_MIGRATIONS.includes(hazard);
}
