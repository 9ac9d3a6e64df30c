import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { applyMigration, type SourceText } from '../../src/database/replay.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());
beforeEach(() => db.exec('drop schema if exists public, auth cascade; create schema public'));

/** The texts of a file, as a format that knows `--> statement-breakpoint` would cut it. */
function file(sql: string): SourceText[] {
  let line = 1;
  return sql.split('--> statement-breakpoint').map((text) => {
    const place = { file: 'm.sql', line, column: 1 };
    line += text.split('\n').length - 1;
    return { sql: text, place };
  });
}

async function exists(name: string): Promise<boolean> {
  const [row] = await db.query(`select to_regclass($1) is not null as found`, [name]);
  return row?.['found'] === true;
}

describe('applyMigration', () => {
  it('applies a file', async () => {
    const result = await applyMigration(
      db,
      file('create table a (id int); create table b (id int)'),
    );
    expect(result).toEqual({ ok: true, assumed: [], alone: [] });
    expect(await exists('b')).toBe(true);
  });

  it('names the statement that failed, and leaves nothing of the file', async () => {
    const result = await applyMigration(
      db,
      file('create table a (id int);\n-- two\ncreate table b (\n  id nope\n);\nselect 1;'),
    );
    expect(result).toMatchObject({
      ok: false,
      statement: 'create table b (\n  id nope\n)',
      index: 1,
      ranBefore: 1,
      kept: false,
      place: { file: 'm.sql', line: 3, column: 1 },
      error: { code: '42704', position: 22 },
    });
    expect(await exists('a')).toBe(false);
  });

  it('runs alone what a transaction forbids, and the rest around it', async () => {
    const result = await applyMigration(
      db,
      file(
        'create table a (id int);create index concurrently i on a (id);\n--> statement-breakpoint\ncreate table b (id int)',
      ),
    );
    expect(result).toMatchObject({ ok: true, alone: ['create index concurrently i on a (id)'] });
    expect(await exists('b')).toBe(true);
  });

  it('takes a file that commits by itself', async () => {
    const result = await applyMigration(
      db,
      file(
        'create table a (id int);\n--> statement-breakpoint\nCOMMIT;\n--> statement-breakpoint\ncreate index concurrently i on a (id);\n--> statement-breakpoint\ngrant select on a to late_role;',
      ),
    );
    expect(result).toMatchObject({ ok: true, assumed: [{ kind: 'role', name: 'late_role' }] });
    expect(await exists('i')).toBe(true);
  });

  it('names the statement that fails after a commit of the file itself', async () => {
    const result = await applyMigration(
      db,
      file(
        'create table a (id int);\ncommit;\nbegin;\ncreate table b (id int);\nselect 1/0;\ncommit;',
      ),
    );
    expect(result).toMatchObject({
      ok: false,
      statement: 'select 1/0',
      index: 4,
      place: { line: 5 },
      error: { code: '22012' },
      kept: true,
    });
    expect([await exists('a'), await exists('b')]).toEqual([true, false]);
  });

  it.each([
    'create table a (id int); create index concurrently i on a (id); drop index concurrently i; create table b (id int)',
    'create table a (id int); vacuum a; do $$ begin insert into a values (1); commit; end $$; create table b (id int)',
    "create procedure p() language plpgsql as 'begin commit; end'; create table a (id int); call p(); create table b (id int)",
  ])('runs outside of a transaction what asks for it: %s', async (sql) => {
    expect(await applyMigration(db, file(sql))).toMatchObject({ ok: true });
    expect([await exists('a'), await exists('b')]).toEqual([true, true]);
  });

  it('provides roles and the schemas of hosted services, and says so', async () => {
    const result = await applyMigration(
      db,
      file(
        `create table a (id uuid references auth.users (id)); create policy p on a to "App" using (id = auth.uid());`,
      ),
    );
    expect(result).toMatchObject({
      ok: true,
      assumed: [
        { kind: 'schema', name: 'auth' },
        { kind: 'role', name: 'App' },
      ],
    });
    await db.exec('drop table a; drop role "App"');
    const secret = 'create view v as select decrypted_secret from vault.decrypted_secrets';
    expect(
      await applyMigration(db, file(`create table graphql.a (id int); ${secret}`)),
    ).toMatchObject({ ok: true, assumed: [{ name: 'graphql' }, { name: 'vault' }] });
    await db.exec('drop schema graphql, vault cascade');
  });

  it('provides nothing where it must not', async () => {
    const result = await applyMigration(db, file('create role x; grant x to nobody_here'), {
      assume: false,
    });
    expect(result).toMatchObject({ ok: false, error: { code: '42704' } });
  });

  it('works inside a transaction of the caller', async () => {
    await db.scratch(async () => {
      const ok = await applyMigration(db, file('create table s (id uuid default auth.uid())'), {
        within: 'savepoint',
      });
      expect(ok).toMatchObject({ ok: true, assumed: [{ name: 'auth' }] });
      const failed = await applyMigration(db, file('create table s (id int)'), {
        within: 'savepoint',
      });
      expect(failed).toMatchObject({ ok: false, error: { code: '42P07' } });
      expect(await exists('s')).toBe(true);
    });
    expect(await exists('s')).toBe(false);
  });

  it('keeps the settings of one file from the next', async () => {
    await applyMigration(
      db,
      file(`select set_config('search_path', '', false); set role postgres;`),
    );
    expect(await db.query('show search_path')).toEqual([{ search_path: 'public' }]);
  });

  it('reports a constraint that fails only at the commit', async () => {
    const result = await applyMigration(
      db,
      file(`create table a (id int primary key, b int references a deferrable initially deferred);
        insert into a values (1, 2);`),
    );
    expect(result).toMatchObject({ ok: false, error: { code: '23503' } });
    expect(await exists('a')).toBe(false);
  });
});
