import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { UsageError } from '../../src/errors.ts';

const problemsOf = (text: string): readonly string[] => {
  try {
    parseConfig('plumbline.yml', text);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).problems;
  }
};

describe('plumbline.yml', () => {
  it('may be empty', () => {
    expect(parseConfig('plumbline.yml', '')).toEqual({ env: {}, ignore: [], renames: [] });
  });

  it('fills in what is left out', () => {
    const { projects } = parseConfig(
      'plumbline.yml',
      'projects:\n  - id: api\n    models: src/schema.ts\n    env: { PORT: 3 }\n',
    );
    expect(projects).toEqual([
      {
        id: 'api',
        root: '.',
        tool: 'drizzle',
        models: 'src/schema.ts',
        env: { PORT: 3 },
        ignore: [],
        renames: [],
      },
    ]);
  });

  it.each([
    ['drft', /^plumbline\.yml:1: fail-on: drft is none of drift, /],
    ['[none, drift]', /^plumbline\.yml:1: fail-on: none stands alone$/],
    ['[drft]', /^plumbline\.yml:1: fail-on.*: must be a list of drift, /],
    ['3', /^plumbline\.yml:1: fail-on: must be a list of drift, /],
  ])('refuses fail-on: %s', (value, says) => {
    expect(problemsOf(`fail-on: ${value}\n`)).toEqual([expect.stringMatching(says)]);
  });

  it('reports every mistake at once, each at its line', () => {
    const text = `projects:
  - id: api
    modles: src/schema.ts
    postgres: 12
  - root: 7
    id: "a b"
typo: 1
`;
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^plumbline\.yml:4: projects\.0\.postgres: .*13/),
      'plumbline.yml:3: unknown key modles; known here: id, root, tool, models, migrations, format, env, ignore, renames, postgres, migrator, lockTimeout, rules, stats, smallTable, largeTable',
      expect.stringMatching(/^plumbline\.yml:6: projects\.1\.id: must be letters/),
      expect.stringMatching(/^plumbline\.yml:5: projects\.1\.root: .*string/),
      'plumbline.yml:7: unknown key typo; known here: projects, env, ignore, renames, postgres, migrator, lockTimeout, rules, stats, smallTable, largeTable, fail-on',
    ]);
  });

  it('sets levels of rules, everywhere or in places', () => {
    const setting = (line: number, said: object): object => ({
      ...{ paths: [], tables: [], reason: null, until: null },
      ...{ ...said, place: { file: 'plumbline.yml', line } },
    });
    const text = `rules:
  drop-index: off
  create-index: [{ level: off, tables: "public.tiny_*" }, warning]
  drop-table: { level: off, paths: [a/*, b/*], reason: " moved ", until: 2027-01-31 }
smallTable: 500
`;
    const { rules, smallTable } = parseConfig('plumbline.yml', text);
    expect({ rules, smallTable }).toEqual({
      rules: [
        setting(2, { rule: 'drop-index', level: 'off' }),
        setting(3, { rule: 'create-index', level: 'off', tables: ['public.tiny_*'] }),
        setting(3, { rule: 'create-index', level: 'warning' }),
        setting(4, {
          ...{ rule: 'drop-table', level: 'off', paths: ['a/*', 'b/*'] },
          ...{ reason: 'moved', until: '2027-01-31' },
        }),
      ],
      smallTable: 500,
    });
    expect(problemsOf('rules:\n  drop-indx: note\n')).toEqual([
      'plumbline.yml:2: there is no rule drop-indx; did you mean drop-index? `plumbline rules` lists them',
    ]);
    expect(problemsOf('rules:\n  drop-index: fatal\n')).toEqual([
      'plumbline.yml:2: rules.drop-index: must be error, warning, note or off, or a list of { level, paths, tables, reason, until }',
    ]);
  });

  it('holds a layout to SQL files, and SQL files to having no models', () => {
    const text = `projects:
  - id: api
    format: goose
    postgres: 12
  - id: db
    tool: sql
    models: src/schema.ts
  - id: other
    tool: sql
    format: rails
`;
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^plumbline\.yml:4: projects\.0\.postgres: /),
      'plumbline.yml:3: projects.0.format: is for tool: sql only',
      'plumbline.yml:7: projects.1.models: SQL files have no models (tool: sql)',
      expect.stringMatching(/^plumbline\.yml:10: projects\.2\.format: .*"goose"/),
    ]);
  });

  it('reads renames, each with its line', () => {
    const { renames, projects } = parseConfig(
      'plumbline.yml',
      `renames:
  people: users
projects:
  - id: api
    renames:
      users.fullname: users.name
      users."old.one": null
`,
    );
    expect(renames).toEqual([
      {
        kind: null,
        from: ['people'],
        to: 'users',
        source: {
          text: 'renames: people: users',
          file: 'plumbline.yml',
          line: 2,
          way: 'file',
          shared: true,
        },
      },
    ]);
    expect(projects?.[0]?.renames.map(({ from, to, source }) => [from, to, source.line])).toEqual([
      [['users.fullname'], 'users.name', 6],
      [['users."old.one"'], null, 7],
    ]);
  });

  it('refuses renames that are no names, and an old name given twice', () => {
    expect(problemsOf('renames:\n  users.: x\n  a: "b..c"\n')).toEqual([
      expect.stringMatching(/^plumbline\.yml:2: renames\.users\.: .*name/),
      expect.stringMatching(/^plumbline\.yml:3: renames\.a: .*name/),
    ]);
    expect(problemsOf('renames:\n  a: b\n  a: c\n')).toEqual([
      expect.stringMatching(/^plumbline\.yml:3: .*unique/),
    ]);
  });

  it('says where it is no YAML, and refuses aliases', () => {
    expect(problemsOf('projects: [\n')[0]).toMatch(/^plumbline\.yml:\d+: /);
    expect(problemsOf('env: &e { A: 1 }\nprojects:\n  - id: a\n    env: *e\n')).toEqual([
      'plumbline.yml:4: aliases are not allowed',
    ]);
  });

  it('refuses two projects of one id', () => {
    expect(problemsOf('projects:\n  - id: a\n  - id: a\n')).toEqual([
      'plumbline.yml: two projects have the id a',
    ]);
  });
});
