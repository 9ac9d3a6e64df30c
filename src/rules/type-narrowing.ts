// A change of type after which values that were seen before are not what they were.
import { losesValue } from './value-loss.ts';
import { shortName } from './facts.ts';
import type { Rule, Step } from './rule.ts';
import type { ChangedColumn } from '../rehearse/trace.ts';
import { alterations } from './syntax.ts';

export const typeNarrowing: Rule = {
  id: 'type-narrowing',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.filter(changesType).flatMap((step) =>
      step.statement.rows.flatMap(({ relation, changed }) =>
        changed.filter(losesValue).map((column) => ({
          step,
          about: [`values ${relation.name}.${column.column}`],
          observed: observed(relation.name, column),
          why: 'Postgres says nothing of it, and nothing brings the values back. Keep the wider type, or add a column of the new type, fill it, look at what differs, and swap the names',
          safeFor: [],
          tables: [relation.name],
        })),
      ),
    ),
};

function changesType(step: Step): boolean {
  return alterations(step).some(({ command }) => command.subtype === 'AT_AlterColumnType');
}

function observed(table: string, { column, from, to, values, example }: ChangedColumn): string {
  const [before, after] = example.map((value) => (value === null ? 'null' : `'${excerpt(value)}'`));
  const many = values === 1 ? 'a value' : 'values';
  return `changes ${many} of ${shortName(table)}.${column} (${from} → ${to}): ${before ?? ''} becomes ${after ?? ''}`;
}

const excerpt = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);
