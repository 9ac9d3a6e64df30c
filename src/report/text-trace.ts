// A trace as lines of a terminal: each statement with what Postgres did.
import type { ProjectReport, TracedStatementReport } from './report.ts';
import type { Paint } from './text-paint.ts';
import { placeOf } from './text-findings.ts';
import { oneLine } from './visible.ts';
import { count } from './words.ts';

const LONGEST = 100;

/** Statements in their order; what did nothing worth telling is told with its locks alone. */
export function traceLines({ id, trace }: ProjectReport, style: Paint): readonly string[] {
  return trace.flatMap(({ migration, file, statements }) => [
    style.strong(`${oneLine(id)} ${oneLine(migration)}`),
    ...statements.flatMap((statement) => [
      `  ${placeOf(file, statement.line)}  ${shortened(statement.sql)}  ${style.faint(`${String(statement.ms)} ms`)}`,
      ...facts(statement).map((fact) => `    ${fact}`),
    ]),
    '',
  ]);
}

function shortened(sql: string): string {
  const line = oneLine(sql.replaceAll(/\s+/g, ' '));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function facts(statement: TracedStatementReport): string[] {
  const { locks, scans, rewrites, builds, drops, rows, error, observed } = statement;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      'locks',
      locks.map(({ relation, mode, existed, documented }) => {
        const note = documented ? ' (as documented)' : existed ? '' : ' (new)';
        return `${relation} ${mode}${note}`;
      }),
    ],
    ['scans', scans],
    ['rewrites', rewrites],
    ['builds', builds],
    ['drops', drops],
    [
      'loses',
      [
        ...rows.lost.map(
          ({ table, rows: lost, of }) => `${String(lost)} of ${count(of, 'row')} of ${table}`,
        ),
        ...rows.changed.flatMap(({ column, values, example }) =>
          example === null ? [`${count(values, 'value')} of ${column}`] : [],
        ),
      ],
    ],
    [
      'changes',
      rows.changed.flatMap(({ column, values, example }) => {
        if (example === null) return [];
        const shown = example.map((one) => one ?? 'null').join(' → ');
        return [`${count(values, 'value')} of ${column} (${shown})`];
      }),
    ],
  ];
  return [
    ...lists.flatMap(([verb, items]) =>
      items.length === 0 ? [] : [`${verb} ${items.map(oneLine).join(', ')}`],
    ),
    ...(error === null ? [] : [`${error.kind}: ${oneLine(error.message)} (${error.code})`]),
    ...(observed === null ? [] : [`not observed: ${oneLine(observed)}`]),
  ];
}
