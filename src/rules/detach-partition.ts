// ALTER TABLE … DETACH PARTITION without CONCURRENTLY: brief, but it waits for every query on the whole table.
import { ended, relationNamed, shortName } from './facts.ts';
import { aloneAs } from './instead.ts';
import type { Rule } from './rule.ts';
import { alterations, asNode } from './syntax.ts';

export const detachPartition: Rule = {
  id: 'detach-partition',
  hazard: 'lock',
  severity: 'warning',
  detect: ({ steps, postgres }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const partition = asNode(command.def, 'PartitionCmd');
        const table = relationNamed(step, relation);
        if (command.subtype !== 'AT_DetachPartition' || partition?.concurrent === true) return [];
        if (table?.existed !== true) return [];
        const old = postgres !== null && postgres < 14;
        return {
          step,
          about: [`lock ${table.name}`],
          observed: `locks ${shortName(table.name)} and its partition under ACCESS EXCLUSIVE`,
          why: `it waits for every query on the whole table, and all others wait behind it. ${
            old
              ? 'Set a lock_timeout and try again where it strikes'
              : 'DETACH PARTITION … CONCURRENTLY, in a migration outside of any transaction, keeps nobody out'
          }`,
          safeFor: old ? [] : aloneAs(`${ended(step.statement.sql).slice(0, -1)} CONCURRENTLY`),
          tables: [table.name],
        };
      }),
    ),
};
