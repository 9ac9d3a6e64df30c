// What is attached to any object: comments and privileges.
import { quoteIdentifier, quoteLiteral } from '../../../src/schema/identity.ts';
import type { Maker } from './maker.ts';
import type { Made } from './scope.ts';
import { pick } from './types.ts';
import { choose } from './wish.ts';

const comment: Maker = {
  kind: 'comment',
  within: null,
  weight: 4,
  questions: { target: 'reference', text: 3 },
  make: (wish, scope) => {
    const target = choose(wish.answers['target'] ?? 0, scope.everything());
    if (!target || scope.isTwice(`comment/${target.address}`)) return;
    const text = pick(
      ['plain', `it's "quoted" \\ $$ --;`, 'two\nlines ñ表'],
      wish.answers['text'] ?? 0,
    );
    scope.say(`comment on ${target.address} is ${quoteLiteral(text)}`);
  },
};

/** Privileges by the word with which GRANT names the object. */
const PRIVILEGES: Readonly<Record<string, readonly string[]>> = {
  table: ['select', 'insert, update', 'all'],
  sequence: ['usage', 'select', 'all'],
  schema: ['usage', 'create', 'all'],
  function: ['execute'],
  procedure: ['execute'],
  type: ['usage'],
  domain: ['usage'],
};

const grant: Maker = {
  kind: 'grant',
  within: null,
  weight: 4,
  questions: { target: 'reference', privilege: 3, role: 3, option: 4, revoke: 6 },
  make: (wish, scope) => {
    const { answers } = wish;
    const candidates = scope.everything().filter((made) => grantable(made) !== null);
    const target = choose(answers['target'] ?? 0, candidates);
    const address = target && grantable(target);
    if (!address) return;
    const word = address.slice(0, address.indexOf(' '));
    const privilege = pick(PRIVILEGES[word] ?? ['all'], answers['privilege'] ?? 0);
    if (answers['revoke'] === 5) scope.say(`revoke all on ${address} from public`);
    const role = pick(['app_user', 'app_admin', 'public'], answers['role'] ?? 0);
    const option = answers['option'] === 3 && role !== 'public' ? ' with grant option' : '';
    scope.say(`grant ${privilege} on ${address} to ${role}${option}`);
  },
};

/** The object as GRANT names it; null for what has no privileges. */
function grantable({ kind, address }: Made): string | null {
  switch (kind) {
    case 'table':
    case 'sequence':
    case 'schema':
    case 'function':
    case 'reader':
    case 'procedure':
    case 'domain':
    case 'enum':
    case 'composite':
    case 'range':
      return address;
    case 'view':
    case 'materialized view':
      return address.replace(kind, 'table');
    default:
      return null;
  }
}

const defaultPrivileges: Maker = {
  kind: 'default privileges',
  within: null,
  weight: 1,
  questions: { schema: 'reference', on: 4, role: 2 },
  make: (wish, scope) => {
    const { answers } = wish;
    const reference = answers['schema'] ?? 0;
    const schema = choose(reference, scope.schemas)?.name ?? scope.main;
    const on = pick(['tables', 'sequences', 'functions', 'types'], answers['on'] ?? 0);
    const privilege = pick(['select', 'usage', 'execute', 'usage'], answers['on'] ?? 0);
    const role = pick(['app_user', 'app_admin'], answers['role'] ?? 0);
    scope.say(
      `alter default privileges in schema ${quoteIdentifier(schema)} grant ${privilege} on ${on} to ${role}`,
    );
  },
};

export const attachedMakers: readonly Maker[] = [grant, comment];

export const privilegeMakers: readonly Maker[] = [defaultPrivileges];
