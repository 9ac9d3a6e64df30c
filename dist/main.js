import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  patientWasm,
  steadyWasm
} from "./part-FWYSLENY.js";
import {
  REPORT_VERSION,
  check,
  planStatements,
  renderJson,
  renderText,
  version
} from "./part-TLVTI5R7.js";
import {
  allFindings,
  count,
  countsByNoun,
  duration,
  groupDrift,
  likelihood,
  openRenames,
  sortFindings,
  verdictOf
} from "./part-M2MEWIKZ.js";
import "./part-5EENIFPS.js";
import "./part-VSWJCVOF.js";
import {
  describeOption,
  git,
  isShallow,
  renameOfOption,
  repositoryRoot,
  resolveCommit
} from "./part-7LABKXAH.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-UDLH5YUZ.js";
import {
  manyLines,
  oneLine,
  wellFormed
} from "./part-DBJXRJ25.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

// src/github/run.ts
import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as core from "./vendor/actions-core.js";

// src/report/markdown-escape.ts
var ZERO_WIDTH_SPACE = "\u200B";
function prose(text) {
  const entities = oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("`", "&#96;").replace(/\$/g, "<span>$</span>");
  const escaped = entities.replace(/[\\*_{}[\]|~]/g, "\\$&");
  const inline = escaped.replace(
    /^(?:[-+=:]|\d+(?=[.)]))/,
    (start) => /\d/.test(start) ? `${start}${ZERO_WIDTH_SPACE}` : `\\${start}`
  );
  return unlinked(inline);
}
function code(text) {
  const content = oneLine(text).replaceAll("@", `@${ZERO_WIDTH_SPACE}`);
  const fence = "`".repeat(longestRun(content) + 1);
  const padding = /^`|`$|^$|^ .* $/.test(content) ? " " : "";
  return `${fence}${padding}${content}${padding}${fence}`;
}
function cell(span) {
  return span.replace(/(\\*)\|/g, "$1$1\\|");
}
function fenced(text, language) {
  const content = manyLines(text).trimEnd();
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}
${content}
${fence}`;
}
function html(text) {
  const escaped = oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return unlinked(escaped);
}
function urlPath(path) {
  return path.split("/").map(
    (segment) => encodeURIComponent(wellFormed(segment)).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
    )
  ).join("/");
}
function clip(text, length) {
  return text.length <= length ? text : `${wellFormed(text.slice(0, length - 1))}\u2026`;
}
function unlinked(text) {
  return text.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replace(/(?<!&)#/g, `#${ZERO_WIDTH_SPACE}`).replace(/(GH)-(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}-`).replace(/:(?=\/\/|[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`).replace(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`);
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run2) => Math.max(longest, run2.length), 0);
}

// src/report/comment-state.ts
var STATUSES = ["ok", "drift", "unsafe", "error"];
var TOLD_MOST = 20;
var NAME_LENGTH = 120;
function markerOf(id) {
  return `<!-- plumbline v1 id=${encodeURIComponent(wellFormed(id))} -->`;
}
function stateOf(report) {
  const drift = report.projects.flatMap((project) => groupDrift(project.drift).blocking);
  const unknowns = report.projects.flatMap((project) => project.models?.unknowns ?? []);
  const findings = allFindings(report).filter(({ severity }) => severity !== "note");
  const names = [
    ...drift.map((item) => `${item.kind} ${item.object}`),
    ...unknowns.map((unknown) => unknown.object ?? unknown.reason),
    ...findings.map((finding) => `${finding.rule} ${finding.file ?? ""}`.trim())
  ];
  const told = names.slice(0, TOLD_MOST).map((name) => clip(oneLine(name), NAME_LENGTH));
  return { status: report.status, told, total: names.length };
}
function stateLine(state) {
  const encoded = Buffer.from(JSON.stringify({ v: 1, ...state })).toString("base64");
  return `<!-- plumbline-state: ${encoded} -->`;
}
function readState(body) {
  const encoded = /<!-- plumbline-state: ([A-Za-z0-9+/=]+) -->\s*$/.exec(body)?.[1];
  if (encoded === void 0) return null;
  try {
    return toState(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
  } catch {
    return null;
  }
}
function toState(value) {
  if (typeof value !== "object" || value === null) return null;
  const { status, told, total } = value;
  const known = STATUSES.find((name) => name === status);
  if (known === void 0 || !Array.isArray(told) || typeof total !== "number") return null;
  const names = told.filter((name) => typeof name === "string").slice(0, TOLD_MOST);
  return { status: known, told: names.map((name) => clip(name, NAME_LENGTH)), total };
}

// src/report/markdown-fit.ts
function always(text) {
  return { name: "", forms: [{ text, worth: Infinity }] };
}
function fit(blocks, bytes, note) {
  const chosen = choose(blocks, bytes - NOTE_BYTES);
  const leftOut = blocks.filter(({ forms }, index) => chosen[index] !== textOf(forms[0])).map(({ name }) => name);
  const told = leftOut.length > 0 ? [note([...new Set(leftOut)])] : [];
  return [...chosen, ...told].filter((text) => text !== "").join(SEPARATOR);
}
var NOTE_BYTES = 1e3;
var SEPARATOR = "\n\n";
function choose(blocks, room) {
  const chosen = blocks.map(({ forms }) => textOf(forms[0]));
  let size = chosen.reduce((total, text) => total + sizeOf(text), 0);
  const turn = (index, text) => {
    size += sizeOf(text) - sizeOf(chosen[index] ?? "");
    chosen[index] = text;
  };
  const taken = [];
  for (const step of size > room ? stepsDown(blocks) : []) {
    if (size <= room) break;
    turn(step.index, step.to);
    taken.push(step);
  }
  for (const { index, from, to } of taken.toReversed()) {
    const fits = size - sizeOf(to) + sizeOf(from) <= room;
    if (fits && chosen[index] === to) turn(index, from);
  }
  return chosen;
}
function stepsDown(blocks) {
  const steps = blocks.flatMap(
    ({ forms }, index) => forms.filter(({ worth }) => worth !== Infinity).map(({ worth, text }, form) => ({ index, worth, from: text, to: textOf(forms[form + 1]) }))
  );
  return steps.toReversed().sort((a, b) => a.worth - b.worth);
}
function textOf(form) {
  return form?.text ?? "";
}
function sizeOf(text) {
  return text === "" ? 0 : Buffer.byteLength(text) + SEPARATOR.length;
}

// src/report/markdown-table.ts
var VERBS = {
  create: "add",
  alter: "change",
  drop: "drop",
  rename: "rename"
};
var CELL_LENGTH = 300;
function changesTable(items, context) {
  const rows = items.map((item) => {
    const object = cell(code(clip(item.object, CELL_LENGTH)));
    const what = `${VERBS[item.op]} ${prose(clip(item.kind, CELL_LENGTH))}`;
    const where = item.model === null ? "" : cell(link(item.model.file, item.model.line, context));
    return `| ${object} | ${what} | ${prose(clip(item.reason, CELL_LENGTH))} | ${where} |`;
  });
  return ["| Object | Change | Why | Model |", "|---|---|---|---|", ...rows].join("\n");
}
function link(file, line, context) {
  const text = code(clip(line === null ? file : `${file}:${line}`, CELL_LENGTH));
  const { repositoryUrl, commit, prefix } = context;
  if (repositoryUrl === null || commit === null) return text;
  const anchor = line === null ? "" : `#L${line}`;
  return `[${text}](${repositoryUrl}/blob/${commit}/${urlPath(`${prefix}${file}`)}${anchor})`;
}

// src/report/markdown-renames.ts
var NAME_LENGTH2 = 200;
var PROBLEM_LENGTH = 500;
var SQL_LENGTH = 5e3;
var WORTH = { whole: 55, short: 84, number: 94 };
function renameBlocks(project, context) {
  const open = openRenames(project);
  if (open.length === 0) return [];
  const title = "**Renamed, or dropped and added?** There is no migration before this is decided.";
  const questions = open.map((rename) => questionOf(rename, context));
  const whole = open.map((rename, index) => [questions[index], ...waysOf(rename)].join("\n\n"));
  return [
    {
      name: "undecided renames",
      forms: [
        { text: [title, ...whole].join("\n\n"), worth: WORTH.whole },
        {
          text: [title, questions.map((text) => `- ${text}`).join("\n")].join("\n\n"),
          worth: WORTH.short
        },
        { text: `${title} (${count(open.length, "rename")})`, worth: WORTH.number }
      ]
    }
  ];
}
function questionOf(rename, context) {
  const { kind, from, to, confidence, model } = rename;
  const where = model === null ? "" : ` ${link(model.file, model.line, context)}`;
  const names = `${code(clip(from, NAME_LENGTH2))} \u2192 ${code(clip(to, NAME_LENGTH2))}`;
  return `${prose(clip(kind, NAME_LENGTH2))} ${names}: ${likelihood(confidence)} renamed.${where}`;
}
function waysOf({ rename, dropAndAdd }) {
  return [
    way("If it was renamed", rename),
    way("If it is dropped and the other is new", dropAndAdd)
  ];
}
function way(title, variant) {
  const { statements, problem, tag, config, option } = variant;
  const sql = clip(statements.map((text) => text.trim()).join("\n\n"), SQL_LENGTH);
  const entry = code(clip(config, NAME_LENGTH2));
  const word = code(clip(option, NAME_LENGTH2));
  const body = [
    ...sql === "" ? [] : [fenced(sql, "sql")],
    ...problem === null ? [] : [prose(clip(problem, PROBLEM_LENGTH))],
    "Say so on the model:",
    // What is copied from a code span would have an invisible character in it.
    fenced(clip(tag, NAME_LENGTH2), "ts"),
    `or with ${entry} under ${code("renames")} in plumbline.yml, or with ${word}.`
  ];
  return `<details open><summary>${title}</summary>

${body.join("\n\n")}

</details>`;
}

// src/report/markdown-project.ts
var SEVERITY_WORDS = {
  error: "\u274C Error",
  warning: "\u26A0\uFE0F Warning",
  note: "\u2139\uFE0F Note"
};
var NAME_LENGTH3 = 200;
var MESSAGE_LENGTH = 1500;
var SQL_LINES_SHORT = 50;
var ROWS_SHORT = 25;
var NAMES_SHOWN = 12;
var WORTH2 = {
  form: 10,
  inherited: 20,
  aside: 30,
  changes: 40,
  sql: 50,
  findings: 60,
  changesShort: 70,
  sqlShort: 80,
  findingsShort: 85,
  checks: 90,
  fix: 95,
  heading: 99
};
function projectBlocks(project, place) {
  const { blocking, form, inherited } = groupDrift(project.drift);
  return [
    block("projects", [headingOf(project, place.alone), WORTH2.heading]),
    ...place.alone || project.status !== "ok" ? [checksBlock(project, blocking)] : [],
    ...project.plan.up.length > 0 ? planBlocks(project, place) : [],
    ...renameBlocks(project, place.context),
    ...blocking.length > 0 ? [changesBlock(blocking, place)] : [],
    ...findingsBlock([...project.findings, ...unreadable(project)], place.context),
    ...form.length > 0 ? [formBlock(form, place)] : [],
    ...inherited.length > 0 ? [inheritedBlock(inherited, place)] : [],
    ...asideBlocks(project)
  ];
}
function findingsBlock(findings, context) {
  if (findings.length === 0) return [];
  const sorted = sortFindings(findings);
  const items = sorted.map((finding) => findingItem(finding, context) + safeForm(finding));
  const short = sorted.slice(0, ROWS_SHORT).map((finding) => findingItem(finding, context));
  return [
    block(
      "findings",
      [items.join("\n"), WORTH2.findings],
      [short.join("\n"), WORTH2.findingsShort],
      [count(items.length, "finding"), WORTH2.checks]
    )
  ];
}
function block(name, ...forms) {
  return { name, forms: forms.map(([text, worth]) => ({ text, worth })) };
}
function headingOf(project, alone) {
  const { models, migrations } = project;
  const facts = [
    models === null ? "No models" : `${prose(models.tool)} models: ${count(models.tables, "table")}, ${count(models.columns, "column")}`,
    `${count(migrations.total, "migration")} in ${code(clip(migrations.directory, NAME_LENGTH3))}`
  ].join(" \xB7 ");
  if (alone) return facts;
  const icon = project.status === "ok" ? "\u2705" : "\u274C";
  const name = clip(project.id, NAME_LENGTH3);
  const where = project.root === "." || project.root === project.id ? "" : ` (${code(clip(project.root, NAME_LENGTH3))})`;
  return `#### ${icon} ${code(name)}${where}

${facts}`;
}
function checksBlock(project, blocking) {
  return block("projects", [checksTable(project, blocking), WORTH2.checks]);
}
function checksTable(project, blocking) {
  const { applied, total } = project.migrations;
  const run2 = [
    "Migrations run on an empty database",
    applied === total ? `\u2705 ${total} applied` : `\u274C ${applied} of ${total} applied`
  ];
  const rows = project.models === null ? [run2, ["Models match migrations", "No models to compare"]] : [
    ["Models can be read", readResult(project.models)],
    run2,
    ["Models match migrations", matchResult(project, blocking)]
  ];
  return ["| Check | Result |", "|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join(
    "\n"
  );
}
function readResult({ unknowns }) {
  if (unknowns.length === 0) return "\u2705 All";
  const mark = unknowns.some(({ introduced }) => introduced) ? "\u274C" : "\u26A0\uFE0F";
  return `${mark} ${count(unknowns.length, "part")} can't be`;
}
function matchResult(project, blocking) {
  if (blocking.length > 0) return `\u274C ${count(blocking.length, "change")} missing`;
  return project.status === "error" ? "\u26A0\uFE0F Not known" : "\u2705 Nothing missing";
}
function planBlocks(project, place) {
  const which = place.alone ? "" : ` --project ${project.id}`;
  const command = code(clip(`npx plumbline makemigrations${which}`, NAME_LENGTH3));
  const fix = block("projects", [
    `**To fix:** run ${command} and commit what it writes.`,
    WORTH2.fix
  ]);
  const lines = planStatements(project.plan).join("\n\n");
  const few = lines.split("\n").slice(0, SQL_LINES_SHORT).join("\n");
  return [
    fix,
    block(
      "SQL",
      [sqlDetails(project, lines), WORTH2.sql],
      [sqlDetails(project, few), WORTH2.sqlShort]
    )
  ];
}
function sqlDetails(project, sql) {
  const { plan } = project;
  const several = plan.migrations.length > 1;
  const file = plan.file === null || several ? "" : `: <code>${html(clip(plan.file, NAME_LENGTH3))}</code>`;
  const proof = plan.proved ? "Applied in a scratch database, it leaves nothing to do." : "**Not proved**: read it before you use it.";
  const lost = plan.irreversible.slice(0, NAMES_SHOWN).map((what) => `Going back can't restore ${prose(clip(what, NAME_LENGTH3))}.`);
  return details(`<b>The ${several ? "migrations" : "migration"} to add</b>${file}`, {
    open: true,
    body: [fenced(sql, "sql"), [proof, ...lost].join(" ")].join("\n\n")
  });
}
function changesBlock(items, { context }) {
  const title = `What changed (${items.length})`;
  const table = (rows) => details(title, { open: false, body: changesTable(rows, context) });
  return block(
    "changes",
    [table(items), WORTH2.changes],
    [table(items.slice(0, ROWS_SHORT)), WORTH2.changesShort]
  );
}
function formBlock(items, { context }) {
  const title = `Only another name, order or spelling (${items.length}): doesn't block`;
  const body = changesTable(items, context);
  return block("differences of form", [details(title, { open: false, body }), WORTH2.form]);
}
function inheritedBlock(items, { context, report }) {
  const base = context.base?.ref ?? report.base?.label ?? "base";
  const title = `Already so on ${html(clip(base, NAME_LENGTH3))} (${items.length}): doesn't block`;
  const table = (rows) => details(title, { open: false, body: changesTable(rows, context) });
  return block(
    "inherited drift",
    [table(items), WORTH2.form],
    [table(items.slice(0, ROWS_SHORT)), WORTH2.inherited],
    [`${title}.`, WORTH2.aside]
  );
}
function findingItem(finding, context) {
  const where = finding.file === null ? "" : ` ${link(finding.file, finding.line, context)}`;
  const message = prose(clip(finding.message, MESSAGE_LENGTH));
  return `- **${SEVERITY_WORDS[finding.severity]}**${where} ${message} (${code(clip(finding.rule, NAME_LENGTH3))})`;
}
function safeForm({ safe = [] }) {
  if (safe.length === 0) return "";
  const lines = fenced(safe.join("\n"), "sql").split("\n");
  return `

  Instead:

${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}
`;
}
function unreadable(project) {
  const told = new Set(project.findings.map(({ file, line }) => `${file ?? ""}:${line ?? ""}`));
  return (project.models?.unknowns ?? []).filter(({ file, line }) => file === null || !told.has(`${file}:${line ?? ""}`)).map(({ object, reason, file, line, introduced }) => ({
    rule: "unreadable-model",
    severity: introduced ? "error" : "warning",
    hazard: "unreadable",
    message: `${object ?? "Part of the models"} can't be read: ${reason}`,
    file,
    line
  }));
}
function asideBlocks(project) {
  const uncompared = countsByNoun(project.notCompared);
  const { unmodelled } = project;
  const names = unmodelled.slice(0, NAMES_SHOWN).map((name) => code(clip(name, NAME_LENGTH3)));
  const more = unmodelled.length > NAMES_SHOWN ? ` and ${unmodelled.length - NAMES_SHOWN} more` : "";
  const lines = [
    ...uncompared ? [`Not compared: ${prose(clip(uncompared, MESSAGE_LENGTH))}`] : [],
    ...unmodelled.length > 0 ? [`In no model: ${names.join(", ")}${more}`] : []
  ];
  return lines.map((line) => block("what is not compared", [line, WORTH2.aside]));
}
function details(summary, { open, body }) {
  return `<details${open ? " open" : ""}><summary>${summary}</summary>

${body}

</details>`;
}

// src/report/markdown.ts
var SUMMARY_BYTES = 1024 * 1024 - 1024;
var COMMENT_BYTES = 6e4;
var LABEL_LENGTH = 200;
var ICONS = {
  ok: "\u2705",
  drift: "\u274C",
  unsafe: "\u274C",
  error: "\u274C"
};
function renderSummary(report, context) {
  const note = leftOutNote("GitHub shows at most 1 MiB here: the JSON report holds all.");
  return `${fit(blocksOf(report, context), SUMMARY_BYTES, note)}
`;
}
function renderComment(report, context, id) {
  const whole = context.runUrl === null ? "job summary" : `[job summary](${context.runUrl})`;
  const note = leftOutNote(`A comment has a limit: the ${whole} shows the whole report.`);
  const body = fit(blocksOf(report, context), COMMENT_BYTES, note);
  return `${markerOf(id)}
${body}

${stateLine(stateOf(report))}
`;
}
function renderResolved(report, context, options) {
  const headline = `### ${ICONS[report.status]} ${prose(verdictOf(report))}`;
  const lines = [markerOf(options.id), `${headline}
`, resolvedLine(context, options.told)];
  const text = lines.filter((line) => line !== "").join("\n");
  return `${text}

${stateLine(stateOf(report))}
`;
}
function blocksOf(report, context) {
  const alone = report.projects.length === 1;
  return [
    always(`### ${ICONS[report.status]} ${prose(verdictOf(report))}`),
    always(checkedLine(report, context)),
    ...findingsBlock(report.findings, context),
    ...report.projects.flatMap((project) => projectBlocks(project, { context, alone, report })),
    always(footer(report, context))
  ];
}
function checkedLine(report, { head, commit, base }) {
  const checked = head ?? commit;
  const what = checked === null ? code(clip(report.head.label, LABEL_LENGTH)) : shortSha(checked);
  const against = head !== null && commit !== null && head !== commit ? "merged into" : "against";
  if (base === null && report.base === null) {
    return `Checked ${what}. There was no base to compare with, so every difference counts as new.`;
  }
  return `Checked ${what} ${against} ${baseName(report, base)}`;
}
function baseName(report, base) {
  if (base === null) return code(clip(report.base?.label ?? "base", LABEL_LENGTH));
  const sha2 = shortSha(base.sha);
  return base.ref === null ? sha2 : `${code(clip(base.ref, LABEL_LENGTH))} @ ${sha2}`;
}
function shortSha(sha2) {
  return code(sha2.slice(0, 7));
}
function footer(report, context) {
  const total = report.timings["total"];
  const parts = [
    ...context.runUrl === null ? [] : [`[Full report](${context.runUrl})`],
    `plumbline ${report.plumbline}`,
    ...total === void 0 ? [] : [duration(total)]
  ];
  return `<sub>${parts.join(" \xB7 ")}</sub>`;
}
function leftOutNote(where) {
  return (leftOut) => `_Left out or shortened: ${leftOut.join(", ")}. ${where}_`;
}
function resolvedLine(context, told) {
  const where = context.head === null ? "" : ` in ${shortSha(context.head)}`;
  if (told === null || told.total === 0) return "";
  const more = told.total > told.told.length ? `, and ${told.total - told.told.length} more` : "";
  return `Resolved${where}: ${told.told.map(code).join(", ")}${more}`;
}

// src/github/annotations.ts
var ANNOTATIONS_MOST = 9;
var MESSAGE_LENGTH2 = 4e3;
var SEVERITIES = ["error", "warning", "note"];
function annotationsOf(report, prefix) {
  const findings = allFindings(report).map(
    ({ severity, message, rule, file, line }) => annotation({ severity, message, title: rule, file, line })
  );
  return [...findings, ...report.projects.flatMap(annotationsOfProject)].filter(({ properties }) => properties.file !== void 0).toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)).slice(0, ANNOTATIONS_MOST).map((item) => ({
    ...item,
    properties: { ...item.properties, file: `${prefix}${item.properties.file ?? ""}` }
  }));
}
function annotationsOfProject(project) {
  const told = new Set(project.findings.map(({ file, line }) => `${file ?? ""}:${line ?? ""}`));
  const unknowns = (project.models?.unknowns ?? []).filter(({ file, line }) => !told.has(`${file ?? ""}:${line ?? ""}`)).map(
    ({ object, reason, file, line, introduced }) => annotation({
      severity: introduced ? "error" : "warning",
      message: `${object ?? "Part of the models"} can't be read: ${reason}`,
      title: "unreadable-model",
      file,
      line
    })
  );
  const missing = groupDrift(project.drift).blocking.map(
    (item) => annotation({
      severity: "error",
      message: `No migration does this: ${item.op} ${item.kind} ${item.object} (${item.reason})`,
      title: "missing-migration",
      file: item.model?.file ?? null,
      line: item.model?.line ?? null
    })
  );
  return [...missing, ...unknowns];
}
function annotation(item) {
  return {
    severity: item.severity,
    message: manyLines(item.message).slice(0, MESSAGE_LENGTH2),
    properties: {
      title: `Plumbline: ${oneLine(item.title)}`,
      ...item.file === null ? {} : { file: item.file },
      ...item.line === null ? {} : { startLine: item.line }
    }
  };
}

// src/github/base.ts
import { spawnSync } from "node:child_process";
var FETCH_TIMEOUT_MS = 12e4;
function findBase(request) {
  const { directory, event, baseRef } = request;
  const base = baseRef === null ? event.base : { ref: baseRef, sha: null };
  if (base === null) return null;
  if (repositoryRoot(directory) === null) {
    throw new EnvironmentError(
      "the checked directory is not in a git repository",
      "Run actions/checkout with `fetch-depth: 2` before this step."
    );
  }
  const wanted = baseRef === null ? mergedBase(directory, event) ?? base.sha : null;
  const found = findLocally(directory, { ...base, sha: wanted }) ?? fetchBase(request, wanted ?? base.ref);
  if (found === null) throw notFetched(wanted ?? base.ref ?? "");
  return { ref: base.ref, sha: found };
}
function prefixOf(directory) {
  return git(directory, ["rev-parse", "--show-prefix"])?.toString("utf8").trim() ?? "";
}
function mergedBase(directory, event) {
  if (event.pullRequest === null) return null;
  const commit = git(directory, ["cat-file", "commit", "HEAD"])?.toString("utf8") ?? "";
  const header = commit.split("\n\n", 1)[0] ?? "";
  const [first, second] = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id]) => id);
  if (second !== void 0 && second === event.head) return first ?? null;
  refuseBase(directory, event);
  return null;
}
function refuseBase(directory, event) {
  const head = resolveCommit(directory, "HEAD");
  const isBase = head === event.base?.sha || event.name === "pull_request_target";
  if (head === event.head || !isBase) return;
  throw new EnvironmentError(
    "what is checked out is the base, and nothing of the pull request would be checked",
    "Run on the event `pull_request`, with the commit that actions/checkout takes by default."
  );
}
function findLocally(directory, { ref, sha: sha2 }) {
  if (sha2 !== null) return resolveCommit(directory, sha2);
  if (ref === null) return null;
  return resolveCommit(directory, `refs/remotes/origin/${ref}`) ?? resolveCommit(directory, ref);
}
function fetchBase(request, wanted) {
  const { directory } = request;
  if (wanted === null || !isFetchable(directory, wanted)) return null;
  const depth = isShallow(directory) ? ["--depth=1"] : [];
  const options = ["--quiet", "--no-tags", "--no-recurse-submodules", ...depth];
  const result = spawnSync(
    "git",
    ["-c", "core.hooksPath=/dev/null", "fetch", ...options, "--end-of-options", "origin", wanted],
    {
      cwd: directory,
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", ...credentials(request) },
      stdio: "ignore",
      timeout: FETCH_TIMEOUT_MS
    }
  );
  return result.status === 0 ? resolveCommit(directory, "FETCH_HEAD") : null;
}
function isFetchable(directory, wanted) {
  return !wanted.startsWith("-") && git(directory, ["check-ref-format", "--allow-onelevel", wanted]) !== null;
}
function credentials({ directory, token, serverUrl }) {
  const remote = git(directory, ["remote", "get-url", "origin"])?.toString("utf8").trim() ?? "";
  const server = `${serverUrl.replace(/\/+$/, "")}/`;
  if (token === "" || !remote.startsWith(server)) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
  };
}
function notFetched(wanted) {
  return new EnvironmentError(
    `the base ${wanted} is not in this clone and could not be fetched`,
    "Give actions/checkout `fetch-depth: 2` (pull requests) or `fetch-depth: 0` (any base)."
  );
}

// src/github/api.ts
import { retry } from "./vendor/octokit-plugin-retry.js";
import { throttling } from "./vendor/octokit-plugin-throttling.js";
var RETRIES = 2;
var LONGEST_WAIT_SECONDS = 60;
var DEADLINE_MS = 12e4;
async function openApi(token) {
  const { getOctokit } = await import("./vendor/actions-github.js");
  const wait = (retryAfter, _options, _api, tries) => tries < RETRIES && retryAfter <= LONGEST_WAIT_SECONDS;
  const api = getOctokit(
    token,
    {
      userAgent: "plumbline",
      retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
      throttle: { onRateLimit: wait, onSecondaryRateLimit: wait }
    },
    retry,
    throttling
  );
  const signal = AbortSignal.timeout(DEADLINE_MS);
  api.hook.before("request", (options) => {
    options.request = { ...options.request, signal };
  });
  return api;
}

// src/github/comment-policy.ts
function decideComment(request, existing) {
  const { report, context, settings } = request;
  const id = settings.commentId;
  const speaks = isWorthTelling(report, settings.comment);
  if (existing === null) {
    const wanted = speaks || settings.comment === "always";
    return wanted ? { do: "create", body: renderComment(report, context, id) } : { do: "nothing" };
  }
  const told = readState(existing.body);
  const saysAllIsWell = told?.status === "ok" && told.total === 0;
  if (!speaks && saysAllIsWell) return { do: "nothing" };
  const body = speaks ? renderComment(report, context, id) : renderResolved(report, context, { id, told });
  if (sameText(body, existing.body)) return { do: "nothing" };
  return { do: "update", body, unminimize: speaks && existing.minimized };
}
function isWorthTelling(report, mode) {
  if (report.status !== "ok") return true;
  if (mode === "on-failure") return false;
  return allFindings(report).some(({ severity }) => severity !== "note");
}
function sameText(one, other) {
  const normal = (text) => text.replaceAll("\r\n", "\n").trim();
  return normal(one) === normal(other);
}

// src/github/comment.ts
var NO_COMMENT = { id: "", url: "", problem: null };
async function publishComment(request) {
  const { event, settings, token } = request;
  if (event.pullRequest === null || settings.comment === "never") return NO_COMMENT;
  if (token === "") {
    return { ...NO_COMMENT, problem: "No comment was written: there is no github-token." };
  }
  const [owner = "", repo = ""] = event.repository.split("/");
  try {
    return await publish(request, { owner, repo, number: event.pullRequest });
  } catch (error2) {
    return { ...NO_COMMENT, problem: problemOf(error2, event) };
  }
}
async function publish(request, target) {
  const api = await openApi(request.token);
  const { existing, headSha } = await findComment(
    api,
    target,
    markerOf(request.settings.commentId)
  );
  if (headSha !== request.event.head) return existing === null ? NO_COMMENT : identify(existing);
  const action = decideComment(request, existing);
  return perform(api, { action, existing, target });
}
var COMMENTS_QUERY = `
  query plumblineComments($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id fullDatabaseId url body viewerDidAuthor isMinimized }
        }
      }
    }
  }`;
var UNMINIMIZE_MUTATION = `
  mutation plumblineUnminimize($id: ID!) {
    unminimizeComment(input: { subjectId: $id }) { clientMutationId }
  }`;
async function findComment(api, target, marker) {
  let after = null;
  for (; ; ) {
    const page = await api.graphql(COMMENTS_QUERY, {
      ...target,
      after
    });
    const { headRefOid: headSha, comments } = page.repository.pullRequest;
    const ours = comments.nodes.find(
      ({ body, viewerDidAuthor }) => viewerDidAuthor && /^[^\r\n]*/.exec(body)?.[0] === marker
    );
    if (ours !== void 0) return { existing: existingFrom(ours), headSha };
    if (!comments.pageInfo.hasNextPage) return { existing: null, headSha };
    after = comments.pageInfo.endCursor;
  }
}
function existingFrom(node) {
  const { id, fullDatabaseId, url, body, isMinimized } = node;
  return { nodeId: id, id: fullDatabaseId, url, body, minimized: isMinimized };
}
async function perform(api, step) {
  const { action, existing, target } = step;
  const { owner, repo, number } = target;
  if (action.do === "create") {
    const request = { owner, repo, issue_number: number, body: action.body };
    const { data } = await api.rest.issues.createComment(request);
    return { id: String(data.id), url: data.html_url, problem: null };
  }
  if (existing === null) return NO_COMMENT;
  if (action.do === "update") {
    const id = Number(existing.id);
    await api.rest.issues.updateComment({ owner, repo, comment_id: id, body: action.body });
    if (action.unminimize) await api.graphql(UNMINIMIZE_MUTATION, { id: existing.nodeId });
  }
  return identify(existing);
}
function identify({ id, url }) {
  return { id, url, problem: null };
}
function problemOf(error2, event) {
  if (!isForbidden(error2)) {
    return `The comment could not be written, the verdict stands: ${messageOf(error2)}`;
  }
  return event.readOnlyToken ? "No comment was written: for a pull request from a fork or by Dependabot GitHub gives a token that can only read. The report is in the job summary." : "No comment was written: the token may only read. Give the job `permissions: pull-requests: write`. The report is in the job summary.";
}
function isForbidden(error2) {
  return /resource not accessible by/i.test(messageOf(error2));
}

// src/github/event.ts
import { readFileSync } from "node:fs";
import { z } from "./vendor/zod.js";
var sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
var repository = z.object({ full_name: z.string(), default_branch: z.string().optional() });
var pullRequestPayload = z.object({
  repository,
  pull_request: z.object({
    number: z.int().positive(),
    user: z.object({ login: z.string() }).nullish(),
    base: z.object({ ref: z.string(), sha }),
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullish() })
  })
});
var mergeGroupPayload = z.object({
  repository,
  merge_group: z.object({ base_sha: sha, base_ref: z.string(), head_sha: sha })
});
var pushPayload = z.object({ repository, before: sha, after: sha });
var otherPayload = z.object({ repository: repository.optional() });
function readEvent(env) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  const payload = readPayload(env["GITHUB_EVENT_PATH"]);
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequestEvent(name, parse(pullRequestPayload, payload, name));
    case "merge_group":
      return mergeGroupEvent(parse(mergeGroupPayload, payload, name));
    case "push":
      return pushEvent(parse(pushPayload, payload, name), env);
    default:
      return otherEvent(name, parse(otherPayload, payload, name), env);
  }
}
function pullRequestEvent(name, payload) {
  const { number, base, head, user } = payload.pull_request;
  const repositoryName = payload.repository.full_name;
  return {
    name,
    repository: repositoryName,
    base,
    head: head.sha,
    pullRequest: number,
    readOnlyToken: name === "pull_request" && (head.repo?.full_name !== repositoryName || user?.login === "dependabot[bot]")
  };
}
function mergeGroupEvent(payload) {
  const { base_sha, base_ref, head_sha } = payload.merge_group;
  return {
    name: "merge_group",
    repository: payload.repository.full_name,
    base: { ref: branchOf(base_ref), sha: base_sha },
    head: head_sha,
    pullRequest: null,
    readOnlyToken: false
  };
}
function pushEvent(payload, env) {
  const isNew = /^0+$/.test(payload.before);
  return {
    name: "push",
    repository: payload.repository.full_name,
    base: isNew ? defaultBranchBase(payload.repository.default_branch, env) : { ref: null, sha: payload.before },
    head: payload.after,
    pullRequest: null,
    readOnlyToken: false
  };
}
function otherEvent(name, payload, env) {
  return {
    name,
    repository: payload.repository?.full_name ?? env["GITHUB_REPOSITORY"] ?? "",
    base: defaultBranchBase(payload.repository?.default_branch, env),
    head: env["GITHUB_SHA"] ?? null,
    pullRequest: null,
    readOnlyToken: false
  };
}
function defaultBranchBase(branch, env) {
  if (branch === void 0 || env["GITHUB_REF"] === `refs/heads/${branch}`) return null;
  return { ref: branch, sha: null };
}
function branchOf(ref) {
  return ref.replace(/^refs\/heads\//, "");
}
function readPayload(path) {
  if (path === void 0 || path === "") return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error2) {
    throw new EnvironmentError(
      `the event in GITHUB_EVENT_PATH can't be read: ${messageOf(error2)}`,
      "The runner writes this file; run the action in a workflow.",
      { cause: error2 }
    );
  }
}
function parse(schema, payload, name) {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  throw new EnvironmentError(
    `the payload of this ${name} event is not as GitHub documents it:
${z.prettifyError(result.error)}`,
    "If it comes from GitHub, please report it."
  );
}

// src/github/failure-report.ts
function failureReport(error2) {
  return {
    version: REPORT_VERSION,
    status: "error",
    plumbline: version,
    head: { label: "working tree", commit: null },
    base: null,
    timings: {},
    projects: [],
    findings: findingsOf(error2)
  };
}
function findingsOf(error2) {
  const nowhere = { severity: "error", file: null, line: null };
  if (error2 instanceof UsageError) {
    return error2.problems.map((message2) => ({
      ...nowhere,
      rule: "usage",
      hazard: "configuration",
      message: message2
    }));
  }
  const message = error2 instanceof EnvironmentError ? `${error2.message}
${error2.help}` : `This is a bug in Plumbline, please report it: ${messageOf(error2)}`;
  const rule = error2 instanceof EnvironmentError ? "environment" : "bug";
  return [{ ...nowhere, rule, hazard: "failure", message }];
}

// src/github/inputs.ts
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
var FAIL_ON = ["drift", "none"];
var COMMENT = ["on-change", "always", "on-failure", "never"];
function readInputs(env) {
  const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
  const problems = [];
  const workspace = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const workingDirectory = input("working-directory");
  const projects = input("project").split(/[\n,]/).map((id) => id.trim());
  const settings = {
    token: input("github-token"),
    config: input("config") || null,
    directory: directoryIn(workspace, workingDirectory, problems),
    projects: projects.filter((id) => id !== ""),
    renames: renamesIn(input("renames"), problems),
    failOn: oneOf(FAIL_ON, { name: "fail-on", value: input("fail-on") }, problems),
    comment: oneOf(COMMENT, { name: "comment", value: input("comment") }, problems),
    baseRef: input("base-ref") || null,
    reportPath: resolve(workspace, input("report-path") || defaultReportPath(env)),
    deadlineMs: seconds(input("timeout-seconds"), problems) * 1e3,
    commentId: [workingDirectory, ...projects].filter((part) => part !== "").join(" ") || "default"
  };
  if (problems.length > 0) throw new UsageError(problems);
  return settings;
}
function renamesIn(text, problems) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").flatMap((line) => {
    const rename = renameOfOption(line, "renames:");
    if (rename === null) problems.push(describeOption(line, "renames:"));
    return rename ?? [];
  });
}
function defaultReportPath(env) {
  return join(env["RUNNER_TEMP"] ?? tmpdir(), "plumbline-report.json");
}
function directoryIn(workspace, path, problems) {
  const directory = resolve(workspace, path);
  const way2 = relative(workspace, directory);
  if (way2 === ".." || way2.startsWith("../") || isAbsolute(way2)) {
    problems.push(`working-directory: ${path} lies outside of the workspace`);
  } else if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    problems.push(
      path === "" ? `the workspace ${workspace} does not exist: run actions/checkout first` : `working-directory: ${path} is no directory of the workspace`
    );
  }
  return directory;
}
function oneOf(values, input, problems) {
  if (input.value === "") return values[0];
  const found = values.find((value) => value === input.value);
  if (found === void 0) {
    problems.push(`${input.name}: ${input.value} is none of ${values.join(", ")}`);
  }
  return found ?? values[0];
}
function seconds(value, problems) {
  if (value === "") return 300;
  if (!/^[1-9]\d{0,4}$/.test(value)) {
    problems.push(`timeout-seconds: ${value} is no whole number from 1 to 99999`);
  }
  return Number(value);
}

// src/github/outcome.ts
function failureOf(report, failOn) {
  const verdict = verdictOf(report);
  switch (report.status) {
    case "ok":
      return null;
    case "error":
      return [verdict, ...errorsOf(report)].join("\n");
    case "drift":
    case "unsafe":
      return failOn === "none" ? null : `${verdict}. ${adviceFor(report)}`;
  }
}
function outputsOf(report, run2) {
  const changes = report.projects.flatMap((project) => groupDrift(project.drift).blocking).length;
  const findings = allFindings(report).filter(({ severity }) => severity !== "note");
  const files = report.projects.flatMap(({ plan }) => plan.file ?? []);
  return {
    status: report.status,
    drift: String(changes > 0),
    "changes-count": String(changes),
    "findings-count": String(findings.length),
    projects: JSON.stringify(report.projects.map(summaryOf)),
    "report-path": run2.reportPath,
    "comment-id": run2.comment?.id ?? "",
    "comment-url": run2.comment?.url ?? "",
    "migration-file": files[0] ?? ""
  };
}
function summaryOf(project) {
  return {
    id: project.id,
    root: project.root,
    status: project.status,
    changes: groupDrift(project.drift).blocking.length,
    "migration-file": project.plan.file
  };
}
function adviceFor(report) {
  const planned = report.projects.some(({ plan }) => plan.up.length > 0);
  return planned ? "Run `npx plumbline makemigrations` and commit what it writes." : "The job summary tells what to do.";
}
function errorsOf(report) {
  return allFindings(report).filter(({ severity }) => severity === "error").map(({ file, line, message }) => {
    const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
    return `${place}${message}`;
  });
}

// src/github/run.ts
async function run(check2) {
  let started;
  try {
    started = { settings: readInputs(process.env), event: readEvent(process.env) };
  } catch (error2) {
    tell(failed(error2), { reportPath: "", context: contextOf(null, null, null) });
    return;
  }
  const { report, base } = await answer(check2, started);
  await publish2(report, started, base);
}
async function answer(check2, { settings, event }) {
  const { directory, projects, renames, config, deadlineMs } = settings;
  let base = null;
  try {
    const serverUrl = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    base = findBase({ ...settings, event, serverUrl });
    const sha2 = base?.sha ?? null;
    const options = { directory, base: sha2, projects, renames, config, deadlineMs };
    const report = await check2(options, debugProgress);
    return { report: base === null ? report : withBaseLabel(report, base), base };
  } catch (error2) {
    return { report: failed(error2), base };
  }
}
var debugProgress = {
  phase: (name, detail) => {
    core.debug(detail === void 0 ? name : `${name}: ${detail}`);
  },
  done: () => void 0
};
function withBaseLabel(report, { ref, sha: sha2 }) {
  const commit = report.base?.commit ?? sha2;
  const short = commit.slice(0, 7);
  return { ...report, base: { label: ref === null ? short : `${ref} (${short})`, commit } };
}
function failed(error2) {
  const isBug = !(error2 instanceof UsageError || error2 instanceof EnvironmentError);
  if (isBug && error2 instanceof Error) logUntrusted(error2.stack ?? messageOf(error2));
  return failureReport(error2);
}
async function publish2(report, started, base) {
  const { settings, event } = started;
  const context = contextOf(settings, event, base);
  writeReport(report, settings.reportPath);
  const comment = await publishComment({ report, context, settings, event, token: settings.token });
  if (comment.problem !== null) core.warning(comment.problem);
  tell(report, { reportPath: settings.reportPath, context, comment, failOn: settings.failOn });
}
function tell(report, { reportPath, context, comment, failOn = "drift" }) {
  logUntrusted(renderText(report, { color: false, verbose: false }));
  writeSummary(renderSummary(report, context));
  const failure = failureOf(report, failOn);
  for (const annotation2 of annotationsOf(report, context.prefix)) {
    annotate(annotation2, failure !== null);
  }
  const values = outputsOf(report, { reportPath, comment });
  for (const [name, value] of Object.entries(values)) {
    core.setOutput(name, value);
  }
  if (failure !== null) core.setFailed(manyLines(failure));
}
function annotate({ severity, message, properties }, failing) {
  if (severity === "note") core.notice(message, properties);
  else if (severity === "warning" || !failing) core.warning(message, properties);
  else core.error(message, properties);
}
function writeReport(report, path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderJson(report));
  } catch (error2) {
    core.warning(`The JSON report could not be written: ${messageOf(error2)}`);
  }
}
function writeSummary(markdown) {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path !== void 0 && path !== "") appendFileSync(path, markdown);
}
function logUntrusted(text) {
  const token = randomUUID();
  core.info(`::stop-commands::${token}
${text.trimEnd()}
::${token}::`);
}
function contextOf(settings, event, base) {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = process.env;
  const repository2 = event?.repository ?? process.env["GITHUB_REPOSITORY"];
  const repositoryUrl = server && repository2 ? `${server}/${repository2}` : null;
  return {
    repositoryUrl,
    commit: settings === null ? null : resolveCommit(settings.directory, "HEAD"),
    prefix: settings === null ? "" : prefixOf(settings.directory),
    runUrl: repositoryUrl !== null && runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
    head: event?.head ?? null,
    base
  };
}

// src/main.ts
steadyWasm();
patientWasm();
await run(check);
