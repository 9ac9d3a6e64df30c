// plumbline rules: what is looked for in new migrations.
import type { Invocation } from './invocation.ts';
import type { ExitCode } from '../report/exit-code.ts';
import type { Hazard } from '../report/report.ts';
import { manyLines } from '../report/visible.ts';
import { rules } from '../rules/index.ts';
import { readPage, titleOf } from '../rules/pages.ts';
import type { Rule } from '../rules/rule.ts';

/** In the order in which they are listed. */
const HAZARDS: readonly Hazard[] = [
  ...(['data-loss', 'failure', 'rewrite', 'lock'] as const),
  ...(['incompatibility', 'operations', 'security', 'design'] as const),
];

/** Prints every rule by hazard, with how much its findings weigh where nothing else is configured. */
export function runRules({ surroundings }: Invocation): Promise<ExitCode> {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const groups = HAZARDS.map((hazard) => {
    const lines = rules.filter((rule) => rule.hazard === hazard).map((rule) => line(rule, width));
    return `${hazard}\n${lines.join('')}`;
  });
  surroundings.out(manyLines(groups.join('\n')));
  return Promise.resolve(0);
}

function line({ id, severity }: Rule, width: number): string {
  return `  ${severity.padEnd(7)}  ${id.padEnd(width)}  ${titleOf(readPage(id))}\n`;
}
