import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  DEFAULT_STATS,
  parseStats
} from "./part-MIDI3I6S.js";
import {
  introspect
} from "./part-YWHAFTIB.js";
import {
  committedBefore,
  judge,
  placeAt
} from "./part-KVPDTJ7P.js";
import {
  UnreadableFile,
  directoriesOf,
  extensionsIn,
  findProjects,
  lexStatements,
  openEmbedded,
  openRenames,
  openRevisions,
  projectStatus,
  readConfig,
  readIfReadable,
  skipBlank,
  skipComment,
  sortFindings,
  splitStatements,
  toolOf,
  withoutTimescaleOptions
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  judge as judge2,
  noSuchRule,
  overSettings,
  parseTree,
  settingsOf,
  weighed
} from "./part-G272ITKT.js";
import {
  DatabaseError
} from "./part-7MOL3VE2.js";
import {
  likelihood
} from "./part-KH2B3PAS.js";
import {
  ALONE,
  NEXT,
  PARENTS,
  addTo,
  allowable,
  assumptionFor,
  attachedTo,
  childrenOf,
  clip,
  columnList,
  dependentsOf,
  diff,
  differingAttributes,
  ended,
  equal,
  extensionsImpliedBy,
  findingKinds,
  hasDefaultPrivileges,
  hasParents,
  holdsInside,
  holdsRows,
  identityOf,
  impliedPrivileges,
  isAtLeast,
  isConcurrent,
  isRecord,
  isType,
  kindOf,
  kindOfId,
  kinds,
  listOf,
  lostColumns,
  manyLines,
  memberId,
  objectId,
  oneLine,
  optionalText,
  paced,
  parseName,
  partsOfId,
  qualifiedName,
  quoteIdentifier,
  quoteLiteral,
  rebuildsType,
  rebuiltBy,
  reference,
  relationName,
  renameCandidates,
  retypes,
  rules,
  shortDefault,
  shortType,
  textOf,
  toGrantee,
  traits,
  truncateIdentifier,
  writeName
} from "./part-QBBLIP5F.js";

// src/report/text-findings.ts
function findingLines(findings, style) {
  return sortFindings(findings).flatMap((finding4) => {
    const [first = "", ...rest] = manyLines(finding4.message).trimEnd().split("\n");
    const place = placeOf(finding4.file, finding4.line);
    const rule = style.faint(`[${oneLine(finding4.rule)}]`);
    const head = [style.severity(finding4.severity), style.strong(place), first, rule];
    return [
      head.filter((part3) => part3 !== "").join(" "),
      ...rest.map((line) => `  ${line}`),
      ...safeLines(finding4)
    ];
  });
}
function silencedLines({ silenced }) {
  return silenced.map(({ rule, file, line, silenced: { reason, until } }) => {
    const why = oneLine(until === null ? reason : `${reason}; until ${until}`);
    return `Allowed: ${oneLine(rule)} ${placeOf(file, line)} (${why})`;
  });
}
function safeLines({ safe = [] }) {
  if (safe.length === 0) return [];
  const lines = safe.flatMap((sql) => manyLines(sql).trimEnd().split("\n"));
  return ["  Instead:", ...lines.map((line) => `    ${line}`)];
}
function unreadableLines(project, style) {
  const told2 = new Set(
    [...project.findings, ...project.inherited].map(
      (finding4) => placeOf(finding4.file, finding4.line)
    )
  );
  return (project.models?.unknowns ?? []).filter((unknown) => unknown.file === null || !told2.has(placeOf(unknown.file, unknown.line))).map((unknown) => {
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
  return [title, ...open.flatMap((rename) => oneRename(rename, style))];
}
function oneRename(rename, style) {
  const { kind, from, to, confidence, model } = rename;
  const place = model === null ? "" : `  ${placeOf(model.file, model.line)}`;
  const names = style.strong(oneLine(`${kind} ${from} \u2192 ${to}`));
  return [
    `    ? ${names}  ${style.faint(`(${likelihood(confidence)} renamed)`)}${place}`,
    "      If it was renamed:",
    ...variantLines(rename.rename, style),
    "      If it is dropped and the other is new:",
    ...variantLines(rename.dropAndAdd, style)
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
    status: (status, text3) => colors.bold(status === "ok" ? colors.green(text3) : colors.red(text3)),
    severity: (severity) => severities[severity](severity),
    strong: colors.bold,
    faint: colors.dim,
    code: colors.cyan
  };
}

// src/workspace/sources.ts
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
function historyIn({ base }, head, before) {
  const isNew = before === null && base !== null && !head.migrations.some(({ file }) => base.isFile(file));
  return isNew ? historyBefore(head, head.migrations) : compareHistories(head, before);
}
function historyBefore(head, added) {
  const at3 = head.migrations.findIndex((migration) => added.includes(migration));
  const length2 = at3 === -1 ? head.migrations.length : at3;
  return {
    shared: head.migrations.slice(0, length2),
    rest: head.migrations.slice(length2),
    diverged: false
  };
}
function addedTo(head, base) {
  const known = new Map(base?.migrations.map(({ name, hash }) => [name, hash]));
  return head.migrations.filter(
    ({ name, hash, repeatable }) => !known.has(name) || repeatable === true && known.get(name) !== hash
  );
}
async function projectAtBase(workspace, base, project) {
  const files = [project.configFile, "plumbline.yml", "plumbline.yaml"].filter(
    (file) => file !== null
  );
  if (files.every((file) => sameFile(workspace.head, base, file))) return project;
  try {
    const { projects } = await findProjects(base, readConfig(base, null), []);
    return projects.find(({ id, tool }) => id === project.id && tool === project.tool) ?? projects.find(({ id }) => id === project.id) ?? projects.find(({ root, tool }) => root === project.root && tool === project.tool) ?? null;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
async function readBaseModels(workspace, base, pair2) {
  const { project, atBase, head } = pair2;
  const same2 = atBase === project && head.files.every((file) => sameFile(workspace.head, base, file));
  if (same2) return head;
  const context = { env: atBase.env, timeLeft: workspace.timeLeft };
  return await toolOf(atBase).readModels?.(base, atBase, context) ?? null;
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

// src/catalog/implied-grants.ts
function withImpliedGrants(expected, changes, desired, reference2) {
  if (!hasDefaultPrivileges(expected)) return expected;
  const objects = new Map(expected.objects);
  const told2 = hasDefaultPrivileges(desired);
  for (const change of changes) {
    if (change.op !== "create") continue;
    for (const grant of impliedGrants(change.after, expected, reference2)) {
      const wanted = told2 ? desired.objects.get(grant.id) : grant;
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
  const parts = childrenOf(schema, object.id).filter(({ part: part3 }) => part3);
  return [...own, ...parts.flatMap((part3) => impliedGrants(part3, schema, reference2))];
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

// src/plan/replaced-types.ts
function replacedTypes(changes) {
  const fresh = new Map(
    changes.flatMap(
      ({ op, kind, object }) => op === "create" && isType(kind) ? [[identityOf(object), object]] : []
    )
  );
  const pairs = changes.flatMap(({ op, kind, object }) => {
    const successor = op === "drop" && isType(kind) ? fresh.get(identityOf(object)) : void 0;
    return successor === void 0 ? [] : [[object, successor]];
  });
  return new Map(pairs);
}
function leansOnSuccessor({ object, needs }, successor) {
  return successor !== void 0 && needs.includes(successor) && !isType(object.kind);
}
function withReplacedTypes(changes, { actual, desired }) {
  const replaced2 = replacedTypes(changes);
  if (replaced2.size === 0) return { changes, transition: { actual, desired } };
  const objects = new Map(actual.objects);
  const retyped = /* @__PURE__ */ new Map();
  for (const [old, successor] of replaced2) {
    const type = actual.objects.get(old);
    for (const column of type ? dependentsOf(actual, old) : []) {
      const after = desired.objects.get(column.id);
      if (column.kind !== "column" || !after?.needs.includes(successor)) continue;
      if (textOf(column, "type") !== textOf(after, "type")) continue;
      const spelled2 = apart(textOf(column, "type"), type);
      const before = { ...column, attributes: { ...column.attributes, type: spelled2 } };
      objects.set(column.id, before);
      retyped.set(column.id, {
        op: "alter",
        kind: column.kind,
        object: column.id,
        weight: "substance",
        reason: `type: another one of the name ${textOf(after, "type")}`,
        before,
        after,
        attributes: ["type"]
      });
    }
  }
  const merged = changes.map((change) => {
    const own = retyped.get(change.object);
    if (!own || change.op !== "alter") return change;
    retyped.delete(change.object);
    return { ...change, before: own.before, attributes: ["type", ...change.attributes] };
  });
  return {
    changes: [...merged, ...retyped.values()],
    transition: { actual: { ...actual, objects }, desired }
  };
}
function apart(spelled2, type) {
  const suffix = spelled2.endsWith("[]") ? "[]" : "";
  const full = `${qualifiedName(type?.schema ?? null, type?.name ?? "")}${suffix}`;
  return full === spelled2 ? full.replace('"."', '" . "') : full;
}

// src/plan/actions.ts
function actionsFor(changes, transition, byWay = /* @__PURE__ */ new Set()) {
  const detours = detoursFor(changes, transition, byWay);
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
function actionsOf(change, { rebuilt, stuck, byWay }, transition) {
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
      return (byWay.get(change.object) ?? [change]).map(
        ({ before, after, attributes }, at3, steps2) => ({
          ...base,
          verb: "alter",
          object: before,
          after,
          attributes,
          letsGo: at3 < steps2.length - 1
        })
      );
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
    const altered3 = own.get(id)?.attributes.filter((name) => !wanted.attributes.includes(name));
    return [
      { ...base, object: before, after: loose.object, attributes: loose.attributes, letsGo: true },
      ...altered3 === void 0 || altered3.length === 0 ? [] : [{ ...base, object: loose.object, after: wanted.object, attributes: altered3 }],
      { ...base, object: wanted.object, after, attributes: wanted.attributes }
    ];
  });
  return [
    ...actions.filter(({ verb, object }) => verb !== "alter" || !released.has(object.id)),
    ...detours.filter(({ attributes }) => attributes.length > 0)
  ];
}
function needsRecreation(alteration, transition) {
  const { alter } = kindOf(alteration.after.kind);
  return alteration.attributes.some(
    (name) => (alter[name]?.(alteration.before, alteration.after, transition) ?? null) === null
  );
}
function detoursFor(changes, transition, ways) {
  const renamed3 = new Map(
    changes.flatMap((change) => change.op === "rename" ? [[change.before.id, change.after]] : [])
  );
  const detours = {
    rebuilt: /* @__PURE__ */ new Map(),
    renamed: renamed3,
    released: /* @__PURE__ */ new Map(),
    byWay: stepsByWay(changes, transition, ways),
    stuck: /* @__PURE__ */ new Set(),
    manual: []
  };
  const queue = [];
  const rebuild = (object, cause) => {
    const after = transition.desired.objects.get(object.id) ?? renamed3.get(object.id);
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
    for (const object of blockers(change, transition, detours.byWay))
      rebuild(object, change.object);
  }
  followAll();
  const dropped = goneObjects(changes, transition);
  const changed = new Set(changes.map(({ object }) => object));
  const replaced2 = replacedTypes(changes);
  for (const id of dropped) {
    for (const held of heldBy(id, { dropped, renamed: renamed3 }, transition)) {
      const { object, needs } = held;
      const settled = changed.has(object.id) || detours.rebuilt.has(object.id) || hasParents(object);
      if (settled && !needs.includes(id)) continue;
      const cause = causeOf(id, changes, transition);
      const rebinds = leansOnSuccessor(held, replaced2.get(id)) || canRebind(object, transition);
      if (rebinds && rebuild(object, cause)) continue;
      freeFrom(held, [id, cause], detours);
    }
  }
  followAll();
  return detours;
}
function freeFrom({ object, needs }, gone, to) {
  if (needs.includes(gone[0])) to.manual.push(standsInTheWay(object, gone[0]));
  else if (!to.renamed.has(object.id)) releaseOrTell(object, gone, to);
}
function heldBy(id, { dropped, renamed: renamed3 }, { actual, desired }) {
  return dependentsOf(actual, id).flatMap((object) => {
    const kept = desired.objects.get(object.id) ?? renamed3.get(object.id);
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
    releaseOrTell(object, [id, cause], detours);
  }
}
function releaseOrTell(object, [id, cause], { released, manual }) {
  const gone = /* @__PURE__ */ new Set([...released.get(object.id)?.gone ?? [], id]);
  if (letGo(object, gone)) released.set(object.id, { cause, gone });
  else manual.push(standsInTheWay(object, id));
}
function blockers(change, transition, byWay) {
  if (change.op !== "alter") return [];
  const also = kindOf(change.kind).alsoAlters?.(change, transition) ?? [];
  const steps2 = byWay.get(change.object) ?? [];
  return [change, ...also, ...steps2.slice(0, 1)].flatMap(
    (alteration) => dependentsOf(transition.actual, alteration.before.id).filter(
      (object) => kindOf(object.kind).blocks?.(object, alteration) === true
    )
  );
}
function stepsByWay(changes, transition, ways) {
  const steps2 = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (change.op !== "alter" || !ways.has(change.object)) continue;
    const { before, after, kind } = change;
    const form = kindOf(kind).byWayOf?.(before, after, transition) ?? null;
    if (!form) continue;
    const first = differingAttributes(before, form);
    const away = { before, after: form, attributes: first };
    const second = differingAttributes(form, after).filter(
      (name) => first.includes(name) || change.attributes.includes(name)
    );
    steps2.set(change.object, [
      retypes(away) ? { ...away, attributes: [...first, "passing"] } : away,
      { before: form, after, attributes: second }
    ]);
  }
  return steps2;
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
  const moved2 = {
    ...child,
    name,
    parent: after.id,
    needs: needs.map((need) => need === before.id ? after.id : need).sort()
  };
  const own = kindOf(kind).identity?.(moved2, after.id) ?? [name];
  return { ...moved2, id: typeof own === "string" ? `${kind}:${own}` : objectId(kind, ...own) };
}

// src/plan/anew.ts
var REBUILT = "rebuilt";
function madeAnew(ids, changes, { actual, desired }) {
  if (ids.size === 0) return { changes, transition: { actual, desired } };
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
function arrange(chains) {
  const waiting = new Waiting(chains);
  const migrations = [];
  while (waiting.left) {
    const shared = [...waiting.take("first"), ...waiting.take("any", "last")];
    if (shared.length > 0) migrations.push(shared);
    const apart4 = shared.length > 0 ? [] : [...waiting.take("own"), ...waiting.take("never")];
    migrations.push(...apart4.map((draft) => [draft]));
    if (shared.length === 0 && apart4.length === 0) migrations.push([waiting.force()]);
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
    for (const earlier2 of work.graph.get(action)?.keys() ?? []) {
      const one = chains.get(earlier2);
      if (one) chain.after.push(one);
    }
  }
  const all2 = [before, ...chains.values()];
  const migrations = arrange([...all2, { drafts: work.after, after: all2 }]);
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
      rewrites: (part3) => rewrites.has(part3.id),
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
      const drop = drops.get(action.object.id);
      if (action.verb === "create" && drop) this.#replaced.set(action.object.id, drop);
    }
  }
  drafts(task) {
    const { action } = task;
    const locks = this.#locks(action);
    return this.#pieces(task).map((piece) => ({ ...piece, change: action.change, locks }));
  }
  #pieces({ action, plain: plain4 }) {
    const { object, after, verb } = action;
    const { online } = kindOf(object.kind);
    const { actual } = this.#work.transition;
    if (!online || !isOnTableInUse(object, actual, this.#online)) return plain4;
    if (this.#replacement(after.id, online) !== null) {
      return verb === "drop" ? [] : this.#replacement(after.id, online) ?? plain4;
    }
    switch (verb) {
      case "drop":
        return online.drop?.(object, this.#context) ?? plain4;
      case "create":
        return online.create?.(after, this.#context) ?? plain4;
      case "alter":
        return this.#alterations(action, online);
      case "rename":
        return plain4;
    }
  }
  /** Null where the object isn't replaced, or has to go while something else changes. */
  #replacement(id, online) {
    const drop = this.#replaced.get(id);
    const after = this.#work.transition.desired.objects.get(id);
    if (!drop || !after) return null;
    const leansOn = [...drop.object.needs, ...after.needs];
    if (leansOn.some((need) => this.#changing.has(need))) return null;
    return online.replace?.(drop.object, after, this.#context) ?? null;
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
    const words = wordsOf(action);
    if (words.size === 0) continue;
    byName ??= indexNames(actions);
    const named2 = new Set([...words].flatMap((word) => byName?.get(word) ?? []));
    named2.delete(action);
    const others = [...named2].filter(({ after }) => mayBeMeant(after, words));
    if (others.length > 0) mentions.set(action, others);
  }
  return mentions;
}
function mentionedTooSoon(actions) {
  const place = new Map(actions.map((action, at4) => [action, at4]));
  const at3 = (action) => place.get(action) ?? 0;
  const early = [...mentionsOf(actions)].filter(
    ([action, others]) => others.some((other) => at3(other) > at3(action))
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
function mayBeMeant({ kind, schema, table }, words) {
  if (schema === null) return false;
  return table === null || kind === "sequence" || kind === "column" && words.has(table);
}

// src/plan/taken.ts
function takenBy(actions, transition) {
  const taken = /* @__PURE__ */ new Map();
  for (const action of actions) {
    if (action.verb !== "alter") continue;
    const also = kindOf(action.object.kind).alsoAlters?.(alterationOf(action), transition) ?? [];
    for (const alteration of also) addTo(taken, alteration.before.id, { action, alteration });
  }
  return taken;
}
function takes(action, id, taken) {
  return taken.get(id)?.some((one) => one.action === action) === true;
}
function alterationOf({ object, after, attributes }) {
  return { before: object, after, attributes };
}
function isSoft(object, alteration) {
  return !rebuildsType(alteration) && !holdsInside(object, alteration.before) && kindOf(object.kind).blocks?.(object, alteration) !== true;
}
function leansByParents({ object, attributes }) {
  return hasParents(object) && !PARENTS.some((name) => attributes.includes(name));
}
function addTaken({ dropped, created, altered: altered3, taken }, { actual, desired }, add2) {
  if (taken.size === 0) return;
  for (const [id, { action }] of dropped) {
    for (const { by, tie } of under(actual.objects.get(id), taken)) add2(by, action, tie);
  }
  for (const [id, { action, object }] of created) {
    const wanted = action.verb === "create" ? object : desired.objects.get(id);
    for (const { by, tie } of under(wanted, taken)) add2(action, by, tie);
  }
  for (const action of [...altered3.values()].flat()) addAltered(action, taken, add2);
  for (const { action, alteration } of [...taken.values()].flat()) {
    if (!rebuildsType(alteration)) continue;
    const { before, after } = alteration;
    for (const needed of after.needs) {
      add2(action, created.get(needed)?.action, { dependent: after.id, needed });
    }
    for (const needed of before.needs) {
      add2(dropped.get(needed)?.action, action, { dependent: before.id, needed });
    }
  }
}
function addAltered(action, taken, add2) {
  if (leansByParents(action)) return;
  const { id } = action.object;
  const apart4 = (object) => under(object, taken).filter(({ by }) => !takes(by, id, taken));
  for (const { by, tie } of apart4(action.object)) {
    if (!action.after.needs.includes(tie.needed)) add2(by, action, tie);
  }
  if (action.letsGo === true) return;
  for (const { by, tie } of apart4(action.after)) add2(action, by, tie);
  for (const one of action.object.part ? taken.get(id) ?? [] : []) {
    add2(action, one.action, { dependent: id, needed: one.action.object.id });
  }
}
function under(object, taken) {
  if (!object) return [];
  return object.needs.flatMap(
    (needed) => (taken.get(needed) ?? []).map(({ action, alteration }) => ({
      by: action,
      tie: { dependent: object.id, needed, soft: isSoft(object, alteration) }
    }))
  );
}

// src/plan/graph.ts
function tieName(later, earlier2) {
  const name = ({ verb, object }) => `${verb} ${object.id}`;
  return `${name(later)} after ${name(earlier2)}`;
}
function graphOf(actions, transition, given = /* @__PURE__ */ new Set()) {
  const graph = new Map(actions.map((action) => [action, /* @__PURE__ */ new Map()]));
  const add2 = (later, earlier2, tie) => {
    if (!later || !earlier2 || later === earlier2) return;
    const ties = graph.get(later);
    const known = ties?.get(earlier2);
    if (tie.soft === true && (known || given.has(tieName(later, earlier2)))) return;
    if (ties && (!known || known.soft === true)) ties.set(earlier2, tie);
  };
  const index = indexOf(actions, transition);
  addDrops(index, transition, add2);
  addCreates(index, transition, add2);
  addAlterations(index, add2);
  addTaken(index, transition, add2);
  addNames(actions, index, transition, add2);
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
function comesAfter(action, earlier2, graph) {
  const seen = /* @__PURE__ */ new Set([action]);
  for (const one of seen) {
    if (one === earlier2) return true;
    for (const next of graph.get(one)?.keys() ?? []) seen.add(next);
  }
  return false;
}
function addDrops({ dropped, created, altered: altered3 }, { actual }, add2) {
  for (const [id, { action }] of dropped) {
    const object = actual.objects.get(id);
    for (const needed of object?.needs ?? []) {
      const tie = { dependent: id, needed };
      add2(dropped.get(needed)?.action, action, tie);
      const first = altered3.get(needed)?.[0];
      add2(first, action, {
        ...tie,
        soft: !!first && !!object && isSoft(object, alterationOf(first))
      });
    }
    add2(created.get(id)?.action, action, { dependent: id, needed: id });
  }
}
function addCreates({ created, altered: altered3 }, { desired }, add2) {
  for (const [id, { action, object }] of created) {
    const needs = action.verb === "create" ? object.needs : desired.objects.get(id)?.needs;
    for (const needed of needs ?? []) {
      const tie = { dependent: id, needed, soft: action.verb === "rename" };
      add2(action, created.get(needed)?.action, tie);
      add2(action, altered3.get(needed)?.at(-1), tie);
    }
  }
}
function addAlterations(index, add2) {
  const { dropped, created, altered: altered3 } = index;
  for (const [id, actions] of altered3) {
    for (const [at3, action] of actions.entries()) {
      const own = { dependent: id, needed: id };
      add2(action, actions[at3 - 1], own);
      add2(action, created.get(id)?.action, own);
      add2(dropped.get(id)?.action, action, own);
      addAlteration(action, index, add2);
    }
  }
}
function addAlteration(action, { dropped, created, altered: altered3, taken }, add2) {
  const dependent = action.object.id;
  const byParents = leansByParents(action);
  for (const needed of action.letsGo === true ? [] : action.after.needs) {
    const tie = { dependent, needed };
    const again = dropped.has(needed) && action.object.needs.includes(needed);
    add2(action, created.get(needed)?.action, { ...tie, soft: again || byParents });
    add2(action, altered3.get(needed)?.at(-1), { ...tie, soft: byParents });
  }
  for (const needed of action.object.needs) {
    const tie = { dependent, needed };
    const again = created.has(needed) && action.after.needs.includes(needed);
    add2(dropped.get(needed)?.action, action, { ...tie, soft: again || byParents });
    const first = altered3.get(needed)?.[0];
    if (first && !action.after.needs.includes(needed) && !takes(first, dependent, taken))
      add2(first, action, {
        ...tie,
        soft: byParents || isSoft(action.object, alterationOf(first))
      });
  }
}
function addNames(actions, { dropped, created }, { actual }, add2) {
  const vacated = /* @__PURE__ */ new Map();
  for (const { action, object } of dropped.values()) {
    for (const name of namesOf(object)) vacated.set(name, action);
  }
  for (const action of actions) {
    if (action.verb !== "rename") continue;
    const { id, needs } = action.object;
    const held = actual.objects.has(id) ? namesOf(action.object) : [];
    for (const name of held) vacated.set(name, action);
    add2(action, created.get(id)?.action, { dependent: id, needed: id });
    for (const needed of needs) add2(dropped.get(needed)?.action, action, { dependent: id, needed });
  }
  for (const [id, { action, object }] of created) {
    for (const name of namesOf(object)) {
      add2(action, vacated.get(name), { dependent: id, needed: name });
    }
  }
}
function namesOf(object) {
  return [object.id, ...kindOf(object.kind).occupies?.(object) ?? []];
}
function indexOf(actions, { actual, desired }) {
  const altered3 = /* @__PURE__ */ new Map();
  for (const action of actions) {
    if (action.verb === "alter") addTo(altered3, action.object.id, action);
  }
  const having = (verbs) => actions.filter(({ verb }) => verbs.includes(verb));
  const own = (index) => {
    for (const id of altered3.keys()) if (index.get(id)?.action.object.id !== id) index.delete(id);
    return index;
  };
  return {
    dropped: own(owners(having(["drop"]), "object", actual)),
    created: own(owners(having(["create", "rename"]), "after", desired)),
    altered: altered3,
    taken: takenBy(actions, { actual, desired })
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
  if (children.some(({ part: part3 }) => part3)) return null;
  const comes = [after, ...childrenOf(desired, after.id)];
  const ids = new Set([...children, ...comes].map(({ id }) => id));
  const base = { change: action.change, attributes: [] };
  return [
    ...actions.filter((other) => !ids.has(other.object.id)),
    { ...base, verb: "drop", object, after: object },
    ...comes.map((one) => ({ ...base, verb: "create", object: one, after: one }))
  ];
}
function separateDrop({ earlier: earlier2, dependent }, { actual }) {
  const object = actual.objects.get(dependent);
  if (earlier2.verb !== "drop" || !object || object.id === earlier2.object.id) return [];
  if (object.part && kindOf(object.kind).apart !== true) return [];
  return [{ ...earlier2, object, after: object }];
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
  return { id: `${id} aside`, name: `${clip(name, 50)}_plumbline` };
}
function loosen({ later, earlier: earlier2, dependent, needed }, actions, transition) {
  const comes = later.verb === "create" && dependent !== later.after.id;
  if (comes) {
    const part4 = transition.desired.objects.get(dependent);
    return part4 ? createLater(part4, { needed, change: later.change }, actions, transition) : null;
  }
  const goes = earlier2.verb === "drop" && dependent !== earlier2.object.id;
  const part3 = goes ? transition.actual.objects.get(dependent) : void 0;
  const loose = part3 ? letGo(part3, /* @__PURE__ */ new Set([needed])) : null;
  if (!part3 || !loose) return null;
  const release = {
    verb: "alter",
    object: part3,
    after: loose.object,
    attributes: loose.attributes,
    change: earlier2.change
  };
  const actual = replaced(transition.actual, part3.id, loose.object);
  return { actions: [...actions, release], transition: { ...transition, actual } };
}
function createLater(part3, { needed, change }, actions, transition) {
  const { desired } = transition;
  if (kindOf(part3.kind).apart === true) {
    const create2 = { verb: "create", object: part3, after: part3, attributes: [], change };
    const apart4 = replaced(desired, part3.id, { ...part3, part: false });
    return { actions: [...actions, create2], transition: { ...transition, desired: apart4 } };
  }
  const loose = letGo(part3, /* @__PURE__ */ new Set([needed]));
  if (!loose) return null;
  const restore = {
    verb: "alter",
    object: loose.object,
    after: part3,
    attributes: loose.attributes,
    change
  };
  const later = replaced(desired, part3.id, loose.object);
  return { actions: [...actions, restore], transition: { ...transition, desired: later } };
}
function replaced(schema, id, object) {
  return { ...schema, objects: new Map(schema.objects).set(id, object) };
}

// src/plan/order.ts
var RANK = { drop: 0, rename: 1, alter: 2, create: 3 };
function order(actions, transition, kindRank2, { splits, given } = {
  splits: transition.actual.objects.size + transition.desired.objects.size,
  given: /* @__PURE__ */ new Set()
}) {
  const graph = graphOf(actions, transition, given);
  const sorted = sort(actions, graph, kindRank2);
  if (sorted.length === actions.length) return plain({ actions: sorted, transition, graph });
  const placed = new Set(sorted);
  const waiting = actions.filter((action) => !placed.has(action));
  const ring = findRing(waiting, graph);
  const soft = ring.find((link) => link.soft === true);
  if (soft) {
    const more = new Set(given).add(tieName(soft.later, soft.earlier));
    return order(actions, transition, kindRank2, { splits, given: more });
  }
  const broken = splits > 0 ? breakRing(ring, actions, transition) : null;
  if (broken)
    return order(broken.actions, broken.transition, kindRank2, { splits: splits - 1, given });
  const all2 = { actions: [...sorted, ...waiting], transition, graph };
  return { ...all2, byWay: onTheirWay(ring, transition), rings: [describe(ring)] };
}
function plain(ordered) {
  return { ...ordered, byWay: /* @__PURE__ */ new Set(), rings: [] };
}
function onTheirWay(ring, transition) {
  const altered3 = ring.map(({ later }) => later).filter(({ verb }) => verb === "alter");
  const ids = altered3.filter(
    ({ object, after }) => !!kindOf(object.kind).byWayOf?.(object, after, transition)
  );
  return new Set(ids.map(({ object }) => object.id));
}
function sort(actions, graph, kindRank2) {
  const followers = new Map(actions.map((action) => [action, []]));
  const missing = /* @__PURE__ */ new Map();
  for (const [later, earlier2] of graph) {
    missing.set(later, earlier2.size);
    for (const action of earlier2.keys()) followers.get(action)?.push(later);
  }
  const place = new Map(actions.map((action, at3) => [action, at3]));
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
    action = [...graph.get(action)?.keys() ?? []].find((earlier2) => left.has(earlier2));
    if (action && seen.has(action)) path.splice(0, seen.get(action));
  }
  return path.flatMap((later, at3) => {
    const earlier2 = path[(at3 + 1) % path.length];
    const tie = earlier2 && graph.get(later)?.get(earlier2);
    return earlier2 && tie ? [{ later, earlier: earlier2, ...tie }] : [];
  });
}
function describe(ring) {
  const name = (action) => `${kindOf(action.object.kind).name} ${identityOf(action.object.id)}`;
  const names = ring.map(({ later }) => name(later));
  return `these need each other in a ring that no order of statements solves: ${[...names, names[0]].join(" \u2192 ")}`;
}

// src/plan/rebind.ts
function rebound(schema) {
  const moved2 = [...schema.objects.values()].flatMap((object) => leaningElsewhere(object, schema));
  if (moved2.length === 0) return schema;
  const objects = new Map(schema.objects);
  for (const object of moved2) objects.set(object.id, object);
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
  const all2 = new Set(ids);
  for (const { before, after } of renames) if (all2.has(before.id)) all2.add(after.id);
  return all2;
}
var reversed = (rename) => ({
  ...rename,
  before: rename.after,
  after: rename.before
});
function sqlForChange(change, transition) {
  const { actual, desired } = transition;
  const applied = applyChanges(actual, desired, [change], follows);
  const expected = withImpliedGrants(applied, [change], desired, reference);
  return steps([change], { actual, desired: expected }).steps.map((step) => step.sql);
}
function follows(part3, attributes, without2) {
  const { follows: own = [], followsIf } = kindOf(part3.kind).traits;
  if (followsIf?.(part3, without2) === false) return false;
  return attributes.some((name) => own.includes(name));
}
function steps(wanted, given, { online = null, oneTransaction = false, first = [], last = [] } = {}) {
  const apart4 = withReplacedTypes(wanted, given);
  const inPlace2 = notInPlace(apart4.changes, apart4.transition);
  const { changes, transition } = madeAnew(inPlace2, apart4.changes, apart4.transition);
  const { manual, ...ordered } = orderedActions(changes, transition);
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
function notInPlace(changes, transition) {
  const anew = changes.filter(
    (change) => change.op === "alter" && kindOf(change.kind).madeAnew?.(change, transition) === true
  );
  return new Set(anew.map(({ object }) => object));
}
function orderedActions(changes, transition, byWay = /* @__PURE__ */ new Set()) {
  const { actions, manual } = actionsFor(changes, transition, byWay);
  const ordered = order(actions, transition, kindRank);
  const more = [...ordered.byWay].filter((id) => !byWay.has(id));
  return more.length > 0 ? orderedActions(changes, transition, /* @__PURE__ */ new Set([...byWay, ...more])) : { ...ordered, manual };
}
function neededCommitted(tasks) {
  const waiting = tasks.filter(({ plain: plain4 }) => plain4.some((one) => one.transaction === "last"));
  return new Set(waiting.map(({ action }) => action.object.id));
}
function plainDrafts({ action, plain: plain4 }) {
  return plain4.map((piece) => ({ ...piece, change: action.change, locks: false }));
}
function tasksFor(actions, transition) {
  const early = mentionedTooSoon(actions);
  const revoked = revokedByTheWay(actions, transition);
  const tasks = actions.map((action) => ({
    action,
    texts: [
      ...early.has(action) ? uncheckedStatements(action, transition) : statements(action, transition),
      ...revoked.get(action) ?? []
    ]
  }));
  return tasks.map(({ action, texts: texts2 }, index) => ({
    action,
    plain: texts2.flatMap((sql) => paced(usedLater(sql, index, tasks) ? "last" : "any", [sql]))
  }));
}
function revokedByTheWay(actions, { actual, desired }) {
  const made = new Set(actions.flatMap(({ verb, after }) => verb === "create" ? after.id : []));
  const last = new Map(
    actions.flatMap((action) => action.verb === "alter" ? [[action.after.id, action]] : [])
  );
  return new Map(
    [...last].map(([id, action]) => [
      action,
      childrenOf(desired, id).filter((child) => child.part && !actual.objects.has(child.id) && !made.has(child.id)).flatMap((child) => revokeImplied(child, desired, { grant: kinds.grant, reference }))
    ])
  );
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
  const revoked = (object) => revokeImplied(object, transition.desired, { grant: kinds.grant, reference });
  switch (action.verb) {
    case "drop":
      return kind.drop(action.object, transition);
    case "create":
      return [
        ...kind.create(action.after, transition.desired, transition.actual),
        ...revoked(action.after)
      ];
    case "rename":
      return kind.rename?.(action.object, action.after) ?? [];
    case "alter":
      return [
        ...Object.entries(kind.alter).filter(([name]) => action.attributes.includes(name)).flatMap(([, alter]) => alter(action.object, action.after, transition) ?? []),
        ...rebuiltBy({ ...action, before: action.object }, transition).flatMap(revoked)
      ];
  }
}
function usedLater(sql, index, tasks) {
  const object = tasks[index]?.action.object;
  const value = /^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*')/.exec(sql)?.[1];
  if (object?.kind !== "enum" || value === void 0) return false;
  return tasks.slice(index + 1).some(({ action: { after }, texts: texts2 }) => {
    const mayUse = after.parent === null || after.needs.includes(object.id);
    return mayUse && after.id !== object.id && texts2.some((text3) => text3.includes(value));
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
  const differs2 = (schema, { id }) => {
    const [before, after] = [actual.objects.get(id), schema.objects.get(id)];
    return !before || !after || differingAttributes(before, after).length > 0;
  };
  const respelled = [...tried.after.objects.values()].filter(
    (object) => actual.objects.has(object.id) && !caused.has(object.id) && differs2(tried.after, object)
  );
  const byId = new Map(respelled.map((object) => [object.id, object]));
  const left = changes.filter((change) => !isConsequence(change, byId.get(change.object)));
  const changed = new Set(left.map(({ object }) => object));
  return {
    changes: left,
    respelled: respelled.filter(({ id }) => !changed.has(id)).map((object) => ({ object, returns: !differs2(tried.back, object) }))
  };
}
function tryOut(db, plan2, options) {
  return db.scratch(async () => {
    const up = await db.run(plan2.up.map((step) => step.sql));
    if (!up.ok) return null;
    const after = await introspect(db, options);
    const down = await db.run(plan2.down.map((step) => step.sql));
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

// src/schema/rename-decisions.ts
function named(text3, schema, matching) {
  const parts = parseName(text3);
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
  return a.length === b.length && a.every((part3, index) => part3 === b[index]);
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
  const olds = from.map((text3) => oldNameOf(text3, to, matching));
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
function oldNameOf(text3, to, { done }) {
  const parts = parseName(text3);
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

// src/schema/rename-matches.ts
function matchDecisions(decisions, depth, matching) {
  const found = { pending: [], apart: /* @__PURE__ */ new Set(), wrong: [], known: /* @__PURE__ */ new Set() };
  const candidates2 = [];
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
    if (from !== null) candidates2.push({ decision, from, targets: own });
    else for (const one of own) found.apart.add(idOf(one));
  }
  decide(candidates2, matching, found);
  return found;
}
function dropOnly(decision, depth, matching, found) {
  const { actual, desired, traits: traits2 } = matching;
  const [old] = (decision.from ?? []).flatMap((text3) => named(text3, actual, matching));
  if (!old || depthOf(old) !== depth) return;
  found.known.add(decision);
  if (standing(old, desired, traits2).length === 0) found.apart.add(idOf(old));
  else found.wrong.push({ decision, reason: `${spellNamed(old)} is still in the models` });
}
function missingTarget(decision, matching, found) {
  const { source, from, to } = decision;
  const olds = (from ?? []).flatMap((text3) => named(text3, matching.actual, matching));
  if (source.shared && olds.length === 0) return;
  found.known.add(decision);
  found.wrong.push({ decision, reason: `there is no ${to ?? ""} in the models` });
}
function decide(candidates2, matching, found) {
  const { actual, traits: traits2 } = matching;
  const moves = candidates2.flatMap(
    ({ from, targets }) => targets.flatMap((to) => {
      const olds = from.map((text3) => oldNameOf(text3, to, matching));
      const [old] = olds.flatMap((one) => one ? standing(one, actual, traits2) : []);
      return old ? [{ from: old, to }] : [];
    })
  );
  const viable = freeable(moves, matching);
  const leaving = new Set(viable.map(({ from }) => idOf(from)));
  const coming = new Set(viable.map(({ to }) => idOf(to)));
  const taken = /* @__PURE__ */ new Map();
  for (const candidate of candidates2) {
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

// src/schema/rename-order.ts
function arrange2(pending, { actual, traits: traits2 }) {
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

// src/comparison/decided-renames.ts
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
      const apart5 = /* @__PURE__ */ new Set([...state.apart, ...matched.apart]);
      state = { ...await carryOut(database, matched.pending, state, options), apart: apart5 };
    }
    const { actual, steps: steps2, changes, apart: apart4 } = state;
    const inOrder3 = wrong.toSorted(
      (a, b) => decisions.indexOf(a.decision) - decisions.indexOf(b.decision)
    );
    return { actual, steps: steps2, changes, apart: apart4, wrong: inOrder3.map(describeWrong), foreign };
  });
}
var canRename = (kind) => kindOf(kind).rename !== void 0;
async function carryOut(database, pending, state, { bookkeeping }) {
  if (pending.length === 0) return state;
  const { steps: steps2, changes } = arrange2(pending, { actual: state.actual, traits });
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
  const { text: text3, file, line } = decision.source;
  return {
    rule: "wrong-rename",
    severity: "error",
    hazard: "configuration",
    message: `${text3}: ${reason}`,
    file,
    line
  };
}

// src/comparison/drift.ts
import picomatch from "./vendor/picomatch.js";
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
  const all2 = [...renames, ...changes];
  const inherited = new Set(all2.filter((change) => standing2.has(keyOf(change, head))));
  return { ...drift, inherited: withoutNeeded(inherited, all2, head.desired) };
}
function withoutNeeded(inherited, all2, { objects }) {
  const left = new Set(inherited);
  const creations = new Map(
    [...inherited].flatMap((change) => change.op === "create" ? [[change.object, change]] : [])
  );
  const creationOf = (id) => {
    const parent = objects.get(id)?.parent ?? null;
    return creations.get(id) ?? (parent === null ? void 0 : creationOf(parent));
  };
  const queue = all2.filter((change) => !inherited.has(change) && change.weight === "substance");
  for (const change of queue) {
    if (change.op === "drop") continue;
    const { parent, needs } = change.after;
    for (const id of parent === null ? needs : [parent, ...needs]) {
      const creation = creationOf(id);
      if (creation !== void 0 && left.delete(creation)) queue.push(creation);
    }
  }
  return left;
}
function rides(change, { actual, desired, decided }) {
  if (change.weight !== "form") return false;
  const renamed3 = new Set(decided.changes.map(({ object }) => object));
  const lies = (id) => {
    if (renamed3.has(id)) return true;
    const parent = (desired.objects.get(id) ?? actual.objects.get(id))?.parent ?? null;
    return parent !== null && lies(parent);
  };
  const needs = change.op === "drop" ? [] : change.after.needs;
  return renamed3.size > 0 && (lies(change.object) || needs.some(lies));
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
  const parts = childrenOf(schema, object.id).filter(({ part: part3 }) => part3).sort((a, b) => a.id < b.id ? -1 : 1);
  return [object.id, object.attributes, ...parts.flatMap((part3) => definitionOf(part3, schema))];
}
function changesOf(side, scope, ignore) {
  return diff(side.actual, side.desired, { traits, scope, ignore });
}
function scopeOf(head, base) {
  const { kinds: kinds3, silent, external, ifDeclared } = head.models.scope;
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
    kinds: kinds3.filter(
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
  const leftOut3 = new Set([...side.unreadable, ...unmodelled].map(sharedName));
  const assumed = new Set(side.assumed);
  const anyMissing = side.models.unknowns.some(({ object }) => object === null);
  return (object) => {
    const { id, kind, schema, name, parent } = object;
    if (assumed.has(schema ?? name)) return true;
    if (kind === "extension" && !side.models.extensions.includes(name)) return true;
    if (leftOut3.has(sharedName(id)) || parent !== null && leftOut3.has(sharedName(parent)))
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
  ].some((parts) => matches(parts.filter((part3) => part3 !== null).join(".")));
}
function sharedName(id) {
  return /^(?:schema|role|extension):/.test(id) ? id : identityOf(id);
}

// src/comparison/sides.ts
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
function isWhole({ models, unreadable }) {
  return unreadable.length === 0 && models.unknowns.length === 0;
}

// src/comparison/settle-renames.ts
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
  const { changes, respelled } = await settle(
    database,
    found.changes,
    { actual: side.actual, desired: side.desired, renames: decided.steps },
    { exclude: [head.migrations.bookkeeping] }
  );
  const drift = { ...found, changes, respelled };
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
var answered = (text3) => ({
  text: text3,
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

// src/workspace/databases.ts
import { setMaxListeners } from "node:events";
var maxScanned = 4 * 1024 * 1024;
function startDatabases(revision, timeLeft) {
  let extensions = extensionsOf(revision);
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const open = async (from) => {
    const limit = timeLeft();
    const { signal } = ending;
    const options = { extensions, deadlineMs: limit, totalDeadlineMs: limit, signal };
    return openEmbedded(from === void 0 ? options : { ...options, from });
  };
  const pool = new Pool(open, timeLeft);
  const first = open();
  const second = first.then(() => open());
  const ready = [first, second];
  for (const database of ready) database.catch(() => void 0);
  return {
    get extensions() {
      return extensions;
    },
    take: async () => pool.lend(await ready.shift() ?? await pool.open()),
    copy: async (snapshot) => pool.lend(await pool.open(snapshot)),
    provide: (names) => {
      const more = names.filter((name) => !extensions.includes(name));
      if (more.length === 0) return false;
      extensions = [...extensions, ...more].sort();
      for (const database of ready.splice(0)) void database.then(closeIt, () => void 0);
      pool.outdate();
      return true;
    },
    release: () => pool.release(),
    close: () => {
      ending.abort();
    }
  };
}
var Pool = class {
  #start;
  #timeLeft;
  #lent = /* @__PURE__ */ new Set();
  #idle = [];
  #outdated = /* @__PURE__ */ new WeakSet();
  constructor(start, timeLeft) {
    this.#start = start;
    this.#timeLeft = timeLeft;
  }
  /** In the thread of one that was closed, where there is one. */
  async open(from) {
    const idle = this.#idle.pop();
    if (idle === void 0) return this.#start(from);
    const options = { deadlineMs: this.#timeLeft() };
    try {
      return await idle.restart(from === void 0 ? options : { ...options, from });
    } catch {
      return this.#start(from);
    }
  }
  /** The same database, whose thread another one may have once it is closed. */
  lend(database) {
    const lent = { ...database, close: () => this.#takeBack(database) };
    this.#lent.add(database);
    return lent;
  }
  async release() {
    await Promise.all([...this.#lent].map((one) => this.#takeBack(one)));
  }
  /** None of the threads that are there has what is needed from now on. */
  outdate() {
    for (const idle of this.#idle.splice(0)) idle.end();
    for (const database of this.#lent) this.#outdated.add(database);
  }
  async #takeBack(database) {
    if (!this.#lent.delete(database)) return;
    if (this.#outdated.has(database)) await database.close();
    else this.#idle.push(database.retire());
  }
};
var closeIt = (database) => database.close();
function createExtensions(extensions) {
  return extensions.map(
    (name) => `create extension if not exists ${quoteIdentifier(name)} cascade`
  );
}
function extensionsOf(revision) {
  const names = revision.list().filter((path) => path.endsWith(".sql")).flatMap((path) => {
    const text3 = textOf2(revision, path);
    return [...extensionsIn(text3), ...extensionsImpliedBy(text3)];
  });
  return [...new Set(names)].sort();
}
function textOf2(revision, path) {
  try {
    const text3 = revision.read(path);
    return text3.length > maxScanned ? "" : text3;
  } catch {
    return "";
  }
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
    const at3 = this.#items.findIndex(
      ({ effect }, index) => index >= this.#from && effect === "refuses"
    );
    return at3 === -1 ? this.#items.length : at3;
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
    if (this.#assumed.some((known) => known.kind === kind && known.name === name)) return false;
    if (!(await this.#db.run([sql])).ok) return false;
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

// src/comparison/actual.ts
function assumedSchemas({ assumed }) {
  return assumed.filter(({ kind }) => kind === "schema").map(({ name }) => name);
}
async function replay(database, migrations) {
  const assumed = [];
  const apart4 = await runApart(migrations);
  let applied = 0;
  while (applied < migrations.length) {
    const end = apart4.findIndex((own, index) => own && index >= applied);
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
  const apart4 = [];
  for (const { statements: statements2 } of migrations) {
    const judged = await judge(statements2);
    apart4.push(judged.some(({ effect }) => effect !== null));
  }
  return apart4;
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

// src/comparison/desired.ts
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

// src/comparison/base-side.ts
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
  if (models === null) return "it has no models";
  const unread3 = whyUnread(models, base.migrations);
  if (unread3 !== null) return unread3.message;
  const actual = await actualAtBase(workspace, base, { ...context, migrations: head.migrations });
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
  const apart4 = await workspace.databases.take();
  try {
    const replayed = await replay(apart4, side.migrations.migrations);
    if (replayed.failure !== null) return side;
    return withRenames(side, await decideRenames(apart4, decisions, options));
  } finally {
    await apart4.close();
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
async function actualAtBase(workspace, base, { migrations, atBase }) {
  if (!compareHistories(migrations, base.migrations).diverged) return atBase;
  const apart4 = await workspace.databases.take();
  try {
    const replayed = await replay(apart4, base.migrations.migrations);
    return replayed.failure === null ? await readActual(apart4, base.migrations) : null;
  } finally {
    await apart4.close();
  }
}

// src/comparison/forms.ts
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

// src/database/templates.ts
function mayNeedTemplates(sql) {
  return /\bdatabase\b/i.test(sql);
}

// src/rows/catalog.ts
var QUERY = `
  with recursive extension as materialized (
    select objid from pg_depend where classid = 'pg_class'::regclass and deptype = 'e'),
  relation as materialized (
    select c.oid, n.nspname, c.relname, c.relkind, c.relispartition from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and n.nspname not like 'pg\\_temp\\_%' and n.nspname not like 'pg\\_toast\\_temp\\_%'
      and c.oid not in (select objid from extension)),
  wanted as materialized (
    select unnest($1::oid[]) as oid
    union select c.confrelid from pg_constraint c where c.contype = 'f' and c.conrelid = any($1::oid[])),
  root as materialized (
    select * from relation where relkind in ('r', 'p') and not relispartition
      and ($1::oid[] is null or oid in (select oid from wanted))),
  part as (
    select r.oid as root, i.inhrelid as oid from root r join pg_inherits i on i.inhparent = r.oid where r.relkind = 'p'
    union all
    select p.root, i.inhrelid from part p join pg_class c on c.oid = p.oid join pg_inherits i on i.inhparent = p.oid
    where c.relkind = 'p'),
  attribute as materialized (
    select a.*, d.oid as default_oid, pg_get_expr(d.adbin, d.adrelid) as default_text
    from root r join pg_attribute a on a.attrelid = r.oid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped),
  used as (
    select atttypid as oid from attribute
    union
    select next.oid from used u join pg_type t on t.oid = u.oid
    left join pg_range g on g.rngtypid = t.oid or g.rngmultitypid = t.oid
    left join pg_attribute a on a.attrelid = t.typrelid and t.typtype = 'c' and a.attnum > 0 and not a.attisdropped
    cross join lateral (values (t.typbasetype), (case when t.typcategory = 'A' then t.typelem end), (g.rngsubtype),
      (case when t.typtype = 'm' then g.rngtypid end), (a.atttypid)) as next(oid)
    where next.oid <> 0),
  sequence as materialized (
    select d.refobjid as relation, d.refobjsubid as number, d.objid as oid from pg_depend d
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0
      and exists (select from pg_sequence s where s.seqrelid = d.objid)
    union
    select a.attrelid, a.attnum, d.refobjid from attribute a
    join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = a.default_oid and d.refclassid = 'pg_class'::regclass
    join pg_sequence s on s.seqrelid = d.refobjid
    where a.default_text ~ '^nextval\\(''[^'']*''::regclass\\)$'),
  "constraint" as materialized (
    select c.* from pg_constraint c where c.contype in ('c', 'f') and c.connamespace <> 'pg_catalog'::regnamespace),
  table_columns as (
    select a.attrelid as relation, json_agg(json_build_object('name', a.attname, 'number', a.attnum, 'type', a.atttypid::int8,
        'modifier', a.atttypmod, 'notNull', a.attnotnull, 'hasDefault', a.default_oid is not null, 'sequence', s.oid::int8,
        'identityAlways', a.attidentity = 'a', 'generated', a.attgenerated <> '') order by a.attnum) as list
    from attribute a
    left join (select relation, number, min(oid::int8) as oid from sequence group by 1, 2) s on s.relation = a.attrelid and s.number = a.attnum
    group by 1),
  table_checks as (
    select c.conrelid as relation, json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, c.conrelid))
        order by c.conname) as list,
      json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, c.conrelid)) order by c.conname)
        filter (where c.conislocal) as local
    from "constraint" c where c.contype = 'c' group by 1),
  foreign_keys as (
    select c.conrelid as relation, json_agg(json_build_object('name', c.conname, 'columns', c.conkey,
        'target', c.confrelid::int8, 'targetColumns', c.confkey) order by c.conname) as list
    from "constraint" c where c.contype = 'f' and c.conparentid = 0 group by 1)
  select json_build_object(
    'tables', (select json_agg(json_build_object('oid', r.oid::int8, 'schema', r.nspname, 'name', r.relname,
        'partitioned', r.relkind = 'p',
        'columns', coalesce(table_columns.list, '[]'), 'checks', coalesce(table_checks.list, '[]'),
        'foreignKeys', coalesce(foreign_keys.list, '[]'),
        'keys', coalesce((select json_agg(json_build_object('name', x.relname, 'primary', i.indisprimary,
            'columns', array(select distinct k from (
                select unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) as k
                union all
                select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attnum > 0 and i.indexprs is not null
                  and strpos(pg_get_expr(i.indexprs, i.indrelid), quote_ident(a.attname)) > 0) as keys
              where k > 0),
            'nullsEqual', i.indexprs is not null or coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)) order by x.relname)
          from pg_index i join pg_class x on x.oid = i.indexrelid
          where i.indrelid = r.oid and (i.indisunique or i.indisexclusion)), '[]'),
        'leaves', coalesce((select json_agg(json_build_object('oid', p.oid::int8, 'schema', l.nspname, 'name', l.relname,
            'bound', pg_get_partition_constraintdef(p.oid), 'foreign', l.relkind = 'f',
            'checks', coalesce(own.local, '[]')) order by l.relname)
          from part p join relation l on l.oid = p.oid left join table_checks own on own.relation = p.oid
          where r.relkind = 'p' and p.root = r.oid and l.relkind <> 'p'), '[]')
      ) order by r.nspname, r.relname)
      from root r left join table_columns on table_columns.relation = r.oid left join table_checks on table_checks.relation = r.oid
      left join foreign_keys on foreign_keys.relation = r.oid),
    'types', (select json_agg(json_build_object('oid', t.oid::int8, 'name', format_type(t.oid, -1), 'bare', t.typname, 'kind', t.typtype,
        'base', t.typbasetype::int8, 'baseModifier', t.typtypmod, 'notNull', t.typnotnull,
        'element', case when t.typcategory = 'A' then t.typelem::int8 else 0 end,
        'subtype', coalesce((select case t.typtype when 'm' then g.rngtypid else g.rngsubtype end::int8 from pg_range g
          where g.rngtypid = t.oid or g.rngmultitypid = t.oid), 0),
        'labels', coalesce((select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '[]'),
        'attributes', coalesce((select json_agg(json_build_object('type', a.atttypid::int8, 'modifier', a.atttypmod) order by a.attnum)
          from pg_attribute a where a.attrelid = t.typrelid and t.typtype = 'c' and a.attnum > 0 and not a.attisdropped), '[]'),
        'checks', coalesce((select json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, 0)) order by c.conname)
          from pg_constraint c where c.contypid = t.oid and c.contype = 'c' and t.typtype = 'd'), '[]')))
      from pg_type t where t.oid in (select oid from used)),
    'sequences', (select json_agg(json_build_object('oid', s.seqrelid::int8, 'name', format('%I.%I', n.nspname, c.relname),
        'start', s.seqstart, 'increment', s.seqincrement, 'last', pg_sequence_last_value(s.seqrelid),
        'greatest', case when s.seqincrement > 0 then s.seqmax else -s.seqmin end))
      from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
      where s.seqrelid in (select oid from sequence))
  ) as catalog`;
async function readCatalog(db, only = null) {
  const oids = only === null ? null : `{${only.join(",")}}`;
  const [row] = await db.query(QUERY, [oids]);
  const { tables, types, sequences } = row?.catalog ?? {};
  return {
    tables: byOid(tables ?? []),
    types: byOid(types ?? []),
    sequences: byOid(
      (sequences ?? []).map(({ start, last, ...sequence }) => ({
        ...sequence,
        next: last === null ? start : last + sequence.increment
      }))
    )
  };
}
function byOid(all2) {
  return new Map(all2.map((one) => [one.oid, one]));
}
function nameOf2({ schema, name }) {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
function underDomains(types, { type, modifier }) {
  const domains = [];
  let found = types.get(type);
  let own = modifier;
  while (found?.kind === "d") {
    domains.push(found);
    own = found.baseModifier;
    found = types.get(found.base);
  }
  return { type: found ?? null, modifier: own, domains };
}

// src/rows/needs.ts
function bothNeeds(one, other) {
  const [choices, lengths] = [bothChoices(one, other), bothLengths(one, other)];
  if (choices === null || lengths === null) return null;
  const ends = {
    ...tighter("least", one.least, other.least),
    ...tighter("most", one.most, other.most)
  };
  if (isEmpty(ends)) return null;
  return {
    ...one,
    ...other,
    ...choices,
    ...lengths,
    ...ends,
    patterns: [...one.patterns ?? [], ...other.patterns ?? []],
    keys: [...one.keys ?? [], ...other.keys ?? []]
  };
}
function bothChoices(one, other) {
  const contradict = ["isNull", "letters"].some(
    (key) => one[key] !== void 0 && other[key] !== void 0 && one[key] !== other[key]
  );
  const without2 = [...one.without ?? [], ...other.without ?? []];
  const among = intersection(one.among, other.among)?.filter((text3) => !without2.includes(text3));
  const json2 = intersection(one.json, other.json);
  if (contradict || among?.length === 0 || json2?.length === 0) return null;
  return {
    without: without2,
    ...among === void 0 ? {} : { among },
    ...json2 === void 0 ? {} : { json: json2 }
  };
}
function bothLengths(one, other) {
  const shortest = Math.max(one.shortest ?? 0, other.shortest ?? 0);
  const longest = Math.min(one.longest ?? Infinity, other.longest ?? Infinity);
  if (shortest > longest) return null;
  return { ...shortest > 0 ? { shortest } : {}, ...longest < Infinity ? { longest } : {} };
}
function intersection(one, other) {
  return one && other ? one.filter((item) => other.includes(item)) : one ?? other;
}
function tighter(end, one, other) {
  if (!one || !other) return one || other ? { [end]: one ?? other } : {};
  const order2 = compareTexts(one.text, other.text);
  const first = end === "least" ? order2 > 0 : order2 < 0;
  return { [end]: order2 === 0 ? one.strict ? one : other : first ? one : other };
}
function isEmpty({ least, most }) {
  if (!least || !most) return false;
  const order2 = compareTexts(least.text, most.text);
  return order2 > 0 || order2 === 0 && (least.strict || most.strict);
}
function compareTexts(one, other) {
  for (const read of [numberOf, timeOf]) {
    const [a, b] = [read(one), read(other)];
    if (a !== null && b !== null) return a - b;
  }
  return one === other ? 0 : one < other ? -1 : 1;
}
function numberOf(text3) {
  return text3.trim() === "" || !Number.isFinite(Number(text3)) ? null : Number(text3);
}
var TIME = /^(?<date>\d{4}-\d\d-\d\d)(?:[ T](?<clock>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(?<zone>Z|[+-]\d\d(?::?\d\d)?)?$/;
function timeOf(text3) {
  const parts = TIME.exec(text3.trim())?.groups;
  if (!parts) return null;
  const { date = "", clock: clock2 = "00:00", zone = "Z" } = parts;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const time = Date.parse(`${date}T${clock2}${offset}`);
  return Number.isNaN(time) ? null : time;
}
function meets(need, text3) {
  if (text3 === null) return need.isNull !== false;
  if (need.isNull === true) return false;
  return need.among?.includes(text3) !== false && need.without?.includes(text3) !== true && isWithin(need, text3) && isAsLong(need, text3) && (need.letters === void 0 || text3 === inLetters(need.letters, text3)) && (need.patterns ?? []).every(({ expression, negated }) => expression.test(text3) !== negated);
}
function isWithin({ least, most }, text3) {
  const low = least ? compareTexts(text3, least.text) : 1;
  const high = most ? compareTexts(text3, most.text) : -1;
  return (low > 0 || low === 0 && least !== void 0 && !least.strict) && (high < 0 || high === 0 && most !== void 0 && !most.strict);
}
function isAsLong({ shortest = 0, longest = Infinity }, text3) {
  const length2 = charactersOf(text3).length;
  return length2 >= shortest && length2 <= longest;
}
function inLetters(letters, text3) {
  if (letters === void 0) return text3;
  return letters === "lower" ? text3.toLowerCase() : text3.toUpperCase();
}
function charactersOf(text3) {
  return Array.from(text3);
}

// src/rows/alternative.ts
var MOST = 48;
var ANYTHING = { needs: /* @__PURE__ */ new Map(), relations: [] };
function everyAlternative(conditions) {
  let found = [ANYTHING];
  for (const ways of conditions) {
    found = found.flatMap((one) => ways.flatMap((other) => bothAlternatives(one, other) ?? [])).slice(0, MOST);
  }
  return found;
}
function bothAlternatives(one, other) {
  const needs = new Map(one.needs);
  for (const [column, need] of other.needs) {
    const both = bothNeeds(needs.get(column) ?? {}, need);
    if (both === null) return null;
    needs.set(column, both);
  }
  return { needs, relations: [...one.relations, ...other.relations] };
}
function about(column, need) {
  return { needs: /* @__PURE__ */ new Map([[column, need]]), relations: [] };
}

// src/rows/patterns.ts
var CLASSES = {
  alpha: "a-zA-Z",
  digit: "0-9",
  alnum: "a-zA-Z0-9",
  lower: "a-z",
  upper: "A-Z",
  space: " \\t",
  blank: " \\t",
  xdigit: "0-9a-fA-F",
  punct: "!-/",
  word: "A-Za-z0-9_"
};
function posixExpression(text3, insensitive) {
  const source = text3.replace(/^\*{3}[:=]/, "").replace(/^\(\?[a-z]+\)/, "").replaceAll(/\[:(\w+):\]/g, (_, name) => CLASSES[name] ?? "").replaceAll(/\\[mMyY]/g, "\\b").replaceAll(/\\A/g, "^").replaceAll(/\\Z/g, "$");
  try {
    return new RegExp(source, insensitive || /^\(\?\w*i/.test(text3) ? "i" : "");
  } catch {
    return null;
  }
}
function likeExpression(text3, insensitive) {
  const source = text3.replaceAll(/\\(.)|[%_]|[\^$.*+?()[\]{}|/\\]/gs, (all2, escaped) => {
    if (escaped !== void 0) return escaped.replace(/[^\w\s]/, "\\$&");
    if (all2 === "%") return ".*";
    return all2 === "_" ? "." : `\\${all2}`;
  });
  return new RegExp(`^${source}$`, insensitive ? "is" : "s");
}
var LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/@+#, !\"$%&'()*;<=>?[\\]^`{|}~";
var REPEATS = 6;
function textMatching(expression, number, longest = Infinity) {
  for (const repeats of [Math.min(REPEATS, longest), 2, 1, 0, 12, 24, 40]) {
    const text3 = new Sampler(expression, number, repeats).sample();
    if (text3 !== null && expression.test(text3) && text3.length <= longest) return text3;
  }
  return null;
}
var Sampler = class {
  #source;
  #repeats;
  #insensitive;
  #number;
  #at = 0;
  constructor(expression, number, repeats) {
    this.#source = expression.source;
    this.#insensitive = expression.ignoreCase;
    this.#number = number;
    this.#repeats = repeats;
  }
  sample() {
    const text3 = this.#choice()();
    return this.#at === this.#source.length ? text3 : null;
  }
  /** One of `count`, by the number's next digit. */
  #pick(count) {
    const digit = this.#number % count;
    this.#number = Math.floor(this.#number / count);
    return digit;
  }
  #choice() {
    const ways = [this.#sequence()];
    while (this.#source[this.#at] === "|") {
      this.#at += 1;
      ways.push(this.#sequence());
    }
    return () => ways[ways.length > 1 ? this.#pick(ways.length) : 0]?.() ?? "";
  }
  #sequence() {
    const parts = [];
    while (this.#at < this.#source.length && !"|)".includes(this.#source.charAt(this.#at))) {
      const atom = this.#atom();
      const count = this.#count();
      parts.push(() => Array.from({ length: count }, atom).join(""));
    }
    return () => parts.map((part3) => part3()).join("");
  }
  #count() {
    const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at));
    if (!match) return 1;
    this.#at += match[0].length;
    const [all2, least, comma, most] = match;
    if (all2.startsWith("?")) return this.#repeats > 0 ? 1 : 0;
    if (least === void 0) return Math.max(this.#repeats, all2.startsWith("+") ? 1 : 0);
    const low = Number(least);
    if (comma === "") return low;
    return Math.max(low, Math.min(this.#repeats, most === "" ? Infinity : Number(most)));
  }
  #atom() {
    const character = this.#source.charAt(this.#at);
    if (character === "(") return this.#group();
    if (character === "[") return this.#oneOf(this.#class());
    this.#at += 1;
    if (character === "^" || character === "$") return () => "";
    if (character === ".") return this.#oneOf(".");
    if (character !== "\\") return () => character;
    const escaped = this.#source.charAt(this.#at);
    this.#at += 1;
    if (escaped === "b" || escaped === "B") return () => "";
    return /[dwsDWS]/.test(escaped) ? this.#oneOf(`\\${escaped}`) : () => escaped;
  }
  #group() {
    const lookahead = /^\(\?(?:[=!]|<[=!])/.test(this.#source.slice(this.#at));
    this.#at += /^\((?:\?(?::|=|!|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at))?.[0].length ?? 1;
    const inside = this.#choice();
    this.#at += 1;
    return lookahead ? () => "" : inside;
  }
  #class() {
    const match = /^\[\^?\]?(?:[^\]\\]|\\.)*\]/.exec(this.#source.slice(this.#at));
    this.#at += match?.[0].length ?? 1;
    return match?.[0] ?? ".";
  }
  #oneOf(set) {
    const member = new RegExp(`^${set}$`, this.#insensitive ? "i" : "");
    const members = Array.from(LETTERS).filter((letter) => member.test(letter));
    const plain4 = members.filter((letter) => /[a-zA-Z0-9]/.test(letter));
    const choices = plain4.length > 0 ? plain4 : members;
    return () => choices[this.#pick(choices.length || 1)] ?? "";
  }
};

// src/rows/comparisons.ts
function comparison(left, operator, value) {
  if (left.kind === "call") {
    const measured = measuredAlternatives(left, operator, value);
    if (measured !== null) return measured;
  }
  if (operator === "<@" && value.kind === "list") {
    const texts2 = value.items.flatMap(
      (item) => item.kind === "constant" ? item.text ?? [] : []
    );
    return onSubject(left, {
      among: ["{}", ...texts2.map((text4) => `{${JSON.stringify(text4)}}`)].slice(1)
    });
  }
  if (value.kind !== "constant" && value.kind !== "now") return [ANYTHING];
  const text3 = value.kind === "now" ? momentOf(value.shift, operator) : value.text;
  if (text3 === null) return [ANYTHING];
  const need = needOf(operator, text3);
  return need === null ? [ANYTHING] : onSubject(left, need);
}
function momentOf(shift, operator) {
  const late = operator.startsWith(">");
  if (shift === 0) return late ? "2150-01-01" : "2025-12-31";
  if (shift < 0) return late ? "2025-01-01" : "1950-12-31";
  return late ? "2180-01-01" : "2025-12-31";
}
function needOf(operator, text3) {
  switch (operator) {
    case "=":
      return { among: [text3] };
    case "<>":
      return { without: [text3] };
    case "<":
    case "<=":
      return { most: { text: text3, strict: operator === "<" } };
    case ">":
    case ">=":
      return { least: { text: text3, strict: operator === ">" } };
    case "?":
      return { keys: [text3], json: ["object"] };
    case "@>":
      return { json: [text3.startsWith("[") ? "array" : "object"], among: [text3] };
    default: {
      const pattern = patternOf(operator, text3);
      return pattern && { patterns: [pattern] };
    }
  }
}
function patternOf(operator, text3) {
  const match = /^(?<negated>!?)(?<like>~~?)(?<insensitive>\*?)$/.exec(operator);
  if (!match?.groups) return null;
  const insensitive = match.groups["insensitive"] === "*";
  const make = match.groups["like"] === "~~" ? likeExpression : posixExpression;
  const expression = make(text3, insensitive);
  return expression && { expression, negated: match.groups["negated"] === "!" };
}
function onSubject(expression, need) {
  const column = subjectOf(expression);
  if (column === null) return [ANYTHING];
  const letters = lettersOf(expression);
  const full = letters === null ? need : bothNeeds(need, { letters }) ?? need;
  return [about(column, full)];
}
var TRANSPARENT = [
  "lower",
  "upper",
  "btrim",
  "trim",
  "ltrim",
  "rtrim",
  "coalesce",
  "abs",
  "round",
  "floor"
];
function subjectOf(expression) {
  if (expression.kind === "column") return expression.name;
  const [first] = expression.kind === "call" && TRANSPARENT.includes(expression.name) ? expression.args : [];
  return first === void 0 ? null : subjectOf(first);
}
function lettersOf(expression) {
  if (expression.kind !== "call") return null;
  if (expression.name === "lower" || expression.name === "upper") return expression.name;
  return expression.args[0] === void 0 ? null : lettersOf(expression.args[0]);
}
var LENGTHS = [
  "length",
  "char_length",
  "character_length",
  "octet_length",
  "cardinality",
  "array_length",
  "jsonb_array_length",
  "json_array_length"
];
function measuredAlternatives(call, operator, value) {
  const text3 = value.kind === "constant" ? value.text : null;
  const [first, second] = call.args;
  if (text3 === null || first === void 0) return null;
  if (LENGTHS.includes(call.name)) return onSubject(first, lengthNeed(operator, Number(text3)));
  if (/^jsonb?_typeof$/.test(call.name)) {
    return operator === "=" ? onSubject(first, { json: [text3] }) : null;
  }
  if (/^(?:extract|date_part)$/.test(call.name)) return firstDay(call.args, operator, text3);
  if (/^(?:position|strpos)$/.test(call.name))
    return onLike(first, second, (part3) => `_%${part3}_%`);
  if (/^(?:left|substr|substring)$/.test(call.name) && operator === "=") {
    return onLike(first, value, (part3) => `${part3}%`);
  }
  return TRANSPARENT.includes(call.name) ? null : [ANYTHING];
}
function firstDay([field, subject], operator, text3) {
  const day = field?.kind === "constant" && field.text === "day" && operator === "=";
  return day && text3 === "1" && subject ? onSubject(subject, { truncated: "month" }) : [ANYTHING];
}
function onLike(subject, constant2, spell2) {
  if (constant2?.kind !== "constant" || constant2.text === null) return [ANYTHING];
  const escaped = constant2.text.replaceAll(/[%_\\]/g, "\\$&");
  const expression = likeExpression(spell2(escaped), false);
  return onSubject(subject, { patterns: [{ expression, negated: false }] });
}
function lengthNeed(operator, length2) {
  switch (operator) {
    case "=":
      return { shortest: length2, longest: length2 };
    case "<":
      return { longest: length2 - 1 };
    case "<=":
      return { longest: length2 };
    case ">":
      return { shortest: length2 + 1 };
    case ">=":
      return { shortest: length2 };
    default:
      return { shortest: length2 + 1 };
  }
}
function between(left, operator, right) {
  const [one, other] = [subjectOf(left), subjectOf(right)];
  if (operator === "=" && right.kind === "call") return ownFunction(right, one);
  if (operator === "=" && left.kind === "call") return ownFunction(left, other);
  if (one === null || other === null || one === other) return [ANYTHING];
  const relation = (from, sign, to) => [
    { needs: /* @__PURE__ */ new Map(), relations: [{ left: from, operator: sign, right: to }] }
  ];
  switch (operator) {
    case "<":
    case "<=":
    case "=":
    case "<>":
      return relation(one, operator, other);
    case ">":
      return relation(other, "<", one);
    case ">=":
      return relation(other, "<=", one);
    default:
      return [ANYTHING];
  }
}
function ownFunction({ name, args }, column) {
  const subject = args.map(subjectOf).find((found) => found !== null) ?? null;
  if (column === null || subject !== column) return [ANYTHING];
  if (name === "lower" || name === "upper") return [about(column, { letters: name })];
  const unit = args[0];
  return name === "date_trunc" && unit?.kind === "constant" && unit.text !== null ? [about(column, { truncated: unit.text })] : [ANYTHING];
}
function callAlternatives(name, [first, second], wanted) {
  if (!wanted || first === void 0) return [ANYTHING];
  if (name === "starts_with") return onLike(first, second, (text3) => `${text3}%`);
  if (name === "jsonb_exists" && second?.kind === "constant") {
    return onSubject(first, { keys: [second.text ?? ""], json: ["object"] });
  }
  return [ANYTHING];
}

// src/rows/alternatives.ts
function alternativesOf(expression, wanted = true) {
  switch (expression.kind) {
    case "and":
    case "or":
      return several(expression, wanted);
    case "not":
      return alternativesOf(expression.of, !wanted);
    case "is null":
      return nullTest(expression, wanted);
    case "is true":
      return alternativesOf(expression.of, expression.value === wanted);
    case "case":
      return branches(expression, wanted);
    case "constant":
      return constant(expression, wanted);
    case "column":
      return [about(expression.name, { among: [String(wanted)], isNull: false })];
    case "operation":
      return operationAlternatives(expression, wanted);
    case "call":
      return callAlternatives(expression.name, expression.args, wanted);
    case "now":
    case "list":
    case "unknown":
      return [ANYTHING];
  }
}
function nullTest({ of, negated }, wanted) {
  const column = subjectOf(of);
  return [column === null ? ANYTHING : about(column, { isNull: negated !== wanted })];
}
function constant({ text: text3 }, wanted) {
  return text3 === null || text3 === "true" === wanted ? [ANYTHING] : [];
}
function several({ kind, parts }, wanted) {
  const ways = parts.map((part3) => alternativesOf(part3, wanted));
  return kind === "and" === wanted ? everyAlternative(ways) : ways.flat().slice(0, MOST);
}
function branches({ branches: all2, otherwise }, wanted) {
  const before = [];
  const ways = [];
  for (const { when, then } of all2) {
    ways.push(...everyAlternative([...before, alternativesOf(when), alternativesOf(then, wanted)]));
    before.push(alternativesOf(when, false));
  }
  return [...ways, ...everyAlternative([...before, alternativesOf(otherwise, wanted)])].slice(
    0,
    MOST
  );
}
var NEGATED = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "~": "!~",
  "!~": "~",
  "~*": "!~*",
  "!~*": "~*",
  "~~": "!~~",
  "!~~": "~~",
  "~~*": "!~~*",
  "!~~*": "~~*"
};
var MIRRORED = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "=": "=",
  "<>": "<>"
};
function operationAlternatives(operation, wanted) {
  if (!wanted) return negatedAlternatives(operation);
  const { operator, left, right, over } = operation;
  if (over !== null) return overList(operation);
  const mirrored = MIRRORED[operator];
  if (isValue(left) && !isValue(right) && mirrored !== void 0) {
    return operationAlternatives(
      { ...operation, operator: mirrored, left: right, right: left },
      true
    );
  }
  const sum = addends(left);
  if (sum.length > 0 && !isCondition(left) && right.kind === "constant")
    return counted(sum, operator, Number(right.text));
  const condition = isCondition(left) || isCondition(right);
  if (condition && (operator === "=" || operator === "<>"))
    return equality(left, right, operator === "=");
  if (isValue(right)) return comparison(left, operator, right);
  return between(left, operator, right);
}
var isValue = ({ kind }) => kind === "constant" || kind === "now" || kind === "list";
function negatedAlternatives(operation) {
  const operator = NEGATED[operation.operator];
  if (operator === void 0) return [ANYTHING];
  const over = operation.over === null ? null : operation.over === "any" ? "all" : "any";
  return operationAlternatives({ ...operation, operator, over }, true);
}
var isCondition = (one) => ["and", "or", "not", "is null", "is true"].includes(one.kind) || one.kind === "operation" && one.operator in NEGATED;
function addends(sum) {
  if (sum.kind === "operation" && sum.operator === "+") {
    const [left, right] = [addends(sum.left), addends(sum.right)];
    return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
  }
  if (sum.kind === "call" && /^num_(?:non)?nulls$/.test(sum.name)) {
    const negated = sum.name === "num_nonnulls";
    return sum.args.map((of) => ({ kind: "is null", of, negated }));
  }
  if (sum.kind === "case" && sum.branches.length === 1) {
    const [branch] = sum.branches;
    const counts = branch?.then.kind === "constant" && branch.then.text === "1";
    return branch && counts ? [branch.when] : [];
  }
  return isCondition(sum) ? [sum] : [];
}
function counted(conditions, operator, value) {
  const ways = [];
  for (let choice = 2 ** Math.min(conditions.length, 12) - 1; choice >= 0; choice -= 1) {
    const chosen = conditions.map((_, index) => (choice >> index & 1) === 1);
    if (!holds(chosen.filter(Boolean).length, operator, value)) continue;
    const parts = conditions.map((one, index) => alternativesOf(one, chosen[index] ?? false));
    ways.push(...everyAlternative(parts));
  }
  return ways.slice(0, MOST);
}
function holds(count, operator, value) {
  switch (operator) {
    case "=":
      return count === value;
    case "<>":
      return count !== value;
    case "<":
      return count < value;
    case "<=":
      return count <= value;
    case ">":
      return count > value;
    default:
      return count >= value;
  }
}
function equality(left, right, same2) {
  return [true, false].flatMap(
    (value) => everyAlternative([alternativesOf(left, value), alternativesOf(right, value === same2)])
  );
}
function overList({ operator, left, right, over }) {
  const items = right.kind === "list" ? right.items : null;
  const texts2 = items?.flatMap((item) => item.kind === "constant" ? item.text ?? [] : []);
  if (items === null || texts2?.length !== items.length) {
    const tags = subjectOf(right);
    return [tags === null ? ANYTHING : about(tags, { shortest: 1 })];
  }
  if (operator === "=" && over === "any") return onSubject(left, { among: texts2 });
  if (operator === "<>" && over === "all") return onSubject(left, { without: texts2 });
  const ways = items.map((item) => comparison(left, operator, item));
  return over === "all" ? everyAlternative(ways) : ways.flat();
}

// src/rows/expressions.ts
async function parseExpressions(texts2) {
  if (texts2.length === 0) return [];
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  const parse2 = (some) => {
    const { stmts } = parser.parseSync(`select ${some.join(", ")}`);
    const targets = stmts?.[0]?.stmt.SelectStmt?.targetList ?? [];
    return targets.map((target) => expressionOf(target["ResTarget"]?.val));
  };
  try {
    const all2 = parse2(texts2);
    if (all2.length === texts2.length) return all2;
  } catch {
  }
  return texts2.map((text3) => {
    try {
      return parse2([text3])[0] ?? UNKNOWN;
    } catch {
      return UNKNOWN;
    }
  });
}
function columnsIn(expression) {
  return expression.kind === "column" ? [expression.name] : partsOf(expression).flatMap((part3) => columnsIn(part3));
}
function constantsIn(expression) {
  return expression.kind === "constant" ? expression.text === null ? [] : [expression.text] : partsOf(expression).flatMap((part3) => constantsIn(part3));
}
function partsOf(expression) {
  switch (expression.kind) {
    case "column":
    case "constant":
    case "now":
      return [];
    case "list":
      return expression.items;
    case "operation":
      return [expression.left, expression.right];
    case "and":
    case "or":
      return expression.parts;
    case "not":
    case "is null":
    case "is true":
      return [expression.of];
    case "case":
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        expression.otherwise
      ];
    case "call":
    case "unknown":
      return expression.args;
  }
}
var UNKNOWN = { kind: "unknown", args: [] };
var NULL = { kind: "constant", text: null };
var READERS = {
  ColumnRef: ({ fields }) => {
    const name = stringOf(fields?.at(-1));
    return name === "" ? UNKNOWN : { kind: "column", name };
  },
  A_Const: constantOf,
  TypeCast: castOf,
  A_ArrayExpr: ({ elements }) => ({ kind: "list", items: all(elements) }),
  BoolExpr: ({ boolop, args }) => {
    const [first = UNKNOWN, ...rest] = all(args);
    if (boolop === "NOT_EXPR") return { kind: "not", of: first };
    return { kind: boolop === "OR_EXPR" ? "or" : "and", parts: [first, ...rest] };
  },
  NullTest: (node) => ({
    kind: "is null",
    of: argOf(node),
    negated: node.nulltesttype === "IS_NOT_NULL"
  }),
  BooleanTest: (node) => {
    const test = node.booltesttype ?? "IS_TRUE";
    const of = argOf(node);
    if (test.endsWith("UNKNOWN")) return { kind: "is null", of, negated: test.includes("NOT") };
    const value = test.endsWith("TRUE") !== test.includes("NOT");
    return { kind: "is true", of, value };
  },
  A_Expr: operationOf,
  FuncCall: ({ funcname, args }) => callOf(stringOf(funcname?.at(-1)), all(args)),
  CoalesceExpr: ({ args }) => callOf("coalesce", all(args)),
  SQLValueFunction: ({ op }) => /DATE|TIME/.test(op ?? "") ? { kind: "now", shift: 0 } : UNKNOWN,
  CollateClause: argOf,
  CaseExpr: caseOf
};
function expressionOf(node) {
  const [entry] = Object.entries(node ?? {});
  const [type, fields] = entry ?? [];
  if (type === void 0 || fields === void 0) return UNKNOWN;
  const read = READERS[type];
  return read ? read(fields) : { kind: "unknown", args: all(fields.args ?? fields.fields) };
}
var all = (nodes) => (nodes ?? []).map(expressionOf);
function argOf({ arg }) {
  return Array.isArray(arg) ? UNKNOWN : expressionOf(arg);
}
function stringOf(node) {
  const text3 = node?.["String"]?.sval;
  return typeof text3 === "string" ? text3 : "";
}
function constantOf({ isnull, sval, ival, fval, boolval }) {
  if (isnull === true) return NULL;
  if (typeof sval === "object") return { kind: "constant", text: sval.sval ?? "" };
  if (boolval) return { kind: "constant", text: boolval.boolval === true ? "true" : "false" };
  if (fval) return { kind: "constant", text: fval.fval ?? "0" };
  return { kind: "constant", text: String(ival?.ival ?? 0) };
}
function castOf(node) {
  const value = argOf(node);
  if (value.kind !== "constant" || value.text === null) return value;
  const { names, arrayBounds } = node.typeName ?? {};
  if (arrayBounds !== void 0) return { kind: "list", items: itemsOf(value.text) };
  const temporal2 = /^(?:date|timestamp|timestamptz)$/.test(stringOf(names?.at(-1)));
  return temporal2 && /^(?:now|today)$/i.test(value.text) ? { kind: "now", shift: 0 } : value;
}
function itemsOf(text3) {
  const items = text3.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return items.map((item) => {
    if (item === "NULL") return NULL;
    const plain4 = item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, "$1") : item;
    return { kind: "constant", text: plain4 };
  });
}
function operationOf({ kind, name, lexpr, rexpr }) {
  const operator = stringOf(name?.at(-1));
  const [left, right] = [expressionOf(lexpr), expressionOf(rexpr)];
  if (lexpr === void 0 && operator === "-" && right.kind === "constant") {
    return { kind: "constant", text: `-${right.text ?? ""}` };
  }
  if (left.kind === "now" && /^[-+]$/.test(operator)) {
    return { kind: "now", shift: operator === "-" ? -1 : 1 };
  }
  const over = OVER[kind ?? ""] ?? null;
  const all2 = kind === "AEXPR_IN" && operator !== "=";
  return {
    kind: "operation",
    operator: DISTINCT[kind ?? ""] ?? operator,
    left,
    right,
    over: all2 ? "all" : over
  };
}
var OVER = {
  AEXPR_OP_ANY: "any",
  AEXPR_IN: "any",
  AEXPR_OP_ALL: "all"
};
var DISTINCT = {
  AEXPR_DISTINCT: "<>",
  AEXPR_NOT_DISTINCT: "="
};
function callOf(name, args) {
  return /^(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)$/.test(name) ? { kind: "now", shift: 0 } : { kind: "call", name, args };
}
function caseOf(node) {
  const subject = node.arg === void 0 ? null : argOf(node);
  const branches2 = (node.args ?? []).map((branch) => {
    const { expr, result } = branch["CaseWhen"] ?? {};
    const value = expressionOf(expr);
    const when = subject ? { kind: "operation", operator: "=", left: subject, right: value, over: null } : value;
    return { when, then: expressionOf(result) };
  });
  const otherwise = node.defresult === void 0 ? NULL : expressionOf(node.defresult);
  return { kind: "case", branches: branches2, otherwise };
}

// src/rows/conditions.ts
async function readConditions({ tables, types }) {
  const texts2 = /* @__PURE__ */ new Set();
  for (const { checks, leaves } of tables.values()) {
    for (const { expression } of checks) texts2.add(expression);
    for (const leaf of leaves) {
      for (const { expression } of boundOf(leaf)) texts2.add(expression);
    }
  }
  for (const { checks } of types.values())
    for (const { expression } of checks) texts2.add(expression);
  const parsed = await parseExpressions([...texts2]);
  const byText = new Map([...texts2].map((text3, index) => [text3, parsed[index]]));
  const read = (checks) => checks.flatMap(({ name, expression }) => {
    const found = byText.get(expression);
    return found ? [{ name, expression: found }] : [];
  });
  const domains = new Map(
    [...types.values()].filter(({ checks }) => checks.length > 0).map(({ oid, checks }) => [oid, domainNeeds(read(checks))])
  );
  return {
    domains,
    checks: ({ checks, leaves }) => read([...checks, ...leaves.flatMap((leaf) => leaf.checks)]),
    ways: (table) => {
      const leaves = table.leaves.filter(({ foreign }) => !foreign);
      const own = read(table.checks);
      return leaves.length === 0 ? [waysOf(table, own)] : leaves.map((leaf) => waysOf(table, [...read(boundOf(leaf)), ...own]));
    }
  };
}
function boundOf({ name, bound, checks }) {
  return bound === null ? checks : [{ name, expression: bound }, ...checks];
}
function domainNeeds(checks) {
  const ways = everyAlternative(checks.map(({ expression }) => alternativesOf(expression)));
  return ways.map(({ needs }) => needs.get("value") ?? {});
}
function waysOf({ columns }, conditions) {
  const strict = {
    needs: new Map(
      columns.filter(({ notNull }) => notNull).map(({ name }) => [name, { isNull: false }])
    ),
    relations: []
  };
  const known = conditions.map(({ expression }) => alternativesOf(expression));
  const ways = everyAlternative([[strict], ...known.filter((some) => some.length > 0)]);
  return ways.length === 0 ? [strict] : withoutEscapes(ways);
}
function withoutEscapes(ways) {
  const nulls = ways.map(nullsOf);
  return ways.filter(({ needs }, index) => {
    const own = nulls[index] ?? /* @__PURE__ */ new Set();
    const chooses = [...needs].some(([name, { among }]) => among !== void 0 && !own.has(name));
    const better = nulls.some(
      (other) => other.size < own.size && [...other].every((name) => own.has(name))
    );
    return chooses || !better;
  });
}
function nullsOf({ needs }) {
  return new Set([...needs].flatMap(([name, { isNull }]) => isNull === true ? [name] : []));
}
function columnsOf(conditions) {
  return new Set(conditions.flatMap(({ expression }) => columnsIn(expression)));
}

// src/rows/numbers.ts
function integer(greatest) {
  return (n, { need }) => {
    const whole2 = stepped(n, need, {
      step: 1,
      least: -greatest,
      most: greatest,
      plain: n % greatest
    });
    return whole2 === void 0 ? void 0 : String(whole2);
  };
}
function stepped(n, need, { step, least, most, plain: usual }) {
  const avoided = new Set((need.without ?? []).map(Number));
  const low = endOf(need.least, step, 1) ?? null;
  const high = endOf(need.most, step, -1) ?? null;
  const fits = (value) => value >= (low ?? least) && value <= (high ?? most) && !avoided.has(value);
  if (fits(usual)) return usual;
  const from = low ?? Math.min(0, high ?? 0);
  const to = high ?? most;
  const count = Math.max(Math.floor((to - from) / step + 1e-9) + 1, 0);
  for (let at3 = n; at3 < n + Math.min(count, 40); at3 += 1) {
    const value = low === null && high !== null ? high - at3 % 1e3 * step : from + at3 % count * step;
    if (fits(value)) return value;
  }
  return void 0;
}
function endOf(bound, step, direction) {
  const value = bound && (numberOf(bound.text) ?? timeOf(bound.text));
  if (value === void 0 || value === null) return null;
  const whole2 = step === 1 ? direction === 1 ? Math.ceil(value) : Math.floor(value) : value;
  return bound?.strict === true && whole2 === value ? whole2 + direction * step : whole2;
}
function numeric(n, { need, modifier }) {
  const { precision, scale } = numericSize(modifier);
  const step = 10 ** -Math.min(scale, 6);
  const most = 10 ** Math.min(precision - scale, 15) - step;
  const usual = most < n ? n * step % most : n + (scale > 0 ? n % 10 * step : 0);
  const value = stepped(n, need, { step, least: -most, most, plain: usual });
  return value?.toFixed(Math.max(Math.min(scale, 6), 0));
}
function numericSize(modifier) {
  if (modifier < 4) return { precision: 30, scale: 2 };
  const packed = modifier - 4;
  const scale = packed & 2047;
  return { precision: packed >> 16 & 65535, scale: scale > 1023 ? scale - 2048 : scale };
}

// src/rows/looks.ts
import { createHash } from "node:crypto";
var GIVEN = [
  "Ada",
  "Ben",
  "Chiara",
  "Dmitri",
  "Elif",
  "Farid",
  "Grace",
  "Hana",
  "Ivan",
  "Jun",
  "Kofi",
  "Lena",
  "Mateo",
  "Nadia",
  "Omar",
  "Priya",
  "Quinn"
];
var FAMILY = [
  "Lindholm",
  "Okafor",
  "Nakamura",
  "Silva",
  "Novak",
  "Haddad",
  "Meyer",
  "Castro",
  "Dubois",
  "Kaya",
  "Larsen"
];
var THINGS = [
  "Harbour",
  "Lantern",
  "Meadow",
  "Compass",
  "Orchard",
  "Signal",
  "Copper",
  "Willow",
  "Summit",
  "Canvas",
  "Ember",
  "River",
  "Anchor"
];
var COUNTRIES = ["DE", "FR", "PT", "JP", "BR", "KE", "CA", "IN", "SE", "US", "PL", "NZ"];
var CURRENCIES = ["EUR", "USD", "JPY", "SEK", "INR", "BRL", "PLN"];
var LOCALES = ["en", "de", "fr", "pt", "ja", "sv", "pl"];
var ZONES = ["Europe/Berlin", "Asia/Tokyo", "America/Sao_Paulo", "Africa/Nairobi", "UTC"];
var CITIES = ["Porto", "Nairobi", "Kyoto", "Malm\xF6", "Lyon", "Recife", "Halifax"];
var WORDS = ["new", "open", "review", "done", "closed"];
var FIRST_DAY = Date.UTC(2025, 0, 1);
var DAY = 864e5;
var LOOKS = [
  { name: /e_?mail/, look: (n) => `${part(GIVEN, n).toLowerCase()}.${n}@example.com` },
  {
    name: /(^|_)(url|uri|link|href|website|homepage|avatar|image|logo|icon|picture)(_|$)/,
    look: (n) => `https://example.com/item/${n}`
  },
  { name: /(^|_)(uuid|guid)$/, look: (n) => uuidOf("text", n) },
  { name: /(^|_)(ip|ip_address)$/, look: (n) => `10.${byte(n, 2)}.${byte(n, 1)}.${byte(n, 0)}` },
  { name: /phone|mobile|(^|_)fax$/, look: (n) => `+4930${String(1e6 + n)}` },
  {
    name: /(^|_)(count|qty|quantity|amount|price|cost|total|number|num|age|year|size|score|position|rank|weight|zip|postal_code|postcode|limit|duration|percent|rate)$/,
    look: String
  },
  {
    name: /(_at|_on|_date|_time|_until)$|^(date|timestamp|time|day)$|birthday/,
    look: (n) => momentText(n)
  },
  {
    name: /^(is|has|can|should|allow)_|(^|_)(enabled|active|disabled|visible|public|verified|archived)$/,
    look: (n) => n % 2 === 1 ? "true" : "false",
    few: true
  },
  {
    name: /json|metadata|payload|settings|config|options|preferences|(^|_)(data|props|properties|attributes|context)$/,
    look: (n) => `{"n": ${n}}`
  },
  { name: /country(_code)?$/, look: (n) => part(COUNTRIES, n), few: true },
  { name: /currency(_code)?$/, look: (n) => part(CURRENCIES, n), few: true },
  { name: /locale|language|(^|_)lang$/, look: (n) => part(LOCALES, n), few: true },
  { name: /time_?zone|(^|_)tz$/, look: (n) => part(ZONES, n), few: true },
  { name: /(^|_)city$/, look: (n) => `${part(CITIES, n)} ${n}` },
  { name: /colou?r$/, look: (n) => `#${(2245734 + n * 4099).toString(16).slice(-6)}` },
  {
    name: /hash|token|secret|password|digest|signature|checksum|fingerprint|(^|_)(key|api_key)$/,
    look: (n) => digest("text", n)
  },
  {
    name: /slug|handle|username|user_name|login|subdomain/,
    look: (n) => `${part(THINGS, n).toLowerCase()}-${n}`
  },
  {
    name: /domain|hostname|(^|_)host$/,
    look: (n) => `${part(THINGS, n).toLowerCase()}-${n}.example.com`
  },
  { name: /first_?name|given_?name/, look: (n) => `${part(GIVEN, n)} ${n}` },
  { name: /last_?name|family_?name|surname/, look: (n) => `${part(FAMILY, n)} ${n}` },
  {
    name: /^(full_?)?name$|(display|contact|author|customer)_?name/,
    look: (n) => `${part(GIVEN, n)} ${part(FAMILY, n)} ${n}`
  },
  {
    name: /status|state|(^|_)(type|kind|role|category|level|mode|stage|tier|plan|provider|source)$/,
    look: (n) => part(WORDS, n),
    few: true
  },
  { name: /^id$|_id$|^(id|key)_|Id$|_key$/, look: (n) => uuidOf("text", n) },
  { name: /version/, look: (n) => `1.${n}.0` },
  { name: /path|file/, look: (n) => `/files/${part(THINGS, n).toLowerCase()}/${n}.txt` },
  { name: /mime|content_type|media_type/, look: () => "text/plain", few: true },
  {
    name: /description|body|content|message|comment|note|summary|text|bio|reason|error/,
    look: (n) => `${part(THINGS, n)} and ${part(THINGS, n + 5).toLowerCase()}, as agreed on day ${n}.`
  }
];
var part = (list, n) => list[n % list.length] ?? "";
var byte = (n, index) => Math.floor(n / 256 ** index) % 256;
function lookOf(name, n, distinct) {
  const snake = name.replaceAll(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
  const found = LOOKS.find((one) => one.name.test(snake) && !(distinct && one.few === true));
  return found ? found.look(n) : `${part(THINGS, n)} ${n}`;
}
function shortText(n, length2) {
  return n.toString(36).padStart(length2, "a").slice(-length2);
}
function digest(seed2, n) {
  return createHash("md5").update(`${seed2} ${n}`).digest("hex");
}
function uuidOf(seed2, n) {
  const hex = digest(seed2, n);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
function momentOf2(n, column) {
  return FIRST_DAY + n * DAY + (8 * 60 + column % 500) * 6e4;
}
function momentText(n) {
  return `${timeText(momentOf2(n, 0))}+00`;
}
function timeText(milliseconds) {
  return new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "").replace(".000", ".123456");
}

// src/rows/times.ts
function temporal(spell2) {
  return (n, { need, subject }) => {
    const usual = momentOf2(n, subject.number);
    const low = need.least && timeOf(need.least.text);
    const high = need.most && timeOf(need.most.text);
    const within = (at3) => isWithin(need, spell2(at3));
    const step = low !== void 0 && low !== null && typeof high === "number" ? (high - low) / 400 : 864e5;
    const start = low ?? (typeof high === "number" ? high - 399 * step : usual);
    const close = low !== void 0 && low !== null && need.near === true ? [low + 36e5, low + 864e5] : [];
    const tries = [
      usual,
      ...close,
      start + (n % 398 + 1) * step,
      start + (n % 200 + 0.5) * step,
      start
    ];
    const found = tries.map((at3) => truncate(at3, need.truncated)).find(within);
    return found === void 0 ? void 0 : spell2(found);
  };
}
function truncate(milliseconds, unit) {
  if (unit === void 0) return milliseconds;
  const date = new Date(milliseconds);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const weekday = (date.getUTCDay() + 6) % 7;
  switch (unit) {
    case "year":
      return Date.UTC(year, 0, 1);
    case "quarter":
      return Date.UTC(year, month - month % 3, 1);
    case "month":
      return Date.UTC(year, month, 1);
    case "week":
      return Date.UTC(year, month, day - weekday);
    case "hour":
      return Date.UTC(year, month, day, date.getUTCHours());
    default:
      return unit === "day" ? Date.UTC(year, month, day) : Math.floor(milliseconds / 6e4) * 6e4;
  }
}
function clock(zone) {
  return (n, { need, subject }) => {
    const minutes = (n * 7 + subject.number) % 1440;
    const spell2 = (at3) => `${two(Math.floor(at3 / 60))}:${two(at3 % 60)}:03.123456${zone}`;
    for (let at3 = minutes; at3 < minutes + 1440; at3 += 1) {
      if (isWithin(need, spell2(at3 % 1440))) return spell2(at3 % 1440);
    }
    return void 0;
  };
}
var two = (value) => String(value).padStart(2, "0");

// src/rows/values.ts
function valueOf(source, subject, need, n) {
  if (need.isNull === true) return null;
  const { type, modifier, domains } = underDomains(source.types, subject);
  if (type === null) return void 0;
  const full = withDomains(source, domains, need, n);
  if (full === null) return void 0;
  const making = { ...source, subject, type, modifier, need: full };
  if (full.among) return oneOf(making, full.among, n);
  return makerOf(type)?.(n, making);
}
function withDomains(source, domains, need, n) {
  let full = need;
  for (const { oid } of domains) {
    const ways = source.domains.get(oid) ?? [];
    const before = full;
    const possible = ways.flatMap((way) => bothNeeds(before, way) ?? []);
    full = ways.length === 0 ? before : possible[n % (possible.length || 1)] ?? null;
    if (full === null) return null;
  }
  return full;
}
function oneOf({ need, type, subject }, among, n) {
  const fitting = among.filter((text3) => meetsAs(type, need, text3));
  return fitting[(n + subject.number) % (fitting.length || 1)];
}
var COUNTABLE = /^(?:int[248]|float[48]|numeric|money|date|timestamp|timestamptz)$/;
function meetsAs({ bare: bare2 }, need, text3) {
  return COUNTABLE.test(bare2) ? isWithin(need, text3) && need.without?.includes(text3) !== true : meets({ ...need, ...bare2 === "jsonb" || bare2 === "json" ? { shortest: 0 } : {} }, text3);
}
function makerOf(type) {
  if (type.kind === "e") return enumLabel;
  if (type.kind === "c") return composite;
  if (type.kind === "r") return range;
  if (type.kind === "m") return multirange;
  if (type.element !== 0) return array;
  return BY_TYPE[type.bare];
}
var plain2 = (spell2) => (n, { need }) => {
  for (let at3 = n; at3 < n + 20; at3 += 1) {
    if (need.without?.includes(spell2(at3)) !== true) return spell2(at3);
  }
  return void 0;
};
var text = (n, making) => textValue(n, making, longestOf(making));
var cut = (n, making) => textValue(n, making, Math.max(making.modifier - 4, 1));
var BY_TYPE = {
  int2: integer(32767),
  int4: integer(2147483647),
  int8: integer(Number.MAX_SAFE_INTEGER),
  oid: plain2(String),
  xid: plain2(String),
  cid: plain2(String),
  xid8: plain2(String),
  tid: plain2((n) => `(0,${n})`),
  float4: integer(16e6),
  float8: integer(Number.MAX_SAFE_INTEGER),
  numeric,
  money: integer(1e6),
  text,
  citext: text,
  name: (n, making) => textValue(n, making, 63),
  varchar: text,
  bpchar: cut,
  char: plain2((n) => shortText(n, 1)),
  bool: (n, { need }) => ["true", "false"].filter((one) => meets(need, one))[n % 2] ?? "true",
  // Tables that no foreign key connects are joined by columns of one name: those of one row agree.
  uuid: (n, { subject }) => uuidOf(subject.name, n),
  date: temporal((milliseconds) => new Date(milliseconds).toISOString().slice(0, 10)),
  timestamp: temporal(timeText),
  timestamptz: temporal((milliseconds) => `${timeText(milliseconds)}+00`),
  time: clock(""),
  timetz: clock("+00"),
  interval: plain2((n) => `${n} days 02:03:04.000005`),
  json,
  jsonb: json,
  jsonpath: plain2((n) => `$.a${n}`),
  bytea: bytes,
  inet: plain2((n) => `10.${Math.floor(n / 250) % 250}.${n % 250}.1`),
  cidr: plain2((n) => `10.${Math.floor(n / 250) % 250}.${n % 250}.0/24`),
  macaddr: plain2((n) => `08:00:2b:${pair(n, 2)}:${pair(n, 1)}:${pair(n, 0)}`),
  macaddr8: plain2((n) => `08:00:2b:01:02:${pair(n, 2)}:${pair(n, 1)}:${pair(n, 0)}`),
  bit: (n, { modifier }) => bits(n, Math.max(modifier, 1)),
  varbit: (n, { modifier }) => bits(n, modifier > 0 ? Math.min(modifier, 16) : 16),
  point: plain2((n) => `(${n},${n}.5)`),
  line: plain2((n) => `{1,1,${n}}`),
  lseg: plain2((n) => `((0,0),(${n},1))`),
  box: plain2((n) => `((${n},0),(${n}.5,1))`),
  path: plain2((n) => `((0,0),(${n},1))`),
  polygon: plain2((n) => `((0,0),(${n},1),(0,1))`),
  circle: plain2((n) => `<(${n},0),0.25>`),
  tsvector: plain2((n) => `word${n}:1 other:2`),
  tsquery: plain2((n) => `word${n}`),
  pg_lsn: plain2((n) => `0/${n.toString(16).toUpperCase()}`),
  txid_snapshot: plain2((n) => `${n}:${n + 1}:`),
  pg_snapshot: plain2((n) => `${n}:${n + 1}:`),
  xml: plain2((n) => `<a>${n}</a>`),
  regclass: plain2(() => "pg_class"),
  regtype: plain2(() => "integer"),
  regproc: plain2(() => "now"),
  regprocedure: plain2(() => "now()"),
  regoper: plain2(() => "!~~"),
  regoperator: plain2(() => "+(integer,integer)"),
  regrole: plain2(() => "pg_monitor"),
  regnamespace: plain2(() => "pg_catalog"),
  regcollation: plain2(() => '"C"'),
  regconfig: plain2(() => "simple"),
  regdictionary: plain2(() => "simple"),
  ltree: plain2((n) => `top.a${n}`),
  lquery: plain2((n) => `top.a${n}`),
  ltxtquery: plain2((n) => `a${n}`),
  hstore: plain2((n) => `a=>${n}`),
  cube: plain2((n) => `(${n},1)`),
  seg: plain2((n) => `${n} .. ${n + 1}`),
  isbn: plain2((n) => isbn13(n)),
  isbn13: plain2((n) => isbn13(n)),
  ean13: plain2((n) => isbn13(n)),
  query_int: plain2(String),
  vector: (n, { modifier }) => vectorText(n, modifier),
  halfvec: (n, { modifier }) => vectorText(n, modifier),
  sparsevec: (n, { modifier }) => `{1:${n}}/${Math.max(modifier, 3)}`,
  geometry: geometryText,
  geography: geometryText
};
function enumLabel(n, { type, need, subject }) {
  const labels = type.labels.filter((label) => meets(need, label));
  return labels[(n + subject.number) % (labels.length || 1)];
}
function part2(making, of, n) {
  const { subject } = making;
  return valueOf(making, { ...subject, ...of }, {}, n);
}
function composite(n, making) {
  const fields = making.type.attributes.map((attribute) => part2(making, attribute, n));
  if (fields.includes(void 0)) return void 0;
  return `(${fields.map((field) => field === null ? "" : quoted(field ?? "")).join(",")})`;
}
function quoted(value) {
  return `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}
function array(n, making) {
  const { type, need, modifier } = making;
  const length2 = Math.max(need.shortest ?? 0, Math.min(2, need.longest ?? 2));
  const items = Array.from(
    { length: length2 },
    (_, index) => part2(making, { type: type.element, modifier }, n + index)
  );
  if (items.includes(void 0)) return need.shortest ? void 0 : "{}";
  return `{${items.map((item) => item === null ? "NULL" : quoted(item ?? "")).join(",")}}`;
}
function range(n, making) {
  const of = { type: making.type.subtype, modifier: -1 };
  const [low, high] = [part2(making, of, n), part2(making, of, n + 1)];
  if (typeof low !== "string" || typeof high !== "string") return "empty";
  return compareEnds(low, high) ? `[${quoted(low)},${quoted(high)})` : `[${quoted(low)},)`;
}
var compareEnds = (low, high) => isWithin({ least: { text: low, strict: true } }, high);
function multirange(n, making) {
  const inner = part2(making, { type: making.type.subtype, modifier: -1 }, n);
  return inner === "empty" ? "{}" : `{${inner ?? ""}}`;
}
function longestOf({ modifier }) {
  return modifier >= 4 ? modifier - 4 : Infinity;
}
function textValue(n, { need, subject, digits }, room) {
  const longest = Math.min(room, need.longest ?? Infinity);
  const wanted = need.patterns?.find(({ negated }) => !negated);
  const looks = digits ? String(n) : lookOf(subject.name, n, subject.distinct);
  const tries = [
    looks,
    ...wanted ? [textMatching(wanted.expression, n, longest) ?? void 0] : [],
    shortText(n, Math.min(longest, Math.max(need.shortest ?? 0, 8))),
    ...need.least ? [`${need.least.text}${shortText(n, 3)}`] : [],
    ...need.most ? [`${need.most.text.slice(0, -1)}${shortText(n, 1)}`, ""] : [],
    String(n % 10 ** Math.min(longest, 15))
  ];
  for (const one of tries) {
    const fitted = one === void 0 ? void 0 : fit(one, need, longest, n);
    if (fitted !== void 0) return fitted;
  }
  return void 0;
}
function fit(value, need, longest, n) {
  const letters = inLetters(need.letters, value);
  const missing = (need.shortest ?? 0) - charactersOf(letters).length;
  const padded = missing > 0 ? `${letters}${inLetters(need.letters, shortText(n, missing))}` : letters;
  if (meets(need, padded) && charactersOf(padded).length <= longest) return padded;
  const tail = inLetters(need.letters, shortText(n, Math.min(longest, 4)));
  const short = `${charactersOf(padded).slice(0, longest - charactersOf(tail).length).join("")}${tail}`;
  return charactersOf(padded).length > longest && meets(need, short) ? short : void 0;
}
var pair = (n, index) => (Math.floor(n / 256 ** index) % 256).toString(16).padStart(2, "0");
function json(n, { need }) {
  const keys = need.keys?.length ? need.keys : ["n"];
  const items = Math.max(need.shortest ?? 1, Math.min(1, need.longest ?? 1));
  switch (need.json?.[n % need.json.length] ?? "object") {
    case "array":
      return `[${Array.from({ length: items }, (_, index) => n + index).join(", ")}]`;
    case "string":
      return `"text ${n}"`;
    case "number":
      return String(n);
    case "boolean":
      return "true";
    case "null":
      return "null";
    default:
      return `{${keys.map((key) => `${JSON.stringify(key)}: ${n}`).join(", ")}}`;
  }
}
function bytes(n, { need }) {
  const length2 = Math.max(need.shortest ?? 0, Math.min(4, need.longest ?? 4));
  return `\\x${n.toString(16).padStart(length2 * 2, "0").slice(-length2 * 2)}`;
}
function bits(n, length2) {
  return n.toString(2).padStart(length2, "0").slice(-length2);
}
function vectorText(n, modifier) {
  return `[${Array.from({ length: modifier > 0 ? modifier : 3 }, (_, index) => index === 0 ? n : 1).join(",")}]`;
}
function isbn13(n) {
  const digits = `978000${String(n % 1e6).padStart(6, "0")}`;
  const sum = charactersOf(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0
  );
  return `${digits}${(10 - sum % 10) % 10}`;
}
var SHAPES = {
  2: (n) => `LINESTRING(0 0,${n % 90} 1)`,
  3: (n) => `POLYGON((0 0,${n % 90 + 1} 0,0 1,0 0))`,
  4: (n) => `MULTIPOINT(${n % 90} 1)`,
  5: (n) => `MULTILINESTRING((0 0,${n % 90} 1))`,
  6: (n) => `MULTIPOLYGON(((0 0,${n % 90 + 1} 0,0 1,0 0)))`
};
function geometryText(n, { modifier }) {
  const packed = modifier < 0 ? 0 : modifier;
  const srid = (packed & 268435200) >> 8;
  const shape = SHAPES[(packed & 252) >> 2]?.(n) ?? `POINT(${n % 90} ${n % 45})`;
  return srid > 0 ? `SRID=${srid};${shape}` : shape;
}

// src/rows/edge-values.ts
var LONG = 3e3;
var TEXTS = [
  "",
  " 42 ",
  "-1.50",
  "9223372036854775808",
  "2024-02-30",
  "2024-01-01 10:00",
  "true",
  "Same Text",
  "same text",
  "Same Text ",
  `it's "quoted" \\ 100%_`,
  "\xDCn\xEFc\xF6d\xE9 \u65E5\u672C\u8A9E \u{1F642}",
  "line\nbreak	tab",
  '{"not": json'
];
var DATES = [
  "2024-02-29",
  "1970-01-01",
  "0001-01-01",
  "4713-01-01 BC",
  "9999-12-31",
  "5874897-12-31",
  "infinity",
  "-infinity"
];
var TIMES = [
  "2024-12-31 23:59:59.999999",
  "2024-03-31 02:30:00.123456",
  "1969-12-31 23:59:59.5",
  "0001-01-01 00:00:00",
  "4713-01-01 00:00:00 BC",
  "294276-12-31 23:59:59.999999",
  "infinity",
  "-infinity"
];
var ZONED = [
  "2024-10-27 00:30:00+00",
  "2024-10-27 01:30:00+00",
  "2024-06-15 12:00:00.000001+05:45",
  "1883-11-18 12:00:00-04:56:02"
];
var JSON_TEXTS = [
  "null",
  "true",
  "0",
  "1e100",
  '"text"',
  '""',
  "[]",
  '[1, null, "a"]',
  "{}",
  '{"a": {"b": [1, null]}, "": null}'
];
var BY_TYPE2 = {
  int2: ["-32768", "32767", "0", "-1"],
  int4: ["-2147483648", "2147483647", "0", "-1", "32768"],
  int8: ["-9223372036854775808", "9223372036854775807", "0", "-1", "2147483648"],
  oid: ["0", "4294967295"],
  float4: ["NaN", "Infinity", "-Infinity", "3.4e38", "1e-37", "0.1", "-0", "16777217"],
  float8: [
    "NaN",
    "Infinity",
    "-Infinity",
    "1.7e308",
    "1e-307",
    "0.1",
    "-0",
    "1.5",
    "9007199254740993"
  ],
  money: ["-92233720368547758.08", "92233720368547758.07", "0", "0.01"],
  bool: ["true", "false"],
  uuid: ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
  date: DATES,
  timestamp: TIMES,
  timestamptz: [...TIMES, ...ZONED],
  time: ["00:00:00", "23:59:59.999999", "24:00:00"],
  timetz: ["00:00:00+15:59", "23:59:59.999999-15:59", "24:00:00+00"],
  interval: [
    "0",
    "-1 day",
    "1 year 2 mons 3 days 04:05:06.000007",
    "31 days",
    "24:00:00",
    "178000000 years"
  ],
  json: [...JSON_TEXTS, '{"a": 1, "a": 2}', '"\\u0000"', " [1 ,2] "],
  jsonb: JSON_TEXTS,
  bytea: ["\\x", "\\x00ff", `\\x${"ab".repeat(LONG)}`],
  inet: ["::1", "0.0.0.0/0", "192.168.1.1/24", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  cidr: ["::/0", "0.0.0.0/0", "192.168.0.0/16"],
  macaddr: ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"],
  point: ["(0,0)", "(-1e300,1e300)", "(NaN,0)"],
  tsvector: ["", "'it''s':1A"],
  tsquery: ["", "!a & (b | c:*)"],
  ltree: ["", "a", "Top.a.b_c.1"],
  hstore: ["", "a=>NULL", '"a b"=>"c\\"d"'],
  xml: ["", "<a/>"],
  pg_lsn: ["0/0", "FFFFFFFF/FFFFFFFF"],
  char: ["", "a", "0"]
};
function edgeValues(types, column) {
  const { type, modifier } = underDomains(types, column);
  if (!type) return [];
  switch (type.kind) {
    case "e":
      return [...type.labels];
    case "c":
      return [`(${type.attributes.map(() => "").join(",")})`];
    case "r":
      return ["empty", "(,)", ...oneSided(types, type)];
    case "m":
      return ["{}", "{(,)}"];
    default:
      return type.element === 0 ? scalars(type.bare, modifier) : arrays(types, type, modifier);
  }
}
function oneSided(types, { subtype }) {
  const [value] = edgeValues(types, { type: subtype, modifier: -1 });
  return value === void 0 ? [] : [`[${quoted(value)},)`, `(,${quoted(value)}]`, `[${quoted(value)},${quoted(value)}]`];
}
function arrays(types, { element }, modifier) {
  const inner = edgeValues(types, { type: element, modifier });
  const spelled2 = inner.slice(0, 12).map(quoted);
  const [first = "NULL", second = first] = spelled2;
  return [
    "{}",
    "{NULL}",
    `{${first},${first}}`,
    `{{${first}},{${second}}}`,
    `{${[...spelled2, "NULL"].join(",")}}`
  ];
}
function scalars(bare2, modifier) {
  switch (bare2) {
    case "text":
    case "citext":
    case "varchar":
    case "bpchar":
    case "name":
      return texts(bare2 === "name" ? 63 : modifier >= 4 ? modifier - 4 : null);
    case "numeric":
      return numerics(modifier);
    case "bit":
      return ["0", "1"].map((digit) => digit.repeat(Math.max(modifier, 1)));
    case "varbit":
      return ["", "1".repeat(modifier > 0 ? modifier : 100)];
    case "vector":
    case "halfvec":
      return [`[${Array.from({ length: modifier > 0 ? modifier : 3 }, () => 0).join(",")}]`];
    default:
      return BY_TYPE2[bare2] ?? [];
  }
}
function texts(longest) {
  const ends = longest === null ? ["long text ".repeat(LONG / 10)] : [
    .../* @__PURE__ */ new Set([
      "x".repeat(longest),
      "\xE9".repeat(longest),
      "x".repeat(Math.max(longest - 1, 0))
    ])
  ];
  return [
    ...ends,
    ...TEXTS.filter((text3) => longest === null || charactersOf(text3).length <= longest)
  ];
}
function numerics(modifier) {
  if (modifier < 4) {
    return [
      "NaN",
      "Infinity",
      "-Infinity",
      "0",
      "-1",
      "0.1",
      "123456789012345678901234567890.123456789",
      "1e-20",
      "1e100",
      "10.50",
      "10.5"
    ];
  }
  const { precision, scale } = numericSize(modifier);
  const digits = "9".repeat(precision);
  const most = scale <= 0 ? `${digits}${"0".repeat(-scale)}` : `0${digits.padStart(scale, "0").slice(0, precision - scale)}.${digits.slice(-scale).padStart(scale, "0")}`;
  const smallest = scale <= 0 ? "1" : `0.${"1".padStart(scale, "0")}`;
  return [
    "NaN",
    most,
    `-${most}`,
    "0",
    smallest,
    `-${smallest}`,
    ...scale > 1 ? ["1.5", "-1.50"] : []
  ];
}

// src/rows/attempts.ts
var MOST2 = 400;
var TEXTS2 = [
  "1",
  "a",
  "{}",
  "[]",
  "[1,2,3]",
  "(1,2)",
  "POINT(1 2)",
  "a=>1",
  "2025-01-01",
  "true",
  ""
];
function otherRows(refused) {
  const { table, rows } = refused;
  const fewest = rows.map(
    (row) => new Map(
      [...row].map(([number, value]) => {
        const column = table.columns.find((one) => one.number === number);
        const needed = column?.notNull === true && !column.hasDefault;
        return [number, needed || column?.sequence !== null ? value : void 0];
      })
    )
  );
  const variables = variablesOf(refused);
  return [
    ...combined(rows, variables, MOST2 / 2),
    ...fewest.slice(0, 1),
    ...combined(fewest, variables, MOST2 / 2 - 1)
  ];
}
function variablesOf({ table, rows, refusals, conditions, source }) {
  const [row = /* @__PURE__ */ new Map()] = rows;
  const names = new Set(refusals.map(({ constraint }) => constraint));
  const involved = conditions.filter(({ name }) => names.has(name));
  const spoken = columnsOf(involved.length > 0 ? involved : conditions);
  const blamed = new Set(refusals.map(({ column }) => column));
  const constants = [...new Set(involved.flatMap(({ expression }) => constantsIn(expression)))];
  return table.columns.filter((column) => !column.generated).flatMap((column) => {
    const unknown = row.get(column.number) === void 0 && column.notNull && !column.hasDefault;
    if (unknown) return [{ column, values: [...constants, ...TEXTS2] }];
    const keyed = table.foreignKeys.some(({ columns }) => columns.includes(column.number));
    if (!spoken.has(column.name) && !blamed.has(column.name)) return [];
    const own = row.get(column.number);
    const none = [
      ...column.notNull ? [] : [null],
      ...column.hasDefault ? [void 0] : []
    ];
    return [
      { column, values: [own, ...keyed ? [] : candidates(source, column, constants), ...none] }
    ];
  });
}
function candidates(source, { type, modifier }, constants) {
  const { type: under3 } = underDomains(source.types, { type, modifier });
  if (under3?.kind === "e") return [...under3.labels];
  const bare2 = under3?.bare ?? "";
  if (bare2 === "bool") return ["true", "false"];
  if (/^(?:int[248]|float[48]|numeric|money)$/.test(bare2)) {
    const near = constants.flatMap(
      (text3) => Number.isFinite(Number(text3)) ? [Number(text3), Number(text3) + 1, Number(text3) - 1] : []
    );
    return [.../* @__PURE__ */ new Set([...near, 0, 1, 2, 10, 100, 50, -1])].map(String);
  }
  if (/^(?:date|timestamp|timestamptz)$/.test(bare2)) {
    const known = constants.filter((text3) => timeOf(text3) !== null);
    return [...known, "2025-01-01", "2020-01-01", "2099-12-31", "2025-06-30 12:00:00"];
  }
  if (/^jsonb?$/.test(bare2)) {
    const keyed = Object.fromEntries(
      constants.filter((text3) => /^\w+$/.test(text3)).map((key) => [key, 1])
    );
    return [JSON.stringify(keyed), "{}", "[]", "null", '"a"', "1", "[1]", "[{}]"];
  }
  if (under3?.element) return ["{}", "{1}", ...constants.map((text3) => `{${JSON.stringify(text3)}}`)];
  return [
    ...constants,
    ...constants.map((text3) => text3.replaceAll("%", "")),
    "a",
    "A",
    "1",
    "abc",
    "a@example.com",
    "https://example.com",
    "2025-01-01",
    ""
  ];
}
function combined(bases, variables, most) {
  const rows = [];
  const next = () => new Map(bases[rows.length % bases.length] ?? []);
  const singles = variables.flatMap(
    ({ column, values }) => values.map((value) => [column.number, value])
  );
  for (const [number, value] of singles) rows.push(next().set(number, value));
  const all2 = variables.reduce((count, { values }) => Math.min(count * values.length, most * 8), 1);
  const stride = Math.max(Math.floor(all2 / most), 1);
  for (let at3 = 0; at3 < all2 && rows.length < most; at3 += stride) {
    const row = next();
    let rest = at3;
    for (const { column, values } of variables) {
      row.set(column.number, values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    rows.push(row);
  }
  return rows.slice(0, most);
}

// src/rows/insertion.ts
function insertOf(table, rows) {
  const { head, texts: texts2 } = partsOf2(table, rows);
  return `${head} ${texts2.length === 0 ? "default values" : `values ${texts2.join(", ")}`}`;
}
function partsOf2(table, rows) {
  const columns = table.columns.filter(
    ({ number, generated }) => !generated && rows.some((row) => row.get(number) !== void 0)
  );
  if (columns.length === 0) return { head: `insert into ${nameOf2(table)}`, texts: [] };
  const overriding = columns.some(({ identityAlways }) => identityAlways) ? " overriding system value" : "";
  return {
    head: `insert into ${nameOf2(table)} (${columnList(columns.map(({ name }) => name))})${overriding}`,
    texts: rows.map(
      (row) => `(${columns.map((column) => spelled(row.get(column.number), column)).join(", ")})`
    )
  };
}
function spelled(value, { from }) {
  if (value === void 0) return "default";
  const literal2 = value === null ? "null" : quoteLiteral(value);
  return from === void 0 ? literal2 : `${literal2}::${from}`;
}
async function tryRows(db, all2) {
  const trials = await runTrials(db, all2);
  const failed2 = trials.flatMap((trial, index) => {
    const tried = all2[index];
    return tried && tried.together > 0 && !trial.kept.includes(0) ? [{ index, tried }] : [];
  });
  const alone = await runTrials(
    db,
    failed2.map(({ tried: { table, rows, together, enough } }) => {
      return { table, rows: rows.slice(0, together), together: 0, enough };
    })
  );
  for (const [at3, { index }] of failed2.entries()) {
    const [before, now] = [trials[index], alone[at3]];
    if (!before || !now) continue;
    trials[index] = {
      kept: [...now.kept, ...before.kept],
      refused: [...now.refused, ...before.refused]
    };
  }
  return trials;
}
async function runTrials(db, all2) {
  if (all2.length === 0) return [];
  const texts2 = all2.map((trial, index) => trialText(trial, settingOf(index)));
  const result = await db.run(texts2);
  if (!result.ok) throw result.error;
  const settings = all2.map((_, index) => `current_setting('${settingOf(index)}')::json`);
  const [answer] = await db.query(
    `select json_build_array(${chunked(settings)}) as trials`
  );
  return (answer?.trials ?? []).flat();
}
function chunked(expressions) {
  const chunks = [];
  for (let at3 = 0; at3 < expressions.length; at3 += 90) {
    chunks.push(`json_build_array(${expressions.slice(at3, at3 + 90).join(", ")})`);
  }
  return chunks.join(", ");
}
var settingOf = (index) => `plumbline.rows_${String(index)}`;
function trialText({ table, rows, together, enough, after }, setting) {
  const { head, texts: texts2 } = partsOf2(table, rows);
  const insert3 = (from, to) => texts2.length === 0 ? `${head} default values` : `${head} values ${texts2.slice(from, to).join(", ")}`;
  const alone = rows.slice(together).map((_, index) => {
    return quoteDollar(insert3(together + index, together + index + 1));
  });
  return `do ${quoteDollar(`
    declare
      kept jsonb := '[]'; refused jsonb := '[]';
      said text; said_code text; said_constraint text; said_column text;
      after jsonb := ${quoteLiteral(JSON.stringify(after ?? []))};
      rows text[] := array[${alone.join(", ")}]::text[];
    begin
      begin
        ${together > 0 ? insert3(0, together) : "null"};
        select coalesce(jsonb_agg(i), '[]') into kept from pg_catalog.generate_series(0, ${together - 1}) i;
      exception when others then
        null;
      end;
      for i in 1 .. ${alone.length} loop
        exit when jsonb_array_length(kept) >= ${enough};
        continue when not kept @> coalesce(after -> (i - 1), '[]');
        begin
          execute rows[i];
          kept := kept || to_jsonb(${together - 1} + i);
        exception when others then
          get stacked diagnostics said = message_text, said_code = returned_sqlstate,
            said_constraint = constraint_name, said_column = column_name;
          refused := refused || jsonb_build_object('row', ${together - 1} + i, 'message', left(said, 500),
            'code', said_code, 'constraint', said_constraint, 'column', said_column);
        end;
      end loop;
      perform pg_catalog.set_config('${setting}', jsonb_build_object('kept', kept, 'refused', refused)::text, true);
    end`)}`;
}
function quoteDollar(text3) {
  let tag = "$rows$";
  for (let level = 1; text3.includes(tag); level += 1) tag = `$rows_${level}$`;
  return `${tag}${text3}${tag}`;
}
async function insertAll(db, work) {
  const nested = (await db.run(["savepoint plumbline_rows"])).ok;
  if (!nested) await db.exec("begin");
  try {
    await db.exec(`do ${quoteLiteral(WITHOUT_TRIGGERS)}`);
    const result = await work();
    await db.exec(`do ${quoteLiteral(WITH_TRIGGERS)}`);
    await db.exec(nested ? "release savepoint plumbline_rows" : "commit");
    return result;
  } catch (error) {
    await db.exec(nested ? "rollback to savepoint plumbline_rows" : "rollback");
    throw error;
  }
}
var WITHOUT_TRIGGERS = `begin
  perform pg_catalog.set_config('session_replication_role', 'replica', false);
  exception when insufficient_privilege then null; end`;
var WITH_TRIGGERS = `begin
  perform pg_catalog.set_config('session_replication_role', 'origin', false);
  exception when insufficient_privilege then null; end`;

// src/rows/order.ts
function fillingOrder(tables) {
  const left = new Map(tables.map((table) => [table.oid, table]));
  const ordered = [];
  const needs = (table, keys) => keys(table).some(({ target }) => target !== table.oid && left.has(target));
  while (left.size > 0) {
    const waiting = [...left.values()];
    const free = waiting.filter((table) => !needs(table, ({ foreignKeys }) => foreignKeys));
    const next = free.length > 0 ? free : [breaking(waiting, (table) => needs(table, required))];
    for (const table of next) {
      ordered.push(table);
      left.delete(table.oid);
    }
  }
  return ordered;
}
function fillingLevels(tables) {
  const depths = /* @__PURE__ */ new Map();
  const levels = [];
  for (const table of fillingOrder(tables)) {
    const below = table.foreignKeys.map(({ target }) => depths.get(target) ?? -1);
    const depth = Math.max(-1, ...below) + 1;
    depths.set(table.oid, depth);
    levels[depth] = [...levels[depth] ?? [], table];
  }
  return levels;
}
function breaking(waiting, must) {
  const [first] = waiting;
  const found = waiting.find((table) => !must(table)) ?? first;
  if (!found) throw new Error("no table is waiting");
  return found;
}
function required({ foreignKeys, columns }) {
  return foreignKeys.filter(
    (key) => columns.every(({ number, notNull }) => notNull || !key.columns.includes(number))
  );
}

// src/rows/references.ts
function clustersOf({ foreignKeys }) {
  const clusters = [];
  for (const key of [...foreignKeys].sort((a, b) => b.columns.length - a.columns.length)) {
    const touching = clusters.filter(({ columns }) => key.columns.some((one) => columns.has(one)));
    for (const one of touching) clusters.splice(clusters.indexOf(one), 1);
    clusters.push({
      keys: [...touching.flatMap(({ keys }) => keys), key],
      columns: /* @__PURE__ */ new Set([...touching.flatMap(({ columns }) => [...columns]), ...key.columns])
    });
  }
  return clusters;
}
function chooseReferences({ keys }, choice) {
  const [found, blocked] = assign(keys, /* @__PURE__ */ new Map(), choice);
  return found ?? blocked ?? /* @__PURE__ */ new Map();
}
function assign(keys, assigned, choice) {
  const [key, ...rest] = keys;
  if (key === void 0) return [assigned, null];
  let blocked = key;
  for (const way of waysFor(key, assigned, choice)) {
    const [found, later] = assign(rest, way, choice);
    if (found) return [found, null];
    blocked = later;
  }
  return [null, blocked];
}
function* waysFor(key, assigned, choice) {
  const { columns, targetColumns } = key;
  const isNull = columns.some((column) => assigned.get(column) === null);
  const mustBeNull = columns.filter((column) => choice.needOf(column).isNull === true);
  if (isNull || mustBeNull.length > 0) {
    yield withNulls(key, assigned, choice);
    return;
  }
  const rows = choice.rowsOf(key);
  for (let at3 = 0; at3 < rows.length; at3 += 1) {
    const row = rows[(choice.index + at3) % rows.length];
    const values = targetColumns.map((column) => row?.get(column));
    const fits = values.every((value, index) => {
      const column = columns[index] ?? 0;
      const before = assigned.get(column);
      return typeof value === "string" && (before === void 0 ? meets(choice.needOf(column), value) : before === value);
    });
    if (!fits) continue;
    const way = new Map(assigned);
    for (const [index, column] of columns.entries()) way.set(column, values[index] ?? null);
    yield way;
  }
  const free = columns.some((column) => !assigned.has(column) && mayBeNull(column, choice));
  if (free) yield withNulls(key, assigned, choice);
}
function mayBeNull(column, { nullable, needOf: needOf2 }) {
  return nullable(column) && needOf2(column).isNull !== false;
}
function withNulls({ columns }, assigned, choice) {
  const way = new Map(assigned);
  for (const column of columns) {
    if (!way.has(column) && mayBeNull(column, choice)) way.set(column, null);
  }
  return way;
}

// src/rows/planner.ts
var TRIES = 120;
var Planner = class {
  table;
  #around;
  #clusters;
  #referring;
  #distinct;
  #seen = /* @__PURE__ */ new Map();
  #rows = [];
  /** How many other values have been tried for each key. */
  #tried = /* @__PURE__ */ new Map();
  /** Whether rows may refer to others made up here. */
  #settled = false;
  /** How far each sequence has been used. */
  #drawn = /* @__PURE__ */ new Map();
  constructor(table, around) {
    this.table = table;
    this.#around = around;
    this.#clusters = clustersOf(table);
    this.#referring = new Set(this.#clusters.flatMap(({ columns }) => [...columns]));
    this.#distinct = new Set(table.keys.flatMap(({ columns }) => columns));
  }
  /** From now on rows refer to rows known elsewhere only: not all that were made up are in. */
  settle() {
    this.#settled = true;
    this.#rows.length = 0;
    return this;
  }
  /** Names of the sequences used and the value that comes next. */
  get sequences() {
    return [...this.#drawn].flatMap(([oid, drawn]) => {
      const sequence = this.#around.sequences.get(oid);
      return sequence ? [[sequence, sequence.next + (drawn - 1) * sequence.increment]] : [];
    });
  }
  /** A row that no key stands against; null where all tries gave one that is there already. */
  row(ask) {
    const ways = this.#waysFor(ask);
    let last = null;
    for (let at3 = 0; at3 < Math.min(ways.length, 8); at3 += 1) {
      const way = ways[(Math.floor(ask.n / this.#around.ways.length) + at3) % ways.length];
      if (!way) break;
      last = this.#rowIn(way, ask);
      if (last !== null && !("obstacle" in last)) return this.#keep(last);
    }
    return last;
  }
  /** The values of the columns that refer to nothing, as the row will have them. */
  plain(ask) {
    const ways = this.#waysFor(ask);
    const way = ways[Math.floor(ask.n / this.#around.ways.length) % ways.length];
    return way ? this.#plain(way, ask.n, false) : /* @__PURE__ */ new Map();
  }
  #waysFor({ n, extra }) {
    const { ways } = this.#around;
    const own = ways[n % ways.length] ?? [];
    if (!extra) return own;
    const needed = { needs: extra, relations: [] };
    const fitting = ways.flat().flatMap((way) => withExtra(way, needed) ?? []);
    return fitting.length > 0 ? fitting : own;
  }
  #rowIn(way, { n }) {
    const values = this.#plain(way, n, true);
    this.#relate(values, way, n);
    let before = "";
    for (let attempt3 = 0; attempt3 < TRIES; attempt3 += 1) {
      const blocked = this.#refer(values, way, n + attempt3);
      if (blocked) return blocked;
      const clash = this.#clashOf(values);
      if (!clash) return values;
      const now = [...values.values()].join("\0");
      if (now === before || attempt3 % 8 === 7) this.#revalue(values, way, { clash, n });
      before = now;
    }
    return null;
  }
  #plain(way, n, draw) {
    const values = /* @__PURE__ */ new Map();
    for (const column of this.table.columns) {
      if (column.generated || this.#referring.has(column.number)) continue;
      values.set(column.number, this.#valueFor(column, way, { n, draw }));
    }
    return values;
  }
  #valueFor(column, { needs }, { n, draw }) {
    const need = needs.get(column.name) ?? {};
    const drawn = column.sequence === null ? void 0 : this.#draw(column.sequence, n, draw);
    if (drawn !== void 0 && meets({ ...need, shortest: 0 }, drawn)) return drawn;
    return valueOf(this.#around.source, this.#subject(column), need, n);
  }
  #subject({ name, number, type, modifier }) {
    return { name, number, type, modifier, distinct: this.#distinct.has(number) };
  }
  #draw(oid, n, draw) {
    const sequence = this.#around.sequences.get(oid);
    if (!sequence) return void 0;
    const drawn = draw ? this.#drawn.get(oid) ?? 0 : n - 1;
    const value = sequence.next + drawn * sequence.increment;
    if (Math.abs(value) > sequence.greatest) return void 0;
    if (draw) this.#drawn.set(oid, drawn + 1);
    return String(value);
  }
  /** Fills the columns of foreign keys. */
  #refer(values, { needs, relations }, index) {
    const nameOf4 = new Map(this.table.columns.map((column) => [column.number, column]));
    for (const [at3, cluster] of this.#clusters.entries()) {
      const chosen = chooseReferences(cluster, {
        // So that two foreign keys don't go in step for ever.
        index: index - 1 + at3 * Math.floor(index / TRIES + (index % 8 === 7 ? 1 : 0)),
        needOf: (number) => this.#needOf(nameOf4.get(number)?.name ?? "", values, { needs, relations }),
        nullable: (number) => nameOf4.get(number)?.notNull !== true,
        rowsOf: (key) => this.#rowsOf(key, values)
      });
      if ("target" in chosen) {
        return { obstacle: chosen.name, reason: "there is no row that it could refer to" };
      }
      for (const [column, value] of chosen) values.set(column, value);
      for (const column of cluster.columns) if (!chosen.has(column)) values.set(column, void 0);
    }
    return null;
  }
  /** Also that it differs from, or equals, a column that has its value. */
  #needOf(name, values, { needs, relations }) {
    let need = needs.get(name) ?? {};
    for (const { left, operator, right } of relations) {
      if (left !== name && right !== name) continue;
      const other = this.table.columns.find(
        (column) => column.name === (left === name ? right : left)
      );
      const value = other && values.get(other.number);
      if (typeof value !== "string") continue;
      if (operator === "<>") need = { ...need, without: [...need.without ?? [], value] };
      if (operator === "=") need = bothNeeds(need, { among: [value] }) ?? need;
    }
    return need;
  }
  /** Of the table itself, earlier rows, and in the end the row itself. */
  #rowsOf(key, values) {
    const others = this.#around.rowsOf(key);
    if (key.target !== this.table.oid) return others;
    const known = [...others, ...this.#rows];
    const nullable = this.table.columns.some(
      ({ number, notNull }) => key.columns.includes(number) && !notNull
    );
    return known.length > 0 || nullable ? known : [values];
  }
  /** Makes `a < b` and the like hold between columns that refer to nothing. */
  #relate(values, { needs, relations }, n) {
    for (const { left, operator, right } of relations) {
      const [one, other] = [left, right].map(
        (name) => this.table.columns.find((column) => column.name === name)
      );
      if (!one || !other || this.#referring.has(other.number)) continue;
      const [a, b] = [values.get(one.number), values.get(other.number)];
      if (typeof a !== "string" || typeof b !== "string" || holds2(a, operator, b)) continue;
      const need = bothNeeds(needs.get(right) ?? {}, relationNeed(operator, a));
      const value = need && valueOf(this.#around.source, this.#subject(other), need, n);
      if (typeof value === "string") values.set(other.number, value);
      else if (operator === "<" || operator === "<=") {
        values.set(one.number, b);
        values.set(other.number, a);
      }
    }
  }
  #clashOf(values) {
    return this.table.keys.find((key) => this.#seen.get(key)?.has(keyText(key, values) ?? "")) ?? null;
  }
  /** Other values for the columns of a key that refer to nothing. */
  #revalue(values, way, { clash, n }) {
    const tried = (this.#tried.get(clash) ?? 0) + 1;
    this.#tried.set(clash, tried);
    const own = this.table.columns.filter(
      ({ number, generated }) => clash.columns.includes(number) && !this.#referring.has(number) && !generated
    );
    for (const [index, column] of own.entries()) {
      const need = way.needs.get(column.name) ?? {};
      const shifted = n + Math.floor(tried / 3 ** index);
      const value = valueOf(this.#around.source, this.#subject(column), need, shifted);
      if (value !== void 0) values.set(column.number, value);
    }
    this.#relate(values, way, n);
  }
  #keep(values) {
    for (const key of this.table.keys) {
      const text3 = keyText(key, values);
      if (text3 === null) continue;
      const seen = this.#seen.get(key) ?? /* @__PURE__ */ new Set();
      this.#seen.set(key, seen.add(text3));
    }
    if (!this.#settled) this.#rows.push(new Map(values));
    return new Map(values);
  }
};
function keyText({ columns, nullsEqual }, values) {
  const parts = columns.map((column) => values.get(column));
  if (columns.length === 0 || parts.includes(void 0)) return null;
  if (!nullsEqual && parts.includes(null)) return null;
  return JSON.stringify(parts);
}
function withExtra(way, extra) {
  const needs = new Map(way.needs);
  for (const [name, need] of extra.needs) {
    const both = bothNeeds(needs.get(name) ?? {}, need);
    const refused = need.among?.some((text3) => !meets({ ...needs.get(name), isNull: false }, text3));
    if (both === null || refused === true) return null;
    needs.set(name, both);
  }
  return { needs, relations: way.relations };
}
function holds2(a, operator, b) {
  const order2 = compareTexts(a, b);
  switch (operator) {
    case "<":
      return order2 < 0;
    case "<=":
      return order2 <= 0;
    case "=":
      return order2 === 0;
    case "<>":
      return order2 !== 0;
  }
}
function relationNeed(operator, a) {
  switch (operator) {
    case "<":
    case "<=":
      return { least: { text: a, strict: operator === "<" }, near: true };
    case "=":
      return { among: [a] };
    case "<>":
      return { without: [a] };
  }
}

// src/rows/filling.ts
async function fillTables(filling, tables) {
  const { db } = filling;
  const ordered = fillingOrder(tables);
  const counts = /* @__PURE__ */ new Map();
  const blocked = [];
  const planners = /* @__PURE__ */ new Map();
  let planned2 = ordered.map((table) => plan(filling, table, { planners, ordered }));
  for (let at3 = 0; at3 < ordered.length; ) {
    const batch = untilUnclear(planned2, at3);
    const failure = await insertUntilFailure(db, batch);
    for (const { table, rows, obstacle } of batch.slice(0, failure?.index ?? batch.length)) {
      counts.set(table, rows.length);
      if (obstacle) blocked.push({ table, constraint: obstacle.obstacle, reason: obstacle.reason });
    }
    at3 += failure?.index ?? batch.length;
    const refused = failure ? planned2[at3] : void 0;
    if (refused) {
      const { kept, why } = await takeApart(filling, refused);
      filling.known.set(refused.table, kept);
      counts.set(refused.table, kept.length);
      if (why) blocked.push(why);
      at3 += 1;
    }
    if (at3 < ordered.length) {
      const changed = await unclearRead(filling, batch, refused);
      planned2 = replanned(filling, planned2, { from: at3, changed, planners, ordered });
    }
  }
  await mendRings(filling, ordered);
  await advanceSequences(db, [...planners.values()]);
  return { counts, blocked };
}
function plan(filling, table, { planners, ordered }) {
  const { source, conditions, catalog, known } = filling;
  const planner = new Planner(table, {
    source,
    ways: conditions.ways(table),
    sequences: catalog.sequences,
    rowsOf: (key) => known.of(key) ?? comingRows(filling, key, { planners, ordered })
  });
  planners.set(table.oid, planner);
  const rows = [];
  let obstacle = null;
  for (let n = 1; n <= filling.rows; n += 1) {
    const row = planner.row({ n });
    if (row === null) continue;
    if ("obstacle" in row) obstacle ??= row;
    else rows.push(row);
  }
  known.set(table, rows);
  return { table, planner, rows, obstacle: rows.length === 0 ? obstacle : null };
}
function comingRows(filling, key, { planners, ordered }) {
  const target = ordered.find(({ oid }) => oid === key.target);
  if (!target || planners.has(target.oid)) return [];
  const { source, conditions, catalog } = filling;
  const ways = conditions.ways(target);
  const planner = new Planner(target, {
    source,
    ways,
    sequences: catalog.sequences,
    rowsOf: () => []
  });
  return Array.from({ length: filling.rows }, (_, index) => planner.plain({ n: index + 1 }));
}
function untilUnclear(planned2, from) {
  const needed = /* @__PURE__ */ new Map();
  for (const { table } of planned2) {
    for (const { target, targetColumns } of table.foreignKeys) {
      const columns = needed.get(target) ?? /* @__PURE__ */ new Set();
      for (const column of targetColumns) columns.add(column);
      needed.set(target, columns);
    }
  }
  const unclear = planned2.findIndex(
    ({ table, rows }, index) => index >= from && rows.some(
      (row) => [...needed.get(table.oid) ?? []].some((column) => row.get(column) === void 0)
    )
  );
  return planned2.slice(from, unclear === -1 ? void 0 : unclear + 1);
}
async function insertUntilFailure(db, batch) {
  const texts2 = batch.map(
    ({ table, rows }) => rows.length === 0 ? "select" : `savepoint plumbline_table; ${insertOf(table, rows)}; release savepoint plumbline_table`
  );
  const result = await db.run(texts2);
  if (result.ok) return null;
  await db.exec("rollback to savepoint plumbline_table; release savepoint plumbline_table");
  return result;
}
async function takeApart(filling, { table, planner, rows }) {
  const { db, known, rows: enough } = filling;
  const after = selfReferences(table, rows);
  const [first] = await tryRows(db, [{ table, rows, together: 0, enough, after }]);
  const kept = (first?.kept ?? []).flatMap((index) => rows[index] ?? []);
  known.set(table, kept);
  if (!first || rows.length === 0 || kept.length >= enough) return { kept, why: null };
  if (kept.length === 0) return tryOthers(filling, { table, rows, refused: first.refused });
  const more = moreRows(planner.settle(), enough);
  const [second] = await tryRows(db, [
    { table, rows: more, together: 0, enough: enough - kept.length }
  ]);
  return {
    kept: [...kept, ...(second?.kept ?? []).flatMap((index) => more[index] ?? [])],
    why: null
  };
}
var MORE = 7;
function moreRows(planner, enough) {
  const rows = [];
  let misses = 0;
  for (let n = enough + 1; n <= enough * (MORE + 1) && misses < 10; n += 1) {
    const row = planner.row({ n });
    if (row === null || "obstacle" in row) misses += 1;
    else rows.push(row);
  }
  return rows;
}
function selfReferences(table, rows) {
  const own = table.foreignKeys.filter(({ target }) => target === table.oid);
  if (own.length === 0) return [];
  const spell2 = (row, columns) => JSON.stringify(columns.map((column) => row.get(column)));
  const places = own.map(
    ({ targetColumns }) => new Map(rows.map((row, index) => [spell2(row, targetColumns), index]))
  );
  return rows.map(
    (row, index) => own.flatMap(({ columns }, at3) => {
      const place = places[at3]?.get(spell2(row, columns));
      return place === void 0 || place === index ? [] : [place];
    })
  );
}
async function tryOthers({ db, conditions, source, rows: enough }, { table, rows, refused }) {
  const checks = conditions.checks(table);
  const all2 = [...refused];
  let refusals = refused;
  let bases = rows;
  for (let round = 0; round < 3; round += 1) {
    const others = otherRows({ table, rows: bases, refusals, conditions: checks, source });
    const [trial] = await tryRows(db, [
      { table, rows: others, together: 0, enough: Math.min(enough, 5) }
    ]);
    if (trial && trial.kept.length > 0) {
      return { kept: trial.kept.flatMap((index) => others[index] ?? []), why: null };
    }
    const seen = new Set(refusals.map(({ constraint }) => constraint));
    const further = trial?.refused.find(
      ({ constraint }) => constraint !== "" && !seen.has(constraint)
    );
    if (!further) break;
    all2.push(further);
    const nearest = others[further.row];
    bases = nearest ? bases.map((row) => new Map([...nearest, ...keysOf(table, row)])) : bases;
    refusals = [...refusals.slice(0, 1), further];
  }
  const [first] = all2;
  const telling = first?.code === NULL_REFUSED ? all2.find(({ constraint }) => constraint !== "") : first;
  return { kept: [], why: blockedBy(table, telling ?? first) };
}
function keysOf({ keys }, row) {
  const keyed = new Set(keys.flatMap(({ columns }) => columns));
  return [...row].filter(([number]) => keyed.has(number));
}
var NULL_REFUSED = "23502";
function blockedBy(table, refusal2) {
  if (!refusal2) return { table, constraint: null, reason: "no row could be made up for it" };
  const { constraint, column, message, code } = refusal2;
  const trigger = code === "P0001" ? "a trigger or a function" : null;
  const routed = message.startsWith("no partition of relation") ? "its partition bound" : null;
  const policy = message.includes("row-level security") ? "a policy" : null;
  const named2 = [constraint, column === "" ? "" : `column ${column}`].find((one) => one !== "");
  return { table, constraint: named2 ?? trigger ?? policy ?? routed, reason: message };
}
async function unclearRead({ db, known, catalog }, batch, refused) {
  const changed = new Set(refused ? [refused.table.oid] : []);
  const last = batch.at(-1)?.table;
  const keys = [...catalog.tables.values()].flatMap(({ foreignKeys }) => foreignKeys);
  const unclear = keys.filter(
    (key) => (key.target === last?.oid || changed.has(key.target)) && known.isUnclear(key)
  );
  if (unclear.length === 0) return changed;
  for (const { target } of unclear) changed.add(target);
  const [table] = catalog.tables.values();
  if (table) await known.read(db, [{ ...table, foreignKeys: unclear }], catalog);
  return changed;
}
function replanned(filling, planned2, { from, changed, ...plans }) {
  const stale2 = new Set(changed);
  return planned2.map((one, index) => {
    const refers = one.table.foreignKeys.some(({ target }) => stale2.has(target));
    if (index < from || !refers) return one;
    stale2.add(one.table.oid);
    return plan(filling, one.table, plans);
  });
}
async function mendRings({ db }, ordered) {
  const places = new Map(ordered.map(({ oid }, index) => [oid, index]));
  const texts2 = ordered.flatMap(
    (table, index) => table.foreignKeys.filter(({ target }) => (places.get(target) ?? -1) > index).flatMap((key) => mending(table, key, ordered[places.get(key.target) ?? 0]))
  );
  if (texts2.length === 0) return;
  const result = await db.run(texts2);
  if (!result.ok) throw result.error;
}
function mending(table, key, target) {
  if (!target) return [];
  const columns = key.columns.flatMap(
    (number) => table.columns.filter((one) => one.number === number)
  );
  const referred = key.targetColumns.flatMap(
    (number) => target.columns.filter((one) => one.number === number)
  );
  const nullable = columns.filter(({ notNull }) => !notNull);
  const present = columns.map(({ name }) => `t.${quoteIdentifier(name)} is not null`);
  const pairs = columns.map(
    ({ name }, index) => `t.${quoteIdentifier(name)} = r.${quoteIdentifier(referred[index]?.name ?? "")}`
  );
  const dangling = `${present.join(" and ")} and not exists (select from ${nameOf2(target)} r where ${pairs.join(" and ")})`;
  return [
    nullable.length > 0 ? `update ${nameOf2(table)} t set ${nullable.map(({ name }) => `${columnList([name])} = null`).join(", ")} where ${dangling}` : `delete from ${nameOf2(table)} t where ${dangling}`
  ];
}
async function advanceSequences(db, planners) {
  const last = /* @__PURE__ */ new Map();
  for (const [sequence, value] of planners.flatMap((planner) => planner.sequences)) {
    last.set(sequence, Math.max(last.get(sequence) ?? value, value));
  }
  if (last.size === 0) return;
  const calls = [...last].map(([sequence, value]) => {
    sequence.next = value + sequence.increment;
    return `pg_catalog.setval('${sequence.name.replaceAll("'", "''")}', ${value})`;
  });
  await db.exec(calls.map((call) => `select ${call}`).join("; "));
}

// src/rows/edge-rows.ts
var FIRST = 5001;
async function fillEdges(filling, tables) {
  const blocked = [];
  for (const level of fillingLevels(tables)) blocked.push(...await fillLevel(filling, level));
  return blocked;
}
async function fillLevel(filling, tables) {
  const blocked = [];
  const trials = [];
  const planners = [];
  for (const table of tables) {
    const planner = plannerOf(filling, table);
    const base = planner.row({ n: FIRST });
    if (base !== null && "obstacle" in base) {
      blocked.push({ table, constraint: base.obstacle, reason: base.reason });
      continue;
    }
    planners.push(planner);
    trials.push(edgesOf(filling, planner, base));
  }
  const results = await tryRows(filling.db, trials);
  await advanceSequences(filling.db, planners);
  for (const [index, { kept, refused }] of results.entries()) {
    const trial = trials[index];
    if (!trial) continue;
    filling.known.set(
      trial.table,
      kept.flatMap((at3) => trial.rows[at3] ?? [])
    );
    if (kept.length === 0) blocked.push(blockedBy(trial.table, refused[0]));
  }
  return blocked;
}
function plannerOf({ source, conditions, catalog, known }, table) {
  const { sequences } = catalog;
  const ways = conditions.ways(table);
  const planner = new Planner(table, {
    source,
    ways,
    sequences,
    // A reference that must be unique may be taken already.
    rowsOf: (key) => isUnique(table, key) ? known.ofNew(key) : known.ofPresent(key)
  });
  return planner.settle();
}
function isUnique({ keys }, { columns }) {
  return keys.some((key) => columns.every((column) => key.columns.includes(column)));
}
function edgesOf({ catalog, conditions }, planner, base) {
  const { table } = planner;
  const checked = columnsOf(conditions.checks(table));
  const keyed = new Set(table.keys.flatMap(({ columns }) => columns));
  const plainRows = base ? [base] : [];
  const riskyRows = [];
  let n = FIRST + 1;
  const add2 = (column, value) => {
    const row = edgeRow(planner, column, { value, n });
    n += 1;
    if (!row) return;
    const { domains } = underDomains(catalog.types, column);
    const plain4 = !table.partitioned && !checked.has(column.name) && !keyed.has(column.number) && domains.length === 0;
    (plain4 ? plainRows : riskyRows).push(row);
  };
  const referring = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  for (const column of table.columns) {
    if (column.generated) continue;
    if (!column.notNull) add2(column, null);
    if (referring.has(column.number)) continue;
    for (const value of edgeValues(catalog.types, column)) add2(column, value);
    const first = keyed.has(column.number) ? void 0 : base?.get(column.number);
    if (typeof first === "string") add2(column, first);
    if (looksLikeReference(column)) riskyRows.push(...orphan(planner, column, n++));
  }
  const twice = base ? repeated(planner, base, n) : [];
  plainRows.push(...twice.slice(0, 1));
  riskyRows.push(...twice.slice(1), ...emptied(planner, n + 2));
  const rows = [...plainRows, ...riskyRows];
  return { table, rows, together: plainRows.length, enough: rows.length };
}
function edgeRow(planner, column, { value, n }) {
  const extra = /* @__PURE__ */ new Map([
    [column.name, value === null ? { isNull: true } : { among: [value], isNull: false }]
  ]);
  const row = planner.row({ n, extra });
  return row === null || "obstacle" in row ? null : new Map(row).set(column.number, value);
}
var looksLikeReference = ({ name }) => /(?:_id|Id|_uuid)$/.test(name);
function orphan(planner, column, n) {
  const row = planner.row({ n });
  if (row === null || "obstacle" in row) return [];
  const now = row.get(column.number);
  const value = typeof now === "string" && /^\d+$/.test(now) ? "29999" : now ?? "";
  return [new Map(row).set(column.number, value)];
}
function repeated(planner, base, n) {
  const { table } = planner;
  const fresh = planner.row({ n });
  if (fresh === null || "obstacle" in fresh) return [];
  const keyed = withClusters(
    table,
    table.keys.flatMap(({ columns }) => columns)
  );
  const primary = withClusters(
    table,
    table.keys.flatMap((key) => key.primary ? key.columns : [])
  );
  const copy = (own) => new Map(
    [...base].map(([number, value]) => [
      number,
      own.has(number) ? fresh.get(number) : value
    ])
  );
  return [copy(keyed), ...keyed.size > primary.size ? [copy(primary)] : []];
}
function withClusters(table, columns) {
  const touched = clustersOf(table).filter(
    (one) => columns.some((column) => one.columns.has(column))
  );
  return /* @__PURE__ */ new Set([...columns, ...touched.flatMap((one) => [...one.columns])]);
}
function emptied(planner, n) {
  const row = planner.row({ n });
  if (row === null || "obstacle" in row) return [];
  const nullable = planner.table.columns.filter(({ notNull, generated }) => !notNull && !generated);
  if (nullable.length === 0) return [];
  const empty2 = new Map(row);
  for (const { number } of nullable) empty2.set(number, null);
  return [empty2];
}

// src/rows/known-rows.ts
var MOST3 = 100;
var KnownRows = class {
  #present = /* @__PURE__ */ new Map();
  #added = /* @__PURE__ */ new Map();
  /** Reads what the tables hold in the columns that foreign keys refer to. */
  async read(db, tables, catalog) {
    const columns = /* @__PURE__ */ new Map();
    for (const { foreignKeys } of tables) {
      for (const { target, targetColumns } of foreignKeys) {
        const known = columns.get(target) ?? /* @__PURE__ */ new Set();
        for (const column of targetColumns) known.add(column);
        columns.set(target, known);
      }
    }
    const selects = [...columns].flatMap(([oid, numbers]) => {
      const table = catalog.tables.get(oid);
      return table ? [selectOf(table, numbers)] : [];
    });
    if (selects.length === 0) return;
    const answers = await db.query(
      selects.join(" union all ")
    );
    for (const { oid, rows } of answers) {
      const read = (rows ?? []).map(
        (row) => new Map(Object.entries(row).map(([number, value]) => [Number(number), value]))
      );
      this.#present.set(oid, read);
      this.#added.delete(oid);
    }
  }
  set(table, rows) {
    this.#added.set(table.oid, rows);
  }
  /** Those put in now come first; null where none is known of. */
  of({ target }) {
    const [added, present] = [this.#added.get(target), this.#present.get(target)];
    if (!added) return present && present.length > 0 ? present : null;
    return present && present.length > 0 ? [...added, ...present] : added;
  }
  /** Those put in now alone where there are some: what was there may be referred to already. */
  ofNew(key) {
    const added = this.#added.get(key.target) ?? [];
    return added.length > 0 ? added : this.#present.get(key.target) ?? [];
  }
  /** Those that were there before. */
  ofPresent(key) {
    const present = this.#present.get(key.target) ?? [];
    return present.length > 0 ? present : this.#added.get(key.target) ?? [];
  }
  /** Whether rows were put in whose values Postgres decided. */
  isUnclear({ target, targetColumns }) {
    return (this.#added.get(target) ?? []).some(
      (row) => targetColumns.some((column) => row.get(column) === void 0)
    );
  }
  isEmpty(table) {
    return (this.#added.get(table.oid)?.length ?? 0) + (this.#present.get(table.oid)?.length ?? 0) === 0;
  }
};
function selectOf(table, numbers) {
  const wanted = table.columns.filter(({ number }) => numbers.has(number));
  const fields = wanted.map(({ number, name }) => `'${number}', t.${quoteIdentifier(name)}::text`);
  const values = wanted.map(({ name }) => `t.${quoteIdentifier(name)}`);
  return `select ${table.oid} as oid, (select json_agg(json_build_object(${fields.join(", ")}))
    from (select ${values.join(", ")} from ${nameOf2(table)} t limit ${MOST3}) t) as rows`;
}

// src/rows/removal.ts
var PLACE = `t.tableoid::int8 || ' ' || t.ctid`;
async function placesOf(db, tables) {
  if (tables.length === 0) return /* @__PURE__ */ new Map();
  const rows = await db.query(
    tables.map(
      (table) => `select ${table.oid} as oid, coalesce((select json_agg(${PLACE}) from ${nameOf2(table)} t), '[]') as places`
    ).join(" union all ")
  );
  return new Map(rows.map(({ oid, places }) => [oid, places]));
}
async function marksOf(db, tables, before) {
  if (tables.length === 0) return [];
  const marked2 = tables.map((table) => ({ table, columns: markingColumns(table) }));
  const rows = await db.query(
    marked2.map(({ table, columns }) => {
      const texts2 = columns.map(({ name }) => `t.${quoteIdentifier(name)}::text`);
      return `select ${table.oid} as oid,
          coalesce((select json_agg(array[${[PLACE, ...texts2].join(", ")}]) from ${nameOf2(table)} t), '[]') as rows`;
    }).join(" union all ")
  );
  const found = new Map(rows.map((row) => [row.oid, row.rows]));
  return marked2.map(({ table, columns }) => {
    const old = new Set(before.get(table.oid));
    const fresh = (found.get(table.oid) ?? []).filter(([place]) => !old.has(place));
    return {
      oid: table.oid,
      columns: columns.map(({ number }) => number),
      values: fresh.map(([, ...values]) => values)
    };
  });
}
function markingColumns({ columns, keys }) {
  const primary = keys.find((key) => key.primary);
  return primary ? columns.filter(({ number }) => primary.columns.includes(number)) : columns;
}
var PRESENT = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name,
    (select json_agg(json_build_object('number', a.attnum, 'name', a.attname)) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = any($1::int8[]::oid[])`;
async function removalOf(db, marks) {
  const some = marks.filter(({ values }) => values.length > 0);
  if (some.length === 0) return [];
  const present = await db.query(PRESENT, [some.map(({ oid }) => oid)]);
  const byOid2 = new Map(present.map((one) => [one.oid, one]));
  return some.flatMap((one) => {
    const table = byOid2.get(one.oid);
    return table ? deletion(one, table) : [];
  });
}
function deletion({ columns, values }, table) {
  const left = columns.flatMap((number, index) => {
    const found = table.columns.find((column) => column.number === number);
    return found ? [{ name: found.name, index }] : [];
  });
  if (left.length === 0) return [];
  const texts2 = left.map(({ name }) => `t.${quoteIdentifier(name)}::text`).join(", ");
  const wanted = values.map((row) => {
    const parts = left.map(({ index }) => row[index] ?? null);
    return `(array[${parts.map((part3) => part3 === null ? "null" : quoteLiteral(part3)).join(", ")}]::text[])`;
  });
  const target = nameOf2(table);
  return [
    `delete from ${target} where (tableoid, ctid) in (
      select found.tableoid, found.ctid
      from (select t.tableoid, t.ctid, array[${texts2}]::text[] as mark,
          row_number() over (partition by array[${texts2}]::text[] order by t.ctid desc) as turn from ${target} t) found
      join (select mark, count(*) as times from (values ${wanted.join(", ")}) v (mark) group by mark) wanted
        on wanted.mark = found.mark and found.turn <= wanted.times)`
  ];
}

// src/rows/rows.ts
async function seedBoth(db, options) {
  const fillable = await readFillable(db, options);
  const ordinary = await seedInto(db, fillable, { ...options, set: "ordinary" });
  return { ordinary, edge: await seedInto(db, fillable, { ...options, set: "edge" }) };
}
async function readFillable(db, { only = null }) {
  const catalog = await readCatalog(db, only);
  return { catalog, conditions: await readConditions(catalog) };
}
async function seedInto(db, { catalog, conditions }, options) {
  const tables = wantedTables(catalog, options);
  const known = new KnownRows();
  const { domains } = conditions;
  const source = { types: catalog.types, domains, digits: options.digits === true };
  const filling = { db, catalog, conditions, source, known, rows: options.rows };
  return insertAll(db, async () => {
    await known.read(db, tables, catalog);
    if (options.set === "ordinary") {
      const { counts: counts2, blocked: blocked2 } = await fillTables(filling, tables);
      return seedingOf(db, { counts: counts2, blocked: blocked2, marks: [] });
    }
    const before = await placesOf(db, tables);
    const blocked = await fillEdges(filling, tables);
    const marks = await marksOf(db, tables, before);
    const rows = new Map(marks.map(({ oid, values }) => [oid, values.length]));
    const counts = new Map(tables.map((table) => [table, rows.get(table.oid) ?? 0]));
    return seedingOf(db, { counts, blocked, marks });
  });
}
async function removeRows(db, { marks }) {
  const texts2 = await removalOf(db, marks);
  if (texts2.length === 0) return;
  await insertAll(db, async () => {
    const result = await db.run(texts2);
    if (!result.ok) throw result.error;
  });
}
function wantedTables({ tables }, { except = [], only }) {
  const left = new Set(except);
  return [...tables.values()].filter(
    ({ oid, schema, name }) => !left.has(objectId("table", schema, name)) && !left.has(objectId("schema", schema)) && (only === void 0 || only.includes(oid))
  );
}
async function seedingOf(db, { counts, blocked, marks }) {
  const partitioned = [...counts.keys()].filter((table) => table.partitioned);
  const routed = await countsOfLeaves(db, partitioned);
  const tables = [...counts].flatMap(([table, rows]) => [
    seeded(table, rows),
    ...table.leaves.map((leaf) => seeded(leaf, routed.get(leaf.oid) ?? 0))
  ]);
  const unfilled = await stillEmpty(db, blocked);
  return {
    tables: tables.filter(({ rows }) => rows > 0),
    unfilled: [...unfilled, ...emptyLeaves(partitioned, tables)],
    marks
  };
}
function seeded({ oid, schema, name }, rows) {
  return { oid, schema, name, rows };
}
async function countsOfLeaves(db, partitioned) {
  if (partitioned.length === 0) return /* @__PURE__ */ new Map();
  const rows = await db.query(
    partitioned.map(
      (table) => `select tableoid::int8 as oid, count(*)::int as rows from ${nameOf2(table)} group by 1`
    ).join(" union all ")
  );
  return new Map(rows.map(({ oid, rows: count }) => [oid, count]));
}
async function stillEmpty(db, blocked) {
  if (blocked.length === 0) return [];
  const rows = await db.query(
    blocked.map(
      ({ table }) => `select ${table.oid} as oid, not exists (select from ${nameOf2(table)}) as empty`
    ).join(" union all ")
  );
  const empty2 = new Set(rows.filter((row) => row.empty).map(({ oid }) => oid));
  return blocked.filter(({ table }) => empty2.has(table.oid)).map(({ table: { oid, schema, name }, constraint, reason }) => ({
    oid,
    schema,
    name,
    constraint,
    reason
  }));
}
function emptyLeaves(partitioned, tables) {
  const filled = new Set(tables.filter(({ rows }) => rows > 0).map(({ oid }) => oid));
  return partitioned.filter(({ oid }) => filled.has(oid)).flatMap(({ leaves }) => leaves).filter(({ oid }) => !filled.has(oid)).map(({ oid, schema, name, bound, foreign }) => ({
    oid,
    schema,
    name,
    constraint: "its partition bound",
    reason: foreign ? "it is a foreign table" : `no row belongs in it: ${bound ?? ""}`
  }));
}

// src/rehearse/parsed.ts
var NOTHING = { type: "", node: {}, names: [] };
async function parseStatement(sql) {
  const [entry] = Object.entries(await parseTree(sql) ?? {});
  if (entry === void 0 || !isNode(entry[1])) return NOTHING;
  return { type: entry[0], node: entry[1], names: [...new Set(namesIn(entry[1]))] };
}
var HARMLESS = /* @__PURE__ */ new Set([
  ...["CreateStmt", "IndexStmt", "CommentStmt", "GrantStmt", "GrantRoleStmt", "CreateFunctionStmt"],
  ...["CreateTrigStmt", "CreatePolicyStmt", "AlterPolicyStmt", "ViewStmt", "VariableSetStmt"],
  ...["CreateSchemaStmt", "CreateExtensionStmt", "CreateEnumStmt", "CompositeTypeStmt"],
  ...[
    "CreateDomainStmt",
    "CreateSeqStmt",
    "CreateRoleStmt",
    "RenameStmt",
    "RuleStmt",
    "DefineStmt"
  ],
  ...["CreateStatsStmt", "AlterDefaultPrivilegesStmt", "AlterOwnerStmt", "AlterFunctionStmt"],
  ...["CreateRangeStmt", "AlterObjectSchemaStmt", "TransactionStmt", "AlterEnumStmt", "LockStmt"]
]);
var NAMED = /* @__PURE__ */ new Set(["AlterTableStmt", "DropStmt"]);
function leavesRows({ type }) {
  return HARMLESS.has(type);
}
function leavesValues({ type, node }) {
  if (type === "AlterTableStmt") return node["objtype"] === "OBJECT_TABLE";
  return type === "IndexStmt" || type === "AlterDomainStmt";
}
function computesValues({ node }) {
  const commands = node["cmds"];
  return Array.isArray(commands) && commands.some(hasUsing);
}
function hasUsing(entry) {
  const command = isNode(entry) ? entry["AlterTableCmd"] : null;
  if (!isNode(command) || command["subtype"] !== "AT_AlterColumnType") return false;
  const column = isNode(command["def"]) ? command["def"]["ColumnDef"] : null;
  return isNode(column) && column["raw_default"] !== void 0;
}
var ALTERING = /"subtype":"AT_(?:DropColumn|AlterColumnType)"/u;
function mayChange(parsed) {
  const { type, names, node } = parsed;
  if (leavesRows(parsed)) return [];
  if (type === "DropStmt" && node["behavior"] === "DROP_CASCADE") return "all";
  if (node["objtype"] === "OBJECT_TYPE") return ALTERING.test(JSON.stringify(node)) ? "all" : [];
  return NAMED.has(type) ? names : "all";
}
var isNode = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function namesIn(value) {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isNode(value)) return [];
  const { relname, schemaname } = value;
  if (typeof relname === "string") {
    const schema = typeof schemaname === "string" ? `${quoteIdentifier(schemaname)}.` : "";
    return [`${schema}${quoteIdentifier(relname)}`, ...Object.values(value).flatMap(namesIn)];
  }
  if (value["removeType"] === "OBJECT_TABLE") return droppedNames(value["objects"]);
  return Object.values(value).flatMap(namesIn);
}
function droppedNames(objects) {
  if (!Array.isArray(objects)) return [];
  return objects.flatMap((object) => {
    const words = wordsIn(object);
    return words.length === 0 ? [] : [words.map(quoteIdentifier).join(".")];
  });
}
function wordsIn(value) {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isNode(value)) return [];
  const { sval } = value;
  return typeof sval === "string" ? [sval] : Object.values(value).flatMap(wordsIn);
}

// src/rehearse/reach.ts
async function reachedTables(db, statements2) {
  const names = [];
  const referred = [];
  for (const { sql } of statements2) {
    const parsed = await parseStatement(sql);
    if (!needsNoRows(parsed) && !isTold(parsed)) return null;
    names.push(...parsed.names, ...listedNames(parsed));
    if (reachesReferring(parsed)) referred.push(...parsed.names);
  }
  if (names.length === 0) return [];
  const [row] = await db.query(REACHED, [
    JSON.stringify(names),
    JSON.stringify(referred)
  ]);
  return row === void 0 || row.deferred ? null : row.tables ?? [];
}
function needsNoRows(parsed) {
  const { type, node } = parsed;
  if (type === "IndexStmt" || type === "CreateStmt") return false;
  if (type !== "DropStmt") return leavesRows(parsed);
  return node["behavior"] !== "DROP_CASCADE" && node["removeType"] !== "OBJECT_TABLE";
}
var TOLD = /* @__PURE__ */ new Set([
  ...["AlterTableStmt", "IndexStmt", "CreateStmt", "CreateTableAsStmt", "RefreshMatViewStmt"],
  ...["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "SelectStmt", "TruncateStmt"],
  ...["DropStmt", "ReindexStmt", "ClusterStmt", "VacuumStmt"]
]);
var MUST_NAME = /* @__PURE__ */ new Set(["ReindexStmt", "ClusterStmt", "VacuumStmt"]);
function isTold({ type, node, names }) {
  if (node["behavior"] === "DROP_CASCADE" || node["objtype"] === "OBJECT_TYPE") return false;
  return TOLD.has(type) && (names.length > 0 || !MUST_NAME.has(type));
}
function listedNames({ type, node }) {
  if (type !== "CommentStmt" && type !== "DropStmt") return [];
  const listed = node["objects"] ?? [node["object"]];
  const all2 = Array.isArray(listed) ? listed.map(wordsIn) : [];
  return all2.flatMap((words) => [words, words.slice(0, -1)]).filter(({ length: length2 }) => length2 === 1 || length2 === 2).map((words) => words.map(quoteIdentifier).join("."));
}
var REFERRING = /"subtype":"AT_(?:DropColumn|DropConstraint|AlterColumnType)"/u;
function reachesReferring({ type, node }) {
  if (type === "AlterTableStmt") return REFERRING.test(JSON.stringify(node["cmds"]));
  return ["DeleteStmt", "MergeStmt", "TruncateStmt", "DropStmt"].includes(type);
}
var REACHED = `
  with recursive named as (
      select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
      union
      select c.conrelid from json_array_elements_text($2::json) as name
      join pg_constraint c on c.contype = 'f' and c.confrelid = to_regclass(name)),
    reached as (
      select oid from named where oid is not null
      union
      select next.oid from reached r cross join lateral (
        select c.confrelid from pg_constraint c where c.conrelid = r.oid and c.contype = 'f'
        union all select i.inhparent from pg_inherits i where i.inhrelid = r.oid
        union all select i.inhrelid from pg_inherits i where i.inhparent = r.oid
        union all select i.indrelid from pg_index i where i.indexrelid = r.oid
        union all select d.refobjid from pg_rewrite w
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
          where w.ev_class = r.oid and d.refclassid = 'pg_class'::regclass and d.refobjid <> r.oid
      ) as next (oid)),
    tables as (select c.oid from reached r join pg_class c on c.oid = r.oid where c.relkind in ('r', 'p'))
  select (select json_agg(oid::int8) from tables) as tables,
    exists (select from pg_trigger t join tables on tables.oid = t.tgrelid
      where t.tgdeferrable and not t.tgisinternal) as deferred`;
async function tablesLeaningOn(db, names) {
  const rows = await db.query(LEANING, [JSON.stringify(names)]);
  return rows.map(({ oid }) => oid);
}
var LEANING = `
  with recursive leaning as (
    select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
    union
    select next.oid from leaning l cross join lateral (
      select c.conrelid from pg_constraint c where c.contype = 'f' and c.confrelid = l.oid
      union all select i.inhrelid from pg_inherits i where i.inhparent = l.oid
      union all select i.inhparent from pg_inherits i where i.inhrelid = l.oid
      union all select i.indrelid from pg_index i where i.indexrelid = l.oid) as next (oid))
  select oid::int8 as oid from leaning where oid is not null order by oid`;

// src/rehearse/eases.ts
var Eases = class {
  #observer;
  #removeEdgeRows;
  #edgeRows = true;
  /** What the statement at hand does without. */
  #aside = [];
  /** What the one before it did without, and that statement. */
  #before = null;
  constructor(observer, removeEdgeRows) {
    this.#observer = observer;
    this.#removeEdgeRows = removeEdgeRows;
  }
  /** The attempts at a statement; the first takes nothing away. */
  for(parsed) {
    const named2 = leavesValues(parsed) && parsed.names.length > 0 ? [parsed.names] : [];
    const edges = this.#edgeRows ? [...named2, null] : [];
    const failing = { kind: "fails on rows", last: false };
    return [
      { kind: "passed", last: false, prepare: () => Promise.resolve() },
      ...edges.map((names) => {
        return { kind: "depends on data", last: false, prepare: () => this.#withoutEdges(names) };
      }),
      { ...failing, prepare: () => this.#withoutRows(parsed.names) },
      { ...failing, last: true, prepare: () => this.#withoutAny() }
    ];
  }
  /** After a statement that passed. What it might have changed, had it been there, stays away. */
  passed(parsed) {
    const aside = this.#aside;
    this.#aside = [];
    if (aside.length > 0 && leavesValues(parsed)) this.#before = { aside, parsed };
  }
  /** Before a statement: what the one before it would not have failed on is there again, if it matters. */
  async putBack(next) {
    const before = this.#before;
    if (before === null || needsNoRows(next)) return;
    this.#before = null;
    await this.#observer.putBack(before.aside, before.parsed);
    this.#edgeRows = true;
  }
  /** After a transaction went back to one of its savepoints, where the rows were. */
  rewound() {
    this.#edgeRows = true;
    this.#aside = [];
    this.#before = null;
  }
  async #withoutEdges(names) {
    const oids = names === null ? null : await this.#observer.reachedFrom(names);
    const edges = await this.#observer.setAside(oids, () => this.#removeEdgeRows(oids));
    this.#aside = [...this.#aside, ...edges];
    if (names === null) this.#edgeRows = false;
  }
  async #withoutRows(names) {
    this.#aside = [...this.#aside, ...await this.#observer.empty(names)];
  }
  async #withoutAny() {
    await this.#observer.emptyAll();
    this.#aside = [];
  }
};

// src/rows/aside.ts
var TABLES = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name,
    exists (select from pg_constraint k where k.conrelid = c.oid and k.condeferrable and k.contype <> 'f') as deferrable,
    coalesce((select json_agg(json_build_object('name', a.attname, 'number', a.attnum,
        'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> '',
        'identityAlways', a.attidentity = 'a') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.oid = any($1::oid[])`;
async function setAside(db, oids, takeAway) {
  const tables = await readTables(db, oids);
  const before = await readRows(db, tables);
  await takeAway();
  const after = await readRows(db, tables);
  return tables.flatMap(({ oid, columns }) => {
    const left = after.get(oid);
    const gone = [...before.get(oid) ?? []].filter(([place]) => left?.has(place) !== true);
    return gone.length === 0 ? [] : [{ oid, columns, rows: gone.map(([, row]) => row) }];
  });
}
async function putBack(db, taken, asAssigned) {
  if (taken.length === 0) return;
  try {
    await insertAll(db, async () => {
      const lacking = await insertTaken(db, taken, asAssigned);
      await removeOrphans(db, new Set(taken.map(({ oid }) => oid)), lacking);
    });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
}
async function readTables(db, oids) {
  return db.query(TABLES, [`{${oids.join(",")}}`]);
}
async function readRows(db, tables) {
  if (tables.length === 0) return /* @__PURE__ */ new Map();
  const rows = await db.query(
    tables.map((table) => {
      const texts2 = table.columns.map(({ name }) => `t.${quoteIdentifier(name)}::text`);
      return `select ${table.oid} as oid, coalesce((select json_agg(array[${["t.ctid::text", ...texts2].join(", ")}])
          from only ${nameOf2(table)} t), '[]') as rows`;
    }).join(" union all ")
  );
  return new Map(
    rows.map(({ oid, rows: found }) => [
      oid,
      new Map(found.map(([place, ...values]) => [place, values]))
    ])
  );
}
async function insertTaken(db, taken, asAssigned) {
  const now = new Map(
    (await readTables(
      db,
      taken.map(({ oid }) => oid)
    )).map((table) => [table.oid, table])
  );
  const tried = taken.flatMap((one) => {
    const table = now.get(one.oid);
    const target = table && !table.deferrable ? targetOf(table, one.columns) : null;
    const retyped = target?.columns.some(({ from }) => from !== void 0) === true;
    return target && (asAssigned || !retyped) ? [{ one, target }] : [];
  });
  const trials = await tryRows(
    db,
    tried.map(({ one: { columns, rows }, target }) => ({
      table: target,
      rows: rows.map((row) => new Map(columns.map(({ number }, at3) => [number, row[at3] ?? null]))),
      together: rows.length,
      enough: rows.length
    }))
  );
  const whole2 = new Set(
    tried.flatMap(({ one }, at3) => trials[at3]?.kept.length === one.rows.length ? [one] : [])
  );
  return new Set(taken.flatMap((one) => whole2.has(one) ? [] : [one.oid]));
}
function targetOf(table, columns) {
  const types = new Map(columns.map(({ number, type }) => [number, type]));
  return {
    ...table,
    columns: table.columns.flatMap((column) => {
      const from = types.get(column.number);
      if (from === void 0) return [];
      return [from === column.type ? column : { ...column, from }];
    })
  };
}
var FOREIGN_KEYS = `
  select k.conrelid::int8 as child, k.confrelid::int8 as parent,
    k.conrelid::regclass::text as "childName", k.confrelid::regclass::text as "parentName",
    (select json_agg(quote_ident(a.attname) order by u.at) from unnest(k.conkey) with ordinality u (number, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
    (select json_agg(quote_ident(a.attname) order by u.at) from unnest(k.confkey) with ordinality u (number, at)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as targets
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and k.convalidated and c.relkind = 'r'
    and not exists (select from pg_constraint whole where whole.oid = k.conparentid and whole.conrelid = k.conrelid)
  order by k.oid`;
async function removeOrphans(db, filled, lacking) {
  const all2 = await db.query(FOREIGN_KEYS);
  let suspects = all2.filter(({ child, parent }) => filled.has(child) || lacking.has(parent));
  while (suspects.length > 0) {
    const parts = suspects.map((key, at3) => `o${at3} as (${deletionOf(key)} returning 1)`);
    const counts = suspects.map((_, at3) => `(select count(*)::int from o${at3})`);
    const [row] = await db.query(
      `with ${parts.join(", ")} select array[${counts.join(", ")}] as counts`
    );
    const children = suspects.filter((_, at3) => (row?.counts[at3] ?? 0) > 0);
    suspects = all2.filter(({ parent }) => children.some(({ child }) => child === parent));
  }
}
function deletionOf({ childName, parentName, columns, targets }) {
  const present = columns.map((column) => `c.${column} is not null`);
  const same2 = columns.map((column, at3) => `p.${targets[at3] ?? ""} = c.${column}`);
  return `delete from only ${childName} c where ${present.join(" and ")}
    and not exists (select from ${parentName} p where ${same2.join(" and ")})`;
}

// src/rehearse/contents.ts
var MAX_ROWS = 5e3;
var TABLES2 = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relispopulated as populated,
    (select i.indkey::int2[] from pg_index i where i.indrelid = c.oid and i.indisprimary) as key,
    coalesce((select json_agg(json_build_object('number', a.attnum, 'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> '') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and c.oid = any($1::oid[])`;
async function resolveNames(db, names) {
  if (names.length === 0) return [];
  const rows = await db.query(
    `with recursive named as (
        select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
        union select i.inhrelid from pg_inherits i join named n on n.oid = i.inhparent)
      select oid::int8 as oid from named where oid is not null`,
    [JSON.stringify(names)]
  );
  return rows.map(({ oid }) => oid);
}
async function readContents(db, oids) {
  if (oids.length === 0) return /* @__PURE__ */ new Map();
  const tables = await db.query(TABLES2, [`{${oids.join(",")}}`]);
  const read = await readRows2(db, tables, textOf3);
  return new Map(
    tables.map(({ oid, columns, key }) => {
      const { count = 0, rows: found } = read.get(oid) ?? {};
      const places = (key ?? []).map((number) => columns.findIndex((one) => one.number === number));
      return [oid, { oid, columns, key: places, count, rows: found ?? [] }];
    })
  );
}
async function readRestored(db, before, now) {
  const old = new Map(
    before.flatMap(
      ({ oid, columns }) => columns.map(({ number, type }) => [`${String(oid)}.${String(number)}`, type])
    )
  );
  const changed = before.filter(
    ({ oid }) => now.get(oid)?.columns.some(
      ({ number, type }) => isOther(old.get(`${String(oid)}.${String(number)}`), type)
    )
  );
  if (changed.length === 0 || db.version < 16e4) return /* @__PURE__ */ new Map();
  const tables = await db.query(TABLES2, [`{${changed.map(({ oid }) => oid).join(",")}}`]);
  const there = await knownTypes(db, changed);
  const read = await readRows2(db, tables, (column, { oid }) => {
    const type = old.get(`${String(oid)}.${String(column.number)}`);
    const text3 = textOf3(column);
    if (type === void 0 || type === column.type || !there.has(type)) return text3;
    return `case when pg_input_is_valid(${text3}, ${quoteLiteral(type)}) then ${text3}::${type}::text end`;
  });
  return new Map([...read].map(([oid, { rows }]) => [oid, rows ?? []]));
}
var isOther = (before, now) => before !== void 0 && before !== now;
async function knownTypes(db, before) {
  const types = new Set(before.flatMap(({ columns }) => columns.map(({ type }) => type)));
  const rows = await db.query(
    `select type from json_array_elements_text($1::json) as type where to_regtype(type) is not null`,
    [JSON.stringify([...types])]
  );
  return new Set(rows.map(({ type }) => type));
}
var textOf3 = ({ name }) => `t.${quoteIdentifier(name)}::text`;
async function readRows2(db, tables, spell2) {
  const filled = tables.filter(({ populated }) => populated);
  if (filled.length === 0) return /* @__PURE__ */ new Map();
  const rows = await db.query(
    filled.map((table) => rowsOf(table, spell2)).join(" union all ")
  );
  return new Map(rows.map((one) => [one.oid, one]));
}
function rowsOf(table, spell2) {
  const { oid, schema, name, columns } = table;
  const values = columns.map((column) => spell2(column, table)).join(", ");
  const from = `only ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  const list = columns.length === 0 ? `array[]::text[]` : `array[${values}]`;
  const all2 = `select json_agg(to_json(${list})) from ${from} t`;
  const count = `(select count(*) from ${from})`;
  return `select ${String(oid)}::int8 as oid, ${count}::int8 as count, case when ${count} <= ${String(MAX_ROWS)} then (${all2}) end as rows`;
}

// src/rehearse/clearing.ts
async function deleteRows(db, oids) {
  const rows = await db.query(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.oid = any($1::oid[])`,
    [`{${oids.join(",")}}`]
  );
  const deletes = rows.map(({ schema, name }) => `delete from only ${relationName(schema, name)}`);
  const statements2 = ["set session_replication_role = replica", ...deletes];
  await db.exec([...statements2, "set session_replication_role = origin"].join("; "));
}
async function dropInvalidIndexes(db, existed) {
  const rows = await db.query(
    `select indexrelid::int8 as oid, indexrelid::regclass::text as name from pg_index where not indisvalid`
  );
  const left = rows.filter(({ oid }) => !existed.has(oid));
  for (const { name } of left) await db.exec(`drop index ${name}`);
}

// src/rehearse/documented-locks.ts
function documentedModes(parsed, traces) {
  const { named: named2, rewrites, gone } = traces;
  const { type, node } = parsed;
  switch (type) {
    // VACUUM FULL writes anew; the plain one and everything CONCURRENTLY share.
    case "VacuumStmt":
      return hasOption(node["options"], "full") ? under2("ACCESS EXCLUSIVE", [...named2, ...rewrites]) : under2("SHARE UPDATE EXCLUSIVE", named2);
    case "ClusterStmt":
      return under2("ACCESS EXCLUSIVE", [...named2, ...rewrites]);
    case "ReindexStmt":
      return reindexed(node, traces);
    case "IndexStmt":
      return under2("SHARE UPDATE EXCLUSIVE", calledBy(parsed.names[0], named2));
    case "DropStmt":
      return under2("SHARE UPDATE EXCLUSIVE", gone);
    case "AlterTableStmt":
      return detached(parsed, named2);
    default:
      return [];
  }
}
function reindexed(node, { named: named2, builds }) {
  const indexes = [...named2.filter(isIndex), ...builds.map(({ index }) => index)];
  const tables = [...named2.filter((one) => !isIndex(one)), ...builds.map(({ table }) => table)];
  return hasOption(node["params"], "concurrently") ? under2("SHARE UPDATE EXCLUSIVE", [...tables, ...indexes]) : [...under2("SHARE", tables), ...under2("ACCESS EXCLUSIVE", indexes)];
}
function detached({ names }, named2) {
  return [
    ...under2("SHARE UPDATE EXCLUSIVE", calledBy(names[0], named2)),
    ...under2("ACCESS EXCLUSIVE", calledBy(names[1], named2))
  ];
}
function calledBy(name, relations) {
  const bare2 = name?.replaceAll('"', "") ?? "";
  return relations.filter((one) => one.name === bare2 || one.name.endsWith(`.${bare2}`));
}
function under2(mode, relations) {
  const once = new Map(relations.map((relation) => [relation.name, relation]));
  return [...once.values()].map((relation) => [relation, mode]);
}
var isIndex = ({ kind }) => kind === "index";
var hasOption = (options, name) => JSON.stringify(options ?? []).includes(`"defname":"${name}"`);

// src/rehearse/role.ts
var ROLE = `session_user::text as session, current_setting('role') as role`;
var Owner = class {
  #db;
  #name;
  #inForce = true;
  constructor(db, name) {
    this.#db = db;
    this.#name = name;
  }
  /** After a statement. */
  heed({ session, role }) {
    this.#inForce = role === "none" && session === this.#name;
  }
  /** The statements by which the session's user is its owner again, whatever a migration has set. */
  get leaving() {
    if (this.#inForce) return "reset role";
    return `set session authorization ${quoteIdentifier(this.#name)}; reset role`;
  }
  /** Does work as the owner, and takes on again what the migration had taken on; `inside` of a transaction. */
  async run(inside, work) {
    if (this.#inForce) return work();
    const [now] = await this.#db.query(`select ${ROLE}`);
    if (now === void 0) return work();
    const set = inside ? "set local" : "set";
    const other = now.session !== this.#name;
    const owner = `session authorization ${quoteIdentifier(this.#name)}`;
    await this.#db.exec(`${set} ${other ? owner : "role none"}`);
    const result = await work();
    const again = [
      ...other ? [`${set} session authorization ${quoteIdentifier(now.session)}`] : [],
      ...now.role === "none" ? [] : [`${set} role ${quoteIdentifier(now.role)}`]
    ];
    await this.#db.exec(again.join("; "));
    return result;
  }
};

// src/rehearse/relations.ts
var NO_COUNTS = { scans: 0, inserted: 0, updated: 0, deleted: 0 };
var FIRST_OWN_OID = 16384;
var KINDS = {
  r: "table",
  p: "partitioned table",
  i: "index",
  I: "index",
  S: "sequence",
  v: "view",
  m: "materialized view",
  f: "foreign table",
  c: "composite type"
};
var RELATIONS = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relkind::text as kind,
    coalesce(pg_relation_filenode(c.oid), 0)::int8 as file,
    i.indrelid::int8 as "tableOid", tn.nspname || '.' || t.relname as "table"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = c.oid
  left join pg_class t on t.oid = i.indrelid left join pg_namespace tn on tn.oid = t.relnamespace
  where c.oid >= ${FIRST_OWN_OID} and c.relkind <> 't' and n.nspname not like 'pg\\_toast%'`;
async function readRelations(db) {
  const rows = await db.query(`${RELATIONS} order by c.oid`);
  return rows.flatMap((row) => relationOf(row, true));
}
async function prepareLook(db) {
  await db.exec(`prepare plumbline_look as ${SIGHT}`);
}
async function prepareLookAgain(db) {
  const there = await db.query(`select from pg_prepared_statements where name = 'plumbline_look'`);
  if (there.length === 0) await prepareLook(db);
}
async function look(db, existed) {
  const [row] = await db.query("execute plumbline_look");
  if (row === void 0) throw new Error("a look shows one row");
  const locks = /* @__PURE__ */ new Map();
  for (const { oid, mode } of row.locks ?? []) {
    const known = locks.get(oid);
    const found = MODES.get(mode);
    if (found && (known === void 0 || isAtLeast(found, known))) locks.set(oid, found);
  }
  const counters = new Map((row.counters ?? []).map((one) => [one.oid, one]));
  const relations = row.relations ?? [];
  return {
    locks,
    counters,
    relations: relations.flatMap((one) => relationOf(one, existed.has(one.oid))),
    role: { session: row.session, role: row.role }
  };
}
var COUNTERS = `
  select c.oid::int8 as oid, pg_stat_get_xact_numscans(c.oid) as scans,
    pg_stat_get_xact_tuples_inserted(c.oid) as inserted, pg_stat_get_xact_tuples_updated(c.oid) as updated,
    pg_stat_get_xact_tuples_deleted(c.oid) as deleted
  from pg_class c where c.oid >= ${FIRST_OWN_OID} and c.relkind in ('r', 't', 'm', 'p')`;
var SIGHT = `
  with held as materialized (select l.relation::oid as oid, l.mode from pg_locks l
      where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.relation >= ${FIRST_OWN_OID}),
    states as (${RELATIONS} and c.oid = any(array(select oid from held)))
  select ${ROLE}, (select json_agg(json_build_object('oid', oid::int8, 'mode', mode) order by oid) from held) as locks,
    (select json_agg(states order by oid) from states) as relations,
    (select json_agg(s order by oid) from (${COUNTERS}) s where scans + inserted + updated + deleted > 0) as counters`;
function relationOf(row, existed) {
  const { oid, schema, name, table, tableOid, file } = row;
  const kind = KINDS[row.kind];
  if (kind === void 0) return [];
  return [{ oid, name: `${schema}.${name}`, kind, table, existed, file, tableOid }];
}
var MODES = /* @__PURE__ */ new Map([
  ["AccessShareLock", "ACCESS SHARE"],
  ["RowShareLock", "ROW SHARE"],
  ["RowExclusiveLock", "ROW EXCLUSIVE"],
  ["ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE"],
  ["ShareLock", "SHARE"],
  ["ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE"],
  ["ExclusiveLock", "EXCLUSIVE"],
  ["AccessExclusiveLock", "ACCESS EXCLUSIVE"]
]);
function withLocksOf(first, second) {
  const known = new Set(second.relations.map(({ oid }) => oid));
  const relations = first.relations.filter(({ oid }) => !known.has(oid));
  return {
    ...second,
    locks: new Map([...first.locks, ...second.locks]),
    relations: [...second.relations, ...relations]
  };
}
function locksBetween(before, after) {
  return new Map(
    [...after.locks].filter(([oid, mode]) => {
      const was = before.locks.get(oid);
      return was === void 0 || !isAtLeast(was, mode);
    })
  );
}
function countsBetween(before, after) {
  return new Map(
    [...after.counters].map(([oid, now]) => {
      const was = before.counters.get(oid) ?? NO_COUNTS;
      return [
        oid,
        {
          scans: now.scans - was.scans,
          inserted: now.inserted - was.inserted,
          updated: now.updated - was.updated,
          deleted: now.deleted - was.deleted
        }
      ];
    })
  );
}
var plain3 = ({ oid, name, kind, table, existed }) => ({
  oid,
  name,
  kind,
  table,
  existed
});
var bareName = (name) => name.slice(name.indexOf(".") + 1);
var isWritten = (counts) => counts !== void 0 && counts.inserted + counts.updated + counts.deleted > 0;

// src/rehearse/builds.ts
function passingBuilds({ built }, seen, relations) {
  const indexes = /* @__PURE__ */ new Set([
    ...seen.map(({ index }) => bareName(index.name)),
    ...relations.filter(({ kind }) => kind === "index").map(({ name }) => bareName(name))
  ]);
  return built.flatMap((one) => {
    if (indexes.has(one.index)) return [];
    const table = relations.findLast(({ kind, name }) => {
      return (kind === "table" || kind === "materialized view") && bareName(name) === one.table;
    });
    if (table === void 0) return [];
    const schema = table.name.slice(0, -one.table.length);
    const index = {
      ...{ oid: 0, name: `${schema}${one.index}`, table: table.name },
      ...{ kind: "index", existed: false }
    };
    return [{ index, table: plain3(table) }];
  });
}

// src/rehearse/drops.ts
import { randomUUID } from "node:crypto";
var SCHEMA = "plumbline_rehearsal";
async function watchDrops(db) {
  const word = randomUUID();
  await db.exec(`
    create schema ${SCHEMA};
    create table ${SCHEMA}.dropped (n int generated always as identity, kind text, identity text, cascade boolean);
    create function ${SCHEMA}.told() returns event_trigger language plpgsql security definer as $told$
      declare told integer;
      begin
        for told in insert into ${SCHEMA}.dropped (kind, identity, cascade)
          select object_type, object_identity, not original from pg_event_trigger_dropped_objects()
            where not is_temporary
          returning n
        loop
          raise debug '${word}%', told;
        end loop;
      end $told$;
    create event trigger plumbline_drops on sql_drop execute function ${SCHEMA}.told();`);
  return async (messages) => {
    const told2 = messages.filter(({ text: text3 }) => text3.startsWith(word));
    if (told2.length === 0) return [];
    const numbers = told2.map(({ text: text3 }) => Number(text3.slice(word.length)));
    const rows = await db.query(
      `select kind, identity, cascade from ${SCHEMA}.dropped where n in (${numbers.join(", ")}) order by n`
    );
    return rows.map(({ kind, identity, cascade }) => ({ kind, identity, cascade }));
  };
}
function withoutParts(drops, tableOfIndex) {
  const gone = new Set(drops.filter(({ kind }) => isOwner(kind)).map(({ identity }) => identity));
  const isPart = ({ kind, identity }) => {
    if (kind === "type" || kind === "toast table") {
      return gone.has(identity.replace(/\[\]$/, "")) || identity.endsWith("[]");
    }
    if (kind === "index") return gone.has(tableOfIndex(identity) ?? "");
    if (kind === "trigger" && identity.startsWith('"RI_ConstraintTrigger')) return true;
    return gone.has(identity.slice(identity.lastIndexOf(" on ") + 4));
  };
  return drops.filter((drop) => !drop.cascade || !isPart(drop));
}
function indexesGone(before, now) {
  const there = new Set(now.map(({ name }) => name));
  return before.filter(({ kind, name }) => kind === "index" && !there.has(name));
}
var isOwner = (kind) => /(?:table|view)$/.test(kind);
function isOfRehearsal(name) {
  return name.startsWith(`${SCHEMA}.`);
}

// src/rehearse/messages.ts
function readMessages(messages) {
  const own = messages.filter(
    ({ severity, routine }) => severity.startsWith("DEBUG") && routine !== "exec_stmt_raise"
  ).map(({ text: text3 }) => text3);
  const all2 = (pattern) => own.map((text3) => pattern.exec(text3)).filter((match) => match !== null);
  const names = (pattern) => all2(pattern).map(([, name = ""]) => name);
  return {
    verified: names(/^verifying table "(.*)"$/),
    validated: names(/^validating foreign key constraint "(.*)"$/),
    built: all2(/^building index "(.*)" on table "(.*?)" (?:serially|with request)/).map(
      ([, index = "", table = ""]) => ({ index, table })
    ),
    proven: own.filter(
      (text3) => /are sufficient to prove|is implied by existing constraints/.test(text3)
    )
  };
}

// src/rehearse/newer-locks.ts
function withoutNewer(locks, relations, { type, said }) {
  const states = new Map(relations.map((one) => [one.oid, one]));
  const isNewer = (oid, mode) => {
    const { kind, file, tableOid } = states.get(oid) ?? NONE;
    const table = tableOid === null ? void 0 : locks.get(tableOid);
    if (kind === "index" && file === 0) return mode === "ROW EXCLUSIVE" || mode === "ACCESS SHARE";
    if (mode !== "ACCESS SHARE") return false;
    if (type === "GrantStmt" || kind === "composite type") return true;
    return kind === "index" && said.validated.length === 0 && table === "SHARE ROW EXCLUSIVE";
  };
  return new Map([...locks].filter(([oid, mode]) => !isNewer(oid, mode)));
}
var NONE = { kind: null, file: null, tableOid: null };

// src/rehearse/values.ts
function compareContents(before, after, order2) {
  if (after === null) return { lost: before.count, lostColumns: [], changed: [] };
  const { columns, rows } = after.contents;
  const places = new Map(columns.map(({ number }, place) => [number, place]));
  const lostColumns2 = before.columns.flatMap(({ name, number, generated }, place) => {
    const values = before.rows.filter((row) => row[place] !== null).length;
    return places.has(number) || generated || values === 0 ? [] : [{ column: name, values }];
  });
  const pairs = pairRows(before, after, places);
  const keyed = before.key.length > 0;
  const followed = keyed || order2 !== "lost" && rows.length === before.rows.length;
  const changed = (followed ? before.columns : []).flatMap((column, place) => {
    const there = places.get(column.number);
    const now = there === void 0 ? void 0 : columns[there];
    if (there === void 0 || now === void 0 || column.generated) return [];
    const values = pairs.map(([was, is, restored]) => {
      return [was[place] ?? null, is[there] ?? null, restored[there] ?? null];
    });
    const matched = keyed || order2 === "kept" ? values : unmatched(values);
    return changedColumn(matched, column, now);
  });
  return { lost: before.count - pairs.length - uncounted(before), lostColumns: lostColumns2, changed };
}
function unmatched(values) {
  const left = values.map(([, is, restored]) => [is, restored]);
  const gone = values.flatMap(([was]) => {
    const at3 = left.findIndex(([, restored]) => restored === was);
    if (at3 === -1) return [was];
    left.splice(at3, 1);
    return [];
  });
  return gone.map((was, index) => [was, left[index]?.[0] ?? null, left[index]?.[1] ?? null]);
}
var uncounted = ({ count, rows }) => count - rows.length;
function pairRows(before, { contents, restored }, places) {
  const pair2 = (row, index) => {
    const is = index === void 0 ? void 0 : contents.rows[index];
    return is === void 0 ? [] : [[row, is, restored?.[index ?? 0] ?? is]];
  };
  const key = before.key.map((place) => places.get(before.columns[place]?.number ?? 0));
  if (key.length === 0 || key.includes(void 0)) {
    return before.rows.flatMap((row, index) => pair2(row, index));
  }
  const now = restored ?? contents.rows;
  const byKey = new Map(now.map((row, index) => [keyOf2(row, key), index]));
  return before.rows.flatMap((row) => pair2(row, byKey.get(keyOf2(row, before.key))));
}
var keyOf2 = (row, places) => JSON.stringify(places.map((place) => place === void 0 ? null : row[place]));
function changedColumn(values, from, to) {
  const differing = values.filter(([was2, , restored]) => was2 !== restored);
  const [example] = differing;
  if (example === void 0) return [];
  const [was, is] = example;
  return [
    { column: to.name, from: from.type, to: to.type, values: differing.length, example: [was, is] }
  ];
}

// src/rehearse/row-watch.ts
var READING = `set local timezone = 'America/Los_Angeles'; set local datestyle = 'ISO, MDY';
  set local intervalstyle = postgres; set local bytea_output = hex; set local extra_float_digits = 1;
  set local row_security = off`;
var RowWatch = class {
  #db;
  #contents = /* @__PURE__ */ new Map();
  constructor(db) {
    this.#db = db;
  }
  /** Reads those tables that are not known. */
  async read(tables, inside) {
    const unread3 = tables.filter((oid) => !this.#contents.has(oid));
    if (unread3.length === 0) return;
    const contents = await this.#unnoticed(() => readContents(this.#db, unread3), inside);
    for (const [oid, rows] of contents) this.#contents.set(oid, rows);
  }
  /** Compares the tables with what they held. */
  async effects({ tables, counts, find, inside }) {
    if (tables.length === 0) return [];
    const was = tables.flatMap((oid) => this.#contents.get(oid) ?? []);
    const [now, restored] = await this.#unnoticed(async () => {
      const found = await readContents(this.#db, tables);
      return [found, await readRestored(this.#db, was, found)];
    }, inside);
    return tables.flatMap((oid) => {
      const held = this.#contents.get(oid);
      const relation = find(oid);
      const contents = now.get(oid);
      if (contents === void 0) this.#contents.delete(oid);
      else this.#contents.set(oid, contents);
      if (held === void 0 || relation === void 0) return [];
      if (relation.kind === "materialized view") return [];
      const after = contents && { contents, restored: restored.get(oid) ?? null };
      const { inserted, updated, deleted: deleted2 } = counts.get(oid) ?? NO_COUNTS;
      const loss = compareContents(held, after ?? null, orderAfter({ inserted, updated, deleted: deleted2 }));
      const effect = { inserted, updated, deleted: deleted2, ...loss };
      return isNothing(effect) ? [] : [{ relation, before: held.count, ...effect }];
    });
  }
  /** After rows were taken away on purpose, or may have come back. */
  forget() {
    this.#contents.clear();
  }
  /** Without keeping a lock: those of a savepoint that is rolled back are let go. */
  async #unnoticed(work, inside) {
    const name = "plumbline_look";
    await this.#db.exec(`${inside ? `savepoint ${name}` : "begin"}; ${READING}`);
    const result = await work();
    const back = `rollback to savepoint ${name}; release savepoint ${name}`;
    await this.#db.exec(inside ? back : "rollback");
    return result;
  }
};
function orderAfter(counts) {
  const { inserted, updated, deleted: deleted2 } = counts;
  if (updated + deleted2 === 0) return "kept";
  return inserted + deleted2 === 0 ? "mixed" : "lost";
}
var isNothing = (effect) => effect.lost + effect.inserted + effect.updated + effect.deleted === 0 && effect.lostColumns.length + effect.changed.length === 0;

// src/rehearse/scans.ts
var DATA = /^(?:Select|Insert|Update|Delete|Merge|Do|Call|CreateTableAs)/;
async function scansOf(db, facts) {
  const { said, counts, parsed, sight, released, skip } = facts;
  const built = new Set(said.built.map(({ table }) => table));
  const isData = DATA.test(parsed.type);
  const validated = await validatedTables(db, said, sight);
  return [...sight.relations, ...released].flatMap((state) => {
    const bare2 = bareName(state.name);
    if (skip.has(state.oid) || state.kind === "index") return [];
    const relation = plain3(state);
    if (said.verified.includes(bare2)) return [{ relation, why: "verify" }];
    if (validated.has(state.oid)) return [{ relation, why: "validate foreign key" }];
    if (validated.size > 0 && !isData) return [];
    const read = (counts.get(state.oid)?.scans ?? 0) > 0;
    return read && !built.has(bare2) ? [{ relation, why: isData ? "read" : "verify" }] : [];
  });
}
async function validatedTables(db, { validated }, { locks }) {
  if (validated.length === 0) return /* @__PURE__ */ new Set();
  const rows = await db.query(
    `select r.conrelid::int8 as oid from pg_constraint r join pg_class c on c.oid = r.conrelid
      where r.contype = 'f' and c.relkind = 'r'
        and r.conname = any(array(select json_array_elements_text($1::json)))`,
    [JSON.stringify(validated)]
  );
  const held = rows.filter(({ oid }) => {
    const mode = locks.get(oid);
    return mode !== void 0 && isAtLeast(mode, "SHARE UPDATE EXCLUSIVE");
  });
  return new Set(held.map(({ oid }) => oid));
}

// src/rehearse/observer.ts
var Observer = class _Observer {
  #db;
  #readDrops;
  #existed;
  #relations;
  /** Tables that got rows; null for all. */
  #filled;
  #rows;
  #owner;
  #held = /* @__PURE__ */ new Map();
  #open = false;
  #missed = false;
  constructor(db, readDrops, { relations, filled, owner }) {
    this.#db = db;
    this.#rows = new RowWatch(db);
    this.#owner = new Owner(db, owner);
    this.#readDrops = readDrops;
    this.#filled = filled === null ? null : new Set(filled);
    this.#existed = new Set(relations.map(({ oid }) => oid));
    this.#relations = new Map(relations.map((relation) => [relation.oid, relation]));
  }
  /** What is there now is what existed before the migrations. `filled` tables got rows; null for all. */
  static async open(db, filled) {
    const relations = await readRelations(db);
    await prepareLook(db);
    const { role } = await look(db, /* @__PURE__ */ new Set());
    return new _Observer(db, await watchDrops(db), { relations, filled, owner: role.session });
  }
  /** Whether a statement reached a table that got no rows, though it might do something else on rows. */
  get missed() {
    return this.#missed;
  }
  /** What is known before a statement; before one that is run once more, as it `went` to other tables. */
  async before(parsed, went) {
    const watched = await this.#asOwner(async () => {
      const oids = [...await this.#tablesOf(mayChange(parsed)), ...went?.tables ?? []];
      await this.#rows.read(oids, this.#open);
      return oids;
    });
    const sight = await look(this.#db, this.#existed);
    const { locks } = went?.before ?? sight;
    return { sight: { ...sight, locks }, held: this.#held, watched, named: [] };
  }
  /** What is known before a statement that runs outside of any transaction. */
  async beforeAlone(parsed) {
    const before = await this.before(parsed);
    const oids = await this.#asOwner(() => resolveNames(this.#db, parsed.names));
    return { ...before, named: oids.flatMap((oid) => this.#find(oid) ?? []) };
  }
  /** What there is to see after a statement that passed. */
  async look({ type }) {
    if (type === "DeallocateStmt" || type === "DiscardStmt") await prepareLookAgain(this.#db);
    const sight = await look(this.#db, this.#existed);
    this.#owner.heed(sight.role);
    return sight;
  }
  /** Tables that existed and whose rows a statement changed though nobody expected it: by a function. */
  unforeseen(before, sight) {
    const counts = countsBetween(before.sight, sight);
    return sight.relations.filter(
      ({ oid, kind, existed }) => kind === "table" && existed && !before.watched.includes(oid)
    ).filter(
      ({ oid, file }) => isWritten(counts.get(oid)) || file !== this.#relations.get(oid)?.file
    ).map(({ oid }) => oid);
  }
  /** A statement that ran in the open transaction, and what is to be seen after it. */
  async after(statement, run2, sight) {
    const { before, parsed, watched } = run2;
    this.#heed(sight, parsed);
    const said = readMessages(watched.messages);
    const seen = this.#seen(sight, parsed);
    const all2 = [...this.#relations.values(), ...sight.relations];
    const builds = [...seen.builds, ...passingBuilds(said, seen.builds, all2)];
    const counts = countsBetween(before.sight, sight);
    const rewritten2 = new Set(seen.rewrites.map(({ oid }) => oid));
    const released = this.#released(counts, sight);
    const taken = locksBetween(before.sight, sight);
    const fresh = withoutNewer(taken, sight.relations, { type: parsed.type, said });
    const traced = {
      ...this.unchanged(statement, before),
      locks: this.#locksOf(fresh, sight.relations),
      scans: await scansOf(this.#db, { said, counts, parsed, sight, released, skip: rewritten2 }),
      rewrites: seen.rewrites,
      builds,
      proven: said.proven,
      drops: await this.#dropsOf(watched),
      rows: await this.#rowsOf(run2, counts, /* @__PURE__ */ new Set([...rewritten2, ...alterable(sight)])),
      unobserved: unobservedBy(parsed, this.#db.stubbed)
    };
    this.#held = new Map([...before.held, ...fresh]);
    this.#remember(sight.relations);
    return traced;
  }
  /** A statement that ran outside of any transaction: its locks are those of the manual. */
  async afterAlone(statement, run2) {
    const { before, parsed, watched } = run2;
    const relations = await readRelations(this.#db);
    const sight = { ...await this.look(parsed), relations: this.#marked(relations) };
    const seen = this.#seen(sight, parsed);
    const gone = this.#indexesGone(parsed, relations);
    const rewritten2 = new Set(seen.rewrites.map(({ oid }) => oid));
    const traced = {
      ...this.unchanged(statement, before),
      locks: documented(parsed, {
        ...{ named: before.named, rewrites: seen.rewrites, builds: seen.builds },
        gone: gone.flatMap((one) => this.#withTable(one))
      }),
      rewrites: seen.rewrites,
      builds: seen.builds,
      drops: [
        ...await this.#dropsOf(watched),
        ...gone.map(({ name }) => ({ kind: "index", identity: name, cascade: false }))
      ],
      rows: await this.#rowsOf(run2, countsBetween(before.sight, sight), rewritten2),
      unobserved: /^(?:Do|Call)Stmt$/u.test(parsed.type) ? "it ends transactions, and with each of them its locks" : null
    };
    this.#remember(sight.relations);
    return traced;
  }
  /** A statement of which nothing was seen. */
  unchanged(statement, before) {
    return {
      ...statement,
      locks: [],
      held: this.#locksOf(before.held),
      scans: [],
      rewrites: [],
      builds: [],
      proven: [],
      drops: [],
      rows: [],
      unobserved: null
    };
  }
  /** After the beginning or the end of a transaction. */
  turn(open) {
    this.#open = open;
    this.#held = /* @__PURE__ */ new Map();
  }
  /** After a transaction went back to one of its savepoints: all may be otherwise. */
  async rewound() {
    this.#rows.forget();
    this.#relations.clear();
    this.#remember(this.#marked(await readRelations(this.#db)));
    this.#held = (await this.look({ type: "", node: {}, names: [] })).locks;
  }
  /** Does work that is not the migration's, whatever role that has taken on. */
  #asOwner(work) {
    return this.#owner.run(this.#open, work);
  }
  /** Ends what a migration has made of the session's user. */
  get leaving() {
    return this.#owner.leaving;
  }
  /** Tables that names mean, their partitions, and all whose rows are there only with theirs. */
  reachedFrom(names) {
    return this.#asOwner(() => tablesLeaningOn(this.#db, names));
  }
  /** Does work that takes away rows on purpose from some tables, or from any, and keeps them. */
  async setAside(among, work) {
    const filled = this.#filled === null ? await this.#tablesOf("all") : [...this.#filled];
    const tables = filled.filter((oid) => among === null || among.includes(oid));
    const aside = await this.#asOwner(() => setAside(this.#db, tables, work));
    this.#rows.forget();
    return aside;
  }
  /** Puts back what the schema allows by now; after a statement that passed. */
  async putBack(aside, after) {
    await this.#asOwner(() => putBack(this.#db, aside, !computesValues(after)));
    this.#rows.forget();
  }
  /** Deletes the rows of the tables named. */
  async empty(names) {
    const tables = await this.#tablesOf(names);
    return this.setAside(tables, () => deleteRows(this.#db, tables));
  }
  /** Deletes all rows, for good. */
  async emptyAll() {
    await this.#asOwner(async () => deleteRows(this.#db, await this.#tablesOf("all")));
    this.#rows.forget();
  }
  /** Drops the indexes that a failed CONCURRENTLY left behind. */
  async dropInvalid() {
    await this.#asOwner(() => dropInvalidIndexes(this.#db, this.#existed));
  }
  async #tablesOf(names) {
    if (names !== "all") return resolveNames(this.#db, names);
    return [...this.#relations.values()].filter(({ kind }) => kind === "table" || kind === "materialized view").map(({ oid }) => oid);
  }
  #heed({ relations }, parsed) {
    const filled = this.#filled;
    if (filled === null || needsNoRows(parsed)) return;
    this.#missed ||= relations.some(
      ({ oid, kind, existed }) => kind === "table" && existed && !filled.has(oid)
    );
  }
  #marked(relations) {
    return relations.map((one) => ({ ...one, existed: this.#existed.has(one.oid) }));
  }
  #remember(relations) {
    for (const relation of relations) {
      if (!isOfRehearsal(relation.name)) this.#relations.set(relation.oid, relation);
    }
  }
  /** Another file means that it was written anew, unless the statement only empties tables. */
  #seen({ relations }, { type }) {
    const none = { rewrites: [], builds: [] };
    if (type === "TruncateStmt") return none;
    const files = new Set([...this.#relations.values()].map(({ file }) => file));
    const fresh = relations.filter(({ file }) => file !== 0 && !files.has(file));
    const rewrites = fresh.filter(
      ({ oid, kind }) => kind !== "index" && kind !== "sequence" && this.#relations.has(oid)
    );
    const builds = fresh.flatMap((index) => {
      const table = index.tableOid === null ? void 0 : this.#find(index.tableOid, relations);
      return index.kind === "index" && table ? [{ index: plain3(index), table }] : [];
    });
    return { rewrites: rewrites.map(plain3), builds };
  }
  #find(oid, relations = []) {
    const found = this.#relations.get(oid) ?? relations.find((one) => one.oid === oid);
    return found && plain3(found);
  }
  #locksOf(locks, relations = []) {
    return [...locks].flatMap(([oid, mode]) => {
      const relation = this.#find(oid, relations);
      if (relation === void 0 || isOfRehearsal(relation.name)) return [];
      return [{ relation, mode, documented: false }];
    });
  }
  async #dropsOf({ messages }) {
    const tables = new Map(
      [...this.#relations.values()].map(({ name, table }) => [name, table])
    );
    const drops = await this.#asOwner(() => this.#readDrops(messages));
    return withoutParts(drops, (index) => tables.get(index) ?? null);
  }
  /** `DROP INDEX CONCURRENTLY` fires no event trigger. */
  #indexesGone({ type }, now) {
    return type === "DropStmt" ? indexesGone([...this.#relations.values()], now) : [];
  }
  #withTable(index) {
    const table = index.tableOid === null ? void 0 : this.#find(index.tableOid);
    return table === void 0 ? [plain3(index)] : [plain3(index), table];
  }
  /** What it read and no longer holds: a block took it back. */
  #released(counts, { locks }) {
    return [...counts].flatMap(([oid, { scans }]) => {
      return scans > 0 && !locks.has(oid) ? this.#relations.get(oid) ?? [] : [];
    });
  }
  async #rowsOf({ before, parsed }, counts, altered3) {
    const named2 = mayChange(parsed) !== "all" || !isQuery(parsed);
    const tables = before.watched.filter(
      (oid) => named2 || altered3.has(oid) || isWritten(counts.get(oid))
    );
    const find = (oid) => this.#find(oid);
    return this.#asOwner(() => this.#rows.effects({ tables, counts, find, inside: this.#open }));
  }
};
var documented = (parsed, traces) => documentedModes(parsed, traces).map(([relation, mode]) => ({ relation, mode, documented: true }));
var isQuery = ({ type }) => /^(?:Select|Insert|Update|Delete|Merge)Stmt$/.test(type);
var alterable = ({ locks }) => [...locks].filter(([, mode]) => mode === "ACCESS EXCLUSIVE").map(([oid]) => oid);
function unobservedBy({ type, node }, stubbed) {
  const { extname } = node;
  return type === "CreateExtensionStmt" && typeof extname === "string" && stubbed.includes(extname) ? `the extension ${extname} is not available here` : null;
}

// src/rehearse/session.ts
var SAVEPOINT = "plumbline_statement";
var WATCHING = `set local client_min_messages = debug1; set local enable_seqscan = off; set local jit = off`;
var ZONE = `set timezone = 'America/Los_Angeles'`;
var REFUSED_IN_TRANSACTION = ["25001", "2D000"];
var UNCOMMITTED = "55P04";
var Session = class _Session {
  #db;
  #observer;
  #options;
  #eases;
  #assumed = /* @__PURE__ */ new Set();
  /** Number of the transaction that is open. */
  #open = null;
  #transactions = 0;
  #stopped = false;
  /** Whether the transaction has seen settings only. */
  #fresh = true;
  constructor(db, observer, options) {
    this.#db = db;
    this.#observer = observer;
    this.#options = options;
    this.#eases = new Eases(observer, options.removeEdgeRows);
  }
  /** Begins on a database whose tables hold rows already. */
  static async open(db, options, removeEdgeRows) {
    await db.exec(ZONE);
    return new _Session(db, await Observer.open(db, options.filled ?? null), {
      ...options,
      removeEdgeRows
    });
  }
  /** True after a statement that can't be got past: nothing that follows it would be true. */
  get stopped() {
    return this.#stopped;
  }
  /** Whether a statement reached a table that got no rows, though it might do something else on rows. */
  get missed() {
    return this.#observer.missed;
  }
  /** Runs the statements of one migration; `wrapped` where the tool opens a transaction for them. */
  async run(statements2, wrapped) {
    const { transactions } = this.#options;
    if (wrapped && this.#open === null) await this.#begin();
    if (!wrapped) await this.#commit();
    const traced = [];
    for (const statement of await judge(statements2)) {
      traced.push(await this.#statement(statement));
      if (this.#stopped) break;
    }
    if (transactions !== "one for all" || !wrapped) attachFailure(traced, await this.#commit());
    if (!this.#stopped) await this.#db.exec(`${this.#observer.leaving}; reset all; ${ZONE}`);
    return traced;
  }
  /** Commits what is still open, the last of these statements in it. */
  async end(traced) {
    attachFailure(traced, await this.#commit());
  }
  async #statement(statement) {
    const { sql, effect } = statement;
    if (effect === "begins" || effect === "ends" || effect === "chains") {
      return this.#control(statement);
    }
    const parsed = await parseStatement(sql);
    if (isSavepoint(parsed)) return this.#marking(statement, parsed);
    if (isFirstSetting(parsed, this.#fresh)) return this.#unlooked(statement, parsed);
    this.#fresh &&= parsed.type === "VariableSetStmt";
    await this.#eases.putBack(parsed);
    if (effect === "refuses") return this.#refusing(statement, parsed);
    const single = this.#open === null;
    if (single) await this.#begin();
    const traced = await this.#observed(statement, parsed, single);
    if (!single) return traced;
    const failure = await this.#commit();
    return failure === null ? traced : withFailure(traced, failure);
  }
  /** `BEGIN` and `COMMIT` that the file itself has. */
  async #control({ sql, place, effect }) {
    const inside = this.#open;
    const before = await this.#observer.before({ type: "", node: {}, names: [] });
    const watched = await this.#db.watch(sql);
    this.#fresh = true;
    if (effect === "begins" && inside === null) this.#open = ++this.#transactions;
    if (effect === "ends") this.#open = null;
    if (effect === "chains") this.#open = ++this.#transactions;
    if (this.#open !== inside) this.#observer.turn(this.#open !== null);
    const statement = { sql, place, transaction: inside };
    const outcome = passed(watched.error);
    return this.#observer.unchanged({ ...statement, ms: watched.ms, outcome }, before);
  }
  /** `SAVEPOINT` and what goes back to it: inside of a savepoint of ours it would be gone with that. */
  async #marking({ sql, place }, parsed) {
    const before = await this.#observer.before(parsed);
    const watched = await this.#db.watch(sql);
    const transaction = this.#open;
    if (watched.error !== null) this.#stopped = true;
    else if (parsed.node["kind"] === "TRANS_STMT_ROLLBACK_TO") {
      this.#eases.rewound();
      await this.#observer.rewound();
    }
    const statement = { sql, place, transaction, ms: watched.ms, outcome: passed(watched.error) };
    return this.#observer.unchanged(statement, before);
  }
  /** What only the first statement of a transaction may be passes: looks at the database came before it. */
  async #unlooked({ sql, place }, parsed) {
    const before = await this.#observer.before(parsed);
    const statement = { sql, place, transaction: this.#open, ms: 0, outcome: passed(null) };
    return this.#observer.unchanged(statement, before);
  }
  /** A statement in the open transaction; one that is only opened to look at it (`own`) refuses nothing. */
  async #observed({ sql, place }, parsed, own) {
    const { watched, outcome, before, transaction, sight } = await this.#attempts(sql, parsed);
    const { error } = watched;
    const statement = { sql, place, transaction, ms: watched.ms, outcome };
    if (sight !== null) {
      this.#eases.passed(parsed);
      return this.#observer.after(statement, { before, parsed, watched }, sight);
    }
    if (error !== null && REFUSED_IN_TRANSACTION.includes(error.code)) {
      return this.#alone({ sql, place }, parsed, own ? passed(null) : outcome);
    }
    this.#stopped = true;
    return this.#observer.unchanged(statement, before);
  }
  /** What a transaction refuses fails where the tool opens one; it is then run alone, to go on. */
  async #refusing(statement, parsed) {
    if (this.#open === null) return this.#alone(statement, parsed, passed(null));
    await this.#savepoint();
    const { error } = await this.#db.watch(statement.sql);
    await this.#undo();
    return this.#alone(statement, parsed, passed(error));
  }
  async #alone({ sql, place }, parsed, refused) {
    const reopen = this.#open !== null;
    await this.#commit();
    const { watched, outcome, before } = await this.#attemptsAlone(sql, parsed);
    const statement = {
      ...{ sql, place, transaction: null, ms: watched.ms },
      outcome: refused.error === null ? outcome : refused
    };
    if (watched.error !== null) this.#stopped = true;
    const traced = watched.error === null ? await this.#observer.afterAlone(statement, { before, parsed, watched }) : this.#observer.unchanged(statement, before);
    if (watched.error === null) this.#eases.passed(parsed);
    if (reopen && !this.#stopped) await this.#begin();
    return traced;
  }
  /** With all rows, and with fewer and fewer as long as it fails. */
  async #attempts(sql, parsed) {
    const errors = [];
    for (const ease of this.#eases.for(parsed)) {
      await ease.prepare();
      const attempt3 = await this.#attempt(sql, parsed);
      const { watched } = attempt3;
      const attempted = { ...attempt3, transaction: this.#open };
      const [first = null] = errors;
      if (watched.error === null) return { ...attempted, outcome: outcomeOf(ease.kind, first) };
      errors.push(watched.error);
      const { code } = watched.error;
      const refused = { ...attempted, outcome: outcomeOf("failed", first ?? watched.error) };
      if (ease.last || REFUSED_IN_TRANSACTION.includes(code)) return refused;
      if (code === UNCOMMITTED) return this.#committedFirst(sql, parsed, refused);
    }
    throw new Error("the last attempt is the last");
  }
  /**
   * Runs a statement in a savepoint, once more where it changed rows that were not looked at before (it
   * `went` there). A failure is undone.
   */
  async #attempt(sql, parsed, went) {
    const before = await this.#observer.before(parsed, went);
    await this.#savepoint();
    const watched = await this.#assuming(sql);
    const seen = watched.error === null ? await this.#observer.look(parsed) : null;
    const tables = seen && !went ? this.#observer.unforeseen(before, seen) : [];
    if (seen && tables.length > 0) {
      await this.#undo();
      return this.#attempt(sql, parsed, { tables, before: before.sight, after: seen });
    }
    if (seen === null) await this.#undo();
    else await this.#db.exec(`release savepoint ${SAVEPOINT}`);
    return { watched, before, sight: seen && went ? withLocksOf(went.after, seen) : seen };
  }
  /** To go on, as if what comes before were a migration of its own. */
  async #committedFirst(sql, parsed, attempted) {
    await this.#commit();
    await this.#begin();
    return { ...attempted, ...await this.#attempt(sql, parsed) };
  }
  async #attemptsAlone(sql, parsed) {
    const errors = [];
    for (const ease of this.#eases.for(parsed)) {
      await ease.prepare();
      const before = await this.#observer.beforeAlone(parsed);
      const watched = await this.#db.watch(sql);
      const [first = null] = errors;
      const attempted = { watched, before, sight: null, transaction: null };
      if (watched.error === null) return { ...attempted, outcome: outcomeOf(ease.kind, first) };
      errors.push(watched.error);
      await this.#observer.dropInvalid();
      if (ease.last) return { ...attempted, outcome: outcomeOf("failed", first ?? watched.error) };
    }
    throw new Error("the last attempt is the last");
  }
  /** Provides what hosted services bring along, where the statement fails for lack of it. */
  async #assuming(sql) {
    const watched = await this.#db.watch(sql);
    const assumption = watched.error === null ? null : assumptionFor(watched.error);
    if (assumption === null || this.#assumed.has(assumption.sql)) return watched;
    this.#assumed.add(assumption.sql);
    await this.#undo();
    await this.#db.exec(assumption.sql);
    await this.#savepoint();
    return this.#assuming(sql);
  }
  async #savepoint() {
    await this.#db.exec(`savepoint ${SAVEPOINT}; ${WATCHING}`);
  }
  async #undo() {
    await this.#db.exec(`rollback to savepoint ${SAVEPOINT}; release savepoint ${SAVEPOINT}`);
  }
  async #begin() {
    await this.#db.exec("begin");
    this.#open = ++this.#transactions;
    this.#fresh = true;
    this.#observer.turn(true);
  }
  /** The error of the commit: a deferred constraint, say. */
  async #commit() {
    if (this.#open === null) return null;
    const { error } = await this.#db.watch("commit");
    this.#open = null;
    this.#observer.turn(false);
    if (error !== null) this.#stopped = true;
    return error;
  }
};
var SAVEPOINTS = ["TRANS_STMT_SAVEPOINT", "TRANS_STMT_RELEASE", "TRANS_STMT_ROLLBACK_TO"];
var isSavepoint = ({ type, node }) => type === "TransactionStmt" && SAVEPOINTS.includes(String(node["kind"]));
var isFirstSetting = ({ type, node }, fresh) => fresh && type === "VariableSetStmt" && node["name"] === "TRANSACTION";
var passed = (error) => outcomeOf(error === null ? "passed" : "failed", error);
function outcomeOf(kind, error) {
  return { kind, error: error === null ? null : fieldsOf(error) };
}
var fieldsOf = ({ code, message, detail, hint }) => ({
  code,
  message,
  detail,
  hint
});
var withFailure = (traced, error) => ({
  ...traced,
  outcome: outcomeOf("depends on data", error)
});
function attachFailure(traced, error) {
  const last = traced.at(-1);
  if (error !== null && last !== void 0) traced.splice(-1, 1, withFailure(last, error));
}

// src/rehearse/rehearse.ts
var ROWS = 50;
async function rehearse(open, migrations, options) {
  const statements2 = await statementsOf(migrations.flatMap((one) => one.statements));
  const first = await open();
  try {
    const reached = await reachedTables(first, statements2);
    const { trace, missed } = await rehearseOn(first, migrations, { ...options, only: reached });
    if (!missed) return trace;
  } finally {
    await first.close();
  }
  const second = await open();
  try {
    return (await rehearseOn(second, migrations, { ...options, only: null })).trace;
  } finally {
    await second.close();
  }
}
async function rehearseOn(db, migrations, options) {
  const { except, only } = options;
  const wanted = only === null ? { except } : { except, only };
  const { ordinary, edge } = await seedBoth(db, { rows: ROWS, ...wanted });
  const session = await Session.open(db, { ...options, filled: only }, (oids) => {
    const marks = edge.marks.filter(({ oid }) => oids === null || oids.includes(oid));
    return removeRows(db, { marks });
  });
  const traced = [];
  let last = [];
  for (const migration of migrations) {
    const { name, file, statements: statements2 } = migration;
    const ran = await session.run(await statementsOf(statements2), isWrapped(migration, options));
    traced.push({ name, file, statements: ran });
    if (ran.length > 0) last = ran;
    if (session.stopped) break;
  }
  await session.end(last);
  const unfilled = ordinary.unfilled.map(({ schema, name, reason }) => {
    return { table: `${schema}.${name}`, reason };
  });
  return { trace: { migrations: traced, unfilled }, missed: session.missed };
}
function isWrapped({ transaction }, { transactions }) {
  return transaction ?? transactions !== "none";
}
async function statementsOf(texts2) {
  const all2 = [];
  for (const text3 of texts2) {
    for (const { sql, offset } of await splitStatements(text3.sql)) {
      all2.push({ sql, place: placeAt(text3, offset) });
    }
  }
  return all2;
}

// src/plan/observe.ts
var SAVEPOINT2 = "plumbline_observe";
function observe(db, plan2, actual) {
  return db.scratch(async () => {
    const rewrites = /* @__PURE__ */ new Set();
    for (const step of plan2.up) {
      const table = tableOfNewPart(step, plan2.expected, actual);
      const before = table && await fileOf(db, table);
      await attempt(db, step);
      if (table && before !== await fileOf(db, table)) rewrites.add(step.change);
    }
    return { rewrites, partitionConstraints: await partitionConstraints(db, plan2.expected) };
  });
}
async function attempt(db, { sql }) {
  await db.exec(`savepoint ${SAVEPOINT2}`);
  const { ok } = await db.run([sql]);
  await db.exec(`${ok ? "release" : "rollback to"} savepoint ${SAVEPOINT2}`);
}
function tableOfNewPart({ change }, expected, actual) {
  const part3 = expected.objects.get(change);
  if (!part3?.part || part3.parent === null || actual.objects.has(change)) return void 0;
  const table = actual.objects.get(part3.parent);
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
      ({ schema, name, text: text3 }) => text3 === null ? [] : [[objectId("table", schema, name), text3]]
    )
  );
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

// src/migrations/safe-forms.ts
function wantedForms(judged) {
  const tried = judged.filter(isToBeTried);
  const origins = [
    ...tried.filter(({ safeFor }) => safeFor === "plan"),
    ...tried.filter(({ safeFor }) => safeFor !== "plan")
  ];
  return new Map(origins.map((one) => [keyOf3(one.statement.place), one.safeFor]));
}
async function findSafeForms(wanted, statements2, { open, ...setting }) {
  if (wanted.size === 0) return /* @__PURE__ */ new Map();
  const database = await open();
  try {
    const forms = await safeForms(database, statements2, {
      ...setting,
      wanted: ({ place }) => wanted.get(keyOf3(place)) ?? null
    });
    return new Map([...forms].map(([{ place }, safe]) => [keyOf3(place), safe]));
  } finally {
    await database.close();
  }
}
function withForms(judged, forms) {
  return judged.map(
    (one) => isToBeTried(one) ? { ...one.finding, safe: forms.get(keyOf3(one.statement.place)) ?? [] } : one.finding
  );
}
var keyOf3 = ({ file, line, column }) => `${file}:${String(line)}:${String(column ?? 1)}`;
function isToBeTried({ statement, safeFor, spans }) {
  if (safeFor === "plan") return true;
  const own = safeFor.filter((text3) => !/^(?:--|SET )/.test(text3));
  return !spans && own.length > 0 && own.join("") !== ended(statement.sql);
}
async function safeForms(database, statements2, options) {
  const found = /* @__PURE__ */ new Map();
  const last = statements2.findLastIndex((one) => options.wanted(one) !== null);
  const inUse = new Set(options.base.objects.keys());
  let before = options.base;
  for (const statement of statements2.slice(0, last + 1)) {
    const origin = options.wanted(statement);
    if (origin === null) {
      if (!(await database.run([statement.sql])).ok) break;
      before = null;
      continue;
    }
    before ??= await options.read(database);
    const form = await safeForm(database, { statement, origin, before, inUse, options });
    if (form === null) break;
    if (form.safe !== null) found.set(statement, form.safe);
    before = form.after;
  }
  return found;
}
async function safeForm(database, wanted) {
  const { statement, origin, before, inUse, options } = wanted;
  const { version, lockTimeout, read } = options;
  const desired = await database.scratch(
    async () => (await database.run([inTransaction(statement)])).ok ? read(database) : null
  );
  if (desired === null) return null;
  const form = origin === "plan" ? await planned(database, { statement, before, desired }, { inUse, version, lockTimeout }) : [...origin];
  const plain4 = async () => (await database.run([statement.sql])).ok ? { safe: null, after: desired } : null;
  if (form === null) return plain4();
  const ran = await runForm(database, form);
  const after = await read(database);
  if (ran && diff(after, desired, { traits }).length === 0) return { safe: form, after };
  if (diff(after, before, { traits }).length === 0) return plain4();
  return ran && origin !== "plan" ? tidied(database, { form, after, desired, read }) : null;
}
var inTransaction = ({ sql }) => /^\s*(?:create|drop|reindex)\b/i.test(sql) ? sql.replace(/\bconcurrently\b/i, "") : sql;
async function tidied(database, { form, after, desired, read }) {
  const left = diff(after, desired, { traits });
  const plan2 = planChanges(left, { actual: after, desired }, {});
  const rest = plan2.up.map(({ sql }) => sql);
  if (plan2.manual.length > 0 || !await runForm(database, rest)) return null;
  const end = await read(database);
  const isSame = diff(end, desired, { traits }).length === 0;
  return isSame ? { safe: [...form, NEXT, ...rest], after: end } : null;
}
async function runForm(database, form) {
  for (const { statements: statements2, transaction } of migrationsIn(form)) {
    const { ok } = await database.run(
      transaction ? ["begin", ...statements2, "commit"] : [...statements2]
    );
    if (ok) continue;
    if (transaction) await database.exec("rollback");
    return false;
  }
  return true;
}
function migrationsIn(form) {
  const migrations = [];
  for (const text3 of form) {
    const current = migrations.at(-1);
    if (text3 === NEXT || text3 === ALONE) {
      migrations.push({ statements: [], transaction: text3 === NEXT });
    } else if (current === void 0) {
      migrations.push({ statements: [text3], transaction: !/\bconcurrently\b/i.test(text3) });
    } else current.statements.push(text3);
  }
  return migrations;
}
async function planned(database, transition, online) {
  const plan2 = await planOnline(database, transition, online);
  return plan2 === null || isPlain(plan2, transition.statement) ? null : inMigrations(plan2);
}
async function planOnline(database, { before, desired }, online) {
  const transition = { actual: before, desired };
  const changes = diff(before, desired, { traits });
  const { changes: own, respelled } = await settle(database, changes, transition);
  const simple = planChanges(own, transition, { respelled });
  if (simple.manual.length > 0) return null;
  const facts = await observe(database, simple, before);
  return planChanges(own, transition, { respelled, online: { ...online, facts } });
}
function isPlain({ up }, { sql }) {
  if (up.length > 1 && /^\s*(?:drop|alter)\b[\s\S]*\bcascade\b/i.test(sql)) return false;
  return up.every(
    ({ migration, transaction }) => migration === up[0]?.migration && transaction !== "never"
  );
}
function inMigrations({ up }) {
  return migrationsOf(up).flatMap(({ steps: steps2, transactional }, index) => {
    const texts2 = steps2.map(({ sql }) => sql);
    const parted = index === 0 ? [] : [NEXT];
    return transactional ? [...parted, ...texts2] : [ALONE, ...texts2];
  });
}

// src/migrations/table-sizes.ts
var STALE_DAYS = 90;
function readSizes(revision, project, today) {
  const file = project.stats ?? DEFAULT_STATS;
  if (!revision.isFile(file)) {
    if (project.stats === void 0) return { sizes: null, findings: [] };
    return unread(file, "there is no such file; `plumbline stats` writes it");
  }
  const text3 = readIfReadable(revision, file);
  const stats = text3 === null ? { problem: "it is no text" } : parseStats(text3);
  if ("problem" in stats) return unread(file, stats.problem);
  const days = daysBetween(stats.date, today);
  return { sizes: sizesOf(stats), findings: days > STALE_DAYS ? [stale(file, stats, days)] : [] };
}
function sizesOf({ tables }) {
  return new Map(
    Object.entries(tables).map(([name, { indexes, ...size }]) => {
      return [name, { ...size, indexes: new Map(Object.entries(indexes)) }];
    })
  );
}
var DAY_MS = 864e5;
var daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
function unread(file, problem) {
  const finding4 = {
    rule: "stats-unreadable",
    severity: "warning",
    hazard: "configuration",
    message: `${file} can't be read, so every table counts as a large one: ${problem}.`,
    file,
    line: 1
  };
  return { sizes: null, findings: [finding4] };
}
function stale(file, { date }, days) {
  return {
    rule: "stats-stale",
    severity: "note",
    hazard: "configuration",
    message: `The sizes of tables are of ${date}, ${String(days)} days ago. Read them again with \`plumbline stats\`.`,
    file,
    line: 1
  };
}

// src/migrations/rehearsal.ts
async function beginRehearsal(workspace, database, options) {
  const { project, migrations, added, base, history } = options;
  const templates = added.flatMap(({ statements: statements2, down }) => [...statements2, ...down?.statements ?? []]).some(({ sql }) => mayNeedTemplates(sql));
  const before = history.diverged && base !== null ? await ofBase(workspace, base, templates) : { snapshot: await database.snapshot({ templates }), schema: options.shared };
  if (before === null) return null;
  const trace = workspace.clock.beside("rehearsal", run(workspace, before.snapshot, options));
  trace.catch(() => void 0);
  const { snapshot, schema } = before;
  const shared = openedOnce(() => workspace.databases.copy(snapshot));
  return { project, migrations, added, trace, snapshot, base: schema, before: shared };
}
function beginForms(workspace, begun, head) {
  const forms = workspace.clock.beside("safe forms", formsFor(workspace, begun, head));
  forms.then(begun.before.get).catch(() => void 0);
  return { ...begun, forms };
}
async function formsFor(workspace, begun, head) {
  const { project, migrations, added, snapshot, base } = begun;
  const wanted = wantedForms(await judgeTrace(workspace, begun, { head, used: null }));
  const statements2 = await statementsOf(added.flatMap((migration) => migration.statements));
  return findSafeForms(wanted, statements2, {
    ...onlineSettings(project),
    ...{ base, open: () => workspace.databases.copy(snapshot) },
    read: (database) => introspect(database, { exclude: [migrations.bookkeeping] })
  });
}
function openedOnce(open) {
  let opened = null;
  return {
    get: () => opened ??= open(),
    close: async () => {
      await opened?.then(
        (database) => database.close(),
        () => void 0
      );
    }
  };
}
async function ofBase({ databases }, { migrations }, templates) {
  const database = await databases.take();
  try {
    const { failure } = await replay(database, migrations.migrations);
    if (failure !== null) return null;
    const schema = await readActual(database, migrations);
    return { snapshot: await database.snapshot({ templates }), schema };
  } finally {
    await database.close();
  }
}
function run({ databases }, snapshot, { migrations, added }) {
  const { bookkeeping, transactions } = migrations;
  const books = objectId("table", bookkeeping.schema, bookkeeping.table);
  return rehearse(() => databases.copy(snapshot), added, { transactions, except: [books] });
}
async function precedentOf({ migrations, transactions }, added) {
  for (const migration of migrations) {
    if (added.includes(migration) || !isWrapped(migration, { transactions })) continue;
    const texts2 = migration.statements.filter(
      ({ sql }) => /\bconcurrently\b|\bcommit\b/iu.test(sql)
    );
    if (texts2.some(({ sql }) => /\bcommit\b/iu.test(sql))) continue;
    for (const { sql } of await statementsOf(texts2)) {
      if (isConcurrent({ tree: await parseTree(sql) })) return migration.name;
    }
  }
  return null;
}
async function judgeRehearsal(workspace, rehearsal, surroundings) {
  const { project, added } = rehearsal;
  const { clock: clock2, progress, configured, today } = workspace;
  progress.phase("rehearsing", `${project.id}: ${String(added.length)} new`);
  const trace = await rehearsal.trace;
  clock2.lap("wait for rehearsal");
  const judged = await judgeTrace(workspace, rehearsal, surroundings);
  clock2.lap("rules");
  const forms = await rehearsal.forms;
  clock2.lap("wait for safe forms");
  return {
    trace,
    findings: [...withForms(judged, forms), ...readSizes(configured, project, today).findings]
  };
}
async function judgeTrace(workspace, rehearsal, { head, used }) {
  const { project, migrations, added, base } = rehearsal;
  const wrapped = added.filter((migration) => isWrapped(migration, migrations));
  return judge2(
    {
      ...{ trace: await rehearsal.trace, base, head: head ?? base, used },
      precedent: await precedentOf(migrations, added),
      postgres: project.postgres ?? null,
      sizes: readSizes(workspace.configured, project, workspace.today).sizes,
      wrapped: new Set(wrapped.map(({ name }) => name))
    },
    settingsOf(project, workspace.today)
  );
}

// src/migrations/built.ts
async function beginBuilding(workspace, options) {
  const actual = await workspace.databases.take();
  const running = workspace.clock.beside("migrations", build(workspace, actual, options));
  running.catch(() => void 0);
  return { actual, running };
}
async function build(workspace, database, options) {
  const { migrations, history, added } = options;
  const first = await replay(database, history.shared);
  const nothing = { replayed: first, atHead: null, atBase: null, rehearsal: null };
  if (first.failure !== null) return nothing;
  const atBase = await readActual(database, migrations);
  if (history.rest.length === 0) return { ...nothing, atHead: atBase, atBase };
  const begun = added.length === 0 ? null : await beginRehearsal(workspace, database, { ...options, shared: atBase });
  const second = await replay(database, history.rest);
  const replayed = {
    applied: first.applied + second.applied,
    failure: second.failure,
    assumed: [...first.assumed, ...second.assumed]
  };
  const atHead = second.failure === null ? await readActual(database, migrations) : null;
  const rehearsal = begun === null ? null : beginForms(workspace, begun, atHead);
  return { replayed, atHead, atBase, rehearsal };
}

// src/migrations/history.ts
async function judgeHistory(options) {
  const { base, head } = options;
  const changed = await changesOf2(base, head);
  if (isReplaced(base, head) && changed.renamed.length === 0) return deleted(changed, true);
  return [
    ...await edited(changed, options),
    ...renamed2(changed, options),
    ...deleted(changed),
    ...retimed(options),
    ...overtaken(options, changed.fresh),
    ...numberedAlike(head, changed.fresh)
  ];
}
function isReplaced(base, head) {
  const gone = newIn(base, head).length;
  return gone > 0 && gone === base.migrations.length && head.migrations.length > 0;
}
function newIn(one, other) {
  const known = new Set(other.migrations.map(({ name }) => name));
  return one.migrations.filter(({ name }) => !known.has(name));
}
async function changesOf2(base, head) {
  const byName = new Map(head.migrations.map((one) => [one.name, one]));
  const fresh = [...newIn(head, base)];
  const edits = [];
  const renames = [];
  const gone = [];
  for (const before of base.migrations) {
    const after = byName.get(before.name);
    if (after !== void 0) {
      if (after.hash === before.hash || after.repeatable === true) continue;
      edits.push({ migration: after, ...await differenceOf(before, after) });
      continue;
    }
    const twin = await twinOf(before, fresh);
    if (twin === null) gone.push(before);
    else {
      renames.push([before, twin]);
      fresh.splice(fresh.indexOf(twin), 1);
    }
  }
  return { edited: edits, renamed: renames, deleted: gone, fresh };
}
async function twinOf(before, fresh) {
  for (const one of fresh) {
    if (one.hash === before.hash) return one;
    if (one.statements.length > 0 && (await differenceOf(before, one)).place === null) return one;
  }
  return null;
}
async function differenceOf(before, after) {
  const [old, now] = [await meaningsOf(before), await meaningsOf(after)];
  const at3 = now.findIndex(({ meaning }, index) => meaning !== old[index]?.meaning);
  if (at3 === -1 && now.length === old.length) return { place: null, writes: false };
  const place = now[at3 === -1 ? now.length - 1 : at3]?.place ?? { file: after.file, line: 1 };
  return {
    place,
    writes: [...without(old, now), ...without(now, old)].some(({ writes }) => writes)
  };
}
function without(ones, others) {
  const known = new Set(others.map(({ meaning }) => meaning));
  return ones.filter(({ meaning }) => !known.has(meaning));
}
var DEFINES = /^(?:Create(?!TableAs)|Alter|Drop|Define|Index|View|Comment|Grant|Rename|Rule|Composite|Variable)/;
var WRITES = /(?<!\bon )\b(?:insert|update|delete|merge|copy|truncate|execute|perform|call|select)\b/i;
async function meaningsOf({ statements: statements2 }) {
  const meanings = [];
  for (const { sql, place } of await statementsOf(statements2)) {
    const { type, node } = await parseStatement(sql);
    const text3 = sql.trim().replaceAll(/\s+/gu, " ");
    const said = JSON.stringify(
      node,
      (key, value) => key === "location" || key.endsWith("_location") ? void 0 : value
    );
    const writes = type === "DoStmt" ? WRITES.test(text3) : !DEFINES.test(type);
    meanings.push({ meaning: type === "" ? text3 : `${type} ${said}`, place, writes });
  }
  return meanings;
}
function finding(rule, severity, { migration, place, message }) {
  const { file, line } = place ?? { file: migration.file, line: 1 };
  return { rule, severity, hazard: "drift", message, file, line, migration: migration.name };
}
var SEVERITIES = { refused: "error", warned: "warning" };
var CONSEQUENCES = {
  refused: "its migrator compares what it ran, and stops where that was edited. Put it back",
  warned: "its migrator compares what it ran, and warns of an edit",
  unseen: "a migrator that compares the hash of what it ran takes it for an edit"
};
async function edited({ edited: edits }, { head: { ofEdits }, endsAlike }) {
  const others = edits.some(({ place, writes }) => place !== null && !writes);
  const alike = others && await endsAlike();
  const severity = ofEdits === void 0 ? "note" : SEVERITIES[ofEdits];
  const consequence = CONSEQUENCES[ofEdits ?? "unseen"];
  return edits.map(
    ({ migration, place, writes }) => place === null || alike && !writes ? finding("migration-touched", severity, {
      ...{ migration, ...place === null ? {} : { place } },
      message: `${migration.name} ${place === null ? "does what it did" : "is another than on base, and the same schema comes of it"}, but its text is another: ${consequence}.`
    }) : finding("migration-edited", "error", {
      ...{ migration, place },
      message: `Base has ${migration.name} already, and this statement of it is another there. Databases that ran it will not run it again: put it back as it was, and write the change as a new migration.`
    })
  );
}
function renamed2({ renamed: pairs }, { pending }) {
  return pairs.map(([before, after]) => {
    const again = pending === null || pending.some(({ name }) => name === after.name);
    const consequence = again ? "A database that ran it under its old name runs it again. Give it its name back." : "Its migrator does not go by the name, and will not run it again.";
    return finding("migration-renamed", pending === null ? "warning" : again ? "error" : "note", {
      migration: after,
      message: `Base has this migration as ${before.name}. ${consequence}`
    });
  });
}
var NAMED2 = 5;
function deleted({ deleted: gone, fresh }, replaced2 = false) {
  const [first] = gone;
  if (first === void 0) return [];
  const names = namesOf2(gone);
  if (replaced2) {
    return [
      finding("migration-deleted", "error", {
        migration: first,
        message: `Base has ${names}, and here all of its migrations are gone, with ${namesOf2(fresh)} in their place: a database that ran the old ones never runs the new ones, or fails at what is there already. Put the old ones back; if they are to be replaced, tell every database that the new ones are applied.`
      })
    ];
  }
  return [
    finding("migration-deleted", "error", {
      migration: first,
      message: `Base has ${names}, and here ${gone.length === 1 ? "it is" : "they are"} gone: a new database is built without what ran everywhere else. Put ${gone.length === 1 ? "it" : "them"} back, and take back what ${gone.length === 1 ? "it" : "they"} did in a new migration.`
    })
  ];
}
function namesOf2(migrations) {
  const names = migrations.slice(0, NAMED2).map(({ name }) => name);
  const more = migrations.length > NAMED2 ? ` and ${String(migrations.length - NAMED2)} more` : "";
  return `${names.join(", ")}${more}`;
}
function retimed({ base, pending }) {
  const known = new Set(base.migrations.map(({ name }) => name));
  return (pending ?? []).filter(({ name, repeatable }) => known.has(name) && repeatable !== true).map(
    (migration) => finding("migration-runs-again", "error", {
      migration,
      message: `A database that has base's migrations runs ${migration.name} again: its migrator goes by the time that is recorded for it, which is later here. Give it the time it has on base.`
    })
  );
}
function overtaken({ base, head, pending }, fresh) {
  const known = new Set(base.migrations.map(({ name }) => name));
  const last = head.migrations.findLastIndex(
    ({ name, repeatable }) => known.has(name) && repeatable !== true
  );
  const newest = head.migrations[last];
  return fresh.flatMap((migration) => {
    if (migration.baseline || migration.repeatable === true) return [];
    if (pending !== null && !pending.some(({ name }) => name === migration.name)) {
      return [skipped(migration, "base")];
    }
    if (newest === void 0 || head.migrations.indexOf(migration) > last) return [];
    return [
      finding("migration-out-of-order", "warning", {
        migration,
        message: `${migration.name} comes before ${newest.name}, which base has already: a new database runs it before that, all others after it${pending === null ? ", or never" : ""}. Name it so that it comes last.`
      })
    ];
  });
}
function skipped(migration, branch) {
  return finding("migration-skipped", "error", {
    migration,
    message: `A database that has the migrations of ${branch} never runs ${migration.name}: its migrator runs what comes after the latest there, by the time or number of each, and this one doesn't. Generate it anew, or give it a later one.`
  });
}
function numberedAlike({ migrations }, fresh) {
  return fresh.flatMap((migration) => {
    const number = numberOf2(migration);
    if (number === null) return [];
    const twin = migrations.find(
      (one) => one.name !== migration.name && numberOf2(one) === number && earlier(one, migration, fresh)
    );
    if (twin === void 0) return [];
    return [
      finding("migration-number-taken", "warning", {
        migration,
        message: `${migration.name} has the number ${number}, and so has ${twin.name}: which comes first is left to the rest of their names. Give the new one the next number.`
      })
    ];
  });
}
function earlier(one, other, fresh) {
  const at3 = fresh.indexOf(one);
  return at3 === -1 || at3 < fresh.indexOf(other);
}
function numberOf2({ name, repeatable }) {
  if (/^\d{4}([-_.])\d\d\1\d\d(?!\d)/u.test(name)) return null;
  const digits = /^(\d+(?:\.\d+)*)(?=[_.-]|$)/u.exec(name)?.[1];
  return repeatable === true || digits === void 0 ? null : digits.replace(/^0+(?=\d)/u, "");
}

// src/migrations/pending.ts
async function pendingAfter(database, applied, next) {
  const { ledger: before } = applied;
  const { ledger: after } = next;
  if (before === null || after === null) return null;
  return database.scratch(async () => {
    for (const sql of before.create) await database.exec(sql);
    for (const migration of applied.migrations) {
      const { sql, parameters } = before.record(migration);
      await database.query(sql, parameters);
    }
    for (const sql of after.create) await database.exec(sql);
    return after.pending(await database.query(after.read));
  });
}

// src/migrations/merge.ts
async function judgeMerge(options) {
  const { base, head, tip, branch, open } = options;
  const known = new Set([...base.migrations, ...head.migrations].map(({ name }) => name));
  const theirs = tip.migrations.filter(({ name }) => !known.has(name));
  const others = new Set([...base.migrations, ...tip.migrations].map(({ name }) => name));
  const ours = head.migrations.filter(({ name }) => !others.has(name));
  if (theirs.length === 0 || ours.length === 0) return [];
  const lost = await withDatabase(open, async (database) => {
    const pending = await pendingAfter(database, tip, head);
    const before = await pendingAfter(database, base, head);
    return ours.filter((one) => !includes(pending, one) && includes(before, one));
  });
  const rewritten2 = newIn(base, head).length > 0 || newIn(base, tip).length > 0;
  return [
    ...lost.map((one) => skipped(one, branch)),
    ...numberedAlike({ migrations: theirs }, ours),
    ...rewritten2 ? [] : await conflicts({ ...options, theirs, ours })
  ];
}
var includes = (list, { name }) => list === null || list.some((one) => one.name === name);
async function withDatabase(open, work) {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
async function conflicts(both) {
  const { head, open, theirs, ours } = both;
  const [first] = ours;
  if (first === void 0) return [];
  const run2 = (migrations) => withDatabase(open, (database) => inOrder2(database, head, migrations));
  const after = await run2([...theirs, ...ours]);
  if ("failure" in after) return failedAfter(after.failure, both);
  const before = await run2([...ours, ...theirs]);
  const { branch } = both;
  const names = theirs.map(({ name }) => name).join(", ");
  if ("failure" in before) {
    return [
      conflict(first, "warning", {
        line: 1,
        message: `It goes together with what ${branch} gained meanwhile (${names}) only in that order. Where it ran before: ${before.failure.message}.`
      })
    ];
  }
  const differences2 = differencesOf(before.schema, after.schema);
  if (differences2.length === 0) return [];
  return [
    conflict(first, "error", {
      line: 1,
      message: `The order decides what becomes of the schema: whether it runs before or after what ${branch} gained meanwhile (${names}) makes a difference to ${differences2.join("; ")}. Bring the branch up to date, and make it say what is wanted.`
    })
  ];
}
function failedAfter(failure, { branch, theirs, ours }) {
  const own = ours.find(({ file }) => file === failure.file);
  if (own === void 0) return [];
  const names = theirs.map(({ name }) => name).join(", ");
  return [
    conflict(own, "error", {
      line: failure.line,
      message: `After what ${branch} gained meanwhile (${names}) this does not run: ${failure.message}. Bring the branch up to date, and write it for what is there then.`
    })
  ];
}
async function inOrder2(database, set, migrations) {
  const { failure } = await replay(database, migrations);
  return failure === null ? { schema: await readActual(database, set) } : { failure };
}
var TOLD2 = 5;
function differencesOf(one, other) {
  const changes = diff(one, other, { traits }).filter(({ weight }) => weight === "substance");
  const told2 = changes.slice(0, TOLD2).map(
    ({ kind, object, op, reason }) => op === "alter" ? `${kind} ${identityOf(object)} (${reason})` : `${kind} ${identityOf(object)}`
  );
  return changes.length > TOLD2 ? [...told2, `${String(changes.length - TOLD2)} more`] : told2;
}
function conflict({ name, file }, severity, { line, message }) {
  return {
    ...{ rule: "merge-conflict", severity, hazard: "failure", message },
    ...{ file, line, migration: name }
  };
}

// src/migrations/branches.ts
async function judgeBranches(workspace, project, { base, head, empty: empty2 }) {
  const before = base.migrations;
  if (sameMigrations(before, head)) return [];
  const open = async () => {
    const database2 = await workspace.databases.take();
    await replay(database2, before.migrations);
    return database2;
  };
  const database = empty2 ?? await workspace.databases.take();
  const pending = await pendingAfter(database, before, head).finally(
    () => empty2 === null ? database.close() : void 0
  );
  const endsAlike = () => buildAlike(workspace, before, head);
  const findings = await judgeHistory({ base: before, head, pending, endsAlike });
  const tip = await migrationsAt(workspace, project);
  if (tip === null) return findings;
  const branch = workspace.tip?.label ?? "base";
  return [...findings, ...await judgeMerge({ base: before, head, tip, branch, open })];
}
async function buildAlike(workspace, base, head) {
  const fresh = newIn(head, base);
  const common = head.migrations.filter((one) => !fresh.includes(one));
  const before = await schemaOf(workspace, base, base.migrations);
  const after = before === null ? null : await schemaOf(workspace, head, common);
  return before !== null && after !== null && diff(before, after, { traits }).length === 0;
}
async function schemaOf({ databases }, { bookkeeping }, migrations) {
  const database = await databases.take();
  try {
    const { failure } = await replay(database, migrations);
    return failure === null ? await introspect(database, { exclude: [bookkeeping] }) : null;
  } finally {
    await database.close();
  }
}
function sameMigrations(one, other) {
  const printOf2 = ({ migrations }) => JSON.stringify(migrations.map(({ name, hash, timestamp }) => [name, hash, timestamp]));
  return printOf2(one) === printOf2(other);
}
async function migrationsAt(workspace, project) {
  const { tip } = workspace;
  if (tip === null) return null;
  const there = await projectAtBase(workspace, tip, project);
  return there === null ? null : toolOf(there).readMigrations(tip, there);
}

// src/migrations/rollback.ts
async function judgeRollback(options) {
  const { migrations } = options;
  const added = options.added.filter((one) => !one.baseline && one.repeatable !== true);
  if (!migrations.downs || added.length === 0) return [];
  const missing = added.filter(({ down }) => down === void 0).map(withoutDown);
  const last = added.findLastIndex(({ down }) => down === void 0);
  const back = added.slice(last + 1);
  const walked = await walk(options, added, back);
  return walked === null ? missing : [...missing, ...walked, ...await lostBy(options, added, back)];
}
async function walk({ migrations, open }, added, back) {
  const database = await open();
  try {
    const before = await upEachOf(database, migrations, added);
    if (before === null) return null;
    const schemas = before.slice(added.length - back.length);
    return await takeBack({ database, migrations, back, before: schemas });
  } finally {
    await database.close();
  }
}
async function upEachOf(database, set, added) {
  const before = [];
  for (const migration of added) {
    before.push(await readActual(database, set));
    const { failure } = await replay(database, [migration]);
    if (failure !== null) return null;
  }
  return before;
}
async function takeBack({ database, migrations, back, before }) {
  const findings = [];
  for (const [at3, migration] of [...back.entries()].reverse()) {
    const { down } = migration;
    const wanted = before[at3];
    if (down === void 0 || wanted === void 0) return findings;
    const { failure } = await replay(database, [downward(migration, down)]);
    if (failure !== null) {
      const message = `Taking it back fails: ${failure.message}`;
      return [...findings, { ...failure, rule: "down-fails", message, migration: migration.name }];
    }
    const left = differencesOf(await readActual(database, migrations), wanted).map(
      (difference) => difference.replaceAll("only in the database", "only afterwards").replaceAll("only in the models", "only before")
    );
    if (left.length > 0) findings.push(incomplete(migration, down, left));
  }
  for (const migration of back) {
    const { failure } = await replay(database, [migration]);
    if (failure === null) continue;
    const message = `Once taken back it does not run again: ${failure.message}`;
    return [
      ...findings,
      { ...failure, rule: "up-fails-again", message, migration: migration.name }
    ];
  }
  return findings;
}
function downward(migration, { file, statements: statements2 }) {
  return { ...migration, file, statements: statements2 };
}
function withoutDown({ name, file }) {
  return finding2("down-missing", "warning", {
    ...{ name, file, line: 1 },
    message: `Nothing takes ${name} back: after a release that must be withdrawn its changes stay. Write its way down.`
  });
}
function incomplete({ name }, { file, statements: statements2 }, left) {
  return finding2("down-incomplete", "warning", {
    ...{ name, file, line: statements2[0]?.place.line ?? 1 },
    message: `Taking ${name} back does not bring back the schema that was; what differs: ${left.join("; ")}.`
  });
}
async function lostBy({ migrations, open }, added, back) {
  const downs = [...back].reverse().flatMap((migration) => {
    const { down } = migration;
    return down === void 0 ? [] : [downward(migration, down)];
  });
  if (downs.length === 0) return [];
  const { bookkeeping, transactions } = migrations;
  const books = objectId("table", bookkeeping.schema, bookkeeping.table);
  const opened = async () => {
    const database = await open();
    await replay(database, added);
    return database;
  };
  const trace = await rehearse(opened, downs, { transactions, except: [books] });
  return trace.migrations.flatMap(lossOf);
}
function lossOf({ name, file, statements: statements2 }) {
  const lost = statements2.flatMap(({ drops, rows }) => [
    ...drops.filter(({ kind }) => kind === "table").map(({ identity }) => `the rows of ${identity}`),
    ...rows.flatMap(({ relation, lost: gone, lostColumns: lostColumns2, changed }) => [
      ...gone > 0 && !drops.some(({ identity }) => identity === relation.name) ? [`rows of ${relation.name}`] : [],
      ...lostColumns2.map(({ column }) => `the values of ${relation.name}.${column}`),
      ...changed.map(({ column }) => `values of ${relation.name}.${column}, which become others`)
    ])
  ]);
  if (lost.length === 0) return [];
  return [
    finding2("down-loses-data", "note", {
      ...{ name, file, line: statements2[0]?.place.line ?? 1 },
      message: `Taking ${name} back loses ${[...new Set(lost)].join(", ")}.`
    })
  ];
}
function finding2(rule, severity, at3) {
  const { name, file, line, message } = at3;
  const hazard = rule === "down-loses-data" ? "data-loss" : "operations";
  return { rule, severity, hazard, message, file, line, migration: name };
}

// src/release/code.ts
function nameOf3({ schema, name }) {
  return `${schema}.${name}`;
}
function columnIn(schema, model, name) {
  return schema.objects.get(objectId("column", model.schema, model.name, name)) ?? null;
}
function placeOf2({ places }, model, column) {
  const own = column === void 0 ? void 0 : places.get(objectId("column", model.schema, model.name, column));
  return own ?? places.get(model.object) ?? null;
}
function textIn(object, name) {
  const value = object?.attributes[name];
  return typeof value === "string" ? value : null;
}
function textsIn(object, name) {
  const value = object?.attributes[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
function fillsItself(column, schema) {
  const { default: own, identity, generated } = column.attributes;
  if ([own, identity, generated].some((one) => one !== null && one !== void 0)) return true;
  return column.needs.some((need) => textIn(domainIn(schema, need), "default") !== null);
}
function domainIn(schema, id) {
  const object = schema.objects.get(id);
  return object?.kind === "domain" ? object : void 0;
}
function typeOf(column, schema, kind) {
  const found = column.needs.map((need) => schema.objects.get(need)).find((it) => it?.kind === kind);
  return found ?? null;
}
function plainQueries(desired) {
  return [...desired.objects.values()].filter(({ kind }) => kind === "table").map((table) => ({
    object: table.id,
    schema: table.schema ?? "public",
    name: table.name,
    inserted: true,
    columns: childrenOf(desired, table.id).filter(({ kind }) => kind === "column").map((column) => ({
      name: column.name,
      insert: insertOf2(column, desired),
      misread: () => null
    }))
  }));
}
function insertOf2(column, schema) {
  if (column.attributes["generated"] !== null) return "never";
  if (fillsItself(column, schema)) return "default";
  return column.attributes["notNull"] === true ? "value" : "any";
}

// src/release/causes.ts
async function actsOf(migrations) {
  const acts = [];
  for (const migration of migrations) {
    for (const statement of await statementsOf(migration.statements)) {
      acts.push(...await actsOfStatement(migration, statement));
    }
  }
  return acts;
}
async function actsOfStatement(migration, statement) {
  const { type, node } = await parseStatement(statement.sql);
  const act = { migration, statement, verb: type, node, statementNode: node };
  const commands = type === "AlterTableStmt" ? commandsOf(node) : [];
  if (commands.length === 0) return [{ ...act, words: new Set(wordsIn2(node)) }];
  const relation = wordsIn2(node["relation"]);
  return commands.map((command) => ({
    ...act,
    verb: String(command["subtype"]),
    words: /* @__PURE__ */ new Set([...relation, ...wordsIn2(command)]),
    node: command
  }));
}
function commandsOf(node) {
  const commands = node["cmds"];
  return (Array.isArray(commands) ? commands : []).flatMap((one) => {
    const command = isNode2(one) ? one["AlterTableCmd"] : void 0;
    return isNode2(command) ? [command] : [];
  });
}
var isNode2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function wordsIn2(value) {
  if (typeof value === "string") {
    return /\s/u.test(value) ? [value, ...value.split(/[^\p{L}\p{N}_$]+/u)] : [value];
  }
  if (Array.isArray(value)) return value.flatMap(wordsIn2);
  return isNode2(value) ? Object.values(value).flatMap(wordsIn2) : [];
}
function actBehind(cause, acts) {
  const names = cause.words.map((word) => withFormerNames(word, acts));
  let best = null;
  let most = 0;
  for (const act of acts) {
    const own = names.filter((words) => words.some((word) => act.words.has(word))).length;
    if (own === 0 || isOfOtherColumn(act, own, names)) continue;
    const rank = cause.verbs.indexOf(act.verb);
    const fits = rank === -1 ? act.verb === "DoStmt" ? 0.5 : 0 : 2 - rank / 10;
    const score = own + fits;
    if (score < most) continue;
    most = score;
    best = act;
  }
  return best;
}
function isOfOtherColumn({ verb, words }, found, [first = []]) {
  return verb.startsWith("AT_") && found < 2 && !first.some((word) => words.has(word));
}
function withFormerNames(word, acts) {
  const words = [word];
  for (const { verb, node } of acts) {
    if (verb !== "RenameStmt" || typeof node["newname"] !== "string") continue;
    const relation = isNode2(node["relation"]) ? node["relation"]["relname"] : void 0;
    const old = typeof node["subname"] === "string" ? node["subname"] : relation;
    if (typeof old === "string" && words.includes(old)) words.push(node["newname"]);
    if (typeof old === "string" && words.includes(node["newname"])) words.push(old);
  }
  return words;
}

// src/release/constraints.ts
var WORDS2 = {
  unique: "two rows may not be alike in",
  "primary key": "two rows may not be alike in",
  index: "two rows may not be alike in",
  check: "a check is new on",
  "foreign key": "rows must exist elsewhere for",
  exclusion: "rows may exclude each other by"
};
async function stricterConstraints(db, used) {
  const { model, home, target, code } = used;
  if (!model.inserted) return [];
  const before = rulesOf(home, model.object);
  const declared = rulesOf(code.desired, model.object);
  const added = rulesOf(target, model.object).filter(
    (rule) => ![...before, ...declared].some(
      (other) => implies(other, rule) || refersByOldName(other, rule, target)
    )
  );
  const met = added.filter((rule) => reaches(rule, used));
  const asked = met.some(({ kind }) => kind === "check");
  const rows = asked ? await used.written?.(model) ?? null : null;
  const broken = [];
  for (const rule of met) {
    if (rule.kind !== "check" || !await isKept(db, { rule, rows }, used)) broken.push(rule);
  }
  return [...broken.map((rule) => stricter(rule, used)), ...stricterDomains(used)];
}
async function isKept(db, { rule, rows }, { model, target }) {
  const [first] = rows ?? [];
  if (rows === null || first === void 0) return false;
  const columns = childrenOf(target, model.object).filter(({ kind }) => kind === "column");
  const sent = Object.keys(JSON.parse(first)).filter(
    (name) => columns.some(
      (column) => column.name === name && (column.attributes["generated"] ?? null) === null
    )
  );
  const list = sent.map(quoteIdentifier).join(", ");
  const table = `${quoteIdentifier(model.schema)}.${quoteIdentifier(model.name)}`;
  const optional = columns.map(({ name }) => `alter column ${quoteIdentifier(name)} drop not null`);
  return db.scratch(async () => {
    const result = await db.run([
      "set local search_path = public, pg_temp",
      `create temporary table plumbline_rows (like ${table} including defaults including generated)`,
      `alter table plumbline_rows ${optional.join(", ")}`,
      `alter table plumbline_rows add check (${rule.text})`,
      `insert into plumbline_rows (${list}) select ${list} from jsonb_populate_recordset(null::plumbline_rows, ${quoteLiteral(`[${rows.join(",")}]`)})`
    ]);
    return result.ok;
  });
}
function rulesOf(schema, table) {
  return childrenOf(schema, table).flatMap((object) => {
    const columns = object.needs.map((need) => schema.objects.get(need)).flatMap((it) => it?.kind === "column" && it.parent === table ? it.name : []);
    const said = object.attributes["enforced"] === false ? null : saidBy(object);
    if (said === null) return [];
    return [
      {
        object,
        columns: said.kind === "foreign key" ? textsIn(object, "columns") : columns,
        ...said
      }
    ];
  });
}
function saidBy(object) {
  const { kind, attributes } = object;
  if (kind === "unique" || kind === "primary key") return { kind: "key", text: "" };
  if (kind === "index" && attributes["unique"] === true) {
    return { kind: "key", text: keyText2(object) };
  }
  if (kind === "check") return { kind, text: textIn(object, "expression") ?? "" };
  if (kind === "exclusion") return { kind, text: textIn(object, "definition") ?? "" };
  if (kind !== "foreign key") return null;
  const { columns, target, targetColumns } = attributes;
  return { kind, text: JSON.stringify([columns, target, targetColumns]) };
}
function keyText2(index) {
  const { where } = index.attributes;
  const parts = expressionsOf(index, "columns");
  const isPlain2 = (part3) => /^(?:\w+|"(?:[^"]|"")+")$/u.test(part3);
  if (parts.every(isPlain2) && (where ?? null) === null) return "";
  return JSON.stringify([parts, where ?? null]);
}
function implies(one, other) {
  if (one.kind !== other.kind) return false;
  if (one.kind !== "key") return one.text === other.text;
  if (one.text !== "") return one.text === other.text;
  const distinct = (rule) => rule.object.attributes["nullsNotDistinct"] === true;
  const stricterNulls = distinct(other) && !distinct(one) && one.object.kind !== "primary key";
  return !stricterNulls && one.columns.every((column) => other.columns.includes(column));
}
function refersByOldName(one, other, target) {
  if (one.kind !== "foreign key" || other.kind !== "foreign key") return false;
  const isSame = (attribute) => JSON.stringify(one.object.attributes[attribute]) === JSON.stringify(other.object.attributes[attribute]);
  const old = objectId("table", ...textsIn(one.object, "target"));
  return isSame("columns") && isSame("targetColumns") && !target.objects.has(old);
}
function reaches(rule, { model, home, target }) {
  const sent = model.columns.filter(({ insert: insert3 }) => insert3 !== "never").map(({ name }) => name);
  const isOld = (name) => sent.includes(name) && columnIn(home, model, name) !== null;
  if (!rule.columns.some(isOld)) return false;
  const fresh = rule.columns.filter((name) => !isOld(name));
  if (rule.kind === "check") return !isNotNull(rule, home, model.object);
  if (rule.object.attributes["nullsNotDistinct"] === true) return true;
  return fresh.every((name) => {
    const column = columnIn(target, model, name);
    return column !== null && fillsItself(column, target);
  });
}
function isNotNull({ text: text3, columns }, home, table) {
  if (!/^\(*(?:\w+|"(?:[^"]|"")+") IS NOT NULL\)*$/u.test(text3)) return false;
  return childrenOf(home, table).some(
    ({ kind, name, attributes }) => kind === "column" && columns.includes(name) && attributes["notNull"] === true
  );
}
function stricter({ object, columns, text: text3 }, { model, code }) {
  const list = columns.join(", ");
  const condition = object.kind === "check" ? `: ${text3.replace(/\s+/gu, " ").trim()}` : "";
  return {
    rule: "constraint-stricter",
    certain: false,
    object: object.id,
    what: `writes ${nameOf3(model)} without knowing ${object.name}: ${WORDS2[object.kind] ?? "a rule is new on"} ${list}${condition}`,
    observed: `${object.kind} ${object.name} is new`,
    cause: {
      words: [object.name, model.name, ...columns],
      verbs: ["AT_AddConstraint", "IndexStmt", "AT_AddColumn", "AT_AddIndex", "AT_SetNotNull"]
    },
    place: placeOf2(code, model, columns[0])
  };
}
function stricterDomains({ model, code, home, target }) {
  return model.columns.flatMap(({ name, insert: insert3 }) => {
    const [before, after] = [columnIn(home, model, name), columnIn(target, model, name)];
    if (before === null || after === null || insert3 === "never") return [];
    const [old, now] = [typeOf(before, home, "domain"), typeOf(after, target, "domain")];
    if (now === null || old?.id !== now.id) return [];
    const known = new Set(expressionsOf(old, "checks"));
    const fresh = expressionsOf(now, "checks").filter((it) => !known.has(it));
    if (fresh.length === 0) return [];
    return [
      {
        rule: "constraint-stricter",
        certain: false,
        object: after.id,
        what: `writes ${nameOf3(model)}.${name} without knowing what its domain ${now.name} asks now: ${fresh.join(", ")}`,
        observed: `a check of domain ${now.name} is new`,
        cause: { words: [now.name], verbs: ["AlterDomainStmt"] },
        place: placeOf2(code, model, name)
      }
    ];
  });
}
function expressionsOf({ attributes }, list) {
  const entries = attributes[list];
  return (Array.isArray(entries) ? entries : []).map((one) => {
    const expression = Reflect.get(Object(one), "expression");
    return typeof expression === "string" ? expression : "";
  });
}

// src/release/prepared.ts
var PREPARED = "plumbline_release";
async function refusal(db, sql) {
  const result = await db.run([
    `savepoint ${PREPARED}`,
    `prepare ${PREPARED} as ${sql}`,
    `deallocate ${PREPARED}`,
    `release savepoint ${PREPARED}`
  ]);
  if (result.ok) return null;
  await db.exec(`rollback to savepoint ${PREPARED}; release savepoint ${PREPARED}`);
  return result.error;
}
var tableOf = ({ schema, name }) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
function selectOf2(model, columns) {
  const list = columns.map(quoteIdentifier).join(", ");
  return `select ${list} from ${tableOf(model)} as ${PREPARED}`;
}
function insertOf3(model, isSent) {
  const columns = model.columns.filter(({ insert: insert3 }) => insert3 !== "never");
  if (columns.length === 0) return `insert into ${tableOf(model)} default values`;
  let parameter = 0;
  const values = columns.map(
    (column) => isSent(column) ? `$${String(parameter += 1)}` : "default"
  );
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(", ");
  return `insert into ${tableOf(model)} (${names}) values (${values.join(", ")})`;
}
async function refusedQueries(db, used) {
  const { model } = used;
  const names = model.columns.map(({ name }) => name);
  const read = await refusal(db, selectOf2(model, names));
  if (read?.code === "42703") return missingColumns(db, used);
  if (read !== null) return [missingTable(used, read)];
  return model.inserted ? refusedInsert(db, used) : [];
}
var TABLE_GONE = [
  "DropStmt",
  "RenameStmt",
  "AlterObjectSchemaStmt",
  "ViewStmt"
];
function missingTable({ model, code }, error) {
  const gone = error.code === "42P01" || error.code === "3F000";
  return {
    rule: "used-table-gone",
    certain: true,
    object: model.object,
    what: `reads ${nameOf3(model)}${gone ? ", which is not there under that name" : ""}`,
    observed: told(error),
    cause: { words: [model.name], verbs: TABLE_GONE },
    place: placeOf2(code, model)
  };
}
async function missingColumns(db, used) {
  const { model, code, home } = used;
  const broken = [];
  for (const { name, insert: insert3 } of model.columns) {
    const error = await refusal(db, selectOf2(model, [name]));
    if (error === null || columnIn(home, model, name) === null) continue;
    const does = model.inserted && insert3 !== "never" ? "reads and writes" : "reads";
    broken.push({
      rule: "used-column-gone",
      certain: true,
      object: `column of ${model.object}: ${name}`,
      what: `${does} ${nameOf3(model)}.${name}, which is not there under that name`,
      observed: told(error),
      cause: {
        words: [name, model.name],
        verbs: ["AT_DropColumn", "RenameStmt", "DropStmt", "ViewStmt"]
      },
      place: placeOf2(code, model, name)
    });
  }
  return broken;
}
async function refusedInsert(db, used) {
  const required2 = await refusal(
    db,
    insertOf3(used.model, ({ insert: insert3 }) => insert3 === "value")
  );
  if (required2 !== null) return [refusedValues(used, required2, "value")];
  const full = await refusal(
    db,
    insertOf3(used.model, ({ insert: insert3 }) => insert3 === "value" || insert3 === "any")
  );
  return full === null ? [] : [refusedValues(used, full, "any")];
}
function refusedValues({ model, code, home, target }, error, sent) {
  const filled = model.columns.find(({ name, insert: insert3 }) => {
    const [before, after] = [columnIn(home, model, name), columnIn(target, model, name)];
    const ownFor = (attribute) => !has(before?.attributes[attribute]) && has(after?.attributes[attribute]);
    return insert3 === sent && (ownFor("generated") || ownFor("identity"));
  });
  const verbs = ["AT_AddIdentity", "AT_SetIdentity", "AT_AddColumn", "AT_DropColumn", "ViewStmt"];
  const cause = { words: [...filled ? [filled.name] : [], model.name], verbs };
  const column = filled === void 0 ? "" : `: it sends ${filled.name} itself`;
  return {
    rule: "insert-refused",
    certain: sent === "value",
    object: `inserts of ${model.object}`,
    what: `inserts into ${nameOf3(model)} in a way that is refused${column}`,
    observed: told(error),
    cause,
    place: placeOf2(code, model, filled?.name)
  };
}
var has = (value) => value !== null && value !== void 0;
var told = ({ code, message, detail }) => `${code} ${message}${detail === null ? "" : ` (${detail})`}`;

// src/release/required.ts
function missingValues(used) {
  const { model, target } = used;
  if (!model.inserted) return [];
  const known = new Map(model.columns.map((column) => [column.name, column]));
  return childrenOf(target, model.object).filter(({ kind }) => kind === "column").flatMap((column) => {
    if (isFilledByTrigger(column, used)) return [];
    const own = known.get(column.name);
    return own === void 0 ? newlyRequired(column, used) : leftOut(own, column, used);
  });
}
function isFilledByTrigger(column, { target, model }) {
  return childrenOf(target, model.object).some((trigger) => {
    if (trigger.kind !== "trigger" || textIn(trigger, "timing") !== "BEFORE") return false;
    if (!textsIn(trigger, "events").includes("INSERT")) return false;
    const functions = trigger.needs.map((need) => target.objects.get(need));
    const bodies = functions.filter((it) => it?.kind === "function");
    return bodies.length === 0 || bodies.some((it) => (textIn(it, "body") ?? "").includes(column.name));
  });
}
var isRequired = (column) => column?.attributes["notNull"] === true;
function newlyRequired(column, { model, code, home, target }) {
  if (!isRequired(column) || fillsItself(column, target)) return [];
  const before = columnIn(home, model, column.name);
  if (before !== null && isRequired(before) && !fillsItself(before, home)) return [];
  return [
    {
      rule: "insert-column-required",
      certain: true,
      object: column.id,
      what: `inserts into ${nameOf3(model)} without ${column.name}, which it does not know and which is NOT NULL without a default`,
      observed: `23502 on every INSERT without ${column.name}`,
      cause: {
        words: [column.name, model.name],
        verbs: ["AT_SetNotNull", "AT_ColumnDefault", "AT_AddColumn", "RenameStmt"]
      },
      place: placeOf2(code, model)
    }
  ];
}
function leftOut(own, column, used) {
  const before = columnIn(used.home, used.model, own.name);
  if (before === null || own.insert === "never" || own.insert === "value") return [];
  const lostDefault = own.insert === "default" && fillsItself(before, used.home) && !fillsItself(column, used.target);
  if (lostDefault) return [defaultGone(own, column, used)];
  return isRequired(column) && !isRequired(before) ? [nullRefused(own, column, used)] : [];
}
function defaultGone(own, column, used) {
  const { model, code } = used;
  const required2 = isRequired(column);
  return {
    rule: "insert-default-gone",
    certain: required2,
    object: column.id,
    what: `leaves ${nameOf3(model)}.${own.name} to its default, which is gone: ${required2 ? "the insert fails" : "it becomes NULL"}`,
    observed: required2 ? `23502 on every INSERT that leaves ${own.name} out` : "DROP DEFAULT",
    cause: {
      words: [own.name, model.name],
      verbs: ["AT_ColumnDefault", "AT_DropIdentity", "DropStmt", "AT_AlterColumnType"]
    },
    place: placeOf2(code, model, own.name)
  };
}
function nullRefused(own, column, used) {
  const { model, code, target } = used;
  const out = fillsItself(column, target) ? "" : " or leave it out";
  return {
    rule: "constraint-stricter",
    certain: false,
    object: column.id,
    what: `may write NULL into ${nameOf3(model)}.${own.name}, as its model allows: inserts that do${out} fail`,
    observed: "NOT NULL is new",
    cause: {
      words: [own.name, model.name],
      verbs: ["AT_SetNotNull", "AT_AddConstraint", "AT_AddColumn"]
    },
    place: placeOf2(code, model, own.name)
  };
}

// src/release/samples.ts
var WHOLE = {
  smallint: "32767",
  integer: "2147483647",
  bigint: "9223372036854775807"
};
var FIXED = {
  text: ["", "plumb line", "x".repeat(2e3)],
  citext: ["", "plumb line", "x".repeat(2e3)],
  boolean: ["true", "false"],
  uuid: ["7d444840-9dc0-4b3c-8b3e-5c1f0a6e2b11"],
  date: ["2024-02-29"],
  json: ['{"a": [1, "b"]}', "[]"],
  jsonb: ['{"a": [1, "b"]}', "[]"],
  bytea: ["\\x00ff"],
  inet: ["192.168.0.1/24"],
  cidr: ["192.168.0.0/24"],
  real: ["0.5", "-7"],
  "double precision": ["0.5", "-7"]
};
function samplesOf(column, schema) {
  const values = typeOf(column, schema, "enum");
  const type = textIn(column, "type") ?? "";
  const isArray = type.endsWith("[]");
  const element = type.replace(/(?:\[\])+$/u, "");
  const scalars2 = values === null ? ofType(element) : textsIn(values, "order");
  return isArray ? scalars2.filter((it) => it !== "").map(inArray) : scalars2;
}
var inArray = (value) => `{"${value.replaceAll(/["\\]/gu, "\\$&")}"}`;
function ofType(type) {
  const fixed = FIXED[type];
  if (fixed !== void 0) return fixed;
  const whole2 = WHOLE[type];
  if (whole2 !== void 0) return ["1", whole2, `-${whole2}`];
  const length2 = /^character(?: varying)?(?:\((\d+)\))?$/u.exec(type);
  if (length2 !== null) return ["", "p", "x".repeat(Math.min(Number(length2[1] ?? 2e3), 2e3))];
  if (type.startsWith("timestamp")) {
    return [`2024-02-29 12:34:56.789${type.includes("with time zone") ? "+02" : ""}`];
  }
  const numeric2 = /^numeric\((\d+),(-?\d+)\)$/u.exec(type);
  if (numeric2 !== null)
    return ["1", "9".repeat(Math.max(Number(numeric2[1]) - Number(numeric2[2]), 1))];
  return type === "numeric" ? ["1", "1e30"] : [];
}

// src/release/values.ts
async function changedValues(db, used) {
  const broken = [];
  for (const own of used.model.columns) {
    const before = columnIn(used.home, used.model, own.name);
    const after = columnIn(used.target, used.model, own.name);
    if (before === null || after === null) continue;
    const changed = { own, before, after };
    const labels = goneLabels(changed, used);
    broken.push(...labels);
    if (textIn(before, "type") === textIn(after, "type")) continue;
    if (own.insert !== "never" && labels.length === 0) {
      broken.push(...await refusedValues2(db, changed, used));
    }
    broken.push(...misread(changed, used));
  }
  return broken;
}
function goneLabels({ own, before, after }, used) {
  const { model, code, home, target } = used;
  const [old, now] = [typeOf(before, home, "enum"), typeOf(after, target, "enum")];
  if (old === null || now === null) return [];
  const labels = textsIn(now, "order");
  const declared = columnIn(code.desired, model, own.name);
  const said = declared === null ? null : typeOf(declared, code.desired, "enum");
  const known = textsIn(said ?? old, "order");
  const gone = textsIn(old, "order").filter((it) => known.includes(it) && !labels.includes(it));
  if (gone.length === 0) return [];
  const list = gone.map(quoteLiteral).join(", ");
  return [
    {
      rule: "used-enum-value-gone",
      certain: true,
      object: after.id,
      what: `writes and asks for ${list} in ${nameOf3(model)}.${own.name}, which the type does not have`,
      observed: `22P02 invalid input value for enum ${now.name}: ${list}`,
      cause: {
        words: [gone[0] ?? "", now.name, own.name],
        verbs: ["AlterEnumStmt", "AT_AlterColumnType", "CreateEnumStmt", "DropStmt", "RenameStmt"]
      },
      place: (said === null ? null : code.places.get(said.id)) ?? placeOf2(code, model, own.name)
    }
  ];
}
async function refusedValues2(db, { own, before, after }, { model, code, home }) {
  const samples = samplesOf(before, home);
  if (samples.length === 0) return [];
  const type = textIn(after, "type") ?? "";
  const refused = [];
  await db.exec(`savepoint plumbline_values; create temporary table plumbline_values (v ${type})`);
  for (const value of samples) {
    const result = await db.run([
      "savepoint plumbline_value",
      `insert into plumbline_values values (${quoteLiteral(value)})`
    ]);
    if (!result.ok) refused.push({ value, code: result.error.code, message: result.error.message });
    await db.exec("rollback to savepoint plumbline_value");
  }
  await db.exec("rollback to savepoint plumbline_values; release savepoint plumbline_values");
  const [first] = refused;
  if (first === void 0) return [];
  const example = first.value.length > 40 ? `text of ${first.value.length} characters` : quoteLiteral(first.value);
  const all2 = refused.length === samples.length;
  return [
    {
      rule: "used-type-changed",
      certain: all2,
      object: after.id,
      what: `writes values of ${textIn(before, "type") ?? ""} into ${nameOf3(model)}.${own.name}, which takes ${all2 ? "none" : "not all"} of them as ${type}: ${example} for one`,
      observed: `${first.code} ${first.message}`,
      cause: typeCause(own, model.name),
      place: placeOf2(code, model, own.name)
    }
  ];
}
function misread({ own, before, after }, { model, code }) {
  const type = textIn(after, "type") ?? "";
  const wrong = own.misread(type);
  if (wrong === null || own.misread(textIn(before, "type") ?? "") !== null) return [];
  return [
    {
      rule: "used-type-changed",
      certain: wrong.certain,
      object: `reading of ${after.id}`,
      what: `reads ${nameOf3(model)}.${own.name}, and ${wrong.certain ? "gets" : "may get"} ${wrong.instead}`,
      observed: `${textIn(before, "type") ?? ""} became ${type}`,
      cause: typeCause(own, model.name),
      place: placeOf2(code, model, own.name)
    }
  ];
}
var typeCause = (own, table) => ({
  words: [own.name, table],
  verbs: ["AT_AlterColumnType", "AT_AddColumn", "RenameStmt"]
});

// src/release/incompatible.ts
async function incompatibilities(db, move) {
  const { code, home, target } = move;
  const touched = code.queries.filter(
    (model) => home.objects.has(model.object) && differs(model, home, target)
  );
  if (touched.length === 0) return [];
  const broken = [];
  await db.scratch(async () => {
    await db.exec("set local search_path = public");
    for (const model of touched) broken.push(...await breakagesOf(db, { ...move, model }));
  });
  for (const model of touched.filter(({ object }) => target.objects.has(object))) {
    broken.push(...await stricterConstraints(db, { ...move, model }));
  }
  return broken;
}
async function breakagesOf(db, used) {
  const refused = await refusedQueries(db, used);
  if (!used.target.objects.has(used.model.object)) return refused;
  return [...refused, ...missingValues(used), ...await changedValues(db, used)];
}
function differs({ object, inserted }, home, target) {
  return !inserted || printOf(object, home) !== printOf(object, target);
}
function printOf(id, schema) {
  const table = schema.objects.get(id);
  if (table === void 0) return "";
  const parts = childrenOf(schema, id);
  const types = parts.flatMap(({ needs }) => needs).map((need) => schema.objects.get(need)).filter((it) => it?.kind === "enum" || it?.kind === "domain");
  return JSON.stringify([table, ...parts, ...types].map(textOf4).sort());
}
var textOf4 = ({ id, attributes }) => JSON.stringify([id, attributes]);
async function stillWorks(db, moves) {
  const target = await introspect(db);
  for (const move of moves) {
    const broken = await incompatibilities(db, { ...move, target });
    if (broken.some(({ certain }) => certain)) return false;
  }
  return true;
}

// src/release/split.ts
var ADDITIVE = /* @__PURE__ */ new Set([
  ...["CreateStmt", "CreateTableAsStmt", "CreateEnumStmt", "CreateSchemaStmt", "CreateDomainStmt"],
  ...["CreateExtensionStmt", "CreateSeqStmt", "CreateFunctionStmt", "CommentStmt", "GrantStmt"],
  ...["InsertStmt", "UpdateStmt", "AT_AddColumn", "AT_DropNotNull", "AT_ColumnDefault"],
  ...["AlterEnumStmt", "IndexStmt", "VariableSetStmt", "AT_DropConstraint"]
]);
async function splitOf(acts, options) {
  const split = rearranged(acts, options);
  const { database, base, head } = options;
  if (split.expand.length === 0) return null;
  const proved = await database.scratch(async () => {
    const first = await database.run([...split.expand]);
    if (!first.ok) return false;
    const works = await stillWorks(database, [
      { code: base.code, home: base.actual },
      { code: head.code, home: head.actual }
    ]);
    return works && (await database.run([...split.contract])).ok;
  });
  return proved ? split : null;
}
function rearranged(acts, { base, head }) {
  const expand = [];
  const contract = [];
  const meanwhile = [];
  const statements2 = /* @__PURE__ */ new Map();
  for (const act of acts) {
    statements2.set(act.statement, [...statements2.get(act.statement) ?? [], act]);
  }
  for (const [{ sql }, own] of statements2) {
    const text3 = sql.endsWith(";") ? sql : `${sql};`;
    const [only] = own;
    const halves = only !== void 0 && own.length === 1 ? halvesOf(only, base.actual, head.actual) : null;
    if (halves !== null) {
      expand.push(...halves.expand.map((it) => it.replace(/^$/u, text3)));
      contract.push(...halves.contract);
      meanwhile.push(...halves.meanwhile);
    } else if (own.every((act) => isAdditive(act, base.actual, head.actual))) expand.push(text3);
    else contract.push(text3);
  }
  return { expand, contract, meanwhile };
}
var isNode3 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function relationOf2(node) {
  const relation = node?.["relation"];
  if (!isNode3(relation) || typeof relation["relname"] !== "string") return null;
  const schema = relation["schemaname"];
  return { schema: typeof schema === "string" ? schema : "public", table: relation["relname"] };
}
var spell = ({ schema, table }) => schema === "public" ? quoteIdentifier(table) : `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
function isAdditive(act, base, head) {
  const table = relationOf2(act.statementNode);
  const known = table !== null && base.objects.has(objectId("table", table.schema, table.table));
  if (table !== null && !known) return true;
  if (!ADDITIVE.has(act.verb)) return false;
  if (act.verb === "IndexStmt") return act.node["unique"] !== true;
  if (act.verb === "AlterEnumStmt") return act.node["oldVal"] === void 0;
  if (act.verb === "AT_ColumnDefault") return act.node["def"] !== void 0;
  return act.verb !== "AT_AddColumn" || requiredColumn(act, head) === null;
}
function requiredColumn(act, head) {
  const table = relationOf2(act.statementNode);
  const definition = isNode3(act.node["def"]) ? act.node["def"]["ColumnDef"] : void 0;
  const name = isNode3(definition) ? definition["colname"] : void 0;
  if (table === null || typeof name !== "string") return null;
  const column = head.objects.get(objectId("column", table.schema, table.table, name));
  if (column?.attributes["notNull"] !== true || fillsItself(column, head)) return null;
  return { name, type: textIn(column, "type") ?? "", table };
}
function halvesOf(act, base, head) {
  const required2 = act.verb === "AT_AddColumn" ? requiredColumn(act, head) : null;
  if (required2 !== null) {
    const { name, type, table } = required2;
    const [on, column] = [spell(table), quoteIdentifier(name)];
    return {
      expand: [`ALTER TABLE ${on} ADD COLUMN ${column} ${type};`],
      contract: [`ALTER TABLE ${on} ALTER COLUMN ${column} SET NOT NULL;`],
      meanwhile: [`give ${table.table}.${name} a value in the rows that have none`]
    };
  }
  return act.verb === "RenameStmt" ? halvesOfRename(act, base) : null;
}
function halvesOfRename({ node }, base) {
  const table = relationOf2(node);
  const [fresh, old] = [node["newname"], node["subname"]];
  if (table === null || typeof fresh !== "string") return null;
  if (node["renameType"] === "OBJECT_TABLE") {
    const renamed3 = spell({ ...table, table: fresh });
    return {
      expand: ["", `CREATE VIEW ${spell(table)} AS SELECT * FROM ${renamed3};`],
      contract: [`DROP VIEW ${spell(table)};`],
      meanwhile: []
    };
  }
  if (node["renameType"] !== "OBJECT_COLUMN" || typeof old !== "string") return null;
  const column = base.objects.get(objectId("column", table.schema, table.table, old));
  const type = textIn(column, "type");
  if (type === null) return null;
  const [on, from, to] = [spell(table), quoteIdentifier(old), quoteIdentifier(fresh)];
  return {
    expand: [`ALTER TABLE ${on} ADD COLUMN ${to} ${type};`, `UPDATE ${on} SET ${to} = ${from};`],
    contract: [
      `UPDATE ${on} SET ${to} = ${from} WHERE ${to} IS NULL;`,
      `ALTER TABLE ${on} DROP COLUMN ${from};`
    ],
    meanwhile: [`write both ${table.table}.${old} and ${fresh} (in the code or by a trigger)`]
  };
}

// src/release/written-rows.ts
var ROWS2 = 20;
function writtenRows(db, home, model) {
  const sent = model.columns.filter(({ name, insert: insert3 }) => insert3 !== "never" && hasColumn(home, model, name)).map(({ name }) => quoteIdentifier(name));
  const table = `${quoteIdentifier(model.schema)}.${quoteIdentifier(model.name)}`;
  return db.scratch(async () => {
    const only = await oidsOf(db, home, referredFrom(home, model.object));
    await seedBoth(db, { rows: ROWS2, only });
    const rows = await db.query(
      `select to_jsonb(r)::text as row from (select ${sent.join(", ")} from ${table}) r`
    );
    return rows.length === 0 ? null : rows.map(({ row }) => row);
  });
}
function hasColumn(home, { object }, name) {
  return childrenOf(home, object).some((child) => child.kind === "column" && child.name === name);
}
function referredFrom(home, table) {
  const found = /* @__PURE__ */ new Set([table]);
  for (const one of found) {
    const keys = childrenOf(home, one).filter(({ kind }) => kind === "foreign key");
    for (const need of keys.flatMap(({ needs }) => needs)) {
      const owner = home.objects.get(need);
      const target = owner?.kind === "table" ? owner.id : owner?.parent ?? "";
      if (home.objects.get(target)?.kind === "table") found.add(target);
    }
  }
  return [...found];
}
async function oidsOf(db, home, tables) {
  const names = tables.flatMap((id) => {
    const table = home.objects.get(id);
    return table === void 0 ? [] : `(${quoteLiteral(table.schema ?? "public")}, ${quoteLiteral(table.name)})`;
  });
  const rows = await db.query(
    `select c.oid::int as oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname, c.relname) in (${names.join(", ")})`
  );
  return rows.map(({ oid }) => oid);
}

// src/release/release.ts
async function judgeRelease(options) {
  const { base, head, migrations } = options;
  if (migrations.length === 0)
    return { deployment: { order: "either", split: null }, findings: [] };
  const old = await incompatibilities(head.database, {
    ...{ home: base.actual, target: head.actual, code: base.code },
    written: (model) => writtenRows(base.database, base.actual, model)
  });
  const fresh = await incompatibilities(base.database, {
    ...{ home: head.actual, target: base.actual, code: head.code }
  });
  const acts = await actsOf(migrations);
  const isProved = ({ certain }) => certain;
  const order2 = orderOf(old.some(isProved), fresh.some(isProved));
  const split = order2 === "neither" ? await splitOf(acts, { database: base.database, base, head }) : null;
  const deployment = { order: order2, split };
  const findings = withoutEchoes(old.map((breakage) => locate(breakage, acts))).map(
    (one) => toFinding(one, migrations)
  );
  const needs = fresh.find(isProved);
  return {
    deployment,
    findings: [...findings, ...orderFinding(deployment, needs ?? null, migrations)]
  };
}
function orderOf(oldBreaks, newBreaks) {
  if (oldBreaks) return newBreaks ? "neither" : "deploy first";
  return newBreaks ? "migrate first" : "either";
}
var locate = (breakage, acts) => ({
  breakage,
  act: actBehind(breakage.cause, acts)
});
function withoutEchoes(traced) {
  const renames = new Set(
    traced.filter(
      ({ act, breakage }) => breakage.rule === "used-column-gone" && act?.verb === "RenameStmt"
    ).map(({ act }) => act)
  );
  return traced.filter(
    ({ act, breakage }) => !(breakage.rule === "insert-column-required" && renames.has(act))
  );
}
var ADVICE = {
  "used-table-gone": "Deploy code that does not use it first; for another name, leave a view under the old one until then.",
  "used-column-gone": "Deploy code that does not use it first, and drop it in a later migration; for another name, add the new column beside the old one.",
  "insert-column-required": "Give it a default, or add it without NOT NULL and set that once no older code is running.",
  "insert-default-gone": "Keep the default until no older code is running.",
  "insert-refused": "Deploy code that leaves it to the database first.",
  "used-enum-value-gone": "Add the new value beside the old one, and remove the old one once no code uses it.",
  "used-type-changed": "Add a column of the new type beside it, and move over once no older code is running.",
  "constraint-stricter": "Deploy code that keeps to it first."
};
function toFinding({ breakage, act }, migrations) {
  const { rule, certain, what, observed, place } = breakage;
  const migration = act?.migration ?? migrations[0];
  const model = place === null ? "" : ` (${at2(place)})`;
  return {
    rule,
    severity: certain ? "error" : "warning",
    hazard: "incompatibility",
    message: `The release that is still running ${what}${model}. ${ADVICE[rule] ?? ""}`.trim(),
    file: act?.statement.place.file ?? migration?.file ?? null,
    line: act?.statement.place.line ?? 1,
    ...migration === void 0 ? {} : { migration: migration.name },
    observed
  };
}
var at2 = ({ file, line }) => `${file}:${String(line)}`;
function orderFinding({ order: order2, split }, needs, migrations) {
  const [first] = migrations;
  if (first === void 0 || order2 === "either") return [];
  return [
    {
      rule: "deployment-order",
      severity: "note",
      hazard: "incompatibility",
      message: orderMessage(order2, split, needs),
      file: first.file,
      line: 1,
      migration: first.name,
      ...split === null ? {} : { safe: stepsOf(split) }
    }
  ];
}
function orderMessage(order2, split, needs) {
  const reason = needs === null ? "" : `the new code ${needs.what}`;
  if (order2 === "migrate first") {
    return `Migrate first: the code that runs now works on the new schema; before the migration, ${reason}.`;
  }
  if (order2 === "deploy first") {
    return "Deploy first: the new code works on the schema as it is; the code that runs now does not work on the new schema.";
  }
  const start = `Neither order works: the code that runs now does not work on the new schema, and before the migration, ${reason}.`;
  if (split === null) {
    return `${start} Split it: first a migration that only adds, then the release, then a migration that takes away what no code uses any more.`;
  }
  const meanwhile = split.meanwhile.length === 0 ? "" : `; meanwhile ${split.meanwhile.join(", ")}`;
  return `${start} Split it in two migrations around the release${meanwhile}. Both releases were found to work on the schema between.`;
}
function stepsOf({ expand, contract }) {
  return ["-- 1. before the release", ...expand, "-- 2. after it", ...contract];
}

// src/migrations/running-release.ts
function judgeRunningRelease(release) {
  const { base, head, before, actual, added } = release;
  return judgeRelease({
    base: { code: codeOf(base), actual: base.migrated, database: before },
    head: { code: codeOf(head), actual: head.migrated, database: actual },
    migrations: added
  });
}
function codeOf({ models, desired, unreadable }) {
  const queries = (models.queries ?? plainQueries(desired)).filter(
    ({ object }) => !unreadable.includes(object)
  );
  return { queries, places: models.places, desired };
}

// src/allowances/directive.ts
var SCOPES = {
  allow: "statement",
  "allow-file": "file"
};
var BEGINNING = /^[\s*!]*plumbline:/iu;
var RULES = /^\s*([^\s=,"']+(?:\s*,\s*[^\s=,"']+)*)(?=\s|$)(?!\s*=)/u;
var OPTION = /^\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/u;
var EXAMPLE = 'plumbline:allow drop-column reason="unused since v3" until=2027-01-31';
function directivesIn(comment, line) {
  const lines = comment.split("\n");
  const starts = lines.flatMap((text3, index) => BEGINNING.test(text3) ? [index] : []);
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1]).map((text3) => text3.replace(/^\s*\*/u, " "));
    return parse(own.join(" ").replace(BEGINNING, "").trimEnd(), line + start);
  });
}
function parse(text3, line) {
  const nothing = { scope: "statement", line, rules: [], reason: null, until: null };
  const word = /^[\w-]*/u.exec(text3)?.[0] ?? "";
  const scope = SCOPES[word];
  if (scope === void 0) {
    return { ...nothing, mistake: `there is no plumbline:${word}; write ${EXAMPLE}` };
  }
  const rest = text3.slice(word.length);
  const names = RULES.exec(rest);
  if (names === null || !/^\s/u.test(rest)) {
    return { ...nothing, scope, mistake: `it names no rule; write ${EXAMPLE}` };
  }
  const rules2 = (names[1] ?? "").split(/\s*,\s*/u);
  return {
    ...nothing,
    scope,
    rules: [...new Set(rules2)],
    ...optionsIn(rest.slice(names[0].length))
  };
}
function optionsIn(text3) {
  const said = /* @__PURE__ */ new Map();
  let rest = text3;
  const wrong = (mistake) => ({ reason: null, until: null, mistake });
  while (rest.trim() !== "") {
    const option = OPTION.exec(rest);
    if (option === null) return wrong(unread2(rest.trim()));
    const [whole2, key = "", double, single, plain4 = ""] = option;
    if (key !== "reason" && key !== "until") {
      return wrong(`there is no option ${key}; known are reason and until`);
    }
    if (said.has(key)) return wrong(`${key} is given twice`);
    said.set(key, (double ?? single ?? plain4).replaceAll(/\s+/gu, " ").trim());
    rest = rest.slice(whole2.length);
  }
  const until = said.get("until") ?? null;
  if (until !== null && !isDate(until)) return wrong(`until=${until} is no day such as 2027-01-31`);
  const reason = said.get("reason") ?? "";
  return { reason: reason === "" ? null : reason, until, mistake: null };
}
function unread2(rest) {
  return rest.includes("=") ? `\u201C${rest}\u201D can't be read; write ${EXAMPLE}` : `\u201C${rest}\u201D can't be read: rules are separated by commas, and a reason of several words is in quotes`;
}
function isDate(text3) {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text3)) return false;
  const date = /* @__PURE__ */ new Date(`${text3}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text3);
}

// src/allowances/remark.ts
function lineCounter(text3) {
  const breaks = [...text3.matchAll(/\n/gu)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

// src/allowances/code-remarks.ts
async function remarksInCode(text3, first) {
  const { ts } = await import("./vendor/ts-morph.js");
  const source = ts.createSourceFile("migration.ts", text3, ts.ScriptTarget.Latest, true);
  const lineOf = lineCounter(text3);
  const remarks = /* @__PURE__ */ new Map();
  let before = null;
  for (const token of tokensOf(source, source)) {
    for (const { pos, end, kind } of commentsBefore(ts, text3, token)) {
      const line = lineOf(pos);
      const isBehind = before !== null && lineOf(before.end - 1) === line && lineOf(token.getStart()) > line;
      const about2 = isBehind && before !== null ? endingWith(ts, before) : beginningWith(ts, token, source);
      remarks.set(pos, {
        text: text3.slice(pos + 2, kind === ts.SyntaxKind.MultiLineCommentTrivia ? end - 2 : end),
        line,
        about: about2 === null ? null : { from: lineOf(about2.from), to: lineOf(about2.to - 1) },
        onTop: line < first
      });
    }
    before = token;
  }
  return [...remarks.values()];
}
function* tokensOf(node, source) {
  const children = node.getChildren(source);
  if (children.length > 0) for (const child of children) yield* tokensOf(child, source);
  else if (node.end > node.pos || node === source.endOfFileToken) yield node;
}
function commentsBefore(ts, text3, { pos }) {
  return [
    ...ts.getTrailingCommentRanges(text3, pos) ?? [],
    ...ts.getLeadingCommentRanges(text3, pos) ?? []
  ];
}
function beginningWith(ts, token, source) {
  if (token === source.endOfFileToken || token.kind === ts.SyntaxKind.CloseBraceToken) return null;
  const start = token.getStart();
  const call = chainedCall(ts, token.parent.parent);
  if (call?.from === start) return call;
  let node = token;
  while (node.parent.getStart() === start && !isCompound(ts, node.parent)) node = node.parent;
  return { from: start, to: node.end };
}
function endingWith(ts, token) {
  let node = token;
  while (node.parent.end === token.end && !isCompound(ts, node.parent)) node = node.parent;
  const inner = ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression : node;
  const call = inner !== void 0 && ts.isAwaitExpression(inner) ? inner.expression : inner;
  const chained = call === void 0 ? null : chainedCall(ts, call);
  return { from: chained?.from ?? node.getStart(), to: node.end };
}
function chainedCall(ts, node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: callee, end } = node;
  const dot = callee.getChildAt(1);
  return ts.isCallExpression(callee.expression) ? { from: dot.getStart(), to: end } : null;
}
function isCompound(ts, node) {
  return ts.isSourceFile(node) || ts.isBlock(node) || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isIfStatement(node) || ts.isIterationStatement(node, false) || ts.isTryStatement(node) || ts.isSwitchStatement(node) || ts.isCaseOrDefaultClause(node);
}

// src/allowances/sql-remarks.ts
function remarksInSql(text3, known) {
  const plain4 = text3.replace(/^\uFEFF/u, " ");
  const { comments, statements: statements2 } = walk2(plain4, known);
  const lineOf = lineCounter(plain4);
  const linesOf2 = ({ from, to }) => ({ from: lineOf(from), to: lineOf(to - 1) });
  return comments.map((comment) => {
    const { index } = comment;
    const [before, after] = [statements2[index - 1], statements2[index]];
    const line = lineOf(comment.from);
    const isBehind = before !== void 0 && linesOf2(before).to === line && (after === void 0 || linesOf2(after).from > line);
    const about2 = isBehind ? before : after;
    return {
      text: bare(plain4.slice(comment.from, comment.to)),
      line,
      about: about2 === void 0 ? null : linesOf2(about2),
      onTop: index === 0
    };
  });
}
function walk2(text3, known) {
  const comments = [];
  const statements2 = [];
  const spans = knownSpans(text3, known);
  let at3 = 0;
  let upcoming = 0;
  while (at3 < text3.length) {
    const from = at3;
    while ((spans[upcoming]?.from ?? from) < from) upcoming += 1;
    const next = spans[upcoming];
    if (next?.from === from) {
      statements2.push(next);
      at3 = next.to;
    } else if (/[\s;]/u.test(text3.charAt(at3))) at3 += 1;
    else {
      at3 = skipComment(text3, from);
      if (at3 > from) comments.push({ from, to: at3, index: statements2.length });
      else at3 = passUnknown(text3, from, next?.from ?? text3.length, statements2);
    }
  }
  return { comments, statements: statements2 };
}
function passUnknown(text3, from, end, statements2) {
  if (text3.charAt(from) === "\\") return text3.indexOf("\n", from) + 1 || text3.length;
  const sql = lexStatements(text3.slice(from, end))[0]?.sql ?? "";
  const to = from + Math.max(1, sql.length);
  statements2.push({ from, to });
  return to;
}
function knownSpans(text3, known) {
  const starts = [0, ...[...text3.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offsets = known.flatMap(({ sql, place }) => {
    const start = (starts[place.line - 1] ?? 0) + (place.column ?? 1) - 1;
    const from = place.column === void 0 ? start + blanksAt(text3, start) : start;
    return text3.startsWith(firstWord(sql), from) ? [{ from, sql }] : [];
  });
  offsets.sort((a, b) => a.from - b.from);
  return offsets.map(({ from, sql }, index) => {
    if (text3.startsWith(sql, from)) return { from, to: from + sql.length };
    const own = text3.slice(from, offsets[index + 1]?.from);
    return { from, to: from + Math.max(1, lexStatements(own)[0]?.sql.length ?? 0) };
  });
}
var blanksAt = (text3, offset) => /^[^\S\n]*/u.exec(text3.slice(offset))?.[0].length ?? 0;
var firstWord = (sql) => /^\w*/u.exec(sql)?.[0] ?? "";
function bare(comment) {
  return comment.startsWith("--") ? comment.slice(2).trimEnd() : comment.slice(2, comment.endsWith("*/") ? -2 : void 0);
}

// src/allowances/read.ts
var CODE = /\.[cm]?[jt]sx?$/u;
var mayAllow = (text3) => /plumbline:/iu.test(text3);
async function allowancesIn({
  file,
  text: text3,
  statements: statements2
}) {
  const remarks = CODE.test(file) ? await remarksOfCode(text3, statements2) : remarksInSql(text3, statements2);
  return remarks.flatMap(
    (remark) => directivesIn(remark.text, remark.line).map((directive) => ({
      ...directive,
      mistake: directive.mistake ?? misplaced(directive, remark),
      file,
      about: directive.scope === "file" ? null : remark.about
    }))
  );
}
async function remarksOfCode(text3, known) {
  const first = Math.min(...known.map(({ place }) => place.line));
  const ofCode = await remarksInCode(text3, first);
  const ofSql = known.flatMap(({ sql, place }) => {
    const down = place.line - 1;
    return remarksInSql(sql, []).map((remark) => ({
      ...remark,
      line: remark.line + down,
      about: moved(remark.about, down)
    }));
  });
  return [...ofCode, ...ofSql].sort((a, b) => a.line - b.line);
}
var moved = (lines, down) => lines === null ? null : { from: lines.from + down, to: lines.to + down };
function misplaced({ scope }, { about: about2, onTop }) {
  if (scope === "file")
    return onTop ? null : "it must stand before the first statement of the file";
  return about2 === null ? "no statement follows it" : null;
}

// src/allowances/silence.ts
function silence(findings, options) {
  const { allowances, older = [], alsoFound = [] } = options;
  const effective = [...allowances, ...older].filter((one) => isEffective(one, options));
  const kept = [];
  const silenced = [];
  for (const said of findings) {
    const allowance = effective.find((one) => allows(one, said));
    if (allowance === void 0) kept.push(said);
    else silenced.push({ ...said, silenced: byWhom(allowance) });
  }
  const known = [...findings, ...alsoFound];
  const wrong = allowances.flatMap((one) => mistakesOf(one, known, options));
  return { findings: [...kept, ...wrong], silenced };
}
var isEffective = (one, { today }) => one.mistake === null && one.reason !== null && !isOver(one, today);
var isOver = ({ until }, today) => until !== null && until < today;
function allows({ rules: rules2, file, scope, about: about2 }, said) {
  const { line } = said;
  if (said.file !== file || !rules2.includes(said.rule)) return false;
  return scope === "file" || about2 !== null && line !== null && line >= about2.from && line <= about2.to;
}
function byWhom({ reason, until, file, line }) {
  return { reason: reason ?? "", until, file, line };
}
function mistakesOf(one, findings, { today, refuse: refuse2, wasJudged }) {
  const { mistake, reason, until, rules: rules2 } = one;
  if (mistake !== null) {
    return [finding3("allowance-malformed", one, `This allows nothing: ${mistake}.`)];
  }
  const unknown = rules2.flatMap((rule) => {
    const why = refuse2(rule);
    return why === null ? [] : [finding3("allowance-unknown-rule", one, `${capital(why)}.`)];
  });
  const names = rules2.filter((rule) => refuse2(rule) === null);
  if (names.length === 0) return unknown;
  if (reason === null) {
    const message2 = `This allows nothing, as it gives no reason: say why ${names.join(", ")} does no harm here, reason="\u2026".`;
    return [...unknown, finding3("allowance-without-reason", one, message2)];
  }
  if (isOver(one, today)) {
    const message2 = `This allowed ${names.join(", ")} until ${until ?? ""} (${reason}), and does not any more: mend what it was for, or give it a later day.`;
    return [...unknown, finding3("allowance-expired", one, message2)];
  }
  const idle = names.filter(
    (rule) => wasJudged(rule, one) && !findings.some((said) => allows({ ...one, rules: [rule] }, said))
  );
  if (idle.length === 0) return unknown;
  const where = one.scope === "file" ? "this file" : "this statement";
  const message = `Nothing is found here of ${idle.join(", ")}, so there is nothing to allow for ${where}: take it out, lest it hides what comes later.`;
  return [...unknown, finding3("allowance-unused", one, message)];
}
var capital = (text3) => text3.charAt(0).toUpperCase() + text3.slice(1);
function finding3(rule, { file, line }, message) {
  return { rule, severity: "warning", hazard: "configuration", message, file, line };
}

// src/migrations/silencing.ts
async function silenceAllowed({ head, today }, said) {
  const { findings, alsoFound, added, migrations } = said;
  const named2 = new Set(findings.map(({ file }) => file));
  const older = migrations.migrations.filter(
    (one) => !added.includes(one) && filesOf(one).some((file) => named2.has(file))
  );
  const read = (set) => allowancesOf(set, (file) => readIfReadable(head, file));
  const allowances = await read(added);
  return silence(findings, {
    ...{ today, allowances, alsoFound, older: await read(older) },
    refuse,
    wasJudged: allowances.length === 0 ? () => false : await judgedIn(said)
  });
}
var kinds2 = new Map(allowable.map((kind) => [kind.id, kind]));
var ofRules = new Set(rules.map(({ id }) => id));
function refuse(rule) {
  if (kinds2.has(rule)) return null;
  return findingKinds.some(({ id }) => id === rule) ? `${rule} can't be allowed: it is no finding of what a migration does` : noSuchRule(rule, allowable);
}
var filesOf = ({ file, down }) => down === void 0 ? [file] : [file, down.file];
async function allowancesOf(migrations, read) {
  const all2 = [];
  for (const migration of migrations) {
    for (const file of new Set(filesOf(migration))) {
      const text3 = read(file);
      if (text3 === null || !mayAllow(text3)) continue;
      const run2 = [...migration.statements, ...migration.down?.statements ?? []];
      const own = run2.filter(({ place }) => place.file === file);
      all2.push(...await allowancesIn({ file, text: text3, statements: await statementsOf(own) }));
    }
  }
  return all2;
}
async function judgedIn({
  added,
  trace,
  base,
  sides,
  findings
}) {
  const ran = trace.migrations.flatMap(({ statements: statements2 }) => statements2);
  const whole2 = ran.length >= (await statementsOf(added.flatMap((one) => one.statements))).length;
  const isUnsure = findings.some(({ rule }) => rule === "not-judged");
  return (rule, { file, about: about2 }) => {
    if (!ofRules.has(rule)) {
      const against = kinds2.get(rule)?.hazard === "incompatibility" ? sides : base;
      return whole2 && !isUnsure && against !== null;
    }
    return whole2 || ran.some(
      ({ place: { file: at3, line } }) => about2 !== null && at3 === file && line >= about2.from && line <= about2.to
    );
  };
}

// src/migrations/new-migrations.ts
async function judgeNew(workspace, options) {
  const said = await judgeAll(workspace, options);
  if (said === null) return null;
  const { project } = options;
  const { today } = workspace;
  const bySettings = weighed(said.findings, project, today);
  const byComments = await silenceAllowed(workspace, {
    ...{ ...options, ...said },
    findings: bySettings.filter((finding4) => !isSilenced(finding4)),
    alsoFound: [...said.alsoFound, ...bySettings]
  });
  const told2 = [...byComments.findings, ...overSettings(project, today)];
  const all2 = weighed(told2, project, today);
  return {
    trace: said.trace,
    findings: all2.filter((finding4) => !isSilenced(finding4)),
    silenced: [...bySettings.filter(isSilenced), ...byComments.silenced, ...all2.filter(isSilenced)]
  };
}
var isSilenced = (finding4) => "silenced" in finding4;
async function judgeAll(workspace, options) {
  const { project, base, migrations, built, added, actual, empty: empty2, sides } = options;
  const { rehearsal } = built;
  const history = base === null ? [] : await attempt2(
    "the history",
    () => judgeBranches(workspace, project, { base, head: migrations, empty: empty2 })
  );
  workspace.clock.lap("history");
  if (rehearsal === null)
    return history.length === 0 ? null : { trace: NO_TRACE, findings: history, alsoFound: [] };
  const { snapshot, before } = rehearsal;
  const open = () => workspace.databases.copy(snapshot);
  try {
    const release = sides === null ? [] : await attempt2("the release that is running", async () => {
      const running = { ...sides, before: await before.get(), actual, added };
      return (await judgeRunningRelease(running)).findings;
    });
    workspace.clock.lap("release");
    const rollback = await attempt2(
      "the way back",
      () => judgeRollback({ migrations, added, open })
    );
    workspace.clock.lap("rollback");
    const rehearsed = await judgeRehearsal(workspace, rehearsal, {
      head: built.atHead,
      used: sides === null ? null : namedBy(sides.base)
    });
    const replaced2 = base !== null && isReplaced(base.migrations, migrations);
    const observed = rehearsed.findings.filter(
      (finding4) => !isProvedBy(finding4, release) && !(replaced2 && finding4.rule === "statement-fails")
    );
    return {
      trace: rehearsed.trace,
      findings: [...history, ...observed, ...release, ...rollback],
      alsoFound: rehearsed.findings
    };
  } finally {
    await before.close();
  }
}
function namedBy({ desired, unreadable, models }) {
  const whole2 = unreadable.length === 0 && models.unknowns.length === 0;
  return whole2 ? new Set(desired.objects.keys()) : null;
}
var NO_TRACE = { migrations: [], unfilled: [] };
var isProvedBy = ({ rule, file, line }, release) => rule === "rename-in-use" && release.some((one) => one.file === file && one.line === line);
async function attempt2(what, judge3) {
  try {
    return await judge3();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return [
      {
        rule: "not-judged",
        severity: "warning",
        hazard: "failure",
        message: `${what} could not be judged: ${error.message} (${error.code})`,
        file: null,
        line: null
      }
    ];
  }
}

// src/revision/overlay.ts
function overlay(under3, files) {
  const paths = [.../* @__PURE__ */ new Set([...under3.list(), ...files.keys()])].sort();
  const directories = directoriesOf(files.keys());
  return {
    label: under3.label,
    commit: null,
    list: () => paths,
    isFile: (path) => files.has(path) || under3.isFile(path),
    isDirectory: (path) => directories.has(path) || under3.isDirectory(path),
    read: (path) => files.get(path) ?? under3.read(path)
  };
}

// src/catalog/type-values.ts
var WRITTEN = ["attributes", "subtype", "type"];
function readsAlike(column, { actual, desired }) {
  const seen = /* @__PURE__ */ new Set([column]);
  for (const one of seen) {
    for (const need of one.needs) {
      const [before, after] = [actual.objects.get(need), desired.objects.get(need)];
      if (!before || !isType(before.kind)) continue;
      if (after && WRITTEN.some((name) => !equal(before.attributes[name], after.attributes[name])))
        return false;
      seen.add(before);
    }
  }
  return true;
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
var text2 = (n) => quoteLiteral(String(n));
var literal = (spell2) => (n) => quoteLiteral(spell2(n));
var VALUES = [
  [/\[\]$/, (n) => n === 1 ? `'{}'` : `'{NULL}'`],
  [/^(smallint|integer|bigint|oid|money)$/, (n) => String(n)],
  [/^(numeric|real|double precision)$/, (n) => String(n)],
  [/^(text|citext|name|character|character varying|"char")$/, text2],
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
    const range2 = `[${bound(n)},${bound(n + 1)})`;
    return quoteLiteral(type.endsWith("multirange") ? `{${range2}}` : range2);
  };
}
function vectorOf(n, length2) {
  return quoteLiteral(`[${Array.from({ length: length2 }, () => n).join(",")}]`);
}
function valueOf2(n, column) {
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
var ROWS3 = 2;
async function seedRows(db, tables) {
  const seeded2 = [];
  await db.exec(`set local session_replication_role = replica`);
  for (const table of tables) {
    if (await seed(db, table) > 0) seeded2.push(table);
  }
  await db.exec(`set local session_replication_role = origin`);
  return seeded2;
}
function touchedTables(plan2, actual) {
  const ids = /* @__PURE__ */ new Set();
  for (const { change } of plan2.up) {
    for (const id of tablesOf(change, actual)) ids.add(id);
    for (const id of tablesOf(change, plan2.expected)) ids.add(id);
  }
  for (const { before } of plan2.renames) for (const id of tablesOf(before.id, actual)) ids.add(id);
  return [...ids].flatMap((id) => actual.objects.get(id) ?? []);
}
async function seed(db, table) {
  const columns = await seedColumns(db, table);
  let rows = 0;
  for (const [n, all2] of ATTEMPTS) {
    if (rows >= ROWS3) break;
    if (await insert2(db, insertion(table, columns, n, all2))) rows += 1;
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
function insertion(table, columns, n, all2) {
  const given = columns.flatMap((column) => {
    const needed = column.notNull && column.fallback === "none";
    if (column.fallback === "own" || !(all2 || needed)) return [];
    const value = valueOf2(n, column);
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
async function readContents2(db, tables) {
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
    if (contents.partitions.some((one) => !after.partitions.includes(one))) continue;
    if (after.rows < contents.rows) lost.push(`rows of ${name} are lost`);
    else lost.push(...lostValues(contents, after.columns, kept));
  }
  return lost;
}
async function exists(db, relation) {
  const rows = await db.query("select from pg_class where oid = $1::int8::oid", [relation]);
  return rows.length > 0;
}
function lostValues({ table, columns }, now, { keeps, readsAlike: readsAlike2, names }) {
  const byNumber = new Map(now.map((column) => [column.number, column]));
  return columns.flatMap((column) => {
    const name = `${table.schema ?? "public"}.${table.name}.${column.name}`;
    const after = byNumber.get(column.number);
    if (column.generated) return [];
    if (!after) return keeps(table, column.name) ? [`the values of ${name} are lost`] : [];
    const comparable = after.type === column.type ? readsAlike2(table, column.name) : keepsValues(column.type, after.type);
    const same2 = String(calledNow(column, names)) === String(after.values);
    const moved2 = after.position !== null && column.position !== null;
    return [
      ...comparable && !same2 && !after.generated ? [`values of ${name} are changed`] : [],
      ...moved2 && after.position !== column.position ? [`the position of the sequence of ${name} is lost`] : []
    ];
  });
}
function calledNow({ type, values }, names) {
  const own = names.get(type.replace(/\[\]$/, ""));
  if (!own) return [...values];
  const name = (value) => own.get(value) ?? value;
  const rename = (value) => type.endsWith("[]") ? value.replaceAll(/"(?:[^"\\]|\\.)*"|[^{},"]+/g, (item) => elementNamed(item, name)) : name(value);
  return values.map((value) => value === null ? null : rename(value)).sort(byBytes);
}
function elementNamed(item, name) {
  const plain4 = item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, "$1") : item;
  const renamed3 = name(plain4);
  if (renamed3 === plain4) return item;
  return /^[\w.-]+$/.test(renamed3) && !/^null$/i.test(renamed3) ? renamed3 : `"${renamed3.replaceAll(/["\\]/g, "\\$&")}"`;
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
  if (!first) return { rows: 0, partitions: [], columns: [] };
  const only = (table.attributes["partitionKey"] ?? null) === null ? "only " : "";
  const parts = columns.map(({ name, number }) => {
    const cast = casts.get(number);
    const value = `(${quoteIdentifier(name)}${cast === void 0 ? "" : `::${cast}`})::text`;
    return `json_agg(${value} order by ${value} collate "C")`;
  });
  const [row] = await db.query(
    `select count(*)::int as rows, json_build_array(${parts.join(", ")}) as values,
       array(select inhrelid::int8 from pg_inherits
        where inhparent = ${String(first.relation)} and ${String(only === "")})::int8[]::float8[] as partitions
     from ${only}${relationName(first.schema, first.table)}`
  );
  const positions = await readPositions(db, columns);
  return {
    rows: row?.rows ?? 0,
    partitions: row?.partitions ?? [],
    columns: columns.map(({ name, type, generated, relation, number }, at3) => ({
      name,
      type,
      generated,
      relation,
      number,
      values: row?.values[at3] ?? [],
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
async function provePlan(db, plan2, options) {
  if (plan2.manual.length > 0) return failed(null, `not planned: ${plan2.manual.join("; ")}`);
  const together = isOneTransaction(plan2.up) && isOneTransaction(plan2.down);
  if (!together) return proveApart(plan2, options);
  const failure = await db.scratch(() => upAndDown(db, plan2, options));
  if (failure) return failure;
  const { lost, ...rows } = await proveRows(db, plan2, options);
  if (lost.length > 0) return failed(null, `on tables that hold rows, ${lost.join("; ")}`);
  return { proved: true, ...rows };
}
async function proveApart(plan2, { disposable, ...options }) {
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
  const rows = await on((db) => withRowsApart(db, plan2, options));
  if (rows.lost.length > 0)
    return failed(null, `on tables that hold rows, ${rows.lost.join("; ")}`);
  if (rows.failure === null) {
    return { proved: true, tablesWithRows: rows.seeded, failsOnRows: null };
  }
  const failure = await on((db) => upAndDown(db, plan2, options, { run: runApart2 }));
  const { statement, error, code } = rows.failure;
  const failsOnRows = code === NOT_NULL_VIOLATION ? `${statement ?? ""} ${error}`.trim() : null;
  return failure ?? { proved: true, tablesWithRows: null, failsOnRows };
}
async function withRowsApart(db, plan2, options) {
  await db.exec("begin");
  const seeded2 = await seedRows(db, touchedTables(plan2, options.actual));
  await db.exec("commit");
  const before = await readContents2(db, seeded2);
  let lost = [];
  const afterUp = async () => {
    lost = await lostContents(db, before, keptBy(plan2, options.actual));
  };
  const failure = await upAndDown(db, plan2, options, { run: runApart2, afterUp });
  return { failure, seeded: seeded2.length, lost };
}
async function upAndDown(db, plan2, options, { run: run2, afterUp } = { run: runTogether }) {
  const up = await run2(db, plan2.up);
  if (up) return { ...failed(up.sql, up.error.message), code: up.error.code };
  await afterUp?.();
  const after = await introspect(db, options);
  const left = diff(after, plan2.expected, { traits });
  if (left.length > 0) return failed(null, `after it, ${inWords(left)}`, left);
  const down = await run2(db, plan2.down);
  if (down) return failed(down.sql, `on the way back: ${down.error.message}`);
  const back = diff(await introspect(db, options), options.actual, { traits });
  return back.length > 0 ? failed(null, `after the way back, ${inWords(back)}`, back) : null;
}
var ATTEMPTS2 = 5;
async function proveRows(db, plan2, { actual }) {
  const touched = touchedTables(plan2, actual);
  const left = /* @__PURE__ */ new Set();
  let failsOnRows = null;
  for (let attempt3 = 0; attempt3 < ATTEMPTS2; attempt3 += 1) {
    const tables = touched.filter(({ id }) => !left.has(id));
    const tried = await db.scratch(() => tryRows2(db, plan2, { tables, actual }));
    if (tried.ok) return { tablesWithRows: tried.seeded, failsOnRows, lost: tried.lost };
    if (tried.code === NOT_NULL_VIOLATION) failsOnRows ??= `${tried.sql} ${tried.message}`.trim();
    const inTheWay = tables.filter(({ name }) => tried.sql.includes(quoteIdentifier(name)));
    if (inTheWay.length === 0) break;
    for (const { id } of inTheWay) left.add(id);
  }
  return { tablesWithRows: null, failsOnRows, lost: [] };
}
async function tryRows2(db, plan2, { tables, actual }) {
  const seeded2 = await seedRows(db, tables);
  const before = await readContents2(db, seeded2);
  const result = await db.run(plan2.up.map((step) => step.sql));
  if (!result.ok) {
    const { code, message } = result.error;
    return { ok: false, sql: plan2.up[result.index]?.sql ?? "", code, message };
  }
  const lost = await lostContents(db, before, keptBy(plan2, actual));
  return { ok: true, seeded: seeded2.length, lost };
}
function keptBy({ expected, renames }, actual) {
  const renamed3 = new Set(renames.map(({ before }) => before.id));
  const keeps = (table, column) => {
    if (column === void 0) return renamed3.has(table.id) || expected.objects.has(table.id);
    const id = objectId("column", table.schema ?? "", table.name, column);
    const after = expected.objects.get(id);
    return renamed3.has(id) || after !== void 0 && (after.attributes["generated"] ?? null) === null;
  };
  const columnReadsAlike = (table, name) => {
    const column = actual.objects.get(objectId("column", table.schema ?? "", table.name, name));
    return column === void 0 || readsAlike(column, { actual, desired: expected });
  };
  return { keeps, readsAlike: columnReadsAlike, names: renamedValues(renames) };
}
function inWords(changes) {
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
var RULES2 = [
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
  return RULES2.filter(
    (rule) => rule.version > version && rule.kinds.includes(object.kind) && rule.asks(object)
  );
}

// src/comparison/too-new.ts
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
  const parts = childrenOf(schema, object.id).filter(({ part: part3 }) => part3);
  return [object, ...parts.flatMap((part3) => withParts(part3, schema))];
}

// src/comparison/proved-plan.ts
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
  const { plan: plan2, against, findings } = await planFor(database, changes, options);
  const proof = await provePlan(database, plan2, {
    actual: head.migrated,
    disposable,
    exclude: [head.migrations.bookkeeping]
  });
  if (!proof.proved) {
    const statement = proof.statement === null ? "" : `; statement: ${proof.statement}`;
    return { ...notProved(`${proof.error}${statement}`), statementsFor };
  }
  return {
    report: describePlan(plan2, against),
    findings: [...rowsFinding(proof), ...findings],
    steps: plan2.up,
    statementsFor
  };
}
async function planFor(database, changes, { head, drift, project, forms, inUse }) {
  const transition = { actual: head.actual, desired: head.desired };
  const chosen = chooseForms(project, head.migrations, forms);
  const renames = head.decided.steps;
  const settled = changes.length === drift.changes.length ? drift : await settle(
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
function notProved(why) {
  const finding4 = {
    rule: "plan-not-proved",
    severity: "error",
    hazard: "failure",
    message: `no migration is shown, for the one that was planned could not be proved: ${why}`,
    file: null,
    line: null
  };
  return { report: { ...empty, proved: false }, findings: [finding4], steps: [] };
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

// src/comparison/migration-files.ts
async function writePlan(request, plan2) {
  const parts = plan2.report.migrations;
  const files = filesFor(request, parts);
  if (await readAs(request, parts, files)) return { ...plan2, files };
  const why = "written as the project keeps its migrations, it reads back otherwise; see whether a name or a value in it holds what parts statements in files of this layout";
  return { ...plan2, ...notProved(why), files: [] };
}
function filesFor({ project, head, name }, parts) {
  const { write } = toolOf(project);
  if (parts.length === 0 || write === null) return [];
  const { models, migrations, actual, desired, decided } = head;
  const renames = decided.changes;
  const now = Date.now();
  return write({ project, models, migrations, parts, renames, name, now, actual, desired });
}
async function readAs({ revision, project, head: { migrations } }, parts, files) {
  if (files.length === 0) return true;
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(revision, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const found = added.map(({ statements: statements2 }) => textOf5(statements2.map(({ sql }) => sql)));
  const expected = parts.map(({ statements: statements2 }) => textOf5(statements2));
  return found.join("\0") === expected.join("\0");
}
function textOf5(statements2) {
  const bare2 = statements2.map((sql) => sql.slice(skipBlank(sql, 0)).trim().replace(/;$/u, ""));
  return bare2.join(";\n").replaceAll(/;\s+/gu, ";\n");
}

// src/comparison/observations.ts
var MANY = 10;
function unobserved(schemas, stubbed) {
  return stubbed.flatMap((name) => {
    const id = objectId("extension", name);
    const dependents = new Set(schemas.flatMap((one) => needing(one, id)));
    if (schemas[0]?.objects.has(id) !== true && dependents.size === 0) return [];
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
function leftOut2(project, head) {
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

// src/comparison/rename-variants.ts
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
  const renamed3 = await branch(asRenamed);
  const dropped = await branch(asNew);
  const open = settled.open.map(
    (candidate) => describe2(candidate, {
      places,
      introduced: true,
      renamed: variantOf(candidate, renamed3),
      dropped: variantOf(candidate, dropped)
    })
  );
  return [...open, ...inherited];
}
function variantOf(candidate, { head, plan: plan2 }) {
  const { proved } = plan2.report;
  const steps2 = plan2.steps.filter((step) => serves(step, candidate, head));
  const [problem] = plan2.findings.filter(({ severity }) => severity !== "note");
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
function describe2(candidate, told2) {
  const { before, after, member, confidence } = candidate;
  const { places, introduced, renamed: renamed3, dropped } = told2;
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
      ...renamed3,
      tag: `/** @renamedFrom ${writeName([older])} */`,
      config: `${quoted2(from)}: ${quoted2(to)}`,
      option: `--rename ${shell(`${from}=${to}`)}`
    },
    dropAndAdd: {
      ...dropped,
      tag: "/** @renamedFrom - */",
      config: `${quoted2(from)}: null`,
      option: `--rename ${shell(`${from}=`)}`
    }
  };
}
function shortName(name) {
  const parts = partsOfId(`:${name}`);
  return parts[0] === "public" && parts.length > 1 ? writeName(parts.slice(1)) : name;
}
function quoted2(name) {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && !/^(?:null|true|false|yes|no|on|off|y|n)$/iu.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
function shell(word) {
  return /^[\p{L}\p{N}_.=-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
function undecidedRenames(renames) {
  return renames.filter(({ introduced }) => introduced).map(({ kind, from, to, confidence, model, rename, dropAndAdd }) => ({
    rule: "undecided-rename",
    severity: "error",
    hazard: "drift",
    message: `${kind} ${from} may have been renamed to ${to} (${likelihood(confidence)}), and nobody says so. If it was: ${rename.tag} on the model, or ${rename.option}; if it is dropped and the other is new: ${dropAndAdd.tag} on the model, or ${dropAndAdd.option}`,
    file: model?.file ?? null,
    line: model?.line ?? null
  }));
}

// src/migrations/told-renames.ts
async function toldRenames(migrations, sides) {
  const renamed3 = /* @__PURE__ */ new Map();
  for (const { sql } of migrations.flatMap(({ statements: statements2 }) => statements2)) {
    const statement = /rename/iu.test(sql) ? await renameIn(sql) : null;
    const pairs = statement === null ? [] : pairsOf(statement, sides);
    for (const { before, after } of pairs) renamed3.set(after.id, before);
  }
  return renamed3;
}
async function renameIn(sql) {
  const tree = await parseTree(sql);
  return tree !== null && "RenameStmt" in tree ? tree.RenameStmt : null;
}
function pairsOf({ renameType, relation, subname: from, newname: to = "" }, sides) {
  const tables = ofKind("table", sides.before.objects.values()).filter(
    ({ name, schema }) => name === relation?.relname && (relation.schemaname ?? schema) === schema
  );
  const pairs = tables.map((one) => {
    if (renameType === "OBJECT_TABLE") return tableAs(one, to, sides);
    return renameType === "OBJECT_COLUMN" && from !== void 0 ? columnAs(one, { from, to }, sides) : null;
  });
  return pairs.filter((pair2) => pair2 !== null);
}
function tableAs(before, to, sides) {
  const after = ofKind("table", sides.after.objects.values()).find(
    ({ schema, name }) => schema === before.schema && name === to
  );
  return after === void 0 ? null : apart2({ before, after }, sides);
}
function columnAs({ id }, { from, to }, sides) {
  const columnIn2 = (schema, name) => ofKind("column", childrenOf(schema, id)).find((one) => one.name === name);
  const [before, after] = [columnIn2(sides.before, from), columnIn2(sides.after, to)];
  return before === void 0 || after === void 0 ? null : apart2({ before, after }, sides);
}
function apart2(pair2, sides) {
  const stays = sides.after.objects.has(pair2.before.id) || sides.before.objects.has(pair2.after.id);
  return stays ? null : pair2;
}
var ofKind = (kind, objects) => [...objects].filter((one) => one.kind === kind);

// src/analyse.ts
async function analyse(workspace, project) {
  const { head, databases, progress, clock: clock2, timeLeft } = workspace;
  const tool = toolOf(project);
  const migrations = await tool.readMigrations(head, project);
  const base = await findBase(workspace, project);
  const history = historyIn(workspace, migrations, base?.migrations ?? null);
  const added = workspace.base === null ? [] : addedTo(migrations, base?.migrations ?? null);
  const begin = () => beginBuilding(workspace, { project, migrations, history, base, added });
  progress.phase("running the migrations", `${project.id}: ${migrations.migrations.length}`);
  let begun = await begin();
  clock2.lap("start");
  if (tool.readModels === null) {
    const built2 = await begun.running;
    clock2.lap("wait for migrations");
    const fresh = { project, base, migrations, added, actual: begun.actual, built: built2 };
    const rehearsed2 = await judgeNew(workspace, { ...fresh, empty: null, sides: null });
    return analysisOf({ ...fresh, rehearsed: rehearsed2, migrated: await migratedBy(workspace, fresh) });
  }
  const models = await tool.readModels(head, project, { env: project.env, timeLeft });
  clock2.lap("models");
  if (databases.provide(models.extensions)) {
    await begun.actual.close();
    begun = await begin();
  }
  const { actual, running } = begun;
  progress.phase("comparing", `${project.id}: ${models.tables} tables`);
  const spare = await databases.take();
  const desired = await buildDesired(spare, models, createExtensions(databases.extensions));
  clock2.lap("desired");
  const built = await running;
  clock2.lap("wait for migrations");
  const read = { project, models, migrations, replayed: built.replayed, added, unseen: [] };
  const { atHead } = built;
  const compared = atHead === null || whyUnread(models, migrations) !== null ? null : await compare(workspace, read, {
    ...{ actual, spare, desired, base },
    built: { ...built, atHead }
  });
  const rehearsed = await judgeNew(workspace, {
    ...{ project, base, migrations, added, actual, built, empty: spare },
    sides: sidesOf(compared)
  });
  const migrated = await migratedBy(workspace, { base, migrations, added, built }, compared);
  return { ...read, compared, migrated, rehearsed, standing: standingIn(base, compared) };
}
async function migratedBy(workspace, {
  base,
  migrations,
  added,
  built
}, compared = null) {
  const told2 = (before2, after) => migratedIn(added, { before: before2, after });
  if (compared?.base) return told2(compared.base.migrated, compared.head.migrated);
  const { atBase, atHead, rehearsal } = built;
  if (added.length === 0 || atHead === null) return null;
  if (base === null) return rehearsal === null ? null : told2(rehearsal.base, atHead);
  const before = await actualAtBase(workspace, base, { migrations, atBase });
  return before === null ? null : told2(before, atHead);
}
async function migratedIn(added, sides) {
  return { ...sides, renamed: await toldRenames(added, sides) };
}
function sidesOf(compared) {
  const base = compared?.base ?? null;
  return compared === null || base === null ? null : { base, head: compared.head };
}
function analysisOf(run2) {
  const { project, base, migrations, added, rehearsed, migrated, actual, built } = run2;
  const { replayed } = built;
  const unseen = unseenIn(project, actual, built);
  const standing2 = standingIn(base, null);
  const analysis = { project, migrations, added, rehearsed, migrated, standing: standing2 };
  return { ...analysis, models: null, replayed, compared: null, unseen };
}
function unseenIn(project, actual, { atHead }) {
  const unobservable = atHead === null ? [] : unobserved([atHead], actual.stubbed);
  return [...unobservable, ...otherVersion(project, actual.version)];
}
async function compare(workspace, analysis, context) {
  const { project, models, migrations } = analysis;
  const { actual, built, base } = context;
  const { kinds: kinds3, external } = models.scope;
  const roles = models.roles.filter(
    (name) => !kinds3.includes("role") || external.includes(objectId("role", name))
  );
  for (const role of roles) await actual.exec(createRole(role));
  const atHead = kinds3.includes("role") ? await readActual(actual, migrations) : built.atHead;
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
  const planned2 = await settleAndPlan(workspace, actual, {
    project,
    head: unsettled,
    base: baseSide,
    before
  });
  const { head, drift } = planned2;
  const { fresh, standing: standing2 } = refusalsIn(desired, baseSide);
  const findings = [
    ...standing2,
    ...fresh,
    ...typeof atBase === "string" ? [baseUnread(atBase)] : [],
    ...head.decided.wrong,
    ...undecidedRenames(planned2.renames),
    ...emptyModels(head, drift.unmodelled),
    ...unobserved([head.actual, head.desired], actual.stubbed),
    ...leftOut2(project, head),
    ...otherVersion(project, actual.version)
  ];
  const unknownAtBase = baseSide?.models.unknowns ?? [];
  return { ...planned2, base: baseSide, findings, standing: standing2, unknownAtBase };
}
function refusalsIn({ refusals }, base) {
  const known = ({ object }) => base?.unreadable.includes(object) === true;
  return {
    fresh: refusals.filter((one) => !known(one)).map(({ finding: finding4 }) => finding4),
    standing: refusals.filter(known).map(({ finding: finding4 }) => ({ ...finding4, severity: "warning" }))
  };
}
var standingIn = (base, compared) => [
  ...base?.migrations.findings ?? [],
  ...compared?.base?.models.findings ?? [],
  ...compared?.standing ?? []
];
function atBaseOf({ base }, context, baseSide) {
  if (base === null) return context.built.atHead;
  return context.base === null ? null : baseSide?.actual ?? context.built.atBase;
}
async function settleAndPlan(workspace, actual, sides) {
  const { forms, clock: clock2, progress, databases, ask, renames } = workspace;
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
  const planned2 = async (side, changes) => {
    const options = { head: side, drift: changes, project, forms, inUse, disposable };
    const request = { revision: workspace.head, project, head: side, name: workspace.name };
    return writePlan(request, await planDrift(actual, options));
  };
  const open = await describeRenames(actual, settled, { ...sides, plan: planned2 });
  const stuck = settled.open.length + head.decided.wrong.length > 0;
  const plan2 = stuck ? { ...planWithheld(head), files: [] } : await planned2(head, drift);
  clock2.lap("plan");
  return { head, drift, plan: plan2, renames: open, foreign: head.decided.foreign };
}

// src/record/analysis.ts
function filesOf2({ compared }) {
  return compared !== null && isWhole(compared.head) ? compared.plan.files : [];
}

// src/record/not-compared.ts
var FOREIGN = ["role", "extension", "schema"];
function notCompared(schema, compared) {
  const names = /* @__PURE__ */ new Map();
  for (const { id, kind } of schema.objects.values()) {
    if (compared.includes(kind) || FOREIGN.includes(kind)) continue;
    addTo(names, kindOf(kind).plural ?? `${kind}s`, identityOf(id));
  }
  const all2 = [...Object.entries(schema.uncovered), ...names].sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(all2.map(([noun, list]) => [noun, [...list].sort()]));
}

// src/report/hunks.ts
import { structuredPatch } from "./vendor/diff.js";
var CONTEXT_LINES = 3;
var EDITS_MOST = 1e3;
function hunkLines(before, after) {
  const patch = structuredPatch("", "", before, after, "", "", {
    context: CONTEXT_LINES,
    maxEditLength: EDITS_MOST
  });
  if (patch === void 0) return null;
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${rangeOf2(oldStart, oldLines)} +${rangeOf2(newStart, newLines)} @@`,
    ...lines
  ]);
}
function rangeOf2(start, lines) {
  return `${String(lines === 0 ? start - 1 : start)},${String(lines)}`;
}

// src/record/planned-files.ts
function plannedFiles(files) {
  return files.map((file) => replacing(file) ?? repeating(file) ?? whole(file));
}
function replacing({ path, content, replaces }) {
  if (replaces === void 0) return null;
  const lines = hunkLines(replaces, content) ?? rewritten(replaces, content);
  return { file: path, source: path, hunks: lines.join("\n") };
}
function repeating({ path, content, like }) {
  const lines = like === void 0 ? null : hunkLines(like.content, content);
  if (like === void 0 || lines === null) return null;
  return { file: path, source: like.path, hunks: lines.join("\n") };
}
var whole = ({ path, content }) => ({
  file: path,
  source: null,
  hunks: rewritten("", content).join("\n")
});
function rewritten(before, after) {
  if (before === after) return [];
  const [old, wanted] = [marked("-", before), marked("+", after)];
  const ranges = [rangeOf3(before), rangeOf3(after)];
  return [`@@ -${ranges[0] ?? ""} +${ranges[1] ?? ""} @@`, ...old, ...wanted];
}
var rangeOf3 = (text3) => text3 === "" ? "0,0" : `1,${String(linesOf(text3).length)}`;
var linesOf = (text3) => text3.replace(/\n$/u, "").split("\n");
function marked(sign, text3) {
  if (text3 === "") return [];
  const lines = linesOf(text3).map((line) => `${sign}${line}`);
  return text3.endsWith("\n") ? lines : [...lines, "\\ No newline at end of file"];
}

// src/record/changed-schema.ts
function withChanges(before, desired, changes) {
  const objects = new Map(before.objects);
  for (const change of changes) if (change.op === "drop") remove2(objects, before, change.object);
  const renamed3 = changes.flatMap(
    (change) => change.op === "rename" ? [[change.before.id, change.after]] : []
  );
  const moved2 = inPlace(objects, new Map(renamed3));
  for (const change of changes) {
    if (change.op === "create") add(moved2, desired, change.after);
    if (change.op === "alter") {
      moved2.set(change.object, altered2(change));
      bringAlong(moved2, { before, desired }, change);
    }
  }
  return { objects: moved2, uncovered: before.uncovered };
}
function altered2({ before, after, attributes }) {
  const changed = attributes.map((name) => [name, after.attributes[name] ?? null]);
  return { ...before, attributes: { ...before.attributes, ...Object.fromEntries(changed) } };
}
function bringAlong(objects, { before, desired }, { object: id, attributes }) {
  const follows2 = ({ kind }) => traits[kind]?.follows?.some((name) => attributes.includes(name)) === true;
  for (const child of childrenOf(before, id)) {
    if (follows2(child) && !desired.objects.has(child.id)) remove2(objects, before, child.id);
  }
  for (const child of childrenOf(desired, id)) {
    if (follows2(child) && !objects.has(child.id)) add(objects, desired, child);
  }
}
function remove2(objects, before, id) {
  objects.delete(id);
  for (const child of childrenOf(before, id)) remove2(objects, before, child.id);
}
function add(objects, desired, object) {
  objects.set(object.id, object);
  for (const child of childrenOf(desired, object.id)) if (child.part) add(objects, desired, child);
}
function inPlace(objects, renamed3) {
  if (renamed3.size === 0) return new Map(objects);
  return new Map(
    [...objects.values()].map((object) => {
      const after = renamed3.get(object.id) ?? object;
      return [after.id, after];
    })
  );
}

// src/record/schema-diagram.ts
function drawTables(roots, step) {
  const changed = roots.filter(({ before, after }) => (after ?? before)?.kind === "table");
  const ids = new Set(changed.map(idOf2));
  const keys = pairsOf2("foreign key", [...step.before.objects.values()], {
    ...step,
    of: [...step.after.objects.values()]
  });
  const shown = keys.filter((key) => ids.has(ownerOf(key)) || ids.has(targetOf2(key, step)));
  const beside = shown.flatMap((key) => [ownerOf(key), targetOf2(key, step)]);
  const neighbours = [...new Set(beside)].filter((id) => !ids.has(id));
  return {
    tables: [
      ...changed.map((pair2) => drawChanged(pair2, step)),
      ...neighbours.flatMap((id) => drawNeighbour(id, shown, step))
    ],
    references: shown.map((key) => drawReference(key, step))
  };
}
var idOf2 = ({ before, after }) => (after ?? before)?.id ?? "";
function pairsOf2(kind, before, step) {
  const old = before.filter((one) => one.kind === kind);
  const kept = new Map(old.map((one) => [one.id, one]));
  const after = step.of.filter((one) => one.kind === kind).map((one) => {
    const id = namesakeOf(one, step);
    const was = kept.get(id) ?? null;
    kept.delete(id);
    return { before: was, after: one };
  });
  return [...after, ...[...kept.values()].map((one) => ({ before: one, after: null }))];
}
function namesakeOf(object, { before, renamed: renamed3 }) {
  const was = renamed3.get(object.id);
  const name = was?.name ?? object.name;
  const table = renamed3.get(object.parent ?? "");
  if (table !== void 0) return objectId(object.kind, table.schema ?? "", table.name, name);
  return was !== void 0 && before.objects.has(was.id) ? was.id : object.id;
}
function drawChanged(pair2, step) {
  const { before, after } = pair2;
  const was = before === null ? [] : childrenOf(step.before, before.id);
  const now = after === null ? [] : childrenOf(step.after, after.id);
  const columns = pairsOf2("column", was, { ...step, of: now });
  const old = before === null || after === null ? null : identityOf(before.id);
  const name = identityOf(idOf2(pair2));
  return {
    table: name,
    state: stateOf(pair2, true),
    was: old === name ? null : old,
    columns: columns.map((column) => drawColumn(column, step, stateOf(pair2, true))),
    more: 0
  };
}
function drawNeighbour(id, keys, step) {
  const table = step.after.objects.get(id) ?? step.before.objects.get(id);
  if (table === void 0) return [];
  const schema = step.after.objects.has(id) ? step.after : step.before;
  const all2 = childrenOf(schema, id).filter(({ kind }) => kind === "column");
  const named2 = /* @__PURE__ */ new Set([
    ...keyColumns("primary key", id, schema),
    ...keys.flatMap((key) => namesIn2(key, id, step))
  ]);
  const shown = all2.filter(({ name }) => named2.has(name));
  const columns = shown.map((one) => drawColumn({ before: one, after: one }, step, "changed"));
  const more = all2.length - shown.length;
  return [{ table: identityOf(id), state: "unchanged", was: null, columns, more }];
}
function namesIn2(key, table, step) {
  const { before, after } = key;
  const one = after ?? before;
  if (one === null) return [];
  return [
    ...ownerOf(key) === table ? listOf(one, "columns") : [],
    ...targetOf2(key, step) === table ? listOf(one, "targetColumns") : []
  ];
}
function drawColumn(pair2, step, ofTable) {
  const { before, after } = pair2;
  const one = after ?? before;
  const schema = after === null ? step.before : step.after;
  const whole2 = ofTable === "added" || ofTable === "removed";
  const change = before === null || after === null ? null : differences(before, after);
  const state = stateOf(pair2, change !== null);
  return {
    name: one?.name ?? "",
    type: one === null ? "" : shortType(textOf(one, "type")),
    keys: one === null ? [] : keysOf2(one, schema),
    state: whole2 ? "unchanged" : state,
    change
  };
}
function stateOf({ before, after }, isChanged) {
  if (before === null) return "added";
  if (after === null) return "removed";
  return isChanged ? "changed" : "unchanged";
}
function differences(before, after) {
  if (before === after) return null;
  const names = differingAttributes(before, after);
  const told2 = [
    ...before.name === after.name ? [] : [`was ${before.name}`],
    ...names.map((name) => differenceIn(name, before, after))
  ];
  return told2.length === 0 ? null : told2.join(", ");
}
function differenceIn(name, before, after) {
  if (name === "type") {
    return `${shortType(textOf(before, "type"))} \u2192 ${shortType(textOf(after, "type"))}`;
  }
  if (name === "notNull") {
    return after.attributes[name] === true ? "not null now" : "null allowed now";
  }
  if (name === "default") {
    const value = optionalText(after, "default");
    return value === null ? "no default now" : `default ${shortDefault(value, textOf(after, "type"))} now`;
  }
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
function keysOf2(column, schema) {
  const table = column.parent ?? "";
  const isIn = (kind) => keyColumns(kind, table, schema).includes(column.name);
  return [
    ...isIn("primary key") ? ["PK"] : [],
    ...isIn("foreign key") ? ["FK"] : [],
    ...isUnique2([column.name], table, schema, ["unique"]) ? ["UK"] : []
  ];
}
function keyColumns(kind, table, schema) {
  return childrenOf(schema, table).filter((child) => child.kind === kind).flatMap((key) => listOf(key, kind === "foreign key" ? "columns" : "order"));
}
function isUnique2(columns, table, schema, kinds3) {
  const wanted = columns.toSorted().join("\n");
  return childrenOf(schema, table).some(
    (child) => kinds3.includes(child.kind) && listOf(child, "order").toSorted().join("\n") === wanted
  );
}
var ownerOf = ({ before, after }) => (after ?? before)?.parent ?? "";
function targetOf2({ before, after }, { renamed: renamed3 }) {
  const one = after ?? before;
  const [schema = "", table = ""] = one === null ? [] : listOf(one, "target");
  const id = objectId("table", schema, table);
  if (after !== null) return id;
  return [...renamed3].find(([, old]) => old.id === id)?.[0] ?? id;
}
function drawReference(key, step) {
  const { before, after } = key;
  const one = after ?? before;
  const schema = after === null ? step.before : step.after;
  const columns = one === null ? [] : listOf(one, "columns");
  const owner = one?.parent ?? "";
  const isNullable = childrenOf(schema, owner).some(
    ({ kind, name, attributes }) => kind === "column" && columns.includes(name) && attributes["notNull"] !== true
  );
  const isChanged = before !== null && after !== null && differingAttributes(before, after).length > 0;
  return {
    name: one?.name ?? "",
    from: identityOf(ownerOf(key)),
    to: identityOf(targetOf2(key, step)),
    columns,
    optional: isNullable,
    one: isUnique2(columns, owner, schema, ["primary key", "unique"]),
    state: stateOf(key, isChanged)
  };
}

// src/record/schema-diff.ts
function schemaDiffs({ compared, added, migrated }) {
  const missing = compared === null ? null : missingStep(compared);
  const made = migrated === null || added.length === 0 ? null : newStep(migrated);
  return [
    ...missing === null || missing.changes.length === 0 ? [] : [describeStep("missing", missing)],
    ...made === null || made.changes.length === 0 ? [] : [describeStep("new", made)]
  ];
}
function missingStep({ head, drift }) {
  const isNew = (change) => !drift.inherited.has(change);
  const renames = drift.renames.filter(isNew);
  const changes = drift.changes.filter(isNew);
  return {
    before: renames.length > 0 ? head.migrated : head.actual,
    after: withChanges(head.actual, head.desired, changes),
    changes: [...renames, ...changes],
    renamed: oldNames([...renames, ...changes])
  };
}
function newStep(migrated) {
  const changes = diff(migrated.before, migrated.after, { traits });
  const renamed3 = new Map([...oldNames(changes), ...migrated.renamed]);
  return { ...migrated, changes, renamed: renamed3 };
}
function oldNames(changes) {
  return new Map(
    changes.flatMap(
      (change) => change.op === "rename" ? [[change.after.id, change.before]] : []
    )
  );
}
function describeStep(of, step) {
  const roots = rootsOf(step);
  return { of, objects: roots.map((root) => textsOf(root, step)), ...drawTables(roots, step) };
}
function rootsOf({ before, after, changes, renamed: renamed3 }) {
  const pairs = /* @__PURE__ */ new Map();
  const successors = new Map([...renamed3].map(([id, old]) => [old.id, id]));
  for (const change of changes) {
    const root = change.op === "drop" ? rootOf(before, change.before) : rootOf(after, change.after);
    const id = (change.op === "drop" ? successors.get(root.id) : void 0) ?? root.id;
    const now = after.objects.get(id) ?? null;
    const then = before.objects.get(renamed3.get(id)?.id ?? id) ?? null;
    pairs.set(id, { before: then, after: now });
  }
  return [...pairs.values()];
}
function rootOf(schema, object) {
  const parent = object.parent === null ? void 0 : schema.objects.get(object.parent);
  return parent === void 0 ? object : rootOf(schema, parent);
}
function textsOf({ before, after }, step) {
  const one = after ?? before;
  return {
    kind: one?.kind ?? "",
    object: one === null ? "" : identityOf(one.id),
    before: before === null ? null : definitionOf2(before, step.before),
    after: after === null ? null : definitionOf2(after, step.after)
  };
}
function definitionOf2(object, schema) {
  const made = [object, ...belongings(object, schema)].flatMap(
    (one) => kindOf(one.kind).create(one, schema)
  );
  return [...new Set(made)].join("\n");
}
function belongings({ id }, schema) {
  return childrenOf(schema, id).flatMap((child) => [
    ...child.part ? [] : [child],
    ...belongings(child, schema)
  ]);
}

// src/record/trace-report.ts
function traceReport(trace) {
  return (trace?.migrations ?? []).map(({ name, file, statements: statements2 }) => {
    return { migration: name, file, statements: statements2.map(describe3) };
  });
}
function describe3(traced) {
  const { sql, place, ms, locks, scans, rewrites, builds, drops, outcome, unobserved: unobserved2 } = traced;
  const { kind, error } = outcome;
  return {
    sql,
    line: place.line,
    ms: Math.round(ms * 10) / 10,
    locks: locks.map(({ relation, mode, documented: documented2 }) => {
      return { relation: relation.name, mode, existed: relation.existed, documented: documented2 };
    }),
    scans: scans.map(({ relation }) => relation.name),
    rewrites: rewrites.map(({ name }) => name),
    builds: builds.map(({ index }) => index.name),
    drops: drops.map(
      ({ kind: kind2, identity }) => `${kind2.replace(/^table (?=column|constraint)/u, "")} ${identity}`
    ),
    rows: {
      lost: traced.rows.filter(({ lost }) => lost > 0).map(({ relation, lost, before }) => ({ table: relation.name, rows: lost, of: before })),
      changed: traced.rows.flatMap(changedValues2)
    },
    error: error === null ? null : { code: error.code, message: error.message, kind },
    observed: unobserved2
  };
}
function changedValues2({ relation, lostColumns: lostColumns2, changed }) {
  const named2 = (column) => `${relation.name}.${column}`;
  return [
    ...lostColumns2.map(({ column, values }) => ({ column: named2(column), values, example: null })),
    ...changed.map(({ column, values, example }) => ({ column: named2(column), values, example }))
  ];
}

// src/record/project-report.ts
var noPlan = {
  files: [],
  up: [],
  down: [],
  migrations: [],
  proved: false,
  file: null,
  irreversible: []
};
function projectReport(analysis) {
  const { project, models, migrations, replayed, added, compared } = analysis;
  const { findings, inherited } = apart3(findingsOf(analysis), analysis);
  const partial = {
    models: models === null ? null : modelsReport(project, models, compared),
    drift: compared === null ? [] : driftItems(compared, compared.head.models.places),
    findings
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
    plan: compared === null ? noPlan : planReport(compared),
    schemaDiffs: schemaDiffs(analysis),
    renames: compared?.renames ?? [],
    trace: traceReport(analysis.rehearsed?.trace ?? null),
    inherited,
    silenced: analysis.rehearsed?.silenced ?? [],
    notCompared: compared === null ? {} : uncompared(compared),
    unmodelled: compared === null ? [] : compared.drift.unmodelled.filter(isOwn).map(identityOf)
  };
}
function modelsReport({ tool }, { files, tables, columns, unknowns }, compared) {
  const isNew = newUnknowns(compared);
  const described = unknowns.map((unknown) => describeUnknown(unknown, isNew(unknown)));
  return { tool, files, tables, columns, unknowns: described };
}
var uncompared = ({ head }) => notCompared(head.actual, head.models.scope.kinds);
function planReport(compared) {
  const { plan: plan2 } = compared;
  const migrations = plan2.report.migrations.map(({ statements: statements2, transaction }, index) => {
    return { file: plan2.files[index]?.path ?? "", statements: statements2, transaction };
  });
  return {
    ...{ ...plan2.report, migrations, file: plan2.files[0]?.path ?? null },
    files: plannedFiles(filesOf2({ compared }))
  };
}
function findingsOf(analysis) {
  const { models, migrations, replayed, compared, unseen, rehearsed } = analysis;
  const failure = replayed.failure === null ? [] : [replayed.failure];
  const assumed = replayed.assumed.length === 0 ? [] : [describeAssumed(replayed.assumed)];
  const isNew = newUnknowns(compared);
  const unknowns = models?.unknowns.map((unknown) => unknownFinding(unknown, isNew(unknown))) ?? [];
  const later = compared === null ? [] : [...compared.findings, ...compared.plan.findings];
  return [
    ...models?.findings ?? [],
    ...migrations.findings.filter((finding4) => !isSkippedAsNew(finding4, rehearsed)),
    ...failure,
    ...unknowns,
    ...later,
    ...(rehearsed?.findings ?? []).filter((finding4) => !isSaid(finding4, replayed.failure)),
    ...assumed,
    ...unseen
  ];
}
function apart3(findings, { standing: standing2, compared }) {
  const key = ({ rule, message, file }) => JSON.stringify([rule, message, file]);
  const atBase = [...standing2, ...(compared?.unknownAtBase ?? []).map(standingUnknown)];
  const known = new Set(atBase.map(key));
  const isInherited = (finding4) => finding4.severity !== "error" && known.has(key(finding4));
  return {
    findings: findings.filter((finding4) => !isInherited(finding4)),
    inherited: findings.filter(isInherited)
  };
}
var standingUnknown = (unknown) => unknownFinding(unknown, false);
var isSaid = (finding4, failure) => failure !== null && finding4.file === failure.file && finding4.line === failure.line;
var isSkippedAsNew = ({ rule, migration }, rehearsed) => rule === "migration-skipped" && [...rehearsed?.findings ?? [], ...rehearsed?.silenced ?? []].some(
  (one) => one.rule === rule && one.migration === migration
);
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
function driftItems({ drift, plan: plan2 }, places) {
  return [...drift.renames, ...drift.changes].map((change) => ({
    op: change.op,
    kind: change.kind,
    object: identityOf(change.object),
    reason: change.reason,
    weight: change.weight,
    introduced: isIntroduced(drift, change),
    model: placeOf3(change, places),
    sql: plan2.statementsFor(change)
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

// src/record/unused-renames.ts
function unusedRenames(analyses, options) {
  const withModels = analyses.filter(({ models }) => models !== null);
  const foreign = withModels.map(({ compared }) => compared?.foreign ?? []);
  const [first = []] = foreign;
  if (withModels.some(({ compared }) => compared === null)) return [];
  const keyOf4 = ({ source }) => [source.file ?? "", source.line ?? "", source.text].join("\0");
  return first.filter(({ from, to, source }) => source.shared && from !== null && to !== null).filter(({ source }) => source.way === "option" || options.projects.length === 0).filter((one) => foreign.every((list) => list.some((other) => keyOf4(other) === keyOf4(one)))).map(({ source: { text: text3, file, line } }) => ({
    rule: "wrong-rename",
    severity: "error",
    hazard: "configuration",
    message: `${text3}: there is no such thing in any project`,
    file,
    line
  }));
}

// src/workspace/workspace.ts
async function openWorkspace(options, progress) {
  const clock2 = startClock();
  progress.phase("reading the repository");
  const { directory, configuredBy = "head" } = options;
  const { head: files, base, tip } = openRevisions(directory, options.base, options.head);
  const head = options.over === void 0 ? files : overlay(files, options.over);
  const configured = configuredBy === "base" ? base ?? head : head;
  const config = readConfig(configured, options.config);
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
  clock2.lap("files");
  try {
    const { projects, findings } = await findProjects(head, config, options.projects, base);
    clock2.lap("discover");
    return {
      head,
      base,
      configured,
      tip,
      projects,
      renames: options.renames ?? [],
      ask: options.ask ?? null,
      findings,
      progress,
      clock: clock2,
      databases,
      timeLeft,
      forms: options.forms ?? null,
      name: options.name ?? null,
      today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
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
  const add2 = (phase, ms) => {
    phases.set(phase, (phases.get(phase) ?? 0) + ms);
  };
  return {
    lap: (phase) => {
      const now = performance.now();
      add2(phase, now - last);
      last = now;
    },
    beside: async (phase, work) => {
      const from = performance.now();
      try {
        return await work;
      } finally {
        add2(phase, performance.now() - from);
      }
    },
    read: () => {
      const all2 = [...phases, ["total", performance.now() - started]];
      return Object.fromEntries(all2.map(([phase, ms]) => [phase, Math.round(ms)]));
    }
  };
}

export {
  historyIn,
  historyBefore,
  addedTo,
  irreversible,
  asRenamed,
  asNew,
  oldName,
  newName,
  findBase,
  beginBuilding,
  judgeNew,
  analyse,
  migratedIn,
  analysisOf,
  filesOf2 as filesOf,
  EDITS_MOST,
  hunkLines,
  projectReport,
  unusedRenames,
  openWorkspace,
  findingLines,
  silencedLines,
  unreadableLines,
  placeOf,
  renameLines,
  paint
};
