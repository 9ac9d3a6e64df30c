// Names for problems that stay the same from run to run. Lines are no part of them: what is added above a
// problem would make it a new one, and the services that read these would close and open it again.
import { createHash } from 'node:crypto';
import type { Problem } from '../report/problems.ts';

/** One for each, all of them different: of problems that are alike each but the first has its number in it. */
export function fingerprintsOf(problems: readonly Problem[]): ReadonlyMap<Problem, string> {
  const seen = new Map<string, number>();
  return new Map(
    problems.map((problem) => {
      const { rule, project, identity } = problem;
      const key = JSON.stringify([rule, project, ...identity]);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return [problem, digest(before === 0 ? key : `${key} ${String(before)}`)];
    }),
  );
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);
