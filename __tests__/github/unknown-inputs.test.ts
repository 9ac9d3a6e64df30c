import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { inputs, readInputs } from '../../src/github/inputs.ts';

/** What is wrong with the inputs, as the runner hands them over. */
function problemsOf(given: Readonly<Record<string, string>>): readonly string[] {
  const env = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  try {
    readInputs({ GITHUB_WORKSPACE: '.', ...(Object.fromEntries(env) as object) });
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}

it.each([
  ['fail_on', 'fail-on'],
  ['github_token', 'github-token'],
  ['token', 'github-token'],
  ['projects', 'project'],
  ['coment', 'comment'],
  ['commit message', 'commit-message'],
  ['sarif', 'sarif-path'],
  ['base', 'base-ref'],
])('an input %s names the right one', (given, meant) => {
  expect(Object.keys(inputs)).toContain(meant);
  expect(problemsOf({ [given]: 'x' })).toEqual([
    `${given}: there is no such input; did you mean ${meant}?`,
  ]);
});

it('all that is wrong is told at once', () => {
  const given = { fail_on: 'drift', 'fail-on': 'drft', commit: 'always', project: 'a', unsaid: '' };
  expect(problemsOf(given).map((problem) => problem.split(':')[0])).toEqual([
    'fail_on',
    'fail-on',
    'commit',
  ]);
});
