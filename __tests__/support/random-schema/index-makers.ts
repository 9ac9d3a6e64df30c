// Indexes of tables and materialized views, and statistics objects.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import { some } from './constraint-makers.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Column, type Relation, type Scope } from './scope.ts';
import { condition, indexable, isComparable, pick, type Family, type Type } from './types.ts';
import type { Wish } from './wish.ts';

const METHODS: readonly (readonly [method: string, families: readonly Family[]])[] = [
  ['hash', ['integer', 'text', 'uuid', 'timestamptz', 'enum']],
  ['gin', ['jsonb', 'array']],
  ['gist', ['range']],
  ['brin', ['integer', 'text', 'timestamptz', 'uuid']],
  ['spgist', ['text', 'range']],
];

const index: Maker = {
  kind: 'index',
  within: 'table',
  weight: 5,
  questions: {
    spelling: spellings,
    method: 11,
    unique: 4,
    count: 3,
    expression: 5,
    call: 'reference',
    order: 6,
    class: 5,
    collation: 6,
    where: 5,
    include: 5,
    options: 5,
    nulls: 5,
    first: 'reference',
    second: 'reference',
    third: 'reference',
  },
  make: (wish, scope, owner) => {
    const relation = scope.relation(owner);
    if (relation) makeIndex(wish, scope, relation);
  },
};

/** Views of either kind have indexes as well, where they hold rows. */
const indexOfView: Maker = { ...index, needs: ['index'], within: 'materialized view', weight: 2 };

function makeIndex(wish: Wish, scope: Scope, relation: Relation): void {
  const { answers } = wish;
  const usable = relation.columns.filter(({ computed }) => computed !== 'virtual');
  const [method, families] = METHODS[(answers['method'] ?? 0) - 6] ?? ['btree', null];
  const columns = families
    ? some(
        wish,
        usable.filter(({ type }) => families.includes(type.family) && !isPadded(type)),
        1,
      )
    : some(
        wish,
        usable.filter(({ type }) => isComparable(type)),
        (answers['count'] ?? 0) + 1,
      );
  if (columns.length === 0) return;
  const members = columns.map((column, at) =>
    member(wish, scope, { column, method, first: at === 0 }),
  );
  const isUnique = method === 'btree' && answers['unique'] === 3 && !relation.partitionedBy;
  const base = `${relation.path.replace(/^table/, 't').replace(/^materialized view/, 'm')}_i${String(wish.key)}`;
  const name = quoteIdentifier(scope.name(relation.schema, base, answers['spelling'] ?? 0));
  scope.say(
    `create ${isUnique ? 'unique ' : ''}index ${name} on ${relation.sql} using ${method}` +
      ` (${members.join(', ')})${tail(wish, { relation, columns, usable, method, isUnique })}`,
  );
  const address = `index ${quoteIdentifier(relation.schema)}.${name}`;
  scope.others.push({ path: pathOf(wish, relation.path), kind: 'index', address });
}

/** `character` has fewer operator classes than `text`, and so has a domain over it. */
function isPadded(type: Type): boolean {
  return type.family === 'text' && (type.sql.startsWith('char') || 'path' in type);
}

interface Member {
  readonly column: Column;
  readonly method: string;
  readonly first: boolean;
}

function member(wish: Wish, scope: Scope, { column, method, first }: Member): string {
  const { answers } = wish;
  const family = column.type.family;
  if (method !== 'btree') {
    const isPaths = method === 'gin' && family === 'jsonb' && answers['class'] === 4;
    return `${column.sql}${isPaths ? ' jsonb_path_ops' : ''}`;
  }
  const order = pick(
    ['', '', '', ' desc', ' nulls first', ' desc nulls last'],
    answers['order'] ?? 0,
  );
  const computed = first ? computedMember(wish, scope, column) : null;
  if (computed !== null) return `(${computed})${order}`;
  const isText = family === 'text' && !('path' in column.type);
  return [
    column.sql,
    isText && answers['collation'] === 5 ? ' collate "C"' : '',
    isText && answers['class'] === 4 && !column.type.sql.startsWith('char')
      ? ' text_pattern_ops'
      : '',
    first ? order : '',
  ].join('');
}

function computedMember({ answers }: Wish, scope: Scope, { sql, type }: Column): string | null {
  if (answers['expression'] !== 4) return null;
  const call = scope.routine(answers['call'] ?? 0, type, type);
  return call ? `${call.sql}(${sql})` : indexable(sql, type, answers['order'] ?? 0);
}

interface Tail {
  readonly relation: Relation;
  readonly columns: readonly Column[];
  readonly usable: readonly Column[];
  readonly method: string;
  readonly isUnique: boolean;
}

function tail({ answers }: Wish, { relation, columns, usable, method, isUnique }: Tail): string {
  const [column] = columns;
  const included = usable.find((one) => !columns.includes(one));
  const include = answers['include'] === 4 && method === 'btree' && included;
  const nulls = isUnique && answers['nulls'] === 4;
  const fill = method === 'btree' && answers['options'] === 4 && !relation.partitionedBy;
  const where = answers['where'] === 4 && column;
  return [
    include ? ` include (${include.sql})` : '',
    nulls ? ' nulls not distinct' : '',
    fill ? ' with (fillfactor=80)' : '',
    where ? ` where ${condition(where.sql, where.type, answers['order'] ?? 0)}` : '',
  ].join('');
}

const statistics: Maker = {
  kind: 'statistics',
  needs: ['statistics'],
  within: 'table',
  weight: 1,
  questions: {
    ...{ spelling: spellings, schema: 'reference', kinds: 4, target: 4, expression: 4 },
    ...{ first: 'reference', second: 'reference', third: 'reference' },
  },
  make: (wish, scope, owner) => {
    const relation = scope.relation(owner);
    const usable = (relation?.columns ?? []).filter(
      ({ type, computed }) => isComparable(type) && computed !== 'virtual',
    );
    const columns = some(wish, usable, 2);
    const [first, second] = columns;
    if (!relation || !first || !second) return;
    const { answers } = wish;
    const named = scope.named(
      { ...wish, key: wish.key + 100 * relation.path.length },
      `x${relation.path.replace(/\D/g, '')}_`,
    );
    const computed = answers['expression'] === 3 ? indexable(second.sql, second.type, 0) : null;
    const kinds = pick(['', ' (ndistinct)', ' (mcv, dependencies)', ''], answers['kinds'] ?? 0);
    const member = computed === null ? second.sql : `(${computed})`;
    scope.say(
      `create statistics ${named.sql}${kinds} on ${first.sql}, ${member} from ${relation.sql}`,
    );
    if (answers['target'] === 3) scope.say(`alter statistics ${named.sql} set statistics 50`);
    const path = pathOf(wish, relation.path);
    scope.others.push({ path, kind: 'statistics', address: `statistics ${named.sql}` });
  },
};

export const indexMakers: readonly Maker[] = [index, indexOfView, statistics];
