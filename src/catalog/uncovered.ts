// What exists and no kind covers: counted and named, so that nothing is silently left out.

interface Uncovered {
  /** Plural, for people. */
  readonly noun: string;
  /** SELECT of `name` over the CTEs of introspect.ts. */
  readonly query: string;
}

const notOfExtension = (classid: string, oid: string): string =>
  `not exists (select from ext where classid = '${classid}'::regclass and objid = ${oid})`;

/** Named objects of a catalog with a namespace. */
const inSchema = (noun: string, catalog: string, prefix: string): Uncovered => ({
  noun,
  query: `select quote_ident(n.nspname) || '.' || quote_ident(x.${prefix}name) as name
    from ${catalog} x join ns n on n.oid = x.${prefix}namespace
    where ${notOfExtension(catalog, 'x.oid')}`,
});

/** Named objects of a catalog without one. */
const global = (noun: string, catalog: string, column: string, condition = 'true'): Uncovered => ({
  noun,
  query: `select quote_ident(x.${column}) as name from ${catalog} x
    where x.oid >= 16384 and ${condition} and ${notOfExtension(catalog, 'x.oid')}`,
});

const uncovered: readonly Uncovered[] = [
  {
    noun: 'base types',
    query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
      where t.typtype = 'b' and t.typcategory <> 'A' and ${notOfExtension('pg_type', 't.oid')}`,
  },
  inSchema('text search configurations', 'pg_ts_config', 'cfg'),
  inSchema('text search dictionaries', 'pg_ts_dict', 'dict'),
  inSchema('operator classes', 'pg_opclass', 'opc'),
  global('procedural languages', 'pg_language', 'lanname'),
];

/** One SELECT of `noun, name` over everything that no kind covers. */
export function uncoveredQuery(): string {
  return uncovered
    .map(({ noun, query }) => `select '${noun}' as noun, name from (${query}) as found`)
    .join('\nunion all\n');
}
