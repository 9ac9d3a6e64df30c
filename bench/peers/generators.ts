// The generators that lead from models to SQL: drizzle-kit's and TypeORM's. A pair counts for them only
// where the models that we make of its two schemas, in an empty database, make just these schemas.
import { introspect } from '../../src/catalog/introspect.ts';
import { openServer } from '../../src/database/server.ts';
import type { Cluster } from './cluster.ts';
import { difference } from './judge.ts';
import { modelOf, type Model } from './model.ts';
import type { Answer, Databases, Tool } from './tool.ts';

/** How a tool turns models into SQL. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  /** Statements from the schema of the model, which is in the database, to that of the other model. */
  readonly generate: (url: string, before: Model, after: Model) => Promise<string[]>;
}

const NOTHING: Model = { enums: [], tables: [] };

export function generatorTool({ name, version, generate }: Generator): Tool {
  return {
    name,
    version,
    prepare: async (cluster, { before, after }) => {
      const [old, wanted] = [await read(cluster, before), await read(cluster, after)];
      if (!old || !wanted) return null;
      for (const [database, model] of [
        [before, old],
        [after, wanted],
      ] as const) {
        if (!(await isSaid(cluster, database, model, generate))) return null;
      }
      return async (): Promise<Answer> => ({
        statements: await generate(cluster.url(before), old, wanted),
        refusals: [],
      });
    },
  };
}

async function read(cluster: Cluster, database: Databases['before']): Promise<Model | null> {
  const db = await openServer(cluster.url(database));
  try {
    return modelOf(await introspect(db));
  } finally {
    await db.close();
  }
}

/** Whether the model makes what the database is, in the tool's own hands. */
async function isSaid(
  cluster: Cluster,
  database: string,
  model: Model,
  generate: Generator['generate'],
): Promise<boolean> {
  await cluster.create('said');
  try {
    const made = await cluster.run('said', await generate(cluster.url('said'), NOTHING, model));
    return made.ok && difference(await cluster.dump('said'), await cluster.dump(database)) === null;
  } catch {
    return false;
  }
}
