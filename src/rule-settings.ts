// What plumbline.yml says of rules: how much their findings weigh, everywhere or for some files and tables.
import picomatch from 'picomatch';
import { z } from 'zod';
import {
  adjustable,
  judgements,
  ofAllowances,
  readings,
  type FindingKind,
} from './findings/index.ts';
import type { Finding } from './report/report.ts';
import { SMALL_TABLE, type RuleSettings } from './rules/judge.ts';
import { likenessOfNames } from './schema/likeness.ts';
import type { Project, RuleSetting } from './tools/tool.ts';

const globs = z.union([z.string(), z.array(z.string())]);
const level = z.enum(['error', 'warning', 'note', 'off']);
const inPlaces = z.strictObject({
  level,
  paths: globs.optional().describe('Files of migrations, from the workspace root.'),
  tables: globs.optional().describe('Tables, such as public.audit_*.'),
});
const one = z.union([level, inPlaces]);
const levels = z.union([one, z.array(one)], {
  error: 'must be error, warning, note or off, or a list of { level, paths, tables }',
});

const ids = adjustable.map(({ id }) => id);
/** The key `rules` of the configuration. */
export const ruleLevels = z.partialRecord(z.enum(ids), levels);

/** What an entry for some places may say. */
export const ruleKeys: object = inPlaces.shape;

/** In words, with the one that may have been meant. */
export function noSuchRule(name: string, kinds: readonly FindingKind[] = adjustable): string {
  if (!kinds.some(({ id }) => id === name) && readings.some(({ id }) => id === name)) {
    return `${name} tells how a project was read and compared, so how much it weighs can't be set`;
  }
  const nearest = kinds
    .map(({ id }) => id)
    .sort((a, b) => likenessOfNames(b, name) - likenessOfNames(a, name))[0];
  return `there is no rule ${name}; did you mean ${nearest ?? ''}? \`plumbline rules\` lists them`;
}

/** The settings in their order. */
export function ruleSettingsOf(config: z.infer<typeof ruleLevels> = {}): RuleSetting[] {
  return Object.entries(config).flatMap(([rule, said]) =>
    [said ?? []].flat().map((entry) => {
      const { level, paths, tables }: z.infer<typeof inPlaces> =
        typeof entry === 'string' ? { level: entry } : entry;
      return { rule, level, paths: [paths ?? []].flat(), tables: [tables ?? []].flat() };
    }),
  );
}

/** As the judge asks for them. */
export function settingsOf({
  rules: settings = [],
  smallTable,
}: Pick<Project, 'rules' | 'smallTable'>): RuleSettings {
  return {
    level: (rule, file, tables) =>
      settings.find(
        (one) => one.rule === rule && fits(one.paths, [file]) && fits(one.tables, tables),
      )?.level ?? null,
    smallTable: smallTable ?? SMALL_TABLE,
  };
}

const judged = new Set([...judgements, ...ofAllowances].map(({ id }) => id));

/** Judgements as heavy as the configuration says, without those it silences; what rules say has its weight. */
export function weighed<T extends Finding>(findings: readonly T[], project: Project): T[] {
  const { level } = settingsOf(project);
  return findings.flatMap((finding) => {
    const said = judged.has(finding.rule) ? level(finding.rule, finding.file ?? '', []) : null;
    if (said === 'off') return [];
    return [said === null ? finding : { ...finding, severity: said }];
  });
}

/** All of them must be meant: what concerns another table too is not silenced with it. */
function fits(patterns: readonly string[], names: readonly string[]): boolean {
  if (patterns.length === 0) return true;
  const matches = picomatch([...patterns]);
  return names.length > 0 && names.every((name) => matches(name));
}
