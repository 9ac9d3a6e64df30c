// Every safe form that is proposed for a page's bad example: it reaches the same schema, and rehearsed
// itself it isn't what it is to spare.
import { describe, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import { traits } from '../../src/catalog/index.ts';
import type { Database } from '../../src/database/database.ts';
import { readPage } from '../../src/findings/pages.ts';
import { statementsOf } from '../../src/rehearse/rehearse.ts';
import type { Finding } from '../../src/report/report.ts';
import { ALONE } from '../../src/rules/instead.ts';
import { rules } from '../../src/rules/index.ts';
import type { Judged } from '../../src/rules/judge.ts';
import {
  findSafeForms,
  migrationsIn,
  wantedForms,
  withForms,
} from '../../src/migrations/safe-forms.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Schema } from '../../src/schema/objects.ts';
import { beforeOf, levelFor, scripts } from './page.ts';
import { database, holding, judged, migrationsOf, type Script } from './rehearsed.ts';

/** Rules whose bad example is a decision, or has no other way to the same schema: nothing is proposed. */
const NONE: readonly string[] = [
  'drop-database',
  'add-required-column',
  'enum-value-removed',
  'depends-on-data',
  'fails-on-rows',
  'statement-fails',
  'drop-schema',
  'drop-table',
  'drop-column',
  'truncate',
  'delete-without-where',
  'type-narrowing',
  'set-unlogged',
  'drop-sequence',
  'add-column-generated',
  'add-column-serial',
  'add-column-domain',
  'type-change-rewrite',
  'set-logged',
  'move-table',
  'vacuum-full',
  'alter-domain',
  'add-exclusion',
  'work-under-own-lock',
  'mergeable-alters',
  'lock-table',
  'drop-foreign-key',
  'create-trigger',
  'disable-trigger',
  'transaction-control',
  'uncommitted-transaction',
  'volatile-check',
  'rename-in-use',
  'primary-key-dropped',
  'replica-identity',
  'extension-version',
  'security-definer-search-path',
  'row-security-disabled',
  'row-security-without-policy',
  'grant-to-public',
  'autovacuum-disabled',
  'index-lost',
  'prefer-bigint-key',
  'prefer-identity',
  'prefer-jsonb',
  'prefer-text',
  'prefer-timestamptz',
  'table-without-primary-key',
  'foreign-key-without-index',
  'missing-statement-timeout',
  'concurrent-index-corrupt',
  'statistics-lost',
  'table-locked-often',
  'policy-changed',
  'superuser-only',
  'wide-index',
  'redundant-index',
  'on-delete-unsaid',
  'domain-with-constraint',
  'not-repeatable',
  'data-beside-schema',
  'unqualified-name',
  'prefer-lookup-table',
];

/** What a safe form may still be, as that is less than what it spares. */
const LESS: Readonly<Record<string, string>> = { 'drop-and-add-column': 'type-change-rewrite' };

interface Proposal {
  readonly safe: readonly string[];
  /** The statements of the bad example before the one that it is for, and after. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
  /** The schema after all of the bad example. */
  readonly end: Schema;
}

/** What is proposed for the statement that the rule speaks of in its page's bad example. */
async function proposalOf(id: string): Promise<Proposal | null> {
  const before = beforeOf(id);
  const bad = scripts(readPage(id), 'bad');
  const settings = { level: levelFor(id) };
  const told = await judged({ before, migrations: bad, settings });
  const texts = await statementsOf(migrationsOf(bad).flatMap(({ statements }) => statements));
  const base = await introspect(await holding(before));
  const forms = await findSafeForms(wantedForms(told.judged), texts, {
    ...{ base, version: 13, lockTimeout: '5s' },
    ...{ open: () => holding(before), read: (db) => introspect(db) },
  });
  const findings = withForms(told.judged, forms);
  const at = findings.findIndex(({ rule, safe }: Finding) => rule === id && safe?.length !== 0);
  const one: Judged | undefined = told.judged[at];
  const safe = findings[at]?.safe;
  if (one === undefined || safe === undefined) return null;
  const index = texts.findIndex(
    ({ place }) => JSON.stringify(place) === JSON.stringify(one.statement.place),
  );
  const sqls = texts.map(({ sql }) => sql);
  const db = await holding(before);
  for (const sql of sqls) await db.exec(sql);
  const end = await introspect(db);
  return { safe, end, earlier: sqls.slice(0, index), later: sqls.slice(index + 1) };
}

/** What a rehearsal leaves in its database. */
const isOurs = (object: string): boolean => object.includes('plumbline_');

/** What the form made needless fails, for it is there already. */
async function runRest(db: Database, later: readonly string[]): Promise<void> {
  for (const sql of later) {
    const result = await db.run([sql]);
    if (!result.ok) expect(['42701', '42P07']).toContain(result.error.code);
  }
}

describe.each(rules.map(({ id }) => id).filter((id) => !NONE.includes(id)))('%s', (id) => {
  it('has a safe form that reaches the same schema and is none of what it spares', async () => {
    const proposal = await proposalOf(id);
    if (proposal === null) throw new Error('nothing is proposed');
    const { safe, earlier, later, end } = proposal;
    expect(safe.filter((sql, at) => /concurrently/i.test(sql) && safe[at - 1] !== ALONE)).toEqual(
      [],
    );
    const form: Script[] = migrationsIn(safe).map(({ statements, transaction }) => ({
      sql: statements.join('\n'),
      transaction,
    }));
    const first: Script[] =
      earlier.length === 0 ? [] : [{ sql: `${earlier.join(';\n')};`, transaction: true }];
    const told = await judged({
      before: beforeOf(id),
      migrations: [...first, ...form],
      settings: { level: levelFor(id) },
    });
    const own = told.findings.filter(({ migration }) => Number(migration) > first.length);
    expect(
      own
        .filter(({ rule, severity }) => rule === id || severity === 'error')
        .filter(({ rule }) => rule !== LESS[id])
        .map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual([]);
    const failed = told.trace.migrations.flatMap(({ statements }) =>
      statements.flatMap(({ outcome }) => (outcome.kind === 'failed' ? outcome.error : [])),
    );
    expect(failed).toEqual([]);
    const db = await database();
    await runRest(db, later);
    const left = diff(await introspect(db), end, { traits });
    expect(left.filter(({ weight, object }) => weight === 'substance' && !isOurs(object))).toEqual(
      [],
    );
  });
});
