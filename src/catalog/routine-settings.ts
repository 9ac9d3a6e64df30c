// Settings that a function or procedure runs under: `SET search_path TO …`.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { listOf } from './kind.ts';

/** What these hold is a list of identifiers, each of which SET takes as a value of its own. */
const LISTS = [
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
];

const PLAIN_SETTING = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/;

/** `SET search_path TO 'public'`, one for each. */
export function settingClauses(object: SchemaObject): string[] {
  return listOf(object, 'settings').map(settingClause);
}

/** What turns the settings of one into those of the other. */
export function settingChanges(before: SchemaObject, after: SchemaObject): string[] {
  const old = listOf(before, 'settings');
  const wanted = listOf(after, 'settings');
  const names = wanted.map(settingName);
  return [
    ...old
      .map(settingName)
      .filter((name) => !names.includes(name))
      .map((name) => `RESET ${spelled(name)}`),
    ...wanted.filter((setting) => !old.includes(setting)).map(settingClause),
  ];
}

function settingClause(setting: string): string {
  const name = settingName(setting);
  const value = setting.slice(name.length + 1);
  const values = LISTS.includes(name) ? identifiers(value) : [value];
  return `SET ${spelled(name)} TO ${values.map(quoteLiteral).join(', ')}`;
}

function settingName(setting: string): string {
  return setting.slice(0, setting.indexOf('='));
}

function spelled(name: string): string {
  return PLAIN_SETTING.test(name) ? name : quoteIdentifier(name);
}

/** `"$user", public` → `$user` and `public`. */
function identifiers(list: string): string[] {
  return [...list.matchAll(/"((?:[^"]|"")*)"|[^\s,]+/g)].map(
    ([text, quoted]) => quoted?.replaceAll('""', '"') ?? text,
  );
}
