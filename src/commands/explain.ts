// plumbline explain RULE: the page of a rule, or of any other kind of finding.
import { UsageError } from '../errors.ts';
import { findingKinds } from '../findings/index.ts';
import { readPage } from '../findings/pages.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { noSuchRule } from '../settings/rule-settings.ts';
import type { Invocation } from './invocation.ts';

/** Prints the page. Throws `UsageError` for a rule that there isn't. */
export function runExplain({ args, surroundings }: Invocation): Promise<ExitCode> {
  const kind = findingKinds.find(({ id }) => id === args.rule);
  if (!kind) throw new UsageError(noSuchRule(args.rule ?? '', findingKinds));
  surroundings.out(manyLines(readPage(kind.id)));
  return Promise.resolve(0);
}
