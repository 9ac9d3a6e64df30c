import {
  addConstraint,
  constraintQuery,
  dropConstraint,
  keyAttributes,
  keyClause,
  orderReason,
  renameConstraint,
} from './constraint.ts';
import type { Kind } from './kind.ts';

export const uniqueKind: Kind = {
  name: 'unique',
  query: (version) => constraintQuery('u', keyAttributes(version), true),
  create: (object) => addConstraint(object, keyClause(object, 'UNIQUE')),
  drop: dropConstraint,
  rename: renameConstraint,
  alter: {},
  traits: {
    renamable: true,
    form: ['order'],
    reasons: { order: orderReason('order of columns') },
  },
};
