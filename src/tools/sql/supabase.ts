// Supabase: `supabase/migrations/<timestamp>_name.sql`.
import type { Format } from './format.ts';
import { flat } from './folder.ts';
import { rowLedger } from './ledgers.ts';

/** https://supabase.com/docs/guides/deployment/database-migrations; others are passed over. */
const NAME = /^(\d+)_(.*)\.sql$/;

/** As its roles have it; https://supabase.com/docs/guides/database/extensions: those are in a schema of their own. */
const SEARCH_PATH = 'SET search_path TO "$user", public, extensions';

const bookkeeping = { schema: 'supabase_migrations', table: 'schema_migrations' };
const COLUMNS = 'version text not null primary key, statements text[], name text';

/**
 * A file's statements go as one batch, which is a transaction; what can't run in one is sent by itself
 * (https://github.com/supabase/cli/pull/6276).
 */
export const supabase: Format = {
  name: 'supabase',
  recognise: ({ directory, files, revision }) => {
    const at = directory.replace(/\/?[^/]+$/, '');
    const config = at === '' ? 'config.toml' : `${at}/config.toml`;
    const isHome = /(?:^|\/)supabase\/migrations$/.test(directory) || revision.isFile(config);
    return (
      isHome && /(?:^|\/)migrations$/.test(directory) && flat(files).some((name) => NAME.test(name))
    );
  },
  read: (folder) => {
    const names = flat(folder.files);
    const speaksOfIt = names.some((name) => /\bextensions\b/.test(folder.read(name)));
    return {
      entries: names
        .filter((name) => NAME.test(name))
        .map((name) => ({
          name: name.slice(0, -'.sql'.length),
          up: { file: folder.path(name), text: folder.read(name) },
          down: null,
          sending: 'apart',
          mayBracket: true,
          ...(speaksOfIt ? { before: [SEARCH_PATH] } : {}),
          version: Number(NAME.exec(name)?.[1] ?? 0),
        })),
      findings: [],
      strays: names.filter((name) => !NAME.test(name)),
      bookkeeping,
      columns: COLUMNS,
      transactions: 'one each',
      downs: false,
      ledger: (migrations) =>
        rowLedger(
          {
            bookkeeping,
            columns: COLUMNS,
            key: 'version',
            row: ({ name, statements }) => ({
              version: versionOf(name),
              statements: statements.map(({ sql }) => sql),
              name: NAME.exec(`${name}.sql`)?.[2] ?? '',
            }),
            keyOf: ({ name }) => versionOf(name),
          },
          migrations,
        ),
    };
  },
};

const versionOf = (name: string): string => /^\d+/.exec(name)?.[0] ?? name;
