import { afterAll, describe, expect, it } from 'vitest';
import { linesAtHead, type LineAtHead } from '../../src/github/head-lines.ts';
import { makeFinding, makeReport } from '../report/reports.ts';
import { gitIn, makeOrigin } from './repository.ts';
import { startStory } from './story.ts';

const origin = makeOrigin();
afterAll(() => {
  origin.remove();
});

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');
const model = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const first = origin.commit('first', {
  'src/schema.ts': lines(...model),
  'src/[odd] näme.ts': lines(...model),
  'same.ts': lines(...model),
});
origin.checkout('change', { create: true });
const head = origin.commit('change', {
  // A line more at the end.
  'src/schema.ts': lines(...model, 'of head'),
  'src/[odd] näme.ts': lines(...model, 'of head'),
});
origin.checkout('main');
const base = origin.commit('meanwhile', {
  // Three lines more above, one gone, one another.
  'src/schema.ts': lines('1', '2', '3', 'a', 'b', 'd', 'e', 'F', 'g', 'h', 'i', 'j'),
  'src/[odd] näme.ts': lines('1', ...model),
  'of-base.ts': lines('only base has it'),
});
origin.checkout('change');
const commit = origin.trialMerge(5, base);
const request = { directory: origin.directory, commit, head, token: '', serverUrl: 'https://x' };

describe('a line of the trial merge', () => {
  const lineAt = linesAtHead(request) ?? ((): null => null);

  it.each<[string, number, number | null]>([
    ['what base added above: the nearest', 1, 1],
    ['the last of it', 3, 1],
    ['the first line of head', 4, 1],
    ['the line before what base removed', 5, 2],
    ['the line after what base removed', 6, 4],
    ['what base changed', 8, 6],
    ['what comes after', 12, 10],
    ['what head added', 13, 11],
  ])('%s', (_what, line, expected) => {
    expect(lineAt('src/schema.ts', line)).toBe(expected);
  });

  it('is found in a file whatever its name', () => {
    expect(lineAt('src/[odd] näme.ts', 12)).toBe(11);
  });

  it('is the same one in a file that base left alone', () => {
    expect(lineAt('same.ts', 7)).toBe(7);
  });

  it.each(['of-base.ts', 'missing.ts', '../outside.ts', '', '--output=x'])(
    'is none of head’s in %s',
    (file) => {
      expect(lineAt(file, 1)).toBeNull();
    },
  );
});

describe('lines', () => {
  it('are what they are where no merge was checked', () => {
    expect(linesAtHead({ ...request, commit: head })).toBeNull();
    expect(linesAtHead({ ...request, commit: first })).toBeNull();
    expect(linesAtHead({ ...request, head: first })).toBeNull();
  });

  const inClone = (depth: number, remote?: string): LineAtHead | null => {
    const directory = origin.clone('refs/pull/5/merge', depth);
    if (remote !== undefined) gitIn(directory, ['remote', 'set-url', 'origin', remote]);
    return linesAtHead({ ...request, directory });
  };

  it('are found in shallow clones, whose head is fetched where it is missing', () => {
    expect(inClone(2)?.('src/schema.ts', 13)).toBe(11);
    expect(inClone(1)?.('src/schema.ts', 13)).toBe(11);
  });

  it('are none where the head can’t be fetched', () => {
    expect(inClone(1, 'file:///nowhere')?.('src/schema.ts', 13)).toBeNull();
  });
});

describe('annotations', () => {
  it('are at the lines of head, links at those of what was checked', async () => {
    const workspace = origin.clone('refs/pull/5/merge', 2);
    const story = await startStory('', { origin, base, head, merge: commit, workspace });
    const findings = [
      makeFinding({ file: 'src/schema.ts', line: 13 }),
      makeFinding({ file: 'of-base.ts', line: 1 }),
    ];
    const run = await story.run(makeReport({ findings }), { inputs: { comment: 'never' } });
    expect(run.commands.map((command) => /file=[^:]*/.exec(command)?.[0])).toEqual([
      'file=src/schema.ts,line=11',
      'file=of-base.ts',
    ]);
    expect(run.summary).toContain(`/blob/${commit}/src/schema.ts#L13`);
    await story.close();
  });
});
