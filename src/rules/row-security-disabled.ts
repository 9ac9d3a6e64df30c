// DISABLE ROW LEVEL SECURITY on a table in use: policies that stand there hold for nobody.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { alterations } from './syntax.ts';

const LOOSENS = ['AT_DisableRowSecurity', 'AT_NoForceRowSecurity'];

export const rowSecurityDisabled: Rule = {
  id: 'row-security-disabled',
  hazard: 'security',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const table = relationNamed(step, relation);
        if (!LOOSENS.includes(command.subtype ?? '') || table?.existed !== true) return [];
        const forced = command.subtype === 'AT_NoForceRowSecurity';
        return {
          step,
          about: [],
          observed: forced
            ? `lets the owner of ${shortName(table.name)} pass its policies`
            : `turns off row security on ${shortName(table.name)}`,
          why: 'whoever may read the table sees every row from then on, whatever its policies say. Allow it where that is meant',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};
