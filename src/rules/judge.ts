// A trace, and what the rules say of it. Rules that come earlier in the registry explain more exactly:
// what they have told of a statement isn't told again by those that come later.
import { parseTree } from '../database/parse-tree.ts';
import type { Trace } from '../rehearse/trace.ts';
import type { TracedStatement } from '../rehearse/trace.ts';
import type { Finding, Severity, SilencedFinding } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import { shortName } from './facts.ts';
import { rules } from './index.ts';
import type { Found, Level, Pass, Rule, Step } from './rule.ts';
import { hasRows, isSmall, sizeNotes } from './production.ts';
import type { TableSizes } from './size.ts';

export interface Evidence {
  readonly trace: Trace;
  readonly base: Schema;
  readonly head: Schema;
  /** Ids of what the models name that the running release was built from; null where nobody can tell. */
  readonly used: ReadonlySet<string> | null;
  /** A migration that production has and that its tool's transaction would refuse: something else runs them. */
  readonly precedent: string | null;
  /** Major version of PostgreSQL in production, where it is told. */
  readonly postgres: number | null;
  /** How large tables are in production, where it is told. */
  readonly sizes: TableSizes | null;
  /** Names of the migrations that their tool runs in a transaction. */
  readonly wrapped: ReadonlySet<string>;
}

export interface RuleSettings {
  /** What the configuration says of a rule for a migration's file and the tables it is about; null for nothing. */
  readonly level: (rule: string, file: string, tables: readonly string[]) => Level | null;
  /** Who says there that what is found is set aside, and why; null where nobody does. */
  readonly exception: (
    rule: string,
    file: string,
    tables: readonly string[],
  ) => SilencedFinding['silenced'] | null;
  /** A table with fewer rows is small: what grows with it weighs a warning at most. */
  readonly smallTable: number;
  /** A table with so many rows is very large: what grows with it weighs an error. */
  readonly largeTable?: number | undefined;
}

/** Up to so many rows a scan or a rewrite is over before anybody notices. */
export const SMALL_TABLE = 10_000;

/** From so many rows on, work in one statement takes minutes at least. */
const LARGE_TABLE = 10_000_000;

export interface Judged {
  readonly finding: Finding | SilencedFinding;
  /** The statement it is about. */
  readonly statement: TracedStatement;
  /** Where the finding's `safe` comes from, and whether that takes the place of later statements too. */
  readonly safeFor: Found['safeFor'];
  readonly spans: boolean;
}

/** What the rules say of a trace, in the order of its statements. */
export async function judge(evidence: Evidence, settings: RuleSettings): Promise<Judged[]> {
  const pass = await passOver(evidence);
  const told = new Told();
  const judged = new Map<Step, Judged[]>(pass.steps.map((step) => [step, []]));
  for (const rule of rules) {
    for (const found of rule.detect(pass)) {
      if (!told.isNew(rule, found)) continue;
      const severity = severityOf(rule, found, pass, settings);
      if (severity === 'off') continue;
      told.said(found);
      const said = describe(rule, found, severity, pass);
      judged.get(found.step)?.push(setAside(said, found, settings));
    }
  }
  return [...judged.values()].flat();
}

/** What has been told so far. A rule that is silenced still explains what it explains. */
class Told {
  readonly #facts = new Map<Step, Set<string>>();
  readonly #steps = new Set<Step>();
  readonly #once = new Set<string>();

  isNew({ id }: Rule, { step, about, onlyAlone, once }: Found): boolean {
    const known = this.#facts.get(step) ?? new Set();
    this.#facts.set(step, known);
    const isTold = about.length > 0 && about.every((fact) => known.has(fact));
    for (const fact of about) known.add(fact);
    if (isTold || (onlyAlone === true && this.#steps.has(step))) return false;
    const size = this.#once.size;
    return once === undefined || this.#once.add(`${id} ${once}`).size > size;
  }

  said({ step }: Found): void {
    this.#steps.add(step);
  }
}

async function passOver({ wrapped, ...evidence }: Evidence): Promise<Pass> {
  const trees = new Map<string, Step['tree']>();
  const steps: Step[] = [];
  for (const migration of evidence.trace.migrations) {
    for (const statement of migration.statements) {
      const { sql } = statement;
      if (!trees.has(sql)) trees.set(sql, await parseTree(sql));
      const tree = trees.get(sql) ?? null;
      steps.push({ migration, statement, tree, wrapped: wrapped.has(migration.name) });
    }
  }
  return { ...evidence, steps };
}

function severityOf(rule: Rule, found: Found, pass: Pass, settings: RuleSettings): Level {
  const said = settings.level(rule.id, found.step.migration.file, found.tables);
  if (said !== null) return said;
  if (rule.severity === 'off') return 'off';
  const severity = found.severity ?? rule.severity;
  if (found.grows !== true || pass.sizes === null) return severity;
  const { smallTable, largeTable = LARGE_TABLE } = settings;
  if (hasRows(found, pass, largeTable)) return 'error';
  return isSmall(found, pass, smallTable) ? atMost(severity, 'warning') : severity;
}

/** As the configuration has it, where it has a reason. */
function setAside(
  { finding, ...rest }: Judged,
  { step, tables }: Found,
  { exception }: RuleSettings,
): Judged {
  const silenced = exception(finding.rule, step.migration.file, tables);
  return { ...rest, finding: silenced === null ? finding : { ...finding, silenced } };
}

function atMost(severity: Severity, limit: Severity): Severity {
  return severity === 'error' ? limit : severity;
}

function describe(rule: Rule, found: Found, severity: Severity, pass: Pass): Judged {
  const { step, observed, why, safeFor } = found;
  const { statement, migration } = step;
  const { file, line } = statement.place;
  const notes = [
    ...(found.grows === true || rule.hazard === 'data-loss' ? sizeNotes(found, pass) : []),
    ...unfilledNote(found, pass),
    ...unseenNote(found),
  ];
  const finding: Finding = {
    rule: rule.id,
    severity,
    hazard: rule.hazard,
    message: `${[observed, ...notes].join(', ')}: ${why}`,
    file,
    line,
    migration: migration.name,
    observed,
    safe: safeFor === 'plan' ? [] : safeFor,
    ...(found.spans === true ? { spans: true } : {}),
  };
  return { finding, statement, safeFor, spans: found.spans === true };
}

/** What was seen of a table without rows may not hold for one that has some. */
function unfilledNote({ tables }: Found, { trace }: Pass): string[] {
  const unfilled = trace.unfilled.filter(({ table }) => tables.includes(table));
  return unfilled.map(
    ({ table }) => `seen on an empty table, as ${shortName(table)} could not be filled`,
  );
}

function unseenNote({ step }: Found): string[] {
  const { unobserved } = step.statement;
  return unobserved === null ? [] : [`not all of it was observed (${unobserved})`];
}
