// The golden plans on a PostgreSQL server: the loop closes there as well.
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { closeLoop, planned, sidesOf, tidyUp } from '../support/golden-cases.ts';
import { files, sections, textOf } from '../support/golden-files.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';

/** Codes of what an older server has no word for, or an extension it hasn't. */
const UNKNOWN_THERE = ['42601', '0A000', '42704', '58P01', '22023'];

describe.skipIf(postgresBinaries() === null)('golden plans on a server', () => {
  let server: PostgresServer;
  let db: Database;
  let done = 0;

  beforeAll(async () => {
    server = await startPostgres();
    db = await openServer(server.url, { temporary: true });
    await db.exec('create role app_user; create role app_admin');
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  afterEach(() => tidyUp(db, ++done));

  it.for(files)('%s', async (name, { skip }) => {
    const source = sections(textOf(name));
    const sides = await sidesOf(db, source).catch((error: unknown) => {
      if (error instanceof DatabaseError && UNKNOWN_THERE.includes(error.code)) return null;
      throw error;
    });
    if (!sides) {
      skip('the server is too old for it');
      return;
    }
    const { plan } = await planned(db, source, sides);
    await closeLoop(db, source.get('before') ?? '', sides, plan);
  });
});
