// Inputs that there are not: the runner hands them over with a warning that nobody reads, and what they were
// to do would not be done.
import { likenessOfNames } from '../schema/likeness.ts';

/** What other actions call the same. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  token: 'github-token',
  'repo-token': 'github-token',
  path: 'working-directory',
  directory: 'working-directory',
  base: 'base-ref',
  timeout: 'timeout-seconds',
};

/** One problem for each variable `INPUT_…` that no input of `known` is read from. */
export function unknownInputs(
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): readonly string[] {
  const names = Object.entries(env)
    .filter(([name, value]) => name.startsWith('INPUT_') && value?.trim() !== '')
    .map(([name]) => name.slice('INPUT_'.length).toLowerCase());
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `${name}: there is no such input; did you mean ${meantBy(name, known)}?`);
}

function meantBy(name: string, known: readonly string[]): string {
  const dashed = name.replaceAll(/[_ ]/g, '-');
  const [nearest = ''] = known.toSorted(
    (a, b) => likenessOfNames(b, dashed) - likenessOfNames(a, dashed),
  );
  return known.includes(dashed) ? dashed : (OTHER_NAMES[dashed] ?? nearest);
}
