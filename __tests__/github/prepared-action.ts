// The action around a check with a prepared answer: all of it is real but the check.
import { readFileSync, writeFileSync } from 'node:fs';
import { EnvironmentError, UsageError } from '../../src/errors.ts';
import { run } from '../../src/github/run.ts';
import type { Proposal } from '../../src/proposal.ts';
import type { Report } from '../../src/report/report.ts';

/** What the check answers, or throws. */
export type Prepared =
  | { readonly report: Report; readonly proposal?: Proposal }
  | { readonly usage: readonly string[] }
  | { readonly environment: readonly [string, string] }
  | { readonly bug: string };

await run((options) => {
  writeFileSync(process.env['TEST_OPTIONS'] ?? '', JSON.stringify(options));
  const prepared = JSON.parse(readFileSync(process.env['TEST_ANSWER'] ?? '', 'utf8')) as Prepared;
  if ('usage' in prepared) throw new UsageError(prepared.usage);
  if ('environment' in prepared) throw new EnvironmentError(...prepared.environment);
  if ('bug' in prepared) throw new TypeError(prepared.bug);
  const { report, proposal = null } = prepared;
  return Promise.resolve({ report, proposal: options.propose ? proposal : null });
});
