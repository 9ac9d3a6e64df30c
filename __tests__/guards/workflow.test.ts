// The README's workflow and action.yml, as GitHub's own parser reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/index';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const workflow = /```yaml\n(on:[\s\S]*?)```/u.exec(text('README.md'))?.[1] ?? '';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe("the README's workflow", () => {
  it('is one to GitHub', () => {
    const { context, value } = parseWorkflow(
      { name: 'workflow.yml', content: workflow },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(value).toBeDefined();
  });

  it('runs on what the action answers, asks for no more than it needs, and fetches its base', () => {
    const { on, permissions, jobs } = parse(workflow) as Workflow;
    expect(Object.keys(on)).toEqual(['pull_request', 'merge_group']);
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const [checkout, plumbline] = jobs['plumbline']?.steps ?? [];
    expect(checkout?.uses).toMatch(/^actions\/checkout@/);
    expect(checkout?.with).toMatchObject({ 'fetch-depth': 2, 'persist-credentials': false });
    const { inputs } = parse(text('action.yml')) as { inputs: Record<string, unknown> };
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(plumbline?.with ?? {})));
  });
});

describe("the README's recipe for code scanning", () => {
  it('names inputs and outputs that there are', () => {
    const recipe = /```yaml\n(- uses: plumbline[\s\S]*?)```/u.exec(text('README.md'))?.[1] ?? '';
    const [plumbline, upload] = parse(recipe) as Step[];
    const { inputs, outputs } = parse(text('action.yml')) as Record<string, object>;
    for (const name of Object.keys(plumbline?.with ?? {})) expect(inputs).toHaveProperty([name]);
    const used = [...JSON.stringify(upload).matchAll(/outputs\.([\w-]+)/gu)].map(
      ([, name]) => name,
    );
    expect(used).toEqual(['sarif-path', 'sarif-path']);
    for (const name of used) expect(outputs).toHaveProperty([name ?? '']);
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
