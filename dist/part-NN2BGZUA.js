import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  manyLines
} from "./part-QBBLIP5F.js";

// src/report/problems.ts
var SEVERITIES = ["error", "warning", "note"];
function problemsOf(report) {
  return [
    ...report.findings.map((finding) => problemOfFinding(finding, null)),
    ...report.projects.flatMap(problemsOfProject)
  ].toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
function problemsOfProject(project) {
  const told = new Set([...project.findings, ...project.inherited].map(placeOf));
  const unknowns = (project.models?.unknowns ?? []).filter((one) => !told.has(placeOf(one)));
  return [
    ...project.findings.map((finding) => problemOfFinding(finding, project)),
    ...project.inherited.map((finding) => ({
      ...problemOfFinding(finding, project),
      introduced: false
    })),
    ...project.drift.map((item) => problemOfDrift(item, project)),
    ...unknowns.map((unknown) => problemOfUnknown(unknown, project)),
    ...project.silenced.map((finding) => ({
      ...problemOfFinding(finding, project),
      silenced: finding.silenced
    }))
  ];
}
function problemOfFinding(finding, project) {
  const { rule, severity, message, file, line, migration, observed, safe } = finding;
  return {
    ...{ rule, severity, message, file, line },
    statements: safe ?? [],
    ...belongsTo(project),
    identity: [migration ?? file ?? "", withoutPlaces(observed ?? message)],
    introduced: true,
    form: false,
    silenced: null
  };
}
function problemOfDrift(item, project) {
  const { op, kind, object, reason, weight, introduced, model, sql } = item;
  const blocks = introduced && weight === "substance";
  const what = `${op} ${kind} ${object}${reason === "" ? "" : ` (${reason})`}`;
  const aside = [weight === "form" ? ", only in form" : "", introduced ? "" : ", as on base"];
  return {
    rule: "missing-migration",
    severity: blocks ? "error" : "note",
    message: `No migration does this${aside.join("")}: ${what}`,
    statements: blocks ? sql : [],
    file: model?.file ?? null,
    line: model?.line ?? null,
    ...belongsTo(project),
    identity: [op, kind, object],
    introduced,
    form: weight === "form",
    silenced: null
  };
}
function problemOfUnknown(unknown, project) {
  const { object, reason, file, line, introduced } = unknown;
  return {
    rule: "unreadable-model",
    severity: introduced ? "error" : "warning",
    message: `${object ?? "Part of the models"} can't be read: ${reason}`,
    statements: [],
    ...{ file, line },
    ...belongsTo(project),
    identity: [object ?? "", withoutPlaces(reason)],
    introduced,
    form: false,
    silenced: null
  };
}
function belongsTo(project) {
  if (project === null) return { project: null, anchor: null };
  const { id, models, migrations } = project;
  const anchor = models?.files[0] ?? migrations.new[0] ?? migrations.directory;
  return { project: id, anchor };
}
function withoutPlaces(text) {
  return text.replace(/(?<=:|\bline )\d+/g, "");
}
var placeOf = ({ file, line }) => `${file ?? ""}:${line ?? ""}`;

// src/formats/messages.ts
var LONGEST = 4e3;
function messageOf({ message, statements, rule }) {
  const text = manyLines(message).trimEnd();
  if (statements.length === 0) return clipped(text);
  const title = rule === "missing-migration" ? "What adds it" : "Instead";
  return clipped(`${text}

${title}:
${statements.map((sql) => manyLines(sql)).join("\n")}`);
}
function clipped(text) {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, "")}\u2026`;
}

export {
  problemsOf,
  messageOf
};
