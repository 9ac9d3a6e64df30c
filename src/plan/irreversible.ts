// What running down after up can't bring back, in words.
import { textOf, type Transition } from '../catalog/kind.ts';
import { lostColumns } from '../catalog/table-partition.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Schema } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import { keepsValues } from './conversions.ts';

/** One sentence for each change that loses something. */
export function irreversible(changes: readonly Change[], transition: Transition): string[] {
  const { actual } = transition;
  return changes.flatMap((change) => {
    const name = identityOf(change.object);
    if (change.op === 'drop') {
      if (change.kind === 'table') return [`dropping table ${name} loses its rows`];
      if (change.kind === 'column' && change.before.attributes['generated'] === null) {
        return [`dropping column ${name} loses its values`];
      }
      if (change.kind === 'sequence') return [`dropping sequence ${name} loses its position`];
      return [];
    }
    if (change.op !== 'alter') return [];
    return change.kind === 'table'
      ? lostColumns(change.before, change.after, transition).map(
          (column) => `dropping column ${name}.${column.name} loses its values`,
        )
      : alterationLoss(change, name, actual);
  });
}

function alterationLoss(change: Change & { op: 'alter' }, name: string, actual: Schema): string[] {
  const { before, after, attributes } = change;
  if (change.kind === 'enum') return enumLoss(change, name, actual);
  if (change.kind !== 'column') return [];
  if (attributes.includes('generated') && before.attributes['generated'] === null) {
    return [`making column ${name} a generated one loses its values`];
  }
  const [from, to] = [textOf(before, 'type'), textOf(after, 'type')];
  if (!attributes.includes('type') || keepsValues(from, to)) return [];
  return [
    `changing the type of column ${name} from ${from} to ${to} may not keep every value as it was`,
  ];
}

function enumLoss(change: Change & { op: 'alter' }, name: string, actual: Schema): string[] {
  const values = (side: 'before' | 'after'): unknown[] => {
    const list = change[side].attributes['values'];
    return Array.isArray(list) ? list : [];
  };
  const added = values('after').filter((value) => !values('before').includes(value));
  const used = dependentsOf(actual, change.object).some(({ kind }) => kind === 'column');
  return added.length > 0 && used
    ? [`rows that use a new value of enum ${name} stand in the way of removing it again`]
    : [];
}
