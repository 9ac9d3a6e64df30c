// Whether a history begins with nothing: what it leans on and never makes was there before it, so it
// can't be run on an empty database. Names only, by what the parser sees; schemas of hosted services count
// as there.
import type { Place } from '../../schema/objects.ts';
import {
  FUNCTION_BODY,
  nodesIn,
  wordsOf,
  type Fields,
  type Parsed,
  type Relation,
} from './parsed.ts';

/** Statements on a relation that must be there, save for an `IF EXISTS`. */
const ON_RELATION = [
  'AlterTableStmt',
  'RenameStmt',
  'IndexStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'CreateTrigStmt',
];

/** There on their own, or brought along by a hosted service. */
const GIVEN =
  /^(?:pg_.*|information_schema|public|auth|storage|realtime|extensions|vault|cron|net|graphql|graphql_public|supabase_.*|pgsodium|partman|topology|tiger)$/;

/** Tables and views that extensions make in the schema they are put in. */
const OF_EXTENSIONS =
  /^(?:spatial_ref_sys|geometry_columns|geography_columns|raster_(?:columns|overviews)|hypopg.*)$/;

const MADE =
  /\bcreate\s+(?:(?:or\s+replace|unlogged|temp|temporary|global|local|foreign|materialized|recursive)\s+)*(?:table|view|sequence)\s+(?:if\s+not\s+exists\s+)?("[^"]+"|[\w$]+)(?:\s*\.\s*("[^"]+"|[\w$]+))?/gi;
const SCHEMA_MADE =
  /\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?(?:authorization\s+)?("[^"]+"|[\w$]+)/gi;
const RENAMED = /\brename\s+to\s+("[^"]+"|[\w$]+)|\binto\s+(?:temp\s+|table\s+)*("[^"]+"|[\w$]+)/gi;

/** Names made by computed SQL can't be told. */
const COMPUTED = /\bexecute\b[^]*\bcreate\b|\bcreate\s+(?:table|schema)\b[^]*%[IsL]/i;

const bare = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase();

/** What statements have made so far. */
interface Made {
  readonly relations: Set<string>;
  readonly schemas: Set<string>;
}

interface Missing {
  readonly name: string;
  readonly place: Place;
}

/** What is used before anything makes it, and where; null where all is made, or none can tell. */
export function leansOn(statements: readonly Parsed[]): Missing | null {
  const made: Made = { relations: new Set(), schemas: new Set() };
  for (const statement of statements) {
    const { sql, place } = statement;
    if (COMPUTED.test(sql) || /^\s*(?:copy|import)\b/i.test(sql)) return null;
    for (const [, name = ''] of sql.matchAll(SCHEMA_MADE)) made.schemas.add(bare(name));
    const own = needOf(statement, made);
    if (own !== null) return { name: own, place };
    for (const [, first = '', second] of sql.matchAll(MADE))
      made.relations.add(bare(second ?? first));
    for (const [, first, second = ''] of sql.matchAll(RENAMED)) {
      made.relations.add(bare(first ?? second));
    }
    // After what the statement itself makes: a table may refer to itself.
    const name = referredIn(statement).find((relation) => isMissing(relation, made))?.relname;
    if (name !== undefined) return { name, place };
  }
  return calledIn(statements, made) ?? readInFunctions(statements, made);
}

/** Extensions that bring no schema along but those that count as there. */
const KNOWN =
  /^(?:pg_cron|vector|pgcrypto|uuid-ossp|citext|pg_trgm|btree_gin|btree_gist|hstore|ltree|unaccent|pg_stat_statements|plpgsql)$/;

/** A function that is called in a schema that nothing makes. */
function calledIn(statements: readonly Parsed[], { schemas }: Made): Missing | null {
  const extensions = statements.filter(({ type }) => type === 'CreateExtensionStmt');
  if (!extensions.every(({ node }) => KNOWN.test(((node ?? {}) as Fields).extname ?? '')))
    return null;
  for (const { type, node, place } of statements) {
    if (type !== 'SelectStmt' && type !== 'CallStmt') continue;
    for (const [, { funcname }] of nodesIn(node)) {
      const [schema = '', ...rest] = wordsOf(funcname);
      if (rest.length > 0 && !GIVEN.test(schema) && !schemas.has(schema))
        return { name: `schema ${schema}`, place };
    }
  }
  return null;
}

/** What functions in SQL read and nothing makes: Postgres looks at it when they are made. */
function readInFunctions(statements: readonly Parsed[], made: Made): Missing | null {
  if (statements.some(({ sql }) => /\bcheck_function_bodies\b/i.test(sql))) return null;
  for (const { type, node, place } of statements) {
    const nodes = type === FUNCTION_BODY ? [...nodesIn(node)] : [];
    const own = new Set(nodes.map(([, { ctename }]) => ctename));
    const name = nodes
      .flatMap(([field, inner]) => (field === 'RangeVar' ? [inner as Relation] : []))
      .filter(({ schemaname = 'public' }) => schemaname === 'public')
      .filter(({ relname }) => !own.has(relname) && !OF_EXTENSIONS.test(relname ?? ''))
      .find((relation) => isMissing(relation, made))?.relname;
    if (name !== undefined) return { name, place };
  }
  return null;
}

/** What a statement needs and nothing made. */
function needOf({ type, node }: Parsed, made: Made): string | null {
  const fields = (node ?? {}) as Fields;
  const { schemaname = 'public' } = fields.relation ?? {};
  if (type === 'CreateStmt' && !GIVEN.test(schemaname) && !made.schemas.has(schemaname))
    return `schema ${schemaname}`;
  if (type === 'CreatePolicyStmt') return missingOf(fields.table, made);
  if (!ON_RELATION.includes(type) || fields.missing_ok === true || !isTable(fields)) return null;
  return missingOf(fields.relation, made);
}

const missingOf = (relation: Relation | undefined, made: Made): string | null =>
  relation !== undefined && isMissing(relation, made) ? (relation.relname ?? null) : null;

function isMissing({ schemaname = 'public', relname }: Relation, { relations }: Made): boolean {
  if (relname === undefined || relations.has(relname) || relname.startsWith('pg_')) return false;
  return schemaname === 'public' || !GIVEN.test(schemaname);
}

/** The tables that foreign keys of a statement refer to. */
const referredIn = ({ node }: Parsed): Relation[] =>
  [...nodesIn(node)].flatMap(([field, inner]) => (field === 'pktable' ? [inner as Relation] : []));

/** Types and domains are renamed and altered by the same statements. */
function isTable({ objtype = 'OBJECT_TABLE', renameType = 'OBJECT_TABLE' }: Fields): boolean {
  return objtype === 'OBJECT_TABLE' && /_(?:TABLE|COLUMN)$/.test(renameType);
}
