import { describe, expect, it } from 'vitest';
import { lexStatements } from '../../src/database/lexer.ts';
import { splitStatements } from '../../src/database/statements.ts';

/** Texts of the statements; every offset must point at its text. */
async function split(sql: string): Promise<string[]> {
  const statements = await splitStatements(sql);
  for (const { sql: text, offset } of statements) {
    expect(sql.slice(offset, offset + text.length)).toBe(text);
  }
  return statements.map((statement) => statement.sql);
}

/** Each is split alike by the parser and by the lexer. */
const cases: Record<string, [sql: string, expected: string[]]> = {
  'leaves out comments and blanks': [
    '-- one\nselect 1 ; /* a; /* b; */ */ select 2;\n\n;',
    ['select 1', 'select 2'],
  ],
  'is not fooled by quotes': [
    `select ';' ; select E'\\';' ; select "a;b" from "t;""u;"; select 'it''s;'`,
    [`select ';'`, `select E'\\';'`, `select "a;b" from "t;""u;"`, `select 'it''s;'`],
  ],
  'keeps dollar-quoted bodies whole': [
    `do $$ begin perform 1; end $$; create function f() returns int language sql as $body$ select 1; $$;$$ $body$; select $1`,
    [
      'do $$ begin perform 1; end $$',
      'create function f() returns int language sql as $body$ select 1; $$;$$ $body$',
      'select $1',
    ],
  ],
  'keeps SQL-standard bodies whole': [
    'create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 1',
    [
      'create function f() returns int begin atomic select case when true then 1 end; select 2; end',
      'select 1',
    ],
  ],
  'counts in UTF-16 code units': [
    `select 'é😀漢'; select '😀'; select 3`,
    [`select 'é😀漢'`, `select '😀'`, 'select 3'],
  ],
};

describe('splitStatements', () => {
  it.each(Object.entries(cases))('%s', async (_, [sql, expected]) => {
    expect(await split(sql)).toEqual(expected);
    expect(lexStatements(sql).map((statement) => statement.sql)).toEqual(expected);
  });

  it('splits a text that does not parse', async () => {
    expect(await split('select 1; selec 2; select 3')).toEqual(['select 1', 'selec 2', 'select 3']);
  });

  it('keeps the data of a psql dump with its COPY, and leaves out psql commands', async () => {
    const copy = 'COPY t (a) FROM stdin;\n1;\n2\n\\.';
    expect(await split(`\\restrict x\nselect 1;\n${copy}\n\nselect 2;`)).toEqual([
      'select 1',
      copy,
      'select 2',
    ]);
    expect(await split('COPY t FROM stdin;\n\\.\nselect 1')).toEqual([
      'COPY t FROM stdin;\n\\.',
      'select 1',
    ]);
  });

  it('splits long texts in pieces', async () => {
    const one = `insert into t values ('${'é'.repeat(500)};')`;
    const statements = await split(`${one};\n`.repeat(900));
    expect(statements).toHaveLength(900);
    expect(new Set(statements)).toEqual(new Set([one]));
  });
});
