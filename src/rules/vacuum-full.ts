// VACUUM FULL and CLUSTER: the whole table is written anew, and nobody reads it meanwhile.
import { describeWork, factsOn, shortName, unique, workOf } from './facts.ts';
import type { Found, Rule, Step } from './rule.ts';
import { allOf, asNode, optionOf } from './syntax.ts';

export const vacuumFull: Rule = {
  id: 'vacuum-full',
  hazard: 'rewrite',
  severity: 'error',
  detect: ({ steps }) => steps.filter(isOne).flatMap(found),
};

function isOne({ tree }: Step): boolean {
  const vacuum = asNode(tree, 'VacuumStmt');
  if (vacuum) return vacuum.is_vacuumcmd === true && optionOf(vacuum.options, 'full') !== null;
  return asNode(tree, 'ClusterStmt') !== null;
}

function found(step: Step): Found[] {
  const seen = unique(workOf(step).map(({ table }) => table));
  const named = allOf(asNode(step.tree, 'VacuumStmt')?.rels, 'VacuumRelation').flatMap(
    ({ relation }) => relation?.relname ?? [],
  );
  const told = seen.map((table) => describeWork(step, [table]));
  const observed =
    told[0] ?? `rewrites ${named.join(', ') || 'every table'} under ACCESS EXCLUSIVE`;
  return [
    {
      step,
      about: seen.flatMap((table) => factsOn(step, table)),
      observed,
      why: 'nobody can read or write the table meanwhile. Plain VACUUM keeps nobody out; to give space back, use pg_repack',
      safeFor: [],
      tables: seen.length > 0 ? seen.map(({ name }) => name) : named.map(shortName),
      grows: true,
    },
  ];
}
