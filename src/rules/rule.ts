// What a rule is, what it is given and what it says.
import type { Node } from 'libpg-query';
import type { TracedMigration, TracedStatement, Trace } from '../rehearse/trace.ts';
import type { Hazard, Severity } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import type { TableSizes } from './size.ts';

/** How much a rule's findings weigh; `off` keeps it silent. */
export type Level = Severity | 'off';

export interface Rule {
  /** Kebab-case; never renamed. Its page is `<id>.md`. */
  readonly id: string;
  readonly hazard: Hazard;
  /** Where the configuration says nothing else. */
  readonly severity: Level;
  detect(pass: Pass): readonly Found[];
}

/** Everything a rule may know. */
export interface Pass {
  readonly trace: Trace;
  /** Every statement of the trace in its order. */
  readonly steps: readonly Step[];
  /** Before the first of them, and after the last. */
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
}

/** A statement with all that is known of it. */
export interface Step {
  readonly migration: TracedMigration;
  readonly statement: TracedStatement;
  /** As Postgres's own parser reads it; null where it can't. */
  readonly tree: Node | null;
  /** True where the tool wraps its migration in a transaction. */
  readonly wrapped: boolean;
}

export interface Found {
  readonly step: Step;
  /**
   * The facts it tells (see facts.ts). Where rules that come earlier have told all of them of this
   * statement, it isn't said again. One about nothing is always said.
   */
  readonly about: readonly string[];
  /** One sentence without a full stop: `rewrites users and 4 indexes under ACCESS EXCLUSIVE`. */
  readonly observed: string;
  /** Why it matters and what to do instead, in sentences without a last full stop. */
  readonly why: string;
  /** Statements that do the same safely; `plan` where a planner is to find them, none where there are none. */
  readonly safeFor: 'plan' | readonly string[];
  /** True where those take the place of later statements too. */
  readonly spans?: boolean;
  /** The tables it is about, for settings and sizes. */
  readonly tables: readonly string[];
  /** Where it weighs something else than the rule's other findings. */
  readonly severity?: Severity;
  /** True where it takes the longer the larger the table is: it weighs less for a small one. */
  readonly grows?: boolean;
  /** True where it isn't said of a statement of which an earlier rule has said something. */
  readonly onlyAlone?: boolean;
  /** Of several with the same text here only the first is said. */
  readonly once?: string;
}
