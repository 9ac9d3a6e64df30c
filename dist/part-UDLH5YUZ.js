import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  likenessOfNames,
  rules,
  shortName
} from "./part-DBJXRJ25.js";

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

// src/rule-settings.ts
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

// src/rules/judge.ts
var SMALL_TABLE = 1e4;
async function judge(evidence, settings) {
  const pass = await passOver(evidence);
  const told = new Told();
  const judged = new Map(pass.steps.map((step) => [step, []]));
  for (const rule of rules) {
    for (const found of rule.detect(pass)) {
      if (!told.isNew(rule, found)) continue;
      const severity = severityOf(rule, found, pass, settings);
      if (severity === "off") continue;
      told.said(found);
      judged.get(found.step)?.push(describe(rule, found, severity, pass));
    }
  }
  return [...judged.values()].flat();
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
function severityOf(rule, found, { sizes }, settings) {
  const said = settings.level(rule.id, found.step.migration.file, found.tables);
  if (said !== null) return said;
  if (rule.severity === "off") return "off";
  const severity = found.severity ?? rule.severity;
  const rows = found.tables.map((table) => sizes?.get(table));
  const small = rows.length > 0 && rows.every((one2) => one2 !== void 0 && one2 < settings.smallTable);
  return found.grows === true && small ? atMost(severity, "warning") : severity;
}
function atMost(severity, limit) {
  return severity === "error" ? limit : severity;
}
function describe(rule, found, severity, pass) {
  const { step, observed, why, safeFor } = found;
  const { statement, migration } = step;
  const { file, line } = statement.place;
  const notes = [...sizeNote(found, pass), ...unfilledNote(found, pass), ...unseenNote(found)];
  const finding = {
    rule: rule.id,
    severity,
    hazard: rule.hazard,
    message: `${[observed, ...notes].join(", ")}: ${why}`,
    file,
    line,
    migration: migration.name,
    observed,
    safe: safeFor === "plan" ? [] : safeFor
  };
  return { finding, statement, safeFor };
}
function sizeNote({ tables, grows }, { sizes }) {
  if (grows !== true) return [];
  return tables.flatMap((table) => {
    const rows = sizes?.get(table);
    return rows === void 0 ? [] : [`${rows.toLocaleString("en-US")} rows in production`];
  });
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

// src/rule-settings.ts
var globs = z.union([z.string(), z.array(z.string())]);
var level = z.enum(["error", "warning", "note", "off"]);
var inPlaces = z.strictObject({
  level,
  paths: globs.optional().describe("Files of migrations, from the workspace root."),
  tables: globs.optional().describe("Tables, such as public.audit_*.")
});
var one = z.union([level, inPlaces]);
var levels = z.union([one, z.array(one)], {
  error: "must be error, warning, note or off, or a list of { level, paths, tables }"
});
var ids = rules.map(({ id }) => id);
var ruleLevels = z.partialRecord(z.enum(ids), levels);
var ruleKeys = inPlaces.shape;
function noSuchRule(name) {
  const nearest = ids.toSorted((a, b) => likenessOfNames(b, name) - likenessOfNames(a, name))[0];
  return `there is no rule ${name}; did you mean ${nearest ?? ""}? \`plumbline rules\` lists them`;
}
function ruleSettingsOf(config = {}) {
  return Object.entries(config).flatMap(
    ([rule, said]) => [said ?? []].flat().map((entry) => {
      const { level: level2, paths, tables } = typeof entry === "string" ? { level: entry } : entry;
      return { rule, level: level2, paths: [paths ?? []].flat(), tables: [tables ?? []].flat() };
    })
  );
}
function settingsOf({
  rules: settings = [],
  smallTable
}) {
  return {
    level: (rule, file, tables) => settings.find(
      (one2) => one2.rule === rule && fits(one2.paths, [file]) && fits(one2.tables, tables)
    )?.level ?? null,
    smallTable: smallTable ?? SMALL_TABLE
  };
}
function fits(patterns, names) {
  if (patterns.length === 0) return true;
  const matches = picomatch([...patterns]);
  return names.length > 0 && names.every((name) => matches(name));
}

export {
  UsageError,
  EnvironmentError,
  messageOf,
  parseTree,
  judge,
  ruleLevels,
  ruleKeys,
  noSuchRule,
  ruleSettingsOf,
  settingsOf
};
