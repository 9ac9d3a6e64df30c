// Reads drizzle-kit's configuration file: its default export, with what can't be decided marked.
import type { Json } from '../../../schema/objects.ts';
import { isUnknown, setHost, undecidedBy, type Host } from './host.ts';

/** A setting that can't be decided, by its path: `schema`, `migrations.table`. */
export interface UndecidedSetting {
  readonly path: string;
  readonly reason: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface CollectedConfig {
  readonly value: Json;
  readonly undecided: readonly UndecidedSetting[];
}

/** What matters to Plumbline; connection settings are never looked at. */
const settings = [
  'dialect',
  'driver',
  'schema',
  'out',
  'casing',
  'schemaFilter',
  'tablesFilter',
  'migrations',
  'entities',
  'breakpoints',
];

/** Entry point for the host: the settings of a configuration file. */
export function collectConfig(host: Host, file: string): CollectedConfig {
  setHost(host);
  const undecided: UndecidedSetting[] = [];
  const plain = (value: unknown, path: string): Json => {
    if (isUnknown(value)) {
      const origin = undecidedBy(value);
      undecided.push({
        path,
        reason: origin.message,
        file: origin.place?.file ?? null,
        line: origin.place?.line ?? null,
      });
      return null;
    }
    if (Array.isArray(value)) return value.map((item) => plain(item, path));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
        key,
        plain(item, path === '' ? key : `${path}.${key}`),
      ]);
      return Object.fromEntries(entries) as Json;
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  };
  const exported = host.load(file).get('default');
  if (isUnknown(exported) || typeof exported !== 'object' || exported === null) {
    return { value: plain(exported, ''), undecided };
  }
  const chosen = settings.filter((key) => key in exported);
  const picked = chosen.map((key): [string, unknown] => [key, Reflect.get(exported, key)]);
  return { value: plain(Object.fromEntries(picked), ''), undecided };
}
