// What plumbline.yml says of rules: how much their findings weigh, everywhere or for some files and tables.
import picomatch from 'picomatch';
import { z } from 'zod';
import {
  adjustable,
  judgements,
  ofAllowances,
  readings,
  type FindingKind,
} from '../findings/index.ts';
import type { Finding, SilencedFinding } from '../report/report.ts';
import { SMALL_TABLE, type RuleSettings } from '../rules/judge.ts';
import { likenessOfNames } from '../schema/likeness.ts';
import type { Project, RuleSetting } from '../tools/tool.ts';

const globs = z.union([z.string(), z.array(z.string())]);
const level = z.enum(['error', 'warning', 'note', 'off']);
const inPlaces = z.strictObject({
  level,
  paths: globs.optional().describe('Files of migrations, from the workspace root.'),
  tables: globs.optional().describe('Tables, such as public.audit_*.'),
  reason: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Why: what is off with a reason is still told, and not counted.'),
  until: z.iso
    .date('must be a day, such as 2027-01-31')
    .optional()
    .describe('The last day on which it counts, in UTC.'),
});
const one = z.union([level, inPlaces]);
const levels = z.union([one, z.array(one)], {
  error:
    'must be error, warning, note or off, or a list of { level, paths, tables, reason, until }',
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

/** The settings in their order; `placeOf` tells where an entry stands, by its keys below `rules`. */
export function ruleSettingsOf(
  config: z.infer<typeof ruleLevels>,
  placeOf: (path: readonly PropertyKey[]) => { readonly file: string; readonly line: number },
): RuleSetting[] {
  return Object.entries(config).flatMap(([rule, said]) =>
    [said ?? []].flat().map((entry, index) => {
      const { paths, tables, reason, until, level }: z.infer<typeof inPlaces> =
        typeof entry === 'string' ? { level: entry } : entry;
      return {
        ...{ rule, level, paths: [paths ?? []].flat(), tables: [tables ?? []].flat() },
        ...{ reason: reason ?? null, until: until ?? null },
        place: placeOf(Array.isArray(said) ? [rule, index] : [rule]),
      };
    }),
  );
}

const isOver = ({ until }: RuleSetting, today: string): boolean => until !== null && until < today;

/** Off with a reason: set aside, not unsaid. */
const isException = ({ level, reason }: RuleSetting): boolean => level === 'off' && reason !== null;

/** As the judge asks for them; `today` is a day in UTC. */
export function settingsOf(
  {
    rules: settings = [],
    smallTable,
    largeTable,
  }: Pick<Project, 'rules' | 'smallTable' | 'largeTable'>,
  today: string,
): RuleSettings {
  const fitting = (rule: string, file: string, tables: readonly string[]): RuleSetting[] =>
    settings.filter(
      (one) =>
        one.rule === rule &&
        !isOver(one, today) &&
        fits(one.paths, [file]) &&
        fits(one.tables, tables),
    );
  return {
    level: (...what) => fitting(...what).find((one) => !isException(one))?.level ?? null,
    exception: (...what) => {
      const [first] = fitting(...what);
      return first !== undefined && isException(first) ? byWhom(first) : null;
    },
    smallTable: smallTable ?? SMALL_TABLE,
    largeTable,
  };
}

function byWhom({ reason, until, place }: RuleSetting): SilencedFinding['silenced'] {
  return { reason: reason ?? '', until, file: place.file, line: place.line };
}

/** Settings whose day is past. */
export function overSettings({ rules: settings = [] }: Project, today: string): Finding[] {
  return settings
    .filter((one) => isOver(one, today))
    .map(({ rule, until, place: { file, line } }) => ({
      rule: 'allowance-expired',
      severity: 'warning',
      hazard: 'configuration',
      message: `This setting of ${rule} was for the time until ${until ?? ''}, and has no effect any more: take it out, or give it a later day.`,
      ...{ file, line },
    }));
}

const judged = new Set([...judgements, ...ofAllowances].map(({ id }) => id));

/** Judgements as heavy as the configuration says, without those it turns off; what rules say has its weight. */
export function weighed<T extends Finding>(
  findings: readonly T[],
  project: Project,
  today: string,
): (T | SilencedFinding)[] {
  const { level, exception } = settingsOf(project, today);
  return findings.flatMap((finding): (T | SilencedFinding)[] => {
    if (!judged.has(finding.rule)) return [finding];
    const what = [finding.rule, finding.file ?? '', []] as const;
    const silenced = exception(...what);
    const said = level(...what);
    if (silenced === null && said === 'off') return [];
    const heavy = said === null || said === 'off' ? finding : { ...finding, severity: said };
    return [silenced === null ? heavy : { ...heavy, silenced }];
  });
}

/** All of them must be meant: what concerns another table too is not silenced with it. */
function fits(patterns: readonly string[], names: readonly string[]): boolean {
  if (patterns.length === 0) return true;
  const matches = picomatch([...patterns]);
  return names.length > 0 && names.every((name) => matches(name));
}
