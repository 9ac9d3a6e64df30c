import {
  addConstraint,
  constraintQuery,
  constraintReference,
  dropConstraint,
  includesRetyped,
  keyAttributes,
  keyClause,
  orderReason,
  renameConstraint,
} from './constraint.ts';
import { keyOnline } from './constraint-online.ts';
import type { Kind } from './kind.ts';
import { constraintKey, relationKey } from './names.ts';

export const uniqueKind: Kind = {
  name: 'unique',
  query: (version) => constraintQuery('u', keyAttributes(version), true),
  create: (object) => addConstraint(object, keyClause(object, 'UNIQUE')),
  drop: dropConstraint,
  online: keyOnline('UNIQUE'),
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (key) => [relationKey(key), constraintKey(key)],
  alter: {},
  blocks: includesRetyped,
  traits: {
    renamable: true,
    form: ['order'],
    reasons: { order: orderReason('order of columns') },
  },
};
