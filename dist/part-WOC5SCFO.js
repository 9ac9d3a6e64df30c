import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  committedBefore,
  judge,
  placeAt,
  splitStatements
} from "./part-4GQHP3SG.js";
import {
  addTo,
  assumptionFor,
  attachedTo,
  childrenOf,
  dependentsOf,
  differingAttributes,
  equal,
  extensionsImpliedBy,
  hasDefaultPrivileges,
  hasParents,
  holdsRows,
  impliedPrivileges,
  introspect,
  isRecord,
  kindOf,
  kinds,
  listOf,
  lostColumns,
  paced,
  rebuildsType,
  reference,
  relationName,
  retypes,
  textOf,
  toGrantee,
  traits
} from "./part-GITP5BJL.js";
import {
  EnvironmentError,
  UnreadableFile,
  UsageError,
  extensionsIn,
  findProjects,
  identityOf,
  kindOfId,
  manyLines,
  objectId,
  oneLine,
  openEmbedded,
  openRevisions,
  parseName,
  partsOfId,
  quoteIdentifier,
  quoteLiteral,
  readConfig,
  toolOf,
  truncateIdentifier,
  withoutTimescaleOptions,
  writeName
} from "./part-AM2PGXMA.js";

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
function openRenames({ renames }) {
  return renames.filter(({ introduced }) => introduced);
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

// src/report/words.ts
function count(number, noun, many = `${noun}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? noun : many}`;
}
function likelihood(confidence) {
  if (confidence >= 0.8) return "very likely";
  return confidence >= 0.65 ? "likely" : "possibly";
}
function duration(ms) {
  return ms < 1e3 ? `${Math.round(ms)} ms` : `${(ms / 1e3).toFixed(1)} s`;
}
function countsByNoun(names) {
  return Object.entries(names).filter(([, list]) => list.length > 0).map(([noun, list]) => `${list.length} ${list.length === 1 ? singular(noun) : noun}`).join(", ");
}
function singular(noun) {
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, "");
}

// src/report/verdict.ts
var SEVERITIES = ["error", "warning", "note"];
function verdictOf(report) {
  const sentence = VERDICTS[report.status](report);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
function allFindings(report) {
  return sortFindings([
    ...report.findings,
    ...report.projects.flatMap((project) => project.findings)
  ]);
}
function sortFindings(findings) {
  return findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
var VERDICTS = {
  ok: okVerdict,
  drift: driftVerdict,
  unsafe: (report) => {
    const unsafe = countErrors(allFindings(report));
    return `${count(unsafe, "step")} of the new migrations ${unsafe === 1 ? "is" : "are"} unsafe`;
  },
  error: (report) => {
    const errors = countErrors(allFindings(report));
    return `no answer: ${count(errors, "error")} must be mended first`;
  }
};
function okVerdict(report) {
  if (report.projects.length === 0) return "nothing to check";
  const warnings = allFindings(report).filter(({ severity }) => severity === "warning").length;
  const aside = warnings > 0 ? `; ${count(warnings, "warning")}` : "";
  return `models and migrations match${aside}`;
}
function driftVerdict(report) {
  const changes = sum(report.projects, (project) => groupDrift(project.drift).blocking.length);
  const unknowns = sum(report.projects, introducedUnknowns);
  const renames = sum(report.projects, (project) => openRenames(project).length);
  const parts = [
    ...changes > 0 ? [`${count(changes, "model change")} ${changes === 1 ? "has" : "have"} no migration`] : [],
    ...renames > 0 ? [`${count(renames, "rename")} must be decided`] : [],
    ...unknowns > 0 ? [`${count(unknowns, "part")} of the models can't be read`] : []
  ];
  return parts.length > 0 ? parts.join(", and ") : "models and migrations differ";
}
var introducedUnknowns = ({ models }) => models.unknowns.filter(({ introduced }) => introduced).length;
function countErrors(findings) {
  return findings.filter((finding) => finding.severity === "error").length;
}
function sum(projects, number) {
  return projects.reduce((total, project) => total + number(project), 0);
}

// src/report/text-findings.ts
function findingLines(findings, style) {
  return sortFindings(findings).flatMap((finding) => {
    const [first = "", ...rest] = manyLines(finding.message).trimEnd().split("\n");
    const place = placeOf(finding.file, finding.line);
    const rule = style.faint(`[${oneLine(finding.rule)}]`);
    const head = [style.severity(finding.severity), style.strong(place), first, rule];
    return [head.filter((part) => part !== "").join(" "), ...rest.map((line) => `  ${line}`)];
  });
}
function unreadableLines(project, style) {
  const told = new Set(project.findings.map((finding) => placeOf(finding.file, finding.line)));
  return project.models.unknowns.filter((unknown) => unknown.file === null || !told.has(placeOf(unknown.file, unknown.line))).map((unknown) => {
    const place = placeOf(unknown.file, unknown.line);
    const what = unknown.object === null ? "part of the models" : oneLine(unknown.object);
    const where = place === "" ? "" : `${style.strong(place)} `;
    return `${style.severity(unknown.introduced ? "error" : "warning")} ${where}${what} can't be read: ${oneLine(unknown.reason)}`;
  });
}
function placeOf(file, line) {
  if (file === null) return "";
  return oneLine(line === null ? file : `${file}:${line}`);
}

// src/report/text-renames.ts
function renameLines(project, style) {
  const open = openRenames(project);
  if (open.length === 0) return [];
  const title = "  Renamed, or dropped and added? There is no migration before this is decided:";
  return [title, ...open.flatMap((rename2) => oneRename(rename2, style))];
}
function oneRename(rename2, style) {
  const { kind, from, to, confidence, model } = rename2;
  const place = model === null ? "" : `  ${placeOf(model.file, model.line)}`;
  const names = style.strong(oneLine(`${kind} ${from} \u2192 ${to}`));
  return [
    `    ? ${names}  ${style.faint(`(${likelihood(confidence)} renamed)`)}${place}`,
    "      If it was renamed:",
    ...variantLines(rename2.rename, style),
    "      If it is dropped and the other is new:",
    ...variantLines(rename2.dropAndAdd, style)
  ];
}
function variantLines(variant, style) {
  const { statements: statements2, problem, tag, config, option } = variant;
  const lines = statements2.flatMap((sql) => manyLines(sql.trim()).split("\n"));
  return [
    ...lines.map((line) => `        ${style.code(line)}`.trimEnd()),
    ...problem === null ? [] : [`        ${style.faint(oneLine(problem))}`],
    `        say so: ${oneLine(tag)} on the model,`,
    `          ${oneLine(config)}  under renames in plumbline.yml,`,
    `          or ${oneLine(option)}`
  ];
}

// src/report/text-paint.ts
function paint(colors) {
  const severities = { error: colors.red, warning: colors.yellow, note: colors.cyan };
  return {
    status: (status, text2) => colors.bold(status === "ok" ? colors.green(text2) : colors.red(text2)),
    severity: (severity) => severities[severity](severity),
    strong: colors.bold,
    faint: colors.dim,
    code: colors.cyan
  };
}

// src/schema/likeness.ts
function likenessOfNames(a, b) {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return 1;
  return Math.min(left.length, right.length) < 2 ? 0 : likenessOfBags(pairs(left), pairs(right));
}
function likenessOfBags(a, b) {
  if (a.length + b.length === 0) return 1;
  const free = /* @__PURE__ */ new Map();
  for (const one of a) free.set(one, (free.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of b) {
    const left = free.get(one) ?? 0;
    if (left === 0) continue;
    free.set(one, left - 1);
    common += 1;
  }
  return 2 * common / (a.length + b.length);
}
function plain(name) {
  return name.toLowerCase().replaceAll(/[\s_$-]/gu, "");
}
function pairs(text2) {
  const letters = Array.from(text2);
  return letters.slice(1).map((letter, index) => (letters[index] ?? "") + letter);
}

// src/schema/member-candidates.ts
var AT_THE_PLACE = 0.5;
var ALONE = 0.2;
var BY_NAME = 0.3;
var memberId = (object, member) => `${object}\0${member}`;
function memberCandidates(change, traits2, decided) {
  const attribute = traits2[change.kind]?.members;
  if (attribute === void 0) return [];
  const { before, after, object } = change;
  const [old, wanted] = [texts(before.attributes[attribute]), texts(after.attributes[attribute])];
  const stays = (member) => old.includes(member) && wanted.includes(member);
  const added = gaps(wanted, stays);
  return [...gaps(old, stays)].flatMap(([place, removed]) => {
    const fits = (list) => list.filter((member) => !decided(memberId(object, member)));
    const [gone, fresh] = [fits(removed), fits(added.get(place) ?? [])];
    const alone = gone.length === 1 && fresh.length === 1 ? ALONE : 0;
    return gone.slice(0, fresh.length).map((from, index) => {
      const to = fresh[index] ?? "";
      const confidence = AT_THE_PLACE + alone + BY_NAME * likenessOfNames(from, to);
      return { before, after, member: { from, to }, confidence, changes: [change] };
    });
  });
}
function gaps(members, stays) {
  const found = /* @__PURE__ */ new Map();
  let from = 0;
  for (let to = 0; to <= members.length; to += 1) {
    const member = members[to];
    if (member !== void 0 && !stays(member)) continue;
    const place = JSON.stringify([members[from - 1] ?? null, member ?? null]);
    if (to > from) found.set(place, members.slice(from, to));
    from = to + 1;
  }
  return found;
}
function texts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/schema/rename-decisions.ts
function named(text2, schema, matching) {
  const parts = parseName(text2);
  if (parts === null) return [];
  const found = [];
  for (const object of schema.objects.values()) {
    if (!matching.canRename(object.kind)) continue;
    const path = partsOfId(object.id);
    const rank = rankOf(parts, path, object.schema);
    if (rank !== null) found.push({ named: { object, member: null }, rank });
    for (const member of membersOf(object, matching.traits)) {
      const own = rankOf(parts, [...path, member], object.schema);
      if (own !== null) found.push({ named: { object, member }, rank: own });
    }
  }
  return found.toSorted((a, b) => a.rank - b.rank).map((one) => one.named);
}
function rankOf(parts, path, schema) {
  if (same(parts, path)) return 0;
  if (schema === null || !same(parts, path.slice(1))) return null;
  return schema === "public" ? 1 : 2;
}
function same(a, b) {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
function membersOf(object, traits2) {
  const attribute = traits2[object.kind]?.members;
  const value = attribute === void 0 ? null : object.attributes[attribute];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
function idOf({ object, member }) {
  return member === null ? object.id : memberId(object.id, member);
}
function spellNamed({ object, member }) {
  return writeName([...partsOfId(object.id), ...member === null ? [] : [member]]);
}
function depthOf({ object, member }) {
  if (member !== null || object.parent !== null) return 2;
  return object.schema === null ? 0 : 1;
}
function matchRename(from, to, matching, others) {
  const { actual, desired, traits: traits2 } = matching;
  const olds = from.map((text2) => oldNameOf(text2, to, matching));
  const elsewhere = from.find((_text, index) => olds[index] === null);
  if (elsewhere !== void 0) {
    return {
      is: "wrong",
      reason: `${elsewhere} and ${spellNamed(to)} don't lie in the same place`
    };
  }
  const old = olds.flatMap((one) => one ? standing(one, actual, traits2) : []).at(0);
  const there = standing(to, actual, traits2).length > 0;
  if (!old) {
    if (there) return { is: "settled" };
    const names = from.join(", ");
    return {
      is: "unknown",
      reason: `there is no ${names} in the database, and no ${spellNamed(to)}`
    };
  }
  if (there && !others.leaving.has(idOf(to))) {
    if (standing(old, desired, traits2).length > 0) return { is: "settled" };
    const both = `${spellNamed(old)} and ${spellNamed(to)}`;
    return { is: "wrong", reason: `the database has both ${both}` };
  }
  if (standing(old, desired, traits2).length > 0 && !others.coming.has(idOf(old))) {
    return { is: "wrong", reason: `${spellNamed(old)} is still in the models` };
  }
  return { is: "rename", from: old, to };
}
function standing({ object, member }, schema, traits2) {
  const found = schema.objects.get(object.id);
  if (!found || member !== null && !membersOf(found, traits2).includes(member)) return [];
  return [{ object: found, member }];
}
function oldNameOf(text2, to, { done }) {
  const parts = parseName(text2);
  const own = parts?.at(-1);
  if (parts === null || own === void 0) return null;
  const { object, member } = to;
  const inner = partsOfId(object.id);
  const owner = member === null ? inner.slice(0, -1) : inner;
  const prefix = parts.slice(0, -1);
  if (!prefixes(owner, object, done).some((path) => endsWith(path, prefix))) return null;
  if (member !== null) return { object, member: own };
  const id = objectId(object.kind, ...owner, own);
  return { object: { ...object, id, name: own }, member: null };
}
function prefixes(owner, { schema: namespace, parent, id }, done) {
  const before = done.get(parent ?? id);
  const schema = [...done].find(([named2]) => isNamed(named2, owner[0]))?.[1];
  return [
    owner,
    ...before === void 0 ? [] : [partsOfId(before)],
    ...schema === void 0 || namespace === null ? [] : [[...partsOfId(schema), ...owner.slice(1)]]
  ];
}
function isNamed(id, name) {
  const parts = partsOfId(id);
  return parts.length === 1 && parts[0] === name;
}
function endsWith(path, end) {
  return end.length <= path.length && same(path.slice(path.length - end.length), end);
}
function isSettledSwap(from, to, matching) {
  const { actual, desired, scope, traits: traits2 } = matching;
  return [from, to].every((one) => {
    const { object, member } = one;
    const sides = [actual, desired].flatMap((schema) => standing(one, schema, traits2));
    if (member !== null) return sides.length === 2;
    const [old, wanted] = [actual.objects.get(object.id), desired.objects.get(object.id)];
    return old && wanted && differingAttributes(old, wanted, scope).length === 0;
  });
}

// src/schema/rename-order.ts
function arrange(pending, { actual, traits: traits2 }) {
  const objects = new Map(pending.map(({ from }) => [from.object.id, from.object]));
  const steps2 = [];
  const take = (from, name) => {
    const before = objects.get(from.object.id) ?? from.object;
    const after = calledOtherwise({ ...from, object: before }, name, traits2);
    objects.set(after.id, after);
    steps2.push(renameChange(before, after, from.member, name));
  };
  const waiting = [...pending];
  while (waiting.length > 0) {
    const taken = new Set(waiting.map(({ from: from2 }) => idOf(from2)));
    const free = waiting.findIndex(({ to }) => !taken.has(idOf(to)));
    const [next] = waiting.splice(Math.max(free, 0), 1);
    if (!next) break;
    if (free !== -1) {
      take(next.from, nameOf(next.to));
      continue;
    }
    const { from } = next;
    const isFree = (one) => standing(renamed(from, one), actual, traits2).length === 0;
    const name = temporaryName(nameOf(from), isFree);
    take(next.from, name);
    waiting.push({ ...next, from: renamed(next.from, name) });
  }
  return { steps: steps2, changes: pending.map((one) => changeOf(one, traits2)) };
}
function changeOf({ from, to }, traits2) {
  const name = nameOf(to);
  return renameChange(from.object, calledOtherwise(from, name, traits2), from.member, name);
}
function renameChange(before, after, member, name) {
  const { kind, id } = after;
  const reason = `renamed: ${member ?? before.name} \u2192 ${name}`;
  return { op: "rename", kind, object: id, weight: "substance", reason, before, after };
}
var nameOf = ({ object, member }) => member ?? object.name;
function renamed({ object, member }, name) {
  return member === null ? { object: { ...object, id: renamedId(object, name), name }, member } : { object, member: name };
}
function renamedId({ kind, id }, name) {
  return objectId(kind, ...partsOfId(id).slice(0, -1), name);
}
function calledOtherwise({ object, member }, name, traits2) {
  if (member === null) return { ...object, id: renamedId(object, name), name };
  const attribute = traits2[object.kind]?.members ?? "";
  const members = object.attributes[attribute];
  const list = Array.isArray(members) ? members : [];
  const others = list.map((one) => one === member ? name : one);
  return { ...object, attributes: { ...object.attributes, [attribute]: others } };
}
function temporaryName(name, isFree) {
  for (let number = 1; ; number += 1) {
    const start = number === 1 ? "renaming" : `renaming_${String(number)}`;
    const own = truncateIdentifier(`${start}_${name}`);
    if (isFree(own)) return own;
  }
}

// src/schema/rename-matches.ts
function matchDecisions(decisions, depth, matching) {
  const found = { pending: [], apart: /* @__PURE__ */ new Set(), wrong: [], known: /* @__PURE__ */ new Set() };
  const candidates = [];
  for (const decision of decisions) {
    const { from, to, kind } = decision;
    if (to === null) {
      dropOnly(decision, depth, matching, found);
      continue;
    }
    const targets = named(to, matching.desired, matching).filter(
      ({ object }) => kind === null || object.kind === kind
    );
    if (targets.length === 0 && depth === 0) missingTarget(decision, matching, found);
    const own = targets.filter((one) => depthOf(one) === depth);
    if (own.length > 0) found.known.add(decision);
    if (from !== null) candidates.push({ decision, from, targets: own });
    else for (const one of own) found.apart.add(idOf(one));
  }
  decide(candidates, matching, found);
  return found;
}
function dropOnly(decision, depth, matching, found) {
  const { actual, desired, traits: traits2 } = matching;
  const [old] = (decision.from ?? []).flatMap((text2) => named(text2, actual, matching));
  if (!old || depthOf(old) !== depth) return;
  found.known.add(decision);
  if (standing(old, desired, traits2).length === 0) found.apart.add(idOf(old));
  else found.wrong.push({ decision, reason: `${spellNamed(old)} is still in the models` });
}
function missingTarget(decision, matching, found) {
  const { source, from, to } = decision;
  const olds = (from ?? []).flatMap((text2) => named(text2, matching.actual, matching));
  if (source.shared && olds.length === 0) return;
  found.known.add(decision);
  found.wrong.push({ decision, reason: `there is no ${to ?? ""} in the models` });
}
function decide(candidates, matching, found) {
  const { actual, traits: traits2 } = matching;
  const moves = candidates.flatMap(
    ({ from, targets }) => targets.flatMap((to) => {
      const olds = from.map((text2) => oldNameOf(text2, to, matching));
      const [old] = olds.flatMap((one) => one ? standing(one, actual, traits2) : []);
      return old ? [{ from: old, to }] : [];
    })
  );
  const viable = freeable(moves, matching);
  const leaving = new Set(viable.map(({ from }) => idOf(from)));
  const coming = new Set(viable.map(({ to }) => idOf(to)));
  const taken = /* @__PURE__ */ new Map();
  for (const candidate of candidates) {
    const matches = candidate.targets.map(
      (to) => matchRename(candidate.from, to, matching, { leaving, coming })
    );
    const match = matches.find(({ is }) => is === "rename" || is === "settled") ?? matches[0];
    if (match) enter(candidate.decision, match, { found, taken, matching });
  }
}
function enter(decision, match, { found, taken, matching }) {
  if (match.is === "settled") return;
  const { way } = decision.source;
  const wrong = (reason) => {
    found.wrong.push({ decision, reason });
  };
  if (match.is !== "rename") {
    if (match.is === "wrong" || way !== "tag") wrong(match.reason);
    return;
  }
  const { from, to } = match;
  const swaps = standing(to, matching.actual, matching.traits).length > 0;
  const stays = way === "tag" || way === "file";
  if (swaps && stays && isSettledSwap(from, to, matching)) return;
  const others = [`from ${idOf(from)}`, `to ${idOf(to)}`].map((key) => taken.get(key));
  const [other] = others.filter((one) => one !== void 0);
  if (!other) {
    taken.set(`from ${idOf(from)}`, decision).set(`to ${idOf(to)}`, decision);
    found.pending.push({ from, to });
  } else if (others[0] !== others[1]) {
    wrong(`${other.source.text} says something else of it`);
  }
}
function freeable(moves, matching) {
  const { actual, traits: traits2 } = matching;
  const leaving = new Set(moves.map(({ from }) => idOf(from)));
  const left = moves.filter(
    ({ to }) => standing(to, actual, traits2).length === 0 || leaving.has(idOf(to))
  );
  return left.length === moves.length ? left : freeable(left, matching);
}

// src/decided-renames.ts
function undecided(actual) {
  return { actual, steps: [], changes: [], apart: /* @__PURE__ */ new Set(), wrong: [], foreign: [] };
}
function isAnyPending(decisions, { actual, desired, scope }) {
  const matching = { actual, desired, scope, traits, canRename, done: /* @__PURE__ */ new Map() };
  return [0, 1, 2].some((depth) => matchDecisions(decisions, depth, matching).pending.length > 0);
}
async function decideRenames(database, decisions, options) {
  if (decisions.length === 0) return undecided(options.actual);
  return database.scratch(async () => {
    let state = { ...undecided(options.actual), done: /* @__PURE__ */ new Map() };
    let wrong = [];
    let foreign = decisions;
    for (const depth of [0, 1, 2]) {
      const { desired, scope } = options;
      const matching = { ...state, desired, scope, traits, canRename };
      const matched = matchDecisions(decisions, depth, matching);
      wrong = [...wrong, ...matched.wrong];
      foreign = foreign.filter((decision) => !matched.known.has(decision));
      const apart2 = /* @__PURE__ */ new Set([...state.apart, ...matched.apart]);
      state = { ...await carryOut(database, matched.pending, state, options), apart: apart2 };
    }
    const { actual, steps: steps2, changes, apart } = state;
    const inOrder2 = wrong.toSorted(
      (a, b) => decisions.indexOf(a.decision) - decisions.indexOf(b.decision)
    );
    return { actual, steps: steps2, changes, apart, wrong: inOrder2.map(describeWrong), foreign };
  });
}
var canRename = (kind) => kindOf(kind).rename !== void 0;
async function carryOut(database, pending, state, { bookkeeping }) {
  if (pending.length === 0) return state;
  const { steps: steps2, changes } = arrange(pending, { actual: state.actual, traits });
  for (const { kind, before, after } of steps2) {
    for (const sql of kindOf(kind).rename?.(before, after) ?? []) await database.exec(sql);
  }
  const actual = await introspect(database, { exclude: [bookkeeping] });
  const done = new Map(state.done);
  for (const { before, after } of changes) done.set(after.id, before.id);
  return {
    ...state,
    actual,
    steps: [...state.steps, ...steps2],
    changes: [...state.changes, ...changes],
    done
  };
}
function describeWrong({ decision, reason }) {
  const { text: text2, file, line } = decision.source;
  return {
    rule: "wrong-rename",
    severity: "error",
    hazard: "configuration",
    message: `${text2}: ${reason}`,
    file,
    line
  };
}

// src/drift.ts
import picomatch from "./vendor/picomatch.js";

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
function diff(actual, desired, options) {
  const before = select(actual, options);
  const after = select(desired, options);
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  const renames = pairRenames(gone, fresh, options);
  const renamed2 = new Set(renames.flatMap(([old, wanted]) => [old.id, wanted.id]));
  const altered2 = [...after.values()].flatMap((object) => {
    const old = before.get(object.id);
    return old ? alteration(old, object, { ...options, actual, desired }) : [];
  });
  const changes = [
    ...altered2,
    ...renames.map(([old, wanted]) => rename(old, wanted)),
    ...fresh.filter(({ id }) => !renamed2.has(id)).map((object) => creation(object, options)),
    ...gone.filter(({ id }) => !renamed2.has(id)).map((object) => drop(object, actual, options))
  ];
  return withoutCovered(changes, before, after, { ...options, actual, desired }).sort(byObject);
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
function drop(object, actual, options) {
  const unused = options.traits[object.kind]?.formWhenUnused === true && !isNeeded(object, actual);
  return {
    op: "drop",
    kind: object.kind,
    object: object.id,
    weight: unused || options.traits[object.kind]?.isForm === true ? "form" : "substance",
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
  const traits2 = options.traits[after.kind] ?? {};
  const attributes = differingAttributes(before, after, options.scope).filter(
    (name) => traits2.unwanted?.[name] === void 0 || after.attributes[name] !== traits2.unwanted[name]
  );
  if (attributes.length === 0) return [];
  const isForm = (name) => traits2.isForm === true || traits2.form?.includes(name) === true || traits2.formWhen?.[name]?.(before, after, options) === true;
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
function withoutCovered(changes, before, after, { traits: traits2, actual, desired }) {
  const byId = new Map(changes.map((change) => [change.object, change]));
  const follows2 = (object, names, without) => {
    const { follows: own = [], followsIf } = traits2[object.kind] ?? {};
    return names.some((name) => own.includes(name)) && followsIf?.(object, without) !== false;
  };
  const covered = (object, op) => {
    const parent = object.parent === null ? void 0 : byId.get(object.parent);
    if (parent?.op === "alter") {
      return follows2(object, parent.attributes, op === "create" ? actual : desired);
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

// src/drift.ts
function findDrift(project, head, base) {
  const unmodelled = findUnmodelled(head, base);
  const scope = scopeOf(head, base);
  const changes = changesOf(head, scope, ignoredObjects(project, head, unmodelled));
  const renames = head.decided.changes;
  const riding = new Set(changes.filter((change) => rides(change, head)));
  const drift = { renames, changes, riding, unmodelled, scope };
  if (base === null) return { ...drift, inherited: /* @__PURE__ */ new Set() };
  const ignoredAtBase = ignoredObjects(project, base, findUnmodelled(base, null));
  const atBase = [...base.decided.changes, ...changesOf(base, scope, ignoredAtBase)];
  const standing2 = new Set(atBase.map((change) => keyOf(change, base)));
  const all = [...renames, ...changes];
  const inherited = new Set(all.filter((change) => standing2.has(keyOf(change, head))));
  return { ...drift, inherited };
}
function rides(change, { actual, desired, decided }) {
  if (change.weight !== "form") return false;
  const renamed2 = new Set(decided.changes.map(({ object }) => object));
  const lies = (id) => {
    if (renamed2.has(id)) return true;
    const parent = (desired.objects.get(id) ?? actual.objects.get(id))?.parent ?? null;
    return parent !== null && lies(parent);
  };
  const needs = change.op === "drop" ? [] : change.after.needs;
  return renamed2.size > 0 && (lies(change.object) || needs.some(lies));
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
      return JSON.stringify([op, object, change.before.id, change.reason]);
    case "drop":
      return JSON.stringify([op, object]);
  }
}
function definitionOf(object, schema) {
  const parts = childrenOf(schema, object.id).filter(({ part }) => part).sort((a, b) => a.id < b.id ? -1 : 1);
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
  const isNamed2 = ignoredByName(project);
  const leftOut2 = new Set([...side.unreadable, ...unmodelled].map(sharedName));
  const assumed = new Set(side.assumed);
  const anyMissing = side.models.unknowns.some(({ object }) => object === null);
  return (object) => {
    const { id, kind, schema, name, parent } = object;
    if (assumed.has(schema ?? name)) return true;
    if (kind === "extension" && !side.models.extensions.includes(name)) return true;
    if (leftOut2.has(sharedName(id)) || parent !== null && leftOut2.has(sharedName(parent)))
      return true;
    if (isNamed2(object)) return true;
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

// src/catalog/implied-grants.ts
function withImpliedGrants(expected, changes, desired, reference2) {
  if (!hasDefaultPrivileges(expected)) return expected;
  const objects = new Map(expected.objects);
  const told = hasDefaultPrivileges(desired);
  for (const change of changes) {
    if (change.op !== "create") continue;
    for (const grant of impliedGrants(change.after, expected, reference2)) {
      const wanted = told ? desired.objects.get(grant.id) : grant;
      if (wanted && !objects.has(grant.id)) objects.set(grant.id, wanted);
    }
  }
  return { objects, uncovered: expected.uncovered };
}
function withRevokedRoles(changes, actual) {
  const changed = new Set(changes.map((change) => change.object));
  const roles = changes.filter(({ op, kind }) => op === "drop" && kind === "role");
  const grants = roles.flatMap(
    ({ object }) => dependentsOf(actual, object).filter(
      ({ id, kind }) => ["grant", "default privileges"].includes(kind) && !changed.has(id)
    )
  );
  return [
    ...changes,
    ...grants.map((before) => ({
      op: "drop",
      kind: before.kind,
      object: before.id,
      weight: "substance",
      reason: "its role goes",
      before
    }))
  ];
}
function revokeImplied(object, schema, { grant, reference: reference2 }) {
  if (!hasDefaultPrivileges(schema)) return [];
  return impliedGrants(object, schema, reference2).filter(({ id }) => !schema.objects.has(id)).flatMap((implied) => grant.drop(implied, { actual: schema, desired: schema }));
}
function impliedGrants(object, schema, reference2) {
  const own = [...impliedPrivileges(object, schema, reference2)].flatMap(
    ([grantee, { privileges: set, usual }]) => set.privileges.join() === usual.privileges.join() && set.grantable.length === 0 ? [] : [
      grantObject(object, schema, {
        grantee,
        ...set,
        byDefault: usual.privileges.length > 0 ? usual.privileges : null
      })
    ]
  );
  const parts = childrenOf(schema, object.id).filter(({ part }) => part);
  return [...own, ...parts.flatMap((part) => impliedGrants(part, schema, reference2))];
}
function grantObject(target, { objects }, attributes) {
  const { schema, table, name, id: parent } = target;
  const { grantee } = attributes;
  const role = typeof grantee === "string" ? objectId("role", grantee) : "";
  return {
    id: `grant:${attachedTo({ schema, table, name, attributes }, parent)} ${toGrantee({ schema, table, name, attributes })}`,
    kind: "grant",
    schema,
    table,
    name,
    parent,
    part: false,
    attributes,
    needs: [parent, ...objects.has(role) ? [role] : []].sort(),
    fallsWith: []
  };
}

// src/schema/apply.ts
function applyChanges(actual, desired, changes, follows2) {
  const objects = new Map(actual.objects);
  for (const change of changes) {
    if (change.op === "drop") remove(objects, change.before, actual, desired);
    else if (change.op === "rename") {
      objects.delete(change.before.id);
      objects.set(change.after.id, change.after);
    }
  }
  for (const change of changes) {
    if (change.op === "create") addWithParts(objects, change.after, desired);
    else if (change.op === "alter") {
      objects.set(change.after.id, altered(change.before, change.after, change.attributes));
      followParts(objects, change, { actual, desired }, follows2);
    }
  }
  rebind(objects, desired);
  return { objects, uncovered: actual.uncovered };
}
function rebind(objects, desired) {
  for (const [id, object] of objects) {
    if (object.needs.every((need) => objects.has(need))) continue;
    const wanted = desired.objects.get(id);
    if (wanted && differingAttributes(object, wanted).length === 0) objects.set(id, wanted);
  }
}
function followParts(objects, change, { actual, desired }, follows2) {
  const { id } = change.after;
  for (const object of childrenOf(actual, id)) {
    const goes = !desired.objects.has(object.id) && follows2(object, change.attributes, desired);
    if (goes) remove(objects, object, actual, desired);
  }
  for (const object of childrenOf(desired, id)) {
    const comes = !objects.has(object.id) && follows2(object, change.attributes, actual);
    if (comes) addWithParts(objects, object, desired);
  }
}
function altered(before, after, names) {
  const attributes = { ...before.attributes };
  for (const name of names) attributes[name] = after.attributes[name] ?? null;
  return { ...after, attributes };
}
function remove(objects, root, schema, kept) {
  if (kept.objects.has(root.id) || !objects.delete(root.id)) return;
  for (const child of childrenOf(schema, root.id)) remove(objects, child, schema, kept);
  for (const dependent of dependentsOf(schema, root.id)) {
    if (dependent.fallsWith?.includes(root.id) === true) remove(objects, dependent, schema, kept);
  }
}
function addWithParts(objects, root, from) {
  objects.set(root.id, root);
  for (const child of childrenOf(from, root.id)) {
    if (child.part) addWithParts(objects, child, from);
  }
}

// src/plan/release.ts
function letGo(object, gone) {
  const values = kindOf(object.kind).release?.(object, gone) ?? {};
  const attributes = Object.keys(values);
  if (attributes.length === 0) return null;
  const needs = object.needs.filter((need) => !gone.has(need));
  return {
    object: { ...object, needs, attributes: { ...object.attributes, ...values } },
    attributes
  };
}

// src/plan/actions.ts
function actionsFor(changes, transition) {
  const detours = detoursFor(changes, transition);
  const changed = new Set(changes.map(idBefore));
  const own = changes.flatMap((change) => actionsOf(change, detours, transition));
  const others = [...detours.rebuilt].filter(([id]) => !changed.has(id));
  const rebuilds = others.flatMap(([id, cause]) => recreate(id, id, cause, transition));
  const actions = [...own, ...rebuilds];
  return {
    actions: withReleases(withoutCoveredDrops(actions, transition), detours, transition),
    manual: detours.manual
  };
}
function actionsOf(change, { rebuilt, stuck }, transition) {
  const base = { change: change.object, attributes: [] };
  switch (change.op) {
    case "create":
      return [{ ...base, verb: "create", object: change.after, after: change.after }];
    case "drop":
      return [{ ...base, verb: "drop", object: change.before, after: change.before }];
    case "rename":
      if (rebuilt.has(change.before.id))
        return recreate(change.before.id, change.object, change.object, transition);
      return [{ ...base, verb: "rename", object: change.before, after: change.after }];
    case "alter":
      if (rebuilt.has(change.object))
        return recreate(change.object, change.object, change.object, transition);
      if (stuck.has(change.object)) return [];
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
function idBefore(change) {
  return change.op === "create" ? change.object : change.before.id;
}
function recreate(from, to, change, { actual, desired }) {
  const before = actual.objects.get(from);
  const after = desired.objects.get(to);
  if (!before || !after) return [];
  return [
    { verb: "drop", object: before, after: before, attributes: [], change },
    { verb: "create", object: after, after, attributes: [], change }
  ];
}
function withoutCoveredDrops(actions, { actual }) {
  const dropped = new Set(
    actions.filter(({ verb }) => verb === "drop").map(({ object }) => object.id)
  );
  const goes = ({ parent }) => {
    if (parent === null) return false;
    const owner = actual.objects.get(parent);
    return dropped.has(parent) || owner !== void 0 && goes(owner);
  };
  return actions.filter(({ verb, object }) => {
    if (verb === "drop") return !goes(object);
    return verb !== "alter" || !object.part || !goes(object);
  });
}
function withReleases(actions, { released }, { actual, desired }) {
  if (released.size === 0) return [...actions];
  const own = new Map(
    actions.filter(({ verb }) => verb === "alter").map((action) => [action.object.id, action])
  );
  const detours = [...released].flatMap(([id, { cause, gone }]) => {
    const before = actual.objects.get(id);
    const after = desired.objects.get(id);
    if (!before || !after) return [];
    const base = { verb: "alter", change: cause };
    const loose = letGo(before, gone);
    const wanted = letGo(after, gone) ?? { object: after, attributes: [] };
    if (!loose) return [];
    const altered2 = own.get(id)?.attributes.filter((name) => !wanted.attributes.includes(name));
    return [
      { ...base, object: before, after: loose.object, attributes: loose.attributes, letsGo: true },
      ...altered2 === void 0 || altered2.length === 0 ? [] : [{ ...base, object: loose.object, after: wanted.object, attributes: altered2 }],
      { ...base, object: wanted.object, after, attributes: wanted.attributes }
    ];
  });
  return [
    ...actions.filter(({ verb, object }) => verb !== "alter" || !released.has(object.id)),
    ...detours.filter(({ attributes }) => attributes.length > 0)
  ];
}
function needsRecreation(alteration2, transition) {
  const { alter } = kindOf(alteration2.after.kind);
  return alteration2.attributes.some(
    (name) => (alter[name]?.(alteration2.before, alteration2.after, transition) ?? null) === null
  );
}
function detoursFor(changes, transition) {
  const renamed2 = new Map(
    changes.flatMap((change) => change.op === "rename" ? [[change.before.id, change.after]] : [])
  );
  const detours = {
    rebuilt: /* @__PURE__ */ new Map(),
    renamed: renamed2,
    released: /* @__PURE__ */ new Map(),
    stuck: /* @__PURE__ */ new Set(),
    manual: []
  };
  const queue = [];
  const rebuild = (object, cause) => {
    const after = transition.desired.objects.get(object.id) ?? renamed2.get(object.id);
    if (detours.rebuilt.has(object.id) || !after) return true;
    if (kindOf(object.kind).recreatable?.(object, after) === false) return false;
    detours.rebuilt.set(object.id, cause);
    queue.push([object.id, cause]);
    return true;
  };
  const followAll = () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      followUp(next, transition, { detours, rebuild });
    }
  };
  for (const change of changes) {
    if (change.op === "drop") continue;
    const anew = change.op === "alter" && needsRecreation(change, transition);
    if (anew && !rebuild(change.before, change.object)) {
      detours.stuck.add(change.object);
      detours.manual.push(manualReason(change));
    }
    for (const object of blockers(change, transition)) rebuild(object, change.object);
  }
  followAll();
  const dropped = goneObjects(changes, transition);
  const changed = new Set(changes.map(({ object }) => object));
  for (const id of dropped) {
    for (const { object, needs } of heldBy(id, dropped, transition)) {
      const settled = changed.has(object.id) || detours.rebuilt.has(object.id) || hasParents(object);
      if (settled && !needs.includes(id)) continue;
      const cause = causeOf(id, changes, transition);
      if (!canRebind(object, transition) || !rebuild(object, cause)) {
        detours.manual.push(standsInTheWay(object, id));
      }
    }
  }
  followAll();
  return detours;
}
function heldBy(id, dropped, { actual, desired }) {
  return dependentsOf(actual, id).flatMap((object) => {
    const kept = desired.objects.get(object.id);
    return dropped.has(object.id) || !kept ? [] : [{ object, needs: kept.needs }];
  });
}
function followUp([id, cause], { actual, desired }, {
  detours,
  rebuild
}) {
  const hanging = /* @__PURE__ */ new Set([...dependentsOf(actual, id), ...childrenOf(actual, id)]);
  for (const object of hanging) {
    const goesAlong = object.parent === id && object.part;
    const stays = desired.objects.has(object.id) || detours.renamed.has(object.id);
    if (goesAlong || !stays || hasParents(object) || rebuild(object, cause)) continue;
    const known2 = detours.released.get(object.id);
    const gone = /* @__PURE__ */ new Set([...known2?.gone ?? [], id]);
    if (letGo(object, gone)) detours.released.set(object.id, { cause, gone });
    else detours.manual.push(standsInTheWay(object, id));
  }
}
function blockers(change, transition) {
  if (change.op !== "alter") return [];
  const also = kindOf(change.kind).alsoAlters?.(change, transition) ?? [];
  return [change, ...also].flatMap(
    (alteration2) => dependentsOf(transition.actual, alteration2.before.id).filter(
      (object) => kindOf(object.kind).blocks?.(object, alteration2) === true
    )
  );
}
function goneObjects(changes, { actual, desired }) {
  const gone = /* @__PURE__ */ new Set();
  const take = (object) => {
    if (gone.has(object.id) || desired.objects.has(object.id)) return;
    gone.add(object.id);
    for (const child of childrenOf(actual, object.id)) take(child);
    for (const dependent of dependentsOf(actual, object.id)) {
      if (dependent.fallsWith?.includes(object.id) === true) take(dependent);
    }
  };
  for (const change of changes) if (change.op === "drop") take(change.before);
  return gone;
}
function causeOf(id, changes, { actual }) {
  if (changes.some((change) => change.op === "drop" && change.object === id)) return id;
  const parent = actual.objects.get(id)?.parent ?? null;
  return parent === null ? id : causeOf(parent, changes, { actual, desired: actual });
}
function canRebind(object, { desired }) {
  return (kindOf(object.kind).rebinds?.(object, desired) ?? []).length > 0;
}
function manualReason({ kind, after, reason }) {
  return `${kind} ${after.name}: ${reason} would need it made anew`;
}
function standsInTheWay(object, id) {
  const needed = `${kindOfId(id)} ${identityOf(id)}`;
  return `${object.kind} ${identityOf(object.id)} needs ${needed}, which would go: change or drop it by hand first`;
}

// src/plan/carried.ts
function withCarried(expected, changes, actual) {
  const changed = new Set(changes.map(({ object }) => object));
  const carried = changes.flatMap((change) => {
    if (change.op !== "rename") return [];
    return childrenOf(actual, change.before.id).filter(({ id, kind }) => kindOf(kind).attached === true && !changed.has(id)).map((child) => ({ old: child.id, object: underNewName(child, change) }));
  });
  if (carried.length === 0) return expected;
  const objects = new Map(expected.objects);
  for (const { old, object } of carried) {
    objects.delete(old);
    if (!objects.has(object.id)) objects.set(object.id, object);
  }
  return { objects, uncovered: expected.uncovered };
}
function underNewName(child, { before, after }) {
  const { kind, needs } = child;
  const name = child.name === before.name ? after.name : child.name;
  const moved = {
    ...child,
    name,
    parent: after.id,
    needs: needs.map((need) => need === before.id ? after.id : need).sort()
  };
  const own = kindOf(kind).identity?.(moved, after.id) ?? [name];
  return { ...moved, id: typeof own === "string" ? `${kind}:${own}` : objectId(kind, ...own) };
}

// src/plan/anew.ts
var REBUILT = "rebuilt";
function madeAnew(ids, changes, { actual, desired }) {
  const objects = new Map(actual.objects);
  for (const id of ids) {
    const object = objects.get(id);
    if (!object) continue;
    objects.set(id, { ...object, attributes: { ...object.attributes, [REBUILT]: true } });
  }
  return {
    changes: changes.map(
      (change) => change.op === "alter" && ids.has(change.object) ? {
        ...change,
        before: objects.get(change.before.id) ?? change.before,
        attributes: [...change.attributes, REBUILT]
      } : change
    ),
    transition: { actual: { ...actual, objects }, desired }
  };
}

// src/plan/conversions.ts
var WIDENING = [
  ["smallint", "integer", "bigint", "numeric", "text"],
  ["real", "double precision", "text"],
  ["character varying", "text"],
  ["uuid", "text"],
  ["boolean", "text"],
  ["json", "text"],
  ["cidr", "inet", "text"]
];
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

// src/plan/irreversible.ts
function irreversible(changes, transition) {
  const { actual } = transition;
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
    if (change.op !== "alter") return [];
    return change.kind === "table" ? lostColumns(change.before, change.after, transition).map(
      (column) => `dropping column ${name}.${column.name} loses its values`
    ) : alterationLoss(change, name, actual);
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
  const used = dependentsOf(actual, change.object).some(({ kind }) => kind === "column");
  return added.length > 0 && used ? [`rows that use a new value of enum ${name} stand in the way of removing it again`] : [];
}

// src/plan/stages.ts
function inOrder(drafts) {
  const migrations = [];
  let open = false;
  for (const draft of drafts) {
    const alone = draft.transaction === "never" || draft.transaction === "own";
    const last = migrations.at(-1);
    if (last && open && !alone) last.push(draft);
    else migrations.push([draft]);
    open = !alone && draft.transaction !== "last";
  }
  return migrations;
}
function arrange2(chains) {
  const waiting = new Waiting(chains);
  const migrations = [];
  while (waiting.left) {
    const shared = [...waiting.take("first"), ...waiting.take("any", "last")];
    if (shared.length > 0) migrations.push(shared);
    const apart = shared.length > 0 ? [] : [...waiting.take("own"), ...waiting.take("never")];
    migrations.push(...apart.map((draft) => [draft]));
    if (shared.length === 0 && apart.length === 0) migrations.push([waiting.force()]);
    waiting.commit();
  }
  return migrations;
}
var Waiting = class {
  #chains;
  /** How many of a chain's statements are placed. */
  #placed = /* @__PURE__ */ new Map();
  /** Chains whose newest statement must be committed before anything follows. */
  #uncommitted = /* @__PURE__ */ new Set();
  constructor(chains) {
    this.#chains = chains;
  }
  get left() {
    return this.#chains.some((chain) => !this.#isDone(chain));
  }
  /** Whatever is free and needs this of transactions, and what is free then. */
  take(...needs) {
    const taken = [];
    for (let before = -1; before < taken.length; ) {
      before = taken.length;
      for (const chain of this.#chains) taken.push(...this.#takeFrom(chain, needs));
    }
    return taken;
  }
  #takeFrom(chain, needs) {
    const taken = [];
    for (let draft = this.#next(chain); draft; draft = this.#next(chain)) {
      if (!needs.includes(draft.transaction)) break;
      taken.push(this.#place(chain, draft));
    }
    return taken;
  }
  force() {
    for (const chain of this.#chains) {
      const draft = chain.drafts[this.#count(chain)];
      if (draft) return this.#place(chain, draft);
    }
    throw new Error("there is nothing left to place");
  }
  commit() {
    this.#uncommitted.clear();
  }
  #place(chain, draft) {
    this.#placed.set(chain, this.#count(chain) + 1);
    if (draft.transaction === "last") this.#uncommitted.add(chain);
    return draft;
  }
  /** The chain's next statement, where what it follows is done. */
  #next(chain) {
    const ready = (one) => !this.#uncommitted.has(one);
    if (!ready(chain)) return void 0;
    const free = this.#count(chain) > 0 || chain.after.every((one) => this.#isDone(one) && ready(one));
    return free ? chain.drafts[this.#count(chain)] : void 0;
  }
  #isDone(chain) {
    return this.#count(chain) >= chain.drafts.length;
  }
  #count(chain) {
    return this.#placed.get(chain) ?? 0;
  }
};

// src/plan/online.ts
var NO_FACTS = { rewrites: /* @__PURE__ */ new Set(), partitionConstraints: /* @__PURE__ */ new Map() };
function onlineMigrations(work, online) {
  const writer = new Writer(work, online);
  const before = { drafts: work.before, after: [] };
  const chains = new Map(
    work.tasks.map((task) => [task.action, { drafts: writer.drafts(task), after: [before] }])
  );
  for (const [action, chain] of chains) {
    for (const earlier of work.graph.get(action)?.keys() ?? []) {
      const one = chains.get(earlier);
      if (one) chain.after.push(one);
    }
  }
  const all = [before, ...chains.values()];
  const migrations = arrange2([...all, { drafts: work.after, after: all }]);
  return migrations.map((drafts) => withLockTimeout(drafts, online.lockTimeout));
}
function isOnTableInUse(object, { objects }, { inUse }) {
  let root = object;
  for (let up = parentOf(root); up; up = parentOf(up)) root = up;
  return holdsRows(root) && inUse.has(root.id) && objects.has(root.id);
  function parentOf({ parent }) {
    return parent === null ? void 0 : objects.get(parent);
  }
}
var Writer = class {
  #work;
  #online;
  #context;
  /** Drops of what is created again under the same id. */
  #replaced = /* @__PURE__ */ new Map();
  /** Ids of what is changed or goes: nothing that leans on it can be replaced in one go. */
  #changing;
  constructor(work, online) {
    const { actual, desired } = work.transition;
    const { rewrites, partitionConstraints: partitionConstraints2 } = online.facts;
    this.#work = work;
    this.#online = online;
    this.#context = {
      version: online.version,
      actual,
      desired,
      rewrites: (part) => rewrites.has(part.id),
      partitionConstraint: (table) => partitionConstraints2.get(table.id) ?? null
    };
    const actions = work.tasks.map(({ action }) => action);
    this.#changing = new Set(
      actions.filter(({ verb }) => verb !== "create").map(({ object }) => object.id)
    );
    const drops = new Map(
      actions.filter(({ verb }) => verb === "drop").map((action) => [action.object.id, action])
    );
    for (const action of actions) {
      const drop2 = drops.get(action.object.id);
      if (action.verb === "create" && drop2) this.#replaced.set(action.object.id, drop2);
    }
  }
  drafts(task) {
    const { action } = task;
    const locks = this.#locks(action);
    return this.#pieces(task).map((piece) => ({ ...piece, change: action.change, locks }));
  }
  #pieces({ action, plain: plain2 }) {
    const { object, after, verb } = action;
    const { online } = kindOf(object.kind);
    const { actual } = this.#work.transition;
    if (!online || !isOnTableInUse(object, actual, this.#online)) return plain2;
    if (this.#replacement(after.id, online) !== null) {
      return verb === "drop" ? [] : this.#replacement(after.id, online) ?? plain2;
    }
    switch (verb) {
      case "drop":
        return online.drop?.(object, this.#context) ?? plain2;
      case "create":
        return online.create?.(after, this.#context) ?? plain2;
      case "alter":
        return this.#alterations(action, online);
      case "rename":
        return plain2;
    }
  }
  /** Null where the object isn't replaced, or has to go while something else changes. */
  #replacement(id, online) {
    const drop2 = this.#replaced.get(id);
    const after = this.#work.transition.desired.objects.get(id);
    if (!drop2 || !after) return null;
    const leansOn = [...drop2.object.needs, ...after.needs];
    if (leansOn.some((need) => this.#changing.has(need))) return null;
    return online.replace?.(drop2.object, after, this.#context) ?? null;
  }
  #alterations({ object, after, attributes }, online) {
    const { transition } = this.#work;
    return Object.entries(kindOf(object.kind).alter).filter(([name]) => attributes.includes(name)).flatMap(
      ([name, alter]) => online.alter?.[name]?.(object, after, this.#context) ?? paced("any", alter(object, after, transition) ?? [])
    );
  }
  /** On a table in use, or of a table that refers to one. */
  #locks({ object, after }) {
    const { actual } = this.#work.transition;
    if (isOnTableInUse(object, actual, this.#online)) return true;
    if (after.parent === null) return false;
    return after.needs.some((need) => {
      const needed = actual.objects.get(need);
      return needed !== void 0 && isOnTableInUse(needed, actual, this.#online);
    });
  }
};
function withLockTimeout(drafts, timeout) {
  const [first] = drafts;
  const waited = drafts.some(
    ({ locks, transaction }) => locks && transaction !== "never" && transaction !== "own"
  );
  if (timeout === null || !first || !waited) return [...drafts];
  const sql = `SET LOCAL lock_timeout = ${quoteLiteral(timeout)};`;
  return [{ sql, change: first.change, transaction: "any", locks: true }, ...drafts];
}

// src/plan/mentions.ts
function mentionsOf(actions) {
  const mentions = /* @__PURE__ */ new Map();
  let byName = null;
  for (const action of actions) {
    const words2 = wordsOf(action);
    if (words2.size === 0) continue;
    byName ??= indexNames(actions);
    const named2 = new Set([...words2].flatMap((word) => byName?.get(word) ?? []));
    named2.delete(action);
    const others = [...named2].filter(({ after }) => mayBeMeant(after, words2));
    if (others.length > 0) mentions.set(action, others);
  }
  return mentions;
}
function mentionedTooSoon(actions) {
  const place = new Map(actions.map((action, at3) => [action, at3]));
  const at2 = (action) => place.get(action) ?? 0;
  const early = [...mentionsOf(actions)].filter(
    ([action, others]) => others.some((other) => at2(other) > at2(action))
  );
  return new Set(early.map(([action]) => action));
}
function wordsOf({ verb, object, after }) {
  if (verb === "drop" || verb === "rename") return /* @__PURE__ */ new Set();
  return kindOf(after.kind).words?.(after, verb === "alter" ? object : null) ?? /* @__PURE__ */ new Set();
}
function indexNames(actions) {
  const index = /* @__PURE__ */ new Map();
  for (const action of actions) {
    if (action.verb !== "drop") addTo(index, action.after.name, action);
  }
  return index;
}
function mayBeMeant({ kind, schema, table }, words2) {
  if (schema === null) return false;
  return table === null || kind === "sequence" || kind === "column" && words2.has(table);
}

// src/plan/graph.ts
function graphOf(actions, transition) {
  const graph = new Map(actions.map((action) => [action, /* @__PURE__ */ new Map()]));
  const add = (later, earlier, tie) => {
    if (!later || !earlier || later === earlier) return;
    const ties = graph.get(later);
    if (ties && !ties.has(earlier)) ties.set(earlier, tie);
  };
  const index = indexOf(actions, transition);
  addDrops(index, transition, add);
  addCreates(index, transition, add);
  addAlterations(index, add);
  addNames(actions, index, transition, add);
  addMentions(actions, graph);
  return graph;
}
function addMentions(actions, graph) {
  for (const [action, named2] of mentionsOf(actions)) {
    for (const other of named2) {
      const ties = graph.get(action);
      if (!ties || ties.has(other) || comesAfter(other, action, graph)) continue;
      ties.set(other, { dependent: action.after.id, needed: other.after.id });
    }
  }
}
function comesAfter(action, earlier, graph) {
  const seen = /* @__PURE__ */ new Set([action]);
  for (const one of seen) {
    if (one === earlier) return true;
    for (const next of graph.get(one)?.keys() ?? []) seen.add(next);
  }
  return false;
}
function addDrops({ dropped, created, altered: altered2 }, { actual }, add) {
  for (const [id, { action }] of dropped) {
    for (const needed of actual.objects.get(id)?.needs ?? []) {
      const tie = { dependent: id, needed };
      add(dropped.get(needed)?.action, action, tie);
      add(altered2.get(needed)?.[0], action, tie);
    }
    add(created.get(id)?.action, action, { dependent: id, needed: id });
  }
}
function addCreates({ created, altered: altered2 }, { desired }, add) {
  for (const [id, { action, object }] of created) {
    const needs = action.verb === "create" ? object.needs : desired.objects.get(id)?.needs;
    for (const needed of needs ?? []) {
      const tie = { dependent: id, needed };
      add(action, created.get(needed)?.action, tie);
      add(action, altered2.get(needed)?.at(-1), tie);
    }
  }
}
function addAlterations(index, add) {
  const { dropped, created, altered: altered2 } = index;
  for (const [id, actions] of altered2) {
    for (const [at2, action] of actions.entries()) {
      const own = { dependent: id, needed: id };
      add(action, actions[at2 - 1], own);
      add(action, created.get(id)?.action, own);
      add(dropped.get(id)?.action, action, own);
      addAlteration(action, index, add);
    }
  }
}
function addAlteration(action, { dropped, created, altered: altered2 }, add) {
  const dependent = action.object.id;
  for (const needed of action.letsGo === true ? [] : action.after.needs) {
    const tie = { dependent, needed };
    add(action, created.get(needed)?.action, tie);
    add(action, altered2.get(needed)?.at(-1), tie);
  }
  for (const needed of action.object.needs) {
    const tie = { dependent, needed };
    add(dropped.get(needed)?.action, action, tie);
    if (!action.after.needs.includes(needed)) add(altered2.get(needed)?.[0], action, tie);
  }
}
function addNames(actions, { dropped, created }, { actual }, add) {
  const vacated = /* @__PURE__ */ new Map();
  for (const { action, object } of dropped.values()) {
    for (const name of namesOf(object)) vacated.set(name, action);
  }
  for (const action of actions) {
    if (action.verb !== "rename") continue;
    const { id, needs } = action.object;
    const held = actual.objects.has(id) ? namesOf(action.object) : [];
    for (const name of held) vacated.set(name, action);
    add(action, created.get(id)?.action, { dependent: id, needed: id });
    for (const needed of needs) add(dropped.get(needed)?.action, action, { dependent: id, needed });
  }
  for (const [id, { action, object }] of created) {
    for (const name of namesOf(object)) {
      add(action, vacated.get(name), { dependent: id, needed: name });
    }
  }
}
function namesOf(object) {
  return [object.id, ...kindOf(object.kind).occupies?.(object) ?? []];
}
function indexOf(actions, { actual, desired }) {
  const altered2 = /* @__PURE__ */ new Map();
  for (const action of actions) {
    if (action.verb === "alter") addTo(altered2, action.object.id, action);
  }
  const having = (verbs) => actions.filter(({ verb }) => verbs.includes(verb));
  const own = (index) => {
    for (const id of altered2.keys()) if (index.get(id)?.action.object.id !== id) index.delete(id);
    return index;
  };
  return {
    dropped: own(owners(having(["drop"]), "object", actual)),
    created: own(owners(having(["create", "rename"]), "after", desired)),
    altered: altered2
  };
}
function owners(actions, side, schema) {
  const index = new Map(
    actions.map((action) => [action[side].id, { action, object: action[side] }])
  );
  const enter2 = (object, action) => {
    for (const child of childrenOf(schema, object.id)) {
      const comes = action.verb === "drop" || action.verb === "create" && child.part;
      if (!comes || index.has(child.id)) continue;
      index.set(child.id, { action, object: child });
      enter2(child, action);
    }
  };
  for (const action of actions) enter2(action[side], action);
  return index;
}

// src/plan/rings.ts
function breakRing(ring, actions, transition) {
  const drops = ring.flatMap((link) => separateDrop(link, transition));
  if (drops.length > 0) return { actions: [...actions, ...unique(drops)], transition };
  const renames = swap(ring, actions);
  if (renames) return { actions: renames, transition };
  for (const link of ring) {
    const broken = loosen(link, actions, transition);
    if (broken) return broken;
  }
  const anew = ring.map(({ later }) => makeAnew(later, actions, transition)).find(Boolean);
  return anew ? { actions: anew, transition } : null;
}
function makeAnew(action, actions, { actual, desired }) {
  const { verb, object, after } = action;
  const same2 = actions.filter((other) => other.object.id === object.id);
  const children = childrenOf(actual, object.id);
  const others = dependentsOf(actual, object.id).filter(({ parent }) => parent !== object.id);
  if (verb !== "alter" || object.part || same2.length > 1 || others.length > 0) return null;
  if (kindOf(object.kind).recreatable?.(object, after) === false) return null;
  if (children.some(({ id, part }) => part || !desired.objects.has(id))) return null;
  const comes = [after, ...childrenOf(desired, after.id)];
  const ids = new Set(comes.map(({ id }) => id));
  const base = { change: action.change, attributes: [] };
  return [
    ...actions.filter((other) => !ids.has(other.object.id)),
    { ...base, verb: "drop", object, after: object },
    ...comes.map((one) => ({ ...base, verb: "create", object: one, after: one }))
  ];
}
function separateDrop({ earlier, dependent }, { actual }) {
  const object = actual.objects.get(dependent);
  if (earlier.verb !== "drop" || !object || object.id === earlier.object.id) return [];
  if (object.part && kindOf(object.kind).apart !== true) return [];
  return [{ ...earlier, object, after: object }];
}
function unique(actions) {
  const byId = new Map(actions.map((action) => [action.object.id, action]));
  return [...byId.values()].sort((a, b) => a.object.id < b.object.id ? -1 : 1);
}
function swap(ring, actions) {
  const [first] = ring.map(({ later }) => later);
  if (!first || ring.some(({ later }) => later.verb !== "rename")) return null;
  const aside = { ...first.object, ...nameAside(first.object) };
  return actions.flatMap(
    (action) => action === first ? [
      { ...action, after: aside },
      { ...action, object: aside }
    ] : [action]
  );
}
function nameAside({ id, name }) {
  return { id: `${id} aside`, name: `${name.slice(0, 50)}_plumbline` };
}
function loosen({ later, earlier, dependent, needed }, actions, transition) {
  const comes = later.verb === "create" && dependent !== later.after.id;
  if (comes) {
    const part2 = transition.desired.objects.get(dependent);
    return part2 ? createLater(part2, { needed, change: later.change }, actions, transition) : null;
  }
  const goes = earlier.verb === "drop" && dependent !== earlier.object.id;
  const part = goes ? transition.actual.objects.get(dependent) : void 0;
  const loose = part ? letGo(part, /* @__PURE__ */ new Set([needed])) : null;
  if (!part || !loose) return null;
  const release = {
    verb: "alter",
    object: part,
    after: loose.object,
    attributes: loose.attributes,
    change: earlier.change
  };
  const actual = replaced(transition.actual, part.id, loose.object);
  return { actions: [...actions, release], transition: { ...transition, actual } };
}
function createLater(part, { needed, change }, actions, transition) {
  const { desired } = transition;
  if (kindOf(part.kind).apart === true) {
    const create2 = { verb: "create", object: part, after: part, attributes: [], change };
    const apart = replaced(desired, part.id, { ...part, part: false });
    return { actions: [...actions, create2], transition: { ...transition, desired: apart } };
  }
  const loose = letGo(part, /* @__PURE__ */ new Set([needed]));
  if (!loose) return null;
  const restore = {
    verb: "alter",
    object: loose.object,
    after: part,
    attributes: loose.attributes,
    change
  };
  const later = replaced(desired, part.id, loose.object);
  return { actions: [...actions, restore], transition: { ...transition, desired: later } };
}
function replaced(schema, id, object) {
  return { ...schema, objects: new Map(schema.objects).set(id, object) };
}

// src/plan/order.ts
var RANK = { drop: 0, rename: 1, alter: 2, create: 3 };
function order(actions, transition, kindRank2, splits = transition.actual.objects.size + transition.desired.objects.size) {
  const graph = graphOf(actions, transition);
  const sorted = sort(actions, graph, kindRank2);
  if (sorted.length === actions.length) return { actions: sorted, transition, graph, rings: [] };
  const placed = new Set(sorted);
  const waiting = actions.filter((action) => !placed.has(action));
  const ring = findRing(waiting, graph);
  const broken = splits > 0 ? breakRing(ring, actions, transition) : null;
  if (broken) return order(broken.actions, broken.transition, kindRank2, splits - 1);
  return { actions: [...sorted, ...waiting], transition, graph, rings: [describe(ring)] };
}
function sort(actions, graph, kindRank2) {
  const followers = new Map(actions.map((action) => [action, []]));
  const missing = /* @__PURE__ */ new Map();
  for (const [later, earlier] of graph) {
    missing.set(later, earlier.size);
    for (const action of earlier.keys()) followers.get(action)?.push(later);
  }
  const place = new Map(actions.map((action, at2) => [action, at2]));
  const priority = new Map(actions.map((action) => [action, priorityOf(action, kindRank2)]));
  const isLater = (a, b) => {
    const [left = 0, right = 0] = [priority.get(a), priority.get(b)];
    return left === right ? (place.get(a) ?? 0) > (place.get(b) ?? 0) : left > right;
  };
  const free = [];
  for (const action of actions) if (missing.get(action) === 0) insert(free, action, isLater);
  const sorted = [];
  for (let next = free.pop(); next; next = free.pop()) {
    sorted.push(next);
    for (const follower of followers.get(next) ?? []) {
      const left = (missing.get(follower) ?? 0) - 1;
      missing.set(follower, left);
      if (left === 0) insert(free, follower, isLater);
    }
  }
  return sorted;
}
function insert(list, action, isBefore) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = low + high >> 1;
    const other = list[middle];
    if (other !== void 0 && isBefore(other, action)) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, action);
}
function priorityOf(action, kindRank2) {
  const rank = kindRank2(action.object.kind);
  return RANK[action.verb] * 1e3 + (action.verb === "drop" ? -rank : rank);
}
function findRing(waiting, graph) {
  const left = new Set(waiting);
  const path = [];
  const seen = /* @__PURE__ */ new Map();
  for (let action = waiting[0]; action && !seen.has(action); ) {
    seen.set(action, path.length);
    path.push(action);
    action = [...graph.get(action)?.keys() ?? []].find((earlier) => left.has(earlier));
    if (action && seen.has(action)) path.splice(0, seen.get(action));
  }
  return path.flatMap((later, at2) => {
    const earlier = path[(at2 + 1) % path.length];
    const tie = earlier && graph.get(later)?.get(earlier);
    return earlier && tie ? [{ later, earlier, ...tie }] : [];
  });
}
function describe(ring) {
  const name = (action) => `${kindOf(action.object.kind).name} ${identityOf(action.object.id)}`;
  const names = ring.map(({ later }) => name(later));
  return `these need each other in a ring that no order of statements solves: ${[...names, names[0]].join(" \u2192 ")}`;
}

// src/plan/rebind.ts
function rebound(schema) {
  const moved = [...schema.objects.values()].flatMap((object) => leaningElsewhere(object, schema));
  if (moved.length === 0) return schema;
  const objects = new Map(schema.objects);
  for (const object of moved) objects.set(object.id, object);
  return { ...schema, objects };
}
function leaningElsewhere(object, schema) {
  const left = object.needs.filter((need) => schema.objects.has(need));
  if (left.length === object.needs.length) return [];
  const others = kindOf(object.kind).rebinds?.(object, schema) ?? [];
  return others.length === 0 ? [] : [{ ...object, needs: [.../* @__PURE__ */ new Set([...left, ...others])] }];
}

// src/plan/plan.ts
function planChanges(wanted, transition, { renames = [], respelled = [], online = null, oneTransaction = false } = {}) {
  const { actual, desired } = transition;
  const changes = withRevokedRoles(wanted, actual);
  const named2 = applyChanges(actual, desired, changes, follows);
  const applied = withCarried(named2, changes, actual);
  const granted = withImpliedGrants(applied, changes, desired, reference);
  const expected = rebound(withRespelled(granted, respelled));
  const first = renames.flatMap(renameDrafts);
  const last = renames.map(reversed).reverse().flatMap(renameDrafts);
  const use = online && { ...online, inUse: underNewNames(online.inUse, renames) };
  const how = { online: use, oneTransaction };
  const up = steps(changes, { actual, desired: expected }, { ...how, first });
  const returning = new Set(respelled.flatMap(({ object, returns }) => returns ? object.id : []));
  const back = diff(expected, actual, { traits }).filter(({ object }) => !returning.has(object));
  const down = steps(back, { actual: expected, desired: actual }, { ...how, last });
  return {
    up: up.steps,
    down: down.steps,
    irreversible: irreversible(changes, { actual, desired: expected }),
    manual: up.manual,
    renames,
    expected
  };
}
function withRespelled(schema, respelled) {
  if (respelled.length === 0) return schema;
  const objects = new Map(schema.objects);
  for (const { object } of respelled) if (objects.has(object.id)) objects.set(object.id, object);
  return { ...schema, objects };
}
function renameDrafts({ kind, object, before, after }) {
  const statements2 = kindOf(kind).rename?.(before, after) ?? [];
  return paced("any", statements2).map((piece) => ({ ...piece, change: object, locks: true }));
}
function underNewNames(ids, renames) {
  const all = new Set(ids);
  for (const { before, after } of renames) if (all.has(before.id)) all.add(after.id);
  return all;
}
var reversed = (rename2) => ({
  ...rename2,
  before: rename2.after,
  after: rename2.before
});
function sqlForChange(change, transition) {
  const { actual, desired } = transition;
  const applied = applyChanges(actual, desired, [change], follows);
  const expected = withImpliedGrants(applied, [change], desired, reference);
  return steps([change], { actual, desired: expected }).steps.map((step) => step.sql);
}
function follows(part, attributes, without) {
  const { follows: own = [], followsIf } = kindOf(part.kind).traits;
  if (followsIf?.(part, without) === false) return false;
  return attributes.some((name) => own.includes(name));
}
function steps(changes, transition, { online = null, oneTransaction = false, first = [], last = [] } = {}) {
  const { actions, manual } = actionsFor(changes, transition);
  const ordered = order(actions, transition, kindRank);
  const tasks = tasksFor(ordered.actions, ordered.transition);
  const tooSoon = oneTransaction ? neededCommitted(tasks) : /* @__PURE__ */ new Set();
  if (tooSoon.size > 0) {
    const anew = madeAnew(tooSoon, changes, transition);
    return steps(anew.changes, anew.transition, { first, last });
  }
  const migrations = online ? onlineMigrations(
    {
      tasks,
      graph: ordered.graph,
      transition: ordered.transition,
      before: first,
      after: last
    },
    online
  ) : inOrder([...first, ...tasks.flatMap(plainDrafts), ...last]);
  return {
    manual: [...manual, ...ordered.rings],
    steps: migrations.flatMap(
      (drafts, migration) => drafts.map(({ sql, change, transaction }) => ({ sql, change, transaction, migration }))
    )
  };
}
function neededCommitted(tasks) {
  const waiting = tasks.filter(({ plain: plain2 }) => plain2.some((one) => one.transaction === "last"));
  return new Set(waiting.map(({ action }) => action.object.id));
}
function plainDrafts({ action, plain: plain2 }) {
  return plain2.map((piece) => ({ ...piece, change: action.change, locks: false }));
}
function tasksFor(actions, transition) {
  const early = mentionedTooSoon(actions);
  const tasks = actions.map((action) => ({
    action,
    texts: early.has(action) ? uncheckedStatements(action, transition) : statements(action, transition)
  }));
  return tasks.map(({ action, texts: texts2 }, index) => ({
    action,
    plain: texts2.flatMap((sql) => paced(usedLater(sql, index, tasks) ? "last" : "any", [sql]))
  }));
}
function uncheckedStatements(action, transition) {
  const early = kindOf(action.after.kind).unchecked?.(action.after);
  return early ? [...statements({ ...action, after: early.object }, transition), ...early.then] : statements(action, transition);
}
var KIND_ORDER = Object.keys(kinds);
function kindRank(kind) {
  return KIND_ORDER.indexOf(kind);
}
function statements(action, transition) {
  const kind = kindOf(action.object.kind);
  const revoked = () => revokeImplied(action.after, transition.desired, { grant: kinds.grant, reference });
  switch (action.verb) {
    case "drop":
      return kind.drop(action.object, transition);
    case "create":
      return [...kind.create(action.after, transition.desired, transition.actual), ...revoked()];
    case "rename":
      return kind.rename?.(action.object, action.after) ?? [];
    case "alter":
      return [
        ...Object.entries(kind.alter).filter(([name]) => action.attributes.includes(name)).flatMap(([, alter]) => alter(action.object, action.after, transition) ?? []),
        ...rebuildsType({ ...action, before: action.object }) ? revoked() : []
      ];
  }
}
function usedLater(sql, index, tasks) {
  const object = tasks[index]?.action.object;
  const value = /^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*')/.exec(sql)?.[1];
  if (object?.kind !== "enum" || value === void 0) return false;
  return tasks.slice(index + 1).some(({ action: { after }, texts: texts2 }) => {
    const mayUse = after.parent === null || after.needs.includes(object.id);
    return mayUse && after.id !== object.id && texts2.some((text2) => text2.includes(value));
  });
}

// src/plan/settle.ts
async function settle(db, changes, transition, options = {}) {
  const causes = changes.filter((change) => isCause(change, transition));
  if (causes.length === 0) return { changes, respelled: [] };
  const { renames = [], actual } = transition;
  const tried = await tryOut(db, planChanges(causes, transition, { renames }), options);
  if (tried === null) return { changes, respelled: [] };
  const caused = new Set(causes.map(({ object }) => object));
  const differs = (schema, { id }) => {
    const [before, after] = [actual.objects.get(id), schema.objects.get(id)];
    return !before || !after || differingAttributes(before, after).length > 0;
  };
  const respelled = [...tried.after.objects.values()].filter(
    (object) => actual.objects.has(object.id) && !caused.has(object.id) && differs(tried.after, object)
  );
  const byId = new Map(respelled.map((object) => [object.id, object]));
  const left = changes.filter((change) => !isConsequence(change, byId.get(change.object)));
  const changed = new Set(left.map(({ object }) => object));
  return {
    changes: left,
    respelled: respelled.filter(({ id }) => !changed.has(id)).map((object) => ({ object, returns: !differs(tried.back, object) }))
  };
}
function tryOut(db, plan, options) {
  return db.scratch(async () => {
    const up = await db.run(plan.up.map((step) => step.sql));
    if (!up.ok) return null;
    const after = await introspect(db, options);
    const down = await db.run(plan.down.map((step) => step.sql));
    return down.ok ? { after, back: await introspect(db, options) } : null;
  });
}
function isCause(change, { actual }) {
  return change.op === "alter" && retypes(change) && dependentsOf(actual, change.object).some(({ kind }) => kind !== "column");
}
function isConsequence(change, respelled) {
  if (change.op !== "alter" || !respelled) return false;
  const differing = differingAttributes(respelled, change.after);
  return change.attributes.every((name) => !differing.includes(name));
}

// src/schema/rename-candidates.ts
var LEAST = 0.5;
var REFERENCES = 0.3;
function renameCandidates(changes, options) {
  const decided = (id) => options.decided?.has(id) === true;
  const open = changes.filter(({ weight, object }) => weight === "substance" && !decided(object));
  const drops = open.filter((change) => change.op === "drop");
  const creates = open.filter((change) => change.op === "create");
  const pairs2 = drops.flatMap(
    (drop2) => creates.filter((create2) => inOnePlace(drop2.before, create2.after)).map((create2) => {
      const [before, after] = [drop2.before, create2.after];
      const confidence = confidenceOf(before, after, options);
      return { before, after, member: null, confidence, changes: [drop2, create2] };
    })
  );
  const members = open.flatMap(
    (change) => change.op === "alter" ? memberCandidates(change, options.traits, decided) : []
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
function confidenceOf(before, after, options) {
  const resembles = options.traits[before.kind]?.resembles;
  if (!resembles) return 0;
  const structure = structureOf(before, after, resembles, options);
  if (structure === 0) return 0;
  const { shares } = resembles;
  const position = shares.position === 0 ? 0 : positionOf(before, after, options);
  return shares.structure * structure + shares.position * position + shares.name * likenessOfNames(before.name, after.name);
}
function structureOf(before, after, resembles, options) {
  if (resembles.contents) return likenessOfContents(before, after, resembles.contents, options);
  const attributes = likenessOfAttributes(before, after, resembles);
  const old = referencesTo(before, options.actual);
  const wanted = referencesTo(after, options.desired);
  if (attributes === 0 || old.length + wanted.length === 0) return attributes;
  return (1 - REFERENCES) * attributes + REFERENCES * likenessOfBags(old, wanted);
}
function likenessOfAttributes(before, after, { attributes = {}, likeness = {} }) {
  let sum2 = 0;
  for (const [name, share] of Object.entries(attributes)) {
    const [old, wanted] = [before.attributes[name], after.attributes[name]];
    const alike = likeness[name]?.(old, wanted) ?? (equal(old, wanted) ? 1 : 0);
    if (alike === 0 && likeness[name]) return 0;
    sum2 += share * alike;
  }
  return sum2;
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
function likenessOfContents(before, after, contents, options) {
  const { actual, desired, traits: traits2, scope } = options;
  const membersOf2 = (schema, { id }) => {
    const all2 = contents === "parts" ? childrenOf(schema, id).filter(({ part }) => part) : dependentsOf(schema, id).filter(({ parent }) => parent === null);
    const own = all2.filter(({ kind }) => traits2[kind]?.resembles);
    return new Map(own.map((object) => [`${object.kind} ${object.name}`, object]));
  };
  const [old, wanted] = [membersOf2(actual, before), membersOf2(desired, after)];
  const frequency = frequencies(actual);
  const worth = (key) => 1 / (frequency.get(key) ?? 1);
  let common = 0;
  let all = 0;
  for (const [key, object] of old) {
    const twin = wanted.get(key);
    all += worth(key);
    if (!twin) continue;
    const same2 = differingAttributes(object, twin, scope).length === 0;
    common += worth(key) * (same2 ? 2 : 1);
  }
  for (const key of wanted.keys()) all += worth(key);
  return all === 0 ? 0 : common / all;
}
var known = /* @__PURE__ */ new WeakMap();
function frequencies(schema) {
  const found = known.get(schema);
  if (found) return found;
  const counts = /* @__PURE__ */ new Map();
  for (const { kind, name } of schema.objects.values()) {
    const key = `${kind} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  known.set(schema, counts);
  return counts;
}
function positionOf(before, after, { actual, desired }) {
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
function gapAround(name, names, stays) {
  const at2 = names.indexOf(name);
  const start = names.slice(0, at2).findLastIndex(stays);
  const end = names.findIndex((one, index) => index > at2 && stays(one));
  const last = end === -1 ? names.length : end;
  return {
    previous: names[start] ?? null,
    next: names[last] ?? null,
    offset: at2 - start - 1,
    size: last - start - 1
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
    migrated: built.actual,
    decided: undecided(built.actual),
    unreadable: [...unknown, ...built.desired.rejected],
    assumed: built.assumed
  };
}
function withRenames(side, decided) {
  return { ...side, actual: decided.actual, decided };
}
function whyUnread(models, migrations) {
  const isError = ({ severity }) => severity === "error";
  const unreadModels = models.statements.length === 0 ? models.findings.find(isError) : void 0;
  return unreadModels ?? migrations.findings.find(isError) ?? null;
}

// src/settle-renames.ts
async function settleRenames(database, options) {
  const { project, head, ask } = options;
  let decisions = [...decidedBy(project, head), ...options.renames];
  for (; ; ) {
    const settled = await settle2(database, decisions, options);
    const [first] = settled.open;
    if (!first || ask === null || settled.head.decided.wrong.length > 0) return settled;
    const answer = await ask(project, first);
    if (answer === null) return settled;
    decisions = [...decisions, answer];
  }
}
function decidedBy(project, side) {
  return [...side.models.renames ?? [], ...project.renames ?? []];
}
async function settle2(database, decisions, { project, head, base }) {
  const decided = await decideRenames(database, decisions, {
    actual: head.migrated,
    desired: head.desired,
    scope: scopeOf(head, base),
    bookkeeping: head.migrations.bookkeeping
  });
  const side = withRenames(head, decided);
  const found = findDrift(project, side, base);
  const { changes } = await settle(
    database,
    found.changes,
    { actual: side.actual, desired: side.desired, renames: decided.steps },
    { exclude: [head.migrations.bookkeeping] }
  );
  const drift = { ...found, changes };
  const among = (inherited) => renameCandidates(
    drift.changes.filter((change) => drift.inherited.has(change) === inherited),
    { ...side, traits, scope: drift.scope, decided: decided.apart }
  );
  return { head: side, drift, open: among(false), inherited: among(true), decisions };
}
function asRenamed(candidate) {
  const { before } = candidate;
  return {
    kind: before.kind,
    from: [oldName(candidate)],
    to: newName(candidate),
    source: answered(`${oldName(candidate)} was renamed to ${newName(candidate)}`)
  };
}
function asNew(candidate) {
  const { before } = candidate;
  const to = newName(candidate);
  return { kind: before.kind, from: null, to, source: answered(`${to} is new`) };
}
var answered = (text2) => ({
  text: text2,
  file: null,
  line: null,
  way: "answer",
  shared: false
});
function oldName({ before, member }) {
  return spellNamed({ object: before, member: member?.from ?? null });
}
function newName({ after, member }) {
  return spellNamed({ object: after, member: member?.to ?? null });
}

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
var NOT_IN_TRANSACTION = ["25001", "2D000"];
async function applyMigration(db, texts2, options = {}) {
  const replay2 = new Replay(db, await judge(texts2), options);
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
    if (this.#from > 0 && this.#from >= this.#items.length) return this.#applied();
    const end = this.#nextAlone();
    if (end === this.#from && end < this.#items.length) return this.#runAlone(end);
    const failed2 = await this.#run(this.#from, end);
    if (!failed2) {
      this.#from = end;
      return end < this.#items.length ? void 0 : this.#applied();
    }
    const { index, error } = failed2;
    this.#from = committedBefore(this.#items, this.#from, index);
    if (await this.#refine(index)) return void 0;
    if (await this.#assume(error)) return void 0;
    if (this.#dropOptions(index, error)) return void 0;
    if (NOT_IN_TRANSACTION.includes(error.code) && this.#options.within !== "savepoint") {
      return this.#runAlone(index);
    }
    return this.#failure(index, error);
  }
  #applied() {
    return { ok: true, assumed: this.#assumed, alone: this.#alone };
  }
  /** The first statement still to run that can't run in a transaction; the end where there is none. */
  #nextAlone() {
    if (this.#options.within === "savepoint") return this.#items.length;
    const at2 = this.#items.findIndex(
      ({ effect }, index) => index >= this.#from && effect === "refuses"
    );
    return at2 === -1 ? this.#items.length : at2;
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
    const finer = parts.map(({ sql, offset }) => {
      return { sql, place: placeAt(item, offset), effect: null };
    });
    this.#items.splice(index, 1, ...finer);
    return true;
  }
  async #assume(error) {
    const assumption = this.#options.assume === false ? null : assumptionFor(error);
    if (!assumption) return false;
    const { kind, name, sql } = assumption;
    if (this.#assumed.some((known2) => known2.kind === kind && known2.name === name)) return false;
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
    const before = index > this.#from ? await this.#run(this.#from, index) : null;
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

// src/actual.ts
function assumedSchemas({ assumed }) {
  return assumed.filter(({ kind }) => kind === "schema").map(({ name }) => name);
}
async function replay(database, migrations) {
  const assumed = [];
  const apart = await runApart(migrations);
  let applied = 0;
  while (applied < migrations.length) {
    const end = apart.findIndex((own, index) => own && index >= applied);
    applied += await applyMany(database, migrations.slice(applied, end === -1 ? void 0 : end));
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
async function runApart(migrations) {
  const apart = [];
  for (const { statements: statements2 } of migrations) {
    const judged = await judge(statements2);
    apart.push(judged.some(({ effect }) => effect !== null));
  }
  return apart;
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
    const text2 = textOf2(revision, path);
    return [...extensionsIn(text2), ...extensionsImpliedBy(text2)];
  });
  return [...new Set(names)].sort();
}
function textOf2(revision, path) {
  try {
    const text2 = revision.read(path);
    return text2.length > maxScanned ? "" : text2;
  } catch {
    return "";
  }
}

// src/desired.ts
function buildDesired(database, models, prelude) {
  return database.scratch(() => create(database, models, prelude));
}
function buildDesiredInPlace(database, models, standing2) {
  const external = new Set(models.scope.external);
  const replaced2 = [...standing2.actual.objects.values()].filter(
    ({ id, kind, parent }) => parent === null && models.scope.kinds.includes(kind) && !external.has(id)
  );
  const statements2 = models.statements.filter(({ object }) => {
    const [schema = ""] = identityOf(object).split(".");
    return !standing2.assumed.includes(schema);
  });
  const prelude = replaced2.flatMap(dropStatement);
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
      if (isConsequence2(rejection, causes)) return [];
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
function isConsequence2({ statement, error }, causes) {
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

// src/sources.ts
function compareHistories(head, base) {
  if (base === null) return { shared: head.migrations, rest: [], diverged: false };
  const length2 = head.migrations.findIndex(({ name, hash }, index) => {
    const same2 = base.migrations[index];
    return same2?.name !== name || same2.hash !== hash;
  });
  const common = length2 === -1 ? head.migrations.length : length2;
  return {
    shared: head.migrations.slice(0, common),
    rest: head.migrations.slice(common),
    diverged: base.migrations.length > common
  };
}
function addedTo(head, base) {
  const known2 = new Set(base?.migrations.map(({ name }) => name));
  return head.migrations.filter(({ name }) => !known2.has(name));
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
  const same2 = atBase === project && head.files.every((file) => sameFile(workspace.head, base, file));
  return same2 ? head : toolOf(atBase).readModels(base, atBase, { env: atBase.env });
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
  const side = sideOf(models, base.migrations, { desired, actual, assumed: head.assumed });
  return underDecidedNames(workspace, base, side);
}
async function underDecidedNames(workspace, base, side) {
  const decisions = decidedBy(base.project, side);
  const options = {
    actual: side.migrated,
    desired: side.desired,
    scope: scopeOf(side, null),
    bookkeeping: side.migrations.bookkeeping
  };
  if (!isAnyPending(decisions, options)) return side;
  const apart = await workspace.databases.take();
  try {
    const replayed = await replay(apart, side.migrations.migrations);
    if (replayed.failure !== null) return side;
    return withRenames(side, await decideRenames(apart, decisions, options));
  } finally {
    await apart.close();
  }
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
  return dependentsOf(schema, id).map((object) => identityOf(object.id));
}
function few(names) {
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : "";
  return names.slice(0, MANY).join(", ") + more;
}
function leftOut(project, head) {
  const isNamed2 = ignoredByName(project);
  const { external } = head.models.scope;
  const objects = [...head.actual.objects.values(), ...head.desired.objects.values()];
  const names = objects.filter(
    (object) => isNamed2(object) || object.kind === "table" && external.includes(object.id)
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

// src/forms.ts
var LOCK_TIMEOUT = "5s";
var OLDEST = 13;
function chooseForms(project, { transactions }, forced) {
  const one = project.migrator !== "plumbline" && transactions === "one for all";
  const online = forced === null ? !one : forced === "online";
  return { online, oneTransaction: one && !online, against: one && online };
}
function onlineSettings(project) {
  return {
    version: project.postgres ?? OLDEST,
    lockTimeout: project.lockTimeout ?? LOCK_TIMEOUT
  };
}
function simpleOnly(project) {
  return {
    rule: "plain-statements",
    severity: "note",
    hazard: "lock",
    message: `the missing migration locks tables that are in use for longer than it need: ${project.tool}'s own migrator runs all that is pending in one transaction, which rules out lock-light statements. If \`plumbline migrate\` runs them in production, say \`migrator: plumbline\` in plumbline.yml; --online writes them once`,
    file: null,
    line: null
  };
}

// src/plan/observe.ts
var SAVEPOINT = "plumbline_observe";
function observe(db, plan, actual) {
  return db.scratch(async () => {
    const rewrites = /* @__PURE__ */ new Set();
    for (const step of plan.up) {
      const table = tableOfNewPart(step, plan.expected, actual);
      const before = table && await fileOf(db, table);
      await attempt(db, step);
      if (table && before !== await fileOf(db, table)) rewrites.add(step.change);
    }
    return { rewrites, partitionConstraints: await partitionConstraints(db, plan.expected) };
  });
}
async function attempt(db, { sql }) {
  await db.exec(`savepoint ${SAVEPOINT}`);
  const { ok } = await db.run([sql]);
  await db.exec(`${ok ? "release" : "rollback to"} savepoint ${SAVEPOINT}`);
}
function tableOfNewPart({ change }, expected, actual) {
  const part = expected.objects.get(change);
  if (!part?.part || part.parent === null || actual.objects.has(change)) return void 0;
  const table = actual.objects.get(part.parent);
  return table && holdsRows(table) ? table : void 0;
}
async function fileOf(db, { schema, name }) {
  const [row] = await db.query("select pg_relation_filenode(to_regclass($1)) as file", [
    relationName(schema, name)
  ]);
  return row?.["file"];
}
async function partitionConstraints(db, { objects }) {
  const some = [...objects.values()].some(
    ({ attributes }) => typeof attributes["partitionOf"] === "string"
  );
  const rows = some ? await db.query(
    `select n.nspname as schema, c.relname as name, pg_get_partition_constraintdef(c.oid) as text
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relispartition and c.relkind in ('r', 'p')`
  ) : [];
  return new Map(
    rows.flatMap(
      ({ schema, name, text: text2 }) => text2 === null ? [] : [[objectId("table", schema, name), text2]]
    )
  );
}

// src/plan/seed-values.ts
function seedColumns(db, table) {
  return db.query(COLUMNS, [table.schema, table.name]);
}
var COLUMNS = `
  with recursive wanted as (
    select a.*, c.oid as relation from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
  under as (
    select w.attnum, t.oid, t.typtype, t.typbasetype, w.atttypmod as modifier, t.typnotnull as strict
    from wanted w join pg_type t on t.oid = w.atttypid
    union all
    select u.attnum, t.oid, t.typtype, t.typbasetype, d.typtypmod, u.strict or t.typnotnull
    from under u join pg_type d on d.oid = u.oid join pg_type t on t.oid = u.typbasetype
    where u.typtype = 'd')
  select w.attname as name, format_type(u.oid, null) as type,
    format_type(w.atttypid, w.atttypmod) as declared,
    (select (regexp_match(format_type(u.oid, u.modifier), '\\((\\d+)'))[1]::int) as length,
    (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = u.oid) as labels,
    w.attnotnull or u.strict as "notNull",
    case when w.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%' then 'own'
      when d.oid is not null then 'given' else 'none' end as fallback
  from wanted w
  join under u on u.attnum = w.attnum and u.typtype <> 'd'
  left join pg_attrdef d on d.adrelid = w.relation and d.adnum = w.attnum
  order by w.attnum`;
var text = (n) => quoteLiteral(String(n));
var literal = (spell) => (n) => quoteLiteral(spell(n));
var VALUES = [
  [/\[\]$/, (n) => n === 1 ? `'{}'` : `'{NULL}'`],
  [/^(smallint|integer|bigint|oid|money)$/, (n) => String(n)],
  [/^(numeric|real|double precision)$/, (n) => String(n)],
  [/^(text|citext|name|character|character varying|"char")$/, text],
  [/^boolean$/, (n) => n % 2 === 1 ? "true" : "false"],
  [/^uuid$/, literal((n) => `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`)],
  [/^(date|timestamp)/, literal((n) => `2026-01-0${String(n)} 01:02:03.456789`)],
  [/^time /, literal((n) => `0${String(n)}:02:03.456789`)],
  [/^interval$/, literal((n) => `${String(n)} days 02:03:04`)],
  [/^jsonb?$/, literal((n) => `{"n": ${String(n)}}`)],
  [/^bytea$/, literal((n) => `\\x0${String(n)}`)],
  [/^(inet|cidr)$/, literal((n) => `10.0.0.${String(n)}`)],
  [/^macaddr$/, literal((n) => `08:00:2b:01:02:0${String(n)}`)],
  [/^macaddr8$/, literal((n) => `08:00:2b:01:02:03:04:0${String(n)}`)],
  [/^(bit|bit varying)$/, (n, { length: length2 }) => `${String(n)}::bit(${String(length2 ?? 1)})`],
  [/^(int4|int8|num)(range|multirange)$/, rangeOf(String)],
  [/^(ts|tstz|date)(range|multirange)$/, rangeOf((n) => `2026-01-0${String(n)}`)],
  [/^point$/, literal((n) => `(${String(n)},0)`)],
  [/^(box|lseg|path|polygon)$/, literal((n) => `((0,0),(${String(n)},1))`)],
  [/^circle$/, literal((n) => `<(0,0),${String(n)}>`)],
  [/^line$/, literal((n) => `{1,1,${String(n)}}`)],
  [/^(tsvector|tsquery|ltree)$/, literal((n) => `a${String(n)}`)],
  [/^hstore$/, literal((n) => `a=>${String(n)}`)],
  [/^xml$/, literal((n) => `<a>${String(n)}</a>`)],
  [/^pg_lsn$/, literal((n) => `0/${String(n)}`)],
  [/(^|\.)(vector|halfvec)$/, (n, { length: length2 }) => vectorOf(n, length2 ?? 3)]
];
function rangeOf(bound) {
  return (n, { type }) => {
    const range = `[${bound(n)},${bound(n + 1)})`;
    return quoteLiteral(type.endsWith("multirange") ? `{${range}}` : range);
  };
}
function vectorOf(n, length2) {
  return quoteLiteral(`[${Array.from({ length: length2 }, () => n).join(",")}]`);
}
function valueOf(n, column) {
  if (column.labels) {
    const label = column.labels[(n - 1) % column.labels.length];
    return label === void 0 ? null : quoteLiteral(label);
  }
  return VALUES.find(([pattern]) => pattern.test(column.type))?.[1](n, column) ?? null;
}

// src/plan/rows.ts
var ATTEMPTS = [
  [1, true],
  [2, true],
  [1, false],
  [2, false],
  [5, false]
];
var ROWS = 2;
async function seedRows(db, tables) {
  const seeded = [];
  await db.exec(`set local session_replication_role = replica`);
  for (const table of tables) {
    if (await seed(db, table) > 0) seeded.push(table);
  }
  await db.exec(`set local session_replication_role = origin`);
  return seeded;
}
function touchedTables(plan, actual) {
  const ids = /* @__PURE__ */ new Set();
  for (const { change } of plan.up) {
    for (const id of tablesOf(change, actual)) ids.add(id);
    for (const id of tablesOf(change, plan.expected)) ids.add(id);
  }
  for (const { before } of plan.renames) for (const id of tablesOf(before.id, actual)) ids.add(id);
  return [...ids].flatMap((id) => actual.objects.get(id) ?? []);
}
async function seed(db, table) {
  const columns = await seedColumns(db, table);
  let rows = 0;
  for (const [n, all] of ATTEMPTS) {
    if (rows >= ROWS) break;
    if (await insert2(db, insertion(table, columns, n, all))) rows += 1;
  }
  return rows;
}
async function insert2(db, sql) {
  await db.exec("savepoint plumbline_seed");
  const result = await db.run([sql]);
  await db.exec(
    result.ok ? "release savepoint plumbline_seed" : "rollback to savepoint plumbline_seed"
  );
  return result.ok;
}
function insertion(table, columns, n, all) {
  const given = columns.flatMap((column) => {
    const needed = column.notNull && column.fallback === "none";
    if (column.fallback === "own" || !(all || needed)) return [];
    const value = valueOf(n, column);
    return value === null ? [] : [[quoteIdentifier(column.name), value]];
  });
  const target = relationName(table.schema ?? null, table.name);
  if (given.length === 0) return `insert into ${target} default values`;
  const names = given.map(([name]) => name).join(", ");
  return `insert into ${target} (${names}) values (${given.map(([, value]) => value).join(", ")})`;
}
function tablesOf(id, schema) {
  const object = schema.objects.get(id);
  if (!object) return [];
  if (object.kind === "table") return [object.id];
  if (object.parent !== null) return tablesOf(object.parent, schema);
  return dependentsOf(schema, id).filter(({ kind }) => kind === "column").flatMap(({ parent }) => parent ?? []);
}

// src/plan/renamed-values.ts
function renamedValues(renames) {
  const types = /* @__PURE__ */ new Map();
  for (const { kind, before, after } of renames) {
    if (kind !== "enum" || before.id !== after.id) continue;
    const type = identityOf(before.id).replace(/^public\./, "");
    const names = types.get(type) ?? /* @__PURE__ */ new Map();
    types.set(type, names);
    const wanted = listOf(after, "order");
    for (const [index, value] of listOf(before, "order").entries()) {
      const name = wanted[index];
      if (name === void 0 || name === value) continue;
      const first = [...names].find(([, now]) => now === value)?.[0] ?? value;
      names.set(first, name);
    }
  }
  return types;
}

// src/plan/step.ts
function migrationsOf(steps2) {
  const groups = [];
  for (const step of steps2) {
    const current = groups.at(-1);
    if (current?.[0]?.migration === step.migration) current.push(step);
    else groups.push([step]);
  }
  return groups.map((group) => ({
    steps: group,
    transactional: group.every(({ transaction }) => transaction !== "never")
  }));
}
function isOneTransaction(steps2) {
  const [first] = steps2;
  return steps2.every(
    ({ migration, transaction }) => migration === first?.migration && transaction !== "never"
  );
}

// src/plan/run.ts
var runTogether = async (db, steps2) => {
  const result = await db.run(steps2.map((step) => step.sql));
  return result.ok ? null : { sql: steps2[result.index]?.sql ?? null, error: result.error };
};
var runApart2 = async (db, steps2) => {
  for (const migration of migrationsOf(steps2)) {
    const texts2 = migration.steps.map(({ sql }) => sql);
    const begin = migration.transactional ? ["begin"] : [];
    const result = await db.run([
      ...begin,
      ...texts2,
      ...migration.transactional ? ["commit"] : []
    ]);
    if (result.ok) continue;
    if (migration.transactional) await db.exec("rollback");
    return { sql: texts2[result.index - begin.length] ?? null, error: result.error };
  }
  return null;
};

// src/plan/values.ts
var COLUMNS2 = `
  select n.nspname as schema, c.relname as "table", c.oid::int8 as relation, a.attnum::int as number,
    a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated,
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attnum > 0 and not a.attisdropped and `;
async function readContents(db, tables) {
  const contents = [];
  for (const table of tables) {
    const columns = await db.query(
      `${COLUMNS2} n.nspname = $1 and c.relname = $2 order by a.attnum`,
      [table.schema, table.name]
    );
    const values = await readValues(db, columns, { table, casts: /* @__PURE__ */ new Map() });
    contents.push({ table, ...values });
  }
  return contents;
}
async function lostContents(db, before, kept) {
  const { keeps } = kept;
  const lost = [];
  for (const contents of before) {
    const { table, columns } = contents;
    const name = `${table.schema ?? "public"}.${table.name}`;
    const [first] = columns;
    if (!first) continue;
    const now = await db.query(`${COLUMNS2} c.oid = $1::int8::oid order by a.attnum`, [
      first.relation
    ]);
    if (now.length === 0) {
      const kept2 = await exists(db, first.relation);
      if (keeps(table) && !kept2) lost.push(`the rows of ${name} are lost`);
      continue;
    }
    const after = await readValues(db, now, { table, casts: castsBack(contents, now) });
    if (after.partitions < contents.partitions) continue;
    if (after.rows < contents.rows) lost.push(`rows of ${name} are lost`);
    else lost.push(...lostValues(contents, after.columns, kept));
  }
  return lost;
}
async function exists(db, relation) {
  const rows = await db.query("select from pg_class where oid = $1::int8::oid", [relation]);
  return rows.length > 0;
}
function lostValues({ table, columns }, now, { keeps, names }) {
  const byNumber = new Map(now.map((column) => [column.number, column]));
  return columns.flatMap((column) => {
    const name = `${table.schema ?? "public"}.${table.name}.${column.name}`;
    const after = byNumber.get(column.number);
    if (column.generated) return [];
    if (!after) return keeps(table, column.name) ? [`the values of ${name} are lost`] : [];
    const comparable = after.type === column.type || keepsValues(column.type, after.type);
    const same2 = String(calledNow(column, names)) === String(after.values);
    const moved = after.position !== null && column.position !== null;
    return [
      ...comparable && !same2 && !after.generated ? [`values of ${name} are changed`] : [],
      ...moved && after.position !== column.position ? [`the position of the sequence of ${name} is lost`] : []
    ];
  });
}
function calledNow({ type, values }, names) {
  const own = names.get(type.replace(/\[\]$/, ""));
  if (!own) return [...values];
  const name = (value) => own.get(value) ?? value;
  const rename2 = (value) => type.endsWith("[]") ? value.replaceAll(/"(?:[^"\\]|\\.)*"|[^{},"]+/g, (item) => elementNamed(item, name)) : name(value);
  return values.map((value) => value === null ? null : rename2(value)).sort(byBytes);
}
function elementNamed(item, name) {
  const plain2 = item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, "$1") : item;
  const renamed2 = name(plain2);
  if (renamed2 === plain2) return item;
  return /^[\w.-]+$/.test(renamed2) && !/^null$/i.test(renamed2) ? renamed2 : `"${renamed2.replaceAll(/["\\]/g, "\\$&")}"`;
}
function byBytes(a, b) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function castsBack({ columns }, now) {
  const was = new Map(columns.map(({ number, type }) => [number, type]));
  return new Map(
    now.flatMap(({ number, type }) => {
      const old = was.get(number);
      return old !== void 0 && old !== type && keepsValues(old, type) ? [[number, old]] : [];
    })
  );
}
async function readValues(db, columns, { table, casts }) {
  const [first] = columns;
  if (!first) return { rows: 0, partitions: 0, columns: [] };
  const only = (table.attributes["partitionKey"] ?? null) === null ? "only " : "";
  const parts = columns.map(({ name, number }) => {
    const cast = casts.get(number);
    const value = `(${quoteIdentifier(name)}${cast === void 0 ? "" : `::${cast}`})::text`;
    return `json_agg(${value} order by ${value} collate "C")`;
  });
  const [row] = await db.query(
    `select count(*)::int as rows, json_build_array(${parts.join(", ")}) as values,
       (select count(*)::int from pg_inherits
        where inhparent = ${String(first.relation)} and ${String(only === "")}) as partitions
     from ${only}${relationName(first.schema, first.table)}`
  );
  const positions = await readPositions(db, columns);
  return {
    rows: row?.rows ?? 0,
    partitions: row?.partitions ?? 0,
    columns: columns.map(({ name, type, generated, relation, number }, at2) => ({
      name,
      type,
      generated,
      relation,
      number,
      values: row?.values[at2] ?? [],
      position: positions.get(number) ?? null
    }))
  };
}
async function readPositions(db, columns) {
  const positions = /* @__PURE__ */ new Map();
  for (const { number, sequence } of columns) {
    if (sequence === null) continue;
    const [row] = await db.query(
      `select last_value || case when is_called then ' used' else '' end as position from ${sequence}`
    );
    if (row) positions.set(number, row.position);
  }
  return positions;
}

// src/plan/prove.ts
var NOT_NULL_VIOLATION = "23502";
async function provePlan(db, plan, options) {
  if (plan.manual.length > 0) return failed(null, `not planned: ${plan.manual.join("; ")}`);
  const together = isOneTransaction(plan.up) && isOneTransaction(plan.down);
  if (!together) return proveApart(plan, options);
  const failure = await db.scratch(() => upAndDown(db, plan, options));
  if (failure) return failure;
  const { lost, ...rows } = await proveRows(db, plan, options);
  if (lost.length > 0) return failed(null, `on tables that hold rows, ${lost.join("; ")}`);
  return { proved: true, ...rows };
}
async function proveApart(plan, { disposable, ...options }) {
  if (!disposable) {
    return failed(
      null,
      "its statements can\u2019t all run in one transaction, and there is no database to try them on"
    );
  }
  const on = async (work) => {
    const db = await disposable();
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const rows = await on((db) => withRowsApart(db, plan, options));
  if (rows.lost.length > 0)
    return failed(null, `on tables that hold rows, ${rows.lost.join("; ")}`);
  if (rows.failure === null) {
    return { proved: true, tablesWithRows: rows.seeded, failsOnRows: null };
  }
  const failure = await on((db) => upAndDown(db, plan, options, { run: runApart2 }));
  const { statement, error, code } = rows.failure;
  const failsOnRows = code === NOT_NULL_VIOLATION ? `${statement ?? ""} ${error}`.trim() : null;
  return failure ?? { proved: true, tablesWithRows: null, failsOnRows };
}
async function withRowsApart(db, plan, options) {
  await db.exec("begin");
  const seeded = await seedRows(db, touchedTables(plan, options.actual));
  await db.exec("commit");
  const before = await readContents(db, seeded);
  let lost = [];
  const afterUp = async () => {
    lost = await lostContents(db, before, keptBy(plan));
  };
  const failure = await upAndDown(db, plan, options, { run: runApart2, afterUp });
  return { failure, seeded: seeded.length, lost };
}
async function upAndDown(db, plan, options, { run, afterUp } = { run: runTogether }) {
  const up = await run(db, plan.up);
  if (up) return { ...failed(up.sql, up.error.message), code: up.error.code };
  await afterUp?.();
  const after = await introspect(db, options);
  const left = diff(after, plan.expected, { traits });
  if (left.length > 0) return failed(null, `after it, ${inWords2(left)}`, left);
  const down = await run(db, plan.down);
  if (down) return failed(down.sql, `on the way back: ${down.error.message}`);
  const back = diff(await introspect(db, options), options.actual, { traits });
  return back.length > 0 ? failed(null, `after the way back, ${inWords2(back)}`, back) : null;
}
var ATTEMPTS2 = 5;
async function proveRows(db, plan, { actual }) {
  const touched = touchedTables(plan, actual);
  const left = /* @__PURE__ */ new Set();
  let failsOnRows = null;
  for (let attempt2 = 0; attempt2 < ATTEMPTS2; attempt2 += 1) {
    const tables = touched.filter(({ id }) => !left.has(id));
    const tried = await db.scratch(() => tryRows(db, plan, tables));
    if (tried.ok) return { tablesWithRows: tried.seeded, failsOnRows, lost: tried.lost };
    if (tried.code === NOT_NULL_VIOLATION) failsOnRows ??= `${tried.sql} ${tried.message}`.trim();
    const inTheWay = tables.filter(({ name }) => tried.sql.includes(quoteIdentifier(name)));
    if (inTheWay.length === 0) break;
    for (const { id } of inTheWay) left.add(id);
  }
  return { tablesWithRows: null, failsOnRows, lost: [] };
}
async function tryRows(db, plan, tables) {
  const seeded = await seedRows(db, tables);
  const before = await readContents(db, seeded);
  const result = await db.run(plan.up.map((step) => step.sql));
  if (!result.ok) {
    const { code, message } = result.error;
    return { ok: false, sql: plan.up[result.index]?.sql ?? "", code, message };
  }
  const lost = await lostContents(db, before, keptBy(plan));
  return { ok: true, seeded: seeded.length, lost };
}
function keptBy({ expected, renames }) {
  const renamed2 = new Set(renames.map(({ before }) => before.id));
  const keeps = (table, column) => {
    if (column === void 0) return renamed2.has(table.id) || expected.objects.has(table.id);
    const id = objectId("column", table.schema ?? "", table.name, column);
    const after = expected.objects.get(id);
    return renamed2.has(id) || after !== void 0 && (after.attributes["generated"] ?? null) === null;
  };
  return { keeps, names: renamedValues(renames) };
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

// src/catalog/requirements.ts
var RULES = [
  {
    kinds: ["unique", "index"],
    feature: "NULLS NOT DISTINCT",
    version: 15,
    asks: ({ attributes }) => attributes["nullsNotDistinct"] === true
  },
  {
    kinds: ["primary key", "unique"],
    feature: "WITHOUT OVERLAPS",
    version: 18,
    asks: ({ attributes }) => attributes["withoutOverlaps"] === true
  },
  {
    kinds: ["foreign key"],
    feature: "ON DELETE with a list of columns",
    version: 15,
    asks: (key) => listOf(key, "onDeleteColumns").length > 0
  },
  {
    kinds: ["foreign key"],
    feature: "PERIOD",
    version: 18,
    asks: ({ attributes }) => attributes["period"] === true
  },
  {
    kinds: ["check", "foreign key"],
    feature: "NOT ENFORCED",
    version: 18,
    asks: ({ attributes }) => attributes["enforced"] === false
  },
  {
    kinds: ["column"],
    feature: "a virtual generated column",
    version: 18,
    asks: ({ attributes: { generated } }) => isRecord(generated) && generated["stored"] === false
  },
  {
    kinds: ["column"],
    feature: "uuidv7() and uuidv4()",
    version: 18,
    asks: (column) => /^uuidv[47]\(/.test(textOf(column, "default"))
  },
  {
    kinds: ["view"],
    feature: "security_invoker",
    version: 15,
    asks: (view) => listOf(view, "options").some((option) => option.startsWith("security_invoker"))
  }
];
function beyond(object, version) {
  return RULES.filter(
    (rule) => rule.version > version && rule.kinds.includes(object.kind) && rule.asks(object)
  );
}

// src/too-new.ts
function tooNew({ postgres }, changes, { desired, models }) {
  if (postgres === void 0) return [];
  return changes.flatMap((change) => {
    if (change.op === "drop") return [];
    const objects = change.op === "create" ? withParts(change.after, desired) : [change.after];
    return objects.flatMap(
      (object) => beyond(object, postgres).map(({ feature, version }) => {
        const place = models.places.get(object.id) ?? models.places.get(object.parent ?? "");
        return {
          rule: "postgres-too-old",
          severity: "error",
          hazard: "failure",
          message: `${object.kind} ${identityOf(object.id)} asks for ${feature}, which PostgreSQL has since version ${version}; plumbline.yml says production has ${postgres}`,
          file: place?.file ?? null,
          line: place?.line ?? null
        };
      })
    );
  });
}
function withParts(object, schema) {
  const parts = childrenOf(schema, object.id).filter(({ part }) => part);
  return [object, ...parts.flatMap((part) => withParts(part, schema))];
}

// src/proved-plan.ts
var empty = {
  up: [],
  down: [],
  migrations: [],
  proved: true,
  irreversible: []
};
function planWithheld({ actual, desired }) {
  const statementsFor = (change) => sqlForChange(change, { actual, desired });
  return { report: { ...empty, proved: false }, findings: [], steps: [], statementsFor };
}
async function planDrift(database, options) {
  const { head, drift, disposable } = options;
  const transition = { actual: head.actual, desired: head.desired };
  const statementsFor = (change) => sqlForChange(change, transition);
  const isMissing = (change) => !drift.inherited.has(change);
  const changes = drift.changes.filter(
    (change) => (change.weight === "substance" || drift.riding.has(change)) && isMissing(change)
  );
  if (changes.length === 0 && !drift.renames.some(isMissing))
    return { report: empty, findings: [], steps: [], statementsFor };
  const beyond2 = tooNew(options.project, changes, head);
  if (beyond2.length > 0) return { ...planWithheld(head), findings: beyond2 };
  const { plan, against, findings } = await planFor(database, changes, options);
  const proof = await provePlan(database, plan, {
    actual: head.migrated,
    disposable,
    exclude: [head.migrations.bookkeeping]
  });
  if (!proof.proved) {
    const report = { ...empty, proved: false };
    return { report, findings: [describeFailure2(proof)], steps: [], statementsFor };
  }
  return {
    report: describePlan(plan, against),
    findings: [...rowsFinding(proof), ...findings],
    steps: plan.up,
    statementsFor
  };
}
async function planFor(database, changes, { head, project, forms, inUse }) {
  const transition = { actual: head.actual, desired: head.desired };
  const chosen = chooseForms(project, head.migrations, forms);
  const renames = head.decided.steps;
  const settled = await settle(
    database,
    changes,
    { ...transition, renames },
    { exclude: [head.migrations.bookkeeping] }
  );
  const { respelled } = settled;
  const { oneTransaction } = chosen;
  const how = { renames, respelled };
  const simple = planChanges(settled.changes, transition, { ...how, oneTransaction });
  if (!chosen.online && forms !== null) return { plan: simple, against: false, findings: [] };
  const facts = chosen.online ? await observe(database, simple, head.actual) : NO_FACTS;
  const online = { ...onlineSettings(project), inUse, facts };
  const lockLight = planChanges(settled.changes, transition, { ...how, online });
  if (chosen.online) return { plan: lockLight, against: chosen.against, findings: [] };
  const other = migrationsOf(lockLight.up).length > 1;
  return { plan: simple, against: false, findings: other ? [simpleOnly(project)] : [] };
}
var AGAINST = "Apply with `plumbline migrate`: the tool's own migrator runs all that is pending in one transaction.";
function describePlan({ up, down, irreversible: irreversible2 }, against) {
  const texts2 = (steps2) => steps2.map(({ sql }) => sql);
  const parts = migrationsOf(up);
  const comment = against && (parts.length > 1 || parts.some(isAlone)) ? AGAINST : null;
  const migrations = parts.map(({ steps: steps2, transactional }) => ({
    statements: texts2(steps2),
    transaction: transactional,
    comment
  }));
  return { up: texts2(up), down: texts2(down), migrations, proved: true, irreversible: irreversible2 };
}
var isAlone = ({ transactional }) => !transactional;
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

// src/rename-variants.ts
async function describeRenames(database, settled, options) {
  const { places } = settled.head.models;
  const inherited = settled.inherited.map((candidate) => {
    const none = { statements: [], proved: false, problem: null };
    return describe2(candidate, { places, introduced: false, renamed: none, dropped: none });
  });
  if (settled.open.length === 0) return inherited;
  const branch = async (answer) => {
    const decisions = [...settled.decisions, ...settled.open.map(answer)];
    const { head, drift } = await settle2(database, decisions, options);
    return { head, plan: await options.plan(head, drift) };
  };
  const renamed2 = await branch(asRenamed);
  const dropped = await branch(asNew);
  const open = settled.open.map(
    (candidate) => describe2(candidate, {
      places,
      introduced: true,
      renamed: variantOf(candidate, renamed2),
      dropped: variantOf(candidate, dropped)
    })
  );
  return [...open, ...inherited];
}
function variantOf(candidate, { head, plan }) {
  const { proved } = plan.report;
  const steps2 = plan.steps.filter((step) => serves(step, candidate, head));
  const [problem] = plan.findings.filter(({ severity }) => severity !== "note");
  return { statements: steps2.map(({ sql }) => sql), proved, problem: problem?.message ?? null };
}
function serves({ change }, { before, after, member }, { actual, desired, migrated }) {
  const ids = [before.id, after.id];
  if (ids.includes(change) || member !== null) return ids.includes(change);
  const schemas = [desired, actual, migrated];
  const objectOf2 = (id) => schemas.map(({ objects }) => objects.get(id)).find((object) => object !== void 0);
  const lies = (id) => {
    const parent = objectOf2(id)?.parent ?? null;
    return ids.includes(id) || parent !== null && lies(parent);
  };
  return lies(change) || objectOf2(change)?.needs.some(lies) === true;
}
function describe2(candidate, told) {
  const { before, after, member, confidence } = candidate;
  const { places, introduced, renamed: renamed2, dropped } = told;
  const [from, to] = [shortName(oldName(candidate)), shortName(newName(candidate))];
  const older = member?.from ?? before.name;
  return {
    kind: member === null ? before.kind : `${before.kind} value`,
    from: oldName(candidate),
    to: newName(candidate),
    confidence: Math.round(confidence * 100) / 100,
    introduced,
    model: places.get(after.id) ?? (after.parent === null ? null : places.get(after.parent)) ?? null,
    rename: {
      ...renamed2,
      tag: `/** @renamedFrom ${writeName([older])} */`,
      config: `${quoted(from)}: ${quoted(to)}`,
      option: `--rename ${shell(`${from}=${to}`)}`
    },
    dropAndAdd: {
      ...dropped,
      tag: "/** @renamedFrom - */",
      config: `${quoted(from)}: null`,
      option: `--rename ${shell(`${from}=`)}`
    }
  };
}
function shortName(name) {
  const parts = partsOfId(`:${name}`);
  return parts[0] === "public" && parts.length > 1 ? writeName(parts.slice(1)) : name;
}
function quoted(name) {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && !/^(?:null|true|false|yes|no|on|off|y|n)$/iu.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
function shell(word) {
  return /^[\p{L}\p{N}_.=-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
function undecidedRenames(renames) {
  return renames.filter(({ introduced }) => introduced).map(({ kind, from, to, confidence, model, rename: rename2, dropAndAdd }) => ({
    rule: "undecided-rename",
    severity: "error",
    hazard: "drift",
    message: `${kind} ${from} may have been renamed to ${to} (${likelihood(confidence)}), and nobody says so. If it was: ${rename2.tag} on the model, or ${rename2.option}; if it is dropped and the other is new: ${dropAndAdd.tag} on the model, or ${dropAndAdd.option}`,
    file: model?.file ?? null,
    line: model?.line ?? null
  }));
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
  const unsettled = sideOf(models, migrations, {
    desired,
    actual: atHead,
    assumed: assumedSchemas(built.replayed)
  });
  const atBase = base === null ? null : await readBaseSide(workspace, base, {
    ...context,
    project,
    head: unsettled,
    atBase: built.atBase
  });
  const baseSide = typeof atBase === "string" ? null : atBase;
  workspace.clock.lap("base");
  const before = atBaseOf(workspace, context, baseSide);
  const planned = await settleAndPlan(workspace, actual, {
    project,
    head: unsettled,
    base: baseSide,
    before
  });
  const { head, drift } = planned;
  const standing2 = new Set(baseSide?.unreadable);
  const findings = [
    ...desired.refusals.map(
      ({ object, finding }) => standing2.has(object) ? { ...finding, severity: "warning" } : finding
    ),
    ...typeof atBase === "string" ? [baseUnread(atBase)] : [],
    ...head.decided.wrong,
    ...undecidedRenames(planned.renames),
    ...emptyModels(head, drift.unmodelled),
    ...unobserved(head, actual.stubbed),
    ...leftOut(project, head),
    ...otherVersion(project, actual.version)
  ];
  return { ...planned, findings, unknownAtBase: baseSide?.models.unknowns ?? [] };
}
function atBaseOf({ base }, context, baseSide) {
  if (base === null) return context.built.atHead;
  return context.base === null ? null : baseSide?.actual ?? context.built.atBase;
}
async function settleAndPlan(workspace, actual, sides) {
  const { forms, clock, progress, databases, ask, renames } = workspace;
  const { project, before } = sides;
  const settled = await settleRenames(actual, { ...sides, renames, ask });
  const { head, drift } = settled;
  progress.phase("proving the plan", `${project.id}: ${drift.changes.length} changes`);
  const disposable = async () => {
    const database = await databases.take();
    await replay(database, head.migrations.migrations);
    await readActual(database, head.migrations);
    return database;
  };
  const inUse = new Set(before?.objects.keys());
  const planned = (side, changes) => planDrift(actual, { head: side, drift: changes, project, forms, inUse, disposable });
  const open = await describeRenames(actual, settled, { ...sides, plan: planned });
  const stuck = settled.open.length + head.decided.wrong.length > 0;
  const plan = stuck ? planWithheld(head) : await planned(head, drift);
  clock.lap("plan");
  return { head, drift, plan, renames: open, foreign: head.decided.foreign };
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
function migrationFiles({ project, head, parts, name }) {
  if (parts.length === 0) return [];
  const { models, migrations, actual, desired, decided } = head;
  const renames = decided.changes;
  const now = Date.now();
  return toolOf(project).write({
    project,
    models,
    migrations,
    parts,
    renames,
    name,
    now,
    actual,
    desired
  });
}

// src/not-compared.ts
var FOREIGN = ["role", "extension", "schema"];
function notCompared(schema, compared) {
  const names = /* @__PURE__ */ new Map();
  for (const { id, kind } of schema.objects.values()) {
    if (compared.includes(kind) || FOREIGN.includes(kind)) continue;
    addTo(names, kindOf(kind).plural ?? `${kind}s`, identityOf(id));
  }
  const all = [...Object.entries(schema.uncovered), ...names].sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(all.map(([noun, list]) => [noun, [...list].sort()]));
}

// src/project-report.ts
var noPlan = {
  up: [],
  down: [],
  migrations: [],
  proved: false,
  file: null,
  irreversible: []
};
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
    renames: compared?.renames ?? [],
    notCompared: compared === null ? {} : notCompared(compared.head.actual, models.scope.kinds),
    unmodelled: compared === null ? [] : compared.drift.unmodelled.filter(isOwn).map(identityOf)
  };
}
function planReport(project, { head, plan }) {
  const parts = plan.report.migrations;
  const files = migrationFiles({ project, head, parts, name: null });
  const migrations = parts.map(({ statements: statements2, transaction }, index) => {
    return { file: files[index]?.path ?? "", statements: statements2, transaction };
  });
  return { ...plan.report, migrations, file: files[0]?.path ?? null };
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
  const standing2 = new Set(compared?.unknownAtBase.map(key));
  return (unknown) => !standing2.has(key(unknown));
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
  return [...drift.renames, ...drift.changes].map((change) => ({
    op: change.op,
    kind: change.kind,
    object: identityOf(change.object),
    reason: change.reason,
    weight: change.weight,
    introduced: isIntroduced(drift, change),
    model: placeOf3(change, places),
    sql: plan.statementsFor(change)
  }));
}
var isIntroduced = (drift, change) => !drift.inherited.has(change);
var isOwn = (id) => !/^(?:role|extension):/.test(id);
function placeOf3(change, places) {
  const own = places.get(change.object);
  if (own !== void 0) return own;
  const { parent } = change.op === "drop" ? change.before : change.after;
  return parent === null ? null : places.get(parent) ?? null;
}

// src/unused-renames.ts
function unusedRenames(analyses, options) {
  const foreign = analyses.map(({ compared }) => compared?.foreign ?? []);
  const [first = []] = foreign;
  if (analyses.some(({ compared }) => compared === null)) return [];
  const keyOf2 = ({ source }) => [source.file ?? "", source.line ?? "", source.text].join("\0");
  return first.filter(({ from, to, source }) => source.shared && from !== null && to !== null).filter(({ source }) => source.way === "option" || options.projects.length === 0).filter((one) => foreign.every((list) => list.some((other) => keyOf2(other) === keyOf2(one)))).map(({ source: { text: text2, file, line } }) => ({
    rule: "wrong-rename",
    severity: "error",
    hazard: "configuration",
    message: `${text2}: there is no such thing in any project`,
    file,
    line
  }));
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
    return {
      head,
      base,
      projects,
      renames: options.renames ?? [],
      ask: options.ask ?? null,
      findings,
      progress,
      clock,
      databases,
      forms: options.forms ?? null
    };
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
  asRenamed,
  asNew,
  oldName,
  newName,
  count,
  likelihood,
  duration,
  countsByNoun,
  analyse,
  migrationFiles,
  groupDrift,
  openRenames,
  reportStatus,
  projectReport,
  unusedRenames,
  openWorkspace,
  verdictOf,
  allFindings,
  sortFindings,
  findingLines,
  unreadableLines,
  placeOf,
  renameLines,
  paint
};
