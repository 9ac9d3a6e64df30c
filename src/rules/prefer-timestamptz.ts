// A column of type timestamp without time zone.
import { adviseOn } from './columns-defined.ts';
import type { Rule } from './rule.ts';

export const preferTimestamptz: Rule = {
  id: 'prefer-timestamptz',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => adviseOn(step, ({ type }) => type === 'timestamp', WHY)),
};

const WHY =
  'timestamp without time zone means another moment for every session that has another time zone. Use timestamptz';
