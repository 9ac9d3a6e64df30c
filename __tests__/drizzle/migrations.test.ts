// Both layouts of migrations: what is read, what is wrong with it, and where.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { MigrationSet } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import { project } from './support.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files): Promise<MigrationSet> =>
  drizzle.readMigrations(memoryRevision(files), project());

const entry = (idx: number, tag: string, when = 1000 + idx): object => ({
  idx,
  version: '7',
  when,
  tag,
  breakpoints: true,
});

const journal = (...entries: object[]): Files => ({
  'drizzle/meta/_journal.json': JSON.stringify(
    { version: '7', dialect: 'postgresql', entries },
    null,
    2,
  ),
});

const rules = (set: MigrationSet): string[] =>
  set.findings.map(
    ({ rule, severity, file, line }) => `${severity} ${rule} ${String(file)}:${String(line)}`,
  );

/** Snapshots that say nothing, so that their absence is no finding. */
const snapshots = (...prefixes: string[]): Files =>
  Object.fromEntries(
    prefixes.map((prefix, at) => [
      `drizzle/meta/${prefix}_snapshot.json`,
      JSON.stringify({ id: `id${at}`, prevId: `id${at - 1}`, tables: {} }),
    ]),
  );

describe('the journal', () => {
  it('gives order, times and hashes', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a'), entry(1, '0001_b')),
      'drizzle/0001_b.sql': 'SELECT 2;',
      'drizzle/0000_a.sql': 'SELECT 1;\n',
      ...snapshots('0000', '0001'),
    });
    expect(set.findings).toEqual([]);
    expect(set.migrations).toMatchObject([
      { name: '0000_a', file: 'drizzle/0000_a.sql', timestamp: 1000 },
      { name: '0001_b', file: 'drizzle/0001_b.sql', timestamp: 1001 },
    ]);
    const hash = createHash('sha256').update('SELECT 1;\n').digest('hex');
    expect(set.migrations[0]?.hash).toBe(hash);
  });

  it('that names a missing file', async () => {
    const set = await read({ ...journal(entry(0, '0000_a')), 'drizzle/other.txt': '' });
    expect(rules(set)).toEqual(['error journal-invalid drizzle/meta/_journal.json:9']);
    expect(set.findings[0]?.message).toContain('drizzle/0000_a.sql does not exist');
  });

  it('with two entries of one index', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a'), { ...entry(1, '0001_b'), idx: 0 }),
      'drizzle/0000_a.sql': '',
      'drizzle/0001_b.sql': '',
      ...snapshots('0000', '0001'),
    });
    expect(rules(set)).toEqual(['error journal-invalid drizzle/meta/_journal.json:16']);
  });

  it('with a time that does not grow', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a', 2000), entry(1, '0001_b', 2000), entry(2, '0002_c', 3000)),
      'drizzle/0000_a.sql': '',
      'drizzle/0001_b.sql': '',
      'drizzle/0002_c.sql': '',
      ...snapshots('0000', '0001', '0002'),
    });
    expect(rules(set)).toEqual(['warning migration-skipped drizzle/meta/_journal.json:16']);
    expect(set.migrations).toHaveLength(3);
  });

  it('that does not name a file', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a')),
      'drizzle/0000_a.sql': '',
      'drizzle/0001_b.sql': '',
      ...snapshots('0000'),
    });
    expect(rules(set)).toEqual(['warning migration-unlisted drizzle/0001_b.sql:1']);
    expect(set.migrations.map(({ name }) => name)).toEqual(['0000_a']);
  });

  it('that is not JSON, with the line', async () => {
    const set = await read({ 'drizzle/meta/_journal.json': '{\n "entries": [\n  oops\n ]\n}' });
    expect(rules(set)).toEqual(['error journal-invalid drizzle/meta/_journal.json:3']);
  });

  it('that is something else', async () => {
    const set = await read({ 'drizzle/meta/_journal.json': '{ "entries": 3 }' });
    expect(rules(set)).toEqual(['error journal-invalid drizzle/meta/_journal.json:1']);
  });

  it('whose newest snapshot is missing, or forked', async () => {
    const files = { ...journal(entry(0, '0000_a')), 'drizzle/0000_a.sql': '' };
    expect(rules(await read(files))).toEqual(['note snapshot-stale null:null']);
    const forked = await read({
      ...files,
      ...snapshots('0000'),
      'drizzle/meta/0001_snapshot.json': JSON.stringify({ id: 'x', prevId: 'id-1', tables: {} }),
    });
    expect(rules(forked)).toEqual(['note snapshot-fork drizzle/meta/0001_snapshot.json:1']);
  });

  it('and what its newest snapshot models', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a')),
      'drizzle/0000_a.sql': '',
      'drizzle/meta/0000_snapshot.json': JSON.stringify({
        id: 'a',
        prevId: 'b',
        tables: { 'public.a': { name: 'a', schema: '' }, 'x.b': { name: 'b', schema: 'x' } },
      }),
    });
    expect(set.modelledBefore).toEqual(['table:public.a', 'table:x.b']);
  });
});

describe('folders', () => {
  it('run by name; their time is in it', async () => {
    const set = await read({
      'drizzle/20250102030405_b/migration.sql': 'SELECT 2;',
      'drizzle/20250102030405_b/snapshot.json': '{"id":"b","prevIds":["a"],"ddl":[]}',
      'drizzle/20240102030405_a/migration.sql': 'SELECT 1;',
      'drizzle/20240102030405_a/snapshot.json': '{"id":"a","prevIds":["0"],"ddl":[]}',
    });
    expect(set.findings).toEqual([]);
    expect(set.migrations.map(({ name, timestamp }) => [name, timestamp])).toEqual([
      ['20240102030405_a', Date.UTC(2024, 0, 2, 3, 4, 5)],
      ['20250102030405_b', Date.UTC(2025, 0, 2, 3, 4, 5)],
    ]);
  });

  it('beside a journal are refused by their migrator', async () => {
    const set = await read({
      ...journal(),
      'drizzle/20240102030405_a/migration.sql': '',
      'drizzle/20240102030405_a/snapshot.json': '{"id":"a","prevIds":["0"],"ddl":[]}',
    });
    expect(rules(set)).toEqual(['warning journal-invalid drizzle/meta/_journal.json:1']);
  });

  it('model what the differences of their snapshots amount to', async () => {
    const table = (name: string): object => ({ entityType: 'tables', schema: 'public', name });
    const deltas = [
      { op: 'create', row: table('c') },
      { op: 'drop', key: 'tables\0["public","a"]' },
      { op: 'rename', key: 'tables\0["public","b"]', set: { name: 'd' } },
    ];
    const base = { id: 'a', prevIds: ['0'], ddl: [table('a'), table('b')] };
    const set = await read({
      'drizzle/20240102030405_a/migration.sql': '',
      'drizzle/20240102030405_a/snapshot.json': JSON.stringify(base),
      'drizzle/20250102030405_b/migration.sql': '',
      'drizzle/20250102030405_b/snapshot.json': JSON.stringify({ id: 'b', prevIds: ['a'], deltas }),
    });
    expect([...set.modelledBefore].sort()).toEqual(['table:public.c', 'table:public.d']);
  });
});

describe('statements', () => {
  it('begin where they begin', async () => {
    const set = await read({
      ...journal(entry(0, '0000_a')),
      'drizzle/0000_a.sql':
        'CREATE TABLE "a" (\n\t"id" integer\n);\n--> statement-breakpoint\n\n  SELECT 1;--> statement-breakpoint\nSELECT 2;--> statement-breakpoint\n\n',
      ...snapshots('0000'),
    });
    expect(
      set.migrations[0]?.statements.map(({ sql, place }) => [sql, place.line, place.column]),
    ).toEqual([
      ['CREATE TABLE "a" (\n\t"id" integer\n);', 1, 1],
      ['SELECT 1;', 6, 3],
      ['SELECT 2;', 7, 1],
    ]);
  });
});
