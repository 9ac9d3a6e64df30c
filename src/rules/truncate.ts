// TRUNCATE of tables in use, and of those that CASCADE takes along.
import { listed, shortName } from './facts.ts';
import type { Rule, Step } from './rule.ts';
import { allOf, asNode } from './syntax.ts';

export const truncate: Rule = {
  id: 'truncate',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const names = emptied(step);
      if (names.length === 0) return [];
      const cascades = asNode(step.tree, 'TruncateStmt')?.behavior === 'DROP_CASCADE';
      const taken = cascades ? names.filter((name) => !isNamed(step, name)).map(shortName) : [];
      const also = taken.length === 0 ? '' : `; CASCADE took ${listed(taken)} along`;
      return {
        step,
        about: names.map((name) => `loss ${name}`),
        observed: `removes all rows of ${listed(names.map(shortName))}${also}`,
        why: 'nothing brings them back. Where rows must go, DELETE those, in batches',
        safeFor: [],
        tables: names,
      };
    }),
};

function emptied({ tree, statement }: Step): string[] {
  if (asNode(tree, 'TruncateStmt') === null) return [];
  return statement.locks
    .filter(({ relation, mode }) => relation.existed && mode === 'ACCESS EXCLUSIVE')
    .filter(({ relation }) => relation.kind === 'table')
    .map(({ relation }) => relation.name);
}

function isNamed({ tree }: Step, name: string): boolean {
  return allOf(asNode(tree, 'TruncateStmt')?.relations, 'RangeVar').some(
    ({ schemaname, relname = '' }) =>
      schemaname === undefined ? name.endsWith(`.${relname}`) : name === `${schemaname}.${relname}`,
  );
}
