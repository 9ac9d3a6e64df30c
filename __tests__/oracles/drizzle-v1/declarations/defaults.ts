// Defaults of every type that drizzle-kit spells in a way Postgres accepts.
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  json,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  text,
  time,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';

export const level = pgEnum('level', ['low', 'high']);
const START = 'it\'s "quoted"';
const caseless = customType<{ data: string }>({ dataType: () => 'citext' });

export const defaults = pgTable('defaults', {
  a: text('a').default(''),
  b: text('b').default(START),
  c: varchar('c', { length: 5 }).default('x'),
  d: integer('d').default(0),
  e: integer('e').default(-1),
  f: bigint('f', { mode: 'number' }).default(9007199254740991),
  g: doublePrecision('g').default(1.5),
  h: numeric('h').default('10.20'),
  i: boolean('i').default(false),
  j: boolean('j').default(true),
  k: json('k').default({ a: [1, 'two', null] }),
  l: jsonb('l').default([]),
  m: jsonb('m').default({}),
  n: jsonb('n').default(5),
  o: jsonb('o').default('"text"'),
  p: timestamp('p').defaultNow(),
  q: timestamp('q', { withTimezone: true }).default(new Date(0)),
  r: timestamp('r').default(new Date('2020-01-02T03:04:05.678Z')),
  s: date('s').default('2020-01-02'),
  t: date('t', { mode: 'date' }).default(new Date('2020-01-02T00:00:00Z')),
  u: time('u').default('10:00:00'),
  v: uuid('v').defaultRandom(),
  w: level('w').default('low'),
  x: level('x').array().default(['low', 'high']),
  y: text('y').array().default([]),
  z: text('z').array().default(['a', 'b c']),
  aa: integer('aa').array().default([1, 2]),
  bb: integer('bb')
    .array('[][]')
    .default([[1], [2]]),
  cc: text('cc').default(sql`'a' || 'b'`),
  dd: jsonb('dd').default(sql`'{}'::jsonb`),
  ee: timestamp('ee').default(sql`now() + interval '1 day'`),
  ff: caseless('ff').default("'abc'"),
  gg: text('gg')
    .array()
    .default(sql`'{}'::text[]`),
  hh: text('hh').$defaultFn(() => 'never in the database'),
  ii: boolean('ii').array().default([true, false]),
});
