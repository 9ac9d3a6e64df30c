// A primary key of type integer.
import type { ColumnDef } from 'libpg-query';
import { adviseOn } from './columns-defined.ts';
import type { Rule } from './rule.ts';
import { allOf } from './syntax.ts';

export const preferBigintKey: Rule = {
  id: 'prefer-bigint-key',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      adviseOn(step, ({ type, column }) => KEY.test(type) && isKey(column), WHY),
    ),
};

const WHY =
  '2,147,483,647 rows are fewer than they seem, and a change of type later rewrites the table. Use bigint';

const KEY = /^(?:int[24]|(?:small)?serial[24]?)$/;

function isKey({ constraints }: ColumnDef): boolean {
  return allOf(constraints, 'Constraint').some(({ contype }) => contype === 'CONSTR_PRIMARY');
}
