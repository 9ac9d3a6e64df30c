// plumbline explain RULE: the page of a rule.
import type { Invocation } from './invocation.ts';
import { UsageError } from '../errors.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { noSuchRule } from '../rule-settings.ts';
import { rules } from '../rules/index.ts';
import { readPage } from '../rules/pages.ts';

/** Prints the page. Throws `UsageError` for a rule that there isn't. */
export function runExplain({ args, surroundings }: Invocation): Promise<ExitCode> {
  const rule = rules.find(({ id }) => id === args.rule);
  if (!rule) throw new UsageError(noSuchRule(args.rule ?? ''));
  surroundings.out(manyLines(readPage(rule.id)));
  return Promise.resolve(0);
}
