// What exists and no kind covers: counted and named, so that nothing is silently left out.

interface Uncovered {
  /** Plural, for people. */
  readonly noun: string;
  /** SELECT of `name` over the CTEs of introspect.ts. */
  readonly query: string;
}

const notOfExtension = (classid: string, oid: string): string =>
  `not exists (select from ext where classid = '${classid}'::regclass and objid = ${oid})`;

const routine = (noun: string, kind: string): Uncovered => ({
  noun,
  query: `select p.oid::regprocedure::text as name from pg_proc p join ns n on n.oid = p.pronamespace
    where p.prokind = '${kind}' and ${notOfExtension("pg_proc", "p.oid")}
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`,
});

const type = (noun: string, kind: string): Uncovered => ({
  noun,
  query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
    where t.typtype = '${kind}' and ${notOfExtension("pg_type", "t.oid")}`,
});

/** Named objects of a catalog with a namespace. */
const inSchema = (
  noun: string,
  catalog: string,
  prefix: string,
): Uncovered => ({
  noun,
  query: `select quote_ident(n.nspname) || '.' || quote_ident(x.${prefix}name) as name
    from ${catalog} x join ns n on n.oid = x.${prefix}namespace
    where ${notOfExtension(catalog, "x.oid")}`,
});

/** Named objects of a catalog without one. */
const global = (
  noun: string,
  catalog: string,
  column: string,
  condition = "true",
): Uncovered => ({
  noun,
  query: `select quote_ident(x.${column}) as name from ${catalog} x
    where x.oid >= 16384 and ${condition} and ${notOfExtension(catalog, "x.oid")}`,
});

const onTable = `quote_ident(c.nspname) || '.' || quote_ident(c.relname)`;

const uncovered: readonly Uncovered[] = [
  routine("functions", "f"),
  routine("procedures", "p"),
  routine("aggregates", "a"),
  routine("window functions", "w"),
  {
    noun: "triggers",
    query: `select ${onTable} || '.' || quote_ident(t.tgname) as name
      from pg_trigger t join rel c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0`,
  },
  global("event triggers", "pg_event_trigger", "evtname"),
  {
    noun: "rules",
    query: `select ${onTable} || '.' || quote_ident(r.rulename) as name
      from pg_rewrite r join rel c on c.oid = r.ev_class where r.rulename <> '_RETURN'`,
  },
  type("domains", "d"),
  {
    noun: "composite types",
    // Such a type belongs to an extension by itself, not by its row of pg_class.
    query: `select ${onTable} as name from rel c
      where c.relkind = 'c' and ${notOfExtension("pg_type", "c.reltype")}`,
  },
  type("range types", "r"),
  {
    noun: "base types",
    query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
      where t.typtype = 'b' and t.typcategory <> 'A' and ${notOfExtension("pg_type", "t.oid")}`,
  },
  {
    noun: "exclusion constraints",
    query: `select ${onTable} || '.' || quote_ident(k.conname) as name
      from pg_constraint k join rel c on c.oid = k.conrelid where k.contype = 'x' and k.conparentid = 0`,
  },
  inSchema("statistics objects", "pg_statistic_ext", "stx"),
  global("publications", "pg_publication", "pubname"),
  {
    noun: "operators",
    query: `select o.oid::regoperator::text as name from pg_operator o join ns n on n.oid = o.oprnamespace
      where ${notOfExtension("pg_operator", "o.oid")}`,
  },
  {
    noun: "casts",
    query: `select format_type(x.castsource, null) || ' as ' || format_type(x.casttarget, null) as name
      from pg_cast x where x.oid >= 16384 and ${notOfExtension("pg_cast", "x.oid")}
        and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = x.oid and d.deptype = 'i')`,
  },
  {
    noun: "foreign tables",
    query: `select ${onTable} as name from rel c where c.relkind = 'f'`,
  },
  global("foreign data wrappers", "pg_foreign_data_wrapper", "fdwname"),
  global("foreign servers", "pg_foreign_server", "srvname"),
  inSchema("text search configurations", "pg_ts_config", "cfg"),
  inSchema("text search dictionaries", "pg_ts_dict", "dict"),
  inSchema("collations", "pg_collation", "coll"),
  inSchema("operator classes", "pg_opclass", "opc"),
  global("procedural languages", "pg_language", "lanname"),
];

/** One SELECT of `noun, name` over everything that no kind covers. */
export function uncoveredQuery(): string {
  return uncovered
    .map(
      ({ noun, query }) =>
        `select '${noun}' as noun, name from (${query}) as found`,
    )
    .join("\nunion all\n");
}
