import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  objectId,
  quoteIdentifier,
  quoteLiteral,
  spellGeometry
} from "./part-ARAFE44X.js";

// src/database/assumptions.ts
import { randomUUID } from "node:crypto";
var ASSUMED_COMMENT = `assumed by plumbline ${randomUUID()}`;
var ROLES = `do $$ declare name text; begin
  foreach name in array array['anon', 'authenticated', 'service_role', 'supabase_auth_admin'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop; end $$;`;
var SCHEMAS = {
  auth: `
    create table if not exists auth.users (id uuid primary key, instance_id uuid, aud varchar(255), role varchar(255),
      email varchar(255), phone text, raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_anonymous boolean,
      email_confirmed_at timestamptz, last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz,
      deleted_at timestamptz);
    create or replace function auth.uid() returns uuid language sql stable as 'select null::uuid';
    create or replace function auth.role() returns text language sql stable as 'select null::text';
    create or replace function auth.email() returns text language sql stable as 'select null::text';
    create or replace function auth.jwt() returns jsonb language sql stable as 'select null::jsonb';
    create or replace function auth.user_id() returns text language sql stable as 'select null::text';
    create or replace function auth.org_id() returns text language sql stable as 'select null::text';
    create or replace function auth.session() returns jsonb language sql stable as 'select null::jsonb';`,
  storage: `
    create table if not exists storage.buckets (id text primary key, name text not null, owner uuid, owner_id text,
      public boolean, avif_autodetection boolean, file_size_limit bigint, allowed_mime_types text[],
      created_at timestamptz, updated_at timestamptz);
    create table if not exists storage.objects (id uuid primary key default gen_random_uuid(),
      bucket_id text references storage.buckets (id), name text, owner uuid, owner_id text, version text,
      metadata jsonb, user_metadata jsonb, path_tokens text[], created_at timestamptz, updated_at timestamptz,
      last_accessed_at timestamptz);
    create or replace function storage.foldername(name text) returns text[] language sql as 'select null::text[]';
    create or replace function storage.filename(name text) returns text language sql as 'select null::text';
    create or replace function storage.extension(name text) returns text language sql as 'select null::text';`,
  realtime: `
    create table if not exists realtime.messages (id uuid, topic text, extension text, payload jsonb, event text,
      private boolean, updated_at timestamp, inserted_at timestamp);
    create or replace function realtime.topic() returns text language sql stable as 'select null::text';
    create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
      returns void language sql as '';
    create or replace function realtime.broadcast_changes(topic_name text, event_name text, operation text,
      table_name text, table_schema text, new record, old record, level text default 'ROW')
      returns void language plpgsql as 'begin end';`,
  extensions: ""
};
var LACKS_SCHEMA = [
  /^schema "(?<name>\w+)" does not exist/,
  /^relation "(?<name>\w+)\.\w+" does not exist/,
  /^function (?<name>\w+)\.\w+\(.*\) does not exist/
];
var EXTENSIONS = [
  {
    name: "vector",
    error: /^type "(?:\w+\.)?(?:vector|halfvec|sparsevec)" does not exist/,
    sql: /\b(?:vector|halfvec|sparsevec)\s*\(/i
  },
  { name: "citext", error: /^type "(?:\w+\.)?citext" does not exist/, sql: /\bcitext\b/i },
  { name: "hstore", error: /^type "(?:\w+\.)?hstore" does not exist/, sql: /\bhstore\b/i },
  { name: "ltree", error: /^type "(?:\w+\.)?ltree" does not exist/, sql: /\bltree\b/i },
  {
    name: "postgis",
    error: /^type "(?:\w+\.)?geo(?:metry|graphy)" does not exist/,
    sql: /\b(?:geometry|geography)\s*\(/i
  },
  {
    name: "pg_trgm",
    error: /^operator class "gi(?:n|st)_trgm_ops" does not|^function (?:word_)?similarity\(/,
    sql: /\bgi(?:n|st)_trgm_ops\b|\bsimilarity\s*\(/i
  },
  {
    name: "btree_gist",
    error: /has no default operator class for access method "gist"/,
    sql: /\bexclude\s+using\s+gist\b/i
  },
  {
    name: "pg_uuidv7",
    error: /^function uuid_generate_v7\(/,
    sql: /\buuid_generate_v7\s*\(/i
  },
  {
    name: "uuid-ossp",
    error: /^function uuid_generate_v[1-5]\w*\(/,
    sql: /\buuid_generate_v[1-5]\w*\s*\(/i
  },
  {
    name: "pgcrypto",
    error: /^function (?:gen_salt|crypt|digest|hmac|gen_random_bytes|pgp_sym_\w+)\(/,
    sql: /\b(?:gen_salt|crypt|digest|hmac|gen_random_bytes|pgp_sym_\w+)\s*\(/i
  },
  { name: "unaccent", error: /^function unaccent\(/, sql: /\bunaccent\s*\(/i }
];
function extensionsImpliedBy(sql) {
  return EXTENSIONS.filter((extension) => extension.sql.test(sql)).map(({ name }) => name);
}
function assumptionFor(error) {
  const role = /^role "(?<name>.+)" does not exist/.exec(error.message)?.groups?.["name"];
  if (error.code === "42704" && role !== void 0) {
    return { kind: "role", name: role, sql: `create role ${quoteIdentifier(role)} nologin` };
  }
  if (error.message === 'publication "supabase_realtime" does not exist') {
    const name = "supabase_realtime";
    return { kind: "publication", name, sql: `create publication ${name}` };
  }
  const extension = EXTENSIONS.find((one) => one.error.test(error.message))?.name;
  if (extension !== void 0) {
    const sql = `create extension if not exists ${quoteIdentifier(extension)} cascade`;
    return { kind: "extension", name: extension, sql };
  }
  for (const pattern of LACKS_SCHEMA) {
    const name = pattern.exec(error.message)?.groups?.["name"];
    const content = name === void 0 ? void 0 : SCHEMAS[name];
    if (name !== void 0 && content !== void 0) return schemaAssumption(name, content);
  }
  return null;
}
function schemaAssumption(name, content) {
  return {
    kind: "schema",
    name,
    sql: `${ROLES}
      create schema if not exists ${name};
      comment on schema ${name} is '${ASSUMED_COMMENT}';
      ${content}
      grant usage on schema ${name} to public;`
  };
}

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

// src/catalog/dependencies.ts
function resolveNeeds(ids, aliases, dependencies) {
  const aliasOf = new Map(aliases.map(([from, to]) => [from.join(), to]));
  const resolve = (address, depth = 0) => {
    const exact = ids.get(address.join());
    if (exact !== void 0 || depth > 3) return exact;
    const alias = aliasOf.get(address.join());
    if (alias) return resolve(alias, depth + 1);
    const [classid, objid, sub] = address;
    return sub === 0 ? void 0 : resolve([classid, objid, 0], depth + 1);
  };
  const needs = /* @__PURE__ */ new Map();
  for (const [from, to] of dependencies) {
    const dependent = resolve(from);
    const needed = resolve(to);
    if (dependent === void 0 || needed === void 0 || dependent === needed) continue;
    const known = needs.get(dependent) ?? /* @__PURE__ */ new Set();
    needs.set(dependent, known.add(needed));
  }
  return new Map([...needs].map(([id, set2]) => [id, [...set2].sort()]));
}

// src/schema/attributes.ts
function differingAttributes(before, after, scope) {
  const silent = scope?.silent[after.kind] ?? [];
  const names = /* @__PURE__ */ new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names].filter((name) => !silent.includes(name)).filter((name) => !equal(before.attributes[name], after.attributes[name])).sort();
}
function equal(a, b) {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.size) return false;
  return left.every(([key, value]) => right.has(key) && equal(value, right.get(key)));
}

// src/catalog/kind.ts
function textOf(object, attribute) {
  const value = object.attributes[attribute];
  return typeof value === "string" ? value : "";
}
function optionalText(object, attribute) {
  const value = object.attributes[attribute];
  return typeof value === "string" ? value : null;
}
function listOf(object, attribute) {
  return texts(object.attributes[attribute]);
}
function recordOf(object, attribute) {
  const value = object.attributes[attribute];
  return isRecord(value) ? value : null;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function texts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
function plain(value) {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

// src/catalog/names.ts
function relationName(schema, name) {
  return schema === null || schema === "public" ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
function qualifiedName(schema, name) {
  return `${quoteIdentifier(schema ?? "public")}.${quoteIdentifier(name)}`;
}
function tableName(object) {
  return relationName(object.schema, object.table ?? object.name);
}
function columnList(columns) {
  return columns.map(quoteIdentifier).join(", ");
}

// src/catalog/types.ts
var SHORT = [
  [/^character varying/, "varchar"],
  [/^character(?=\(|\[|$)/, "char"],
  [/^(timestamp|time)(\(\d\))? without time zone/, "$1$2"]
];
function shortType(type2) {
  return SHORT.reduce((text, [pattern, short]) => text.replace(pattern, short), type2);
}
function shortDefault(expression, type2) {
  const [, literal, cast] = /^('(?:[^']|'')*')::([a-z ]+(?:\(\d+\))?)$/.exec(expression) ?? [];
  return literal !== void 0 && cast !== void 0 && base(cast) === base(type2) ? literal : expression;
}
function bare(expression) {
  const inner = expression.slice(1, -1);
  if (!expression.startsWith("(") || !expression.endsWith(")")) return expression;
  if (/^\s*(?:select|with|values|table)\b/i.test(inner) || /['"][^'"]*[()]/.test(inner)) {
    return expression;
  }
  let depth = 0;
  for (const character of inner) {
    if (character === "(") depth++;
    else if (character === ")") depth--;
    if (depth < 0) return expression;
  }
  return bare(inner);
}
var ASSIGNABLE = [
  ["smallint", "integer", "bigint", "numeric", "real", "double precision"],
  ["timestamp without time zone", "timestamp with time zone", "date"],
  ["json", "jsonb"],
  ["bit", "bit varying"],
  ["cidr", "inet"]
];
var TEXT = ["text", "character varying", "character", "name", "citext"];
var EXPLICIT = [
  ["integer", "boolean"],
  ["boolean", "integer"],
  ["integer", "bit"],
  ["bigint", "bit"],
  ["numeric", "money"],
  ["timestamp with time zone", "time without time zone"],
  ["timestamp without time zone", "time without time zone"],
  ["jsonb", "boolean"],
  ["jsonb", "integer"],
  ["jsonb", "bigint"],
  ["jsonb", "numeric"]
];
function conversion(column, from, to) {
  const old = base(from);
  const wanted = base(to);
  if (old === wanted || TEXT.includes(wanted)) return null;
  if (ASSIGNABLE.some((group) => group.includes(old) && group.includes(wanted))) return null;
  const explicit = EXPLICIT.some(([a, b]) => a === old && b === wanted);
  if (explicit || TEXT.includes(old)) return `${column}::${shortType(to)}`;
  const text = old.endsWith("[]") && wanted.endsWith("[]") ? "text[]" : "text";
  return `${column}::${text}::${shortType(to)}`;
}
function comparable(a, b) {
  const [left, right] = [base(a), base(b)];
  const groups = [...ASSIGNABLE.slice(0, 2), TEXT];
  return left === right || groups.some((group) => group.includes(left) && group.includes(right));
}
function base(type2) {
  return type2.replace(/\([^)]*\)/, "");
}

// src/catalog/enum.ts
var enumKind = {
  name: "enum",
  query: () => `
    select n.nspname as schema, null as "table", t.typname as name,
      (select json_build_object(
         'values', json_agg(enumlabel order by enumlabel collate "C"),
         'order', json_agg(enumlabel order by enumsortorder))
       from pg_enum where enumtypid = t.oid) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_type t join ns n on n.oid = t.typnamespace
    where t.typtype = 'e'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: (object) => [
    `CREATE TYPE ${qualifiedName(object.schema, object.name)} AS ENUM(${listOf(object, "order").map(quoteLiteral).join(", ")});`
  ],
  drop: ({ schema, name }) => [`DROP TYPE ${qualifiedName(schema, name)};`],
  rename: (before, after) => [
    `ALTER TYPE ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    values: (before, after, transition) => onlyAddsValues(before, after) ? addValues(before, after) : rebuild(before, after, transition),
    order: (before, after, transition) => equal(before.attributes["values"], after.attributes["values"]) ? rebuild(before, after, transition) : []
  },
  alsoAlters: ({ before, after }, transition) => onlyAddsValues(before, after) ? [] : columnsOfEnum(after, transition).map((column) => ({
    before: column,
    after: { ...column, attributes: { ...column.attributes, type: "text" } },
    attributes: ["type"]
  })),
  traits: {
    form: ["order"],
    formWhenUnused: true,
    reasons: { values: valuesReason, order: orderReason }
  }
};
function columnsOfEnum(type2, { actual, desired }) {
  return [...desired.objects.values()].filter((column) => {
    const old = actual.objects.get(column.id);
    return column.kind === "column" && column.needs.includes(type2.id) && old?.needs.includes(type2.id) === true && recordOf(column, "generated") === null && textOf(column, "type") === textOf(old, "type");
  });
}
function rebuild(before, after, transition) {
  const columns = columnsOfEnum(after, transition);
  const type2 = qualifiedName(after.schema, after.name);
  const alter = (column) => `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
  const away = columns.flatMap((column) => {
    const value = optionalText(transition.actual.objects.get(column.id) ?? column, "default");
    return [
      ...value === null ? [] : [`${alter(column)} DROP DEFAULT;`],
      `${alter(column)} SET DATA TYPE text${suffix(column)};`
    ];
  });
  const back = columns.flatMap((column) => {
    const value = optionalText(column, "default");
    const old = transition.actual.objects.get(column.id);
    const kept = old !== void 0 && optionalText(old, "default") === value;
    const name = quoteIdentifier(column.name);
    const full = `${type2}${suffix(column)}`;
    return [
      `${alter(column)} SET DATA TYPE ${full} USING ${name}::${full};`,
      ...value === null || !kept ? [] : [`${alter(column)} SET DEFAULT ${shortDefault(value, textOf(column, "type"))};`]
    ];
  });
  return [
    ...away,
    ...enumKind.drop(before),
    ...enumKind.create(after, transition.desired),
    ...back
  ];
}
function suffix(column) {
  return textOf(column, "type").endsWith("[]") ? "[]" : "";
}
function onlyAddsValues(before, after) {
  const wanted = listOf(after, "order");
  const old = listOf(before, "order");
  const kept = wanted.filter((value) => old.includes(value));
  return kept.length === old.length && kept.every((value, index) => value === old[index]);
}
function addValues(before, after) {
  const type2 = qualifiedName(after.schema, after.name);
  const present = listOf(before, "order");
  const wanted = listOf(after, "order");
  return wanted.flatMap((value, index) => {
    if (present.includes(value)) return [];
    const next = wanted.slice(index + 1).find((later) => present.includes(later));
    present.push(value);
    const place = next === void 0 ? "" : ` BEFORE ${quoteLiteral(next)}`;
    return [`ALTER TYPE ${type2} ADD VALUE ${quoteLiteral(value)}${place};`];
  });
}
function valuesReason(before, after) {
  const old = texts(before);
  const wanted = texts(after);
  const words = [
    ...wanted.filter((value) => !old.includes(value)).map((value) => `+ ${quoteLiteral(value)}`),
    ...old.filter((value) => !wanted.includes(value)).map((value) => `- ${quoteLiteral(value)}`)
  ];
  return `values: ${words.join(", ")}`;
}
function orderReason(before, after) {
  const old = texts(before);
  const wanted = texts(after);
  if (old.length !== wanted.length || old.some((value) => !wanted.includes(value))) return null;
  return `order of values: ${old.join(", ")} \u2192 ${wanted.join(", ")}`;
}

// src/catalog/blocking.ts
function retypes({ before, attributes }) {
  return before.kind === "column" && ["type", "collation"].some((name) => attributes.includes(name));
}
function rebuildsType({ before, after }) {
  return before.kind === "enum" && !onlyAddsValues(before, after);
}

// src/catalog/constraint.ts
function constraintQuery(type2, attributes, part) {
  return `
    select c.nspname as schema, c.relname as "table", k.conname as name,
      json_build_object(${attributes}) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, ${String(part)} as part,
      'pg_constraint'::regclass::oid as classid, k.oid as objid, 0 as objsubid
    from rel c
    join pg_constraint k on k.conrelid = c.oid
    left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
    where k.contype = '${type2}' and c.relkind in ('r', 'p') and k.conparentid = 0 and k.conislocal`;
}
function columnNames(relation, numbers, sorted = false) {
  return `(select json_agg(a.attname order by ${sorted ? 'a.attname collate "C"' : "n.at"})
    from unnest(${numbers}) with ordinality n (attnum, at)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.attnum)`;
}
var DEFERRABLE = `case when k.condeferred then 'DEFERRABLE INITIALLY DEFERRED'
  when k.condeferrable then 'DEFERRABLE' end`;
function deferrableClause(object) {
  const clause = object.attributes["deferrable"];
  return typeof clause === "string" ? ` ${clause}` : "";
}
function keyAttributes(version) {
  return `'columns', ${columnNames("c.oid", "k.conkey", true)},
    'order', ${columnNames("c.oid", "k.conkey")},
    'include', (select json_agg(a.attname order by n.at)
      from unnest(string_to_array(i.indkey::text, ' ')::int2[]) with ordinality n (attnum, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = n.attnum where n.at > i.indnkeyatts),
    'nullsNotDistinct', ${version >= 15e4 ? "coalesce(i.indnullsnotdistinct, false)" : "false"},
    'withoutOverlaps', ${version >= 18e4 ? "k.conperiod" : "false"},
    'deferrable', ${DEFERRABLE}`;
}
function keyClause(object, keyword) {
  const include = listOf(object, "include");
  const columns = listOf(object, "order");
  const last = object.attributes["withoutOverlaps"] === true ? " WITHOUT OVERLAPS" : "";
  return [
    keyword,
    object.attributes["nullsNotDistinct"] === true ? " NULLS NOT DISTINCT" : "",
    `(${columnList(columns)}${last})`,
    include.length > 0 ? ` INCLUDE (${columnList(include)})` : "",
    deferrableClause(object)
  ].join("");
}
function named(object, clause) {
  return `CONSTRAINT ${quoteIdentifier(object.name)} ${clause}`;
}
function addConstraint(object, clause) {
  return [`ALTER TABLE ${tableName(object)} ADD ${named(object, clause)};`];
}
function dropConstraint(object) {
  return [`ALTER TABLE ${tableName(object)} DROP CONSTRAINT ${quoteIdentifier(object.name)};`];
}
function renameConstraint(before, after) {
  return [
    `ALTER TABLE ${tableName(before)} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)};`
  ];
}
function validateConstraint(object) {
  return object.attributes["validated"] === true ? [`ALTER TABLE ${tableName(object)} VALIDATE CONSTRAINT ${quoteIdentifier(object.name)};`] : null;
}
function validatedReason(_before, after) {
  return `NOT VALID only in the ${after === true ? "database" : "models"}`;
}
function orderReason2(label) {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    const same = old.length === wanted.length && old.every((one) => wanted.includes(one));
    return same ? `${label}: (${old.join(", ")}) \u2192 (${wanted.join(", ")})` : null;
  };
}

// src/catalog/check.ts
var checkKind = {
  name: "check",
  query: (version) => constraintQuery(
    "c",
    `'expression', pg_get_expr(k.conbin, k.conrelid),
       'noInherit', k.connoinherit,
       'enforced', ${version >= 18e4 ? "k.conenforced" : "true"},
       'validated', k.convalidated`,
    true
  ),
  create: (object) => addConstraint(object, checkClause(object)),
  drop: dropConstraint,
  rename: renameConstraint,
  alter: { validated: (_before, after) => validateConstraint(after) },
  blocks: (_check, needed) => rebuildsType(needed),
  traits: { renamable: true, form: ["validated"], reasons: { validated: validatedReason } }
};
function checkClause(object) {
  const { noInherit, enforced, validated } = object.attributes;
  return [
    `CHECK (${bare(textOf(object, "expression"))})`,
    noInherit === true ? " NO INHERIT" : "",
    enforced === false ? " NOT ENFORCED" : "",
    validated === false && enforced !== false ? " NOT VALID" : ""
  ].join("");
}

// src/catalog/sequence.ts
var VALUE_OPTIONS = `'start', q.seqstart::text,
  'increment', q.seqincrement::text, 'min', q.seqmin::text, 'max', q.seqmax::text,
  'cache', q.seqcache::text, 'cycle', q.seqcycle`;
var MAXIMUM = {
  smallint: "32767",
  integer: "2147483647",
  bigint: "9223372036854775807"
};
var sequenceKind = {
  name: "sequence",
  // Those of identity columns are part of the column.
  query: () => `
    select c.nspname as schema, o.relname as "table", c.relname as name,
      json_build_object('type', format_type(q.seqtypid, null), ${VALUE_OPTIONS},
        'ownedBy', case when o.relname is null then null else json_build_array(o.nspname, o.relname, a.attname) end
      ) as attributes,
      case when o.relname is null then null else json_build_array('column', o.nspname, o.relname, a.attname) end as parent,
      o.relname is not null as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    join pg_sequence q on q.seqrelid = c.oid
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
      and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    left join (select t.oid, t.relname, tn.nspname from pg_class t join pg_namespace tn on tn.oid = t.relnamespace) o
      on o.oid = d.refobjid
    left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where c.relkind = 'S' and d.deptype is distinct from 'i'`,
  create: (object) => [
    `CREATE SEQUENCE ${qualifiedName(object.schema, object.name)}${typeClause(object)} ${options(object.attributes)};`
  ],
  drop: ({ schema, name }) => [`DROP SEQUENCE ${qualifiedName(schema, name)};`],
  alter: {
    type: set((object) => `AS ${textOf(object, "type")}`),
    start: set((object) => `START WITH ${textOf(object, "start")}`),
    increment: set((object) => `INCREMENT BY ${textOf(object, "increment")}`),
    min: set((object) => `MINVALUE ${textOf(object, "min")}`),
    max: set((object) => `MAXVALUE ${textOf(object, "max")}`),
    cache: set((object) => `CACHE ${textOf(object, "cache")}`),
    cycle: set((object) => object.attributes["cycle"] === true ? "CYCLE" : "NO CYCLE"),
    ownedBy: (_before, after) => [ownership(after)]
  },
  traits: {
    form: ["ownedBy"],
    follows: ["default", "identity"],
    reasons: { ownedBy: ownedByReason }
  }
};
function ownership(sequence) {
  const [schema, table, column] = listOf(sequence, "ownedBy");
  const owner = table === void 0 || column === void 0 ? "NONE" : `${relationName(schema ?? null, table)}.${columnList([column])}`;
  return `ALTER SEQUENCE ${qualifiedName(sequence.schema, sequence.name)} OWNED BY ${owner};`;
}
function options(attributes) {
  const value = (name) => {
    const option = attributes[name];
    return typeof option === "string" ? option : "";
  };
  return `INCREMENT BY ${value("increment")} MINVALUE ${value("min")} MAXVALUE ${value("max")} START WITH ${value("start")} CACHE ${value("cache")}${attributes["cycle"] === true ? " CYCLE" : ""}`;
}
function ownedSequences(column, schema) {
  return [...schema.objects.values()].filter(
    (object) => object.kind === "sequence" && object.parent === column.id
  );
}
function serialSequence(column, schema) {
  const id = objectId("sequence", column.schema ?? "", `${column.table ?? ""}_${column.name}_seq`);
  const sequence = schema.objects.get(id);
  const type2 = textOf(column, "type");
  if (sequence?.parent !== column.id || column.attributes["notNull"] !== true) return null;
  const wanted = {
    type: type2,
    start: "1",
    increment: "1",
    min: "1",
    max: MAXIMUM[type2],
    cache: "1",
    cycle: false
  };
  const same = Object.entries(wanted).every(([key, value]) => sequence.attributes[key] === value);
  return same && isCalled(sequence, column) ? sequence : null;
}
function callingSequence(column, schema) {
  return ownedSequences(column, schema).find((one) => isCalled(one, column)) ?? null;
}
function isCalled(sequence, column) {
  const calls = /^nextval\('(.+)'::regclass\)$/.exec(optionalText(column, "default") ?? "")?.[1];
  return calls?.endsWith(sequenceReference(sequence)) === true;
}
function sequenceReference(sequence) {
  return objectId("", sequence.name).slice(1);
}
function typeClause(object) {
  const type2 = textOf(object, "type");
  return type2 === "bigint" ? "" : ` AS ${type2}`;
}
function set(clause) {
  return (_before, after) => [
    `ALTER SEQUENCE ${qualifiedName(after.schema, after.name)} ${clause(after)};`
  ];
}
function ownedByReason(before, after) {
  const name = (value) => Array.isArray(value) ? value.join(".") : "nothing";
  return `owned by: ${name(before)} \u2192 ${name(after)}`;
}

// src/catalog/column-values.ts
function identityClause(column) {
  const identity = recordOf(column, "identity");
  if (!identity) return "";
  const name = qualifiedIdentitySequence(column);
  const kind = identity["generation"] === "ALWAYS" ? "ALWAYS" : "BY DEFAULT";
  return `GENERATED ${kind} AS IDENTITY (sequence name ${name} ${options(identity)})`;
}
var changeIdentity = (before, after, transition) => {
  const old = recordOf(before, "identity");
  const wanted = recordOf(after, "identity");
  if (old && wanted) return alterIdentity(before, after);
  if (wanted) return toIdentity(before, after, transition);
  return fromIdentity(before, after, transition);
};
var callsItsOwnByAnotherName = (before, after, { actual, desired }) => {
  const old = callingSequence(before, actual);
  const wanted = callingSequence(after, desired);
  return old !== null && wanted !== null && optionsThatDiffer(old, wanted).length === 0;
};
var renameOwnSequence = (before, after, { actual, desired }) => {
  const old = callingSequence(before, actual);
  const wanted = callingSequence(after, desired);
  if (!old || !wanted || old.id === wanted.id) return null;
  const { schema, name } = old;
  const differing = optionsThatDiffer(old, wanted);
  return [
    `ALTER SEQUENCE ${qualifiedName(schema, name)} RENAME TO ${quoteIdentifier(wanted.name)};`,
    ...Object.entries(sequenceKind.alter).filter(([option]) => differing.includes(option)).flatMap(([, alter]) => alter(old, wanted, { actual, desired }) ?? [])
  ];
};
function optionsThatDiffer(before, after) {
  return differingAttributes(before, after).filter((name) => name !== "ownedBy");
}
var changeDefault = (before, after, transition) => {
  if (recordOf(before, "identity") || recordOf(after, "identity")) return [];
  const renamed = renameOwnSequence(before, after, transition);
  if (renamed) return renamed;
  const made = missingSequences(after, transition.desired, transition.actual);
  const gone = missingSequences(before, transition.actual, transition.desired);
  const statement2 = setDefault(after);
  return [
    ...made.flatMap((sequence) => createAt(sequence, after)),
    statement2,
    ...made.map(ownership),
    ...gone.flatMap((sequence) => sequenceKind.drop(sequence))
  ];
};
function setDefault(after) {
  const value = optionalText(after, "default");
  return value === null ? `${alterColumn(after)} DROP DEFAULT;` : `${alterColumn(after)} SET DEFAULT ${shortDefault(value, textOf(after, "type"))};`;
}
function alterIdentity(before, after) {
  const old = recordOf(before, "identity") ?? {};
  const wanted = recordOf(after, "identity") ?? {};
  const clause = {
    generation: `SET GENERATED ${plain(wanted["generation"])}`,
    increment: `SET INCREMENT BY ${plain(wanted["increment"])}`,
    min: `SET MINVALUE ${plain(wanted["min"])}`,
    max: `SET MAXVALUE ${plain(wanted["max"])}`,
    start: `SET START WITH ${plain(wanted["start"])}`,
    cache: `SET CACHE ${plain(wanted["cache"])}`,
    cycle: wanted["cycle"] === true ? "SET CYCLE" : "SET NO CYCLE"
  };
  return Object.entries(clause).filter(([key]) => old[key] !== wanted[key]).map(([, text]) => `${alterColumn(after)} ${text};`);
}
function toIdentity(before, after, transition) {
  const owned = missingSequences(before, transition.actual, transition.desired);
  const name = qualifiedIdentitySequence(after);
  const add = `${alterColumn(after)} ADD ${identityClause(after)};`;
  const drop = [
    ...optionalText(before, "default") === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`],
    ...before.attributes["notNull"] === true ? [] : [`${alterColumn(after)} SET NOT NULL;`]
  ];
  const [serial] = owned;
  if (!serial) return [...drop, add, positionAfterRows(name, after)];
  const aside = asideName(serial.name);
  return [
    ...drop,
    `ALTER SEQUENCE ${qualifiedName(serial.schema, serial.name)} RENAME TO ${quoteIdentifier(aside)};`,
    add,
    positionOf(name, qualifiedName(serial.schema, aside)),
    ...owned.map(
      (sequence) => sequence === serial ? `DROP SEQUENCE ${qualifiedName(serial.schema, aside)};` : sequenceKind.drop(sequence).join(" ")
    )
  ];
}
function fromIdentity(before, after, transition) {
  const made = missingSequences(after, transition.desired, transition.actual);
  const dropIdentity = `${alterColumn(after)} DROP IDENTITY;`;
  const value = optionalText(after, "default") === null ? [] : [setDefault(after)];
  const [serial] = made;
  if (!serial) return [dropIdentity, ...value];
  const old = qualifiedIdentitySequence(before);
  const aside = asideName(identitySequenceName(before));
  return [
    `ALTER SEQUENCE ${old} RENAME TO ${quoteIdentifier(aside)};`,
    ...made.flatMap((sequence) => sequenceKind.create(sequence, transition.desired)),
    positionOf(qualifiedName(serial.schema, serial.name), qualifiedName(before.schema, aside)),
    dropIdentity,
    ...value,
    ...made.map(ownership)
  ];
}
function missingSequences(column, here, there) {
  return ownedSequences(column, here).filter(({ id }) => !there.objects.has(id));
}
function createAt(sequence, column) {
  const name = qualifiedName(sequence.schema, sequence.name);
  return [
    ...sequenceKind.create(sequence, { objects: /* @__PURE__ */ new Map(), uncovered: {} }),
    positionAfterRows(name, column)
  ];
}
function positionAfterRows(sequence, column) {
  return `SELECT setval(${quoteLiteral(sequence)}, (SELECT max(${quoteIdentifier(column.name)}) FROM ${tableName(column)}));`;
}
function positionOf(sequence, other) {
  return `SELECT setval(${quoteLiteral(sequence)}, last_value, is_called) FROM ${other};`;
}
function asideName(name) {
  return `${name.slice(0, 50)}_old`;
}
function identitySequenceName(column) {
  const name = (optionalText(column, "identitySequence") ?? "").replace(/^.*\.(?=[^.]+$)/, "");
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
function qualifiedIdentitySequence(column) {
  return qualifiedName(column.schema, identitySequenceName(column));
}
function alterColumn(column) {
  return `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
}

// src/catalog/column.ts
var SERIAL = {
  smallint: "smallserial",
  integer: "serial",
  bigint: "bigserial"
};
var columnKind = {
  name: "column",
  // What a partition or a child takes from its parent is the parent's.
  query: () => `
    select c.nspname as schema, c.relname as "table", a.attname as name,
      json_build_object(
        'type', format_type(a.atttypid, a.atttypmod),
        'collation', (select quote_ident(l.collname) from pg_collation l
          where l.oid = a.attcollation and a.attcollation <> t.typcollation),
        'notNull', a.attnotnull,
        'default', case when a.attgenerated = '' and pg_get_expr(d.adbin, d.adrelid) !~ '^NULL::[^()]*(\\(\\d+\\))?$'
          then pg_get_expr(d.adbin, d.adrelid) end,
        'identity', (select json_build_object(
            'generation', case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, ${VALUE_OPTIONS})
          from pg_depend i join pg_sequence q on q.seqrelid = i.objid
          where a.attidentity <> '' and i.refclassid = 'pg_class'::regclass and i.refobjid = c.oid
            and i.refobjsubid = a.attnum and i.classid = 'pg_class'::regclass and i.deptype = 'i'),
        'identitySequence', (select i.objid::regclass::text
          from pg_depend i
          where a.attidentity <> '' and i.refclassid = 'pg_class'::regclass and i.refobjid = c.oid
            and i.refobjsubid = a.attnum and i.classid = 'pg_class'::regclass and i.deptype = 'i'),
        'generated', case when a.attgenerated <> '' then json_build_object(
          'expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's') end
      ) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, true as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, a.attnum::int as objsubid
    from rel c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and (a.attislocal or a.attinhcount = 0)
    order by c.oid, a.attnum`,
  create: (object, schema) => [
    `ALTER TABLE ${tableName(object)} ADD COLUMN ${columnDefinition(object, schema)};`
  ],
  drop: (object) => [
    `ALTER TABLE ${tableName(object)} DROP COLUMN ${quoteIdentifier(object.name)};`
  ],
  rename: (before, after) => [
    `ALTER TABLE ${tableName(before)} RENAME COLUMN ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    generated: changeGenerated,
    type: changeType,
    collation: (before, after) => sameType(before, after) ? setType(before, after) : [],
    identity: changeIdentity,
    identitySequence: renameIdentitySequence,
    default: (before, after, transition) => sameType(before, after) ? changeDefault(before, after, transition) : [],
    notNull: changeNotNull
  },
  // Only values that are computed can be had again.
  recreatable: (before, after) => recordOf(before, "generated") !== null || recordOf(after, "generated") !== null,
  blocks: (column, needed) => recordOf(column, "generated") !== null && (retypes(needed) || rebuildsType(needed)),
  traits: {
    form: ["identitySequence"],
    formWhen: { default: callsItsOwnByAnotherName },
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? "models" : "database"}`,
      identity: identityReason,
      generated: generatedReason,
      identitySequence: sequenceReason
    }
  }
};
function columnDefinition(column, schema, primaryKey = false) {
  const serial = serialSequence(column, schema);
  const type2 = textOf(column, "type");
  const collation = optionalText(column, "collation");
  const fallback = serial ? null : optionalText(column, "default");
  const generated = recordOf(column, "generated");
  return [
    quoteIdentifier(column.name),
    serial ? SERIAL[type2] ?? type2 : shortType(type2),
    collation === null ? "" : `COLLATE ${collation}`,
    primaryKey ? "PRIMARY KEY" : "",
    generated ? generatedClause(generated) : "",
    identityClause(column),
    fallback === null ? "" : `DEFAULT ${shortDefault(fallback, type2)}`,
    column.attributes["notNull"] === true ? "NOT NULL" : ""
  ].filter((word) => word !== "").join(" ");
}
function generatedClause(generated) {
  const { expression, stored } = generated;
  return `GENERATED ALWAYS AS (${typeof expression === "string" ? bare(expression) : ""}) ${stored === true ? "STORED" : "VIRTUAL"}`;
}
function changeGenerated(before, after) {
  const old = recordOf(before, "generated");
  if (recordOf(after, "generated") !== null || old?.["stored"] !== true) return null;
  return [`${alterColumn2(after)} DROP EXPRESSION;`];
}
function changeType(before, after, transition) {
  if (recordOf(after, "generated") !== null) return setType(before, after);
  const old = optionalText(before, "default");
  const wanted = optionalText(after, "default");
  const type2 = textOf(after, "type");
  return [
    ...renameOwnSequence(before, after, transition) ?? [],
    ...old === null ? [] : [`${alterColumn2(after)} DROP DEFAULT;`],
    ...setType(before, after),
    ...wanted === null ? [] : [`${alterColumn2(after)} SET DEFAULT ${shortDefault(wanted, type2)};`]
  ];
}
function setType(before, after) {
  const name = quoteIdentifier(after.name);
  const type2 = textOf(after, "type");
  const collation = optionalText(after, "collation");
  const using = conversion(name, textOf(before, "type"), type2);
  return [
    `${alterColumn2(after)} SET DATA TYPE ${shortType(type2)}${collation === null ? "" : ` COLLATE ${collation}`}${using === null ? "" : ` USING ${using}`};`
  ];
}
function changeNotNull(_before, after) {
  const verb = after.attributes["notNull"] === true ? "SET" : "DROP";
  return [`${alterColumn2(after)} ${verb} NOT NULL;`];
}
function renameIdentitySequence(before, after) {
  const old = optionalText(before, "identitySequence");
  const wanted = optionalText(after, "identitySequence");
  if (old === null || wanted === null) return [];
  return [`ALTER SEQUENCE ${old} RENAME TO ${wanted.replace(/^.*\./, "")};`];
}
function alterColumn2(column) {
  return `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
}
function sameType(before, after) {
  return textOf(before, "type") === textOf(after, "type");
}
function identityReason(before, after) {
  const words = (value) => isRecord(value) ? plain(value["generation"]).toLowerCase() : "none";
  if (!isRecord(before) || !isRecord(after)) {
    return `identity: ${words(before)} \u2192 ${words(after)}`;
  }
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const parts = changed.map((key) => `${key} ${plain(before[key])} \u2192 ${plain(after[key])}`);
  return `identity: ${parts.join(", ")}`;
}
function sequenceReason(before, after) {
  return typeof before === "string" && typeof after === "string" ? `its sequence under another name: ${before} \u2192 ${after}` : null;
}
function generatedReason(before, after) {
  const words = (value) => isRecord(value) ? `${plain(value["expression"])}${value["stored"] === true ? "" : " (virtual)"}` : "none";
  return `generated: ${words(before)} \u2192 ${words(after)}`;
}

// src/catalog/extension.ts
var extensionKind = {
  name: "extension",
  query: () => `
    select null as schema, null as "table", extname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_extension'::regclass::oid as classid, oid as objid, 0 as objsubid
    from pg_extension where extname <> 'plpgsql'`,
  create: ({ name }) => [`CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP EXTENSION ${quoteIdentifier(name)};`],
  alter: {},
  traits: {}
};

// src/catalog/foreign-key.ts
var ACTION = (column) => `case k.${column}
  when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
  when 'n' then 'set null' when 'd' then 'set default' end`;
var PAIRED = (own) => `(select json_agg(${own} order by l.attname collate "C")
  from unnest(k.conkey, k.confkey) p (local, remote)
  join pg_attribute l on l.attrelid = k.conrelid and l.attnum = p.local
  join pg_attribute r on r.attrelid = k.confrelid and r.attnum = p.remote)`;
var foreignKeyKind = {
  name: "foreign key",
  query: (version) => constraintQuery(
    "f",
    `'columns', ${PAIRED("l.attname")},
       'target', (select json_build_array(tn.nspname, t.relname)
         from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = k.confrelid),
       'targetColumns', ${PAIRED("r.attname")},
       'onDelete', ${ACTION("confdeltype")},
       'onDeleteColumns', ${version >= 15e4 ? columnNames("k.conrelid", "k.confdelsetcols") : "null"},
       'onUpdate', ${ACTION("confupdtype")},
       'match', case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end,
       'deferrable', ${DEFERRABLE},
       'enforced', ${version >= 18e4 ? "k.conenforced" : "true"},
       'validated', k.convalidated`,
    false
  ),
  create: (object) => addConstraint(object, foreignKeyClause(object)),
  drop: dropConstraint,
  rename: renameConstraint,
  alter: { validated: (_before, after) => validateConstraint(after) },
  // Its two sides can't be compared while one of them has the other type.
  blocks: (_key, needed) => retypes(needed) && !comparable(textOf(needed.before, "type"), textOf(needed.after, "type")),
  traits: {
    renamable: true,
    form: ["validated"],
    reasons: { validated: validatedReason }
  }
};
function foreignKeyClause(object) {
  const [schema, table] = listOf(object, "target");
  const deleteColumns = listOf(object, "onDeleteColumns");
  const { match, enforced, validated } = object.attributes;
  return [
    `FOREIGN KEY (${columnList(listOf(object, "columns"))}) `,
    `REFERENCES ${qualifiedName(schema ?? null, table ?? "")}(${columnList(listOf(object, "targetColumns"))})`,
    match === "full" ? " MATCH FULL" : "",
    ` ON DELETE ${textOf(object, "onDelete")}`,
    deleteColumns.length > 0 ? ` (${columnList(deleteColumns)})` : "",
    ` ON UPDATE ${textOf(object, "onUpdate")}`,
    deferrableClause(object),
    enforced === false ? " NOT ENFORCED" : "",
    validated === false && enforced !== false ? " NOT VALID" : ""
  ].join("");
}

// src/catalog/index-kind.ts
var indexKind = {
  name: "index",
  query: (version) => `
    select c.nspname as schema, c.relname as "table", x.relname as name,
      json_build_object(
        'method', am.amname,
        'unique', i.indisunique,
        'columns', (select json_agg(json_build_object(
            'expression', pg_get_indexdef(i.indexrelid, n::int, false),
            'class', case when not o.opcdefault then o.opcname end,
            'collation', (select quote_ident(l.collname) from pg_collation l, pg_attribute a
              where a.attrelid = i.indexrelid and a.attnum = n and l.oid = i.indcollation[n - 1]
                and i.indcollation[n - 1] <> coalesce(
                  (select ta.attcollation from pg_attribute ta
                   where ta.attrelid = i.indrelid and ta.attnum = i.indkey[n - 1] and ta.attnum > 0),
                  (select t.typcollation from pg_type t where t.oid = a.atttypid)))
          ) order by n)
          from generate_series(1, i.indnkeyatts) n join pg_opclass o on o.oid = i.indclass[n - 1]),
        'directions', (select json_agg(case when i.indoption[n - 1] & 1 = 1 then 'desc' else 'asc' end order by n)
          from generate_series(1, i.indnkeyatts) n),
        'nulls', (select json_agg(case when i.indoption[n - 1] & 2 = 2 then 'first' else 'last' end order by n)
          from generate_series(1, i.indnkeyatts) n),
        'include', (select json_agg(pg_get_indexdef(i.indexrelid, n::int, false) order by n)
          from generate_series(i.indnkeyatts + 1, i.indnatts) n),
        'where', pg_get_expr(i.indpred, i.indrelid),
        'with', (select json_agg(option order by option) from unnest(x.reloptions) option),
        'nullsNotDistinct', ${version >= 15e4 ? "i.indnullsnotdistinct" : "false"},
        'valid', i.indisvalid
      ) as attributes,
      json_build_array(case when c.relkind = 'm' then 'materialized view' else 'table' end, c.nspname, c.relname) as parent,
      false as part,
      'pg_class'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`,
  create: (object) => [createIndex(object)],
  drop: ({ schema, name }) => [`DROP INDEX ${relationName(schema, name)};`],
  rename: (before, after) => [
    `ALTER INDEX ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {},
  blocks: (_index, needed) => rebuildsType(needed),
  traits: {
    renamable: true,
    form: ["nulls"],
    reasons: {
      columns: columnsReason,
      directions: sameLength("directions"),
      nulls: sameLength("nulls"),
      valid: (before) => before === true ? "valid only in the database" : "the index is invalid"
    }
  }
};
function createIndex(object) {
  const include = listOf(object, "include");
  const settings = listOf(object, "with");
  const where = optionalText(object, "where");
  return [
    `CREATE ${object.attributes["unique"] === true ? "UNIQUE " : ""}INDEX ${quoteIdentifier(object.name)}`,
    ` ON ${tableName(object)} USING ${textOf(object, "method")} (${indexColumns(object)})`,
    include.length > 0 ? ` INCLUDE (${include.join(", ")})` : "",
    object.attributes["nullsNotDistinct"] === true ? " NULLS NOT DISTINCT" : "",
    settings.length > 0 ? ` WITH (${settings.join(", ")})` : "",
    where === null ? "" : ` WHERE ${where}`,
    ";"
  ].join("");
}
function indexColumns(object) {
  const columns = object.attributes["columns"];
  const directions = listOf(object, "directions");
  const nulls = listOf(object, "nulls");
  return (Array.isArray(columns) ? columns : []).map((column, index) => {
    const parts = isRecord(column) ? column : {};
    const descending = directions[index] === "desc";
    const usual = descending ? "first" : "last";
    return [
      quoteColumn(plain(parts["expression"])),
      typeof parts["collation"] === "string" ? ` COLLATE ${parts["collation"]}` : "",
      typeof parts["class"] === "string" ? ` ${parts["class"]}` : "",
      descending ? " DESC" : "",
      nulls[index] === usual ? "" : ` NULLS ${(nulls[index] ?? "last").toUpperCase()}`
    ].join("");
  }).join(",");
}
function quoteColumn(expression) {
  return /^[a-z_][a-z0-9_$]*$/.test(expression) ? columnList([expression]) : expression;
}
function sameLength(label) {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    return old.length === wanted.length ? `${label}: (${old.join(", ")}) \u2192 (${wanted.join(", ")})` : null;
  };
}
function columnsReason(before, after) {
  const words = (value) => (Array.isArray(value) ? value : []).map(
    (column) => isRecord(column) ? [column["expression"], column["collation"], column["class"]].filter((word) => typeof word === "string").join(" ") : ""
  ).join(", ");
  return `columns: (${words(before)}) \u2192 (${words(after)})`;
}

// src/catalog/policy.ts
var policyKind = {
  name: "policy",
  query: () => `
    select c.nspname as schema, c.relname as "table", p.polname as name,
      json_build_object(
        'command', case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
          when 'd' then 'DELETE' else 'ALL' end,
        'permissive', p.polpermissive,
        'roles', (select json_agg(role order by role) from (
          select case r when 0 then 'public' else pg_get_userbyid(r)::text end as role from unnest(p.polroles) r) roles),
        'using', pg_get_expr(p.polqual, p.polrelid),
        'check', pg_get_expr(p.polwithcheck, p.polrelid)
      ) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, false as part,
      'pg_policy'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from rel c join pg_policy p on p.polrelid = c.oid`,
  create: (object) => [
    `CREATE POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)} AS ${object.attributes["permissive"] === true ? "PERMISSIVE" : "RESTRICTIVE"} FOR ${textOf(object, "command")} TO ${roles(object)}${expressions(object)};`
  ],
  drop: (object) => [`DROP POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER POLICY ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    roles: (_before, after) => [`${alterPolicy(after)} TO ${roles(after)};`],
    using: (before, after) => changeExpression(before, after, "using"),
    check: (before, after) => changeExpression(before, after, "check")
  },
  blocks: (_policy, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true }
};
function changeExpression(_before, after, attribute) {
  const expression = optionalText(after, attribute);
  if (expression === null) return null;
  const keyword = attribute === "using" ? "USING" : "WITH CHECK";
  return [`${alterPolicy(after)} ${keyword} (${bare(expression)});`];
}
function alterPolicy(object) {
  return `ALTER POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)}`;
}
function roles(object) {
  return listOf(object, "roles").map((role) => role === "public" ? role : quoteIdentifier(role)).join(", ");
}
function expressions(object) {
  const using = optionalText(object, "using");
  const check = optionalText(object, "check");
  return `${using === null ? "" : ` USING (${bare(using)})`}${check === null ? "" : ` WITH CHECK (${bare(check)})`}`;
}

// src/catalog/primary-key.ts
var primaryKeyKind = {
  name: "primary key",
  query: (version) => constraintQuery("p", keyAttributes(version), true),
  create: (object) => addConstraint(object, keyClause(object, "PRIMARY KEY")),
  drop: dropConstraint,
  rename: renameConstraint,
  alter: {},
  traits: {
    renamable: true,
    form: ["order"],
    reasons: { order: orderReason2("order of columns") }
  }
};

// src/catalog/role.ts
var roleKind = {
  name: "role",
  query: () => `
    select null as schema, null as "table", rolname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_authid'::regclass::oid as classid, oid as objid, 0 as objsubid
    from pg_roles where rolname !~ '^pg_' and rolname <> session_user and not rolsuper`,
  create: ({ name }) => [`CREATE ROLE ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP ROLE ${quoteIdentifier(name)};`],
  alter: {},
  traits: {}
};

// src/catalog/schema.ts
var schemaKind = {
  name: "schema",
  query: () => `
    select null as schema, null as "table", nspname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_namespace'::regclass::oid as classid, oid as objid, 0 as objsubid
    from ns where nspname <> 'public'`,
  create: ({ name }) => [`CREATE SCHEMA ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP SCHEMA ${quoteIdentifier(name)};`],
  alter: {},
  traits: { formWhenUnused: true }
};

// src/catalog/unique.ts
var uniqueKind = {
  name: "unique",
  query: (version) => constraintQuery("u", keyAttributes(version), true),
  create: (object) => addConstraint(object, keyClause(object, "UNIQUE")),
  drop: dropConstraint,
  rename: renameConstraint,
  alter: {},
  traits: {
    renamable: true,
    form: ["order"],
    reasons: { order: orderReason2("order of columns") }
  }
};

// src/catalog/table.ts
var tableKind = {
  name: "table",
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
        'partitionKey', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
        'partitionOf', case when c.relispartition then (
          select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) end,
        'bound', pg_get_expr(c.relpartbound, c.oid),
        'inherits', case when not c.relispartition then (
          select json_agg(i.inhparent::regclass::text order by i.inhseqno)
          from pg_inherits i where i.inhrelid = c.oid) end,
        'rowSecurity', c.relrowsecurity,
        'forceRowSecurity', c.relforcerowsecurity,
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option)
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind in ('r', 'p')`,
  create: createTable,
  drop: ({ schema, name }) => [`DROP TABLE ${relationName(schema, name)};`],
  rename: (before, after) => [
    `ALTER TABLE ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    persistence: (_before, after) => [
      `${alterTable(after)} SET ${after.attributes["persistence"] === "unlogged" ? "UNLOGGED" : "LOGGED"};`
    ],
    rowSecurity: (_before, after) => [
      `${alterTable(after)} ${after.attributes["rowSecurity"] === true ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY;`
    ],
    forceRowSecurity: (_before, after) => [
      `${alterTable(after)} ${after.attributes["forceRowSecurity"] === true ? "" : "NO "}FORCE ROW LEVEL SECURITY;`
    ],
    options: setOptions,
    inherits: (before, after) => {
      const old = listOf(before, "inherits");
      const wanted = listOf(after, "inherits");
      return [
        ...old.filter((one) => !wanted.includes(one)).map((one) => `${alterTable(after)} NO INHERIT ${one};`),
        ...wanted.filter((one) => !old.includes(one)).map((one) => `${alterTable(after)} INHERIT ${one};`)
      ];
    }
  },
  recreatable: () => false,
  traits: {
    reasons: {
      rowSecurity: (_before, after) => `row level security enabled only in the ${after === true ? "models" : "database"}`,
      forceRowSecurity: (_before, after) => `row level security forced only in the ${after === true ? "models" : "database"}`
    }
  }
};
function createTable(table, schema) {
  const parts = [...schema.objects.values()].filter(
    (object) => object.part && object.parent === table.id
  );
  const apart = parts.filter((part) => standsApart(part, parts));
  const inside = parts.filter((part) => !apart.includes(part));
  const columns = parts.filter((part) => part.kind === "column");
  const sequences = columns.flatMap(
    (column) => ownedSequences(column, schema).filter((one) => one !== serialSequence(column, schema))
  );
  return [
    ...sequences.flatMap((sequence) => sequenceKind.create(sequence, schema)),
    statement(table, columns, inside, schema),
    ...apart.flatMap(
      (part) => (part.kind === "unique" ? uniqueKind : checkKind).create(part, schema)
    ),
    ...sequences.map(ownership),
    ...table.attributes["rowSecurity"] === true ? [`${alterTable(table)} ENABLE ROW LEVEL SECURITY;`] : [],
    ...table.attributes["forceRowSecurity"] === true ? [`${alterTable(table)} FORCE ROW LEVEL SECURITY;`] : []
  ];
}
function standsApart(part, parts) {
  if (part.kind === "check") return part.attributes["validated"] === false;
  if (part.kind !== "unique") return false;
  const columns = listOf(part, "order").join();
  const twins = parts.filter(
    (other) => (other.kind === "unique" || other.kind === "primary key") && listOf(other, "order").join() === columns
  );
  return twins.length > 1 && twins.some((twin) => twin.kind === "primary key" || twin.id < part.id);
}
function statement(table, columns, parts, schema) {
  const partitionOf = optionalText(table, "partitionOf");
  const key = optionalText(table, "partitionKey");
  const inherits = listOf(table, "inherits");
  const settings = listOf(table, "options");
  const unlogged = table.attributes["persistence"] === "unlogged" ? "UNLOGGED " : "";
  const head = `CREATE ${unlogged}TABLE ${relationName(table.schema, table.name)}`;
  const members = membersOf(table, columns, parts, schema);
  const body = members.length > 0 ? ` (
${members.map((member) => `	${member}`).join(",\n")}
)` : " ()";
  return [
    head,
    partitionOf === null ? body : ` PARTITION OF ${partitionOf}${members.length > 0 ? body : ""} ${optionalText(table, "bound") ?? ""}`,
    inherits.length > 0 ? ` INHERITS (${inherits.join(", ")})` : "",
    key === null ? "" : ` PARTITION BY ${key}`,
    settings.length > 0 ? ` WITH (${settings.join(", ")})` : "",
    ";"
  ].join("");
}
function membersOf(table, columns, parts, schema) {
  const inline = parts.find((part) => part.kind === "primary key" && isPlainKey(part, table));
  const [keyColumn] = inline ? listOf(inline, "order") : [];
  const plain2 = columns.some((column) => column.name === keyColumn);
  return [
    ...columns.map((column) => columnDefinition(column, schema, column.name === keyColumn)),
    ...parts.filter((part) => !(plain2 && part === inline)).flatMap(constraintMember)
  ];
}
function constraintMember(part) {
  switch (part.kind) {
    case "primary key":
      return [named(part, keyClause(part, "PRIMARY KEY"))];
    case "unique":
      return [named(part, keyClause(part, "UNIQUE"))];
    case "check":
      return [named(part, checkClause(part))];
    default:
      return [];
  }
}
function isPlainKey(key, table) {
  const usual = objectId("primary key", table.schema ?? "", table.name, `${table.name}_pkey`);
  const { deferrable, include } = key.attributes;
  return key.id === usual && listOf(key, "order").length === 1 && deferrable === null && include === null;
}
function setOptions(before, after) {
  const wanted = listOf(after, "options");
  const names = wanted.map((option) => option.split("=")[0]);
  const gone = listOf(before, "options").map((option) => option.split("=")[0]).filter((name) => !names.includes(name));
  return [
    ...wanted.length > 0 ? [`${alterTable(after)} SET (${wanted.join(", ")});`] : [],
    ...gone.length > 0 ? [`${alterTable(after)} RESET (${gone.join(", ")});`] : []
  ];
}
function alterTable(table) {
  return `ALTER TABLE ${relationName(table.schema, table.name)}`;
}

// src/catalog/view.ts
var viewKind = {
  name: "view",
  query: () => viewQuery("v"),
  create: (object) => [createView("VIEW", object)],
  drop: ({ schema, name }) => [`DROP VIEW ${relationName(schema, name)};`],
  alter: { options: (before, after) => setOptions2("VIEW", before, after) },
  blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
  traits: {}
};
var materializedViewKind = {
  name: "materialized view",
  query: () => viewQuery("m"),
  create: (object) => [createView("MATERIALIZED VIEW", object)],
  drop: ({ schema, name }) => [`DROP MATERIALIZED VIEW ${relationName(schema, name)};`],
  alter: { options: (before, after) => setOptions2("MATERIALIZED VIEW", before, after) },
  blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
  traits: {}
};
function viewQuery(relkind) {
  return `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'definition', pg_get_viewdef(c.oid),
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option)
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind = '${relkind}'`;
}
function createView(keyword, object) {
  const settings = listOf(object, "options");
  const name = relationName(object.schema, object.name);
  const clause = settings.length > 0 ? ` WITH (${settings.join(", ")})` : "";
  return `CREATE ${keyword} ${name}${clause} AS ${textOf(object, "definition").trim().replace(/;$/, "")};`;
}
function setOptions2(keyword, before, after) {
  const name = relationName(after.schema, after.name);
  const wanted = listOf(after, "options");
  const keys = wanted.map(optionName);
  const gone = listOf(before, "options").map(optionName).filter((key) => !keys.includes(key));
  return [
    ...wanted.length > 0 ? [`ALTER ${keyword} ${name} SET (${wanted.join(", ")});`] : [],
    ...gone.length > 0 ? [`ALTER ${keyword} ${name} RESET (${gone.join(", ")});`] : []
  ];
}
function optionName(option) {
  return option.slice(0, option.indexOf("="));
}

// src/catalog/index.ts
var kinds = {
  schema: schemaKind,
  extension: extensionKind,
  role: roleKind,
  enum: enumKind,
  sequence: sequenceKind,
  table: tableKind,
  column: columnKind,
  "primary key": primaryKeyKind,
  unique: uniqueKind,
  check: checkKind,
  index: indexKind,
  "foreign key": foreignKeyKind,
  view: viewKind,
  "materialized view": materializedViewKind,
  policy: policyKind
};
function kindOf(name) {
  const kind = Object.entries(kinds).find(([key]) => key === name)?.[1];
  if (!kind) throw new Error(`no kind of object is called ${name}`);
  return kind;
}
var traits = Object.fromEntries(
  Object.values(kinds).map((kind) => [kind.name, kind.traits])
);

// src/catalog/uncovered.ts
var notOfExtension = (classid, oid) => `not exists (select from ext where classid = '${classid}'::regclass and objid = ${oid})`;
var routine = (noun, kind) => ({
  noun,
  query: `select p.oid::regprocedure::text as name from pg_proc p join ns n on n.oid = p.pronamespace
    where p.prokind = '${kind}' and ${notOfExtension("pg_proc", "p.oid")}
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`
});
var type = (noun, kind) => ({
  noun,
  query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
    where t.typtype = '${kind}' and ${notOfExtension("pg_type", "t.oid")}`
});
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
var onTable = `quote_ident(c.nspname) || '.' || quote_ident(c.relname)`;
var uncovered = [
  routine("functions", "f"),
  routine("procedures", "p"),
  routine("aggregates", "a"),
  routine("window functions", "w"),
  {
    noun: "triggers",
    query: `select ${onTable} || '.' || quote_ident(t.tgname) as name
      from pg_trigger t join rel c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0`
  },
  global("event triggers", "pg_event_trigger", "evtname"),
  {
    noun: "rules",
    query: `select ${onTable} || '.' || quote_ident(r.rulename) as name
      from pg_rewrite r join rel c on c.oid = r.ev_class where r.rulename <> '_RETURN'`
  },
  type("domains", "d"),
  {
    noun: "composite types",
    // Such a type belongs to an extension by itself, not by its row of pg_class.
    query: `select ${onTable} as name from rel c
      where c.relkind = 'c' and ${notOfExtension("pg_type", "c.reltype")}`
  },
  type("range types", "r"),
  {
    noun: "base types",
    query: `select t.oid::regtype::text as name from pg_type t join ns n on n.oid = t.typnamespace
      where t.typtype = 'b' and t.typcategory <> 'A' and ${notOfExtension("pg_type", "t.oid")}`
  },
  {
    noun: "exclusion constraints",
    query: `select ${onTable} || '.' || quote_ident(k.conname) as name
      from pg_constraint k join rel c on c.oid = k.conrelid where k.contype = 'x' and k.conparentid = 0`
  },
  inSchema("statistics objects", "pg_statistic_ext", "stx"),
  {
    noun: "comments",
    query: `select pg_describe_object(d.classoid, d.objoid, d.objsubid) as name from pg_description d
      where d.objoid >= 16384 and ${notOfExtension("d.classoid", "d.objoid").replace("'d.classoid'::regclass", "d.classoid")}
        and d.classoid <> 'pg_extension'::regclass
        and not exists (select from pg_class t where t.oid = d.objoid and t.relnamespace not in (select oid from ns))
        and d.description <> '${ASSUMED_COMMENT}'`
  },
  {
    noun: "grants",
    query: `select ${onTable} || ': ' || g.privilege_type || ' to ' || coalesce(pg_get_userbyid(nullif(g.grantee, 0)), 'public') as name
      from rel c, aclexplode(c.relacl) g where g.grantee <> c.relowner and c.relkind in ('r', 'p', 'v', 'm', 'S')`
  },
  global("publications", "pg_publication", "pubname"),
  {
    noun: "operators",
    query: `select o.oid::regoperator::text as name from pg_operator o join ns n on n.oid = o.oprnamespace
      where ${notOfExtension("pg_operator", "o.oid")}`
  },
  {
    noun: "casts",
    query: `select format_type(x.castsource, null) || ' as ' || format_type(x.casttarget, null) as name
      from pg_cast x where x.oid >= 16384 and ${notOfExtension("pg_cast", "x.oid")}
        and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = x.oid and d.deptype = 'i')`
  },
  {
    noun: "foreign tables",
    query: `select ${onTable} as name from rel c where c.relkind = 'f'`
  },
  global("foreign data wrappers", "pg_foreign_data_wrapper", "fdwname"),
  global("foreign servers", "pg_foreign_server", "srvname"),
  inSchema("text search configurations", "pg_ts_config", "cfg"),
  inSchema("text search dictionaries", "pg_ts_dict", "dict"),
  inSchema("collations", "pg_collation", "coll"),
  inSchema("operator classes", "pg_opclass", "opc"),
  global("procedural languages", "pg_language", "lanname")
];
function uncoveredQuery() {
  return uncovered.map(({ noun, query }) => `select '${noun}' as noun, name from (${query}) as found`).join("\nunion all\n");
}

// src/catalog/introspect.ts
var PREPARED = "plumbline_catalog";
var SESSION = `select current_setting('search_path') as path,
  exists (select from pg_prepared_statements where name = '${PREPARED}') as prepared`;
async function introspect(db, options2 = {}) {
  const [session] = await db.query(SESSION);
  await setSearchPath(db, "public");
  if (session?.prepared !== true)
    await db.exec(`prepare ${PREPARED} as ${composeQuery(db.version)}`);
  const [answer] = await db.query(`execute ${PREPARED}`);
  await setSearchPath(db, session?.path ?? "public");
  const rows = answer?.objects ?? [];
  const needs = resolveNeeds(
    new Map(rows.map((row) => [row.address.join(), idOf(row)])),
    answer?.aliases ?? [],
    answer?.dependencies ?? []
  );
  const objects = new Map(rows.map((row) => [idOf(row), objectOf(row, needs)]));
  return withoutBookkeeping(
    { objects, uncovered: groupNames(answer?.uncovered ?? []) },
    options2.exclude ?? []
  );
}
async function setSearchPath(db, path) {
  await db.query(`select set_config('search_path', $1, false)`, [path]);
}
function idOf({ kind, schema, table, name }) {
  const parts = kind === "sequence" ? [schema, name] : [schema, table, name];
  return objectId(kind, ...parts.filter((part) => part !== null));
}
function objectOf(row, needs) {
  const id = idOf(row);
  const [parentKind = "", ...parentName] = row.parent ?? [];
  const parent = row.parent ? objectId(parentKind, ...parentName) : null;
  return {
    id,
    kind: row.kind,
    schema: row.schema,
    table: row.table,
    name: row.name,
    parent,
    part: row.part,
    attributes: spelled(row),
    needs: withParent(needs, id, parent)
  };
}
function spelled({ kind, attributes }) {
  const { type: type2 } = attributes;
  return kind === "column" && typeof type2 === "string" ? { ...attributes, type: spellGeometry(type2) } : attributes;
}
function withParent(needs, id, parent) {
  const others = (needs.get(id) ?? []).filter((need) => need !== parent);
  if (parent === null || needs.get(parent)?.includes(id) === true) return others;
  return [...others, parent].sort();
}
function groupNames(found) {
  const groups = {};
  for (const { noun, name } of found) (groups[noun] ??= []).push(name);
  for (const names of Object.values(groups)) names.sort();
  return groups;
}
function composeQuery(version) {
  const objects = Object.values(kinds).map(
    (kind) => `select '${kind.name}' as kind, schema, "table", name, attributes, parent::json, part,
      json_build_array(classid::int8, objid::int8, objsubid) as address from (${kind.query(version)}) as objects`
  );
  return `
    with ext as materialized (select classid, objid from pg_depend where deptype = 'e'),
    ns as materialized (
      select oid, nspname from pg_namespace n
      where nspname !~ '^pg_' and nspname <> 'information_schema'
        and obj_description(oid, 'pg_namespace') is distinct from ${quoteLiteral(ASSUMED_COMMENT)}
        and not exists (select from ext where classid = 'pg_namespace'::regclass and objid = n.oid)),
    rel as materialized (
      select c.*, n.nspname from pg_class c join ns n on n.oid = c.relnamespace
      where c.relpersistence <> 't'
        and not exists (select from ext where classid = 'pg_class'::regclass and objid = c.oid))
    select
      (select json_agg(o) from (${objects.join("\nunion all\n")}) o) as objects,
      (${ALIASES}) as aliases,
      (${DEPENDENCIES}) as dependencies,
      (select json_agg(u) from (${uncoveredQuery()}) u) as uncovered`;
}
var ALIASES = `select json_agg(json_build_array(
      json_build_array(classid::int8, objid::int8, 0), json_build_array(toclass::int8, toid::int8, tosub))) from (
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
      from pg_constraint k join rel c on c.oid = k.conrelid where k.contype in ('p', 'u')
    union all
    select e.classid, e.objid, e.refclassid, e.refobjid, 0 from pg_depend e where e.deptype = 'e'
    union all
    select 'pg_type'::regclass, t.typarray, e.refclassid, e.refobjid, 0
      from pg_depend e join pg_type t on t.oid = e.objid and e.classid = 'pg_type'::regclass
      where e.deptype = 'e' and t.typarray <> 0) as alias`;
var DEPENDENCIES = `select json_agg(json_build_array(
      json_build_array(classid::int8, objid::int8, objsubid), json_build_array(refclassid::int8, refobjid::int8, refobjsubid))) from (
    select classid, objid, objsubid, refclassid, refobjid, refobjsubid from pg_depend
      where objid >= 16384 and refobjid >= 2200 and deptype <> 'e'
        and refclassid in ('pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass, 'pg_namespace'::regclass,
          'pg_proc'::regclass, 'pg_opclass'::regclass, 'pg_operator'::regclass, 'pg_extension'::regclass)
    union all
    select 'pg_policy'::regclass, p.oid, 0, 'pg_authid'::regclass, role, 0
      from pg_policy p, unnest(p.polroles) role where role <> 0
    union all
    -- The columns of a relation live in the relation's schema.
    select 'pg_class'::regclass, c.oid, 0, 'pg_namespace'::regclass, c.relnamespace, 0 from rel c) as dependency`;

export {
  extensionsImpliedBy,
  assumptionFor,
  differingAttributes,
  textOf,
  texts,
  relationName,
  kinds,
  kindOf,
  traits,
  introspect
};
