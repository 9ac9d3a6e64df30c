// A column that is dropped and added again under its name: a change of type that loses the values.
import { textOf } from '../catalog/kind.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import { relationNamed, shortName } from './facts.ts';
import { goneColumns } from './gone-columns.ts';
import { quotedTable } from './instead.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { alterations, columnOf } from './syntax.ts';

export const dropAndAddColumn: Rule = {
  id: 'drop-and-add-column',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      goneColumns(pass, step)
        .filter(({ table, name }) => isAddedLater(pass, step, table, name))
        .map(({ table, name }) => ({
          step,
          about: [`loss ${table}.${name}`],
          observed: `drops ${shortName(table)}.${name} with its values, to add a column of that name again`,
          why: 'nothing brings the values back. ALTER COLUMN … TYPE … USING keeps them',
          safeFor: changedType(pass, table, name),
          spans: true,
          tables: [table],
        })),
    ),
};

/** In the place of both statements. */
function changedType({ head }: Pass, table: string, name: string): string[] {
  const column = [...head.objects.values()].find(
    (one) =>
      one.kind === 'column' &&
      one.name === name &&
      `${one.schema ?? ''}.${one.table ?? ''}` === table,
  );
  if (!column) return [];
  const [quoted, type] = [quoteIdentifier(name), textOf(column, 'type')];
  return [
    `ALTER TABLE ${quotedTable(column)} ALTER COLUMN ${quoted} TYPE ${type} USING ${quoted}::${type};`,
  ];
}

function isAddedLater({ steps }: Pass, from: Step, table: string, name: string): boolean {
  return steps
    .slice(steps.indexOf(from))
    .some((step) =>
      alterations(step).some(
        (alteration) =>
          alteration.command.subtype === 'AT_AddColumn' &&
          columnOf(alteration)?.colname === name &&
          relationNamed(step, alteration.relation)?.name === table,
      ),
    );
}
