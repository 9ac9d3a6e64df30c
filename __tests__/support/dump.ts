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
  const [, ...parts] = text.split(/^--\n(?=-- (?:Name|Data for Name): )/m);
  return parts.map(normal).sort();
}

const TRAILER = /\n--\n-- PostgreSQL database dump complete[^]*$/;

/** The order of columns, of members, and of the privileges of one object is without meaning. */
function normal(entry: string): string {
  const [head = '', ...lines] = entry.replace(TRAILER, '').trimEnd().split('\n');
  const body = lines.filter(
    (line) => line !== '--' && line !== '' && !line.startsWith('SET default_table_access_method'),
  );
  const isTable = / Type: (?:FOREIGN )?TABLE; /.test(head);
  const isAcl = / Type: (?:DEFAULT )?ACL; /.test(head);
  if (!isTable && !isAcl) return [head, ...body].join('\n');
  return [head, ...body.map((line) => line.replace(/,$/, '')).sort()].join('\n');
}

/** What only one of two dumps has, a line each; empty where they are the same. */
export function dumpDifference(one: readonly string[], other: readonly string[]): string {
  const only = (all: readonly string[], others: readonly string[], sign: string): string[] =>
    all
      .filter((entry) => !others.includes(entry))
      .flatMap((entry) => entry.split('\n').map((line) => `${sign} ${line}`));
  return [...only(one, other, '-'), ...only(other, one, '+')].join('\n');
}
