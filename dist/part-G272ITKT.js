import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  adjustable,
  isAtLeast,
  judgements,
  likenessOfNames,
  lockOn,
  ofAllowances,
  parentsOf,
  readings,
  rules,
  shortName,
  workOf
} from "./part-QBBLIP5F.js";

// src/errors.ts
var UsageError = class extends Error {
  name = "UsageError";
  problems;
  constructor(problems) {
    const list = typeof problems === "string" ? [problems] : problems;
    super(list.join("\n"));
    this.problems = list;
  }
};
var EnvironmentError = class extends Error {
  name = "EnvironmentError";
  help;
  constructor(message, help, options) {
    super(message, options);
    this.help = help;
  }
};
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// src/settings/rule-settings.ts
import picomatch from "./vendor/picomatch.js";
import { z } from "./vendor/zod.js";

// src/database/parse-tree.ts
async function parseTree(sql) {
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  try {
    return parser.parseSync(sql).stmts?.[0]?.stmt ?? null;
  } catch {
    return null;
  }
}

// src/rules/size.ts
var MB = 1e6;
var THROUGHPUT = {
  verify: 100 * MB,
  read: 100 * MB,
  validate: 50 * MB,
  build: 50 * MB,
  rewrite: 30 * MB,
  write: 10 * MB
};
var INDEX_THROUGHPUT = 20 * MB;
function roughSeconds({ kind, index }, { bytes, indexes }, share) {
  const built = index === null ? void 0 : indexes.get(index.name);
  if (built !== void 0) return built / INDEX_THROUGHPUT;
  return bytes / THROUGHPUT[kind] * (kind === "write" ? share : 1);
}
var MINUTE = 60;
var HOUR = 3600;
function inWords(seconds) {
  if (seconds < 1) return "under a second";
  if (seconds < 2 * MINUTE) return `roughly ${rounded(seconds)} s`;
  if (seconds < 2 * HOUR) return `roughly ${rounded(seconds / MINUTE)} min`;
  return `roughly ${rounded(seconds / HOUR)} h`;
}
var rounded = (number) => String(Number(number.toPrecision(number < 10 ? 1 : 2)));

// src/rules/production.ts
function hasRows(found, pass, least) {
  return tablesOf(found, pass).some((table) => (pass.sizes?.get(table)?.rows ?? 0) >= least);
}
function isSmall(found, pass, limit) {
  const rows = tablesOf(found, pass).map((table) => pass.sizes?.get(table)?.rows ?? Infinity);
  const long = (secondsOf(found, pass) ?? 0) >= 1;
  return rows.length > 0 && rows.every((one2) => one2 < limit) && !long;
}
function sizeNotes(found, pass) {
  if (pass.sizes === null) return [];
  const tables = tablesOf(found, pass);
  const rows = tables.flatMap((table) => {
    const size = pass.sizes?.get(table);
    if (size === void 0 || size.rows === null) return [];
    const count = `${size.exact ? "" : "about "}${size.rows.toLocaleString("en-US")} rows`;
    return [tables.length > 1 ? `${count} of ${shortName(table)}` : count];
  });
  const seconds = found.grows === true ? secondsOf(found, pass) : null;
  const time = seconds === null ? [] : [inWords(seconds)];
  if (rows.length === 0) return time.map((one2) => `${one2} in production`);
  return [`${rows.join(", ")} in production`, ...time.map((one2) => `${one2} there`)];
}
var tablesOf = ({ step, tables }, { base }) => [
  ...new Set(tables.map((table) => wholeOf(step, table, base)))
];
function wholeOf(step, name, base) {
  const own = [...base.objects.values()].find(
    (object) => object.kind === "table" && nameOf(object) === name
  );
  const parents = own === void 0 ? [] : parentsOf(own, base).map(nameOf);
  const whole = parents.find((parent) => {
    const mode = lockOn(step, { name: parent });
    return mode !== null && isAtLeast(mode, "ROW EXCLUSIVE");
  });
  return whole === void 0 ? name : wholeOf(step, whole, base);
}
var nameOf = ({ schema, name }) => `${schema ?? ""}.${name}`;
function secondsOf({ step, tables }, { base, sizes }) {
  const byTable = /* @__PURE__ */ new Map();
  for (const work of workOf(step).filter(({ table }) => tables.includes(table.name))) {
    byTable.set(work.table.name, [...byTable.get(work.table.name) ?? [], work]);
  }
  const byWhole = /* @__PURE__ */ new Map();
  for (const [table, works] of byTable) {
    const whole = wholeOf(step, table, base);
    if (works.length > (byWhole.get(whole)?.length ?? 0)) byWhole.set(whole, works);
  }
  let seconds = 0;
  for (const [whole, works] of byWhole) {
    const size = sizes?.get(whole);
    if (size === void 0) return null;
    for (const work of works) seconds += roughSeconds(work, size, shareOf(step, work.table.name));
  }
  return byWhole.size === 0 ? null : seconds;
}
function shareOf({ statement }, table) {
  const effect = statement.rows.find(({ relation }) => relation.name === table);
  if (effect === void 0 || effect.before === 0) return 1;
  return Math.min(1, (effect.updated + effect.deleted) / effect.before);
}

// src/rules/judge.ts
var SMALL_TABLE = 1e4;
var LARGE_TABLE = 1e7;
async function judge(evidence, settings) {
  const pass = await passOver(evidence);
  const told = new Told();
  const judged2 = new Map(pass.steps.map((step) => [step, []]));
  for (const rule of rules) {
    for (const found of rule.detect(pass)) {
      if (!told.isNew(rule, found)) continue;
      const severity = severityOf(rule, found, pass, settings);
      if (severity === "off") continue;
      told.said(found);
      const said = describe(rule, found, severity, pass);
      judged2.get(found.step)?.push(setAside(said, found, settings));
    }
  }
  return [...judged2.values()].flat();
}
var Told = class {
  #facts = /* @__PURE__ */ new Map();
  #steps = /* @__PURE__ */ new Set();
  #once = /* @__PURE__ */ new Set();
  isNew({ id }, { step, about, onlyAlone, once }) {
    const known = this.#facts.get(step) ?? /* @__PURE__ */ new Set();
    this.#facts.set(step, known);
    const isTold = about.length > 0 && about.every((fact) => known.has(fact));
    for (const fact of about) known.add(fact);
    if (isTold || onlyAlone === true && this.#steps.has(step)) return false;
    const size = this.#once.size;
    return once === void 0 || this.#once.add(`${id} ${once}`).size > size;
  }
  said({ step }) {
    this.#steps.add(step);
  }
};
async function passOver({ wrapped, ...evidence }) {
  const trees = /* @__PURE__ */ new Map();
  const steps = [];
  for (const migration of evidence.trace.migrations) {
    for (const statement of migration.statements) {
      const { sql } = statement;
      if (!trees.has(sql)) trees.set(sql, await parseTree(sql));
      const tree = trees.get(sql) ?? null;
      steps.push({ migration, statement, tree, wrapped: wrapped.has(migration.name) });
    }
  }
  return { ...evidence, steps };
}
function severityOf(rule, found, pass, settings) {
  const said = settings.level(rule.id, found.step.migration.file, found.tables);
  if (said !== null) return said;
  if (rule.severity === "off") return "off";
  const severity = found.severity ?? rule.severity;
  if (found.grows !== true || pass.sizes === null) return severity;
  const { smallTable, largeTable = LARGE_TABLE } = settings;
  if (hasRows(found, pass, largeTable)) return "error";
  return isSmall(found, pass, smallTable) ? atMost(severity, "warning") : severity;
}
function setAside({ finding, ...rest }, { step, tables }, { exception }) {
  const silenced = exception(finding.rule, step.migration.file, tables);
  return { ...rest, finding: silenced === null ? finding : { ...finding, silenced } };
}
function atMost(severity, limit) {
  return severity === "error" ? limit : severity;
}
function describe(rule, found, severity, pass) {
  const { step, observed, why, safeFor } = found;
  const { statement, migration } = step;
  const { file, line } = statement.place;
  const notes = [
    ...found.grows === true || rule.hazard === "data-loss" ? sizeNotes(found, pass) : [],
    ...unfilledNote(found, pass),
    ...unseenNote(found)
  ];
  const finding = {
    rule: rule.id,
    severity,
    hazard: rule.hazard,
    message: `${[observed, ...notes].join(", ")}: ${why}`,
    file,
    line,
    migration: migration.name,
    observed,
    safe: safeFor === "plan" ? [] : safeFor,
    ...found.spans === true ? { spans: true } : {}
  };
  return { finding, statement, safeFor, spans: found.spans === true };
}
function unfilledNote({ tables }, { trace }) {
  const unfilled = trace.unfilled.filter(({ table }) => tables.includes(table));
  return unfilled.map(
    ({ table }) => `seen on an empty table, as ${shortName(table)} could not be filled`
  );
}
function unseenNote({ step }) {
  const { unobserved } = step.statement;
  return unobserved === null ? [] : [`not all of it was observed (${unobserved})`];
}

// src/settings/rule-settings.ts
var globs = z.union([z.string(), z.array(z.string())]);
var level = z.enum(["error", "warning", "note", "off"]);
var inPlaces = z.strictObject({
  level,
  paths: globs.optional().describe("Files of migrations, from the workspace root."),
  tables: globs.optional().describe("Tables, such as public.audit_*."),
  reason: z.string().trim().min(1).optional().describe("Why: what is off with a reason is still told, and not counted."),
  until: z.iso.date("must be a day, such as 2027-01-31").optional().describe("The last day on which it counts, in UTC.")
});
var one = z.union([level, inPlaces]);
var levels = z.union([one, z.array(one)], {
  error: "must be error, warning, note or off, or a list of { level, paths, tables, reason, until }"
});
var ids = adjustable.map(({ id }) => id);
var ruleLevels = z.partialRecord(z.enum(ids), levels);
var ruleKeys = inPlaces.shape;
function noSuchRule(name, kinds = adjustable) {
  if (!kinds.some(({ id }) => id === name) && readings.some(({ id }) => id === name)) {
    return `${name} tells how a project was read and compared, so how much it weighs can't be set`;
  }
  const nearest = kinds.map(({ id }) => id).sort((a, b) => likenessOfNames(b, name) - likenessOfNames(a, name))[0];
  return `there is no rule ${name}; did you mean ${nearest ?? ""}? \`plumbline rules\` lists them`;
}
function ruleSettingsOf(config, placeOf) {
  return Object.entries(config).flatMap(
    ([rule, said]) => [said ?? []].flat().map((entry, index) => {
      const { paths, tables, reason, until, level: level2 } = typeof entry === "string" ? { level: entry } : entry;
      return {
        ...{ rule, level: level2, paths: [paths ?? []].flat(), tables: [tables ?? []].flat() },
        ...{ reason: reason ?? null, until: until ?? null },
        place: placeOf(Array.isArray(said) ? [rule, index] : [rule])
      };
    })
  );
}
var isOver = ({ until }, today) => until !== null && until < today;
var isException = ({ level: level2, reason }) => level2 === "off" && reason !== null;
function settingsOf({
  rules: settings = [],
  smallTable,
  largeTable
}, today) {
  const fitting = (rule, file, tables) => settings.filter(
    (one2) => one2.rule === rule && !isOver(one2, today) && fits(one2.paths, [file]) && fits(one2.tables, tables)
  );
  return {
    level: (...what) => fitting(...what).find((one2) => !isException(one2))?.level ?? null,
    exception: (...what) => {
      const [first] = fitting(...what);
      return first !== void 0 && isException(first) ? byWhom(first) : null;
    },
    smallTable: smallTable ?? SMALL_TABLE,
    largeTable
  };
}
function byWhom({ reason, until, place }) {
  return { reason: reason ?? "", until, file: place.file, line: place.line };
}
function overSettings({ rules: settings = [] }, today) {
  return settings.filter((one2) => isOver(one2, today)).map(({ rule, until, place: { file, line } }) => ({
    rule: "allowance-expired",
    severity: "warning",
    hazard: "configuration",
    message: `This setting of ${rule} was for the time until ${until ?? ""}, and has no effect any more: take it out, or give it a later day.`,
    ...{ file, line }
  }));
}
var judged = new Set([...judgements, ...ofAllowances].map(({ id }) => id));
function weighed(findings, project, today) {
  const { level: level2, exception } = settingsOf(project, today);
  return findings.flatMap((finding) => {
    if (!judged.has(finding.rule)) return [finding];
    const what = [finding.rule, finding.file ?? "", []];
    const silenced = exception(...what);
    const said = level2(...what);
    if (silenced === null && said === "off") return [];
    const heavy = said === null || said === "off" ? finding : { ...finding, severity: said };
    return [silenced === null ? heavy : { ...heavy, silenced }];
  });
}
function fits(patterns, names) {
  if (patterns.length === 0) return true;
  const matches = picomatch([...patterns]);
  return names.length > 0 && names.every((name) => matches(name));
}

export {
  parseTree,
  UsageError,
  EnvironmentError,
  messageOf,
  judge,
  ruleLevels,
  ruleKeys,
  noSuchRule,
  ruleSettingsOf,
  settingsOf,
  overSettings,
  weighed
};
