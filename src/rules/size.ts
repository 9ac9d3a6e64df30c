// How large tables are in production, and roughly how long work on them takes there.
import type { Work } from './facts.ts';

/** What is told of a table with its partitions and whatever inherits from it. */
export interface TableSize {
  /** Null where nobody knows. */
  readonly rows: number | null;
  /** Counted; else as Postgres estimates it. */
  readonly exact: boolean;
  /** Without its indexes. */
  readonly bytes: number;
  /** Bytes by the index's name: `public.users_pkey`. */
  readonly indexes: ReadonlyMap<string, number>;
}

/** By a table's name: `public.users`. */
export type TableSizes = ReadonlyMap<string, TableSize>;

const MB = 1_000_000;

/**
 * Bytes of a table that one session gets through in a second. Measured on PostgreSQL 15 on two cores, a
 * table of 2 million rows and 276 MB in memory, without waiting for the disk: verifying 1,070 MB/s,
 * rewriting 68, updating 18, building an index 130 to 190 of the table and 29 to 39 of the index. In
 * production it comes from a disk, and goes to one: the baseline of a common volume in a cloud is 125 MB/s
 * (https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html), and others use it as well.
 */
const THROUGHPUT: Readonly<Record<Work['kind'], number>> = {
  verify: 100 * MB,
  read: 100 * MB,
  validate: 50 * MB,
  build: 50 * MB,
  rewrite: 30 * MB,
  write: 10 * MB,
};

/** Bytes of an index in a second, where it is known how large it is. */
const INDEX_THROUGHPUT = 20 * MB;

/** Seconds that work on a table takes, roughly; `share` is the part of its rows that a write changes. */
export function roughSeconds(
  { kind, index }: Work,
  { bytes, indexes }: TableSize,
  share: number,
): number {
  const built = index === null ? undefined : indexes.get(index.name);
  if (built !== undefined) return built / INDEX_THROUGHPUT;
  return (bytes / THROUGHPUT[kind]) * (kind === 'write' ? share : 1);
}

const MINUTE = 60;
const HOUR = 3_600;

/** `roughly 40 s`, `roughly 7 min`: with as many digits as anybody can tell. */
export function inWords(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 2 * MINUTE) return `roughly ${rounded(seconds)} s`;
  if (seconds < 2 * HOUR) return `roughly ${rounded(seconds / MINUTE)} min`;
  return `roughly ${rounded(seconds / HOUR)} h`;
}

const rounded = (number: number): string => String(Number(number.toPrecision(number < 10 ? 1 : 2)));
