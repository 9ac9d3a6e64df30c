// squawk, a linter of migrations: what it says of the last statement of each of many texts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Rules that tell of taste, of timeouts or of code elsewhere, and of no danger of the statement itself. */
const NO_DANGER = new Set([
  ...['prefer-robust-stmts', 'prefer-bigint-over-int', 'prefer-bigint-over-smallint'],
  ...['prefer-identity', 'prefer-text-field', 'prefer-timestamp-tz', 'ban-char-field'],
  ...['ban-create-domain-with-constraint', 'require-enum-value-ordering', 'require-table-schema'],
  ...['require-timeout-settings', 'require-lock-timeout', 'require-statement-timeout'],
  ...['identifier-too-long', 'unused-ignore', 'renaming-column', 'renaming-table'],
  'ban-drop-not-null',
]);

interface Remark {
  readonly file: string;
  /** From zero. */
  readonly line: number;
  readonly rule_name: string;
}

export interface Squawk {
  readonly version: string;
  /** Rules that see a danger in the last statement of each text; a statement is a line. */
  readonly dangers: (texts: readonly (readonly string[])[]) => string[][];
}

/**
 * That of SQUAWK=path, of the peers or of the PATH; else why there is none. Its own package names programs
 * of more platforms than are published, which `npm ci` refuses: that of one platform is named instead.
 */
export function findSquawk(): Squawk | string {
  const packaged = `node_modules/@squawk-cli/${process.platform}-${process.arch}/bin/squawk`;
  const installed = join(import.meta.dirname, packaged);
  const given = process.env['SQUAWK'];
  const program = given ?? (existsSync(installed) ? installed : 'squawk');
  const { status, stdout, stderr, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error !== undefined) return `${program}: ${error.message}`;
  if (status !== 0) return `${program}: ${stderr.trim()}`;
  return { version: stdout.trim(), dangers: (texts) => dangersIn(program, texts) };
}

function dangersIn(program: string, texts: readonly (readonly string[])[]): string[][] {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-squawk-'));
  try {
    const files = texts.map((statements, index) => {
      const file = join(directory, `${String(index)}.sql`);
      writeFileSync(file, statements.map((sql) => `${sql.replace(/;$/u, '')};\n`).join(''));
      return file;
    });
    const words = ['--reporter', 'Json', '--assume-in-transaction', '--pg-version', '15.0'];
    const { stdout } = spawnSync(program, [...words, ...files], {
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
      cwd: directory,
    });
    const remarks = JSON.parse(stdout) as Remark[];
    return texts.map((statements, index) =>
      remarks
        .filter(({ file, line }) => {
          return basename(file) === `${String(index)}.sql` && line === statements.length - 1;
        })
        .map((remark) => remark.rule_name)
        .filter((rule) => !NO_DANGER.has(rule)),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
