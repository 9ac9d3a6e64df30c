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
      where t.typtype in ('b', 'p') and t.typcategory <> 'A' and ${notOfExtension('pg_type', 't.oid')}`,
  },
  inSchema('text search configurations', 'pg_ts_config', 'cfg'),
  inSchema('text search dictionaries', 'pg_ts_dict', 'dict'),
  inSchema('text search parsers', 'pg_ts_parser', 'prs'),
  inSchema('text search templates', 'pg_ts_template', 'tmpl'),
  inSchema('operator classes', 'pg_opclass', 'opc'),
  {
    noun: 'operator families',
    // An operator class brings one of its own name along.
    query: `select quote_ident(n.nspname) || '.' || quote_ident(f.opfname) as name
      from pg_opfamily f join ns n on n.oid = f.opfnamespace
      where ${notOfExtension('pg_opfamily', 'f.oid')}
        and not exists (select from pg_opclass o where o.opcfamily = f.oid and o.opcname = f.opfname)`,
  },
  inSchema('conversions', 'pg_conversion', 'con'),
  global('procedural languages', 'pg_language', 'lanname'),
  global('access methods', 'pg_am', 'amname'),
  {
    noun: 'transforms',
    query: `select format_type(x.trftype, null) || ' for ' || quote_ident(l.lanname) as name
      from pg_transform x join pg_language l on l.oid = x.trflang
      where ${notOfExtension('pg_transform', 'x.oid')}`,
  },
  {
    noun: 'subscriptions',
    query: `select quote_ident(x.subname) as name
      from pg_subscription x join pg_database d on d.oid = x.subdbid where d.datname = current_database()`,
  },
  {
    noun: 'large objects',
    query: `select x.oid::text as name from pg_largeobject_metadata x`,
  },
  {
    noun: 'security labels',
    query: `select pg_describe_object(x.classoid, x.objoid, x.objsubid) || ': ' || x.label as name from pg_seclabel x
      where not exists (select from ext where ext.classid = x.classoid and ext.objid = x.objoid)`,
  },
  {
    noun: 'settings of the database',
    query: `select case x.setrole when 0 then '' else pg_get_userbyid(x.setrole) || ': ' end || setting as name
      from pg_db_role_setting x join pg_database d on d.oid = x.setdatabase, unnest(x.setconfig) setting
      where d.datname = current_database()`,
  },
];

/** One SELECT of `noun, name` over everything that no kind covers. */
export function uncoveredQuery(): string {
  return uncovered
    .map(({ noun, query }) => `select '${noun}' as noun, name from (${query}) as found`)
    .join('\nunion all\n');
}
