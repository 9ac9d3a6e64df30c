// Reports for the renderers' tests, built from one honest project and what a case changes of it.
import type {
  DriftItem,
  Finding,
  ModelsReport,
  PlannedFileReport,
  PlanReport,
  ProjectReport,
  RenameReport,
  Report,
  SchemaDiffReport,
  TracedMigrationReport,
  TracedStatementReport,
  SilencedFinding,
  UnknownReport,
} from '../../src/report/report.ts';
import { REPORT_VERSION } from '../../src/report/report.ts';
import { projectStatus, reportStatus } from '../../src/report/status.ts';

export function makeDrift(item: Partial<DriftItem> = {}): DriftItem {
  return {
    op: 'create',
    kind: 'column',
    object: 'public.users.email',
    reason: 'only in the models',
    weight: 'substance',
    introduced: true,
    model: { file: 'src/schema.ts', line: 12, column: 3 },
    sql: ['ALTER TABLE "users" ADD COLUMN "email" text;'],
    ...item,
  };
}

export function makeFinding(finding: Partial<Finding> = {}): Finding {
  return {
    rule: 'unlisted-migration',
    severity: 'warning',
    hazard: 'configuration',
    message: 'The journal does not name this file, so it never runs: add an entry or delete it.',
    file: 'drizzle/0002_extra.sql',
    line: 1,
    ...finding,
  };
}

/** One that is allowed in its own file. */
export function makeSilenced(silenced: Partial<SilencedFinding['silenced']> = {}): SilencedFinding {
  const file = 'drizzle/0002_extra.sql';
  return {
    ...makeFinding({ rule: 'drop-column', severity: 'error', hazard: 'data-loss', file, line: 4 }),
    message: 'drops users.legacy with 50 values: what it holds is gone',
    silenced: { reason: 'unused since v3', until: '2027-01-31', file, line: 3, ...silenced },
  };
}

export function makeUnknown(unknown: Partial<UnknownReport> = {}): UnknownReport {
  return {
    reason: 'process.env.TENANT is not set: give it a value under env',
    object: 'table public.tenants',
    file: 'src/tenants.ts',
    line: 4,
    introduced: true,
    ...unknown,
  };
}

export function makeModels(): ModelsReport {
  return { tool: 'drizzle', files: ['src/schema.ts'], tables: 2, columns: 11, unknowns: [] };
}

/** Its status follows from its contents. */
export function makeProject(project: Partial<ProjectReport> = {}): ProjectReport {
  const whole: ProjectReport = {
    id: 'app',
    root: '.',
    status: 'ok',
    models: makeModels(),
    migrations: { tool: 'drizzle', directory: 'drizzle', total: 3, applied: 3, new: [] },
    drift: [],
    plan: {
      up: [],
      down: [],
      migrations: [],
      proved: false,
      file: null,
      files: [],
      irreversible: [],
    },
    schemaDiffs: [],
    renames: [],
    trace: [],
    findings: [],
    inherited: [],
    silenced: [],
    notCompared: {},
    unmodelled: [],
    ...project,
  };
  return { ...whole, status: project.status ?? projectStatus(whole) };
}

/** A column that may have been renamed. */
export function makeRename(rename: Partial<RenameReport> = {}): RenameReport {
  return {
    kind: 'column',
    from: 'public.users.fullname',
    to: 'public.users.name',
    confidence: 0.88,
    introduced: true,
    model: { file: 'src/schema.ts', line: 5 },
    rename: {
      statements: ['ALTER TABLE "users" RENAME COLUMN "fullname" TO "name";'],
      proved: true,
      problem: null,
      tag: '/** @renamedFrom fullname */',
      config: 'users.fullname: users.name',
      option: '--rename users.fullname=users.name',
    },
    dropAndAdd: {
      statements: [
        'ALTER TABLE "users" DROP COLUMN "fullname";',
        'ALTER TABLE "users" ADD COLUMN "name" text NOT NULL;',
      ],
      proved: true,
      problem:
        'the missing migration fails on tables that hold rows: column "name" contains null values',
      tag: '/** @renamedFrom - */',
      config: 'users.fullname: null',
      option: '--rename users.fullname=',
    },
    ...rename,
  };
}

/** What `every-operation` changes. */
export function makeSchemaDiff(diff: Partial<SchemaDiffReport> = {}): SchemaDiffReport {
  const plain = { keys: [], state: 'unchanged', change: null } as const;
  const id = { ...plain, name: 'id', type: 'integer', keys: ['PK'] } as const;
  return {
    of: 'missing',
    objects: [
      {
        kind: 'table',
        object: 'public.sessions',
        before: 'CREATE TABLE "sessions" (\n\t"id" integer PRIMARY KEY NOT NULL\n);',
        after: null,
      },
      {
        kind: 'table',
        object: 'public.users',
        before:
          'CREATE TABLE "users" (\n\t"id" integer PRIMARY KEY NOT NULL,\n\t"fullname" varchar(80),\n\t"name" varchar(80)\n);',
        after:
          'CREATE TABLE "users" (\n\t"id" integer PRIMARY KEY NOT NULL,\n\t"full_name" varchar(80),\n\t"name" text,\n\t"email" text\n);',
      },
    ],
    tables: [
      { table: 'public.sessions', state: 'removed', was: null, columns: [id], more: 0 },
      {
        ...{ table: 'public.users', state: 'changed', was: null, more: 0 },
        columns: [
          id,
          {
            ...plain,
            name: 'full_name',
            type: 'varchar(80)',
            state: 'changed',
            change: 'was fullname',
          },
          { ...plain, name: 'name', type: 'text', state: 'changed', change: 'varchar(80) → text' },
          { ...plain, name: 'email', type: 'text', state: 'added' },
          { ...plain, name: 'last_seen', type: 'timestamp with time zone', state: 'removed' },
        ],
      },
      {
        ...{ table: 'sales.orders', state: 'unchanged', was: null, more: 5 },
        columns: [id, { ...plain, name: 'user_id', type: 'integer', keys: ['FK'] }],
      },
    ],
    references: [
      {
        ...{ name: 'orders_user_id_fkey', from: 'sales.orders', to: 'public.users' },
        ...{ columns: ['user_id'], optional: false, one: false, state: 'unchanged' },
      },
    ],
    ...diff,
  };
}

/** A statement that builds an index. */
export function makeStatement(
  statement: Partial<TracedStatementReport> = {},
): TracedStatementReport {
  return {
    sql: 'CREATE INDEX "users_email_idx"\n  ON "users" ("email");',
    line: 3,
    ms: 1.4,
    locks: [
      { relation: 'public.users', mode: 'SHARE', existed: true, documented: false },
      {
        relation: 'public.users_email_idx',
        mode: 'ACCESS EXCLUSIVE',
        existed: false,
        documented: false,
      },
    ],
    scans: ['public.users'],
    rewrites: [],
    builds: ['public.users_email_idx'],
    drops: [],
    rows: { lost: [], changed: [] },
    error: null,
    observed: null,
    ...statement,
  };
}

/** A migration in which each kind of thing is observed. */
export function makeTrace(file = 'drizzle/0001_index.sql'): TracedMigrationReport {
  const none = { locks: [], scans: [], builds: [] } as const;
  const exclusive = { mode: 'ACCESS EXCLUSIVE', existed: true, documented: false } as const;
  return {
    migration: '0001_index',
    file,
    statements: [
      makeStatement({ ...none, sql: 'SET lock_timeout = 1000;', line: 1, ms: 0.1 }),
      makeStatement(),
      makeStatement({
        ...{ sql: 'ALTER TABLE "users" DROP COLUMN "legacy";', line: 5, ms: 1_234.5, scans: [] },
        locks: ['users', 'a', 'b', 'c', 'd', 'e', 'f|g', 'h'].map((name) => {
          return { relation: `public.${name}`, ...exclusive };
        }),
        ...{ rewrites: ['public.users'], builds: [], drops: ['column public.users.legacy'] },
        rows: {
          lost: [{ table: 'public.users', rows: 3, of: 50 }],
          changed: [
            { column: 'public.users.legacy', values: 50, example: null },
            { column: 'public.users.plan', values: 1, example: ['a', null] },
          ],
        },
      }),
      makeStatement({
        ...{ ...none, sql: 'ALTER TABLE "users" ALTER COLUMN "country" SET NOT NULL;', line: 7 },
        locks: [{ relation: 'public.users', ...exclusive, documented: true }],
        error: {
          ...{ code: '23502', kind: 'fails on rows' },
          message: 'column "country" of relation "users" contains null values',
        },
        observed: 'the statement failed',
      }),
    ],
  };
}

/** What drizzle-kit would write for it. */
export function makePlannedFiles(directory = 'drizzle'): readonly PlannedFileReport[] {
  return [
    {
      file: `${directory}/0003_add_email.sql`,
      source: null,
      hunks: [
        '@@ -0,0 +1,1 @@',
        '+ALTER TABLE "users" ADD COLUMN "email" text;',
        '\\ No newline at end of file',
      ].join('\n'),
    },
    {
      file: `${directory}/meta/_journal.json`,
      source: `${directory}/meta/_journal.json`,
      hunks: [
        ...['@@ -8,6 +8,13 @@', '       "when": 1700000000000,', '       "tag": "0002_extra",'],
        ...['       "breakpoints": true', '+    },', '+    {', '+      "idx": 3,'],
        ...['+      "version": "7",', '+      "when": 1800000000000,'],
        ...['+      "tag": "0003_add_email",', '+      "breakpoints": true'],
        ...['     }', '   ]', ' }', '\\ No newline at end of file'],
      ].join('\n'),
    },
    {
      file: `${directory}/meta/0003_snapshot.json`,
      source: `${directory}/meta/0002_snapshot.json`,
      hunks: [
        ...['@@ -19,6 +19,12 @@', '           "primaryKey": false,', '           "notNull": true'],
        ...['         }', '+        ,"email": {', '+          "name": "email",'],
        ...['+          "type": "text",', '+          "primaryKey": false,'],
        ...['+          "notNull": false', '+        }'],
        ...['       },', '       "indexes": {},', '       "foreignKeys": {},'],
      ].join('\n'),
    },
  ];
}

/** A project that lacks one migration. */
export function makeDriftedProject(
  project: Partial<ProjectReport> & Partial<Pick<PlanReport, 'files' | 'irreversible'>> = {},
): ProjectReport {
  const { files = [], irreversible = [], ...rest } = project;
  return makeProject({
    drift: [makeDrift()],
    plan: {
      up: ['ALTER TABLE "users" ADD COLUMN "email" text;'],
      down: ['ALTER TABLE "users" DROP COLUMN "email";'],
      migrations: [],
      proved: true,
      file: 'drizzle/0003_add_email.sql',
      files,
      irreversible,
    },
    ...rest,
  });
}

export function makeReport(report: Partial<Report> = {}): Report {
  const whole: Report = {
    version: REPORT_VERSION,
    status: 'ok',
    plumbline: '1.2.3',
    head: { label: 'working tree', commit: null },
    base: { label: 'main (3f2a91c)', commit: '3f2a91c0d5e6f7a8b9c0d1e2f3a4b5c6d7e8f901' },
    timings: { models: 320, database: 1100, migrations: 812.4, total: 2210 },
    projects: [makeProject()],
    findings: [],
    ...report,
  };
  return { ...whole, status: report.status ?? reportStatus(whole) };
}
