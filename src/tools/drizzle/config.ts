// Reads one configuration file of drizzle-kit. Its paths are relative to the directory drizzle-kit is
// run in, which the file does not tell: the directory where they lead to something is taken.
import { posix } from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../errors.ts';
import { openSandbox } from '../../evaluate/sandbox.ts';
import type { Finding } from '../../report/report.ts';
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import type { ToolContext } from '../tool.ts';
import { layoutOf } from './layout.ts';
import { drizzleLibrary } from './libraries.ts';
import { withoutCredentials } from './credentials.ts';
import type { CollectedConfig, UndecidedSetting } from './library/config.ts';
import { ancestors, nearestManifest } from './manifest.ts';
import { modelFiles } from './model-files.ts';
import { prefixStyles } from './prefix.ts';

export interface DrizzleConfig {
  readonly file: string;
  /** Directory its paths are relative to. */
  readonly root: string;
  readonly models: readonly string[];
  readonly out: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  /** False when it isn't for Postgres, or leads nowhere. */
  readonly usable: boolean;
  /** For the list of what was looked at. */
  readonly remark: string;
}

const texts = z.union([z.string(), z.array(z.string())]);
const configSchema = z.looseObject({
  dialect: z.string().nullish(),
  driver: z.string().nullish(),
  schema: texts.nullish().catch(null),
  out: z.string().nullish().catch(null),
  casing: z.enum(['snake_case', 'camelCase', 'preserve']).nullish().catch(null),
  schemaFilter: texts.nullish().catch(null),
  tablesFilter: texts.nullish().catch(null),
  breakpoints: z.boolean().nullish().catch(null),
  migrations: z
    .looseObject({
      table: z.string().nullish(),
      schema: z.string().nullish(),
      prefix: z.enum(prefixStyles).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  entities: z.looseObject({ roles: z.unknown() }).nullish().catch(null),
});
type Values = z.infer<typeof configSchema>;

export async function readConfig(
  revision: Revision,
  file: string,
  context: ToolContext,
): Promise<DrizzleConfig> {
  const directory = posix.dirname(file) === '.' ? '' : posix.dirname(file);
  let best: DrizzleConfig | null = null;
  let collected: Evaluation | null = null;
  for (const root of workingDirectories(revision, directory)) {
    if (collected === null || asksForDirectory(revision, file)) {
      collected = await evaluate(revision, file, root, context);
    }
    if ('problem' in collected) return unreadable(revision, file, directory, collected.problem);
    const config = interpret(revision, file, root, collected);
    if (best === null || scoreOf(revision, config) > scoreOf(revision, best)) best = config;
    if (scoreOf(revision, best) === BOTH) return best;
    if (!config.usable && config.findings.length === 0) return config;
  }
  return best ?? unusable(file, directory, 'nothing could be read from it');
}

const BOTH = 3;

/** Models that are there count more than migrations that are. */
function scoreOf(revision: Revision, { models, out }: DrizzleConfig): number {
  const migrations = out !== null && layoutOf(revision, out) !== null;
  return (models.length > 0 ? 2 : 0) + (migrations ? 1 : 0);
}

/** Whether another working directory could give another result. */
function asksForDirectory(revision: Revision, file: string): boolean {
  return /\bcwd\b/.test(textOf(revision, file));
}

/** The file's own directory; its package's, most often; any above. */
function workingDirectories(revision: Revision, directory: string): string[] {
  const home = nearestManifest(revision, directory)?.directory;
  const all = [directory, ...(home === undefined ? [] : [home]), ...ancestors(directory)];
  return [...new Set(all)];
}

type Evaluation = CollectedConfig | { readonly problem: string };

async function evaluate(
  revision: Revision,
  file: string,
  root: string,
  context: ToolContext,
): Promise<Evaluation> {
  if (file.endsWith('.json')) return readJson(revision, file);
  const library = drizzleLibrary(0);
  const sandbox = await openSandbox({
    revision: withoutCredentials(revision, file),
    workingDirectory: root,
    env: context.env,
    libraries: [library],
  });
  try {
    const result: unknown = await sandbox.call(library.name, 'collectConfig', [file]);
    return result as CollectedConfig;
  } catch (error) {
    return { problem: `it could not be evaluated: ${messageOf(error)}` };
  } finally {
    sandbox.dispose();
  }
}

function readJson(revision: Revision, file: string): Evaluation {
  try {
    return { value: JSON.parse(revision.read(file)) as CollectedConfig['value'], undecided: [] };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function interpret(
  revision: Revision,
  file: string,
  root: string,
  { value, undecided }: CollectedConfig,
): DrizzleConfig {
  const parsed = configSchema.safeParse(value);
  const values: Values = parsed.success ? parsed.data : {};
  const dialect = dialectOf(values);
  const whole = undecided.find((it) => it.path === '');
  if (whole === undefined && dialect !== 'postgresql') {
    return unusable(file, root, `its dialect is ${dialect ?? 'not given'}`, outOf(root, values));
  }
  const blocking = undecided.filter((it) =>
    ['', 'schema', 'out', 'casing', 'dialect'].includes(it.path),
  );
  const patterns = [values.schema ?? []].flat();
  const models = modelPaths(revision, root, patterns);
  const out = outOf(root, values);
  const findings = blocking.map((it) => undecidedFinding(revision, file, it));
  const exists = models.length > 0 || layoutOf(revision, out) !== null;
  return {
    file,
    root,
    models,
    out,
    settings: settingsOf(values),
    findings: exists || findings.length > 0 ? findings : [leadsNowhere(file, patterns)],
    usable: exists,
    remark: remarkOf(exists, patterns, findings),
  };
}

function remarkOf(
  exists: boolean,
  patterns: readonly string[],
  findings: readonly Finding[],
): string {
  if (exists) return 'a project';
  const reason = findings[0]?.message;
  return reason ?? `its schema (${patterns.join(', ')}) and migrations were not found`;
}

function unusable(
  file: string,
  root: string,
  remark: string,
  out: string | null = null,
): DrizzleConfig {
  return { file, root, models: [], out, settings: {}, findings: [], usable: false, remark };
}

/** Not for Postgres by its text, or nobody can tell: then silence would pass for agreement. */
function unreadable(
  revision: Revision,
  file: string,
  directory: string,
  problem: string,
): DrizzleConfig {
  const config = unusable(file, directory, problem);
  const text = revision.isFile(file) ? textOf(revision, file) : '';
  if (text !== '' && !/postgres|['"]pg['"]/.test(text)) return config;
  const finding: Finding = {
    rule: 'config-undecided',
    severity: 'error',
    hazard: 'configuration',
    message: `The configuration can't be read: ${problem}`,
    file,
    line: 1,
  };
  return { ...config, findings: [finding] };
}

function textOf(revision: Revision, file: string): string {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return '';
    throw error;
  }
}

/** Before `dialect` existed, `driver: 'pg'` said it. */
function dialectOf(values: Values): string | null {
  if (typeof values.dialect === 'string') return values.dialect;
  return values.driver === 'pg' ? 'postgresql' : (values.driver ?? null);
}

function outOf(root: string, values: Values): string {
  return inWorkspace(root, values.out ?? 'drizzle') ?? '';
}

/** What the sandbox takes the workspace's root for in absolute paths. */
const SANDBOX_ROOT = '/workspace/';

/** A path as one from the workspace's root; null when it leads out of it. */
function inWorkspace(root: string, path: string): string | null {
  const relative = path.startsWith(SANDBOX_ROOT)
    ? path.slice(SANDBOX_ROOT.length)
    : posix.join(root, path);
  const joined = posix.normalize(relative).replace(/\/$/, '');
  if (joined === '..' || joined.startsWith('../')) return null;
  return joined === '.' ? '' : joined;
}

/** Where one leads to files the others stay as they are written: that they lead to none is told later. */
function modelPaths(revision: Revision, root: string, patterns: readonly string[]): string[] {
  const located = patterns.map((pattern) => locate(revision, root, pattern));
  if (located.every((path) => path === null)) return [];
  return located.map((path, index) => {
    const pattern = patterns[index] ?? '';
    return path ?? inWorkspace(root, pattern) ?? pattern;
  });
}

/** A pattern of models that leads to files; a compiled one is followed back to its source. */
function locate(revision: Revision, root: string, pattern: string): string | null {
  const path = inWorkspace(root, pattern);
  if (path === null) return null;
  return candidatesOf(path).find((it) => modelFiles(revision, [it]).length > 0) ?? null;
}

const compiled = /(^|\/)(?:dist|build|lib|out)\//;

function candidatesOf(path: string): string[] {
  const sources = [path];
  if (compiled.test(path)) {
    sources.push(path.replace(compiled, '$1'), path.replace(compiled, '$1src/'));
  }
  return sources.flatMap((it) => {
    const typescript = it.replace(/\.([cm]?)js$/, '.$1ts');
    return it.includes('*') || it === ''
      ? [it, typescript]
      : [it, typescript, `${it}.ts`, `${it}/index.ts`, `${it}.js`];
  });
}

function settingsOf(values: Values): Readonly<Record<string, unknown>> {
  const casing = values.casing === 'preserve' ? null : (values.casing ?? null);
  const list = (value: string | string[] | null | undefined): string[] | null =>
    value === null || value === undefined ? null : [value].flat();
  return {
    casing,
    schemaFilter: list(values.schemaFilter),
    tablesFilter: list(values.tablesFilter),
    roles: managesRoles(values.entities?.roles),
    breakpoints: values.breakpoints ?? true,
    prefix: values.migrations?.prefix ?? null,
    bookkeeping: {
      schema: values.migrations?.schema ?? 'drizzle',
      table: values.migrations?.table ?? '__drizzle_migrations',
    },
  };
}

function managesRoles(roles: unknown): boolean {
  return roles === true || (typeof roles === 'object' && roles !== null);
}

function undecidedFinding(revision: Revision, file: string, it: UndecidedSetting): Finding {
  const what = it.path === '' ? 'The configuration' : `"${it.path}" of the configuration`;
  return {
    rule: 'config-undecided',
    severity: 'error',
    hazard: 'configuration',
    message:
      `${what} can't be decided from the repository: ${it.reason}. Give the value in plumbline.yml ` +
      '(`env: { NAME: value }`), or name `models` and `migrations` of the project there.',
    file: it.file ?? file,
    line: it.line ?? lineOfSetting(revision.read(file), it.path),
  };
}

/** A variable of the environment has no place of its own: the line that names the setting. */
function lineOfSetting(text: string, setting: string): number {
  const found = text.split('\n').findIndex((line) => new RegExp(`\\b${setting}\\b`).test(line));
  return found + 1 || 1;
}

function leadsNowhere(file: string, patterns: readonly string[]): Finding {
  return {
    rule: 'models-missing',
    severity: 'note',
    hazard: 'configuration',
    message:
      `Neither the schema (${patterns.join(', ') || 'none is named'}) nor the migrations of ${file} were found, ` +
      'so it is left out. If it is a project, name its `models` and `migrations` in plumbline.yml.',
    file,
    line: 1,
  };
}
