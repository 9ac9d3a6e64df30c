import type { SchemaObject } from '../schema/objects.ts';
import { passesThroughText, rebuildsType } from './blocking.ts';
import {
  addConstraint,
  constraintQuery,
  constraintReference,
  dropConstraint,
  renameConstraint,
  validateConstraint,
  validatedColumn,
  validatedReason,
} from './constraint.ts';
import { addedThenValidated, validatedOnline } from './constraint-online.ts';
import { textOf, type Kind } from './kind.ts';
import { constraintKey } from './names.ts';
import { namesakes } from './namesakes.ts';
import { comesFromParents, PARENTS } from './table-parents.ts';
import { bare } from './types.ts';
import { flag, text, type ValueList } from './value-list.ts';

const CHECK_VALUES = {
  expression: text,
  noInherit: flag,
  enforced: flag,
  validated: flag,
} as const satisfies ValueList;

export const checkKind: Kind = {
  name: 'check',
  query: (version) =>
    constraintQuery({ type: 'c', part: true }, CHECK_VALUES, {
      expression: 'pg_get_expr(k.conbin, k.conrelid)',
      noInherit: 'k.connoinherit',
      enforced: version >= 180000 ? 'k.conenforced' : 'true',
      validated: validatedColumn(version),
    }),
  values: CHECK_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'c'",
  create: (object) => addConstraint(object, checkClause(object)),
  drop: dropConstraint,
  online: {
    create: (object) => addedThenValidated(object, checkClause(object)),
    alter: { validated: validatedOnline },
  },
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (check) => [constraintKey(check)],
  alter: { validated: (_before, after) => validateConstraint(after) },
  rebinds: namesakes,
  // What it calls may not take text.
  blocks: (_check, needed) => rebuildsType(needed) || passesThroughText(needed),
  traits: {
    renamable: true,
    form: ['validated'],
    follows: PARENTS,
    followsIf: comesFromParents,
    reasons: { validated: validatedReason },
  },
};

/** `CHECK (…)` with its options. */
export function checkClause(object: SchemaObject): string {
  const { noInherit, enforced, validated } = object.attributes;
  return [
    `CHECK (${bare(textOf(object, 'expression'))})`,
    noInherit === true ? ' NO INHERIT' : '',
    enforced === false ? ' NOT ENFORCED' : '',
    validated === false && enforced !== false ? ' NOT VALID' : '',
  ].join('');
}
