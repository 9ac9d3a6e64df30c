// Functions and what is made of them: those over values come before tables, those over tables after.
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Routine, type Scope } from './scope.ts';
import { condition, isComparable, pick, typed, type Type } from './types.ts';
import { choose, type Wish } from './wish.ts';

const placed = { spelling: spellings, schema: 'reference' } as const;

/** What functions take: none, one value, or two that they compare. */
const SHAPES = ['one', 'none', 'two'] as const;

const pure: Maker = {
  kind: 'function',
  within: null,
  weight: 4,
  questions: {
    ...placed,
    ...{ type: 10, user: 'reference', shape: 3, language: 3, value: 3 },
    ...{ strict: 3, cost: 4, parallel: 3, setting: 5, definer: 5 },
  },
  make: (wish, scope) => {
    const { answers } = wish;
    const type = scope.type(answers);
    const shape = pick(SHAPES, answers['shape'] ?? 0);
    if (shape === 'two' && !isComparable(type)) return;
    const named = scope.named(wish, 'f');
    const value = typed(pick(type.values, answers['value'] ?? 0), type);
    const expression = { one: 'a', none: value, two: 'a = b' }[shape];
    const parameters = { one: [type.sql], none: [], two: [type.sql, type.sql] }[shape];
    const list = parameters.map((sql, at) => `${pick(['a', 'b'], at)} ${sql}`).join(', ');
    const returns = shape === 'two' ? 'boolean' : type.sql;
    scope.say(
      `create function ${named.sql}(${list}) returns ${returns} immutable${marks(wish)} ${body(wish, expression)}`,
    );
    enter(scope, wish, {
      sql: named.sql,
      parameters,
      takes: shape === 'one' ? type : null,
      returns: shape === 'two' ? null : type,
    });
  },
};

function marks({ answers }: Wish): string {
  return [
    answers['strict'] === 2 ? ' strict' : '',
    answers['cost'] === 3 ? ' cost 7' : '',
    answers['parallel'] === 2 ? ' parallel safe' : '',
    answers['definer'] === 4 ? ' security definer' : '',
    answers['setting'] === 4 ? ' set search_path to public, pg_temp' : '',
  ].join('');
}

function body({ answers }: Wish, expression: string): string {
  return pick(
    [
      `language sql as $f$ select ${expression} $f$`,
      `language sql return ${expression}`,
      `language plpgsql as $f$ begin return ${expression}; end $f$`,
    ],
    answers['language'] ?? 0,
  );
}

interface NewRoutine {
  readonly sql: string;
  readonly parameters: readonly string[];
  readonly takes: Type | null;
  readonly returns: Type | null;
}

function enter(scope: Scope, wish: Wish, made: NewRoutine, noun = 'function'): void {
  const { sql, parameters, takes, returns } = made;
  const routine: Routine = {
    ...{ sql, takes, returns, parameters },
    path: pathOf(wish, null),
    kind: wish.kind,
    address: `${noun} ${sql}(${parameters.join(', ')})`,
  };
  scope.routines.push(routine);
}

/** Functions over tables; where the body isn't text, Postgres knows what it leans on. */
const reader: Maker = {
  kind: 'reader',
  needs: ['function'],
  within: null,
  weight: 3,
  questions: {
    ...placed,
    source: 'reference',
    shape: 4,
    strict: 3,
    setting: 5,
    first: 'reference',
  },
  make: (wish, scope) => {
    const source = choose(wish.answers['source'] ?? 0, scope.relations);
    const column = choose(wish.answers['first'] ?? 0, source?.columns ?? []);
    if (!source || !column) return;
    const named = scope.named(wish, 'g');
    const where = condition(column.sql, column.type, wish.answers['strict'] ?? 0);
    const text = pick(
      [
        `returns bigint language sql stable${marks(wish)} begin atomic select count(*) from ${source.sql} where ${where}; end`,
        `returns bigint language sql stable${marks(wish)} as $f$ select count(*) from ${source.sql} $f$`,
        `returns setof ${source.sql} language sql stable as $f$ select * from ${source.sql} $f$`,
        `returns table (x ${column.type.sql}) language sql stable begin atomic select ${column.sql} from ${source.sql}; end`,
      ],
      wish.answers['shape'] ?? 0,
    );
    scope.say(`create function ${named.sql}() ${text}`);
    enter(scope, wish, { sql: named.sql, parameters: [], takes: null, returns: null });
  },
};

const procedure: Maker = {
  kind: 'procedure',
  within: null,
  weight: 1,
  questions: { ...placed, type: 10, user: 'reference', language: 2, setting: 5 },
  make: (wish, scope) => {
    const type = scope.type(wish.answers);
    const named = scope.named(wish, 'p');
    const language = pick(
      ['language plpgsql as $f$ begin null; end $f$', 'language sql as $f$ select 1 $f$'],
      wish.answers['language'] ?? 0,
    );
    scope.say(`create procedure ${named.sql}(a ${type.sql})${marks(wish)} ${language}`);
    const made = { sql: named.sql, parameters: [type.sql], takes: null, returns: null };
    enter(scope, wish, made, 'procedure');
  },
};

const aggregate: Maker = {
  kind: 'aggregate',
  within: null,
  weight: 1,
  questions: { ...placed, state: 3, initial: 3, parallel: 3 },
  make: (wish, scope) => {
    const [type, step] = pick(
      [
        ['integer', 'int4pl'],
        ['text', 'textcat'],
        ['numeric', 'numeric_add'],
      ] as const,
      wish.answers['state'] ?? 0,
    );
    const named = scope.named(wish, 'a');
    const initial = pick(
      ['', `, initcond = '0'`, `, initcond = '1'`],
      wish.answers['initial'] ?? 0,
    );
    const parallel = wish.answers['parallel'] === 2 ? ', parallel = safe' : '';
    scope.say(
      `create aggregate ${named.sql}(${type}) (sfunc = ${step}, stype = ${type}${initial}${parallel})`,
    );
    const made = { sql: named.sql, parameters: [type], takes: null, returns: null };
    enter(scope, wish, made, 'aggregate');
  },
};

const operator: Maker = {
  kind: 'operator',
  within: null,
  weight: 1,
  questions: { schema: 'reference', function: 'reference', symbol: 3, commutator: 3 },
  make: (wish, scope) => {
    const candidates = scope.routines.filter(({ parameters }) => parameters.length === 2);
    const routine = choose(wish.answers['function'] ?? 0, candidates);
    const [left, right] = routine?.parameters ?? [];
    if (!routine || left === undefined || right === undefined) return;
    const schema =
      (wish.answers['schema'] ? choose(wish.answers['schema'], scope.schemas)?.name : undefined) ??
      scope.main;
    const symbol = `${pick(['===', '<~>', '##'], wish.answers['symbol'] ?? 0)}${'+'.repeat(wish.key % 7)}#`;
    if (scope.isTwice(`operator/${schema}/${symbol}/${left}`)) return;
    const name = `"${schema.replaceAll('"', '""')}".${symbol}`;
    const commutes = wish.answers['commutator'] === 2 ? `, commutator = operator(${name})` : '';
    scope.say(
      `create operator ${name} (leftarg = ${left}, rightarg = ${right}, function = ${routine.sql}${commutes})`,
    );
    const address = `operator ${name} (${left}, ${right})`;
    scope.others.push({ path: pathOf(wish, null), kind: 'operator', address });
  },
};

const cast: Maker = {
  kind: 'cast',
  within: null,
  weight: 1,
  questions: { source: 'reference', context: 3 },
  make: (wish, scope) => {
    const candidates = scope.types.filter(({ kind }) => kind === 'enum' || kind === 'composite');
    const source = choose(wish.answers['source'] ?? 0, candidates);
    if (!source || scope.isTwice(`cast/${source.sql}`)) return;
    const context = pick(['', ' as assignment', ''], wish.answers['context'] ?? 0);
    const signature = `(${source.sql} as json)`;
    scope.say(`create cast ${signature} with inout${context}`);
    scope.others.push({ path: pathOf(wish, null), kind: 'cast', address: `cast ${signature}` });
  },
};

/** Functions that triggers call. */
const triggerFunction: Maker = {
  kind: 'trigger function',
  needs: ['function', 'trigger'],
  within: null,
  weight: 2,
  questions: { ...placed, body: 3, definer: 5 },
  make: (wish, scope) => {
    const named = scope.named(wish, 'h');
    const text = pick(
      [
        'begin return new; end',
        'begin return null; end',
        `begin raise notice 'x'; return new; end`,
      ],
      wish.answers['body'] ?? 0,
    );
    scope.say(
      `create function ${named.sql}() returns trigger language plpgsql${marks(wish)} as $f$ ${text} $f$`,
    );
    enter(scope, wish, { sql: named.sql, parameters: [], takes: null, returns: null });
  },
};

const eventTrigger: Maker = {
  kind: 'event trigger',
  within: null,
  weight: 1,
  questions: { spelling: spellings, event: 3, tags: 3, state: 4, body: 2 },
  make: (wish, scope) => {
    const { answers } = wish;
    const called = scope.named({ ...wish, answers: {} }, 'et');
    scope.say(
      `create function ${called.sql}() returns event_trigger language plpgsql as $f$ begin null; end $f$`,
    );
    const name = `"${scope.global(wish, 'et').replaceAll('"', '""')}"`;
    const event = pick(['ddl_command_end', 'ddl_command_start', 'sql_drop'], answers['event'] ?? 0);
    const tags = answers['tags'] === 2 ? ` when tag in ('ALTER FUNCTION', 'DROP FUNCTION')` : '';
    scope.say(`create event trigger ${name} on ${event}${tags} execute function ${called.sql}()`);
    if (answers['state'] === 3) scope.say(`alter event trigger ${name} disable`);
    const path = pathOf(wish, null);
    scope.others.push({ path, kind: 'event trigger', address: `event trigger ${name}` });
  },
};

export const valueRoutineMakers: readonly Maker[] = [pure, triggerFunction, operator, cast];

export const tableRoutineMakers: readonly Maker[] = [reader, procedure, aggregate, eventTrigger];
