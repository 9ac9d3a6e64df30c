// A new index with more than three columns that isn't unique.
import { newIndexes } from './indexes.ts';
import type { Rule } from './rule.ts';

const MANY = 3;

export const wideIndex: Rule = {
  id: 'wide-index',
  hazard: 'design',
  severity: 'off',
  detect: (pass) =>
    newIndexes(pass)
      .filter(({ index, columns }) => index.attributes['unique'] !== true && columns.length > MANY)
      .map(({ index, columns, step }) => ({
        step,
        about: [],
        observed: `index ${index.name} has ${columns.length} columns`,
        why: 'columns behind the third seldom narrow a search, and every write pays for them. Keep those that do, and put others that are only read into INCLUDE',
        safeFor: [],
        tables: [],
      })),
};
