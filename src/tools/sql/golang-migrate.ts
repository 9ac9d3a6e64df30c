// golang-migrate: `<digits>_title.up.sql`, beside `<digits>_title.down.sql`.
import type { Entry, Format } from './format.ts';
import { byVersion, flat, upwards, type Folder } from './folder.ts';
import type { Ledger, Migration } from '../tool.ts';

/** https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md#migration-filename-format */
const NAME = /^(\d+)_(.*)\.(up|down)\.sql$/;

/**
 * https://github.com/golang-migrate/migrate/tree/master/database/postgres: a file is sent as it is, in
 * one message; the tool begins no transaction.
 */
export const golangMigrate: Format = {
  name: 'golang-migrate',
  recognise: (folder) => {
    const names = flat(folder.files);
    const own = names.filter((name) => NAME.test(name));
    return own.length > 0 && own.some((name) => name.endsWith('.up.sql')) && !isSqlx(folder);
  },
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names
      .map((name) => ({ name, match: NAME.exec(name) }))
      .filter(({ match }) => match?.[3] === 'up')
      .map(({ name, match }) => ({ name, digits: match?.[1] ?? '' }))
      .sort(byVersion)
      .map((file) => entryOf(folder, file));
    return {
      entries,
      findings: [],
      strays: names.filter((name) => !NAME.test(name)),
      bookkeeping,
      columns: COLUMNS,
      transactions: 'one each',
      downs: true,
      ledger,
    };
  },
};

const bookkeeping = { schema: 'public', table: 'schema_migrations' };
const COLUMNS = 'version bigint not null primary key, dirty boolean not null';

/** sqlx names files the same way and runs each in a transaction. */
function isSqlx({ revision, directory }: Folder): boolean {
  const manifests = upwards(directory).map((at) => (at === '' ? 'Cargo.toml' : `${at}/Cargo.toml`));
  return manifests.some((file) => revision.isFile(file) && /\bsqlx\b/.test(revision.read(file)));
}

function entryOf(folder: Folder, { name, digits }: { name: string; digits: string }): Entry {
  const down = flat(folder.files).find((other) => {
    const match = NAME.exec(other);
    return match?.[3] === 'down' && BigInt(match[1] ?? 0) === BigInt(digits);
  });
  return {
    name: name.slice(0, -'.up.sql'.length),
    up: { file: folder.path(name), text: folder.read(name) },
    down: down === undefined ? null : { file: folder.path(down), text: folder.read(down) },
    sending: 'message',
    version: Number(digits),
  };
}

/** One row, the version that the database is at. */
function ledger(migrations: readonly Migration[]): Ledger {
  const table = 'public.schema_migrations';
  return {
    create: [`create table if not exists ${table} (${COLUMNS})`],
    read: `select version::text as version from ${table} limit 1`,
    pending: ([row]) => {
      const at = row === undefined ? -1 : Number(row['version']);
      return migrations.filter(({ timestamp }) => timestamp > at);
    },
    record: ({ timestamp }) => ({
      sql: `with gone as (delete from ${table}) insert into ${table} (version, dirty) values ($1, false)`,
      parameters: [timestamp],
    }),
  };
}
