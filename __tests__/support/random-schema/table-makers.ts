// Tables with their columns, partitions and children.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import type { Maker } from './maker.ts';
import { keepsBase, spellings } from './names.ts';
import { pathOf, type Column, type Named, type Relation, type Scope } from './scope.ts';
import { baseTypes, defaultOf, generated, pick, type Type } from './types.ts';
import { choose, type Wish } from './wish.ts';

const PARTITION = ['range', 'list', 'hash'] as const;

const INTEGER = pick(baseTypes, 0);

const column: Maker = {
  kind: 'column',
  within: 'table',
  weight: 18,
  questions: {
    spelling: spellings,
    type: baseTypes.length,
    user: 'reference',
    array: 6,
    collation: 6,
    default: 7,
    call: 'reference',
    notNull: 2,
    identity: 12,
    computed: 8,
    source: 'reference',
    expression: 3,
    storage: 6,
  },
  // Its table makes it.
  make: () => undefined,
};

const table: Maker = {
  kind: 'table',
  within: null,
  weight: 10,
  questions: {
    spelling: spellings,
    schema: 'reference',
    unlogged: 9,
    partition: 14,
    rowSecurity: 4,
    force: 6,
    options: 6,
    identity: 7,
  },
  fixed: ['partition'],
  make: (wish, scope) => {
    const partition = partitionOf(wish);
    // Under a reserved word there may be another table on the other side, which isn't partitioned.
    const named = scope.named(
      partition ? { ...wish, answers: { ...wish.answers, spelling: spellingWithin(wish) } } : wish,
      't',
    );
    const path = pathOf(wish, null);
    const unlogged = wish.answers['unlogged'] === 8 && !partition;
    const key = partition ? partitionColumn(path, named) : null;
    const made = columnsOf(wish, scope, { path, named });
    scope.say(
      [
        `create ${unlogged ? 'unlogged ' : ''}table ${named.sql} (`,
        [...(key ? ['k integer not null'] : []), ...made.map((one) => one.definition)].join(', '),
        ')',
        partition ? ` partition by ${partition} (k)` : '',
        partition ? '' : pick(['', ' with (fillfactor=70)', ''], wish.answers['options'] ?? 0),
      ].join(''),
    );
    for (const text of made.flatMap(({ afterwards }) => afterwards)) scope.say(text);
    const relation: Relation = {
      ...named,
      path,
      kind: 'table',
      address: `table ${named.sql}`,
      columns: [...(key ? [key] : []), ...made.map((one) => one.column)],
      unlogged,
      partitionedBy: key,
    };
    scope.relations.push(relation);
    secure(wish, scope, named);
    if (partition) makePartitions(wish, scope, { relation, by: partition });
    else makeChildren(wish, scope, relation);
  },
};

/** A table that inherits from the one it is a part of. */
const child: Maker = {
  kind: 'child',
  needs: ['table'],
  within: 'table',
  weight: 1,
  questions: { spelling: spellings, type: baseTypes.length, rowSecurity: 4 },
  // Its table makes it.
  make: () => undefined,
};

function makeChildren(wish: Wish, scope: Scope, parent: Relation): void {
  for (const part of wish.parts.filter(({ kind }) => kind === 'child')) {
    const base = nameWithin(wish, 'h', part);
    const name = scope.name(parent.schema, base, spellingWithin(part));
    const sql = `${quoteIdentifier(parent.schema)}.${quoteIdentifier(name)}`;
    const path = pathOf(part, parent.path);
    const own = `h${String(part.key)}`;
    const type = pick(baseTypes, part.answers['type'] ?? 0);
    const column: Column = {
      ...{ path: `${path}/own`, kind: 'column', address: `column ${sql}.${own}` },
      ...{ name: own, sql: own, type, collation: '', computed: null, hasIdentity: false },
    };
    scope.say(`create table ${sql} (${own} ${type.sql}) inherits (${parent.sql})`);
    const named = { schema: parent.schema, name, sql };
    secure(part, scope, named);
    scope.relations.push({
      ...{ ...named, path, kind: 'table', address: `table ${sql}`, unlogged: false },
      columns: [...parent.columns, column],
      partitionedBy: null,
    });
  }
}

/** A partition of its table; its bound comes from its key. */
const partition: Maker = {
  kind: 'partition',
  needs: ['table'],
  within: 'table',
  weight: 2,
  questions: { spelling: spellings },
  make: () => undefined,
};

function partitionOf(wish: Wish): (typeof PARTITION)[number] | undefined {
  return PARTITION[(wish.answers['partition'] ?? 0) - 1];
}

function partitionColumn(path: string, named: Named): Column {
  return {
    path: `${path}/k`,
    kind: 'column',
    address: `column ${named.sql}.k`,
    name: 'k',
    sql: 'k',
    type: INTEGER,
    collation: '',
    computed: null,
    hasIdentity: true,
  };
}

function secure({ answers }: Wish, scope: Scope, named: Named): void {
  if (answers['rowSecurity'] === 3) scope.say(`alter table ${named.sql} enable row level security`);
  if (answers['force'] === 5) scope.say(`alter table ${named.sql} force row level security`);
}

/** Another name where the parent has one: a table that is kept doesn't move from one parent to another. */
function nameWithin(parent: Wish, letter: string, { key }: Wish): string {
  const { spelling = 0, schema = 0 } = parent.answers;
  return [`${letter}${String(key)}`, parent.key, spelling, schema].join('_');
}

/** A reserved word says nothing of the parent. */
function spellingWithin({ answers }: Wish): number {
  const { spelling = 0 } = answers;
  return keepsBase(spelling) ? spelling : 0;
}

interface Partitioned {
  readonly relation: Relation;
  readonly by: (typeof PARTITION)[number];
}

function makePartitions(wish: Wish, scope: Scope, { relation, by }: Partitioned): void {
  for (const part of wish.parts.filter(({ kind }) => kind === 'partition')) {
    const base = nameWithin(wish, 'p', part);
    const name = scope.name(relation.schema, base, spellingWithin(part));
    const sql = `${quoteIdentifier(relation.schema)}.${quoteIdentifier(name)}`;
    const bounds = {
      range: `from (${String(part.key * 10)}) to (${String(part.key * 10 + 10)})`,
      list: `in (${String(part.key)})`,
      hash: `with (modulus 128, remainder ${String(part.key % 128)})`,
    };
    const bound = part.key === 0 && by !== 'hash' ? 'default' : `for values ${bounds[by]}`;
    scope.say(`create table ${sql} partition of ${relation.sql} ${bound}`);
    const path = pathOf(part, relation.path);
    scope.others.push({ path, kind: 'partition', address: `table ${sql}` });
  }
}

interface MadeColumn {
  readonly column: Column;
  readonly definition: string;
  readonly afterwards: readonly string[];
}

interface Place {
  readonly path: string;
  readonly named: Named;
}

function columnsOf(wish: Wish, scope: Scope, place: Place): MadeColumn[] {
  const wishes = wish.parts.filter(({ kind }) => kind === 'column');
  // What is computed needs something to be computed from.
  const plain = wishes.filter(({ answers }) => !isComputed(answers));
  const sources = plain.map((one) => plainColumn(one, wish, scope, place));
  const computed = wishes
    .filter(({ answers }) => isComputed(answers))
    .flatMap((one) => {
      const source = choose(
        one.answers['source'] ?? 0,
        sources.map(({ column }) => column),
      );
      return source ? computedColumn(one, source, scope, nameOf(one, scope, place)) : [];
    });
  return [...sources, ...computed];
}

function isComputed(answers: Wish['answers']): boolean {
  return (answers['computed'] ?? 0) > 5;
}

function nameOf(column: Wish, scope: Scope, place: Place): Column {
  const base = `c${String(column.key)}`;
  const name = scope.name(place.named.sql, base, column.answers['spelling'] ?? 0);
  const sql = quoteIdentifier(name);
  return {
    path: pathOf(column, place.path),
    kind: 'column',
    address: `column ${place.named.sql}.${sql}`,
    name,
    sql,
    type: INTEGER,
    collation: '',
    computed: null,
    hasIdentity: false,
  };
}

const COLLATIONS = ['', '', '', '', ' collate "C"', ' collate "POSIX"'];

function plainColumn(wish: Wish, table: Wish, scope: Scope, place: Place): MadeColumn {
  const { answers } = wish;
  const type = scope.type(answers);
  const isText = type.family === 'text' && !('path' in type);
  const collation = isText ? pick(COLLATIONS, answers['collation'] ?? 0) : '';
  const named = nameOf(wish, scope, place);
  const identity = identityOf(wish, type, partitionOf(table) !== undefined);
  const column = { ...named, type, collation, hasIdentity: identity !== '' };
  const own = answers['identity'] === 9 ? serial(column, type, scope, place) : null;
  const fallback = own?.fallback ?? (identity === '' ? defaultClause(answers, type, scope) : '');
  return {
    column,
    definition: [
      named.sql,
      ' ',
      type.sql,
      collation,
      identity,
      fallback,
      answers['notNull'] === 1 || identity !== '' ? ' not null' : '',
    ].join(''),
    afterwards: own ? [own.ownership] : [],
  };
}

function identityOf({ answers }: Wish, type: Type, partitioned: boolean): string {
  if (type.family !== 'integer' || 'path' in type || partitioned) return '';
  const clauses = [
    ' generated always as identity',
    ' generated by default as identity',
    ' generated by default as identity (start with 10 increment by 2)',
  ];
  return clauses[(answers['identity'] ?? 0) - 6] ?? '';
}

/** A sequence that the column owns and takes its values from; `serial` makes such a one. */
function serial(
  column: Column,
  type: Type,
  scope: Scope,
  { named }: Place,
): { fallback: string; ownership: string } | null {
  if (type.family !== 'integer' || 'path' in type) return null;
  const base = `${column.path.replaceAll('/', '_')}_seq`;
  const name = scope.name(named.schema, base, 0);
  const sql = `${quoteIdentifier(named.schema)}.${quoteIdentifier(name)}`;
  scope.say(`create sequence ${sql} as ${type.sql}`);
  return {
    fallback: ` default nextval('${sql.replaceAll("'", "''")}')`,
    ownership: `alter sequence ${sql} owned by ${named.sql}.${column.sql}`,
  };
}

function defaultClause(answers: Wish['answers'], type: Type, scope: Scope): string {
  const answer = answers['default'] ?? 0;
  if (answer < 3) return '';
  const reference = answers['call'] ?? 0;
  const call = scope.routine(reference, null, type);
  if (call) return ` default ${call.sql}()`;
  const sequence =
    type.family === 'integer' && answer === 6 ? choose(reference, scope.sequences) : undefined;
  if (sequence) return ` default nextval('${sequence.sql.replaceAll("'", "''")}')`;
  return ` default ${defaultOf(type, answer)}`;
}

function computedColumn(wish: Wish, source: Column, scope: Scope, named: Column): MadeColumn[] {
  const { type, collation } = source;
  const isVirtual = wish.answers['computed'] === 7 && scope.version >= 180000 && !('path' in type);
  const call = isVirtual ? undefined : scope.routine(wish.answers['call'] ?? 0, type, type);
  const expression = call
    ? `${call.sql}(${source.sql})`
    : generated(source.sql, type, wish.answers['expression'] ?? 0);
  if (expression === null) return [];
  const computed = isVirtual ? 'virtual' : 'stored';
  return [
    {
      column: { ...named, type, collation, computed },
      definition: `${named.sql} ${type.sql}${collation} generated always as (${expression}) ${computed}`,
      afterwards: [],
    },
  ];
}

export const tableMakers: readonly Maker[] = [column, table, partition, child];
