// Finds the Drizzle projects of a workspace: by drizzle-kit's configuration files, and where there is
// none, by folders of migrations.
import { posix } from 'node:path';
import type { Finding } from '../../report/report.ts';
import type { Revision } from '../../revision/revision.ts';
import type { DetectedProjects, Project, ToolContext } from '../tool.ts';
import { readConfig, type DrizzleConfig } from './config.ts';
import { join, layoutOf } from './layout.ts';
import { nearestManifest } from './manifest.ts';
import { modelFiles } from './model-files.ts';

/** `drizzle.config.ts`, `drizzle-admin.config.ts`, `drizzle.manage.config.ts`, `drizzle.config.events.ts`. */
const configName = /^drizzle(?:[.-][\w-]+)*\.(?:ts|mts|cts|js|mjs|cjs|json)$/;

function isConfig(file: string): boolean {
  const name = posix.basename(file);
  return configName.test(name) && /[.-]config\./.test(name) && !/[.-](?:test|spec)\./.test(name);
}

export async function detect(revision: Revision, context: ToolContext): Promise<DetectedProjects> {
  const configs = revision.list().filter(isConfig);
  const looked: string[] = [];
  const findings: Finding[] = [];
  const found: DrizzleConfig[] = [];
  const claimed = new Set<string>();
  for (const file of configs) {
    const config = await readConfig(revision, file, context);
    looked.push(`${file}: ${config.remark}`);
    findings.push(...config.findings);
    if (config.out !== null) claimed.add(config.out);
    if (config.usable) found.push(config);
  }
  const { chosen, twins } = withoutTwins(found);
  for (const { config, kept } of twins) {
    looked.push(`${config.file}: same migrations as ${kept.file}, left out`);
    findings.push(...modelsLeftOut(revision, config, kept));
  }
  const projects = chosen.map((config) => projectOf(revision, config));
  if (projects.length === 0) projects.push(...projectsOfFolders(revision, claimed, looked));
  if (configs.length === 0) looked.push('no drizzle.config.{ts,js,mjs,cjs,json} in any folder');
  const own = projects.flatMap(({ migrations }) => migrations ?? []);
  return {
    projects: withUniqueIds(projects),
    claimed: [...new Set([...claimed, ...own])],
    findings,
    looked,
  };
}

/**
 * Configurations of one database, for several environments or several packages: the one of the package
 * that holds the migrations stays, or the one with the shortest path.
 */
function withoutTwins(configs: readonly DrizzleConfig[]): {
  readonly chosen: readonly DrizzleConfig[];
  readonly twins: readonly Twin[];
} {
  const byContent = new Map<string, DrizzleConfig>();
  const twins: Twin[] = [];
  const sorted = [...configs].sort(
    (a, b) => distance(a) - distance(b) || a.file.length - b.file.length,
  );
  for (const config of sorted) {
    const key = config.out ?? '';
    const kept = byContent.get(key);
    if (kept === undefined) byContent.set(key, config);
    else twins.push({ config, kept });
  }
  return { chosen: configs.filter((config) => [...byContent.values()].includes(config)), twins };
}

interface Twin {
  readonly config: DrizzleConfig;
  readonly kept: DrizzleConfig;
}

/** Model files that only the configuration that is left out names. */
function modelsLeftOut(revision: Revision, config: DrizzleConfig, kept: DrizzleConfig): Finding[] {
  const known = new Set(modelFiles(revision, kept.models));
  const lost = modelFiles(revision, config.models).filter((file) => !known.has(file));
  if (lost.length === 0) return [];
  return [
    {
      rule: 'config-left-out',
      severity: 'warning',
      hazard: 'configuration',
      message:
        `${config.file} writes to the same migrations as ${kept.file}, whose models are the ones that are compared; ` +
        `these are not: ${lost.slice(0, 5).join(', ')}. Name all of them in one of the two, or in plumbline.yml.`,
      file: config.file,
      line: 1,
    },
  ];
}

/** How many folders lie between a configuration's root and its migrations; many when those lie elsewhere. */
function distance({ root, out }: DrizzleConfig): number {
  const path = posix.relative(root, out ?? '');
  return path.startsWith('..') ? Infinity : path.split('/').length;
}

function projectOf(revision: Revision, config: DrizzleConfig): Project {
  return {
    id: idOf(revision, config.root, config.file),
    root: config.root,
    tool: 'drizzle',
    configFile: config.file,
    models: config.models,
    migrations: config.out,
    env: {},
    ignore: [],
    settings: config.settings,
  };
}

/** The package's name, or the directory's; a second configuration adds what its file name says. */
function idOf(revision: Revision, root: string, file: string | null): string {
  const name = nearestManifest(revision, root)?.name ?? '';
  const base = /^[\w@][\w@./-]*$/.test(name) ? name : posix.basename(root) || 'app';
  const words = posix
    .basename(file ?? '')
    .split('.')
    .slice(0, -1)
    .flatMap((part) => part.split('-'))
    .filter((word) => word !== 'drizzle' && word !== 'config' && word !== '');
  return [base, ...words].join('/');
}

/** Folders of migrations that no configuration names. */
function projectsOfFolders(
  revision: Revision,
  claimed: ReadonlySet<string>,
  looked: string[],
): Project[] {
  return migrationDirectories(revision)
    .filter((directory) => !claimed.has(directory))
    .flatMap((directory): Project[] => {
      const layout = layoutOf(revision, directory);
      if (layout === null || isPrismas(revision, directory) || !isPostgres(revision, directory))
        return [];
      looked.push(`${directory}: migrations without a drizzle.config`);
      const root = nearestManifest(revision, posix.dirname(directory))?.directory ?? '';
      return [
        {
          id: idOf(revision, root, null),
          root,
          tool: 'drizzle',
          configFile: null,
          models: [],
          migrations: directory,
          env: {},
          ignore: [],
          settings: {},
        },
      ];
    });
}

function migrationDirectories(revision: Revision): string[] {
  const directories = new Set<string>();
  for (const file of revision.list()) {
    if (/(?:^|\/)meta\/_journal\.json$/.test(file)) {
      directories.add(posix.dirname(posix.dirname(file)));
    } else if (/(?:^|\/)\d{14}_[^/]+\/migration\.sql$/.test(file)) {
      directories.add(posix.dirname(posix.dirname(file)));
    }
  }
  return [...directories].map((directory) => (directory === '.' ? '' : directory));
}

/** Prisma lays its migrations out in folders as well, and locks the directory. */
function isPrismas(revision: Revision, directory: string): boolean {
  return revision.isFile(join(directory, 'migration_lock.toml'));
}

/** Both layouts name their dialect: the journal itself, or the snapshot of a folder. */
function isPostgres(revision: Revision, directory: string): boolean {
  const prefix = directory === '' ? '' : `${directory}/`;
  const file = revision
    .list()
    .find(
      (it) =>
        it === `${prefix}meta/_journal.json` ||
        (it.startsWith(prefix) && /^\d{14}_[^/]+\/snapshot\.json$/.test(it.slice(prefix.length))),
    );
  if (file === undefined) return true;
  const dialect = /"dialect":\s*"(\w+)"/.exec(revision.read(file))?.[1];
  return dialect === undefined || /^(?:pg|postgres|postgresql)$/.test(dialect);
}

function withUniqueIds(projects: readonly Project[]): Project[] {
  const seen = new Map<string, number>();
  return projects.map((project) => {
    const count = (seen.get(project.id) ?? 0) + 1;
    seen.set(project.id, count);
    return count === 1 ? project : { ...project, id: `${project.id}-${count}` };
  });
}
