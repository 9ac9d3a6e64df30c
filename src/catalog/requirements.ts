// What takes a newer PostgreSQL than the oldest one that is served.
import type { SchemaObject } from '../schema/objects.ts';
import { isRecord, listOf, textOf } from './kind.ts';

export interface Requirement {
  /** In words: `NULLS NOT DISTINCT`. */
  readonly feature: string;
  /** The first major version that has it. */
  readonly version: number;
}

interface Rule extends Requirement {
  readonly kinds: readonly string[];
  asks(object: SchemaObject): boolean;
}

const RULES: readonly Rule[] = [
  {
    kinds: ['unique', 'index'],
    feature: 'NULLS NOT DISTINCT',
    version: 15,
    asks: ({ attributes }) => attributes['nullsNotDistinct'] === true,
  },
  {
    kinds: ['primary key', 'unique'],
    feature: 'WITHOUT OVERLAPS',
    version: 18,
    asks: ({ attributes }) => attributes['withoutOverlaps'] === true,
  },
  {
    kinds: ['foreign key'],
    feature: 'ON DELETE with a list of columns',
    version: 15,
    asks: (key) => listOf(key, 'onDeleteColumns').length > 0,
  },
  {
    kinds: ['foreign key'],
    feature: 'PERIOD',
    version: 18,
    asks: ({ attributes }) => attributes['period'] === true,
  },
  {
    kinds: ['check', 'foreign key'],
    feature: 'NOT ENFORCED',
    version: 18,
    asks: ({ attributes }) => attributes['enforced'] === false,
  },
  {
    kinds: ['column'],
    feature: 'a virtual generated column',
    version: 18,
    asks: ({ attributes: { generated } }) => isRecord(generated) && generated['stored'] === false,
  },
  {
    kinds: ['column'],
    feature: 'uuidv7() and uuidv4()',
    version: 18,
    asks: (column) => /^uuidv[47]\(/.test(textOf(column, 'default')),
  },
  {
    kinds: ['view'],
    feature: 'security_invoker',
    version: 15,
    asks: (view) => listOf(view, 'options').some((option) => option.startsWith('security_invoker')),
  },
];

/** What of an object takes a newer PostgreSQL than a major version. */
export function beyond(object: SchemaObject, version: number): Requirement[] {
  return RULES.filter(
    (rule) => rule.version > version && rule.kinds.includes(object.kind) && rule.asks(object),
  );
}
