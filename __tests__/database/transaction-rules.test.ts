import { describe, expect, it } from 'vitest';
import { committedBefore, judge } from '../../src/database/transaction-rules.ts';

const effectsOf = async (sql: string): Promise<unknown[]> => {
  const judged = await judge([{ sql, place: { file: 'm.sql', line: 1 } }]);
  return judged.map(({ effect }) => effect);
};

describe('judge', () => {
  it.each([
    'create index concurrently i on t (a)',
    'drop index concurrently i',
    'reindex table concurrently t',
    'reindex (concurrently) index i',
    'reindex schema s',
    'vacuum t',
    'cluster',
    'alter table p detach partition c concurrently',
    'create database d',
    'drop database d',
    "alter system set work_mem = '1MB'",
    'do $$ begin update t set a = 1; commit; end $$',
  ])('finds that a transaction forbids %s', async (sql) => {
    expect(await effectsOf(sql)).toEqual(['refuses']);
  });

  it.each([
    'create index i on t (a)',
    'refresh materialized view concurrently m',
    'analyze t',
    'cluster t using i',
    'alter table p detach partition c',
    "alter type e add value 'x'",
    "do $$ begin /* commit */ perform 'commit'; -- commit\nend $$",
    "create function f() returns void language plpgsql as 'begin commit; end'",
    "select 'vacuum'",
    'this is not SQL; commit',
  ])('leaves %s be', async (sql) => {
    const effects = await effectsOf(sql);
    expect(effects.filter((effect) => effect === 'refuses')).toEqual([]);
  });

  it('splits a text only where it matters, and tells where each statement begins', async () => {
    const place = { file: 'm.sql', line: 3 };
    expect(await judge([{ sql: 'select 1; select 2', place }])).toHaveLength(1);
    expect(await judge([{ sql: 'select 1;\nvacuum t', place }])).toMatchObject([
      { sql: 'select 1', effect: null, place: { line: 3 } },
      { sql: 'vacuum t', effect: 'refuses', place: { line: 4 } },
    ]);
  });
});

describe('committedBefore', () => {
  const items = (text: string): { effect: 'begins' | 'ends' | 'chains' | null }[] =>
    Array.from(text, (one) => ({
      effect: one === 'b' ? 'begins' : one === 'e' ? 'ends' : one === 'c' ? 'chains' : null,
    }));
  it.each([
    ['...', 0],
    ['.e.', 3],
    ['.eb.', 2],
    ['b.', 0],
    ['.c..', 2],
    ['.eb.e', 5],
  ])('after %s keeps %i', (text, kept) => {
    expect(committedBefore(items(`${text}x`), 0, text.length)).toBe(kept);
  });
});
