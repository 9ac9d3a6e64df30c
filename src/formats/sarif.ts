// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub's code scanning takes it:
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
import type { Invocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { exitCodeOf } from '../report/exit-code.ts';
import { problemsOf, type Problem } from '../report/problems.ts';
import type { Report } from '../report/report.ts';
import { oneLine } from '../report/visible.ts';
import { count } from '../report/words.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { FormatContext } from './format.ts';
import { messageOf } from './messages.ts';
import { pageOf, pageUrl, PRODUCT_URL } from './pages.ts';
import { pathOf, uriOf } from './places.ts';

const ROOT = '%SRCROOT%';
// Code scanning refuses a run with more than 25,000 results and keeps 5,000 of them.
const RESULTS_MOST = 5_000;
const TOLD_IN_ONE = 20;
// Code scanning refuses descriptions over 1,024 characters.
const DESCRIPTION_LENGTH = 1_000;

export function renderSarif(report: Report, context: FormatContext): string {
  const problems = problemsOf(report).filter(
    ({ silenced }) => context.tellsSilenced || silenced === null,
  );
  const results = resultsOf(problems.filter(hasPlace), context);
  const kept = results.slice(0, RESULTS_MOST);
  const ids = [...new Set(kept.map(({ ruleId = '' }) => ruleId))];
  const notifications = [
    ...problems.filter((problem) => !hasPlace(problem)).map(notificationOf),
    ...leftOut(results.length - kept.length),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plumbline',
            version: report.plumbline,
            semanticVersion: report.plumbline,
            informationUri: PRODUCT_URL,
            rules: ids.map((id) => ruleOf(id, report.plumbline)),
          },
        },
        automationDetails: { id: categoryOf(context) },
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository' } } },
        invocations: [invocationOf(report, notifications, context.failOn)],
        results: kept.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? '') })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What has none is about the run itself: a notification, for a result without a place is refused. */
const hasPlace = ({ file, anchor }: Problem): boolean => file !== null || anchor !== null;

/**
 * What precedes the last slash is the category: an upload takes the place of the last one of its category,
 * so runs over several directories or projects must have one each.
 */
function categoryOf({ prefix, projects }: FormatContext): string {
  return uriOf(
    `plumbline/${prefix}${projects.map((id) => `${id.replaceAll('/', '-')}/`).join('')}`,
  );
}

/** Code scanning takes results of one rule on one line for the same: they are told in one. */
function resultsOf(problems: readonly Problem[], context: FormatContext): readonly Result[] {
  const fingerprints = fingerprintsOf(problems);
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { rule, file, line, silenced } = problem;
    // Without a line each has a fingerprint of its own.
    const own = line === null ? (fingerprints.get(problem) ?? '') : '';
    const key = JSON.stringify([rule, file, line, silenced, own]);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [resultOf(first, group, { context, fingerprint: fingerprints.get(first) ?? '' })];
  });
}

function resultOf(
  first: Problem,
  group: readonly Problem[],
  { context, fingerprint }: { readonly context: FormatContext; readonly fingerprint: string },
): Result {
  const { rule, severity, line, silenced } = first;
  const uri = uriOf(pathOf(first, context.prefix));
  return {
    ruleId: rule,
    level: severity,
    message: { text: withoutLinks(textOf(group)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: ROOT },
          ...(line === null ? {} : { region: { startLine: line } }),
        },
      },
    ],
    partialFingerprints: {
      'plumbline/v1': fingerprint,
      // Where there is a line, github/codeql-action hashes what is written there, and warns of any other hash.
      ...(line === null ? { primaryLocationLineHash: `${fingerprint}:1` } : {}),
    },
    ...(silenced === null
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: oneLine(silenced.reason) }] }),
    properties: { introduced: first.introduced, project: oneLine(first.project ?? '') },
  };
}

function textOf(group: readonly Problem[]): string {
  const texts = group.slice(0, TOLD_IN_ONE).map(messageOf);
  const more = group.length - texts.length;
  return [...texts, ...(more > 0 ? [`… and ${count(more, 'more', 'more')}`] : [])].join('\n\n');
}

/** `[text](address)` in a message would be a link: section 3.11.6. */
const withoutLinks = (text: string): string => text.replaceAll('](', '] (');

function ruleOf(id: string, version: string): ReportingDescriptor {
  const page = pageOf(id);
  const helpUri = pageUrl(id, version);
  if (page === null || helpUri === null) return { id };
  const { title, what, markdown, kind } = page;
  return {
    id,
    shortDescription: { text: title.slice(0, DESCRIPTION_LENGTH) },
    fullDescription: { text: what.slice(0, DESCRIPTION_LENGTH) },
    help: { text: `${what} ${helpUri}`, markdown },
    helpUri,
    // One that is off by default was turned on where it has results.
    defaultConfiguration: { level: kind.severity === 'off' ? 'note' : kind.severity },
    properties: { tags: [kind.hazard] },
  };
}

function invocationOf(
  report: Report,
  notifications: readonly Notification[],
  failOn: FormatContext['failOn'],
): Invocation {
  return {
    executionSuccessful: report.status !== 'error',
    exitCode: exitCodeOf(report, failOn),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: [...notifications] }),
  };
}

function notificationOf(problem: Problem): Notification {
  return {
    descriptor: { id: problem.rule },
    level: problem.severity,
    message: { text: withoutLinks(messageOf(problem)) },
  };
}

function leftOut(number: number): readonly Notification[] {
  if (number <= 0) return [];
  const text = `${count(number, 'more result')} of no greater weight ${number === 1 ? 'is' : 'are'} left out: code scanning keeps ${RESULTS_MOST.toLocaleString('en-US')}. The JSON report holds all.`;
  return [{ level: 'warning', message: { text } }];
}
