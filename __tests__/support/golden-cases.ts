// The golden plans: how a case is planned and its loop closed.
import { expect } from 'vitest';
import { kinds, traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Transition } from '../../src/catalog/kind.ts';
import type { Database } from '../../src/database/database.ts';
import { decideRenames } from '../../src/comparison/decided-renames.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { settle } from '../../src/plan/settle.ts';
import { isOneTransaction, migrationsOf, type Step } from '../../src/plan/step.ts';
import { diff } from '../../src/schema/diff.ts';
import { identityOf } from '../../src/schema/identity.ts';
import type { Change, Schema } from '../../src/schema/objects.ts';
import type { RenameDecision } from '../../src/schema/rename-decisions.ts';

/** How many cases leave as much behind in the catalogs as slows their reading down. */
const TIDY = 40;

/** Frees what rolled back cases leave behind: nothing else does in a database that is never idle. */
export function tidyUp(db: Database, done: number): Promise<void> {
  return done % TIDY === 0 ? db.exec('vacuum') : Promise.resolve();
}

/** A case as its file has it. */
export function render(
  source: Map<string, string>,
  changes: readonly Change[],
  plan: Plan,
): string {
  const steps = (list: readonly Step[]): string =>
    migrationsOf(list)
      .map((migration) => migration.steps.map(({ sql }) => sql).join('\n'))
      .join('\n-- commit\n') || '-- nothing';
  const lines = changes.map(
    ({ op, kind, object, weight, reason }) =>
      `-- ${op} ${kind} ${identityOf(object)} [${weight}]: ${reason}`,
  );
  const body = [
    `-- before\n${source.get('before') ?? ''}`,
    `-- after\n${source.get('after') ?? ''}`,
    ...(source.has('renames') ? [`-- renames\n${source.get('renames') ?? ''}`] : []),
    `-- changes\n${lines.join('\n') || '-- nothing'}`,
    `-- plan\n${steps(plan.up)}`,
    `-- down\n${steps(plan.down)}`,
    ...(plan.irreversible.length > 0
      ? [`-- irreversible\n${plan.irreversible.map((line) => `-- ${line}`).join('\n')}`]
      : []),
  ];
  return `${source.get('title') ?? ''}${body.join('\n')}\n`;
}

/** The two schemas of a case, as one database tells them. */
export async function sidesOf(
  db: Database,
  source: Map<string, string>,
): Promise<[Schema, Schema]> {
  const schemaOf = (section: string): Promise<Schema> =>
    db.scratch(async () => {
      await db.exec(source.get(section) ?? '');
      return introspect(db);
    });
  return [await schemaOf('before'), await schemaOf('after')];
}

/** What a case says was renamed, in lines such as `-- column public.t.a -> public.t.b`. */
function decisionsIn(source: Map<string, string>): RenameDecision[] {
  const lines = source.get('renames')?.split('\n') ?? [];
  return lines.map((text) => {
    const [, kind = '', from = '', to = ''] = /^-- ([a-z ]+) (\S.*) -> (\S.*)$/.exec(text) ?? [];
    const where = { file: null, line: null, way: 'option', shared: false } as const;
    return { kind, from: [from], to, source: { text, ...where } };
  });
}

const scope = { kinds: Object.keys(kinds), silent: {}, external: [] };
const bookkeeping = { schema: 'drizzle', table: '__drizzle_migrations' };

export interface Planned {
  readonly changes: readonly Change[];
  readonly plan: Plan;
}

/** The plan of a case, as `check` makes it. */
export async function planned(
  db: Database,
  source: Map<string, string>,
  [actual, desired]: [Schema, Schema],
): Promise<Planned> {
  return db.scratch(async () => {
    await db.exec(source.get('before') ?? '');
    return plannedThere(db, source, { actual, desired });
  });
}

/** The same on a database that is at the actual state. */
export async function plannedThere(
  db: Database,
  source: Map<string, string>,
  transition: Transition,
): Promise<Planned> {
  const { desired } = transition;
  const options = { ...transition, scope, bookkeeping };
  const decided = await decideRenames(db, decisionsIn(source), options);
  expect(decided.wrong).toEqual([]);
  const { actual, steps: renames } = decided;
  const found = diff(actual, desired, { traits });
  const { changes, respelled } = await settle(db, found, { actual, desired, renames });
  const plan = planChanges(changes, { actual, desired }, { renames, respelled });
  return { changes: [...decided.changes, ...changes], plan };
}

async function run(db: Database, steps: readonly Step[]): Promise<void> {
  const result = await db.run(steps.map((step) => step.sql));
  expect(
    result.ok ? null : `${result.error.message}: ${steps[result.index]?.sql ?? ''}`,
  ).toBeNull();
}

/** Up, nothing left; down, as before. What can't share a transaction is left to the proof's own test. */
export async function closeLoop(
  db: Database,
  before: string,
  sides: [Schema, Schema],
  plan: Plan,
): Promise<void> {
  if (!isOneTransaction(plan.up) || !isOneTransaction(plan.down)) return;
  const [actual, desired] = sides;
  await db.scratch(async () => {
    await db.exec(before);
    await run(db, plan.up);
    const after = await introspect(db);
    expect(plan.manual).toEqual([]);
    expect(diff(after, desired, { traits })).toEqual([]);
    expect(diff(after, plan.expected, { traits })).toEqual([]);
    await run(db, plan.down);
    expect(diff(await introspect(db), actual, { traits })).toEqual([]);
  });
}
