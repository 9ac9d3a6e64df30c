// Everything that is said of the migrations a revision adds: what a rehearsal shows, whether the code
// around them goes on working, whether they can be taken back, and what a merge makes of them.
import type { AtBase } from '../comparison/base-side.ts';
import type { Side } from '../comparison/sides.ts';
import type { Database } from '../database/database.ts';
import { DatabaseError } from '../database/database.ts';
import type { Finding, SilencedFinding } from '../report/report.ts';
import { overSettings, weighed } from '../settings/rule-settings.ts';
import type { Migration, MigrationSet, Project } from '../tools/tool.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgeBranches } from './branches.ts';
import type { Built } from './built.ts';
import { isReplaced } from './history.ts';
import { judgeRehearsal, type Rehearsed } from './rehearsal.ts';
import { judgeRollback } from './rollback.ts';
import { judgeRunningRelease } from './running-release.ts';
import { silenceAllowed } from './silencing.ts';

export interface NewMigrations {
  readonly project: Project;
  /** Null where base has no such project. */
  readonly base: AtBase | null;
  readonly migrations: MigrationSet;
  readonly added: readonly Migration[];
  /** Holds head's migrations. */
  readonly actual: Database;
  /** Holds nothing; null where none is at hand. */
  readonly empty: Database | null;
  readonly built: Built;
  /** Models and migrations at both revisions; null where they can't be compared. */
  readonly sides: { readonly base: Side; readonly head: Side } | null;
}

/** What is said of new migrations, and what nobody needs to hear as somebody allowed it. */
export interface JudgedNew extends Rehearsed {
  readonly silenced: readonly SilencedFinding[];
}

/** Judges what is new; null where nothing is, and base's history is as it was. */
export async function judgeNew(
  workspace: Workspace,
  options: NewMigrations,
): Promise<JudgedNew | null> {
  const said = await judgeAll(workspace, options);
  if (said === null) return null;
  const { project } = options;
  const { today } = workspace;
  const bySettings = weighed(said.findings, project, today);
  const byComments = await silenceAllowed(workspace, {
    ...{ ...options, ...said },
    findings: bySettings.filter((finding) => !isSilenced(finding)),
    alsoFound: [...said.alsoFound, ...bySettings],
  });
  // What is said of allowances is weighed as well.
  const told = [...byComments.findings, ...overSettings(project, today)];
  const all = weighed(told, project, today);
  return {
    trace: said.trace,
    findings: all.filter((finding) => !isSilenced(finding)),
    silenced: [...bySettings.filter(isSilenced), ...byComments.silenced, ...all.filter(isSilenced)],
  };
}

const isSilenced = (finding: Finding | SilencedFinding): finding is SilencedFinding =>
  'silenced' in finding;

interface Said extends Rehearsed {
  /** What is told by other findings already. */
  readonly alsoFound: readonly Finding[];
}

async function judgeAll(workspace: Workspace, options: NewMigrations): Promise<Said | null> {
  const { project, base, migrations, built, added, actual, empty, sides } = options;
  const { rehearsal } = built;
  const history =
    base === null
      ? []
      : await attempt('the history', () =>
          judgeBranches(workspace, project, { base, head: migrations, empty }),
        );
  workspace.clock.lap('history');
  if (rehearsal === null)
    return history.length === 0 ? null : { trace: NO_TRACE, findings: history, alsoFound: [] };
  const { snapshot, before } = rehearsal;
  const open = (): Promise<Database> => workspace.databases.copy(snapshot);
  try {
    const release =
      sides === null
        ? []
        : await attempt('the release that is running', async () => {
            const running = { ...sides, before: await before.get(), actual, added };
            return (await judgeRunningRelease(running)).findings;
          });
    workspace.clock.lap('release');
    const rollback = await attempt('the way back', () =>
      judgeRollback({ migrations, added, open }),
    );
    workspace.clock.lap('rollback');
    const rehearsed = await judgeRehearsal(workspace, rehearsal, {
      head: built.atHead,
      used: sides === null ? null : namedBy(sides.base),
    });
    // Where another history takes base's place, that its statements meet what base's made is no news.
    const replaced = base !== null && isReplaced(base.migrations, migrations);
    const observed = rehearsed.findings.filter(
      (finding) =>
        !isProvedBy(finding, release) && !(replaced && finding.rule === 'statement-fails'),
    );
    return {
      trace: rehearsed.trace,
      findings: [...history, ...observed, ...release, ...rollback],
      alsoFound: rehearsed.findings,
    };
  } finally {
    await before.close();
  }
}

/** Ids of what a side's models name; null where some of them can't be read. */
function namedBy({ desired, unreadable, models }: Side): ReadonlySet<string> | null {
  const whole = unreadable.length === 0 && models.unknowns.length === 0;
  return whole ? new Set(desired.objects.keys()) : null;
}

const NO_TRACE: Rehearsed['trace'] = { migrations: [], unfilled: [] };

/** That a renamed thing may be in use is said better by what proves it. */
const isProvedBy = ({ rule, file, line }: Finding, release: readonly Finding[]): boolean =>
  rule === 'rename-in-use' && release.some((one) => one.file === file && one.line === line);

/** What Postgres can't be asked is told, and is no reason to say nothing of the rest. */
async function attempt(
  what: string,
  judge: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return [
      {
        rule: 'not-judged',
        severity: 'warning',
        hazard: 'failure',
        message: `${what} could not be judged: ${error.message} (${error.code})`,
        file: null,
        line: null,
      },
    ];
  }
}
