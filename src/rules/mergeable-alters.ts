// Several statements that each go through the whole table, where one ALTER TABLE would do it at once.
import { factsOn, isBlocked, shortName, unique, workOf } from './facts.ts';
import type { Relation } from '../rehearse/trace.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { alterations } from './syntax.ts';

export const mergeableAlters: Rule = {
  id: 'mergeable-alters',
  hazard: 'lock',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      scanned(step).flatMap((table) => {
        const earlier = earlierOn(pass, step, table);
        if (earlier === undefined) return [];
        return {
          step,
          about: factsOn(step, table).map((fact) => `again: ${fact}`),
          observed: `goes through ${shortName(table.name)} again, as line ${earlier.statement.place.line} did`,
          why: 'one ALTER TABLE with both actions, divided by a comma, goes through it once',
          safeFor: [],
          tables: [table.name],
          once: `${step.migration.name} ${table.name}`,
        };
      }),
    ),
};

function scanned(step: Step): Relation[] {
  if (alterations(step).length === 0) return [];
  return unique(
    workOf(step)
      .filter(({ kind, table }) => /^(?:verify|rewrite)$/.test(kind) && isBlocked(step, table))
      .map(({ table }) => table),
  );
}

function earlierOn({ steps }: Pass, step: Step, table: Relation): Step | undefined {
  return steps
    .slice(0, steps.indexOf(step))
    .find(
      (one) =>
        one.migration === step.migration && scanned(one).some(({ name }) => name === table.name),
    );
}
