// Policies, rules and triggers: what is done when a table is used.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import { some } from './constraint-makers.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Column, type Relation, type Scope } from './scope.ts';
import { condition, pick } from './types.ts';
import { choose, type Wish } from './wish.ts';

/** Roles that are there before any wish. */
export const ROLES = ['app_user', 'app_admin'] as const;

const policy: Maker = {
  kind: 'policy',
  within: 'table',
  weight: 2,
  questions: {
    spelling: spellings,
    command: 5,
    restrictive: 4,
    roles: 4,
    condition: 3,
    other: 'reference',
    first: 'reference',
  },
  make: (wish, scope, owner) => {
    const table = scope.relation(owner);
    const [column] = table ? some(wish, table.columns, 1) : [];
    if (!table || !column) return;
    const { answers } = wish;
    const name = attachedName(wish, scope, owner);
    const command = pick(['all', 'select', 'insert', 'update', 'delete'], answers['command'] ?? 0);
    const test = testOf(wish, scope, condition(column.sql, column.type, answers['condition'] ?? 0));
    const clauses = [
      answers['restrictive'] === 3 ? ' as restrictive' : '',
      ` for ${command}`,
      pick(['', ' to app_user', ' to app_admin, app_user', ' to app_admin'], answers['roles'] ?? 0),
      command === 'insert' ? '' : ` using (${test})`,
      command === 'insert' || command === 'update' ? ` with check (${test})` : '',
    ];
    scope.say(`create policy ${name} on ${table.sql}${clauses.join('')}`);
    const path = pathOf(wish, owner);
    scope.others.push({ path, kind: 'policy', address: `policy ${name} on ${table.sql}` });
  },
};

/** The condition itself, or one that asks another table. */
function testOf({ answers }: Wish, scope: Scope, own: string): string {
  const reference = answers['other'] ?? 0;
  const other = reference % 3 === 1 ? choose(reference, scope.tables()) : undefined;
  return other ? `exists (select from ${other.sql}) and (${own})` : own;
}

const TIMES = ['before', 'after'] as const;

const EVENTS = ['insert', 'update', 'delete', 'insert or update'] as const;

const trigger: Maker = {
  kind: 'trigger',
  within: 'table',
  weight: 3,
  questions: {
    ...{ spelling: spellings, time: 2, event: 4, level: 3, when: 4, columns: 4, state: 5 },
    ...{ constraint: 5, condition: 3, function: 'reference', first: 'reference', arguments: 3 },
  },
  make: (wish, scope, owner) => {
    const { answers } = wish;
    const table = scope.relation(owner);
    const functions = scope.routines.filter(({ kind }) => kind === 'trigger function');
    const called = choose(answers['function'] ?? 0, functions);
    const usable = (table?.columns ?? []).filter(({ computed }) => computed === null);
    const [column] = some(wish, usable, 1);
    if (!table || !called || !column) return;
    // A constraint trigger shares its name's space with the constraints.
    const space = answers['constraint'] === 4 ? table.schema : undefined;
    const name = attachedName(wish, scope, owner, space);
    const listed = answers['arguments'] === 2 ? `'a', 'it''s'` : '';
    const head = triggerHead(wish, { name, table, column });
    scope.say(`${head} execute function ${called.sql}(${listed})`);
    const state = pick(['', '', '', 'disable', 'enable always'], answers['state'] ?? 0);
    if (state !== '') scope.say(`alter table ${table.sql} ${state} trigger ${name}`);
    const path = pathOf(wish, owner);
    scope.others.push({ path, kind: 'trigger', address: `trigger ${name} on ${table.sql}` });
  },
};

interface TriggerOn {
  readonly name: string;
  readonly table: Relation;
  readonly column: Column;
}

function triggerHead({ answers }: Wish, { name, table, column }: TriggerOn): string {
  const event = pick(EVENTS, answers['event'] ?? 0);
  const isConstraint = answers['constraint'] === 4;
  const isRow = isConstraint || (answers['level'] ?? 0) < 2;
  const of = answers['columns'] === 3 && event === 'update' ? ` of ${column.sql}` : '';
  const row = event === 'delete' ? 'old' : 'new';
  const test = condition(`${row}.${column.sql}`, column.type, answers['condition'] ?? 0);
  return [
    `create ${isConstraint ? 'constraint ' : ''}trigger ${name} `,
    isConstraint ? 'after' : pick(TIMES, answers['time'] ?? 0),
    ` ${event}${of} on ${table.sql}`,
    isConstraint ? ' deferrable initially deferred' : '',
    ` for each ${isRow ? 'row' : 'statement'}`,
    answers['when'] === 3 && isRow && event !== 'insert or update' ? ` when (${test})` : '',
  ].join('');
}

const rule: Maker = {
  kind: 'rule',
  within: 'table',
  weight: 1,
  questions: {
    ...{ spelling: spellings, event: 3, action: 3, where: 3, condition: 3, state: 5 },
    first: 'reference',
  },
  make: (wish, scope, owner) => {
    const { answers } = wish;
    const table = scope.relation(owner);
    const [column] = table ? some(wish, table.columns, 1) : [];
    if (!table || !column) return;
    const name = attachedName(wish, scope, owner);
    const event = pick(['delete', 'insert', 'update'], answers['event'] ?? 0);
    const row = event === 'insert' ? 'new' : 'old';
    const test = condition(`${row}.${column.sql}`, column.type, answers['condition'] ?? 0);
    const where = answers['where'] === 2 && answers['action'] !== 2 ? ` where ${test}` : '';
    const action = pick(
      ['also nothing', 'instead nothing', 'also notify x'],
      answers['action'] ?? 0,
    );
    scope.say(`create rule ${name} as on ${event} to ${table.sql}${where} do ${action}`);
    if (answers['state'] === 4) scope.say(`alter table ${table.sql} disable rule ${name}`);
    const path = pathOf(wish, owner);
    scope.others.push({ path, kind: 'rule', address: `rule ${name} on ${table.sql}` });
  },
};

/** A name that is unique on its table. */
function attachedName(
  wish: Wish,
  scope: Scope,
  owner: string,
  space = `${owner}/${wish.kind}`,
): string {
  const base = `${wish.kind.slice(0, 2)}${String(wish.key)}`;
  return quoteIdentifier(scope.name(space, base, wish.answers['spelling'] ?? 0));
}

export const securityMakers: readonly Maker[] = [policy, rule, trigger];
