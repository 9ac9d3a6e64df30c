// ALTER POLICY or DROP POLICY on a table in use: who sees which rows changes at once.
import { droppedObjects } from './dropped.ts';
import { relationNamed, shortName } from './facts.ts';
import type { Found, Pass, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const policyChanged: Rule = {
  id: 'policy-changed',
  hazard: 'security',
  severity: 'warning',
  detect: (pass) => pass.steps.flatMap((step) => [...altered(step), ...dropped(pass, step)]),
};

function altered(step: Step): Found[] {
  const alter = asNode(step.tree, 'AlterPolicyStmt');
  const table = alter?.table ? relationNamed(step, alter.table) : null;
  if (table?.existed !== true) return [];
  const observed = `changes policy ${alter?.policy_name ?? ''} of ${shortName(table.name)}`;
  const isOpen = [alter?.qual, alter?.with_check].some(
    (condition) => asNode(condition, 'A_Const')?.boolval?.boolval === true,
  );
  return [
    {
      ...found(step, isOpen ? `${observed} to let everybody through` : observed, table.name),
      ...(isOpen ? {} : { severity: 'note' as const }),
      why: ALTERED,
    },
  ];
}

function dropped(pass: Pass, step: Step): Found[] {
  if (asNode(step.tree, 'DropStmt')?.removeType !== 'OBJECT_POLICY') return [];
  return droppedObjects(pass, step).map(({ object }) => {
    const table = `${object.schema ?? 'public'}.${object.table ?? ''}`;
    return found(step, `drops policy ${object.name} of ${shortName(table)}`, table);
  });
}

const ALTERED = 'who may see and write which rows is another thing from then on';
const DROPPED =
  'who may see and write which rows is another thing from then on: without a permissive policy nobody, without a restrictive one more than before. Look at what the table has left, and allow it where that is meant';

const found = (step: Step, observed: string, table: string): Found => ({
  step,
  about: [],
  observed,
  why: DROPPED,
  safeFor: [],
  tables: [table],
});
