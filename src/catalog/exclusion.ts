import { passesThroughText, rebuildsType } from './blocking.ts';
import {
  addConstraint,
  constraintQuery,
  constraintReference,
  dropConstraint,
  renameConstraint,
} from './constraint.ts';
import { textOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { constraintKey, relationKey } from './names.ts';
import { text, type ValueList } from './value-list.ts';

const EXCLUSION_VALUES = { definition: text } as const satisfies ValueList;

export const exclusionKind: Kind = {
  name: 'exclusion',
  // Postgres prints its method, elements, operators and options all in one.
  query: () =>
    constraintQuery({ type: 'x', part: false }, EXCLUSION_VALUES, {
      definition: 'pg_get_constraintdef(k.oid)',
    }),
  values: EXCLUSION_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'x'",
  create: (object) => addConstraint(object, textOf(object, 'definition')),
  drop: dropConstraint,
  reference: constraintReference,
  rename: renameConstraint,
  occupies: (object) => [relationKey(object), constraintKey(object)],
  alter: {},
  rebinds: namesakes,
  blocks: (_object, needed) => rebuildsType(needed) || passesThroughText(needed),
  traits: { renamable: true },
};
