// CREATE INDEX CONCURRENTLY IF NOT EXISTS: after a failed attempt it finds the invalid index, and is content.
import { aloneAs } from './instead.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { allOf, asNode, wordsOf } from './syntax.ts';

export const ifNotExistsConcurrently: Rule = {
  id: 'if-not-exists-concurrently',
  hazard: 'failure',
  severity: 'warning',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const index = asNode(step.tree, 'IndexStmt');
      if (index?.concurrent !== true || index.if_not_exists !== true) return [];
      const name = index.idxname ?? '';
      if (isDroppedBefore(pass, step, name)) return [];
      return {
        step,
        about: [],
        observed: `is content with any index called ${name}, even an invalid one`,
        why: 'a build that fails leaves an invalid index, which the next attempt takes for the finished one: it costs every write and serves no query. Put DROP INDEX CONCURRENTLY IF EXISTS before it',
        safeFor: [
          ...aloneAs(`DROP INDEX CONCURRENTLY IF EXISTS "${name}"`),
          ...aloneAs(step.statement.sql.replace(/\s+if\s+not\s+exists/i, '')),
        ],
        tables: [],
      };
    }),
};

function isDroppedBefore({ steps }: Pass, step: Step, name: string): boolean {
  return steps.slice(0, steps.indexOf(step)).some(({ tree }) => {
    const drop = asNode(tree, 'DropStmt');
    return (
      drop?.removeType === 'OBJECT_INDEX' &&
      allOf(drop.objects, 'List').some((list) => wordsOf({ List: list }).at(-1) === name)
    );
  });
}
