// Our workflows, those of the pages and action.yml, as GitHub's own parser reads them, and as zizmor wants them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/index';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { brokenRules, unpinnedUses } from './workflow-rules.ts';

const root = join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const blocks = pages.flatMap((page) =>
  [...text(page).matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, block = '']) => ({ page, block })),
);
const ours = readdirSync(join(root, '.github/workflows')).map(
  (name) => `.github/workflows/${name}`,
);
const workflows = [
  ...ours.map((name) => [name, text(name)] as const),
  ...blocks
    .filter(({ block }) => /^on:/mu.test(block) && /^jobs:/mu.test(block))
    .map(
      ({ page, block }) => [`${page}: ${/^name: (.*)/u.exec(block)?.[1] ?? ''}`, block] as const,
    ),
];
const { inputs, outputs } = parse(text('action.yml')) as Record<'inputs' | 'outputs', object>;

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe('the workflows', () => {
  it('are those that there are', () => {
    expect(workflows.map(([name]) => name)).toEqual([
      '.github/workflows/ci.yml',
      'README.md: Plumbline',
      'README.md: Plumbline',
      'README.md: Plumbline',
      'README.md: Plumbline comment',
    ]);
  });

  it.each(workflows)('%s is one to GitHub, and breaks no rule', (_name, content) => {
    const file = { name: 'workflow.yml', content };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(value).toBeDefined();
    expect(brokenRules(content)).toEqual([]);
  });

  it('are held to rules that can be broken', () => {
    const bad = `on: { pull_request: { paths: [x] } }
permissions:
  contents: write
jobs:
  one:
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
      - run: echo \${{ github.head_ref }} \${{ github.actor }} \${{ secrets.X }}
`;
    const target = bad.replace('on: { pull_request: { paths: [x] } }', 'on:\n  workflow_run:');
    const broken = new Set([...brokenRules(bad), ...brokenRules(target)]);
    expect([...broken].sort()).toEqual([
      ...['anonymous-definition', 'artipacked', 'bot-conditions', 'cache-poisoning'],
      ...['concurrency-limits', 'dangerous-triggers', 'excessive-permissions', 'no-timeout'],
      ...['secrets-outside-env', 'skipped-check', 'template-injection'],
      ...['undocumented-permissions', 'unpinned-uses'],
    ]);
  });

  it.each(blocks)(
    'of $page pin what they use, and name inputs and outputs that there are',
    (one) => {
      expect(unpinnedUses(one.block)).toEqual([]);
      const used = [...one.block.matchAll(/steps\.plumbline\.outputs\.([\w-]+)/gu)];
      for (const [, name = ''] of used) expect(outputs).toHaveProperty([name]);
    },
  );

  it('give the action inputs that there are', () => {
    const steps = workflows.flatMap(([, content]) =>
      Object.values((parse(content) as Workflow).jobs).flatMap((job) => job.steps),
    );
    const given = steps
      .filter(({ uses }) => uses?.startsWith('plumbline/'))
      .map((step) => Object.keys(step.with ?? {}));
    expect(given).toEqual([[], [], ['comment'], ['mode', 'report-path']]);
    for (const name of given.flat()) expect(inputs).toHaveProperty([name]);
  });
});

describe("the README's workflows", () => {
  const jobOf = (content: string): Job => {
    const [job] = Object.values((parse(content) as Workflow).jobs);
    if (job === undefined) throw new Error('there is no job');
    return job;
  };
  const readme = workflows.filter(([name]) => name.startsWith('README')).map(([, one]) => one);

  it('run on what the action answers, and ask for no more than it needs', () => {
    expect(readme.map((one) => Object.keys((parse(one) as Workflow).on))).toEqual([
      ['pull_request', 'merge_group'],
      ['pull_request_target'],
      ['pull_request', 'merge_group'],
      ['workflow_run'],
    ]);
    expect(readme.map((one) => jobOf(one).permissions)).toEqual([
      { contents: 'read', 'pull-requests': 'write' },
      { contents: 'read', 'pull-requests': 'write' },
      { contents: 'read' },
      { actions: 'read', 'pull-requests': 'write' },
    ]);
  });

  it('fetch the base with what they check out', () => {
    const checkouts = readme.flatMap((one) =>
      jobOf(one).steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts.map((step) => step.with)).toEqual([
      { 'fetch-depth': 2, 'persist-credentials': false },
      { 'fetch-depth': 2, 'persist-credentials': false },
    ]);
  });
});

describe("the README's recipe for code scanning", () => {
  it('names inputs and outputs that there are', () => {
    const recipe = /```yaml\n(- uses: plumbline[\s\S]*?)```/u.exec(text('README.md'))?.[1] ?? '';
    const [plumbline, upload] = parse(recipe) as Step[];
    for (const name of Object.keys(plumbline?.with ?? {})) expect(inputs).toHaveProperty([name]);
    const used = [...JSON.stringify(upload).matchAll(/outputs\.([\w-]+)/gu)].map(
      ([, name]) => name,
    );
    expect(used).toEqual(['sarif-path', 'sarif-path']);
  });
});

describe('action.yml', () => {
  it('is an action to GitHub', () => {
    const { context, value } = parseAction(
      { name: 'action.yml', content: text('action.yml') },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(value).toBeDefined();
  });
});
