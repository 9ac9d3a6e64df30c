// A check that calls what answers otherwise tomorrow: rows that were good become bad, and a dump can't be restored.
import type { Constraint } from 'libpg-query';
import type { Rule } from './rule.ts';
import { nodesWithin, stringsOf } from './syntax.ts';

const VOLATILE =
  /^(?:now|random|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuid_generate_v4|nextval|current_setting)$/;

export const volatileCheck: Rule = {
  id: 'volatile-check',
  hazard: 'failure',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      nodesWithin(step.tree, 'Constraint').flatMap((constraint) => {
        const called = constraint.contype === 'CONSTR_CHECK' ? volatileIn(constraint) : null;
        if (called === null) return [];
        return {
          step,
          about: [],
          observed: `checks rows against ${called}`,
          why: 'it holds when a row is written and may not hold later: then a dump can not be restored, and VALIDATE fails. Check it in a trigger or in the application',
          safeFor: [],
          tables: [],
        };
      }),
    ),
};

function volatileIn({ raw_expr: expression }: Constraint): string | null {
  const [value] = nodesWithin(expression, 'SQLValueFunction');
  if (value?.op !== undefined && /CURRENT_(?:DATE|TIME|TIMESTAMP)|LOCALTIME/.test(value.op))
    return value.op
      .replace(/^SVFOP_/, '')
      .replace(/_N$/, '')
      .toLowerCase();
  const names = nodesWithin(expression, 'FuncCall').flatMap(
    ({ funcname }) => stringsOf(funcname).at(-1) ?? [],
  );
  const name = names.find((one) => VOLATILE.test(one));
  return name === undefined ? null : `${name}()`;
}
