// What was observed while the new migrations ran on rows: a table for each, in the Markdown report.
import { cell, clip, code, prose } from './markdown-escape.ts';
import type { MarkdownContext } from './markdown-context.ts';
import { link } from './markdown-table.ts';
import type { TracedMigrationReport, TracedStatementReport, ValuesReport } from './report.ts';
import { count } from './words.ts';

const SQL_LENGTH = 100;
const FACT_LENGTH = 300;
const SHOWN_MOST = 6;

/** Tables under the names of their migrations, of at most so many statements in all. */
export function traceTables(
  trace: readonly TracedMigrationReport[],
  context: MarkdownContext,
  most: number,
): string {
  let left = most;
  const parts = trace.flatMap((migration) => {
    const statements = migration.statements.slice(0, left);
    left -= statements.length;
    return statements.length === 0 ? [] : [tableOf({ ...migration, statements }, context)];
  });
  return parts.join('\n\n');
}

function tableOf({ file, statements }: TracedMigrationReport, context: MarkdownContext): string {
  const rows = statements.map((statement) => rowOf(file, statement, context));
  return [
    // With words before it: at the start of a paragraph, `]:` in its name would define a reference.
    `Statements of ${link(file, null, context)}:`,
    '',
    '| Line | Statement | Locks it adds | What it did | Time |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function rowOf(file: string, statement: TracedStatementReport, context: MarkdownContext): string {
  const line = cell(link(file, statement.line, context, String(statement.line)));
  const sql = cell(code(clip(statement.sql.replaceAll(/\s+/g, ' '), SQL_LENGTH)));
  const did = effectsOf(statement).join('<br>') || 'no scan, no rewrite';
  const locks = locksOf(statement).join('<br>') || 'none';
  return `| ${line} | ${sql} | ${locks} | ${did} | ${statement.ms.toLocaleString('en-US')} ms |`;
}

/** By mode, without what it holds already; for what the migrations themselves made nobody waits. */
function locksOf({ locks }: TracedStatementReport): readonly string[] {
  const held = locks.filter(({ existed }) => existed);
  const modes = new Set(held.map(({ mode }) => mode));
  return [...modes].map((mode) => {
    const relations = held
      .filter((lock) => lock.mode === mode)
      .map(
        ({ relation, documented }) => `${name(relation)}${documented ? ' (as documented)' : ''}`,
      );
    return `${prose(clip(mode, FACT_LENGTH))} on ${listed(relations).join(', ')}`;
  });
}

function effectsOf(statement: TracedStatementReport): readonly string[] {
  const { scans, rewrites, builds, drops, rows, error, observed } = statement;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['reads all of', scans.map(name)],
    ['rewrites', rewrites.map(name)],
    ['builds', builds.map(name)],
    ['drops', drops.map(name)],
    [
      'loses',
      [
        ...rows.lost.map(
          ({ table, rows: lost, of }) => `${lost} of ${count(of, 'row')} of ${name(table)}`,
        ),
        ...rows.changed.filter(isGone).map(valuesOf),
      ],
    ],
    ['changes', rows.changed.filter((one) => !isGone(one)).map(valuesOf)],
  ];
  return [
    ...lists.flatMap(([verb, items]) =>
      items.length === 0 ? [] : [`${verb} ${listed(items).join(', ')}`],
    ),
    ...(error === null
      ? []
      : [
          `**Error**, ${prose(error.kind)}: ${prose(clip(`${error.message} (${error.code})`, FACT_LENGTH))}`,
        ]),
    ...(observed === null ? [] : [`**Not observed**: ${prose(clip(observed, FACT_LENGTH))}`]),
  ];
}

const isGone = ({ example }: ValuesReport): boolean => example === null;

const valuesOf = ({ column, values }: ValuesReport): string =>
  `${count(values, 'value')} of ${name(column)}`;

const name = (text: string): string => cell(code(clip(text, FACT_LENGTH)));

function listed(items: readonly string[]): readonly string[] {
  const hidden = items.length - SHOWN_MOST;
  return hidden <= 0
    ? items
    : [...items.slice(0, SHOWN_MOST), `and ${count(hidden, 'more', 'more')}`];
}
