// Values that a column of a type accepts, as SQL expressions. What type a column really has, under
// domains, is asked of Postgres.
import type { Database } from '../database/database.ts';
import { quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';

/** What a seeded row needs to know of a column. */
export interface SeedColumn {
  readonly name: string;
  /** The type under any domains, as format_type spells it, without modifiers. */
  readonly type: string;
  /** The type as declared, with modifiers. */
  readonly declared: string;
  /** That of a number in parentheses behind it; null where there is none. */
  readonly length: number | null;
  readonly labels: readonly string[] | null;
  readonly notNull: boolean;
  /** `own` where values come from a sequence or an identity, `given` where there is another default. */
  readonly fallback: 'own' | 'given' | 'none';
  readonly [key: string]: unknown;
}

/** The columns of a table that a row can be given values for, in their order. */
export function seedColumns(db: Database, table: SchemaObject): Promise<SeedColumn[]> {
  return db.query<SeedColumn>(COLUMNS, [table.schema, table.name]);
}

const COLUMNS = `
  with recursive wanted as (
    select a.*, c.oid as relation from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
  under as (
    select w.attnum, t.oid, t.typtype, t.typbasetype, w.atttypmod as modifier, t.typnotnull as strict
    from wanted w join pg_type t on t.oid = w.atttypid
    union all
    select u.attnum, t.oid, t.typtype, t.typbasetype, d.typtypmod, u.strict or t.typnotnull
    from under u join pg_type d on d.oid = u.oid join pg_type t on t.oid = u.typbasetype
    where u.typtype = 'd')
  select w.attname as name, format_type(u.oid, null) as type,
    format_type(w.atttypid, w.atttypmod) as declared,
    (select (regexp_match(format_type(u.oid, u.modifier), '\\((\\d+)'))[1]::int) as length,
    (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = u.oid) as labels,
    w.attnotnull or u.strict as "notNull",
    case when w.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%' then 'own'
      when d.oid is not null then 'given' else 'none' end as fallback
  from wanted w
  join under u on u.attnum = w.attnum and u.typtype <> 'd'
  left join pg_attrdef d on d.adrelid = w.relation and d.adnum = w.attnum
  order by w.attnum`;

type Value = (n: number, column: SeedColumn) => string;

const text: Value = (n) => quoteLiteral(String(n));
const literal =
  (spell: (n: number) => string): Value =>
  (n) =>
    quoteLiteral(spell(n));

/** By pattern over the name of the type. Texts are digits, so that they convert to most other types. */
const VALUES: readonly (readonly [RegExp, Value])[] = [
  [/\[\]$/, (n) => (n === 1 ? `'{}'` : `'{NULL}'`)],
  [/^(smallint|integer|bigint|oid|money)$/, (n) => String(n)],
  [/^(numeric|real|double precision)$/, (n) => String(n)],
  [/^(text|citext|name|character|character varying|"char")$/, text],
  [/^boolean$/, (n) => (n % 2 === 1 ? 'true' : 'false')],
  [/^uuid$/, literal((n) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`)],
  [/^(date|timestamp)/, literal((n) => `2026-01-0${String(n)} 01:02:03.456789`)],
  [/^time /, literal((n) => `0${String(n)}:02:03.456789`)],
  [/^interval$/, literal((n) => `${String(n)} days 02:03:04`)],
  [/^jsonb?$/, literal((n) => `{"n": ${String(n)}}`)],
  [/^bytea$/, literal((n) => `\\x0${String(n)}`)],
  [/^(inet|cidr)$/, literal((n) => `10.0.0.${String(n)}`)],
  [/^macaddr$/, literal((n) => `08:00:2b:01:02:0${String(n)}`)],
  [/^macaddr8$/, literal((n) => `08:00:2b:01:02:03:04:0${String(n)}`)],
  [/^(bit|bit varying)$/, (n, { length }) => `${String(n)}::bit(${String(length ?? 1)})`],
  [/^(int4|int8|num)(range|multirange)$/, rangeOf(String)],
  [/^(ts|tstz|date)(range|multirange)$/, rangeOf((n) => `2026-01-0${String(n)}`)],
  [/^point$/, literal((n) => `(${String(n)},0)`)],
  [/^(box|lseg|path|polygon)$/, literal((n) => `((0,0),(${String(n)},1))`)],
  [/^circle$/, literal((n) => `<(0,0),${String(n)}>`)],
  [/^line$/, literal((n) => `{1,1,${String(n)}}`)],
  [/^(tsvector|tsquery|ltree)$/, literal((n) => `a${String(n)}`)],
  [/^hstore$/, literal((n) => `a=>${String(n)}`)],
  [/^xml$/, literal((n) => `<a>${String(n)}</a>`)],
  [/^pg_lsn$/, literal((n) => `0/${String(n)}`)],
  [/(^|\.)(vector|halfvec)$/, (n, { length }) => vectorOf(n, length ?? 3)],
];

function rangeOf(bound: (n: number) => string): Value {
  return (n, { type }) => {
    const range = `[${bound(n)},${bound(n + 1)})`;
    return quoteLiteral(type.endsWith('multirange') ? `{${range}}` : range);
  };
}

function vectorOf(n: number, length: number): string {
  return quoteLiteral(`[${Array.from({ length }, () => n).join(',')}]`);
}

/** The n-th value of a column's type; null where none is known. */
export function valueOf(n: number, column: SeedColumn): string | null {
  if (column.labels) {
    const label = column.labels[(n - 1) % column.labels.length];
    return label === undefined ? null : quoteLiteral(label);
  }
  return VALUES.find(([pattern]) => pattern.test(column.type))?.[1](n, column) ?? null;
}
