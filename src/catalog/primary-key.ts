import {
  addConstraint,
  constraintReference,
  dropConstraint,
  includesRetyped,
  KEY_VALUES,
  keyClause,
  keyQuery,
  orderReason,
  renameConstraint,
} from './constraint.ts';
import { keyOnline } from './constraint-online.ts';
import { alterMarks, markIndex } from './index-marks.ts';
import type { Kind } from './kind.ts';
import { constraintKey, relationKey } from './names.ts';
import { PARENTS, resemblesParents } from './table-parents.ts';

export const primaryKeyKind: Kind = {
  name: 'primary key',
  query: (version) => keyQuery('p', version),
  values: KEY_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'p'",
  create: (object) => [
    ...addConstraint(object, keyClause(object, 'PRIMARY KEY')),
    ...markIndex(object),
  ],
  drop: dropConstraint,
  online: keyOnline('PRIMARY KEY'),
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (key) => [relationKey(key), constraintKey(key)],
  alter: alterMarks,
  blocks: includesRetyped,
  traits: {
    renamable: true,
    form: ['order', 'clustered'],
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: { order: orderReason('order of columns') },
  },
};
