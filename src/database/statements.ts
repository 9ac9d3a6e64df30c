// Statements of an SQL text, as the real parser of Postgres sees them.
import { lexStatements, skipBlank, type Statement } from './lexer.ts';

export type { Statement } from './lexer.ts';

/** The parser's memory grows with the text, so long ones are cut between statements. */
const CHUNK_LENGTH = 100_000;

/** Splits a text into statements. One that doesn't parse is split by lexical rules instead. */
export async function splitStatements(sql: string): Promise<Statement[]> {
  const lexed = lexStatements(sql);
  if (lexed.length < 2) return lexed;
  const parser = await import('libpg-query');
  await parser.loadModule();
  return chunks(lexed).flatMap((chunk) => {
    const [first] = chunk;
    const last = chunk.at(-1);
    if (first === undefined || last === undefined) return [];
    const text = sql.slice(first.offset, last.offset + last.sql.length);
    const parsed = parseStatements(text, (part) => parser.parseSync(part).stmts ?? []);
    return parsed?.map((one) => ({ ...one, offset: one.offset + first.offset })) ?? chunk;
  });
}

interface ParsedPlace {
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

/** Null when the text doesn't parse. */
function parseStatements(
  text: string,
  parse: (text: string) => readonly ParsedPlace[],
): Statement[] | null {
  let places: readonly ParsedPlace[];
  try {
    places = parse(text);
  } catch {
    return null;
  }
  // The parser counts bytes of UTF-8.
  const bytes = Buffer.from(text);
  let byte = 0;
  let offset = 0;
  const offsetOf = (target: number): number => {
    offset += bytes.toString('utf8', byte, target).length;
    byte = target;
    return offset;
  };
  return places.map(({ stmt_location: from = 0, stmt_len: length = 0 }) => {
    const begin = offsetOf(from);
    const end = offsetOf(length === 0 ? bytes.length : from + length);
    const start = skipBlank(text, begin);
    return { sql: text.slice(start, end).trimEnd(), offset: start };
  });
}

/** Runs of statements of about the chunk's length. */
function chunks(statements: readonly Statement[]): Statement[][] {
  const result: Statement[][] = [];
  let begin = -Infinity;
  for (const statement of statements) {
    if (statement.offset - begin > CHUNK_LENGTH) {
      result.push([]);
      begin = statement.offset;
    }
    result.at(-1)?.push(statement);
  }
  return result;
}
