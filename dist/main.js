import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  formatLabels,
  formatNames,
  reportFileOf
} from "./part-WB2HII67.js";
import {
  REPORT_VERSION,
  annotationsOf,
  check,
  checkInFull,
  clip,
  code,
  failOnFor,
  failureReport,
  fenced,
  markerOf,
  onlyNewFile,
  pageUrl,
  prose,
  readState,
  renderAs,
  renderComment,
  renderResolved,
  renderSummary,
  renderText,
  untrusted,
  urlPath,
  version,
  wholeReport
} from "./part-SMX44BD4.js";
import "./part-RDMMD4FP.js";
import {
  patientWasm,
  steadyWasm
} from "./part-FWYSLENY.js";
import "./part-NN2BGZUA.js";
import {
  filesOf,
  irreversible
} from "./part-KB4UJQLS.js";
import {
  writeOutput
} from "./part-MIDI3I6S.js";
import "./part-YWHAFTIB.js";
import "./part-KVPDTJ7P.js";
import {
  allFindings,
  describeOption,
  failOnOf,
  failuresOf,
  git,
  groupDrift,
  isDrifted,
  isShallow,
  isSkipped,
  listTree,
  mergeBase,
  openRenames,
  prefixOf,
  renameOfOption,
  repositoryRoot,
  requireGit,
  resolveCommit,
  statusOfFinding,
  usualFailOn,
  verdictOf
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import {
  count,
  withStop
} from "./part-KH2B3PAS.js";
import {
  identityOf,
  likenessOfNames,
  manyLines,
  oneLine,
  wellFormed
} from "./part-QBBLIP5F.js";

// src/github/run.ts
import { appendFileSync } from "node:fs";
import * as core2 from "./vendor/actions-core.js";

// src/record/skipped-report.ts
function skippedReport(files, base, head) {
  const changed = files === 1 ? "the one file" : `any of the ${String(files)} files`;
  const why = files === 0 ? "no file changed" : `no tool reads ${changed} that changed`;
  return reportOf({
    rule: "nothing-changed",
    message: `nothing had to be checked: ${why}`,
    head: { label: "working tree", commit: head },
    base: { label: base.slice(0, 7), commit: base }
  });
}
function supersededReport(head) {
  const which = head === null ? "the commit" : head.slice(0, 7);
  return reportOf({
    rule: "newer-commit",
    message: `${which} is no longer the pull request's head: the push that came after it has a run of its own`,
    head: { label: which, commit: head },
    base: null
  });
}
function reportOf({ rule, message, head, base }) {
  const nowhere = { severity: "note", hazard: "configuration", file: null, line: null };
  const timings = { total: Math.round(performance.now()) };
  return wholeReport({ head, base, timings, findings: [{ rule, message, ...nowhere }] });
}

// src/github/changes.ts
var UNREAD_ENDING = /\.(?:md|mdx|markdown|rst|adoc|css|scss|sass|less|html?|svg|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp3|mp4|mov|webm|wav|ogg|pdf|docx?|xlsx?|pptx?)$/i;
var UNREAD_NAMES = /* @__PURE__ */ new Set([
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
  "LICENSE",
  "LICENCE",
  "NOTICE",
  "AUTHORS",
  "CODEOWNERS",
  ".editorconfig",
  ".prettierignore"
]);
var READ_ANYWHERE = /(?:^|\/)(?:\.gitignore|\.gitattributes|\.gitmodules)$|^\.github\//;
var REGULAR_MODES = /* @__PURE__ */ new Set(["000000", "100644", "100755"]);
function countIfUnread(directory, base, head = null) {
  const prefix = head === null ? prefixOf(directory) : head.within && `${head.within}/`;
  const from = mergeBase(directory, base, head?.ref ?? "HEAD") ?? base;
  const files = head === null ? changedFiles(directory, from) : committedFiles(directory, from, head.ref);
  if (prefix === null || files === null) return null;
  return files.every((file) => isUnread(file, prefix)) ? files.length : null;
}
function isUnread({ path, modes }, prefix) {
  if (READ_ANYWHERE.test(path)) return path.startsWith(".github/") && UNREAD_ENDING.test(path);
  if (!path.startsWith(prefix)) return true;
  if (!modes.every((mode) => REGULAR_MODES.has(mode))) return false;
  return UNREAD_ENDING.test(path) || UNREAD_NAMES.has(path.slice(path.lastIndexOf("/") + 1));
}
var RAW = ["diff", "--raw", "-z", "--no-renames", "--no-ext-diff", "--no-relative"];
function committedFiles(directory, base, head) {
  const known = git(directory, [...RAW, "--end-of-options", base, head, "--"]);
  return known === null ? null : tracked(known.toString("utf8"));
}
function changedFiles(directory, base) {
  const known = git(directory, [...RAW, "--end-of-options", base, "--"]);
  const others = git(directory, [
    ...["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"]
  ]);
  if (known === null || others === null) return null;
  return [...tracked(known.toString("utf8")), ...untracked(others.toString("utf8"))];
}
function tracked(text) {
  const records = text.matchAll(/:(\d+) (\d+) [0-9a-f]+ [0-9a-f]+ [A-Z]\d*\0([^\0]*)\0/g);
  return Array.from(records, ([, before = "", after = "", path = ""]) => ({
    path,
    modes: [before, after]
  }));
}
var untracked = (text) => text.split("\0").filter((path) => path !== "").map((path) => ({ path, modes: [] }));

// src/github/comment-run.ts
import { posix as posix2 } from "node:path";
import * as core from "./vendor/actions-core.js";

// src/github/api.ts
import { retry } from "./vendor/octokit-plugin-retry.js";
import { throttling } from "./vendor/octokit-plugin-throttling.js";
var RETRIES = 2;
var LONGEST_WAIT_SECONDS = 60;
var DEADLINE_MS = 12e4;
var PROBLEM_LENGTH = 500;
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
function problemOfApi(error) {
  return clip(manyLines(messageOf(error)), PROBLEM_LENGTH);
}

// src/github/comment-policy.ts
function decideComment(request, existing) {
  const { report, context, settings, extra = {} } = request;
  const id = settings.commentId;
  const speaks = isWorthTelling(report, settings.comment, extra);
  if (existing === null) {
    const wanted = speaks || settings.comment === "always";
    const body2 = renderComment(report, context, id, extra);
    return wanted ? { do: "create", body: body2 } : { do: "nothing" };
  }
  const told = readState(existing.body);
  const saysAllIsWell = told?.status === "ok" && told.total === 0;
  if (!speaks && saysAllIsWell) return { do: "nothing" };
  const body = speaks ? renderComment(report, context, id, extra) : renderResolved(report, context, { id, told });
  if (sameText(body, existing.body)) return { do: "nothing" };
  return { do: "update", body, unminimize: speaks && existing.minimized };
}
function isWorthTelling(report, mode, { configEdited }) {
  if (report.status !== "ok") return true;
  if (mode === "on-failure") return false;
  if (configEdited) return true;
  return allFindings(report).some(({ severity }) => severity !== "note");
}
var OF_ONE_RUN = [
  / · [\d.,]+ m?s(?=<\/sub>)/g,
  /(?<=\| )[\d.,]+ m?s(?= \|$)/gm,
  /"when": \d+/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g
];
function sameText(one, other) {
  const normal = (text) => OF_ONE_RUN.reduce((rest, part) => rest.replaceAll(part, ""), text).replaceAll("\r\n", "\n").trim();
  return normal(one) === normal(other);
}

// src/github/pages.ts
async function* pagesOf(api, { query, variables, listIn }) {
  let after = null;
  for (; ; ) {
    const answer2 = await api.graphql(query, { ...variables, after });
    yield answer2;
    const list = listIn(answer2);
    const next = list?.pageInfo.hasNextPage === true ? list.pageInfo.endCursor : null;
    if (next === null || next === after) return;
    after = next;
  }
}

// src/github/own-comments.ts
var COMMENTS_QUERY = `
  query plumblineComments($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        state
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id fullDatabaseId url body viewerDidAuthor isMinimized }
        }
      }
    }
  }`;
async function findOwnComments(api, target, marker) {
  const ours = [];
  let now = { headSha: "", open: false };
  const question = {
    ...{ query: COMMENTS_QUERY, variables: { ...target } },
    listIn: ({ repository: repository2 }) => repository2.pullRequest.comments
  };
  for await (const { repository: repository2 } of pagesOf(api, question)) {
    const { headRefOid: headSha, state, comments } = repository2.pullRequest;
    ours.push(...comments.nodes.filter((node) => isOurs(node, marker)).map(existingFrom));
    now = { headSha, open: state === "OPEN" };
  }
  const [oldest = null, ...duplicates] = ours.toSorted((a, b) => Number(a.id) - Number(b.id));
  return { oldest, duplicates, ...now };
}
var isOurs = ({ viewerDidAuthor, body }, marker) => viewerDidAuthor && /^[^\r\n]*/.exec(body)?.[0] === marker;
function existingFrom(node) {
  const { id, fullDatabaseId, url, body, isMinimized } = node;
  return { nodeId: id, id: fullDatabaseId, url, body, minimized: isMinimized };
}
async function tidyComments(api, { show, remove }) {
  const steps = [
    ...show.map(({ nodeId }) => ({ id: nodeId, what: "unminimizeComment", key: "subjectId" })),
    ...remove.map(({ nodeId }) => ({ id: nodeId, what: "deleteIssueComment", key: "id" }))
  ];
  if (steps.length === 0) return;
  const parameters = steps.map((_step, index) => `$c${String(index)}: ID!`).join(", ");
  const fields = steps.map(({ what, key }, index) => {
    const name = `c${String(index)}`;
    return `${name}: ${what}(input: { ${key}: $${name} }) { clientMutationId }`;
  });
  const document = `mutation plumblineTidy(${parameters}) {
${fields.join("\n")}
}`;
  try {
    await api.graphql(
      document,
      Object.fromEntries(steps.map(({ id }, index) => [`c${String(index)}`, id]))
    );
  } catch (error) {
    if (!isOnlyMissing(error)) throw new Error(messageOf(error), { cause: error });
  }
}
function isOnlyMissing(error) {
  if (typeof error !== "object" || error === null || !("errors" in error)) return false;
  const { errors } = error;
  return Array.isArray(errors) && errors.length > 0 && errors.every((one) => one?.type === "NOT_FOUND");
}

// src/github/comment.ts
var NO_COMMENT = { id: "", url: "", problem: null };
var IN_SUMMARY = "The report is in the job summary.";
async function publishComment(request) {
  const { event, settings, token } = request;
  if (event.pullRequest === null || settings.comment === "never") return NO_COMMENT;
  if (token === "") {
    return { ...NO_COMMENT, problem: "No comment was written: there is no github-token." };
  }
  const [owner = "", repo = ""] = event.repository.split("/");
  try {
    return await publish(request, { owner, repo, number: event.pullRequest });
  } catch (error) {
    return { ...NO_COMMENT, problem: problemOf(error, event) };
  }
}
async function publish(request, target) {
  const api = await openApi(request.token);
  const marker = markerOf(request.settings.commentId);
  const { oldest, duplicates, headSha, open } = await findOwnComments(api, target, marker);
  const checked = [request.event.head, request.extra?.committed?.sha];
  if (!checked.includes(headSha) || !open) return identify(oldest);
  const action = decideComment(request, oldest);
  const comment = await perform({ api, request, target, existing: oldest }, action);
  const show = action.do === "update" && action.unminimize && oldest !== null ? [oldest] : [];
  try {
    await tidyComments(api, { show, remove: duplicates });
    return comment;
  } catch (error) {
    const what = `Comments of ours could not be ${duplicates.length > 0 ? "removed" : "shown again"}`;
    return { ...comment, problem: `${what}, the verdict stands: ${problemOfApi(error)}` };
  }
}
async function perform(writing, action) {
  const { api, request, target, existing } = writing;
  const { owner, repo, number } = target;
  if (action.do === "create") {
    const wanted = { owner, repo, issue_number: number, body: action.body };
    const { data } = await api.rest.issues.createComment(wanted);
    return { id: String(data.id), url: data.html_url, problem: null };
  }
  if (existing === null || action.do === "nothing") return identify(existing);
  const id = Number(existing.id);
  try {
    await api.rest.issues.updateComment({ owner, repo, comment_id: id, body: action.body });
  } catch (error) {
    if (!isGone(error)) throw error;
    return perform({ ...writing, existing: null }, decideComment(request, null));
  }
  return identify(existing);
}
function identify(comment) {
  return comment === null ? NO_COMMENT : { id: comment.id, url: comment.url, problem: null };
}
function problemOf(error, event) {
  const message = problemOfApi(error);
  if (/\blocked\b/i.test(message)) {
    return `No comment was written: the conversation on the pull request is locked. ${IN_SUMMARY}`;
  }
  if (!isForbidden(message)) {
    return `The comment could not be written, the verdict stands: ${message}`;
  }
  return event.readOnlyToken ? `No comment was written: for a pull request from a fork or by Dependabot GitHub gives a token that can only read. ${IN_SUMMARY}` : `No comment was written: the token may only read. Give the job \`permissions: pull-requests: write\`. ${IN_SUMMARY}`;
}
var isForbidden = (message) => /resource not accessible by/i.test(message);
var isGone = (error) => error instanceof Error && "status" in error && (error.status === 404 || error.status === 410);

// src/github/linked-config.ts
import { posix } from "node:path";
var LINK_MODE = 40960;
var LINKS_MOST = 5;
var LIST_QUERY = `
  query plumblineDirectory($owner: String!, $repo: String!, $place: String!) {
    repository(owner: $owner, name: $repo) {
      object(expression: $place) { ... on Tree { entries { name mode } } }
    }
  }`;
var READ_QUERY = `
  query plumblineLink($owner: String!, $repo: String!, $place: String!) {
    repository(owner: $owner, name: $repo) {
      object(expression: $place) { ... on Blob { text } }
    }
  }`;
async function linkedFrom(api, { repository: repository2, commit: commit2 }, paths) {
  const [owner = "", repo = ""] = repository2.split("/");
  const ask = async (query, path) => {
    const place2 = `${commit2}:${path === "." ? "" : path}`;
    const answer2 = await api.graphql(query, { owner, repo, place: place2 });
    return answer2.repository.object;
  };
  const directories = /* @__PURE__ */ new Map();
  const isLink = async (path) => {
    const directory = posix.dirname(path);
    const known = directories.get(directory);
    const entries = known ?? (await ask(LIST_QUERY, directory))?.entries;
    directories.set(directory, entries ?? []);
    return (entries ?? []).some(
      ({ name, mode }) => name === posix.basename(path) && mode === LINK_MODE
    );
  };
  const found = [];
  for (const path of paths) {
    let at = path;
    for (let links = 0; links < LINKS_MOST && await isLink(at); links += 1) {
      const target = (await ask(READ_QUERY, at))?.text ?? "";
      at = posix.join(posix.dirname(at), target);
      if (target === "" || at.startsWith("../")) break;
      found.push(at);
    }
  }
  return found;
}

// src/github/open-pull-requests.ts
var QUERY = `
  query plumblineOpenPullRequests($owner: String!, $repo: String!, $branch: String, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequests(states: [OPEN], headRefName: $branch, first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { number headRefOid baseRefName baseRefOid }
      }
    }
  }`;
async function openPullRequestsAt(api, { repository: repository2, branch, sha: sha2 }) {
  const [owner = "", repo = ""] = repository2.split("/");
  const found = [];
  const question = {
    ...{ query: QUERY, variables: { owner, repo, branch } },
    listIn: (answer2) => answer2.repository.pullRequests
  };
  for await (const answer2 of pagesOf(api, question)) {
    for (const one of answer2.repository.pullRequests.nodes) {
      if (one.headRefOid !== sha2) continue;
      found.push({ number: one.number, baseRef: one.baseRefName, baseSha: one.baseRefOid });
    }
  }
  return found.sort((one, other) => one.number - other.number);
}
var FILES_QUERY = `
  query plumblineChangedFiles($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        files(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { path }
        }
      }
    }
  }`;
async function changedFiles2(api, { repository: repository2, number }) {
  const [owner = "", repo = ""] = repository2.split("/");
  const question = {
    ...{ query: FILES_QUERY, variables: { owner, repo, number } },
    listIn: (answer2) => answer2.repository.pullRequest.files
  };
  const changed = /* @__PURE__ */ new Set();
  for await (const answer2 of pagesOf(api, question)) {
    for (const { path } of answer2.repository.pullRequest.files?.nodes ?? []) changed.add(path);
  }
  return changed;
}

// src/github/received-report.ts
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { z } from "./vendor/zod.js";

// schemas/report.schema.json
var report_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://plumbline.dev/schemas/report.schema.json",
  title: "Plumbline report",
  description: "What `plumbline check --format json` prints and the action writes to `report-path`. Paths are POSIX and relative to the directory that was checked; lines count from 1.",
  type: "object",
  additionalProperties: false,
  required: ["version", "status", "plumbline", "head", "base", "timings", "projects", "findings"],
  properties: {
    version: {
      description: "Version of this format. A change that a reader could notice raises it.",
      const: 2
    },
    status: { $ref: "#/$defs/status" },
    plumbline: { description: "Plumbline's own version.", type: "string" },
    head: {
      description: "The revision that was checked.",
      $ref: "#/$defs/revision"
    },
    base: {
      description: "The revision it was compared with; null when there was none, and then all drift counts as introduced.",
      anyOf: [{ $ref: "#/$defs/revision" }, { type: "null" }]
    },
    timings: {
      description: "Milliseconds by phase; `total` is the whole run. Phases may overlap.",
      type: "object",
      additionalProperties: { type: "number", minimum: 0 }
    },
    projects: {
      description: "One entry for each project of the workspace that was checked.",
      type: "array",
      items: { $ref: "#/$defs/project" }
    },
    findings: {
      description: "Findings about the workspace as a whole: configuration, discovery.",
      type: "array",
      items: { $ref: "#/$defs/finding" }
    }
  },
  $defs: {
    status: {
      description: "`ok`: models and migrations match. `drift`: a migration is missing, or a model can't be read. `unsafe`: a new migration is dangerous. `error`: no answer could be given.",
      enum: ["ok", "drift", "unsafe", "error"]
    },
    line: {
      anyOf: [{ type: "integer", minimum: 1 }, { type: "null" }]
    },
    file: {
      anyOf: [{ type: "string" }, { type: "null" }]
    },
    revision: {
      type: "object",
      additionalProperties: false,
      required: ["label", "commit"],
      properties: {
        label: {
          description: "For people: `working tree`, `main (3f2a91c)`.",
          type: "string"
        },
        commit: {
          description: "Full commit id; null for a working tree.",
          anyOf: [{ type: "string" }, { type: "null" }]
        }
      }
    },
    place: {
      type: "object",
      additionalProperties: false,
      required: ["file", "line"],
      properties: {
        file: { type: "string" },
        line: { type: "integer", minimum: 1 },
        column: { type: "integer", minimum: 1 }
      }
    },
    project: {
      type: "object",
      additionalProperties: false,
      required: [
        "id",
        "root",
        "status",
        "models",
        "migrations",
        "drift",
        "plan",
        "schemaDiffs",
        "renames",
        "trace",
        "findings",
        "inherited",
        "silenced",
        "notCompared",
        "unmodelled"
      ],
      properties: {
        id: { description: "Name of the project; `--project` takes it.", type: "string" },
        root: {
          description: "Directory of the project; `.` is the one that was checked.",
          type: "string"
        },
        status: { $ref: "#/$defs/status" },
        models: {
          description: "Null where the project has none: its migrations are run, and compared with nothing.",
          anyOf: [{ $ref: "#/$defs/models" }, { type: "null" }]
        },
        migrations: { $ref: "#/$defs/migrations" },
        drift: {
          description: "Every difference between what the models ask for and what the migrations give.",
          type: "array",
          items: { $ref: "#/$defs/driftItem" }
        },
        plan: { $ref: "#/$defs/plan" },
        schemaDiffs: {
          description: "What the missing migration changes, then what the new ones do; each only where something is known to change.",
          type: "array",
          items: { $ref: "#/$defs/schemaDiff" }
        },
        renames: {
          description: "What may have been renamed, and nobody decided: while any of it was introduced, `plan` is empty.",
          type: "array",
          items: { $ref: "#/$defs/rename" }
        },
        trace: {
          description: "What was observed while the new migrations ran on rows, on a copy of the database as base's migrations leave it; empty where nothing is new.",
          type: "array",
          items: { $ref: "#/$defs/tracedMigration" }
        },
        findings: { type: "array", items: { $ref: "#/$defs/finding" } },
        inherited: {
          description: "Warnings and notes that base gives just the same: told in a fold, and never counted.",
          type: "array",
          items: { $ref: "#/$defs/finding" }
        },
        silenced: {
          description: "What would be found, had no comment allowed it: told, and never counted.",
          type: "array",
          items: { $ref: "#/$defs/silencedFinding" }
        },
        notCompared: {
          description: 'What the migrations create and Plumbline does not compare, names by plural noun: `{"functions": ["public.f(integer)"]}`.',
          type: "object",
          additionalProperties: { type: "array", items: { type: "string" } }
        },
        unmodelled: {
          description: "Tables that the migrations create and no model names, at head or at base: not drift.",
          type: "array",
          items: { type: "string" }
        }
      }
    },
    schemaDiff: {
      description: "The schema before and after, as far as it changes.",
      type: "object",
      additionalProperties: false,
      required: ["of", "objects", "tables", "references"],
      properties: {
        of: {
          description: "`missing`: from what the migrations give to what the models ask for. `new`: from what base's migrations give to what head's do.",
          enum: ["missing", "new"]
        },
        objects: {
          description: "What changes or has a part that does, as the statements that make it; null where it isn't there.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["kind", "object", "before", "after"],
            properties: {
              kind: { type: "string" },
              object: { description: "As it is called afterwards.", type: "string" },
              before: { anyOf: [{ type: "string" }, { type: "null" }] },
              after: { anyOf: [{ type: "string" }, { type: "null" }] }
            }
          }
        },
        tables: {
          description: "Tables that change, then their neighbours by foreign key.",
          type: "array",
          items: { $ref: "#/$defs/diagramTable" }
        },
        references: { type: "array", items: { $ref: "#/$defs/diagramReference" } }
      }
    },
    diagramState: { enum: ["added", "changed", "removed", "unchanged"] },
    diagramTable: {
      type: "object",
      additionalProperties: false,
      required: ["table", "state", "was", "columns", "more"],
      properties: {
        table: { type: "string" },
        state: { $ref: "#/$defs/diagramState" },
        was: {
          description: "What it was called; null where that is its name still.",
          anyOf: [{ type: "string" }, { type: "null" }]
        },
        columns: {
          description: "All of a table that changes; of a neighbour its primary key and what the foreign keys lie on.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["name", "type", "keys", "state", "change"],
            properties: {
              name: { type: "string" },
              type: { type: "string" },
              keys: { type: "array", items: { enum: ["PK", "FK", "UK"] } },
              state: {
                description: "`unchanged` for every column of a table that itself is added or removed.",
                $ref: "#/$defs/diagramState"
              },
              change: {
                description: "In words, where it changes: `varchar(80) \u2192 text, not null now`.",
                anyOf: [{ type: "string" }, { type: "null" }]
              }
            }
          }
        },
        more: {
          description: "How many columns more there are.",
          type: "integer",
          minimum: 0
        }
      }
    },
    diagramReference: {
      description: "A foreign key.",
      type: "object",
      additionalProperties: false,
      required: ["name", "from", "to", "columns", "optional", "one", "state"],
      properties: {
        name: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        columns: { type: "array", items: { type: "string" } },
        optional: { description: "Whether a row may refer to nothing.", type: "boolean" },
        one: { description: "Whether at most one row refers to each.", type: "boolean" },
        state: { $ref: "#/$defs/diagramState" }
      }
    },
    models: {
      description: "What was read of the models.",
      type: "object",
      additionalProperties: false,
      required: ["tool", "files", "tables", "columns", "unknowns"],
      properties: {
        tool: { description: "`drizzle`.", type: "string" },
        files: {
          description: "Every file that was evaluated for them.",
          type: "array",
          items: { type: "string" }
        },
        tables: { type: "integer", minimum: 0 },
        columns: { type: "integer", minimum: 0 },
        unknowns: {
          description: "Parts that the repository alone doesn't decide; their objects are left out of the comparison.",
          type: "array",
          items: { $ref: "#/$defs/unknown" }
        }
      }
    },
    unknown: {
      type: "object",
      additionalProperties: false,
      required: ["reason", "object", "file", "line", "introduced"],
      properties: {
        reason: { type: "string" },
        object: {
          description: "The object that can't be read because of it; null when it can't be told.",
          anyOf: [{ type: "string" }, { type: "null" }]
        },
        file: { $ref: "#/$defs/file" },
        line: { $ref: "#/$defs/line" },
        introduced: {
          description: "False when base has it already: then it never blocks.",
          type: "boolean"
        }
      }
    },
    migrations: {
      description: "What was run of the migrations.",
      type: "object",
      additionalProperties: false,
      required: ["tool", "directory", "total", "applied", "new"],
      properties: {
        tool: { type: "string" },
        directory: { type: "string" },
        total: { description: "Migrations there are.", type: "integer", minimum: 0 },
        applied: {
          description: "Migrations that ran without an error.",
          type: "integer",
          minimum: 0
        },
        new: {
          description: "Files of the migrations that head has and base has not.",
          type: "array",
          items: { type: "string" }
        }
      }
    },
    driftItem: {
      type: "object",
      additionalProperties: false,
      required: ["op", "kind", "object", "reason", "weight", "introduced", "model", "sql"],
      properties: {
        op: {
          description: "What the missing migration would do to the object.",
          enum: ["create", "alter", "drop", "rename"]
        },
        kind: {
          description: "PostgreSQL's word: `table`, `column`, `foreign key`.",
          type: "string"
        },
        object: { description: "Readable name: `public.users.email`.", type: "string" },
        reason: { description: "In words: `type: varchar(80) \u2192 text`.", type: "string" },
        weight: {
          description: "`substance` changes what the database does; `form` only how it is named, ordered or written, and never blocks.",
          enum: ["substance", "form"]
        },
        introduced: {
          description: "True: head brought it. False: base has it already, and it doesn't block.",
          type: "boolean"
        },
        model: {
          description: "Where the model says so; null when no model does (a table that was removed).",
          anyOf: [{ $ref: "#/$defs/place" }, { type: "null" }]
        },
        sql: {
          description: "Statements that would mend this difference alone.",
          type: "array",
          items: { type: "string" }
        }
      }
    },
    rename: {
      description: "Something dropped and something added that may be one thing under a new name.",
      type: "object",
      additionalProperties: false,
      required: [
        "kind",
        "from",
        "to",
        "confidence",
        "introduced",
        "model",
        "rename",
        "dropAndAdd"
      ],
      properties: {
        kind: { description: "`column`, `table`, `enum value`.", type: "string" },
        from: {
          description: "As the migrations have it: `public.users.fullname`.",
          type: "string"
        },
        to: { description: "As the models have it: `public.users.name`.", type: "string" },
        confidence: {
          description: "How much speaks for it: structure, position and name.",
          type: "number",
          minimum: 0,
          maximum: 1
        },
        introduced: {
          description: "False when base has it already: then it never blocks.",
          type: "boolean"
        },
        model: {
          description: "Where the model declares it.",
          anyOf: [{ $ref: "#/$defs/place" }, { type: "null" }]
        },
        rename: { $ref: "#/$defs/renameVariant" },
        dropAndAdd: { $ref: "#/$defs/renameVariant" }
      }
    },
    renameVariant: {
      description: "One way to decide it.",
      type: "object",
      additionalProperties: false,
      required: ["statements", "proved", "problem", "tag", "config", "option"],
      properties: {
        statements: {
          description: "What it takes; empty where the plan for it isn't proved, or where it doesn't block.",
          type: "array",
          items: { type: "string" }
        },
        proved: { type: "boolean" },
        problem: {
          description: "What keeps the statements from being proved, or from running on tables that hold rows.",
          anyOf: [{ type: "string" }, { type: "null" }]
        },
        tag: { description: "The comment that says so on the model.", type: "string" },
        config: {
          description: "The line that says so under `renames` of plumbline.yml.",
          type: "string"
        },
        option: { description: "The option that says so for one run.", type: "string" }
      }
    },
    plan: {
      description: "The migration that is missing.",
      type: "object",
      additionalProperties: false,
      required: ["up", "down", "migrations", "proved", "file", "irreversible", "files"],
      properties: {
        up: {
          description: "Its statements, in order.",
          type: "array",
          items: { type: "string" }
        },
        down: {
          description: "The statements that undo it.",
          type: "array",
          items: { type: "string" }
        },
        migrations: {
          description: "`up` again, as the migrations that hold it: more than one where statements can't share a transaction.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["file", "statements", "transaction"],
            properties: {
              file: { description: "From the workspace's root.", type: "string" },
              statements: { type: "array", items: { type: "string" } },
              transaction: {
                description: "False where the statements can't run in a transaction.",
                type: "boolean"
              }
            }
          }
        },
        proved: {
          description: "True only when it was applied, read back and found to leave nothing, and `down` the same.",
          type: "boolean"
        },
        file: {
          description: "The file that `plumbline makemigrations` would write, the first of several; null when nothing is missing.",
          $ref: "#/$defs/file"
        },
        irreversible: {
          description: "What `down` can't bring back, in words.",
          type: "array",
          items: { type: "string" }
        },
        files: {
          description: "Every file that `plumbline makemigrations` would write or change for it, snapshots and journals too; none where part of the models can't be read, or nothing was proved.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["file", "source", "hunks"],
            properties: {
              file: { description: "From the workspace's root.", type: "string" },
              source: {
                description: "What the hunks start from: the file itself, one that it is much alike, or null for nothing.",
                $ref: "#/$defs/file"
              },
              hunks: {
                description: "Of a unified diff, from the first `@@` on, without a last line break; empty where it is the same as `source`.",
                type: "string"
              }
            }
          }
        }
      }
    },
    tracedMigration: {
      type: "object",
      additionalProperties: false,
      required: ["migration", "file", "statements"],
      properties: {
        migration: { description: "Its name.", type: "string" },
        file: { description: "From the workspace's root.", type: "string" },
        statements: { type: "array", items: { $ref: "#/$defs/tracedStatement" } }
      }
    },
    tracedStatement: {
      type: "object",
      additionalProperties: false,
      required: [
        "sql",
        "line",
        "ms",
        "locks",
        "scans",
        "rewrites",
        "builds",
        "drops",
        "rows",
        "error",
        "observed"
      ],
      properties: {
        sql: { type: "string" },
        line: { type: "integer", minimum: 1 },
        ms: {
          description: "Duration on the rehearsal's few rows.",
          type: "number",
          minimum: 0
        },
        locks: {
          description: "Locks it took, by relation the strongest that its transaction did not hold before.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["relation", "mode", "existed", "documented"],
            properties: {
              relation: { type: "string" },
              mode: {
                description: "As PostgreSQL's manual spells it: `ACCESS EXCLUSIVE`.",
                type: "string"
              },
              existed: {
                description: "Whether the relation is older than the new migrations.",
                type: "boolean"
              },
              documented: {
                description: "True where the manual says so and nothing could be seen, as the statement can't run in a transaction.",
                type: "boolean"
              }
            }
          }
        },
        scans: {
          description: "Relations read from beginning to end.",
          type: "array",
          items: { type: "string" }
        },
        rewrites: {
          description: "Tables whose rows were written anew.",
          type: "array",
          items: { type: "string" }
        },
        builds: {
          description: "Indexes built, or built anew.",
          type: "array",
          items: { type: "string" }
        },
        drops: {
          description: "What was dropped, with what went along.",
          type: "array",
          items: { type: "string" }
        },
        rows: {
          type: "object",
          additionalProperties: false,
          required: ["lost", "changed"],
          properties: {
            lost: {
              type: "array",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["table", "rows", "of"],
                properties: {
                  table: { type: "string" },
                  rows: { type: "integer", minimum: 1 },
                  of: { type: "integer", minimum: 1 }
                }
              }
            },
            changed: {
              type: "array",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["column", "values", "example"],
                properties: {
                  column: { type: "string" },
                  values: {
                    description: "How many values are others, or gone with their column.",
                    type: "integer",
                    minimum: 1
                  },
                  example: {
                    description: "One of them, before and after; null where the column is gone.",
                    anyOf: [
                      {
                        type: "array",
                        prefixItems: [
                          { type: ["string", "null"] },
                          { type: ["string", "null"] }
                        ],
                        minItems: 2,
                        maxItems: 2
                      },
                      { type: "null" }
                    ]
                  }
                }
              }
            }
          }
        },
        error: {
          description: "Its failure: on edge rows only (`depends on data`), on any row (`fails on rows`) or whatever the rows (`failed`).",
          anyOf: [
            {
              type: "object",
              additionalProperties: false,
              required: ["code", "message", "kind"],
              properties: {
                code: { description: "SQLSTATE.", type: "string" },
                message: { type: "string" },
                kind: { enum: ["depends on data", "fails on rows", "failed"] }
              }
            },
            { type: "null" }
          ]
        },
        observed: {
          description: "What keeps this from being the whole truth; null where all was observed.",
          anyOf: [{ type: "string" }, { type: "null" }]
        }
      }
    },
    finding: {
      type: "object",
      additionalProperties: false,
      required: ["rule", "severity", "hazard", "message", "file", "line"],
      properties: {
        rule: { description: "Kebab-case id of the rule; stable.", type: "string" },
        severity: { enum: ["error", "warning", "note"] },
        hazard: {
          description: "What could go wrong.",
          enum: [
            "data-loss",
            "rewrite",
            "lock",
            "failure",
            "incompatibility",
            "drift",
            "operations",
            "security",
            "design",
            "configuration",
            "unreadable"
          ]
        },
        message: { description: "What was found and what to do about it.", type: "string" },
        file: { $ref: "#/$defs/file" },
        line: { $ref: "#/$defs/line" },
        migration: {
          description: "The migration it is about, by name, where it is about one.",
          type: "string"
        },
        observed: {
          description: "What was seen while the migration was rehearsed, without what follows from it: `rewrites users and 4 indexes under ACCESS EXCLUSIVE`.",
          type: "string"
        },
        safe: {
          description: "Statements that do the same safely; empty where none are known.",
          type: "array",
          items: { type: "string" }
        },
        spans: {
          description: "Where it is there, `safe` takes the place of later statements too.",
          const: true
        }
      }
    },
    silencedFinding: {
      description: "A finding that somebody allowed, as it would weigh otherwise.",
      type: "object",
      additionalProperties: false,
      required: ["rule", "severity", "hazard", "message", "file", "line", "silenced"],
      properties: {
        rule: {
          $ref: "#/$defs/finding/properties/rule"
        },
        severity: {
          $ref: "#/$defs/finding/properties/severity"
        },
        hazard: {
          $ref: "#/$defs/finding/properties/hazard"
        },
        message: {
          $ref: "#/$defs/finding/properties/message"
        },
        file: {
          $ref: "#/$defs/finding/properties/file"
        },
        line: {
          $ref: "#/$defs/finding/properties/line"
        },
        migration: {
          $ref: "#/$defs/finding/properties/migration"
        },
        observed: {
          $ref: "#/$defs/finding/properties/observed"
        },
        safe: {
          $ref: "#/$defs/finding/properties/safe"
        },
        spans: {
          $ref: "#/$defs/finding/properties/spans"
        },
        silenced: {
          type: "object",
          additionalProperties: false,
          required: ["reason", "until", "file", "line"],
          properties: {
            reason: {
              description: "Why it does no harm, as whoever allowed it says.",
              type: "string"
            },
            until: {
              description: "The last day on which it is allowed, as `2027-01-31`, in UTC; null for always.",
              anyOf: [
                {
                  type: "string"
                },
                {
                  type: "null"
                }
              ]
            },
            file: {
              description: "Where that is said.",
              type: "string"
            },
            line: {
              type: "integer",
              minimum: 1
            }
          }
        }
      }
    }
  }
};

// src/github/received-report.ts
var MAX_REPORT_BYTES = 5 * 1024 * 1024;
var MAX_TEXT = 1e6;
var SHOWN = 200;
var PATHS = /* @__PURE__ */ new Set([
  ...["directory", "file", "files", "new", "root", "source"]
]);
function readReceivedReport(path) {
  const text = readText(path);
  if (typeof text !== "string") return text;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON" };
  }
  const problem = problemOf2(value);
  return problem === null ? { report: value } : { problem };
}
function readText(path) {
  let file;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { problem: missing ? "there is no such file" : "it is no file that can be read" };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: "it is no file that can be read" };
    if (stats.size > MAX_REPORT_BYTES) return { problem: "it is larger than 5 MB" };
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}
function problemOf2(value) {
  const version2 = z.object({ version: z.unknown() }).safeParse(value).data?.version;
  if (version2 !== REPORT_VERSION) {
    return `it is no report of version ${String(REPORT_VERSION)}: let both workflows use the same Plumbline`;
  }
  const issue = z.fromJSONSchema(documented()).safeParse(value).error?.issues[0];
  const path = issue === void 0 ? strayText(value, []) : issue.path.map(String);
  if (path === null) return null;
  return `it is not as schemas/report.schema.json says: ${place(path)}`;
}
function documented() {
  return withoutInnerReferences(report_schema_default);
}
function withoutInnerReferences(value) {
  if (Array.isArray(value)) return value.map(withoutInnerReferences);
  if (typeof value !== "object" || value === null) return value;
  const steps = "$ref" in value && typeof value.$ref === "string" ? value.$ref.split("/") : [];
  if (steps.length > 3) return withoutInnerReferences(innerPart(steps.slice(1)));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutInnerReferences(part)]));
}
function innerPart(keys) {
  let part = report_schema_default;
  for (const key of keys) {
    part = typeof part === "object" && part !== null ? Reflect.get(part, key) : void 0;
  }
  return part;
}
function strayText(value, path) {
  if (typeof value === "string") return isStray(value, path) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = key === "__proto__" ? [...path, key] : strayText(inner, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}
function isStray(text, path) {
  if (path.length === 1 && path[0] === "plumbline") return !/^\d[\w.+-]{0,39}$/.test(text);
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  if (PATHS.has(key)) return !isInside(text);
  return key !== "hunks" && text.length > MAX_TEXT;
}
function isInside(path) {
  if (path.length > 4096 || path.startsWith("/") || path.includes("\\")) return false;
  return !path.split("/").includes("..");
}
var place = (path) => path.length === 0 ? "as a whole" : `at ${clip(oneLine(path.join(".")), SHOWN)}`;

// src/github/comment-run.ts
var NOTHING = { report: null, comment: void 0 };
async function commentFor(run2, settings) {
  if (run2.event !== "pull_request") {
    core.info(`Nothing to comment on: that workflow ran on ${oneLine(run2.event)}.`);
    return NOTHING;
  }
  const received = readReceivedReport(settings.reportPath);
  if ("problem" in received) {
    core.warning(`No comment was written from ${settings.reportPath}: ${received.problem}.`);
    return NOTHING;
  }
  if (settings.token === "") {
    core.warning("No comment was written: there is no github-token.");
    return { report: received.report, comment: void 0 };
  }
  try {
    return await commentOnAll(run2, settings, received.report);
  } catch (error) {
    core.warning(
      `No comment was written: ${problemOfApi(error)}. The job needs \`permissions: pull-requests: write\`.`
    );
    return { report: received.report, comment: void 0 };
  }
}
async function commentOnAll(run2, settings, report) {
  const api = await openApi(settings.token);
  const pullRequests = await openPullRequestsAt(api, run2);
  if (pullRequests.length === 0) {
    core.info(
      `No open pull request has ${run2.sha} as its head: it was closed, or pushed to since.`
    );
  }
  let last;
  for (const pullRequest of pullRequests) {
    const comment = await commentOn(api, pullRequest, { run: run2, settings, report });
    const about = `#${pullRequest.number}:`;
    if (comment.problem === null) core.info(`${about} ${comment.url || "nothing to say"}`);
    else core.warning(`${about} ${comment.problem}`);
    if (comment.id !== "") last = comment;
  }
  return { report, comment: last };
}
async function commentOn(api, pullRequest, { run: run2, settings, report }) {
  const { repository: repository2, sha: sha2 } = run2;
  const { number, baseRef } = pullRequest;
  const configEdited = await editedConfig(api, pullRequest, { repository: repository2, settings });
  return publishComment({
    extra: { configEdited },
    report: described(report, baseRef),
    context: contextOf(run2, settings),
    settings,
    token: settings.token,
    event: {
      ...{ name: "workflow_run", repository: repository2, head: sha2, pullRequest: number },
      base: { ref: baseRef, sha: null },
      source: null,
      readOnlyToken: false
    }
  });
}
async function editedConfig(api, { number, baseSha }, { repository: repository2, settings }) {
  const changed = await changedFiles2(api, { repository: repository2, number });
  const paths = configPaths(settings);
  const own = paths.find((path) => changed.has(path));
  if (own !== void 0) return own;
  try {
    const linked2 = await linkedFrom(api, { repository: repository2, commit: baseSha }, paths);
    return linked2.find((path) => changed.has(path)) ?? null;
  } catch (error) {
    const why = `${problemOfApi(error)}. The job needs \`permissions: contents: read\` for that in a private repository`;
    core.info(`Whether the configuration is a link to a file that changed was not seen: ${why}.`);
    return null;
  }
}
function configPaths({ config, within }) {
  const names = config === null ? ["plumbline.yml", "plumbline.yaml"] : [config];
  return names.map((name) => posix2.join(within, name));
}
function described(report, baseRef) {
  return {
    ...report,
    head: { label: "working tree", commit: null },
    base: report.base === null ? null : { label: baseRef, commit: null }
  };
}
function contextOf({ repository: repository2, sha: sha2, id }, settings) {
  const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repositoryUrl = `${server}/${repository2}`;
  return {
    repositoryUrl,
    commit: sha2,
    prefix: settings.within === "" ? "" : `${settings.within}/`,
    runUrl: `${repositoryUrl}/actions/runs/${id}`,
    head: sha2,
    base: null,
    pageOf: (rule) => pageUrl(rule, version)
  };
}

// src/github/commit-message.ts
var HEADLINE_LENGTH = 100;
var TRAILER = /^Plumbline: (\S+) ([0-9a-f]{64})$/m;
function commitMessage(options) {
  const { subject, several, id, hash } = options;
  const usual = several ? "Add the missing migrations" : "Add the missing migration";
  return {
    headline: harmless(subject) || usual,
    body: `Made from the models and proved in a scratch database.

${trailerOf(id, hash)}`
  };
}
function isOurs2(message, id, hash) {
  const found = TRAILER.exec(message);
  return found !== null && found[0] === trailerOf(id, hash);
}
function trailerOf(id, hash) {
  const encoded = encodeURIComponent(wellFormed(id)).replaceAll("-", "%2D");
  return `Plumbline: ${encoded} ${hash}`;
}
function harmless(subject) {
  const [line = ""] = subject.trim().split(/[\r\n\u2028\u2029]/);
  const text = line.replaceAll(new RegExp("\\p{C}", "gu"), "").replaceAll(/https?:\/\//gi, "").replaceAll(/[@#]/g, "").replaceAll("://", " ").replaceAll(/\bGH-(?=\d)/gi, "GH ").replaceAll("[", "(").replaceAll("]", ")").trim().slice(0, HEADLINE_LENGTH);
  return wellFormed(text);
}

// src/github/commit-place.ts
function placeFor(request) {
  const { directory, prefix, head, base, files, directories } = request;
  const [atHead, atBase] = [head, base].map(
    (commit2) => resolveCommit(directory, commit2) === null ? null : listTree(directory, commit2)
  );
  if (!atHead || !atBase) {
    return unfit("the branch's head is not in this clone: give actions/checkout `fetch-depth: 2`");
  }
  const checked = listTree(directory, "HEAD");
  const folders = directories.map((folder) => `${prefix}${folder === "" ? "" : `${folder}/`}`);
  if (folders.some((folder) => isBehind(folder, { atHead, atBase, checked }))) {
    return { is: "behind" };
  }
  if (folders.some((folder) => isTouched(directory, folder))) {
    return unfit("a step before this one changed files among the migrations");
  }
  const strange = files.find(({ path, replaces }) => {
    const full = `${prefix}${path}`;
    const isNew = replaces === void 0;
    return !isInside2(full, folders) || !isRegular(full, { atHead, isNew });
  });
  return strange === void 0 ? { is: "fit" } : unfit(`${strange.path} is no regular file of the directory of migrations`);
}
var unfit = (why) => ({ is: "unfit", why });
function isBehind(folder, { atHead, atBase, checked }) {
  const inFolder = (tree) => [...tree].filter(([path]) => path.startsWith(folder));
  const differs = [...inFolder(checked), ...inFolder(atHead)].some(
    ([path]) => checked.get(path)?.id !== atHead.get(path)?.id
  );
  return differs || inFolder(atBase).some(([path]) => !atHead.has(path));
}
function isTouched(directory, folder) {
  const path = `:(top,literal)${folder}`;
  return git(directory, ["status", "--porcelain", "--", path])?.length !== 0;
}
function isInside2(path, folders) {
  const isPlain = path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  return isPlain && !/^\.git(?:hub)?\//i.test(path) && folders.some((folder) => path.startsWith(folder));
}
function isRegular(path, { atHead, isNew }) {
  const parts = path.split("/");
  const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
  if (above.some((one) => atHead.has(one))) return false;
  const entry = atHead.get(path);
  return isNew ? entry === void 0 : entry?.mode.startsWith("100") === true;
}

// src/github/commit-policy.ts
var withheld = (why) => ({ is: "withheld", why });
function whyNotAsked(event, proposal) {
  const { source } = event;
  if (source === null || event.name !== "pull_request") {
    return withheld(`commits are made on the event pull_request only, and this is ${event.name}`);
  }
  const where = whyNotFrom(source, event.repository);
  if (where !== null) return withheld(where);
  const [refusal] = proposal.refusals;
  return refusal === void 0 ? null : withheld(proposal.refusals.join("; "));
}
function whyNotFrom(source, repository2) {
  if (source.repository === null) return "the repository that it comes from is gone";
  if (source.repository !== repository2) return "its branch is in another repository";
  if (source.byDependabot) return "Dependabot's pull requests get a token that can only read";
  if (!source.open) return "the pull request is closed";
  return source.isDefaultBranch ? "its branch is the default one" : null;
}
function whyNotNow(state, wanted) {
  if (!state.open) return withheld("the pull request is closed");
  if (!state.branchExists) return withheld("its branch is deleted");
  if (state.inMergeQueue) return withheld("it is in the merge queue");
  if (state.headSha !== wanted.head) return { is: "stale" };
  if (!isOurs2(state.message, wanted.id, wanted.hash)) return null;
  return {
    is: "failed",
    why: "The newest commit is ours and holds this very migration, and yet it is missing: a second one would not help. See whether the file is where the migrations are read from."
  };
}

// src/github/commit.ts
var DEFAULT_TOKEN_LOGIN = "github-actions[bot]";
async function commitMigrations(request) {
  const { proposal, event, settings } = request;
  const { source, head, pullRequest } = event;
  const refused = whyNotAsked(event, proposal);
  if (refused !== null) return refused;
  if (source === null || head === null || pullRequest === null || request.base === null) {
    return { is: "withheld", why: "there is no base to compare with" };
  }
  const prefix = prefixOf(settings.directory) ?? "";
  const { directory } = settings;
  const place2 = placeFor({ ...proposal, directory, prefix, head, base: request.base });
  if (place2.is === "behind") {
    return { is: "withheld", why: "base has migrations that this branch lacks", behind: true };
  }
  if (place2.is === "unfit") return { is: "withheld", why: place2.why };
  if (settings.commitToken === "") return failed("there is neither commit-token nor github-token");
  return commit(request, { source, head, pullRequest, prefix });
}
async function commit(request, target) {
  const { proposal, event, settings } = request;
  const { head, pullRequest } = target;
  const reader = settings.token === "" ? settings.commitToken : settings.token;
  const [owner = "", repo = ""] = event.repository.split("/");
  let checksWait;
  try {
    const found = await stateOf(await openApi(reader), { owner, repo, number: pullRequest });
    const wanted = { head, id: settings.commentId, hash: proposal.hash };
    const refused = whyNotNow(found.state, wanted);
    if (refused !== null) return refused;
    checksWait = reader === settings.commitToken && found.login === DEFAULT_TOKEN_LOGIN;
  } catch (error) {
    return outcomeOf(error, "pull-requests: write");
  }
  try {
    const { sha: sha2, files } = await write(await openApi(settings.commitToken), request, target);
    return { is: "committed", sha: sha2, files, checksWait };
  } catch (error) {
    return outcomeOf(error, "contents: write");
  }
}
async function write(api, { proposal, event, settings }, { source, head, prefix }) {
  const files = proposal.files.map(({ path }) => `${prefix}${path}`);
  const input = {
    branch: { repositoryNameWithOwner: event.repository, branchName: source.branch },
    expectedHeadOid: head,
    message: commitMessage({
      subject: settings.commitMessage,
      several: files.filter((file) => file.endsWith(".sql")).length > 1,
      id: settings.commentId,
      hash: proposal.hash
    }),
    fileChanges: {
      additions: proposal.files.map(({ content }, index) => ({
        path: files[index],
        contents: Buffer.from(content).toString("base64")
      }))
    }
  };
  const made = await api.graphql(COMMIT_MUTATION, { input });
  return { sha: made.createCommitOnBranch.commit.oid, files };
}
var STATE_QUERY = `
  query plumblineBranch($owner: String!, $repo: String!, $number: Int!) {
    viewer { login }
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        state
        headRefOid
        isInMergeQueue
        headRef { name }
        commits(last: 1) { nodes { commit { message } } }
      }
    }
  }`;
var COMMIT_MUTATION = `
  mutation plumblineCommit($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;
async function stateOf(api, target) {
  const { viewer, repository: repository2 } = await api.graphql(STATE_QUERY, target);
  const { state, headRefOid, isInMergeQueue, headRef, commits } = repository2.pullRequest;
  return {
    login: viewer.login,
    state: {
      open: state === "OPEN",
      headSha: headRefOid,
      branchExists: headRef !== null,
      inMergeQueue: isInMergeQueue,
      message: commits.nodes.at(-1)?.commit.message ?? ""
    }
  };
}
function outcomeOf(error, permission) {
  const message = problemOfApi(error);
  if (/expected branch to point to|stale_data/i.test(message)) return { is: "stale" };
  if (/resource not accessible by/i.test(message)) {
    return failed(
      `the token may not. Give the job \`permissions: ${permission}\`, or pass the token of a GitHub App as \`commit-token\``
    );
  }
  return failed(message);
}
var failed = (why) => ({
  is: "failed",
  why: `The missing migration was not committed: ${why}.`
});

// src/github/editor-link.ts
var LONGEST = 7500;
function editorLink(source, {
  files,
  prefix,
  serverUrl
}) {
  const [file, ...others] = files;
  if (file === void 0 || others.length > 0 || file.replaces !== void 0) return null;
  if (source.repository === null) return null;
  const filled = new URLSearchParams({ filename: `${prefix}${file.path}`, value: file.content });
  const link = `${serverUrl.replace(/\/+$/, "")}/${source.repository}/new/${urlPath(source.branch)}?${filled.toString()}`;
  return link.length > LONGEST ? null : link;
}

// src/github/commit-run.ts
async function commitStep(request) {
  const { proposal, event, settings } = request;
  if (settings.commit === "never" || proposal === null || event.pullRequest === null) {
    return { outcome: null, extra: linkFor(request) };
  }
  const outcome = await commitMigrations({ ...request, proposal });
  const isFree = outcome.is === "withheld" && outcome.behind !== true;
  const link = isFree && proposal.refusals.length === 0 ? linkFor(request) : {};
  return { outcome, extra: { ...extraOf(outcome), ...link } };
}
function extraOf(outcome) {
  switch (outcome.is) {
    case "committed":
      return { committed: outcome };
    case "withheld":
      return outcome.behind === true ? { updateBranchFirst: true } : { notCommitted: outcome.why };
    case "failed":
      return { notCommitted: outcome.why };
    case "stale":
      return {};
  }
}
function linkFor({ event, report, prefix, serverUrl }) {
  const { source } = event;
  const file = onlyNewFile(report);
  if (source?.open !== true || file === null) return {};
  return { editorLink: editorLink(source, { files: [file], prefix, serverUrl }) };
}
function tellingOf(outcome) {
  switch (outcome?.is) {
    case "committed": {
      const text = `The missing migration was committed in ${outcome.sha}. This run is about the commit before it.`;
      return outcome.checksWait ? {
        level: "warning",
        text: `${text} GitHub starts no checks for it, for the workflow's own token made it: approve them on the pull request, or give \`commit-token\` the token of a GitHub App.`
      } : { level: "notice", text };
    }
    case "withheld": {
      const why = outcome.behind === true ? `${outcome.why}: update the branch first` : outcome.why;
      return { level: "notice", text: `The missing migration was not committed: ${why}.` };
    }
    case "stale":
      return {
        level: "notice",
        text: "The missing migration was not committed: the branch has a newer commit, whose own run will."
      };
    default:
      return null;
  }
}

// src/github/config-edit.ts
import { posix as posix3 } from "node:path";
function editedConfig2(where, config) {
  const { directory, base, head = null } = where;
  if (base === null) return null;
  const names = config === null ? ["plumbline.yml", "plumbline.yaml"] : [config];
  const prefix = prefixWithin(where);
  const from = mergeBase(directory, base, head?.ref ?? "HEAD") ?? base;
  const found = git(directory, [
    ...["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-relative"],
    ...["--end-of-options", from, ...head === null ? [] : [head.ref], "--"],
    ...names.flatMap((name) => linked(directory, from, `${prefix}${name}`)).map((path) => `:(top,literal)${path}`)
  ]);
  const [first = ""] = (found ?? Buffer.of()).toString("utf8").split("\0");
  return first === "" ? null : first;
}
var LINKS_MOST2 = 5;
function linked(directory, base, path) {
  const paths = [path];
  for (let at = path; paths.length <= LINKS_MOST2; paths.push(at)) {
    const entry = git(directory, ["ls-tree", "--full-tree", base, "--", `:(literal)${at}`]);
    const [, id] = /^120000 blob (\S+)/.exec(entry?.toString("utf8") ?? "") ?? [];
    const target = id === void 0 ? null : git(directory, ["cat-file", "blob", id]);
    if (target === null) break;
    at = posix3.join(posix3.dirname(at), target.toString("utf8"));
    if (at.startsWith("../")) break;
  }
  return paths;
}
function prefixWithin({ directory, head = null }) {
  if (head === null) return prefixOf(directory) ?? "";
  return head.within === "" ? "" : `${head.within}/`;
}

// src/github/event.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { z as z2 } from "./vendor/zod.js";
var sha = z2.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
var repository = z2.object({ full_name: z2.string(), default_branch: z2.string().optional() });
var pullRequestPayload = z2.object({
  repository,
  pull_request: z2.object({
    number: z2.int().positive(),
    state: z2.string().optional(),
    user: z2.object({ login: z2.string() }).nullish(),
    base: z2.object({ ref: z2.string(), sha }),
    head: z2.object({ ref: z2.string(), sha, repo: z2.object({ full_name: z2.string() }).nullish() })
  })
});
var mergeGroupPayload = z2.object({
  repository,
  merge_group: z2.object({ base_sha: sha, base_ref: z2.string(), head_sha: sha })
});
var workflowRunPayload = z2.object({
  repository,
  workflow_run: z2.object({
    id: z2.int().positive(),
    event: z2.string(),
    head_sha: sha,
    head_branch: z2.string().nullish()
  })
});
var pushPayload = z2.object({ repository, before: sha, after: sha });
var otherPayload = z2.object({ repository: repository.optional() });
function readFinishedRun(env) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (name !== "workflow_run") {
    throw new UsageError(`mode: comment is for the event workflow_run, and this is ${name}`);
  }
  const payload = parse(workflowRunPayload, readPayload(env["GITHUB_EVENT_PATH"]), name);
  const { id, event, head_sha: head, head_branch: branch = null } = payload.workflow_run;
  return { id, repository: payload.repository.full_name, event, sha: head, branch };
}
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
  const { number, base, head, user, state = "open" } = payload.pull_request;
  const repositoryName = payload.repository.full_name;
  const from = head.repo?.full_name ?? null;
  const byDependabot = user?.login === "dependabot[bot]";
  return {
    name,
    repository: repositoryName,
    base,
    head: head.sha,
    pullRequest: number,
    source: {
      branch: head.ref,
      repository: from,
      open: state === "open",
      byDependabot,
      isDefaultBranch: from === repositoryName && head.ref === payload.repository.default_branch
    },
    readOnlyToken: name === "pull_request" && (from !== repositoryName || byDependabot)
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
    source: null,
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
    source: null,
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
    source: null,
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
    return JSON.parse(readFileSync2(path, "utf8"));
  } catch (error) {
    throw new EnvironmentError(
      `the event in GITHUB_EVENT_PATH can't be read: ${messageOf(error)}`,
      "The runner writes this file; run the action in a workflow.",
      { cause: error }
    );
  }
}
function parse(schema, payload, name) {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  throw new EnvironmentError(
    `the payload of this ${name} event is not as GitHub documents it:
${z2.prettifyError(result.error)}`,
    "If it comes from GitHub, please report it."
  );
}

// src/github/git-fetch.ts
import { spawnSync } from "node:child_process";
var TIMEOUT_MS = 12e4;
var ALWAYS = ["--quiet", "--no-tags", "--no-recurse-submodules"];
function fetchCommits({ directory, from, wanted, options, env }) {
  const result = spawnSync(
    "git",
    [
      ...["-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0", "-c", "maintenance.auto=false"],
      ...["fetch", ...ALWAYS, ...options, "--end-of-options", from, wanted]
    ],
    {
      cwd: directory,
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", ...env },
      stdio: "ignore",
      timeout: TIMEOUT_MS
    }
  );
  return result.status === 0;
}
function isFetchable(directory, wanted) {
  if (wanted.startsWith("-")) return false;
  if (git(directory, ["check-ref-format", "--allow-onelevel", wanted]) !== null) return true;
  requireGit();
  return false;
}
function credentialsFor(address, { token, serverUrl }) {
  const server = `${serverUrl.replace(/\/+$/, "")}/`;
  if (token === "" || !address.startsWith(server)) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`
  };
}
function parentsOf(directory, commit2) {
  const text = git(directory, ["cat-file", "commit", commit2])?.toString("utf8") ?? "";
  const header = text.split("\n\n", 1)[0] ?? "";
  return Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id = ""]) => id);
}

// src/github/head-lines.ts
function linesAtHead(request) {
  const { directory, commit: commit2, head } = request;
  if (commit2 === head || parentsOf(directory, commit2)[1] !== head) return null;
  let there;
  const files = /* @__PURE__ */ new Map();
  return (file, line) => {
    there ??= isThere(request);
    if (!there) return null;
    if (!files.has(file)) files.set(file, hunksOf(request, file));
    const hunks = files.get(file) ?? null;
    return hunks === null ? null : lineAfter(hunks, line);
  };
}
function isThere({ directory, head, ...request }) {
  if (resolveCommit(directory, head) !== null) return true;
  if (!isFetchable(directory, head)) return false;
  const remote = git(directory, ["remote", "get-url", "origin"])?.toString("utf8").trim() ?? "";
  if (remote === "") return false;
  return fetchCommits({
    ...{ directory, from: "origin", wanted: head },
    options: isShallow(directory) ? ["--depth=1"] : [],
    env: credentialsFor(remote, request)
  });
}
var DIFF = ["diff", "--unified=0", "--no-renames", "--no-ext-diff", "--no-textconv"];
function hunksOf({ directory, commit: commit2, head }, file) {
  const type = git(directory, ["cat-file", "-t", `${head}:${file}`])?.toString("utf8").trim();
  if (type !== "blob") return null;
  const diff = git(directory, [
    ...[...DIFF, "--no-color", "--no-relative", "--end-of-options"],
    ...[commit2, head, "--", `:(top,literal)${file}`]
  ]);
  if (diff === null) return null;
  const headers = diff.toString("utf8").matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm);
  return Array.from(headers, ([, from, removed = "1", to, added = "1"]) => ({
    before: { start: Number(from), count: Number(removed) },
    after: { start: Number(to), count: Number(added) }
  }));
}
function lineAfter(hunks, line) {
  let shift = 0;
  for (const { before, after } of hunks) {
    const isBefore = before.count === 0 ? line <= before.start : line < before.start;
    if (isBefore) break;
    if (line < before.start + before.count) {
      const inside = Math.min(line - before.start, Math.max(after.count - 1, 0));
      return Math.max(after.start + inside, 1);
    }
    shift += after.count - before.count;
  }
  return line + shift;
}

// src/github/inputs.ts
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

// src/github/unknown-inputs.ts
var OTHER_NAMES = {
  token: "github-token",
  "repo-token": "github-token",
  path: "working-directory",
  directory: "working-directory",
  base: "base-ref",
  timeout: "timeout-seconds"
};
function unknownInputs(env, known) {
  const names = Object.entries(env).filter(([name, value]) => name.startsWith("INPUT_") && value?.trim() !== "").map(([name]) => name.slice("INPUT_".length).toLowerCase());
  return names.filter((name) => !known.includes(name)).map((name) => `${name}: there is no such input; did you mean ${meantBy(name, known)}?`);
}
function meantBy(name, known) {
  const dashed = name.replaceAll(/[_ ]/g, "-");
  const [nearest = ""] = known.toSorted(
    (a, b) => likenessOfNames(b, dashed) - likenessOfNames(a, dashed)
  );
  return known.includes(dashed) ? dashed : OTHER_NAMES[dashed] ?? nearest;
}

// src/github/inputs.ts
var inputs = {
  mode: "`check` (default), or `comment`: on the event `workflow_run`, comment on the pull request from the report of the run that ended, which `report-path` names",
  "github-token": "Token that reads the pull request and writes the comment: needs `pull-requests: write`",
  config: "Path of plumbline.yml (default: plumbline.yml in the working directory)",
  "working-directory": "Directory that is checked (default: the workspace)",
  project: "Check only these projects: ids, separated by commas or line breaks (default: all)",
  renames: "Renames that nobody wrote down yet, one a line: `users.fullname=users.name`, or `users.legacy=` where it is dropped",
  "fail-on": "What fails the step: any of `drift`, `inherited` (drift that base has), `unsafe` and `warning`, or `none` (default: `drift, unsafe`, or what plumbline.yml says). A check that gives no answer always fails",
  comment: "When to comment on the pull request: `on-change` (default: when there is something to say, then kept up to date), `always`, `on-failure` or `never`",
  commit: "Whether the missing migration is committed to the branch of the pull request: `never` (default) or `same-repo` (never to forks). Needs `contents: write`, or a commit-token",
  "commit-token": "Token of a GitHub App for that commit, so that its checks run by themselves (default: `github-token`, whose commits' checks wait for a person)",
  "commit-message": "Subject of that commit (default: `Add the missing migration`)",
  suggestions: "Whether to suggest the safe form of a statement in review comments, where it can take its place: `true` or `false` (default)",
  "base-ref": "Commit, branch or tag to compare with (default: what the event says the change goes into)",
  "report-path": "Where to write the JSON report (default: in the temporary directory of the job); with `mode: comment` the report to read",
  "sarif-path": "Where to write SARIF for github/codeql-action/upload-sarif (default: nowhere)",
  reports: `More files, one a line: \`junit=reports/plumbline.xml\`. The formats: ${formatNames.join(", ")}`,
  "timeout-seconds": "Time limit for the whole check (default: 300)"
};
var outputs = {
  status: "`ok`, `drift`, `unsafe`, `error`, or `skipped`: nothing that models or migrations are made of changed, or a newer commit has a run of its own",
  drift: "`true` when a migration is missing that this change needs",
  unsafe: "`true` when a step of the new migrations is unsafe",
  "changes-count": "Number of changes that no migration makes",
  "findings-count": "Number of errors and warnings",
  projects: "JSON list of the projects: id, root, status, changes, migration-file",
  "report-path": "Path of the JSON report; empty when it could not be written",
  "sarif-path": "Path of the SARIF file; empty when there is none",
  "patch-path": "Path of the missing migrations as a patch, for `git apply` at the root of the repository; empty where nothing is missing",
  "comment-id": "Id of the comment on the pull request; empty when there is none",
  "comment-url": "Address of that comment; empty when there is none",
  committed: "`true` when the missing migration was committed",
  "commit-sha": "That commit; empty when there is none",
  "migration-files": "JSON list of the files of the missing migrations, from the root of the repository: what was committed, else the SQL",
  "migration-file": "File that `plumbline makemigrations` would write for the first project that lacks one"
};
var MODE = ["check", "comment"];
var COMMIT = ["never", "same-repo"];
var SUGGESTIONS = ["false", "true"];
var COMMENT = ["on-change", "always", "on-failure", "never"];
function readInputs(env) {
  const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
  const problems = [...unknownInputs(env, Object.keys(inputs))];
  const workspace = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const workingDirectory = input("working-directory");
  const projects = input("project").split(/[\n,]/).map((id) => id.trim());
  const mode = oneOf(MODE, { name: "mode", value: input("mode") }, problems);
  if (mode === "comment") problems.push(...idleInputs(input));
  const within = withinOf(workspace, workingDirectory, problems);
  if (mode === "check" && env["GITHUB_EVENT_NAME"] !== "pull_request_target") {
    requireDirectory(workspace, within, problems);
  }
  const reportPath = input("report-path") || defaultReportPath(env);
  const settings = {
    mode,
    token: input("github-token"),
    config: input("config") || null,
    workspace,
    directory: resolve(workspace, within),
    within,
    projects: projects.filter((id) => id !== ""),
    renames: renamesIn(input("renames"), problems),
    failOn: failOnIn(input("fail-on"), problems),
    comment: oneOf(COMMENT, { name: "comment", value: input("comment") }, problems),
    commit: oneOf(COMMIT, { name: "commit", value: input("commit") }, problems),
    commitToken: input("commit-token") || input("github-token"),
    commitMessage: input("commit-message"),
    suggestions: oneOf(SUGGESTIONS, { name: "suggestions", value: input("suggestions") }, problems) === "true",
    baseRef: input("base-ref") || null,
    reports: [
      { format: "json", path: reportPath },
      ...input("sarif-path") === "" ? [] : [{ format: "sarif", path: input("sarif-path") }],
      ...reportsIn(input("reports"), problems),
      { format: "patch", path: join(temporaryOf(env), "plumbline.patch") }
    ].map(({ format, path }) => ({
      format,
      path: resolve(workspace, path),
      within: isAbsolute(path) ? null : workspace
    })),
    reportPath: resolve(workspace, reportPath),
    deadlineMs: seconds(input("timeout-seconds"), problems) * 1e3,
    commentId: [workingDirectory, ...projects].filter((part) => part !== "").join(" ") || "default"
  };
  if (problems.length > 0) throw new UsageError(problems);
  return settings;
}
function failOnIn(text, problems) {
  const names = text === "" ? null : failOnOf(text);
  if (typeof names !== "string") return names;
  problems.push(`fail-on: ${names}`);
  return null;
}
function renamesIn(text, problems) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").flatMap((line) => {
    const rename = renameOfOption(line, "renames:");
    if (rename === null) problems.push(describeOption(line, "renames:"));
    return rename ?? [];
  });
}
function reportsIn(text, problems) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").flatMap((line) => {
    const file = reportFileOf(line);
    if (typeof file !== "string") return file;
    problems.push(`reports: ${line}: ${file}`);
    return [];
  });
}
var temporaryOf = (env) => env["RUNNER_TEMP"] ?? tmpdir();
function defaultReportPath(env) {
  return join(temporaryOf(env), "plumbline-report.json");
}
function withinOf(workspace, path, problems) {
  const way = relative(workspace, resolve(workspace, path));
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) {
    return way.split(sep).join("/");
  }
  problems.push(`working-directory: ${path} lies outside of the workspace`);
  return "";
}
function requireDirectory(workspace, within, problems) {
  const directory = resolve(workspace, within);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  problems.push(
    within === "" ? `the workspace ${workspace} does not exist: run actions/checkout first` : `working-directory: ${within} is no directory of the workspace`
  );
}
var OF_COMMENT = /* @__PURE__ */ new Set([
  "mode",
  "config",
  "github-token",
  "working-directory",
  "project",
  "comment",
  "report-path"
]);
function idleInputs(input) {
  const names = Object.keys(inputs);
  const idle = names.filter((name) => !OF_COMMENT.has(name) && input(name) !== "");
  const missing = input("report-path") === "" ? ["report-path: mode: comment reads a report"] : [];
  return [...idle.map((name) => `${name}: has no effect with mode: comment`), ...missing];
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
  if (report.status === "error") return [verdictOf(report), ...errorsOf(report)].join("\n");
  const [first = "", ...others] = failuresOf(report, failOn);
  if (first === "") return null;
  const reasons = [first.charAt(0).toUpperCase() + first.slice(1), ...others].join("; ");
  return `${reasons}. ${adviceFor(report)}`;
}
function outputsOf(report, run2) {
  const changes = report.projects.flatMap((project) => groupDrift(project.drift).blocking).length;
  const findings = allFindings(report).filter(({ severity }) => severity !== "note");
  const files = report.projects.flatMap(({ plan }) => plan.file ?? []);
  const commit2 = run2.commit?.is === "committed" ? run2.commit : null;
  const planned = report.projects.flatMap(({ plan }) => plan.migrations).map(({ file }) => `${run2.prefix ?? ""}${file}`);
  return {
    status: isSkipped(report) ? "skipped" : report.status,
    drift: String(changes > 0),
    unsafe: String(allFindings(report).some((finding) => statusOfFinding(finding) === "unsafe")),
    "changes-count": String(changes),
    "findings-count": String(findings.length),
    projects: JSON.stringify(report.projects.map(summaryOf)),
    "report-path": run2.written.json ?? "",
    "sarif-path": run2.written.sarif ?? "",
    "patch-path": patchPath(report, run2.written),
    "comment-id": run2.comment?.id ?? "",
    "comment-url": run2.comment?.url ?? "",
    committed: String(commit2 !== null),
    "commit-sha": commit2?.sha ?? "",
    "migration-files": JSON.stringify(commit2?.files ?? planned),
    "migration-file": files[0] ?? ""
  };
}
function patchPath({ projects }, { patch = "" }) {
  return projects.some(({ plan }) => plan.files.length > 0) ? patch : "";
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
var MOST_ERRORS = 20;
function errorsOf(report) {
  const errors = allFindings(report).filter(({ severity }) => severity === "error");
  const left = errors.length - MOST_ERRORS;
  const lines = errors.slice(0, MOST_ERRORS).map(({ file, line, message }) => {
    const place2 = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
    return `${place2}${message}`;
  });
  return left <= 0 ? lines : [...lines, `and ${count(left, "more error")}: the job summary tells all.`];
}

// src/github/diff-lines.ts
function linesOfPatch(patch) {
  const lines = /* @__PURE__ */ new Map();
  let hunk = 0;
  let next = 0;
  let left = 0;
  for (const line of patch.split("\n")) {
    const [, start, count2 = "1"] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (left === 0 && start !== void 0) {
      hunk += 1;
      next = Number(start);
      left = Number(count2);
    } else if (left > 0 && /^[+ ]/.test(line)) {
      lines.set(next, { text: line.slice(1), hunk });
      next += 1;
      left -= 1;
    }
  }
  return lines;
}

// src/github/suggestions.ts
import { createHash } from "node:crypto";
var LONGEST2 = 5e4;
var BODY_LENGTH = 65e3;
var MESSAGE_LENGTH = 2e3;
var ELSEWHERE = /^--|\bconcurrently\b/i;
var BREAKPOINT = "--> statement-breakpoint";
function replacementsOf(request) {
  const all = request.report.projects.flatMap((project) => replacementsIn(project, request.prefix));
  const worst = all.toSorted((a, b) => weightOf(a) - weightOf(b));
  const byPlace = new Map(worst.toReversed().map((one) => [placeOf(one), one]));
  return worst.filter((one) => byPlace.get(placeOf(one)) === one);
}
var placeOf = ({ path, line }) => `${String(line)} ${path}`;
var weightOf = ({ finding }) => ["error", "warning", "note"].indexOf(finding.severity);
function replacementsIn(project, prefix) {
  return project.findings.flatMap((finding) => {
    const { file, line, spans, safe = [] } = finding;
    if (file === null || line === null || spans === true || !canStandInPlace(safe)) return [];
    const statements = project.trace.filter((migration) => migration.file === file).flatMap((migration) => migration.statements).filter((statement2) => statement2.line === line);
    const [statement, ...others] = statements;
    if (statement === void 0 || others.length > 0) return [];
    const path = `${prefix}${file}`;
    const sql = bare(statement.sql);
    const fingerprint = fingerprintOf([path, sql, ...safe]);
    return [{ ...{ finding, path, line, sql, safe, fingerprint } }];
  });
}
function canStandInPlace(safe) {
  return safe.length > 0 && safe.join("\n").length <= LONGEST2 && safe.every((sql) => !ELSEWHERE.test(sql) && sql === manyLines(wellFormed(sql)));
}
var bare = (sql) => sql.trim().replace(/;$/, "").trimEnd();
var fingerprintOf = (parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
function suggestionAt(replacement, lines, commentId) {
  const { path, line: startLine, sql, safe, finding, fingerprint } = replacement;
  const line = startLine + sql.split("\n").length - 1;
  const first = lines.get(startLine);
  const held = Array.from({ length: line - startLine + 1 }, (_, at) => lines.get(startLine + at));
  if (first === void 0 || held.some((one) => one?.hunk !== first.hunk)) return null;
  const text = held.map((one) => one?.text ?? "").join("\n");
  const rest = text.trimStart().replaceAll("\r", "");
  if (!rest.startsWith(sql)) return null;
  const end = new RegExp(`^\\s*;?\\s*(${BREAKPOINT})?\\s*$`).exec(rest.slice(sql.length));
  if (end === null) return null;
  const usesBreakpoints = [...lines.values()].some((one) => one.text.includes(BREAKPOINT));
  const between = usesBreakpoints ? `${BREAKPOINT}
` : "\n";
  const block = fenced(`${safe.join(between)}${end[1] ?? ""}`, "suggestion");
  const message = prose(clip(finding.message, MESSAGE_LENGTH));
  const marker = markerFor(commentId, fingerprint);
  const body = `${marker}
${code(finding.rule)}: ${message}

${block}`;
  return body.length > BODY_LENGTH ? null : { path, startLine, line, body, fingerprint };
}
function markerFor(commentId, fingerprint) {
  return `<!-- plumbline-suggestion v1 id=${encodeURIComponent(wellFormed(commentId))} ${fingerprint} -->`;
}
function fingerprintIn(body, commentId) {
  const first = body.split(/\r?\n/, 1)[0] ?? "";
  const fingerprint = / ([0-9a-f]{24}) -->$/.exec(first)?.[1];
  if (fingerprint === void 0) return null;
  return first === markerFor(commentId, fingerprint) ? fingerprint : null;
}

// src/github/review.ts
var NOTHING2 = { told: null };
var NO_LINES = /* @__PURE__ */ new Map();
var MOST = 20;
var PAGE = 100;
var MOST_FILES = 3e3;
async function suggest(request) {
  const { event, token } = request;
  if (event.pullRequest === null || event.readOnlyToken || token === "") return NOTHING2;
  if (request.report.status === "error") return NOTHING2;
  const [owner = "", repo = ""] = event.repository.split("/");
  const target = { owner, repo, number: event.pullRequest };
  let reviewed = NOTHING2;
  const problem = await problemOf3(
    "suggested",
    openApi(token).then(async (api) => {
      reviewed = await review(api, request, target);
    })
  );
  return problem === null ? reviewed : { problem };
}
async function review(api, request, target) {
  const { commentId, event } = request;
  const { headSha, open, threads } = await findThreads(api, target);
  if (event.head === null || headSha !== event.head || !open) return NOTHING2;
  const ours = threads.flatMap(({ id, isResolved, comments }) => {
    const [first] = comments.nodes;
    const fingerprint = first?.viewerDidAuthor ? fingerprintIn(first.body, commentId) : null;
    return fingerprint === null ? [] : { id, isResolved, fingerprint };
  });
  const said = new Set(ours.map(({ fingerprint }) => fingerprint));
  const wanted = replacementsOf(request);
  const still = new Set(wanted.map(({ fingerprint }) => fingerprint));
  const done = ours.filter(({ isResolved, fingerprint }) => !isResolved && !still.has(fingerprint));
  const fresh = wanted.filter(({ fingerprint }) => !said.has(fingerprint));
  const files = await changedLines(api, target, fresh);
  const suggestions = fresh.flatMap((one) => suggestionAt(one, files.get(one.path) ?? NO_LINES, commentId) ?? []).slice(0, MOST);
  const problems = [
    await problemOf3("suggested", post(api, { target, commit: event.head, suggestions })),
    await problemOf3("resolved", resolve2(api, done))
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return { problem: problems.join("\n") };
  const [added, gone] = [suggestions.length, done.length];
  const told = `Suggestions on the pull request: ${String(added)} new, ${String(gone)} resolved.`;
  return { told: added + gone === 0 ? null : told };
}
async function problemOf3(what, work) {
  try {
    await work;
    return null;
  } catch (error) {
    const message = problemOfApi(error);
    const why = /resource not accessible by/i.test(message) ? "the token may only read. Give the job `permissions: pull-requests: write`." : message;
    return `No changes were ${what}, the verdict stands: ${why}`;
  }
}
var THREADS_QUERY = `
  query plumblineThreads($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        state
        reviewThreads(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            isResolved
            comments(first: 1) { nodes { body viewerDidAuthor } }
          }
        }
      }
    }
  }`;
async function findThreads(api, target) {
  const threads = [];
  let now = { headSha: "", open: false };
  const question = {
    ...{ query: THREADS_QUERY, variables: { ...target } },
    listIn: ({ repository: repository2 }) => repository2.pullRequest.reviewThreads
  };
  for await (const { repository: repository2 } of pagesOf(api, question)) {
    const { headRefOid: headSha, state, reviewThreads } = repository2.pullRequest;
    threads.push(...reviewThreads.nodes);
    now = { headSha, open: state === "OPEN" };
  }
  return { threads, ...now };
}
async function changedLines(api, { owner, repo, number }, wanted) {
  const missing = new Set(wanted.map(({ path }) => path));
  const found = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_FILES / PAGE && missing.size > 0; page += 1) {
    const asked = { owner, repo, pull_number: number, per_page: PAGE, page };
    const { data } = await api.rest.pulls.listFiles(asked);
    for (const { filename, patch } of data) {
      if (missing.delete(filename) && patch !== void 0) found.set(filename, linesOfPatch(patch));
    }
    if (data.length < PAGE) break;
  }
  return found;
}
async function post(api, review2) {
  const { target, commit: commit2, suggestions } = review2;
  if (suggestions.length === 0) return;
  const { owner, repo, number } = target;
  await api.rest.pulls.createReview({
    ...{ owner, repo, pull_number: number, commit_id: commit2, event: "COMMENT" },
    body: `Plumbline suggests another form of ${suggestions.length === 1 ? "a statement" : `${String(suggestions.length)} statements`}.`,
    comments: suggestions.map(({ path, startLine, line, body }) => ({
      ...{ path, body, line, side: "RIGHT" },
      ...startLine === line ? {} : { start_line: startLine, start_side: "RIGHT" }
    }))
  });
}
async function resolve2(api, threads) {
  if (threads.length === 0) return;
  const names = threads.map((_thread, index) => `t${String(index)}`);
  const fields = names.map(
    (name) => `${name}: resolveReviewThread(input: { threadId: $${name} }) { clientMutationId }`
  );
  const parameters = names.map((name) => `$${name}: ID!`).join(", ");
  await api.graphql(
    `mutation plumblineResolve(${parameters}) {
${fields.join("\n")}
}`,
    Object.fromEntries(names.map((name, index) => [name, threads[index]?.id]))
  );
}

// src/github/base.ts
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
function mergedBase(directory, event) {
  if (event.pullRequest === null) return null;
  const [first, second] = parentsOf(directory, "HEAD");
  if (second !== void 0 && second === event.head) return first ?? null;
  refuseBase(directory, event);
  return null;
}
function refuseBase(directory, event) {
  const head = resolveCommit(directory, "HEAD");
  if (head === event.head || head !== event.base?.sha) return;
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
  const remote = git(directory, ["remote", "get-url", "origin"])?.toString("utf8").trim() ?? "";
  const fetched = fetchCommits({
    ...{ directory, from: "origin", wanted },
    options: isShallow(directory) ? ["--depth=1"] : [],
    env: credentialsFor(remote, request)
  });
  return fetched ? resolveCommit(directory, "FETCH_HEAD") : null;
}
function notFetched(wanted) {
  return new EnvironmentError(
    `the base ${wanted} is not in this clone and could not be fetched`,
    "Give actions/checkout `fetch-depth: 2` (pull requests) or `fetch-depth: 0` (any base)."
  );
}

// src/github/pull-request-objects.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join2 } from "node:path";
var OWN_SETTINGS = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", LC_ALL: "C" };
var HEAD = "refs/pull/head";
var MERGE = "refs/pull/merge";
var ASKED_BASE = "refs/pull/base";
function makeObjects(temporary) {
  return mkdtempSync(join2(temporary ?? tmpdir2(), "plumbline-objects-"));
}
function removeObjects(directory) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
}
function fetchPullRequest(directory, request) {
  const { event, within } = request;
  if (!/^[\w.-]+\/[\w.-]+$/.test(event.repository)) throw notFetched2(event.repository);
  if (git(directory, ["init", "--quiet", "--bare", "--template="]) === null) {
    throw new EnvironmentError(
      `no repository could be made in ${directory}`,
      "Look at RUNNER_TEMP."
    );
  }
  fetchInto(directory, request, [`+refs/pull/${String(event.pullRequest)}/*:refs/pull/*`, "2"]);
  const head = resolveCommit(directory, HEAD);
  if (head === null) throw notFetched2(`pull request ${String(event.pullRequest)}`);
  if (head !== event.head) return null;
  const merge = resolveCommit(directory, MERGE);
  const [first = null, second] = merge === null ? [] : parentsOf(directory, merge);
  const merged = second === head ? first : null;
  const commit2 = merged === null || merge === null ? head : merge;
  requireDirectory2(directory, commit2, within);
  return { directory, commit: commit2, base: baseOf(directory, request, merged) };
}
function baseOf(directory, request, merged) {
  const { event, baseRef } = request;
  const ref = event.base?.ref ?? null;
  if (baseRef === null && merged !== null) return { ref, sha: merged };
  const wanted = baseRef ?? event.base?.sha ?? "";
  if (!isFetchable(directory, wanted)) throw new UsageError(`base-ref: ${wanted} is no ref`);
  fetchInto(directory, request, [`+${wanted}:${ASKED_BASE}`, "1"]);
  const sha2 = resolveCommit(directory, ASKED_BASE);
  if (sha2 === null) throw notFetched2(`the base ${wanted}`);
  return { ref: baseRef ?? ref, sha: sha2 };
}
function fetchInto(directory, { event, token, serverUrl }, [wanted, depth]) {
  const server = serverUrl.replace(/\/+$/, "");
  const from = `${server}/${event.repository}.git`;
  fetchCommits({
    ...{ directory, from, wanted },
    options: ["--no-write-fetch-head", `--depth=${depth}`],
    env: { ...OWN_SETTINGS, ...credentialsFor(from, { token, serverUrl }) }
  });
}
function requireDirectory2(directory, commit2, within) {
  if (within === "") return;
  const found = git(directory, ["cat-file", "-t", `${commit2}:${within}`]);
  if (found?.toString("utf8").trim() !== "tree") {
    throw new UsageError(`working-directory: ${within} is no directory of the pull request`);
  }
}
function notFetched2(what) {
  return new EnvironmentError(
    `${what} could not be fetched`,
    "The job needs `permissions: contents: read`, and a github-token that has it where the repository is private."
  );
}

// src/github/subject.ts
function isUntrusted({ name }) {
  return name === "pull_request_target";
}
function findSubject(request) {
  const { settings, event, serverUrl } = request;
  if (isUntrusted(event)) return fetchSubject(request);
  const base = findBase({ ...settings, event, serverUrl });
  const where = { directory: settings.directory, base: base?.sha ?? null };
  return { where, base, close: () => void 0 };
}
function fetchSubject({ settings, event, serverUrl, temporary }) {
  const directory = makeObjects(temporary);
  const close = () => {
    removeObjects(directory);
  };
  try {
    const found = fetchPullRequest(directory, { ...settings, event, serverUrl });
    if (found === null) {
      close();
      return null;
    }
    const { commit: commit2, base } = found;
    const head = { ref: commit2, within: settings.within };
    return { where: { directory, base: base.sha, head, configuredBy: "base" }, base, close };
  } catch (error) {
    close();
    throw error;
  }
}
function shownOf(settings, event, subject) {
  if (isUntrusted(event)) {
    return {
      commit: subject?.where.head?.ref ?? event.head,
      prefix: settings.within === "" ? "" : `${settings.within}/`
    };
  }
  const { directory } = settings;
  return { commit: resolveCommit(directory, "HEAD"), prefix: prefixOf(directory) ?? "" };
}

// src/github/run.ts
async function run(check2) {
  let started;
  try {
    const settings = readInputs(process.env);
    if (settings.mode === "comment") {
      tellComment(await commentFor(readFinishedRun(process.env), settings));
      return;
    }
    started = { settings, event: readEvent(process.env) };
  } catch (error) {
    tell(failed2(error), { written: {}, context: contextOf2(null, null) });
    return;
  }
  const answered = await answer(check2, started);
  try {
    await publish2(answered, started);
  } finally {
    answered.subject?.close();
  }
}
async function answer(check2, { settings, event }) {
  const { projects, renames, config, deadlineMs } = settings;
  let subject = null;
  let failOn = usualFailOn;
  try {
    const serverUrl = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    subject = findSubject({ settings, event, serverUrl, temporary: process.env["RUNNER_TEMP"] });
    if (subject === null) {
      return { report: supersededReport(event.head), proposal: null, subject, failOn };
    }
    const propose2 = settings.commit !== "never" && event.pullRequest !== null;
    const options = { ...subject.where, projects, renames, config, deadlineMs, propose: propose2 };
    failOn = failOnFor(settings.failOn, options);
    const { report, proposal } = skipped(event, options, failOn) ?? await check2(options, debugProgress);
    return { report: labelled(report, subject), proposal, subject, failOn };
  } catch (error) {
    return { report: failed2(error), proposal: null, subject, failOn };
  }
}
function skipped(event, { directory, base, head = null }, failOn) {
  const lands = event.pullRequest !== null || event.name === "merge_group";
  if (!lands || base === null || failOn.includes("inherited")) return null;
  const files = countIfUnread(directory, base, head);
  const commit2 = head?.ref ?? resolveCommit(directory, "HEAD");
  return files === null ? null : { report: skippedReport(files, base, commit2), proposal: null };
}
var debugProgress = {
  phase: (name, detail) => {
    core2.debug(detail === void 0 ? name : `${name}: ${detail}`);
  },
  done: () => void 0
};
function labelled(report, { base, where }) {
  const head = where.head == null ? report.head : { ...report.head, label: short(where.head.ref) };
  if (base === null) return { ...report, head };
  const commit2 = report.base?.commit ?? base.sha;
  const label = base.ref === null ? short(commit2) : `${base.ref} (${short(commit2)})`;
  return { ...report, head, base: { label, commit: commit2 } };
}
var short = (commit2) => commit2.slice(0, 7);
function failed2(error) {
  const isBug = !(error instanceof UsageError || error instanceof EnvironmentError);
  if (isBug && error instanceof Error) core2.info(untrusted(error.stack ?? messageOf(error)));
  return failureReport(error);
}
async function publish2(answered, started) {
  const { report, proposal, subject, failOn } = answered;
  const { settings, event } = started;
  const context = contextOf2(started, subject);
  const written = await writeReports(report, { ...settings, failOn }, context);
  const base = subject?.base?.sha ?? null;
  const serverUrl = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const commit2 = await commitStep({
    ...{ report, proposal, event, settings, base, serverUrl },
    prefix: context.prefix
  });
  const edited = event.pullRequest === null ? null : subject;
  const configEdited = edited === null ? null : editedConfig2(edited.where, settings.config);
  const extra = { ...commit2.extra, configEdited };
  const { token } = settings;
  const comment = await publishComment({ report, context, settings, event, token, extra });
  if (comment.problem !== null) core2.warning(comment.problem);
  if (settings.suggestions) await suggestForms(report, started, context);
  const lineAt = subject === null ? null : headLines(started, subject, context);
  tell(report, { written, context, comment, failOn, lineAt, commit: commit2.outcome, extra });
}
async function suggestForms(report, { settings, event }, { prefix }) {
  const { token, commentId } = settings;
  const reviewed = await suggest({ report, prefix, commentId, event, token });
  if ("problem" in reviewed) core2.warning(manyLines(reviewed.problem));
  else if (reviewed.told !== null) core2.info(reviewed.told);
}
function headLines({ settings, event }, { where }, { commit: commit2 }) {
  const { head } = event;
  if (event.pullRequest === null || commit2 === null || head === null) return null;
  const serverUrl = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const { directory } = where;
  return linesAtHead({ directory, commit: commit2, head, token: settings.token, serverUrl });
}
function tell(report, telling) {
  const { written, context, comment, failOn = usualFailOn, commit: commit2 = null, extra } = telling;
  const { lineAt = null } = telling;
  core2.info(untrusted(renderText(report, { color: false, verbose: false })));
  writeSummary(renderSummary(report, context, extra));
  const problem = commit2?.is === "failed" ? commit2.why : null;
  const failure = [failureOf(report, failOn), problem].filter((one) => one !== null).join("\n");
  const { prefix } = context;
  for (const command of annotationsOf(report, { prefix, lineAt, failing: failure !== "" })) {
    core2.info(command);
  }
  const told = tellingOf(commit2);
  if (told !== null) core2[told.level](manyLines(told.text));
  const values = outputsOf(report, { written, comment, commit: commit2, prefix });
  for (const [name, value] of Object.entries(values)) {
    core2.setOutput(name, value);
  }
  if (failure !== "") core2.setFailed(manyLines(failure));
}
function tellComment({ report, comment }) {
  const names = Object.keys(outputs);
  const values = report === null ? null : outputsOf(report, { written: {}, comment });
  for (const name of names) core2.setOutput(name, values?.[name] ?? "");
}
async function writeReports(report, settings, context) {
  const written = {};
  for (const { format, path, within } of settings.reports) {
    try {
      const text = await renderAs(format, report, formatContext(settings, context));
      writeOutput(path, text, within);
      written[format] ??= path;
    } catch (error) {
      core2.warning(`The ${formatLabels[format]} report could not be written: ${messageOf(error)}`);
    }
  }
  return written;
}
function formatContext(settings, context) {
  return {
    ...context,
    fromHere: settings.within === "" ? "" : `${settings.within}/`,
    projects: settings.projects,
    // Code scanning opens an alert for what is suppressed all the same.
    tellsSilenced: false,
    failOn: settings.failOn ?? usualFailOn,
    text: { color: false, verbose: true }
  };
}
function writeSummary(markdown) {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (path !== void 0 && path !== "") appendFileSync(path, markdown);
}
function contextOf2(started, subject) {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = process.env;
  const repository2 = started?.event.repository ?? process.env["GITHUB_REPOSITORY"];
  const repositoryUrl = server && repository2 ? `${server}/${repository2}` : null;
  const nothing = { commit: null, prefix: "" };
  return {
    repositoryUrl,
    ...started === null ? nothing : shownOf(started.settings, started.event, subject),
    runUrl: repositoryUrl !== null && runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
    head: started?.event.head ?? null,
    base: subject?.base ?? null,
    pageOf: (rule) => pageUrl(rule, version)
  };
}

// src/proposal.ts
import { createHash as createHash2 } from "node:crypto";
async function checkAndPropose(options, progress) {
  if (!options.propose) return { report: await check(options, progress), proposal: null };
  const started = performance.now();
  const { report, analyses } = await checkInFull(options, progress);
  const lacking = analyses.filter((_, index) => lacksMigration(report.projects[index]));
  if (report.status === "error" || lacking.length === 0) return { report, proposal: null };
  const none = { files: [], directories: [], hash: hashOf(lacking) };
  const refusals = lacking.flatMap((analysis) => refusalsOf(analysis, report));
  if (refusals.length > 0) return { report, proposal: { ...none, refusals } };
  try {
    const deadlineMs = options.deadlineMs - (performance.now() - started);
    const proposal = await propose(lacking, { ...options, deadlineMs }, progress);
    return { report, proposal };
  } catch (error) {
    const why = `what would be committed could not be checked: ${messageOf(error)}`;
    return { report, proposal: { ...none, refusals: [why] } };
  }
}
function lacksMigration(project) {
  if (project === void 0) return false;
  return groupDrift(project.drift).blocking.length > 0 || openRenames(project).length > 0;
}
async function propose(analyses, options, progress) {
  const files = analyses.flatMap(filesOf);
  progress.phase("checking again with the missing migration");
  const over = new Map(files.map(({ path, content }) => [path, content]));
  const again = await check({ ...options, over }, progress);
  const ids = new Set(analyses.map(({ project }) => project.id));
  return {
    files,
    directories: analyses.map(({ migrations }) => migrations.directory),
    hash: hashOf(analyses),
    refusals: afterwards(again, ids, files)
  };
}
function hashOf(analyses) {
  const statements = analyses.map(({ project, compared }) => [
    project.id,
    compared?.plan.report.migrations.map((migration) => migration.statements) ?? []
  ]);
  return createHash2("sha256").update(JSON.stringify(statements)).digest("hex");
}
function refusalsOf({ project, models, compared }, { projects }) {
  const report = projects.find(({ id }) => id === project.id);
  const say = (what) => [`${project.id}: ${what}`];
  if (report === void 0 || compared === null) return say("there is nothing to plan from");
  if (openRenames(report).length > 0) return say("what may be a rename must be decided first");
  if (models !== null && models.unknowns.length > 0)
    return say("the models can't be read in full, so the migration may lack something");
  const { plan } = compared;
  if (!plan.report.proved || plan.report.migrations.length === 0)
    return say("the migration could not be proved");
  return lossesOf(compared).flatMap(say);
}
function lossesOf({ head, drift }) {
  const { actual, desired, decided } = head;
  return drift.changes.filter((change) => !(change.op === "drop" && decided.apart.has(change.object))).filter((change) => losesValues(change)).flatMap(
    (change) => irreversible([change], { actual, desired }).map(
      (what) => `${what}, and nobody said that it may: ${sayingSo(change)}commit it yourself`
    )
  );
}
function sayingSo({ op, object }) {
  if (op !== "drop") return "ask whoever knows them, then ";
  const name = identityOf(object).replace(/^public\./u, "");
  return `say so in plumbline.yml (renames: { ${name}: null }), or `;
}
var losesValues = ({ op, kind }) => !(op === "alter" && kind === "enum");
var DROPS = /* @__PURE__ */ new Set(["drop-table", "drop-column", "drop-sequence"]);
function afterwards(report, ids, files) {
  const projects = report.projects.filter(({ id }) => ids.has(id));
  const written = new Set(files.map(({ path }) => path));
  const still = projects.filter((project) => project.status === "error" || isDrifted(project));
  const dangers = projects.flatMap(({ findings }) => findings).filter(({ file }) => file !== null && written.has(file)).filter((finding) => isDanger(finding));
  return [
    ...report.status === "error" ? ["with it there is no answer any more"] : [],
    ...still.map(({ id }) => `${id}: with it, models and migrations still differ`),
    ...dangers.map(({ rule, message }) => `${withStop(message)} (${rule}) ${howToAllow(rule)}`)
  ];
}
var howToAllow = (rule) => `Committed by hand, it fails the next check for that. Where it does no harm, write above the statement: -- plumbline:allow ${rule} reason="\u2026"`;
function isDanger(finding) {
  if (DROPS.has(finding.rule)) return false;
  const loses = finding.hazard === "data-loss" && finding.severity !== "note";
  return loses || statusOfFinding(finding) === "unsafe";
}

// src/main.ts
steadyWasm();
patientWasm();
await run(checkAndPropose);
