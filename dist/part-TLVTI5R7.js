import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  analyse,
  count,
  countsByNoun,
  duration,
  findingLines,
  groupDrift,
  openWorkspace,
  paint,
  placeOf,
  projectReport,
  renameLines,
  reportStatus,
  unreadableLines,
  unusedRenames,
  verdictOf
} from "./part-M2MEWIKZ.js";
import {
  manyLines,
  oneLine
} from "./part-DBJXRJ25.js";

// src/report/report.ts
var REPORT_VERSION = 1;

// src/version.ts
var version = true ? "0.1.0" : "0.0.0-source";

// src/check.ts
async function check(options, progress) {
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses = [];
    for (const project of workspace.projects) analyses.push(await analyse(workspace, project));
    return reportOf(workspace, analyses, unusedRenames(analyses, options));
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
function reportOf({ head, base, clock, findings: found }, analyses, more = []) {
  const projects = analyses.map(projectReport);
  const findings = [...found, ...more];
  return {
    version: REPORT_VERSION,
    status: reportStatus({ projects, findings }),
    plumbline: version,
    head: describe(head),
    base: base === null ? null : describe(base),
    timings: clock.read(),
    projects,
    findings
  };
}
var describe = ({ label, commit }) => ({
  label,
  commit
});

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}

// src/report/text.ts
import pc from "./vendor/picocolors.js";

// src/report/plan-sql.ts
function planStatements({ up, migrations }) {
  const [only, ...others] = migrations;
  if (only === void 0 || others.length === 0 && only.transaction) {
    return up.map((sql) => sql.trim());
  }
  return migrations.flatMap(({ file, statements, transaction }) => {
    const title = `-- ${file}${transaction ? "" : " (not in a transaction)"}`;
    const [first = "", ...rest] = statements.map((sql) => sql.trim());
    return [`${title}
${first}`, ...rest];
  });
}

// src/report/text-layout.ts
function spaced(blocks) {
  const full = blocks.filter((block) => block.length > 0);
  return full.flatMap((block, index) => index === 0 ? block : [""].concat(block));
}

// src/report/text-drift.ts
var SIGNS = {
  create: "+",
  alter: "~",
  drop: "-",
  rename: ">"
};
var INHERITED_SHOWN = 3;
var NAMES_SHOWN = 4;
var SQL_LINES_SHOWN = 60;
function driftLines(project, context) {
  const { blocking, form, inherited } = groupDrift(project.drift);
  return spaced([
    missingLines(blocking, context),
    ...project.plan.up.length > 0 ? [planLines(project.plan, context), [fixLine(project, context)]] : [],
    formLines(form, context),
    inheritedLines(inherited, context)
  ]);
}
function missingLines(items, context) {
  if (items.length === 0) return [];
  const width = Math.max(...items.map((item) => itemName(item).length));
  return [
    "  Missing from the migrations:",
    ...items.map((item) => {
      const place = item.model ? placeOf(item.model.file, item.model.line) : "";
      const name = context.style.strong(itemName(item).padEnd(place ? width : 0));
      const line = `    ${SIGNS[item.op]} ${name}  ${place}`.trimEnd();
      return item.reason ? `${line}
        ${context.style.faint(oneLine(item.reason))}` : line;
    })
  ];
}
function planLines(plan, context) {
  const lines = planStatements(plan).flatMap((sql) => manyLines(sql).split("\n"));
  const shown = context.verbose ? lines : lines.slice(0, SQL_LINES_SHOWN);
  const hidden = lines.length - shown.length;
  const several = plan.migrations.length > 1;
  const file = plan.file === null || several ? "" : ` ${oneLine(plan.file)}`;
  const proof = plan.proved ? "applied in a scratch database: nothing is left to do" : "not proved: read it before you use it";
  return [
    `  The ${several ? "migrations" : "migration"} to add:${file}  ${context.style.faint(`(${proof})`)}`,
    ...shown.map((line) => `    ${context.style.code(line)}`.trimEnd()),
    ...hidden > 0 ? [`    \u2026 ${count(hidden, "more line")}; --verbose shows all`] : [],
    ...plan.irreversible.map((what) => `    Going back can't restore: ${oneLine(what)}`)
  ];
}
function fixLine(project, context) {
  const which = context.alone ? "" : ` --project ${oneLine(project.id)}`;
  return `  To fix: ${context.style.strong(`npx plumbline makemigrations${which}`)}`;
}
function formLines(items, context) {
  if (items.length === 0) return [];
  const title = `  Only in form, doesn't block (${items.length}):`;
  return context.verbose ? [title, ...shortLines(items)] : [`${title} ${namesOf(items)}`];
}
function inheritedLines(items, context) {
  if (items.length === 0) return [];
  const base = context.base === null ? "base" : oneLine(context.base);
  const title = `  Already so on ${base}, doesn't block: ${count(items.length, "difference")}`;
  const substance = items.filter((item) => item.weight === "substance");
  const shown = context.verbose ? items : substance.slice(0, INHERITED_SHOWN);
  const hidden = items.length - shown.length;
  return [
    title,
    ...shortLines(shown),
    ...hidden > 0 ? [`    \u2026 and ${count(hidden, "more", "more")}; --verbose shows all`] : []
  ];
}
function shortLines(items) {
  return items.map((item) => {
    const reason = item.reason ? `: ${oneLine(item.reason)}` : "";
    return `    ${SIGNS[item.op]} ${itemName(item)}${reason}`;
  });
}
function namesOf(items) {
  const more = items.length > NAMES_SHOWN ? `, and ${items.length - NAMES_SHOWN} more` : "";
  return `${items.slice(0, NAMES_SHOWN).map(itemName).join(", ")}${more}`;
}
function itemName(item) {
  return oneLine(`${item.kind} ${item.object}`);
}

// src/report/text.ts
var MARKS = { ok: "\u2713", drift: "\u2717", unsafe: "\u2717", error: "\u2717" };
var NAMES_SHOWN2 = 8;
var SHORTEST_PHASE_MS = 20;
function renderText(report, options) {
  const style = paint(pc.createColors(options.color));
  const blocks = [
    [headline(report, style)],
    findingLines(report.findings, style),
    ...report.projects.map((project) => projectLines(project, { style, options, report })),
    [style.faint(timingLine(report))]
  ];
  return `${spaced(blocks).join("\n")}
`;
}
function headline(report, style) {
  const compared = report.base ? `${oneLine(report.head.label)} against ${oneLine(report.base.label)}` : oneLine(report.head.label);
  const verdict = style.status(report.status, `${MARKS[report.status]} ${verdictOf(report)}`);
  return `${verdict}  ${style.faint(`(${compared})`)}`;
}
function projectLines(project, context) {
  const { style, options, report } = context;
  const body = [
    driftLines(project, {
      style,
      verbose: options.verbose,
      base: report.base?.label ?? null,
      alone: report.projects.length === 1
    }),
    renameLines(project, style),
    indented([...findingLines(project.findings, style), ...unreadableLines(project, style)]),
    indented(asideLines(project, options.verbose).map(style.faint))
  ];
  return spaced([[projectLine(project, style)], ...body]);
}
function projectLine(project, style) {
  const { models, migrations } = project;
  const facts = [
    models === null ? "no models" : `${count(models.tables, "table")}, ${count(models.columns, "column")} (${oneLine(models.tool)})`,
    migrationFacts(migrations)
  ];
  const where = project.root === project.id || project.root === "." ? "" : ` (${project.root})`;
  const name = style.strong(oneLine(`${project.id}${where}`));
  return `${style.status(project.status, MARKS[project.status])} ${name}  ${style.faint(facts.join(" \xB7 "))}`;
}
function migrationFacts(migrations) {
  const { total, applied } = migrations;
  const news = migrations.new.length > 0 ? `, ${migrations.new.length} new` : "";
  return applied === total ? `${count(total, "migration")} applied${news}` : `${applied} of ${count(total, "migration")} applied${news}`;
}
function asideLines(project, verbose) {
  const uncompared = countsByNoun(project.notCompared);
  return [
    ...uncompared ? [`Not compared: ${oneLine(uncompared)}`] : [],
    ...uncompared && verbose ? notComparedNames(project) : [],
    ...project.unmodelled.length > 0 ? [unmodelledLine(project.unmodelled, verbose)] : []
  ];
}
function notComparedNames(project) {
  return Object.entries(project.notCompared).map(
    ([noun, names]) => `  ${oneLine(noun)}: ${names.map(oneLine).join(", ")}`
  );
}
function unmodelledLine(tables, verbose) {
  const shown = verbose ? tables : tables.slice(0, NAMES_SHOWN2);
  const more = tables.length > shown.length ? ` and ${tables.length - shown.length} more` : "";
  return `In no model: ${shown.map(oneLine).join(", ")}${more}`;
}
function timingLine(report) {
  const { total, ...phases } = report.timings;
  const told = Object.entries(phases).filter(([, ms]) => ms >= SHORTEST_PHASE_MS);
  const parts = told.map(([name, ms]) => `${oneLine(name)} ${duration(ms)}`);
  const whole = total === void 0 ? "Timings" : `Done in ${duration(total)}`;
  return parts.length > 0 ? `${whole}: ${parts.join(", ")}` : whole;
}
function indented(lines) {
  return lines.map((line) => line === "" ? line : `  ${line}`);
}

export {
  version,
  REPORT_VERSION,
  check,
  reportOf,
  renderJson,
  planStatements,
  renderText
};
