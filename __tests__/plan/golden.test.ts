// Every file of golden/ is a case: the SQL before and after, and what must come of it. The loop is
// closed for each: apply, introspect, nothing left; plan again, nothing; down, as before.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { planChanges, type Plan, type Step } from '../../src/plan/plan.ts';
import { diff } from '../../src/schema/diff.ts';
import { identityOf } from '../../src/schema/identity.ts';
import type { Change, Schema } from '../../src/schema/objects.ts';

const directory = join(import.meta.dirname, 'golden');
const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));

/** Sections by name: each begins with a comment line that is its name. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/^-- (before|after|changes|plan|down|irreversible)\n/m);
  const found = new Map<string, string>([['title', parts[0] ?? '']]);
  for (let i = 1; i < parts.length; i += 2) found.set(parts[i] ?? '', (parts[i + 1] ?? '').trim());
  return found;
}

function render(source: Map<string, string>, changes: readonly Change[], plan: Plan): string {
  const steps = (list: readonly Step[]): string =>
    list.map(({ sql, transactional }) => sql + (transactional ? '' : ' -- alone')).join('\n') ||
    '-- nothing';
  const lines = changes.map(
    ({ op, kind, object, weight, reason }) =>
      `-- ${op} ${kind} ${identityOf(object)} [${weight}]: ${reason}`,
  );
  const body = [
    `-- before\n${source.get('before') ?? ''}`,
    `-- after\n${source.get('after') ?? ''}`,
    `-- changes\n${lines.join('\n') || '-- nothing'}`,
    `-- plan\n${steps(plan.up)}`,
    `-- down\n${steps(plan.down)}`,
    ...(plan.irreversible.length > 0
      ? [`-- irreversible\n${plan.irreversible.map((line) => `-- ${line}`).join('\n')}`]
      : []),
  ];
  return `${source.get('title') ?? ''}${body.join('\n')}\n`;
}

describe('golden plans', () => {
  let db: Database;

  beforeAll(async () => {
    db = await openEmbedded({ extensions: ['vector', 'citext', 'pg_trgm'] });
    await db.exec('create role app_user; create role app_admin');
  });
  afterAll(() => db.close());

  const schemaOf = (sql: string): Promise<Schema> =>
    db.scratch(async () => {
      await db.exec(sql);
      return introspect(db);
    });

  /** Runs the steps; those that can't share a transaction are left to the proof's own test. */
  async function run(steps: readonly Step[]): Promise<void> {
    const result = await db.run(steps.map((step) => step.sql));
    expect(
      result.ok ? null : `${result.error.message}: ${steps[result.index]?.sql ?? ''}`,
    ).toBeNull();
  }

  it.each(files)('%s', async (name) => {
    const path = join(directory, name);
    const text = readFileSync(path, 'utf8');
    const source = sections(text);
    const actual = await schemaOf(source.get('before') ?? '');
    const desired = await schemaOf(source.get('after') ?? '');
    const changes = diff(actual, desired, { traits });
    const plan = planChanges(changes, { actual, desired });
    const rendered = render(source, changes, plan);
    if (process.env['UPDATE']) writeFileSync(path, rendered);
    else expect(rendered).toBe(text);
    if (![...plan.up, ...plan.down].every((step) => step.transactional)) return;
    await db.scratch(async () => {
      await db.exec(source.get('before') ?? '');
      await run(plan.up);
      const after = await introspect(db);
      expect(diff(after, desired, { traits })).toEqual([]);
      expect(diff(after, plan.expected, { traits })).toEqual([]);
      await run(plan.down);
      expect(diff(await introspect(db), actual, { traits })).toEqual([]);
    });
  });
});
