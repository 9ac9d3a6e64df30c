// Reads a Drizzle project's models: evaluates the schema files in the sandbox, and turns what they
// declare into statements, places and unknowns.
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import { objectId } from '../../schema/identity.ts';
import type { Place } from '../../schema/objects.ts';
import { openSandbox, SandboxError, type SandboxLibrary } from '../../evaluate/sandbox.ts';
import { messageOf } from '../../errors.ts';
import type { Finding } from '../../report/report.ts';
import type { ModelReading, Project, ToolContext, Unknown } from '../tool.ts';
import type { CollectRequest, Declarations, Unreadable } from './declarations.ts';
import { readableDeclarations } from './readable.ts';
import { drizzleLibrary, librariesFor } from './libraries.ts';
import { nearestManifest } from './manifest.ts';
import { modelFiles } from './model-files.ts';
import { placesOf } from './places.ts';
import { queriesOf } from './queries.ts';
import { readRenameTags } from './rename-tags.ts';
import { readScope } from './scope.ts';
import { readSettings, type DrizzleSettings } from './settings.ts';
import { createStatements, roleNames } from './statements.ts';
import { neededExtensions } from './extensions.ts';
import { judge } from './source.ts';
import { exportsNotRead, missingModels, noModels } from './model-findings.ts';

/** What the writer needs of the models. */
export interface ModelState {
  readonly declarations: Declarations;
  readonly settings: DrizzleSettings;
}

/** Evaluates the models of a project at a revision. */
export async function readModels(
  revision: Revision,
  project: Project,
  context: ToolContext,
): Promise<ModelReading> {
  const settings = readSettings(revision, project);
  const entries = modelFiles(revision, project.models);
  if (entries.length === 0) return emptyReading(settings, [noModels(project)]);
  const missing = missingModels(revision, project);
  const request: CollectRequest = {
    files: entries,
    generation: settings.generation,
    casing: settings.casing,
  };
  try {
    const input = { revision, project, context, request };
    const alone = toReading(revision, await evaluate(input, []), settings, missing);
    const versions = nearestManifest(revision, project.root)?.versions;
    const others = librariesFor(missingPackages(alone), (name) => versions?.[name] ?? null);
    if (others.length === 0) return alone;
    return toReading(revision, await evaluate(input, others), settings, missing);
  } catch (error) {
    const finding = unreadableModels(error, entries[0] ?? null);
    if (finding === null) throw error;
    return emptyReading(settings, [finding]);
  }
}

/** Packages that something of the schema hangs on, as the unknowns name them. */
function missingPackages({ unknowns }: ModelReading): Set<string> {
  const names = unknowns.flatMap(({ reason }) =>
    [...reason.matchAll(/package "([^"]+)"/gu)].map(([, name = '']) => name),
  );
  return new Set(names);
}

interface Input {
  readonly revision: Revision;
  readonly project: Project;
  readonly context: ToolContext;
  readonly request: CollectRequest;
}

interface Evaluated {
  readonly collected: Declarations;
  readonly files: readonly string[];
}

async function evaluate(
  { revision, project, context, request }: Input,
  others: readonly SandboxLibrary[],
): Promise<Evaluated> {
  const library = drizzleLibrary(request.generation);
  const sandbox = await openSandbox({
    revision,
    workingDirectory: project.root,
    env: { ...context.env, ...project.env },
    libraries: [library, ...others],
    // The rest is for telling that they took too long.
    ...(context.timeLeft === undefined ? {} : { timeLeft: context.timeLeft() / 2 }),
  });
  try {
    const result: unknown = await sandbox.call(library.name, 'collect', [{ ...request }]);
    return { collected: result as Declarations, files: sandbox.files() };
  } finally {
    sandbox.dispose();
  }
}

function toReading(
  revision: Revision,
  { collected, files }: Evaluated,
  settings: DrizzleSettings,
  missing: readonly Finding[],
): ModelReading {
  const readings = collected.unreadable.map((item) => ({ item, is: judge(revision, item) }));
  const own = readings.filter(({ is }) => is === 'model').map(({ item }) => item);
  const unclear = readings.filter(({ is }) => is === 'unclear').map(({ item }) => item);
  const readable = readableDeclarations({ ...collected, unreadable: own });
  const { declarations } = readable;
  const tags = readRenameTags(revision, files, declarations);
  const findings = [...missing, ...readable.findings, ...exportsNotRead(unclear), ...tags.findings];
  const scope = readScope(declarations, settings);
  const counted = declarations.tables.filter(
    (table) => !scope.external.includes(objectId('table', table.schema, table.name)),
  );
  return {
    files,
    statements: createStatements(declarations, {
      generation: settings.generation,
      roles: settings.roles,
      external: scope.external,
    }),
    places: placesOf(declarations, settings.generation),
    unknowns: declarations.unreadable.map(toUnknown),
    findings,
    renames: tags.renames,
    scope,
    tables: counted.length,
    columns: counted.reduce((sum, table) => sum + table.columns.length, 0),
    extensions: neededExtensions(declarations),
    roles: roleNames(declarations),
    queries: queriesOf(declarations, scope.external),
    toolState: { declarations, settings } satisfies ModelState,
  };
}

function toUnknown(item: Unreadable): Unknown {
  const { object } = item;
  return {
    reason: item.exported === null ? item.reason : `${item.exported.name}: ${item.reason}`,
    object: object === null ? null : objectId(object.kind, ...object.path),
    place: item.place,
  };
}

function emptyReading(settings: DrizzleSettings, findings: Finding[]): ModelReading {
  const declarations: Declarations = {
    schemas: [],
    enums: [],
    sequences: [],
    tables: [],
    roles: [],
    views: [],
    policies: [],
    unreadable: [],
  };
  return {
    files: [],
    statements: [],
    places: new Map<string, Place>(),
    unknowns: [],
    findings,
    scope: readScope(declarations, settings),
    tables: 0,
    columns: 0,
    extensions: [],
    roles: [],
    toolState: { declarations, settings } satisfies ModelState,
  };
}

/** A hostile or broken model ends as a finding; anything else is a bug and goes on. */
function unreadableModels(error: unknown, entry: string | null): Finding | null {
  const place =
    error instanceof SandboxError || error instanceof UnreadableFile ? error.place : undefined;
  if (place === undefined) return null;
  return {
    rule: 'models-unreadable',
    severity: 'error',
    hazard: 'unreadable',
    message: `The models could not be evaluated: ${messageOf(error)}`,
    file: place?.file ?? entry,
    line: place?.line ?? null,
  };
}
