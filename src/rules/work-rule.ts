// Rules that are one fact and its reason: an action of an ALTER TABLE, the work it was seen to cause on a
// table in use, and what to write instead.
import type { Hazard } from '../report/report.ts';
import type { Relation } from '../rehearse/trace.ts';
import {
  consequence,
  describeWork,
  factsOn,
  isBlocked,
  relationNamed,
  unique,
  workOf,
  type Work,
} from './facts.ts';
import type { Found, Level, Pass, Rule, Step } from './rule.ts';
import { alterations, type Alteration } from './syntax.ts';

export interface WorkRule {
  readonly id: string;
  readonly hazard: Extract<Hazard, 'rewrite' | 'lock'>;
  readonly severity?: Level;
  /** The work that the action was seen to cause; any one of them. */
  readonly work: readonly Work['kind'][];
  /** Which actions are the reason. */
  readonly because: (alteration: Alteration, step: Step) => boolean;
  /** What to write instead: sentences without a last full stop. */
  readonly instead: string | ((pass: Pass, step: Step, table: Relation) => string);
  /** Statements that do the same safely, where no planner knows them. */
  readonly safe?: (pass: Pass, step: Step, table: Relation) => readonly string[];
}

/** A rule that speaks where an action of an ALTER TABLE was seen to do such work while others are kept out. */
export function workRule({
  id,
  hazard,
  severity = 'error',
  work,
  because,
  instead,
  safe,
}: WorkRule): Rule {
  return {
    id,
    hazard,
    severity,
    detect: (pass) =>
      pass.steps.flatMap((step) => {
        const reasons = alterations(step).filter((alteration) => because(alteration, step));
        const tables = tablesWorked(step, reasons, work);
        const [first] = tables;
        if (!first) return [];
        const advice = typeof instead === 'string' ? instead : instead(pass, step, first);
        const found = foundWork(step, tables, advice);
        return [safe === undefined ? found : { ...found, safeFor: safe(pass, step, first) }];
      }),
  };
}

/** What is named comes first; partitions and children are worked on with it, or in its place. */
function tablesWorked(
  step: Step,
  reasons: readonly Alteration[],
  kinds: readonly Work['kind'][],
): Relation[] {
  const named = reasons.map(({ relation }) => relationNamed(step, relation)?.name);
  if (named.length === 0) return [];
  const touched = workOf(step)
    .filter(({ kind, table }) => kinds.includes(kind) && isBlocked(step, table))
    .map(({ table }) => table);
  const own = touched.filter(({ name }) => named.includes(name));
  return unique([...own, ...touched]);
}

/** What is said of a statement's work on tables, one at least. */
export function foundWork(step: Step, tables: readonly Relation[], instead: string): Found {
  const names = tables.map(({ name }) => name);
  return {
    step,
    about: tables.flatMap((table) => factsOn(step, table)),
    observed: describeWork(step, tables),
    why: `${consequence(step, tables)}. ${instead}`,
    safeFor: 'plan',
    tables: names,
    grows: true,
  };
}
