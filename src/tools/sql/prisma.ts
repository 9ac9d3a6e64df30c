// Prisma's migrations: `<folder>/migration.sql` for each, beside `migration_lock.toml`.
import type { Finding } from '../../report/report.ts';
import { readIfReadable } from '../../revision/revision.ts';
import type { Format } from './format.ts';
import { upwards, type Folder } from './folder.ts';

const COLUMNS =
  'id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, ' +
  'migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, ' +
  'started_at timestamptz not null default now(), applied_steps_count integer not null default 0';
const LOCK = 'migration_lock.toml';
const NAME = /^([^/]+)\/migration\.sql$/;

/**
 * https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories: folders
 * in the order of their names. A file is sent as one message (prisma/prisma#14456); from 7.4 on, what
 * can't run in a transaction is sent by itself.
 */
export const prisma: Format = {
  name: 'prisma',
  recognise: (folder) =>
    folder.others.includes(LOCK) && folder.files.some((name) => NAME.test(name)),
  read: (folder) => {
    const sending = sendsApart(folder) ? 'apart' : 'message';
    return {
      entries: folder.files
        .flatMap((name) => ({ name, folder: NAME.exec(name)?.[1] ?? '' }))
        .filter(({ folder: own }) => own !== '')
        .sort((a, b) => (a.folder < b.folder ? -1 : 1))
        .map(({ name, folder: own }) => ({
          name: own,
          up: { file: folder.path(name), text: folder.read(name) },
          down: null,
          sending,
          mayBracket: true,
          version: Number(/^\d+/.exec(own)?.[0] ?? 0),
        })),
      findings: otherProvider(folder),
      strays: [],
      bookkeeping: { schema: 'public', table: '_prisma_migrations' },
      columns: COLUMNS,
      ofEdits: 'warned',
      transactions: 'one each',
      downs: false,
      ledger: null,
    };
  },
};

/** The provider that the lock names; null where there is no lock or it names none. */
export function providerOf(folder: Folder): string | null {
  const text = folder.others.includes(LOCK) ? folder.read(LOCK) : '';
  return /^\s*provider\s*=\s*"([^"]+)"/m.exec(text)?.[1] ?? null;
}

export const isPostgresProvider = (provider: string | null): boolean =>
  provider === 'postgresql' || provider === 'postgres';

function otherProvider(folder: Folder): Finding[] {
  const provider = providerOf(folder);
  if (provider === null || isPostgresProvider(provider)) return [];
  return [
    {
      rule: 'not-postgres',
      severity: 'error',
      hazard: 'configuration',
      message: `these migrations are for ${provider}: Plumbline knows PostgreSQL only`,
      file: folder.path(LOCK),
      line: 1,
    },
  ];
}

/** Whether the nearest package.json asks for a Prisma that does so. */
function sendsApart({ revision, directory }: Folder): boolean {
  for (const at of upwards(directory)) {
    const text = readIfReadable(revision, at === '' ? 'package.json' : `${at}/package.json`);
    const version = /"prisma"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(text ?? '');
    if (version === null) continue;
    const [major, minor] = [Number(version[1]), Number(version[2] ?? 0)];
    return major > 7 || (major === 7 && minor >= 4);
  }
  return false;
}
