// A column or table that goes beside one that comes and looks like it: a rename that loses the values.
import { traits } from '../catalog/index.ts';
import { diff } from '../schema/diff.ts';
import { renameCandidates, type RenameCandidate } from '../schema/rename-candidates.ts';
import { droppedTables, nameOf } from './dropped.ts';
import { shortName } from './facts.ts';
import { goneColumns } from './gone-columns.ts';
import type { Found, Pass, Rule, Step } from './rule.ts';
import { alterations, asNode, columnOf } from './syntax.ts';

export const dropForRename: Rule = {
  id: 'drop-for-rename',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) => {
    const pairs = pairsOf(pass);
    return pass.steps.flatMap((step) => [
      ...goneColumns(pass, step).flatMap(({ table, name }) =>
        found(step, besides(pass, step, pairs.get(`column ${table}.${name}`)), table),
      ),
      ...droppedTables(pass, step).flatMap(({ name }) =>
        found(step, besides(pass, step, pairs.get(`table ${name}`)), name),
      ),
    ]);
  },
};

/** None where the new one comes by a RENAME of something else, or by another migration than the one that drops. */
function besides(
  { steps }: Pass,
  step: Step,
  pair: RenameCandidate | undefined,
): RenameCandidate | undefined {
  const name = pair?.after.name;
  const comesOtherwise = steps.some(
    (other) =>
      asNode(other.tree, 'RenameStmt')?.newname === name ||
      (other.migration !== step.migration && adds(other, name)),
  );
  return comesOtherwise ? undefined : pair;
}

function adds({ tree }: Step, name: string | undefined): boolean {
  if (asNode(tree, 'CreateStmt')?.relation?.relname === name) return true;
  return alterations({ tree }).some((one) => columnOf(one)?.colname === name);
}

/** What may have been renamed, by what went. */
function pairsOf({ base, head }: Pass): Map<string, RenameCandidate> {
  const changes = diff(base, head, { traits });
  return new Map(
    renameCandidates(changes, { actual: base, desired: head, traits })
      .filter(({ member }) => member === null)
      .map((pair) => [`${pair.before.kind} ${nameOf(pair.before)}`, pair]),
  );
}

function found(step: Step, pair: RenameCandidate | undefined, table: string): Found[] {
  if (!pair) return [];
  const [before, after] = [nameOf(pair.before), nameOf(pair.after)];
  const values = pair.before.kind === 'table' ? 'all its rows' : 'its values';
  return [
    {
      step,
      about: [`loss ${before}`],
      observed: `drops ${shortName(before)} with ${values}, beside the new ${shortName(after)}, which looks like it`,
      why: 'nothing brings them back. If it is the same thing under a new name, RENAME keeps what it holds',
      safeFor: [renaming(pair)],
      spans: true,
      tables: [table],
    },
  ];
}

function renaming({ before, after }: RenameCandidate): string {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const table = `${quoted(before.schema ?? 'public')}.${quoted(before.table ?? before.name)}`;
  const column = before.kind === 'column' ? `COLUMN ${quoted(before.name)} ` : '';
  return `ALTER TABLE ${table} RENAME ${column}TO ${quoted(after.name)};`;
}
