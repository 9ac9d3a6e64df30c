// A new index whose columns another index of the table begins with.
import { coveringIndex, newIndexes } from './indexes.ts';
import type { Rule } from './rule.ts';

export const redundantIndex: Rule = {
  id: 'redundant-index',
  hazard: 'design',
  severity: 'off',
  detect: (pass) =>
    newIndexes(pass).flatMap(({ index, step }) => {
      const other = coveringIndex(pass.head, index);
      if (index.attributes['unique'] === true || other === null) return [];
      return {
        step,
        about: [],
        observed: `index ${other.name} begins with the columns of ${index.name}`,
        why: 'what the one finds, the other finds as well, and every write pays for both. Leave it out',
        safeFor: [],
        tables: [],
      };
    }),
};
