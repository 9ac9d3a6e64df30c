// plumbline.yml: read, validated once, every mistake reported with its line.
import { isAlias, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { failOnNames, failOnOf } from '../report/gate.ts';
import { UnreadableFile, type Revision } from '../revision/revision.ts';
import { parseName } from '../schema/dotted-names.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import { formatNames } from '../tools/sql/format.ts';
import type { RuleSetting } from '../tools/tool.ts';
import { renameOfConfig } from './renames.ts';
import { noSuchRule, ruleKeys, ruleLevels, ruleSettingsOf } from './rule-settings.ts';

const identifier = z
  .string()
  .regex(/^[\w@][\w@./-]*$/u, 'must be letters, digits, and any of _ - . / @');
const paths = z.union([z.string(), z.array(z.string())]);
const environment = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const name = z
  .string()
  .refine((text) => parseName(text) !== null, 'must be a name, such as users.fullname');
const migrator = z.enum(['plumbline', 'tool']);
/** As Postgres takes it: `5s`, `500ms`. */
const duration = z.string().regex(/^\d+(?:ms|s|min)$/u, 'must be a duration, such as 5s or 500ms');
const failOn = z
  .union([z.string(), z.array(z.enum(failOnNames))], {
    error: `must be a list of ${failOnNames.join(', ')}`,
  })
  .superRefine((value, context) => {
    const names = failOnOf([value].flat().join(','));
    if (typeof names === 'string') context.addIssue({ code: 'custom', message: names });
  });
const smallTable = z.number().int().min(0);
const largeTable = z.number().int().min(1);
const stats = z.string().min(1);
const renames = z.record(name, z.union([name, z.null()]));

const projectShape = z.strictObject({
  id: identifier.describe('Name of the project in reports and for --project.'),
  root: z.string().default('.').describe('Directory of the project, from the workspace root.'),
  tool: z
    .enum(['drizzle', 'sql'])
    .default('drizzle')
    .describe(
      'The tool whose models and migrations these are; `sql` for SQL files without models.',
    ),
  models: paths.optional().describe('Model files or globs, from the project root.'),
  migrations: z.string().optional().describe('Directory of the migrations, from the project root.'),
  format: z
    .enum(formatNames)
    .optional()
    .describe(
      'Layout of the SQL files, where it is not the one they are recognised by; for `tool: sql`.',
    ),
  env: environment
    .default({})
    .describe('Values for process.env while models are evaluated, and for ${…} in SQL files.'),
  ignore: z
    .array(z.string())
    .default([])
    .describe('Globs of object names, such as public.audit_*, that are never compared.'),
  renames: renames
    .default({})
    .describe(
      'What was renamed: { users.fullname: users.name }; null for what is dropped. Once migrated, an entry has no effect.',
    ),
  postgres: z
    .number()
    .int()
    .min(13)
    .max(18)
    .optional()
    .describe('Major version of PostgreSQL in production.'),
  migrator: migrator
    .optional()
    .describe(
      "What runs the migrations in production: `plumbline` (`plumbline migrate`, each in its own transaction), or the tool's own migrator (the default).",
    ),
  lockTimeout: duration
    .optional()
    .describe('How long a statement on a table in use may wait for its lock (default: 5s).'),
  rules: ruleLevels
    .optional()
    .describe(
      'How much findings of a rule weigh: { drop-index: note }; by path or table in a list, the first that fits: { create-index: [{ level: off, tables: public.tiny_* }, warning] }.',
    ),
  stats: stats
    .optional()
    .describe(
      'The file that `plumbline stats` writes, from the project root (default: plumbline.stats.json of the workspace).',
    ),
  smallTable: smallTable
    .optional()
    .describe(
      'With fewer rows a table is small: what takes the longer the larger it is weighs a warning at most (default: 10000).',
    ),
  largeTable: largeTable
    .optional()
    .describe(
      'With so many rows a table is very large: what takes the longer the larger it is weighs an error (default: 10000000).',
    ),
});

type ProjectShape = z.infer<typeof projectShape>;

/** Also where other keys are wrong, so that all is said at once. */
const always = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};

const projectSchema = projectShape
  .refine(({ tool, format }: Partial<ProjectShape>) => tool === 'sql' || format === undefined, {
    path: ['format'],
    message: 'is for tool: sql only',
    ...always,
  })
  .refine(({ tool, models }: Partial<ProjectShape>) => tool !== 'sql' || models === undefined, {
    path: ['models'],
    message: 'SQL files have no models (tool: sql)',
    ...always,
  });

export const configSchema = z.strictObject({
  projects: z
    .array(projectSchema)
    .optional()
    .describe('The projects to check; those found by their own configuration when left out.'),
  env: environment.default({}).describe('Values for process.env, for every project.'),
  ignore: z.array(z.string()).default([]).describe('As in a project, for every project.'),
  renames: renames.default({}).describe('As in a project, for every project.'),
  postgres: z
    .number()
    .int()
    .min(13)
    .max(18)
    .optional()
    .describe('As in a project, for every project.'),
  migrator: migrator.optional().describe('As in a project, for every project.'),
  lockTimeout: duration.optional().describe('As in a project, for every project.'),
  rules: ruleLevels.optional().describe('As in a project, for every project.'),
  stats: stats.optional().describe('As in a project, for every project; from the workspace root.'),
  smallTable: smallTable.optional().describe('As in a project, for every project.'),
  largeTable: largeTable.optional().describe('As in a project, for every project.'),
  'fail-on': failOn
    .optional()
    .describe(
      'What fails the check: drift, inherited, unsafe, warning or none, as a list or with commas (default: drift, unsafe). The option and the input win.',
    ),
});

type Located<T> = Omit<T, 'renames' | 'rules'> & {
  readonly renames: readonly RenameDecision[];
  readonly rules?: readonly RuleSetting[];
};
type RawConfig = z.infer<typeof configSchema>;
export type ProjectConfig = Located<z.infer<typeof projectSchema>>;
export type Config = Located<Omit<RawConfig, 'projects'>> & {
  readonly projects?: readonly ProjectConfig[] | undefined;
};

const defaultNames = ['plumbline.yml', 'plumbline.yaml'];

/**
 * Reads the configuration of a revision: `path`, or plumbline.yml where no path is given.
 * Throws `UsageError` with every mistake, each with file and line.
 */
export function readConfig(revision: Revision, path: string | null): Config {
  const file = path ?? defaultNames.find((name) => revision.isFile(name));
  if (file === undefined) return parseConfig('plumbline.yml', '');
  return parseConfig(file, readFile(revision, file));
}

function readFile(revision: Revision, file: string): string {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageError(error.message);
    throw error;
  }
}

/** Parses the text of a configuration; `file` is for messages. */
export function parseConfig(file: string, text: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  const problems = document.errors.map(
    (error) => `${file}:${lineOf(error.pos[0])}: ${error.message}`,
  );
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node))
        problems.push(`${file}:${lineOf(node.range?.[0])}: aliases are not allowed`);
    },
  });
  if (problems.length > 0) throw new UsageError(problems);
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) {
    checkIds(file, result.data);
    return withPlaces(result.data, (path) => ({ file, line: lineOf(offsetOf(document, path)) }));
  }
  throw new UsageError(
    result.error.issues.flatMap((issue) =>
      describeIssue(issue, (path) => {
        return `${file}:${lineOf(offsetOf(document, path))}`;
      }),
    ),
  );
}

function describeIssue(issue: z.core.$ZodIssue, place: (path: PropertyKey[]) => string): string[] {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      if (issue.path.at(-1) === 'rules')
        return `${place([...issue.path, key])}: ${noSuchRule(key)}`;
      const known = Object.keys(knownKeys(issue.path)).join(', ');
      return `${place([...issue.path, key])}: unknown key ${key}; known here: ${known}`;
    });
  }
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return [`${place(issue.path)}: ${name === '' ? '' : `${name}: `}${inner ?? issue.message}`];
}

const knownKeys = (path: readonly PropertyKey[]): object =>
  path.includes('rules') ? ruleKeys : path.length === 0 ? configSchema.shape : projectShape.shape;

/** Where a key stands: the innermost part of the path that the document has. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return undefined;
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

/** Each rename, and what is said of each rule, with the line that says so. */
function withPlaces(
  { projects, renames: common, rules: commonRules, ...config }: RawConfig,
  placeOf: (path: readonly PropertyKey[]) => { file: string; line: number },
): Config {
  const located = (
    entries: RawConfig['renames'],
    path: readonly PropertyKey[],
    shared: boolean,
  ): RenameDecision[] =>
    Object.entries(entries).map((entry) =>
      renameOfConfig(entry, { ...placeOf([...path, 'renames', entry[0]]), shared }),
    );
  const weights = (
    rules: RawConfig['rules'],
    path: readonly PropertyKey[],
  ): { rules?: readonly RuleSetting[] } =>
    rules === undefined
      ? {}
      : { rules: ruleSettingsOf(rules, (keys) => placeOf([...path, 'rules', ...keys])) };
  const own = projects?.map(({ rules, ...project }, index) => ({
    ...project,
    ...weights(rules, ['projects', index]),
    renames: located(project.renames, ['projects', index], false),
  }));
  return {
    ...config,
    ...(own === undefined ? {} : { projects: own }),
    ...weights(commonRules, []),
    renames: located(common, [], true),
  };
}

function checkIds(file: string, config: RawConfig): void {
  const seen = new Set<string>();
  const twice = (config.projects ?? []).filter(({ id }) => seen.size === seen.add(id).size);
  if (twice.length === 0) return;
  throw new UsageError(twice.map(({ id }) => `${file}: two projects have the id ${id}`));
}
