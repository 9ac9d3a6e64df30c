// The release that is still running while a migration runs, and the one that follows it: does base's
// code work on head's schema, and head's on base's? From both follows the order of deployment.
import type { Database } from '../database/database.ts';
import type { Finding } from '../report/report.ts';
import type { Place, Schema } from '../schema/objects.ts';
import { actBehind, actsOf, type Act, type NewMigration } from './causes.ts';
import type { Breakage, Code } from './code.ts';
import { incompatibilities } from './incompatible.ts';
import { splitOf, type Split } from './split.ts';
import { writtenRows } from './written-rows.ts';

interface ReleaseSide {
  readonly code: Code;
  /** What its migrations give. */
  readonly actual: Schema;
  /** Holds that schema; it is left as it is. */
  readonly database: Database;
}

export interface ReleaseOptions {
  readonly base: ReleaseSide;
  readonly head: ReleaseSide;
  /** Those that head has and base has not. */
  readonly migrations: readonly NewMigration[];
}

/** `either`: both work on both. `neither`: whatever comes first breaks the other. */
interface Deployment {
  readonly order: 'either' | 'migrate first' | 'deploy first' | 'neither';
  /** For `neither`, where the statements can be rearranged, and that was tried. */
  readonly split: Split | null;
}

export interface Release {
  readonly deployment: Deployment;
  readonly findings: readonly Finding[];
}

/** Judges new migrations by the code around them. Nothing is found where no model is concerned. */
export async function judgeRelease(options: ReleaseOptions): Promise<Release> {
  const { base, head, migrations } = options;
  if (migrations.length === 0)
    return { deployment: { order: 'either', split: null }, findings: [] };
  const old = await incompatibilities(head.database, {
    ...{ home: base.actual, target: head.actual, code: base.code },
    written: (model) => writtenRows(base.database, base.actual, model),
  });
  const fresh = await incompatibilities(base.database, {
    ...{ home: head.actual, target: base.actual, code: head.code },
  });
  const acts = await actsOf(migrations);
  const isProved = ({ certain }: Breakage): boolean => certain;
  const order = orderOf(old.some(isProved), fresh.some(isProved));
  const split =
    order === 'neither' ? await splitOf(acts, { database: base.database, base, head }) : null;
  const deployment = { order, split };
  const findings = withoutEchoes(old.map((breakage) => locate(breakage, acts))).map((one) =>
    toFinding(one, migrations),
  );
  const needs = fresh.find(isProved);
  return {
    deployment,
    findings: [...findings, ...orderFinding(deployment, needs ?? null, migrations)],
  };
}

function orderOf(oldBreaks: boolean, newBreaks: boolean): Deployment['order'] {
  if (oldBreaks) return newBreaks ? 'neither' : 'deploy first';
  return newBreaks ? 'migrate first' : 'either';
}

interface Traced {
  readonly breakage: Breakage;
  readonly act: Act | null;
}

const locate = (breakage: Breakage, acts: readonly Act[]): Traced => ({
  breakage,
  act: actBehind(breakage.cause, acts),
});

/** A column under another name is also a new one that is required: said once. */
function withoutEchoes(traced: readonly Traced[]): Traced[] {
  const renames = new Set(
    traced
      .filter(
        ({ act, breakage }) => breakage.rule === 'used-column-gone' && act?.verb === 'RenameStmt',
      )
      .map(({ act }) => act),
  );
  return traced.filter(
    ({ act, breakage }) => !(breakage.rule === 'insert-column-required' && renames.has(act)),
  );
}

const ADVICE: Readonly<Record<string, string>> = {
  'used-table-gone':
    'Deploy code that does not use it first; for another name, leave a view under the old one until then.',
  'used-column-gone':
    'Deploy code that does not use it first, and drop it in a later migration; for another name, add the new column beside the old one.',
  'insert-column-required':
    'Give it a default, or add it without NOT NULL and set that once no older code is running.',
  'insert-default-gone': 'Keep the default until no older code is running.',
  'insert-refused': 'Deploy code that leaves it to the database first.',
  'used-enum-value-gone':
    'Add the new value beside the old one, and remove the old one once no code uses it.',
  'used-type-changed':
    'Add a column of the new type beside it, and move over once no older code is running.',
  'constraint-stricter': 'Deploy code that keeps to it first.',
};

function toFinding({ breakage, act }: Traced, migrations: readonly NewMigration[]): Finding {
  const { rule, certain, what, observed, place } = breakage;
  const migration = act?.migration ?? migrations[0];
  const model = place === null ? '' : ` (${at(place)})`;
  return {
    rule,
    severity: certain ? 'error' : 'warning',
    hazard: 'incompatibility',
    message: `The release that is still running ${what}${model}. ${ADVICE[rule] ?? ''}`.trim(),
    file: act?.statement.place.file ?? migration?.file ?? null,
    line: act?.statement.place.line ?? 1,
    ...(migration === undefined ? {} : { migration: migration.name }),
    observed,
  };
}

const at = ({ file, line }: Place): string => `${file}:${String(line)}`;

/** The order, where there is one to keep. */
function orderFinding(
  { order, split }: Deployment,
  needs: Breakage | null,
  migrations: readonly NewMigration[],
): Finding[] {
  const [first] = migrations;
  if (first === undefined || order === 'either') return [];
  return [
    {
      rule: 'deployment-order',
      severity: 'note',
      hazard: 'incompatibility',
      message: orderMessage(order, split, needs),
      file: first.file,
      line: 1,
      migration: first.name,
      ...(split === null ? {} : { safe: stepsOf(split) }),
    },
  ];
}

function orderMessage(
  order: Deployment['order'],
  split: Split | null,
  needs: Breakage | null,
): string {
  const reason = needs === null ? '' : `the new code ${needs.what}`;
  if (order === 'migrate first') {
    return `Migrate first: the code that runs now works on the new schema; before the migration, ${reason}.`;
  }
  if (order === 'deploy first') {
    return 'Deploy first: the new code works on the schema as it is; the code that runs now does not work on the new schema.';
  }
  const start = `Neither order works: the code that runs now does not work on the new schema, and before the migration, ${reason}.`;
  if (split === null) {
    return `${start} Split it: first a migration that only adds, then the release, then a migration that takes away what no code uses any more.`;
  }
  const meanwhile = split.meanwhile.length === 0 ? '' : `; meanwhile ${split.meanwhile.join(', ')}`;
  return `${start} Split it in two migrations around the release${meanwhile}. Both releases were found to work on the schema between.`;
}

function stepsOf({ expand, contract }: Split): string[] {
  return ['-- 1. before the release', ...expand, '-- 2. after it', ...contract];
}
