// dbmate: `<digits>_name.sql`, each with a part up and a part down in one file.
import type { Entry, Format } from './format.ts';
import { byVersion, flat, type Folder } from './folder.ts';
import { rowLedger } from './ledgers.ts';
import { markersIn, only } from './sections.ts';

/** https://github.com/amacneil/dbmate#creating-migrations */
const MARKER = /^--[ \t]*migrate:((?:up|down)\b[^\n]*)(?:\n|$)/;
const NAME = /^(\d+).*\.sql$/;

const bookkeeping = { schema: 'public', table: 'schema_migrations' };
const COLUMNS = 'version varchar(128) primary key';

/**
 * https://github.com/amacneil/dbmate#migration-options: each in a transaction, unless its marker says
 * `transaction:false`; then the whole part is sent as one message.
 */
export const dbmate: Format = {
  name: 'dbmate',
  recognise: (folder) =>
    flat(folder.files).some((name) => NAME.test(name) && isMarked(folder.read(name))),
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names
      .flatMap((name) => ({ name, digits: NAME.exec(name)?.[1] ?? '' }))
      .filter(({ name, digits }) => digits !== '' && isMarked(folder.read(name)))
      .sort(byVersion)
      .map((file) => entryOf(folder, file));
    const read = new Set(entries.map(({ up }) => up.file));
    return {
      entries,
      findings: [],
      strays: names.filter((name) => !read.has(folder.path(name))),
      bookkeeping,
      columns: COLUMNS,
      transactions: 'one each',
      downs: true,
      ledger: (migrations) =>
        rowLedger(
          {
            bookkeeping,
            columns: COLUMNS,
            key: 'version',
            row: (migration) => ({ version: versionOf(migration.name) }),
            keyOf: (migration) => versionOf(migration.name),
          },
          migrations,
        ),
    };
  },
};

const versionOf = (name: string): string => /^\d+/.exec(name)?.[0] ?? name;

function isMarked(text: string): boolean {
  return markersIn(text, MARKER).some(({ words }) => /^up\b/i.test(words));
}

function entryOf(folder: Folder, { name, digits }: { name: string; digits: string }): Entry {
  const text = folder.read(name);
  const file = folder.path(name);
  const markers = markersIn(text, MARKER);
  const up = markers.find(({ words }) => /^up\b/i.test(words));
  const down = markers.find(({ words }) => /^down\b/i.test(words));
  const from = up?.to ?? 0;
  const end = down === undefined || down.from < from ? text.length : down.from;
  return {
    name: name.slice(0, -'.sql'.length),
    up: { file, text: only(text, from, end) },
    down: down === undefined ? null : { file, text: only(text, down.to, text.length) },
    sending: /transaction:\s*false/i.test(up?.words ?? '') ? 'message' : 'transaction',
    version: Number(digits),
  };
}
