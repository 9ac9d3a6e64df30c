// Every declaration, read in the sandbox, against drizzle-kit: its snapshot, and the catalog that its
// SQL makes. A case is a file of `declarations/`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { Json, Schema } from '../../src/schema/objects.ts';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { ModelState } from '../../src/tools/drizzle/models.ts';
import { snapshot0 } from '../../src/tools/drizzle/snapshot-0.ts';
import { rowsOf } from '../../src/tools/drizzle/snapshot-1.ts';
import type { ModelReading } from '../../src/tools/tool.ts';
import { declarations, declared, project } from './support.ts';

interface Kit {
  /** The snapshot's content, without ids. */
  snapshot: Json;
  sql: readonly string[];
}

type Exports = Record<string, unknown>;

const casings: Readonly<Record<string, 'snake_case'>> = { cased: 'snake_case' };

/** Roles and extensions that drizzle-kit leaves to the user, and where it forgets a type's schema. */
const prelude = `
  create extension vector; create extension citext; create role guest;
  set search_path = public, other;
`;

let database: Database;

beforeAll(async () => {
  database = await openEmbedded({ extensions: ['vector', 'citext'] });
});

afterAll(async () => {
  await database.close();
});

describe.each([0, 1] as const)('declarations of generation %i', (generation) => {
  const names = readdirSync(declarations[generation]).map((file) => file.replace(/\.ts$/, ''));

  it.each(names)('%s', async (name) => {
    const file = join(declarations[generation], `${name}.ts`);
    const exports = { ...((await import(file)) as Exports) };
    const kit = await (generation === 0 ? runKit0(exports, casings[name]) : runKit1(exports));
    const models = await drizzle.readModels(
      declared(generation, name),
      project({
        models: [`${name}.ts`],
        settings: { casing: generation === 0 ? (casings[name] ?? null) : null, roles: true },
      }),
      { env: {} },
    );
    expect(models.unknowns).toEqual([]);
    expect(models.findings).toEqual([]);
    expect(ourSnapshot(models, generation)).toEqual(kit.snapshot);
    const theirs = await catalogOf(kit.sql);
    const ours = await catalogOf(models.statements.map(({ sql }) => sql));
    expect(objectsOf(ours)).toEqual(objectsOf(theirs));
    // Every object that stands for itself knows where it was declared.
    const unplaced = objectsOf(ours).filter(([id]) => /^(?:table|column|index|policy):/.test(id));
    expect(unplaced.filter(([id]) => !models.places.has(id))).toEqual([]);
  });
});

function ourSnapshot(models: ModelReading, generation: 0 | 1): Json {
  const state = models.toolState as ModelState;
  const snapshot =
    generation === 0
      ? snapshot0(state.declarations, { id: '', prevId: '' })
      : rowsOf(state.declarations);
  return JSON.parse(JSON.stringify(snapshot)) as Json;
}

interface Kit0 {
  generateDrizzleJson(exports: Exports, prev?: string, schemas?: string[], casing?: string): object;
  generateMigration(from: object, to: object): Promise<string[]>;
}

async function runKit0(exports: Exports, casing: 'snake_case' | undefined): Promise<Kit> {
  const kit = (await import('drizzle-kit/api')) as unknown as Kit0;
  const empty = kit.generateDrizzleJson({});
  const snapshot = kit.generateDrizzleJson(exports, undefined, undefined, casing);
  const sql = await kit.generateMigration(empty, snapshot);
  const plain = { ...(JSON.parse(JSON.stringify(snapshot)) as object), id: '', prevId: '' };
  return { snapshot: plain as unknown as Json, sql };
}

interface Kit1 {
  generateDrizzleJson(exports: Exports): Promise<{ ddl: Json }>;
  generateMigration(from: unknown, to: unknown): Promise<string[] | { sqlStatements: string[] }>;
}

async function runKit1(exports: Exports): Promise<Kit> {
  const path = '../oracles/drizzle-v1/node_modules/drizzle-kit/api-postgres.mjs';
  const kit = (await import(join(import.meta.dirname, path))) as Kit1;
  const empty = await kit.generateDrizzleJson({});
  const snapshot = await kit.generateDrizzleJson(exports);
  const migration = await kit.generateMigration(empty, snapshot);
  const sql = Array.isArray(migration) ? migration : migration.sqlStatements;
  return { snapshot: JSON.parse(JSON.stringify(snapshot.ddl)) as Json, sql };
}

function catalogOf(statements: readonly string[]): Promise<Schema> {
  return database.scratch(async () => {
    await database.exec(prelude);
    for (const sql of statements) await database.exec(sql);
    return introspect(database);
  });
}

/** Schemas that nobody declares are left aside: ours are made for what lives in them. */
function objectsOf(schema: Schema): (readonly [string, Json])[] {
  return [...schema.objects.values()]
    .filter((object) => object.id !== 'schema:elsewhere')
    .map((object) => [object.id, object.attributes] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
