// ENABLE ROW LEVEL SECURITY on a table that has no policy in the end: all but its owner see no rows.
import type { SchemaObject } from '../schema/objects.ts';
import { relationNamed, shortName } from './facts.ts';
import type { Pass, Rule } from './rule.ts';
import { alterations } from './syntax.ts';

export const rowSecurityWithoutPolicy: Rule = {
  id: 'row-security-without-policy',
  hazard: 'security',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const table = relationNamed(step, relation);
        if (command.subtype !== 'AT_EnableRowSecurity' || !table) return [];
        if (hasPolicy(pass, table.name)) return [];
        return {
          step,
          about: [],
          observed: `turns on row security on ${shortName(table.name)}, which has no policy`,
          why: 'without one, all but the owner see no rows and can write none. CREATE POLICY in the same migration, or leave it at that where only the owner connects',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};

function hasPolicy({ head }: Pass, name: string): boolean {
  const isIts = ({ kind, schema, table }: SchemaObject): boolean =>
    kind === 'policy' && `${schema ?? ''}.${table ?? ''}` === name;
  return [...head.objects.values()].some(isIts);
}
