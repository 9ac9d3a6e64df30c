// A project's models and migrations at one revision, and how base's relate to head's.
import { UsageError } from '../errors.ts';
import { UnreadableFile, type Revision } from '../revision/revision.ts';
import { readConfig } from '../settings/config.ts';
import type { Migration, MigrationSet, ModelReading, Project } from '../tools/tool.ts';
import { findProjects, toolOf } from './projects.ts';
import type { Workspace } from './workspace.ts';

/** Head's migrations, told apart by what base has. */
export interface History {
  /** The same at both, from the first on; all of head's where there is no base. */
  readonly shared: readonly Migration[];
  /** What head has after those. */
  readonly rest: readonly Migration[];
  /** Base has migrations that head lacks, or has otherwise. */
  readonly diverged: boolean;
}

/** Compares the migrations of head with those of base, by name and hash. */
export function compareHistories(head: MigrationSet, base: MigrationSet | null): History {
  if (base === null) return { shared: head.migrations, rest: [], diverged: false };
  const length = head.migrations.findIndex(({ name, hash }, index) => {
    const same = base.migrations[index];
    return same?.name !== name || same.hash !== hash;
  });
  const common = length === -1 ? head.migrations.length : length;
  return {
    shared: head.migrations.slice(0, common),
    rest: head.migrations.slice(common),
    diverged: base.migrations.length > common,
  };
}

/**
 * Head's migrations beside those of base (null where it has no such project). All of them are new where base has
 * none of their files; where it has some, nobody knows, and none is taken for new.
 */
export function historyIn(
  { base }: Pick<Workspace, 'base'>,
  head: MigrationSet,
  before: MigrationSet | null,
): History {
  const isNew =
    before === null && base !== null && !head.migrations.some(({ file }) => base.isFile(file));
  return isNew ? historyBefore(head, head.migrations) : compareHistories(head, before);
}

/** As if base ended before the first of the migrations given. */
export function historyBefore(head: MigrationSet, added: readonly Migration[]): History {
  const at = head.migrations.findIndex((migration) => added.includes(migration));
  const length = at === -1 ? head.migrations.length : at;
  return {
    shared: head.migrations.slice(0, length),
    rest: head.migrations.slice(length),
    diverged: false,
  };
}

/** Head's migrations that base has not, and those to be run again. */
export function addedTo(head: MigrationSet, base: MigrationSet | null): readonly Migration[] {
  const known = new Map(base?.migrations.map(({ name, hash }) => [name, hash]));
  return head.migrations.filter(
    ({ name, hash, repeatable }) =>
      !known.has(name) || (repeatable === true && known.get(name) !== hash),
  );
}

/**
 * The project as base has it: the same configuration file at base, read anew only where it changed.
 * Null where base doesn't have the project.
 */
export async function projectAtBase(
  workspace: Workspace,
  base: Revision,
  project: Project,
): Promise<Project | null> {
  const files = [project.configFile, 'plumbline.yml', 'plumbline.yaml'].filter(
    (file) => file !== null,
  );
  if (files.every((file) => sameFile(workspace.head, base, file))) return project;
  try {
    const { projects } = await findProjects(base, readConfig(base, null), []);
    return (
      projects.find(({ id, tool }) => id === project.id && tool === project.tool) ??
      projects.find(({ id }) => id === project.id) ??
      projects.find(({ root, tool }) => root === project.root && tool === project.tool) ??
      null
    );
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/**
 * Reads the models of base; what head read already is taken where no file of it differs. Null where base
 * has no models.
 */
export async function readBaseModels(
  workspace: Workspace,
  base: Revision,
  pair: { readonly project: Project; readonly atBase: Project; readonly head: ModelReading },
): Promise<ModelReading | null> {
  const { project, atBase, head } = pair;
  const same =
    atBase === project && head.files.every((file) => sameFile(workspace.head, base, file));
  if (same) return head;
  const context = { env: atBase.env, timeLeft: workspace.timeLeft };
  return (await toolOf(atBase).readModels?.(base, atBase, context)) ?? null;
}

function sameFile(one: Revision, other: Revision, path: string): boolean {
  return contentOf(one, path) === contentOf(other, path);
}

function contentOf(revision: Revision, path: string): string | null {
  if (!revision.isFile(path)) return null;
  try {
    return revision.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return `\0${error.message}`;
    throw error;
  }
}
