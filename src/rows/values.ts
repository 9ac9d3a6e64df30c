// Ordinary values of every type, as Postgres reads them from text: another one for each row, and such
// as a condition needs.
import { underDomains, type Type } from './catalog.ts';
import { lookOf, shortText, timeText, uuidOf } from './looks.ts';
import { bothNeeds, charactersOf, inLetters, isWithin, meets, type Need } from './needs.ts';
import { integer, numeric } from './numbers.ts';
import { textMatching } from './patterns.ts';
import { clock, temporal } from './times.ts';
import type { Make, Making, Source, Subject, Value } from './value.ts';

/** The value of row `n`, counted from one, that has what is needed. */
export function valueOf(source: Source, subject: Subject, need: Need, n: number): Value {
  if (need.isNull === true) return null;
  const { type, modifier, domains } = underDomains(source.types, subject);
  if (type === null) return undefined;
  const full = withDomains(source, domains, need, n);
  if (full === null) return undefined;
  const making = { ...source, subject, type, modifier, need: full };
  if (full.among) return oneOf(making, full.among, n);
  return makerOf(type)?.(n, making);
}

/** What the domains of a type ask too. */
function withDomains(source: Source, domains: readonly Type[], need: Need, n: number): Need | null {
  let full: Need | null = need;
  for (const { oid } of domains) {
    const ways: readonly Need[] = source.domains.get(oid) ?? [];
    const before: Need = full;
    const possible: Need[] = ways.flatMap((way) => bothNeeds(before, way) ?? []);
    full = ways.length === 0 ? before : (possible[n % (possible.length || 1)] ?? null);
    if (full === null) return null;
  }
  return full;
}

function oneOf({ need, type, subject }: Making, among: readonly string[], n: number): Value {
  const fitting = among.filter((text) => meetsAs(type, need, text));
  // One after the other, shifted so that columns with the same list don't go in step.
  return fitting[(n + subject.number) % (fitting.length || 1)];
}

const COUNTABLE = /^(?:int[248]|float[48]|numeric|money|date|timestamp|timestamptz)$/;

/** Lengths and patterns say something of texts only. */
function meetsAs({ bare }: Type, need: Need, text: string): boolean {
  return COUNTABLE.test(bare)
    ? isWithin(need, text) && need.without?.includes(text) !== true
    : meets({ ...need, ...(bare === 'jsonb' || bare === 'json' ? { shortest: 0 } : {}) }, text);
}

function makerOf(type: Type): Make | undefined {
  if (type.kind === 'e') return enumLabel;
  if (type.kind === 'c') return composite;
  if (type.kind === 'r') return range;
  if (type.kind === 'm') return multirange;
  if (type.element !== 0) return array;
  return BY_TYPE[type.bare];
}

const plain =
  (spell: (n: number) => string): Make =>
  (n, { need }) => {
    for (let at = n; at < n + 20; at += 1) {
      if (need.without?.includes(spell(at)) !== true) return spell(at);
    }
    return undefined;
  };

const text: Make = (n, making) => textValue(n, making, longestOf(making));
const cut: Make = (n, making) => textValue(n, making, Math.max(making.modifier - 4, 1));

/** By pg_type.typname. */
const BY_TYPE: Readonly<Record<string, Make>> = {
  int2: integer(32_767),
  int4: integer(2_147_483_647),
  int8: integer(Number.MAX_SAFE_INTEGER),
  oid: plain(String),
  xid: plain(String),
  cid: plain(String),
  xid8: plain(String),
  tid: plain((n) => `(0,${n})`),
  float4: integer(16_000_000),
  float8: integer(Number.MAX_SAFE_INTEGER),
  numeric,
  money: integer(1_000_000),
  text,
  citext: text,
  name: (n, making) => textValue(n, making, 63),
  varchar: text,
  bpchar: cut,
  char: plain((n) => shortText(n, 1)),
  bool: (n, { need }) => ['true', 'false'].filter((one) => meets(need, one))[n % 2] ?? 'true',
  // Tables that no foreign key connects are joined by columns of one name: those of one row agree.
  uuid: (n, { subject }) => uuidOf(subject.name, n),
  date: temporal((milliseconds) => new Date(milliseconds).toISOString().slice(0, 10)),
  timestamp: temporal(timeText),
  timestamptz: temporal((milliseconds) => `${timeText(milliseconds)}+00`),
  time: clock(''),
  timetz: clock('+00'),
  interval: plain((n) => `${n} days 02:03:04.000005`),
  json,
  jsonb: json,
  jsonpath: plain((n) => `$.a${n}`),
  bytea: bytes,
  inet: plain((n) => `10.${Math.floor(n / 250) % 250}.${n % 250}.1`),
  cidr: plain((n) => `10.${Math.floor(n / 250) % 250}.${n % 250}.0/24`),
  macaddr: plain((n) => `08:00:2b:${pair(n, 2)}:${pair(n, 1)}:${pair(n, 0)}`),
  macaddr8: plain((n) => `08:00:2b:01:02:${pair(n, 2)}:${pair(n, 1)}:${pair(n, 0)}`),
  bit: (n, { modifier }) => bits(n, Math.max(modifier, 1)),
  varbit: (n, { modifier }) => bits(n, modifier > 0 ? Math.min(modifier, 16) : 16),
  point: plain((n) => `(${n},${n}.5)`),
  line: plain((n) => `{1,1,${n}}`),
  lseg: plain((n) => `((0,0),(${n},1))`),
  box: plain((n) => `((${n},0),(${n}.5,1))`),
  path: plain((n) => `((0,0),(${n},1))`),
  polygon: plain((n) => `((0,0),(${n},1),(0,1))`),
  circle: plain((n) => `<(${n},0),0.25>`),
  tsvector: plain((n) => `word${n}:1 other:2`),
  tsquery: plain((n) => `word${n}`),
  pg_lsn: plain((n) => `0/${n.toString(16).toUpperCase()}`),
  txid_snapshot: plain((n) => `${n}:${n + 1}:`),
  pg_snapshot: plain((n) => `${n}:${n + 1}:`),
  xml: plain((n) => `<a>${n}</a>`),
  regclass: plain(() => 'pg_class'),
  regtype: plain(() => 'integer'),
  regproc: plain(() => 'now'),
  regprocedure: plain(() => 'now()'),
  regoper: plain(() => '!~~'),
  regoperator: plain(() => '+(integer,integer)'),
  regrole: plain(() => 'pg_monitor'),
  regnamespace: plain(() => 'pg_catalog'),
  regcollation: plain(() => '"C"'),
  regconfig: plain(() => 'simple'),
  regdictionary: plain(() => 'simple'),
  ltree: plain((n) => `top.a${n}`),
  lquery: plain((n) => `top.a${n}`),
  ltxtquery: plain((n) => `a${n}`),
  hstore: plain((n) => `a=>${n}`),
  cube: plain((n) => `(${n},1)`),
  seg: plain((n) => `${n} .. ${n + 1}`),
  isbn: plain((n) => isbn13(n)),
  isbn13: plain((n) => isbn13(n)),
  ean13: plain((n) => isbn13(n)),
  query_int: plain(String),
  vector: (n, { modifier }) => vectorText(n, modifier),
  halfvec: (n, { modifier }) => vectorText(n, modifier),
  sparsevec: (n, { modifier }) => `{1:${n}}/${Math.max(modifier, 3)}`,
  geometry: geometryText,
  geography: geometryText,
};

function enumLabel(n: number, { type, need, subject }: Making): Value {
  const labels = type.labels.filter((label) => meets(need, label));
  return labels[(n + subject.number) % (labels.length || 1)];
}

function part(making: Making, of: { type: number; modifier: number }, n: number): Value {
  const { subject } = making;
  return valueOf(making, { ...subject, ...of }, {}, n);
}

function composite(n: number, making: Making): Value {
  const fields = making.type.attributes.map((attribute) => part(making, attribute, n));
  if (fields.includes(undefined)) return undefined;
  return `(${fields.map((field) => (field === null ? '' : quoted(field ?? ''))).join(',')})`;
}

/** As it stands within a composite or an array. */
export function quoted(value: string): string {
  return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}

function array(n: number, making: Making): Value {
  const { type, need, modifier } = making;
  const length = Math.max(need.shortest ?? 0, Math.min(2, need.longest ?? 2));
  const items = Array.from({ length }, (_, index) =>
    part(making, { type: type.element, modifier }, n + index),
  );
  if (items.includes(undefined)) return need.shortest ? undefined : '{}';
  return `{${items.map((item) => (item === null ? 'NULL' : quoted(item ?? ''))).join(',')}}`;
}

/** Ranges of neighbouring rows don't overlap. */
function range(n: number, making: Making): Value {
  const of = { type: making.type.subtype, modifier: -1 };
  const [low, high] = [part(making, of, n), part(making, of, n + 1)];
  if (typeof low !== 'string' || typeof high !== 'string') return 'empty';
  return compareEnds(low, high) ? `[${quoted(low)},${quoted(high)})` : `[${quoted(low)},)`;
}

const compareEnds = (low: string, high: string): boolean =>
  isWithin({ least: { text: low, strict: true } }, high);

function multirange(n: number, making: Making): Value {
  const inner = part(making, { type: making.type.subtype, modifier: -1 }, n);
  return inner === 'empty' ? '{}' : `{${inner ?? ''}}`;
}

function longestOf({ modifier }: Making): number {
  return modifier >= 4 ? modifier - 4 : Infinity;
}

function textValue(n: number, { need, subject, digits }: Making, room: number): Value {
  const longest = Math.min(room, need.longest ?? Infinity);
  const wanted = need.patterns?.find(({ negated }) => !negated);
  const looks = digits ? String(n) : lookOf(subject.name, n, subject.distinct);
  const tries = [
    looks,
    ...(wanted ? [textMatching(wanted.expression, n, longest) ?? undefined] : []),
    shortText(n, Math.min(longest, Math.max(need.shortest ?? 0, 8))),
    ...(need.least ? [`${need.least.text}${shortText(n, 3)}`] : []),
    ...(need.most ? [`${need.most.text.slice(0, -1)}${shortText(n, 1)}`, ''] : []),
    String(n % 10 ** Math.min(longest, 15)),
  ];
  for (const one of tries) {
    const fitted = one === undefined ? undefined : fit(one, need, longest, n);
    if (fitted !== undefined) return fitted;
  }
  return undefined;
}

/** In the letters and of the length that are needed, or not at all. */
function fit(value: string, need: Need, longest: number, n: number): string | undefined {
  const letters = inLetters(need.letters, value);
  const missing = (need.shortest ?? 0) - charactersOf(letters).length;
  const padded =
    missing > 0 ? `${letters}${inLetters(need.letters, shortText(n, missing))}` : letters;
  if (meets(need, padded) && charactersOf(padded).length <= longest) return padded;
  const tail = inLetters(need.letters, shortText(n, Math.min(longest, 4)));
  const short = `${charactersOf(padded)
    .slice(0, longest - charactersOf(tail).length)
    .join('')}${tail}`;
  return charactersOf(padded).length > longest && meets(need, short) ? short : undefined;
}

const pair = (n: number, index: number): string =>
  (Math.floor(n / 256 ** index) % 256).toString(16).padStart(2, '0');

function json(n: number, { need }: Making): Value {
  const keys = need.keys?.length ? need.keys : ['n'];
  const items = Math.max(need.shortest ?? 1, Math.min(1, need.longest ?? 1));
  switch (need.json?.[n % need.json.length] ?? 'object') {
    case 'array':
      return `[${Array.from({ length: items }, (_, index) => n + index).join(', ')}]`;
    case 'string':
      return `"text ${n}"`;
    case 'number':
      return String(n);
    case 'boolean':
      return 'true';
    case 'null':
      return 'null';
    default:
      return `{${keys.map((key) => `${JSON.stringify(key)}: ${n}`).join(', ')}}`;
  }
}

function bytes(n: number, { need }: Making): Value {
  const length = Math.max(need.shortest ?? 0, Math.min(4, need.longest ?? 4));
  return `\\x${n
    .toString(16)
    .padStart(length * 2, '0')
    .slice(-length * 2)}`;
}

function bits(n: number, length: number): string {
  return n.toString(2).padStart(length, '0').slice(-length);
}

function vectorText(n: number, modifier: number): string {
  return `[${Array.from({ length: modifier > 0 ? modifier : 3 }, (_, index) => (index === 0 ? n : 1)).join(',')}]`;
}

function isbn13(n: number): string {
  const digits = `978000${String(n % 1_000_000).padStart(6, '0')}`;
  const sum = charactersOf(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Codes of shapes in a geometry's modifier, as PostGIS packs them. */
const SHAPES: Readonly<Record<number, (n: number) => string>> = {
  2: (n) => `LINESTRING(0 0,${n % 90} 1)`,
  3: (n) => `POLYGON((0 0,${(n % 90) + 1} 0,0 1,0 0))`,
  4: (n) => `MULTIPOINT(${n % 90} 1)`,
  5: (n) => `MULTILINESTRING((0 0,${n % 90} 1))`,
  6: (n) => `MULTIPOLYGON(((0 0,${(n % 90) + 1} 0,0 1,0 0)))`,
};

function geometryText(n: number, { modifier }: Making): string {
  const packed = modifier < 0 ? 0 : modifier;
  const srid = (packed & 0x0fffff00) >> 8;
  const shape = SHAPES[(packed & 0xfc) >> 2]?.(n) ?? `POINT(${n % 90} ${n % 45})`;
  return srid > 0 ? `SRID=${srid};${shape}` : shape;
}
