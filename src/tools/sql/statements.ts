// Statements of a part of a file, each with its exact place.
import { splitStatements, type Statement } from '../../database/statements.ts';
import type { Place } from '../../schema/objects.ts';
import type { MigrationStatement } from '../tool.ts';
import type { Filled, Part } from './format.ts';

export interface FilledStatement extends MigrationStatement {
  /** Names that stand for values which nobody gave. */
  readonly unknown: readonly string[];
}

/** Splits as Postgres would, then fills in what stands for values. */
export async function statementsOf(
  { file, text }: Part,
  fill: ((statement: Statement) => Filled) | undefined,
): Promise<FilledStatement[]> {
  // Places count from the file's first character, and a mark of byte order is none of SQL's.
  const plain = text.replace(/^\uFEFF/, ' ');
  const placeOf = placesIn(file, plain);
  const statements = await splitStatements(plain);
  return statements.map((statement) => {
    const place = placeOf(statement.offset);
    const filled = fill?.(statement) ?? { sql: statement.sql, unknown: [] };
    return { ...filled, place };
  });
}

/** Places of offsets that are asked for in ascending order. */
function placesIn(file: string, text: string): (offset: number) => Place {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (;;) {
      const next = text.indexOf('\n', start);
      if (next === -1 || next >= offset) break;
      line += 1;
      start = next + 1;
    }
    return { file, line, column: offset - start + 1 };
  };
}
