// What a run works on: the two revisions, the configuration and the projects.
import { EnvironmentError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import type { Finding } from '../report/report.ts';
import { openRevisions, type HeadCommit } from '../revision/open.ts';
import { overlay } from '../revision/overlay.ts';
import type { Revision } from '../revision/revision.ts';
import type { RenameCandidate } from '../schema/rename-candidates.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import { readConfig } from '../settings/config.ts';
import type { Project } from '../tools/tool.ts';
import { startDatabases, type Databases } from './databases.ts';
import { findProjects } from './projects.ts';

/** Lock-light statements on tables in use, or plain ones. */
export type Forms = 'online' | 'simple';

/** Answers whether something was renamed; null leaves that and all that follows open. */
export type AskRename = (
  project: Project,
  candidate: RenameCandidate,
) => Promise<RenameDecision | null>;

export interface WorkspaceOptions {
  /** Directory of the workspace. */
  readonly directory: string;
  /** Ref of the base to compare with. */
  readonly base: string | null;
  /** A commit to be checked instead of the directory's working tree; absent or null for that. */
  readonly head?: HeadCommit | null;
  /** Files laid over head, by path from the workspace's root: as if it had them. */
  readonly over?: ReadonlyMap<string, string>;
  /** Whose configuration counts: base's where head is not to be trusted with it. Head's by default. */
  readonly configuredBy?: 'head' | 'base';
  /** Ids of the projects to keep; none keeps all. */
  readonly projects: readonly string[];
  /** What was renamed, decided for this run. */
  readonly renames?: readonly RenameDecision[];
  /** Asks somebody what nobody decided; absent where nobody is there. */
  readonly ask?: AskRename | null;
  /** Path of plumbline.yml; null for the usual one. */
  readonly config: string | null;
  /** The statements to plan; null for those that suit whatever runs them. */
  readonly forms?: Forms | null;
  /** The user's name for a migration that is missing; absent or null for the tool's own. */
  readonly name?: string | null;
  /** Wall clock for the whole run. */
  readonly deadlineMs: number;
}

export interface Workspace {
  readonly head: Revision;
  readonly base: Revision | null;
  /** The one of the two whose configuration counts. */
  readonly configured: Revision;
  /** Base's branch as it is now, where it went on since head left it. */
  readonly tip: Revision | null;
  readonly projects: readonly Project[];
  readonly renames: readonly RenameDecision[];
  readonly ask: AskRename | null;
  readonly findings: readonly Finding[];
  readonly progress: Progress;
  readonly clock: Clock;
  readonly databases: Databases;
  /** Milliseconds until the run must end. Throws `EnvironmentError` where none are left. */
  readonly timeLeft: () => number;
  readonly forms: Forms | null;
  readonly name: string | null;
  /** The day it is run on, in UTC: `2026-11-22`. */
  readonly today: string;
}

/** Opens the revisions, reads the configuration and finds the projects. Throws `UsageError`. */
export async function openWorkspace(
  options: WorkspaceOptions,
  progress: Progress,
): Promise<Workspace> {
  const clock = startClock();
  progress.phase('reading the repository');
  const { directory, configuredBy = 'head' } = options;
  const { head: files, base, tip } = openRevisions(directory, options.base, options.head);
  const head = options.over === undefined ? files : overlay(files, options.over);
  const configured = configuredBy === 'base' ? (base ?? head) : head;
  const config = readConfig(configured, options.config);
  const end = performance.now() + options.deadlineMs;
  const timeLeft = (): number => {
    const left = end - performance.now();
    if (left > 0) return left;
    throw new EnvironmentError(
      `the time limit of ${options.deadlineMs / 1000} s is over`,
      'Give it more with --timeout.',
    );
  };
  const databases = startDatabases(head, timeLeft);
  clock.lap('files');
  try {
    const { projects, findings } = await findProjects(head, config, options.projects, base);
    clock.lap('discover');
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
      clock,
      databases,
      timeLeft,
      forms: options.forms ?? null,
      name: options.name ?? null,
      today: new Date().toISOString().slice(0, 10),
    };
  } catch (error) {
    databases.close();
    throw error;
  }
}

/** Where the time goes, by phase, in milliseconds. */
interface Clock {
  /** Adds the time since the last lap to a phase. */
  lap(phase: string): void;
  /** Adds the duration of something that runs beside the rest. */
  beside<T>(phase: string, work: Promise<T>): Promise<T>;
  read(): Readonly<Record<string, number>>;
}

function startClock(): Clock {
  const started = performance.now();
  const phases = new Map<string, number>();
  let last = started;
  const add = (phase: string, ms: number): void => {
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
      const all = [...phases, ['total', performance.now() - started] as const];
      return Object.fromEntries(all.map(([phase, ms]) => [phase, Math.round(ms)]));
    },
  };
}
