// plumbline rules: everything a finding can be of.
import type { Invocation } from './invocation.ts';
import { findingKinds, type FindingKind } from '../findings/index.ts';
import { readPage, titleOf } from '../findings/pages.ts';
import type { ExitCode } from '../report/exit-code.ts';
import type { Hazard } from '../report/report.ts';
import { manyLines } from '../report/visible.ts';

/** In the order in which they are listed. */
const HAZARDS: readonly Hazard[] = [
  ...(['data-loss', 'failure', 'rewrite', 'lock'] as const),
  ...(['incompatibility', 'operations', 'security', 'design'] as const),
  ...(['drift', 'configuration', 'unreadable'] as const),
];

/** Prints every kind of finding by hazard, with how much its findings weigh where nothing else is configured. */
export function runRules({ surroundings }: Invocation): Promise<ExitCode> {
  const width = Math.max(...findingKinds.map(({ id }) => id.length));
  const groups = HAZARDS.map((hazard) => {
    const lines = findingKinds
      .filter((kind) => kind.hazard === hazard)
      .map((kind) => line(kind, width));
    return `${hazard}\n${lines.join('')}`;
  });
  surroundings.out(manyLines(groups.join('\n')));
  return Promise.resolve(0);
}

function line({ id, severity }: FindingKind, width: number): string {
  return `  ${severity.padEnd(7)}  ${id.padEnd(width)}  ${titleOf(readPage(id))}\n`;
}
