import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  splitStatements
} from "./part-QRMSZTRJ.js";
import {
  assumptionFor,
  differingAttributes,
  extensionsImpliedBy,
  introspect,
  kindOf,
  kinds,
  relationName,
  textOf,
  texts,
  traits
} from "./part-4GPMKYDS.js";
import {
  EnvironmentError,
  UnreadableFile,
  UsageError,
  extensionsIn,
  findProjects,
  identityOf,
  objectId,
  openEmbedded,
  openRevisions,
  quoteIdentifier,
  quoteLiteral,
  readConfig,
  toolOf,
  withoutTimescaleOptions
} from "./part-ARAFE44X.js";

// src/database/replay.ts
var RESET = "RESET ALL; RESET ROLE";
var BRACKETS = {
  transaction: { begin: "BEGIN", commit: "COMMIT", rollback: "ROLLBACK", reset: RESET },
  savepoint: {
    begin: "SAVEPOINT plumbline_replay",
    commit: "RELEASE SAVEPOINT plumbline_replay",
    rollback: "ROLLBACK TO SAVEPOINT plumbline_replay; RELEASE SAVEPOINT plumbline_replay",
    reset: RESET
  }
};
var ACTIVE_TRANSACTION = "25001";
async function applyMigration(db, texts2, options = {}) {
  const replay2 = new Replay(db, texts2, options);
  for (; ; ) {
    const step = await replay2.advance();
    if (step) return step;
  }
}
var Replay = class {
  #db;
  #options;
  #bracket;
  #items;
  #assumed = [];
  #alone = [];
  /** What lies before is committed. */
  #from = 0;
  constructor(db, texts2, options) {
    this.#db = db;
    this.#options = options;
    this.#items = [...texts2];
    this.#bracket = BRACKETS[options.within ?? "transaction"];
  }
  /** One attempt at all that is left; undefined when there is reason for another. */
  async advance() {
    const failed2 = await this.#run(this.#from, this.#items.length);
    if (!failed2) return { ok: true, assumed: this.#assumed, alone: this.#alone };
    const { index, error } = failed2;
    if (this.#committedBefore(index)) this.#from = index;
    if (await this.#refine(index)) return void 0;
    if (await this.#assume(error)) return void 0;
    if (this.#dropOptions(index, error)) return void 0;
    if (error.code === ACTIVE_TRANSACTION && this.#options.within !== "savepoint") {
      return this.#runAlone(index);
    }
    return this.#failure(index, error);
  }
  async #run(from, to) {
    const { begin, commit, rollback, reset } = this.#bracket;
    const texts2 = this.#items.slice(from, to).map((item) => item.sql);
    const result = await this.#db.run([begin, ...texts2, commit, reset]);
    if (result.ok) return null;
    await this.#db.exec(`${rollback}; ${reset}`);
    const index = Math.min(from + Math.max(result.index - 1, 0), Math.max(to - 1, 0));
    return { index, error: result.error };
  }
  /** Splits a text of several statements, so that the next attempt names the right one. */
  async #refine(index) {
    const item = this.#items[index];
    const parts = item ? await splitStatements(item.sql) : [];
    if (!item || parts.length < 2) return false;
    const finer = parts.map(({ sql, offset }) => ({ sql, place: placeAt(item, offset) }));
    this.#items.splice(index, 1, ...finer);
    return true;
  }
  async #assume(error) {
    const assumption = this.#options.assume === false ? null : assumptionFor(error);
    if (!assumption) return false;
    const { kind, name, sql } = assumption;
    if (this.#assumed.some((known) => known.kind === kind && known.name === name)) return false;
    await this.#db.exec(sql);
    this.#assumed.push(assumption);
    return true;
  }
  /** Takes from a statement what only the extension knows that a stub stands for. */
  #dropOptions(index, error) {
    const item = this.#items[index];
    if (!item || error.message !== 'unrecognized parameter namespace "timescaledb"') return false;
    const sql = withoutTimescaleOptions(item.sql);
    if (sql === null) return false;
    this.#items.splice(index, 1, { ...item, sql });
    return true;
  }
  async #runAlone(index) {
    const before = await this.#run(this.#from, index);
    if (before) return this.#failure(before.index, before.error);
    this.#from = index;
    const sql = this.#items[index]?.sql ?? "";
    const result = await this.#db.run([sql]);
    if (!result.ok) {
      return await this.#assume(result.error) ? void 0 : this.#failure(index, result.error);
    }
    this.#alone.push(sql);
    this.#from = index + 1;
    return void 0;
  }
  /** A file with a COMMIT of its own can't be run again from its start. */
  #committedBefore(index) {
    return this.#items.slice(this.#from, index).some(({ sql }) => /(?:^|;)\s*(?:commit|end)\s*(?:;|$|transaction|work)/i.test(sql));
  }
  #failure(index, error) {
    const item = this.#items[index] ?? { sql: "", place: { file: "", line: 1 } };
    return {
      ok: false,
      statement: item.sql,
      index,
      place: placeAt(item, item.sql.length - item.sql.trimStart().length),
      error,
      ranBefore: index,
      kept: this.#from > 0,
      assumed: this.#assumed
    };
  }
};
function placeAt({ sql, place }, offset) {
  const lines = sql.slice(0, offset).split("\n");
  const width = lines.at(-1)?.length ?? 0;
  return {
    file: place.file,
    line: place.line + lines.length - 1,
    column: lines.length > 1 ? width + 1 : (place.column ?? 1) + width
  };
}

// src/actual.ts
function assumedSchemas({ assumed }) {
  return assumed.filter(({ kind }) => kind === "schema").map(({ name }) => name);
}
async function replay(database, migrations) {
  const assumed = [];
  let applied = 0;
  while (applied < migrations.length) {
    applied += await applyMany(database, migrations.slice(applied));
    const next = migrations[applied];
    if (next === void 0) break;
    const result = await applyMigration(database, next.statements);
    assumed.push(...result.assumed);
    if (!result.ok) {
      return {
        applied,
        failure: describeFailure(next, result, applied, database.stubbed),
        assumed
      };
    }
    applied += 1;
  }
  return { applied, failure: null, assumed };
}
async function applyMany(database, migrations) {
  const texts2 = [];
  const ends = [];
  for (const { statements: statements2 } of migrations) {
    texts2.push("begin", ...statements2.map(({ sql }) => sql), "commit", "reset role", "reset all");
    ends.push(texts2.length);
  }
  const result = await database.run(texts2);
  if (result.ok) return migrations.length;
  await database.exec("rollback");
  return ends.filter((end) => end <= result.index).length;
}
var ABSENT = ["42704", "42883", "42P01", "42703", "3F000"];
function describeFailure(migration, failure, before, stubbed) {
  const { error, place, statement, ranBefore } = failure;
  const parts = [
    `${migration.name} fails: ${error.message} (${error.code})`,
    ...error.detail === null ? [] : [error.detail],
    ...error.hint === null ? [] : [`hint: ${error.hint}`],
    ...stubbed.length > 0 && ABSENT.includes(error.code) ? [`only stand-ins are here for ${stubbed.join(", ")}, which may lack it`] : [],
    `statement ${failure.index + 1}${at(failure)}: ${shortened(statement)}`,
    `before it ran ${before} migration(s) and ${ranBefore} statement(s) of this one`
  ];
  return {
    rule: "migration-failed",
    severity: "error",
    hazard: "failure",
    message: parts.join("; "),
    file: place.file,
    line: place.line + linesBefore(failure)
  };
}
function at({ error, statement }) {
  if (error.position === null) return "";
  const near = statement.slice(error.position, error.position + 30).split(/\s/u)[0] ?? "";
  return near === "" ? "" : ` at "${near}"`;
}
function linesBefore({ error, statement }) {
  return error.position === null ? 0 : statement.trimStart().slice(0, error.position).split("\n").length - 1;
}
function shortened(sql) {
  const line = sql.trim().replaceAll(/\s+/gu, " ");
  return line.length > 200 ? `${line.slice(0, 200)}\u2026` : line;
}
async function readActual(database, set) {
  await database.run(["reset role", "reset all"]);
  return introspect(database, { exclude: [set.bookkeeping] });
}

// src/databases.ts
import { setMaxListeners } from "node:events";
var maxScanned = 4 * 1024 * 1024;
function startDatabases(revision, timeLeft) {
  let extensions = extensionsOf(revision);
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const open = async () => {
    const limit = timeLeft();
    const { signal } = ending;
    return openEmbedded({ extensions, deadlineMs: limit, totalDeadlineMs: limit, signal });
  };
  const first = open();
  const second = first.then(open);
  const ready = [first, second];
  for (const database of ready) database.catch(() => void 0);
  return {
    get extensions() {
      return extensions;
    },
    take: () => ready.shift() ?? open(),
    provide: (names) => {
      const more = names.filter((name) => !extensions.includes(name));
      if (more.length === 0) return false;
      extensions = [...extensions, ...more].sort();
      for (const database of ready.splice(0)) void database.then(closeIt, () => void 0);
      return true;
    },
    close: () => {
      ending.abort();
    }
  };
}
var closeIt = (database) => database.close();
function createExtensions(extensions) {
  return extensions.map(
    (name) => `create extension if not exists ${quoteIdentifier(name)} cascade`
  );
}
function extensionsOf(revision) {
  const names = revision.list().filter((path) => path.endsWith(".sql")).flatMap((path) => {
    const text = textOf2(revision, path);
    return [...extensionsIn(text), ...extensionsImpliedBy(text)];
  });
  return [...new Set(names)].sort();
}
function textOf2(revision, path) {
  try {
    const text = revision.read(path);
    return text.length > maxScanned ? "" : text;
  } catch {
    return "";
  }
}

// src/desired.ts
function buildDesired(database, models, prelude) {
  return database.scratch(() => create(database, models, prelude));
}
function buildDesiredInPlace(database, models, standing) {
  const external = new Set(models.scope.external);
  const replaced = [...standing.actual.objects.values()].filter(
    ({ id, kind, parent }) => parent === null && models.scope.kinds.includes(kind) && !external.has(id)
  );
  const statements2 = models.statements.filter(({ object }) => {
    const [schema = ""] = identityOf(object).split(".");
    return !standing.assumed.includes(schema);
  });
  const prelude = replaced.flatMap(dropStatement);
  return database.scratch(() => create(database, { ...models, statements: statements2 }, prelude));
}
var dropWords = {
  view: "view",
  "materialized view": "materialized view",
  table: "table",
  sequence: "sequence",
  enum: "type"
};
function dropStatement({ kind, schema, name }) {
  const word = dropWords[kind];
  if (word === void 0 || schema === null) return [];
  return [`drop ${word} if exists ${quoteIdentifier(schema)}.${quoteIdentifier(name)} cascade`];
}
async function create(database, models, prelude) {
  const before = await database.run([...prelude, ...models.roles.map(createRole)]);
  if (!before.ok) throw before.error;
  const rejections = await createAll(database, models.statements);
  const schema = await introspect(database);
  const unreadable = models.unknowns.flatMap(({ object }) => object ?? []);
  return {
    schema,
    rejected: rejections.map(({ statement }) => statement.object),
    refusals: rejections.flatMap((rejection, index) => {
      const causes = [...unreadable, ...rejections.slice(0, index).map(objectOf)];
      if (isConsequence(rejection, causes)) return [];
      return { object: objectOf(rejection), finding: describeRejection(rejection) };
    })
  };
}
function createRole(name) {
  return `do $plumbline$ begin if not exists (select from pg_catalog.pg_roles where rolname = ${quoteLiteral(name)}) then create role ${quoteIdentifier(name)}; end if; end $plumbline$`;
}
async function createAll(database, statements2) {
  await database.exec("savepoint models");
  const result = await database.run(statements2.map(({ sql }) => sql));
  if (result.ok) return [];
  await database.exec("rollback to savepoint models");
  const rejections = [];
  for (const statement of statements2) {
    const one = await database.run(["savepoint one", statement.sql, "release savepoint one"]);
    if (one.ok) continue;
    await database.exec("rollback to savepoint one");
    rejections.push({ statement, error: one.error });
  }
  return rejections;
}
var objectOf = ({ statement }) => statement.object;
var absent = ["42P01", "42703", "42704", "42883"];
function isConsequence({ statement, error }, causes) {
  if (!absent.includes(error.code)) return false;
  return causes.some((cause) => {
    const name = /(?:"((?:[^"]|"")*)"|([^."]+))$/u.exec(identityOf(cause));
    return statement.sql.includes(`"${name?.[1] ?? name?.[2] ?? cause}"`);
  });
}
function describeRejection({ statement, error }) {
  const hint = error.hint === null ? "" : ` (${error.hint})`;
  const sql = statement.sql.replaceAll(/\s+/gu, " ");
  return {
    rule: "unreadable-model",
    severity: "error",
    hazard: "unreadable",
    message: `Postgres refuses this model: ${error.message}${hint}. Statement: ${sql.length > 160 ? `${sql.slice(0, 160)}\u2026` : sql}`,
    file: statement.place?.file ?? null,
    line: statement.place?.line ?? null
  };
}

// src/sides.ts
function sideOf(models, migrations, built) {
  const unknown = models.unknowns.flatMap(({ object }) => object ?? []);
  return {
    models,
    migrations,
    desired: built.desired.schema,
    actual: built.actual,
    unreadable: [...unknown, ...built.desired.rejected],
    assumed: built.assumed
  };
}
function whyUnread(models, migrations) {
  const isError = ({ severity }) => severity === "error";
  const unreadModels = models.statements.length === 0 ? models.findings.find(isError) : void 0;
  return unreadModels ?? migrations.findings.find(isError) ?? null;
}

// src/sources.ts
function compareHistories(head, base) {
  if (base === null) return { shared: head.migrations, rest: [], diverged: false };
  const length2 = head.migrations.findIndex(({ name, hash }, index) => {
    const same = base.migrations[index];
    return same?.name !== name || same.hash !== hash;
  });
  const common = length2 === -1 ? head.migrations.length : length2;
  return {
    shared: head.migrations.slice(0, common),
    rest: head.migrations.slice(common),
    diverged: base.migrations.length > common
  };
}
function addedTo(head, base) {
  const known = new Set(base?.migrations.map(({ name }) => name));
  return head.migrations.filter(({ name }) => !known.has(name));
}
async function projectAtBase(workspace, base, project) {
  const files = [project.configFile, "plumbline.yml", "plumbline.yaml"].filter(
    (file) => file !== null
  );
  if (files.every((file) => sameFile(workspace.head, base, file))) return project;
  try {
    const { projects } = await findProjects(base, readConfig(base, null), []);
    return projects.find(({ id, root }) => id === project.id || root === project.root) ?? null;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
async function readBaseModels(workspace, base, pair) {
  const { project, atBase, head } = pair;
  const same = atBase === project && head.files.every((file) => sameFile(workspace.head, base, file));
  return same ? head : toolOf(atBase).readModels(base, atBase, { env: atBase.env });
}
function sameFile(one, other, path) {
  return contentOf(one, path) === contentOf(other, path);
}
function contentOf(revision, path) {
  if (!revision.isFile(path)) return null;
  try {
    return revision.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return `\0${error.message}`;
    throw error;
  }
}

// src/base-side.ts
async function findBase(workspace, project) {
  const { base } = workspace;
  if (base === null) return null;
  const atBase = await projectAtBase(workspace, base, project);
  if (atBase === null) return null;
  const migrations = await toolOf(atBase).readMigrations(base, atBase);
  return { revision: base, project: atBase, migrations };
}
async function readBaseSide(workspace, base, context) {
  const { project, head } = context;
  const models = await readBaseModels(workspace, base.revision, {
    project,
    atBase: base.project,
    head: head.models
  });
  const unread = whyUnread(models, base.migrations);
  if (unread !== null) return unread.message;
  const actual = await actualAtBase(workspace, base, context);
  if (actual === null) return "its migrations do not run";
  const desired = await desiredAtBase(workspace, models, context);
  return sideOf(models, base.migrations, { desired, actual, assumed: head.assumed });
}
async function desiredAtBase(workspace, models, { head, actual, spare }) {
  if (models === head.models) {
    return { schema: head.desired, rejected: head.unreadable, refusals: [] };
  }
  const prelude = createExtensions(workspace.databases.extensions);
  const desired = await buildDesired(spare, models, prelude);
  return desired.rejected.length === 0 ? desired : buildDesiredInPlace(actual, models, head);
}
async function actualAtBase(workspace, base, { head, atBase }) {
  if (!compareHistories(head.migrations, base.migrations).diverged) return atBase;
  const apart = await workspace.databases.take();
  try {
    const replayed = await replay(apart, base.migrations.migrations);
    return replayed.failure === null ? await readActual(apart, base.migrations) : null;
  } finally {
    await apart.close();
  }
}

// src/drift.ts
import picomatch from "./vendor/picomatch.js";

// src/schema/renames.ts
function pairRenames(gone, fresh, { traits: traits2, scope }) {
  const free = new Set(fresh);
  return gone.flatMap((before) => {
    if (traits2[before.kind]?.renamable !== true) return [];
    const after = [...free].find(
      (candidate) => candidate.kind === before.kind && candidate.parent === before.parent && differingAttributes(before, candidate, scope).length === 0
    );
    if (!after) return [];
    free.delete(after);
    return [[before, after]];
  });
}

// src/schema/diff.ts
function diff(actual, desired, options) {
  const before = select(actual, options);
  const after = select(desired, options);
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  const renames = pairRenames(gone, fresh, options);
  const renamed = new Set(renames.flatMap(([old, wanted]) => [old.id, wanted.id]));
  const altered2 = [...after.values()].flatMap((object) => {
    const old = before.get(object.id);
    return old ? alteration(old, object, { ...options, actual, desired }) : [];
  });
  const changes = [
    ...altered2,
    ...renames.map(([old, wanted]) => rename(old, wanted)),
    ...fresh.filter(({ id }) => !renamed.has(id)).map(creation),
    ...gone.filter(({ id }) => !renamed.has(id)).map((object) => drop(object, actual, options))
  ];
  return withoutCovered(changes, before, after, options).sort(byObject);
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
function creation(object) {
  const { kind, id } = object;
  return {
    op: "create",
    kind,
    object: id,
    weight: "substance",
    reason: "only in the models",
    after: object
  };
}
function drop(object, actual, options) {
  const unused = options.traits[object.kind]?.formWhenUnused === true && !isNeeded(object, actual);
  return {
    op: "drop",
    kind: object.kind,
    object: object.id,
    weight: unused ? "form" : "substance",
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
function alteration(before, after, options) {
  const attributes = differingAttributes(before, after, options.scope);
  if (attributes.length === 0) return [];
  const traits2 = options.traits[after.kind] ?? {};
  const isForm = (name) => traits2.form?.includes(name) === true || traits2.formWhen?.[name]?.(before, after, options) === true;
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
    return own ? own(old, wanted) : `${words(name)}: ${inWords(old)} \u2192 ${inWords(wanted)}`;
  });
  const told = reasons.filter((reason) => reason !== null);
  return told.length > 0 ? told.join("; ") : attributes.map(words).join(", ");
}
function words(name) {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
function inWords(value) {
  if (value === null || value === void 0) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `(${value.map(inWords).join(", ")})`;
  return typeof value === "object" ? JSON.stringify(value) : String(value).trim().replaceAll(/\s+/g, " ");
}
function withoutCovered(changes, before, after, { traits: traits2 }) {
  const byId = new Map(changes.map((change) => [change.object, change]));
  const covered = (object, op) => {
    const parent = object.parent === null ? void 0 : byId.get(object.parent);
    if (parent?.op === "alter") {
      const follows2 = traits2[object.kind]?.follows ?? [];
      return object.part && parent.attributes.some((name) => follows2.includes(name));
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
  return [...schema.objects.values()].some((other) => other.needs.includes(object.id));
}
function byObject(a, b) {
  const [left, right] = [identityOf(a.object), identityOf(b.object)];
  if (left !== right) return left < right ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}

// src/drift.ts
function findDrift(project, head, base) {
  const unmodelled = findUnmodelled(head, base);
  const scope = scopeOf(head, base);
  const changes = changesOf(head, scope, ignoredObjects(project, head, unmodelled));
  if (base === null) return { changes, inherited: /* @__PURE__ */ new Set(), unmodelled };
  const ignoredAtBase = ignoredObjects(project, base, findUnmodelled(base, null));
  const standing = new Set(
    changesOf(base, scope, ignoredAtBase).map((change) => keyOf(change, base))
  );
  const inherited = new Set(changes.filter((change) => standing.has(keyOf(change, head))));
  return { changes, inherited, unmodelled };
}
function keyOf(change, { desired }) {
  const { op, object } = change;
  switch (change.op) {
    case "create":
      return JSON.stringify([op, object, definitionOf(change.after, desired)]);
    case "alter": {
      const { attributes, before, after } = change;
      const values = attributes.map((name) => [before.attributes[name], after.attributes[name]]);
      return JSON.stringify([op, object, attributes, values]);
    }
    case "rename":
      return JSON.stringify([op, object, change.before.id]);
    case "drop":
      return JSON.stringify([op, object]);
  }
}
function definitionOf(object, schema) {
  const parts = [...schema.objects.values()].filter(({ parent, part }) => part && parent === object.id).sort((a, b) => a.id < b.id ? -1 : 1);
  return [object.id, object.attributes, ...parts.flatMap((part) => definitionOf(part, schema))];
}
function changesOf(side, scope, ignore) {
  return diff(side.actual, side.desired, { traits, scope, ignore });
}
function scopeOf(head, base) {
  const { kinds: kinds2, silent, external, ifDeclared } = head.models.scope;
  const declared = [head, base].flatMap((side) => [...side?.desired.objects.values() ?? []]);
  const isDeclared = (kind, attribute) => declared.some((object) => object.kind === kind && Boolean(object.attributes[attribute]));
  const unsaid = Object.entries(ifDeclared.attributes).map(
    ([kind, attributes]) => [
      kind,
      [...silent[kind] ?? [], ...attributes.filter((name) => !isDeclared(kind, name))]
    ]
  );
  return {
    external,
    silent: { ...silent, ...Object.fromEntries(unsaid) },
    kinds: kinds2.filter(
      (kind) => !ifDeclared.kinds.includes(kind) || declared.some((object) => object.kind === kind)
    )
  };
}
function findUnmodelled(side, base) {
  const modelled = new Set(side.migrations.modelledBefore);
  const { unsaidOn } = side.models.scope;
  const isUnsaid = (kind, parent) => unsaidOn[side.actual.objects.get(parent)?.kind ?? ""]?.includes(kind) === true;
  return [...side.actual.objects.values()].filter(
    ({ id, kind, parent }) => (parent === null || isUnsaid(kind, parent)) && side.models.scope.kinds.includes(kind) && !side.desired.objects.has(id) && base?.desired.objects.has(id) !== true && !modelled.has(id)
  ).map(({ id }) => id);
}
function ignoredObjects(project, side, unmodelled) {
  const isNamed = ignoredByName(project);
  const leftOut2 = new Set([...side.unreadable, ...unmodelled].map(sharedName));
  const assumed = new Set(side.assumed);
  const anyMissing = side.models.unknowns.some(({ object }) => object === null);
  return (object) => {
    const { id, kind, schema, name, parent } = object;
    if (assumed.has(schema ?? name)) return true;
    if (kind === "extension" && !side.models.extensions.includes(name)) return true;
    if (leftOut2.has(sharedName(id)) || parent !== null && leftOut2.has(sharedName(parent)))
      return true;
    if (isNamed(object)) return true;
    return anyMissing && parent === null && !side.desired.objects.has(id);
  };
}
function ignoredByName({ ignore }) {
  if (ignore.length === 0) return () => false;
  const matches = picomatch([...ignore]);
  return ({ schema, table, name }) => [
    [schema, name],
    [schema, table],
    [schema, table, name]
  ].some((parts) => matches(parts.filter((part) => part !== null).join(".")));
}
function sharedName(id) {
  return /^(?:schema|role|extension):/.test(id) ? id : identityOf(id);
}

// src/observations.ts
var MANY = 10;
function unobserved(head, stubbed) {
  return stubbed.flatMap((name) => {
    const id = objectId("extension", name);
    const dependents = new Set([head.actual, head.desired].flatMap((one) => needing(one, id)));
    if (!head.actual.objects.has(id) && dependents.size === 0) return [];
    const leaning = dependents.size === 0 ? "" : `: ${few([...dependents].sort())}`;
    const message = `the embedded Postgres does not have the extension ${name}, so a stand-in took its place; what leans on it is compared by name and type, and its behaviour is not observed${leaning}`;
    return [note("not-observed", "unreadable", message)];
  });
}
function needing(schema, id) {
  const found = [...schema.objects.values()].filter(({ needs }) => needs.includes(id));
  return found.map((object) => identityOf(object.id));
}
function few(names) {
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : "";
  return names.slice(0, MANY).join(", ") + more;
}
function leftOut(project, head) {
  const isNamed = ignoredByName(project);
  const { external } = head.models.scope;
  const objects = [...head.actual.objects.values(), ...head.desired.objects.values()];
  const names = objects.filter(
    (object) => isNamed(object) || object.kind === "table" && external.includes(object.id)
  ).map(({ id }) => identityOf(id));
  if (names.length === 0) return [];
  const message = `left out of the comparison by the configuration: ${few([...new Set(names)].sort())}`;
  return [note("left-out", "configuration", message)];
}
function otherVersion({ postgres }, version) {
  const major = Math.floor(version / 1e4);
  if (postgres === void 0 || postgres === major) return [];
  const message = `plumbline.yml says PostgreSQL ${postgres}, and this was run on ${major}: what the two do differently is not observed`;
  return [note("not-observed", "configuration", message)];
}
function note(rule, hazard, message) {
  return { rule, severity: "note", hazard, message, file: null, line: null };
}
function emptyModels(head, unmodelled) {
  const tables = unmodelled.filter((id) => id.startsWith("table:"));
  const silent = head.models.statements.length === 0 && head.models.unknowns.length === 0;
  if (!silent || tables.length === 0) return [];
  return [
    {
      rule: "models-empty",
      severity: "error",
      hazard: "configuration",
      message: `the model files declare nothing, and the migrations make ${few(tables.map(identityOf))}: name the files that declare these tables, in the tool\u2019s configuration or under \`models\` in plumbline.yml`,
      file: head.models.files[0] ?? null,
      line: head.models.files.length === 0 ? null : 1
    }
  ];
}
function baseUnread(reason) {
  return {
    rule: "base-unread",
    severity: "warning",
    hazard: "unreadable",
    message: `base could not be compared, so nothing counts as inherited: ${reason}`,
    file: null,
    line: null
  };
}

// src/schema/apply.ts
function applyChanges(actual, desired, changes, follows2) {
  const objects = new Map(actual.objects);
  for (const change of changes) {
    if (change.op === "drop") removeWithChildren(objects, change.before);
    else if (change.op === "rename") {
      objects.delete(change.before.id);
      objects.set(change.after.id, change.after);
    }
  }
  for (const change of changes) {
    if (change.op === "create") addWithParts(objects, change.after, desired);
    else if (change.op === "alter") {
      objects.set(change.after.id, altered(change.before, change.after, change.attributes));
      followParts(objects, change, desired, follows2);
    }
  }
  return { objects, uncovered: actual.uncovered };
}
function followParts(objects, change, desired, follows2) {
  const isPart = (object) => object.parent === change.after.id && object.part && follows2(object, change.attributes);
  for (const object of [...objects.values()].filter(isPart)) {
    if (!desired.objects.has(object.id)) removeWithChildren(objects, object);
  }
  for (const object of [...desired.objects.values()].filter(isPart)) {
    if (!objects.has(object.id)) addWithParts(objects, object, desired);
  }
}
function altered(before, after, names) {
  const attributes = { ...before.attributes };
  for (const name of names) attributes[name] = after.attributes[name] ?? null;
  return { ...after, attributes };
}
function removeWithChildren(objects, root) {
  objects.delete(root.id);
  for (const object of [...objects.values()]) {
    if (object.parent === root.id) removeWithChildren(objects, object);
  }
}
function addWithParts(objects, root, from) {
  objects.set(root.id, root);
  for (const object of from.objects.values()) {
    if (object.parent === root.id && object.part) addWithParts(objects, object, from);
  }
}

// src/plan/actions.ts
function actionsFor(changes, transition) {
  const rebuilt = rebuiltObjects(changes, transition);
  const changed = new Set(changes.map((change) => change.object));
  const actions = changes.flatMap((change) => actionsOf(change, rebuilt, transition));
  const others = [...rebuilt].filter(([id]) => !changed.has(id));
  return {
    actions: [...actions, ...others.flatMap(([id, cause]) => recreate(id, cause, transition))],
    manual: changes.flatMap((change) => manualReason(change, transition))
  };
}
function actionsOf(change, rebuilt, transition) {
  const base = { change: change.object, attributes: [] };
  switch (change.op) {
    case "create":
      return [{ ...base, verb: "create", object: change.after, after: change.after }];
    case "drop":
      return [{ ...base, verb: "drop", object: change.before, after: change.before }];
    case "rename":
      return [{ ...base, verb: "rename", object: change.before, after: change.after }];
    case "alter":
      if (manualReason(change, transition).length > 0) return [];
      if (rebuilt.has(change.object)) return recreate(change.object, change.object, transition);
      return [
        {
          ...base,
          verb: "alter",
          object: change.before,
          after: change.after,
          attributes: change.attributes
        }
      ];
  }
}
function recreate(id, change, { actual, desired }) {
  const before = actual.objects.get(id);
  const after = desired.objects.get(id);
  if (!before || !after) return [];
  return [
    { verb: "drop", object: before, after: before, attributes: [], change },
    { verb: "create", object: after, after, attributes: [], change }
  ];
}
function manualReason(change, transition) {
  if (change.op !== "alter" || !needsRecreation(change, transition)) return [];
  return kindOf(change.kind).recreatable?.(change.before, change.after) === false ? [`${change.kind} ${change.after.name}: ${change.reason} would need it made anew`] : [];
}
function needsRecreation(alteration2, transition) {
  const { alter } = kindOf(alteration2.after.kind);
  return alteration2.attributes.some(
    (name) => (alter[name]?.(alteration2.before, alteration2.after, transition) ?? null) === null
  );
}
function rebuiltObjects(changes, transition) {
  const rebuilt = /* @__PURE__ */ new Map();
  const dependents = dependentsOf(transition.actual);
  const queue = [];
  const rebuild = (object, cause) => {
    const after = transition.desired.objects.get(object.id);
    if (rebuilt.has(object.id) || !after) return;
    if (kindOf(object.kind).recreatable?.(object, after) === false) return;
    rebuilt.set(object.id, cause);
    queue.push([object.id, cause]);
  };
  for (const change of changes) {
    if (change.op !== "alter") continue;
    if (needsRecreation(change, transition)) rebuild(change.before, change.object);
    const also = kindOf(change.kind).alsoAlters?.(change, transition) ?? [];
    const blocking = [change, ...also].flatMap(
      (alteration2) => (dependents.get(alteration2.before.id) ?? []).filter(
        (object) => kindOf(object.kind).blocks?.(object, alteration2) === true
      )
    );
    for (const object of blocking) rebuild(object, change.object);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [id, cause] = next;
    for (const object of dependents.get(id) ?? []) {
      if (object.parent !== id || !object.part) rebuild(object, cause);
    }
  }
  return rebuilt;
}
function dependentsOf(schema) {
  const dependents = /* @__PURE__ */ new Map();
  for (const object of schema.objects.values()) {
    for (const need of object.needs) {
      const known = dependents.get(need);
      if (known) known.push(object);
      else dependents.set(need, [object]);
    }
  }
  return dependents;
}

// src/plan/cycles.ts
function dropsOfTies(actions, actual) {
  const dropped = new Map(
    actions.filter(({ verb, object }) => verb === "drop" && object.parent === null).map((action) => [action.object.id, action])
  );
  const own = new Set(actions.map((action) => action.object.id));
  const ties = [...actual.objects.values()].filter(
    ({ id, parent, part }) => !part && !own.has(id) && parent !== null && dropped.has(parent)
  );
  const graph = /* @__PURE__ */ new Map();
  for (const tie of ties) {
    const from = tie.parent ?? "";
    const targets = graph.get(from) ?? /* @__PURE__ */ new Set();
    for (const target of rootsNeeded(tie, actual)) {
      if (dropped.has(target)) targets.add(target);
    }
    graph.set(from, targets);
  }
  return ties.flatMap((tie) => {
    const from = tie.parent ?? "";
    const cause = dropped.get(from);
    const cyclic = rootsNeeded(tie, actual).some((target) => reaches(target, from, graph));
    if (!cause || !cyclic) return [];
    return [{ verb: "drop", object: tie, after: tie, attributes: [], change: cause.change }];
  });
}
function rootsNeeded(object, schema) {
  const rootOf = (id) => {
    const parent = schema.objects.get(id)?.parent ?? null;
    return parent === null ? id : rootOf(parent);
  };
  const roots = new Set(object.needs.map(rootOf));
  return [...roots].filter((root) => root !== object.parent);
}
function reaches(from, to, graph) {
  const seen = /* @__PURE__ */ new Set([from]);
  for (const one of seen) {
    if (one === to) return true;
    for (const next of graph.get(one) ?? []) seen.add(next);
  }
  return false;
}

// src/plan/irreversible.ts
var WIDENING = [
  ["smallint", "integer", "bigint", "numeric", "text"],
  ["real", "double precision", "text"],
  ["character varying", "text"],
  ["uuid", "text"],
  ["boolean", "text"],
  ["json", "text"],
  ["cidr", "inet", "text"]
];
function irreversible(changes, actual) {
  return changes.flatMap((change) => {
    const name = identityOf(change.object);
    if (change.op === "drop") {
      if (change.kind === "table") return [`dropping table ${name} loses its rows`];
      if (change.kind === "column" && change.before.attributes["generated"] === null) {
        return [`dropping column ${name} loses its values`];
      }
      if (change.kind === "sequence") return [`dropping sequence ${name} loses its position`];
      return [];
    }
    return change.op === "alter" ? alterationLoss(change, name, actual) : [];
  });
}
function alterationLoss(change, name, actual) {
  const { before, after, attributes } = change;
  if (change.kind === "enum") return enumLoss(change, name, actual);
  if (change.kind !== "column") return [];
  if (attributes.includes("generated") && before.attributes["generated"] === null) {
    return [`making column ${name} a generated one loses its values`];
  }
  const [from, to] = [textOf(before, "type"), textOf(after, "type")];
  if (!attributes.includes("type") || keepsValues(from, to)) return [];
  return [
    `changing the type of column ${name} from ${from} to ${to} may not keep every value as it was`
  ];
}
function enumLoss(change, name, actual) {
  const values = (side) => {
    const list = change[side].attributes["values"];
    return Array.isArray(list) ? list : [];
  };
  const added = values("after").filter((value) => !values("before").includes(value));
  const used = [...actual.objects.values()].some(
    (object) => object.kind === "column" && object.needs.includes(change.object)
  );
  return added.length > 0 && used ? [`rows that use a new value of enum ${name} stand in the way of removing it again`] : [];
}
function keepsValues(from, to) {
  const [old, wanted] = [from.replace(/\(.*\)/, ""), to.replace(/\(.*\)/, "")];
  if (old === wanted) return !to.includes("(") || length(from) <= length(to);
  return WIDENING.some(
    (chain) => chain.includes(old) && chain.indexOf(old) < chain.indexOf(wanted) && !to.includes("(")
  );
}
function length(type) {
  return Number(/\((\d+)/.exec(type)?.[1] ?? Infinity);
}

// src/plan/order.ts
var RANK = { drop: 0, rename: 1, alter: 2, create: 3 };
function order(actions, transition, kindRank2) {
  const graph = edges(actions, transition);
  const waiting = new Set(actions);
  const priority = new Map(actions.map((action) => [action, priorityOf(action, kindRank2)]));
  const sorted = [];
  const ready = (action) => [...graph.get(action) ?? []].every((earlier) => !waiting.has(earlier));
  while (waiting.size > 0) {
    const candidates = [...waiting].filter(ready);
    const pool = candidates.length > 0 ? candidates : [...waiting];
    const next = pool.reduce((a, b) => (priority.get(b) ?? 0) < (priority.get(a) ?? 0) ? b : a);
    waiting.delete(next);
    sorted.push(next);
  }
  return sorted;
}
function priorityOf(action, kindRank2) {
  const rank = kindRank2(action.object.kind);
  return RANK[action.verb] * 1e3 + (action.verb === "drop" ? -rank : rank);
}
function edges(actions, transition) {
  const graph = new Map(actions.map((action) => [action, /* @__PURE__ */ new Set()]));
  const before = indexActions(actions, ["drop"], transition.actual, "object");
  const after = indexActions(actions, ["create", "rename"], transition.desired, "after");
  const altered2 = indexActions(actions, ["alter"], null, "object");
  const add = (later, earlier) => {
    if (later && earlier && later !== earlier) graph.get(later)?.add(earlier);
  };
  for (const [id, action] of before) {
    for (const need of transition.actual.objects.get(id)?.needs ?? []) {
      add(before.get(need), action);
      add(altered2.get(need), action);
    }
    if (after.get(id) !== action) add(after.get(id), action);
  }
  for (const [id, action] of after) {
    for (const need of transition.desired.objects.get(id)?.needs ?? []) {
      add(action, after.get(need));
      add(action, altered2.get(need));
    }
  }
  for (const action of altered2.values()) {
    for (const need of action.after.needs) {
      add(action, after.get(need));
      add(action, altered2.get(need));
    }
    for (const need of action.object.needs) {
      add(before.get(need), action);
      if (!action.after.needs.includes(need)) add(altered2.get(need), action);
    }
  }
  return graph;
}
function indexActions(actions, verbs, schema, side) {
  const index = /* @__PURE__ */ new Map();
  const children = schema ? childrenOf(schema) : /* @__PURE__ */ new Map();
  const enter = (object, action) => {
    if (index.has(object.id)) return;
    index.set(object.id, action);
    for (const child of children.get(object.id) ?? []) {
      if (action.verb === "drop" || action.verb === "create" && child.part) enter(child, action);
    }
  };
  const own = actions.filter(({ verb }) => verbs.includes(verb));
  for (const action of own) index.set(action[side].id, action);
  for (const action of own) {
    index.delete(action[side].id);
    enter(action[side], action);
  }
  return index;
}
function childrenOf(schema) {
  const children = /* @__PURE__ */ new Map();
  for (const object of schema.objects.values()) {
    if (object.parent === null) continue;
    const known = children.get(object.parent);
    if (known) known.push(object);
    else children.set(object.parent, [object]);
  }
  return children;
}

// src/plan/plan.ts
function planChanges(changes, transition) {
  const { actual, desired } = transition;
  const expected = applyChanges(actual, desired, changes, follows);
  const up = steps(changes, { actual, desired: expected });
  const back = diff(expected, actual, { traits });
  const down = steps(back, { actual: expected, desired: actual });
  return {
    up: up.steps,
    down: down.steps,
    irreversible: irreversible(changes, actual),
    manual: up.manual,
    expected
  };
}
function sqlForChange(change, transition) {
  const { actual, desired } = transition;
  const expected = applyChanges(actual, desired, [change], follows);
  return steps([change], { actual, desired: expected }).steps.map((step) => step.sql);
}
function follows(part, attributes) {
  const own = kindOf(part.kind).traits.follows ?? [];
  return attributes.some((name) => own.includes(name));
}
function steps(changes, transition) {
  const { actions, manual } = actionsFor(changes, transition);
  const all = [...actions, ...dropsOfTies(actions, transition.actual)];
  const written = order(all, transition, kindRank).flatMap(
    (action) => statements(action, transition).map((sql) => ({ sql, change: action.change, action }))
  );
  return {
    manual,
    steps: written.map(({ sql, change, action }, index) => ({
      sql,
      change,
      transactional: !usedLater(
        sql,
        action,
        written.slice(index + 1).map((later) => later.sql)
      )
    }))
  };
}
var KIND_ORDER = Object.keys(kinds);
function kindRank(kind) {
  return KIND_ORDER.indexOf(kind);
}
function statements(action, transition) {
  const kind = kindOf(action.object.kind);
  switch (action.verb) {
    case "drop":
      return kind.drop(action.object);
    case "create":
      return kind.create(action.after, transition.desired);
    case "rename":
      return kind.rename?.(action.object, action.after) ?? [];
    case "alter":
      return Object.entries(kind.alter).filter(([name]) => action.attributes.includes(name)).flatMap(([, alter]) => alter(action.object, action.after, transition) ?? []);
  }
}
function usedLater(sql, action, later) {
  const value = /^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*')/.exec(sql)?.[1];
  if (action.object.kind !== "enum" || value === void 0) return false;
  return later.some((text) => text.includes(value) && !text.startsWith("ALTER TYPE"));
}

// src/plan/rows.ts
var VALUES = [
  [/\[\]$/, `'{}'`],
  [/^(smallint|integer|bigint|numeric|real|double precision|money)\b/, "1"],
  [/^(text|citext|name|character)\b/, `'1'`],
  [/^boolean$/, "true"],
  [/^uuid$/, `'00000000-0000-0000-0000-000000000001'`],
  [/^(date|timestamp)\b/, `'2026-01-01'`],
  [/^time\b/, `'01:00'`],
  [/^interval\b/, `'1 day'`],
  [/^jsonb?$/, `'{}'`],
  [/^bytea$/, `'\\x01'`],
  [/^(inet|cidr)$/, `'10.0.0.1'`]
];
async function seedRows(db, actual, plan) {
  const touched = new Set(plan.up.map((step) => tableOf(step.change, actual, plan.expected)));
  const tables = [...touched].flatMap((id) => {
    const table = id === null ? void 0 : actual.objects.get(id);
    return table && plan.expected.objects.has(table.id) ? [table] : [];
  });
  const seeded = [];
  await db.exec(`set local session_replication_role = replica`);
  for (const table of tables) if (await seed(db, table, actual)) seeded.push(table);
  await db.exec(`set local session_replication_role = origin`);
  return seeded;
}
async function seed(db, table, schema) {
  const columns = [...schema.objects.values()].filter(
    (object) => object.parent === table.id && object.kind === "column" && isNeeded2(object)
  );
  const names = columns.map((column) => quoteIdentifier(column.name)).join(", ");
  const target = relationName(table.schema, table.name);
  const values = columns.map((column) => valueFor(column, schema)).join(", ");
  await db.exec("savepoint plumbline_seed");
  const result = await db.run([
    columns.length === 0 ? `insert into ${target} default values` : `insert into ${target} (${names}) values (${values})`
  ]);
  await db.exec(
    result.ok ? "release savepoint plumbline_seed" : "rollback to savepoint plumbline_seed"
  );
  return result.ok;
}
function isNeeded2({ attributes }) {
  return attributes["notNull"] === true && attributes["default"] === null && attributes["identity"] === null && attributes["generated"] === null;
}
function valueFor(column, schema) {
  const type = textOf(column, "type");
  for (const need of column.needs) {
    const needed = schema.objects.get(need);
    const [first] = needed?.kind === "enum" ? texts(needed.attributes["order"]) : [];
    if (first !== void 0) return `'${first.replaceAll("'", "''")}'`;
  }
  return VALUES.find(([pattern]) => pattern.test(type))?.[1] ?? "null";
}
async function countRows(db, tables) {
  const counts = /* @__PURE__ */ new Map();
  for (const table of tables) {
    const [row] = await db.query(`select count(*) from ${relationName(table.schema, table.name)}`);
    counts.set(table.id, row?.["count"]);
  }
  return counts;
}
function tableOf(id, actual, expected) {
  const object = actual.objects.get(id) ?? expected.objects.get(id);
  if (!object) return null;
  if (object.kind === "table") return object.id;
  return object.parent === null ? null : tableOf(object.parent, actual, expected);
}

// src/plan/prove.ts
var NOT_NULL_VIOLATION = "23502";
async function provePlan(db, plan, options) {
  if (plan.manual.length > 0) return failed(null, `not planned: ${plan.manual.join("; ")}`);
  const together = [...plan.up, ...plan.down].every((step) => step.transactional);
  if (!together) return proveApart(plan, options);
  const failure = await db.scratch(() => upAndDown(db, plan, options));
  if (failure) return failure;
  return { proved: true, ...await proveRows(db, plan, options) };
}
async function proveApart(plan, options) {
  if (!options.disposable) {
    return failed(
      null,
      "its statements can\u2019t all run in one transaction, and there is no database to try them on"
    );
  }
  const db = await options.disposable();
  try {
    const failure = await upAndDown(db, plan, options);
    return failure ?? { proved: true, tablesWithRows: null, failsOnRows: null };
  } finally {
    await db.close();
  }
}
async function upAndDown(db, plan, options) {
  const up = await runSteps(db, plan.up);
  if (up) return up;
  const after = await introspect(db, options);
  const left = diff(after, plan.expected, { traits });
  if (left.length > 0) return failed(null, `after it, ${inWords2(left)}`, left);
  const down = await runSteps(db, plan.down);
  if (down) return { ...down, error: `on the way back: ${down.error}` };
  const back = diff(await introspect(db, options), options.actual, { traits });
  return back.length > 0 ? failed(null, `after the way back, ${inWords2(back)}`, back) : null;
}
async function runSteps(db, steps2) {
  const result = await db.run(steps2.map((step) => step.sql));
  return result.ok ? null : failed(steps2[result.index]?.sql ?? null, result.error.message);
}
async function proveRows(db, plan, { actual }) {
  return db.scratch(async () => {
    const tables = await seedRows(db, actual, plan);
    const before = await countRows(db, tables);
    const result = await db.run(plan.up.map((step) => step.sql));
    if (!result.ok) {
      const anyRow = result.error.code === NOT_NULL_VIOLATION;
      const statement = plan.up[result.index]?.sql ?? "";
      const failsOnRows = anyRow ? `${statement} ${result.error.message}`.trim() : null;
      return { tablesWithRows: null, failsOnRows };
    }
    const after = await countRows(db, tables);
    const lost = tables.filter((table) => before.get(table.id) !== after.get(table.id));
    const names = lost.map((table) => identityOf(table.id)).join(", ");
    return {
      tablesWithRows: tables.length,
      failsOnRows: lost.length > 0 ? `rows of ${names} are lost` : null
    };
  });
}
function inWords2(changes) {
  const few2 = changes.slice(0, 5).map((change) => {
    return `${change.op} ${change.kind} ${identityOf(change.object)} (${change.reason})`;
  });
  const more = changes.length > few2.length ? ` and ${String(changes.length - few2.length)} more` : "";
  return `this is left: ${few2.join(", ")}${more}`;
}
function failed(statement, error, remaining = []) {
  return { proved: false, statement, error, remaining };
}

// src/proved-plan.ts
var empty = { up: [], down: [], proved: true, irreversible: [] };
async function planDrift(database, options) {
  const { head, drift, disposable } = options;
  const transition = { actual: head.actual, desired: head.desired };
  const statementsFor = (change) => sqlForChange(change, transition);
  const changes = drift.changes.filter(
    (change) => change.weight === "substance" && !drift.inherited.has(change)
  );
  if (changes.length === 0) return { report: empty, findings: [], statementsFor };
  const plan = planChanges(changes, transition);
  const proof = await provePlan(database, plan, {
    actual: head.actual,
    disposable,
    exclude: [head.migrations.bookkeeping]
  });
  if (!proof.proved) {
    const report = { ...empty, proved: false };
    return { report, findings: [describeFailure2(proof)], statementsFor };
  }
  return { report: describePlan(plan), findings: rowsFinding(proof), statementsFor };
}
function describePlan({ up, down, irreversible: irreversible2 }) {
  const texts2 = (steps2) => steps2.map(({ sql }) => sql);
  return { up: texts2(up), down: texts2(down), proved: true, irreversible: irreversible2 };
}
function describeFailure2(proof) {
  const statement = proof.statement === null ? "" : `; statement: ${proof.statement}`;
  return {
    rule: "plan-not-proved",
    severity: "error",
    hazard: "failure",
    message: `no migration is shown, for the one that was planned could not be proved: ${proof.error}${statement}`,
    file: null,
    line: null
  };
}
function rowsFinding(proof) {
  if (proof.failsOnRows === null) return [];
  return [
    {
      rule: "plan-fails-on-rows",
      severity: "warning",
      hazard: "failure",
      message: `the missing migration fails on tables that hold rows: ${proof.failsOnRows}`,
      file: null,
      line: null
    }
  ];
}

// src/analyse.ts
async function analyse(workspace, project) {
  const { head, databases, progress, clock } = workspace;
  const tool = toolOf(project);
  const migrations = await tool.readMigrations(head, project);
  const base = await findBase(workspace, project);
  const history = compareHistories(migrations, base?.migrations ?? null);
  const begin = async () => {
    const actual2 = await databases.take();
    const running2 = clock.beside("migrations", build(actual2, migrations, history));
    running2.catch(() => void 0);
    return { actual: actual2, running: running2 };
  };
  progress.phase("running the migrations", `${project.id}: ${migrations.migrations.length}`);
  let begun = await begin();
  clock.lap("start");
  const models = await tool.readModels(head, project, { env: project.env });
  clock.lap("models");
  if (databases.provide(models.extensions)) {
    await begun.actual.close();
    begun = await begin();
  }
  const { actual, running } = begun;
  progress.phase("comparing", `${project.id}: ${models.tables} tables`);
  const spare = await databases.take();
  const desired = await buildDesired(spare, models, createExtensions(databases.extensions));
  clock.lap("desired");
  const built = await running;
  clock.lap("wait for migrations");
  const added = workspace.base === null ? [] : addedTo(migrations, base?.migrations ?? null);
  const analysis = { project, models, migrations, replayed: built.replayed, added };
  const { atHead } = built;
  if (atHead === null || whyUnread(models, migrations) !== null)
    return { ...analysis, compared: null };
  const context = { actual, spare, built: { ...built, atHead }, desired, base };
  return { ...analysis, compared: await compare(workspace, analysis, context) };
}
async function compare(workspace, analysis, context) {
  const { project, models, migrations } = analysis;
  const { actual, built, base } = context;
  const { kinds: kinds2, external } = models.scope;
  const roles = models.roles.filter(
    (name) => !kinds2.includes("role") || external.includes(objectId("role", name))
  );
  for (const role of roles) await actual.exec(createRole(role));
  const atHead = kinds2.includes("role") ? await readActual(actual, migrations) : built.atHead;
  const desired = context.desired.rejected.length === 0 ? context.desired : await buildDesiredInPlace(actual, models, {
    actual: atHead,
    assumed: assumedSchemas(built.replayed)
  });
  const head = sideOf(models, migrations, {
    desired,
    actual: atHead,
    assumed: assumedSchemas(built.replayed)
  });
  const atBase = base === null ? null : await readBaseSide(workspace, base, { ...context, project, head, atBase: built.atBase });
  const baseSide = typeof atBase === "string" ? null : atBase;
  workspace.clock.lap("base");
  const drift = findDrift(project, head, baseSide);
  workspace.progress.phase("proving the plan", `${project.id}: ${drift.changes.length} changes`);
  const disposable = async () => {
    const database = await workspace.databases.take();
    await replay(database, migrations.migrations);
    await readActual(database, migrations);
    return database;
  };
  const plan = await planDrift(actual, { head, drift, disposable });
  workspace.clock.lap("plan");
  const standing = new Set(baseSide?.unreadable);
  const findings = [
    ...desired.refusals.map(
      ({ object, finding }) => standing.has(object) ? { ...finding, severity: "warning" } : finding
    ),
    ...typeof atBase === "string" ? [baseUnread(atBase)] : [],
    ...emptyModels(head, drift.unmodelled),
    ...unobserved(head, actual.stubbed),
    ...leftOut(project, head),
    ...otherVersion(project, actual.version)
  ];
  return { head, drift, plan, findings, unknownAtBase: baseSide?.models.unknowns ?? [] };
}
async function build(database, set, history) {
  const first = await replay(database, history.shared);
  if (first.failure !== null) return { replayed: first, atHead: null, atBase: null };
  const atBase = await readActual(database, set);
  if (history.rest.length === 0) return { replayed: first, atHead: atBase, atBase };
  const second = await replay(database, history.rest);
  const replayed = {
    applied: first.applied + second.applied,
    failure: second.failure,
    assumed: [...first.assumed, ...second.assumed]
  };
  if (second.failure !== null) return { replayed, atHead: null, atBase };
  return { replayed, atHead: await readActual(database, set), atBase };
}

// src/migration-files.ts
function migrationFiles({ project, head, up, name }) {
  if (up.length === 0) return [];
  const { models, migrations, actual, desired } = head;
  const now = Date.now();
  return toolOf(project).write({ project, models, migrations, up, name, now, actual, desired });
}

// src/report/status.ts
var STATUS_OF_ERROR = {
  configuration: "error",
  unreadable: "error",
  failure: "error",
  "data-loss": "unsafe",
  rewrite: "unsafe",
  lock: "unsafe",
  incompatibility: "unsafe",
  drift: "drift"
};
var FROM_BEST_TO_WORST = ["ok", "drift", "unsafe", "error"];
var UNREADABLE_MODEL = "unreadable-model";
function groupDrift(drift) {
  const introduced = drift.filter((item) => item.introduced);
  return {
    blocking: introduced.filter((item) => item.weight === "substance"),
    form: introduced.filter((item) => item.weight === "form"),
    inherited: drift.filter((item) => !item.introduced)
  };
}
function projectStatus(project) {
  const drifted = groupDrift(project.drift).blocking.length > 0 || project.models.unknowns.some(({ introduced }) => introduced);
  return worst([drifted ? "drift" : "ok", ...project.findings.map(statusOfFinding)]);
}
function reportStatus(report) {
  return worst([
    ...report.projects.map((project) => project.status),
    ...report.findings.map(statusOfFinding)
  ]);
}
function statusOfFinding(finding) {
  if (finding.severity !== "error") return "ok";
  return finding.rule === UNREADABLE_MODEL ? "drift" : STATUS_OF_ERROR[finding.hazard];
}
function worst(statuses) {
  return FROM_BEST_TO_WORST.findLast((status) => statuses.includes(status)) ?? "ok";
}

// src/project-report.ts
var noPlan = { up: [], down: [], proved: false, file: null, irreversible: [] };
function projectReport(analysis) {
  const { project, models, migrations, replayed, added, compared } = analysis;
  const isNew = newUnknowns(compared);
  const partial = {
    models: {
      tool: project.tool,
      files: models.files,
      tables: models.tables,
      columns: models.columns,
      unknowns: models.unknowns.map((unknown) => describeUnknown(unknown, isNew(unknown)))
    },
    drift: compared === null ? [] : driftItems(compared, models.places),
    findings: findingsOf(analysis)
  };
  return {
    id: project.id,
    root: project.root === "" ? "." : project.root,
    status: projectStatus(partial),
    ...partial,
    migrations: {
      tool: project.tool,
      directory: migrations.directory,
      total: migrations.migrations.length,
      applied: replayed.applied,
      new: added.map(({ file }) => file)
    },
    plan: compared === null ? noPlan : planReport(project, compared),
    notCompared: compared === null ? {} : compared.head.actual.uncovered,
    unmodelled: compared === null ? [] : compared.drift.unmodelled.filter(isOwn).map(identityOf)
  };
}
function planReport(project, { head, plan }) {
  const [first] = migrationFiles({ project, head, up: plan.report.up, name: null });
  return { ...plan.report, file: first?.path ?? null };
}
function findingsOf({ models, migrations, replayed, compared }) {
  const failure = replayed.failure === null ? [] : [replayed.failure];
  const assumed = replayed.assumed.length === 0 ? [] : [describeAssumed(replayed.assumed)];
  const isNew = newUnknowns(compared);
  const unknowns = models.unknowns.map((unknown) => unknownFinding(unknown, isNew(unknown)));
  const later = compared === null ? [] : [...compared.findings, ...compared.plan.findings];
  return [
    ...models.findings,
    ...migrations.findings,
    ...failure,
    ...unknowns,
    ...later,
    ...assumed
  ];
}
function newUnknowns(compared) {
  const key = ({ object, reason }) => object ?? reason;
  const standing = new Set(compared?.unknownAtBase.map(key));
  return (unknown) => !standing.has(key(unknown));
}
function describeUnknown({ reason, object, place }, introduced) {
  return {
    reason,
    object: object === null ? null : identityOf(object),
    file: place?.file ?? null,
    line: place?.line ?? null,
    introduced
  };
}
function unknownFinding({ reason, object, place }, introduced) {
  const what = object === null ? "part of the models" : identityOf(object);
  return {
    rule: "unreadable-model",
    severity: introduced ? "error" : "warning",
    hazard: "unreadable",
    message: `${what} can't be decided from the repository: ${reason}${helpWith(reason)}`,
    file: place?.file ?? null,
    line: place?.line ?? null
  };
}
function helpWith(reason) {
  const variable = /^(?:[^:]+: )?process\.env\.(\w+) is not set/.exec(reason)?.[1];
  return variable === void 0 ? "" : `. Give it the value it has for the project in plumbline.yml: env: { ${variable}: \u2026 }`;
}
function describeAssumed(assumed) {
  const names = assumed.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return {
    rule: "assumed-object",
    severity: "note",
    hazard: "configuration",
    message: `the migrations take these for granted, so they were provided and are not compared: ${names}`,
    file: null,
    line: null
  };
}
function driftItems({ drift, plan }, places) {
  return drift.changes.map((change) => ({
    op: change.op,
    kind: change.kind,
    object: identityOf(change.object),
    reason: change.reason,
    weight: change.weight,
    introduced: isIntroduced(drift, change),
    model: placeOf(change, places),
    sql: plan.statementsFor(change)
  }));
}
var isIntroduced = (drift, change) => !drift.inherited.has(change);
var isOwn = (id) => !/^(?:role|extension):/.test(id);
function placeOf(change, places) {
  const own = places.get(change.object);
  if (own !== void 0) return own;
  const { parent } = change.op === "drop" ? change.before : change.after;
  return parent === null ? null : places.get(parent) ?? null;
}

// src/workspace.ts
async function openWorkspace(options, progress) {
  const clock = startClock();
  progress.phase("reading the repository");
  const { head, base } = openRevisions(options.directory, options.base);
  const config = readConfig(head, options.config);
  const end = performance.now() + options.deadlineMs;
  const timeLeft = () => {
    const left = end - performance.now();
    if (left > 0) return left;
    throw new EnvironmentError(
      `the time limit of ${options.deadlineMs / 1e3} s is over`,
      "Give it more with --timeout."
    );
  };
  const databases = startDatabases(head, timeLeft);
  clock.lap("files");
  try {
    const { projects, findings } = await findProjects(head, config, options.projects);
    clock.lap("discover");
    return { head, base, projects, findings, progress, clock, databases };
  } catch (error) {
    databases.close();
    throw error;
  }
}
function startClock() {
  const started = performance.now();
  const phases = /* @__PURE__ */ new Map();
  let last = started;
  const add = (phase, ms) => {
    phases.set(phase, (phases.get(phase) ?? 0) + ms);
  };
  return {
    lap: (phase) => {
      const now = performance.now();
      add(phase, now - last);
      last = now;
    },
    beside: async (phase, work) => {
      const from = performance.now();
      try {
        return await work;
      } finally {
        add(phase, performance.now() - from);
      }
    },
    read: () => {
      const all = [...phases, ["total", performance.now() - started]];
      return Object.fromEntries(all.map(([phase, ms]) => [phase, Math.round(ms)]));
    }
  };
}

export {
  analyse,
  migrationFiles,
  groupDrift,
  reportStatus,
  projectReport,
  openWorkspace
};
