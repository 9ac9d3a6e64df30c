// node-pg-migrate's migrations in SQL: `<digits>_name.sql`, parted by comments.
import { notObserved, type Entry, type Format } from './format.ts';
import { byVersion, flat, type Folder } from './folder.ts';
import { rowLedger } from './ledgers.ts';
import { markersIn, only } from './sections.ts';

/** https://github.com/salsita/node-pg-migrate, src/sqlMigration.ts: `-- Up Migration`, `-- Down Migration`. */
const MARKER = /^[ \t]*--[ \t-]*((?:up|down)[ \t]+migration)[^\n]*(?:\n|$)/;
const NAME = /^(\d+)[_-].*\.sql$/;
const CODE = /^\d+[_-].*\.[cm]?[jt]s$/;

const bookkeeping = { schema: 'public', table: 'pgmigrations' };
const COLUMNS = 'id serial primary key, name varchar(255) not null, run_on timestamp not null';

/** https://salsita.github.io/node-pg-migrate/: all that is pending in one transaction (`singleTransaction`). */
export const nodePgMigrate: Format = {
  name: 'node-pg-migrate',
  recognise: (folder) =>
    flat(folder.files).some((name) => NAME.test(name) && isMarked(folder.read(name))),
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names
      .map((name) => ({ name, digits: NAME.exec(name)?.[1] ?? '' }))
      .filter(({ digits }) => digits !== '')
      .sort(byVersion)
      .map((file) => entryOf(folder, file));
    return {
      entries,
      findings: flat(folder.others)
        .filter((name) => CODE.test(name))
        .map((name) =>
          notObserved(`${name} is a migration in code, which is not run here`, folder.path(name)),
        ),
      strays: names.filter((name) => !NAME.test(name)),
      bookkeeping,
      columns: COLUMNS,
      transactions: 'one for all',
      downs: true,
      ledger: (migrations) =>
        rowLedger(
          {
            bookkeeping,
            columns: COLUMNS,
            key: 'name',
            row: ({ name }) => ({ name, run_on: new Date().toISOString() }),
            keyOf: ({ name }) => name,
          },
          migrations,
        ),
    };
  },
};

function isMarked(text: string): boolean {
  return markersIn(text, MARKER).some(({ words }) => /^up/i.test(words));
}

function entryOf(folder: Folder, { name, digits }: { name: string; digits: string }): Entry {
  const text = folder.read(name);
  const file = folder.path(name);
  const markers = markersIn(text, MARKER);
  const up = markers.find(({ words }) => /^up/i.test(words));
  const down = markers.find(({ words }) => /^down/i.test(words));
  return {
    name: name.slice(0, -'.sql'.length),
    up: { file, text: only(text, up?.to ?? 0, down?.from ?? text.length) },
    down: down === undefined ? null : { file, text: only(text, down.to, text.length) },
    sending: 'transaction',
    version: Number(digits),
  };
}
