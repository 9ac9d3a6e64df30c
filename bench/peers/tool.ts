// What the benchmark asks of a tool.
import type { Cluster } from './cluster.ts';

export interface Answer {
  readonly statements: readonly string[];
  /** What it says that it can't do, or doesn't compare. */
  readonly refusals: readonly string[];
}

export interface Tool {
  readonly name: string;
  readonly version: string;
  /**
   * Gets ready for a pair of databases; what is returned is timed and gives the statements that lead
   * from the first to the second. Null where the pair can't be said in the tool's models.
   */
  prepare(cluster: Cluster, pair: Databases): Promise<(() => Promise<Answer>) | null>;
}

/** Names of databases. */
export interface Databases {
  readonly before: string;
  readonly after: string;
}
