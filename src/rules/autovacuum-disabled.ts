// autovacuum_enabled = false on a table.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { alterations, asNode, optionOf } from './syntax.ts';

export const autovacuumDisabled: Rule = {
  id: 'autovacuum-disabled',
  hazard: 'operations',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const set = command.subtype === 'AT_SetRelOptions';
        const value = optionOf(asNode(command.def, 'List')?.items, 'autovacuum_enabled');
        if (!set || !/^(?:false|off|0|no)$/i.test(value ?? '')) return [];
        const table = relationNamed(step, relation);
        return {
          step,
          about: [],
          observed: `turns off autovacuum for ${shortName(table?.name ?? relation.relname ?? '')}`,
          why: 'dead rows stay, statistics go stale, and a vacuum against wraparound comes in the end at the worst time. Set autovacuum_vacuum_scale_factor where it runs too often',
          safeFor: [],
          tables: table ? [table.name] : [],
        };
      }),
    ),
};
