// What is compared and what isn't, seen from outside: a project in, a report out.
import { describe, expect, it } from 'vitest';
import { drizzleProject } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

async function check(models: string, migration: string, more: Record<string, string> = {}) {
  const repository = createRepository();
  repository.write({
    ...drizzleProject({ models, migrations: [['0000_init', migration]] }),
    ...more,
  });
  const { code, out, error } = await runPlumbline(
    ...['check', repository.directory, '--format', 'json'],
  );
  expect(error).toBe('');
  const [project] = parseReport(out).projects;
  if (project === undefined) throw new Error('no project');
  const drift = project.drift.map(({ op, kind, object }) => `${op} ${kind} ${object}`);
  const errors = project.findings.filter(({ severity }) => severity === 'error');
  return { code, project, drift, errors };
}

describe('check', () => {
  it('provides an extension that migrations take for granted, and says so', async () => {
    const { code, drift, project } = await check(
      `import { index, pgTable, text } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { a: text() }, (t) => [index('t_a').using('gin', t.a.op('gin_trgm_ops'))]);`,
      `CREATE TABLE "t" ("a" text);--> statement-breakpoint
CREATE INDEX "t_a" ON "t" USING gin ("a" gin_trgm_ops);`,
    );
    expect([code, drift]).toEqual([0, []]);
    expect(project.findings.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(
      expect.stringMatching(/^assumed-object: .*extension pg_trgm/),
    );
  });

  it('leaves policies written by hand alone until a model declares one', async () => {
    const migration = `CREATE TABLE "t" ("id" integer);--> statement-breakpoint
ALTER TABLE "t" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "mine" ON "t" USING (auth.uid() IS NOT NULL);`;
    const plain = await check(
      `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer() });`,
      migration,
    );
    expect([plain.code, plain.drift]).toEqual([0, []]);
    const declared = await check(
      `import { integer, pgPolicy, pgTable } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
export const t = pgTable('t', { id: integer() }, () => [pgPolicy('other', { using: sql\`true\` })]);`,
      migration,
    );
    expect(declared.drift).toEqual(['drop policy public.t.mine', 'create policy public.t.other']);
    expect(declared.code).toBe(1);
  });

  it("takes a hosted service's own tables as given, also where a model refers to them", async () => {
    const { code, drift, errors } = await check(
      `import { pgSchema, pgTable, uuid } from 'drizzle-orm/pg-core';
const users = pgSchema('auth').table('users', { id: uuid().primaryKey() });
export const authUsers = users;
export const t = pgTable('t', { owner: uuid().references(() => users.id) });`,
      `CREATE TABLE "t" ("owner" uuid);--> statement-breakpoint
ALTER TABLE "t" ADD CONSTRAINT "t_owner_users_id_fk" FOREIGN KEY ("owner") REFERENCES "auth"."users"("id");`,
    );
    expect([code, drift, errors]).toEqual([0, [], []]);
  });

  it('creates an enum that only columns speak of', async () => {
    const { code, drift, errors } = await check(
      `import { pgEnum, pgTable } from 'drizzle-orm/pg-core';
const state = (name: string) => pgEnum('state', ['on', 'off'])(name).notNull();
export const t = pgTable('t', { a: state('a'), b: state('b') });`,
      `CREATE TYPE "state" AS ENUM('on', 'off');--> statement-breakpoint
CREATE TABLE "t" ("a" "state" NOT NULL, "b" "state" NOT NULL);`,
    );
    expect([code, drift, errors]).toEqual([0, [], []]);
  });

  it('knows the pure functions of utility packages that shared columns go through', async () => {
    const { code, drift, project } = await check(
      `import * as R from 'ramda';
import omit from 'lodash/omit';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
const base = { id: integer(), a: text(), b: text() };
export const one = pgTable('one', { ...R.omit(['a'], base) });
export const two = pgTable('two', { ...omit(base, ['a', 'b']) });`,
      `CREATE TABLE "one" ("id" integer, "b" text);--> statement-breakpoint
CREATE TABLE "two" ("id" integer);`,
    );
    expect([code, drift, project.models?.unknowns]).toEqual([0, [], []]);
  });

  it('says which model Postgres refuses, once, without what only follows from it', async () => {
    const { code, drift, errors } = await check(
      `import { index, integer, pgTable, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
export const t = pgTable('t', { id: integer().primaryKey().default(sql\`'x'::uuid\`) });
export const child = pgTable('child', { t: integer().references(() => t.id) });`,
      `CREATE TABLE "child" ("t" integer);`,
    );
    expect(code).toBe(1);
    expect(drift).toEqual([]);
    expect(errors).toEqual([
      expect.objectContaining({ rule: 'unreadable-model', file: 'src/schema.ts', line: 3 }),
    ]);
  });

  it('names what the migrations hold and nothing compares', async () => {
    const { code, project } = await check(
      `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer() });`,
      `CREATE TABLE "t" ("id" integer);--> statement-breakpoint
CREATE DOMAIN "d" AS text;--> statement-breakpoint
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ begin return new; end $$;--> statement-breakpoint
CREATE TRIGGER "g" BEFORE INSERT ON "t" FOR EACH ROW EXECUTE FUNCTION f();`,
    );
    expect(code).toBe(0);
    expect(Object.keys(project.notCompared).sort()).toEqual(['domains', 'functions', 'triggers']);
  });

  it('compares nothing that plumbline.yml says to ignore', async () => {
    const { code, drift } = await check(
      `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const audit = pgTable('audit_log', { id: integer(), more: integer() });
export const t = pgTable('t', { id: integer() });`,
      `CREATE TABLE "audit_log" ("id" integer);--> statement-breakpoint
CREATE TABLE "t" ("id" integer);--> statement-breakpoint
CREATE INDEX "by_hand" ON "t" ("id");`,
      { 'plumbline.yml': 'ignore: [public.audit_*, public.by_hand]\n' },
    );
    expect([code, drift]).toEqual([0, []]);
  });
});
