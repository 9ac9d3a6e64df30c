// CONCURRENTLY in a migration that its tool runs in a transaction: Postgres refuses it there, always.
import { isConcurrent } from './concurrent.ts';
import { alone } from './instead.ts';
import type { Rule } from './rule.ts';

const REFUSED =
  'the migration runs in a transaction. Put the statement into a migration of its own that runs outside of any, as far as your tool has such; otherwise run it by hand before, and write it IF NOT EXISTS here';

export const concurrentlyInTransaction: Rule = {
  id: 'concurrently-in-transaction',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps, precedent }) =>
    steps
      .filter(({ statement }) => statement.outcome.error?.code === '25001')
      .filter(isConcurrent)
      .map((step) => ({
        ...{ step, about: ['error'] },
        ...(precedent === null ? {} : { severity: 'note' as const }),
        observed: `fails: ${step.statement.outcome.error?.message ?? ''}`,
        why:
          precedent === null
            ? REFUSED
            : `${precedent}, which base has, would have failed the same way, so something else than the tool's own migrator seems to run these: say \`migrator: plumbline\` in plumbline.yml where each runs by itself`,
        safeFor: alone(step),
        tables: [],
      })),
};
