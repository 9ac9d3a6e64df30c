// A column of type json, where jsonb does more.
import { adviseOn } from './columns-defined.ts';
import type { Rule } from './rule.ts';

export const preferJsonb: Rule = {
  id: 'prefer-jsonb',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => adviseOn(step, ({ type }) => type === 'json', WHY)),
};

const WHY =
  'json keeps the text as it was written and can be neither compared nor indexed. Use jsonb';
