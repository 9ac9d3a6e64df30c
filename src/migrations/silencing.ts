// What comments of the migrations' own files allow, applied to what is said of these migrations.
import { allowancesIn, mayAllow, type Allowance } from '../allowances/read.ts';
import { silence, type Silenced } from '../allowances/silence.ts';
import { allowable, findingKinds } from '../findings/index.ts';
import { statementsOf } from '../rehearse/rehearse.ts';
import type { Trace } from '../rehearse/trace.ts';
import type { Finding } from '../report/report.ts';
import { readIfReadable } from '../revision/revision.ts';
import { rules } from '../rules/index.ts';
import { noSuchRule } from '../settings/rule-settings.ts';
import type { Migration, MigrationSet } from '../tools/tool.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface SaidOfNew {
  readonly migrations: MigrationSet;
  /** Those that head has and base has not. */
  readonly added: readonly Migration[];
  readonly trace: Trace;
  readonly findings: readonly Finding[];
  /** What is told by other findings already. */
  readonly alsoFound: readonly Finding[];
  /** Null where there was no history to hold them against. */
  readonly base: object | null;
  /** Null where there was no code to hold them against. */
  readonly sides: object | null;
}

/** Sets aside what is allowed. What is wrong with allowances is told for new migrations: nothing else was judged whole. */
export async function silenceAllowed(
  { head, today }: Pick<Workspace, 'head' | 'today'>,
  said: SaidOfNew,
): Promise<Silenced> {
  const { findings, alsoFound, added, migrations } = said;
  const named = new Set(findings.map(({ file }) => file));
  const older = migrations.migrations.filter(
    (one) => !added.includes(one) && filesOf(one).some((file) => named.has(file)),
  );
  const read = (set: readonly Migration[]): Promise<Allowance[]> =>
    allowancesOf(set, (file) => readIfReadable(head, file));
  const allowances = await read(added);
  return silence(findings, {
    ...{ today, allowances, alsoFound, older: await read(older) },
    refuse,
    wasJudged: allowances.length === 0 ? () => false : await judgedIn(said),
  });
}

const kinds = new Map(allowable.map((kind) => [kind.id, kind]));
const ofRules = new Set(rules.map(({ id }) => id));

/** What to say of an id that nothing can be allowed by; null for one that it can. */
function refuse(rule: string): string | null {
  if (kinds.has(rule)) return null;
  return findingKinds.some(({ id }) => id === rule)
    ? `${rule} can't be allowed: it is no finding of what a migration does`
    : noSuchRule(rule, allowable);
}

const filesOf = ({ file, down }: Migration): string[] =>
  down === undefined ? [file] : [file, down.file];

async function allowancesOf(
  migrations: readonly Migration[],
  read: (file: string) => string | null,
): Promise<Allowance[]> {
  const all: Allowance[] = [];
  for (const migration of migrations) {
    for (const file of new Set(filesOf(migration))) {
      const text = read(file);
      if (text === null || !mayAllow(text)) continue;
      const run = [...migration.statements, ...(migration.down?.statements ?? [])];
      const own = run.filter(({ place }) => place.file === file);
      all.push(...(await allowancesIn({ file, text, statements: await statementsOf(own) })));
    }
  }
  return all;
}

/** Tells whether findings of a rule would have been seen where an allowance expects them. */
async function judgedIn({
  added,
  trace,
  base,
  sides,
  findings,
}: SaidOfNew): Promise<(rule: string, allowance: Allowance) => boolean> {
  const ran = trace.migrations.flatMap(({ statements }) => statements);
  const whole = ran.length >= (await statementsOf(added.flatMap((one) => one.statements))).length;
  const isUnsure = findings.some(({ rule }) => rule === 'not-judged');
  return (rule, { file, about }) => {
    if (!ofRules.has(rule)) {
      const against = kinds.get(rule)?.hazard === 'incompatibility' ? sides : base;
      return whole && !isUnsure && against !== null;
    }
    return (
      whole ||
      ran.some(
        ({ place: { file: at, line } }) =>
          about !== null && at === file && line >= about.from && line <= about.to,
      )
    );
  };
}
