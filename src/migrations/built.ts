// The actual schema, built beside whatever else is done: the migrations are run on a database of their
// own, and where base's end, the rehearsal of what is new begins on a copy.
import { readActual, replay, type Replayed } from '../comparison/actual.ts';
import type { AtBase } from '../comparison/base-side.ts';
import type { EmbeddedDatabase } from '../database/embedded.ts';
import type { Schema } from '../schema/objects.ts';
import type { Migration, MigrationSet, Project } from '../tools/tool.ts';
import type { History } from '../workspace/sources.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { beginForms, beginRehearsal, type Rehearsal } from './rehearsal.ts';

/** What the migrations gave: at head, and at the point where base's end. */
export interface Built {
  readonly replayed: Replayed;
  readonly atHead: Schema | null;
  readonly atBase: Schema | null;
  /** Under way; null where nothing is new. */
  readonly rehearsal: Rehearsal | null;
}

/** A database and what is being built on it. */
export interface Building {
  readonly actual: EmbeddedDatabase;
  readonly running: Promise<Built>;
}

export interface BuildOptions {
  readonly project: Project;
  readonly migrations: MigrationSet;
  readonly history: History;
  /** Null where base has no such project. */
  readonly base: AtBase | null;
  /** Migrations to rehearse. */
  readonly added: readonly Migration[];
}

/** Takes a database and begins to run the migrations on it. */
export async function beginBuilding(
  workspace: Workspace,
  options: BuildOptions,
): Promise<Building> {
  const actual = await workspace.databases.take();
  const running = workspace.clock.beside('migrations', build(workspace, actual, options));
  // The database works on its own thread while this one reads the models.
  running.catch(() => undefined);
  return { actual, running };
}

/** Runs the migrations, and reads the catalog at the end and where base's migrations end. */
async function build(
  workspace: Workspace,
  database: EmbeddedDatabase,
  options: BuildOptions,
): Promise<Built> {
  const { migrations, history, added } = options;
  const first = await replay(database, history.shared);
  const nothing = { replayed: first, atHead: null, atBase: null, rehearsal: null };
  if (first.failure !== null) return nothing;
  const atBase = await readActual(database, migrations);
  if (history.rest.length === 0) return { ...nothing, atHead: atBase, atBase };
  const begun =
    added.length === 0
      ? null
      : await beginRehearsal(workspace, database, { ...options, shared: atBase });
  const second = await replay(database, history.rest);
  const replayed = {
    applied: first.applied + second.applied,
    failure: second.failure,
    assumed: [...first.assumed, ...second.assumed],
  };
  const atHead = second.failure === null ? await readActual(database, migrations) : null;
  const rehearsal = begun === null ? null : beginForms(workspace, begun, atHead);
  return { replayed, atHead, atBase, rehearsal };
}
