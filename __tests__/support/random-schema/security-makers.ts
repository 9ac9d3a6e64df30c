// Policies, rules and triggers: what is done when a table is used.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import { some } from './constraint-makers.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Scope } from './scope.ts';
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

/** A name that is unique on its table. */
export function attachedName(wish: Wish, scope: Scope, owner: string): string {
  const base = `${wish.kind.slice(0, 2)}${String(wish.key)}`;
  return quoteIdentifier(scope.name(`${owner}/${wish.kind}`, base, wish.answers['spelling'] ?? 0));
}

export const securityMakers: readonly Maker[] = [policy];
