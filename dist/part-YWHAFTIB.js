import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  spellGeometry
} from "./part-SJZNH6LM.js";
import {
  ASSUMED_COMMENT,
  PLACE,
  grantedQuery,
  kindOf,
  kinds,
  objectId,
  quoteIdentifier,
  quoteLiteral,
  readList
} from "./part-QBBLIP5F.js";

// src/catalog/introspect.ts
import { createHash } from "node:crypto";

// src/catalog/bookkeeping.ts
function withoutBookkeeping(schema, tables) {
  const roots = new Set(tables.map((one) => objectId("table", one.schema, one.table)));
  if (roots.size === 0) return schema;
  const isBookkeeping = (object) => object !== void 0 && (roots.has(object.id) || object.parent !== null && isBookkeeping(schema.objects.get(object.parent)));
  const kept = [...schema.objects.values()].filter((object) => !isBookkeeping(object));
  const used = new Set(kept.map((object) => object.schema));
  const emptied = tables.filter((one) => !used.has(one.schema)).map((one) => one.schema);
  const dropped = new Set(emptied.map((name) => objectId("schema", name)));
  return {
    objects: new Map(
      kept.filter(({ id }) => !dropped.has(id)).map((object) => [object.id, object])
    ),
    uncovered: schema.uncovered
  };
}

// src/catalog/uncovered.ts
var notOfExtension = (classid, oid) => `not exists (select from ext where classid = '${classid}'::regclass and objid = ${oid})`;
var inSchema = (noun, catalog, prefix) => ({
  noun,
  query: `select quote_ident(n.nspname) || '.' || quote_ident(x.${prefix}name) as name
    from ${catalog} x join ns n on n.oid = x.${prefix}namespace
    where ${notOfExtension(catalog, "x.oid")}`
});
var global = (noun, catalog, column, condition = "true") => ({
  noun,
  query: `select quote_ident(x.${column}) as name from ${catalog} x
    where x.oid >= 16384 and ${condition} and ${notOfExtension(catalog, "x.oid")}`
});
var uncovered = [
  {
    noun: "base types",
    query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
      where t.typtype in ('b', 'p') and t.typcategory <> 'A' and ${notOfExtension("pg_type", "t.oid")}`
  },
  inSchema("text search configurations", "pg_ts_config", "cfg"),
  inSchema("text search dictionaries", "pg_ts_dict", "dict"),
  inSchema("text search parsers", "pg_ts_parser", "prs"),
  inSchema("text search templates", "pg_ts_template", "tmpl"),
  inSchema("operator classes", "pg_opclass", "opc"),
  {
    noun: "operator families",
    // An operator class brings one of its own name along.
    query: `select quote_ident(n.nspname) || '.' || quote_ident(f.opfname) as name
      from pg_opfamily f join ns n on n.oid = f.opfnamespace
      where ${notOfExtension("pg_opfamily", "f.oid")}
        and not exists (select from pg_opclass o where o.opcfamily = f.oid and o.opcname = f.opfname)`
  },
  inSchema("conversions", "pg_conversion", "con"),
  global("procedural languages", "pg_language", "lanname"),
  global("access methods", "pg_am", "amname"),
  {
    noun: "transforms",
    query: `select format_type(x.trftype, null) || ' for ' || quote_ident(l.lanname) as name
      from pg_transform x join pg_language l on l.oid = x.trflang
      where ${notOfExtension("pg_transform", "x.oid")}`
  },
  {
    noun: "subscriptions",
    query: `select quote_ident(x.subname) as name
      from pg_subscription x join pg_database d on d.oid = x.subdbid where d.datname = current_database()`
  },
  {
    noun: "large objects",
    query: `select x.oid::text as name from pg_largeobject_metadata x`
  },
  {
    noun: "security labels",
    query: `select pg_describe_object(x.classoid, x.objoid, x.objsubid) || ': ' || x.label as name from pg_seclabel x
      where not exists (select from ext where ext.classid = x.classoid and ext.objid = x.objoid)`
  },
  {
    noun: "settings of the database",
    query: `select case x.setrole when 0 then '' else pg_get_userbyid(x.setrole) || ': ' end || setting as name
      from pg_db_role_setting x join pg_database d on d.oid = x.setdatabase, unnest(x.setconfig) setting
      where d.datname = current_database()`
  }
];
function uncoveredQuery() {
  return uncovered.map(({ noun, query }) => `select '${noun}' as noun, name from (${query}) as found`).join("\nunion all\n");
}

// src/catalog/catalog-query.ts
var all = Object.values(kinds);
var PRESENT = `array_remove(array[${all.map(
  ({ name, rows }) => rows === void 0 ? `'${name}'` : `case when exists (select from ${rows}) then '${name}' end`
).join(", ")}], null)`;
var KEYWORDS = `array(select word from pg_get_keywords() where catcode <> 'U')`;
function composeQueries(version, present) {
  const shown = all.filter(({ name }) => present.includes(name));
  const isFirst = ({ name }) => name === "column";
  const selectKind = (kind) => `(select json_agg(${rowOf(kind)})::text from (${kind.query(version)}) as o) as "${kind.name}"`;
  return [
    [`(${ALIASES}) as aliases`, `(${dependencies(DEPENDENCIES)}) as dependencies`],
    [`(${OTHER_COLUMNS}) as columns`, ...shown.filter(isFirst).map(selectKind)],
    [
      `(select json_agg(u)::text from (${uncoveredQuery()}) u) as uncovered`,
      `(${dependencies(GRANTED)}) as "dependencies of grants"`,
      ...shown.filter((kind) => !isFirst(kind)).map(selectKind)
    ]
  ].map((answers) => `${sharedTables(version)}
    select ${answers.join(",\n")}`);
}
function rowOf({ values }) {
  return values ? "listed" : `array[${PLACE.map((name) => `"${name}"::text`).join(", ")}, attributes::text]`;
}
function sharedTables(version) {
  return `
    with ext as materialized (
      select classid, objid from pg_depend where refclassid = 'pg_extension'::regclass and deptype = 'e'),
    ns as materialized (
      select oid, nspname from pg_namespace n
      where nspname !~ '^pg_' and nspname <> 'information_schema'
        and obj_description(oid, 'pg_namespace') is distinct from ${quoteLiteral(ASSUMED_COMMENT)}
        and not exists (select from ext where classid = 'pg_namespace'::regclass and objid = n.oid)),
    -- Not materialized: where nothing was analysed yet, Postgres would scan it once for each row of another catalog.
    rel as not materialized (
      select c.*, n.nspname from pg_class c join ns n on n.oid = c.relnamespace
      where c.relpersistence <> 't'
        and not exists (select from ext where classid = 'pg_class'::regclass and objid = c.oid)),
    granted as materialized (${grantedQuery(version)})`;
}
var OTHER_COLUMNS = `select json_agg(array[c.oid::text, a.attnum::text, a.attname])::text
  from (select c.oid, c.relkind = 'm' or r.oid is null as every from pg_class c left join rel r on r.oid = c.oid
    where c.oid >= 16384 and c.relkind in ('r', 'p', 'm')) c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.every or a.attinhcount > 0`;
var ALIASES = `select string_agg(concat_ws(',', classid::int8, objid::int8, fromsub, toclass::int8, toid::int8, tosub), ';') from (
    select alias.*, 0 as fromsub from (
    select 'pg_attrdef'::regclass as classid, d.oid as objid, 'pg_class'::regclass as toclass, d.adrelid as toid, d.adnum::int as tosub
      from pg_attrdef d join rel c on c.oid = d.adrelid
    union all
    select 'pg_rewrite'::regclass, r.oid, 'pg_class'::regclass, r.ev_class, 0
      from pg_rewrite r join rel c on c.oid = r.ev_class where c.relkind in ('v', 'm')
    union all
    select 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid, 0
      from pg_type t join rel c on c.oid = t.typrelid
    union all
    select 'pg_type'::regclass, t.typarray, 'pg_type'::regclass, t.oid, 0
      from pg_type t join ns n on n.oid = t.typnamespace where t.typarray <> 0
    union all
    select 'pg_class'::regclass, k.conindid, 'pg_constraint'::regclass, k.oid, 0
      from pg_constraint k join rel c on c.oid = k.conrelid where k.contype in ('p', 'u', 'x')
    union all
    select 'pg_constraint'::regclass, k.oid, 'pg_type'::regclass, k.contypid, 0 from pg_constraint k where k.contypid <> 0
    union all
    select 'pg_class'::regclass, c.oid, 'pg_type'::regclass, c.reltype, 0 from rel c where c.relkind = 'c'
    union all
    select 'pg_type'::regclass, d.objid, d.refclassid, d.refobjid, 0
      from pg_depend d join pg_range r on r.rngtypid = d.refobjid
      where d.classid = 'pg_type'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i' and d.objid >= 16384
    union all
    select d.classid, d.objid, d.refclassid, d.refobjid, 0
      from pg_depend d where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i'
    union all
    select e.classid, e.objid, e.refclassid, e.refobjid, 0 from pg_depend e where e.refclassid = 'pg_extension'::regclass and e.deptype = 'e'
    union all
    select 'pg_type'::regclass, t.typarray, e.refclassid, e.refobjid, 0
      from pg_depend e join pg_type t on t.oid = e.objid and e.classid = 'pg_type'::regclass
      where e.refclassid = 'pg_extension'::regclass and e.deptype = 'e' and t.typarray <> 0) as alias
    union all
    select 'pg_class'::regclass, a.attrelid, 'pg_class'::regclass, i.inhparent, p.attnum::int, a.attnum::int
      from pg_inherits i
      join pg_attribute a on a.attrelid = i.inhrelid and a.attinhcount > 0 and not a.attislocal
      join pg_attribute p on p.attrelid = i.inhparent and p.attname = a.attname and p.attnum > 0) as alias`;
function dependencies(rows) {
  return `select string_agg(concat_ws(',', classid::int8, objid::int8, objsubid, refclassid::int8, refobjid::int8,
    refobjsubid, automatic::int), ';') from (${rows}) as dependency`;
}
var DEPENDENCIES = `
    select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype <> 'n' as automatic from pg_depend
      where objid >= 16384 and refobjid >= 2200 and deptype <> 'e' and (classid <> 'pg_trigger'::regclass or deptype <> 'i')
        and refclassid in ('pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass, 'pg_namespace'::regclass,
          'pg_proc'::regclass, 'pg_collation'::regclass, 'pg_opclass'::regclass, 'pg_operator'::regclass, 'pg_extension'::regclass, 'pg_publication'::regclass,
          'pg_foreign_data_wrapper'::regclass, 'pg_foreign_server'::regclass)
    union all
    select 'pg_policy'::regclass, p.oid, 0, 'pg_authid'::regclass, role, 0, false
      from pg_policy p, unnest(p.polroles) role where role <> 0
    union all
    select 'pg_authid'::regclass, member, 0, 'pg_authid'::regclass, roleid, 0, false from pg_auth_members
    union all
    select 'pg_user_mapping'::regclass, umid, 0, 'pg_authid'::regclass, umuser, 0, false from pg_user_mappings where umuser <> 0
    union all
    -- The columns of a relation live in the relation's schema; public is no object.
    select 'pg_class'::regclass, c.oid, 0, 'pg_namespace'::regclass, c.relnamespace, 0, false from rel c
      where c.nspname <> 'public'`;
var GRANTED = `
    select 'pg_shdepend'::regclass as classid, number as objid, 0 as objsubid,
      'pg_authid'::regclass as refclassid, grantee as refobjid, 0 as refobjsubid, false as automatic
      from granted where grantee <> 0
    union all
    select 'pg_shdepend'::regclass, g.number, 0, on_what.classid, on_what.objid, 0, false
      from granted g join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid,
        lateral (values ('pg_authid'::regclass, d.defaclrole), ('pg_namespace'::regclass, d.defaclnamespace)) on_what (classid, objid)`;

// src/catalog/dependencies.ts
function readAliases(text) {
  return new Map(linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3)]));
}
function readDependencies(text) {
  return linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3), line[6] === "1"]);
}
function linesOf(text) {
  return text === null ? [] : text.split(";").map((line) => line.split(","));
}
function addressAt(line, at) {
  return line.slice(at, at + 3).join();
}
function wholeOf(address) {
  return `${address.slice(0, address.lastIndexOf(","))},0`;
}
function resolveNeeds(ids, aliases, dependencies2) {
  const resolve = (address, depth = 0) => {
    const exact = ids.get(address);
    if (exact !== void 0 || depth > 3) return exact;
    const alias = aliases.get(address);
    if (alias !== void 0) return resolve(alias, depth + 1);
    return address.endsWith(",0") ? void 0 : resolve(wholeOf(address), depth + 1);
  };
  const found = /* @__PURE__ */ new Map();
  for (const [from, to, automatic] of dependencies2) {
    const dependent = resolve(ownerOf(from, ids, aliases));
    const own = dependent === void 0 ? void 0 : resolve(to);
    if (dependent === void 0 || own === dependent) continue;
    for (const needed of [own, ids.has(to) ? void 0 : ids.get(wholeOf(to))]) {
      if (needed === void 0 || dependent === needed) continue;
      const known = found.get(dependent) ?? /* @__PURE__ */ new Map();
      found.set(dependent, known.set(needed, automatic || known.get(needed) === true));
    }
  }
  return new Map([...found].map(([id, needed]) => [id, sorted(needed)]));
}
function ownerOf(address, ids, aliases) {
  if (ids.has(address)) return address;
  const part = address.endsWith(",0") ? aliases.get(address) ?? address : address;
  return part.endsWith(",0") || ids.has(part) ? address : wholeOf(part);
}
function sorted(needed) {
  return {
    needs: [...needed.keys()].sort(),
    fallsWith: [...needed].flatMap(([id, automatic]) => automatic ? [id] : []).sort()
  };
}

// src/catalog/introspect.ts
var SESSION = `select current_setting('search_path') as path, current_setting('work_mem') as memory,
  array(select name from pg_prepared_statements where name like 'plumbline%') as prepared,
  ${PRESENT} as present, ${KEYWORDS} as keywords`;
async function introspect(db, options = {}) {
  const [session] = await db.query(SESSION);
  if (!session) throw new Error("the database gave no answer");
  const settings = configure(db, { path: "public", memory: WORK_MEMORY });
  const catalog = new Catalog(session.keywords);
  const answers = ask(db, session);
  await settings;
  for (const answer of answers) catalog.take(await answer);
  await configure(db, session);
  return withoutBookkeeping(catalog.schema(), options.exclude ?? []);
}
function ask(db, { prepared, present }) {
  const answers = composeQueries(db.version, present).map(async (sql) => {
    const name = `plumbline_${createHash("sha1").update(sql).digest("hex")}`;
    const ready = prepared.includes(name) ? void 0 : db.exec(`prepare ${name} as ${sql}`);
    const [rows] = await Promise.all([db.query(`execute ${name}`), ready]);
    return rows[0] ?? {};
  });
  for (const answer of answers) answer.catch(() => void 0);
  return answers;
}
var Catalog = class {
  #aliases = /* @__PURE__ */ new Map();
  #dependencies = [];
  #uncovered = [];
  #rows = /* @__PURE__ */ new Map();
  #columns = /* @__PURE__ */ new Map();
  #names;
  constructor(keywords) {
    const reserved = new Set(keywords);
    this.#names = {
      columns: (relation, numbers) => numbers.map((number) => this.#columns.get(`${relation},${number}`) ?? ""),
      quoted: (name) => /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : quoteIdentifier(name)
    };
  }
  take(answer) {
    for (const [name, text] of Object.entries(answer)) {
      if (text === null) continue;
      if (name === "aliases") this.#aliases = readAliases(text);
      else if (name.startsWith("dependencies")) this.#dependencies.push(readDependencies(text));
      else if (name === "uncovered") this.#uncovered = JSON.parse(text);
      else if (name === "columns") this.#learnColumns(JSON.parse(text));
      else this.#takeObjects(name, JSON.parse(text));
    }
  }
  #learnColumns(columns) {
    for (const [relation, number, name] of columns)
      this.#columns.set(`${String(relation)},${String(number)}`, name ?? "");
  }
  #takeObjects(kind, objects) {
    const { values } = kindOf(kind);
    const rows = [];
    this.#rows.set(kind, rows);
    for (const listed of objects) {
      const [schema = null, table = null, name = null, parent = null, part] = listed;
      const [classid, objid, objsubid] = listed.slice(5, 8);
      if (objsubid !== "0") this.#columns.set(`${String(objid)},${String(objsubid)}`, name ?? "");
      rows.push({
        kind,
        schema,
        table,
        name,
        attributes: values ? readList(values, listed, this.#names) : JSON.parse(listed[8] ?? "{}"),
        ...parentOf(parent, { schema, table }),
        part: part === "true",
        address: `${String(classid)},${String(objid)},${String(objsubid)}`
      });
    }
  }
  schema() {
    const rows = Object.keys(kinds).flatMap((kind) => this.#rows.get(kind) ?? []);
    const read = readObjects(rows, this.#aliases);
    const ids = new Map(read.map(({ id, row }) => [row.address, id]));
    const needs = resolveNeeds(ids, this.#aliases, this.#dependencies.flat());
    const objects = new Map(read.map((one) => [one.id, objectOf(one, needs)]));
    return { objects, uncovered: groupNames(this.#uncovered) };
  }
};
function parentOf(parent, { schema, table }) {
  if (parent === null) return { parent, isAttached: false };
  if (!parent.startsWith("[")) {
    return { parent: objectId(parent, schema ?? "", table ?? ""), isAttached: false };
  }
  const [first, ...parts] = JSON.parse(parent);
  return typeof first === "string" ? { parent: objectId(first, ...parts), isAttached: false } : { parent: [first, ...parts].join(), isAttached: true };
}
function readObjects(rows, aliases) {
  const byAddress = /* @__PURE__ */ new Map();
  const read = [];
  const enter = (row, parent) => {
    const one = { row, id: idOf(row, parent), parent };
    byAddress.set(row.address, one);
    read.push(one);
  };
  const find = (address) => {
    const exact = byAddress.get(address);
    if (exact !== void 0 || address.endsWith(",0")) return exact;
    const whole = wholeOf(address);
    return byAddress.get(whole) ?? byAddress.get(aliases.get(whole) ?? "");
  };
  for (const row of rows) if (!row.isAttached) enter(row, row.parent);
  for (const row of rows) {
    if (!row.isAttached) continue;
    const parent = find(row.parent ?? "");
    if (parent !== void 0) enter(placed(row, parent), parent.id);
  }
  return read;
}
function placed(row, { row: parent }) {
  const { schema, table, name } = row;
  if (schema !== null || table !== null) return row;
  return name === null ? { ...row, schema: parent.schema, table: parent.table, name: parent.name } : { ...row, schema: parent.schema, table: parent.table ?? parent.name };
}
var WORK_MEMORY = "64MB";
async function configure(db, { path, memory }) {
  await db.query(`select set_config('search_path', $1, false), set_config('work_mem', $2, false)`, [
    path,
    memory
  ]);
}
function idOf(row, parent) {
  const { kind, schema, table, name } = row;
  const own = kindOf(kind).identity?.({ ...row, name: name ?? "" }, parent);
  if (typeof own === "string") return `${kind}:${own}`;
  return objectId(kind, ...own ?? [schema, table, name].filter((part) => part !== null));
}
function objectOf({ row, id, parent }, needs) {
  return {
    id,
    kind: row.kind,
    schema: row.schema,
    table: row.table,
    name: row.name ?? "",
    parent,
    part: row.part,
    attributes: spelled(row),
    needs: withParent(needs, id, parent),
    fallsWith: needs.get(id)?.fallsWith ?? []
  };
}
function spelled({ kind, attributes }) {
  const { type } = attributes;
  return kind === "column" && typeof type === "string" ? { ...attributes, type: spellGeometry(type) } : attributes;
}
function withParent(needs, id, parent) {
  const others = (needs.get(id)?.needs ?? []).filter((need) => need !== parent);
  if (parent === null || needs.get(parent)?.needs.includes(id) === true) return others;
  return [...others, parent].sort();
}
function groupNames(found) {
  const groups = {};
  for (const { noun, name } of found) (groups[noun] ??= []).push(name);
  for (const names of Object.values(groups)) names.sort();
  return groups;
}

export {
  introspect
};
