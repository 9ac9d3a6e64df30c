// One report with everything that a format has to tell, and to withstand.
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makePlannedFiles,
  makeModels,
  makeProject,
  makeReport,
  makeUnknown,
} from './reports.ts';

const ESC = '\u001B';
const migration = 'packages/api/drizzle/0003 größe & <more>.sql';

const index = makeFinding({
  ...{ rule: 'create-index', severity: 'error', hazard: 'lock', migration: '0003' },
  ...{ file: migration, line: 3 },
  message: 'builds by_plan on users under SHARE: nobody can write to it',
  observed: 'builds by_plan on users under SHARE',
  safe: ['CREATE INDEX CONCURRENTLY "by_plan"\n  ON "users" ("plan");'],
});

const api = makeDriftedProject({
  id: 'api',
  root: 'packages/api',
  files: makePlannedFiles('packages/api/drizzle'),
  models: {
    ...makeModels(),
    files: ['packages/api/src/schéma file.ts'],
    unknowns: [makeUnknown(), makeUnknown({ object: null, file: null, line: null })],
  },
  drift: [
    makeDrift({ model: { file: 'packages/api/src/schéma file.ts', line: 12, column: 3 } }),
    makeDrift({
      ...{ kind: 'index', object: 'public.users_email_idx', reason: '' },
      model: { file: 'packages/api/src/schéma file.ts', line: 12 },
    }),
    makeDrift({ op: 'drop', kind: 'table', object: 'public.sessions', model: null }),
    makeDrift({ op: 'drop', kind: 'table', object: 'public.tokens', model: null }),
    makeDrift({ weight: 'form', kind: 'index', object: 'public.users_name_idx' }),
    makeDrift({ introduced: false, object: 'public.users.legacy' }),
  ],
  migrations: {
    ...{ tool: 'drizzle', directory: 'packages/api/drizzle' },
    ...{ total: 4, applied: 4, new: [migration] },
  },
  findings: [
    index,
    makeFinding({ ...index, message: 'builds a second index', observed: 'builds a second index' }),
    makeFinding({ ...index, rule: 'prefer-text', severity: 'note', hazard: 'design', line: null }),
  ],
  inherited: [makeFinding({ rule: 'migration-unlisted', file: 'packages/api/drizzle/0002_x.sql' })],
  silenced: [
    {
      ...makeFinding({ ...index, rule: 'drop-column', hazard: 'data-loss', line: 9 }),
      silenced: { reason: 'archived\nin May', until: '2027-01-31', file: migration, line: 8 },
    },
  ],
});

const hostile = makeProject({
  id: `evil${ESC}]0;title\u0007 ]]><x y="&`,
  root: 'evil',
  drift: [
    makeDrift({
      object: 'public.`x`|<img src=x>.\u202Egnp.exe\uFFFE\uD800',
      reason: '@octocat fixes #1 [click](https://e.example) --> </failure> ]]> %0A::error::x',
      model: { file: 'evil/`a|b` (c)#?%2f:d.ts', line: 1 },
    }),
  ],
  findings: [
    makeFinding({
      rule: 'statement-fails',
      severity: 'error',
      hazard: 'failure',
      migration: 'm',
      message: `::error::owned\n::stop-commands::x${ESC}[2J\r\nlast`,
      file: 'evil/a\n::b,c=d.sql',
      line: 3,
    }),
  ],
});

const failing = makeProject({
  id: 'db/migrations',
  root: 'db',
  models: null,
  migrations: { tool: 'sql', directory: 'db/migrations', total: 3, applied: 1, new: [] },
  findings: [
    makeFinding({
      ...{ rule: 'migration-failed', severity: 'error', hazard: 'failure' },
      message: 'relation "user" does not exist (42P01)\nALTER TABLE "user" ADD "a" int;',
      ...{ file: 'db/migrations/0001_bad.sql', line: 7 },
    }),
  ],
});

export const everything = makeReport({
  projects: [api, makeProject({ id: 'web', root: 'web' }), hostile, failing],
  findings: [
    makeFinding({ rule: 'config-left-out', message: 'web2: no models', file: null, line: null }),
    makeFinding({ rule: 'folder-left-out', severity: 'note', file: 'old', line: null }),
  ],
});
