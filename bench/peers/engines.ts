// The tools that compare two databases: ours and its peers, each used as its documentation says.
import { createRequire } from 'node:module';
import pg from 'pg';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { planChanges } from '../../src/plan/plan.ts';
import { diff } from '../../src/schema/diff.ts';
import { version } from '../../src/version.ts';
import type { Answer, Tool } from './tool.ts';

const require = createRequire(import.meta.url);

/** The peers are not there when types are checked. */
export const load = (name: string): Promise<unknown> => import(name);

export function versionOf(name: string): string {
  return (require(`./node_modules/${name}/package.json`) as { version: string }).version;
}

export const plumbline: Tool = {
  name: 'plumbline',
  version,
  prepare: (cluster, { before, after }) =>
    Promise.resolve(async () => {
      const [actual, desired] = [await read(cluster.url(before)), await read(cluster.url(after))];
      const plan = planChanges(diff(actual, desired, { traits }), { actual, desired });
      return { statements: plan.up.map(({ sql }) => sql), refusals: plan.manual };
    }),
};

async function read(url: string): ReturnType<typeof introspect> {
  const db: Database = await openServer(url);
  try {
    return await introspect(db);
  } finally {
    await db.close();
  }
}

interface Extraction {
  readonly factBase: object;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

/** What of @supabase/pg-delta is used. */
export interface PgDelta {
  readonly extract: (pool: object) => Promise<Extraction>;
  readonly plan: (
    source: object,
    desired: object,
  ) => {
    readonly preamble: readonly { readonly name: string; readonly value: string }[];
    readonly actions: readonly { readonly sql: string }[];
  };
}

export async function pgDelta(): Promise<Tool> {
  const { extract, plan } = (await load('@supabase/pg-delta')) as PgDelta;
  const facts = async (url: string): Promise<Extraction> => {
    const pool = new pg.Pool({ connectionString: url });
    try {
      return await extract(pool);
    } finally {
      await pool.end();
    }
  };
  return {
    name: '@supabase/pg-delta',
    version: versionOf('@supabase/pg-delta'),
    prepare: (cluster, { before, after }) =>
      Promise.resolve(async (): Promise<Answer> => {
        const source = await facts(cluster.url(before));
        const desired = await facts(cluster.url(after));
        const { preamble, actions } = plan(source.factBase, desired.factBase);
        return {
          statements: [
            ...preamble.map(({ name, value }) => `set ${name} = ${value}`),
            ...actions.map(({ sql }) => sql),
          ],
          refusals: desired.diagnostics.map(({ code, message }) => `${code}: ${message}`),
        };
      }),
  };
}

interface Client {
  end(): Promise<void>;
}

interface PgkitClient {
  readonly createClient: (url: string, options: { readonly pgpOptions: object }) => Client;
}

interface Migra {
  readonly run: (
    from: Client,
    to: Client,
    options: { readonly unsafe: boolean; readonly withPrivileges: boolean },
  ) => Promise<{ readonly statements: Iterable<string> }>;
}

export async function migra(): Promise<Tool> {
  const { run } = (await load('@pgkit/migra')) as Migra;
  const { createClient } = (await load('@pgkit/client')) as PgkitClient;
  const connect = (url: string): Client =>
    createClient(url, { pgpOptions: { initialize: { noWarnings: true } } });
  return {
    name: '@pgkit/migra',
    version: versionOf('@pgkit/migra'),
    prepare: (cluster, { before, after }) =>
      Promise.resolve(async (): Promise<Answer> => {
        const [from, to] = [connect(cluster.url(before)), connect(cluster.url(after))];
        try {
          const { statements } = await run(from, to, { unsafe: true, withPrivileges: true });
          return { statements: [...statements], refusals: [] };
        } finally {
          await from.end();
          await to.end();
        }
      }),
  };
}
