// Plain files or folders that begin with a number or a time: `0001_x.sql`, `20240101120000-x.up.sql`,
// `2024-01-01-000000_x/up.sql`. What runs them isn't known; each in a transaction is what most do.
import { COLON_NAME, fillPlaceholders } from './fill.ts';
import type { Entry, Format } from './format.ts';
import { flat, type Folder } from './folder.ts';

const NAME = /^[vV]?\d[\d.]*(?:[-_ .].*)?\.sql$/;
/** Ends of a name that say which way the file goes. */
const UP = /[._-](?:up|do|deploy|apply)\.sql$/i;
const DOWN = /[._-](?:down|undo|rollback|revert)\.sql$/i;
/** Diesel, Hasura and others: https://diesel.rs/guides/getting-started, a folder for each. */
const IN_FOLDER = /^([^/]*\d[^/]*)\/(up|down)\.sql$/;

/** sqlx, Atlas, postgres-migrations and graphile-migrate say so in a comment of the file's head. */
const NO_TRANSACTION =
  /^(?:\s|--[^\n]*\n)*--!?[ \t]*(?:no-transaction|atlas:txmode[ \t]+none|postgres-migrations[ \t]+disable-transaction)\b/i;

/** https://docs.rs/diesel_migrations */
const COLUMNS =
  'version varchar(50) primary key, run_on timestamp not null default current_timestamp';

/** https://github.com/graphile/migrate: what is committed begins so, and has places for names of roles and the like. */
const COMMITTED = '--! Previous:';

export const numbered: Format = {
  name: 'numbered',
  recognise: (folder) => {
    // Beside what is committed stands the draft that is to be: what it says may be anything.
    if (/(?:^|\/)current$/.test(folder.directory)) return false;
    const names = flat(folder.files);
    const ups = names.filter((name) => NAME.test(name) && !DOWN.test(name));
    return ups.length > 0 || folder.files.some((name) => IN_FOLDER.exec(name)?.[2] === 'up');
  },
  read: (folder, values) => {
    const names = flat(folder.files);
    const plain = (names.some((name) => NAME.test(name)) ? files : folders)(folder);
    const entries = plain.map((entry): Entry =>
      entry.up.text.startsWith(COMMITTED)
        ? { ...entry, fill: ({ sql }) => fillPlaceholders(sql, values, COLON_NAME) }
        : entry,
    );
    const read = new Set(entries.flatMap(({ up, down }) => [up.file, down?.file ?? '']));
    return {
      entries,
      findings: [],
      strays: names.filter((name) => !read.has(folder.path(name))),
      bookkeeping: {
        schema: 'public',
        table: isDiesels(folder) ? '__diesel_schema_migrations' : 'schema_migrations',
      },
      columns: isDiesels(folder) ? COLUMNS : '',
      transactions: 'one each',
      downs: entries.some(({ down }) => down !== null),
      ledger: null,
    };
  },
};

function files(folder: Folder): Entry[] {
  const names = flat(folder.files).filter((name) => NAME.test(name));
  const downs = new Map(
    names.filter((name) => DOWN.test(name)).map((name) => [stemOf(name), name]),
  );
  return names
    .filter((name) => !DOWN.test(name))
    .sort(naturally)
    .map((name) => entryOf(folder, stemOf(name), { up: name, down: downs.get(stemOf(name)) }));
}

function folders(folder: Folder): Entry[] {
  return folder.files
    .filter((name) => IN_FOLDER.exec(name)?.[2] === 'up')
    .sort(naturally)
    .map((name) => {
      const own = IN_FOLDER.exec(name)?.[1] ?? '';
      const down = `${own}/down.sql`;
      const entry = entryOf(folder, own, {
        up: name,
        down: folder.files.includes(down) ? down : undefined,
      });
      // https://docs.rs/diesel_migrations: `run_in_transaction = false` in metadata.toml.
      const metadata = `${own}/metadata.toml`;
      const alone =
        folder.others.includes(metadata) &&
        /^\s*run_in_transaction\s*=\s*false/m.test(folder.read(metadata));
      return alone ? { ...entry, sending: 'statements' as const } : entry;
    });
}

function entryOf(
  folder: Folder,
  name: string,
  { up, down }: { readonly up: string; readonly down: string | undefined },
): Entry {
  const text = folder.read(up);
  return {
    name,
    up: { file: folder.path(up), text },
    down: down === undefined ? null : { file: folder.path(down), text: folder.read(down) },
    sending: NO_TRANSACTION.test(text) ? 'statements' : 'transaction',
    // What runs it may well begin none.
    mayBracket: true,
    version: Number(/\d+/.exec(name)?.[0] ?? 0),
  };
}

function stemOf(name: string): string {
  return name
    .replace(UP, '')
    .replace(DOWN, '')
    .replace(/\.sql$/, '');
}

/** Runs of digits by their number, all else by its characters. */
function naturally(a: string, b: string): number {
  const [one, other] = [a, b].map((name) => plainTime(name).match(/\d+|\D+/g) ?? []);
  for (const [at, part] of (one ?? []).entries()) {
    const against = other?.[at];
    if (against === undefined) return 1;
    if (part === against) continue;
    const numbers = /^\d/.test(part) && /^\d/.test(against);
    const order = numbers ? compare(BigInt(part), BigInt(against)) : compare(part, against);
    if (order !== 0) return order;
  }
  return compare(a, b);
}

/** `2024-01-31-235959_x` and `20240131235959_x` are one time. */
function plainTime(name: string): string {
  const time = /^\d{4}-\d\d-\d\d(?:[-_T]\d\d[-:]?\d\d[-:]?\d\d)?(?!\d)/.exec(name)?.[0] ?? '';
  return time.replaceAll(/\D/g, '') + name.slice(time.length);
}

const compare = (a: bigint | string, b: bigint | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of the tools that lay folders so, the one whose bookkeeping table is known. */
const isDiesels = (folder: Folder): boolean =>
  !flat(folder.files).some((name) => NAME.test(name)) &&
  folder.files.some((name) => IN_FOLDER.test(name));
