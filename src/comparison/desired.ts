// The schema the models ask for: their DDL, created in a scratch transaction and read from the catalog.
import { introspect } from '../catalog/introspect.ts';
import { DatabaseError, type Database } from '../database/database.ts';
import type { Finding } from '../report/report.ts';
import { identityOf, quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { ModelReading, ModelStatement } from '../tools/tool.ts';

export interface Desired {
  readonly schema: Schema;
  /** Ids of objects that Postgres refused to create. */
  readonly rejected: readonly string[];
  /** Why; nothing is said of what only followed from another refusal. */
  readonly refusals: readonly Refusal[];
}

interface Refusal {
  readonly object: string;
  readonly finding: Finding;
}

interface Rejection {
  readonly statement: ModelStatement;
  readonly error: DatabaseError;
}

/** Creates the models in an empty database; `prelude` runs first. */
export function buildDesired(
  database: Database,
  models: ModelReading,
  prelude: readonly string[],
): Promise<Desired> {
  return database.scratch(() => create(database, models, prelude));
}

/**
 * Creates the models in the place of what the migrations made: whatever no model can declare
 * (functions, domains, extensions) stays, for models lean on it.
 */
export function buildDesiredInPlace(
  database: Database,
  models: ModelReading,
  standing: { readonly actual: Schema; readonly assumed: readonly string[] },
): Promise<Desired> {
  const external = new Set(models.scope.external);
  const replaced = [...standing.actual.objects.values()].filter(
    ({ id, kind, parent }) =>
      parent === null && models.scope.kinds.includes(kind) && !external.has(id),
  );
  // What a hosted service brings is there already.
  const statements = models.statements.filter(({ object }) => {
    const [schema = ''] = identityOf(object).split('.');
    return !standing.assumed.includes(schema);
  });
  const prelude = replaced.flatMap(dropStatement);
  return database.scratch(() => create(database, { ...models, statements }, prelude));
}

const dropWords: Readonly<Record<string, string>> = {
  view: 'view',
  'materialized view': 'materialized view',
  table: 'table',
  sequence: 'sequence',
  enum: 'type',
};

function dropStatement({ kind, schema, name }: SchemaObject): string[] {
  const word = dropWords[kind];
  if (word === undefined || schema === null) return [];
  return [`drop ${word} if exists ${quoteIdentifier(schema)}.${quoteIdentifier(name)} cascade`];
}

async function create(
  database: Database,
  models: ModelReading,
  prelude: readonly string[],
): Promise<Desired> {
  const before = await database.run([...prelude, ...models.roles.map(createRole)]);
  if (!before.ok) throw before.error;
  const rejections = await createAll(database, models.statements);
  const schema = await introspect(database);
  const unreadable = models.unknowns.flatMap(({ object }) => object ?? []);
  return {
    schema,
    rejected: rejections.map(({ statement }) => statement.object),
    refusals: rejections.flatMap((rejection, index) => {
      const causes = [...unreadable, ...rejections.slice(0, index).map(objectOf)];
      if (isConsequence(rejection, causes)) return [];
      return { object: objectOf(rejection), finding: describeRejection(rejection) };
    }),
  };
}

/** Statement that creates a role unless it's there. */
export function createRole(name: string): string {
  return (
    `do $plumbline$ begin if not exists (select from pg_catalog.pg_roles where rolname = ` +
    `${quoteLiteral(name)}) then create role ${quoteIdentifier(name)}; end if; end $plumbline$`
  );
}

async function createAll(
  database: Database,
  statements: readonly ModelStatement[],
): Promise<readonly Rejection[]> {
  await database.exec('savepoint models');
  const result = await database.run(statements.map(({ sql }) => sql));
  if (result.ok) return [];
  await database.exec('rollback to savepoint models');
  const rejections: Rejection[] = [];
  for (const statement of statements) {
    const one = await database.run(['savepoint one', statement.sql, 'release savepoint one']);
    if (one.ok) continue;
    await database.exec('rollback to savepoint one');
    rejections.push({ statement, error: one.error });
  }
  return rejections;
}

const objectOf = ({ statement }: Rejection): string => statement.object;

/** SQLSTATEs of something that isn't there: relation, column, object, function. */
const absent = ['42P01', '42703', '42704', '42883'];

/** Whether it fails only because it names something that could not be read or created before it. */
function isConsequence({ statement, error }: Rejection, causes: readonly string[]): boolean {
  if (!absent.includes(error.code)) return false;
  return causes.some((cause) => {
    const name = /(?:"((?:[^"]|"")*)"|([^."]+))$/u.exec(identityOf(cause));
    return statement.sql.includes(`"${name?.[1] ?? name?.[2] ?? cause}"`);
  });
}

function describeRejection({ statement, error }: Rejection): Finding {
  const hint = error.hint === null ? '' : ` (${error.hint})`;
  const sql = statement.sql.replaceAll(/\s+/gu, ' ');
  return {
    rule: 'unreadable-model',
    severity: 'error',
    hazard: 'unreadable',
    message: `Postgres refuses this model: ${error.message}${hint}. Statement: ${sql.length > 160 ? `${sql.slice(0, 160)}…` : sql}`,
    file: statement.place?.file ?? null,
    line: statement.place?.line ?? null,
  };
}
