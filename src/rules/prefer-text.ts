// A column of type char(n).
import { adviseOn } from './columns-defined.ts';
import type { Rule } from './rule.ts';

export const preferText: Rule = {
  id: 'prefer-text',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => adviseOn(step, ({ type }) => type === 'bpchar', WHY)),
};

const WHY =
  'char(n) pads with blanks and saves nothing. Use text, with a check on its length where one is needed';
