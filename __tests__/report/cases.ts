// The reports that both the text and the Markdown goldens show, by name.
import type { DiagramColumnReport, DiagramTableReport, Report } from '../../src/report/report.ts';
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makePlannedFiles,
  makeProject,
  makeRename,
  makeReport,
  makeSchemaDiff,
  makeSilenced,
  makeStatement,
  makeTrace,
  makeUnknown,
} from './reports.ts';

const ESC = '\u001B';

const filesIn = (directory: string): Parameters<typeof makeDriftedProject>[0] => ({
  migrations: { tool: 'drizzle', directory, total: 3, applied: 3, new: [] },
  files: makePlannedFiles(directory),
});

const users = (columns: string): string =>
  `CREATE TABLE "users" (\n\t"id" integer PRIMARY KEY NOT NULL,\n${columns}\n);`;
const usersIndex = 'CREATE INDEX "users_name_idx" ON "users" ("name");';
const [, , neighbour] = makeSchemaDiff().tables;
const column = { type: 'text', keys: [], state: 'unchanged', change: null } as const;
const usersBy = (...columns: DiagramColumnReport[]): readonly DiagramTableReport[] => [
  { table: 'public.users', state: 'changed', was: null, columns, more: 0 },
  ...(neighbour === undefined ? [] : [neighbour]),
];

/** The missing migration adds a column, and the new one drops another. */
const bothDiffs = [
  makeSchemaDiff({
    objects: [
      {
        ...{ kind: 'table', object: 'public.users' },
        before: `${users('\t"name" text')}\n${usersIndex}`,
        after: `${users('\t"name" text,\n\t"email" text')}\n${usersIndex}`,
      },
    ],
    tables: usersBy({ ...column, name: 'name' }, { ...column, name: 'email', state: 'added' }),
  }),
  makeSchemaDiff({
    of: 'new',
    objects: [
      {
        ...{ kind: 'table', object: 'public.users' },
        before: users('\t"name" text,\n\t"legacy" text'),
        after: `${users('\t"name" text')}\n${usersIndex}`,
      },
      {
        ...{ kind: 'enum', object: 'public.plan' },
        before: null,
        after: `CREATE TYPE "plan" AS ENUM('free', 'paid');`,
      },
    ],
    tables: usersBy({ ...column, name: 'name' }, { ...column, name: 'legacy', state: 'removed' }),
  }),
];

export const cases = {
  'in-sync': makeReport(),
  'no-base': makeReport({ base: null }),
  'one-change': makeReport({ projects: [makeDriftedProject({ files: makePlannedFiles() })] }),
  'on-base-already': makeReport({
    projects: [
      makeProject({
        inherited: [
          makeFinding({ rule: 'migration-unlisted', severity: 'warning', hazard: 'configuration' }),
          makeFinding({ rule: 'snapshot-fork', severity: 'note', hazard: 'configuration' }),
        ],
      }),
    ],
  }),
  'every-operation': makeReport({
    projects: [
      makeDriftedProject({
        renames: [makeRename({ introduced: false })],
        irreversible: ['dropping table public.sessions loses its rows'],
        schemaDiffs: [makeSchemaDiff()],
        drift: [
          makeDrift(),
          makeDrift({
            op: 'alter',
            object: 'public.users.name',
            reason: 'type: varchar(80) → text',
            model: { file: 'src/schema.ts', line: 9 },
          }),
          makeDrift({ op: 'drop', kind: 'table', object: 'public.sessions', model: null }),
          makeDrift({ op: 'rename', kind: 'column', object: 'public.users.full_name', reason: '' }),
        ],
      }),
    ],
  }),
  'undecided-renames': makeReport({
    projects: [
      makeProject({
        drift: [
          makeDrift({ op: 'drop', object: 'public.users.fullname', model: null }),
          makeDrift({ object: 'public.users.name', model: { file: 'src/schema.ts', line: 5 } }),
        ],
        renames: [
          makeRename(),
          makeRename({
            kind: 'enum value',
            from: 'public.status.on|off',
            to: 'public.status."</details>"',
            confidence: 0.55,
            model: null,
            rename: {
              statements: [],
              proved: false,
              problem: 'no migration is shown: `it` fails',
              tag: '/** @renamedFrom on|off */',
              config: 'status.on|off: status."</details>"',
              option: `--rename 'status.on|off=status."</details>"'`,
            },
          }),
        ],
        findings: [
          makeFinding({
            rule: 'undecided-rename',
            hazard: 'drift',
            severity: 'error',
            message: 'column public.users.fullname may have been renamed',
            file: 'src/schema.ts',
            line: 5,
          }),
        ],
      }),
    ],
  }),
  'form-and-inherited': makeReport({
    projects: [
      makeProject({
        drift: [
          makeDrift({ weight: 'form', kind: 'index', object: 'public.users_name_idx' }),
          ...Array.from({ length: 5 }, (_, index) =>
            makeDrift({ introduced: false, object: `public.users.old_${index}` }),
          ),
          makeDrift({ introduced: false, weight: 'form', kind: 'index', object: 'public.a_idx' }),
        ],
        notCompared: { functions: ['public.f()', 'public.g()', 'public.h()'], triggers: ['t'] },
        unmodelled: ['public.audit', 'public.spatial_ref_sys'],
      }),
    ],
  }),
  monorepo: makeReport({
    projects: [
      makeDriftedProject({
        ...{ id: 'api', root: 'packages/api' },
        ...filesIn('packages/api/drizzle'),
      }),
      makeDriftedProject({ id: 'jobs', root: 'jobs', ...filesIn('jobs/drizzle') }),
      makeProject({ id: 'web', root: 'packages/web' }),
      makeProject({
        id: 'billing',
        root: 'billing',
        models: {
          tool: 'drizzle',
          files: ['billing/schema.ts'],
          tables: 1,
          columns: 1,
          unknowns: [makeUnknown(), makeUnknown({ object: null, file: null, line: null })],
        },
      }),
    ],
  }),
  'no-models': makeReport({
    projects: [
      makeProject({
        id: 'db/migrations',
        models: null,
        migrations: {
          tool: 'sql',
          directory: 'db/migrations',
          total: 4,
          applied: 4,
          new: ['db/migrations/0004_add_phone.sql'],
        },
        schemaDiffs: bothDiffs.slice(1),
        trace: [
          {
            ...makeTrace('db/migrations/0004_add_phone.sql'),
            statements: [
              makeStatement({
                ...{ sql: 'ALTER TABLE "users" DROP COLUMN "legacy";', line: 1 },
                ...{ scans: [], builds: [], drops: ['column public.users.legacy'] },
              }),
            ],
          },
        ],
      }),
    ],
  }),
  'some-without-models': makeReport({
    projects: [
      makeProject(),
      makeProject({
        id: 'db/migrations',
        models: null,
        migrations: { tool: 'sql', directory: 'db/migrations', total: 1, applied: 1, new: [] },
      }),
    ],
  }),
  'failing-migration': makeReport({
    projects: [
      makeProject({
        migrations: {
          tool: 'drizzle',
          directory: 'drizzle',
          total: 3,
          applied: 1,
          new: ['drizzle/0001_bad.sql'],
        },
        findings: [
          makeFinding(),
          makeFinding({
            rule: 'failing-migration',
            severity: 'error',
            hazard: 'failure',
            message: 'relation "user" does not exist (42P01)\nALTER TABLE "user" ADD "a" int;',
            file: 'drizzle/0001_bad.sql',
            line: 7,
          }),
        ],
      }),
    ],
  }),
  'unsafe-migration': makeReport({
    projects: [
      makeProject({
        migrations: {
          ...{ tool: 'drizzle', directory: 'drizzle', total: 3, applied: 3 },
          new: ['drizzle/0001_index.sql'],
        },
        trace: [makeTrace()],
        schemaDiffs: [makeSchemaDiff({ of: 'new' })],
        findings: [
          makeFinding({
            rule: 'create-index',
            severity: 'error',
            hazard: 'lock',
            message:
              'builds users_email_idx on users under SHARE: nobody can write to it meanwhile',
            file: 'drizzle/0001_index.sql',
            line: 3,
            migration: '0001_index',
            observed: 'builds users_email_idx on users under SHARE',
            safe: ['CREATE INDEX CONCURRENTLY "users_email_idx"\n  ON "users" ("email");'],
          }),
          makeFinding({
            rule: 'fails-on-rows',
            severity: 'error',
            hazard: 'failure',
            message: 'fails on any row of users: column "country" contains null values',
            file: 'drizzle/0001_index.sql',
            line: 7,
            migration: '0001_index',
            observed: 'fails on any row of users',
            safe: [],
          }),
        ],
        silenced: [
          makeSilenced(),
          makeSilenced({ until: null, reason: '<b>`no`</b> one\nreads | it' }),
        ],
      }),
    ],
  }),
  'drift-and-unsafe': makeReport({
    projects: [
      makeDriftedProject({
        migrations: {
          ...{ tool: 'drizzle', directory: 'drizzle', total: 3, applied: 3 },
          new: ['drizzle/0002_x.sql'],
        },
        trace: [makeTrace('drizzle/0002_x.sql')],
        schemaDiffs: bothDiffs,
        findings: [
          makeFinding({
            ...{ rule: 'drop-column', severity: 'error', hazard: 'data-loss' },
            message: 'drops users.legacy with 50 values: what it holds is gone',
            ...{ file: 'drizzle/0002_x.sql', line: 5, migration: '0002_x' },
            observed: '50 values of public.users.legacy are gone',
          }),
          makeFinding(),
        ],
      }),
    ],
  }),
  'new-and-safe': makeReport({
    projects: [
      makeProject({
        migrations: {
          ...{ tool: 'drizzle', directory: 'drizzle', total: 3, applied: 3 },
          new: ['drizzle/0002_x.sql'],
        },
        trace: [
          {
            ...makeTrace('drizzle/0002_x.sql'),
            statements: [
              makeStatement({
                sql: 'ALTER TABLE "users" ADD COLUMN "email" text;',
                scans: [],
                builds: [],
              }),
            ],
          },
        ],
        schemaDiffs: [makeSchemaDiff({ of: 'new' })],
      }),
    ],
  }),
  'wrong-configuration': makeReport({
    projects: [],
    findings: [
      makeFinding({
        rule: 'no-projects',
        severity: 'error',
        message: 'No project was found. Looked for drizzle.config.ts.',
        file: null,
        line: null,
      }),
    ],
  }),
  hostile: makeReport({
    head: { label: `${ESC}[31mred`, commit: null },
    projects: [
      makeDriftedProject({
        id: `evil${ESC}]0;title\u0007`,
        drift: [
          makeDrift({
            object: 'public.`x`|<img src=x onerror=alert(1)>.\u202Egnp.exe',
            reason: '@octocat fixes #1 and GH-2 ![x](https://e.example/p.png) --> </details> $a$',
            model: { file: 'src/`a|b` (c).ts', line: 1 },
          }),
        ],
        plan: {
          up: ["SELECT '```';\n::error::owned\n-- ````\n</details>\u001B[2J"],
          down: [],
          migrations: [],
          proved: false,
          file: 'drizzle/--><script>.sql',
          files: [],
          irreversible: ['# not a heading\n- @everyone'],
        },
        findings: [
          makeFinding({
            message: '::error::x\n# heading\n> quote @team/a',
            file: 'a\n::b',
            line: 3,
          }),
        ],
        schemaDiffs: (['missing', 'new'] as const).map((of) =>
          makeSchemaDiff({
            of,
            objects: [
              {
                kind: 'table',
                object: 'public."```"\n+++ x',
                before: '-- ```\n</details>\n\t"a" text DEFAULT \'@octocat #1\',\n',
                after: '-- ````\n</details>\u202E\n',
              },
            ],
            tables: [
              {
                ...{ table: 'public."%%{init: {}}%%\n  x"', state: 'changed', more: 0 },
                was: 'public."]{"',
                columns: [
                  {
                    ...{ name: 'PK', type: '"My Type"[]', keys: ['PK', 'FK'], state: 'changed' },
                    change:
                      '"; classDef x fill:red <img src=x onerror=alert(1)> #35; `b` **c** __d__',
                  },
                ],
              },
            ],
            references: [],
          }),
        ),
        trace: [
          {
            ...{ migration: 'x', file: '`]:`(x).sql' },
            statements: [
              makeStatement({ sql: "SELECT '|`\n--> </details> @octocat'", observed: '<b>|`no`' }),
            ],
          },
        ],
        notCompared: { 'functions<b>': ['f'] },
        unmodelled: ['public."@a"', 'public."\u0085"'],
      }),
    ],
  }),
} satisfies Record<string, Report>;
