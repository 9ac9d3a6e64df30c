// ALTER TABLE … SET UNLOGGED: rows that a crash takes away.
import { describeWork, factsOn, relationNamed } from './facts.ts';
import type { Rule } from './rule.ts';
import { alterations } from './syntax.ts';

export const setUnlogged: Rule = {
  id: 'set-unlogged',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const table = relationNamed(step, relation);
        if (command.subtype !== 'AT_SetUnLogged' || table?.existed !== true) return [];
        return {
          step,
          about: factsOn(step, table),
          observed: describeWork(step, [table]),
          why: 'an unlogged table is empty after a crash, on no replica and in no backup from the log, and nobody can read or write it while it is rewritten. Leave it logged',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};
