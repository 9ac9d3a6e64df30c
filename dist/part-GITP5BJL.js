import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  identityOf,
  kindOfId,
  objectId,
  parseName,
  quoteIdentifier,
  quoteLiteral,
  spellGeometry,
  truncateIdentifier
} from "./part-AM2PGXMA.js";

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
function readAliases(text) {
  return new Map(linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3)]));
}
function readDependencies(text) {
  return linesOf(text).map((line) => [addressAt(line, 0), addressAt(line, 3), line[6] === "1"]);
}
function linesOf(text) {
  return text === null ? [] : text.split(";").map((line) => line.split(","));
}
function addressAt(line, at2) {
  return line.slice(at2, at2 + 3).join();
}
function wholeOf(address) {
  return `${address.slice(0, address.lastIndexOf(","))},0`;
}
function resolveNeeds(ids, aliases, dependencies) {
  const resolve = (address, depth = 0) => {
    const exact = ids.get(address);
    if (exact !== void 0 || depth > 3) return exact;
    const alias = aliases.get(address);
    if (alias !== void 0) return resolve(alias, depth + 1);
    return address.endsWith(",0") ? void 0 : resolve(wholeOf(address), depth + 1);
  };
  const found = /* @__PURE__ */ new Map();
  for (const [from, to, automatic] of dependencies) {
    const dependent = resolve(ownerOf(from, ids, aliases));
    const own = dependent === void 0 ? void 0 : resolve(to);
    if (dependent === void 0 || own === dependent) continue;
    for (const needed of [own, ids.has(to) ? void 0 : ids.get(wholeOf(to))]) {
      if (needed === void 0 || dependent === needed) continue;
      const known3 = found.get(dependent) ?? /* @__PURE__ */ new Map();
      found.set(dependent, known3.set(needed, automatic || known3.get(needed) === true));
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
function isNameOf(spelled3, { schema, name }) {
  const [first, second] = parseName(spelled3) ?? [];
  return second === void 0 ? first === name && (schema ?? "public") === "public" : first === schema && second === name;
}
function alterColumn(column) {
  return `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
}
function columnList(columns) {
  return columns.map(quoteIdentifier).join(", ");
}
function relationKey({ schema, name }) {
  return objectId("relation", schema ?? "", name);
}
function typeKey({ schema, name }) {
  return objectId("type", schema ?? "", name);
}
function constraintKey({ schema, table, name }) {
  return objectId("constraint", schema ?? "", table ?? "", name);
}

// src/catalog/types.ts
var SHORT = [
  [/^character varying/, "varchar"],
  [/^character(?=\(|\[|$)/, "char"],
  [/^(timestamp|time)(\(\d\))? without time zone/, "$1$2"]
];
function shortType(type) {
  return SHORT.reduce((text, [pattern, short2]) => text.replace(pattern, short2), type);
}
function shortDefault(expression, type) {
  const [, literal, cast] = /^('(?:[^']|'')*')::([a-z ]+(?:\(\d+\))?)$/.exec(expression) ?? [];
  return literal !== void 0 && cast !== void 0 && base(cast) === base(type) ? literal : expression;
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
function conversion(column, [from, into], to = into) {
  const old = base(from);
  const wanted = base(into);
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
function base(type) {
  return type.replace(/\([^)]*\)/, "");
}

// src/catalog/type-definition.ts
var DEFINITIONS = {
  enum: (type) => [
    `CREATE TYPE ${typeName(type)} AS ENUM(${listOf(type, "order").map(quoteLiteral).join(", ")});`
  ],
  domain: createDomain,
  "composite type": (type) => [
    `CREATE TYPE ${typeName(type)} AS (${attributesInOrder(type).map(attributeClause).join(", ")});`
  ],
  "range type": (type) => [`CREATE TYPE ${typeName(type)} AS RANGE (${rangeOptions(type)});`]
};
function isType(kind) {
  return DEFINITIONS[kind] !== void 0;
}
function createType(type) {
  return DEFINITIONS[type.kind]?.(type) ?? [];
}
function dropType(type) {
  return [`DROP ${type.kind === "domain" ? "DOMAIN" : "TYPE"} ${typeName(type)};`];
}
function renameType(before, after) {
  const keyword2 = before.kind === "domain" ? "DOMAIN" : "TYPE";
  return [`ALTER ${keyword2} ${typeName(before)} RENAME TO ${quoteIdentifier(after.name)};`];
}
function typeName({ schema, name }) {
  return qualifiedName(schema, name);
}
function createDomain(domain) {
  const type = textOf(domain, "type");
  const collation = optionalText(domain, "collation");
  const value = optionalText(domain, "default");
  const checks = domainChecks(domain);
  return [
    [
      `CREATE DOMAIN ${typeName(domain)} AS ${shortType(type)}`,
      collation === null ? "" : ` COLLATE ${collation}`,
      value === null ? "" : ` DEFAULT ${shortDefault(value, type)}`,
      domain.attributes["notNull"] === true ? " NOT NULL" : "",
      ...checks.filter(({ validated }) => validated).map((check) => ` ${checkClause(check)}`),
      ";"
    ].join(""),
    ...checks.filter(({ validated }) => !validated).map((check) => addDomainCheck(domain, check))
  ];
}
function domainChecks(domain) {
  return records(domain.attributes["checks"]).map((check) => ({
    name: plain(check["name"]),
    expression: plain(check["expression"]),
    validated: check["validated"] === true
  }));
}
function addDomainCheck(domain, check) {
  const suffix2 = check.validated ? "" : " NOT VALID";
  return `ALTER DOMAIN ${typeName(domain)} ADD ${checkClause(check)}${suffix2};`;
}
function checkClause({ name, expression }) {
  return `CONSTRAINT ${quoteIdentifier(name)} CHECK (${bare(expression)})`;
}
function attributesInOrder(type) {
  const members = recordOf(type, "attributes") ?? {};
  return Object.entries(members).map(([name, member]) => {
    const { type: memberType, collation } = isRecord(member) ? member : {};
    return {
      name,
      type: typeof memberType === "string" ? memberType : "text",
      collation: typeof collation === "string" ? collation : null
    };
  });
}
function attributeClause({ name, type, collation }) {
  const suffix2 = collation === null ? "" : ` COLLATE ${collation}`;
  return `${quoteIdentifier(name)} ${shortType(type)}${suffix2}`;
}
function rangeOptions(type) {
  const multirange = optionalText(type, "multirange");
  const clauses = {
    SUBTYPE: textOf(type, "subtype"),
    SUBTYPE_OPCLASS: optionalText(type, "operatorClass"),
    COLLATION: optionalText(type, "collation"),
    CANONICAL: optionalText(type, "canonical"),
    SUBTYPE_DIFF: optionalText(type, "subtypeDiff"),
    MULTIRANGE_TYPE_NAME: multirange === null ? null : qualifiedName(type.schema, multirange)
  };
  return Object.entries(clauses).filter(([, value]) => value !== null).map(([keyword2, value]) => `${keyword2} = ${value ?? ""}`).join(", ");
}
function records(value) {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

// src/catalog/composite-attributes.ts
function changesInPlace(before, after) {
  if (before.kind !== "composite type") return [];
  const alter2 = `ALTER TYPE ${typeName(after)}`;
  return [
    ...missing(before, after).map(
      ({ name }) => `${alter2} DROP ATTRIBUTE ${quoteIdentifier(name)};`
    ),
    ...missing(after, before).map((one) => `${alter2} ADD ATTRIBUTE ${attributeClause(one)};`)
  ];
}
function retypesAttributes(before, after) {
  const old = new Map(attributesInOrder(before).map((one) => [one.name, attributeClause(one)]));
  return attributesInOrder(after).some(
    (one) => old.has(one.name) && old.get(one.name) !== attributeClause(one)
  );
}
function inPlace(before, after) {
  const wanted = recordOf(after, "attributes");
  if (before.kind !== "composite type" || wanted === null) return after;
  const kept = attributesInOrder(before).filter(({ name }) => has(after, name));
  const names = [...kept, ...missing(after, before)].map(({ name }) => name);
  const attributes = Object.fromEntries(names.map((name) => [name, wanted[name] ?? null]));
  return { ...after, attributes: { ...after.attributes, attributes } };
}
function missing(here, there) {
  return attributesInOrder(here).filter(({ name }) => !has(there, name));
}
function has(type, name) {
  return attributesInOrder(type).some((one) => one.name === name);
}

// src/catalog/blocking.ts
function retypes({ before, attributes }) {
  return before.kind === "column" && ["type", "collation"].some((name) => attributes.includes(name));
}
function passesThroughText({ attributes }) {
  return attributes.includes("passing");
}
function rebuildsType({ before, after, attributes }) {
  if (attributes.includes("rebuilt")) return true;
  switch (before.kind) {
    case "enum":
      return !onlyAddsValues(before, after);
    case "domain":
      return attributes.includes("type") || attributes.includes("collation");
    case "composite type":
      return retypesAttributes(before, after);
    default:
      return before.kind === "range type" && attributes.length > 0;
  }
}
function onlyAddsValues(before, after) {
  const wanted = listOf(after, "order");
  const old = listOf(before, "order");
  const kept = wanted.filter((value) => old.includes(value));
  return kept.length === old.length && kept.every((value, index) => value === old[index]);
}

// src/catalog/names-in-catalog.ts
var functionName = (oid) => `(select quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
    from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace where f.oid = ${oid})`;
var operatorName = (oid) => `(select 'OPERATOR(' || quote_ident(s.nspname) || '.' || r.oprname || ')'
    from pg_operator r join pg_namespace s on s.oid = r.oprnamespace where r.oid = ${oid})`;
var enabledState = (code) => `case ${code} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'origin' end`;

// src/catalog/routine-arguments.ts
var ARGUMENTS = `coalesce((select json_agg(json_build_object(
      'name', quote_ident(nullif(p.proargnames[a.at], '')),
      'mode', case p.proargmodes[a.at] when 'o' then 'out' when 'b' then 'inout' when 'v' then 'variadic' else 'in' end,
      'type', format_type(a.type, null),
      'default', pg_get_function_arg_default(p.oid, a.at::int)) order by a.at)
    from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality a (type, at)
    where p.proargmodes[a.at] is distinct from 't'), '[]')`;
function routineIdentity({ schema, name, attributes }) {
  const types = argumentsOf(attributes["arguments"]).filter(({ mode }) => mode !== "out").map(({ type }) => type);
  return `${identityOf(objectId("", schema ?? "", name))}(${types.join(", ")})`;
}
function routineKey(object) {
  return `routine:${routineIdentity(object)}`;
}
function routineSignature(object) {
  const types = argumentsOf(object.attributes["arguments"]).flatMap(({ mode, type }) => {
    if (mode !== "out") return [type];
    return object.kind === "procedure" ? [`OUT ${type}`] : [];
  });
  return `${qualifiedName(object.schema, object.name)}(${types.join(", ")})`;
}
function argumentList(value) {
  return argumentsOf(value).map(declaration).join(", ");
}
function replaceableArguments(before, after) {
  const old = argumentsOf(before.attributes["arguments"]);
  const wanted = argumentsOf(after.attributes["arguments"]);
  return old.length === wanted.length && old.every((argument, index) => {
    const other = wanted[index];
    return other !== void 0 && replaceable(argument, other);
  });
}
function argumentsReason(before, after) {
  return `arguments: (${argumentList(before)}) \u2192 (${argumentList(after)})`;
}
function replaceable(old, wanted) {
  if (old.mode !== wanted.mode || old.type !== wanted.type) return false;
  if (old.name !== null && old.name !== wanted.name) return false;
  return old.default === null || old.default === wanted.default ? true : wanted.default !== null && !old.type.startsWith("any");
}
function declaration({ name, mode, type, default: value }) {
  return [
    ...mode === "in" ? [] : [mode.toUpperCase()],
    ...name === null ? [] : [name],
    type,
    ...value === null ? [] : [`DEFAULT ${value}`]
  ].join(" ");
}
function argumentsOf(value) {
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    if (!isRecord(item)) return [];
    const { name, mode, type, default: value2 } = item;
    return [
      {
        name: typeof name === "string" ? name : null,
        mode: mode === "out" || mode === "inout" || mode === "variadic" ? mode : "in",
        type: plain(type),
        default: typeof value2 === "string" ? value2 : null
      }
    ];
  });
}

// src/catalog/aggregate.ts
var OPTIONS = [
  ["transitionFunction", "SFUNC"],
  ["stateType", "STYPE"],
  ["stateSpace", "SSPACE"],
  ["finalFunction", "FINALFUNC"],
  ["finalExtra", "FINALFUNC_EXTRA"],
  ["finalModify", "FINALFUNC_MODIFY"],
  ["combineFunction", "COMBINEFUNC"],
  ["serialFunction", "SERIALFUNC"],
  ["deserialFunction", "DESERIALFUNC"],
  ["initial", "INITCOND"],
  ["movingTransition", "MSFUNC"],
  ["movingInverse", "MINVFUNC"],
  ["movingType", "MSTYPE"],
  ["movingSpace", "MSSPACE"],
  ["movingFinal", "MFINALFUNC"],
  ["movingExtra", "MFINALFUNC_EXTRA"],
  ["movingModify", "MFINALFUNC_MODIFY"],
  ["movingInitial", "MINITCOND"],
  ["sortOperator", "SORTOP"],
  ["parallel", "PARALLEL"],
  ["hypothetical", "HYPOTHETICAL"]
];
var LITERALS = ["initial", "movingInitial"];
var modify = (column, usual) => `case ${column} when ${usual} then null when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end`;
var USUAL_MODIFY = `(case g.aggkind when 'n' then 'r' else 'w' end)`;
var aggregateKind = {
  name: "aggregate",
  query: () => `
    select n.nspname as schema, null as "table", p.proname as name,
      json_build_object(
        'arguments', ${ARGUMENTS},
        'signature', pg_get_function_arguments(p.oid),
        'returns', pg_get_function_result(p.oid),
        'transitionFunction', ${functionName("g.aggtransfn")},
        'stateType', format_type(g.aggtranstype, null),
        'stateSpace', nullif(g.aggtransspace, 0),
        'finalFunction', ${functionName("g.aggfinalfn")},
        'finalExtra', g.aggfinalextra,
        'finalModify', ${modify("g.aggfinalmodify", USUAL_MODIFY)},
        'combineFunction', ${functionName("g.aggcombinefn")},
        'serialFunction', ${functionName("g.aggserialfn")},
        'deserialFunction', ${functionName("g.aggdeserialfn")},
        'initial', g.agginitval,
        'movingTransition', ${functionName("g.aggmtransfn")},
        'movingInverse', ${functionName("g.aggminvtransfn")},
        'movingType', case when g.aggmtranstype <> 0 then format_type(g.aggmtranstype, null) end,
        'movingSpace', nullif(g.aggmtransspace, 0),
        'movingFinal', ${functionName("g.aggmfinalfn")},
        'movingExtra', g.aggmfinalextra,
        'movingModify', case when g.aggmtransfn <> 0 then ${modify("g.aggmfinalmodify", USUAL_MODIFY)} end,
        'movingInitial', g.aggminitval,
        'sortOperator', ${operatorName("g.aggsortop")},
        'parallel', case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end,
        'hypothetical', g.aggkind = 'h'
      ) as attributes,
      null as parent, false as part,
      'pg_proc'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_proc p
    join ns n on n.oid = p.pronamespace
    join pg_aggregate g on g.aggfnoid = p.oid
    where not exists (select from ext where classid = 'pg_proc'::regclass and objid = p.oid)`,
  identity: routineIdentity,
  create: (object) => [`CREATE ${definition(object)}`],
  reference,
  occupies: (object) => [routineKey(object)],
  drop: (object) => [`DROP ${reference(object)};`],
  alter: Object.fromEntries(
    OPTIONS.map(([attribute]) => attribute).filter((attribute) => attribute !== "hypothetical").map((attribute) => [attribute, replace(attribute)])
  ),
  blocks: (_aggregate, needed) => rebuildsType(needed),
  traits: { reasons: { arguments: () => null } }
};
function definition(object) {
  const options3 = OPTIONS.flatMap(([attribute, word]) => optionClause(object, attribute, word));
  return `${reference(object)} (${options3.join(", ")});`;
}
function optionClause(object, attribute, word) {
  const value = object.attributes[attribute] ?? null;
  if (value === null || value === false) return [];
  if (value === true) return [word];
  const text = plain(value);
  return [`${word} = ${LITERALS.includes(attribute) ? quoteLiteral(text) : text}`];
}
function reference(object) {
  return `AGGREGATE ${qualifiedName(object.schema, object.name)}(${argumentsOf2(object)})`;
}
function argumentsOf2(object) {
  const list = textOf(object, "signature");
  return list === "" ? "*" : list;
}
function replace(attribute) {
  return (before, after) => {
    const first = OPTIONS.find(
      ([name]) => optionText(before, name) !== optionText(after, name)
    )?.[0];
    return first === attribute ? [`CREATE OR REPLACE ${definition(after)}`] : [];
  };
}
function optionText(object, attribute) {
  return optionalText(object, attribute) ?? plain(object.attributes[attribute]);
}

// src/catalog/cast.ts
var castKind = {
  name: "cast",
  // Postgres makes some with a range type itself.
  query: () => `
    select null as schema, null as "table",
      format_type(x.castsource, null) || ' AS ' || format_type(x.casttarget, null) as name,
      json_build_object(
        'method', case x.castmethod when 'f' then 'function' when 'i' then 'inout' else 'binary' end,
        'function', case when x.castfunc <> 0 then x.castfunc::regprocedure::text end,
        'context', case x.castcontext when 'i' then 'implicit' when 'a' then 'assignment' else 'explicit' end
      ) as attributes,
      null as parent, false as part,
      'pg_cast'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from pg_cast x
    where x.oid >= 16384
      and not exists (select from ext where classid = 'pg_cast'::regclass and objid = x.oid)
      and not exists (select from pg_depend d
        where d.classid = 'pg_cast'::regclass and d.objid = x.oid and d.deptype = 'i')`,
  // Its name is made of two types, spelled as SQL does.
  identity: ({ name }) => name,
  create: (object) => [`CREATE CAST (${object.name}) ${method(object)}${context(object)};`],
  reference: ({ name }) => `CAST (${name})`,
  drop: ({ name }) => [`DROP CAST (${name});`],
  alter: {},
  blocks: (_cast, needed) => rebuildsType(needed),
  traits: {}
};
function method(object) {
  const name = optionalText(object, "function");
  if (name !== null) return `WITH FUNCTION ${name}`;
  return textOf(object, "method") === "inout" ? "WITH INOUT" : "WITHOUT FUNCTION";
}
function context(object) {
  const word = textOf(object, "context");
  return word === "explicit" ? "" : ` AS ${word.toUpperCase()}`;
}

// src/schema/lists.ts
function addTo(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

// src/schema/relations.ts
var known = /* @__PURE__ */ new WeakMap();
function childrenOf(schema, id) {
  return relationsOf(schema).children.get(id) ?? [];
}
function dependentsOf(schema, id) {
  return relationsOf(schema).dependents.get(id) ?? [];
}
function relationsOf(schema) {
  const relations = known.get(schema) ?? relate(schema);
  known.set(schema, relations);
  return relations;
}
function relate({ objects }) {
  const children = /* @__PURE__ */ new Map();
  const dependents = /* @__PURE__ */ new Map();
  for (const object of objects.values()) {
    if (object.parent !== null) addTo(children, object.parent, object);
    for (const need of object.needs) addTo(dependents, need, object);
  }
  return { children, dependents };
}

// src/catalog/index-marks.ts
var INDEX_MARKS = `'clustered', nullif(i.indisclustered, false), 'replicaIdentity', nullif(i.indisreplident, false)`;
function markIndex(index) {
  return [
    ...index.attributes["clustered"] === true ? [clusterOn(index)] : [],
    ...index.attributes["replicaIdentity"] === true ? [identifyBy(index)] : []
  ];
}
var alterMarks = {
  clustered: (_before, after, { desired }) => {
    if (after.attributes["clustered"] === true) return [clusterOn(after)];
    const others = childrenOf(desired, after.parent ?? "");
    return others.some(({ attributes }) => attributes["clustered"] === true) ? [] : [`ALTER TABLE ${tableName(after)} SET WITHOUT CLUSTER;`];
  },
  // What comes in its place is the table's attribute, or another index'.
  replicaIdentity: (_before, after) => after.attributes["replicaIdentity"] === true ? [identifyBy(after)] : []
};
function clusterOn(index) {
  return `ALTER TABLE ${tableName(index)} CLUSTER ON ${quoteIdentifier(index.name)};`;
}
function identifyBy(index) {
  return `ALTER TABLE ${tableName(index)} REPLICA IDENTITY USING INDEX ${quoteIdentifier(index.name)};`;
}

// src/catalog/constraint.ts
function constraintQuery(type, attributes, part) {
  return `
    select c.nspname as schema, c.relname as "table", k.conname as name,
      json_build_object(${attributes}) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, ${String(part)} as part,
      'pg_constraint'::regclass::oid as classid, k.oid as objid, 0 as objsubid
    from rel c
    join pg_constraint k on k.conrelid = c.oid
    left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
    where k.contype = '${type}' and c.relkind in ('r', 'p') and k.conparentid = 0 and k.conislocal
    order by k.oid`;
}
function columnNames(relation, numbers, sorted2 = false) {
  const name = columnName(relation, "n");
  const order = sorted2 ? ` order by ${name} collate "C"` : "";
  return `(select json_agg(${name}${order}) from unnest(${numbers}) n)`;
}
function columnName(relation, number) {
  return `(select a.attname from pg_attribute a where a.attrelid = ${relation} and a.attnum = ${number})`;
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
    'include', case when i.indnatts > i.indnkeyatts then (select json_agg(${columnName("c.oid", "n.attnum")})
      from unnest(i.indkey::int2[]) with ordinality n (attnum, at) where n.at > i.indnkeyatts) end,
    'nullsNotDistinct', ${version >= 15e4 ? "coalesce(i.indnullsnotdistinct, false)" : "false"},
    'withoutOverlaps', ${version >= 18e4 ? "k.conperiod" : "false"},
    'deferrable', ${DEFERRABLE},
    ${INDEX_MARKS}`;
}
function includesRetyped(key, needed) {
  return retypes(needed) && listOf(key, "include").includes(needed.before.name);
}
function keyClause(object, keyword2) {
  const include = listOf(object, "include");
  const columns = listOf(object, "order");
  const last = object.attributes["withoutOverlaps"] === true ? " WITHOUT OVERLAPS" : "";
  return [
    keyword2,
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
function constraintReference(object) {
  return `CONSTRAINT ${quoteIdentifier(object.name)} ON ${tableName(object)}`;
}
function validateConstraint(object) {
  return object.attributes["validated"] === true ? [`ALTER TABLE ${tableName(object)} VALIDATE CONSTRAINT ${quoteIdentifier(object.name)};`] : null;
}
function validatedReason(_before, after) {
  return `NOT VALID only in the ${after === true ? "database" : "models"}`;
}
function validatedColumn(version) {
  return version >= 18e4 ? "(k.convalidated or not k.conenforced)" : "k.convalidated";
}
function orderReason(label) {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    const same = old.length === wanted.length && old.every((one) => wanted.includes(one));
    return same ? `${label}: (${old.join(", ")}) \u2192 (${wanted.join(", ")})` : null;
  };
}

// src/catalog/generated-names.ts
var IDENTIFIER_BYTES = 63;
function generatedName(table, column, label) {
  const room = IDENTIFIER_BYTES - Buffer.byteLength(label) - 2;
  let [first, second] = [Buffer.byteLength(table), Buffer.byteLength(column)];
  while (first + second > room) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return `${clip(table, first)}_${clip(column, second)}_${label}`;
}
function freeName(wanted, beside, schemas) {
  const taken = /* @__PURE__ */ new Set();
  for (const { objects } of schemas) {
    for (const { schema, name: name2 } of objects.values()) if (schema === beside.schema) taken.add(name2);
  }
  let name = truncateIdentifier(wanted);
  for (let number = 1; taken.has(name); number++) {
    name = `${clip(wanted, IDENTIFIER_BYTES - String(number).length)}${String(number)}`;
  }
  return name;
}
function clip(text, bytes) {
  let kept = "";
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}

// src/catalog/online.ts
function paced(transaction, statements2) {
  return statements2.map((sql) => ({ sql, transaction }));
}

// src/catalog/partitions.ts
function isOnPartitioned(object, schema) {
  const table = object.parent === null ? void 0 : schema.objects.get(object.parent);
  return table !== void 0 && isPartitioned(table);
}
function isPartitioned(table) {
  return typeof table.attributes["partitionKey"] === "string";
}
function partitionsOf(table, schema) {
  return dependentsOf(schema, table.id).filter(
    (other) => other.kind === table.kind && typeof other.attributes["partitionOf"] === "string"
  );
}
function holdsRows({ kind }) {
  return kind === "table" || kind === "materialized view";
}

// src/catalog/constraint-online.ts
function addedThenValidated(object, clause) {
  const { validated, enforced } = object.attributes;
  if (validated !== true || enforced === false) return null;
  return [...paced("any", addConstraint(object, `${clause} NOT VALID`)), ...validate(object)];
}
function validate(object) {
  const name = quoteIdentifier(object.name);
  return paced("first", [`ALTER TABLE ${tableName(object)} VALIDATE CONSTRAINT ${name};`]);
}
var validatedOnline = (_before, after) => after.attributes["validated"] === true ? validate(after) : null;
function keyOnline(keyword2) {
  return {
    create: (key, context2) => canUseIndex(key, context2) ? [...buildIndex(key, key.name), ...paced("any", [takeIndex(key, keyword2, key.name)])] : null,
    replace: (before, after, context2) => {
      if (!canUseIndex(after, context2)) return null;
      const { actual, desired } = context2;
      const name = freeName(`${after.name}_new`, after, [actual, desired]);
      const drop = `ALTER TABLE ${tableName(before)} DROP CONSTRAINT ${quoteIdentifier(before.name)};`;
      return [
        ...buildIndex(after, name),
        // The index takes the constraint's name.
        ...paced("any", [drop, takeIndex(after, keyword2, name)])
      ];
    }
  };
}
function canUseIndex(key, { desired }) {
  return key.attributes["withoutOverlaps"] !== true && !isOnPartitioned(key, desired);
}
function buildIndex(key, name) {
  const include = listOf(key, "include");
  const clauses = [
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${tableName(key)}`,
    `(${columnList(listOf(key, "order"))})`,
    ...include.length > 0 ? [`INCLUDE (${columnList(include)})`] : [],
    ...key.attributes["nullsNotDistinct"] === true ? ["NULLS NOT DISTINCT"] : []
  ];
  return paced("never", [`${clauses.join(" ")};`]);
}
function takeIndex(key, keyword2, index) {
  const constraint = `${quoteIdentifier(key.name)} ${keyword2} USING INDEX ${quoteIdentifier(index)}`;
  return `ALTER TABLE ${tableName(key)} ADD CONSTRAINT ${constraint}${deferrableClause(key)};`;
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

// src/catalog/table-parents.ts
var PARENTS = ["partitionOf", "inherits"];
function hasParents({ attributes }) {
  return PARENTS.some((name) => (attributes[name] ?? null) !== null);
}
function parentsOf(table, { objects }) {
  const partitioned = optionalText(table, "partitionOf");
  const names = [...partitioned === null ? [] : [partitioned], ...listOf(table, "inherits")];
  return names.flatMap((name) => objects.get(tableId(name)) ?? []);
}
function membersWithInherited(table, schema, kind) {
  const own = childrenOf(schema, table.id).filter((member) => member.kind === kind);
  const inherited = parentsOf(table, schema).flatMap(
    (one) => membersWithInherited(one, schema, kind)
  );
  const names = /* @__PURE__ */ new Set();
  return [...inherited, ...own].filter(({ name }) => !names.has(name) && names.add(name));
}
function comesFromParents(member, schema) {
  const table = schema.objects.get(member.parent ?? "");
  const parents = table ? parentsOf(table, schema) : [];
  return parents.some(
    (parent) => membersWithInherited(parent, schema, member.kind).some(({ name }) => name === member.name)
  );
}
function resemblesParents(member, schema) {
  const table = schema.objects.get(member.parent ?? "");
  const parents = table ? parentsOf(table, schema) : [];
  return parents.some(
    (parent) => membersWithInherited(parent, schema, member.kind).some(
      ({ attributes }) => equal(attributes["columns"], member.attributes["columns"])
    )
  );
}
function tableId(spelled3) {
  const parts = spelled3.match(/"(?:[^"]|"")*"|[^".]+/g) ?? [];
  const names = parts.map(
    (part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part
  );
  return objectId("table", ...names.length === 1 ? ["public", ...names] : names);
}

// src/catalog/check.ts
var checkKind = {
  name: "check",
  query: (version) => constraintQuery(
    "c",
    `'expression', pg_get_expr(k.conbin, k.conrelid),
       'noInherit', k.connoinherit,
       'enforced', ${version >= 18e4 ? "k.conenforced" : "true"},
       'validated', ${validatedColumn(version)}`,
    true
  ),
  create: (object) => addConstraint(object, checkClause2(object)),
  drop: dropConstraint,
  online: {
    create: (object) => addedThenValidated(object, checkClause2(object)),
    alter: { validated: validatedOnline }
  },
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (check) => [constraintKey(check)],
  alter: { validated: (_before, after) => validateConstraint(after) },
  blocks: (_check, needed) => rebuildsType(needed),
  traits: {
    renamable: true,
    form: ["validated"],
    follows: PARENTS,
    followsIf: comesFromParents,
    reasons: { validated: validatedReason }
  }
};
function checkClause2(object) {
  const { noInherit, enforced, validated } = object.attributes;
  return [
    `CHECK (${bare(textOf(object, "expression"))})`,
    noInherit === true ? " NO INHERIT" : "",
    enforced === false ? " NOT ENFORCED" : "",
    validated === false && enforced !== false ? " NOT VALID" : ""
  ].join("");
}

// src/catalog/collation.ts
var collationKind = {
  name: "collation",
  query: (version) => `
    select n.nspname as schema, null as "table", l.collname as name,
      json_build_object(
        'provider', case l.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
        'deterministic', l.collisdeterministic,
        'collate', ${version >= 15e4 ? "l.collcollate" : `case when l.collprovider = 'c' then l.collcollate end`},
        'ctype', ${version >= 15e4 ? "l.collctype" : `case when l.collprovider = 'c' then l.collctype end`},
        'locale', ${localeColumn(version)},
        'rules', ${version >= 16e4 ? "l.collicurules" : "null"}
      ) as attributes,
      null as parent, false as part, 'pg_collation'::regclass::oid as classid, l.oid as objid, 0 as objsubid
    from pg_collation l join ns n on n.oid = l.collnamespace
    where not exists (select from ext where classid = 'pg_collation'::regclass and objid = l.oid)`,
  create: (object) => [
    `CREATE COLLATION ${qualifiedName(object.schema, object.name)} (${options(object)});`
  ],
  drop: ({ schema, name }) => [`DROP COLLATION ${qualifiedName(schema, name)};`],
  reference: ({ schema, name }) => `COLLATION ${qualifiedName(schema, name)}`,
  rename: (before, after) => [
    `ALTER COLLATION ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {},
  traits: {}
};
function localeColumn(version) {
  if (version >= 17e4) return "l.colllocale";
  return version >= 15e4 ? "l.colliculocale" : `case when l.collprovider <> 'c' then l.collcollate end`;
}
function options(object) {
  const { deterministic } = object.attributes;
  const texts2 = {
    LOCALE: optionalText(object, "locale"),
    LC_COLLATE: optionalText(object, "collate"),
    LC_CTYPE: optionalText(object, "ctype"),
    RULES: optionalText(object, "rules")
  };
  return [
    `PROVIDER = ${textOf(object, "provider")}`,
    ...Object.entries(texts2).flatMap(
      ([key, value]) => value === null ? [] : [`${key} = ${quoteLiteral(value)}`]
    ),
    ...deterministic === false ? ["DETERMINISTIC = false"] : []
  ].join(", ");
}

// src/catalog/resemblance.ts
var columnResemblance = {
  shares: { structure: 0.5, position: 0.2, name: 0.3 },
  attributes: { type: 0.6, notNull: 0.1, default: 0.1, identity: 0.1, generated: 0.1 },
  likeness: { type: likenessOfTypes, generated: bothOrNeither }
};
var tableResemblance = {
  shares: { structure: 0.75, position: 0, name: 0.25 },
  contents: "parts"
};
var schemaResemblance = {
  shares: { structure: 0.75, position: 0, name: 0.25 },
  contents: "dependents"
};
var enumResemblance = {
  shares: { structure: 0.7, position: 0, name: 0.3 },
  attributes: { order: 1 },
  likeness: { order: likenessOfLists }
};
var sequenceResemblance = {
  shares: { structure: 0.3, position: 0, name: 0.7 },
  attributes: { increment: 0.4, start: 0.2, min: 0.2, max: 0.2 }
};
var OTHER_OF_THE_FAMILY = 0.6;
var THROUGH_TEXT = 0.3;
function likenessOfTypes(before, after) {
  if (typeof before !== "string" || typeof after !== "string") return 0;
  if (before === after) return 1;
  const [old, wanted] = [base2(before), base2(after)];
  if (old.endsWith("[]") !== wanted.endsWith("[]")) return 0;
  if (FAMILIES.some((family) => family.includes(old) && family.includes(wanted)))
    return OTHER_OF_THE_FAMILY;
  if (comparable(old, wanted)) return OTHER_OF_THE_FAMILY;
  const isPlain = (type) => NEVER_TEXT.test(type);
  if ([old, wanted].some(isText)) return [old, wanted].some(isPlain) ? 0 : THROUGH_TEXT;
  return ownType(old) && ownType(wanted) ? THROUGH_TEXT : 0;
}
var FAMILIES = [
  ["json", "jsonb"],
  ["cidr", "inet"],
  ["bit", "bit varying"],
  ["timestamp without time zone", "timestamp with time zone", "date"],
  ["time without time zone", "time with time zone"]
];
var NEVER_TEXT = /^(?:smallint|integer|bigint|numeric|real|double precision|money|boolean|bytea|date|timestamp|time|interval|point|line|box|path|polygon|circle|tsvector|vector)\b/;
var BUILT_IN = /^(?:uuid|jsonb?|xml|inet|cidr|macaddr8?|bit(?: varying)?)(?:\[\])?$/;
function isText(type) {
  return /^(?:text|character varying|character|citext|name)(?:\[\])?$/.test(type);
}
function ownType(type) {
  return !isText(type) && !NEVER_TEXT.test(type) && !BUILT_IN.test(type);
}
function base2(type) {
  return type.replace(/\([^)]*\)/, "");
}
function bothOrNeither(before, after) {
  return (before ?? null) === null === ((after ?? null) === null) ? 1 : 0;
}
function likenessOfLists(before, after) {
  if (!Array.isArray(before) || !Array.isArray(after)) return 0;
  return JSON.stringify(before) === JSON.stringify(after) ? 1 : 0;
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
var CLAUSES = {
  type: (object) => `AS ${textOf(object, "type")}`,
  increment: (object) => `INCREMENT BY ${textOf(object, "increment")}`,
  min: (object) => `MINVALUE ${textOf(object, "min")}`,
  max: (object) => `MAXVALUE ${textOf(object, "max")}`,
  start: (object) => `START WITH ${textOf(object, "start")}`,
  cache: (object) => `CACHE ${textOf(object, "cache")}`,
  cycle: (object) => object.attributes["cycle"] === true ? "CYCLE" : "NO CYCLE"
};
var OPTIONS2 = ["type", "increment", "min", "max", "start", "cache", "cycle"];
var sequenceKind = {
  name: "sequence",
  // Its owner is told, but it is named on its own.
  identity: ({ schema, name }) => [schema ?? "", name],
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
    `CREATE SEQUENCE ${qualifiedName(object.schema, object.name)}${typeClause(object)} ${options2(object.attributes)};`
  ],
  drop: ({ schema, name }) => [`DROP SEQUENCE ${qualifiedName(schema, name)};`],
  rename: (before, after) => [
    `ALTER SEQUENCE ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  occupies: (sequence) => [relationKey(sequence)],
  reference: ({ schema, name }) => `SEQUENCE ${qualifiedName(schema, name)}`,
  alter: {
    ...Object.fromEntries(OPTIONS2.map((name) => [name, changeOptions(name)])),
    ownedBy: changeOwner
  },
  traits: {
    resembles: sequenceResemblance,
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
function options2(attributes) {
  const value = (name) => {
    const option2 = attributes[name];
    return typeof option2 === "string" ? option2 : "";
  };
  return `INCREMENT BY ${value("increment")} MINVALUE ${value("min")} MAXVALUE ${value("max")} START WITH ${value("start")} CACHE ${value("cache")}${attributes["cycle"] === true ? " CYCLE" : ""}`;
}
function changeOwner(before, after, { actual, desired }) {
  const { parent } = after;
  if (parent !== null) return actual.objects.has(parent) ? [ownership(after)] : [];
  return desired.objects.has(before.parent ?? "") ? [ownership(after)] : [];
}
function disowned(sequence) {
  return ownership({ ...sequence, attributes: { ...sequence.attributes, ownedBy: null } });
}
function keptSequences(column, transition) {
  if (!transition) return [];
  return ownedSequences(column, transition.actual).filter(
    ({ id }) => transition.desired.objects.has(id) && !transition.desired.objects.has(column.id)
  );
}
function freshSerial(column, schema, actual) {
  const serial = serialSequence(column, schema);
  return serial && actual?.objects.has(serial.id) === true ? null : serial;
}
function sequencesApart(column, schema, actual) {
  const serial = freshSerial(column, schema, actual);
  return ownedSequences(column, schema).filter((one) => one !== serial);
}
function ownedSequences(column, schema) {
  return childrenOf(schema, column.id).filter(({ kind }) => kind === "sequence");
}
function serialSequence(column, schema) {
  const id = objectId("sequence", column.schema ?? "", `${column.table ?? ""}_${column.name}_seq`);
  const sequence = schema.objects.get(id);
  const type = textOf(column, "type");
  if (sequence?.parent !== column.id || column.attributes["notNull"] !== true) return null;
  const wanted = {
    type,
    start: "1",
    increment: "1",
    min: "1",
    max: MAXIMUM[type],
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
  const calls = /^nextval\('(.+)'::regclass\)$/s.exec(optionalText(column, "default") ?? "")?.[1];
  return calls !== void 0 && isNameOf(calls.replaceAll("''", "'"), sequence);
}
function typeClause(object) {
  const type = textOf(object, "type");
  return type === "bigint" ? "" : ` AS ${type}`;
}
function changeOptions(name) {
  return (before, after) => {
    const differing = OPTIONS2.filter((one) => before.attributes[one] !== after.attributes[one]);
    if (differing[0] !== name) return [];
    const clauses = differing.map((one) => CLAUSES[one](after));
    const sequence = qualifiedName(after.schema, after.name);
    const { moves, restarts } = positionWithin(before, after);
    return [
      ...moves === null ? [] : [`SELECT setval(${quoteLiteral(sequence)}, ${moves}) FROM ${sequence};`],
      `ALTER SEQUENCE ${sequence} ${clauses.join(" ")}${restarts};`
    ];
  };
}
function positionWithin(before, after) {
  const bound = (object, name) => BigInt(textOf(object, name) || "0");
  const isWithin = (value2, object) => value2 >= bound(object, "min") && value2 <= bound(object, "max");
  if (isWithin(bound(before, "start"), after)) return { moves: null, restarts: "" };
  const start = bound(after, "start");
  if (!isWithin(start, before)) return { moves: null, restarts: ` RESTART WITH ${String(start)}` };
  const value = `CASE WHEN is_called THEN last_value ELSE ${String(start)} END`;
  return { moves: `${value}, is_called`, restarts: "" };
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
  return `GENERATED ${kind} AS IDENTITY (sequence name ${name} ${options2(identity)})`;
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
    ...Object.entries(sequenceKind.alter).filter(([option2]) => differing.includes(option2)).flatMap(([, alter2]) => alter2(old, wanted, { actual, desired }) ?? [])
  ];
};
function optionsThatDiffer(before, after) {
  return differingAttributes(before, after).filter((name) => name !== "ownedBy");
}
var changeDefault = (before, after, transition) => {
  if (recordOf(before, "identity") || recordOf(after, "identity")) return [];
  return renameOwnSequence(before, after, transition) ?? withSequences(before, after, transition, [setDefault(after)]);
};
function restoreDefault(before, after, transition, moved) {
  const statements2 = optionalText(after, "default") === null ? [] : [setDefault(after)];
  return moved || recordOf(before, "identity") || recordOf(after, "identity") ? statements2 : withSequences(before, after, transition, statements2);
}
function withSequences(before, after, transition, statements2) {
  const made = missingSequences(after, transition.desired, transition.actual);
  const gone = missingSequences(before, transition.actual, transition.desired);
  return [
    ...made.flatMap((sequence) => createAt(sequence, after)),
    ...statements2,
    ...made.map(ownership),
    ...gone.flatMap((sequence) => sequenceKind.drop(sequence))
  ];
}
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
    // Text takes numbers from a sequence as well: none of its values says where that stands.
    .../^(?:smallint|integer|bigint)$/.test(textOf(column, "type")) ? [positionAfterRows(name, column)] : []
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
  const name = lastName(optionalText(column, "identitySequence") ?? "");
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
function lastName(spelled3) {
  return /(?:^|\.)("(?:[^"]|"")*"|[^".]+)$/.exec(spelled3)?.[1] ?? spelled3;
}
function qualifiedIdentitySequence(column) {
  return qualifiedName(column.schema, identitySequenceName(column));
}

// src/catalog/options.ts
function optionClause2(options3) {
  return options3.map((option2) => {
    const name = optionName(option2);
    const value = option2.slice(name.length + 1);
    return `${name}=${/^[\w.+-]+$/.test(value) ? value : quoteLiteral(value)}`;
  }).join(", ");
}
function changeOptions2(alter2, attribute, before, after) {
  const old = listOf(before, attribute);
  const wanted = listOf(after, attribute);
  const names = wanted.map(optionName);
  const set2 = wanted.filter((option2) => !old.includes(option2));
  const gone = old.map(optionName).filter((name) => !names.includes(name));
  return [
    ...set2.length > 0 ? [`${alter2} SET (${optionClause2(set2)});`] : [],
    ...gone.length > 0 ? [`${alter2} RESET (${gone.join(", ")});`] : []
  ];
}
function optionName(option2) {
  return option2.slice(0, option2.indexOf("="));
}

// src/catalog/column-settings.ts
var alterSettings = {
  notNullConstraint: changeNotNullConstraint,
  storage: (before, after) => setStorage(after, recordOf(before, "storage"), before),
  compression: (_before, after) => [
    `${alterColumn(after)} SET COMPRESSION ${optionalText(after, "compression") ?? "default"};`
  ],
  statistics: (_before, after) => [
    `${alterColumn(after)} SET STATISTICS ${plain(after.attributes["statistics"] ?? -1)};`
  ],
  options: (before, after) => changeOptions2(alterColumn(after), "options", before, after)
};
var settingReasons = {
  notNullConstraint: notNullReason,
  storage: (before, after) => {
    const words2 = (value) => isRecord(value) ? plain(value["is"]) : "the usual";
    return `storage: ${words2(before)} \u2192 ${words2(after)}`;
  }
};
function settingsOf(column) {
  const bare2 = { ...column, attributes: { ...column.attributes, options: null } };
  const { compression, statistics } = column.attributes;
  const isSet = (value) => (value ?? null) !== null;
  return [
    ...hasUnusualNotNull(column) ? [addNotNull(column)] : [],
    ...setStorage(column, null, column),
    ...isSet(compression) ? [`${alterColumn(column)} SET COMPRESSION ${plain(compression)};`] : [],
    ...isSet(statistics) ? [`${alterColumn(column)} SET STATISTICS ${plain(statistics)};`] : [],
    ...changeOptions2(alterColumn(column), "options", bare2, column)
  ];
}
function settingsAgain(before, after) {
  const [storage, wanted] = [recordOf(before, "storage"), recordOf(after, "storage")];
  const compression = optionalText(after, "compression");
  const sameStorage = storage?.["is"] === wanted?.["is"] && storage?.["usual"] === wanted?.["usual"];
  return [
    ...sameStorage ? setStorage(after, null, after) : [],
    ...compression !== null && compression === optionalText(before, "compression") ? [`${alterColumn(after)} SET COMPRESSION ${compression};`] : []
  ];
}
function hasUnusualNotNull(column) {
  return recordOf(column, "notNullConstraint") !== null;
}
function setStorage(column, old, before) {
  const wanted = recordOf(column, "storage");
  if (wanted) return [`${alterColumn(column)} SET STORAGE ${plain(wanted["is"])};`];
  return old && textOf(before, "type") === textOf(column, "type") ? [`${alterColumn(column)} SET STORAGE ${plain(old["usual"])};`] : [];
}
function addNotNull(column) {
  const { name, validated, noInherit } = recordOf(column, "notNullConstraint") ?? {};
  const options3 = `${noInherit === true ? " NO INHERIT" : ""}${validated === false ? " NOT VALID" : ""}`;
  return `ALTER TABLE ${tableName(column)} ADD CONSTRAINT ${quoteIdentifier(plain(name))} NOT NULL ${quoteIdentifier(column.name)}${options3};`;
}
function changeNotNullConstraint(before, after) {
  if (after.attributes["notNull"] !== true) return [];
  const old = recordOf(before, "notNullConstraint");
  const wanted = recordOf(after, "notNullConstraint");
  const was = before.attributes["notNull"] === true;
  const drop = was ? [`${alterColumn(after)} DROP NOT NULL;`] : [];
  if (wanted && (!old || old["validated"] === true && wanted["validated"] === false)) {
    return [...drop, addNotNull(after)];
  }
  return old ? settleNotNull(old, wanted, after) : [];
}
function settleNotNull(old, wanted, column) {
  const table = `ALTER TABLE ${tableName(column)}`;
  const was = quoteIdentifier(plain(old["name"]));
  const name = wanted ? quoteIdentifier(plain(wanted["name"])) : was;
  const inherits = wanted?.["noInherit"] !== true;
  return [
    ...name === was ? [] : [`${table} RENAME CONSTRAINT ${was} TO ${name};`],
    ...old["validated"] === false && wanted?.["validated"] !== false ? [`${table} VALIDATE CONSTRAINT ${name};`] : [],
    ...inherits === (old["noInherit"] === true) ? [`${table} ALTER CONSTRAINT ${name} ${inherits ? "INHERIT" : "NO INHERIT"};`] : []
  ];
}
function notNullReason(before, after) {
  const words2 = (value) => {
    if (!isRecord(value)) return null;
    const { validated, noInherit } = value;
    const told = [validated === false ? "NOT VALID" : "", noInherit === true ? "NO INHERIT" : ""];
    return `not null ${told.filter((word) => word !== "").join(" ")}`;
  };
  const [old, wanted] = [words2(before), words2(after)];
  if (old === wanted) return "not null under another name";
  return old === null ? `${wanted ?? ""} only in the models` : `${old} only in the database`;
}

// src/catalog/column-online.ts
var BATCH = 1e4;
var columnOnline = (definition5) => ({
  create: (column, context2) => {
    const { identity, generated: generated2, default: value } = column.attributes;
    const computed = (identity ?? generated2 ?? null) !== null;
    const ofDomain = column.needs.some((id) => context2.desired.objects.get(id)?.kind === "domain");
    return computed || ofDomain || (value ?? null) === null || !context2.rewrites(column) ? null : addedThenFilled(column, context2, definition5);
  },
  alter: {
    notNull: (_before, after, context2) => after.attributes["notNull"] === true ? setNotNull(after, context2) : null
  }
});
function addedThenFilled(column, context2, definition5) {
  const attributes = { ...column.attributes, default: null, notNull: false };
  const empty = definition5({ ...column, attributes }, context2.desired);
  const sequences = ownedSequences(column, context2.desired);
  return [
    ...paced("any", [
      `ALTER TABLE ${tableName(column)} ADD COLUMN ${empty};`,
      ...sequences.flatMap((sequence) => sequenceKind.create(sequence, context2.desired)),
      setDefault(column),
      ...sequences.map(ownership),
      ...settingsOf(column)
    ]),
    ...backfill(column, context2),
    ...column.attributes["notNull"] === true ? setNotNull(column, context2) : []
  ];
}
function backfill(column, context2) {
  const table = tableName(column);
  const name = quoteIdentifier(column.name);
  const update = `UPDATE ${table} SET ${name} = DEFAULT WHERE ${name} IS NULL`;
  const key = keyColumn(column, context2);
  if (key === null) return paced("own", [`${update};`]);
  const id = quoteIdentifier(key);
  return paced("never", [
    [
      "DO $$",
      "DECLARE",
      `	batch_start ${table}.${id}%TYPE := (SELECT ${id} FROM ${table} ORDER BY ${id} LIMIT 1);`,
      `	batch_end ${table}.${id}%TYPE;`,
      "BEGIN",
      "	WHILE batch_start IS NOT NULL LOOP",
      `		batch_end := (SELECT ${id} FROM ${table} WHERE ${id} > batch_start ORDER BY ${id} OFFSET ${String(BATCH - 1)} LIMIT 1);`,
      "		IF batch_end IS NULL THEN",
      `			${update} AND ${id} >= batch_start;`,
      "		ELSE",
      `			${update} AND ${id} >= batch_start AND ${id} < batch_end;`,
      "		END IF;",
      "		COMMIT;",
      "		batch_start := batch_end;",
      "	END LOOP;",
      "END $$;"
    ].join("\n")
  ]);
}
function keyColumn(column, { actual, desired }) {
  const parts = childrenOf(actual, column.parent ?? "");
  const key = parts.find(({ id, kind }) => kind === "primary key" && desired.objects.has(id));
  const after = key && desired.objects.get(key.id);
  const [only, ...others] = key ? listOf(key, "order") : [];
  const stays = after !== void 0 && listOf(after, "order").join() === only;
  return only !== void 0 && others.length === 0 && stays ? only : null;
}
function setNotNull(column, context2) {
  const table = tableName(column);
  const name = quoteIdentifier(column.name);
  const set2 = `ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL;`;
  if (isCheckedAlready(column, context2)) return paced("any", [set2]);
  const { actual, desired, version } = context2;
  const own = generatedName(column.table ?? "", column.name, "not_null");
  if (version >= 18 && freeName(own, column, [actual, desired]) === own) {
    const constraint = quoteIdentifier(own);
    return [
      ...paced("any", [
        `ALTER TABLE ${table} ADD CONSTRAINT ${constraint} NOT NULL ${name} NOT VALID;`
      ]),
      ...paced("first", [`ALTER TABLE ${table} VALIDATE CONSTRAINT ${constraint};`])
    ];
  }
  const wanted = generatedName(column.table ?? "", column.name, "not_null_check");
  const check = quoteIdentifier(freeName(wanted, column, [actual, desired]));
  return [
    ...paced("any", [
      `ALTER TABLE ${table} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`
    ]),
    ...paced("first", [`ALTER TABLE ${table} VALIDATE CONSTRAINT ${check};`]),
    ...paced("any", [set2, `ALTER TABLE ${table} DROP CONSTRAINT ${check};`])
  ];
}
function isCheckedAlready(column, { actual, desired }) {
  const says = new RegExp(`^\\(+("?)${column.name.replaceAll(/\W/g, "\\$&")}\\1 IS NOT NULL\\)+$`);
  return childrenOf(actual, column.parent ?? "").some(
    (part) => part.kind === "check" && part.attributes["validated"] === true && desired.objects.has(part.id) && says.test(textOf(part, "expression"))
  );
}

// src/catalog/column-query.ts
var STORAGE = (letter) => `case ${letter} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end`;
function columnQuery(version) {
  return `
    select c.nspname as schema, c.relname as "table", a.attname as name,
      json_build_object(
        'type', format_type(a.atttypid, a.atttypmod),
        'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
        'notNull', a.attnotnull,
        'notNullConstraint', ${version >= 18e4 ? UNUSUAL_NOT_NULL : "null"},
        'default', case when a.attgenerated = '' then
          substring(pg_get_expr(d.adbin, d.adrelid) from '^(?!NULL::[^()]*(?:\\(\\d+\\))?$).+$') end,
        'identity', case when a.attidentity <> '' then json_build_object(
          'generation', case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, ${VALUE_OPTIONS}) end,
        'identitySequence', case when a.attidentity <> '' then q.seqrelid::regclass::text end,
        'generated', case when a.attgenerated <> '' then json_build_object(
          'expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's') end,
        'storage', case when a.attstorage <> t.typstorage then json_build_object(
          'is', ${STORAGE("a.attstorage")}, 'usual', ${STORAGE("t.typstorage")}) end,
        'compression', ${version >= 14e4 ? `case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end` : "null"},
        'statistics', nullif(a.attstattarget, -1),
        'options', case when a.attoptions is not null then
          (select json_agg(option order by option) from unnest(a.attoptions) option) end
      ) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, true as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, a.attnum::int as objsubid
    from rel c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join (
      select i.refobjid, i.refobjsubid, q.* from pg_depend i join pg_sequence q on q.seqrelid = i.objid
      where i.classid = 'pg_class'::regclass and i.refclassid = 'pg_class'::regclass and i.deptype = 'i') q
      on q.refobjid = a.attrelid and q.refobjsubid = a.attnum
    ${version >= 18e4 ? NOT_NULL_JOIN : ""}
    where c.relkind in ('r', 'p') and a.attinhcount = 0
    order by c.oid, a.attnum`;
}
var UNUSUAL_NOT_NULL = `case when k.conname is not null then json_build_object(
  'name', k.conname, 'validated', k.convalidated, 'noInherit', k.connoinherit) end`;
var NOT_NULL_JOIN = `left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey[1] = a.attnum
  and not (k.convalidated and not k.connoinherit)`;

// src/catalog/column.ts
var SERIAL = {
  smallint: "smallserial",
  integer: "serial",
  bigint: "bigserial"
};
var columnKind = {
  name: "column",
  query: columnQuery,
  create: createColumn,
  drop: (object, transition) => [
    ...keptSequences(object, transition).map(disowned),
    `ALTER TABLE ${tableName(object)} DROP COLUMN ${quoteIdentifier(object.name)};`
  ],
  reference: (object) => `COLUMN ${tableName(object)}.${quoteIdentifier(object.name)}`,
  online: columnOnline(columnDefinition),
  rename: (before, after) => [
    `ALTER TABLE ${tableName(before)} RENAME COLUMN ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    generated: changeGenerated,
    type: changeType,
    collation: (before, after, transition) => sameType(before, after) ? changeCollation(before, after, transition) : [],
    identity: (before, after, transition) => leavesIdentityForType(before, after) ? [] : changeIdentity(before, after, transition),
    identitySequence: renameIdentitySequence,
    default: (before, after, transition) => sameType(before, after) ? changeDefault(before, after, transition) : [],
    notNull: changeNotNull,
    ...alterSettings
  },
  // Only values that are computed can be had again.
  recreatable: (before, after) => recordOf(before, "generated") !== null || recordOf(after, "generated") !== null,
  blocks: (column, needed) => recordOf(column, "generated") !== null && (retypes(needed) || rebuildsType(needed)),
  release: (column, gone) => optionalText(column, "default") !== null && [...gone].every(isValueSource) ? { default: null } : {},
  traits: {
    resembles: columnResemblance,
    form: ["identitySequence"],
    follows: PARENTS,
    followsIf: comesFromParents,
    formWhen: { default: callsItsOwnByAnotherName },
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? "models" : "database"}`,
      identity: identityReason,
      generated: generatedReason,
      identitySequence: sequenceReason,
      ...settingReasons
    }
  }
};
function isValueSource(id) {
  return /^(?:function|aggregate|operator|cast|sequence):/.test(id);
}
function createColumn(column, schema, actual) {
  const sequences = sequencesApart(column, schema, actual);
  return [
    ...sequences.flatMap(
      (one) => actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema)
    ),
    `ALTER TABLE ${tableName(column)} ADD COLUMN ${columnDefinition(column, schema, false, actual)};`,
    ...sequences.map(ownership),
    ...settingsOf(column)
  ];
}
function columnDefinition(column, schema, primaryKey = false, actual) {
  const serial = freshSerial(column, schema, actual);
  const type = textOf(column, "type");
  const collation = optionalText(column, "collation");
  const fallback = serial ? null : optionalText(column, "default");
  const generated2 = recordOf(column, "generated");
  return [
    quoteIdentifier(column.name),
    serial ? SERIAL[type] ?? type : shortType(type),
    collation === null ? "" : `COLLATE ${collation}`,
    primaryKey ? "PRIMARY KEY" : "",
    generated2 ? generatedClause(generated2) : "",
    identityClause(column),
    fallback === null ? "" : `DEFAULT ${shortDefault(fallback, type)}`,
    column.attributes["notNull"] === true && !hasUnusualNotNull(column) ? "NOT NULL" : ""
  ].filter((word) => word !== "").join(" ");
}
function generatedClause(generated2) {
  const { expression, stored } = generated2;
  return `GENERATED ALWAYS AS (${typeof expression === "string" ? bare(expression) : ""}) ${stored === true ? "STORED" : "VIRTUAL"}`;
}
function changeGenerated(before, after) {
  const old = recordOf(before, "generated");
  if (recordOf(after, "generated") !== null || old?.["stored"] !== true) return null;
  return [`${alterColumn(after)} DROP EXPRESSION;`];
}
function changeType(before, after, transition) {
  if (isInPartitionKey(before, transition.actual)) return null;
  if (recordOf(after, "generated") !== null) return setType(before, after, transition);
  const plainly = { ...after, attributes: { ...after.attributes, default: null } };
  const leaves = leavesIdentityForType(before, after);
  const moved = renameOwnSequence(before, after, transition);
  return [
    ...leaves ? changeIdentity(before, plainly, transition) ?? [] : [],
    ...moved ?? [],
    ...optionalText(before, "default") === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`],
    ...setType(before, after, transition),
    ...restoreDefault(before, after, transition, moved !== null)
  ];
}
function leavesIdentityForType(before, after) {
  const leaves = recordOf(before, "identity") !== null && recordOf(after, "identity") === null;
  return leaves && !sameType(before, after);
}
function changeCollation(before, after, transition) {
  return isInPartitionKey(before, transition.actual) ? null : setType(before, after, transition);
}
function setType(before, after, { actual, desired }) {
  const name = quoteIdentifier(after.name);
  const type = textOf(after, "type");
  const collation = optionalText(after, "collation");
  const using = conversion(name, [baseType(before, actual), baseType(after, desired)], type);
  return [
    `${alterColumn(after)} SET DATA TYPE ${shortType(type)}${collation === null ? "" : ` COLLATE ${collation}`}${using === null ? "" : ` USING ${using}`};`,
    ...settingsAgain(before, after)
  ];
}
function baseType(column, { objects }) {
  const base3 = (type, needs) => {
    const domain = needs.map((need) => objects.get(need)).find((one) => one?.kind === "domain" && isNameOf(type, one));
    return domain ? base3(textOf(domain, "type"), domain.needs) : type;
  };
  return base3(textOf(column, "type"), column.needs);
}
function isInPartitionKey(column, { objects }) {
  const table = objects.get(column.parent ?? "");
  const key = table ? optionalText(table, "partitionKey") : null;
  const words2 = key?.match(/"(?:[^"]|"")*"|[\w$\u0080-\uffff]+/g) ?? [];
  return words2.some((word) => word === column.name || word === quoteIdentifier(column.name));
}
function changeNotNull(_before, after) {
  if (hasUnusualNotNull(after)) return [];
  const verb = after.attributes["notNull"] === true ? "SET" : "DROP";
  return [`${alterColumn(after)} ${verb} NOT NULL;`];
}
function renameIdentitySequence(before, after) {
  const old = optionalText(before, "identitySequence");
  const wanted = optionalText(after, "identitySequence");
  if (old === null || wanted === null) return [];
  return [`ALTER SEQUENCE ${old} RENAME TO ${lastName(wanted)};`];
}
function sameType(before, after) {
  return textOf(before, "type") === textOf(after, "type");
}
function identityReason(before, after) {
  const words2 = (value) => isRecord(value) ? plain(value["generation"]).toLowerCase() : "none";
  if (!isRecord(before) || !isRecord(after)) {
    return `identity: ${words2(before)} \u2192 ${words2(after)}`;
  }
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const parts = changed.map((key) => `${key} ${plain(before[key])} \u2192 ${plain(after[key])}`);
  return `identity: ${parts.join(", ")}`;
}
function sequenceReason(before, after) {
  return typeof before === "string" && typeof after === "string" ? `its sequence under another name: ${before} \u2192 ${after}` : null;
}
function generatedReason(before, after) {
  const words2 = (value) => isRecord(value) ? `${plain(value["expression"])}${value["stored"] === true ? "" : " (virtual)"}` : "none";
  return `generated: ${words2(before)} \u2192 ${words2(after)}`;
}

// src/catalog/attached.ts
var NAMED = ["table", "column", "view", "materialized view", "foreign table"];
var WITH_MEMBERS = [
  "table",
  "view",
  "materialized view",
  "foreign table",
  "composite type",
  "domain"
];
function attachedTo(object, parent) {
  if (parent === null) return PUBLIC_SCHEMA;
  const kind = kindOfId(parent);
  const name = identityOf(parent);
  const whole = NAMED.includes(kind) ? name : `${kind} ${name}`;
  return isOnMember(object, kind) ? `${whole}.${objectId("", object.name).slice(1)}` : whole;
}
var PUBLIC_SCHEMA = "schema public";
function referenceOf(object, schema, reference4) {
  if (object.parent === null) return `SCHEMA ${quoteIdentifier("public")}`;
  const parent = schema?.objects.get(object.parent);
  const named2 = parent && reference4(parent);
  if (!named2) throw new Error(`nothing can be attached to ${object.parent}`);
  if (!isOnMember(object, parent.kind)) return named2;
  return parent.kind === "domain" ? `CONSTRAINT ${quoteIdentifier(object.name)} ON ${named2}` : `COLUMN ${relationName(parent.schema, parent.name)}.${quoteIdentifier(object.name)}`;
}
function fallsWith(object, altered) {
  return altered.before.id === object.parent && rebuildsType(altered);
}
function isGone({ parent }, transition) {
  const before = transition?.actual.objects.get(parent ?? "");
  const after = transition?.desired.objects.get(parent ?? "");
  return before !== void 0 && after !== void 0 && rebuildsType({ before, after, attributes: differingAttributes(before, after) });
}
function isOnMember({ table }, kind) {
  return WITH_MEMBERS.includes(kind) && table !== null;
}

// src/catalog/comment.ts
var PUBLIC_COMMENT = "standard public schema";
function commentKind(reference4) {
  return {
    name: "comment",
    attached: true,
    query: () => `
      select null as schema, null as "table", coalesce(a.attname, k.conname) as name,
        json_build_object('text', d.description) as attributes,
        case when d.objoid <> p.oid or p.oid is null
          then json_build_array(case when k.oid is null then d.classoid else 'pg_type'::regclass end::int8,
            coalesce(k.contypid, d.objoid)::int8, d.objsubid) end as parent,
        false as part,
        'pg_description'::regclass::oid as classid, row_number() over ()::oid as objid, 0 as objsubid
      from pg_description d
      left join pg_namespace p on p.nspname = 'public' and d.classoid = 'pg_namespace'::regclass
      left join pg_attribute a on d.objsubid > 0 and d.classoid = 'pg_class'::regclass
        and a.attrelid = d.objoid and a.attnum = d.objsubid
      left join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid and k.contypid <> 0
      where (d.objoid >= 16384 or d.objoid = p.oid)
        and d.description not in (${quoteLiteral(ASSUMED_COMMENT)}, ${quoteLiteral(PUBLIC_COMMENT)})
        and not exists (select from ext where ext.classid = d.classoid and ext.objid = d.objoid)
        and not exists (select from pg_extension x, pg_available_extensions v
          where d.classoid = 'pg_extension'::regclass and x.oid = d.objoid
            and v.name = x.extname and v.comment = d.description)`,
    identity: attachedTo,
    create: (object, schema) => [
      `COMMENT ON ${referenceOf(object, schema, reference4)} IS ${quoteLiteral(textOf(object, "text"))};`
    ],
    drop: (object, transition) => isGone(object, transition) ? [] : [`COMMENT ON ${referenceOf(object, transition?.actual, reference4)} IS NULL;`],
    alter: {
      text: (_before, after, { desired }) => [
        `COMMENT ON ${referenceOf(after, desired, reference4)} IS ${quoteLiteral(textOf(after, "text"))};`
      ]
    },
    blocks: fallsWith,
    traits: { isForm: true }
  };
}

// src/catalog/type-rebuild.ts
function inPlaceOrAnew(alter2) {
  const names = Object.keys(alter2);
  const wrap = (name, own) => (before, after, transition) => {
    const statements2 = own(before, after, transition);
    const group = statements2 === null ? null : rebuildGroup(after.id, transition);
    if (group === null) return statements2;
    const differing = differingAttributes(before, after);
    const first = names.find((one) => differing.includes(one));
    return group.leader === after.id && name === first ? rebuild(group.types, transition) : [];
  };
  return Object.fromEntries(Object.entries(alter2).map(([name, own]) => [name, wrap(name, own)]));
}
function alsoRebuilt(alteration, transition) {
  if (!rebuildsType(alteration)) return [];
  const group = rebuildGroup(alteration.after.id, transition);
  const types = group?.types ?? [];
  const { actual } = transition;
  return [
    ...types.filter((type) => type.id !== alteration.after.id).map((type) => ({
      before: actual.objects.get(type.id) ?? type,
      after: type,
      attributes: ["rebuilt"]
    })),
    ...columnsOf(types, transition).map(({ old, wanted }) => ({
      before: old,
      after: { ...wanted, attributes: { ...wanted.attributes, type: "text" } },
      attributes: ["type", "passing"]
    }))
  ];
}
function rebuildGroup(id, transition) {
  const seen = /* @__PURE__ */ new Set([id]);
  const roots = /* @__PURE__ */ new Set();
  for (const one of seen) {
    const found = rootsBelow(one, transition).filter((root) => !roots.has(root));
    for (const root of found) roots.add(root);
    for (const member of closure(found, transition)) seen.add(member);
  }
  const members = closure([...roots], transition);
  if (!members.has(id)) return null;
  const types = inOrder([...members], transition);
  const leader = types.filter((type) => roots.has(type.id)).at(-1);
  return { types, leader: leader?.id ?? id };
}
function rootsBelow(id, transition) {
  const seen = /* @__PURE__ */ new Set([id]);
  for (const one of seen) {
    const needs = [transition.actual, transition.desired].flatMap(
      ({ objects }) => objects.get(one)?.needs ?? []
    );
    for (const need of needs) if (isType(kindOfId(need))) seen.add(need);
  }
  return [...seen].filter((one) => isRoot(one, transition));
}
function isRoot(id, { actual, desired }) {
  const [before, after] = [actual.objects.get(id), desired.objects.get(id)];
  if (!before || !after || before === after || !isType(before.kind)) return false;
  return rebuildsType({ before, after, attributes: differingAttributes(before, after) });
}
function closure(ids, { actual, desired }) {
  const members = new Set(ids);
  for (const member of members) {
    const dependents = [...dependentsOf(actual, member), ...dependentsOf(desired, member)];
    for (const { id, kind } of dependents) {
      if (isType(kind) && actual.objects.has(id) && desired.objects.has(id)) members.add(id);
    }
  }
  return members;
}
function inOrder(ids, { desired }) {
  const sorted2 = /* @__PURE__ */ new Set();
  const visit = (id) => {
    const type = desired.objects.get(id);
    if (!type || sorted2.has(type)) return;
    for (const need of type.needs) if (ids.includes(need)) visit(need);
    sorted2.add(type);
  };
  for (const id of [...ids].sort()) visit(id);
  return [...sorted2];
}
function columnsOf(types, transition) {
  const before = types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []);
  return columnsWith(types, transition).filter(
    ({ old, wanted }) => isOf(old, before) && isOf(wanted, types)
  );
}
function columnsWith(types, { actual, desired }) {
  const found = /* @__PURE__ */ new Map();
  for (const { id } of types) {
    for (const wanted of dependentsOf(desired, id)) {
      const old = actual.objects.get(wanted.id);
      if (wanted.kind !== "column" || !old) continue;
      if (recordOf(wanted, "generated") || recordOf(old, "generated")) continue;
      found.set(wanted.id, { old, wanted });
    }
  }
  return [...found.values()];
}
function isOf(column, types) {
  return typeOf(column, types) !== void 0;
}
function typeOf(column, types) {
  const spelled3 = textOf(column, "type").replace(/\[\]$/, "");
  return types.find((type) => {
    const multirange = optionalText(type, "multirange");
    return isNameOf(spelled3, type) || multirange !== null && isNameOf(spelled3, { ...type, name: multirange });
  });
}
function callsRoutine(column, types, { actual }) {
  return column.needs.some((need) => {
    const called = actual.objects.get(need);
    const isSource = called !== void 0 && !isType(called.kind) && called.id !== column.parent;
    return isSource && types.some(({ id }) => called.needs.includes(id));
  });
}
function rebuild(types, transition) {
  const columns = columnsOf(types, transition);
  const others = columnsWith(types, transition).filter(
    ({ old }) => !columns.some((one) => one.old === old) && optionalText(old, "default") !== null
  );
  const before = types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []);
  const prepared = before.flatMap(
    (type) => changesInPlace(type, transition.desired.objects.get(type.id) ?? type)
  );
  return [
    ...prepared,
    ...others.map(({ old }) => `${alterColumn(old)} DROP DEFAULT;`),
    ...columns.flatMap(({ old }) => toText(old)),
    ...[...before].reverse().flatMap(dropType),
    // Values come back by position.
    ...types.flatMap(
      (type) => createType(inPlace(transition.actual.objects.get(type.id) ?? type, type))
    ),
    // One whose type differs for other reasons as well is converted by its own change.
    ...columns.filter(({ old, wanted }) => textOf(old, "type") === textOf(wanted, "type")).flatMap((column) => fromText(column, types, transition)),
    ...others.flatMap((column) => defaultAgain(column, types, transition))
  ];
}
function toText(column) {
  return [
    ...optionalText(column, "default") === null ? [] : [`${alterColumn(column)} DROP DEFAULT;`],
    `${alterColumn(column)} SET DATA TYPE text${suffix(column)};`
  ];
}
function fromText(column, types, transition) {
  const { wanted } = column;
  const type = spelledType(wanted, types);
  return [
    `${alterColumn(wanted)} SET DATA TYPE ${type} USING ${quoteIdentifier(wanted.name)}::${type};`,
    ...defaultAgain(column, types, transition)
  ];
}
function defaultAgain({ old, wanted }, types, transition) {
  const value = optionalText(wanted, "default");
  const kept = optionalText(old, "default") === value && !callsRoutine(old, types, transition);
  return value === null || !kept ? [] : [`${alterColumn(wanted)} SET DEFAULT ${shortDefault(value, textOf(wanted, "type"))};`];
}
function spelledType(column, types) {
  const type = typeOf(column, types);
  const isItself = type !== void 0 && !isMultirange(column, type);
  return isItself ? `${typeName(type)}${suffix(column)}` : shortType(textOf(column, "type"));
}
function isMultirange(column, type) {
  return !isNameOf(textOf(column, "type").replace(/\[\]$/, ""), type);
}
function suffix(column) {
  return textOf(column, "type").endsWith("[]") ? "[]" : "";
}

// src/catalog/composite-type.ts
var compositeTypeKind = {
  name: "composite type",
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        -- As with columns, their order is no difference.
        'attributes', coalesce(json_object_agg(a.attname, json_build_object('type', format_type(a.atttypid, a.atttypmod),
          'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end)
          order by a.attnum) filter (where a.attname is not null), '{}')
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, c.reltype as objid, 0 as objsubid
    from rel c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_type t on t.oid = a.atttypid
    where c.relkind = 'c'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = c.reltype)
    group by c.oid, c.nspname, c.relname, c.reltype`,
  create: createType,
  drop: dropType,
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: renameType,
  occupies: (type) => [typeKey(type)],
  alter: inPlaceOrAnew({ attributes: changesInPlace }),
  alsoAlters: alsoRebuilt,
  recreatable: () => false,
  traits: { reasons: { attributes: attributesReason } }
};
function attributesReason(before, after) {
  const [old, wanted] = [words(before), words(after)];
  return `attributes: ${[
    ...wanted.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...old.filter((one) => !wanted.includes(one)).map((one) => `- ${one}`)
  ].join(", ")}`;
}
function words(value) {
  return Object.entries(isRecord(value) ? value : {}).map(([name, member]) => {
    const { type, collation } = isRecord(member) ? member : {};
    return [name, type, collation].filter((word) => typeof word === "string").join(" ");
  });
}

// src/catalog/privileges.ts
function grantedQuery(version) {
  const ofPublicSchema = version >= 15e4 ? `'{USAGE}'` : `'{CREATE,USAGE}'`;
  return `
    select row_number() over () as number, acl.*, g.grantee, g.privileges, g.grantable,
      case when g.grantee = 0 then acl.usual end as by_default
    from (
      select 'pg_class'::regclass::oid as classid, oid as objid, 0 as objsubid, null::name as attname,
        relacl as acl, relowner as owner, null::text[] as usual
        from rel where relacl is not null
      union all
      select 'pg_class'::regclass, c.oid, a.attnum, a.attname, a.attacl, c.relowner, null
        from pg_attribute a join rel c on c.oid = a.attrelid where a.attacl is not null and not a.attisdropped
      union all
      select 'pg_proc'::regclass, p.oid, 0, null, p.proacl, p.proowner, '{EXECUTE}'
        from pg_proc p join ns n on n.oid = p.pronamespace where p.proacl is not null
      union all
      select 'pg_type'::regclass, t.oid, 0, null, t.typacl, t.typowner, '{USAGE}'
        from pg_type t join ns n on n.oid = t.typnamespace where t.typacl is not null
      union all
      select 'pg_namespace'::regclass, n.oid, 0, null, coalesce(s.nspacl, acldefault('n', s.nspowner)),
        s.nspowner, case when n.nspname = 'public' then ${ofPublicSchema}::text[] end
        from ns n join pg_namespace s on s.oid = n.oid
      union all
      select 'pg_foreign_data_wrapper'::regclass, oid, 0, null, fdwacl, fdwowner, null
        from pg_foreign_data_wrapper where fdwacl is not null
      union all
      select 'pg_foreign_server'::regclass, oid, 0, null, srvacl, srvowner, null
        from pg_foreign_server where srvacl is not null
      union all
      select 'pg_default_acl'::regclass, oid, 0, null, defaclacl, defaclrole,
        case when defaclnamespace <> 0 then null when defaclobjtype = 'f' then '{EXECUTE}'::text[]
          when defaclobjtype = 'T' then '{USAGE}' end
        from pg_default_acl
    ) acl
    cross join lateral (
      select x.grantee, array_agg(distinct x.privilege_type order by x.privilege_type) as privileges,
        array_agg(distinct x.privilege_type order by x.privilege_type) filter (where x.is_grantable) as grantable
      from aclexplode(acl.acl) x where x.grantee <> acl.owner group by x.grantee
      union all
      select 0, '{}', null where acl.usual is not null
        and not exists (select from aclexplode(acl.acl) x where x.grantee = 0)) g
    where (g.grantee <> 0 or g.privileges is distinct from acl.usual)
      and not exists (select from ext where ext.classid = acl.classid and ext.objid = acl.objid)`;
}
var GRANTED_ATTRIBUTES = `
  'grantee', case when g.grantee <> 0 then pg_get_userbyid(g.grantee) end,
  'privileges', to_json(g.privileges), 'grantable', to_json(coalesce(g.grantable, '{}')),
  'byDefault', to_json(g.by_default)`;
function privilegesOf(object) {
  return { privileges: listOf(object, "privileges"), grantable: listOf(object, "grantable") };
}
function usualPrivileges(object) {
  return { privileges: listOf(object, "byDefault"), grantable: [] };
}
function union(a, b) {
  const all = (left, right) => [.../* @__PURE__ */ new Set([...left, ...right])].sort();
  return {
    privileges: all(a.privileges, b.privileges),
    grantable: all(a.grantable, b.grantable)
  };
}
function common(a, b) {
  return {
    privileges: a.privileges.filter((one) => b.privileges.includes(one)),
    grantable: a.grantable.filter((one) => b.grantable.includes(one))
  };
}
function without(a, b) {
  return {
    privileges: a.privileges.filter((one) => !b.privileges.includes(one)),
    grantable: a.grantable.filter((one) => ![...b.privileges, ...b.grantable].includes(one))
  };
}
function granteeName({ attributes }) {
  const { grantee } = attributes;
  return typeof grantee === "string" ? quoteIdentifier(grantee) : "PUBLIC";
}
function toGrantee({ attributes }) {
  const { grantee } = attributes;
  return `to ${typeof grantee === "string" ? objectId("", grantee).slice(1) : "PUBLIC"}`;
}
function changePrivileges({ target, grantee, column }, before, after) {
  const list = (privileges) => privileges.map((one) => column === null ? one : `${one} (${quoteIdentifier(column)})`).join(", ");
  const minus = (some, others) => some.filter((one) => !others.includes(one));
  const gone = minus(before.privileges, after.privileges);
  const plain2 = minus(minus(before.grantable, after.grantable), gone);
  const grantable = minus(after.grantable, before.grantable);
  const fresh = minus(minus(after.privileges, before.privileges), grantable);
  return [
    ...gone.length > 0 ? [`REVOKE ${list(gone)} ${target} FROM ${grantee}`] : [],
    ...plain2.length > 0 ? [`REVOKE GRANT OPTION FOR ${list(plain2)} ${target} FROM ${grantee}`] : [],
    ...fresh.length > 0 ? [`GRANT ${list(fresh)} ${target} TO ${grantee}`] : [],
    ...grantable.length > 0 ? [`GRANT ${list(grantable)} ${target} TO ${grantee} WITH GRANT OPTION`] : []
  ];
}
function alterPrivileges(statements2) {
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  return {
    privileges: statements2,
    grantable: (before, after, transition) => same(before.attributes["privileges"], after.attributes["privileges"]) ? statements2(before, after, transition) : []
  };
}

// src/catalog/default-privileges.ts
var defaultPrivilegesKind = {
  name: "default privileges",
  plural: "default privileges",
  // Those of the session's own role are told without it: they are the ones that a plan meets.
  query: () => `
    select n.nspname as schema, null as "table",
      case d.defaclobjtype when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS'
        when 'T' then 'TYPES' when 'n' then 'SCHEMAS' else 'LARGE OBJECTS' end as name,
      json_build_object(
        'role', case when d.defaclrole::regrole::text <> quote_ident(current_user) then pg_get_userbyid(d.defaclrole) end,
        ${GRANTED_ATTRIBUTES}
      ) as attributes,
      case when n.nspname <> 'public' then json_build_array('schema', n.nspname) end as parent,
      false as part, 'pg_shdepend'::regclass::oid as classid, g.number::oid as objid, 0 as objsubid
    from granted g
    join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid
    left join ns n on n.oid = d.defaclnamespace
    where d.defaclnamespace = 0 or n.oid is not null`,
  identity: (object) => {
    const { role } = object.attributes;
    return [
      object.name.toLowerCase(),
      ...object.schema === null ? [] : [`in ${spell(object.schema)}`],
      ...typeof role === "string" ? [`by ${spell(role)}`] : [],
      toGrantee(object)
    ].join(" ");
  },
  create: (object) => statements(object, usualPrivileges(object), privilegesOf(object)),
  drop: (object) => statements(object, privilegesOf(object), usualPrivileges(object)),
  alter: alterPrivileges(
    (before, after) => statements(after, privilegesOf(before), privilegesOf(after))
  ),
  traits: {}
};
function spell(name) {
  return objectId("", name).slice(1);
}
function statements(object, before, after) {
  const role = optionalText(object, "role");
  const head = [
    "ALTER DEFAULT PRIVILEGES",
    ...role === null ? [] : [`FOR ROLE ${quoteIdentifier(role)}`],
    ...object.schema === null ? [] : [`IN SCHEMA ${quoteIdentifier(object.schema)}`]
  ].join(" ");
  const grant = { target: `ON ${object.name}`, grantee: granteeName(object), column: null };
  return changePrivileges(grant, before, after).map((statement2) => `${head} ${statement2};`);
}
var SORTS = {
  TABLE: "TABLES",
  VIEW: "TABLES",
  MATERIALIZED: "TABLES",
  SEQUENCE: "SEQUENCES",
  FUNCTION: "FUNCTIONS",
  PROCEDURE: "FUNCTIONS",
  AGGREGATE: "FUNCTIONS",
  TYPE: "TYPES",
  DOMAIN: "TYPES",
  SCHEMA: "SCHEMAS"
};
var known2 = /* @__PURE__ */ new WeakMap();
function defaultsOf(schema) {
  const found = known2.get(schema) ?? [...schema.objects.values()].filter(
    (object) => object.kind === "default privileges" && optionalText(object, "role") === null
  );
  known2.set(schema, found);
  return found;
}
function hasDefaultPrivileges(schema) {
  return defaultsOf(schema).length > 0;
}
function impliedPrivileges(target, schema, reference4) {
  const implied = /* @__PURE__ */ new Map();
  const defaults = defaultsOf(schema);
  if (defaults.length === 0) return implied;
  const named2 = reference4(target) ?? "";
  const sort = named2.startsWith("FOREIGN TABLE") ? "TABLES" : SORTS[named2.split(" ", 1)[0] ?? ""];
  const own = sort === "SCHEMAS" ? null : target.schema ?? null;
  const matching = defaults.filter(
    (one) => one.name === sort && (one.schema === null || one.schema === own)
  );
  for (const one of matching.sort(
    (a, b) => Number(a.schema !== null) - Number(b.schema !== null)
  )) {
    const grantee = optionalText(one, "grantee");
    const usual = usualOf(sort ?? "", grantee);
    const before = implied.get(grantee)?.privileges ?? usual;
    const privileges = one.schema === null ? privilegesOf(one) : union(before, privilegesOf(one));
    implied.set(grantee, { privileges, usual });
  }
  return implied;
}
function usualOf(sort, grantee) {
  const usual = { FUNCTIONS: "EXECUTE", TYPES: "USAGE" };
  const privilege = grantee === null ? usual[sort] : void 0;
  return { privileges: privilege === void 0 ? [] : [privilege], grantable: [] };
}

// src/catalog/domain.ts
var domainKind = {
  name: "domain",
  query: () => `
    select n.nspname as schema, null as "table", t.typname as name,
      json_build_object(
        'type', format_type(t.typbasetype, t.typtypmod),
        'collation', case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end,
        'default', pg_get_expr(t.typdefaultbin, 0),
        'notNull', t.typnotnull,
        'checks', (select json_agg(json_build_object('name', k.conname,
            'expression', pg_get_expr(k.conbin, 0), 'validated', k.convalidated) order by k.conname collate "C")
          from pg_constraint k where k.contypid = t.oid and k.contype = 'c')
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_type t join ns n on n.oid = t.typnamespace join pg_type b on b.oid = t.typbasetype
    where t.typtype = 'd'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: createType,
  drop: dropType,
  reference: (domain) => `DOMAIN ${typeName(domain)}`,
  rename: renameType,
  occupies: (domain) => [typeKey(domain)],
  alter: inPlaceOrAnew({
    type: () => [],
    collation: () => [],
    default: (_before, after) => [`${alterDomain(after)} ${defaultClause(after)};`],
    checks: changeChecks,
    notNull: (_before, after) => [
      `${alterDomain(after)} ${after.attributes["notNull"] === true ? "SET" : "DROP"} NOT NULL;`
    ]
  }),
  alsoAlters: alsoRebuilt,
  // Its columns hold on to it.
  recreatable: () => false,
  traits: {
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? "models" : "database"}`,
      checks: checksReason
    }
  }
};
function alterDomain(domain) {
  return `ALTER DOMAIN ${typeName(domain)}`;
}
function defaultClause(domain) {
  const value = optionalText(domain, "default");
  return value === null ? "DROP DEFAULT" : `SET DEFAULT ${shortDefault(value, textOf(domain, "type"))}`;
}
function changeChecks(before, after) {
  const alter2 = alterDomain(after);
  const old = domainChecks(before);
  const gone = old.filter((check) => !domainChecks(after).some(({ name }) => name === check.name));
  const spare = new Map(gone.map((check) => [check.name, check]));
  const changes = domainChecks(after).flatMap((check) => {
    const same = old.find(({ name: name2 }) => name2 === check.name);
    const alike = [...spare.values()].find(
      ({ expression, validated }) => expression === check.expression && validated === check.validated
    );
    const name = quoteIdentifier(check.name);
    const drop = `${alter2} DROP CONSTRAINT ${name};`;
    if (!same && alike) {
      spare.delete(alike.name);
      return [`${alter2} RENAME CONSTRAINT ${quoteIdentifier(alike.name)} TO ${name};`];
    }
    if (!same) return [addDomainCheck(after, check)];
    if (same.expression !== check.expression) return [drop, addDomainCheck(after, check)];
    if (same.validated === check.validated) return [];
    return check.validated ? [`${alter2} VALIDATE CONSTRAINT ${name};`] : [drop, addDomainCheck(after, check)];
  });
  return [
    ...[...spare.keys()].map((name) => `${alter2} DROP CONSTRAINT ${quoteIdentifier(name)};`),
    ...changes
  ];
}
function checksReason(before, after) {
  const words2 = (value) => (Array.isArray(value) ? value : []).filter(isRecord).map(
    (check) => `${plain(check["name"])} ${plain(check["expression"])}${check["validated"] === true ? "" : " (not valid)"}`
  );
  const [old, wanted] = [words2(before), words2(after)];
  return `checks: ${[
    ...wanted.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...old.filter((one) => !wanted.includes(one)).map((one) => `- ${one}`)
  ].join(", ")}`;
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
  create: createType,
  drop: dropType,
  occupies: (type) => [typeKey(type)],
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: (before, after) => before.name === after.name ? renameValues(before, after) : renameType(before, after),
  // `rebuilt` is what a plan asks for that must not add values: see plan/anew.ts.
  alter: inPlaceOrAnew({ values: addValues, order: () => [], rebuilt: () => [] }),
  alsoAlters: alsoRebuilt,
  traits: {
    form: ["order"],
    formWhenUnused: true,
    resembles: enumResemblance,
    members: "order",
    reasons: { values: valuesReason, order: orderReason2 }
  }
};
function addValues(before, after) {
  const type = typeName(after);
  const present = listOf(before, "order");
  const wanted = listOf(after, "order");
  return wanted.flatMap((value, index) => {
    if (present.includes(value)) return [];
    const next = wanted.slice(index + 1).find((later) => present.includes(later));
    present.push(value);
    const place = next === void 0 ? "" : ` BEFORE ${quoteLiteral(next)}`;
    return [`ALTER TYPE ${type} ADD VALUE ${quoteLiteral(value)}${place};`];
  });
}
function renameValues(before, after) {
  const wanted = listOf(after, "order");
  return listOf(before, "order").flatMap((value, index) => {
    const name = wanted[index] ?? value;
    if (name === value) return [];
    return [
      `ALTER TYPE ${typeName(before)} RENAME VALUE ${quoteLiteral(value)} TO ${quoteLiteral(name)};`
    ];
  });
}
function valuesReason(before, after) {
  const old = texts(before);
  const wanted = texts(after);
  const words2 = [
    ...wanted.filter((value) => !old.includes(value)).map((value) => `+ ${quoteLiteral(value)}`),
    ...old.filter((value) => !wanted.includes(value)).map((value) => `- ${quoteLiteral(value)}`)
  ];
  return `values: ${words2.join(", ")}`;
}
function orderReason2(before, after) {
  const old = texts(before);
  const wanted = texts(after);
  if (old.length !== wanted.length || old.some((value) => !wanted.includes(value))) return null;
  return `order of values: ${old.join(", ")} \u2192 ${wanted.join(", ")}`;
}

// src/catalog/trigger.ts
var ARGUMENT_TEXTS = `(select json_agg(convert_from(decode(one, 'escape'), getdatabaseencoding()) order by at)
    from unnest(string_to_array(replace(encode(t.tgargs, 'escape'), '\\\\', '\\134'), '\\000')) with ordinality a (one, at)
    where at <= t.tgnargs)`;
function enableClause(object) {
  const state = textOf(object, "enabled");
  if (state === "disabled") return "DISABLE";
  return state === "origin" ? "ENABLE" : `ENABLE ${state.toUpperCase()}`;
}
var triggerKind = {
  name: "trigger",
  query: () => `
    select c.nspname as schema, c.relname as "table", t.tgname as name,
      json_build_object(
        'timing', case when t.tgtype & 64 > 0 then 'INSTEAD OF' when t.tgtype & 2 > 0 then 'BEFORE' else 'AFTER' end,
        'events', (select json_agg(event) from unnest(array[
            case when t.tgtype & 4 > 0 then 'INSERT' end, case when t.tgtype & 8 > 0 then 'DELETE' end,
            case when t.tgtype & 16 > 0 then 'UPDATE' end, case when t.tgtype & 32 > 0 then 'TRUNCATE' end]) event
          where event is not null),
        'columns', (select json_agg(a.attname order by a.attname collate "C") from pg_attribute a
          where t.tgattr::text <> '' and a.attrelid = c.oid and a.attnum = any (t.tgattr::int2[])),
        'level', case when t.tgtype & 1 > 0 then 'ROW' else 'STATEMENT' end,
        'when', case when t.tgqual is not null then
          (regexp_match(pg_get_triggerdef(t.oid), ' FOR EACH (?:ROW|STATEMENT) WHEN \\((.*)\\) EXECUTE FUNCTION '))[1] end,
        'function', ${functionName("t.tgfoid")},
        'arguments', case when t.tgnargs > 0 then ${ARGUMENT_TEXTS} end,
        'oldTable', t.tgoldtable,
        'newTable', t.tgnewtable,
        'constraint', t.tgconstraint <> 0,
        'deferrable', case when t.tginitdeferred then 'DEFERRABLE INITIALLY DEFERRED'
          when t.tgdeferrable then 'DEFERRABLE' end,
        'from', case when t.tgconstrrelid <> 0 then t.tgconstrrelid::regclass::text end,
        'enabled', ${enabledState("t.tgenabled")}
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_trigger'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from rel c
    join pg_trigger t on t.tgrelid = c.oid
    where not t.tgisinternal and t.tgparentid = 0
      and not exists (select from ext where classid = 'pg_trigger'::regclass and objid = t.oid)`,
  create: (object) => [
    createTrigger(object),
    ...object.attributes["enabled"] === "origin" ? [] : [enable(object)]
  ],
  reference: (object) => `TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  occupies: (object) => object.attributes["constraint"] === true ? [constraintKey(object)] : [],
  drop: (object) => [`DROP TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER TRIGGER ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: { enabled: (_before, after) => [enable(after)] },
  blocks: (_trigger, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true }
};
function createTrigger(object) {
  const from = optionalText(object, "from");
  const when = optionalText(object, "when");
  const deferrable = optionalText(object, "deferrable");
  return [
    `CREATE ${object.attributes["constraint"] === true ? "CONSTRAINT " : ""}TRIGGER ${quoteIdentifier(object.name)}`,
    `${textOf(object, "timing")} ${events(object)} ON ${tableName(object)}`,
    ...from === null ? [] : [`FROM ${from}`],
    ...deferrable === null ? [] : [deferrable],
    ...transitionTables(object),
    `FOR EACH ${textOf(object, "level")}`,
    ...when === null ? [] : [`WHEN (${bare(when)})`],
    `EXECUTE FUNCTION ${textOf(object, "function")}(${triggerArguments(object)});`
  ].join(" ");
}
function events(object) {
  const columns = listOf(object, "columns");
  const update = columns.length > 0 ? `UPDATE OF ${columnList(columns)}` : "UPDATE";
  return listOf(object, "events").map((event) => event === "UPDATE" ? update : event).join(" OR ");
}
function transitionTables(object) {
  const [old, fresh] = [optionalText(object, "oldTable"), optionalText(object, "newTable")];
  const tables = [
    ...old === null ? [] : [`OLD TABLE AS ${quoteIdentifier(old)}`],
    ...fresh === null ? [] : [`NEW TABLE AS ${quoteIdentifier(fresh)}`]
  ];
  return tables.length > 0 ? [`REFERENCING ${tables.join(" ")}`] : [];
}
function triggerArguments(object) {
  return listOf(object, "arguments").map(quoteLiteral).join(", ");
}
function enable(object) {
  return `ALTER TABLE ${tableName(object)} ${enableClause(object)} TRIGGER ${quoteIdentifier(object.name)};`;
}

// src/catalog/event-trigger.ts
var eventTriggerKind = {
  name: "event trigger",
  query: () => `
    select null as schema, null as "table", t.evtname as name,
      json_build_object(
        'event', t.evtevent,
        'tags', (select json_agg(tag order by tag) from unnest(t.evttags) tag),
        'function', ${functionName("t.evtfoid")},
        'enabled', ${enabledState("t.evtenabled")}
      ) as attributes,
      null as parent, false as part,
      'pg_event_trigger'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_event_trigger t
    where not exists (select from ext where classid = 'pg_event_trigger'::regclass and objid = t.oid)`,
  create: (object) => [
    createEventTrigger(object),
    ...object.attributes["enabled"] === "origin" ? [] : [enable2(object)]
  ],
  reference: ({ name }) => `EVENT TRIGGER ${quoteIdentifier(name)}`,
  drop: ({ name }) => [`DROP EVENT TRIGGER ${quoteIdentifier(name)};`],
  rename: (before, after) => [
    `ALTER EVENT TRIGGER ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: { enabled: (_before, after) => [enable2(after)] },
  traits: { renamable: true }
};
function createEventTrigger(object) {
  const tags = listOf(object, "tags").map(quoteLiteral);
  return [
    `CREATE EVENT TRIGGER ${quoteIdentifier(object.name)} ON ${textOf(object, "event")}`,
    ...tags.length > 0 ? [`WHEN TAG IN (${tags.join(", ")})`] : [],
    `EXECUTE FUNCTION ${textOf(object, "function")}();`
  ].join(" ");
}
function enable2(object) {
  return `ALTER EVENT TRIGGER ${quoteIdentifier(object.name)} ${enableClause(object)};`;
}

// src/catalog/exclusion.ts
var exclusionKind = {
  name: "exclusion",
  // Postgres prints its method, elements, operators and options all in one.
  query: () => constraintQuery("x", `'definition', pg_get_constraintdef(k.oid)`, false),
  create: (object) => addConstraint(object, textOf(object, "definition")),
  drop: dropConstraint,
  reference: constraintReference,
  rename: renameConstraint,
  occupies: (object) => [relationKey(object), constraintKey(object)],
  alter: {},
  blocks: (_object, needed) => rebuildsType(needed) || passesThroughText(needed),
  traits: { renamable: true }
};

// src/catalog/extension.ts
var extensionKind = {
  name: "extension",
  query: () => `
    select null as schema, null as "table", x.extname as name,
      json_build_object('version', x.extversion, 'schema', n.nspname) as attributes,
      null as parent, false as part, 'pg_extension'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from pg_extension x join pg_namespace n on n.oid = x.extnamespace where x.extname <> 'plpgsql'`,
  create: (object) => [
    `CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(object.name)}${schemaClause(object)};`
  ],
  drop: ({ name }) => [`DROP EXTENSION ${quoteIdentifier(name)};`],
  reference: ({ name }) => `EXTENSION ${quoteIdentifier(name)}`,
  alter: {
    // There are scripts for the way up only.
    version: (before, after) => isLater(textOf(after, "version"), textOf(before, "version")) ? [
      `ALTER EXTENSION ${quoteIdentifier(after.name)} UPDATE TO ${quoteLiteral(textOf(after, "version"))};`
    ] : null,
    schema: (_before, after) => [
      `ALTER EXTENSION ${quoteIdentifier(after.name)} SET SCHEMA ${quoteIdentifier(textOf(after, "schema"))};`
    ]
  },
  traits: {}
};
function schemaClause(object) {
  const schema = textOf(object, "schema");
  return schema === "public" || schema.startsWith("pg_") ? "" : ` SCHEMA ${quoteIdentifier(schema)}`;
}
function isLater(version, than) {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}

// src/catalog/foreign-key.ts
var ACTION = (column) => `case k.${column}
  when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
  when 'n' then 'set null' when 'd' then 'set default' end`;
var LOCAL = columnName("k.conrelid", "p.local");
var REMOTE = columnName("k.confrelid", "p.remote");
var PAIRED = (own) => `(select json_agg(${own} order by ${LOCAL} collate "C")
  from unnest(k.conkey, k.confkey) p (local, remote))`;
var PERIOD = `case when k.conperiod then ${columnName("k.conrelid", "k.conkey[array_upper(k.conkey, 1)]")} end`;
var foreignKeyKind = {
  name: "foreign key",
  query: (version) => constraintQuery(
    "f",
    `'columns', ${PAIRED(LOCAL)},
       'target', (select json_build_array(tn.nspname, t.relname)
         from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = k.confrelid),
       'targetColumns', ${PAIRED(REMOTE)},
       'onDelete', ${ACTION("confdeltype")},
       'onDeleteColumns', ${version >= 15e4 ? columnNames("k.conrelid", "k.confdelsetcols") : "null"},
       'onUpdate', ${ACTION("confupdtype")},
       'match', case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end,
       'deferrable', ${DEFERRABLE},
       'enforced', ${version >= 18e4 ? "k.conenforced" : "true"},
       'validated', ${validatedColumn(version)},
       'period', ${version >= 18e4 ? PERIOD : "null"}`,
    false
  ),
  create: (object) => addConstraint(object, foreignKeyClause(object)),
  drop: dropConstraint,
  online: {
    // One of a partitioned table is checked at once before PostgreSQL 18.
    create: (object, { desired, version }) => version < 18 && isOnPartitioned(object, desired) ? null : addedThenValidated(object, foreignKeyClause(object)),
    alter: { validated: validatedOnline }
  },
  reference: constraintReference,
  rename: renameConstraint,
  rebinds: keysOfTarget,
  occupies: (key) => [constraintKey(key)],
  alter: {
    deferrable: (before, after) => hasItsKey(before, after) ? [`${alterConstraint(after)}${deferrableClause(after) || " NOT DEFERRABLE"};`] : null,
    enforced: (_before, after) => [
      `${alterConstraint(after)}${after.attributes["enforced"] === true ? "" : " NOT"} ENFORCED;`
    ],
    validated: (_before, after) => validateConstraint(after)
  },
  // Its two sides can't be compared while one of them has the other type.
  blocks: (_key, needed) => retypes(needed) && !comparable(textOf(needed.before, "type"), textOf(needed.after, "type")),
  traits: {
    renamable: true,
    form: ["validated"],
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: { validated: validatedReason }
  }
};
function foreignKeyClause(object) {
  const [schema, table] = listOf(object, "target");
  const deleteColumns = listOf(object, "onDeleteColumns");
  const { match, enforced, validated } = object.attributes;
  return [
    `FOREIGN KEY (${keyColumns(object, "columns")}) `,
    `REFERENCES ${qualifiedName(schema ?? null, table ?? "")}(${keyColumns(object, "targetColumns")})`,
    match === "full" ? " MATCH FULL" : "",
    ` ON DELETE ${textOf(object, "onDelete")}`,
    deleteColumns.length > 0 ? ` (${columnList(deleteColumns)})` : "",
    ` ON UPDATE ${textOf(object, "onUpdate")}`,
    deferrableClause(object),
    enforced === false ? " NOT ENFORCED" : "",
    validated === false && enforced !== false ? " NOT VALID" : ""
  ].join("");
}
function keyColumns(object, attribute) {
  const columns = listOf(object, attribute);
  const at2 = listOf(object, "columns").indexOf(optionalText(object, "period") ?? "");
  if (at2 === -1) return columnList(columns);
  const period = columns[at2] ?? "";
  return [
    ...columns.filter((_column, index) => index !== at2).map(quoteIdentifier),
    `PERIOD ${quoteIdentifier(period)}`
  ].join(", ");
}
function hasItsKey(before, after) {
  const isKey = (id) => /^(?:primary key|unique|index):/.test(id);
  return before.needs.filter(isKey).every((id) => after.needs.includes(id));
}
function keysOfTarget(object, schema) {
  const wanted = [...listOf(object, "targetColumns")].sort().join();
  const id = objectId("table", ...listOf(object, "target"));
  return childrenOf(schema, id).filter((key) => key.kind === "primary key" || key.kind === "unique" || isPlainUnique(key)).filter((key) => [...columnsOfKey(key)].sort().join() === wanted).map((key) => key.id);
}
function isPlainUnique({ kind, attributes }) {
  return kind === "index" && attributes["unique"] === true && attributes["where"] === null;
}
function columnsOfKey(key) {
  if (key.kind !== "index") return listOf(key, "order");
  const columns = key.attributes["columns"];
  return (Array.isArray(columns) ? columns : []).map(
    (column) => isRecord(column) ? plain(column["expression"]) : ""
  );
}
function alterConstraint(object) {
  return `ALTER TABLE ${tableName(object)} ALTER CONSTRAINT ${quoteIdentifier(object.name)}`;
}

// src/catalog/foreign-options.ts
function optionsQuery(array) {
  return `(select json_object_agg(option_name, option_value order by option_name) from pg_options_to_table(${array}))`;
}
function optionsClause(object) {
  const options3 = Object.entries(recordOf(object, "options") ?? {});
  if (options3.length === 0) return "";
  return ` OPTIONS (${options3.map(([name, value]) => assignment(name, value)).join(", ")})`;
}
function optionChanges(before, after) {
  const old = isRecord(before) ? before : {};
  const wanted = isRecord(after) ? after : {};
  return [
    ...Object.keys(old).filter((name) => !(name in wanted)).map((name) => `DROP ${quoteIdentifier(name)}`),
    ...Object.entries(wanted).filter(([name, value]) => old[name] !== value).map(([name, value]) => `${name in old ? "SET" : "ADD"} ${assignment(name, value)}`)
  ];
}
function alterOptions(statement2) {
  return (before, after) => {
    const changes = optionChanges(before.attributes["options"], after.attributes["options"]);
    return [`${statement2(after)} OPTIONS (${changes.join(", ")});`];
  };
}
function optionsReason(before, after) {
  const old = isRecord(before) ? before : {};
  const wanted = isRecord(after) ? after : {};
  const words2 = [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(wanted)])].sort().flatMap((name) => {
    if (!(name in old)) return [`+ ${name}`];
    if (!(name in wanted)) return [`- ${name}`];
    return old[name] === wanted[name] ? [] : [`${name} differs`];
  });
  return `options: ${words2.join(", ")}`;
}
function assignment(name, value) {
  return `${quoteIdentifier(name)} ${quoteLiteral(typeof value === "string" ? value : "")}`;
}

// src/catalog/foreign-server.ts
var foreignDataWrapperKind = {
  name: "foreign data wrapper",
  query: () => `
    select null as schema, null as "table", w.fdwname as name,
      json_build_object(
        'handler', case when w.fdwhandler <> 0 then w.fdwhandler::regproc::text end,
        'validator', case when w.fdwvalidator <> 0 then w.fdwvalidator::regproc::text end,
        'options', ${optionsQuery("w.fdwoptions")}
      ) as attributes,
      null as parent, false as part,
      'pg_foreign_data_wrapper'::regclass::oid as classid, w.oid as objid, 0 as objsubid
    from pg_foreign_data_wrapper w
    where not exists (select from ext where classid = 'pg_foreign_data_wrapper'::regclass and objid = w.oid)`,
  create: (object) => [
    `CREATE ${wrapper(object)}${call(object, "handler", "")}${call(object, "validator", "")}${optionsClause(object)};`
  ],
  drop: (object) => [`DROP ${wrapper(object)};`],
  reference: wrapper,
  rename: (before, after) => [`ALTER ${wrapper(before)} RENAME TO ${quoteIdentifier(after.name)};`],
  alter: {
    handler: (_before, after) => [
      `ALTER ${wrapper(after)}${call(after, "handler", " NO HANDLER")};`
    ],
    validator: (_before, after) => [
      `ALTER ${wrapper(after)}${call(after, "validator", " NO VALIDATOR")};`
    ],
    options: alterOptions((object) => `ALTER ${wrapper(object)}`)
  },
  traits: { reasons: { options: optionsReason } }
};
function wrapper({ name }) {
  return `FOREIGN DATA WRAPPER ${quoteIdentifier(name)}`;
}
function call(object, role, none) {
  const name = optionalText(object, role);
  return name === null ? none : ` ${role.toUpperCase()} ${name}`;
}
var foreignServerKind = {
  name: "foreign server",
  query: () => `
    select null as schema, null as "table", s.srvname as name,
      json_build_object('wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion,
        'options', ${optionsQuery("s.srvoptions")}) as attributes,
      null as parent, false as part,
      'pg_foreign_server'::regclass::oid as classid, s.oid as objid, 0 as objsubid
    from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
    where not exists (select from ext where classid = 'pg_foreign_server'::regclass and objid = s.oid)`,
  create: (object) => [
    [
      `CREATE ${server(object)}`,
      optionalText(object, "type") === null ? "" : ` TYPE ${quoteLiteral(textOf(object, "type"))}`,
      optionalText(object, "version") === null ? "" : ` VERSION ${quoteLiteral(textOf(object, "version"))}`,
      ` FOREIGN DATA WRAPPER ${quoteIdentifier(textOf(object, "wrapper"))}${optionsClause(object)};`
    ].join("")
  ],
  drop: (object) => [`DROP ${server(object)};`],
  reference: server,
  rename: (before, after) => [`ALTER ${server(before)} RENAME TO ${quoteIdentifier(after.name)};`],
  alter: {
    version: (_before, after) => {
      const version = optionalText(after, "version");
      return [
        `ALTER ${server(after)} VERSION ${version === null ? "NULL" : quoteLiteral(version)};`
      ];
    },
    options: alterOptions((object) => `ALTER ${server(object)}`)
  },
  traits: { reasons: { options: optionsReason } }
};
function server({ name }) {
  return `SERVER ${quoteIdentifier(name)}`;
}
var userMappingKind = {
  name: "user mapping",
  // The view, because the table is for superusers only.
  query: () => `
    select null as schema, null as "table", m.srvname as name,
      json_build_object('user', case when m.umuser <> 0 then m.usename end,
        'options', ${optionsQuery("m.umoptions")}) as attributes,
      null as parent, false as part,
      'pg_user_mapping'::regclass::oid as classid, m.umid as objid, 0 as objsubid
    from pg_user_mappings m
    where not exists (select from ext where classid = 'pg_foreign_server'::regclass and objid = m.srvid)`,
  identity: ({ name, attributes }) => {
    const { user } = attributes;
    return [name, typeof user === "string" ? user : "public"];
  },
  create: (object) => [`CREATE ${mapping(object)}${optionsClause(object)};`],
  drop: (object) => [`DROP ${mapping(object)};`],
  alter: { options: alterOptions((object) => `ALTER ${mapping(object)}`) },
  traits: { reasons: { options: optionsReason } }
};
function mapping(object) {
  const user = optionalText(object, "user");
  return `USER MAPPING FOR ${user === null ? "PUBLIC" : quoteIdentifier(user)} SERVER ${quoteIdentifier(object.name)}`;
}

// src/catalog/foreign-table.ts
var foreignTableKind = {
  name: "foreign table",
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'server', s.srvname,
        'columns', (select json_agg(json_build_object(
            'name', a.attname,
            'type', format_type(a.atttypid, a.atttypmod),
            'collation', (select quote_ident(l.collname) from pg_collation l, pg_type t
              where t.oid = a.atttypid and l.oid = a.attcollation and a.attcollation <> t.typcollation),
            'notNull', a.attnotnull,
            'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
            'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
            'options', ${optionsQuery("a.attfdwoptions")}) order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        'checks', (select json_agg(json_build_object('name', k.conname,
            'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.conname collate "C")
          from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'),
        'inherits', (select json_agg(i.inhparent::regclass::text order by i.inhseqno)
          from pg_inherits i where i.inhrelid = c.oid),
        'bound', pg_get_expr(c.relpartbound, c.oid),
        'options', ${optionsQuery("f.ftoptions")}
      ) as attributes,
      null as parent, false as part, 'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    join pg_foreign_table f on f.ftrelid = c.oid
    join pg_foreign_server s on s.oid = f.ftserver
    where c.relkind = 'f'`,
  create: createForeignTable,
  drop: (object) => [`DROP ${foreignTable(object)};`],
  reference: foreignTable,
  rename: (before, after) => [
    `ALTER ${foreignTable(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    columns: changeColumns,
    checks: changeChecks2,
    options: alterOptions((object) => `ALTER ${foreignTable(object)}`)
  },
  blocks: (_table, needed) => rebuildsType(needed),
  traits: { reasons: { options: optionsReason, columns: columnsReason, checks: checksReason2 } }
};
function foreignTable({ schema, name }) {
  return `FOREIGN TABLE ${relationName(schema, name)}`;
}
function createForeignTable(object) {
  const inherits = listOf(object, "inherits");
  const bound = optionalText(object, "bound");
  const members = [
    ...bound === null ? columnsOf2(object).map(definition2) : [],
    ...records2(object.attributes["checks"]).map((check) => checkClause3(check))
  ];
  const body2 = `(
${members.map((member) => `	${member}`).join(",\n")}
)`;
  const head = `CREATE ${foreignTable(object)}`;
  return [
    [
      bound === null ? `${head} ${members.length > 0 ? body2 : "()"}${inherits.length > 0 ? ` INHERITS (${inherits.join(", ")})` : ""}` : `${head} PARTITION OF ${inherits.join(", ")} ${bound}`,
      ` SERVER ${quoteIdentifier(textOf(object, "server"))}${optionsClause(object)};`
    ].join("")
  ];
}
function records2(value) {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
function columnsOf2(object) {
  return records2(object.attributes["columns"]);
}
function definition2(column) {
  const { collation, notNull, default: fallback, generated: generated2 } = column;
  const type = plain(column["type"]);
  const options3 = optionChanges(null, column["options"]).map((one) => one.replace(/^ADD /, ""));
  return [
    quoteIdentifier(plain(column["name"])),
    shortType(type),
    ...options3.length > 0 ? [`OPTIONS (${options3.join(", ")})`] : [],
    ...typeof collation === "string" ? [`COLLATE ${collation}`] : [],
    ...typeof generated2 === "string" ? [`GENERATED ALWAYS AS (${bare(generated2)}) STORED`] : [],
    ...typeof fallback === "string" ? [`DEFAULT ${shortDefault(fallback, type)}`] : [],
    ...notNull === true ? ["NOT NULL"] : []
  ].join(" ");
}
function changeColumns(before, after, { actual }) {
  const byName2 = new Map(columnsOf2(before).map((column) => [column["name"], column]));
  const wanted = columnsOf2(after);
  const names = new Set(wanted.map((column) => column["name"]));
  const kept = [...byName2.keys()].filter((name) => names.has(name ?? null));
  const inPlace2 = wanted.every(
    (column, index) => index >= kept.length || column["name"] === kept[index]
  );
  if (!inPlace2 || optionalText(after, "bound") !== null) return null;
  const clauses = wanted.map((column) => {
    const old = byName2.get(column["name"]);
    return old ? columnChanges(old, column) : [`ADD COLUMN ${definition2(column)}`];
  });
  if (clauses.some((list) => list === null)) return null;
  const gone = [...byName2.keys()].filter((name) => !names.has(name ?? null));
  const retyped = clauses.flat().some((clause) => clause?.includes(" SET DATA TYPE "));
  const leaning = dependentsOf(actual, before.id).some(({ parent }) => parent !== before.id);
  if (leaning && (gone.length > 0 || retyped)) return null;
  return [
    ...gone.map((name) => `DROP COLUMN ${quoteIdentifier(plain(name))}`),
    ...clauses.flatMap((list) => list ?? [])
  ].map((clause) => `ALTER ${foreignTable(after)} ${clause};`);
}
function columnChanges(old, wanted) {
  if (!equal(old["generated"], wanted["generated"])) return null;
  const differs = (name) => !equal(old[name], wanted[name]);
  const { collation, notNull, default: fallback } = wanted;
  const type = plain(wanted["type"]);
  const options3 = optionChanges(old["options"], wanted["options"]);
  const retyped = differs("type") || differs("collation");
  const hadDefault = typeof old["default"] === "string";
  const clauses = [
    ...retyped && hadDefault ? ["DROP DEFAULT"] : [],
    ...retyped ? [
      `SET DATA TYPE ${shortType(type)}${typeof collation === "string" ? ` COLLATE ${collation}` : ""}`
    ] : [],
    ...typeof fallback === "string" && (retyped || differs("default")) ? [`SET DEFAULT ${shortDefault(fallback, type)}`] : [],
    ...typeof fallback !== "string" && hadDefault && !retyped ? ["DROP DEFAULT"] : [],
    ...differs("notNull") ? [`${notNull === true ? "SET" : "DROP"} NOT NULL`] : [],
    ...options3.length > 0 ? [`OPTIONS (${options3.join(", ")})`] : []
  ];
  return clauses.map(
    (clause) => `ALTER COLUMN ${quoteIdentifier(plain(wanted["name"]))} ${clause}`
  );
}
function checkClause3(check) {
  return `CONSTRAINT ${quoteIdentifier(plain(check["name"]))} CHECK (${bare(plain(check["expression"]))})`;
}
function changeChecks2(before, after) {
  const old = records2(before.attributes["checks"]);
  const wanted = records2(after.attributes["checks"]);
  const missing2 = (some, others) => some.filter((one) => !others.some((other) => equal(one, other)));
  return [
    ...missing2(old, wanted).map((one) => `DROP CONSTRAINT ${quoteIdentifier(plain(one["name"]))}`),
    ...missing2(wanted, old).map((one) => `ADD ${checkClause3(one)}`)
  ].map((clause) => `ALTER ${foreignTable(after)} ${clause};`);
}
function columnsReason(before, after) {
  return membersReason("columns", before, after);
}
function checksReason2(before, after) {
  return membersReason("checks", before, after);
}
function membersReason(label, before, after) {
  const [old, wanted] = [records2(before), records2(after)];
  const named2 = (list, name) => list.find((one) => one["name"] === name);
  const words2 = [
    ...wanted.filter(({ name }) => !named2(old, name)).map(({ name }) => `+ ${plain(name)}`),
    ...old.filter(({ name }) => !named2(wanted, name)).map(({ name }) => `- ${plain(name)}`),
    ...wanted.filter(({ name }) => named2(old, name) && !equal(named2(old, name), named2(wanted, name))).map(({ name }) => `${plain(name)} differs`)
  ];
  return `${label}: ${words2.length > 0 ? words2.join(", ") : "in another order"}`;
}

// src/catalog/routine-body.ts
function dollarQuote(text, tag) {
  return text.includes(`$${tag}`) ? dollarQuote(text, `${tag}x`) : `$${tag}$${text}$${tag}$`;
}
function bodyReason(before, after) {
  const [old, wanted] = [lines(before), lines(after)];
  const at2 = wanted.findIndex((line, index2) => line !== old[index2]);
  const index = at2 === -1 ? wanted.length : at2;
  const [left, right] = [short(old[index]), short(wanted[index])];
  return left === right ? `body: line ${String(index + 1)} differs in white space` : `body: line ${String(index + 1)}: ${left} \u2192 ${right}`;
}
function lines(value) {
  return typeof value === "string" ? value.split("\n") : [];
}
function short(line) {
  const text = (line ?? "").trim().replaceAll(/\s+/g, " ");
  if (text === "") return line === void 0 ? "nothing" : "blank";
  return text.length > 60 ? `${text.slice(0, 59)}\u2026` : text;
}
function wordsIn(text) {
  const quoted = [...text.matchAll(/"((?:[^"]|"")+)"/g)].map(
    ([, name]) => name?.replaceAll('""', '"')
  );
  const words2 = text.toLowerCase().split(/[^\p{L}\p{N}_$]+/u);
  return new Set([...words2, ...quoted].filter((word) => word !== void 0));
}

// src/catalog/routine-settings.ts
var LISTS = [
  "local_preload_libraries",
  "search_path",
  "session_preload_libraries",
  "shared_preload_libraries",
  "temp_tablespaces",
  "unix_socket_directories"
];
var PLAIN_SETTING = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/;
function settingClauses(object) {
  return listOf(object, "settings").map(settingClause);
}
function settingChanges(before, after) {
  const old = listOf(before, "settings");
  const wanted = listOf(after, "settings");
  const names = wanted.map(settingName);
  return [
    ...old.map(settingName).filter((name) => !names.includes(name)).map((name) => `RESET ${spelled(name)}`),
    ...wanted.filter((setting) => !old.includes(setting)).map(settingClause)
  ];
}
function settingClause(setting) {
  const name = settingName(setting);
  const value = setting.slice(name.length + 1);
  const values = LISTS.includes(name) ? identifiers(value) : [value];
  return `SET ${spelled(name)} TO ${values.map(quoteLiteral).join(", ")}`;
}
function settingName(setting) {
  return setting.slice(0, setting.indexOf("="));
}
function spelled(name) {
  return PLAIN_SETTING.test(name) ? name : quoteIdentifier(name);
}
function identifiers(list) {
  return [...list.matchAll(/"((?:[^"]|"")*)"|[^\s,]+/g)].map(
    ([text, quoted]) => quoted?.replaceAll('""', '"') ?? text
  );
}

// src/catalog/function.ts
var REPLACED = ["arguments", "language", "body", "atomic", "library", "transforms", "support"];
var functionKind = {
  ...routine("function", "'f', 'w'"),
  alter: {
    ...Object.fromEntries(REPLACED.map((name) => [name, replace2(name)])),
    volatility: option((object) => textOf(object, "volatility").toUpperCase()),
    parallel: option((object) => `PARALLEL ${textOf(object, "parallel").toUpperCase()}`),
    strict: option((object) => is(object, "strict") ? "STRICT" : "CALLED ON NULL INPUT"),
    leakproof: option((object) => is(object, "leakproof") ? "LEAKPROOF" : "NOT LEAKPROOF"),
    security: option(securityClause),
    cost: option((object) => `COST ${numberOf(object, "cost")}`),
    rows: option((object) => `ROWS ${numberOf(object, "rows")}`),
    settings: changeSettings
  }
};
var procedureKind = {
  ...routine("procedure", "'p'"),
  alter: {
    ...Object.fromEntries(REPLACED.map((name) => [name, replace2(name)])),
    security: option(securityClause),
    settings: changeSettings
  }
};
function routine(name, prokinds) {
  return {
    name,
    query: (version) => routineQuery(prokinds, version),
    identity: routineIdentity,
    create: (object) => [`CREATE ${definition3(object)}`],
    reference: (object) => `${keyword(object)} ${routineSignature(object)}`,
    occupies: (object) => [routineKey(object)],
    drop: (object) => [`DROP ${keyword(object)} ${routineSignature(object)};`],
    words: (object, before) => before && replacedAttributes(before, object).length === 0 ? /* @__PURE__ */ new Set() : wordsOf(object),
    unchecked,
    blocks: (_routine, needed) => retypes(needed) || rebuildsType(needed),
    traits: {
      reasons: {
        arguments: argumentsReason,
        body: bodyReason,
        atomic: (_before, after) => `body written as ${after === true ? "SQL" : "text"} only in the models`
      }
    }
  };
}
function routineQuery(prokinds, version) {
  const atomic = version >= 14e4 ? "p.prosqlbody is not null" : "false";
  const body2 = version >= 14e4 ? "coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)" : "p.prosrc";
  return `
    select n.nspname as schema, null as "table", p.proname as name,
      json_build_object(
        'arguments', ${ARGUMENTS},
        'returns', pg_get_function_result(p.oid),
        'language', l.lanname,
        'body', ${body2},
        'atomic', ${atomic},
        'library', p.probin,
        'transforms', (select json_agg(format_type(type, null)) from unnest(p.protrftypes) type),
        'window', p.prokind = 'w',
        'volatility', case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
        'parallel', case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
        'strict', p.proisstrict,
        'leakproof', p.proleakproof,
        'security', case when p.prosecdef then 'definer' else 'invoker' end,
        'cost', p.procost,
        'rows', p.prorows,
        'support', ${functionName("p.prosupport")},
        'settings', (select json_agg(setting order by setting) from unnest(p.proconfig) setting)
      ) as attributes,
      null as parent, false as part,
      'pg_proc'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_proc p
    join ns n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang
    where p.prokind in (${prokinds})
      and not exists (select from ext where classid = 'pg_proc'::regclass and objid = p.oid)
      and not exists (select from pg_depend d
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`;
}
function definition3(object) {
  const returns = optionalText(object, "returns");
  const name = `${qualifiedName(object.schema, object.name)}(${argumentList(object.attributes["arguments"])})`;
  return [
    `${keyword(object)} ${name}`,
    ...returns === null ? [] : [`RETURNS ${returns}`],
    ...transformClause(object),
    `LANGUAGE ${languageName(object)}`,
    ...optionClauses(object),
    `${body(object)};`
  ].join(" ");
}
function optionClauses(object) {
  const { volatility, parallel, cost, rows } = object.attributes;
  const returns = optionalText(object, "returns") ?? "";
  const returnsSet = returns.startsWith("SETOF ") || returns.startsWith("TABLE(");
  const support = optionalText(object, "support");
  return [
    ...is(object, "window") ? ["WINDOW"] : [],
    ...volatility === "volatile" ? [] : [textOf(object, "volatility").toUpperCase()],
    ...parallel === "unsafe" ? [] : [`PARALLEL ${textOf(object, "parallel").toUpperCase()}`],
    ...is(object, "strict") ? ["STRICT"] : [],
    ...object.attributes["security"] === "definer" ? [securityClause(object)] : [],
    ...is(object, "leakproof") ? ["LEAKPROOF"] : [],
    ...cost === usualCost(object) ? [] : [`COST ${numberOf(object, "cost")}`],
    ...rows === (returnsSet ? 1e3 : 0) ? [] : [`ROWS ${numberOf(object, "rows")}`],
    ...support === null ? [] : [`SUPPORT ${support}`],
    ...settingClauses(object)
  ];
}
function usualCost(object) {
  return ["c", "internal"].includes(textOf(object, "language")) ? 1 : 100;
}
function transformClause(object) {
  const types = listOf(object, "transforms").map((type) => `FOR TYPE ${type}`);
  return types.length > 0 ? [`TRANSFORM ${types.join(", ")}`] : [];
}
function body(object) {
  const text = textOf(object, "body");
  if (is(object, "atomic")) return text;
  const library = optionalText(object, "library");
  if (library !== null) return `AS ${quoteLiteral(library)}, ${quoteLiteral(text)}`;
  return `AS ${dollarQuote(text, object.kind)}`;
}
function languageName(object) {
  const name = textOf(object, "language");
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}
function replace2(name) {
  return (before, after) => {
    if (!replaceableArguments(before, after)) return null;
    const [first] = replacedAttributes(before, after);
    return first === name ? [`CREATE OR REPLACE ${definition3(after)}`] : [];
  };
}
function option(clause) {
  return (before, after) => replacedAttributes(before, after).length > 0 ? [] : [`${alterRoutine(after)} ${clause(after)};`];
}
function changeSettings(before, after) {
  if (replacedAttributes(before, after).length > 0) return [];
  return settingChanges(before, after).map((change) => `${alterRoutine(after)} ${change};`);
}
function replacedAttributes(before, after) {
  return differingAttributes(before, after).filter((name) => REPLACED.includes(name));
}
function securityClause(object) {
  return `SECURITY ${textOf(object, "security").toUpperCase()}`;
}
function alterRoutine(object) {
  return `ALTER ${keyword(object)} ${routineSignature(object)}`;
}
function keyword(object) {
  return object.kind.toUpperCase();
}
function is(object, attribute) {
  return object.attributes[attribute] === true;
}
function numberOf(object, attribute) {
  return plain(object.attributes[attribute]);
}
function wordsOf(object) {
  const text = is(object, "atomic") ? "" : textOf(object, "body");
  switch (textOf(object, "language")) {
    case "sql":
      return wordsIn(text);
    case "plpgsql":
      return wordsIn(text.replaceAll(/[\p{L}\p{N}_$"]+\s*\(/gu, " "));
    default:
      return /* @__PURE__ */ new Set();
  }
}
function unchecked(object) {
  const settings = [...listOf(object, "settings"), `${CHECK_SETTING}=off`];
  return {
    object: { ...object, attributes: { ...object.attributes, settings } },
    then: [`${alterRoutine(object)} RESET ${CHECK_SETTING};`]
  };
}
var CHECK_SETTING = "check_function_bodies";

// src/catalog/grant.ts
function grantKind(reference4) {
  const change = (object, schema, [before, after]) => changePrivileges(grantOn(object, schema, reference4), before, after).map((sql) => `${sql};`);
  return {
    name: "grant",
    attached: true,
    query: () => `
      select null as schema, null as "table", g.attname as name,
        json_build_object(${GRANTED_ATTRIBUTES}) as attributes,
        case when g.classid <> 'pg_namespace'::regclass or n.nspname <> 'public'
          then json_build_array(g.classid::int8, g.objid::int8, g.objsubid) end as parent,
        false as part, 'pg_shdepend'::regclass::oid as classid, g.number::oid as objid, 0 as objsubid
      from granted g
      left join ns n on g.classid = 'pg_namespace'::regclass and n.oid = g.objid
      where g.classid <> 'pg_default_acl'::regclass`,
    identity: (object, parent) => `${attachedTo(object, parent)} ${toGrantee(object)}`,
    create: (object, schema) => {
      const usual = usualPrivileges(object);
      const wanted = privilegesOf(object);
      const implied = impliedOn(object, schema, reference4) ?? usual;
      const possible = union(usual, implied);
      const sure = common(common(usual, implied), wanted);
      return [
        ...change(object, schema, [possible, common(possible, wanted)]),
        ...change(object, schema, [sure, wanted])
      ];
    },
    drop: (object, transition) => {
      if (isGone(object, transition)) return [];
      const sets = [privilegesOf(object), usualPrivileges(object)];
      return [
        ...change(object, transition?.actual, sets),
        ...columnsAgain(object, transition, sets, change)
      ];
    },
    alter: alterPrivileges((before, after, transition) => {
      const sets = [privilegesOf(before), privilegesOf(after)];
      return [
        ...change(after, transition.desired, sets),
        ...columnsAgain(after, transition, sets, change)
      ];
    }),
    blocks: fallsWith,
    traits: {}
  };
}
function grantOn(object, schema, reference4) {
  const named2 = referenceOf(object, schema, reference4);
  const table = /^COLUMN (.*)\."(?:[^"]|"")*"$/.exec(named2)?.[1];
  return {
    target: `ON ${table === void 0 ? targetName(named2) : `TABLE ${table}`}`,
    grantee: granteeName(object),
    column: table === void 0 ? null : object.name
  };
}
function targetName(reference4) {
  return reference4.replace(/^(?:VIEW|MATERIALIZED VIEW|FOREIGN TABLE) /, "TABLE ").replace(/^AGGREGATE /, "FUNCTION ").replace(/^SERVER /, "FOREIGN SERVER ");
}
function impliedOn(object, schema, reference4) {
  const target = object.parent === null ? void 0 : schema.objects.get(object.parent);
  if (!target || target.kind === "column" || isOnColumn(object, target)) return null;
  const grantee = object.attributes["grantee"];
  return impliedPrivileges(target, schema, reference4).get(typeof grantee === "string" ? grantee : null)?.privileges ?? null;
}
function isOnColumn(object, target) {
  return object.table !== null && object.table !== target.table;
}
function columnsAgain(object, transition, [before, after], change) {
  const gone = without(before, after);
  return grantsOnColumns(object, transition).flatMap((one) => {
    const wanted = privilegesOf(one);
    return change(one, transition?.desired, [without(wanted, gone), wanted]);
  });
}
function grantsOnColumns(object, transition) {
  const target = transition?.desired.objects.get(object.parent ?? "");
  if (!transition || !target || isOnColumn(object, target)) return [];
  const { actual, desired } = transition;
  const members = childrenOf(desired, target.id);
  return [...members, ...members.flatMap(({ id }) => childrenOf(desired, id))].filter(
    (one) => one.kind === "grant" && one.id !== object.id && one.attributes["grantee"] === object.attributes["grantee"] && actual.objects.has(one.id)
  );
}

// src/catalog/index-query.ts
function indexQuery(version) {
  return `
    select c.nspname as schema, c.relname as "table", x.relname as name,
      json_build_object(
        'method', am.amname,
        'unique', i.indisunique,
        'columns', k.columns,
        'directions', k.directions,
        'nulls', k.nulls,
        'include', k.include,
        'where', pg_get_expr(i.indpred, i.indrelid),
        'with', case when x.reloptions is not null then
          (select json_agg(option order by option) from unnest(x.reloptions) option) end,
        'nullsNotDistinct', ${version >= 15e4 ? "i.indnullsnotdistinct" : "false"},
        'valid', i.indisvalid,
        'classParameters', case when ${HAS_PARAMETERS} then (${classes(PARAMETERS)}) end,
        'classSchemas', case when ${HAS_PARAMETERS} or not i.indclass::oid[] <@ ${USUAL_CLASSES} then (${classes(SCHEMA)}) end,
        'statistics', case when ${HAS_STATISTICS} then
          (select json_object_agg(a.attnum, a.attstattarget) from pg_attribute a
           where a.attrelid = i.indexrelid and a.attstattarget >= 0) end,
        ${INDEX_MARKS}
      ) as attributes,
      json_build_array(case when c.relkind = 'm' then 'materialized view' else 'table' end, c.nspname, c.relname) as parent,
      false as part,
      'pg_class'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    cross join lateral (${COLUMNS}) k
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;
}
var USUAL_CLASSES = `array(select oid from pg_opclass where opcdefault)`;
var HAS_PARAMETERS = `i.indexrelid = any (array(select attrelid from pg_attribute where attoptions is not null))`;
var HAS_STATISTICS = `i.indexrelid = any (array(select attrelid from pg_attribute where attstattarget >= 0 and attnum > 0))`;
var COLUMN = `from pg_attribute a where a.attrelid = i.indrelid and a.attnum = u.number`;
var COLUMNS = `
  select
    json_agg(json_build_object(
      'expression', case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
        else (select quote_ident(a.attname) ${COLUMN}) end,
      'class', case when u.class <> all (${USUAL_CLASSES}) then (select opcname from pg_opclass where oid = u.class) end,
      'collation', case when u.coll <> 0 and u.coll <> coalesce((select a.attcollation ${COLUMN}), (
        select t.typcollation from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = i.indexrelid and a.attnum = u.at)) then u.coll::regcollation::text end))
      filter (where u.at <= i.indnkeyatts) as columns,
    json_agg(case when u.option & 1 = 1 then 'desc' else 'asc' end) filter (where u.at <= i.indnkeyatts) as directions,
    json_agg(case when u.option & 2 = 2 then 'first' else 'last' end) filter (where u.at <= i.indnkeyatts) as nulls,
    json_agg(case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
      else (select quote_ident(a.attname) ${COLUMN}) end) filter (where u.at > i.indnkeyatts) as include
  from unnest(i.indkey::int2[], i.indclass::oid[], i.indoption::int2[], i.indcollation::oid[])
    with ordinality u (number, class, option, coll, at)`;
function classes(expression) {
  return `select case when count(${expression}) > 0 then json_agg(${expression} order by u.at) end
    from unnest(i.indclass::oid[]) with ordinality u (class, at)
    left join pg_opclass o on o.oid = u.class
    left join pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = u.at`;
}
var SCHEMA = `case when not pg_opclass_is_visible(o.oid) and (not o.opcdefault or ia.attoptions is not null)
  then (select n.nspname from pg_namespace n where n.oid = o.opcnamespace) end`;
var PARAMETERS = `case when ia.attoptions is not null then quote_ident(o.opcname) || ' (' ||
  (select string_agg(quote_ident(p.option_name) || '=' || quote_literal(p.option_value), ', ' order by p.option_name)
   from pg_options_to_table(ia.attoptions) p) || ')' end`;

// src/catalog/index-online.ts
var indexOnline = (createIndex2, settings) => ({
  create: (index, context2) => [
    ...isOnPartitioned(index, context2.desired) ? onPartitions(index, context2, createIndex2) : paced("never", [createIndex2(index, "CONCURRENTLY ")]),
    ...paced("any", settings(index))
  ],
  drop: (index, { actual }) => isOnPartitioned(index, actual) ? null : paced("never", [dropConcurrently(index)]),
  replace: (before, after, context2) => {
    if (isOnPartitioned(after, context2.desired)) return null;
    const create = (name2) => createIndex2({ ...after, name: name2 }, "CONCURRENTLY ");
    if (before.attributes["valid"] === false) {
      return [
        ...paced("never", [dropConcurrently(before), create(after.name)]),
        ...paced("any", settings(after))
      ];
    }
    const schemas = [context2.actual, context2.desired];
    const name = freeName(`${after.name}_new`, after, schemas);
    return [
      ...paced("never", [create(name), dropConcurrently(before)]),
      ...paced("any", [
        `ALTER INDEX ${relationName(after.schema, name)} RENAME TO ${quoteIdentifier(after.name)};`,
        ...settings(after)
      ])
    ];
  }
});
function dropConcurrently({ schema, name }) {
  return `DROP INDEX CONCURRENTLY ${relationName(schema, name)};`;
}
function onPartitions(index, { actual, desired }, createIndex2) {
  const piecesOf = (parent, table2) => partitionsOf(table2, desired).flatMap((partition) => pieceOn(partition, parent));
  const pieceOn = (partition, parent) => {
    const wanted = generatedName(partition.name, index.name, "idx");
    const name = freeName(wanted, partition, [actual, desired]);
    const piece = { ...index, schema: partition.schema, table: partition.name, name };
    const attach2 = `ALTER INDEX ${relationName(parent.schema, parent.name)} ATTACH PARTITION ${relationName(piece.schema, name)};`;
    return [
      ...isPartitioned(partition) ? [...paced("any", [createIndex2(piece, "", "ONLY ")]), ...piecesOf(piece, partition)] : paced("never", [createIndex2(piece, "CONCURRENTLY ")]),
      ...paced("any", [attach2])
    ];
  };
  const table = desired.objects.get(index.parent ?? "");
  return [
    ...paced("any", [createIndex2(index, "", "ONLY ")]),
    ...table ? piecesOf(index, table) : []
  ];
}

// src/catalog/index-kind.ts
var indexKind = {
  name: "index",
  query: indexQuery,
  create: (object) => [createIndex(object), ...settingsOf2(object)],
  drop: ({ schema, name }) => [`DROP INDEX ${relationName(schema, name)};`],
  online: indexOnline(createIndex, settingsOf2),
  reference: ({ schema, name }) => `INDEX ${relationName(schema, name)}`,
  rename: (before, after) => [
    `ALTER INDEX ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    with: setParameters,
    statistics: (before, after) => setStatistics(after, recordOf(before, "statistics") ?? {}),
    ...alterMarks
  },
  occupies: (index) => [relationKey(index)],
  blocks: (index, needed) => rebuildsType(needed) || passesThroughText(needed) && !takesText(index),
  traits: {
    renamable: true,
    form: ["nulls", "clustered"],
    unwanted: { valid: false },
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: {
      columns: columnsReason2,
      directions: sameLength("directions"),
      nulls: sameLength("nulls"),
      valid: () => "the index is invalid"
    }
  }
};
function settingsOf2(index) {
  return [...setStatistics(index, {}), ...markIndex(index)];
}
function createIndex(object, how = "", on = "") {
  const include = listOf(object, "include");
  const settings = listOf(object, "with");
  const where = optionalText(object, "where");
  return [
    `CREATE ${object.attributes["unique"] === true ? "UNIQUE " : ""}INDEX ${how}${quoteIdentifier(object.name)}`,
    ` ON ${on}${tableName(object)} USING ${textOf(object, "method")} (${indexColumns(object)})`,
    include.length > 0 ? ` INCLUDE (${include.join(", ")})` : "",
    object.attributes["nullsNotDistinct"] === true ? " NULLS NOT DISTINCT" : "",
    settings.length > 0 ? ` WITH (${optionClause2(settings)})` : "",
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
      operatorClass(object, index, parts["class"]),
      descending ? " DESC" : "",
      nulls[index] === usual ? "" : ` NULLS ${(nulls[index] ?? "last").toUpperCase()}`
    ].join("");
  }).join(",");
}
function operatorClass(object, index, name) {
  const parameters = at(object.attributes["classParameters"], index);
  const schema = at(object.attributes["classSchemas"], index);
  const spelled3 = typeof parameters === "string" ? parameters : name;
  if (typeof spelled3 !== "string") return "";
  return ` ${typeof schema === "string" ? `${quoteIdentifier(schema)}.` : ""}${spelled3}`;
}
function at(list, index) {
  const items = Array.isArray(list) ? list : [];
  return items[index];
}
function takesText(index) {
  const { columns } = index.attributes;
  const usual = (Array.isArray(columns) ? columns : []).every(
    (column) => isRecord(column) && column["class"] === null
  );
  return usual && ["btree", "hash"].includes(textOf(index, "method"));
}
function setParameters(before, after) {
  if (!["btree", "gin"].includes(textOf(after, "method"))) return null;
  const alter2 = `ALTER INDEX ${relationName(after.schema, after.name)}`;
  return changeOptions2(alter2, "with", before, after);
}
function setStatistics(index, before) {
  const wanted = recordOf(index, "statistics") ?? {};
  const places = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(wanted)])];
  return places.filter((place) => before[place] !== wanted[place]).map(
    (place) => `ALTER INDEX ${relationName(index.schema, index.name)} ALTER COLUMN ${place} SET STATISTICS ${plain(wanted[place] ?? -1)};`
  );
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
function columnsReason2(before, after) {
  const words2 = (value) => (Array.isArray(value) ? value : []).map(
    (column) => isRecord(column) ? [column["expression"], column["collation"], column["class"]].filter((word) => typeof word === "string").join(" ") : ""
  ).join(", ");
  return `columns: (${words2(before)}) \u2192 (${words2(after)})`;
}

// src/catalog/operator.ts
var operatorKind = {
  name: "operator",
  query: () => `
    select n.nspname as schema, null as "table", o.oprname as name,
      json_build_object(
        'left', case when o.oprleft <> 0 then format_type(o.oprleft, null) end,
        'right', case when o.oprright <> 0 then format_type(o.oprright, null) end,
        'function', ${functionName("o.oprcode")},
        'commutator', ${operatorName("o.oprcom")},
        'negator', ${operatorName("o.oprnegate")},
        'restrict', ${functionName("o.oprrest")},
        'join', ${functionName("o.oprjoin")},
        'hashes', o.oprcanhash,
        'merges', o.oprcanmerge
      ) as attributes,
      null as parent, false as part,
      'pg_operator'::regclass::oid as classid, o.oid as objid, 0 as objsubid
    from pg_operator o
    join ns n on n.oid = o.oprnamespace
    where o.oprcode <> 0
      and not exists (select from ext where classid = 'pg_operator'::regclass and objid = o.oid)`,
  identity: (object) => {
    const schema = identityOf(objectId("", object.schema ?? ""));
    return `${schema}.${object.name}(${operands(object)})`;
  },
  create: (object) => [createOperator(object)],
  reference: (object) => `OPERATOR ${signature(object)}`,
  drop: (object) => [`DROP OPERATOR ${signature(object)};`],
  alter: { restrict: estimator("restrict"), join: estimator("join") },
  blocks: (_operator, needed) => rebuildsType(needed),
  traits: {}
};
function createOperator(object) {
  const option2 = (word, attribute) => {
    const value = object.attributes[attribute] ?? null;
    if (value === true) return [word];
    return typeof value === "string" ? [`${word} = ${value}`] : [];
  };
  const options3 = [
    ...option2("FUNCTION", "function"),
    ...option2("LEFTARG", "left"),
    ...option2("RIGHTARG", "right"),
    ...option2("COMMUTATOR", "commutator"),
    ...option2("NEGATOR", "negator"),
    ...option2("RESTRICT", "restrict"),
    ...option2("JOIN", "join"),
    ...option2("HASHES", "hashes"),
    ...option2("MERGES", "merges")
  ];
  return `CREATE OPERATOR ${symbol(object)} (${options3.join(", ")});`;
}
function estimator(attribute) {
  return (_before, after) => [
    `ALTER OPERATOR ${signature(after)} SET (${attribute.toUpperCase()} = ${optionalText(after, attribute) ?? "NONE"});`
  ];
}
function signature(object) {
  return `${symbol(object)} (${operands(object)})`;
}
function symbol({ schema, name }) {
  return `${quoteIdentifier(schema ?? "public")}.${name}`;
}
function operands({ attributes }) {
  const type = (side) => {
    const value = attributes[side];
    return typeof value === "string" ? value : "NONE";
  };
  return `${type("left")}, ${type("right")}`;
}

// src/catalog/namesakes.ts
var RELATIONS = ["table", "view", "materialized view", "foreign table"];
var ROUTINES = ["function", "procedure", "aggregate"];
function namesakes(object, schema) {
  const gone = object.needs.filter((need) => !schema.objects.has(need));
  return [...new Set(gone.flatMap((need) => namesakesOf(need, schema)))];
}
function namesakesOf(id, { objects }) {
  const kind = kindOfId(id);
  const identity = identityOf(id);
  if (ROUTINES.includes(kind)) {
    const name = identity.slice(0, identity.lastIndexOf("("));
    const starts = ROUTINES.map((one) => `${one}:${name}(`);
    return [...objects.keys()].filter((key) => starts.some((start) => key.startsWith(start)));
  }
  if (kind !== "column" && !RELATIONS.includes(kind)) return [];
  const relation = kind === "column" ? identity.replace(/\.(?:"(?:[^"]|"")*"|[^".]*)$/, "") : identity;
  return RELATIONS.map((one) => `${one}:${relation}`).filter((key) => objects.has(key));
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
  reference: (object) => `POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  rename: (before, after) => [
    `ALTER POLICY ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    roles: (_before, after) => [`${alterPolicy(after)} TO ${roles(after)};`],
    using: (before, after) => changeExpression(before, after, "using"),
    check: (before, after) => changeExpression(before, after, "check")
  },
  rebinds: namesakes,
  blocks: (_policy, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true }
};
function changeExpression(_before, after, attribute) {
  const expression = optionalText(after, attribute);
  if (expression === null) return null;
  const keyword2 = attribute === "using" ? "USING" : "WITH CHECK";
  return [`${alterPolicy(after)} ${keyword2} (${bare(expression)});`];
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
  create: (object) => [
    ...addConstraint(object, keyClause(object, "PRIMARY KEY")),
    ...markIndex(object)
  ],
  drop: dropConstraint,
  online: keyOnline("PRIMARY KEY"),
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (key) => [relationKey(key), constraintKey(key)],
  alter: alterMarks,
  blocks: includesRetyped,
  traits: {
    renamable: true,
    form: ["order", "clustered"],
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: { order: orderReason("order of columns") }
  }
};

// src/catalog/publication.ts
var publicationKind = {
  name: "publication",
  query: (version) => `
    select null as schema, null as "table", p.pubname as name,
      json_build_object(
        'allTables', p.puballtables,
        'publish', array_to_json(array_remove(array[case when p.pubinsert then 'insert' end,
          case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
          case when p.pubtruncate then 'truncate' end], null)),
        'viaRoot', p.pubviaroot,
        'generatedColumns', ${version >= 18e4 ? `case p.pubgencols when 's' then 'stored' else 'none' end` : `'none'`}
      ) as attributes,
      null as parent, false as part, 'pg_publication'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_publication p
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)`,
  create: (object) => {
    const { viaRoot, generatedColumns, allTables } = object.attributes;
    const settings = [
      ...listOf(object, "publish").join() === ALL ? [] : [publish(object)],
      ...viaRoot === true ? [VIA_ROOT(true)] : [],
      ...generatedColumns === "stored" ? [generated(object)] : []
    ];
    return [
      `CREATE PUBLICATION ${quoteIdentifier(object.name)}${allTables === true ? " FOR ALL TABLES" : ""}${settings.length > 0 ? ` WITH (${settings.join(", ")})` : ""};`
    ];
  },
  drop: ({ name }) => [`DROP PUBLICATION ${quoteIdentifier(name)};`],
  reference: ({ name }) => `PUBLICATION ${quoteIdentifier(name)}`,
  rename: (before, after) => [
    `ALTER PUBLICATION ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  // FOR ALL TABLES is decided once.
  alter: {
    publish: set(publish),
    viaRoot: set((object) => VIA_ROOT(object.attributes["viaRoot"] === true)),
    generatedColumns: set(generated)
  },
  traits: {}
};
var ALL = "insert,update,delete,truncate";
var VIA_ROOT = (on) => `publish_via_partition_root = ${String(on)}`;
function publish(object) {
  return `publish = '${listOf(object, "publish").join(", ")}'`;
}
function generated(object) {
  return `publish_generated_columns = ${textOf(object, "generatedColumns")}`;
}
function set(option2) {
  return (_before, after) => [
    `ALTER PUBLICATION ${quoteIdentifier(after.name)} SET (${option2(after)});`
  ];
}
var publicationTableKind = {
  name: "publication table",
  query: (version) => `
    select c.nspname as schema, c.relname as "table", p.pubname as name,
      json_build_object(
        'columns', ${version >= 15e4 ? `(select json_agg(a.attname order by a.attname collate "C") from pg_attribute a
                where a.attrelid = r.prrelid and a.attnum = any (r.prattrs))` : "null"},
        'where', ${version >= 15e4 ? "pg_get_expr(r.prqual, r.prrelid)" : "null"}
      ) as attributes,
      json_build_array(case c.relkind when 'f' then 'foreign table' else 'table' end, c.nspname, c.relname) as parent,
      false as part, 'pg_publication_rel'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_publication_rel r
    join pg_publication p on p.oid = r.prpubid
    join rel c on c.oid = r.prrelid
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)`,
  identity: ({ schema, table, name }) => [name, schema ?? "", table ?? ""],
  create: (object) => {
    const columns = listOf(object, "columns");
    const where = optionalText(object, "where");
    return [
      `ALTER PUBLICATION ${quoteIdentifier(object.name)} ADD TABLE ${tableName(object)}${columns.length > 0 ? ` (${columnList(columns)})` : ""}${where === null ? "" : ` WHERE (${bare(where)})`};`
    ];
  },
  drop: (object) => [
    `ALTER PUBLICATION ${quoteIdentifier(object.name)} DROP TABLE ${tableName(object)};`
  ],
  alter: {},
  blocks: (_member, needed) => retypes(needed) || rebuildsType(needed),
  traits: {}
};
var publicationSchemaKind = {
  name: "publication schema",
  query: (version) => version >= 15e4 ? `
    select n.nspname as schema, null as "table", p.pubname as name, '{}'::json as attributes,
      case when n.nspname <> 'public' then json_build_array('schema', n.nspname) end as parent, false as part,
      'pg_publication_namespace'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_publication_namespace r
    join pg_publication p on p.oid = r.pnpubid
    join ns n on n.oid = r.pnnspid
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)` : `
    select null::name as schema, null as "table", null::name as name, '{}'::json as attributes, null as parent,
      false as part, 0::oid as classid, 0::oid as objid, 0 as objsubid where false`,
  identity: ({ schema, name }) => [name, schema ?? ""],
  create: ({ name, schema }) => [
    `ALTER PUBLICATION ${quoteIdentifier(name)} ADD TABLES IN SCHEMA ${quoteIdentifier(schema ?? "")};`
  ],
  drop: ({ name, schema }) => [
    `ALTER PUBLICATION ${quoteIdentifier(name)} DROP TABLES IN SCHEMA ${quoteIdentifier(schema ?? "")};`
  ],
  alter: {},
  traits: {}
};

// src/catalog/range-type.ts
var rangeTypeKind = {
  name: "range type",
  query: (version) => `
    select n.nspname as schema, null as "table", t.typname as name,
      json_build_object(
        'subtype', format_type(r.rngsubtype, null),
        'operatorClass', case when not o.opcdefault then
          case when pg_opclass_is_visible(o.oid) then '' else quote_ident(oname.nspname) || '.' end || quote_ident(o.opcname) end,
        'collation', case when r.rngcollation <> s.typcollation then r.rngcollation::regcollation::text end,
        'canonical', nullif(r.rngcanonical::oid, 0)::regproc::text,
        'subtypeDiff', nullif(r.rngsubdiff::oid, 0)::regproc::text,
        'multirange', ${version >= 14e4 ? "(select m.typname from pg_type m where m.oid = r.rngmultitypid)" : "null"}
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_range r
    join pg_type t on t.oid = r.rngtypid
    join ns n on n.oid = t.typnamespace
    join pg_type s on s.oid = r.rngsubtype
    join pg_opclass o on o.oid = r.rngsubopc
    join pg_namespace oname on oname.oid = o.opcnamespace
    where not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: createType,
  drop: dropType,
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: renameType,
  occupies: (type) => [typeKey(type)],
  // None of them can be altered: the type is made anew.
  alter: inPlaceOrAnew({
    subtype: () => [],
    operatorClass: () => [],
    collation: () => [],
    canonical: () => [],
    subtypeDiff: () => [],
    multirange: () => []
  }),
  alsoAlters: alsoRebuilt,
  recreatable: () => false,
  traits: {}
};

// src/catalog/role.ts
var WORDS = {
  login: ["LOGIN", false],
  inherit: ["INHERIT", true],
  createdb: ["CREATEDB", false],
  createrole: ["CREATEROLE", false],
  replication: ["REPLICATION", false],
  bypassrls: ["BYPASSRLS", false]
};
var roleKind = {
  name: "role",
  query: () => `
    select null as schema, null as "table", r.rolname as name,
      json_build_object('login', r.rolcanlogin, 'inherit', r.rolinherit, 'createdb', r.rolcreatedb,
        'createrole', r.rolcreaterole, 'replication', r.rolreplication, 'bypassrls', r.rolbypassrls,
        'connectionLimit', r.rolconnlimit, 'memberOf', m.roles) as attributes,
      null as parent, false as part, 'pg_authid'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_roles r
    left join (select a.member, json_agg(distinct g.rolname order by g.rolname) as roles
      from pg_auth_members a join pg_roles g on g.oid = a.roleid group by a.member) m on m.member = r.oid
    where r.rolname !~ '^pg_' and r.rolname <> session_user and not r.rolsuper`,
  create: (object) => {
    const { connectionLimit } = object.attributes;
    const words2 = Object.entries(WORDS).flatMap(([name, [word, usual]]) => {
      const on = object.attributes[name] === true;
      return on === usual ? [] : [on ? word : `NO${word}`];
    });
    const limit = connectionLimit === -1 ? [] : [limitClause(object)];
    const clauses = [...words2, ...limit].map((word) => ` ${word}`).join("");
    return [
      `CREATE ROLE ${quoteIdentifier(object.name)}${clauses};`,
      ...listOf(object, "memberOf").map((role) => membership("GRANT", role, object))
    ];
  },
  drop: ({ name }) => [`DROP ROLE ${quoteIdentifier(name)};`],
  alter: {
    ...Object.fromEntries(Object.keys(WORDS).map((name) => [name, setWord(name)])),
    connectionLimit: (_before, after) => [
      `ALTER ROLE ${quoteIdentifier(after.name)} ${limitClause(after)};`
    ],
    memberOf: (before, after) => {
      const [old, wanted] = [listOf(before, "memberOf"), listOf(after, "memberOf")];
      return [
        ...old.filter((role) => !wanted.includes(role)).map((role) => membership("REVOKE", role, after)),
        ...wanted.filter((role) => !old.includes(role)).map((role) => membership("GRANT", role, after))
      ];
    }
  },
  traits: {}
};
function setWord(name) {
  return (_before, after) => [
    `ALTER ROLE ${quoteIdentifier(after.name)} ${after.attributes[name] === true ? "" : "NO"}${WORDS[name]?.[0] ?? ""};`
  ];
}
function limitClause(object) {
  return `CONNECTION LIMIT ${plain(object.attributes["connectionLimit"])}`;
}
function membership(verb, role, { name }) {
  const to = verb === "GRANT" ? "TO" : "FROM";
  return `${verb} ${quoteIdentifier(role)} ${to} ${quoteIdentifier(name)};`;
}

// src/catalog/rule.ts
var ruleKind = {
  name: "rule",
  // The definition begins after the rule's own name.
  query: () => `
    select c.nspname as schema, c.relname as "table", r.rulename as name,
      json_build_object(
        'definition', substr(pg_get_ruledef(r.oid), length('CREATE RULE ' || quote_ident(r.rulename) || ' AS') + 1),
        'enabled', ${enabledState("r.ev_enabled")}
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_rewrite'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from rel c
    join pg_rewrite r on r.ev_class = c.oid
    where r.rulename <> '_RETURN'
      and not exists (select from ext where classid = 'pg_rewrite'::regclass and objid = r.oid)`,
  create: (object) => [
    `CREATE RULE ${quoteIdentifier(object.name)} AS ${textOf(object, "definition").trim()}`,
    ...object.attributes["enabled"] === "origin" ? [] : [enable3(object)]
  ],
  reference: (object) => `RULE ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  drop: (object) => [`DROP RULE ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER RULE ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: {
    definition: (_before, after) => [
      `CREATE OR REPLACE RULE ${quoteIdentifier(after.name)} AS ${textOf(after, "definition").trim()}`
    ],
    enabled: (_before, after) => [enable3(after)]
  },
  rebinds: namesakes,
  blocks: (_rule, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true }
};
function enable3(object) {
  return `ALTER TABLE ${tableName(object)} ${enableClause(object)} RULE ${quoteIdentifier(object.name)};`;
}

// src/catalog/schema.ts
var schemaKind = {
  name: "schema",
  query: () => `
    select null as schema, null as "table", nspname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_namespace'::regclass::oid as classid, oid as objid, 0 as objsubid
    from ns where nspname <> 'public'`,
  create: ({ name }) => [`CREATE SCHEMA ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP SCHEMA ${quoteIdentifier(name)};`],
  rename: (before, after) => [
    `ALTER SCHEMA ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  reference: ({ name }) => `SCHEMA ${quoteIdentifier(name)}`,
  alter: {},
  traits: { formWhenUnused: true, resembles: schemaResemblance }
};

// src/catalog/statistics.ts
var statisticsKind = {
  name: "statistics",
  plural: "statistics",
  // It lives in a schema of its own choice, whatever its table's is.
  identity: ({ schema, name }) => [schema ?? "", name],
  query: (version) => `
    select n.nspname as schema, c.relname as "table", s.stxname as name,
      json_build_object(
        'on', json_build_array(c.nspname, c.relname),
        'kinds', (select json_agg(case kind when 'd' then 'ndistinct' when 'f' then 'dependencies' when 'm' then 'mcv' end
            order by kind) from unnest(s.stxkind) kind where kind <> 'e'),
        'columns', ${columnNames("c.oid", "s.stxkeys::int2[]", true)},
        'expressions', ${version >= 14e4 ? "to_json(pg_get_statisticsobjdef_expressions(s.oid))" : "null"},
        'target', nullif(s.stxstattarget, -1)
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_statistic_ext'::regclass::oid as classid, s.oid as objid, 0 as objsubid
    from pg_statistic_ext s
    join pg_namespace n on n.oid = s.stxnamespace
    join rel c on c.oid = s.stxrelid
    where not exists (select from ext where classid = 'pg_statistic_ext'::regclass and objid = s.oid)`,
  create: createStatistics,
  drop: ({ schema, name }) => [`DROP STATISTICS ${qualifiedName(schema, name)};`],
  reference: ({ schema, name }) => `STATISTICS ${qualifiedName(schema, name)}`,
  rename: (before, after) => [
    ...before.name === after.name ? [] : [`${alter(before)} RENAME TO ${quoteIdentifier(after.name)};`],
    ...before.schema === after.schema ? [] : [
      `${alter({ ...after, schema: before.schema })} SET SCHEMA ${quoteIdentifier(after.schema ?? "public")};`
    ]
  ],
  alter: { target: (_before, after) => [setTarget(after)] },
  // Postgres makes it anew for a column's new type, and forgets its target.
  blocks: (statistics, needed) => rebuildsType(needed) || retypes(needed) && (statistics.attributes["target"] ?? null) !== null,
  traits: { renamable: true }
};
function createStatistics(object) {
  const [schema, table] = listOf(object, "on");
  const kinds2 = listOf(object, "kinds");
  const columns = listOf(object, "columns");
  const elements = [
    ...columns.length > 0 ? [columnList(columns)] : [],
    ...listOf(object, "expressions").map((expression) => `(${bare(expression)})`)
  ];
  return [
    [
      `CREATE STATISTICS ${qualifiedName(object.schema, object.name)}`,
      kinds2.length > 0 ? ` (${kinds2.join(", ")})` : "",
      ` ON ${elements.join(", ")} FROM ${relationName(schema ?? null, table ?? "")};`
    ].join(""),
    ...typeof object.attributes["target"] === "number" ? [setTarget(object)] : []
  ];
}
function setTarget(object) {
  const { target } = object.attributes;
  return `${alter(object)} SET STATISTICS ${typeof target === "number" ? String(target) : "-1"};`;
}
function alter({ schema, name }) {
  return `ALTER STATISTICS ${qualifiedName(schema, name)}`;
}

// src/catalog/unique.ts
var uniqueKind = {
  name: "unique",
  query: (version) => constraintQuery("u", keyAttributes(version), true),
  create: (object) => [...addConstraint(object, keyClause(object, "UNIQUE")), ...markIndex(object)],
  drop: dropConstraint,
  online: keyOnline("UNIQUE"),
  reference: constraintReference,
  rename: renameConstraint,
  apart: true,
  occupies: (key) => [relationKey(key), constraintKey(key)],
  alter: alterMarks,
  blocks: includesRetyped,
  traits: {
    renamable: true,
    form: ["order", "clustered"],
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: { order: orderReason("order of columns") }
  }
};

// src/catalog/table-online.ts
var tableOnline = (alterParent) => ({
  alter: {
    partitionOf: (before, after, context2) => {
      const { actual, desired } = context2;
      const plain2 = alterParent?.(before, after, { actual, desired }) ?? [];
      const attach2 = plain2.at(-1);
      const rows = context2.partitionConstraint(after);
      if (attach2?.includes(" ATTACH PARTITION ") !== true || rows === null) return null;
      if (rows.includes("satisfies_hash_partition")) return null;
      return [...paced("any", plain2.slice(0, -1)), ...aroundCheck(after, rows, attach2, context2)];
    }
  }
});
function aroundCheck(table, rows, attach2, { actual, desired }) {
  const wanted = generatedName(table.name, "partition", "check");
  const beside = { ...table, name: wanted };
  const check = quoteIdentifier(freeName(wanted, beside, [actual, desired]));
  const alter2 = `ALTER TABLE ${relationName(table.schema, table.name)}`;
  return [
    ...paced("any", [`${alter2} ADD CONSTRAINT ${check} CHECK (${rows}) NOT VALID;`]),
    ...paced("first", [`${alter2} VALIDATE CONSTRAINT ${check};`]),
    ...paced("any", [attach2, `${alter2} DROP CONSTRAINT ${check};`])
  ];
}

// src/catalog/table-partition.ts
var alterParents = {
  partitionOf: (before, after, transition) => withColumns(before, after, transition, [detach(before, after), attach(after)]),
  bound: (before, after, transition) => before.attributes["partitionOf"] === after.attributes["partitionOf"] ? rebound(after, transition) : [],
  inherits: (before, after, transition) => {
    const [old, wanted] = [listOf(before, "inherits"), listOf(after, "inherits")];
    const table = `ALTER TABLE ${relationName(after.schema, after.name)}`;
    return withColumns(before, after, transition, [
      old.filter((one) => !wanted.includes(one)).map((one) => `${table} NO INHERIT ${one};`),
      wanted.filter((one) => !old.includes(one)).map((one) => `${table} INHERIT ${one};`)
    ]);
  }
};
function rebound(table, { actual, desired }) {
  const parent = optionalText(table, "partitionOf");
  const moved = [...desired.objects.values()].filter((other) => {
    const old = actual.objects.get(other.id);
    return other.kind === "table" && old !== void 0 && [other, old].every((one) => optionalText(one, "partitionOf") === parent) && optionalText(old, "bound") !== optionalText(other, "bound");
  });
  const first = [...moved].sort((a, b) => a.id < b.id ? -1 : 1)[0];
  if (first?.id !== table.id) return [];
  return [...moved.flatMap((one) => detach(one, one)), ...moved.flatMap(attach)];
}
function detach(before, after) {
  const parent = optionalText(before, "partitionOf");
  return parent === null ? [] : [`ALTER TABLE ${parent} DETACH PARTITION ${relationName(after.schema, after.name)};`];
}
function attach(table) {
  const parent = optionalText(table, "partitionOf");
  const bound = optionalText(table, "bound") ?? "";
  return parent === null ? [] : [
    `ALTER TABLE ${parent} ATTACH PARTITION ${relationName(table.schema, table.name)} ${bound};`
  ];
}
function lostColumns(before, after, { actual, desired }) {
  const wanted = membersWithInherited(after, desired, "column").map(({ name }) => name);
  return parentsOf(before, actual).flatMap((parent) => membersWithInherited(parent, actual, "column")).filter(({ name }) => !wanted.includes(name)).map((column) => ({ ...column, schema: after.schema, table: after.name }));
}
function withColumns(before, after, transition, [leave, join]) {
  const { actual, desired } = transition;
  const had = membersWithInherited(before, actual, "column").map(({ name }) => name);
  const missing2 = parentsOf(after, desired).flatMap((parent) => membersWithInherited(parent, desired, "column")).filter(({ name }) => !had.includes(name));
  return [
    ...leave,
    ...lostColumns(before, after, transition).flatMap((column) => columnKind.drop(column)),
    ...missing2.flatMap((column) => addColumn(column, after, desired)),
    ...join
  ];
}
function addColumn(column, table, schema) {
  return columnKind.create({ ...column, schema: table.schema, table: table.name }, schema);
}

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
        'options', case when c.reloptions is not null or x.reloptions is not null then (
          select json_agg(option order by option) from (
            select unnest(c.reloptions) as option union all select 'toast.' || unnest(x.reloptions)) o) end,
        'replicaIdentity', case c.relreplident when 'f' then 'full' when 'n' then 'nothing' when 'i' then 'index' end,
        'accessMethod', case when am.amname <> 'heap' then quote_ident(am.amname) end,
        'ofType', nullif(c.reloftype, 0)::regtype::text
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    left join pg_class x on x.oid = c.reltoastrelid and c.reltoastrelid <> 0
    left join pg_am am on am.oid = c.relam
    where c.relkind in ('r', 'p')`,
  create: createTable,
  drop: dropTable,
  reference: ({ schema, name }) => `TABLE ${relationName(schema, name)}`,
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
    options: (before, after) => changeOptions2(alterTable(after), "options", before, after),
    ...alterParents,
    replicaIdentity: (_before, after) => identifyRows(after),
    accessMethod: (_before, after) => [
      `${alterTable(after)} SET ACCESS METHOD ${optionalText(after, "accessMethod") ?? "heap"};`
    ],
    ofType: (_before, after) => [`${alterTable(after)} ${ofClause(after)};`]
  },
  online: tableOnline(alterParents["partitionOf"]),
  recreatable: () => false,
  occupies: (table) => [relationKey(table), typeKey(table)],
  traits: {
    resembles: tableResemblance,
    reasons: {
      rowSecurity: (_before, after) => `row level security enabled only in the ${after === true ? "models" : "database"}`,
      forceRowSecurity: (_before, after) => `row level security forced only in the ${after === true ? "models" : "database"}`
    }
  }
};
function dropTable(table, transition) {
  const parent = optionalText(table, "partitionOf");
  const name = relationName(table.schema, table.name);
  const isReferred = table.needs.some((need) => {
    const needed = transition?.actual.objects.get(need);
    return needed?.kind === "table" && transition && isTarget(needed, transition.actual);
  });
  const columns = transition ? childrenOf(transition.actual, table.id) : [];
  return [
    ...columns.flatMap((column) => keptSequences(column, transition)).map(disowned),
    ...parent !== null && isReferred ? [`ALTER TABLE ${parent} DETACH PARTITION ${name};`] : [],
    `DROP TABLE ${name};`
  ];
}
function isTarget({ id, schema, name }, all) {
  return dependentsOf(all, id).some(
    (other) => other.kind === "foreign key" && equal(other.attributes["target"] ?? null, [schema, name])
  );
}
function createTable(table, schema, actual) {
  const parts = childrenOf(schema, table.id).filter(({ part }) => part);
  const apart = parts.filter((part) => standsApart(part, parts));
  const inside = parts.filter((part) => !apart.includes(part));
  const columns = parts.filter((part) => part.kind === "column");
  const sequences = columns.flatMap((column) => sequencesApart(column, schema, actual));
  return [
    ...sequences.flatMap(
      (one) => actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema)
    ),
    statement(table, { columns, parts: inside }, schema, actual),
    ...apart.flatMap(
      (part) => (part.kind === "unique" ? uniqueKind : checkKind).create(part, schema)
    ),
    ...sequences.map(ownership),
    ...columns.flatMap(settingsOf),
    ...inside.flatMap(markIndex),
    ...tableSettings(table),
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
function statement(table, { columns, parts }, schema, actual) {
  const partitionOf = optionalText(table, "partitionOf");
  const key = optionalText(table, "partitionKey");
  const inherits = listOf(table, "inherits");
  const settings = listOf(table, "options");
  const unlogged = table.attributes["persistence"] === "unlogged" ? "UNLOGGED " : "";
  const head = `CREATE ${unlogged}TABLE ${relationName(table.schema, table.name)}`;
  const members = membersOf(table, { columns, parts }, schema, actual);
  const body2 = members.length > 0 ? ` (
${members.map((member) => `	${member}`).join(",\n")}
)` : " ()";
  return [
    head,
    partitionOf === null ? body2 : ` PARTITION OF ${partitionOf}${members.length > 0 ? body2 : ""} ${optionalText(table, "bound") ?? ""}`,
    inherits.length > 0 ? ` INHERITS (${inherits.join(", ")})` : "",
    key === null ? "" : ` PARTITION BY ${key}`,
    settings.length > 0 ? ` WITH (${optionClause2(settings)})` : "",
    ";"
  ].join("");
}
function membersOf(table, { columns, parts }, schema, actual) {
  const inline = parts.find((part) => part.kind === "primary key" && isPlainKey(part, table));
  const [keyColumn2] = inline ? listOf(inline, "order") : [];
  const plain2 = columns.some((column) => column.name === keyColumn2);
  return [
    ...columns.map((column) => columnDefinition(column, schema, column.name === keyColumn2, actual)),
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
      return [named(part, checkClause2(part))];
    default:
      return [];
  }
}
function isPlainKey(key, table) {
  const usual = objectId("primary key", table.schema ?? "", table.name, `${table.name}_pkey`);
  const { deferrable, include } = key.attributes;
  return key.id === usual && listOf(key, "order").length === 1 && deferrable === null && include === null;
}
function tableSettings(table) {
  const { accessMethod, replicaIdentity, ofType } = table.attributes;
  return [
    ...(accessMethod ?? null) === null ? [] : [`${alterTable(table)} SET ACCESS METHOD ${optionalText(table, "accessMethod") ?? ""};`],
    ...(replicaIdentity ?? null) === null ? [] : identifyRows(table),
    ...(ofType ?? null) === null ? [] : [`${alterTable(table)} ${ofClause(table)};`]
  ];
}
function identifyRows(table) {
  const identity = optionalText(table, "replicaIdentity");
  return identity === "index" ? [] : [`${alterTable(table)} REPLICA IDENTITY ${(identity ?? "default").toUpperCase()};`];
}
function ofClause(table) {
  const type = optionalText(table, "ofType");
  return type === null ? "NOT OF" : `OF ${type}`;
}
function alterTable(table) {
  return `ALTER TABLE ${relationName(table.schema, table.name)}`;
}

// src/catalog/view-definition.ts
function keepsColumns(before, after) {
  const [old, wanted] = [partsOf(before), partsOf(after)];
  return old !== null && wanted !== null && continues(old.columns, wanted.columns) && continues(old.from, wanted.from);
}
function partsOf(definition5) {
  const text = definition5.replace(/;$/, "");
  if (/\n *(?:UNION|INTERSECT|EXCEPT)\b/.test(text)) return null;
  const [columns = "", ...rest] = text.split(/\n {3}FROM /);
  return { columns, from: rest.join("\n   FROM ").split(/\n {1,2}[A-Z]/)[0] ?? "" };
}
function continues(before, after) {
  return after === before || after.startsWith(before) && /^,?\n/.test(after.slice(before.length));
}

// src/catalog/view.ts
var viewKind = {
  ...kindOfView("view"),
  query: () => viewQuery(
    "v",
    `'defaults', (select json_object_agg(a.attname, pg_get_expr(d.adbin, d.adrelid) order by a.attname collate "C")
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where d.adrelid = c.oid)`
  ),
  create: (object) => [`CREATE ${definition4(object)};`, ...changeDefaults(null, object)],
  alter: {
    definition: (before, after) => isReplaced(before, after) ? [`CREATE OR REPLACE ${definition4(after)};`] : null,
    // With a new definition the options are given as well.
    options: (before, after) => isReplaced(before, after) ? [] : changeOptions2(alterView(after), "options", before, after),
    defaults: changeDefaults
  }
};
var materializedViewKind = {
  ...kindOfView("materialized view"),
  query: () => viewQuery(
    "m",
    `'populated', c.relispopulated,
       'accessMethod', (select m.amname from pg_am m where m.oid = c.relam)`
  ),
  create: (object) => [
    `CREATE ${definition4(object)}${object.attributes["populated"] === false ? " WITH NO DATA" : ""};`
  ],
  alter: {
    options: (before, after) => changeOptions2(alterView(after), "options", before, after),
    populated: (_before, after) => [
      `REFRESH ${reference2(after)}${after.attributes["populated"] === false ? " WITH NO DATA" : ""};`
    ]
  }
};
function kindOfView(name) {
  return {
    name,
    drop: (object) => [`DROP ${reference2(object)};`],
    rename: (before, after) => [`${alterView(before)} RENAME TO ${quoteIdentifier(after.name)};`],
    reference: reference2,
    occupies: (view) => [relationKey(view), typeKey(view)],
    rebinds: namesakes,
    blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
    traits: {
      reasons: {
        defaults: (before, after) => `defaults: ${defaultsInWords(before)} \u2192 ${defaultsInWords(after)}`,
        populated: (_before, after) => `populated only in the ${after === true ? "models" : "database"}`
      }
    }
  };
}
function viewQuery(relkind, attributes) {
  return `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'definition', pg_get_viewdef(c.oid),
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option),
        ${attributes}
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind = '${relkind}'`;
}
function definition4(object) {
  const options3 = listOf(object, "options");
  const method2 = textOf(object, "accessMethod");
  return [
    reference2(object),
    method2 === "" || method2 === "heap" ? "" : ` USING ${quoteIdentifier(method2)}`,
    options3.length > 0 ? ` WITH (${optionClause2(options3)})` : "",
    ` AS ${textOf(object, "definition").trim().replace(/;$/, "")}`
  ].join("");
}
function isReplaced(before, after) {
  const [old, wanted] = [textOf(before, "definition"), textOf(after, "definition")];
  return old !== wanted && keepsColumns(old, wanted);
}
function changeDefaults(before, after) {
  const old = (before && recordOf(before, "defaults")) ?? {};
  const wanted = recordOf(after, "defaults") ?? {};
  const column = (name) => `${alterView(after)} ALTER COLUMN ${quoteIdentifier(name)}`;
  return [
    ...Object.keys(old).filter((name) => !(name in wanted)).map((name) => `${column(name)} DROP DEFAULT;`),
    ...Object.entries(wanted).filter(([name, value]) => old[name] !== value).map(([name, value]) => `${column(name)} SET DEFAULT ${plain(value)};`)
  ];
}
function defaultsInWords(value) {
  const entries = Object.entries(isRecord(value) ? value : {}).map(
    ([name, text]) => `${name} = ${plain(text)}`
  );
  return entries.length > 0 ? entries.join(", ") : "none";
}
function alterView(object) {
  return `ALTER ${reference2(object)}`;
}
function reference2(object) {
  return `${object.kind.toUpperCase()} ${relationName(object.schema, object.name)}`;
}

// src/catalog/index.ts
var kinds = {
  "default privileges": defaultPrivilegesKind,
  schema: schemaKind,
  extension: extensionKind,
  role: roleKind,
  collation: collationKind,
  enum: enumKind,
  domain: domainKind,
  "composite type": compositeTypeKind,
  "range type": rangeTypeKind,
  sequence: sequenceKind,
  cast: castKind,
  "foreign data wrapper": foreignDataWrapperKind,
  "foreign server": foreignServerKind,
  "user mapping": userMappingKind,
  table: tableKind,
  column: columnKind,
  "primary key": primaryKeyKind,
  unique: uniqueKind,
  check: checkKind,
  exclusion: exclusionKind,
  index: indexKind,
  "foreign key": foreignKeyKind,
  "foreign table": foreignTableKind,
  statistics: statisticsKind,
  view: viewKind,
  "materialized view": materializedViewKind,
  function: functionKind,
  procedure: procedureKind,
  aggregate: aggregateKind,
  operator: operatorKind,
  policy: policyKind,
  rule: ruleKind,
  trigger: triggerKind,
  "event trigger": eventTriggerKind,
  publication: publicationKind,
  "publication table": publicationTableKind,
  "publication schema": publicationSchemaKind,
  grant: grantKind(reference3),
  comment: commentKind(reference3)
};
var byName = new Map(Object.entries(kinds));
function kindOf(name) {
  const kind = byName.get(name);
  if (!kind) throw new Error(`no kind of object is called ${name}`);
  return kind;
}
function reference3(object) {
  return kindOf(object.kind).reference?.(object) ?? null;
}
var traits = Object.fromEntries(
  Object.values(kinds).map((kind) => [kind.name, kind.traits])
);

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

// src/catalog/introspect.ts
var PREPARED = "plumbline_catalog";
var SESSION = `select current_setting('search_path') as path,
  exists (select from pg_prepared_statements where name = '${PREPARED}') as prepared`;
async function introspect(db, options3 = {}) {
  const [session] = await db.query(SESSION);
  await setSearchPath(db, "public");
  if (session?.prepared !== true)
    await db.exec(`prepare ${PREPARED} as ${composeQuery(db.version)}`);
  const [answer] = await db.query(`execute ${PREPARED}`);
  await setSearchPath(db, session?.path ?? "public");
  const aliases = readAliases(answer?.aliases ?? null);
  const read = readObjects(JSON.parse(answer?.objects ?? "[]"), aliases);
  const ids = new Map(read.map(({ id, row }) => [row.address, id]));
  const needs = resolveNeeds(ids, aliases, readDependencies(answer?.dependencies ?? null));
  const objects = new Map(read.map((one) => [one.id, objectOf(one, needs)]));
  return withoutBookkeeping(
    { objects, uncovered: groupNames(answer?.uncovered ?? []) },
    options3.exclude ?? []
  );
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
  for (const row of rows) if (!isAddress(row.parent)) enter(row, namedParent(row.parent));
  for (const row of rows) {
    if (!isAddress(row.parent)) continue;
    const parent = find(row.parent.join());
    if (parent !== void 0) enter(placed(row, parent), parent.id);
  }
  return read;
}
function placed(row, { row: parent }) {
  const { schema, table, name } = row;
  if (schema !== null || table !== null) return row;
  return name === null ? { ...row, schema: parent.schema, table: parent.table, name: parent.name } : { ...row, schema: parent.schema, table: parent.table ?? parent.name };
}
function isAddress(parent) {
  return typeof parent?.[0] === "number";
}
function namedParent(parent) {
  const [kind = "", ...parts] = parent ?? [];
  return parent ? objectId(kind, ...parts) : null;
}
async function setSearchPath(db, path) {
  await db.query(`select set_config('search_path', $1, false)`, [path]);
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
    attributes: spelled2(row),
    needs: withParent(needs, id, parent),
    fallsWith: needs.get(id)?.fallsWith ?? []
  };
}
function spelled2({ kind, attributes }) {
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
function composeQuery(version) {
  const objects = Object.values(kinds).map(
    (kind) => `select '${kind.name}' as kind, schema, "table", name, attributes, parent::json, part,
      concat_ws(',', classid::int8, objid::int8, objsubid) as address from (${kind.query(version)}) as objects`
  );
  return `
    with ext as materialized (select classid, objid from pg_depend where deptype = 'e'),
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
    granted as materialized (${grantedQuery(version)})
    select
      (select json_agg(o)::text from (${objects.join("\nunion all\n")}) o) as objects,
      (${ALIASES}) as aliases,
      (${DEPENDENCIES}) as dependencies,
      (select json_agg(u) from (${uncoveredQuery()}) u) as uncovered`;
}
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
    select e.classid, e.objid, e.refclassid, e.refobjid, 0 from pg_depend e where e.deptype = 'e'
    union all
    select 'pg_type'::regclass, t.typarray, e.refclassid, e.refobjid, 0
      from pg_depend e join pg_type t on t.oid = e.objid and e.classid = 'pg_type'::regclass
      where e.deptype = 'e' and t.typarray <> 0) as alias
    union all
    select 'pg_class'::regclass, a.attrelid, 'pg_class'::regclass, i.inhparent, p.attnum::int, a.attnum::int
      from pg_inherits i
      join pg_attribute a on a.attrelid = i.inhrelid and a.attinhcount > 0 and not a.attislocal
      join pg_attribute p on p.attrelid = i.inhparent and p.attname = a.attname and p.attnum > 0) as alias`;
var DEPENDENCIES = `select string_agg(
      concat_ws(',', classid::int8, objid::int8, objsubid, refclassid::int8, refobjid::int8, refobjsubid, automatic::int), ';') from (
    select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype <> 'n' as automatic from pg_depend
      where objid >= 16384 and refobjid >= 2200 and deptype <> 'e'
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
    select 'pg_shdepend'::regclass, number, 0, 'pg_authid'::regclass, grantee, 0, false from granted where grantee <> 0
    union all
    select 'pg_shdepend'::regclass, g.number, 0, on_what.classid, on_what.objid, 0, false
      from granted g join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid,
        lateral (values ('pg_authid'::regclass, d.defaclrole), ('pg_namespace'::regclass, d.defaclnamespace)) on_what (classid, objid)
    union all
    -- The columns of a relation live in the relation's schema.
    select 'pg_class'::regclass, c.oid, 0, 'pg_namespace'::regclass, c.relnamespace, 0, false from rel c) as dependency`;

export {
  extensionsImpliedBy,
  assumptionFor,
  textOf,
  listOf,
  isRecord,
  relationName,
  retypes,
  rebuildsType,
  addTo,
  childrenOf,
  dependentsOf,
  paced,
  holdsRows,
  differingAttributes,
  equal,
  hasParents,
  attachedTo,
  toGrantee,
  hasDefaultPrivileges,
  impliedPrivileges,
  lostColumns,
  kinds,
  kindOf,
  reference3 as reference,
  traits,
  introspect
};
