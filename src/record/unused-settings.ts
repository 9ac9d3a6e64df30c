// What plumbline.yml says of rules for files and tables of which there are none in any project.
import picomatch from 'picomatch';
import type { Finding } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import { weighed } from '../settings/rule-settings.ts';
import type { RuleSetting } from '../tools/tool.ts';
import type { Analysis } from './analysis.ts';

/** One finding for each setting. Where only some projects are looked at, it may be about another. */
export function unusedSettings(
  analyses: readonly Analysis[],
  options: { readonly projects: readonly string[]; readonly today: string },
): Finding[] {
  if (options.projects.length > 0) return [];
  const vain = new Map<string, { setting: RuleSetting; what: string | null; analysis: Analysis }>();
  for (const analysis of analyses) {
    const names = namesIn(analysis);
    for (const setting of analysis.project.rules ?? []) {
      // A project has its own copy of what the configuration says for all.
      const key = `${setting.place.file}:${String(setting.place.line)}`;
      const what = vainIn(setting, names);
      const known = vain.get(key);
      if (known === undefined || what === null) vain.set(key, { setting, what, analysis });
    }
  }
  return [...vain.values()].flatMap(({ setting, what, analysis }) => {
    if (what === null) return [];
    const finding = tellVain(setting, what);
    return weighed([finding], analysis.project, options.today).filter(
      (one) => !('silenced' in one),
    );
  });
}

interface Names {
  readonly files: readonly string[];
  /** Null where it isn't known which there are. */
  readonly tables: readonly string[] | null;
}

function namesIn({ migrations, compared, migrated }: Analysis): Names {
  const files = migrations.migrations.flatMap(({ file, down }) => [file, down?.file ?? file]);
  const sides = [compared?.head, compared?.base].flatMap((side) => side ?? []);
  const schemas = [
    ...sides.flatMap(({ desired, actual, migrated: before }) => [desired, actual, before]),
    ...(migrated === null ? [] : [migrated.before, migrated.after]),
  ];
  return { files, tables: schemas.length === 0 ? null : schemas.flatMap(tablesOf) };
}

const TABLES = new Set(['table', 'view', 'materialized view', 'foreign table']);

const tablesOf = ({ objects }: Schema): string[] =>
  [...objects.values()]
    .filter(({ kind }) => TABLES.has(kind))
    .map(({ schema, name }) => `${schema ?? 'public'}.${name}`);

/** Why a setting can't be about anything; null where it may be. */
function vainIn({ paths, tables }: RuleSetting, names: Names): string | null {
  if (paths.length > 0 && !someFits(names.files, paths)) {
    return `no migration is ${paths.join(' or ')}`;
  }
  if (tables.length === 0 || names.tables === null) return null;
  return someFits(names.tables, tables) ? null : `no table is ${tables.join(' or ')}`;
}

function someFits(names: readonly string[], patterns: readonly string[]): boolean {
  const fits = picomatch([...patterns]);
  return names.some((name) => fits(name));
}

const tellVain = ({ rule, place }: RuleSetting, what: string): Finding => ({
  rule: 'allowance-unused',
  severity: 'warning',
  hazard: 'configuration',
  message: `This setting of ${rule} has no effect: ${what}. Take it out, or name what it is about; patterns of files begin at the workspace's root, and tables are written with their schema.`,
  ...{ file: place.file, line: place.line },
});
