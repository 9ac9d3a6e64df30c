// What zizmor asks of a workflow (https://docs.zizmor.sh/audits), as far as it can be told from its text, by the
// names of its rules; and what a required check needs.
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly name?: string;
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, { readonly paths?: unknown } | null>>;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group?: string; readonly 'cancel-in-progress'?: unknown };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Their token may write, whoever's commit started them. */
const DANGEROUS = /^\s+(?:pull_request_target|workflow_run):(.*)$/gmu;

/** The rules that a workflow breaks; none where it is as it should be. */
export function brokenRules(text: string): readonly string[] {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  const triggers = [...text.matchAll(DANGEROUS)].map(([, rest = '']) => rest);
  const broken: Readonly<Record<string, boolean>> = {
    'unpinned-uses': unpinnedUses(text).length > 0,
    'excessive-permissions':
      JSON.stringify(workflow.permissions) !== '{}' ||
      jobs.some(({ permissions }) => typeof permissions !== 'object'),
    'undocumented-permissions': undocumented(text),
    artipacked: checkouts.some((step) => step.with?.['persist-credentials'] !== false),
    'template-injection': steps.some(({ run }) => run?.includes('${{')),
    'dangerous-triggers':
      triggers.some((rest) => !rest.includes('# zizmor: ignore[dangerous-triggers]')) ||
      (triggers.length > 0 && steps.some((step) => step.run !== undefined)) ||
      (triggers.length > 0 && checkouts.length > 0),
    'concurrency-limits':
      workflow.concurrency?.group === undefined ||
      workflow.concurrency['cancel-in-progress'] === undefined,
    'anonymous-definition':
      workflow.name === undefined || jobs.some(({ name }) => name === undefined),
    'bot-conditions': text.includes('github.actor'),
    'secrets-outside-env': text.includes('secrets.') || text.includes('secrets: inherit'),
    'cache-poisoning': steps.some(
      ({ uses, ...step }) =>
        uses?.startsWith('actions/setup-node@') && step.with?.['package-manager-cache'] !== false,
    ),
    'no-timeout': jobs.some((job) => job['timeout-minutes'] === undefined),
    'skipped-check': Object.values(workflow.on).some((event) => event?.paths !== undefined),
  };
  return Object.keys(broken).filter((rule) => broken[rule]);
}

/** Actions that are named by something that can be moved. Ours has no release yet whose hash could be told. */
export function unpinnedUses(text: string): readonly string[] {
  return [...text.matchAll(/uses: (\S+)(.*)$/gmu)]
    .filter(([, action = '', rest = '']) => {
      const pinned = /@[0-9a-f]{40}$/u.test(action) && /^ # v\d/u.test(rest);
      return !pinned && action !== 'plumbline/plumbline@v1';
    })
    .map(([line]) => line);
}

/** Whether a permission lacks the comment that says what it is for. */
function undocumented(text: string): boolean {
  const blocks = text.matchAll(/^( *)permissions:\n((?:\1 +.*\n)*)/gmu);
  return [...blocks].some(([, , lines = '']) =>
    lines.split('\n').some((line) => line !== '' && !/ # \S/u.test(line)),
  );
}
