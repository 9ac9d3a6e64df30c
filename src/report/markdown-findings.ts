// Findings in the Markdown report: the worst as an alert, the others as a list, and folded away what
// doesn't count.
import { details } from './markdown-details.ts';
import { clip, code, fenced, prose } from './markdown-escape.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import type { MarkdownContext } from './markdown-context.ts';
import { link } from './markdown-table.ts';
import type { Finding, Hazard, ProjectReport, Report, Severity } from './report.ts';
import { statusOfFinding } from './status.ts';
import { allFindings, sortFindings } from './verdict.ts';
import { count, firstSentence, sentence } from './words.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '❌ Error',
  warning: '⚠️ Warning',
  note: 'ℹ️ Note',
};
const NAME_LENGTH = 200;
const MESSAGE_LENGTH = 1_500;
const ALERT_LENGTH = 500;
const ROWS_SHORT = 25;

/** What can't be undone comes before what only takes time. Drift has the headline. */
const FROM_WORST: readonly Hazard[] = [
  'data-loss',
  'failure',
  'security',
  'incompatibility',
  'rewrite',
  'lock',
  'operations',
  'configuration',
  'unreadable',
  'design',
];

/** The worst finding as an alert, which GitHub shows only where it lies in nothing else. */
export function alertBlock(report: Report, context: MarkdownContext): readonly Block[] {
  const worst = allFindings(report)
    .filter(({ severity, hazard }) => severity !== 'note' && FROM_WORST.includes(hazard))
    .toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  // The only thing there is to say needs no second place.
  const isAll = report.projects.length === 0 && report.findings.length === 1;
  if (worst === undefined || isAll) return [];
  const kind = worst.severity === 'error' ? 'CAUTION' : 'WARNING';
  const where = worst.file === null ? '' : ` (${link(worst.file, worst.line, context)})`;
  // What to do about it stands with the finding.
  const said = firstSentence(sentence(worst.message)).replace(/\.$/u, '');
  const stop = /[!?]$/u.test(said) ? '' : '.';
  const text = `> [!${kind}]\n> ${prose(clip(said, ALERT_LENGTH))}${where}${stop}`;
  return [block('the worst finding', [text, WORTH.fix])];
}

const rankOf = ({ severity, hazard }: Finding): number =>
  FROM_WORST.indexOf(hazard) + (severity === 'error' ? 0 : FROM_WORST.length);

/** What to do about steps of new migrations that are unsafe; nothing where none is. */
export function fixNewBlock({ findings }: ProjectReport): readonly Block[] {
  const unsafe = sortFindings(findings).filter((one) => statusOfFinding(one) === 'unsafe');
  if (unsafe.length === 0) return [];
  const one = unsafe.length === 1;
  const isShown = unsafe.some(({ safe = [] }) => safe.length > 0);
  const page = one ? 'the page of the error below' : 'the pages of the errors below';
  const instead = one
    ? 'write what is shown under the error below in place of the statement, or follow its page'
    : 'write what is shown under an error below in place of its statement, or follow its page';
  // What fails does harm wherever it runs.
  const allowed = unsafe.find(({ hazard, line }) => hazard !== 'failure' && line !== null);
  const comment = `-- plumbline:allow ${allowed?.rule ?? ''} reason="…"`;
  const allow =
    allowed === undefined
      ? ''
      : ` Where ${one ? 'it' : 'one'} does no harm, allow it by a comment above the statement: ${code(clip(comment, NAME_LENGTH))}.`;
  const text = `**To fix the new migrations:** ${isShown ? instead : `follow ${page}`}.${allow}`;
  return [block('projects', [text, WORTH.fix])];
}

/** Findings as a list, worst first; nothing where there are none. */
export function findingsBlock(
  findings: readonly Finding[],
  context: MarkdownContext,
): readonly Block[] {
  if (findings.length === 0) return [];
  const sorted = sortFindings(findings);
  const title = `Findings (${countsOf(findings)})`;
  const open = findings.some(({ severity }) => severity === 'error');
  const list = (items: readonly string[]): string =>
    details(title, { open, body: items.join('\n') });
  const items = sorted.map((finding) => findingItem(finding, context) + safeForm(finding));
  const short = sorted.slice(0, ROWS_SHORT).map((finding) => findingItem(finding, context));
  return [
    block(
      'findings',
      [list(items), WORTH.findings],
      [list(short), WORTH.findingsShort],
      [`${title}.`, WORTH.checks],
    ),
  ];
}

/** `2 errors, 1 warning`. */
export function countsOf(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? '' : count(number, severity);
  });
  return counts.filter((text) => text !== '').join(', ');
}

/** What base gives just the same. */
export function standingBlock(
  { inherited }: ProjectReport,
  context: MarkdownContext,
): readonly Block[] {
  if (inherited.length === 0) return [];
  const title = `On base already (${inherited.length}): doesn't count`;
  const items = sortFindings(inherited).map((finding) => findingItem(finding, context));
  return [folded('findings that base has', title, items)];
}

/** What is allowed, with the reason and where it is said. */
export function silencedBlock(
  { silenced }: ProjectReport,
  context: MarkdownContext,
): readonly Block[] {
  if (silenced.length === 0) return [];
  const title = `Allowed (${silenced.length}): doesn't count`;
  const items = silenced.map(({ rule, message, silenced: { reason, until, file, line } }) => {
    const day = until === null ? '' : ` (until ${prose(until)})`;
    const what = `${pageLink(rule, context)} ${prose(clip(message, NAME_LENGTH))}`;
    return `- ${link(file, line, context)} ${prose(clip(reason, NAME_LENGTH))}${day}: ${what}`;
  });
  return [folded('what is allowed', title, items)];
}

/** A list that is told and doesn't count. */
function folded(name: string, title: string, items: readonly string[]): Block {
  const body = items.join('\n');
  return block(
    name,
    [details(title, { open: false, body }), WORTH.aside],
    [`${title}.`, WORTH.changes],
  );
}

/** Unreadable parts of the models that no finding tells already. */
export function unreadable(project: ProjectReport): readonly Finding[] {
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

function findingItem(finding: Finding, context: MarkdownContext): string {
  const { severity, file, line, rule, observed = '' } = finding;
  const where = file === null ? '' : ` ${link(file, line, context)}`;
  const message = prose(clip(sentence(finding.message), MESSAGE_LENGTH));
  const stop = /[.!?]$/.test(finding.message) ? '' : '.';
  const seen =
    observed === '' || finding.message.includes(observed)
      ? ''
      : `${stop} Observed: ${prose(clip(observed, MESSAGE_LENGTH))}`;
  return `- **${SEVERITY_WORDS[severity]}**${where} ${message}${seen} (${pageLink(rule, context)})`;
}

/** The rule's id, linked to its page. */
function pageLink(rule: string, { pageOf }: MarkdownContext): string {
  const [name, page] = [code(clip(rule, NAME_LENGTH)), pageOf(rule)];
  // The address is ours: none is made of an id that isn't known.
  return page === null ? name : `[${name}](${page})`;
}

/** What to write instead, as part of the item. */
function safeForm({ safe = [] }: Finding): string {
  if (safe.length === 0) return '';
  const lines = fenced(safe.join('\n'), 'sql').split('\n');
  return `\n\n  Instead:\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
