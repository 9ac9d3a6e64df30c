// A table in use that three or more of the new migrations lock: each waits in the queue anew.
import type { TracedMigration } from '../rehearse/trace.ts';
import { newlyBlocked, shortName } from './facts.ts';
import type { Found, Rule } from './rule.ts';

const OFTEN = 3;

export const tableLockedOften: Rule = {
  id: 'table-locked-often',
  hazard: 'lock',
  severity: 'note',
  detect: ({ steps }) => {
    const lockers = new Map<string, Set<TracedMigration>>();
    return steps.flatMap((step) =>
      newlyBlocked(step).flatMap(({ name }): Found[] => {
        const migrations = lockers.get(name) ?? new Set();
        lockers.set(name, migrations);
        const before = migrations.size;
        migrations.add(step.migration);
        if (before === migrations.size || migrations.size !== OFTEN) return [];
        return [
          {
            step,
            about: [],
            observed: `is the third of the new migrations to lock ${shortName(name)}`,
            why: 'each of them waits for every query on the table, and all others wait behind it. Fold what is brief into one migration, one ALTER TABLE where that can be',
            safeFor: [],
            tables: [name],
          },
        ];
      }),
    );
  },
};
