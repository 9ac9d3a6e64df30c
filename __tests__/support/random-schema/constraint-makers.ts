// Constraints and indexes of tables.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Column, type Key, type Relation, type Scope } from './scope.ts';
import { condition, isComparable, pick } from './types.ts';
import { choose, type Wish } from './wish.ts';

const referencing = { first: 'reference', second: 'reference', third: 'reference' } as const;

const DEFERRABLE = ['', '', '', '', ' deferrable', ' deferrable initially deferred'];

const primaryKey: Maker = {
  kind: 'primary key',
  within: 'table',
  weight: 4,
  questions: { spelling: spellings, count: 2, include: 6, deferrable: 6, ...referencing },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    if (table && !scope.keys.some((key) => key.table === table && key.kind === 'primary key')) {
      makeKey(wish, scope, table, 'primary key');
    }
  },
};

const unique: Maker = {
  kind: 'unique',
  within: 'table',
  weight: 3,
  questions: { ...primaryKey.questions, nulls: 5 },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    const clause = wish.answers['nulls'] === 4 ? 'unique nulls not distinct' : 'unique';
    if (table) makeKey(wish, scope, table, clause);
  },
};

function makeKey(wish: Wish, scope: Scope, table: Relation, clause: string): void {
  const usable = table.columns.filter(
    (column) => isComparable(column.type) && column.computed !== 'virtual',
  );
  const chosen = some(wish, usable, (wish.answers['count'] ?? 0) + 1);
  const by = table.partitionedBy;
  const columns = by && !chosen.includes(by) ? [...chosen, by] : chosen;
  if (columns.length === 0) return;
  const name = constraintName(wish, scope, table);
  const deferrable = pick(DEFERRABLE, wish.answers['deferrable'] ?? 0);
  const included = table.columns.find((one) => !columns.includes(one) && one.computed === null);
  const include = wish.answers['include'] === 5 && included ? ` include (${included.sql})` : '';
  scope.say(
    `alter table ${table.sql} add constraint ${name} ${clause} (${list(columns)})${include}${deferrable}`,
  );
  const path = pathOf(wish, table.path);
  const address = `constraint ${name} on ${table.sql}`;
  scope.keys.push({
    path,
    kind: wish.kind,
    address,
    columns,
    deferrable: deferrable !== '',
    table,
  });
}

const check: Maker = {
  kind: 'check',
  within: 'table',
  weight: 4,
  questions: { spelling: spellings, condition: 5, state: 8, call: 'reference', ...referencing },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    const [column] = table ? some(wish, table.columns, 1) : [];
    if (!table || !column) return;
    const name = constraintName(wish, scope, table);
    const state = pick(
      ['', '', '', '', ' not valid', ' no inherit', ' not enforced', ''],
      wish.answers['state'] ?? 0,
    );
    const allowed =
      (state !== ' no inherit' || !table.partitionedBy) &&
      (state !== ' not enforced' || scope.version >= 180000);
    const routine =
      column.computed === 'virtual'
        ? undefined
        : scope.routine(wish.answers['call'] ?? 0, column.type, column.type);
    const tested = routine ? `${routine.sql}(${column.sql})` : column.sql;
    const text = condition(tested, column.type, wish.answers['condition'] ?? 0);
    scope.say(
      `alter table ${table.sql} add constraint ${name} check (${text})${allowed ? state : ''}`,
    );
    attach(wish, scope, table, name);
  },
};

const ACTIONS = ['', ' cascade', ' restrict', ' set null', ' set default'];

const foreignKey: Maker = {
  kind: 'foreign key',
  within: 'table',
  weight: 4,
  questions: {
    spelling: spellings,
    target: 'reference',
    onDelete: 7,
    onUpdate: 6,
    match: 6,
    deferrable: 6,
    state: 8,
    ...referencing,
  },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    if (!table) return;
    const fitting = scope.keys.filter((key) => pairs(wish, table, key) !== null);
    const key = choose(wish.answers['target'] ?? 0, fitting);
    const columns = key && pairs(wish, table, key);
    if (!columns) return;
    const name = constraintName(wish, scope, table);
    scope.say(
      `alter table ${table.sql} add constraint ${name} foreign key (${list(columns)})` +
        ` references ${key.table.sql} (${list(key.columns)})${foreignKeyOptions(wish, scope, table, columns)}`,
    );
    attach(wish, scope, table, name);
  },
};

/** Columns of the table for those of the key, each of the same type; null where there are none. */
function pairs(wish: Wish, table: Relation, key: Key): Column[] | null {
  if (key.deferrable || (key.table.unlogged && !table.unlogged)) return null;
  const columns: Column[] = [];
  for (const remote of key.columns) {
    const candidates = table.columns.filter(
      (local) =>
        local.type.sql === remote.type.sql &&
        local.type.family !== 'array' &&
        (!('path' in local.type) || local.type.family !== 'range') &&
        local.collation === remote.collation &&
        local.computed === null &&
        !columns.includes(local),
    );
    const local = choose(wish.answers['first'] ?? 0, candidates);
    if (!local) return null;
    columns.push(local);
  }
  return columns;
}

function foreignKeyOptions(
  { answers }: Wish,
  scope: Scope,
  table: Relation,
  columns: readonly Column[],
): string {
  const onDelete = ACTIONS[answers['onDelete'] ?? 0] ?? '';
  const onUpdate = ACTIONS[answers['onUpdate'] ?? 0] ?? '';
  const [first] = columns;
  const listed = answers['onDelete'] === 6 && first ? ` on delete set null (${first.sql})` : '';
  const state = pick(
    ['', '', '', '', '', ' not valid', ' not enforced', ''],
    answers['state'] ?? 0,
  );
  // Partitions take no key that is enforced beside one over the same columns that isn't.
  const allowed =
    table.partitionedBy === null
      ? scope.version >= 180000 || state === ' not valid'
      : scope.version >= 180000 && state === ' not valid';
  return [
    answers['match'] === 5 ? ' match full' : '',
    onDelete === '' ? listed : ` on delete${onDelete}`,
    onUpdate === '' ? '' : ` on update${onUpdate}`,
    pick(DEFERRABLE, answers['deferrable'] ?? 0),
    allowed ? state : '',
  ].join('');
}

const exclusion: Maker = {
  kind: 'exclusion',
  within: 'table',
  weight: 1,
  questions: { spelling: spellings, where: 4, deferrable: 6, ...referencing },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    const usable = (table?.columns ?? []).filter(
      ({ type, computed }) => type.family === 'range' && computed !== 'virtual',
    );
    const [column] = some(wish, usable, 1);
    if (!table || !column || table.partitionedBy) return;
    const name = constraintName(wish, scope, table);
    const where = wish.answers['where'] === 3 ? ` where (${column.sql} is not null)` : '';
    const deferrable = pick(DEFERRABLE, wish.answers['deferrable'] ?? 0);
    scope.say(
      `alter table ${table.sql} add constraint ${name} exclude using gist (${column.sql} with &&)${where}${deferrable}`,
    );
    attach(wish, scope, table, name);
  },
};

/** The name of a constraint: that of its index is unique in the schema. */
function constraintName(wish: Wish, scope: Scope, table: Relation): string {
  const base = `${table.path.replace(/^table/, 't')}_${wish.kind.slice(0, 1)}${wish.kind.length}_${String(wish.key)}`;
  return quoteIdentifier(scope.name(table.schema, base, wish.answers['spelling'] ?? 0));
}

function attach(wish: Wish, scope: Scope, table: Relation, name: string): void {
  const path = pathOf(wish, table.path);
  scope.others.push({ path, kind: wish.kind, address: `constraint ${name} on ${table.sql}` });
}

/** As many different ones as the wish wants, if there are so many. */
export function some<T extends { readonly path: string }>(
  { answers }: Wish,
  candidates: readonly T[],
  count: number,
): T[] {
  const chosen: T[] = [];
  for (const question of Object.keys(referencing).slice(0, count)) {
    const left = candidates.filter((one) => !chosen.includes(one));
    const next = choose(answers[question] ?? 0, left);
    if (next) chosen.push(next);
  }
  return chosen;
}

export function list(columns: readonly Column[]): string {
  return columns.map(({ sql }) => sql).join(', ');
}

export const constraintMakers: readonly Maker[] = [
  primaryKey,
  unique,
  exclusion,
  check,
  foreignKey,
];
