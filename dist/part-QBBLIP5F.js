import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/schema/identity.ts
var IDENTIFIER_BYTES = 63;
var PLAIN_IDENTIFIER = /^[a-z_][a-z0-9_$]*$/;
function objectId(kind, ...parts) {
  return `${kind}:${parts.map((part) => spell(truncateIdentifier(part))).join(".")}`;
}
function quoteIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
function quoteLiteral(text2) {
  return `'${text2.replaceAll("'", "''")}'`;
}
function truncateIdentifier(name) {
  if (name.length * 3 <= IDENTIFIER_BYTES) return name;
  if (Buffer.byteLength(name) <= IDENTIFIER_BYTES) return name;
  let bytes = 0;
  let kept = "";
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > IDENTIFIER_BYTES) break;
    kept += character;
  }
  return kept;
}
function kindOfId(id) {
  return id.slice(0, id.indexOf(":"));
}
function identityOf(id) {
  return id.slice(id.indexOf(":") + 1);
}
function spell(part) {
  return PLAIN_IDENTIFIER.test(part) ? part : quoteIdentifier(part);
}

// src/rules/syntax.ts
function asNode(node, type) {
  const contents = node ?? {};
  return contents[type] ?? null;
}
function allOf(nodes, type) {
  return (nodes ?? []).flatMap((node) => asNode(node, type) ?? []);
}
function alterations({ tree }) {
  const statement2 = asNode(tree, "AlterTableStmt");
  if (!statement2?.relation) return [];
  const { relation } = statement2;
  return allOf(statement2.cmds, "AlterTableCmd").map((command) => ({ relation, command }));
}
function columnOf({ command }) {
  return asNode(command.def, "ColumnDef");
}
function inlineConstraints(alteration2) {
  if (alteration2.command.subtype !== "AT_AddColumn") return [];
  return allOf(columnOf(alteration2)?.constraints, "Constraint");
}
function addsColumnWith(alteration2, ...types) {
  return inlineConstraints(alteration2).some(({ contype }) => contype && types.includes(contype));
}
function addedConstraint({ command }, ...types) {
  if (command.subtype !== "AT_AddConstraint") return null;
  const constraint = asNode(command.def, "Constraint");
  return constraint?.contype && types.includes(constraint.contype) ? constraint : null;
}
function wordsOf(node) {
  const list = asNode(node, "List")?.items ?? (node ? [node] : []);
  const typeName2 = asNode(node, "TypeName");
  const parts = typeName2 ? typeName2.names ?? [] : list;
  return parts.flatMap((part) => asNode(part, "String")?.sval ?? []);
}
function stringsOf(nodes) {
  return allOf(nodes, "String").flatMap(({ sval }) => sval ?? []);
}
function optionOf(nodes, name) {
  const option2 = allOf(nodes, "DefElem").find(({ defname }) => defname === name);
  if (!option2) return null;
  const { arg } = option2;
  return wordsOf(arg)[0] ?? asNode(arg, "Boolean")?.boolval?.toString() ?? asNode(arg, "Integer")?.ival?.toString() ?? "true";
}
function nodesWithin(value, type) {
  if (Array.isArray(value)) return value.flatMap((one) => nodesWithin(one, type));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...key === type ? [inner] : [],
    ...nodesWithin(inner, type)
  ]);
}

// src/rehearse/trace.ts
var LOCK_MODES = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE"
];
function isAtLeast(mode, least) {
  return LOCK_MODES.indexOf(mode) >= LOCK_MODES.indexOf(least);
}

// src/rules/facts.ts
function workOf({ statement: statement2 }) {
  const { rewrites, builds, scans, rows } = statement2;
  const all = [
    ...rewrites.map((table) => work("rewrite", table)),
    ...builds.map(({ index, table }) => work("build", table, index)),
    ...scans.map(
      ({ relation, why }) => work(why === "validate foreign key" ? "validate" : why, relation)
    ),
    ...rows.filter(({ updated, deleted }) => updated + deleted > 0).map(({ relation }) => work("write", relation))
  ];
  return all.filter(({ table }) => table.existed);
}
function work(kind, table, index = null) {
  return { kind, table, index, fact: `${kind} ${index?.name ?? table.name}` };
}
function factsOn(step, table) {
  return workOf(step).filter((one) => one.table.name === table.name).map(({ fact }) => fact);
}
function lockOn({ statement: statement2 }, relation) {
  return strongest(
    [...statement2.held, ...statement2.locks].filter((lock) => lock.relation.name === relation.name).map(({ mode }) => mode)
  );
}
function heldOn({ statement: statement2 }, relation) {
  return strongest(
    statement2.held.filter((lock) => lock.relation.name === relation.name).map(({ mode }) => mode)
  );
}
function strongest(modes) {
  return LOCK_MODES.findLast((mode) => modes.includes(mode)) ?? null;
}
function isBlocked(step, relation) {
  const mode = lockOn(step, relation);
  return mode !== null && isAtLeast(mode, "SHARE");
}
function newlyBlocked({ statement: statement2 }, least = "SHARE") {
  return statement2.locks.filter(({ relation, mode }) => relation.existed && isTable(relation) && isAtLeast(mode, least)).map(({ relation }) => relation);
}
function blockedBefore({ statement: statement2 }, least = "SHARE ROW EXCLUSIVE") {
  return statement2.held.filter(({ relation, mode }) => relation.existed && isTable(relation) && isAtLeast(mode, least)).map(({ relation }) => relation);
}
function isTable({ kind }) {
  return kind === "table" || kind === "partitioned table" || kind === "materialized view";
}
function relationNamed({ statement: statement2 }, name) {
  const { relname = "", schemaname } = name;
  const seen4 = [
    ...statement2.locks.map(({ relation }) => relation),
    ...statement2.held.map(({ relation }) => relation),
    ...statement2.scans.map(({ relation }) => relation),
    ...statement2.rewrites,
    ...statement2.rows.map(({ relation }) => relation)
  ];
  const fits = (relation) => schemaname === void 0 ? relation.name.endsWith(`.${relname}`) : relation.name === `${schemaname}.${relname}`;
  return seen4.find(fits) ?? null;
}
function unique(relations) {
  return [...new Map(relations.map((relation) => [relation.name, relation])).values()];
}
function ended(sql) {
  return `${sql.trim().replace(/;$/, "")};`;
}
function shortName(name) {
  return name.replace(/^public\./, "");
}
function listed(names2) {
  const last = names2.at(-1) ?? "";
  return names2.length < 2 ? last : `${names2.slice(0, -1).join(", ")} and ${last}`;
}
var VERBS = {
  rewrite: "rewrites",
  build: "builds",
  verify: "reads every row of",
  validate: "checks every row of",
  read: "reads every row of",
  write: "changes rows of"
};
function describeWork(step, tables) {
  const names2 = tables.map(({ name }) => name);
  const [first2] = tables;
  if (!first2) return "";
  const all = workOf(step).filter((one) => one.table.name === first2.name);
  const lock = lockOn(step, first2);
  const under = lock === null ? "" : ` under ${lock}`;
  const others = names2.slice(1).map(shortName);
  const same = others.length === 0 ? "" : `, and the same with ${listed(others)}`;
  return `${workInWords(all, shortName(first2.name))}${under}${same}${alsoLocked(step, names2)}`;
}
function workInWords(all, name) {
  const built = all.flatMap(({ index }) => index ?? []);
  const indexes = built.length === 1 ? "an index" : `${built.length} indexes`;
  const main = all.find(({ kind }) => kind === "rewrite") ?? all.find(({ kind }) => kind !== "build");
  if (main === void 0) {
    return `builds ${listed(built.map((index) => shortName(index.name)))} on ${name}`;
  }
  if (built.length === 0) return `${VERBS[main.kind]} ${name}`;
  return main.kind === "rewrite" ? `rewrites ${name} and ${indexes}` : `${VERBS[main.kind]} ${name}, and builds ${indexes}`;
}
function alsoLocked(step, told) {
  const others = unique(newlyBlocked(step)).filter(({ name }) => !told.includes(name));
  if (others.length === 0) return "";
  return `, and locks ${listed(others.map(({ name }) => shortName(name)))} as well`;
}
function consequence(step, tables) {
  const all = tables.every((table) => lockOn(step, table) === "ACCESS EXCLUSIVE");
  const what = all ? "read or write" : "write to";
  const [it, is2] = tables.length === 1 ? ["it", "it is"] : ["them", "they are"];
  return `nobody can ${what} ${it} until the transaction ends, and that takes the longer the larger ${is2}`;
}

// src/rules/work-rule.ts
function workRule({
  id,
  hazard,
  severity = "error",
  work: work2,
  because,
  instead,
  safe
}) {
  return {
    id,
    hazard,
    severity,
    detect: (pass) => pass.steps.flatMap((step) => {
      const reasons = alterations(step).filter((alteration2) => because(alteration2, step));
      const tables = tablesWorked(step, reasons, work2);
      const [first2] = tables;
      if (!first2) return [];
      const advice = typeof instead === "string" ? instead : instead(pass, step, first2);
      const found10 = foundWork(step, tables, advice);
      return [safe === void 0 ? found10 : { ...found10, safeFor: safe(pass, step, first2) }];
    })
  };
}
function tablesWorked(step, reasons, kinds2) {
  const named4 = reasons.map(({ relation }) => relationNamed(step, relation)?.name);
  if (named4.length === 0) return [];
  const touched = workOf(step).filter(({ kind, table }) => kinds2.includes(kind) && isBlocked(step, table)).map(({ table }) => table);
  const own = touched.filter(({ name }) => named4.includes(name));
  return unique([...own, ...touched]);
}
function foundWork(step, tables, instead) {
  const names2 = tables.map(({ name }) => name);
  return {
    step,
    about: tables.flatMap((table) => factsOn(step, table)),
    observed: describeWork(step, tables),
    why: `${consequence(step, tables)}. ${instead}`,
    safeFor: "plan",
    tables: names2,
    grows: true
  };
}

// src/rules/add-check.ts
var addCheck = workRule({
  id: "add-check",
  hazard: "lock",
  work: ["verify"],
  because: (alteration2) => addedConstraint(alteration2, "CONSTR_CHECK") !== null,
  instead: "Add it NOT VALID, and VALIDATE it in a migration of its own: that keeps nobody out"
});

// src/rules/add-column-check.ts
var addColumnCheck = workRule({
  id: "add-column-check",
  hazard: "lock",
  work: ["verify"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_CHECK"),
  instead: "Add the column alone, then the check NOT VALID, and VALIDATE it in a migration of its own"
});

// src/rules/add-column-domain.ts
var addColumnDomain = workRule({
  id: "add-column-domain",
  hazard: "rewrite",
  work: ["rewrite"],
  because: ({ command }) => command.subtype === "AT_AddColumn",
  instead: "Postgres rewrites a table for a column of a domain that has constraints. Give the column the domain's base type and the table a check NOT VALID, and VALIDATE that in a migration of its own"
});

// src/rules/add-column-foreign-key.ts
var addColumnForeignKey = workRule({
  id: "add-column-foreign-key",
  hazard: "lock",
  work: ["validate"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_FOREIGN"),
  instead: "Add the column alone, then the foreign key NOT VALID, and VALIDATE it in a migration of its own"
});

// src/rules/add-column-generated.ts
var addColumnGenerated = workRule({
  id: "add-column-generated",
  hazard: "rewrite",
  work: ["rewrite"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_GENERATED"),
  instead: ({ postgres }) => postgres !== null && postgres >= 18 ? "A VIRTUAL column rewrites nothing; where it must be stored, add a plain column, keep it with a trigger, and fill the rows in batches" : "Add a plain column, keep it with a trigger, and fill the rows in batches"
});

// src/rules/add-column-serial.ts
var SERIAL = /^(?:small|big)?serial[248]?$/;
var addColumnSerial = workRule({
  id: "add-column-serial",
  hazard: "rewrite",
  work: ["rewrite"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_IDENTITY") || alteration2.command.subtype === "AT_AddColumn" && stringsOf(columnOf(alteration2)?.typeName?.names).some((name) => SERIAL.test(name)),
  instead: "Add a column that may be null, create a sequence and make it the default in a second statement, and number the rows that are there in batches"
});

// src/rules/add-column-unique.ts
var addColumnUnique = workRule({
  id: "add-column-unique",
  hazard: "lock",
  work: ["build"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_UNIQUE", "CONSTR_PRIMARY"),
  instead: "Add the column alone, build the unique index CONCURRENTLY in a migration outside of any transaction, and make it the constraint with ADD CONSTRAINT \u2026 USING INDEX"
});

// src/rules/add-column-volatile-default.ts
var addColumnVolatileDefault = workRule({
  id: "add-column-volatile-default",
  hazard: "rewrite",
  work: ["rewrite"],
  because: (alteration2) => addsColumnWith(alteration2, "CONSTR_DEFAULT"),
  instead: "Add the column without the default, set the default in a second statement, and fill the rows that are there in batches"
});

// src/rules/add-exclusion.ts
var addExclusion = workRule({
  id: "add-exclusion",
  hazard: "lock",
  work: ["build"],
  because: (alteration2) => addedConstraint(alteration2, "CONSTR_EXCLUSION") !== null,
  instead: "Postgres can add an exclusion constraint in no other way: do it while nobody needs the table, or on a new table that takes its place"
});

// src/rules/add-foreign-key.ts
var addForeignKey = workRule({
  id: "add-foreign-key",
  hazard: "lock",
  work: ["validate"],
  because: (alteration2) => addedConstraint(alteration2, "CONSTR_FOREIGN") !== null,
  // What is checked are the partitions, what is named is the whole.
  instead: ({ postgres }, step) => (postgres === null || postgres < 18) && alterations(step).some(
    ({ relation }) => relationNamed(step, relation)?.kind === "partitioned table"
  ) ? "Before PostgreSQL 18 a foreign key of a partitioned table has no NOT VALID: add one to each partition NOT VALID, VALIDATE them, then add that of the whole" : "Add it NOT VALID, and VALIDATE it in a migration of its own: that keeps nobody out"
});

// src/rules/add-primary-key.ts
var addPrimaryKey = workRule({
  id: "add-primary-key",
  hazard: "lock",
  work: ["build", "verify"],
  because: (alteration2) => addedConstraint(alteration2, "CONSTR_PRIMARY") !== null,
  instead: "Make the columns NOT NULL by way of a validated check, build the unique index CONCURRENTLY, and make it the key with ADD CONSTRAINT \u2026 PRIMARY KEY USING INDEX"
});

// src/rules/add-required-column.ts
var addRequiredColumn = {
  id: "add-required-column",
  hazard: "failure",
  severity: "error",
  detect: ({ steps }) => steps.filter(({ statement: statement2 }) => statement2.outcome.kind === "fails on rows").filter(({ statement: statement2 }) => statement2.outcome.error?.code === "23502").flatMap(
    (step) => alterations(step).filter((alteration2) => addsColumnWith(alteration2, "CONSTR_NOTNULL", "CONSTR_PRIMARY")).slice(0, 1).map((alteration2) => {
      const relation = relationNamed(step, alteration2.relation);
      const table = relation?.name ?? "";
      return {
        step,
        about: ["error", ...relation ? factsOn(step, relation) : []],
        observed: `fails on any row of ${shortName(table)}: ${step.statement.outcome.error?.message ?? ""}`,
        why: `the rows that are there have no value for ${columnOf(alteration2)?.colname ?? "it"}. Give it a DEFAULT, or add it without NOT NULL, fill it, and make it NOT NULL in a later migration`,
        safeFor: [],
        tables: [table]
      };
    })
  )
};

// src/rules/add-unique.ts
var addUnique = workRule({
  id: "add-unique",
  hazard: "lock",
  work: ["build"],
  because: (alteration2) => addedConstraint(alteration2, "CONSTR_UNIQUE") !== null,
  instead: "Build the unique index CONCURRENTLY in a migration outside of any transaction, and make it the constraint with ADD CONSTRAINT \u2026 UNIQUE USING INDEX"
});

// src/rules/alter-domain.ts
var alterDomain = {
  id: "alter-domain",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.flatMap((step) => {
    const tables = newlyBlocked(step);
    if (asNode(step.tree, "AlterDomainStmt") === null || tables.length === 0) return [];
    const names2 = tables.map(({ name }) => name);
    return {
      step,
      about: names2.map((name) => `verify ${name}`),
      observed: `reads every row of ${listed(names2.map(shortName))} under SHARE`,
      why: "nobody can write there until the transaction ends, and that takes the longer the larger the tables are. Add the constraint NOT VALID, which reads nothing and holds for every new value; ALTER DOMAIN \u2026 VALIDATE CONSTRAINT takes the same lock, so leave it to a quiet hour",
      safeFor: [],
      tables: names2,
      grows: true
    };
  })
};

// src/rules/attach-partition.ts
var attachPartition = workRule({
  id: "attach-partition",
  hazard: "lock",
  work: ["verify", "build", "validate"],
  because: ({ command }) => command.subtype === "AT_AttachPartition",
  instead: "Give the table a check that says what the partition says, NOT VALID and validated before: then ATTACH reads nothing. Build the indexes of the parent on it before, too; a default partition needs a check that excludes the new rows"
});

// src/rules/autovacuum-disabled.ts
var autovacuumDisabled = {
  id: "autovacuum-disabled",
  hazard: "operations",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const set2 = command.subtype === "AT_SetRelOptions";
      const value = optionOf(asNode(command.def, "List")?.items, "autovacuum_enabled");
      if (!set2 || !/^(?:false|off|0|no)$/i.test(value ?? "")) return [];
      const table = relationNamed(step, relation);
      return {
        step,
        about: [],
        observed: `turns off autovacuum for ${shortName(table?.name ?? relation.relname ?? "")}`,
        why: "dead rows stay, statistics go stale, and a vacuum against wraparound comes in the end at the worst time. Set autovacuum_vacuum_scale_factor where it runs too often",
        safeFor: [],
        tables: table ? [table.name] : []
      };
    })
  )
};

// src/catalog/batches.ts
var BATCH = 1e4;
function inBatches(table, key, update) {
  return [
    "DO $$",
    "DECLARE",
    `	batch_start ${table}.${key}%TYPE := (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1);`,
    `	batch_end ${table}.${key}%TYPE;`,
    "BEGIN",
    "	WHILE batch_start IS NOT NULL LOOP",
    `		batch_end := (SELECT ${key} FROM ${table} WHERE ${key} > batch_start ORDER BY ${key} OFFSET ${String(BATCH - 1)} LIMIT 1);`,
    "		IF batch_end IS NULL THEN",
    `			${update} ${key} >= batch_start;`,
    "		ELSE",
    `			${update} ${key} >= batch_start AND ${key} < batch_end;`,
    "		END IF;",
    "		COMMIT;",
    "		batch_start := batch_end;",
    "	END LOOP;",
    "END $$;"
  ].join("\n");
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

// src/rules/instead.ts
var NEXT = "-- in the next migration:";
var ALONE = "-- alone, outside of a transaction:";
var inNextMigration = ({ statement: statement2 }) => [NEXT, ended(statement2.sql)];
var aloneAs = (sql) => [ALONE, ended(sql)];
var alone = ({ statement: statement2 }) => aloneAs(statement2.sql);
function partsOf({ base: base3 }, { name }, kind) {
  return [...base3.objects.values()].filter(
    (object) => object.kind === kind && `${object.schema ?? ""}.${object.table ?? ""}` === name
  );
}
function quotedTable({ schema, table, name }) {
  return `${quoteIdentifier(schema ?? "public")}.${quoteIdentifier(table ?? name)}`;
}
function updateInBatches(pass, step, table) {
  const update = asNode(step.tree, "UpdateStmt");
  const [key] = partsOf(pass, table, "primary key");
  const [only, ...others] = key === void 0 ? [] : listOf(key, "order");
  if (!update || !key || only === void 0 || others.length > 0) return [];
  if (update.fromClause || update.withClause || update.returningClause) return [];
  const set2 = allOf(update.targetList, "ResTarget").map(({ name }) => name);
  const text2 = open(step.statement.sql, update.whereClause !== void 0);
  if (text2 === null || set2.includes(only) || text2.includes("$$")) return [];
  return [ALONE, inBatches(quotedTable(key), quoteIdentifier(only), text2)];
}
function open(sql, hasCondition) {
  const text2 = ended(sql).slice(0, -1).replaceAll(/\s+/gu, " ");
  if (/--|\/\*/.test(text2)) return null;
  if (!hasCondition) return `${text2} WHERE`;
  const [before = "", condition, ...more] = text2.split(/\bwhere\b/i);
  return condition === void 0 || more.length > 0 ? null : `${before}WHERE (${condition.trim()}) AND`;
}
function typeChangeApart(pass, step, table) {
  const changed = alterations(step).filter(({ command }) => command.subtype === "AT_AlterColumnType").map(({ command }) => command.name ?? "");
  const checks = partsOf(pass, table, "check").filter(
    ({ attributes, needs }) => attributes["validated"] === true && changed.some((column) => needs.some((id) => id.endsWith(`.${column}`)))
  );
  const [first2] = checks;
  if (!first2) return [];
  const alter2 = `ALTER TABLE ${quotedTable(first2)}`;
  const names2 = checks.map(({ name }) => quoteIdentifier(name));
  return [
    ...names2.map((name) => `${alter2} DROP CONSTRAINT ${name};`),
    ended(step.statement.sql),
    ...checks.map(
      (check) => `${alter2} ADD CONSTRAINT ${quoteIdentifier(check.name)} CHECK (${textOf(check, "expression")}) NOT VALID;`
    ),
    NEXT,
    ...names2.map((name) => `${alter2} VALIDATE CONSTRAINT ${name};`)
  ];
}

// src/rules/backfill-under-lock.ts
var backfillUnderLock = {
  id: "backfill-under-lock",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.flatMap(found)
};
function found(step) {
  const locked = unique(blockedBefore(step));
  const [first2] = locked;
  const written = step.statement.rows.filter(isMany).map(({ relation }) => relation);
  if (!first2 || written.length === 0) return [];
  const names2 = unique(written).map(({ name }) => shortName(name));
  return [
    {
      step,
      about: written.flatMap(({ name }) => [`write ${name}`, `read ${name}`]),
      observed: `writes rows of ${listed(names2)} while ${lockedNames(locked)} held under ${lockOn(step, first2) ?? ""}`,
      why: "others wait until the last row is written. Fill the rows in a migration of its own, in batches that are committed one by one",
      safeFor: inNextMigration(step),
      tables: written.map(({ name }) => name),
      grows: true
    }
  ];
}
function isMany(row) {
  return row.updated + row.deleted > 1 || row.inserted > 10;
}
function lockedNames(tables) {
  const names2 = tables.map(({ name }) => shortName(name));
  return `${listed(names2)} ${names2.length === 1 ? "is" : "are"}`;
}

// src/rules/concurrent.ts
function isConcurrent(step) {
  const { tree } = step;
  const detached = alterations(step).some(
    ({ command }) => asNode(command.def, "PartitionCmd")?.concurrent === true
  );
  return detached || asNode(tree, "IndexStmt")?.concurrent === true || asNode(tree, "DropStmt")?.concurrent === true || optionOf(asNode(tree, "ReindexStmt")?.params, "concurrently") !== null;
}
function refusesTransaction(step) {
  const { tree } = step;
  return isConcurrent(step) || asNode(tree, "VacuumStmt")?.is_vacuumcmd === true || asNode(tree, "CreatedbStmt") !== null || asNode(tree, "DropdbStmt") !== null || asNode(tree, "AlterSystemStmt") !== null;
}

// src/rules/concurrent-index-corrupt.ts
var BROKEN = 14;
var concurrentIndexCorrupt = {
  id: "concurrent-index-corrupt",
  hazard: "failure",
  severity: "warning",
  detect: ({ steps, postgres }) => steps.filter(({ tree }) => asNode(tree, "IndexStmt") ?? asNode(tree, "ReindexStmt")).filter((step) => postgres === BROKEN && isConcurrent(step)).map((step) => ({
    step,
    about: [],
    observed: "builds an index CONCURRENTLY, and production has PostgreSQL 14",
    why: "releases 14.0 to 14.3 leave rows out of such an index when others write meanwhile, and say nothing. Make sure that production has 14.4 or later: SHOW server_version",
    safeFor: [],
    tables: []
  }))
};

// src/rules/concurrently-in-transaction.ts
var REFUSED = "the migration runs in a transaction. Put the statement into a migration of its own that runs outside of any, as far as your tool has such; otherwise run it by hand before, and write it IF NOT EXISTS here";
var concurrentlyInTransaction = {
  id: "concurrently-in-transaction",
  hazard: "failure",
  severity: "error",
  detect: ({ steps, precedent }) => steps.filter(({ statement: statement2 }) => statement2.outcome.error?.code === "25001").filter(isConcurrent).map((step) => ({
    ...{ step, about: ["error"] },
    ...precedent === null ? {} : { severity: "note" },
    observed: `fails: ${step.statement.outcome.error?.message ?? ""}`,
    why: precedent === null ? REFUSED : `${precedent}, which base has, would have failed the same way, so something else than the tool's own migrator seems to run these: say \`migrator: plumbline\` in plumbline.yml where each runs by itself`,
    safeFor: alone(step),
    tables: []
  }))
};

// src/rules/create-index.ts
var createIndex = {
  id: "create-index",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.flatMap(found2)
};
var CONCURRENTLY = "CREATE INDEX CONCURRENTLY, in a migration outside of any transaction, keeps nobody out";
var BY_PARTITION = "Create it ON ONLY the partitioned table, CONCURRENTLY on each partition, and attach those";
function found2(step) {
  const index = asNode(step.tree, "IndexStmt");
  if (!index?.relation || index.concurrent === true) return [];
  const table = relationNamed(step, index.relation);
  const tables = unique(
    workOf(step).filter((work2) => work2.kind === "build" && isBlocked(step, work2.table)).map((work2) => work2.table)
  );
  if (tables.length === 0) return [];
  const advice = table?.kind === "partitioned table" ? BY_PARTITION : CONCURRENTLY;
  return [foundWork(step, tables, advice)];
}

// src/rules/create-trigger.ts
var createTrigger = {
  id: "create-trigger",
  hazard: "lock",
  severity: "note",
  detect: ({ steps }) => steps.flatMap((step) => {
    const trigger = asNode(step.tree, "CreateTrigStmt");
    const table = trigger?.relation ? relationNamed(step, trigger.relation) : null;
    if (table?.existed !== true) return [];
    return {
      step,
      about: [],
      observed: `locks ${shortName(table.name)} under ${lockOn(step, table) ?? ""}, and runs a function for each ${trigger?.row === true ? "row" : "statement"} from then on`,
      why: "writers wait for a moment; set a lock_timeout. What the function does, every writer pays for",
      safeFor: [],
      tables: [table.name]
    };
  })
};

// src/rules/data-beside-schema.ts
var dataBesideSchema = {
  id: "data-beside-schema",
  hazard: "design",
  severity: "off",
  detect: ({ trace, steps }) => trace.migrations.flatMap((migration) => {
    const own = steps.filter((step2) => step2.migration === migration);
    const step = own.find(writes);
    if (!step || !own.some(changesSchema)) return [];
    return {
      step,
      about: [],
      observed: "writes rows in a migration that changes the schema too",
      why: "rows take their time, schema changes hold their locks, and one is taken back otherwise than the other. Give each a migration of its own",
      safeFor: [],
      tables: []
    };
  })
};
var WRITES = ["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"];
var CHANGES = ["AlterTableStmt", "CreateStmt", "IndexStmt", "DropStmt", "RenameStmt"];
var isOneOf = ({ tree }, types) => types.includes(Object.keys(tree ?? {})[0] ?? "");
var writes = (step) => isOneOf(step, WRITES) && step.statement.locks.some(({ relation }) => relation.existed);
var changesSchema = (step) => isOneOf(step, CHANGES);

// src/rules/delete-without-where.ts
var deleteWithoutWhere = {
  id: "delete-without-where",
  hazard: "data-loss",
  severity: "error",
  detect: ({ steps }) => steps.flatMap(
    (step) => unique([...named(step), ...seen(step)]).map((table) => ({
      step,
      about: [`loss ${table.name}`, `write ${table.name}`, `read ${table.name}`],
      observed: `deletes every row of ${shortName(table.name)}`,
      why: "nothing brings them back. Say which rows in a WHERE, and delete many in batches",
      safeFor: [],
      tables: [table.name]
    }))
  )
};
function named(step) {
  const statement2 = asNode(step.tree, "DeleteStmt");
  if (!statement2?.relation || statement2.whereClause || statement2.usingClause) return [];
  const table = relationNamed(step, statement2.relation);
  return table?.existed === true ? [table] : [];
}
function seen({ statement: statement2, tree }) {
  if (nodesWithin(asNode(tree, "DeleteStmt")?.whereClause, "ColumnRef").length > 0) return [];
  return statement2.rows.filter(({ relation, before, deleted }) => relation.existed && before > 1 && deleted >= before).map(({ relation }) => relation);
}

// src/schema/dotted-names.ts
function parseName(text2) {
  const parts = [];
  const pattern = /\s*(?:"((?:[^"]|"")+)"|([^".\s][^".]*?))\s*(\.|$)/uy;
  while (pattern.lastIndex < text2.length) {
    const match = pattern.exec(text2);
    if (match === null) return null;
    parts.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "." && pattern.lastIndex === text2.length) return null;
  }
  return parts.length === 0 ? null : parts;
}
function writeName(parts) {
  return parts.map((part) => /^[\p{L}\p{N}_$-]+$/u.test(part) ? part : `"${part.replaceAll('"', '""')}"`).join(".");
}
function partsOfId(id) {
  return parseName(identityOf(id)) ?? [];
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
function isNameOf(spelled2, { schema, name }) {
  const [first2, second] = parseName(spelled2) ?? [];
  return second === void 0 ? first2 === name && (schema ?? "public") === "public" : first2 === schema && second === name;
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

// src/rules/value-search.ts
var RANGES = {
  smallint: "-32768 and 32767",
  integer: "-2147483648 and 2147483647",
  bigint: "-9223372036854775808 and 9223372036854775807"
};
var WHOLE = /^(?:smallint|integer|bigint|numeric|real|double precision)/;
function searchForValues(pass, step, alteration2) {
  const { command, relation } = alteration2;
  const name = relationNamed(step, relation)?.name ?? `public.${relation.relname ?? ""}`;
  if (command.subtype !== "AT_AlterColumnType" || command.name === void 0) return null;
  const [schema = "", ...rest] = name.split(".");
  const table = relationName(schema, rest.join("."));
  const [from, to] = [pass.base, pass.head].map((side) => typeIn(side.objects, name, command.name));
  if (from === void 0 || to === void 0) return null;
  const column = quoteIdentifier(command.name);
  const condition = conditionFor(column, from, to, pass);
  return condition === null ? null : `select * from ${table} where ${condition};`;
}
function typeIn(objects, table, column) {
  for (const { kind, schema, table: owner, name, attributes } of objects.values()) {
    const { type } = attributes;
    const own = kind === "column" && name === column && `${schema ?? ""}.${owner ?? ""}` === table;
    if (own && typeof type === "string") return type;
  }
  return void 0;
}
function conditionFor(column, from, to, pass) {
  const values4 = enumValues(to, pass);
  if (values4 !== null) return `${column}::text not in (${values4.map(quoteLiteral).join(", ")})`;
  const length = /^(?:character varying|character)\((\d+)\)$/.exec(to)?.[1];
  if (length !== void 0) return `length(${column}::text) > ${length}`;
  if (WHOLE.test(from)) return numberCondition(column, to);
  const old = pass.postgres !== null && pass.postgres < 16;
  if (old && /^(?:smallint|integer|bigint)$/.test(to)) {
    return `${column}::text !~ '^\\s*[-+]?\\d+\\s*$'`;
  }
  return old ? null : `not pg_input_is_valid(${column}::text, ${quoteLiteral(to)})`;
}
function numberCondition(column, to) {
  const range = RANGES[to];
  if (range !== void 0) return `${column} not between ${range}`;
  const [, precision, scale = "0"] = /^numeric\((\d+)(?:,(-?\d+))?\)$/.exec(to) ?? [];
  if (precision === void 0) return null;
  return `abs(round(${column}::numeric, ${scale})) >= 1e${Number(precision) - Number(scale)}`;
}
function enumValues(type, { head }) {
  for (const { kind, schema, name, attributes } of head.objects.values()) {
    const names2 = [name, `${schema ?? ""}.${name}`, quoteIdentifier(name)];
    const { order } = attributes;
    if (kind === "enum" && names2.includes(type) && Array.isArray(order)) return order.map(String);
  }
  return null;
}

// src/rules/row-search.ts
function searchFor(pass, step) {
  const { error } = step.statement.outcome;
  const query = error === null ? null : queryFor(pass, step, error.code);
  return query === null ? "" : `. Find such rows there first: ${query}`;
}
function queryFor(pass, step, code) {
  if (code === "23505") return indexQuery(pass, step) ?? first(step, (one) => keyQuery(step, one));
  if (code === "23502") return first(step, (one) => nullQuery(step, one));
  if (code === "23503") return first(step, (one) => orphanQuery(pass, step, one));
  if (code === "23514") return first(step, (one) => checkQuery(pass, step, one));
  return first(step, (one) => searchForValues(pass, step, one));
}
function first(step, query) {
  for (const alteration2 of alterations(step)) {
    const found10 = query(alteration2);
    if (found10 !== null) return found10;
  }
  return null;
}
function tableOf(step, { relation }) {
  const name = relationNamed(step, relation)?.name ?? `public.${relation.relname ?? ""}`;
  const [schema = "", ...rest] = name.split(".");
  return relationName(schema, rest.join("."));
}
function nullQuery(step, alteration2) {
  const { subtype, name } = alteration2.command;
  const table = tableOf(step, alteration2);
  if (subtype === "AT_SetNotNull" && name !== void 0) {
    return `select * from ${table} where ${quoteIdentifier(name)} is null;`;
  }
  const constraint = asNode(alteration2.command.def, "Constraint");
  const keys = stringsOf(constraint?.keys);
  if (keys.length > 0) {
    return `select * from ${table} where ${keys.map((key) => `${quoteIdentifier(key)} is null`).join(" or ")};`;
  }
  return subtype === "AT_AddColumn" ? `select count(*) from ${table};` : null;
}
function keyQuery(step, alteration2) {
  const constraint = asNode(alteration2.command.def, "Constraint");
  const keys = stringsOf(constraint?.keys).map(quoteIdentifier);
  if (keys.length === 0) return null;
  return duplicates(tableOf(step, alteration2), keys, null, constraint?.nulls_not_distinct === true);
}
function indexQuery({ head }, step) {
  const statement2 = asNode(step.tree, "IndexStmt");
  if (!statement2?.relation) return null;
  const index = [...head.objects.values()].find(
    ({ kind, name, table: table2 }) => kind === "index" && name === statement2.idxname && table2 === statement2.relation?.relname
  );
  if (!index) return null;
  const { columns, where, nullsNotDistinct } = index.attributes;
  const keys = (Array.isArray(columns) ? columns : []).map((column) => expressionOf(column));
  const table = relationName(index.schema, index.table ?? "");
  return duplicates(
    table,
    keys,
    typeof where === "string" ? where : null,
    nullsNotDistinct === true
  );
}
var expressionOf = (column) => typeof column === "object" && column !== null && "expression" in column ? String(column.expression) : String(column);
function duplicates(table, keys, where, withNulls) {
  const conditions = [
    ...where === null ? [] : [where],
    ...withNulls ? [] : keys.map((key) => `${key} is not null`)
  ];
  const filter = conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`;
  return `select ${keys.join(", ")}, count(*) from ${table}${filter} group by ${keys.join(", ")} having count(*) > 1;`;
}
function orphanQuery(pass, step, alteration2) {
  const key = constraintIn(pass, step, alteration2, "foreign key");
  const [columns, target, targetColumns] = ["columns", "target", "targetColumns"].map(
    (name) => listOf2(key, name)
  );
  if (!columns || !target || !targetColumns || columns.length === 0) return null;
  const [schema = "", table = ""] = target;
  const pairs2 = columns.map((column, index) => {
    return `p.${quoteIdentifier(targetColumns[index] ?? "")} = c.${quoteIdentifier(column)}`;
  });
  const given = columns.map((column) => `c.${quoteIdentifier(column)} is not null`).join(" and ");
  const parent = relationName(schema, table);
  return `select c.* from ${tableOf(step, alteration2)} c where ${given} and not exists (select from ${parent} p where ${pairs2.join(" and ")});`;
}
function checkQuery(pass, step, alteration2) {
  const check = constraintIn(pass, step, alteration2, "check");
  const expression = check?.attributes["expression"];
  if (typeof expression !== "string") return null;
  return `select * from ${tableOf(step, alteration2)} where not ${expression};`;
}
function constraintIn({ head }, step, { command, relation }, kind) {
  const table = relationNamed(step, relation)?.name;
  const name = asNode(command.def, "Constraint")?.conname ?? command.name;
  const own = [...head.objects.values()].filter(
    (object) => object.kind === kind && `${object.schema ?? ""}.${object.table ?? ""}` === table
  );
  const error = step.statement.outcome.error?.message ?? "";
  return own.find((object) => object.name === name) ?? own.find((object) => error.includes(`"${object.name}"`)) ?? null;
}
function listOf2(object, attribute) {
  const list = object?.attributes[attribute];
  return Array.isArray(list) ? list.map(String) : [];
}

// src/rules/depends-on-data.ts
var dependsOnData = {
  id: "depends-on-data",
  hazard: "failure",
  severity: "warning",
  detect: (pass) => pass.steps.filter(({ statement: statement2 }) => statement2.outcome.kind === "depends on data").map((step) => {
    const { error } = step.statement.outcome;
    const detail = error?.detail ?? null;
    return {
      ...{ step, about: ["error"] },
      ...isSumOfExtremes(step) ? { severity: "note" } : {},
      observed: `fails on rows that the schema allows: ${error?.message ?? ""}${detail === null ? "" : ` (${detail.replace(/\.$/, "")})`}`,
      why: `whether it does in production depends on the rows there${searchFor(pass, step)}`,
      safeFor: [],
      tables: []
    };
  })
};
var OUT_OF_RANGE = ["22003", "0A000"];
function isSumOfExtremes({ statement: statement2, tree }) {
  const computes = ["UpdateStmt", "InsertStmt", "MergeStmt"].some((type) => type in (tree ?? {}));
  return computes && OUT_OF_RANGE.includes(statement2.outcome.error?.code ?? "");
}

// src/rules/detach-partition.ts
var detachPartition = {
  id: "detach-partition",
  hazard: "lock",
  severity: "warning",
  detect: ({ steps, postgres }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const partition = asNode(command.def, "PartitionCmd");
      const table = relationNamed(step, relation);
      if (command.subtype !== "AT_DetachPartition" || partition?.concurrent === true) return [];
      if (table?.existed !== true) return [];
      const old = postgres !== null && postgres < 14;
      return {
        step,
        about: [`lock ${table.name}`],
        observed: `locks ${shortName(table.name)} and its partition under ACCESS EXCLUSIVE`,
        why: `it waits for every query on the whole table, and all others wait behind it. ${old ? "Set a lock_timeout and try again where it strikes" : "DETACH PARTITION \u2026 CONCURRENTLY, in a migration outside of any transaction, keeps nobody out"}`,
        safeFor: old ? [] : aloneAs(`${ended(step.statement.sql).slice(0, -1)} CONCURRENTLY`),
        tables: [table.name]
      };
    })
  )
};

// src/rules/disable-trigger.ts
var SUBTYPES = ["AT_DisableTrig", "AT_DisableTrigAll", "AT_DisableTrigUser"];
var disableTrigger = {
  id: "disable-trigger",
  hazard: "operations",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const { subtype = "", name } = command;
      const table = relationNamed(step, relation);
      if (!SUBTYPES.includes(subtype) || table?.existed !== true) return [];
      const all = subtype === "AT_DisableTrigAll";
      return {
        step,
        about: [],
        observed: `turns off ${name === void 0 ? "the triggers" : `the trigger ${name}`} of ${shortName(table.name)}${all ? ", those of its foreign keys too" : ""}`,
        why: "rows that are written meanwhile are never checked afterwards. For one session, SET session_replication_role = replica does it without a lock; turn it on again in the same transaction",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};

// src/rules/domain-with-constraint.ts
var domainWithConstraint = {
  id: "domain-with-constraint",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => {
    const constraints = allOf(asNode(step.tree, "CreateDomainStmt")?.constraints, "Constraint");
    const rules2 = ["CONSTR_CHECK", "CONSTR_NOTNULL"];
    if (!constraints.some(({ contype = "" }) => rules2.includes(contype))) return [];
    return {
      step,
      about: [],
      observed: "creates a domain with a constraint",
      why: "a new column of it rewrites its table, and to change the constraint every table with such a column is read while writers wait. Use the type itself, and a check on the table",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/dropped.ts
var KINDS = {
  table: ["table"],
  "foreign table": ["foreign table"],
  "table column": ["column"],
  "table constraint": ["primary key", "unique", "check", "foreign key", "exclusion"],
  index: ["index"],
  view: ["view"],
  "materialized view": ["materialized view"],
  sequence: ["sequence"],
  schema: ["schema"],
  type: ["enum", "domain", "composite type", "range type"],
  function: ["function"],
  procedure: ["procedure"],
  aggregate: ["aggregate"],
  trigger: ["trigger"],
  policy: ["policy"],
  rule: ["rule"],
  extension: ["extension"]
};
function droppedObjects({ base: base3 }, { statement: statement2 }) {
  return statement2.drops.flatMap((drop2) => {
    const object = objectOf(base3, drop2);
    return object === null ? [] : [{ object, cascade: drop2.cascade }];
  });
}
var UNPLACED = ["schema", "extension"];
function objectOf({ objects }, { kind, identity }) {
  const kinds2 = KINDS[kind] ?? [];
  const { place, name } = placeOf(identity);
  for (const object of objects.values()) {
    if (!kinds2.includes(object.kind) || object.name !== name) continue;
    const full = [object.schema, object.table].filter((part) => part !== null);
    const own = place.length < full.length ? full.slice(0, place.length) : full;
    if (UNPLACED.includes(kind) || own.join(".") === place.join(".")) return object;
  }
  return null;
}
function placeOf(identity) {
  const [, inner = identity, outer = ""] = /^(.*?) on (.*)$/.exec(identity) ?? [];
  const own = parseName(inner.replace(/\(.*$/, "")) ?? [];
  const place = outer === "" ? own.slice(0, -1) : parseName(outer) ?? [];
  return { place, name: own.at(-1) };
}
function nameOf({ schema, table, name }) {
  return [schema, table, name].filter((part) => part !== null).join(".");
}
function droppedTables(pass, step) {
  const known4 = droppedObjects(pass, step).filter(({ object }) => object.kind === "table").map(({ object, cascade }) => ({ name: nameOf(object), cascade }));
  const locked = step.statement.locks.filter(
    ({ relation }) => relation.existed && relation.kind.endsWith("table")
  );
  const renamed = step.statement.drops.filter(
    ({ kind, identity }) => kind === "table" && locked.some(({ relation }) => relation.name === identity)
  ).map(({ identity, cascade }) => ({ name: identity, cascade }));
  return [...new Map([...renamed, ...known4].map((one) => [one.name, one])).values()];
}
function isUnused({ base: base3, used }, kind, name) {
  if (used === null) return false;
  return [...base3.objects.values()].some(
    (object) => object.kind === kind && nameOf(object) === name && !used.has(object.id)
  );
}
function isCascading({ tree }) {
  if (asNode(tree, "DropStmt")?.behavior === "DROP_CASCADE") return true;
  return JSON.stringify(asNode(tree, "AlterTableStmt")?.cmds ?? []).includes('"DROP_CASCADE"');
}

// src/rules/gone-columns.ts
function goneColumns(pass, step) {
  return step.statement.drops.filter(({ kind, cascade }) => kind === "table column" && !cascade).flatMap(({ identity }) => {
    const parts = parseName(identity) ?? [];
    const [table, name = ""] = [parts.slice(0, -1).join("."), parts.at(-1)];
    return holdsValues(pass, formerColumn(pass, step, { table, name })) ? [{ table, name }] : [];
  });
}
function holdsValues({ base: base3 }, column) {
  for (const { kind, schema, table, name, attributes } of base3.objects.values()) {
    const own = kind === "column" && name === column.name;
    if (own && `${schema ?? ""}.${table ?? ""}` === column.table) {
      return (attributes["generated"] ?? null) === null;
    }
  }
  return false;
}
function formerColumn({ steps }, before, column) {
  return steps.slice(0, steps.indexOf(before)).reduceRight((current, step) => {
    const rename2 = asNode(step.tree, "RenameStmt");
    const table = rename2?.relation ? relationNamed(step, rename2.relation)?.name : void 0;
    if (!rename2 || table === void 0) return current;
    const { renameType: renameType2, newname = "", subname = "" } = rename2;
    if (renameType2 === "OBJECT_TABLE") {
      const renamed = `${table.split(".")[0] ?? ""}.${newname}`;
      return renamed === current.table ? { ...current, table } : current;
    }
    const isOne2 = renameType2 === "OBJECT_COLUMN" && newname === current.name;
    return isOne2 && table === current.table ? { ...current, name: subname } : current;
  }, column);
}
function takenIndexes(pass, step, { table }) {
  return droppedObjects(pass, step).filter(({ object, cascade }) => cascade && !["column", "sequence"].includes(object.kind)).filter(({ object }) => `${object.schema ?? ""}.${object.table ?? ""}` === table).map(
    ({ object }) => object.kind === "index" ? `${object.schema ?? ""}.${object.name}` : nameOf(object)
  );
}

// src/rules/drop-and-add-column.ts
var dropAndAddColumn = {
  id: "drop-and-add-column",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap(
    (step) => goneColumns(pass, step).filter(({ table, name }) => isAddedLater(pass, step, table, name)).map(({ table, name }) => ({
      step,
      about: [`loss ${table}.${name}`],
      observed: `drops ${shortName(table)}.${name} with its values, to add a column of that name again`,
      why: "nothing brings the values back. ALTER COLUMN \u2026 TYPE \u2026 USING keeps them",
      safeFor: changedType(pass, table, name),
      spans: true,
      tables: [table]
    }))
  )
};
function changedType({ head }, table, name) {
  const column = [...head.objects.values()].find(
    (one) => one.kind === "column" && one.name === name && `${one.schema ?? ""}.${one.table ?? ""}` === table
  );
  if (!column) return [];
  const [quoted, type] = [quoteIdentifier(name), textOf(column, "type")];
  return [
    `ALTER TABLE ${quotedTable(column)} ALTER COLUMN ${quoted} TYPE ${type} USING ${quoted}::${type};`
  ];
}
function isAddedLater({ steps }, from, table, name) {
  return steps.slice(steps.indexOf(from)).some(
    (step) => alterations(step).some(
      (alteration2) => alteration2.command.subtype === "AT_AddColumn" && columnOf(alteration2)?.colname === name && relationNamed(step, alteration2.relation)?.name === table
    )
  );
}

// src/rules/drop-cascade.ts
var dropCascade = {
  id: "drop-cascade",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => {
    const taken = isCascading(step) ? strangers(pass, step) : [];
    if (taken.length === 0) return [];
    const names2 = taken.map(({ object }) => `${object.kind} ${shortName(nameOf(object))}`);
    return {
      step,
      about: ["cascade"],
      observed: `CASCADE takes along ${listed(names2)}`,
      why: "what a CASCADE takes depends on the database it runs on. Drop what leans on it by name first, or change it so that it no longer does",
      safeFor: "plan",
      tables: []
    };
  })
};
function strangers(pass, step) {
  const dropped2 = droppedObjects(pass, step);
  const ids = new Set(dropped2.map(({ object }) => object.id));
  const isOwned = ({ object }) => object.parent !== null && ids.has(object.parent);
  return dropped2.filter((one) => one.cascade && !isOwned(one) && !fallsAnyway(one, ids));
}
function fallsAnyway({ object }, gone) {
  return (object.fallsWith ?? []).some((id) => gone.has(id));
}

// src/rules/drop-column.ts
var dropColumn = {
  id: "drop-column",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => [
    ...goneAttributes(step),
    ...goneColumns(pass, step).map((column) => {
      const taken = takenIndexes(pass, step, column);
      const also = taken.length === 0 ? "" : `, and ${listed(taken.map(shortName))} with it`;
      const unused = isUnused(pass, "column", `${column.table}.${column.name}`);
      return {
        step,
        ...unused ? { severity: "warning" } : {},
        about: [`loss ${column.table}.${column.name}`],
        observed: `drops ${shortName(column.table)}.${column.name} with its values${also}`,
        why: unused ? "nothing brings them back. No model of the running release names the column: only the values are at stake, so keep a copy where they may be needed" : "nothing brings them back, and code that is still running and reads the column fails. Deploy code that no longer uses it first, and drop it in a later release",
        safeFor: [],
        tables: [column.table]
      };
    })
  ])
};
function goneAttributes(step) {
  const { drops, rows } = step.statement;
  const [gone] = drops.filter(({ kind, cascade }) => kind === "composite type column" && !cascade);
  if (gone === void 0) return [];
  return rows.flatMap(
    ({ relation, changed }) => changed.map(({ column }) => ({
      step,
      about: [`values ${relation.name}.${column}`],
      observed: `drops ${shortName(gone.identity)} with its values in ${shortName(relation.name)}.${column}`,
      why: "nothing brings them back, and code that is still running and reads them fails. Deploy code that no longer uses the attribute first, and drop it in a later release",
      safeFor: [],
      tables: [relation.name]
    }))
  );
}

// src/rules/drop-database.ts
var dropDatabase = {
  id: "drop-database",
  hazard: "data-loss",
  severity: "error",
  detect: ({ steps }) => steps.flatMap((step) => {
    const statement2 = asNode(step.tree, "DropdbStmt");
    if (!statement2) return [];
    return {
      step,
      about: ["error"],
      observed: `drops the database ${statement2.dbname ?? ""}`,
      why: "everything in it is lost, and nothing brings it back. No migration should say so",
      safeFor: [],
      tables: []
    };
  })
};

// src/catalog/types.ts
var SHORT = [
  [/^character varying/, "varchar"],
  [/^character(?=\(|\[|$)/, "char"],
  [/^(timestamp|time)(\(\d\))? without time zone/, "$1$2"]
];
function shortType(type) {
  return SHORT.reduce((text2, [pattern, short2]) => text2.replace(pattern, short2), type);
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
  const text2 = old.endsWith("[]") && wanted.endsWith("[]") ? "text[]" : "text";
  return text2 === to ? `${column}::${text2}` : `${column}::${text2}::${shortType(to)}`;
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
  const names2 = [...kept, ...missing(after, before)].map(({ name }) => name);
  const attributes = Object.fromEntries(names2.map((name) => [name, wanted[name] ?? null]));
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
function holdsInside(object, held) {
  if (held.kind !== "domain") return false;
  return object.kind === "composite type" || textOf(object, "type").endsWith("[]");
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
  rows: "pg_proc where oid >= 16384 and prokind = 'a'",
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
  const options4 = OPTIONS.flatMap(([attribute, word]) => optionClause(object, attribute, word));
  return `${reference(object)} (${options4.join(", ")});`;
}
function optionClause(object, attribute, word) {
  const value = object.attributes[attribute] ?? null;
  if (value === null || value === false) return [];
  if (value === true) return [word];
  const text2 = plain(value);
  return [`${word} = ${LITERALS.includes(attribute) ? quoteLiteral(text2) : text2}`];
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
    const first2 = OPTIONS.find(
      ([name]) => optionText(before, name) !== optionText(after, name)
    )?.[0];
    return first2 === attribute ? [`CREATE OR REPLACE ${definition(after)}`] : [];
  };
}
function optionText(object, attribute) {
  return optionalText(object, attribute) ?? plain(object.attributes[attribute]);
}

// src/catalog/cast.ts
var castKind = {
  name: "cast",
  // Postgres makes some with a range type itself.
  rows: "pg_cast where oid >= 16384",
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

// src/catalog/value-list.ts
var text = (value) => value;
var flag = (value) => value === "true";
var json = (value) => JSON.parse(value);
var PLACE = [
  "schema",
  "table",
  "name",
  "parent",
  "part",
  "classid",
  "objid",
  "objsubid"
];
function listed2(place, list, expressions2) {
  const names2 = Object.keys(list);
  const values4 = [...PLACE.map((name) => place[name]), ...names2.map((name) => expressions2[name])];
  return `array[${values4.map((value) => `(${value})::text`).join(", ")}]::text[] as listed`;
}
function readList(list, values4, names2) {
  const attributes = {};
  let at2 = PLACE.length;
  for (const [name, read] of Object.entries(list)) {
    const value = values4[at2++] ?? null;
    attributes[name] = value === null ? null : read(value, names2);
  }
  return attributes;
}

// src/catalog/index-marks.ts
var MARK_VALUES = { clustered: flag, replicaIdentity: flag };
var INDEX_MARKS = {
  clustered: "nullif(i.indisclustered, false)",
  replicaIdentity: "nullif(i.indisreplident, false)"
};
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
function constraintQuery({ type, part }, list, expressions2) {
  const place = {
    schema: "c.nspname",
    table: "c.relname",
    name: "k.conname",
    parent: `'table'`,
    part: String(part),
    classid: `'pg_constraint'::regclass::oid`,
    objid: "k.oid",
    objsubid: "0"
  };
  return `
    select ${listed2(place, list, expressions2)}
    from rel c
    join pg_constraint k on k.conrelid = c.oid
    left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
    where k.contype = '${type}' and c.relkind in ('r', 'p') and k.conparentid = 0 and k.conislocal
    order by k.oid`;
}
function columnNames(relation, numbers, sorted = false) {
  const name = columnName(relation, "n");
  const order = sorted ? ` order by ${name} collate "C"` : "";
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
function columnNumbers(relation, numbers) {
  return `${relation}::text || (${numbers})::text`;
}
function names(value, all) {
  const [relation = "", numbers = ""] = value.split("{");
  return all.columns(relation, numbers.slice(0, -1).split(","));
}
function sortedNames(value, all) {
  return names(value, all).sort(byBytes);
}
function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
var KEY_VALUES = {
  columns: sortedNames,
  order: names,
  include: names,
  nullsNotDistinct: flag,
  withoutOverlaps: flag,
  deferrable: text,
  ...MARK_VALUES
};
function keyQuery2(type, version) {
  return constraintQuery({ type, part: true }, KEY_VALUES, {
    columns: columnNumbers("k.conrelid", "k.conkey"),
    order: columnNumbers("k.conrelid", "k.conkey"),
    include: `case when i.indnatts > i.indnkeyatts then
      ${columnNumbers("i.indrelid", "(i.indkey::int2[])[i.indnkeyatts:]")} end`,
    nullsNotDistinct: version >= 15e4 ? "coalesce(i.indnullsnotdistinct, false)" : "false",
    withoutOverlaps: version >= 18e4 ? "k.conperiod" : "false",
    deferrable: DEFERRABLE,
    ...INDEX_MARKS
  });
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
function named2(object, clause) {
  return `CONSTRAINT ${quoteIdentifier(object.name)} ${clause}`;
}
function addConstraint(object, clause) {
  return [`ALTER TABLE ${tableName(object)} ADD ${named2(object, clause)};`];
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
var IDENTIFIER_BYTES2 = 63;
function generatedName(table, column, label) {
  const room = IDENTIFIER_BYTES2 - Buffer.byteLength(label) - 2;
  let [first2, second] = [Buffer.byteLength(table), Buffer.byteLength(column)];
  while (first2 + second > room) {
    if (first2 > second) first2 -= 1;
    else second -= 1;
  }
  return `${clip(table, first2)}_${clip(column, second)}_${label}`;
}
function freeName(wanted, beside, schemas) {
  const taken = /* @__PURE__ */ new Set();
  for (const { objects } of schemas) {
    for (const { schema, name: name2 } of objects.values()) if (schema === beside.schema) taken.add(name2);
  }
  let name = truncateIdentifier(wanted);
  for (let number = 1; taken.has(name); number++) {
    name = `${clip(wanted, IDENTIFIER_BYTES2 - String(number).length)}${String(number)}`;
  }
  return name;
}
function clip(text2, bytes) {
  let kept = "";
  for (const character of text2) {
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
      const drop2 = `ALTER TABLE ${tableName(before)} DROP CONSTRAINT ${quoteIdentifier(before.name)};`;
      return [
        ...buildIndex(after, name),
        // The index takes the constraint's name.
        ...paced("any", [drop2, takeIndex(after, keyword2, name)])
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

// src/schema/attributes.ts
function differingAttributes(before, after, scope) {
  const silent = scope?.silent[after.kind] ?? [];
  const names2 = /* @__PURE__ */ new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names2].filter((name) => !silent.includes(name)).filter((name) => !equal(before.attributes[name], after.attributes[name])).sort();
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
  const names2 = [...partitioned === null ? [] : [partitioned], ...listOf(table, "inherits")];
  return names2.flatMap((name) => objects.get(tableId(name)) ?? []);
}
function hasHeirs({ parent }, schemas) {
  return schemas.some(
    (schema) => (schema && parent !== null ? dependentsOf(schema, parent) : []).some(
      ({ attributes }) => (attributes["inherits"] ?? null) !== null
    )
  );
}
function membersWithInherited(table, schema, kind) {
  const own = childrenOf(schema, table.id).filter((member) => member.kind === kind);
  const inherited = parentsOf(table, schema).flatMap(
    (one) => membersWithInherited(one, schema, kind)
  );
  const names2 = /* @__PURE__ */ new Set();
  return [...inherited, ...own].filter(({ name }) => !names2.has(name) && names2.add(name));
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
function tableId(spelled2) {
  const parts = spelled2.match(/"(?:[^"]|"")*"|[^".]+/g) ?? [];
  const names2 = parts.map(
    (part) => part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part
  );
  return objectId("table", ...names2.length === 1 ? ["public", ...names2] : names2);
}

// src/catalog/check.ts
var CHECK_VALUES = {
  expression: text,
  noInherit: flag,
  enforced: flag,
  validated: flag
};
var checkKind = {
  name: "check",
  query: (version) => constraintQuery({ type: "c", part: true }, CHECK_VALUES, {
    expression: "pg_get_expr(k.conbin, k.conrelid)",
    noInherit: "k.connoinherit",
    enforced: version >= 18e4 ? "k.conenforced" : "true",
    validated: validatedColumn(version)
  }),
  values: CHECK_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'c'",
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
  rebinds: namesakes,
  // What it calls may not take text.
  blocks: (_check, needed) => rebuildsType(needed) || passesThroughText(needed),
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
  rows: "pg_collation where oid >= 16384",
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
  const texts3 = {
    LOCALE: optionalText(object, "locale"),
    LC_COLLATE: optionalText(object, "collate"),
    LC_CTYPE: optionalText(object, "ctype"),
    RULES: optionalText(object, "rules")
  };
  return [
    `PROVIDER = ${textOf(object, "provider")}`,
    ...Object.entries(texts3).flatMap(
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
  rows: "pg_sequence where seqrelid >= 16384",
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
    const { moves: moves2, restarts } = positionWithin(before, after);
    return [
      ...moves2 === null ? [] : [`SELECT setval(${quoteLiteral(sequence)}, ${moves2}) FROM ${sequence};`],
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
  return Object.entries(clause).filter(([key]) => old[key] !== wanted[key]).map(([, text2]) => `${alterColumn(after)} ${text2};`);
}
function toIdentity(before, after, transition) {
  const owned = missingSequences(before, transition.actual, transition.desired);
  const name = qualifiedIdentitySequence(after);
  const add = `${alterColumn(after)} ADD ${identityClause(after)};`;
  const drop2 = [
    ...optionalText(before, "default") === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`],
    ...before.attributes["notNull"] === true ? [] : [`${alterColumn(after)} SET NOT NULL;`]
  ];
  const [serial] = owned;
  if (!serial) return [...drop2, add, positionAfterRows(name, after)];
  const aside = asideName(serial.name);
  return [
    ...drop2,
    `ALTER SEQUENCE ${qualifiedName(serial.schema, serial.name)} RENAME TO ${quoteIdentifier(aside)};`,
    add,
    positionOf(name, qualifiedName(serial.schema, aside)),
    ...owned.map(
      (sequence) => sequence === serial ? `DROP SEQUENCE ${qualifiedName(serial.schema, aside)};` : sequenceKind.drop(sequence).join(" ")
    )
  ];
}
function identityByWayOfSequence(column) {
  const aside = qualifiedName(column.schema, asideName(identitySequenceName(column)));
  const clause = options2(recordOf(column, "identity") ?? {});
  return {
    first: {
      create: `CREATE SEQUENCE ${aside} AS ${textOf(column, "type")} ${clause};`,
      value: `nextval(${quoteLiteral(aside)})`
    },
    then: [
      `${alterColumn(column)} DROP DEFAULT;`,
      `${alterColumn(column)} ADD ${identityClause(column)};`,
      positionOf(qualifiedIdentitySequence(column), aside),
      `DROP SEQUENCE ${aside};`
    ]
  };
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
  return `${clip(name, 50)}_old`;
}
function identitySequenceName(column) {
  const name = lastName(optionalText(column, "identitySequence") ?? "");
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
function lastName(spelled2) {
  return /(?:^|\.)("(?:[^"]|"")*"|[^".]+)$/.exec(spelled2)?.[1] ?? spelled2;
}
function qualifiedIdentitySequence(column) {
  return qualifiedName(column.schema, identitySequenceName(column));
}

// src/catalog/options.ts
function optionClause2(options4) {
  return options4.map((option2) => {
    const name = optionName(option2);
    const value = option2.slice(name.length + 1);
    return `${name}=${/^[\w.+-]+$/.test(value) ? value : quoteLiteral(value)}`;
  }).join(", ");
}
function changeOptions2(alter2, attribute, before, after) {
  const old = listOf(before, attribute);
  const wanted = listOf(after, attribute);
  const names2 = wanted.map(optionName);
  const set2 = wanted.filter((option2) => !old.includes(option2));
  const gone = old.map(optionName).filter((name) => !names2.includes(name));
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
    const words3 = (value) => isRecord(value) ? plain(value["is"]) : "the usual";
    return `storage: ${words3(before)} \u2192 ${words3(after)}`;
  }
};
function settingsOf(column) {
  const bare3 = { ...column, attributes: { ...column.attributes, options: null } };
  const { compression, statistics } = column.attributes;
  const isSet = (value) => (value ?? null) !== null;
  return [
    ...hasUnusualNotNull(column) ? [addNotNull(column)] : [],
    ...setStorage(column, null, column),
    ...isSet(compression) ? [`${alterColumn(column)} SET COMPRESSION ${plain(compression)};`] : [],
    ...isSet(statistics) ? [`${alterColumn(column)} SET STATISTICS ${plain(statistics)};`] : [],
    ...changeOptions2(alterColumn(column), "options", bare3, column)
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
  const options4 = `${noInherit === true ? " NO INHERIT" : ""}${validated === false ? " NOT VALID" : ""}`;
  return `ALTER TABLE ${tableName(column)} ADD CONSTRAINT ${quoteIdentifier(plain(name))} NOT NULL ${quoteIdentifier(column.name)}${options4};`;
}
function changeNotNullConstraint(before, after) {
  if (after.attributes["notNull"] !== true) return [];
  const old = recordOf(before, "notNullConstraint");
  const wanted = recordOf(after, "notNullConstraint");
  const was = before.attributes["notNull"] === true;
  const drop2 = was ? [`${alterColumn(after)} DROP NOT NULL;`] : [];
  if (wanted && (!old || old["validated"] === true && wanted["validated"] === false)) {
    return [...drop2, addNotNull(after)];
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
  const words3 = (value) => {
    if (!isRecord(value)) return null;
    const { validated, noInherit } = value;
    const told = [validated === false ? "NOT VALID" : "", noInherit === true ? "NO INHERIT" : ""];
    return `not null ${told.filter((word) => word !== "").join(" ")}`;
  };
  const [old, wanted] = [words3(before), words3(after)];
  if (old === wanted) return "not null under another name";
  return old === null ? `${wanted ?? ""} only in the models` : `${old} only in the database`;
}

// src/catalog/column-online.ts
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
  const sequences2 = ownedSequences(column, context2.desired);
  return [
    ...paced("any", [
      `ALTER TABLE ${tableName(column)} ADD COLUMN ${empty};`,
      ...sequences2.flatMap((sequence) => sequenceKind.create(sequence, context2.desired)),
      setDefault(column),
      ...sequences2.map(ownership),
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
  return paced("never", [inBatches(table, quoteIdentifier(key), `${update} AND`)]);
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
var COLUMN_VALUES = {
  type: text,
  collation: text,
  notNull: flag,
  notNullConstraint: json,
  default: text,
  identity: json,
  identitySequence: text,
  generated: json,
  storage: json,
  compression: text,
  statistics: json,
  options: json
};
var STORAGE = (letter) => `case ${letter} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end`;
function columnQuery(version) {
  return `
    select ${listed2(PLACE_OF_COLUMN, COLUMN_VALUES, values(version))}
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
var PLACE_OF_COLUMN = {
  schema: "c.nspname",
  table: "c.relname",
  name: "a.attname",
  parent: `'table'`,
  part: "true",
  classid: `'pg_class'::regclass::oid`,
  objid: "c.oid",
  objsubid: "a.attnum"
};
function values(version) {
  return {
    type: "format_type(a.atttypid, a.atttypmod)",
    collation: "case when a.attcollation <> t.typcollation then a.attcollation::regcollation end",
    notNull: "a.attnotnull",
    notNullConstraint: version >= 18e4 ? UNUSUAL_NOT_NULL : "null",
    // Without a table: a default knows no columns, and Postgres would open the table to name them.
    default: `case when a.attgenerated = '' then
      substring(pg_get_expr(d.adbin, 0) from '^(?!NULL::[^()]*(?:\\(\\d+\\))?$).+$') end`,
    identity: `case when a.attidentity <> '' then json_build_object(
      'generation', case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, ${VALUE_OPTIONS}) end`,
    identitySequence: `case when a.attidentity <> '' then q.seqrelid::regclass end`,
    generated: `case when a.attgenerated <> '' then json_build_object(
      'expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's') end`,
    storage: `case when a.attstorage <> t.typstorage then json_build_object(
      'is', ${STORAGE("a.attstorage")}, 'usual', ${STORAGE("t.typstorage")}) end`,
    compression: version >= 14e4 ? `case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end` : "null",
    statistics: "nullif(a.attstattarget, -1)",
    options: `case when a.attoptions is not null then
      (select json_agg(option order by option) from unnest(a.attoptions) option) end`
  };
}
var UNUSUAL_NOT_NULL = `case when k.conname is not null then json_build_object(
  'name', k.conname, 'validated', k.convalidated, 'noInherit', k.connoinherit) end`;
var NOT_NULL_JOIN = `left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey[1] = a.attnum
  and not (k.convalidated and not k.connoinherit)`;

// src/catalog/type-rebuild.ts
function inPlaceOrAnew(alter2) {
  const names2 = Object.keys(alter2);
  const wrap = (name, own) => (before, after, transition) => {
    const statements2 = own(before, after, transition);
    const group = statements2 === null ? null : rebuildGroup(after.id, transition);
    if (group === null) return statements2;
    const differing = differingAttributes(before, after);
    const first2 = names2.find((one) => differing.includes(one));
    return group.leader === after.id && name === first2 ? rebuild(group.types, transition) : [];
  };
  return Object.fromEntries(Object.entries(alter2).map(([name, own]) => [name, wrap(name, own)]));
}
function alsoRebuilt(alteration2, transition) {
  if (!rebuildsType(alteration2)) return [];
  const group = rebuildGroup(alteration2.after.id, transition);
  const types = group?.types ?? [];
  const { actual } = transition;
  return [
    ...types.filter((type) => type.id !== alteration2.after.id).map((type) => ({
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
function rebuiltBy(alteration2, transition) {
  const group = rebuildsType(alteration2) ? rebuildGroup(alteration2.after.id, transition) : null;
  return group?.leader === alteration2.after.id ? group.types : [];
}
function isPassed(before, after, transition) {
  return before.needs.some((need) => {
    const group = isType(kindOfId(need)) ? rebuildGroup(need, transition) : null;
    const old = group?.types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []) ?? [];
    return group !== null && isTaken({ old: before, wanted: after }, old, group.types);
  });
}
function rebuildGroup(id, transition) {
  const seen4 = /* @__PURE__ */ new Set([id]);
  const roots = /* @__PURE__ */ new Set();
  for (const one of seen4) {
    const found10 = rootsBelow(one, transition).filter((root) => !roots.has(root));
    for (const root of found10) roots.add(root);
    for (const member of closure(found10, transition)) seen4.add(member);
  }
  const members = closure([...roots], transition);
  if (!members.has(id)) return null;
  const types = inOrder([...members], transition.desired);
  const leader = types.filter((type) => roots.has(type.id)).at(-1);
  return { types, leader: leader?.id ?? id };
}
function rootsBelow(id, transition) {
  const seen4 = /* @__PURE__ */ new Set([id]);
  for (const one of seen4) {
    const needs = [transition.actual, transition.desired].flatMap(
      ({ objects }) => objects.get(one)?.needs ?? []
    );
    for (const need of needs) if (isType(kindOfId(need))) seen4.add(need);
  }
  return [...seen4].filter((one) => isRoot(one, transition));
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
function inOrder(ids, { objects }, needsOf = ({ needs }) => needs) {
  const sorted = [];
  const seen4 = /* @__PURE__ */ new Set();
  const visit = (id) => {
    const type = objects.get(id);
    if (!type || seen4.has(id)) return;
    seen4.add(id);
    for (const need of needsOf(type)) if (ids.includes(need)) visit(need);
    sorted.push(type);
  };
  for (const id of [...ids].sort()) visit(id);
  return sorted;
}
function columnsOf(types, transition) {
  const before = types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []);
  return columnsWith(types, transition).filter((column) => isTaken(column, before, types));
}
function isTaken({ old, wanted }, before, types) {
  return isOf(old, before) && types.some(({ id }) => wanted.needs.includes(id));
}
function columnsWith(types, { actual, desired }) {
  const found10 = /* @__PURE__ */ new Map();
  for (const { id } of types) {
    for (const wanted of dependentsOf(desired, id)) {
      const old = actual.objects.get(wanted.id);
      if (wanted.kind !== "column" || !old) continue;
      if (recordOf(wanted, "generated") || recordOf(old, "generated")) continue;
      found10.set(wanted.id, { old, wanted });
    }
  }
  return [...found10.values()];
}
function isOf(column, types) {
  return typeOf(column, types) !== void 0;
}
function typeOf(column, types) {
  const spelled2 = textOf(column, "type").replace(/\[\]$/, "");
  return types.find((type) => {
    const multirange = optionalText(type, "multirange");
    return isNameOf(spelled2, type) || multirange !== null && isNameOf(spelled2, { ...type, name: multirange });
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
  const ids = types.map(({ id }) => id);
  const wanted = (type) => transition.desired.objects.get(type.id) ?? type;
  const before = inOrder(
    ids,
    transition.actual,
    (type) => changesInPlace(type, wanted(type)).length > 0 ? [...type.needs, ...wanted(type).needs] : type.needs
  );
  const prepared = before.flatMap((type) => changesInPlace(type, wanted(type)));
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
    ...columns.filter(({ old, wanted: wanted2 }) => textOf(old, "type") === textOf(wanted2, "type")).flatMap((column) => fromText(column, types, transition)),
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

// src/catalog/column.ts
var SERIAL2 = {
  smallint: "smallserial",
  integer: "serial",
  bigint: "bigserial"
};
var columnKind = {
  name: "column",
  query: columnQuery,
  values: COLUMN_VALUES,
  rows: "pg_class where oid >= 16384 and relkind in ('r', 'p')",
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
  byWayOf: onItsWay,
  blocks: (column, needed) => recordOf(column, "generated") !== null && (retypes(needed) || rebuildsType(needed)),
  rebinds: namesakes,
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
function onItsWay(before, after, { actual, desired }) {
  const isPlain = (column, schema) => recordOf(column, "generated") === null && recordOf(column, "identity") === null && ownedSequences(column, schema).length === 0;
  if (!isPlain(before, actual) || !isPlain(after, desired)) return null;
  if (sameType(before, after)) {
    const needs = before.needs.filter((need) => !isValueSource(need));
    return optionalText(before, "default") === null ? null : { ...before, needs, attributes: { ...before.attributes, default: null } };
  }
  if (isInPartitionKey(before, actual)) return null;
  return asText(before);
}
function asText(column) {
  const type = textOf(column, "type").endsWith("[]") ? "text[]" : "text";
  return {
    ...column,
    needs: column.needs.filter((need) => need === column.parent),
    attributes: { ...column.attributes, type, collation: null, default: null }
  };
}
function isValueSource(id) {
  return /^(?:function|aggregate|operator|cast|sequence):/.test(id);
}
function createColumn(column, schema, actual) {
  if (recordOf(column, "identity") && hasHeirs(column, [schema, actual])) {
    return addIdentityUnderHeirs(column);
  }
  const sequences2 = sequencesApart(column, schema, actual);
  return [
    ...sequences2.flatMap(
      (one) => actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema)
    ),
    `ALTER TABLE ${tableName(column)} ADD COLUMN ${columnDefinition(column, schema, false, actual)};`,
    ...sequences2.map(ownership),
    ...settingsOf(column)
  ];
}
function addIdentityUnderHeirs(column) {
  const plainly = { ...column, attributes: { ...column.attributes, identity: null } };
  const { first: first2, then } = identityByWayOfSequence(column);
  const definition5 = columnDefinition(plainly, { objects: /* @__PURE__ */ new Map(), uncovered: {} });
  return [
    first2.create,
    `ALTER TABLE ${tableName(column)} ADD COLUMN ${definition5} DEFAULT ${first2.value};`,
    ...then,
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
    serial ? SERIAL2[type] ?? type : shortType(type),
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
  const from = isPassed(before, after, { actual, desired }) ? textOf(asText(before), "type") : baseType(before, actual);
  const using = conversion(name, [from, baseType(after, desired)], type);
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
  const words3 = key?.match(/"(?:[^"]|"")*"|[\w$\u0080-\uffff]+/g) ?? [];
  return words3.some((word) => word === column.name || word === quoteIdentifier(column.name));
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
  const words3 = (value) => isRecord(value) ? plain(value["generation"]).toLowerCase() : "none";
  if (!isRecord(before) || !isRecord(after)) {
    return `identity: ${words3(before)} \u2192 ${words3(after)}`;
  }
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const parts = changed.map((key) => `${key} ${plain(before[key])} \u2192 ${plain(after[key])}`);
  return `identity: ${parts.join(", ")}`;
}
function sequenceReason(before, after) {
  return typeof before === "string" && typeof after === "string" ? `its sequence under another name: ${before} \u2192 ${after}` : null;
}
function generatedReason(before, after) {
  const words3 = (value) => isRecord(value) ? `${plain(value["expression"])}${value["stored"] === true ? "" : " (virtual)"}` : "none";
  return `generated: ${words3(before)} \u2192 ${words3(after)}`;
}

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
  vault: `
    create table if not exists vault.secrets (id uuid primary key default gen_random_uuid(), name text, description text,
      secret text, key_id uuid, nonce bytea, created_at timestamptz, updated_at timestamptz);
    create or replace view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets;
    create or replace function vault.create_secret(new_secret text, new_name text default null,
      new_description text default '', new_key_id uuid default null)
      returns uuid language sql as 'select null::uuid';`,
  supabase_functions: `
    create or replace function supabase_functions.http_request() returns trigger language plpgsql as
      'begin return new; end';`,
  extensions: "",
  graphql: "",
  graphql_public: "",
  pgsodium: ""
};
var LACKS_SCHEMA = [
  /^schema "(?<name>\w+)" does not exist/,
  /^relation "(?<name>\w+)\.\w+" does not exist/,
  /^function (?<name>\w+)\.\w+\(.*\) does not exist/
];
var EXTENSIONS = [
  {
    name: "vector",
    error: /^type "?(?:\w+\.)?(?:vector|halfvec|sparsevec)"? does not exist/,
    sql: /\b(?:vector|halfvec|sparsevec)\s*\(/i
  },
  { name: "citext", error: /^type "?(?:\w+\.)?citext"? does not exist/, sql: /\bcitext\b/i },
  { name: "hstore", error: /^type "?(?:\w+\.)?hstore"? does not exist/, sql: /\bhstore\b/i },
  { name: "ltree", error: /^type "?(?:\w+\.)?ltree"? does not exist/, sql: /\bltree\b/i },
  {
    name: "postgis",
    error: /^type "?(?:\w+\.)?geo(?:metry|graphy)"? does not exist/,
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
    error: /^function (?:public\.)?uuid_generate_v[1-5]\w*\(/,
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
  const named4 = parent && reference4(parent);
  if (!named4) throw new Error(`nothing can be attached to ${object.parent}`);
  if (!isOnMember(object, parent.kind)) return named4;
  return parent.kind === "domain" ? `CONSTRAINT ${quoteIdentifier(object.name)} ON ${named4}` : `COLUMN ${relationName(parent.schema, parent.name)}.${quoteIdentifier(object.name)}`;
}
function fallsWith(object, altered2) {
  return altered2.before.id === object.parent && rebuildsType(altered2);
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

// src/catalog/composite-type.ts
var compositeTypeKind = {
  name: "composite type",
  rows: "pg_class where oid >= 16384 and relkind = 'c'",
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
        from pg_attribute a join rel c on c.oid = a.attrelid
        where a.attrelid >= 16384 and a.attacl is not null and not a.attisdropped
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
  const plain3 = minus(minus(before.grantable, after.grantable), gone);
  const grantable = minus(after.grantable, before.grantable);
  const fresh = minus(minus(after.privileges, before.privileges), grantable);
  return [
    ...gone.length > 0 ? [`REVOKE ${list(gone)} ${target} FROM ${grantee}`] : [],
    ...plain3.length > 0 ? [`REVOKE GRANT OPTION FOR ${list(plain3)} ${target} FROM ${grantee}`] : [],
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
  rows: "pg_default_acl",
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
      ...object.schema === null ? [] : [`in ${spell2(object.schema)}`],
      ...typeof role === "string" ? [`by ${spell2(role)}`] : [],
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
function spell2(name) {
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
  const found10 = known2.get(schema) ?? [...schema.objects.values()].filter(
    (object) => object.kind === "default privileges" && optionalText(object, "role") === null
  );
  known2.set(schema, found10);
  return found10;
}
function hasDefaultPrivileges(schema) {
  return defaultsOf(schema).length > 0;
}
function impliedPrivileges(target, schema, reference4) {
  const implied = /* @__PURE__ */ new Map();
  const defaults = defaultsOf(schema);
  if (defaults.length === 0) return implied;
  const named4 = reference4(target) ?? "";
  const sort = named4.startsWith("FOREIGN TABLE") ? "TABLES" : SORTS[named4.split(" ", 1)[0] ?? ""];
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
  rows: "pg_type where oid >= 16384 and typtype = 'd'",
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
    rebuilt: () => [],
    type: () => [],
    collation: () => [],
    default: (_before, after) => [`${alterDomain2(after)} ${defaultClause(after)};`],
    checks: changeChecks,
    notNull: (_before, after) => [
      `${alterDomain2(after)} ${after.attributes["notNull"] === true ? "SET" : "DROP"} NOT NULL;`
    ]
  }),
  alsoAlters: alsoRebuilt,
  madeAnew: ({ before, after, attributes }, transition) => demandsMore(before, after, attributes) && isHeldInside(before, transition),
  // Its columns hold on to it.
  recreatable: () => false,
  traits: {
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? "models" : "database"}`,
      checks: checksReason
    }
  }
};
function demandsMore(before, after, attributes) {
  const old = domainChecks(before).map(({ expression }) => expression);
  const more = domainChecks(after).some(
    ({ expression, validated }) => !old.includes(expression) || domainChecks(before).some(
      (one) => one.expression === expression && one.validated !== validated
    )
  );
  return attributes.includes("checks") && more || attributes.includes("notNull") && after.attributes["notNull"] === true;
}
function isHeldInside(domain, transition) {
  return dependentsOf(transition.actual, domain.id).some(
    (object) => transition.desired.objects.has(object.id) && (object.kind === "domain" ? isHeldInside(object, transition) : holdsInside(object, domain))
  );
}
function alterDomain2(domain) {
  return `ALTER DOMAIN ${typeName(domain)}`;
}
function defaultClause(domain) {
  const value = optionalText(domain, "default");
  return value === null ? "DROP DEFAULT" : `SET DEFAULT ${shortDefault(value, textOf(domain, "type"))}`;
}
function changeChecks(before, after) {
  const alter2 = alterDomain2(after);
  const old = domainChecks(before);
  const gone = old.filter((check) => !domainChecks(after).some(({ name }) => name === check.name));
  const spare = new Map(gone.map((check) => [check.name, check]));
  const changes = domainChecks(after).flatMap((check) => {
    const same = old.find(({ name: name2 }) => name2 === check.name);
    const alike = [...spare.values()].find(
      ({ expression, validated }) => expression === check.expression && validated === check.validated
    );
    const name = quoteIdentifier(check.name);
    const drop2 = `${alter2} DROP CONSTRAINT ${name};`;
    if (!same && alike) {
      spare.delete(alike.name);
      return [`${alter2} RENAME CONSTRAINT ${quoteIdentifier(alike.name)} TO ${name};`];
    }
    if (!same) return [addDomainCheck(after, check)];
    if (same.expression !== check.expression) return [drop2, addDomainCheck(after, check)];
    if (same.validated === check.validated) return [];
    return check.validated ? [`${alter2} VALIDATE CONSTRAINT ${name};`] : [drop2, addDomainCheck(after, check)];
  });
  return [
    ...[...spare.keys()].map((name) => `${alter2} DROP CONSTRAINT ${quoteIdentifier(name)};`),
    ...changes
  ];
}
function checksReason(before, after) {
  const words3 = (value) => (Array.isArray(value) ? value : []).filter(isRecord).map(
    (check) => `${plain(check["name"])} ${plain(check["expression"])}${check["validated"] === true ? "" : " (not valid)"}`
  );
  const [old, wanted] = [words3(before), words3(after)];
  return `checks: ${[
    ...wanted.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...old.filter((one) => !wanted.includes(one)).map((one) => `- ${one}`)
  ].join(", ")}`;
}

// src/catalog/enum.ts
var enumKind = {
  name: "enum",
  rows: "pg_type where oid >= 16384 and typtype = 'e'",
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
  const words3 = [
    ...wanted.filter((value) => !old.includes(value)).map((value) => `+ ${quoteLiteral(value)}`),
    ...old.filter((value) => !wanted.includes(value)).map((value) => `- ${quoteLiteral(value)}`)
  ];
  return `values: ${words3.join(", ")}`;
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
  rows: "pg_trigger where not tgisinternal",
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
    createTrigger2(object),
    ...object.attributes["enabled"] === "origin" ? [] : [enable(object)]
  ],
  reference: (object) => `TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  occupies: (object) => object.attributes["constraint"] === true ? [constraintKey(object)] : [],
  drop: (object) => [`DROP TRIGGER ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER TRIGGER ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`
  ],
  alter: { enabled: (_before, after) => [enable(after)] },
  rebinds: namesakes,
  blocks: (_trigger, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true }
};
function createTrigger2(object) {
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
  rows: "pg_event_trigger",
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
var EXCLUSION_VALUES = { definition: text };
var exclusionKind = {
  name: "exclusion",
  // Postgres prints its method, elements, operators and options all in one.
  query: () => constraintQuery({ type: "x", part: false }, EXCLUSION_VALUES, {
    definition: "pg_get_constraintdef(k.oid)"
  }),
  values: EXCLUSION_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'x'",
  create: (object) => addConstraint(object, textOf(object, "definition")),
  drop: dropConstraint,
  reference: constraintReference,
  rename: renameConstraint,
  occupies: (object) => [relationKey(object), constraintKey(object)],
  alter: {},
  rebinds: namesakes,
  blocks: (_object, needed) => rebuildsType(needed) || passesThroughText(needed),
  traits: { renamable: true }
};

// src/catalog/extension.ts
var extensionKind = {
  name: "extension",
  rows: "pg_extension where extname <> 'plpgsql'",
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
var PAIRS = `${columnNumbers("k.conrelid", "k.conkey")} || ' ' || ${columnNumbers("k.confrelid", "k.confkey")}`;
function paired(value, all) {
  const [local = "", remote = ""] = value.split(" ");
  const others = names(remote, all);
  return names(local, all).map((name, index) => [name, others[index] ?? ""]).sort(([a], [b]) => byBytes(a, b));
}
var PERIOD = `case when k.conperiod then ${columnName("k.conrelid", "k.conkey[array_upper(k.conkey, 1)]")} end`;
var FOREIGN_KEY_VALUES = {
  columns: (value, all) => paired(value, all).map(([local]) => local),
  target: json,
  targetColumns: (value, all) => paired(value, all).map(([, remote]) => remote),
  onDelete: text,
  onDeleteColumns: names,
  onUpdate: text,
  match: text,
  deferrable: text,
  enforced: flag,
  validated: flag,
  period: text
};
var foreignKeyKind = {
  name: "foreign key",
  query: (version) => constraintQuery({ type: "f", part: false }, FOREIGN_KEY_VALUES, {
    columns: PAIRS,
    target: `(select json_build_array(tn.nspname, t.relname)
        from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = k.confrelid)`,
    targetColumns: PAIRS,
    onDelete: ACTION("confdeltype"),
    onDeleteColumns: version >= 15e4 ? columnNumbers("k.conrelid", "k.confdelsetcols") : "null",
    onUpdate: ACTION("confupdtype"),
    match: `case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end`,
    deferrable: DEFERRABLE,
    enforced: version >= 18e4 ? "k.conenforced" : "true",
    validated: validatedColumn(version),
    period: version >= 18e4 ? PERIOD : "null"
  }),
  values: FOREIGN_KEY_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'f'",
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
  const isKey2 = (id) => /^(?:primary key|unique|index):/.test(id);
  return before.needs.filter(isKey2).every((id) => after.needs.includes(id));
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
  const options4 = Object.entries(recordOf(object, "options") ?? {});
  if (options4.length === 0) return "";
  return ` OPTIONS (${options4.map(([name, value]) => assignment(name, value)).join(", ")})`;
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
  const words3 = [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(wanted)])].sort().flatMap((name) => {
    if (!(name in old)) return [`+ ${name}`];
    if (!(name in wanted)) return [`- ${name}`];
    return old[name] === wanted[name] ? [] : [`${name} differs`];
  });
  return `options: ${words3.join(", ")}`;
}
function assignment(name, value) {
  return `${quoteIdentifier(name)} ${quoteLiteral(typeof value === "string" ? value : "")}`;
}

// src/catalog/foreign-server.ts
var foreignDataWrapperKind = {
  name: "foreign data wrapper",
  rows: "pg_foreign_data_wrapper",
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
  rows: "pg_foreign_server",
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
  rows: "pg_foreign_server",
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
  rows: "pg_foreign_table",
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
  const options4 = optionChanges(null, column["options"]).map((one) => one.replace(/^ADD /, ""));
  return [
    quoteIdentifier(plain(column["name"])),
    shortType(type),
    ...options4.length > 0 ? [`OPTIONS (${options4.join(", ")})`] : [],
    ...typeof collation === "string" ? [`COLLATE ${collation}`] : [],
    ...typeof generated2 === "string" ? [`GENERATED ALWAYS AS (${bare(generated2)}) STORED`] : [],
    ...typeof fallback === "string" ? [`DEFAULT ${shortDefault(fallback, type)}`] : [],
    ...notNull === true ? ["NOT NULL"] : []
  ].join(" ");
}
function changeColumns(before, after, { actual }) {
  const byName2 = new Map(columnsOf2(before).map((column) => [column["name"], column]));
  const wanted = columnsOf2(after);
  const names2 = new Set(wanted.map((column) => column["name"]));
  const kept = [...byName2.keys()].filter((name) => names2.has(name ?? null));
  const inPlace2 = wanted.every(
    (column, index) => index >= kept.length || column["name"] === kept[index]
  );
  if (!inPlace2 || optionalText(after, "bound") !== null) return null;
  const clauses = wanted.map((column) => {
    const old = byName2.get(column["name"]);
    return old ? columnChanges(old, column) : [`ADD COLUMN ${definition2(column)}`];
  });
  if (clauses.some((list) => list === null)) return null;
  const gone = [...byName2.keys()].filter((name) => !names2.has(name ?? null));
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
  const options4 = optionChanges(old["options"], wanted["options"]);
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
    ...options4.length > 0 ? [`OPTIONS (${options4.join(", ")})`] : []
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
  const named4 = (list, name) => list.find((one) => one["name"] === name);
  const words3 = [
    ...wanted.filter(({ name }) => !named4(old, name)).map(({ name }) => `+ ${plain(name)}`),
    ...old.filter(({ name }) => !named4(wanted, name)).map(({ name }) => `- ${plain(name)}`),
    ...wanted.filter(({ name }) => named4(old, name) && !equal(named4(old, name), named4(wanted, name))).map(({ name }) => `${plain(name)} differs`)
  ];
  return `${label}: ${words3.length > 0 ? words3.join(", ") : "in another order"}`;
}

// src/catalog/routine-body.ts
function dollarQuote(text2, tag) {
  return text2.includes(`$${tag}`) ? dollarQuote(text2, `${tag}x`) : `$${tag}$${text2}$${tag}$`;
}
function bodyReason(before, after) {
  const [old, wanted] = [lines(before), lines(after)];
  const at2 = wanted.findIndex((line, index2) => line !== old[index2]);
  const index = at2 === -1 ? wanted.length : at2;
  const [left, right] = [short(old[index]), short(wanted[index])];
  return left === right ? `body: line ${String(index + 1)} differs in white space` : `body: line ${String(index + 1)}: ${left} \u2192 ${right}`;
}
function isOfOneText(before, after) {
  const [old, wanted] = [lines(before), lines(after)];
  return !old.some(mayQuote) && !wanted.some(mayQuote) && bare2(old) === bare2(wanted);
}
var mayQuote = (line) => line.split("'").length % 2 === 0 || /\$\w*\$/.test(line);
var bare2 = (all) => all.map((line) => line.trim()).filter((line) => line !== "").join("\n");
function lines(value) {
  return typeof value === "string" ? value.split("\n") : [];
}
function short(line) {
  const text2 = (line ?? "").trim().replaceAll(/\s+/g, " ");
  if (text2 === "") return line === void 0 ? "nothing" : "blank";
  return text2.length > 60 ? `${text2.slice(0, 59)}\u2026` : text2;
}
function wordsIn(text2) {
  const quoted = [...text2.matchAll(/"((?:[^"]|"")+)"/g)].map(
    ([, name]) => name?.replaceAll('""', '"')
  );
  const words3 = text2.toLowerCase().split(/[^\p{L}\p{N}_$]+/u);
  return new Set([...words3, ...quoted].filter((word) => word !== void 0));
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
  const names2 = wanted.map(settingName);
  return [
    ...old.map(settingName).filter((name) => !names2.includes(name)).map((name) => `RESET ${spelled(name)}`),
    ...wanted.filter((setting) => !old.includes(setting)).map(settingClause)
  ];
}
function settingClause(setting) {
  const name = settingName(setting);
  const value = setting.slice(name.length + 1);
  const values4 = LISTS.includes(name) ? identifiers(value) : [value];
  return `SET ${spelled(name)} TO ${values4.map(quoteLiteral).join(", ")}`;
}
function settingName(setting) {
  return setting.slice(0, setting.indexOf("="));
}
function spelled(name) {
  return PLAIN_SETTING.test(name) ? name : quoteIdentifier(name);
}
function identifiers(list) {
  return [...list.matchAll(/"((?:[^"]|"")*)"|[^\s,]+/g)].map(
    ([text2, quoted]) => quoted?.replaceAll('""', '"') ?? text2
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
    rows: `pg_proc where oid >= 16384 and prokind in (${prokinds})`,
    query: (version) => routineQuery(prokinds, version),
    identity: routineIdentity,
    create: (object) => [`CREATE ${definition3(object)}`],
    reference: (object) => `${keyword(object)} ${routineSignature(object)}`,
    occupies: (object) => [routineKey(object)],
    drop: (object) => [`DROP ${keyword(object)} ${routineSignature(object)};`],
    words: (object, before) => before && replacedAttributes(before, object).length === 0 ? /* @__PURE__ */ new Set() : wordsOf2(object),
    unchecked,
    blocks: (_routine, needed) => retypes(needed) || rebuildsType(needed),
    traits: {
      formWhen: {
        // Other languages read indents.
        body: ({ attributes: old }, { attributes: wanted }) => (wanted["language"] === "sql" || wanted["language"] === "plpgsql") && isOfOneText(old["body"], wanted["body"])
      },
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
  const text2 = textOf(object, "body");
  if (is(object, "atomic")) return text2;
  const library = optionalText(object, "library");
  if (library !== null) return `AS ${quoteLiteral(library)}, ${quoteLiteral(text2)}`;
  return `AS ${dollarQuote(text2, object.kind)}`;
}
function languageName(object) {
  const name = textOf(object, "language");
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);
}
function replace2(name) {
  return (before, after) => {
    if (!replaceableArguments(before, after)) return null;
    const [first2] = replacedAttributes(before, after);
    return first2 === name ? [`CREATE OR REPLACE ${definition3(after)}`] : [];
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
function wordsOf2(object) {
  const text2 = is(object, "atomic") ? "" : textOf(object, "body");
  switch (textOf(object, "language")) {
    case "sql":
      return wordsIn(text2);
    case "plpgsql":
      return wordsIn(text2.replaceAll(/[\p{L}\p{N}_$"]+\s*\(/gu, " "));
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
  const named4 = referenceOf(object, schema, reference4);
  const table = /^COLUMN (.*)\."(?:[^"]|"")*"$/.exec(named4)?.[1];
  return {
    target: `ON ${table === void 0 ? targetName(named4) : `TABLE ${table}`}`,
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
var INDEX_VALUES = {
  method: text,
  unique: flag,
  columns: (value, all) => value.startsWith("[") ? json(value) : plainColumns(value, all),
  directions: (value) => options3(value, 1, ["asc", "desc"]),
  nulls: (value) => options3(value, 2, ["last", "first"]),
  include: (value, all) => names(value, all).map((name) => all.quoted(name)),
  where: text,
  with: json,
  nullsNotDistinct: flag,
  valid: flag,
  classParameters: json,
  classSchemas: json,
  statistics: json,
  ...MARK_VALUES
};
function indexQuery2(version) {
  return `
    with unusual as materialized (${UNUSUAL})
    select ${listed2(PLACE_OF_INDEX, INDEX_VALUES, values2(version))}
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;
}
var PLACE_OF_INDEX = {
  schema: "c.nspname",
  table: "c.relname",
  name: "x.relname",
  parent: `case when c.relkind = 'm' then 'materialized view' else 'table' end`,
  part: "false",
  classid: `'pg_class'::regclass::oid`,
  objid: "x.oid",
  objsubid: "0"
};
function values2(version) {
  const keys = "(i.indkey::int2[])[:i.indnkeyatts - 1]";
  return {
    method: "am.amname",
    unique: "i.indisunique",
    columns: `case when ${IS_PLAIN} then ${columnNumbers("i.indrelid", keys)} else (${COLUMNS})::text end`,
    directions: "(i.indoption::int2[])[:i.indnkeyatts - 1]",
    nulls: "(i.indoption::int2[])[:i.indnkeyatts - 1]",
    include: `case when i.indnatts > i.indnkeyatts then
      ${columnNumbers("i.indrelid", "(i.indkey::int2[])[i.indnkeyatts:]")} end`,
    where: "pg_get_expr(i.indpred, i.indrelid)",
    with: `case when x.reloptions is not null then
      (select json_agg(option order by option) from unnest(x.reloptions) option) end`,
    nullsNotDistinct: version >= 15e4 ? "i.indnullsnotdistinct" : "false",
    valid: "i.indisvalid",
    classParameters: `case when ${HAS_PARAMETERS} then (${classes(PARAMETERS)}) end`,
    classSchemas: `case when ${HAS_PARAMETERS} or not i.indclass::oid[] <@ ${USUAL_CLASSES} then (${classes(SCHEMA)}) end`,
    statistics: `case when ${HAS_STATISTICS} then
      (select json_object_agg(a.attnum, a.attstattarget) from pg_attribute a
       where a.attrelid = i.indexrelid and a.attstattarget >= 0) end`,
    ...INDEX_MARKS
  };
}
function plainColumns(value, all) {
  return names(value, all).map((name) => ({
    expression: all.quoted(name),
    class: null,
    collation: null
  }));
}
function options3(value, bit, [without2, withIt]) {
  const numbers = value.slice(1, -1).split(",");
  return numbers.map((number) => (Number(number) & bit) === bit ? withIt : without2);
}
var USUAL_CLASSES = `array(select oid from pg_opclass where opcdefault)`;
var HAS_PARAMETERS = `i.indexrelid = any (array(select attrelid from unusual where parameters))`;
var HAS_STATISTICS = `i.indexrelid = any (array(select attrelid from unusual where statistics))`;
var COLLATED = `array(select attrelid from unusual where collated)`;
var UNUSUAL = `
  select attrelid, attoptions is not null as parameters, attstattarget >= 0 as statistics, attcollation not in (0, 100) as collated
  from pg_attribute where attrelid >= 16384 and attnum > 0
    and (attoptions is not null or attstattarget >= 0 or attcollation not in (0, 100))`;
var IS_PLAIN = `i.indexprs is null and i.indclass::oid[] <@ ${USUAL_CLASSES}
  and (i.indcollation::oid[] <@ '{0}' or i.indcollation::oid[] <@ '{0,100}' and i.indrelid <> all (${COLLATED}))`;
var COLUMN = `from pg_attribute a where a.attrelid = i.indrelid and a.attnum = u.number`;
var COLUMNS = `
  select json_agg(json_build_object(
      'expression', case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
        else (select quote_ident(a.attname) ${COLUMN}) end,
      'class', case when u.class <> all (${USUAL_CLASSES}) then (select opcname from pg_opclass where oid = u.class) end,
      'collation', case when u.coll <> 0 and u.coll <> coalesce((select a.attcollation ${COLUMN}), (
        select t.typcollation from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = i.indexrelid and a.attnum = u.at)) then u.coll::regcollation::text end))
  from unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[])
    with ordinality u (number, class, coll, at)
  where u.at <= i.indnkeyatts`;
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
var indexOnline = (createIndex3, settings) => ({
  create: (index, context2) => [
    ...isOnPartitioned(index, context2.desired) ? onPartitions(index, context2, createIndex3) : paced("never", [createIndex3(index, "CONCURRENTLY ")]),
    ...paced("any", settings(index))
  ],
  drop: (index, { actual }) => isOnPartitioned(index, actual) ? null : paced("never", [dropConcurrently(index)]),
  replace: (before, after, context2) => {
    if (isOnPartitioned(after, context2.desired)) return null;
    const create = (name2) => createIndex3({ ...after, name: name2 }, "CONCURRENTLY ");
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
function onPartitions(index, { actual, desired }, createIndex3) {
  const piecesOf = (parent, table2) => partitionsOf(table2, desired).flatMap((partition) => pieceOn(partition, parent));
  const pieceOn = (partition, parent) => {
    const wanted = generatedName(partition.name, index.name, "idx");
    const name = freeName(wanted, partition, [actual, desired]);
    const piece = { ...index, schema: partition.schema, table: partition.name, name };
    const attach2 = `ALTER INDEX ${relationName(parent.schema, parent.name)} ATTACH PARTITION ${relationName(piece.schema, name)};`;
    return [
      ...isPartitioned(partition) ? [...paced("any", [createIndex3(piece, "", "ONLY ")]), ...piecesOf(piece, partition)] : paced("never", [createIndex3(piece, "CONCURRENTLY ")]),
      ...paced("any", [attach2])
    ];
  };
  const table = desired.objects.get(index.parent ?? "");
  return [
    ...paced("any", [createIndex3(index, "", "ONLY ")]),
    ...table ? piecesOf(index, table) : []
  ];
}

// src/catalog/index-kind.ts
var indexKind = {
  name: "index",
  query: indexQuery2,
  values: INDEX_VALUES,
  rows: "pg_index where indexrelid >= 16384",
  create: (object) => [createIndex2(object), ...settingsOf2(object)],
  drop: ({ schema, name }) => [`DROP INDEX ${relationName(schema, name)};`],
  online: indexOnline(createIndex2, settingsOf2),
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
  rebinds: namesakes,
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
function createIndex2(object, how = "", on = "") {
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
  const spelled2 = typeof parameters === "string" ? parameters : name;
  if (typeof spelled2 !== "string") return "";
  return ` ${typeof schema === "string" ? `${quoteIdentifier(schema)}.` : ""}${spelled2}`;
}
function at(list, index) {
  const items = Array.isArray(list) ? list : [];
  return items[index];
}
function takesText(index) {
  const { columns } = index.attributes;
  const usual = (Array.isArray(columns) ? columns : []).every(
    (column) => isRecord(column) && column["class"] === null && isColumn(plain(column["expression"]))
  );
  const everyRow = optionalText(index, "where") === null;
  return usual && everyRow && ["btree", "hash"].includes(textOf(index, "method"));
}
function isColumn(expression) {
  return /^(?:[a-z_][a-z0-9_$]*|"(?:[^"]|"")*")$/.test(expression);
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
  const words3 = (value) => (Array.isArray(value) ? value : []).map(
    (column) => isRecord(column) ? [column["expression"], column["collation"], column["class"]].filter((word) => typeof word === "string").join(" ") : ""
  ).join(", ");
  return `columns: (${words3(before)}) \u2192 (${words3(after)})`;
}

// src/catalog/operator.ts
var operatorKind = {
  name: "operator",
  rows: "pg_operator where oid >= 16384",
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
  const options4 = [
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
  return `CREATE OPERATOR ${symbol(object)} (${options4.join(", ")});`;
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

// src/catalog/policy.ts
var policyKind = {
  name: "policy",
  rows: "pg_policy",
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
  query: (version) => keyQuery2("p", version),
  values: KEY_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'p'",
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
  rows: "pg_publication",
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
  rows: "pg_publication",
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
  rows: "pg_publication",
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
  rows: "pg_type where oid >= 16384 and typtype = 'r'",
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
  rows: "pg_roles where rolname !~ '^pg_' and rolname <> session_user and not rolsuper",
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
    const words3 = Object.entries(WORDS).flatMap(([name, [word, usual]]) => {
      const on = object.attributes[name] === true;
      return on === usual ? [] : [on ? word : `NO${word}`];
    });
    const limit = connectionLimit === -1 ? [] : [limitClause(object)];
    const clauses = [...words3, ...limit].map((word) => ` ${word}`).join("");
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
  rows: "pg_rewrite where oid >= 16384 and rulename <> '_RETURN'",
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
  rows: "pg_statistic_ext",
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
  rebinds: namesakes,
  // Postgres makes it anew for a column's new type, and forgets its target.
  blocks: (statistics, needed) => rebuildsType(needed) || passesThroughText(needed) && listOf(statistics, "expressions").length > 0 || retypes(needed) && (statistics.attributes["target"] ?? null) !== null,
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
  query: (version) => keyQuery2("u", version),
  values: KEY_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'u'",
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
      const plain3 = alterParent?.(before, after, { actual, desired }) ?? [];
      const attach2 = plain3.at(-1);
      const rows = context2.partitionConstraint(after);
      if (attach2?.includes(" ATTACH PARTITION ") !== true || rows === null) return null;
      if (rows.includes("satisfies_hash_partition")) return null;
      return [...paced("any", plain3.slice(0, -1)), ...aroundCheck(after, rows, attach2, context2)];
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
  const changed = [...desired.objects.values()].filter((other) => {
    const old = actual.objects.get(other.id);
    return other.kind === "table" && old !== void 0 && [other, old].every((one) => optionalText(one, "partitionOf") === parent) && optionalText(old, "bound") !== optionalText(other, "bound");
  });
  const moved = changed.sort((a, b) => a.id < b.id ? -1 : 1);
  if (moved[0]?.id !== table.id) return [];
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
  rows: "pg_class where oid >= 16384 and relkind in ('r', 'p')",
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
  const members = [id, ...childrenOf(all, id).map((child) => child.id)];
  return members.some(
    (member) => dependentsOf(all, member).some(
      (other) => other.kind === "foreign key" && equal(other.attributes["target"] ?? null, [schema, name])
    )
  );
}
function createTable(table, schema, actual) {
  const parts = childrenOf(schema, table.id).filter(({ part }) => part);
  const apart = parts.filter((part) => standsApart(part, parts));
  const inside = parts.filter((part) => !apart.includes(part));
  const columns = parts.filter((part) => part.kind === "column");
  const sequences2 = columns.flatMap((column) => sequencesApart(column, schema, actual));
  return [
    ...sequences2.flatMap(
      (one) => actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema)
    ),
    statement(table, { columns, parts: inside }, schema, actual),
    ...apart.flatMap(
      (part) => (part.kind === "unique" ? uniqueKind : checkKind).create(part, schema)
    ),
    ...sequences2.map(ownership),
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
  const plain3 = columns.some((column) => column.name === keyColumn2);
  return [
    ...columns.map((column) => columnDefinition(column, schema, column.name === keyColumn2, actual)),
    ...parts.filter((part) => !(plain3 && part === inline)).flatMap(constraintMember)
  ];
}
function constraintMember(part) {
  switch (part.kind) {
    case "primary key":
      return [named2(part, keyClause(part, "PRIMARY KEY"))];
    case "unique":
      return [named2(part, keyClause(part, "UNIQUE"))];
    case "check":
      return [named2(part, checkClause2(part))];
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
  const { accessMethod, replicaIdentity: replicaIdentity2, ofType } = table.attributes;
  return [
    ...(accessMethod ?? null) === null ? [] : [`${alterTable(table)} SET ACCESS METHOD ${optionalText(table, "accessMethod") ?? ""};`],
    ...(replicaIdentity2 ?? null) === null ? [] : identifyRows(table),
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
  const [old, wanted] = [partsOf2(before), partsOf2(after)];
  return old !== null && wanted !== null && continues(old.columns, wanted.columns) && continues(old.from, wanted.from);
}
function partsOf2(definition5) {
  const text2 = definition5.replace(/;$/, "");
  if (/\n *(?:UNION|INTERSECT|EXCEPT)\b/.test(text2)) return null;
  const [columns = "", ...rest] = text2.split(/\n {3}FROM /);
  return { columns, from: rest.join("\n   FROM ").split(/\n {1,2}[A-Z]/)[0] ?? "" };
}
function continues(before, after) {
  return after === before || after.startsWith(before) && /^,?\n/.test(after.slice(before.length));
}

// src/catalog/view.ts
var viewKind = {
  ...kindOfView("view"),
  rows: "pg_class where oid >= 16384 and relkind = 'v'",
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
  rows: "pg_class where oid >= 16384 and relkind = 'm'",
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
  const options4 = listOf(object, "options");
  const method2 = textOf(object, "accessMethod");
  return [
    reference2(object),
    method2 === "" || method2 === "heap" ? "" : ` USING ${quoteIdentifier(method2)}`,
    options4.length > 0 ? ` WITH (${optionClause2(options4)})` : "",
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
    ([name, text2]) => `${name} = ${plain(text2)}`
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

// src/schema/renames.ts
function pairRenames(gone, fresh, { traits: traits2, scope }) {
  const free = /* @__PURE__ */ new Map();
  for (const object of fresh) addTo(free, placeOf2(object), object);
  return gone.flatMap((before) => {
    if (traits2[before.kind]?.renamable !== true) return [];
    const there = free.get(placeOf2(before)) ?? [];
    const index = there.findIndex(
      (candidate) => differingAttributes(before, candidate, scope).length === 0
    );
    const [after] = index === -1 ? [] : there.splice(index, 1);
    return after ? [[before, after]] : [];
  });
}
function placeOf2({ kind, parent }) {
  return `${kind} in ${parent ?? ""}`;
}

// src/schema/diff.ts
function diff(actual, desired, options4) {
  const before = select(actual, options4);
  const after = select(desired, options4);
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  const renames2 = pairRenames(gone, fresh, options4);
  const renamed = new Set(renames2.flatMap(([old, wanted]) => [old.id, wanted.id]));
  const altered2 = [...after.values()].flatMap((object) => {
    const old = before.get(object.id);
    return old ? alteration(old, object, { ...options4, actual, desired }) : [];
  });
  const changes = [
    ...altered2,
    ...renames2.map(([old, wanted]) => rename(old, wanted)),
    ...fresh.filter(({ id }) => !renamed.has(id)).map((object) => creation(object, options4)),
    ...gone.filter(({ id }) => !renamed.has(id)).map((object) => drop(object, actual, options4))
  ];
  return withoutCovered(changes, before, after, { ...options4, actual, desired }).sort(byObject);
}
function select(schema, { scope, ignore }) {
  const external = new Set(scope?.external);
  const left = (object) => {
    if (external.has(object.id) || ignore?.(object) === true) return true;
    const parent = object.parent === null ? void 0 : schema.objects.get(object.parent);
    return parent !== void 0 && left(parent);
  };
  const compared = (object) => (scope === void 0 || scope.kinds.includes(object.kind)) && !left(object);
  return new Map([...schema.objects].filter(([, object]) => compared(object)));
}
function creation(object, { traits: traits2 }) {
  const { kind, id } = object;
  return {
    op: "create",
    kind,
    object: id,
    weight: traits2[kind]?.isForm === true ? "form" : "substance",
    reason: "only in the models",
    after: object
  };
}
function drop(object, actual, options4) {
  const unused = options4.traits[object.kind]?.formWhenUnused === true && !isNeeded(object, actual);
  return {
    op: "drop",
    kind: object.kind,
    object: object.id,
    weight: unused || options4.traits[object.kind]?.isForm === true ? "form" : "substance",
    reason: unused ? "only in the database, and nothing there uses it" : "only in the database",
    before: object
  };
}
function rename(before, after) {
  const reason = `the same under another name: ${before.name} \u2192 ${after.name}`;
  return {
    op: "rename",
    kind: after.kind,
    object: after.id,
    weight: "form",
    reason,
    before,
    after
  };
}
function alteration(before, after, options4) {
  const traits2 = options4.traits[after.kind] ?? {};
  const attributes = differingAttributes(before, after, options4.scope).filter(
    (name) => traits2.unwanted?.[name] === void 0 || after.attributes[name] !== traits2.unwanted[name]
  );
  if (attributes.length === 0) return [];
  const isForm = (name) => traits2.isForm === true || traits2.form?.includes(name) === true || traits2.formWhen?.[name]?.(before, after, options4) === true;
  const weight = attributes.every(isForm) ? "form" : "substance";
  const reason = reasonOf(before, after, attributes, traits2);
  return [
    { op: "alter", kind: after.kind, object: after.id, weight, reason, before, after, attributes }
  ];
}
function reasonOf(before, after, attributes, traits2) {
  const reasons = attributes.map((name) => {
    const [old, wanted] = [before.attributes[name], after.attributes[name]];
    const own = traits2.reasons?.[name];
    return own ? own(old, wanted) : `${words2(name)}: ${inWords(old)} \u2192 ${inWords(wanted)}`;
  });
  const told = reasons.filter((reason) => reason !== null);
  return told.length > 0 ? told.join("; ") : attributes.map(words2).join(", ");
}
function words2(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
function inWords(value) {
  if (value === null || value === void 0) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `(${value.map(inWords).join(", ")})`;
  return typeof value === "object" ? JSON.stringify(value) : String(value).trim().replaceAll(/\s+/g, " ");
}
function withoutCovered(changes, before, after, { traits: traits2, actual, desired }) {
  const byId = new Map(changes.map((change) => [change.object, change]));
  const follows = (object, names2, without2) => {
    const { follows: own = [], followsIf } = traits2[object.kind] ?? {};
    return names2.some((name) => own.includes(name)) && followsIf?.(object, without2) !== false;
  };
  const covered = (object, op) => {
    const parent = object.parent === null ? void 0 : byId.get(object.parent);
    if (parent?.op === "alter") {
      return follows(object, parent.attributes, op === "create" ? actual : desired);
    }
    if (op === "create" && !object.part) return false;
    if (parent?.op === op) return true;
    const owner = object.parent === null ? void 0 : (op === "create" ? after : before).get(object.parent);
    return owner !== void 0 && byId.get(owner.id) === void 0 && isCoveredAbove(owner, op);
  };
  const isCoveredAbove = (object, op) => (op === "create" ? !before.has(object.id) : !after.has(object.id)) && covered(object, op);
  return changes.filter((change) => {
    if (change.op === "create") return !covered(change.after, "create");
    return change.op === "drop" ? !covered(change.before, "drop") : true;
  });
}
function isNeeded(object, schema) {
  return dependentsOf(schema, object.id).length > 0;
}
function byObject(a, b) {
  const [left, right] = [identityOf(a.object), identityOf(b.object)];
  if (left !== right) return left < right ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}

// src/schema/likeness.ts
function likenessOfNames(a, b) {
  const [left, right] = [plain2(a), plain2(b)];
  if (left === right) return 1;
  return Math.min(left.length, right.length) < 2 ? 0 : likenessOfBags(pairs(left), pairs(right));
}
function likenessOfBags(a, b) {
  if (a.length + b.length === 0) return 1;
  const free = /* @__PURE__ */ new Map();
  for (const one of a) free.set(one, (free.get(one) ?? 0) + 1);
  let common2 = 0;
  for (const one of b) {
    const left = free.get(one) ?? 0;
    if (left === 0) continue;
    free.set(one, left - 1);
    common2 += 1;
  }
  return 2 * common2 / (a.length + b.length);
}
function plain2(name) {
  return name.toLowerCase().replaceAll(/[\s_$-]/gu, "");
}
function pairs(text2) {
  const letters = Array.from(text2);
  return letters.slice(1).map((letter, index) => (letters[index] ?? "") + letter);
}

// src/schema/member-candidates.ts
var AT_THE_PLACE = 0.5;
var ALONE2 = 0.2;
var BY_NAME = 0.3;
var memberId = (object, member) => `${object}\0${member}`;
function memberCandidates(change, traits2, decided) {
  const attribute = traits2[change.kind]?.members;
  if (attribute === void 0) return [];
  const { before, after, object } = change;
  const [old, wanted] = [texts2(before.attributes[attribute]), texts2(after.attributes[attribute])];
  const stays = (member) => old.includes(member) && wanted.includes(member);
  const added = gaps(wanted, stays);
  return [...gaps(old, stays)].flatMap(([place, removed]) => {
    const fits = (list) => list.filter((member) => !decided(memberId(object, member)));
    const [gone, fresh] = [fits(removed), fits(added.get(place) ?? [])];
    const alone2 = gone.length === 1 && fresh.length === 1 ? ALONE2 : 0;
    return gone.slice(0, fresh.length).map((from, index) => {
      const to = fresh[index] ?? "";
      const confidence = AT_THE_PLACE + alone2 + BY_NAME * likenessOfNames(from, to);
      return { before, after, member: { from, to }, confidence, changes: [change] };
    });
  });
}
function gaps(members, stays) {
  const found10 = /* @__PURE__ */ new Map();
  let from = 0;
  for (let to = 0; to <= members.length; to += 1) {
    const member = members[to];
    if (member !== void 0 && !stays(member)) continue;
    const place = JSON.stringify([members[from - 1] ?? null, member ?? null]);
    if (to > from) found10.set(place, members.slice(from, to));
    from = to + 1;
  }
  return found10;
}
function texts2(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/schema/rename-candidates.ts
var LEAST = 0.5;
var REFERENCES = 0.3;
function renameCandidates(changes, options4) {
  const decided = (id) => options4.decided?.has(id) === true;
  const open2 = changes.filter(({ weight, object }) => weight === "substance" && !decided(object));
  const drops = open2.filter((change) => change.op === "drop");
  const creates = open2.filter((change) => change.op === "create");
  const pairs2 = drops.flatMap(
    (drop2) => creates.filter((create) => inOnePlace(drop2.before, create.after)).map((create) => {
      const [before, after] = [drop2.before, create.after];
      const confidence = confidenceOf(before, after, options4);
      return { before, after, member: null, confidence, changes: [drop2, create] };
    })
  );
  const members = open2.flatMap(
    (change) => change.op === "alter" ? memberCandidates(change, options4.traits, decided) : []
  );
  return [...assign(pairs2), ...members].filter(({ confidence }) => confidence >= LEAST);
}
function inOnePlace(before, after) {
  return before.kind === after.kind && before.parent === after.parent && before.schema === after.schema;
}
function assign(pairs2) {
  const taken = /* @__PURE__ */ new Set();
  return pairs2.toSorted((a, b) => b.confidence - a.confidence).filter(({ before, after }) => {
    if (taken.has(before.id) || taken.has(after.id)) return false;
    taken.add(before.id).add(after.id);
    return true;
  });
}
function confidenceOf(before, after, options4) {
  const resembles = options4.traits[before.kind]?.resembles;
  if (!resembles) return 0;
  const structure = structureOf(before, after, resembles, options4);
  if (structure === 0) return 0;
  const { shares } = resembles;
  const position = shares.position === 0 ? 0 : positionOf2(before, after, options4);
  return shares.structure * structure + shares.position * position + shares.name * likenessOfNames(before.name, after.name);
}
function structureOf(before, after, resembles, options4) {
  if (resembles.contents) return likenessOfContents(before, after, resembles.contents, options4);
  const attributes = likenessOfAttributes(before, after, resembles);
  const old = referencesTo(before, options4.actual);
  const wanted = referencesTo(after, options4.desired);
  if (attributes === 0 || old.length + wanted.length === 0) return attributes;
  return (1 - REFERENCES) * attributes + REFERENCES * likenessOfBags(old, wanted);
}
function likenessOfAttributes(before, after, { attributes = {}, likeness = {} }) {
  let sum = 0;
  for (const [name, share] of Object.entries(attributes)) {
    const [old, wanted] = [before.attributes[name], after.attributes[name]];
    const alike = likeness[name]?.(old, wanted) ?? (equal(old, wanted) ? 1 : 0);
    if (alike === 0 && likeness[name]) return 0;
    sum += share * alike;
  }
  return sum;
}
function referencesTo(object, schema) {
  return dependentsOf(schema, object.id).map(({ kind, needs }) => {
    const others = needs.filter((id) => {
      const needed = schema.objects.get(id);
      return id !== object.parent && needed?.parent !== object.parent && needed?.parent !== null;
    });
    return [kind, ...others].join(" ");
  });
}
function likenessOfContents(before, after, contents, options4) {
  const { actual, desired, traits: traits2, scope } = options4;
  const membersOf2 = (schema, { id }) => {
    const all2 = contents === "parts" ? childrenOf(schema, id).filter(({ part }) => part) : dependentsOf(schema, id).filter(({ parent }) => parent === null);
    const own = all2.filter(({ kind }) => traits2[kind]?.resembles);
    return new Map(own.map((object) => [`${object.kind} ${object.name}`, object]));
  };
  const [old, wanted] = [membersOf2(actual, before), membersOf2(desired, after)];
  const frequency = frequencies(actual);
  const worth = (key) => 1 / (frequency.get(key) ?? 1);
  let common2 = 0;
  let all = 0;
  for (const [key, object] of old) {
    const twin = wanted.get(key);
    all += worth(key);
    if (!twin) continue;
    const same = differingAttributes(object, twin, scope).length === 0;
    common2 += worth(key) * (same ? 2 : 1);
  }
  for (const key of wanted.keys()) all += worth(key);
  return all === 0 ? 0 : common2 / all;
}
var known3 = /* @__PURE__ */ new WeakMap();
function frequencies(schema) {
  const found10 = known3.get(schema);
  if (found10) return found10;
  const counts = /* @__PURE__ */ new Map();
  for (const { kind, name } of schema.objects.values()) {
    const key = `${kind} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  known3.set(schema, counts);
  return counts;
}
function positionOf2(before, after, { actual, desired }) {
  const old = siblings(before, actual);
  const wanted = siblings(after, desired);
  const stays = (name) => old.includes(name) && wanted.includes(name);
  const [left, right] = [gapAround(before.name, old, stays), gapAround(after.name, wanted, stays)];
  const half = Number(left.previous === right.previous) + Number(left.next === right.next);
  if (half < 2) return half / 2;
  const distance = Math.abs(left.offset - right.offset);
  return 1 - distance / Math.max(left.size, right.size) / 2;
}
function siblings({ kind, parent }, schema) {
  const all = parent === null ? [] : childrenOf(schema, parent);
  return all.filter((object) => object.kind === kind).map(({ name }) => name);
}
function gapAround(name, names2, stays) {
  const at2 = names2.indexOf(name);
  const start = names2.slice(0, at2).findLastIndex(stays);
  const end = names2.findIndex((one, index) => index > at2 && stays(one));
  const last = end === -1 ? names2.length : end;
  return {
    previous: names2[start] ?? null,
    next: names2[last] ?? null,
    offset: at2 - start - 1,
    size: last - start - 1
  };
}

// src/rules/drop-for-rename.ts
var dropForRename = {
  id: "drop-for-rename",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => {
    const pairs2 = pairsOf(pass);
    return pass.steps.flatMap((step) => [
      ...goneColumns(pass, step).flatMap(
        ({ table, name }) => found3(step, besides(pass, step, pairs2.get(`column ${table}.${name}`)), table)
      ),
      ...droppedTables(pass, step).flatMap(
        ({ name }) => found3(step, besides(pass, step, pairs2.get(`table ${name}`)), name)
      )
    ]);
  }
};
function besides({ steps }, step, pair) {
  const name = pair?.after.name;
  const comesOtherwise = steps.some(
    (other) => asNode(other.tree, "RenameStmt")?.newname === name || other.migration !== step.migration && adds(other, name)
  );
  return comesOtherwise ? void 0 : pair;
}
function adds({ tree }, name) {
  if (asNode(tree, "CreateStmt")?.relation?.relname === name) return true;
  return alterations({ tree }).some((one) => columnOf(one)?.colname === name);
}
function pairsOf({ base: base3, head }) {
  const changes = diff(base3, head, { traits });
  return new Map(
    renameCandidates(changes, { actual: base3, desired: head, traits }).filter(({ member }) => member === null).map((pair) => [`${pair.before.kind} ${nameOf(pair.before)}`, pair])
  );
}
function found3(step, pair, table) {
  if (!pair) return [];
  const [before, after] = [nameOf(pair.before), nameOf(pair.after)];
  const values4 = pair.before.kind === "table" ? "all its rows" : "its values";
  return [
    {
      step,
      about: [`loss ${before}`],
      observed: `drops ${shortName(before)} with ${values4}, beside the new ${shortName(after)}, which looks like it`,
      why: "nothing brings them back. If it is the same thing under a new name, RENAME keeps what it holds",
      safeFor: [renaming(pair)],
      spans: true,
      tables: [table]
    }
  ];
}
function renaming({ before, after }) {
  const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
  const table = `${quoted(before.schema ?? "public")}.${quoted(before.table ?? before.name)}`;
  const column = before.kind === "column" ? `COLUMN ${quoted(before.name)} ` : "";
  return `ALTER TABLE ${table} RENAME ${column}TO ${quoted(after.name)};`;
}

// src/rules/drop-foreign-key.ts
var dropForeignKey = {
  id: "drop-foreign-key",
  hazard: "operations",
  severity: "warning",
  detect: (pass) => pass.steps.filter(
    (step) => alterations(step).some(({ command }) => command.subtype === "AT_DropConstraint")
  ).flatMap(
    (step) => droppedObjects(pass, step).filter(({ object, cascade }) => object.kind === "foreign key" && !cascade).map(({ object }) => {
      const again = isThereAgain(pass, object);
      return {
        step,
        about: [],
        observed: `drops ${object.name}${lockedBy(step)}`,
        why: again ? "the lock on the table that it refers to is brief, and queries there wait for it: set a lock_timeout" : "rows that refer to nothing can be written from now on, and nothing tells. Drop it where that is meant",
        safeFor: [],
        tables: [`${object.schema ?? "public"}.${object.table ?? ""}`],
        ...again ? { severity: "note" } : {}
      };
    })
  )
};
function lockedBy(step) {
  const tables = newlyBlocked(step, "ACCESS EXCLUSIVE").map(({ name }) => shortName(name));
  return tables.length === 0 ? "" : ` under ACCESS EXCLUSIVE on ${listed(tables)}`;
}
function isThereAgain({ head }, gone) {
  const tableGone = !head.objects.has(gone.parent ?? "");
  const columnsGone = gone.needs.some((id) => id.startsWith("column:") && !head.objects.has(id));
  const columns = JSON.stringify(gone.attributes["columns"]);
  return tableGone || columnsGone || [...head.objects.values()].some(
    (object) => object.kind === "foreign key" && object.parent === gone.parent && JSON.stringify(object.attributes["columns"]) === columns
  );
}

// src/rules/drop-index.ts
var dropIndex = {
  id: "drop-index",
  hazard: "lock",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap((step) => {
    const statement2 = asNode(step.tree, "DropStmt");
    if (statement2?.removeType !== "OBJECT_INDEX" || statement2.concurrent === true) return [];
    const dropped2 = droppedObjects(pass, step).filter(({ cascade }) => !cascade);
    if (dropped2.length === 0) return [];
    const names2 = dropped2.map(({ object }) => object.name);
    return {
      step,
      about: [],
      observed: `drops ${listed(names2)} under ACCESS EXCLUSIVE on ${listed([...new Set(dropped2.map(({ object }) => object.table ?? ""))])}`,
      why: "it waits for every query on the table, and all others wait behind it. DROP INDEX CONCURRENTLY, in a migration outside of any transaction, keeps nobody out",
      safeFor: dropped2.flatMap(
        ({ object }) => aloneAs(`DROP INDEX CONCURRENTLY "${object.schema ?? "public"}"."${object.name}"`)
      ),
      tables: dropped2.map(({ object }) => `${object.schema ?? "public"}.${object.table ?? ""}`)
    };
  })
};

// src/rules/drop-schema.ts
var dropSchema = {
  id: "drop-schema",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => {
    const dropped2 = droppedObjects(pass, step);
    const schemas = dropped2.filter(({ object, cascade }) => object.kind === "schema" && !cascade);
    const tables = droppedTables(pass, step).map(({ name }) => name);
    if (schemas.length === 0 || tables.length === 0) return [];
    return {
      step,
      about: [...tables.map((name) => `loss ${name}`), "cascade"],
      observed: `drops the schema ${listed(schemas.map(({ object }) => object.name))} with all rows of ${listed(tables.map(shortName))}`,
      why: "nothing brings them back. Deploy code that needs none of it first, keep the schema under another name for a while, and drop it in a later release",
      safeFor: [],
      tables
    };
  })
};

// src/rules/drop-sequence.ts
var dropSequence = {
  id: "drop-sequence",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => [...sequences(pass, step), ...identities(step)])
};
var WHY = "the next number is lost with it, and one that begins anew gives out numbers that were given out before. Keep it, with OWNED BY NONE where its column goes";
function sequences(pass, step) {
  return droppedObjects(pass, step).filter(({ object, cascade }) => object.kind === "sequence" && !cascade).map(({ object }) => found4(step, `drops the sequence ${shortName(nameOf(object))}`, []));
}
function identities(step) {
  return alterations(step).flatMap(({ relation, command }) => {
    const table = relationNamed(step, relation);
    if (command.subtype !== "AT_DropIdentity" || table?.existed !== true) return [];
    const column = `${shortName(table.name)}.${command.name ?? ""}`;
    return found4(step, `drops the identity of ${column} with its sequence`, [table.name]);
  });
}
function found4(step, observed2, tables) {
  return { step, about: [], observed: observed2, why: WHY, safeFor: [], tables };
}

// src/rules/drop-table.ts
var dropTable2 = {
  id: "drop-table",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => {
    const dropped2 = droppedTables(pass, step);
    const locked = alsoLocked(
      step,
      dropped2.map(({ name }) => name)
    );
    return dropped2.filter(({ cascade }) => !cascade).map(({ name }) => ({ name, unused: isUnused(pass, "table", name) })).map(({ name, unused }) => ({
      step,
      ...unused ? { severity: "warning" } : {},
      about: [`loss ${name}`],
      observed: `drops ${shortName(name)} with all its rows${locked}`,
      why: unused ? "nothing brings them back. No model of the running release names the table: only the rows are at stake, so keep a copy where they may be needed" : "nothing brings them back. Deploy code that no longer uses the table first, and drop it in a later release, with a copy kept where the rows may be needed",
      safeFor: [],
      tables: [name]
    }));
  })
};

// src/rules/enum-value-removed.ts
var enumValueRemoved = {
  id: "enum-value-removed",
  hazard: "data-loss",
  severity: "error",
  detect: (pass) => shrunk(pass).flatMap(({ type, gone }) => {
    const step = whereItHappens(pass, type);
    if (step === null) return [];
    return {
      step,
      about: [`values ${type.id}`, "error"],
      observed: `enum ${shortName(nameOf(type))} loses ${listed(gone.map((value) => `'${value}'`))}`,
      why: `rows that hold such a value keep the migration from running, or lose it. Stop writing it, UPDATE those rows, and keep the value in the type: nothing asks for its removal`,
      safeFor: [],
      tables: []
    };
  })
};
function shrunk({ base: base3, head }) {
  return [...base3.objects.values()].filter(({ kind }) => kind === "enum").flatMap((type) => {
    const after = head.objects.get(type.id);
    if (!after || valuesOf(after).length >= valuesOf(type).length) return [];
    return [{ type, gone: valuesOf(type).filter((value) => !valuesOf(after).includes(value)) }];
  }).filter(({ gone }) => gone.length > 0);
}
function valuesOf({ attributes }) {
  const { order } = attributes;
  return Array.isArray(order) ? order.map(String) : [];
}
function whereItHappens({ steps }, { name }) {
  const mentions = steps.filter(({ statement: statement2 }) => statement2.sql.includes(name));
  const retypes2 = mentions.find(
    ({ statement: statement2 }) => /\balter\s+(?:column\s+)?\S+\s+(?:set\s+data\s+)?type\b/i.test(statement2.sql)
  );
  return retypes2 ?? mentions.findLast(({ statement: statement2 }) => statement2.drops.length > 0) ?? null;
}

// src/rules/enum-value-used.ts
var enumValueUsed = {
  id: "enum-value-used",
  hazard: "failure",
  severity: "error",
  detect: ({ steps }) => steps.filter(({ statement: statement2 }) => statement2.outcome.error?.code === "55P04").map((step) => ({
    step,
    about: ["error"],
    observed: `fails: ${step.statement.outcome.error?.message ?? ""}`,
    why: "a new value of an enum can be used once the transaction that added it is committed. Add it in a migration that is deployed before; where the tool runs all migrations in one transaction, make the type anew with the value instead",
    safeFor: inNextMigration(step),
    tables: []
  }))
};

// src/rules/extension-version.ts
var extensionVersion = {
  id: "extension-version",
  hazard: "operations",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap((step) => {
    const statement2 = asNode(step.tree, "AlterExtensionStmt");
    if (!statement2) return [];
    return {
      step,
      about: [],
      observed: `updates the extension ${statement2.extname ?? ""}`,
      why: "the extension's own scripts change its objects, and most have no way back. What they do is not observed here: try it on a copy of production",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/fails-on-rows.ts
var NOT_NULL_VIOLATION = "23502";
var failsOnRows = {
  id: "fails-on-rows",
  hazard: "failure",
  severity: "warning",
  detect: (pass) => pass.steps.filter(({ statement: statement2 }) => statement2.outcome.kind === "fails on rows").map((step) => ({
    ...{ step, about: ["error"] },
    ...severityOf(step.statement.outcome.error),
    observed: `fails on ordinary rows, and passes on empty tables only: ${errorOf(step.statement.outcome.error)}`,
    why: `it fails in production unless the rows there happen to fit${searchFor(pass, step)}`,
    safeFor: [],
    tables: []
  }))
};
var SHAPE = /^cannot (?:\w+ )+(?:non-)?(?:object|array|scalar)\b/;
function severityOf(error) {
  if (error?.code === NOT_NULL_VIOLATION) return { severity: "error" };
  return SHAPE.test(error?.message ?? "") ? { severity: "note" } : {};
}
function errorOf(error) {
  const detail = error?.detail ?? null;
  return `${error?.message ?? ""}${detail === null ? "" : ` (${detail.replace(/\.$/, "")})`}`;
}

// src/rules/foreign-key-without-index.ts
var foreignKeyWithoutIndex = {
  id: "foreign-key-without-index",
  hazard: "design",
  severity: "off",
  detect: (pass) => [...pass.head.objects.values()].filter(({ kind, id }) => kind === "foreign key" && !pass.base.objects.has(id)).filter((key) => !isIndexed(pass, key)).flatMap((key) => {
    const step = pass.steps.find((one) => makes(one, key));
    if (!step) return [];
    return {
      step,
      about: [],
      observed: `no index begins with the columns of ${key.name} (${namesIn(key.attributes["columns"]).join(", ")})`,
      why: `each DELETE of a row that it refers to, and each change of its key, reads ${key.table ?? ""} from beginning to end. Create one`,
      safeFor: [],
      tables: []
    };
  })
};
function makes({ statement: { sql } }, { name, table }) {
  return sql.includes(name) || /\breferences\b/i.test(sql) && sql.includes(table ?? " ");
}
function isIndexed({ head }, key) {
  const wanted = namesIn(key.attributes["columns"]);
  return [...head.objects.values()].some((object) => {
    const kinds2 = ["index", "unique", "primary key"];
    if (!kinds2.includes(object.kind) || object.parent !== key.parent) return false;
    const first2 = namesIn(object.attributes["order"] ?? object.attributes["columns"]).slice(
      0,
      wanted.length
    );
    return wanted.every((column) => first2.includes(column));
  });
}
function namesIn(list) {
  return (Array.isArray(list) ? list : []).map((column) => {
    const name = isRecord(column) ? column["expression"] : column;
    return typeof name === "string" ? name.replaceAll('"', "") : "";
  });
}

// src/rules/grant-to-public.ts
var OF_DATA = [
  "OBJECT_TABLE",
  "OBJECT_SEQUENCE",
  "OBJECT_SCHEMA",
  "OBJECT_COLUMN"
];
var grantToPublic = {
  id: "grant-to-public",
  hazard: "security",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap((step) => {
    const grant = asNode(step.tree, "GrantStmt");
    const toPublic = allOf(grant?.grantees, "RoleSpec").some(
      ({ roletype }) => roletype === "ROLESPEC_PUBLIC"
    );
    if (grant?.is_grant !== true || !toPublic || !OF_DATA.includes(grant.objtype ?? ""))
      return [];
    const rights = allOf(grant.privileges, "AccessPriv").map(
      ({ priv_name: name = "" }) => name.toUpperCase()
    );
    return {
      step,
      about: [],
      observed: `grants ${rights.join(", ") || "ALL"} to PUBLIC`,
      why: "that is every role that can connect, those that are created later as well. Grant it to the roles that need it",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/identifier-too-long.ts
var identifierTooLong = {
  id: "identifier-too-long",
  hazard: "failure",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => identifiers2(step.statement.sql).filter((name) => truncateIdentifier(name) !== name).map((name) => ({
      step,
      about: [`name ${name}`],
      observed: `calls something ${name}, and Postgres calls it ${truncateIdentifier(name)}`,
      why: "names are cut at 63 bytes without an error, and two that only differ after that are one. Choose a shorter one",
      safeFor: [ended(step.statement.sql.replaceAll(name, truncateIdentifier(name)))],
      tables: []
    }))
  )
};
var TOKENS = /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--.*|\/\*[\s\S]*?\*\/|"(?<quoted>(?:[^"]|"")*)"|(?<word>[\p{L}_][\p{L}\p{N}_$]*)/gu;
function identifiers2(sql) {
  return [...sql.matchAll(TOKENS)].flatMap(
    ({ groups }) => groups?.["quoted"]?.replaceAll('""', '"') ?? groups?.["word"] ?? []
  );
}

// src/rules/if-not-exists-concurrently.ts
var ifNotExistsConcurrently = {
  id: "if-not-exists-concurrently",
  hazard: "failure",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap((step) => {
    const index = asNode(step.tree, "IndexStmt");
    if (index?.concurrent !== true || index.if_not_exists !== true) return [];
    const name = index.idxname ?? "";
    if (isDroppedBefore(pass, step, name)) return [];
    return {
      step,
      about: [],
      observed: `is content with any index called ${name}, even an invalid one`,
      why: "a build that fails leaves an invalid index, which the next attempt takes for the finished one: it costs every write and serves no query. Put DROP INDEX CONCURRENTLY IF EXISTS before it",
      safeFor: [
        ...aloneAs(`DROP INDEX CONCURRENTLY IF EXISTS "${name}"`),
        ...aloneAs(step.statement.sql.replace(/\s+if\s+not\s+exists/i, ""))
      ],
      tables: []
    };
  })
};
function isDroppedBefore({ steps }, step, name) {
  return steps.slice(0, steps.indexOf(step)).some(({ tree }) => {
    const drop2 = asNode(tree, "DropStmt");
    return drop2?.removeType === "OBJECT_INDEX" && allOf(drop2.objects, "List").some((list) => wordsOf({ List: list }).at(-1) === name);
  });
}

// src/rules/indexes.ts
function newIndexes({ base: base3, head, steps }) {
  return [...head.objects.values()].filter(({ kind, id }) => kind === "index" && !base3.objects.has(id)).flatMap((index) => {
    const step = steps.find(({ tree }) => {
      const made = asNode(tree, "IndexStmt");
      return made !== null && (made.idxname ?? index.name) === index.name;
    });
    return step === void 0 ? [] : [{ index, columns: columnsOf3(index), step }];
  });
}
function coveringIndex({ objects }, one) {
  const wanted = columnsOf3(one);
  const covering = [...objects.values()].find((object) => {
    if (object.id === one.id) return false;
    if (object.schema !== one.schema || object.table !== one.table) return false;
    if (!["index", "unique", "primary key"].includes(object.kind)) return false;
    if ((object.attributes["where"] ?? null) !== null) return false;
    const columns = columnsOf3(object);
    return wanted.every((column, index) => column === columns[index]);
  });
  return covering ?? null;
}
function columnsOf3({ attributes }) {
  const list = attributes["order"] ?? attributes["columns"];
  return (Array.isArray(list) ? list : []).map(
    (column) => JSON.stringify(
      typeof column === "object" && column !== null && "expression" in column ? column.expression : column
    ).replaceAll('\\"', "")
  );
}

// src/rules/index-lost.ts
var indexLost = {
  id: "index-lost",
  hazard: "operations",
  severity: "note",
  detect: (pass) => pass.steps.flatMap(
    (step) => indexesNamed(pass, step).filter((index) => coveringIndex(pass.head, index) === null).map((index) => ({
      step,
      about: [],
      observed: `index ${index.name} goes, and no other index begins with its columns`,
      why: "queries that used it will read the whole table. Look at its use in production first: select idx_scan, last_idx_scan from pg_stat_user_indexes (last_idx_scan since PostgreSQL 16)",
      safeFor: [],
      tables: [`${index.schema ?? "public"}.${index.table ?? ""}`],
      onlyAlone: true
    }))
  )
};
function indexesNamed({ base: base3, head }, { tree }) {
  const statement2 = asNode(tree, "DropStmt");
  if (statement2?.removeType !== "OBJECT_INDEX") return [];
  const names2 = allOf(statement2.objects, "List").map((list) => wordsOf({ List: list }));
  return [...base3.objects.values()].filter(
    ({ id, kind, schema, name }) => kind === "index" && !head.objects.has(id) && names2.some((words3) => words3.at(-1) === name && (words3.at(-2) ?? schema) === schema)
  );
}

// src/rules/lock-table.ts
var lockTable = {
  id: "lock-table",
  hazard: "lock",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => allOf(asNode(step.tree, "LockStmt")?.relations, "RangeVar").flatMap((name) => {
      const table = relationNamed(step, name);
      if (table?.existed !== true || !isBlocked(step, table)) return [];
      return {
        step,
        about: [`lock ${table.name}`],
        observed: `locks ${shortName(table.name)} under ${lockOn(step, table) ?? ""}`,
        why: "others wait until the transaction ends. Statements take the locks that they need by themselves",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};

// src/rules/mergeable-alters.ts
var mergeableAlters = {
  id: "mergeable-alters",
  hazard: "lock",
  severity: "note",
  detect: (pass) => pass.steps.flatMap(
    (step) => scanned(step).flatMap((table) => {
      const earlier = earlierOn(pass, step, table);
      if (earlier === void 0) return [];
      return {
        step,
        about: factsOn(step, table).map((fact) => `again: ${fact}`),
        observed: `goes through ${shortName(table.name)} again, as line ${earlier.statement.place.line} did`,
        why: "one ALTER TABLE with both actions, divided by a comma, goes through it once",
        safeFor: [],
        tables: [table.name],
        once: `${step.migration.name} ${table.name}`
      };
    })
  )
};
function scanned(step) {
  if (alterations(step).length === 0) return [];
  return unique(
    workOf(step).filter(({ kind, table }) => /^(?:verify|rewrite)$/.test(kind) && isBlocked(step, table)).map(({ table }) => table)
  );
}
function earlierOn({ steps }, step, table) {
  return steps.slice(0, steps.indexOf(step)).find(
    (one) => one.migration === step.migration && scanned(one).some(({ name }) => name === table.name)
  );
}

// src/rules/settings.ts
function isSetBefore({ steps }, step, setting) {
  return steps.slice(0, steps.indexOf(step)).some(({ tree, statement: statement2, migration }) => {
    const set2 = asNode(tree, "VariableSetStmt");
    const one = migration === step.migration || statement2.transaction === step.statement.transaction;
    return one && set2?.name === setting && set2.kind === "VAR_SET_VALUE";
  });
}

// src/rules/missing-lock-timeout.ts
var missingLockTimeout = {
  id: "missing-lock-timeout",
  hazard: "lock",
  severity: "note",
  detect: (pass) => pass.steps.flatMap((step) => {
    const tables = unique(newlyBlocked(step));
    if (tables.length === 0 || isSetBefore(pass, step, "lock_timeout")) return [];
    const names2 = tables.map(({ name }) => name);
    return {
      step,
      about: [],
      observed: `waits for a lock on ${listed(names2.map(shortName))} for as long as it takes`,
      why: "behind one long query it waits, and all others wait behind it. Put SET lock_timeout = '5s' before it, and try again where it strikes",
      safeFor: [`SET lock_timeout = '5s';`, ended(step.statement.sql)],
      tables: names2,
      onlyAlone: true,
      once: step.migration.name
    };
  })
};

// src/rules/missing-statement-timeout.ts
var missingStatementTimeout = {
  id: "missing-statement-timeout",
  hazard: "lock",
  severity: "off",
  detect: (pass) => pass.steps.flatMap((step) => {
    const tables = unique(newlyBlocked(step));
    if (tables.length === 0 || isSetBefore(pass, step, "statement_timeout")) return [];
    const names2 = tables.map(({ name }) => name);
    return {
      step,
      about: [],
      observed: `locks ${listed(names2.map(shortName))} for as long as the statement takes`,
      why: "one that takes longer in production than anybody thought keeps others out all the while. Put SET statement_timeout = '30s' before it",
      safeFor: [],
      tables: names2,
      once: step.migration.name
    };
  })
};

// src/rules/mixed-without-transaction.ts
var mixedWithoutTransaction = {
  id: "mixed-without-transaction",
  hazard: "failure",
  severity: "warning",
  detect: ({ trace, steps }) => trace.migrations.flatMap((migration) => {
    const own = steps.filter((step2) => step2.migration === migration && !step2.wrapped);
    const step = own.find(refusesTransaction);
    const others = own.filter((one) => one !== step && !canRunAgain(one));
    if (!step || others.length === 0) return [];
    return {
      step,
      about: [],
      observed: `runs outside of any transaction, beside ${others.length === 1 ? "another statement" : `${others.length} other statements`}`,
      why: "where one of them fails, those before it stay done, and the migration can not be run again. Put it into a file of its own",
      safeFor: alone(step),
      tables: []
    };
  })
};
function canRunAgain({ tree, statement: statement2 }) {
  if (asNode(tree, "VariableSetStmt") ?? asNode(tree, "TransactionStmt")) return true;
  return /\bif\s+(?:not\s+)?exists\b/i.test(statement2.sql);
}

// src/rules/move-table.ts
var moveTable = workRule({
  id: "move-table",
  hazard: "rewrite",
  work: ["rewrite", "build"],
  because: ({ command }) => command.subtype === "AT_SetAccessMethod" || command.subtype === "AT_SetTableSpace",
  instead: "Do it with pg_repack, or while nobody needs the table"
});

// src/rules/not-in-transaction.ts
var notInTransaction = {
  id: "not-in-transaction",
  hazard: "failure",
  severity: "error",
  detect: ({ steps }) => steps.filter(({ statement: statement2 }) => statement2.outcome.error?.code === "25001").map((step) => ({
    step,
    about: ["error"],
    observed: `fails: ${step.statement.outcome.error?.message ?? ""}`,
    why: "the migration runs in a transaction. Such a statement belongs to the running of the server, not to a migration",
    safeFor: alone(step),
    tables: []
  }))
};

// src/rules/not-repeatable.ts
var notRepeatable = {
  id: "not-repeatable",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.filter(({ wrapped, statement: statement2 }) => !wrapped && statement2.outcome.kind !== "failed").filter(saysNothing).map((step) => ({
    step,
    about: [],
    observed: "runs outside of any transaction, and fails where it ran before",
    why: "when a later statement fails, the migration can not be run again. Say IF EXISTS or IF NOT EXISTS",
    safeFor: [],
    tables: []
  }))
};
function saysNothing({ tree }) {
  const made = asNode(tree, "IndexStmt") ?? asNode(tree, "CreateStmt") ?? asNode(tree, "CreateSchemaStmt");
  if (made !== null) return made.if_not_exists !== true;
  const drop2 = asNode(tree, "DropStmt");
  return drop2 !== null && drop2.missing_ok !== true;
}

// src/rules/on-delete-unsaid.ts
var onDeleteUnsaid = {
  id: "on-delete-unsaid",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => {
    const keys = nodesWithin(step.tree, "Constraint").filter(
      ({ contype }) => contype === "CONSTR_FOREIGN"
    );
    const said = step.statement.sql.match(/\bon\s+delete\b/gi)?.length ?? 0;
    if (keys.length <= said) return [];
    return {
      step,
      about: [],
      observed: "adds a foreign key without ON DELETE",
      why: "NO ACTION is what it gets: a DELETE of the row it refers to fails. Say which of the actions is meant",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/policy-changed.ts
var policyChanged = {
  id: "policy-changed",
  hazard: "security",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap((step) => [...altered(step), ...dropped(pass, step)])
};
function altered(step) {
  const alter2 = asNode(step.tree, "AlterPolicyStmt");
  const table = alter2?.table ? relationNamed(step, alter2.table) : null;
  if (table?.existed !== true) return [];
  const observed2 = `changes policy ${alter2?.policy_name ?? ""} of ${shortName(table.name)}`;
  const isOpen = [alter2?.qual, alter2?.with_check].some(
    (condition) => asNode(condition, "A_Const")?.boolval?.boolval === true
  );
  return [
    {
      ...found5(step, isOpen ? `${observed2} to let everybody through` : observed2, table.name),
      ...isOpen ? {} : { severity: "note" },
      why: ALTERED
    }
  ];
}
function dropped(pass, step) {
  if (asNode(step.tree, "DropStmt")?.removeType !== "OBJECT_POLICY") return [];
  return droppedObjects(pass, step).map(({ object }) => {
    const table = `${object.schema ?? "public"}.${object.table ?? ""}`;
    return found5(step, `drops policy ${object.name} of ${shortName(table)}`, table);
  });
}
var ALTERED = "who may see and write which rows is another thing from then on";
var DROPPED = "who may see and write which rows is another thing from then on: without a permissive policy nobody, without a restrictive one more than before. Look at what the table has left, and allow it where that is meant";
var found5 = (step, observed2, table) => ({
  step,
  about: [],
  observed: observed2,
  why: DROPPED,
  safeFor: [],
  tables: [table]
});

// src/rules/columns-defined.ts
function columnsDefined(step) {
  const create = asNode(step.tree, "CreateStmt");
  const added = alterations(step).filter(({ command }) => command.subtype === "AT_AddColumn").flatMap((one) => defined(one.relation.relname, columnOf(one)));
  const made = allOf(create?.tableElts, "ColumnDef").flatMap(
    (column) => defined(create?.relation?.relname, column)
  );
  return [...made, ...added];
}
function defined(table, column) {
  if (column === null) return [];
  return [{ table: table ?? "", column, type: stringsOf(column.typeName?.names).at(-1) ?? "" }];
}
var SPELLED = {
  int2: "smallint",
  int4: "integer",
  bpchar: "char(n)"
};
function adviseOn(step, fits, why) {
  return columnsDefined(step).filter(fits).map(({ table, column, type }) => ({
    step,
    about: [],
    observed: `${table}.${column.colname ?? ""} is of type ${SPELLED[type] ?? type}`,
    why,
    safeFor: [],
    tables: []
  }));
}

// src/rules/prefer-bigint-key.ts
var preferBigintKey = {
  id: "prefer-bigint-key",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap(
    (step) => adviseOn(step, ({ type, column }) => KEY.test(type) && isKey(column), WHY2)
  )
};
var WHY2 = "2,147,483,647 rows are fewer than they seem, and a change of type later rewrites the table. Use bigint";
var KEY = /^(?:int[24]|(?:small)?serial[24]?)$/;
function isKey({ constraints }) {
  return allOf(constraints, "Constraint").some(({ contype }) => contype === "CONSTR_PRIMARY");
}

// src/rules/prefer-identity.ts
var preferIdentity = {
  id: "prefer-identity",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap(
    (step) => adviseOn(step, ({ type }) => /^(?:small|big)?serial[248]?$/.test(type), WHY3)
  )
};
var WHY3 = "the sequence of a serial has rights and an owner of its own. Use GENERATED BY DEFAULT AS IDENTITY";

// src/rules/prefer-jsonb.ts
var preferJsonb = {
  id: "prefer-jsonb",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => adviseOn(step, ({ type }) => type === "json", WHY4))
};
var WHY4 = "json keeps the text as it was written and can be neither compared nor indexed. Use jsonb";

// src/rules/prefer-lookup-table.ts
var preferLookupTable = {
  id: "prefer-lookup-table",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.filter(({ tree }) => asNode(tree, "CreateEnumStmt") !== null).map((step) => ({
    step,
    about: [],
    observed: "creates an enum",
    why: "its values can be added to, and not taken away or put in another order without making it anew and rewriting tables. A table of values with a foreign key, or text with a check, can",
    safeFor: [],
    tables: []
  }))
};

// src/rules/prefer-text.ts
var preferText = {
  id: "prefer-text",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => adviseOn(step, ({ type }) => type === "bpchar", WHY5))
};
var WHY5 = "char(n) pads with blanks and saves nothing. Use text, with a check on its length where one is needed";

// src/rules/prefer-timestamptz.ts
var preferTimestamptz = {
  id: "prefer-timestamptz",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => adviseOn(step, ({ type }) => type === "timestamp", WHY6))
};
var WHY6 = "timestamp without time zone means another moment for every session that has another time zone. Use timestamptz";

// src/rules/primary-key-dropped.ts
var primaryKeyDropped = {
  id: "primary-key-dropped",
  hazard: "operations",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap(
    (step) => droppedObjects(pass, step).filter(({ object }) => object.kind === "primary key").filter(({ object }) => pass.head.objects.has(object.parent ?? "")).filter(({ object }) => !hasKey(pass.head, object.parent)).map(({ object }) => ({
      step,
      about: [],
      observed: `table ${shortName(nameOf({ ...object, name: object.table ?? "", table: null }))} has no primary key any more`,
      why: "logical replication refuses UPDATE and DELETE of a table without one, and nothing keeps its rows apart. Make the new key in the same transaction, from an index built before",
      safeFor: [],
      tables: [`${object.schema ?? "public"}.${object.table ?? ""}`]
    }))
  )
};
function hasKey({ objects }, table) {
  return [...objects.values()].some(
    ({ kind, parent }) => kind === "primary key" && parent === table
  );
}

// src/rules/redundant-index.ts
var redundantIndex = {
  id: "redundant-index",
  hazard: "design",
  severity: "off",
  detect: (pass) => newIndexes(pass).flatMap(({ index, step }) => {
    const other = coveringIndex(pass.head, index);
    if (index.attributes["unique"] === true || other === null) return [];
    return {
      step,
      about: [],
      observed: `index ${other.name} begins with the columns of ${index.name}`,
      why: "what the one finds, the other finds as well, and every write pays for both. Leave it out",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/refresh-materialized-view.ts
var refreshMaterializedView = {
  id: "refresh-materialized-view",
  hazard: "lock",
  severity: "error",
  detect: (pass) => pass.steps.flatMap((step) => found6(pass, step))
};
function found6(pass, step) {
  const refresh = asNode(step.tree, "RefreshMatViewStmt");
  if (!refresh?.relation || refresh.concurrent === true) return [];
  const view = relationNamed(step, refresh.relation);
  if (view?.existed !== true) return [];
  const indexed = hasUniqueIndex(pass, view.name);
  const { sql } = step.statement;
  return [
    {
      step,
      about: factsOn(step, view),
      observed: `fills ${shortName(view.name)} anew under ACCESS EXCLUSIVE`,
      why: `${consequence(step, [view])}. REFRESH MATERIALIZED VIEW CONCURRENTLY lets readers go on${indexed ? "" : "; it needs a unique index on the view first"}`,
      safeFor: indexed ? aloneAs(sql.replace(/materialized\s+view/i, "$& CONCURRENTLY")) : [],
      tables: [view.name],
      grows: true
    }
  ];
}
function hasUniqueIndex({ head }, name) {
  return [...head.objects.values()].some(
    ({ kind, schema, table, attributes }) => kind === "index" && `${schema ?? ""}.${table ?? ""}` === name && attributes["unique"] === true && attributes["where"] === null
  );
}

// src/rules/reindex.ts
var reindex = {
  id: "reindex",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.filter(({ tree }) => asNode(tree, "ReindexStmt") !== null).flatMap((step) => {
    const built = workOf(step).filter(({ table }) => isBlocked(step, table));
    if (built.length === 0) return [];
    const found10 = foundWork(
      step,
      unique(built.map(({ table }) => table)),
      "REINDEX \u2026 CONCURRENTLY, in a migration outside of any transaction, keeps nobody out"
    );
    return { ...found10, safeFor: aloneAs(concurrently(step.statement.sql)) };
  })
};
function concurrently(sql) {
  return sql.replace(/\b(index|table|schema|database|system)\b/i, "$1 CONCURRENTLY");
}

// src/rules/rename-in-use.ts
var renameInUse = {
  id: "rename-in-use",
  hazard: "incompatibility",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap((step) => [...renames(pass, step), ...moves(step), ...values3(pass, step)])
};
var WHY7 = "code that is still running asks for the old name and fails. Give it the new name in the code alone, or add the new beside the old and drop the old in a later release";
function renames(pass, step) {
  const rename2 = asNode(step.tree, "RenameStmt");
  const table = rename2?.relation ? relationNamed(step, rename2.relation) : null;
  if (!rename2 || table?.existed !== true || !isTable(table)) return [];
  const { renameType: renameType2, newname = "", subname = "" } = rename2;
  if (renameType2 === "OBJECT_TABLE" && hasStandIn(pass, table.name)) return [];
  if (renameType2 === "OBJECT_TABLE")
    return [found7(step, shortName(table.name), newname, table.name)];
  if (renameType2 !== "OBJECT_COLUMN" || !isOld(pass, table.name, subname)) return [];
  return [found7(step, `${shortName(table.name)}.${subname}`, newname, table.name)];
}
function moves(step) {
  const move = asNode(step.tree, "AlterObjectSchemaStmt");
  const table = move?.relation ? relationNamed(step, move.relation) : null;
  if (!move || table?.existed !== true || !isTable(table)) return [];
  const { newschema = "" } = move;
  return [
    found7(step, shortName(table.name), `${newschema}.${move.relation?.relname ?? ""}`, table.name)
  ];
}
function values3({ base: base3 }, step) {
  const change = asNode(step.tree, "AlterEnumStmt");
  const { oldVal, newVal = "" } = change ?? {};
  if (oldVal === void 0) return [];
  const known4 = [...base3.objects.values()].some(
    ({ kind, attributes }) => kind === "enum" && JSON.stringify(attributes["order"]).includes(JSON.stringify(oldVal))
  );
  return known4 ? [found7(step, `'${oldVal}'`, `'${newVal}'`, null)] : [];
}
function found7(step, from, to, table) {
  const tables = table === null ? [] : [table];
  return { step, about: [], observed: `renames ${from} to ${to}`, why: WHY7, safeFor: [], tables };
}
function hasStandIn({ head }, name) {
  return [...head.objects.values()].some(
    (object) => object.kind === "view" && `${object.schema ?? ""}.${object.name}` === name
  );
}
function isOld({ base: base3 }, table, column) {
  return [...base3.objects.values()].some(
    ({ kind, schema, table: owner, name }) => kind === "column" && name === column && `${schema ?? ""}.${owner ?? ""}` === table
  );
}

// src/rules/replica-identity.ts
var replicaIdentity = {
  id: "replica-identity",
  hazard: "operations",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const identity = asNode(command.def, "ReplicaIdentityStmt");
      const table = relationNamed(step, relation);
      if (identity?.identity_type !== "n" || table?.existed !== true) return [];
      return {
        step,
        about: [],
        observed: `takes the replica identity of ${shortName(table.name)}`,
        why: "where the table is published, UPDATE and DELETE fail from then on. Leave it, or name an index with USING INDEX",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};

// src/rules/row-security-disabled.ts
var LOOSENS = ["AT_DisableRowSecurity", "AT_NoForceRowSecurity"];
var rowSecurityDisabled = {
  id: "row-security-disabled",
  hazard: "security",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const table = relationNamed(step, relation);
      if (!LOOSENS.includes(command.subtype ?? "") || table?.existed !== true) return [];
      const forced = command.subtype === "AT_NoForceRowSecurity";
      return {
        step,
        about: [],
        observed: forced ? `lets the owner of ${shortName(table.name)} pass its policies` : `turns off row security on ${shortName(table.name)}`,
        why: "whoever may read the table sees every row from then on, whatever its policies say. Allow it where that is meant",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};

// src/rules/row-security-without-policy.ts
var rowSecurityWithoutPolicy = {
  id: "row-security-without-policy",
  hazard: "security",
  severity: "note",
  detect: (pass) => pass.steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const table = relationNamed(step, relation);
      if (command.subtype !== "AT_EnableRowSecurity" || !table) return [];
      if (hasPolicy(pass, table.name)) return [];
      return {
        step,
        about: [],
        observed: `turns on row security on ${shortName(table.name)}, which has no policy`,
        why: "without one, all but the owner see no rows and can write none. CREATE POLICY in the same migration, or leave it at that where only the owner connects",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};
function hasPolicy({ head }, name) {
  const isIts = ({ kind, schema, table }) => kind === "policy" && `${schema ?? ""}.${table ?? ""}` === name;
  return [...head.objects.values()].some(isIts);
}

// src/rules/security-definer-search-path.ts
var securityDefinerSearchPath = {
  id: "security-definer-search-path",
  hazard: "security",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap((step) => {
    const statement2 = asNode(step.tree, "CreateFunctionStmt");
    const options4 = allOf(statement2?.options, "DefElem");
    const isDefiner = options4.some(
      ({ defname, arg }) => defname === "security" && asNode(arg, "Boolean")?.boolval === true
    );
    const hasPath = options4.some(
      ({ arg }) => asNode(arg, "VariableSetStmt")?.name === "search_path"
    );
    if (!isDefiner || hasPath) return [];
    const kind = statement2?.is_procedure === true ? "procedure" : "function";
    return {
      step,
      about: [],
      observed: `${kind} ${stringsOf(statement2?.funcname).join(".")} runs with its owner's rights and its caller's search_path`,
      why: "whoever may create objects in a schema of their search_path can have them called with the owner's rights. Write SET search_path = '' and name everything in full",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/set-logged.ts
var setLogged = workRule({
  id: "set-logged",
  hazard: "rewrite",
  work: ["rewrite"],
  because: ({ command }) => command.subtype === "AT_SetLogged",
  instead: "Create a logged table, copy the rows in batches, and swap the names"
});

// src/rules/set-not-null.ts
var setNotNull2 = workRule({
  id: "set-not-null",
  hazard: "lock",
  work: ["verify"],
  because: ({ command }) => command.subtype === "AT_SetNotNull",
  instead: ({ postgres }) => postgres !== null && postgres >= 18 ? "Add the constraint NOT NULL \u2026 NOT VALID, and VALIDATE it in a migration of its own" : "Add a check (\u2026 IS NOT NULL) NOT VALID, VALIDATE it in a migration of its own, then SET NOT NULL, which skips the scan, and drop the check"
});

// src/rules/set-unlogged.ts
var setUnlogged = {
  id: "set-unlogged",
  hazard: "data-loss",
  severity: "error",
  detect: ({ steps }) => steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const table = relationNamed(step, relation);
      if (command.subtype !== "AT_SetUnLogged" || table?.existed !== true) return [];
      return {
        step,
        about: factsOn(step, table),
        observed: describeWork(step, [table]),
        why: "an unlogged table is empty after a crash, on no replica and in no backup from the log, and nobody can read or write it while it is rewritten. Leave it logged",
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};

// src/rules/several-tables-locked.ts
var severalTablesLocked = {
  id: "several-tables-locked",
  hazard: "lock",
  severity: "note",
  detect: ({ steps }) => steps.flatMap((step) => {
    const before = unique(blockedBefore(step, "ACCESS EXCLUSIVE"));
    const known4 = new Set(before.map(({ name }) => name));
    const now = unique(newlyBlocked(step, "ACCESS EXCLUSIVE")).filter(
      ({ name }) => !known4.has(name)
    );
    if (before.length === 0 || now.length === 0) return [];
    const names2 = (relations) => listed(relations.map(({ name }) => shortName(name)));
    return {
      step,
      about: [],
      observed: `locks ${names2(now)} under ACCESS EXCLUSIVE while ${names2(before)} ${before.length === 1 ? "is" : "are"} held as well`,
      why: "queries that use the tables in another order can deadlock with it, and those on the first wait for the lock on the last. One migration for each table, where your tool runs each in its own transaction, holds one lock at a time",
      safeFor: inNextMigration(step),
      tables: now.map(({ name }) => name),
      once: String(step.statement.transaction)
    };
  })
};

// src/rules/statement-fails.ts
var statementFails = {
  id: "statement-fails",
  hazard: "failure",
  severity: "error",
  detect: (pass) => [...seen2(pass), ...inOlderVersions(pass)]
};
var seen2 = ({ steps }) => steps.filter(({ statement: statement2 }) => statement2.outcome.kind === "failed").map((step) => {
  const { error } = step.statement.outcome;
  const { code = "", message = "" } = error ?? {};
  const said = [error?.detail, error?.hint].filter((part) => typeof part === "string");
  return {
    step,
    about: ["error"],
    observed: `fails: ${message} (${code})`,
    why: [HELP[code] ?? "it fails whatever the rows", ...said].join(". ").replace(/\.$/, ""),
    safeFor: [],
    tables: []
  };
});
var NOT_VALID_OF_PARTITIONED = 18;
function inOlderVersions({ steps, postgres }) {
  if (postgres !== null && postgres >= NOT_VALID_OF_PARTITIONED) return [];
  return steps.flatMap((step) => {
    if (step.statement.outcome.kind === "failed") return [];
    const table = alterations(step).filter((one) => addedConstraint(one, "CONSTR_FOREIGN")?.skip_validation === true).map(({ relation }) => relationNamed(step, relation)).find((relation) => relation?.kind === "partitioned table");
    if (!table) return [];
    return {
      step,
      ...postgres === null ? { severity: "warning" } : {},
      about: [],
      observed: `adds a foreign key of ${shortName(table.name)}, which is partitioned, as NOT VALID`,
      why: "PostgreSQL before 18 refuses that (42809). Add one to each partition NOT VALID, VALIDATE them, then add that of the whole",
      safeFor: [],
      tables: [table.name]
    };
  });
}
var HELP = {
  "2BP01": "something leans on it. Drop that first, or change it so that it no longer does",
  "0A000": "something that leans on it keeps it from being changed. Drop that, change this, and create it again",
  "42804": "there is no conversion that Postgres applies by itself. Say it with USING, and drop a default that does not fit before",
  "42830": "the columns that a foreign key refers to need a unique constraint over exactly them",
  "42P01": "the table is not there at this point: an earlier migration must create it",
  "42703": "the column is not there at this point: an earlier migration must add it",
  "42P07": "it is there already: another migration creates it",
  "42701": "it is there already: another migration adds it",
  "42710": "it is there already: another migration creates it"
};

// src/rules/statistics-lost.ts
var statisticsLost = {
  id: "statistics-lost",
  hazard: "operations",
  severity: "note",
  detect: (pass) => pass.steps.flatMap(
    (step) => alterations(step).flatMap(({ relation, command }) => {
      const table = relationNamed(step, relation);
      if (command.subtype !== "AT_AlterColumnType" || table?.existed !== true) return [];
      if (step.statement.outcome.kind === "failed") return [];
      if (isAnalysed(pass, step, relation.relname ?? "")) return [];
      return {
        step,
        about: [],
        observed: `drops the statistics of ${shortName(table.name)}.${command.name ?? ""}`,
        why: `until autovacuum comes by, queries on the column are planned as if nothing were known of it. Put ANALYZE ${shortName(table.name)} after it`,
        safeFor: [],
        tables: [table.name]
      };
    })
  )
};
function isAnalysed({ steps }, from, table) {
  return steps.slice(steps.indexOf(from)).some(({ tree }) => {
    const analyze = asNode(tree, "VacuumStmt");
    const named4 = allOf(analyze?.rels, "VacuumRelation").map(({ relation }) => relation?.relname);
    return analyze !== null && (named4.length === 0 || named4.includes(table));
  });
}

// src/rules/superuser-only.ts
var superuserOnly = {
  id: "superuser-only",
  hazard: "operations",
  severity: "note",
  detect: ({ steps }) => steps.flatMap((step) => {
    const what = asking(step.tree);
    if (what === null) return [];
    return {
      step,
      about: [],
      observed: `${what}, which only a superuser may`,
      why: "here it runs as one; a role that deploys should be none, and services that host databases give nobody that right: there it fails with 42501. Have it done by whoever runs the server",
      safeFor: [],
      tables: []
    };
  })
};
var ALWAYS = {
  AlterSystemStmt: "changes the server's settings",
  CreateTableSpaceStmt: "creates a tablespace",
  CreateAmStmt: "creates an access method",
  CreateFdwStmt: "creates a foreign-data wrapper",
  CreateOpClassStmt: "creates an operator class"
};
function asking(tree) {
  const always = Object.entries(ALWAYS).find(([type]) => tree !== null && type in tree)?.[1];
  if (always !== void 0) return always;
  const copy = asNode(tree, "CopyStmt");
  if (copy?.is_program === true) return "runs a program on the server";
  if (copy?.filename !== void 0) return "reads or writes a file of the server";
  if (asNode(tree, "CreatePublicationStmt")?.for_all_tables === true) return "publishes all tables";
  const set2 = asNode(tree, "VariableSetStmt");
  if (set2?.name === "session_replication_role") return "turns off triggers for the session";
  const languages = allOf(asNode(tree, "CreateFunctionStmt")?.options, "DefElem").filter(({ defname }) => defname === "language").flatMap(({ arg }) => arg ? stringsOf([arg]) : []);
  return languages.some((name) => /^(?:c|internal)$/i.test(name)) ? "makes a function of the server\u2019s own code" : null;
}

// src/rules/table-locked-often.ts
var OFTEN = 3;
var tableLockedOften = {
  id: "table-locked-often",
  hazard: "lock",
  severity: "note",
  detect: ({ steps }) => {
    const lockers = /* @__PURE__ */ new Map();
    return steps.flatMap(
      (step) => newlyBlocked(step).flatMap(({ name }) => {
        const migrations = lockers.get(name) ?? /* @__PURE__ */ new Set();
        lockers.set(name, migrations);
        const before = migrations.size;
        migrations.add(step.migration);
        if (before === migrations.size || migrations.size !== OFTEN) return [];
        return [
          {
            step,
            about: [],
            observed: `is the third of the new migrations to lock ${shortName(name)}`,
            why: "each of them waits for every query on the table, and all others wait behind it. Fold what is brief into one migration, one ALTER TABLE where that can be",
            safeFor: [],
            tables: [name]
          }
        ];
      })
    );
  }
};

// src/rules/table-without-primary-key.ts
var tableWithoutPrimaryKey = {
  id: "table-without-primary-key",
  hazard: "design",
  severity: "off",
  detect: ({ steps, head }) => steps.flatMap((step) => {
    const create = asNode(step.tree, "CreateStmt");
    const { relname = "", schemaname = "public" } = create?.relation ?? {};
    const own = [...head.objects.values()].filter(
      ({ schema, table: table2, kind, name }) => kind === "table" ? schema === schemaname && name === relname : schema === schemaname && table2 === relname
    );
    const table = own.find(({ kind }) => kind === "table");
    if (!create || !table || own.some(({ kind }) => kind === "primary key")) return [];
    return {
      step,
      about: [],
      observed: `table ${relname} has no primary key`,
      why: "nothing keeps its rows apart, logical replication refuses UPDATE and DELETE of it, and no backfill can walk along it. Give it one",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/transaction-control.ts
var ENDS = ["TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK"];
var BEGINS = ["TRANS_STMT_BEGIN", "TRANS_STMT_START"];
var transactionControl = {
  id: "transaction-control",
  hazard: "failure",
  severity: "error",
  detect: ({ steps }) => steps.filter(({ wrapped }) => wrapped).flatMap((step) => {
    const kind = asNode(step.tree, "TransactionStmt")?.kind ?? "";
    if (![...ENDS, ...BEGINS].includes(kind)) return [];
    const word = step.statement.sql.trim().split(/[\s;]/)[0]?.toUpperCase() ?? "";
    const makesRoom = ENDS.includes(kind) && precedesWhatRefuses(step, steps);
    return {
      ...{ step, about: [] },
      ...makesRoom ? { severity: "note" } : {},
      observed: `says ${word} in a migration that runs in a transaction already`,
      why: makesRoom ? "so that what follows can run outside of it. Where that fails, what came before stays, and the tool runs the whole migration again: write it so that it can be run twice" : ENDS.includes(kind) ? "it ends the tool's transaction: what comes after it is committed by itself, and the tool no longer knows whether the migration was applied. Remove it" : "Postgres ignores it with a warning. Remove it, and the COMMIT that belongs to it",
      safeFor: [],
      tables: [],
      once: step.migration.name
    };
  })
};
function precedesWhatRefuses(step, steps) {
  return steps.slice(steps.indexOf(step)).some((later) => later.migration === step.migration && refusesTransaction(later));
}

// src/rules/truncate.ts
var truncate = {
  id: "truncate",
  hazard: "data-loss",
  severity: "error",
  detect: ({ steps }) => steps.flatMap((step) => {
    const names2 = emptied(step);
    if (names2.length === 0) return [];
    const cascades = asNode(step.tree, "TruncateStmt")?.behavior === "DROP_CASCADE";
    const taken = cascades ? names2.filter((name) => !isNamed(step, name)).map(shortName) : [];
    const also = taken.length === 0 ? "" : `; CASCADE took ${listed(taken)} along`;
    return {
      step,
      about: names2.map((name) => `loss ${name}`),
      observed: `removes all rows of ${listed(names2.map(shortName))}${also}`,
      why: "nothing brings them back. Where rows must go, DELETE those, in batches",
      safeFor: [],
      tables: names2
    };
  })
};
function emptied({ tree, statement: statement2 }) {
  if (asNode(tree, "TruncateStmt") === null) return [];
  return statement2.locks.filter(({ relation, mode }) => relation.existed && mode === "ACCESS EXCLUSIVE").filter(({ relation }) => relation.kind === "table").map(({ relation }) => relation.name);
}
function isNamed({ tree }, name) {
  return allOf(asNode(tree, "TruncateStmt")?.relations, "RangeVar").some(
    ({ schemaname, relname = "" }) => schemaname === void 0 ? name.endsWith(`.${relname}`) : name === `${schemaname}.${relname}`
  );
}

// src/rules/type-change-rewrite.ts
var typeChangeRewrite = workRule({
  id: "type-change-rewrite",
  hazard: "rewrite",
  work: ["rewrite"],
  because: ({ command }) => command.subtype === "AT_AlterColumnType",
  instead: "Add a column of the new type, keep it with a trigger, fill it in batches, and swap the names"
});

// src/rules/type-change-scan.ts
var typeChangeScan = workRule({
  id: "type-change-scan",
  hazard: "lock",
  work: ["verify", "validate", "build"],
  because: ({ command }) => command.subtype === "AT_AlterColumnType",
  instead: "Drop the check or foreign key on the column, change the type, add it again NOT VALID and VALIDATE it in a migration of its own; an index that is built again can be dropped before and built CONCURRENTLY after",
  safe: typeChangeApart
});

// src/rules/value-loss.ts
var NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
var TIME_ZONE = /(?:[+-]\d\d(?::?\d\d)*|Z)$/;
function losesValue({ from, to, example }) {
  const [before, after] = example;
  if (before === null) return false;
  if (after === null) return true;
  if (NUMBER.test(before) !== NUMBER.test(after)) return false;
  if (NUMBER.test(before)) return !sameNumber(before, after);
  const times = /^(?:timestamp|time)/;
  if (times.test(from) && times.test(to)) return !sameTime(before, after);
  if (after.startsWith(before)) return false;
  return before.startsWith(after) ? before.trimEnd() !== after.trimEnd() : !sameJson(from, to);
}
function sameNumber(before, after) {
  return plainNumber(before) === plainNumber(after) || Number(before) === Number(after) && before.length < 15;
}
function plainNumber(text2) {
  return text2.replace(/^\+/, "").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "").replace(/^(-?)0+(?=\d)/, "$1");
}
function sameTime(before, after) {
  const had = TIME_ZONE.test(before.slice(10));
  const has2 = TIME_ZONE.test(after.slice(10));
  if (had && !has2) return false;
  return !had && has2 ? true : fraction(before) === fraction(after);
}
var fraction = (text2) => (/\.(\d+)/.exec(text2)?.[1] ?? "").replace(/0+$/, "");
function sameJson(from, to) {
  return /^jsonb?$/.test(from) && /^(?:jsonb?|text)$/.test(to);
}

// src/rules/type-narrowing.ts
var typeNarrowing = {
  id: "type-narrowing",
  hazard: "data-loss",
  severity: "error",
  detect: ({ steps }) => steps.filter(changesType).flatMap(
    (step) => step.statement.rows.flatMap(
      ({ relation, changed }) => changed.filter(losesValue).map((column) => ({
        step,
        about: [`values ${relation.name}.${column.column}`],
        observed: observed(relation.name, column),
        why: "Postgres says nothing of it, and nothing brings the values back. Keep the wider type, or add a column of the new type, fill it, look at what differs, and swap the names",
        safeFor: [],
        tables: [relation.name]
      }))
    )
  )
};
function changesType(step) {
  return alterations(step).some(({ command }) => command.subtype === "AT_AlterColumnType");
}
function observed(table, { column, from, to, values: values4, example }) {
  const [before, after] = example.map((value) => value === null ? "null" : `'${excerpt(value)}'`);
  const many = values4 === 1 ? "a value" : "values";
  return `changes ${many} of ${shortName(table)}.${column} (${from} \u2192 ${to}): ${before ?? ""} becomes ${after ?? ""}`;
}
var excerpt = (value) => value.length > 60 ? `${value.slice(0, 60)}\u2026` : value;

// src/rules/uncommitted-transaction.ts
var uncommittedTransaction = {
  id: "uncommitted-transaction",
  hazard: "failure",
  severity: "error",
  detect: ({ trace, steps }) => trace.migrations.flatMap((migration) => {
    const own = steps.filter((step) => step.migration === migration && !step.wrapped);
    const control = own.filter((step) => /BEGIN|START|COMMIT|ROLLBACK$/.test(kindOf2(step)));
    const last = control.at(-1);
    if (!last || !/BEGIN|START/.test(kindOf2(last))) return [];
    return {
      step: last,
      about: [],
      observed: "begins a transaction that nothing commits",
      why: "what follows is rolled back when the connection closes, and no error says so. Write COMMIT at its end",
      safeFor: [],
      tables: []
    };
  })
};
function kindOf2({ tree }) {
  return asNode(tree, "TransactionStmt")?.kind ?? "";
}

// src/rules/unqualified-name.ts
var unqualifiedName = {
  id: "unqualified-name",
  hazard: "design",
  severity: "off",
  detect: ({ steps }) => steps.flatMap((step) => {
    const relation = asNode(step.tree, "CreateStmt")?.relation;
    if (!relation || relation.schemaname !== void 0 || relation.relpersistence === "t")
      return [];
    return {
      step,
      about: [],
      observed: `creates ${relation.relname ?? ""} without naming a schema`,
      why: "the search_path of whoever runs the migration decides where it goes. Name its schema",
      safeFor: [],
      tables: []
    };
  })
};

// src/rules/update-every-row.ts
var updateEveryRow = {
  id: "update-every-row",
  hazard: "lock",
  severity: "warning",
  detect: (pass) => pass.steps.flatMap(
    (step) => unique([...named3(step), ...seen3(step, pass)]).map((table) => ({
      step,
      about: [`write ${table.name}`, `read ${table.name}`],
      observed: `updates every row of ${shortName(table.name)} in one statement`,
      why: "each row stays locked until the last one is done, and the table doubles in size. Update in batches along the primary key, each committed by itself",
      safeFor: updateInBatches(pass, step, table),
      tables: [table.name],
      grows: true
    }))
  )
};
function named3(step) {
  const statement2 = asNode(step.tree, "UpdateStmt");
  if (!statement2?.relation || statement2.whereClause) return [];
  const table = relationNamed(step, statement2.relation);
  return table?.existed === true ? [table] : [];
}
function seen3({ tree, statement: statement2 }, pass) {
  if (asksOfValues(tree, pass)) return [];
  if (asNode(tree, "DoStmt") && /\bcommit\b/i.test(statement2.sql)) return [];
  return statement2.rows.filter(({ relation, before, updated }) => relation.existed && before > 1 && updated >= before).map(({ relation }) => relation);
}
function asksOfValues(tree, { base: base3 }) {
  const where = asNode(tree, "UpdateStmt")?.whereClause;
  const names2 = nodesWithin(where, "ColumnRef").map(({ fields }) => stringsOf(fields).at(-1));
  return [...base3.objects.values()].some(
    ({ kind, name }) => kind === "column" && names2.includes(name)
  );
}

// src/rules/vacuum-full.ts
var vacuumFull = {
  id: "vacuum-full",
  hazard: "rewrite",
  severity: "error",
  detect: ({ steps }) => steps.filter(isOne).flatMap(found8)
};
function isOne({ tree }) {
  const vacuum = asNode(tree, "VacuumStmt");
  if (vacuum) return vacuum.is_vacuumcmd === true && optionOf(vacuum.options, "full") !== null;
  return asNode(tree, "ClusterStmt") !== null;
}
function found8(step) {
  const seen4 = unique(workOf(step).map(({ table }) => table));
  const named4 = allOf(asNode(step.tree, "VacuumStmt")?.rels, "VacuumRelation").flatMap(
    ({ relation }) => relation?.relname ?? []
  );
  const told = seen4.map((table) => describeWork(step, [table]));
  const observed2 = told[0] ?? `rewrites ${named4.join(", ") || "every table"} under ACCESS EXCLUSIVE`;
  return [
    {
      step,
      about: seen4.flatMap((table) => factsOn(step, table)),
      observed: observed2,
      why: "nobody can read or write the table meanwhile. Plain VACUUM keeps nobody out; to give space back, use pg_repack",
      safeFor: [],
      tables: seen4.length > 0 ? seen4.map(({ name }) => name) : named4.map(shortName),
      grows: true
    }
  ];
}

// src/rules/validate-in-same-transaction.ts
var validateInSameTransaction = {
  id: "validate-in-same-transaction",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.filter(
    (step) => alterations(step).some(({ command }) => command.subtype === "AT_ValidateConstraint")
  ).flatMap(
    (step) => unique(workOf(step).map(({ table }) => table)).flatMap((table) => {
      const held = heldOn(step, table);
      if (held === null || !isAtLeast(held, "SHARE ROW EXCLUSIVE")) return [];
      return {
        step,
        about: factsOn(step, table),
        observed: describeWork(step, [table]),
        why: `an earlier statement of the transaction took that lock on ${shortName(table.name)}, and it is held until the end. VALIDATE in a migration that runs in a transaction of its own`,
        safeFor: inNextMigration(step),
        tables: [table.name],
        grows: true
      };
    })
  )
};

// src/rules/volatile-check.ts
var VOLATILE = /^(?:now|random|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuid_generate_v4|nextval|current_setting)$/;
var volatileCheck = {
  id: "volatile-check",
  hazard: "failure",
  severity: "warning",
  detect: ({ steps }) => steps.flatMap(
    (step) => nodesWithin(step.tree, "Constraint").flatMap((constraint) => {
      const called = constraint.contype === "CONSTR_CHECK" ? volatileIn(constraint) : null;
      if (called === null) return [];
      return {
        step,
        about: [],
        observed: `checks rows against ${called}`,
        why: "it holds when a row is written and may not hold later: then a dump can not be restored, and VALIDATE fails. Check it in a trigger or in the application",
        safeFor: [],
        tables: []
      };
    })
  )
};
function volatileIn({ raw_expr: expression }) {
  const [value] = nodesWithin(expression, "SQLValueFunction");
  if (value?.op !== void 0 && /CURRENT_(?:DATE|TIME|TIMESTAMP)|LOCALTIME/.test(value.op))
    return value.op.replace(/^SVFOP_/, "").replace(/_N$/, "").toLowerCase();
  const names2 = nodesWithin(expression, "FuncCall").flatMap(
    ({ funcname }) => stringsOf(funcname).at(-1) ?? []
  );
  const name = names2.find((one) => VOLATILE.test(one));
  return name === void 0 ? null : `${name}()`;
}

// src/rules/wide-index.ts
var MANY = 3;
var wideIndex = {
  id: "wide-index",
  hazard: "design",
  severity: "off",
  detect: (pass) => newIndexes(pass).filter(({ index, columns }) => index.attributes["unique"] !== true && columns.length > MANY).map(({ index, columns, step }) => ({
    step,
    about: [],
    observed: `index ${index.name} has ${columns.length} columns`,
    why: "columns behind the third seldom narrow a search, and every write pays for them. Keep those that do, and put others that are only read into INCLUDE",
    safeFor: [],
    tables: []
  }))
};

// src/rules/work-under-lock.ts
var workUnderLock = {
  id: "work-under-lock",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.flatMap(found9)
};
var WORK = ["rewrite", "build", "verify", "validate"];
var copies = ({ tree }) => asNode(tree, "CreateTableAsStmt") !== null;
function found9(step) {
  const worked = unique(
    workOf(step).filter(({ kind }) => WORK.includes(kind) || kind === "read" && copies(step)).map(({ table }) => table)
  );
  return worked.flatMap((table) => {
    const locked = unique(blockedBefore(step));
    const [first2] = locked;
    if (!first2) return [];
    const names2 = listed(locked.map(({ name }) => shortName(name)));
    return {
      step,
      about: factsOn(step, table),
      observed: `${describeWork(step, [table])} while ${names2} ${locked.length === 1 ? "is" : "are"} held under ${lockOn(step, first2) ?? ""}`,
      why: "the lock that an earlier statement of the transaction took is held for all of it. Put what takes long into a transaction of its own, before what locks",
      safeFor: inNextMigration(step),
      tables: [table.name],
      grows: true
    };
  });
}

// src/rules/work-under-own-lock.ts
var workUnderOwnLock = {
  id: "work-under-own-lock",
  hazard: "lock",
  severity: "error",
  detect: ({ steps }) => steps.flatMap((step) => {
    const worked = workOf(step).filter(({ kind }) => kind !== "read" && kind !== "write").filter(({ table }) => isBlocked(step, table)).map(({ table }) => table);
    return unique(worked).map((table) => ({
      ...foundWork(
        step,
        [table],
        "Do it while nobody needs the table, or in steps that keep nobody out"
      ),
      safeFor: []
    }));
  })
};

// src/rules/index.ts
var rules = [
  dropDatabase,
  concurrentlyInTransaction,
  notInTransaction,
  enumValueUsed,
  addRequiredColumn,
  enumValueRemoved,
  dependsOnData,
  failsOnRows,
  statementFails,
  dropSchema,
  dropAndAddColumn,
  dropForRename,
  dropTable2,
  dropColumn,
  truncate,
  deleteWithoutWhere,
  dropCascade,
  typeNarrowing,
  setUnlogged,
  dropSequence,
  addColumnGenerated,
  addColumnSerial,
  addColumnVolatileDefault,
  addColumnDomain,
  typeChangeRewrite,
  setLogged,
  moveTable,
  vacuumFull,
  setNotNull2,
  addCheck,
  addColumnCheck,
  addForeignKey,
  addColumnForeignKey,
  addUnique,
  addColumnUnique,
  addPrimaryKey,
  addExclusion,
  createIndex,
  reindex,
  typeChangeScan,
  attachPartition,
  refreshMaterializedView,
  alterDomain,
  validateInSameTransaction,
  backfillUnderLock,
  workUnderLock,
  workUnderOwnLock,
  updateEveryRow,
  mergeableAlters,
  detachPartition,
  lockTable,
  dropIndex,
  dropForeignKey,
  severalTablesLocked,
  createTrigger,
  disableTrigger,
  transactionControl,
  uncommittedTransaction,
  mixedWithoutTransaction,
  ifNotExistsConcurrently,
  identifierTooLong,
  volatileCheck,
  renameInUse,
  primaryKeyDropped,
  replicaIdentity,
  extensionVersion,
  securityDefinerSearchPath,
  rowSecurityDisabled,
  rowSecurityWithoutPolicy,
  grantToPublic,
  autovacuumDisabled,
  indexLost,
  concurrentIndexCorrupt,
  policyChanged,
  superuserOnly,
  missingLockTimeout,
  preferBigintKey,
  preferIdentity,
  preferJsonb,
  preferText,
  preferTimestamptz,
  tableWithoutPrimaryKey,
  foreignKeyWithoutIndex,
  missingStatementTimeout,
  statisticsLost,
  tableLockedOften,
  wideIndex,
  redundantIndex,
  onDeleteUnsaid,
  domainWithConstraint,
  notRepeatable,
  dataBesideSchema,
  unqualifiedName,
  preferLookupTable
];

// src/findings/index.ts
var kindsOf = (rows) => rows.map(([id, hazard, severity]) => ({ id, hazard, severity }));
var judgements = kindsOf([
  ["used-table-gone", "incompatibility", "error"],
  ["used-column-gone", "incompatibility", "error"],
  ["insert-column-required", "incompatibility", "error"],
  ["insert-default-gone", "incompatibility", "error"],
  ["insert-refused", "incompatibility", "error"],
  ["used-enum-value-gone", "incompatibility", "error"],
  ["used-type-changed", "incompatibility", "error"],
  ["constraint-stricter", "incompatibility", "warning"],
  ["deployment-order", "incompatibility", "note"],
  ["migration-edited", "drift", "error"],
  ["migration-touched", "drift", "note"],
  ["migration-renamed", "drift", "error"],
  ["migration-deleted", "drift", "error"],
  ["migration-runs-again", "drift", "error"],
  ["migration-skipped", "drift", "error"],
  ["migration-out-of-order", "drift", "warning"],
  ["migration-number-taken", "drift", "warning"],
  ["merge-conflict", "failure", "error"],
  ["down-missing", "operations", "warning"],
  ["down-fails", "failure", "error"],
  ["down-incomplete", "operations", "warning"],
  ["down-loses-data", "data-loss", "note"],
  ["up-fails-again", "failure", "error"],
  ["not-judged", "failure", "warning"]
]);
var ofAllowances = kindsOf([
  ["allowance-unknown-rule", "configuration", "warning"],
  ["allowance-malformed", "configuration", "warning"],
  ["allowance-without-reason", "configuration", "warning"],
  ["allowance-expired", "configuration", "warning"],
  ["allowance-unused", "configuration", "warning"]
]);
var readings = kindsOf([
  ["migration-failed", "failure", "error"],
  ["plan-not-proved", "failure", "error"],
  ["plan-fails-on-rows", "failure", "warning"],
  ["postgres-too-old", "failure", "error"],
  ["environment", "failure", "error"],
  ["bug", "failure", "error"],
  ["plain-statements", "lock", "note"],
  ["missing-migration", "drift", "error"],
  ["undecided-rename", "drift", "error"],
  ["assumed-object", "configuration", "note"],
  ["baseline-commented", "configuration", "note"],
  ["baseline-taken", "configuration", "note"],
  ["config-left-out", "configuration", "warning"],
  ["config-undecided", "configuration", "error"],
  ["folder-left-out", "configuration", "note"],
  ["journal-invalid", "configuration", "error"],
  ["left-out", "configuration", "note"],
  ["migration-unlisted", "configuration", "warning"],
  ["migrations-missing", "configuration", "error"],
  ["model-duplicate", "configuration", "warning"],
  ["model-name-clash", "configuration", "warning"],
  ["models-empty", "configuration", "error"],
  ["models-missing", "configuration", "error"],
  ["not-postgres", "configuration", "error"],
  ["newer-commit", "configuration", "note"],
  ["nothing-changed", "configuration", "note"],
  ["snapshot-fork", "configuration", "note"],
  ["snapshot-stale", "configuration", "note"],
  ["stats-stale", "configuration", "note"],
  ["stats-unreadable", "configuration", "warning"],
  ["usage", "configuration", "error"],
  ["wrong-rename", "configuration", "error"],
  ["base-unread", "unreadable", "warning"],
  ["export-not-read", "unreadable", "note"],
  ["migration-unreadable", "unreadable", "error"],
  ["models-unreadable", "unreadable", "error"],
  ["not-observed", "unreadable", "warning"],
  ["unreadable-model", "unreadable", "error"]
]);
var allowable = [...rules, ...judgements];
var adjustable = [...allowable, ...ofAllowances];
var findingKinds = [...adjustable, ...readings];

// src/report/visible.ts
var INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function wellFormed(text2) {
  return text2.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
}
function escapeOf(character) {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
function oneLine(text2) {
  return text2.replace(/[\r\n\t]+/g, " ").trim().replace(INVISIBLE, escapeOf);
}
function manyLines(text2) {
  return text2.replace(/\r\n?/g, "\n").replace(
    INVISIBLE,
    (character) => character === "\n" || character === "	" ? character : escapeOf(character)
  );
}

export {
  objectId,
  quoteIdentifier,
  quoteLiteral,
  truncateIdentifier,
  kindOfId,
  identityOf,
  ASSUMED_COMMENT,
  extensionsImpliedBy,
  assumptionFor,
  textOf,
  optionalText,
  listOf,
  isRecord,
  parseName,
  writeName,
  partsOfId,
  relationName,
  qualifiedName,
  columnList,
  shortType,
  shortDefault,
  isType,
  retypes,
  holdsInside,
  rebuildsType,
  addTo,
  childrenOf,
  dependentsOf,
  PLACE,
  readList,
  clip,
  paced,
  holdsRows,
  differingAttributes,
  equal,
  PARENTS,
  hasParents,
  parentsOf,
  rebuiltBy,
  attachedTo,
  grantedQuery,
  toGrantee,
  hasDefaultPrivileges,
  impliedPrivileges,
  lostColumns,
  kinds,
  kindOf,
  reference3 as reference,
  traits,
  isAtLeast,
  workOf,
  lockOn,
  ended,
  shortName,
  NEXT,
  ALONE,
  isConcurrent,
  diff,
  likenessOfNames,
  memberId,
  renameCandidates,
  rules,
  judgements,
  ofAllowances,
  readings,
  allowable,
  adjustable,
  findingKinds,
  wellFormed,
  oneLine,
  manyLines
};
