// REFRESH MATERIALIZED VIEW without CONCURRENTLY: nobody reads it until the query is done.
import { consequence, factsOn, relationNamed, shortName } from './facts.ts';
import { aloneAs } from './instead.ts';
import type { Found, Pass, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const refreshMaterializedView: Rule = {
  id: 'refresh-materialized-view',
  hazard: 'lock',
  severity: 'error',
  detect: (pass) => pass.steps.flatMap((step) => found(pass, step)),
};

function found(pass: Pass, step: Step): Found[] {
  const refresh = asNode(step.tree, 'RefreshMatViewStmt');
  if (!refresh?.relation || refresh.concurrent === true) return [];
  const view = relationNamed(step, refresh.relation);
  if (view?.existed !== true) return [];
  const indexed = hasUniqueIndex(pass, view.name);
  const { sql } = step.statement;
  return [
    {
      step,
      about: factsOn(step, view),
      observed: `fills ${shortName(view.name)} anew under ACCESS EXCLUSIVE`,
      why: `${consequence(step, [view])}. REFRESH MATERIALIZED VIEW CONCURRENTLY lets readers go on${
        indexed ? '' : '; it needs a unique index on the view first'
      }`,
      safeFor: indexed ? aloneAs(sql.replace(/materialized\s+view/i, '$& CONCURRENTLY')) : [],
      tables: [view.name],
      grows: true,
    },
  ];
}

function hasUniqueIndex({ head }: Pass, name: string): boolean {
  return [...head.objects.values()].some(
    ({ kind, schema, table, attributes }) =>
      kind === 'index' &&
      `${schema ?? ''}.${table ?? ''}` === name &&
      attributes['unique'] === true &&
      attributes['where'] === null,
  );
}
