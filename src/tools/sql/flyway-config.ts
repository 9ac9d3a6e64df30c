// What the repository says of Flyway's configuration, where it is written down: flyway.conf, flyway.toml,
// and the application's own files of Spring, Quarkus and Micronaut.
import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readIfReadable } from '../../revision/revision.ts';
import { upwards, type Folder } from './folder.ts';

export interface FlywayConfig {
  /** The file it comes from; null where there is none. */
  readonly file: string | null;
  /** The first is the default one; none where nothing says. */
  readonly schemas: readonly string[];
  readonly table: string;
  readonly placeholders: Readonly<Record<string, string>>;
  /** Whether placeholders are replaced at all. */
  readonly replaces: boolean;
  readonly url: string | null;
  /** Directories that are looked through, from the workspace's root; none where nothing says. */
  readonly locations: readonly string[];
}

/** https://documentation.red-gate.com/fd/configuration-files-224003079.html */
const FILES = ['flyway.conf', 'conf/flyway.conf', 'flyway.toml'];
/** https://docs.spring.io/spring-boot/appendix/application-properties/, `spring.flyway.*`. */
const APPLICATION = ['properties', 'yml', 'yaml'].flatMap((end) => [
  `application.${end}`,
  `src/main/resources/application.${end}`,
]);

const PREFIX = /^(?:spring\.|quarkus\.)?flyway\./;

/** The nearest file that speaks of Flyway; `values` are added to its placeholders. */
export function readFlywayConfig(
  folder: Folder,
  values: Readonly<Record<string, string>>,
): FlywayConfig {
  const { file, settings } = nearest(folder);
  const list = settings.get('schemas') ?? settings.get('defaultSchema') ?? '';
  const schemas = [settings.get('defaultSchema') ?? '', ...list.split(',')]
    .map((schema) => schema.trim())
    .filter((schema, at, all) => /^\w+$/.test(schema) && all.indexOf(schema) === at);
  const table = settings.get('table') ?? 'flyway_schema_history';
  const placeholders = [...settings]
    .filter(([key]) => key.startsWith('placeholders.'))
    .filter(([, value]) => !value.includes('${'))
    .map(([key, value]) => [key.slice('placeholders.'.length), value] as const);
  return {
    file,
    schemas,
    table: /^\w+$/.test(table) ? table : 'flyway_schema_history',
    placeholders: {
      'flyway:defaultSchema': schemas[0] ?? 'public',
      'flyway:table': table,
      ...Object.fromEntries(placeholders),
      ...values,
    },
    replaces: settings.get('placeholderReplacement') !== 'false',
    url: settings.get('url') ?? null,
    locations: locationsIn(file, settings.get('locations') ?? ''),
  };
}

/** `classpath:db/migration, filesystem:sql`; what can't be told from the file's own place is left out. */
function locationsIn(file: string | null, list: string): string[] {
  if (file === null) return [];
  const home = posix.dirname(file);
  const isResource = /(?:^|\/)application\.\w+$/.test(file);
  return list
    .split(',')
    .map((location) => /^\s*(?:(classpath|filesystem):)?(.*?)\s*$/.exec(location) ?? [])
    .filter(
      ([, kind, path = '']) =>
        path !== '' && !/[*{]/.test(path) && (kind === 'filesystem') !== isResource,
    )
    .map(([, , path = '']) => posix.join(home, path).replace(/\/$/, ''))
    .filter((path) => !path.startsWith('..') && !posix.isAbsolute(path));
}

function nearest({ revision, directory }: Folder): {
  readonly file: string | null;
  readonly settings: ReadonlyMap<string, string>;
} {
  for (const at of upwards(directory)) {
    for (const name of [...FILES, ...APPLICATION]) {
      const file = at === '' ? name : `${at}/${name}`;
      const text = revision.isFile(file) ? readIfReadable(revision, file) : null;
      const settings = text === null ? new Map<string, string>() : settingsIn(file, text);
      if (settings.size > 0) return { file, settings };
    }
  }
  return { file: null, settings: new Map() };
}

/** Flyway's settings, by key without the prefix, camel case. */
function settingsIn(file: string, text: string): Map<string, string> {
  const pairs = /\.ya?ml$/.test(file) ? inYaml(text) : inLines(text, file.endsWith('.toml'));
  return new Map(
    pairs
      .filter(([key]) => PREFIX.test(key))
      .map(([key, value]) => [camel(key.replace(PREFIX, '')), value]),
  );
}

/** `default-schema` is `defaultSchema` everywhere; names of placeholders stay as they are. */
function camel(key: string): string {
  if (key.startsWith('placeholders.')) return key;
  return key.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

function inLines(text: string, sections: boolean): [string, string][] {
  let section = '';
  return text.split('\n').flatMap((line): [string, string][] => {
    const header = sections ? /^\s*\[([\w.]+)\]/.exec(line)?.[1] : undefined;
    if (header !== undefined) section = `${header}.`;
    const [, key, value] = /^\s*([\w.:-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return [];
    return [[section + key, value.replace(/^\[(.*)\]$/, '$1').replaceAll(/["']/g, '')]];
  });
}

function inYaml(text: string): [string, string][] {
  return parseAllDocuments(text).flatMap((document) => {
    try {
      return 'toJS' in document ? leaves(document.toJS(), '') : [];
    } catch {
      return [];
    }
  });
}

function leaves(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value)) return [[path, value.map(String).join(',')]];
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null)
    return [[path, value === null ? '' : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
