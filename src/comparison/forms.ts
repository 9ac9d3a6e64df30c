// Which statements to plan: those that suit whatever runs the migrations in production.
import type { Online } from '../plan/online.ts';
import type { Finding } from '../report/report.ts';
import type { MigrationSet, Project } from '../tools/tool.ts';
import type { Forms } from '../workspace/workspace.ts';

/** A lock that isn't had by then is given up, for others wait behind whoever waits for it. */
const LOCK_TIMEOUT = '5s';

/** The oldest version that is served: its words are understood by all that came after. */
const OLDEST = 13;

export interface ChosenForms {
  /** Lock-light statements are wanted on tables in use. */
  readonly online: boolean;
  /** All pending migrations run in one transaction, whatever they need. */
  readonly oneTransaction: boolean;
  /** The migrations are wanted although what runs them can't: they say so. */
  readonly against: boolean;
}

/** `forced` is what the user asked for in so many words. */
export function chooseForms(
  project: Project,
  { transactions }: MigrationSet,
  forced: Forms | null,
): ChosenForms {
  const one = project.migrator !== 'plumbline' && transactions === 'one for all';
  const online = forced === null ? !one : forced === 'online';
  return { online, oneTransaction: one && !online, against: one && online };
}

/** What the planner must be told, beside what it sees for itself. */
export function onlineSettings(project: Project): Pick<Online, 'version' | 'lockTimeout'> {
  return {
    version: project.postgres ?? OLDEST,
    lockTimeout: project.lockTimeout ?? LOCK_TIMEOUT,
  };
}

/** Lock-light statements would have been another plan, and whatever runs the migrations can't run that. */
export function simpleOnly(project: Project): Finding {
  return {
    rule: 'plain-statements',
    severity: 'note',
    hazard: 'lock',
    message:
      `the missing migration locks tables that are in use for longer than it need: ${project.tool}'s own migrator runs all ` +
      'that is pending in one transaction, which rules out lock-light statements. If `plumbline migrate` runs ' +
      'them in production, say `migrator: plumbline` in plumbline.yml; --online writes them once',
    file: null,
    line: null,
  };
}
