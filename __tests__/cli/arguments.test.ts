import { describe, expect, it } from 'vitest';
import { commands, parseArguments } from '../../src/commands/arguments.ts';
import { UsageError } from '../../src/errors.ts';

const parse = (...words: string[]) => {
  let printed = '';
  const result = parseArguments(words, (text) => {
    printed += text;
  });
  return { result, printed };
};

const problemsOf = (...words: string[]): readonly string[] => {
  try {
    parse(...words);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).problems;
  }
};

describe('the command line', () => {
  it('has defaults for everything', () => {
    expect(parse('check').result).toEqual({
      command: 'check',
      directory: '.',
      base: null,
      config: null,
      format: 'text',
      reports: [],
      projects: [],
      renames: [],
      timeoutMs: 300_000,
      failOn: null,
      verbose: false,
      name: null,
      dryRun: false,
      forms: null,
      check: false,
      databaseUrl: null,
      rule: null,
      files: [],
      trace: false,
      output: null,
      exact: false,
    });
  });

  it('takes every option of its command', () => {
    const { result } = parse(
      ...['check', 'app', '--base', 'main', '--format', 'json', '--project', 'a'],
      ...['--project', 'b', '--timeout', '5', '--verbose', '--config', 'x.yml'],
      ...['--report', 'sarif=a.sarif', '--report', 'junit=out/b=c.xml'],
    );
    expect(result).toMatchObject({
      directory: 'app',
      base: 'main',
      format: 'json',
      projects: ['a', 'b'],
      timeoutMs: 5000,
      verbose: true,
      config: 'x.yml',
      reports: [
        { format: 'sarif', path: 'a.sarif' },
        { format: 'junit', path: 'out/b=c.xml' },
      ],
    });
    expect(parse('makemigrations', '-m', 'add_age', '--dry-run', '--check').result).toMatchObject({
      name: 'add_age',
      dryRun: true,
      check: true,
    });
    expect(parse('migrate', '--database-url', 'postgres://h/d').result).toMatchObject({
      databaseUrl: 'postgres://h/d',
    });
  });

  it('takes renames, and says which are none', () => {
    const { result } = parse(
      ...['check', '--rename', 'users.fullname=users.name', '--rename', '"a=b".c='],
      ...['--rename', '=users.age'],
    );
    expect(result?.renames.map(({ from, to }) => [from, to])).toEqual([
      [['users.fullname'], 'users.name'],
      [['"a=b".c'], null],
      [null, 'users.age'],
    ]);
    expect(
      problemsOf('makemigrations', '--rename', 'a', '--rename', '=', '--rename', 'a..b=c'),
    ).toEqual(
      ['a', '=', 'a..b=c'].map((text): unknown =>
        expect.stringContaining(`--rename ${text}: must be old=new`),
      ),
    );
  });

  it('takes what fails the check as a list', () => {
    expect(parse('check', '--fail-on', 'drift, warning').result?.failOn).toEqual([
      'drift',
      'warning',
    ]);
    expect(parse('rehearse').result?.failOn).toBeNull();
    expect(problemsOf('check', '--fail-on', 'unsaef')).toEqual([
      '--fail-on unsaef: unsaef is none of drift, inherited, unsafe, warning, none',
    ]);
  });

  it('takes --online or --simple, not both', () => {
    expect(parse('check', '--online').result).toMatchObject({ forms: 'online' });
    expect(parse('makemigrations', '--simple').result).toMatchObject({ forms: 'simple' });
    expect(problemsOf('check', '--online', '--simple')).toEqual([
      '--online --simple: one of them is enough',
    ]);
  });

  it('takes a rule to explain, and nothing to list rules', () => {
    expect(parse('explain', 'drop-table').result).toMatchObject({
      rule: 'drop-table',
      directory: '.',
    });
    expect(problemsOf('explain')).toEqual(['say which rule: `plumbline rules` lists them']);
    expect(problemsOf('explain', 'a', 'b')).toEqual(['b: one rule is enough']);
    expect(problemsOf('rules', 'a', '--base')).toEqual([
      '--base: no such option for rules; it takes none',
      'a: it takes nothing',
    ]);
  });

  it('reports every mistake at once', () => {
    expect(problemsOf('check', '--bse', '--format', 'xml', '--timeout', 'no', 'a', 'b')).toEqual([
      '--bse: no such option for check; it takes --base --rename --online --simple --fail-on --format --report --verbose --project --config --timeout',
      'b: one directory is enough',
      '--format xml: must be one of text, json, markdown, sarif, rdjson, rdjsonl, gitlab, junit, github, patch',
      '--timeout no: must be a number of seconds above 0',
    ]);
    expect(problemsOf('chekc')).toEqual([expect.stringContaining("unknown command 'chekc'")]);
    expect(problemsOf('check', '--base')).toEqual([expect.stringContaining('argument missing')]);
    expect(problemsOf('makemigrations', '-m', '../x')).toEqual([
      '--name ../x: letters, digits, _ and - only',
    ]);
  });

  it('explains itself', () => {
    const { result, printed } = parse('--help');
    expect(result).toBeNull();
    for (const name of Object.keys(commands)) expect(printed).toContain(name);
    expect(parse('check', '--help').printed).toContain('--base <REF>');
    expect(parse('--version').printed).toMatch(/^\d+\.\d+\.\d+/);
  });
});
