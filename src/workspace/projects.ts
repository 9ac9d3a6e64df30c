// Which projects the workspace holds: what the tools detect, and what plumbline.yml says.
import { posix } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import type { Revision } from '../revision/revision.ts';
import type { Config, ProjectConfig } from '../settings/config.ts';
import { tools } from '../tools/index.ts';
import type { DetectedProjects, Project, Tool } from '../tools/tool.ts';

export interface FoundProjects {
  readonly projects: readonly Project[];
  readonly findings: readonly Finding[];
}

/** The tool of a project. */
export function toolOf(project: Project): Tool {
  const tool = tools.find(({ name }) => name === project.tool);
  if (tool === undefined) throw new UsageError(`${project.id}: there is no tool ${project.tool}`);
  return tool;
}

/**
 * The projects of a revision, which is compared with `base`; `wanted` keeps those ids only. Throws `UsageError` where there are none,
 * saying where it looked, or where a wanted id doesn't exist.
 */
export async function findProjects(
  revision: Revision,
  config: Config,
  wanted: readonly string[],
  base: Revision | null = null,
): Promise<FoundProjects> {
  const detections: DetectedProjects[] = [];
  for (const tool of tools) {
    const claimed = detections.flatMap((one) => one.claimed ?? []);
    detections.push(await tool.detect(revision, { env: textValues(config.env), claimed, base }));
  }
  const detected = detections.flatMap(({ projects }) => projects);
  const projects =
    config.projects === undefined
      ? detected.map((project) => withDefaults(project, config))
      : config.projects.map((entry) => configured(entry, detected, config));
  if (projects.length === 0) throw nothingFound(detections);
  const chosen = choose(projects, wanted);
  const findings = detections.flatMap((one) => one.findings);
  // Where the configuration names the projects, nobody needs to hear what else there is.
  const told = findings.filter(
    ({ severity }) => config.projects === undefined || severity !== 'note',
  );
  return { projects: chosen, findings: told };
}

function choose(projects: readonly Project[], wanted: readonly string[]): readonly Project[] {
  const unknown = wanted.filter((id) => !projects.some((project) => project.id === id));
  if (unknown.length > 0) {
    const known = projects.map(({ id }) => id).join(', ');
    throw new UsageError(
      unknown.map((id) => `--project ${id}: there is no such project; there are: ${known}`),
    );
  }
  return wanted.length === 0 ? projects : projects.filter(({ id }) => wanted.includes(id));
}

function withDefaults(project: Project, config: Config): Project {
  return {
    ...project,
    env: { ...textValues(config.env), ...project.env },
    ignore: [...config.ignore, ...project.ignore],
    renames: config.renames,
    ...inProduction(config),
    stats: statsOf({ root: '' }, config),
  };
}

/** An entry of plumbline.yml, completed by what was detected at the same place. */
function configured(entry: ProjectConfig, detected: readonly Project[], config: Config): Project {
  const root = inWorkspace('', entry.root);
  const found = detectedAs(entry, detected, root);
  const models = [entry.models ?? []].flat().map((path) => inWorkspace(root, path));
  const migrations =
    entry.migrations === undefined
      ? (found?.migrations ?? null)
      : inWorkspace(root, entry.migrations);
  return {
    id: entry.id,
    root,
    tool: entry.tool,
    configFile: found?.configFile ?? null,
    models: entry.models === undefined ? (found?.models ?? []) : models,
    migrations,
    env: { ...textValues(config.env), ...textValues(entry.env) },
    ignore: [...config.ignore, ...entry.ignore],
    renames: [...config.renames, ...entry.renames],
    ...inProduction({ ...config, ...entry }),
    rules: [...(entry.rules ?? []), ...(config.rules ?? [])],
    stats: statsOf(entry, config),
    settings: {
      ...found?.settings,
      ...(entry.format === undefined ? {} : { format: entry.format }),
    },
  };
}

type ProductionKey =
  'postgres' | 'migrator' | 'lockTimeout' | 'smallTable' | 'largeTable' | 'rules';

/** What the configuration says of where the migrations will run. */
function inProduction({
  postgres,
  migrator,
  lockTimeout,
  smallTable,
  largeTable,
  rules,
}: Pick<Config, ProductionKey>): Pick<Project, ProductionKey> {
  return { postgres, migrator, lockTimeout, smallTable, largeTable, rules: rules ?? [] };
}

/** Where the sizes of a project's tables are, from the workspace's root; undefined where nothing is said. */
export function statsOf(
  { root, stats }: Pick<ProjectConfig, 'root' | 'stats'>,
  config: Pick<Config, 'stats'>,
): string | undefined {
  if (stats !== undefined) return inWorkspace(inWorkspace('', root), stats);
  return config.stats === undefined ? undefined : inWorkspace('', config.stats);
}

/** What was detected of an entry: the same migrations, else the same place. */
function detectedAs(
  { id, tool, migrations }: ProjectConfig,
  detected: readonly Project[],
  root: string,
): Project | undefined {
  const candidates = detected.filter((project) => project.tool === tool);
  const directory = migrations === undefined ? null : inWorkspace(root, migrations);
  return (
    candidates.find((project) => directory !== null && project.migrations === directory) ??
    candidates.find((project) => project.root === root || project.id === id)
  );
}

/** A path of the configuration as a path from the workspace's root. */
function inWorkspace(root: string, path: string): string {
  const joined = posix.normalize(posix.join(root, path)).replace(/\/$/, '');
  if (joined === '..' || joined.startsWith('../') || posix.isAbsolute(path)) {
    throw new UsageError(`plumbline.yml: ${path} leads out of the workspace`);
  }
  return joined === '.' ? '' : joined;
}

const textValues = (
  values: Readonly<Record<string, string | number | boolean>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

function nothingFound(detections: readonly DetectedProjects[]): UsageError {
  const reasons = detections.flatMap(({ findings }) =>
    findings.map(({ file, line, message }) => `${file ?? ''}:${String(line ?? 1)}: ${message}`),
  );
  return new UsageError([
    'found no project with models and migrations for Postgres',
    ...detections.flatMap(({ looked }) => looked.map((place) => `  looked at ${place}`)),
    ...reasons,
    `say where they are in plumbline.yml:

  projects:
    - id: app
      root: .
      models: src/db/schema.ts
      migrations: drizzle
`,
  ]);
}
