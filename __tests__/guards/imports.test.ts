// The repository's own rules about who may know whom. See ARCHITECTURE.md, "The rooms".
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

/**
 * What each room may import besides itself and third-party packages: rooms, which stand before it here, or
 * single files.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  revision: ['schema', 'errors.ts'],
  database: ['schema', 'errors.ts', 'assets.ts'],
  catalog: ['schema', 'database', 'errors.ts', 'tools/tool.ts'],
  rows: ['schema', 'database', 'catalog', 'errors.ts'],
  plan: ['schema', 'database', 'catalog', 'rows', 'errors.ts'],
  rehearse: ['schema', 'database', 'catalog', 'rows', 'errors.ts'],
  evaluate: ['schema', 'revision', 'errors.ts', 'assets.ts'],
  report: ['schema', 'errors.ts'],
  tools: [
    'schema',
    'revision',
    'evaluate',
    'database/statements.ts',
    'report/report.ts',
    'errors.ts',
    'assets.ts',
  ],
  rules: ['schema', 'database', 'catalog', 'rehearse', 'report/report.ts', 'errors.ts'],
  findings: ['rules', 'report/report.ts'],
  allowances: ['schema', 'database/lexer.ts', 'report/report.ts'],
  stats: ['database', 'errors.ts'],
  release: [
    'schema',
    'database',
    'catalog',
    'rows',
    'rehearse',
    'report/report.ts',
    'errors.ts',
    // What a model asks of the database, as plain data.
    'tools/tool.ts',
  ],
  formats: ['report', 'findings', 'rules/index.ts'],
  // The steps of a check.
  settings: ['schema', 'revision', 'rules', 'findings', 'report', 'tools', 'errors.ts'],
  workspace: [
    'settings',
    'schema',
    'revision',
    'database',
    'report',
    'tools',
    'errors.ts',
    'progress.ts',
  ],
  comparison: ['workspace', 'schema', 'revision', 'database', 'catalog', 'plan', 'report', 'tools'],
  migrations: [
    'comparison',
    'workspace',
    'settings',
    'schema',
    'revision',
    'database',
    'catalog',
    'plan',
    'rehearse',
    'rules',
    'findings',
    'allowances',
    'stats',
    'release',
    'report',
    'tools',
  ],
  record: [
    'migrations',
    'comparison',
    'settings',
    'schema',
    'database',
    'catalog',
    'rehearse',
    'report',
    'tools',
    'errors.ts',
    'version.ts',
  ],
};

/** What sees all: the rooms of the two entries, and what stands beside the rooms. */
const entryRooms = ['commands', 'github'];
const besideTheRooms = [
  ...['cli.ts', 'main.ts', 'options.ts'],
  ...['check.ts', 'analyse.ts', 'generate.ts', 'proposal.ts', 'rehearse-projects.ts', 'migrate.ts'],
  ...['assets.ts', 'errors.ts', 'files.ts', 'node-settings.ts', 'progress.ts', 'version.ts'],
];

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file);

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/gu)];
  return specifiers.map(([, path = '']) => posix.join(posix.dirname(file), path));
}

describe('imports', () => {
  it.each(Object.keys(allowed))('%s imports only the rooms it stands on', (room) => {
    const inRoom = files.filter((file) => roomOf(file) === room);
    expect(inRoom.length).toBeGreaterThan(0);
    const strangers = inRoom.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== room)
        .filter(
          (target) =>
            !(allowed[room] ?? []).some((one) => one === target || one === roomOf(target)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(strangers).toEqual([]);
  });

  it('point one way', () => {
    const rooms = Object.keys(allowed);
    const back = Object.entries(allowed).flatMap(([room, others]) =>
      others.filter((other) => rooms.indexOf(other) >= rooms.indexOf(room)),
    );
    expect(back).toEqual([]);
  });

  it('leave no file without a room', () => {
    const known = new Set([...Object.keys(allowed), ...entryRooms, ...besideTheRooms]);
    expect(files.filter((file) => !known.has(roomOf(file)))).toEqual([]);
  });

  it('nothing but the entries ends the process or prints', () => {
    const entries = ['cli.ts', 'main.ts'];
    const offenders = files
      .filter((file) => !entries.includes(file))
      .filter((file) => /process\.exit\b|console\./u.test(readFileSync(join(source, file), 'utf8')))
      .filter((file) => roomOf(file) !== 'evaluate');
    expect(offenders).toEqual([]);
  });

  it('no tool is named outside of tools/', () => {
    const offenders = files
      .filter((file) =>
        ['schema', 'database', 'catalog', 'plan', 'evaluate'].includes(roomOf(file)),
      )
      .filter((file) => /drizzle/iu.test(code(file)));
    expect(offenders).toEqual([]);
  });

  it('the diff names no kind', () => {
    const kinds =
      /['"](table|column|index|enum|view|policy|sequence|primary key|foreign key|check)['"]/u;
    expect(kinds.test(code('schema/diff.ts'))).toBe(false);
  });
});

/** A file without its comments. */
function code(file: string): string {
  return readFileSync(join(source, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
}
