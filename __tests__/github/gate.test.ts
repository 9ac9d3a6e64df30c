// What fails the step, and what passes at once: with a prepared answer, so that what is asked of the check
// shows whether it ran.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDriftedProject, makeReport } from '../report/reports.ts';
import { pullRequestEvent, pushEvent } from './events.ts';
import { countIfUnread } from '../../src/github/changes.ts';
import { editedConfig } from '../../src/github/config-edit.ts';
import type { ActionRun } from './action.ts';
import { gitIn, makeOrigin, type Origin } from './repository.ts';
import { startStory, type Story } from './story.ts';

const drifted = makeReport({ projects: [makeDriftedProject()] });
let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.close());

it('what fails the step is what the input says, before plumbline.yml', async () => {
  const workspace = story.origin.clone('refs/pull/5/merge', 2);
  writeFileSync(join(workspace, 'plumbline.yml'), 'fail-on: none');
  const run = await story.run(drifted, {
    workspace,
    inputs: { comment: 'never', 'fail-on': 'drift' },
  });
  expect(run.exitCode).toBe(1);
  expect(run.commands.at(-1)).toContain('no migration');
});

it('a configuration that is a link is edited where what it leads to is', () => {
  const origin = makeOrigin();
  const { directory } = origin;
  try {
    mkdirSync(join(directory, 'conf'));
    symlinkSync('conf/link.yml', join(directory, 'plumbline.yml'));
    symlinkSync('real.yml', join(directory, 'conf/link.yml'));
    const base = origin.commit('base', { 'conf/real.yml': 'postgres: 17\n' });
    const edited = (): string | null => editedConfig({ directory, base }, null);
    expect(edited()).toBeNull();
    origin.commit('head', { 'conf/real.yml': 'postgres: 16\n' });
    expect(edited()).toBe('conf/real.yml');
    const head = { ref: 'main', within: '' };
    expect(editedConfig({ directory, base, head }, null)).toBe('conf/real.yml');
  } finally {
    origin.remove();
  }
});

describe('a change that nothing is made of', () => {
  const prose = {
    'README.md': 'More.\n',
    'docs/a.png': 'x',
    'pnpm-lock.yaml': 'lockfileVersion: 9',
  };
  let origin: Origin;
  let base: string;
  beforeAll(() => {
    origin = makeOrigin();
    base = origin.commit('base', { 'src/schema.ts': 'one\n', 'README.md': 'Some.\n' });
  });
  afterAll(() => {
    origin.remove();
  });

  it.each<[string, Record<string, string | null>, { inside?: string; left?: string }, boolean]>([
    ['prose', prose, {}, true],
    ['nothing at all', {}, {}, true],
    ['a picture of a workflow', { '.github/flow.svg': '<svg/>' }, {}, true],
    ['a model elsewhere', { 'other/schema.ts': 'two\n' }, { inside: 'src' }, true],
    ['a model', { ...prose, 'src/schema.ts': 'two\n' }, {}, false],
    ['a model that goes', { 'src/schema.ts': null }, {}, false],
    ['what ignores files', { '.gitignore': 'drizzle\n' }, {}, false],
    ['what ignores files, elsewhere', { '.gitignore': 'drizzle\n' }, { inside: 'src' }, false],
    ['a workflow', { '.github/workflows/ci.yml': 'on: push\n' }, { inside: 'src' }, false],
    ['something of which nobody knows', { 'src/x.weird': '1' }, {}, false],
    ['prose, and a file that a step left', prose, { left: 'src/made.ts' }, false],
    ['prose, and more that a step left', prose, { left: 'src/made.md' }, true],
  ])('%s', (_name, files, { inside = '', left }, unread) => {
    origin.checkout(base);
    origin.commit('head', files);
    origin.trialMerge(5, base);
    const workspace = origin.clone('refs/pull/5/merge', 2);
    if (left !== undefined) writeFileSync(join(workspace, left), 'one\n');
    const found = countIfUnread(join(workspace, inside), base);
    expect(found).toBe(unread ? Object.keys(files).length + (left === undefined ? 0 : 1) : null);
  });

  it('may be a link, which stands for another file', () => {
    const workspace = story.origin.clone('refs/heads/main', 1);
    symlinkSync('src/schema.ts', join(workspace, 'README.md'));
    gitIn(workspace, ['add', '--all']);
    expect(countIfUnread(workspace, story.base)).toBeNull();
  });

  it.each<[string, (head: string, base: string) => ActionRun['event'], Record<string, string>]>([
    ['when it is pushed', (before) => pushEvent({ before, after: before }), {}],
    [
      'where what base lacks fails it',
      (head, base) => pullRequestEvent({ head, base }),
      { 'fail-on': 'inherited' },
    ],
  ])('is checked all the same %s', async (_name, event, inputs) => {
    const head = story.pullRequest.headSha;
    const workspace = story.origin.clone('refs/heads/change', 1);
    const run = await story.run(makeReport(), {
      workspace,
      event: event(head, story.base),
      inputs: { comment: 'never', 'base-ref': 'change', ...inputs },
    });
    expect(run.options).not.toBeNull();
    expect(run.exitCode).toBe(0);
  });
});
