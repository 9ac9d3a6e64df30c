// Renames that somebody decided and that are about nothing in any project.
import type { Finding } from '../report/report.ts';
import type { Analysis } from './analysis.ts';

/**
 * One finding for each. Where only some projects are looked at, what the configuration says for all may
 * be about another.
 */
export function unusedRenames(
  analyses: readonly Analysis[],
  options: { readonly projects: readonly string[] },
): Finding[] {
  // Nothing can be renamed in models that aren't there.
  const withModels = analyses.filter(({ models }) => models !== null);
  const foreign = withModels.map(({ compared }) => compared?.foreign ?? []);
  const [first = []] = foreign;
  if (withModels.some(({ compared }) => compared === null)) return [];
  // Each project has its own records of what the configuration says for all.
  const keyOf = ({ source }: (typeof first)[number]): string =>
    [source.file ?? '', source.line ?? '', source.text].join('\0');
  return first
    .filter(({ from, to, source }) => source.shared && from !== null && to !== null)
    .filter(({ source }) => source.way === 'option' || options.projects.length === 0)
    .filter((one) => foreign.every((list) => list.some((other) => keyOf(other) === keyOf(one))))
    .map(({ source: { text, file, line } }) => ({
      rule: 'wrong-rename',
      severity: 'error',
      hazard: 'configuration',
      message: `${text}: there is no such thing in any project`,
      file,
      line,
    }));
}
