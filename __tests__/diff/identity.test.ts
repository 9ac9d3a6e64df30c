import { describe, expect, it } from 'vitest';
import {
  identityOf,
  objectId,
  quoteIdentifier,
  quoteLiteral,
  truncateIdentifier,
} from '../../src/schema/identity.ts';

describe('objectId', () => {
  it('quotes only what is not a plain lower-case identifier', () => {
    expect(objectId('column', 'public', 'users', 'email')).toBe('column:public.users.email');
    expect(objectId('column', 'public', 'User', 'a b')).toBe('column:public."User"."a b"');
    expect(objectId('table', 'public', 'a"b')).toBe('table:public."a""b"');
    expect(objectId('table', 'public', '1st')).toBe('table:public."1st"');
  });

  it('truncates each part as Postgres does', () => {
    const long = 'a'.repeat(70);
    expect(objectId('index', 'public', 't', long)).toBe(`index:public.t.${'a'.repeat(63)}`);
  });

  it('gives its identity back', () => {
    expect(identityOf('primary key:public.t.t_pkey')).toBe('public.t.t_pkey');
  });
});

describe('truncateIdentifier', () => {
  it('never cuts inside a character', () => {
    expect(truncateIdentifier('é'.repeat(40))).toBe('é'.repeat(31));
    expect(truncateIdentifier('x'.repeat(62) + '😀')).toBe('x'.repeat(62));
    expect(truncateIdentifier('😀'.repeat(15))).toBe('😀'.repeat(15));
  });
});

describe('quoting', () => {
  it('doubles the quote character', () => {
    expect(quoteIdentifier('a"b')).toBe('"a""b"');
    expect(quoteLiteral("it's")).toBe("'it''s'");
  });
});
