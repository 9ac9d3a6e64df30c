// DROP TABLE of a table in use.
import { droppedTables } from './dropped.ts';
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
        .map(({ name }) => ({
          step,
          about: [`loss ${name}`],
          observed: `drops ${shortName(name)} with all its rows${locked}`,
          why: 'nothing brings them back. Deploy code that no longer uses the table first, and drop it in a later release, with a copy kept where the rows may be needed',
          safeFor: [],
          tables: [name],
        }));
    }),
};
