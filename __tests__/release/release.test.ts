// New migrations under the release that is still running: what breaks is told at its statement, what
// goes on working is not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { BROKEN, SILENT, USERS } from './cases.ts';
import { play, type Stage } from './stage.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

describe('the release that is still running', () => {
  it.each(BROKEN)('is broken where $name', async ({ found, before = USERS, ...stage }) => {
    const { findings } = await play(db, { before, ...stage });
    const told = findings
      .filter(({ severity }) => severity !== 'note')
      .map(({ rule, severity, line }) => `${rule} ${severity} ${String(line)}`);
    expect(told, JSON.stringify(findings, null, 1)).toEqual(found);
    for (const { message, file } of findings.filter(({ severity }) => severity !== 'note')) {
      expect(message).toMatch(/\(base\.ts:\d+\)/u);
      expect(file).toBe('0001_new.sql');
    }
  });

  it.each(SILENT)('goes on where $name', async ({ before = USERS, ...stage }) => {
    const { findings } = await play(db, { before, ...stage });
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('leaves the databases as they are', async () => {
    expect(await db.query(`select to_regclass('users') as users`)).toEqual([{ users: null }]);
    expect(await db.query('select name from pg_prepared_statements')).not.toContainEqual({
      name: 'plumbline_release',
    });
  });
});

describe('the order of deployment', () => {
  const orderOf = async (stage: Omit<Stage, 'before'>): Promise<string> =>
    (await play(db, { before: USERS, ...stage })).deployment.order;

  it('is for the schema first where the new code needs it', async () => {
    expect(await orderOf({ migration: 'alter table users add column bio text;' })).toBe(
      'migrate first',
    );
    expect(await orderOf({ migration: `alter type mood add value 'sad';` })).toBe('migrate first');
  });

  it('is for the code first where it stops using something', async () => {
    expect(await orderOf({ migration: 'alter table users drop column nickname;' })).toBe(
      'deploy first',
    );
  });

  it('does not matter where both work on both', async () => {
    const { deployment, findings } = await play(db, {
      before: USERS,
      migration: 'create index on users (email);',
    });
    expect(deployment.order).toBe('either');
    expect(findings).toEqual([]);
  });

  it('is neither for a rename, which is split and tried', async () => {
    const { deployment, findings } = await play(db, {
      before: USERS,
      migration: 'alter table users rename column nickname to handle;',
    });
    expect(deployment).toEqual({
      order: 'neither',
      split: {
        expand: [
          'ALTER TABLE "users" ADD COLUMN "handle" character varying(40);',
          'UPDATE "users" SET "handle" = "nickname";',
        ],
        contract: [
          'UPDATE "users" SET "handle" = "nickname" WHERE "handle" IS NULL;',
          'ALTER TABLE "users" DROP COLUMN "nickname";',
        ],
        meanwhile: ['write both users.nickname and handle (in the code or by a trigger)'],
      },
    });
    expect(findings.at(-1)).toMatchObject({ rule: 'deployment-order', severity: 'note' });
  });

  it('is neither for a table that is renamed: a view serves until then', async () => {
    const { deployment } = await play(db, {
      before: USERS,
      migration: 'alter table teams rename to groups;',
    });
    expect(deployment.split?.expand).toEqual([
      'alter table teams rename to groups;',
      'CREATE VIEW "teams" AS SELECT * FROM "groups";',
    ]);
  });

  it('is neither where one column comes and another goes', async () => {
    const { deployment } = await play(db, {
      before: USERS,
      migration:
        'alter table users add column handle text not null;\nalter table users drop column nickname;',
    });
    expect(deployment).toMatchObject({
      order: 'neither',
      split: {
        expand: ['ALTER TABLE "users" ADD COLUMN "handle" text;'],
        contract: [
          'ALTER TABLE "users" ALTER COLUMN "handle" SET NOT NULL;',
          'alter table users drop column nickname;',
        ],
      },
    });
  });

  it('is neither without a proposal where statements can not be rearranged', async () => {
    const { deployment, findings } = await play(db, {
      before: USERS,
      migration: `alter type mood rename value 'glad' to 'happy';`,
    });
    expect(deployment).toEqual({ order: 'neither', split: null });
    expect(findings.at(-1)?.message).toContain('Split it');
  });
});
