import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage,
  titleOf
} from "./part-RDMMD4FP.js";
import {
  messageOf as messageOf2,
  problemsOf
} from "./part-NN2BGZUA.js";
import {
  EDITS_MOST,
  analyse,
  findingLines,
  hunkLines,
  openWorkspace,
  paint,
  placeOf,
  projectReport,
  renameLines,
  silencedLines,
  unreadableLines,
  unusedRenames
} from "./part-KB4UJQLS.js";
import {
  allFindings,
  failOnOf,
  failuresOf,
  groupDrift,
  missingChanges,
  openDirectory,
  openRenames,
  openRevisions,
  readConfig,
  reportStatus,
  sortFindings,
  statusOfFinding,
  usualFailOn,
  verdictOf,
  worstFirst
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  messageOf,
  weighed
} from "./part-G272ITKT.js";
import {
  count,
  countsByNoun,
  duration,
  firstSentence,
  likelihood,
  sentence,
  withStop
} from "./part-KH2B3PAS.js";
import {
  findingKinds,
  manyLines,
  oneLine,
  rules,
  wellFormed
} from "./part-QBBLIP5F.js";

// src/record/unused-settings.ts
import picomatch from "./vendor/picomatch.js";
function unusedSettings(analyses, options) {
  if (options.projects.length > 0) return [];
  const vain = /* @__PURE__ */ new Map();
  for (const analysis of analyses) {
    const names = namesIn(analysis);
    for (const setting of analysis.project.rules ?? []) {
      const key = `${setting.place.file}:${String(setting.place.line)}`;
      const what = vainIn(setting, names);
      const known = vain.get(key);
      if (known === void 0 || what === null) vain.set(key, { setting, what, analysis });
    }
  }
  return [...vain.values()].flatMap(({ setting, what, analysis }) => {
    if (what === null) return [];
    const finding = tellVain(setting, what);
    return weighed([finding], analysis.project, options.today).filter(
      (one) => !("silenced" in one)
    );
  });
}
function namesIn({ migrations, compared, migrated }) {
  const files = migrations.migrations.flatMap(({ file, down }) => [file, down?.file ?? file]);
  const sides = [compared?.head, compared?.base].flatMap((side) => side ?? []);
  const schemas = [
    ...sides.flatMap(({ desired, actual, migrated: before }) => [desired, actual, before]),
    ...migrated === null ? [] : [migrated.before, migrated.after]
  ];
  return { files, tables: schemas.length === 0 ? null : schemas.flatMap(tablesOf) };
}
var TABLES = /* @__PURE__ */ new Set(["table", "view", "materialized view", "foreign table"]);
var tablesOf = ({ objects }) => [...objects.values()].filter(({ kind }) => TABLES.has(kind)).map(({ schema, name: name2 }) => `${schema ?? "public"}.${name2}`);
function vainIn({ paths, tables }, names) {
  if (paths.length > 0 && !someFits(names.files, paths)) {
    return `no migration is ${paths.join(" or ")}`;
  }
  if (tables.length === 0 || names.tables === null) return null;
  return someFits(names.tables, tables) ? null : `no table is ${tables.join(" or ")}`;
}
function someFits(names, patterns) {
  const fits2 = picomatch([...patterns]);
  return names.some((name2) => fits2(name2));
}
var tellVain = ({ rule, place }, what) => ({
  rule: "allowance-unused",
  severity: "warning",
  hazard: "configuration",
  message: `This setting of ${rule} has no effect: ${what}. Take it out, or name what it is about; patterns of files begin at the workspace's root, and tables are written with their schema.`,
  ...{ file: place.file, line: place.line }
});

// src/report/report.ts
var REPORT_VERSION = 2;

// src/version.ts
var version = true ? "0.1.0" : "0.0.0-source";

// src/record/whole-report.ts
function wholeReport({ findings, projects = [], ...rest }) {
  const { head = { label: "working tree", commit: null }, base = null, timings = {} } = rest;
  const status = reportStatus({ projects, findings });
  const made = { version: REPORT_VERSION, status, plumbline: version };
  return { ...made, head, base, timings, projects, findings };
}

// src/check.ts
async function check(options, progress) {
  return (await checkInFull(options, progress)).report;
}
async function checkInFull(options, progress) {
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses = [];
    for (const project of workspace.projects) {
      analyses.push(await analyse(workspace, project));
      await workspace.databases.release();
    }
    const { today } = workspace;
    const report = reportOf(workspace, analyses, [
      ...unusedRenames(analyses, options),
      ...unusedSettings(analyses, { projects: options.projects, today })
    ]);
    return { report, analyses };
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
function reportOf({ head, base, clock, findings: found }, analyses, more = []) {
  return wholeReport({
    head: describe(head),
    base: base === null ? null : describe(base),
    timings: clock.read(),
    projects: analyses.map(projectReport),
    findings: [...found, ...more]
  });
}
var describe = ({ label, commit }) => ({
  label,
  commit
});

// src/report/exit-code.ts
function exitCodeOf(report, failOn = usualFailOn) {
  if (report.status === "error") return isMisconfigured(report) ? 2 : 3;
  return failuresOf(report, failOn).length > 0 ? 1 : 0;
}
function exitCodeOfError(error) {
  return error instanceof UsageError ? 2 : 3;
}
function isMisconfigured(report) {
  const findings = [...report.findings, ...report.projects.flatMap((project) => project.findings)];
  const errors = findings.filter(
    ({ severity, hazard }) => severity === "error" && hazard !== "drift"
  );
  return errors.length > 0 && errors.every((finding) => finding.hazard === "configuration");
}

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
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
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
  const told = names.slice(0, TOLD_MOST).map((name2) => clip(oneLine(name2), NAME_LENGTH));
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
  const known = STATUSES.find((name2) => name2 === status);
  if (known === void 0 || !Array.isArray(told) || typeof total !== "number") return null;
  const names = told.filter((name2) => typeof name2 === "string").slice(0, TOLD_MOST);
  return { status: known, told: names.map((name2) => clip(name2, NAME_LENGTH)), total };
}

// src/report/markdown-fit.ts
var WORTH = {
  patch: 2,
  diagram: 4,
  diff: 6,
  diffShort: 7,
  trace: 8,
  traceShort: 9,
  form: 10,
  inherited: 20,
  aside: 30,
  made: 32,
  madeShort: 36,
  changes: 40,
  sql: 50,
  findings: 60,
  changesShort: 70,
  sqlShort: 80,
  findingsShort: 85,
  overview: 88,
  checks: 90,
  fix: 95,
  heading: 99
};
function block(name2, ...forms) {
  return { name: name2, forms: forms.map(([text, worth]) => ({ text, worth })) };
}
function always(text) {
  return { name: "", forms: [{ text, worth: Infinity }] };
}
function fit(blocks, bytes, note) {
  const chosen = choose(blocks, bytes - NOTE_BYTES);
  const leftOut2 = blocks.filter(({ forms }, index) => chosen[index] !== textOf(forms[0])).map(({ name: name2 }) => name2);
  const told = leftOut2.length > 0 ? [note([...new Set(leftOut2)])] : [];
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
    const fits2 = size - sizeOf(to) + sizeOf(from) <= room;
    if (fits2 && chosen[index] === to) turn(index, from);
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

// src/report/markdown-extra.ts
var NAME_LENGTH2 = 200;
var FILES_SHOWN = 5;
var WHY_LENGTH = 1e3;
var LINK_LENGTH = 2e3;
function committedHeadline(commit, context) {
  const names = commit.files.map((file) => file.slice(file.lastIndexOf("/") + 1));
  const shown = names.slice(0, 1).map((name2) => code(clip(name2, NAME_LENGTH2)));
  const more = names.length > 1 ? ` and ${count(names.length - 1, "more file")}` : "";
  return `\u{1F527} Added ${shown.join("")}${more} in ${commitLink(commit.sha, context)}`;
}
function extraBlocks(extra, context) {
  const { committed, configEdited, notCommitted, updateBranchFirst } = extra;
  return [
    ...committed === void 0 ? [] : committedBlocks(committed, context),
    ...updateBranchFirst === true ? [always(updateFirst(context))] : [],
    ...notCommitted ? [always(`**Not committed:** ${prose(clip(withStop(notCommitted), WHY_LENGTH))}`)] : [],
    ...configEdited ? [always(configNote(configEdited))] : []
  ];
}
function committedBlocks(commit, context) {
  const files = commit.files.slice(0, FILES_SHOWN).map((file) => fileLink(file, commit, context));
  const hidden = commit.files.length - files.length;
  const more = hidden > 0 ? `, and ${count(hidden, "more", "more")}` : "";
  const lines = `Committed: ${files.join(", ")}${more}. Run \`git pull\` before you go on.`;
  if (!commit.checksWait) return [always(lines)];
  const waiting = "> [!WARNING]\n> The checks of that commit wait: GitHub starts none by itself for what the workflow's own token commits. Choose **Approve workflows to run** below, or push again. With `commit-token`, the token of a GitHub App, they start by themselves.";
  return [always(lines), always(waiting)];
}
function updateFirst({ base }) {
  const name2 = base?.ref == null ? "the base branch" : code(clip(base.ref, NAME_LENGTH2));
  return `**Update the branch first.** ${name2} has migrations that this branch lacks, and the missing one comes after them: nothing was committed. Merge or rebase, and the next run will.`;
}
function configNote(path) {
  return `**Note:** this pull request changes ${code(clip(path, NAME_LENGTH2))}, which decides what is checked and what blocks. Review that too.`;
}
function commitLink(sha, { repositoryUrl }) {
  const short = code(sha.slice(0, 7));
  return repositoryUrl === null ? short : `[${short}](${repositoryUrl}/commit/${urlPath(sha)})`;
}
function fileLink(file, { sha }, { repositoryUrl }) {
  const text = code(clip(file, NAME_LENGTH2));
  if (repositoryUrl === null) return text;
  const address = `${repositoryUrl}/blob/${urlPath(sha)}/${urlPath(file)}`;
  return address.length > LINK_LENGTH ? text : `[${text}](${address})`;
}

// src/report/markdown-details.ts
function details(summary, { open, body }) {
  return `<details${open ? " open" : ""}><summary>${summary}</summary>

${body}

</details>`;
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
function link(file, line, context, label = line === null ? file : `${file}:${line}`) {
  const text = code(clip(label, CELL_LENGTH));
  const { repositoryUrl, commit, prefix } = context;
  if (repositoryUrl === null || commit === null) return text;
  const anchor = line === null ? "" : `#L${line}`;
  return `[${text}](${repositoryUrl}/blob/${commit}/${urlPath(`${prefix}${file}`)}${anchor})`;
}

// src/report/markdown-findings.ts
var SEVERITY_WORDS = {
  error: "\u274C Error",
  warning: "\u26A0\uFE0F Warning",
  note: "\u2139\uFE0F Note"
};
var NAME_LENGTH3 = 200;
var MESSAGE_LENGTH = 1500;
var ALERT_LENGTH = 500;
var ROWS_SHORT = 25;
var FROM_WORST = [
  "data-loss",
  "failure",
  "security",
  "incompatibility",
  "rewrite",
  "lock",
  "operations",
  "configuration",
  "unreadable",
  "design"
];
function alertBlock(report, context) {
  const worst = allFindings(report).filter(({ severity, hazard }) => severity !== "note" && FROM_WORST.includes(hazard)).toSorted((a, b) => rankOf(a) - rankOf(b))[0];
  const isAll = report.projects.length === 0 && report.findings.length === 1;
  if (worst === void 0 || isAll) return [];
  const kind = worst.severity === "error" ? "CAUTION" : "WARNING";
  const where = worst.file === null ? "" : ` (${link(worst.file, worst.line, context)})`;
  const said = firstSentence(sentence(worst.message)).replace(/\.$/u, "");
  const stop = /[!?]$/u.test(said) ? "" : ".";
  const text = `> [!${kind}]
> ${prose(clip(said, ALERT_LENGTH))}${where}${stop}`;
  return [block("the worst finding", [text, WORTH.fix])];
}
var rankOf = ({ severity, hazard }) => FROM_WORST.indexOf(hazard) + (severity === "error" ? 0 : FROM_WORST.length);
function fixNewBlock({ findings }) {
  const unsafe = sortFindings(findings).filter((one2) => statusOfFinding(one2) === "unsafe");
  if (unsafe.length === 0) return [];
  const one = unsafe.length === 1;
  const isShown2 = unsafe.some(({ safe = [] }) => safe.length > 0);
  const page = one ? "the page of the error below" : "the pages of the errors below";
  const instead = one ? "write what is shown under the error below in place of the statement, or follow its page" : "write what is shown under an error below in place of its statement, or follow its page";
  const allowed = unsafe.find(({ hazard, line }) => hazard !== "failure" && line !== null);
  const comment = `-- plumbline:allow ${allowed?.rule ?? ""} reason="\u2026"`;
  const allow = allowed === void 0 ? "" : ` Where ${one ? "it" : "one"} does no harm, allow it by a comment above the statement: ${code(clip(comment, NAME_LENGTH3))}.`;
  const text = `**To fix the new migrations:** ${isShown2 ? instead : `follow ${page}`}.${allow}`;
  return [block("projects", [text, WORTH.fix])];
}
function findingsBlock(findings, context) {
  if (findings.length === 0) return [];
  const sorted = sortFindings(findings);
  const title = `Findings (${countsOf(findings)})`;
  const open = findings.some(({ severity }) => severity === "error");
  const list = (items2) => details(title, { open, body: items2.join("\n") });
  const items = sorted.map((finding) => findingItem(finding, context) + safeForm(finding));
  const short = sorted.slice(0, ROWS_SHORT).map((finding) => findingItem(finding, context));
  return [
    block(
      "findings",
      [list(items), WORTH.findings],
      [list(short), WORTH.findingsShort],
      [`${title}.`, WORTH.checks]
    )
  ];
}
function countsOf(findings) {
  const counts = ["error", "warning", "note"].map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? "" : count(number, severity);
  });
  return counts.filter((text) => text !== "").join(", ");
}
function standingBlock({ inherited }, context) {
  if (inherited.length === 0) return [];
  const title = `On base already (${inherited.length}): doesn't count`;
  const items = sortFindings(inherited).map((finding) => findingItem(finding, context));
  return [folded("findings that base has", title, items)];
}
function silencedBlock({ silenced }, context) {
  if (silenced.length === 0) return [];
  const title = `Allowed (${silenced.length}): doesn't count`;
  const items = silenced.map(({ rule, message, silenced: { reason, until, file, line } }) => {
    const day = until === null ? "" : ` (until ${prose(until)})`;
    const what = `${pageLink(rule, context)} ${prose(clip(message, NAME_LENGTH3))}`;
    return `- ${link(file, line, context)} ${prose(clip(reason, NAME_LENGTH3))}${day}: ${what}`;
  });
  return [folded("what is allowed", title, items)];
}
function folded(name2, title, items) {
  const body = items.join("\n");
  return block(
    name2,
    [details(title, { open: false, body }), WORTH.aside],
    [`${title}.`, WORTH.changes]
  );
}
function unreadable(project) {
  const told = new Set(
    [...project.findings, ...project.inherited].map(
      ({ file, line }) => `${file ?? ""}:${line ?? ""}`
    )
  );
  return (project.models?.unknowns ?? []).filter(({ file, line }) => file === null || !told.has(`${file}:${line ?? ""}`)).map(({ object, reason, file, line, introduced }) => ({
    rule: "unreadable-model",
    severity: introduced ? "error" : "warning",
    hazard: "unreadable",
    message: `${object ?? "Part of the models"} can't be read: ${reason}`,
    file,
    line
  }));
}
function findingItem(finding, context) {
  const { severity, file, line, rule, observed = "" } = finding;
  const where = file === null ? "" : ` ${link(file, line, context)}`;
  const message = prose(clip(sentence(finding.message), MESSAGE_LENGTH));
  const stop = /[.!?]$/.test(finding.message) ? "" : ".";
  const seen = observed === "" || finding.message.includes(observed) ? "" : `${stop} Observed: ${prose(clip(observed, MESSAGE_LENGTH))}`;
  return `- **${SEVERITY_WORDS[severity]}**${where} ${message}${seen} (${pageLink(rule, context)})`;
}
function pageLink(rule, { pageOf: pageOf2 }) {
  const [name2, page] = [code(clip(rule, NAME_LENGTH3)), pageOf2(rule)];
  return page === null ? name2 : `[${name2}](${page})`;
}
function safeForm({ safe = [] }) {
  if (safe.length === 0) return "";
  const lines = fenced(safe.join("\n"), "sql").split("\n");
  return `

  Instead:

${lines.map((line) => `  ${line}`.trimEnd()).join("\n")}
`;
}

// src/report/markdown-checks.ts
var NAME_LENGTH4 = 200;
var ROWS_SHORT2 = 40;
var STATUS_ICONS = {
  ok: "\u2705",
  drift: "\u274C",
  unsafe: "\u274C",
  error: "\u274C"
};
function checksBlock(project, report) {
  const [match, run, safe] = checksOf(project, report);
  const table = [
    "| Check | Result |",
    "|---|---|",
    `| Models match migrations | ${match} |`,
    `| Migrations run | ${run} |`,
    `| New migrations are safe | ${safe} |`
  ].join("\n");
  return block("projects", [table, WORTH.checks]);
}
function overviewBlock(projects, report) {
  const head = [
    "| Project | Models match migrations | Migrations run | New migrations are safe |",
    "|---|---|---|---|"
  ];
  const rows = projects.map((project) => {
    const name2 = cell(code(clip(project.id, NAME_LENGTH4)));
    return `| ${STATUS_ICONS[project.status]} ${name2} | ${checksOf(project, report).join(" | ")} |`;
  });
  const hidden = projects.slice(ROWS_SHORT2);
  const wrong = hidden.filter(({ status }) => status !== "ok").length;
  const rest = `And ${count(hidden.length, "project")} more, ${String(wrong)} of them with something to mend.`;
  const short = `${[...head, ...rows.slice(0, ROWS_SHORT2)].join("\n")}

${rest}`;
  return block(
    "projects",
    [[...head, ...rows].join("\n"), WORTH.overview],
    [short, WORTH.heading],
    [`${count(projects.length, "project")}.`, Infinity]
  );
}
function checksOf(project, report) {
  return [matchResult(project), runResult(project), safeResult(project, report)];
}
function matchResult(project) {
  if (project.models === null) return "\u2796 No models to compare";
  const { unknowns } = project.models;
  const unread = unknowns.filter(({ introduced }) => introduced).length;
  const [changes, renames] = [missingChanges(project).length, openRenames(project).length];
  const wrong = [
    ...changes > 0 ? [`${count(changes, "change")} missing`] : [],
    ...renames > 0 ? [`${count(renames, "rename")} undecided`] : [],
    ...unread > 0 ? [`${count(unread, "part")} can't be read`] : []
  ];
  if (wrong.length > 0) return `\u274C ${wrong.join(", ")}`;
  if (project.status === "error") return "\u26A0\uFE0F Not known";
  if (unknowns.length > 0) {
    return `\u26A0\uFE0F Nothing missing, as far as can be read: ${count(unknowns.length, "part")} can't be, on base neither`;
  }
  return "\u2705 Nothing missing";
}
function runResult({ migrations: { applied, total } }) {
  if (total === 0) return "\u2796 There are none";
  return applied === total ? `\u2705 ${String(total)} applied to an empty database` : `\u274C ${String(applied)} of ${String(total)} applied to an empty database`;
}
function safeResult(project, report) {
  const { findings, silenced, trace } = project;
  const added = project.migrations.new.length;
  const judged = findings.filter(isOfMigrations);
  const allowed = silenced.length === 0 ? "" : `, ${String(silenced.length)} allowed`;
  const where = added === 0 ? "" : ` in ${count(added, "new migration")}`;
  const counts = countsOf(judged.filter(({ severity }) => severity !== "note"));
  if (judged.some(({ severity }) => severity === "error")) return `\u274C ${counts}${allowed}${where}`;
  if (added === 0) return report.base === null ? "\u2796 No base: none is new" : "\u2796 None is new";
  if (trace.length === 0) return `\u26A0\uFE0F Not rehearsed: ${count(added, "new migration")}`;
  if (counts !== "") return `\u26A0\uFE0F ${counts}${allowed}${where}`;
  const statements = trace.flatMap((migration) => migration.statements);
  const unseen = statements.filter(({ observed }) => observed !== null).length;
  if (unseen > 0) {
    return `\u26A0\uFE0F ${String(unseen)} of ${count(statements.length, "statement")} not wholly observed${allowed}${where}`;
  }
  return `\u2705 Nothing dangerous seen${allowed}${where}`;
}
var NOT_OF_MIGRATIONS = ["configuration", "unreadable", "drift"];
function isOfMigrations({ hazard, migration }) {
  if (hazard === "failure") return migration !== void 0;
  return migration !== void 0 || !NOT_OF_MIGRATIONS.includes(hazard);
}

// src/report/patch.ts
function renderPatch({ projects }, prefix) {
  const all = projects.flatMap(
    (project) => project.plan.files.map((file) => ({ file, fits: fits(file, project) }))
  );
  if (!all.every((one) => one.fits)) return "";
  const lines = all.flatMap(({ file }) => fileLines(file, prefix));
  return lines.length === 0 ? "" : [...lines, ...END].join("\n");
}
var END = ["-- ", "plumbline", ""];
function onlyNewFile({ projects }) {
  const [file, ...others] = projects.flatMap(({ plan }) => plan.files);
  if (file === void 0 || others.length > 0 || file.source !== null) return null;
  const [, ...lines] = file.hunks.split("\n");
  const text = lines.filter((line) => line.startsWith("+")).map((line) => line.slice(1));
  const isEnded = !file.hunks.endsWith(UNENDED);
  return { path: file.file, content: `${text.join("\n")}${isEnded ? "\n" : ""}` };
}
var UNENDED = "\\ No newline at end of file";
function fits({ file, source, hunks }, { migrations }) {
  const { directory } = migrations;
  return isWithin(file, directory) && isWithin(source ?? file, directory) && areHunks(hunks);
}
function isWithin(path, directory) {
  const isPlain = path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  return isPlain && (directory === "" || directory === "." || path.startsWith(`${directory}/`));
}
function areHunks(text) {
  let left = [0, 0];
  for (const line of text === "" ? [] : text.split("\n")) {
    const after = left[0] + left[1] === 0 ? announced(line) : counted(line, left);
    if (line === UNENDED) continue;
    if (after === null) return false;
    left = after;
  }
  return left[0] + left[1] === 0;
}
function announced(line) {
  const [, old, now] = /^@@ -\d+,(\d+) \+\d+,(\d+) @@$/u.exec(line) ?? [];
  return old === void 0 || now === void 0 ? null : [Number(old), Number(now)];
}
function counted(line, [old, now]) {
  const [ofOld, ofNew] = SIGNS[line.charAt(0)] ?? NONE;
  const isOne = ofOld + ofNew > 0 && ofOld <= old && ofNew <= now;
  return isOne ? [old - ofOld, now - ofNew] : null;
}
var NONE = [0, 0];
var SIGNS = { " ": [1, 1], "-": [1, 0], "+": [0, 1] };
function fileLines({ file, source, hunks }, prefix) {
  const [target, from] = [`${prefix}${file}`, `${prefix}${source ?? file}`];
  const isCopy = source !== null && source !== file;
  return [
    `diff --git ${quoted(`a/${from}`)} ${quoted(`b/${target}`)}`,
    ...source === null ? ["new file mode 100644"] : [],
    ...isCopy ? [`copy from ${quoted(from)}`, `copy to ${quoted(target)}`] : [],
    ...hunks === "" ? [] : [
      `--- ${source === null ? "/dev/null" : named(`a/${from}`)}`,
      `+++ ${named(`b/${target}`)}`,
      hunks
    ]
  ];
}
var named = (path) => `${quoted(path)}${path.includes(" ") ? "	" : ""}`;
function quoted(path) {
  if (!/["\\\u0000-\u001F\u007F]/u.test(path)) return path;
  const bytes = [...Buffer.from(path)].map((byte) => {
    if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`;
    const isPlain = byte >= 32 && byte < 127;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `"${bytes.join("")}"`;
}

// src/report/markdown-patch.ts
var NO_PATCH = { blocks: [], whole: false };
var NAME = "missing-migration.patch";
function patchOf(report, context, { committed, room }) {
  const patch = committed === void 0 ? renderPatch(report, context.prefix) : "";
  if (patch === "") return NO_PATCH;
  const files = report.projects.flatMap(({ plan }) => plan.files).length;
  const isLong = patch.length > room;
  const isStrange = manyLines(patch) !== patch;
  if (isLong || isStrange) {
    const why = isLong ? "it is too long for here" : "it has invisible characters";
    const words2 = elsewhere(why, context);
    return { blocks: [block("the patch", [words2, WORTH.aside])], whole: false };
  }
  const title = `The same as a patch for <code>git apply</code>: ${count(files, "file")}`;
  const words = `Save it as \`${NAME}\`, and in the root of the repository run \`git apply ${NAME}\`.`;
  const fold = details(title, { open: false, body: `${words}

${fenced(patch, "diff")}` });
  const short = elsewhere("it is too long for here", context);
  return {
    blocks: [block("the patch", [fold, WORTH.patch], [short, WORTH.aside])],
    whole: true
  };
}
function elsewhere(why, { runUrl }) {
  const file = runUrl === null ? "" : ", and the action's output `patch-path` names a file with it";
  return `As a patch ${why}: \`npx plumbline check --format patch\` prints it${file}.`;
}

// src/report/fix-command.ts
function fixCommand(project) {
  const command = "npx plumbline makemigrations";
  return project === null ? command : `${command} --project ${shellWord(project)}`;
}
function shellWord(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

// src/report/markdown-renames.ts
var NAME_LENGTH5 = 200;
var PROBLEM_LENGTH = 500;
var SQL_LENGTH = 5e3;
var WORTH2 = { whole: 55, short: 84, number: 94 };
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
        { text: [title, ...whole].join("\n\n"), worth: WORTH2.whole },
        {
          text: [title, questions.map((text) => `- ${text}`).join("\n")].join("\n\n"),
          worth: WORTH2.short
        },
        { text: `${title} (${count(open.length, "rename")})`, worth: WORTH2.number }
      ]
    }
  ];
}
function questionOf(rename, context) {
  const { kind, from, to, confidence, model } = rename;
  const where = model === null ? "" : ` ${link(model.file, model.line, context)}`;
  const names = `${code(clip(from, NAME_LENGTH5))} \u2192 ${code(clip(to, NAME_LENGTH5))}`;
  return `${prose(clip(sentence(kind), NAME_LENGTH5))} ${names}: ${likelihood(confidence)} renamed.${where}`;
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
  const entry = code(clip(config, NAME_LENGTH5));
  const command = code(clip(`npx plumbline makemigrations ${option}`, NAME_LENGTH5));
  const body = [
    ...sql === "" ? [] : [fenced(sql, "sql")],
    ...problem === null ? [] : [prose(clip(withStop(sentence(problem)), PROBLEM_LENGTH))],
    "Say so on the model:",
    // What is copied from a code span would have an invisible character in it.
    fenced(clip(tag, NAME_LENGTH5), "ts"),
    `or with ${entry} under ${code("renames")} in plumbline.yml, or run ${command}.`
  ];
  return `<details open><summary>${title}</summary>

${body.join("\n\n")}

</details>`;
}

// src/report/markdown-diagram.ts
var TABLES_MOST = 25;
var COLUMNS_MOST = 12;
var REFERENCES_MOST = 100;
var LABEL_LENGTH = 80;
var NAME_LENGTH6 = 63;
var SOURCE_LENGTH = 5e4;
function drawDiagram(diff) {
  if (diff.tables.every(({ state }) => state === "unchanged")) return null;
  for (let most = TABLES_MOST; most > 0; most -= 1) {
    const shown = diff.tables.slice(0, most);
    const source = sourceOf(shown, diff.references);
    if (source.length < SOURCE_LENGTH) return { source, hidden: diff.tables.length - shown.length };
  }
  return null;
}
function sourceOf(tables, references) {
  const names = new Map(tables.map(({ table }, index) => [table, `t${String(index + 1)}`]));
  const lines = references.flatMap((reference) => referenceLine(reference, names));
  return [
    "erDiagram",
    ...tables.flatMap((table) => tableLines(table, names.get(table.table) ?? "")),
    ...lines.slice(0, REFERENCES_MOST)
  ].join("\n");
}
function tableLines(table, name2) {
  const { columns, more } = shownOf(table);
  const lines = columns.map((column) => `    ${columnLine(column)}`);
  const rest = more === "" ? [] : [`    more columns "${more}"`];
  return [`  ${name2}["${titleOf2(table)}"] {`, ...lines, ...rest, "  }"];
}
function titleOf2({ table, state, was }) {
  const before = was === null ? "" : `, was ${withoutPublic(was)}`;
  return `${quotable(withoutPublic(table))} (${quotable(`${state}${before}`)})`;
}
var withoutPublic = (table) => table.replace(/^public\./, "");
function shownOf({ columns, more }) {
  const rank = ({ state, keys }) => state !== "unchanged" ? 0 : keys.length > 0 ? 1 : 2;
  const first = columns.toSorted((a, b) => rank(a) - rank(b)).slice(0, COLUMNS_MOST);
  const shown = new Set(first);
  const hidden = columns.filter((column) => !shown.has(column));
  const changed = hidden.filter(({ state }) => state !== "unchanged").length;
  const number = hidden.length + more;
  const words = changed > 0 ? `, ${String(changed)} of them changed` : "";
  return {
    columns: columns.filter((column) => shown.has(column)),
    more: number === 0 ? "" : `${String(number)} more${words}`
  };
}
function columnLine({ name: name2, type, keys, state, change }) {
  const word = attributeName(name2);
  const remarks = [
    ...state === "unchanged" ? [] : [change === null ? state : `${state}: ${change}`],
    ...word === name2 ? [] : [`called ${name2}`]
  ];
  const remark = remarks.length === 0 ? "" : ` "${quotable(remarks.join("; "))}"`;
  const marks = keys.length === 0 ? "" : ` ${keys.join(",")}`;
  return `${unstressed(attributeType(type))} ${unstressed(word)}${marks}${remark}`;
}
function referenceLine({ name: name2, from, to, optional, one, state }, names) {
  const [child, parent] = [names.get(from), names.get(to)];
  if (child === void 0 || parent === void 0) return [];
  const label = state === "unchanged" ? name2 : `${name2} (${state})`;
  return [
    `  ${parent} ${optional ? "|o" : "||"}--${one ? "o|" : "o{"} ${child} : "${quotable(label)}"`
  ];
}
function attributeType(type) {
  const short = type.replace(/^(timestamp|time)(\(\d\))? with time zone/, "$1tz$2").replace("double precision", "float8");
  return asWord(
    oneLine(short).replaceAll('"', "").replaceAll(/[^\w()[\],.]+/g, "_")
  );
}
function attributeName(name2) {
  return asWord(oneLine(name2).replaceAll(/[^\w-]+/g, "_"));
}
function asWord(text) {
  const isWord = /^[A-Za-z_]/.test(text) && !/^(?:PK|FK|UK)(?!\w)/i.test(text);
  return (isWord ? text : `_${text}`).slice(0, NAME_LENGTH6);
}
function quotable(text) {
  const line = clip(oneLine(text), LABEL_LENGTH);
  return unstressed(line.replaceAll(/["%\\<>&#`*]/g, (character) => LOOKALIKES[character] ?? ""));
}
var LOOKALIKES = {
  '"': "\u201D",
  "%": "\uFF05",
  "\\": "\u2216",
  "<": "\u2039",
  ">": "\u203A",
  "&": "\uFF06",
  "#": "\u266F",
  "`": "\u2018",
  "*": "\u2217"
};
function unstressed(text) {
  return text.replaceAll(/(?<![A-Za-z0-9])_+/g, (run) => "\u02CD".repeat(run.length));
}

// src/report/markdown-diff.ts
var NAME_LENGTH7 = 200;
var LONG_SEARCHES = 5;
var SIDES = {
  missing: ["migrations", "models"],
  new: ["base", "head"]
};
function unifiedDiff({ of, objects }) {
  let left = LONG_SEARCHES;
  return objects.flatMap((object) => {
    const { lines, cost } = linesBetween(object, left > 0);
    left -= cost;
    if (lines.length === 0) return [];
    const name2 = clip(oneLine(`${object.kind} ${object.object}`), NAME_LENGTH7);
    const title = (side, text) => text === null ? "/dev/null" : `${side}: ${name2}`;
    return [
      [
        `--- ${title(SIDES[of][0], object.before)}`,
        `+++ ${title(SIDES[of][1], object.after)}`,
        ...lines
      ].join("\n")
    ];
  });
}
function linesBetween({ before, after }, isSearched) {
  const [old, wanted] = [linesOf(before), linesOf(after)];
  const hunks = isSearched ? hunkLines(asText(old), asText(wanted)) : null;
  const rewritten = [...old.map((line) => `-${line}`), ...wanted.map((line) => `+${line}`)];
  const edits = hunks?.filter((line) => /^[-+]/.test(line)).length ?? EDITS_MOST;
  const isCompared = before !== null && after !== null;
  return { lines: hunks ?? rewritten, cost: isCompared ? (edits / EDITS_MOST) ** 2 : 0 };
}
var asText = (lines) => lines.map((line) => `${line}
`).join("");
function linesOf(text) {
  if (text === null) return [];
  return manyLines(text).trimEnd().split("\n").map((line) => line.startsWith("	") ? `  ${line.slice(1).replace(/,$/, "")}` : line);
}

// src/report/markdown-schema.ts
var LINES_SHORT = 150;
var ROWS_SHORT3 = 25;
var COLUMNS_SHOWN = 8;
var NAME_LENGTH8 = 200;
var WHAT = {
  missing: "what the missing migration changes",
  new: "what the new migrations change"
};
function schemaBlocks(diff) {
  return [
    ...diff.of === "new" ? objectsBlock(diff) : [],
    ...diffBlock(diff),
    ...diagramBlock(diff)
  ];
}
function objectsBlock({ objects, tables, references }) {
  const title = `What the new migrations change (${String(objects.length)})`;
  const byName = new Map(tables.map((one) => [one.table, one]));
  const head = ["| Object | Change | What |", "|---|---|---|"];
  const rows = objects.map((object) => {
    const table = object.kind === "table" ? byName.get(object.object) : void 0;
    const name2 = cell(code(clip(object.object, NAME_LENGTH8)));
    const kind = prose(clip(object.kind, NAME_LENGTH8));
    const keys = references.filter(
      ({ from, state }) => from === object.object && state !== "unchanged"
    );
    const parts = table === void 0 ? "" : partsOf(table, keys);
    return `| ${name2} | ${verbOf(object)} ${kind} | ${parts} |`;
  });
  const fold = (shown) => details(title, { open: false, body: [...head, ...shown].join("\n") });
  return [
    block(
      "what the new migrations change",
      [fold(rows), WORTH.made],
      [fold(rows.slice(0, ROWS_SHORT3)), WORTH.madeShort],
      [`${title}.`, WORTH.checks]
    )
  ];
}
function verbOf({ before, after }) {
  if (before === null) return "add";
  return after === null ? "drop" : "change";
}
function partsOf({ columns, was, state }, keys) {
  const changed = [
    ...columns.filter((column) => column.state !== "unchanged").map(columnWords),
    // A table that comes or goes has its own with it.
    ...state === "changed" ? keys.map(keyWords) : []
  ];
  const shown = changed.slice(0, COLUMNS_SHOWN);
  const hidden = changed.length - shown.length;
  if (state === "changed" && was === null && changed.length === 0)
    return "keys, indexes and the like";
  return [
    ...was === null ? [] : [`was ${cell(code(clip(was, NAME_LENGTH8)))}`],
    ...shown,
    ...hidden === 0 ? [] : [`and ${String(hidden)} more`]
  ].join("; ");
}
function columnWords({ name: name2, type, state, change }) {
  const column = cell(code(clip(name2, NAME_LENGTH8)));
  if (state === "changed") return `${column} ${prose(clip(change ?? state, NAME_LENGTH8))}`;
  return `${state} ${column}${state === "added" ? ` ${prose(clip(type, NAME_LENGTH8))}` : ""}`;
}
function keyWords({ name: name2, state }) {
  return `${state} foreign key ${cell(code(clip(name2, NAME_LENGTH8)))}`;
}
function diffBlock(diff) {
  const parts = unifiedDiff(diff);
  if (parts.length === 0) return [];
  const lines = parts.join("\n").split("\n");
  const fold = (shown) => {
    const hidden = lines.length - shown.length;
    const rest = hidden === 0 ? [] : [`And ${count(hidden, "line")} more.`];
    const body = [fenced(shown.join("\n"), "diff"), ...rest].join("\n\n");
    return details(`Schema before and after: ${WHAT[diff.of]}`, { open: false, body });
  };
  const short = lines.length > LINES_SHORT ? lines.slice(0, LINES_SHORT) : lines;
  return [block("the text diff", [fold(lines), WORTH.diff], [fold(short), WORTH.diffShort])];
}
function diagramBlock(diff) {
  const diagram = drawDiagram(diff);
  if (diagram === null) return [];
  const { source, hidden } = diagram;
  const rest = hidden === 0 ? "" : `${count(hidden, "table")} more had no room.

`;
  const body = `${rest}${fenced(source, "mermaid")}`;
  const title = `Diagram: ${WHAT[diff.of]}, and the tables beside it`;
  return [block("the diagram", [details(title, { open: false, body }), WORTH.diagram])];
}

// src/report/markdown-trace.ts
var SQL_LENGTH2 = 100;
var FACT_LENGTH = 300;
var SHOWN_MOST = 6;
function traceTables(trace, context, most) {
  let left = most;
  const parts = trace.flatMap((migration) => {
    const statements = migration.statements.slice(0, left);
    left -= statements.length;
    return statements.length === 0 ? [] : [tableOf({ ...migration, statements }, context)];
  });
  return parts.join("\n\n");
}
function tableOf({ file, statements }, context) {
  const rows = statements.map((statement) => rowOf(file, statement, context));
  return [
    // With words before it: at the start of a paragraph, `]:` in its name would define a reference.
    `Statements of ${link(file, null, context)}:`,
    "",
    "| Line | Statement | Locks it adds | What it did | Time |",
    "|---|---|---|---|---|",
    ...rows
  ].join("\n");
}
function rowOf(file, statement, context) {
  const line = cell(link(file, statement.line, context, String(statement.line)));
  const sql = cell(code(clip(statement.sql.replaceAll(/\s+/g, " "), SQL_LENGTH2)));
  const did = effectsOf(statement).join("<br>") || "no scan, no rewrite";
  const locks = locksOf(statement).join("<br>") || "none";
  return `| ${line} | ${sql} | ${locks} | ${did} | ${statement.ms.toLocaleString("en-US")} ms |`;
}
function locksOf({ locks }) {
  const held = locks.filter(({ existed }) => existed);
  const modes = new Set(held.map(({ mode }) => mode));
  return [...modes].map((mode) => {
    const relations = held.filter((lock) => lock.mode === mode).map(
      ({ relation, documented }) => `${name(relation)}${documented ? " (as documented)" : ""}`
    );
    return `${prose(clip(mode, FACT_LENGTH))} on ${listed(relations).join(", ")}`;
  });
}
function effectsOf(statement) {
  const { scans, rewrites, builds, drops, rows, error, observed } = statement;
  const lists = [
    ["reads all of", scans.map(name)],
    ["rewrites", rewrites.map(name)],
    ["builds", builds.map(name)],
    ["drops", drops.map(name)],
    [
      "loses",
      [
        ...rows.lost.map(
          ({ table, rows: lost, of }) => `${lost} of ${count(of, "row")} of ${name(table)}`
        ),
        ...rows.changed.filter(isGone).map(valuesOf)
      ]
    ],
    ["changes", rows.changed.filter((one) => !isGone(one)).map(valuesOf)]
  ];
  return [
    ...lists.flatMap(
      ([verb, items]) => items.length === 0 ? [] : [`${verb} ${listed(items).join(", ")}`]
    ),
    ...error === null ? [] : [
      `**Error**, ${prose(error.kind)}: ${prose(clip(`${error.message} (${error.code})`, FACT_LENGTH))}`
    ],
    ...observed === null ? [] : [`**Not observed**: ${prose(clip(observed, FACT_LENGTH))}`]
  ];
}
var isGone = ({ example }) => example === null;
var valuesOf = ({ column, values }) => `${count(values, "value")} of ${name(column)}`;
var name = (text) => cell(code(clip(text, FACT_LENGTH)));
function listed(items) {
  const hidden = items.length - SHOWN_MOST;
  return hidden <= 0 ? items : [...items.slice(0, SHOWN_MOST), `and ${count(hidden, "more", "more")}`];
}

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

// src/report/markdown-project.ts
var NAME_LENGTH9 = 200;
var MESSAGE_LENGTH2 = 1500;
var SQL_LINES_SHORT = 50;
var ROWS_SHORT4 = 25;
var NAMES_SHOWN = 12;
function projectBlocks(project, place) {
  const { context, alone, report } = place;
  const { blocking, form, inherited } = groupDrift(project.drift);
  return [
    // Of several the table on top tells the checks.
    alone ? checksBlock(project, report) : block("projects", [headingOf(project), WORTH.heading]),
    ...project.plan.up.length > 0 ? planBlocks(project, place) : [],
    ...renameBlocks(project, context),
    ...fixNewBlock(project),
    ...findingsBlock([...notAsked(project), ...unreadable(project)], context),
    ...blocking.length > 0 ? [changesBlock(blocking, place)] : [],
    ...project.schemaDiffs.flatMap(schemaBlocks),
    ...traceBlock(project, context),
    ...standingBlock(project, context),
    ...silencedBlock(project, context),
    ...form.length > 0 ? [formBlock(form, place)] : [],
    ...inherited.length > 0 ? [inheritedBlock(inherited, place)] : [],
    ...asideBlocks(project)
  ];
}
function notAsked(project) {
  const isAsked = openRenames(project).length > 0;
  return project.findings.filter(({ rule }) => !(isAsked && rule === "undecided-rename"));
}
function factsOf({ models, migrations }) {
  return [
    models === null ? "No models" : `${prose(clip(models.tool, NAME_LENGTH9))} models: ${count(models.tables, "table")}, ${count(models.columns, "column")}`,
    `${count(migrations.total, "migration")} in ${code(clip(migrations.directory, NAME_LENGTH9))}`
  ].join(" \xB7 ");
}
function isQuiet({ status, findings, silenced, migrations, drift }) {
  return status === "ok" && findings.every(({ severity }) => severity === "note") && silenced.length + migrations.new.length === 0 && drift.every(({ introduced }) => !introduced);
}
function quietBlock(projects) {
  if (projects.length === 0) return [];
  const names = projects.slice(0, NAMES_SHOWN).map(({ id }) => clip(id, NAME_LENGTH9));
  const hidden = projects.length - names.length;
  const more = hidden > 0 ? ` and ${count(hidden, "more", "more")}` : "";
  const titleOf3 = (shown) => `\u2705 ${count(projects.length, "project")} in order: ${shown.join(", ")}${more}`;
  const title = titleOf3(names.map((id) => `<code>${html(id)}</code>`));
  const body = projects.map(quietItem).join("\n");
  return [
    block(
      "projects in order",
      [details(title, { open: false, body }), WORTH.inherited],
      // By itself it is Markdown.
      [titleOf3(names.map(code)), WORTH.checks]
    )
  ];
}
function quietItem(project) {
  const { inherited, drift, findings } = project;
  const facts = [
    factsOf(project),
    ...drift.length > 0 ? [`${count(drift.length, "difference")} on base already`] : [],
    ...inherited.length > 0 ? [`${count(inherited.length, "finding")} on base already`] : [],
    ...findings.length > 0 ? [count(findings.length, "note")] : [],
    ...asidesOf(project)
  ];
  return `- ${code(clip(project.id, NAME_LENGTH9))}${rootOf(project)}: ${facts.join(" \xB7 ")}`;
}
function headingOf(project) {
  const name2 = code(clip(project.id, NAME_LENGTH9));
  return `#### ${STATUS_ICONS[project.status]} ${name2}${rootOf(project)}

${sentence(factsOf(project))}`;
}
function rootOf({ root, id }) {
  return root === "." || root === id ? "" : ` (${code(clip(root, NAME_LENGTH9))})`;
}
function lacking({ projects }) {
  return projects.filter(({ plan }) => plan.up.length > 0);
}
function fixAllBlocks(place) {
  if (place.extra.committed !== void 0) return [];
  return [fixBlock("**To fix all:**", fixCommand(null), place), ...place.patch.blocks];
}
function fixBlock(title, command, { extra, patch }) {
  const editor = extra.editorLink ? `, or [create it in GitHub's editor](${extra.editorLink})` : "";
  const apply = patch.whole ? ", or apply the patch below" : "";
  const text = `${title} run${copied(clip(command, NAME_LENGTH9))}and commit what it writes${editor}${apply}.`;
  return block("projects", [text, WORTH.fix]);
}
var copied = (command) => command.includes("@") ? `

${fenced(oneLine(command), "sh")}

` : ` ${code(command)} `;
function planBlocks(project, place) {
  const { alone, extra, patch, report } = place;
  const { plan } = project;
  const shown = { isDone: extra.committed !== void 0, drops: dropsSomething(project) };
  const isUnsafe = project.findings.some((one) => statusOfFinding(one) === "unsafe");
  const own = isUnsafe ? "**To fix what is missing:**" : "**To fix:**";
  const title = alone || lacking(report).length < 2 ? own : "**To fix only this one:**";
  const command = fixCommand(alone ? null : project.id);
  return [
    ...shown.isDone ? [] : [fixBlock(title, command, place)],
    block(
      "SQL",
      [sqlDetails(plan, { ...shown, sql: planStatements(plan).join("\n\n"), left: 0 }), WORTH.sql],
      [sqlDetails(plan, { ...shown, ...shortened(plan) }), WORTH.sqlShort]
    ),
    ...patch.blocks
  ];
}
function shortened(plan) {
  const several = plan.migrations.length > 1;
  const files = several ? plan.migrations.map((one) => ({ ...plan, migrations: [one] })) : [plan];
  const texts = files.map((file) => {
    const [one] = file.migrations;
    const up = several && one !== void 0 ? one.statements : file.up;
    const title = several && one !== void 0 ? [`-- ${one.file}`] : [];
    return [...title, ...up.map((sql) => sql.trim())].join("\n\n").split("\n");
  });
  const shown = texts.map((lines) => lines.slice(0, SQL_LINES_SHORT));
  const left = texts.flat().length - shown.flat().length;
  return { sql: shown.map((lines) => lines.join("\n")).join("\n\n"), left };
}
var dropsSomething = ({ drift }) => groupDrift(drift).blocking.some(({ op, kind }) => op === "drop" && DROPPED.has(kind));
var DROPPED = /* @__PURE__ */ new Set(["table", "column", "view", "materialized view"]);
var ESCAPED = "**Not to be copied**: what is invisible in it is written as `\\u{\u2026}` here, and not in what the command writes.";
function sqlDetails(plan, { sql, left, isDone, drops }) {
  const several = plan.migrations.length > 1;
  const file = plan.file === null || several ? "" : `: <code>${html(clip(plan.file, NAME_LENGTH9))}</code>`;
  const proof = plan.proved ? "Proved: run on a scratch database, it makes every missing change." : "**Not proved**: read it before you use it.";
  const lost = plan.irreversible.slice(0, NAMES_SHOWN).map((what) => prose(clip(what, NAME_LENGTH9)).replace(/\.$/, ""));
  const more = plan.irreversible.length - lost.length;
  const losses = [...lost, ...more > 0 ? [`and ${String(more)} more`] : []].join("; ");
  const warned = plan.irreversible.length === 0 ? [] : [`**What nothing undoes:** ${losses}.`];
  const notes = drops ? [
    "Code that still uses what it drops fails once it ran: drop only what the running release has stopped using."
  ] : [];
  const rest = left === 0 ? [] : [`And ${count(left, "line")} more, left out here.`];
  const escaped = manyLines(sql) === sql.replace(/\r\n?/g, "\n") ? [] : [ESCAPED];
  const name2 = `The ${several ? "migrations" : "migration"} ${isDone ? "that was missing" : "to add"}`;
  return details(`<b>${name2}</b>${file}`, {
    open: true,
    body: [fenced(sql, "sql"), [...rest, ...escaped, proof, ...notes].join(" "), ...warned].join(
      "\n\n"
    )
  });
}
function changesBlock(items, { context }) {
  const title = `What the models change (${items.length})`;
  const table = (rows) => details(title, { open: false, body: changesTable(rows, context) });
  return block(
    "changes",
    [table(items), WORTH.changes],
    [table(items.slice(0, ROWS_SHORT4)), WORTH.changesShort],
    [`${title}.`, WORTH.checks]
  );
}
function traceBlock({ trace }, context) {
  const statements = trace.flatMap((migration) => migration.statements).length;
  if (statements === 0) return [];
  const title = `What the rehearsal saw: ${count(statements, "statement")} of ${count(trace.length, "new migration")}`;
  const words = "On a copy of the database as it is before them, on rows that were made up. The times are those of these few rows.";
  const fold = (most) => details(title, { open: false, body: `${words}

${traceTables(trace, context, most)}` });
  return [
    block(
      "the rehearsal's trace",
      [fold(Infinity), WORTH.trace],
      [fold(ROWS_SHORT4), WORTH.traceShort],
      [`${title}.`, WORTH.aside]
    )
  ];
}
function formBlock(items, { context }) {
  const title = `Only another name, order or spelling (${items.length}): doesn't block`;
  const body = changesTable(items, context);
  return block("differences of form", [details(title, { open: false, body }), WORTH.form]);
}
function inheritedBlock(items, { context, report }) {
  const base = context.base?.ref ?? report.base?.label ?? "base";
  const name2 = clip(base, NAME_LENGTH9);
  const titleOf3 = (shown) => `Already so on ${shown}: ${count(items.length, "difference")}, which ${items.length === 1 ? "doesn't" : "don't"} block`;
  const table = (rows) => details(titleOf3(html(name2)), { open: false, body: changesTable(rows, context) });
  return block(
    "inherited drift",
    [table(items), WORTH.form],
    [table(items.slice(0, ROWS_SHORT4)), WORTH.inherited],
    [`${titleOf3(prose(name2))}.`, WORTH.aside]
  );
}
function asideBlocks(project) {
  return asidesOf(project).map((line) => block("what is not compared", [line, WORTH.aside]));
}
function asidesOf({ notCompared, unmodelled }) {
  const uncompared = countsByNoun(notCompared);
  const names = unmodelled.slice(0, NAMES_SHOWN).map((name2) => code(clip(name2, NAME_LENGTH9)));
  const more = unmodelled.length > NAMES_SHOWN ? ` and ${unmodelled.length - NAMES_SHOWN} more` : "";
  return [
    ...uncompared ? [`Not compared: ${prose(clip(uncompared, MESSAGE_LENGTH2))}`] : [],
    ...unmodelled.length > 0 ? [`In no model: ${names.join(", ")}${more}`] : []
  ];
}

// src/report/markdown.ts
var SUMMARY_BYTES = 1024 * 1024 - 1024;
var COMMENT_BYTES = 65e3;
var LABEL_LENGTH2 = 200;
var COMMENT_PATCH = 2e4;
var SUMMARY_PATCH = 4e5;
function renderSummary(report, context, extra = {}) {
  const note = leftOutNote("GitHub shows at most 1 MiB here: the JSON report holds all.");
  const blocks = blocksOf(report, context, { ...extra, room: SUMMARY_PATCH });
  return `${fit(blocks, SUMMARY_BYTES, note)}
`;
}
function renderComment(report, context, id, extra = {}) {
  const whole = context.runUrl === null ? "job summary" : `[job summary](${context.runUrl})`;
  const note = leftOutNote(`A comment has a limit: the ${whole} shows the whole report.`);
  const [marker, state] = [markerOf(id), stateLine(stateOf(report))];
  const room = COMMENT_BYTES - marker.length - state.length;
  const blocks = blocksOf(report, context, { ...extra, room: COMMENT_PATCH });
  return `${marker}
${fit(blocks, room, note)}

${state}
`;
}
function renderResolved(report, context, options) {
  const headline2 = `### ${STATUS_ICONS[report.status]} ${prose(verdictOf(report))}`;
  const lines = [markerOf(options.id), `${headline2}
`, resolvedLine(context, options.told)];
  const text = lines.filter((line) => line !== "").join("\n");
  return `${text}

${stateLine(stateOf(report))}
`;
}
function blocksOf(report, context, extra) {
  const verdict = `${STATUS_ICONS[report.status]} ${prose(verdictOf(report))}`;
  const { committed } = extra;
  return [
    ...committed === void 0 ? [always(`### ${verdict}`)] : [always(`### ${committedHeadline(committed, context)}`), always(`Before it: ${verdict}`)],
    always(contextLine(report, context)),
    ...extraBlocks(extra, context),
    ...alertBlock(report, context),
    ...findingsBlock(report.findings, context),
    ...projectsBlocks(report, context, extra),
    always(footer(report, context))
  ];
}
function projectsBlocks(report, context, extra) {
  const [only, ...others] = report.projects;
  if (only === void 0) return [];
  const patch = patchOf(report, context, extra);
  const place = { context, alone: others.length === 0, report, extra, patch };
  if (place.alone) return projectBlocks(only, place);
  const sorted = worstFirst(report.projects);
  const loud = sorted.filter((project) => !isQuiet(project));
  const several = lacking(report).length > 1;
  const own = several ? { ...place, patch: NO_PATCH } : place;
  return [
    overviewBlock(sorted, report),
    ...several ? fixAllBlocks(place) : [],
    ...loud.flatMap((project) => projectBlocks(project, own)),
    ...quietBlock(sorted.filter(isQuiet))
  ];
}
function contextLine(report, context) {
  const [only, ...others] = report.projects;
  const facts = only !== void 0 && others.length === 0 ? [rootOf2(only), factsOf(only)] : [];
  const line = [...facts, checkedLine(report, context)].filter((text) => text !== "").join(" \xB7 ");
  return sentence(line);
}
var rootOf2 = ({ root }) => root === "." ? "" : code(clip(root, LABEL_LENGTH2));
function checkedLine(report, { head, commit, base }) {
  const checked = head ?? commit;
  const what = checked === null ? code(clip(report.head.label, LABEL_LENGTH2)) : shortSha(checked);
  const against = head !== null && commit !== null && head !== commit ? "merged into" : "against";
  if (base === null && report.base === null) {
    const alone = "There is no base to compare with, so every difference counts as new.";
    return `checked ${what}${report.projects.length === 0 ? "" : `. ${alone}`}`;
  }
  return `checked ${what} ${against} ${baseName(report, base)}`;
}
function baseName(report, base) {
  if (base === null) return code(clip(report.base?.label ?? "base", LABEL_LENGTH2));
  const sha = shortSha(base.sha);
  return base.ref === null ? sha : `${code(clip(base.ref, LABEL_LENGTH2))} @ ${sha}`;
}
function shortSha(sha) {
  return code(sha.slice(0, 7));
}
function footer(report, context) {
  const total = report.timings["total"];
  const parts = [
    ...context.runUrl === null ? [] : [`[Full report](${context.runUrl})`],
    prose(`plumbline ${clip(report.plumbline, LABEL_LENGTH2)}`),
    ...total === void 0 ? [] : [duration(total)]
  ];
  return `<sub>${parts.join(" \xB7 ")}</sub>`;
}
function leftOutNote(where) {
  return (leftOut2) => `_Left out or shortened: ${leftOut2.join(", ")}. ${where}_`;
}
function resolvedLine(context, told) {
  const where = context.head === null ? "" : ` in ${shortSha(context.head)}`;
  if (told === null || told.total === 0) return "";
  const more = told.total > told.told.length ? `, and ${told.total - told.told.length} more` : "";
  return `Resolved${where}: ${told.told.map(code).join(", ")}${more}`;
}

// src/report/text.ts
import pc from "./vendor/picocolors.js";

// src/report/text-layout.ts
function spaced(blocks) {
  const full = blocks.filter((block2) => block2.length > 0);
  return full.flatMap((block2, index) => index === 0 ? block2 : [""].concat(block2));
}

// src/report/text-drift.ts
var SIGNS2 = {
  create: "+",
  alter: "~",
  drop: "-",
  rename: ">"
};
var INHERITED_SHOWN = 3;
var NAMES_SHOWN2 = 4;
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
      const name2 = context.style.strong(itemName(item).padEnd(place ? width : 0));
      const line = `    ${SIGNS2[item.op]} ${name2}  ${place}`.trimEnd();
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
    ...plan.irreversible.map((what) => `    Nothing undoes this: ${oneLine(what)}`)
  ];
}
function fixLine(project, context) {
  const command = oneLine(fixCommand(context.alone ? null : project.id));
  return `  To fix: ${context.style.strong(command)}`;
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
    return `    ${SIGNS2[item.op]} ${itemName(item)}${reason}`;
  });
}
function namesOf(items) {
  const more = items.length > NAMES_SHOWN2 ? `, and ${items.length - NAMES_SHOWN2} more` : "";
  return `${items.slice(0, NAMES_SHOWN2).map(itemName).join(", ")}${more}`;
}
function itemName(item) {
  return oneLine(`${item.kind} ${item.object}`);
}

// src/report/text.ts
var MARKS = { ok: "\u2713", drift: "\u2717", unsafe: "\u2717", error: "\u2717" };
var NAMES_SHOWN3 = 8;
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
    options.verbose ? indented(findingLines(project.inherited, style)) : [],
    indented([...silencedLines(project), ...asideLines(project, options.verbose)].map(style.faint))
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
  const name2 = style.strong(oneLine(`${project.id}${where}`));
  return `${style.status(project.status, MARKS[project.status])} ${name2}  ${style.faint(facts.join(" \xB7 "))}`;
}
function migrationFacts(migrations) {
  const { total, applied } = migrations;
  const news = migrations.new.length > 0 ? `, ${migrations.new.length} new` : "";
  return applied === total ? `${count(total, "migration")} applied${news}` : `${applied} of ${count(total, "migration")} applied${news}`;
}
function asideLines(project, verbose) {
  const uncompared = countsByNoun(project.notCompared);
  const standing = project.inherited.length;
  return [
    ...standing > 0 && !verbose ? [`On base already: ${count(standing, "finding")} (--verbose lists them)`] : [],
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
  const shown = verbose ? tables : tables.slice(0, NAMES_SHOWN3);
  const more = tables.length > shown.length ? ` and ${tables.length - shown.length} more` : "";
  return `In no model: ${shown.map(oneLine).join(", ")}${more}`;
}
function timingLine(report) {
  const { total, ...phases } = report.timings;
  const told = Object.entries(phases).filter(([, ms]) => ms >= SHORTEST_PHASE_MS);
  const parts = told.map(([name2, ms]) => `${oneLine(name2)} ${duration(ms)}`);
  const whole = total === void 0 ? "Timings" : `Done in ${duration(total)}`;
  return parts.length > 0 ? `${whole}: ${parts.join(", ")}` : whole;
}
function indented(lines) {
  return lines.map((line) => line === "" ? line : `  ${line}`);
}

// src/formats/pages.ts
var PRODUCT_URL = "https://github.com/plumbline/plumbline";
function pageOf(rule) {
  const kind = findingKinds.find(({ id }) => id === rule);
  if (kind === void 0) return null;
  const markdown = readPage(rule);
  const title = titleOf(markdown);
  const [, what = title] = /^## What\n+((?:[^\n]+\n?)+)/mu.exec(markdown) ?? [];
  return { kind, title, what: what.trim().replaceAll("\n", " "), markdown };
}
function pageUrl(rule, version2) {
  if (!findingKinds.some(({ id }) => id === rule)) return null;
  const room = rules.some(({ id }) => id === rule) ? "rules" : "findings";
  const tag = /^\d+\.\d+\.\d+$/u.test(version2) ? `v${version2}` : "main";
  return `${PRODUCT_URL}/blob/${tag}/src/${room}/${rule}.md`;
}

// src/formats/workflow-commands.ts
import { createHash } from "node:crypto";

// src/formats/places.ts
import { posix } from "node:path";
var CONFIGURATION = "plumbline.yml";
function pathOf({ file, anchor }, prefix) {
  return posix.normalize(`${prefix}${wellFormed(file ?? anchor ?? CONFIGURATION)}`);
}
function uriOf(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

// src/formats/workflow-commands.ts
var MOST_OF_A_KIND = 9;
var MESSAGE_LENGTH3 = 4e3;
var SEVERITIES = ["error", "warning", "note"];
var COMMANDS = {
  error: "error",
  warning: "warning",
  note: "notice"
};
function renderWorkflowCommands(report, context) {
  const options = { ...context, failing: true, withoutPlace: true };
  const text = renderText(report, { ...context.text, color: false });
  return [untrusted(text), ...annotationsOf(report, options)].map((line) => `${line}
`).join("");
}
function annotationsOf(report, options) {
  const { failing, withoutPlace = false } = options;
  const problems = problemsOf(report).filter(
    (problem) => isShown(problem) && (withoutPlace || problem.file !== null)
  );
  const severityOf = (problem) => problem.severity === "error" && !failing ? "warning" : problem.severity;
  return SEVERITIES.flatMap((severity) => {
    const all = problems.filter((problem) => severityOf(problem) === severity);
    const shown = all.slice(0, MOST_OF_A_KIND);
    return shown.map((problem, index) => {
      const more = index === MOST_OF_A_KIND - 1 ? all.length - shown.length : 0;
      return commandOf(problem, { ...options, severity, more });
    });
  });
}
var isShown = ({ introduced, form, silenced }) => introduced && !form && silenced === null;
function commandOf(problem, options) {
  const { rule, message, file } = problem;
  const { severity, more, prefix } = options;
  const line = lineOf(problem, options);
  const properties = [
    `title=${escapeProperty(`Plumbline: ${oneLine(rule)}`)}`,
    ...file === null ? [] : [`file=${escapeProperty(pathOf(problem, prefix))}`],
    ...file === null || line === null ? [] : [`line=${String(line)}`]
  ];
  const rest = more === 0 ? "" : `

${moreOf(severity, more)}`;
  const text = `${manyLines(message).slice(0, MESSAGE_LENGTH3)}${rest}`;
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeData(text)}`;
}
function lineOf({ file, line, ...problem }, options) {
  const { lineAt, prefix } = options;
  if (file === null || line === null || !lineAt) return line;
  return lineAt(pathOf({ ...problem, file, line }, prefix), line);
}
var moreOf = (severity, more) => `And ${String(more)} more ${severity}${more === 1 ? "" : "s"}, which GitHub has no room for: the report tells all.`;
function untrusted(text) {
  const token = createHash("sha256").update(text).digest("hex");
  return `::stop-commands::${token}
${text.trimEnd()}
::${token}::`;
}
var escapeData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var escapeProperty = (text) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}

// src/formats/fingerprints.ts
import { createHash as createHash2 } from "node:crypto";
function fingerprintsOf(problems) {
  const seen = /* @__PURE__ */ new Map();
  return new Map(
    problems.map((problem) => {
      const { rule, project, identity } = problem;
      const key = JSON.stringify([rule, project, ...identity]);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return [problem, digest(before === 0 ? key : `${key} ${String(before)}`)];
    })
  );
}
var digest = (text) => createHash2("sha256").update(text).digest("hex").slice(0, 32);

// src/formats/gitlab.ts
var SEVERITIES2 = {
  error: "critical",
  warning: "minor",
  note: "info"
};
function renderGitlab(report, { prefix }) {
  const problems = problemsOf(report).filter(({ silenced }) => silenced === null);
  const fingerprints = fingerprintsOf(problems);
  const issues = problems.map((problem) => ({
    description: oneLine(problem.message),
    check_name: problem.rule,
    fingerprint: fingerprints.get(problem),
    severity: SEVERITIES2[problem.severity],
    location: { path: pathOf(problem, prefix), lines: { begin: problem.line ?? 1 } }
  }));
  return `${JSON.stringify(issues, null, 2)}
`;
}

// src/formats/rdjson.ts
var SEVERITIES3 = {
  error: "ERROR",
  warning: "WARNING",
  note: "INFO"
};
var SOURCE = { name: "plumbline", url: PRODUCT_URL };
function renderRdjson(report, context) {
  const diagnostics = diagnosticsOf(report, context);
  return `${JSON.stringify({ source: SOURCE, diagnostics }, null, 2)}
`;
}
function renderRdjsonl(report, context) {
  return diagnosticsOf(report, context).map((diagnostic) => `${JSON.stringify({ source: SOURCE, ...diagnostic })}
`).join("");
}
function diagnosticsOf(report, { fromHere }) {
  const told = problemsOf(report).filter(({ silenced }) => silenced === null);
  return told.map((problem) => ({
    message: messageOf2(problem),
    location: locationOf(problem, fromHere),
    severity: SEVERITIES3[problem.severity],
    code: codeOf(problem.rule, report.plumbline)
  }));
}
function locationOf(problem, fromHere) {
  const { line } = problem;
  return {
    path: pathOf(problem, fromHere),
    ...line === null ? {} : { range: { start: { line } } }
  };
}
function codeOf(rule, version2) {
  const url = pageUrl(rule, version2);
  return url === null ? { value: rule } : { value: rule, url };
}

// src/formats/sarif.ts
var ROOT = "%SRCROOT%";
var RESULTS_MOST = 5e3;
var TOLD_IN_ONE = 20;
var DESCRIPTION_LENGTH = 1e3;
function renderSarif(report, context) {
  const problems = problemsOf(report).filter(
    ({ silenced }) => context.tellsSilenced || silenced === null
  );
  const results = resultsOf(problems.filter(hasPlace), context);
  const kept = results.slice(0, RESULTS_MOST);
  const ids = [...new Set(kept.map(({ ruleId = "" }) => ruleId))];
  const notifications = [
    ...problems.filter((problem) => !hasPlace(problem)).map(notificationOf),
    ...leftOut(results.length - kept.length)
  ];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Plumbline",
            version: report.plumbline,
            semanticVersion: report.plumbline,
            informationUri: PRODUCT_URL,
            rules: ids.map((id) => ruleOf(id, report.plumbline))
          }
        },
        automationDetails: { id: categoryOf(context) },
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository" } } },
        invocations: [invocationOf(report, notifications, context.failOn)],
        results: kept.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? "") }))
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}
`;
}
var hasPlace = ({ file, anchor }) => file !== null || anchor !== null;
function categoryOf({ prefix, projects }) {
  return uriOf(
    `plumbline/${prefix}${projects.map((id) => `${id.replaceAll("/", "-")}/`).join("")}`
  );
}
function resultsOf(problems, context) {
  const fingerprints = fingerprintsOf(problems);
  const groups = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const { rule, file, line, silenced } = problem;
    const own = line === null ? fingerprints.get(problem) ?? "" : "";
    const key = JSON.stringify([rule, file, line, silenced, own]);
    groups.set(key, [...groups.get(key) ?? [], problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === void 0 ? [] : [resultOf(first, group, { context, fingerprint: fingerprints.get(first) ?? "" })];
  });
}
function resultOf(first, group, { context, fingerprint }) {
  const { rule, severity, line, silenced } = first;
  const uri = uriOf(pathOf(first, context.prefix));
  return {
    ruleId: rule,
    level: severity,
    message: { text: withoutLinks(textOf2(group)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: ROOT },
          ...line === null ? {} : { region: { startLine: line } }
        }
      }
    ],
    partialFingerprints: {
      "plumbline/v1": fingerprint,
      // Where there is a line, github/codeql-action hashes what is written there, and warns of any other hash.
      ...line === null ? { primaryLocationLineHash: `${fingerprint}:1` } : {}
    },
    ...silenced === null ? {} : { suppressions: [{ kind: "inSource", justification: oneLine(silenced.reason) }] },
    properties: { introduced: first.introduced, project: oneLine(first.project ?? "") }
  };
}
function textOf2(group) {
  const texts = group.slice(0, TOLD_IN_ONE).map(messageOf2);
  const more = group.length - texts.length;
  return [...texts, ...more > 0 ? [`\u2026 and ${count(more, "more", "more")}`] : []].join("\n\n");
}
var withoutLinks = (text) => text.replaceAll("](", "] (");
function ruleOf(id, version2) {
  const page = pageOf(id);
  const helpUri = pageUrl(id, version2);
  if (page === null || helpUri === null) return { id };
  const { title, what, markdown, kind } = page;
  return {
    id,
    shortDescription: { text: title.slice(0, DESCRIPTION_LENGTH) },
    fullDescription: { text: what.slice(0, DESCRIPTION_LENGTH) },
    help: { text: `${what} ${helpUri}`, markdown },
    helpUri,
    // One that is off by default was turned on where it has results.
    defaultConfiguration: { level: kind.severity === "off" ? "note" : kind.severity },
    properties: { tags: [kind.hazard] }
  };
}
function invocationOf(report, notifications, failOn) {
  return {
    executionSuccessful: report.status !== "error",
    exitCode: exitCodeOf(report, failOn),
    ...notifications.length === 0 ? {} : { toolExecutionNotifications: [...notifications] }
  };
}
function notificationOf(problem) {
  return {
    descriptor: { id: problem.rule },
    level: problem.severity,
    message: { text: withoutLinks(messageOf2(problem)) }
  };
}
function leftOut(number) {
  if (number <= 0) return [];
  const text = `${count(number, "more result")} of no greater weight ${number === 1 ? "is" : "are"} left out: code scanning keeps ${RESULTS_MOST.toLocaleString("en-US")}. The JSON report holds all.`;
  return [{ level: "warning", message: { text } }];
}

// src/formats/index.ts
var renderers = {
  text: (report, { text }) => renderText(report, text),
  json: renderJson,
  markdown: renderSummary,
  sarif: renderSarif,
  rdjson: renderRdjson,
  rdjsonl: renderRdjsonl,
  gitlab: renderGitlab,
  // Nobody else needs a library for XML.
  junit: async (report) => (await import("./part-5NRKOKTR.js")).renderJunit(report),
  github: renderWorkflowCommands,
  patch: (report, { prefix }) => renderPatch(report, prefix)
};
async function renderAs(format, report, context) {
  return renderers[format](report, context);
}

// src/record/failure-report.ts
var failureReport = (error) => wholeReport({ findings: findingsOf(error) });
function findingsOf(error) {
  const nowhere = { severity: "error", file: null, line: null };
  if (error instanceof UsageError) {
    return error.problems.map((message2) => ({
      ...nowhere,
      rule: "usage",
      hazard: "configuration",
      message: message2
    }));
  }
  const message = error instanceof EnvironmentError ? `${withStop(error.message)}
${error.help}` : `This is a bug in Plumbline, please report it: ${messageOf(error)}`;
  const rule = error instanceof EnvironmentError ? "environment" : "bug";
  return [{ ...nowhere, rule, hazard: "failure", message }];
}

// src/workspace/fail-on.ts
function failOnFor(asked, options) {
  if (asked !== null) return asked;
  const said = readConfig(configured(options), options.config)["fail-on"];
  const names = said === void 0 ? usualFailOn : failOnOf([said].flat().join(","));
  return typeof names === "string" ? usualFailOn : names;
}
function configured({ directory, base, head = null, configuredBy }) {
  const byBase = configuredBy === "base" && base !== null;
  if (head === null && !byBase) return openDirectory(directory);
  const opened = openRevisions(directory, byBase ? base : null, head);
  return opened.base ?? opened.head;
}

export {
  REPORT_VERSION,
  version,
  wholeReport,
  check,
  checkInFull,
  reportOf,
  exitCodeOf,
  exitCodeOfError,
  prose,
  code,
  fenced,
  urlPath,
  clip,
  markerOf,
  readState,
  onlyNewFile,
  renderSummary,
  renderComment,
  renderResolved,
  renderText,
  pageUrl,
  annotationsOf,
  untrusted,
  renderAs,
  failureReport,
  failOnFor
};
