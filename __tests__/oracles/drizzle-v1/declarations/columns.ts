// Every column type with its options, arrays and enums.
import {
  bigint,
  bigserial,
  bit,
  boolean,
  char,
  cidr,
  customType,
  date,
  decimal,
  doublePrecision,
  halfvec,
  inet,
  integer,
  interval,
  json,
  jsonb,
  line,
  macaddr,
  macaddr8,
  numeric,
  pgEnum,
  pgSchema,
  pgTable,
  point,
  real,
  serial,
  smallint,
  smallserial,
  sparsevec,
  text,
  time,
  timestamp,
  uuid,
  varchar,
  vector,
} from 'drizzle-orm/pg-core';

export const mood = pgEnum('mood', ['sad', "it's ok", 'happy']);
export const other = pgSchema('other');
export const size = other.enum('Size', { small: 'S', large: 'L' });

const money = customType<{ data: number; config: { precision: number } }>({
  dataType: (config) => `numeric(${config?.precision ?? 10}, 2)`,
});
const caseless = customType<{ data: string }>({ dataType: () => 'citext' });
const search = customType<{ data: string }>({ dataType: () => 'tsvector' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const numbers = pgTable('numbers', {
  id: serial('id').primaryKey(),
  a: smallint('a'),
  b: integer('b').notNull(),
  c: bigint('c', { mode: 'number' }),
  d: bigint('d', { mode: 'bigint' }),
  e: smallserial('e'),
  f: bigserial('f', { mode: 'number' }),
  g: numeric('g'),
  h: numeric('h', { precision: 12 }),
  i: numeric('i', { precision: 12, scale: 4 }),
  j: decimal('j', { precision: 5, scale: 0 }),
  k: real('k'),
  l: doublePrecision('l'),
  m: money('m', { precision: 8 }),
  n: boolean('n'),
});

export const texts = pgTable('texts', {
  id: uuid('id').primaryKey(),
  a: text('a'),
  b: varchar('b'),
  c: varchar('c', { length: 80 }),
  d: char('d'),
  e: char('e', { length: 3 }),
  f: text('f', { enum: ['x', 'y'] }),
  g: caseless('g'),
  h: search('h'),
  i: bytes('i'),
  j: json('j'),
  k: jsonb('k').$type<{ a: number }>(),
  l: inet('l'),
  m: cidr('m'),
  n: macaddr('n'),
  o: macaddr8('o'),
  p: mood('p'),
  q: mood('q').array(),
  r: size('r'),
  s: size('s').array('[][]'),
});

export const times = pgTable('times', {
  a: date('a'),
  b: date('b', { mode: 'date' }),
  c: time('c'),
  d: time('d', { precision: 3, withTimezone: true }),
  e: timestamp('e'),
  f: timestamp('f', { precision: 6, withTimezone: true, mode: 'string' }),
  g: timestamp('g', { precision: 0 }),
  h: interval('h'),
  i: interval('i', { fields: 'day to second' }),
  j: interval('j', { precision: 6 }),
});

export const shapes = pgTable('shapes', {
  a: point('a'),
  b: point('b', { mode: 'xy' }),
  c: line('c'),
  d: line('d', { mode: 'abc' }),
  e: vector('e', { dimensions: 3 }),
  f: halfvec('f', { dimensions: 3 }),
  g: sparsevec('g', { dimensions: 5 }),
  h: bit('h', { dimensions: 8 }),
  i: text('i').array(),
  j: integer('j').array('[][]'),
  k: varchar('k', { length: 10 }).array(),
  l: timestamp('l', { withTimezone: true }).array(),
});
