// The ends of what each type can hold, and what is told apart badly: texts that look like something
// else, fractions, times with and without zones, nothing at all.
import { underDomains, type Catalog, type Type } from './catalog.ts';
import { charactersOf } from './needs.ts';
import { numericSize } from './numbers.ts';
import { quoted } from './values.ts';

/** More than any index entry or short column holds. */
const LONG = 3000;

const TEXTS = [
  '',
  ' 42 ',
  '-1.50',
  '9223372036854775808',
  '2024-02-30',
  '2024-01-01 10:00',
  'true',
  'Same Text',
  'same text',
  'Same Text ',
  `it's "quoted" \\ 100%_`,
  'Ünïcödé 日本語 🙂',
  'line\nbreak\ttab',
  '{"not": json',
];

const DATES = [
  '2024-02-29',
  '1970-01-01',
  '0001-01-01',
  '4713-01-01 BC',
  '9999-12-31',
  '5874897-12-31',
  'infinity',
  '-infinity',
];
const TIMES = [
  '2024-12-31 23:59:59.999999',
  '2024-03-31 02:30:00.123456',
  '1969-12-31 23:59:59.5',
  '0001-01-01 00:00:00',
  '4713-01-01 00:00:00 BC',
  '294276-12-31 23:59:59.999999',
  'infinity',
  '-infinity',
];
const ZONED = [
  '2024-10-27 00:30:00+00',
  '2024-10-27 01:30:00+00',
  '2024-06-15 12:00:00.000001+05:45',
  '1883-11-18 12:00:00-04:56:02',
];
const JSON_TEXTS = [
  'null',
  'true',
  '0',
  '1e100',
  '"text"',
  '""',
  '[]',
  '[1, null, "a"]',
  '{}',
  '{"a": {"b": [1, null]}, "": null}',
];

/** By pg_type.typname, as Postgres reads them. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  int2: ['-32768', '32767', '0', '-1'],
  int4: ['-2147483648', '2147483647', '0', '-1', '32768'],
  int8: ['-9223372036854775808', '9223372036854775807', '0', '-1', '2147483648'],
  oid: ['0', '4294967295'],
  float4: ['NaN', 'Infinity', '-Infinity', '3.4e38', '1e-37', '0.1', '-0', '16777217'],
  float8: [
    'NaN',
    'Infinity',
    '-Infinity',
    '1.7e308',
    '1e-307',
    '0.1',
    '-0',
    '1.5',
    '9007199254740993',
  ],
  money: ['-92233720368547758.08', '92233720368547758.07', '0', '0.01'],
  bool: ['true', 'false'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  date: DATES,
  timestamp: TIMES,
  timestamptz: [...TIMES, ...ZONED],
  time: ['00:00:00', '23:59:59.999999', '24:00:00'],
  timetz: ['00:00:00+15:59', '23:59:59.999999-15:59', '24:00:00+00'],
  interval: [
    '0',
    '-1 day',
    '1 year 2 mons 3 days 04:05:06.000007',
    '31 days',
    '24:00:00',
    '178000000 years',
  ],
  json: [...JSON_TEXTS, '{"a": 1, "a": 2}', '"\\u0000"', ' [1 ,2] '],
  jsonb: JSON_TEXTS,
  bytea: ['\\x', '\\x00ff', `\\x${'ab'.repeat(LONG)}`],
  inet: ['::1', '0.0.0.0/0', '192.168.1.1/24', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  cidr: ['::/0', '0.0.0.0/0', '192.168.0.0/16'],
  macaddr: ['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'],
  point: ['(0,0)', '(-1e300,1e300)', '(NaN,0)'],
  tsvector: ['', "'it''s':1A"],
  tsquery: ['', '!a & (b | c:*)'],
  ltree: ['', 'a', 'Top.a.b_c.1'],
  hstore: ['', 'a=>NULL', '"a b"=>"c\\"d"'],
  xml: ['', '<a/>'],
  pg_lsn: ['0/0', 'FFFFFFFF/FFFFFFFF'],
  char: ['', 'a', '0'],
};

/** What may be tried in a column of a type; not all of it is allowed there. */
export function edgeValues(
  types: Catalog['types'],
  column: { readonly type: number; readonly modifier: number },
): readonly string[] {
  const { type, modifier } = underDomains(types, column);
  if (!type) return [];
  switch (type.kind) {
    case 'e':
      return [...type.labels];
    case 'c':
      return [`(${type.attributes.map(() => '').join(',')})`];
    case 'r':
      return ['empty', '(,)', ...oneSided(types, type)];
    case 'm':
      return ['{}', '{(,)}'];
    default:
      return type.element === 0 ? scalars(type.bare, modifier) : arrays(types, type, modifier);
  }
}

function oneSided(types: Catalog['types'], { subtype }: Type): string[] {
  const [value] = edgeValues(types, { type: subtype, modifier: -1 });
  return value === undefined
    ? []
    : [`[${quoted(value)},)`, `(,${quoted(value)}]`, `[${quoted(value)},${quoted(value)}]`];
}

function arrays(types: Catalog['types'], { element }: Type, modifier: number): readonly string[] {
  const inner = edgeValues(types, { type: element, modifier });
  const spelled = inner.slice(0, 12).map(quoted);
  const [first = 'NULL', second = first] = spelled;
  return [
    '{}',
    '{NULL}',
    `{${first},${first}}`,
    `{{${first}},{${second}}}`,
    `{${[...spelled, 'NULL'].join(',')}}`,
  ];
}

function scalars(bare: string, modifier: number): readonly string[] {
  switch (bare) {
    case 'text':
    case 'citext':
    case 'varchar':
    case 'bpchar':
    case 'name':
      return texts(bare === 'name' ? 63 : modifier >= 4 ? modifier - 4 : null);
    case 'numeric':
      return numerics(modifier);
    case 'bit':
      return ['0', '1'].map((digit) => digit.repeat(Math.max(modifier, 1)));
    case 'varbit':
      return ['', '1'.repeat(modifier > 0 ? modifier : 100)];
    case 'vector':
    case 'halfvec':
      return [`[${Array.from({ length: modifier > 0 ? modifier : 3 }, () => 0).join(',')}]`];
    default:
      return BY_TYPE[bare] ?? [];
  }
}

/** `longest` in characters; null where there is no limit. */
function texts(longest: number | null): string[] {
  const ends =
    longest === null
      ? ['long text '.repeat(LONG / 10)]
      : [
          ...new Set([
            'x'.repeat(longest),
            'é'.repeat(longest),
            'x'.repeat(Math.max(longest - 1, 0)),
          ]),
        ];
  return [
    ...ends,
    ...TEXTS.filter((text) => longest === null || charactersOf(text).length <= longest),
  ];
}

function numerics(modifier: number): string[] {
  if (modifier < 4) {
    return [
      'NaN',
      'Infinity',
      '-Infinity',
      '0',
      '-1',
      '0.1',
      '123456789012345678901234567890.123456789',
      '1e-20',
      '1e100',
      '10.50',
      '10.5',
    ];
  }
  const { precision, scale } = numericSize(modifier);
  const digits = '9'.repeat(precision);
  const most =
    scale <= 0
      ? `${digits}${'0'.repeat(-scale)}`
      : `0${digits.padStart(scale, '0').slice(0, precision - scale)}.${digits.slice(-scale).padStart(scale, '0')}`;
  const smallest = scale <= 0 ? '1' : `0.${'1'.padStart(scale, '0')}`;
  return [
    'NaN',
    most,
    `-${most}`,
    '0',
    smallest,
    `-${smallest}`,
    ...(scale > 1 ? ['1.5', '-1.50'] : []),
  ];
}
