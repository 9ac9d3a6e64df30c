// Catalog to schema. Objects of extensions, of the system and of schemas that were
// only assumed are left out; what no kind covers is named.
import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { spellGeometry } from '../database/postgis-stub.ts';
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { withoutBookkeeping, type Bookkeeping } from './bookkeeping.ts';
import { composeQueries, KEYWORDS, PRESENT } from './catalog-query.ts';
import {
  readAliases,
  readDependencies,
  resolveNeeds,
  wholeOf,
  type Address,
  type Aliases,
  type Dependency,
  type Needs,
} from './dependencies.ts';
import { kindOf, kinds } from './index.ts';
import { readList, type Names } from './value-list.ts';

export interface IntrospectOptions {
  /** Tables in which migrators keep what they applied. */
  readonly exclude?: readonly Bookkeeping[];
}

interface CatalogRow {
  readonly kind: string;
  readonly schema: string | null;
  readonly table: string | null;
  /** Null only for what is attached to a parent and has its name. */
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, Json>>;
  /** An id, or the address of what has one. */
  readonly parent: string | null;
  readonly isAttached: boolean;
  readonly part: boolean;
  readonly address: Address;
}

/** An object as Postgres tells it: see value-list.ts. */
type Listed = readonly (string | null)[];

/** JSON comes as text: it may be megabytes, and is parsed in the thread that uses it. */
type CatalogAnswer = Readonly<Record<string, string | null>>;

interface Session {
  readonly path: string;
  readonly memory: string;
  readonly prepared: readonly string[];
  readonly present: readonly string[];
  readonly keywords: readonly string[];
  readonly [key: string]: unknown;
}

const SESSION = `select current_setting('search_path') as path, current_setting('work_mem') as memory,
  array(select name from pg_prepared_statements where name like 'plumbline%') as prepared,
  ${PRESENT} as present, ${KEYWORDS} as keywords`;

/** Everything the database holds. */
export async function introspect(db: Database, options: IntrospectOptions = {}): Promise<Schema> {
  const [session] = await db.query<Session>(SESSION);
  if (!session) throw new Error('the database gave no answer');
  // How Postgres qualifies names in what it prints depends on the path.
  const settings = configure(db, { path: 'public', memory: WORK_MEMORY });
  const catalog = new Catalog(session.keywords);
  const answers = ask(db, session);
  await settings;
  for (const answer of answers) catalog.take(await answer);
  await configure(db, session);
  return withoutBookkeeping(catalog.schema(), options.exclude ?? []);
}

/** All is asked at once: the database goes on while an answer is read. */
function ask(db: Database, { prepared, present }: Session): Promise<CatalogAnswer>[] {
  const answers = composeQueries(db.version, present).map(async (sql) => {
    // Planning takes as long as running: once is enough for a session.
    const name = `plumbline_${createHash('sha1').update(sql).digest('hex')}`;
    const ready = prepared.includes(name) ? undefined : db.exec(`prepare ${name} as ${sql}`);
    const [rows] = await Promise.all([db.query<CatalogAnswer>(`execute ${name}`), ready]);
    return rows[0] ?? {};
  });
  // One that fails is told when its turn comes.
  for (const answer of answers) answer.catch(() => undefined);
  return answers;
}

/** What was read so far. */
class Catalog {
  #aliases: Aliases = new Map();
  readonly #dependencies: Dependency[][] = [];
  #uncovered: readonly { readonly noun: string; readonly name: string }[] = [];
  readonly #rows = new Map<string, CatalogRow[]>();
  readonly #columns = new Map<string, string>();
  readonly #names: Names;

  constructor(keywords: readonly string[]) {
    const reserved = new Set(keywords);
    this.#names = {
      columns: (relation, numbers) =>
        numbers.map((number) => this.#columns.get(`${relation},${number}`) ?? ''),
      quoted: (name) =>
        /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : quoteIdentifier(name),
    };
  }

  take(answer: CatalogAnswer): void {
    for (const [name, text] of Object.entries(answer)) {
      if (text === null) continue;
      if (name === 'aliases') this.#aliases = readAliases(text);
      else if (name.startsWith('dependencies')) this.#dependencies.push(readDependencies(text));
      else if (name === 'uncovered') this.#uncovered = JSON.parse(text) as [];
      else if (name === 'columns') this.#learnColumns(JSON.parse(text) as Listed[]);
      else this.#takeObjects(name, JSON.parse(text) as Listed[]);
    }
  }

  #learnColumns(columns: readonly Listed[]): void {
    for (const [relation, number, name] of columns)
      this.#columns.set(`${String(relation)},${String(number)}`, name ?? '');
  }

  #takeObjects(kind: string, objects: readonly Listed[]): void {
    const { values } = kindOf(kind);
    const rows: CatalogRow[] = [];
    this.#rows.set(kind, rows);
    for (const listed of objects) {
      const [schema = null, table = null, name = null, parent = null, part] = listed;
      const [classid, objid, objsubid] = listed.slice(5, 8);
      if (objsubid !== '0') this.#columns.set(`${String(objid)},${String(objsubid)}`, name ?? '');
      rows.push({
        kind,
        schema,
        table,
        name,
        attributes: values
          ? readList(values, listed, this.#names)
          : (JSON.parse(listed[8] ?? '{}') as Readonly<Record<string, Json>>),
        ...parentOf(parent, { schema, table }),
        part: part === 'true',
        address: `${String(classid)},${String(objid)},${String(objsubid)}`,
      });
    }
  }

  schema(): Schema {
    const rows = Object.keys(kinds).flatMap((kind) => this.#rows.get(kind) ?? []);
    const read = readObjects(rows, this.#aliases);
    const ids = new Map(read.map(({ id, row }) => [row.address, id]));
    const needs = resolveNeeds(ids, this.#aliases, this.#dependencies.flat());
    const objects = new Map(read.map((one) => [one.id, objectOf(one, needs)]));
    return { objects, uncovered: groupNames(this.#uncovered) };
  }
}

/** An id, or an address where that is what the catalog tells. */
function parentOf(
  parent: string | null,
  { schema, table }: Pick<CatalogRow, 'schema' | 'table'>,
): Pick<CatalogRow, 'parent' | 'isAttached'> {
  if (parent === null) return { parent, isAttached: false };
  if (!parent.startsWith('[')) {
    return { parent: objectId(parent, schema ?? '', table ?? ''), isAttached: false };
  }
  const [first, ...parts] = JSON.parse(parent) as [string, ...string[]] | [number, ...number[]];
  return typeof first === 'string'
    ? { parent: objectId(first, ...(parts as string[])), isAttached: false }
    : { parent: [first, ...parts].join(), isAttached: true };
}

interface Read {
  readonly row: CatalogRow;
  readonly id: string;
  readonly parent: string | null;
}

/** Rows with their ids; those attached to an object by its address come after all that may be it. */
function readObjects(rows: readonly CatalogRow[], aliases: Aliases): Read[] {
  const byAddress = new Map<Address, Read>();
  const read: Read[] = [];
  const enter = (row: CatalogRow, parent: string | null): void => {
    const one = { row, id: idOf(row, parent), parent };
    byAddress.set(row.address, one);
    read.push(one);
  };
  // A column that is no object stands for what it is a column of.
  const find = (address: Address): Read | undefined => {
    const exact = byAddress.get(address);
    if (exact !== undefined || address.endsWith(',0')) return exact;
    const whole = wholeOf(address);
    return byAddress.get(whole) ?? byAddress.get(aliases.get(whole) ?? '');
  };
  for (const row of rows) if (!row.isAttached) enter(row, row.parent);
  for (const row of rows) {
    if (!row.isAttached) continue;
    const parent = find(row.parent ?? '');
    if (parent !== undefined) enter(placed(row, parent), parent.id);
  }
  return read;
}

/** What is attached and has no place of its own is where its parent is; a name of its own is a column's. */
function placed(row: CatalogRow, { row: parent }: Read): CatalogRow {
  const { schema, table, name } = row;
  if (schema !== null || table !== null) return row;
  return name === null
    ? { ...row, schema: parent.schema, table: parent.table, name: parent.name }
    : { ...row, schema: parent.schema, table: parent.table ?? parent.name };
}

/** Enough to sort tens of thousands of columns without a file. */
const WORK_MEMORY = '64MB';

async function configure(
  db: Database,
  { path, memory }: Pick<Session, 'path' | 'memory'>,
): Promise<void> {
  await db.query(`select set_config('search_path', $1, false), set_config('work_mem', $2, false)`, [
    path,
    memory,
  ]);
}

function idOf(row: CatalogRow, parent: string | null): string {
  const { kind, schema, table, name } = row;
  const own = kindOf(kind).identity?.({ ...row, name: name ?? '' }, parent);
  if (typeof own === 'string') return `${kind}:${own}`;
  return objectId(kind, ...(own ?? [schema, table, name].filter((part) => part !== null)));
}

function objectOf({ row, id, parent }: Read, needs: ReadonlyMap<string, Needs>): SchemaObject {
  return {
    id,
    kind: row.kind,
    schema: row.schema,
    table: row.table,
    name: row.name ?? '',
    parent,
    part: row.part,
    attributes: spelled(row),
    needs: withParent(needs, id, parent),
    fallsWith: needs.get(id)?.fallsWith ?? [],
  };
}

/** The stub of PostGIS prints its modifiers as a number. */
function spelled({ kind, attributes }: CatalogRow): Readonly<Record<string, Json>> {
  const { type } = attributes;
  return kind === 'column' && typeof type === 'string'
    ? { ...attributes, type: spellGeometry(type) }
    : attributes;
}

/** What belongs to a parent needs it, unless the parent needs it in turn (a column its sequence). */
function withParent(
  needs: ReadonlyMap<string, Needs>,
  id: string,
  parent: string | null,
): string[] {
  const others = (needs.get(id)?.needs ?? []).filter((need) => need !== parent);
  if (parent === null || needs.get(parent)?.needs.includes(id) === true) return others;
  return [...others, parent].sort();
}

function groupNames(
  found: readonly { readonly noun: string; readonly name: string }[],
): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const { noun, name } of found) (groups[noun] ??= []).push(name);
  for (const names of Object.values(groups)) names.sort();
  return groups;
}
