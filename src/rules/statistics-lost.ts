// ALTER COLUMN … TYPE drops what is known of the column's values; until the next ANALYZE queries are planned blindly.
import { relationNamed, shortName } from './facts.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { allOf, alterations, asNode } from './syntax.ts';

export const statisticsLost: Rule = {
  id: 'statistics-lost',
  hazard: 'operations',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const table = relationNamed(step, relation);
        if (command.subtype !== 'AT_AlterColumnType' || table?.existed !== true) return [];
        if (step.statement.outcome.kind === 'failed') return [];
        if (isAnalysed(pass, step, relation.relname ?? '')) return [];
        return {
          step,
          about: [],
          observed: `drops the statistics of ${shortName(table.name)}.${command.name ?? ''}`,
          why: `until autovacuum comes by, queries on the column are planned as if nothing were known of it. Put ANALYZE ${shortName(table.name)} after it`,
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};

function isAnalysed({ steps }: Pass, from: Step, table: string): boolean {
  return steps.slice(steps.indexOf(from)).some(({ tree }) => {
    const analyze = asNode(tree, 'VacuumStmt');
    const named = allOf(analyze?.rels, 'VacuumRelation').map(({ relation }) => relation?.relname);
    return analyze !== null && (named.length === 0 || named.includes(table));
  });
}
