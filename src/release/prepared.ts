// The reads and inserts of a model, prepared by Postgres itself: what it refuses to plan can't run.
import type { Database, DatabaseError } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { ModelQueries, QueriedColumn } from '../tools/tool.ts';
import { columnIn, nameOf, placeOf, type Breakage, type Cause, type TableInUse } from './code.ts';

const PREPARED = 'plumbline_release';

/** Why Postgres refuses to prepare a statement; null where it doesn't. For a transaction. */
async function refusal(db: Database, sql: string): Promise<DatabaseError | null> {
  const result = await db.run([
    `savepoint ${PREPARED}`,
    `prepare ${PREPARED} as ${sql}`,
    `deallocate ${PREPARED}`,
    `release savepoint ${PREPARED}`,
  ]);
  if (result.ok) return null;
  await db.exec(`rollback to savepoint ${PREPARED}; release savepoint ${PREPARED}`);
  return result.error;
}

const tableOf = ({ schema, name }: ModelQueries): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

/** An alias keeps a column that is gone from being taken for the row. */
function selectOf(model: ModelQueries, columns: readonly string[]): string {
  const list = columns.map(quoteIdentifier).join(', ');
  return `select ${list} from ${tableOf(model)} as ${PREPARED}`;
}

/** With a value for each column that is no default's, or for the required ones only. */
function insertOf(model: ModelQueries, isSent: (column: QueriedColumn) => boolean): string {
  const columns = model.columns.filter(({ insert }) => insert !== 'never');
  if (columns.length === 0) return `insert into ${tableOf(model)} default values`;
  let parameter = 0;
  const values = columns.map((column) =>
    isSent(column) ? `$${String((parameter += 1))}` : 'default',
  );
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  return `insert into ${tableOf(model)} (${names}) values (${values.join(', ')})`;
}

/** What Postgres refuses of a model's queries, in a transaction of the database that holds the target. */
export async function refusedQueries(db: Database, used: TableInUse): Promise<Breakage[]> {
  const { model } = used;
  const names = model.columns.map(({ name }) => name);
  const read = await refusal(db, selectOf(model, names));
  if (read?.code === '42703') return missingColumns(db, used);
  if (read !== null) return [missingTable(used, read)];
  return model.inserted ? refusedInsert(db, used) : [];
}

const TABLE_GONE: readonly string[] = [
  'DropStmt',
  'RenameStmt',
  'AlterObjectSchemaStmt',
  'ViewStmt',
];

function missingTable({ model, code }: TableInUse, error: DatabaseError): Breakage {
  const gone = error.code === '42P01' || error.code === '3F000';
  return {
    rule: 'used-table-gone',
    certain: true,
    object: model.object,
    what: `reads ${nameOf(model)}${gone ? ', which is not there under that name' : ''}`,
    observed: told(error),
    cause: { words: [model.name], verbs: TABLE_GONE },
    place: placeOf(code, model),
  };
}

async function missingColumns(db: Database, used: TableInUse): Promise<Breakage[]> {
  const { model, code, home } = used;
  const broken: Breakage[] = [];
  for (const { name, insert } of model.columns) {
    const error = await refusal(db, selectOf(model, [name]));
    // Where it was missing before, nobody's statement took it.
    if (error === null || columnIn(home, model, name) === null) continue;
    const does = model.inserted && insert !== 'never' ? 'reads and writes' : 'reads';
    broken.push({
      rule: 'used-column-gone',
      certain: true,
      object: `column of ${model.object}: ${name}`,
      what: `${does} ${nameOf(model)}.${name}, which is not there under that name`,
      observed: told(error),
      cause: {
        words: [name, model.name],
        verbs: ['AT_DropColumn', 'RenameStmt', 'DropStmt', 'ViewStmt'],
      },
      place: placeOf(code, model, name),
    });
  }
  return broken;
}

async function refusedInsert(db: Database, used: TableInUse): Promise<Breakage[]> {
  const required = await refusal(
    db,
    insertOf(used.model, ({ insert }) => insert === 'value'),
  );
  if (required !== null) return [refusedValues(used, required, 'value')];
  const full = await refusal(
    db,
    insertOf(used.model, ({ insert }) => insert === 'value' || insert === 'any'),
  );
  return full === null ? [] : [refusedValues(used, full, 'any')];
}

/** Most often a column that the database now fills by itself, and nobody else may. */
function refusedValues(
  { model, code, home, target }: TableInUse,
  error: DatabaseError,
  sent: QueriedColumn['insert'],
): Breakage {
  const filled = model.columns.find(({ name, insert }) => {
    const [before, after] = [columnIn(home, model, name), columnIn(target, model, name)];
    const ownFor = (attribute: string): boolean =>
      !has(before?.attributes[attribute]) && has(after?.attributes[attribute]);
    return insert === sent && (ownFor('generated') || ownFor('identity'));
  });
  const verbs = ['AT_AddIdentity', 'AT_SetIdentity', 'AT_AddColumn', 'AT_DropColumn', 'ViewStmt'];
  const cause: Cause = { words: [...(filled ? [filled.name] : []), model.name], verbs };
  const column = filled === undefined ? '' : `: it sends ${filled.name} itself`;
  return {
    rule: 'insert-refused',
    certain: sent === 'value',
    object: `inserts of ${model.object}`,
    what: `inserts into ${nameOf(model)} in a way that is refused${column}`,
    observed: told(error),
    cause,
    place: placeOf(code, model, filled?.name),
  };
}

const has = (value: unknown): boolean => value !== null && value !== undefined;

const told = ({ code, message, detail }: DatabaseError): string =>
  `${code} ${message}${detail === null ? '' : ` (${detail})`}`;
