// Schemas, types and sequences.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type MadeType, type Scope } from './scope.ts';
import { baseTypes, condition, isComparable, labels, pick, type Type } from './types.ts';
import { choose, type Wish } from './wish.ts';

const placed = { spelling: spellings, schema: 'reference' } as const;

const schema: Maker = {
  kind: 'schema',
  within: null,
  weight: 2,
  questions: { spelling: spellings },
  make: (wish, scope) => {
    const name = scope.global(wish, 's');
    const address = `schema ${quoteIdentifier(name)}`;
    scope.say(`create ${address}`);
    scope.schemas.push({ path: pathOf(wish, null), kind: 'schema', address, name });
  },
};

const LABELS = ['a', `it's`, 'B b', 'ü', 'x"y', 'c,d', 'z)'];

const enumeration: Maker = {
  kind: 'enum',
  within: null,
  weight: 3,
  questions: { ...placed, length: 5, from: LABELS.length, reversed: 4 },
  make: (wish, scope) => {
    const { length = 0, from = 0, reversed = 0 } = wish.answers;
    const texts = Array.from({ length: length + 2 }, (_, at) => pick(LABELS, from + at));
    const [first = '', second = '', ...rest] = reversed === 3 ? texts.reverse() : texts;
    const values = labels([first, second, ...rest]);
    const named = scope.named(wish, 'e');
    scope.say(`create type ${named.sql} as enum (${values.join(', ')})`);
    enter(scope, wish, { sql: named.sql, family: 'enum', values });
  },
};

const domain: Maker = {
  kind: 'domain',
  within: null,
  weight: 2,
  questions: { ...placed, type: 10, user: 'reference', default: 4, check: 4, notNull: 5 },
  make: (wish, scope) => {
    const { default: fallback = 0, check = 0, notNull = 0, ...answers } = wish.answers;
    const type = scope.type(answers);
    const named = scope.named(wish, 'd');
    const clauses = [
      fallback === 0 ? '' : ` default ${pick(type.values, fallback)}`,
      notNull === 4 ? ' not null' : '',
      check === 0 ? '' : ` constraint ok check (${condition('value', type, check)})`,
    ];
    scope.say(`create domain ${named.sql} as ${type.sql}${clauses.join('')}`);
    // What is done with any enum, array or range isn't done with a domain over one.
    const isAny = ['enum', 'array', 'range'].includes(type.family);
    const family = isAny ? 'composite' : type.family;
    enter(scope, wish, { ...type, sql: named.sql, family });
  },
};

const composite: Maker = {
  kind: 'composite',
  needs: ['composite type'],
  within: null,
  weight: 2,
  questions: { ...placed, length: 3, type: baseTypes.length, user: 'reference' },
  make: (wish, scope) => {
    const { length = 0, type: from = 0, user = 0 } = wish.answers;
    // Postgres refuses to change a domain that a composite type leans on.
    const own = choose(
      user,
      scope.types.filter(({ kind }) => kind === 'enum'),
    );
    const types = Array.from({ length: length + 1 }, (_, at) =>
      at === 1 && own ? own : scope.type({ type: from + at }),
    );
    const named = scope.named(wish, 'k');
    const members = types.map((type, at) => `${quoteIdentifier(`m ${String(at)}`)} ${type.sql}`);
    scope.say(`create type ${named.sql} as (${members.join(', ')})`);
    const nulls = `(${types.map(() => '').join(',')})`;
    const values = labels([nulls, nulls]);
    enter(scope, wish, { sql: named.sql, family: 'composite', values });
  },
};

const range: Maker = {
  kind: 'range',
  needs: ['range type'],
  within: null,
  weight: 1,
  questions: { ...placed, type: 10 },
  make: (wish, scope) => {
    const type = pick(baseTypes.filter(isComparable), wish.answers['type'] ?? 0);
    const subtype = type.sql.replace(/\(.*\)/, '');
    const named = scope.named(wish, 'r');
    const multirange = `${named.name.slice(0, 12)} mr`;
    scope.say(
      `create type ${named.sql} as range (subtype = ${subtype}, multirange_type_name = ${quoteIdentifier(named.schema)}.${quoteIdentifier(multirange)})`,
    );
    const values = labels(['empty', '(,)']);
    enter(scope, wish, { sql: named.sql, family: 'range', values });
  },
};

const sequence: Maker = {
  kind: 'sequence',
  within: null,
  weight: 2,
  questions: { ...placed, type: 3, increment: 3, start: 4, min: 2, max: 3, cache: 3, cycle: 3 },
  make: (wish, scope) => {
    const answers = wish.answers;
    const answer = (question: string): number => answers[question] ?? 0;
    const named = scope.named(wish, 'q');
    const clauses = [
      pick(['', ' as integer', ' as smallint'], answer('type')),
      pick(['', ' increment by 5', ' increment by 2'], answer('increment')),
      pick(['', ' minvalue 0'], answer('min')),
      pick(['', ' maxvalue 900', ' maxvalue 32000'], answer('max')),
      pick(['', ' start with 7', ' start with 100', ' start with 3'], answer('start')),
      pick(['', ' cache 10', ''], answer('cache')),
      pick(['', '', ' cycle'], answer('cycle')),
    ];
    scope.say(`create sequence ${named.sql}${clauses.join('')}`);
    const address = `sequence ${named.sql}`;
    scope.sequences.push({ ...named, path: pathOf(wish, null), kind: 'sequence', address });
  },
};

function enter(scope: Scope, wish: Wish, type: Type): void {
  const made: MadeType = {
    ...type,
    path: pathOf(wish, null),
    kind: wish.kind,
    address: `${wish.kind === 'domain' ? 'domain' : 'type'} ${type.sql}`,
    builtIn: false,
  };
  scope.types.push(made);
}

export const typeMakers: readonly Maker[] = [
  schema,
  enumeration,
  domain,
  composite,
  range,
  sequence,
];
