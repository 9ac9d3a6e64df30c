// DROP TABLE of a table in use.
import { droppedTables, isUnused } from './dropped.ts';
import { alsoLocked, shortName } from './facts.ts';
import type { Rule } from './rule.ts';

export const dropTable: Rule = {
  id: 'drop-table',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const dropped = droppedTables(pass, step);
      const locked = alsoLocked(
        step,
        dropped.map(({ name }) => name),
      );
      return dropped
        .filter(({ cascade }) => !cascade)
        .map(({ name }) => ({ name, unused: isUnused(pass, 'table', name) }))
        .map(({ name, unused }) => ({
          step,
          ...(unused ? { severity: 'warning' as const } : {}),
          about: [`loss ${name}`],
          observed: `drops ${shortName(name)} with all its rows${locked}`,
          why: unused
            ? 'nothing brings them back. No model of the running release names the table: only the rows are at stake, so keep a copy where they may be needed'
            : 'nothing brings them back. Deploy code that no longer uses the table first, and drop it in a later release, with a copy kept where the rows may be needed',
          safeFor: [],
          tables: [name],
        }));
    }),
};
