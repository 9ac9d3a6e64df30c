// From a trace to its record in the report.
import type { RowEffect, Trace, TracedStatement } from '../rehearse/trace.ts';
import type { TracedMigrationReport, TracedStatementReport } from '../report/report.ts';

/** The trace of a project's new migrations; empty where nothing was rehearsed. */
export function traceReport(trace: Trace | null): readonly TracedMigrationReport[] {
  return (trace?.migrations ?? []).map(({ name, file, statements }) => {
    return { migration: name, file, statements: statements.map(describe) };
  });
}

function describe(traced: TracedStatement): TracedStatementReport {
  const { sql, place, ms, locks, scans, rewrites, builds, drops, outcome, unobserved } = traced;
  const { kind, error } = outcome;
  return {
    sql,
    line: place.line,
    ms: Math.round(ms * 10) / 10,
    locks: locks.map(({ relation, mode, documented }) => {
      return { relation: relation.name, mode, existed: relation.existed, documented };
    }),
    scans: scans.map(({ relation }) => relation.name),
    rewrites: rewrites.map(({ name }) => name),
    builds: builds.map(({ index }) => index.name),
    drops: drops.map(
      ({ kind, identity }) => `${kind.replace(/^table (?=column|constraint)/u, '')} ${identity}`,
    ),
    rows: {
      lost: traced.rows
        .filter(({ lost }) => lost > 0)
        .map(({ relation, lost, before }) => ({ table: relation.name, rows: lost, of: before })),
      changed: traced.rows.flatMap(changedValues),
    },
    error: error === null ? null : { code: error.code, message: error.message, kind },
    observed: unobserved,
  };
}

function changedValues({ relation, lostColumns, changed }: RowEffect): readonly {
  column: string;
  values: number;
  example: readonly [string | null, string | null] | null;
}[] {
  const named = (column: string): string => `${relation.name}.${column}`;
  return [
    ...lostColumns.map(({ column, values }) => ({ column: named(column), values, example: null })),
    ...changed.map(({ column, values, example }) => ({ column: named(column), values, example })),
  ];
}
