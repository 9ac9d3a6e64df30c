// Flyway: `V1_2__description.sql` and its kin, at any depth of a location.
import type { Finding } from '../../report/report.ts';
import { quoteIdentifier } from '../../schema/identity.ts';
import { fillPlaceholders } from './fill.ts';
import { readFlywayConfig, type FlywayConfig } from './flyway-config.ts';
import { notObserved, type Entry, type Format } from './format.ts';
import { isWithin, type Folder } from './folder.ts';

/** https://documentation.red-gate.com/fd/migrations-271585107.html: prefix, version, separator, description. */
const VERSIONED = /^([VUB])(\d+(?:[._]\d+)*)(?:__(.*))?\.sql$/;
const REPEATABLE = /^R__(.*)\.sql$/;
const CODE = /^[VR][\d._]*__\w+\.(?:java|kt|groovy|scala|class)$/;
/** https://documentation.red-gate.com/fd/callbacks-275218496.html */
const CALLBACK = /^(?:before|after)[A-Z]\w*?(?:__.*)?\.sql$/;

const COLUMNS =
  'installed_rank integer primary key, version varchar(50), description varchar(200) not null, ' +
  'type varchar(20) not null, script varchar(1000) not null, checksum integer, ' +
  'installed_by varchar(100) not null, installed_on timestamp not null default now(), ' +
  'execution_time integer not null, success boolean not null';

interface Versioned {
  readonly name: string;
  readonly prefix: string;
  readonly version: readonly bigint[];
}

/**
 * Versioned ones by version, compared number by number, from the newest baseline on; then repeatable
 * ones by description. Each in a transaction; Flyway leaves it away where PostgreSQL would refuse, and
 * where the script's configuration says so.
 */
export const flyway: Format = {
  name: 'flyway',
  recognise: ({ files }) => files.some((name) => VERSIONED.exec(baseOf(name))?.[1] === 'V'),
  read: (whole, values) => {
    const config = readFlywayConfig(whole, values);
    const folder = within(whole, config.locations);
    const versioned = folder.files.flatMap(versionedOf);
    const { ups, covered } = fromBaseline(versioned);
    const repeatable = folder.files
      .filter((name) => REPEATABLE.test(baseOf(name)))
      .sort((a, b) => (baseOf(a) < baseOf(b) ? -1 : 1));
    const undos = versioned.filter(({ prefix }) => prefix === 'U');
    const entryOf = (name: string, version: readonly bigint[] | null): Entry =>
      makeEntry(folder, config, { name, undo: undoOf(undos, version) });
    return {
      entries: [
        ...schemaCreation(config),
        ...ups.map((one) => ({
          ...entryOf(one.name, one.version),
          version: Number(one.version.at(0) ?? 0n),
          baseline: one.prefix === 'B',
        })),
        ...repeatable.map((name) => ({ ...entryOf(name, null), repeatable: true })),
      ],
      findings: [...covered, ...unseen(folder)],
      strays: folder.files.filter((name) => {
        const base = baseOf(name);
        return !VERSIONED.test(base) && !REPEATABLE.test(base) && !CALLBACK.test(base);
      }),
      bookkeeping: { schema: config.schemas[0] ?? 'public', table: config.table },
      columns: COLUMNS,
      ofEdits: 'refused',
      transactions: 'one each',
      downs: undos.length > 0,
      ledger: null,
    };
  },
};

/** Only what lies in the locations, where some of them are in the folder. */
function within(folder: Folder, locations: readonly string[]): Folder {
  const own = locations.filter((one) => isWithin(one, folder.directory));
  if (own.length === 0) return folder;
  const isOwn = (name: string): boolean => own.some((one) => isWithin(folder.path(name), one));
  return { ...folder, files: folder.files.filter(isOwn), others: folder.others.filter(isOwn) };
}

const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

function versionedOf(name: string): Versioned[] {
  const [, prefix, version] = VERSIONED.exec(baseOf(name)) ?? [];
  if (prefix === undefined || version === undefined) return [];
  return [{ name, prefix, version: version.split(/[._]/).map(BigInt) }];
}

/** https://documentation.red-gate.com/fd/baseline-migrations-273973438.html: what it covers is never run on a new database. */
function fromBaseline(all: readonly Versioned[]): {
  readonly ups: readonly Versioned[];
  readonly covered: readonly Finding[];
} {
  const ups = all.filter(({ prefix }) => prefix === 'V').sort(byParts);
  const baseline = all
    .filter(({ prefix }) => prefix === 'B')
    .sort(byParts)
    .at(-1);
  if (baseline === undefined) return { ups, covered: [] };
  const later = ups.filter((one) => compareParts(one.version, baseline.version) > 0);
  return {
    ups: [baseline, ...later],
    covered: [
      {
        rule: 'baseline-taken',
        severity: 'note',
        hazard: 'configuration',
        message:
          `${baseOf(baseline.name)} stands for what came before it, as it does on a new database: ` +
          `${ups.length - later.length} older migrations are not run`,
        file: null,
        line: null,
      },
    ],
  };
}

function byParts(a: Versioned, b: Versioned): number {
  return compareParts(a.version, b.version) || (a.name < b.name ? -1 : 1);
}

function compareParts(a: readonly bigint[], b: readonly bigint[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one, other] = [a[at] ?? 0n, b[at] ?? 0n];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function undoOf(undos: readonly Versioned[], version: readonly bigint[] | null): string | null {
  if (version === null) return null;
  return undos.find((undo) => compareParts(undo.version, version) === 0)?.name ?? null;
}

/** https://documentation.red-gate.com/fd/flyway-schemas-setting-277579024.html: made where they are missing, and searched. */
function schemaCreation({ schemas, file }: FlywayConfig): Entry[] {
  const own = schemas.filter((schema) => schema !== 'public');
  if (own.length === 0 || file === null) return [];
  const before = own.map((schema) => `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`);
  return [
    {
      name: '<< Flyway Schema Creation >>',
      up: { file, text: '' },
      down: null,
      sending: 'transaction',
      version: 0,
      before,
    },
  ];
}

function makeEntry(
  folder: Folder,
  config: FlywayConfig,
  { name, undo }: { readonly name: string; readonly undo: string | null },
): Entry {
  const script = scriptConfig(folder, name);
  const [schema] = config.schemas;
  const known = { ...config.placeholders, 'flyway:filename': baseOf(name) };
  const replaces = config.replaces && script['placeholderReplacement'] !== 'false';
  return {
    name: baseOf(name).slice(0, -'.sql'.length),
    up: { file: folder.path(name), text: folder.read(name) },
    down: undo === null ? null : { file: folder.path(undo), text: folder.read(undo) },
    sending: script['executeInTransaction'] === 'false' ? 'statements' : 'apart',
    version: 0,
    ...(schema === undefined || schema === 'public'
      ? {}
      : { before: [`SET search_path TO ${quoteIdentifier(schema)}, public`] }),
    ...(replaces ? { fill: ({ sql }) => fillPlaceholders(sql, known) } : {}),
  };
}

/** https://documentation.red-gate.com/fd/script-configuration-277578850.html: `<file>.conf` beside it. */
function scriptConfig(folder: Folder, name: string): Readonly<Record<string, string>> {
  const file = `${name}.conf`;
  if (!folder.others.includes(file)) return {};
  const lines = folder.read(file).split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [key = '', value = ''] = line.split('=').map((part) => part.trim());
      return [key, value];
    }),
  );
}

function unseen(folder: Folder): Finding[] {
  const code = folder.others
    .filter((name) => CODE.test(baseOf(name)))
    .map((name) =>
      notObserved(`${name} is a migration in code, which is not run here`, folder.path(name)),
    );
  const [first, ...more] = folder.files.filter((name) => CALLBACK.test(baseOf(name)));
  if (first === undefined) return code;
  const told =
    more.length === 0
      ? `${first} is a callback, which is not run here`
      : `${first} and ${more.length} more are callbacks, which are not run here`;
  return [...code, notObserved(told, folder.path(first))];
}
