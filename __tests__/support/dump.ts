// What pg_dump says of a database, without what means nothing: a reader of catalogs that isn't ours.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresBinaries } from './postgres-server.ts';

const run = promisify(execFile);

/** The entries of `pg_dump --schema-only`, sorted. */
export async function dump(url: string): Promise<string[]> {
  const bin = postgresBinaries() ?? '';
  const { stdout } = await run(
    join(bin, 'pg_dump'),
    ['--schema-only', '--no-owner', '--no-tablespaces', '-d', url],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  return entries(stdout);
}

/** Each entry begins with a comment of its name, type and schema. */
function entries(text: string): string[] {
  const [, ...parts] = text.replace(TRAILER, '').split(/^--\n(?=-- Name: )/m);
  return parts
    .map(normal)
    .filter((entry) => !NO_COMMENT.test(entry))
    .sort();
}

const TRAILER = /\n--\n-- PostgreSQL database dump complete[^]*$/;

/** Said of the schema public where it has lost the comment that every database is made with. */
const NO_COMMENT = /^COMMENT ON SCHEMA public IS '';$/m;

/** Entries of which the lines are in no order that matters: members, columns, privileges. */
const UNORDERED = / Type: (?:FOREIGN TABLE|TABLE|TYPE|ACL|DEFAULT ACL); /;

function normal(entry: string): string {
  const [head = '', ...lines] = entry.trimEnd().split('\n');
  const body = lines.filter(
    (line) => line !== '--' && line !== '' && !line.startsWith('SET default_table_access_method'),
  );
  const isUnordered = UNORDERED.test(head) && !body.some((line) => line.includes(' AS ENUM '));
  const text = isUnordered
    ? body.map((line) => line.replace(/,$/, '')).sort()
    : body.map(pairsInOrder);
  return [head, ...text.map(listsInOrder)].join('\n');
}

/** Lists that are sets: options, tags, the columns of statistics or that a trigger watches. */
function listsInOrder(line: string): string {
  return line
    .replace(/(?<=WITH \()[^()]*(?=\);?$)/, inOrder)
    .replace(/(?<=WHEN TAG IN \()[^()]*(?=\))/, inOrder)
    .replace(/(?<=^CREATE STATISTICS .* ON ).*(?= FROM )/, inOrder)
    .replace(/(?<=UPDATE OF )[^()]*?(?= ON )/, inOrder);
}

const inOrder = (list: string): string => list.split(', ').sort().join(', ');

/** The pairs of columns of a foreign key. */
function pairsInOrder(line: string): string {
  return line.replace(
    /FOREIGN KEY \(([^()]*)\) REFERENCES (\S.*?)\(([^()]*)\)/,
    (_all, own: string, target: string, others: string) => {
      const remote = others.split(', ');
      const pairs = own.split(', ').map((column, at) => `${column} to ${remote[at] ?? ''}`);
      return `FOREIGN KEY TO ${target} (${pairs.sort().join(', ')})`;
    },
  );
}

/** What only one of two dumps has, a line each; empty where they are the same. */
export function dumpDifference(one: readonly string[], other: readonly string[]): string {
  const only = (all: readonly string[], others: ReadonlySet<string>, sign: string): string[] =>
    all
      .filter((entry) => !others.has(entry))
      .flatMap((entry) => entry.split('\n').map((line) => `${sign} ${line}`));
  return [...only(one, new Set(other), '-'), ...only(other, new Set(one), '+')].join('\n');
}
