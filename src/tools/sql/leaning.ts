// Whether a history begins with nothing: what it leans on and never makes was there before it, so it
// can't be run on an empty database. Names only, by what the parser sees; schemas of hosted services count
// as there.
import type { Place } from '../../schema/objects.ts';

/** A statement that parses, as libpg-query gives it: type and fields. */
export interface Parsed {
  readonly type: string;
  readonly node: unknown;
  readonly sql: string;
  readonly place: Place;
}

interface Relation {
  readonly schemaname?: string;
  readonly relname?: string;
}

interface Fields {
  readonly relation?: Relation;
  readonly missing_ok?: boolean;
  readonly objtype?: string;
  readonly renameType?: string;
}

/** Statements on a relation that must be there, save for an `IF EXISTS`. */
const ON_RELATION = [
  'AlterTableStmt',
  'RenameStmt',
  'IndexStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
];

/** There on their own, or brought along by a hosted service. */
const GIVEN =
  /^(?:pg_.*|information_schema|public|auth|storage|realtime|extensions|vault|cron|net|graphql|graphql_public|supabase_.*|pgsodium|partman|topology|tiger)$/;

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

/** What is used before anything makes it, and where; null where all is made, or none can tell. */
export function leansOn(
  statements: readonly Parsed[],
): { readonly name: string; readonly place: Place } | null {
  const made: Made = { relations: new Set(), schemas: new Set() };
  for (const statement of statements) {
    const { sql, place } = statement;
    if (COMPUTED.test(sql) || /^\s*(?:copy|import)\b/i.test(sql)) return null;
    for (const [, name = ''] of sql.matchAll(SCHEMA_MADE)) made.schemas.add(bare(name));
    const name = needOf(statement, made);
    if (name !== null) return { name, place };
    for (const [, first = '', second] of sql.matchAll(MADE))
      made.relations.add(bare(second ?? first));
    for (const [, first, second = ''] of sql.matchAll(RENAMED)) {
      made.relations.add(bare(first ?? second));
    }
  }
  return null;
}

/** What a statement needs and nothing made. */
function needOf({ type, node }: Parsed, { relations, schemas }: Made): string | null {
  const fields = (node ?? {}) as Fields;
  const { schemaname = 'public', relname } = fields.relation ?? {};
  const isGiven = GIVEN.test(schemaname);
  if (type === 'CreateStmt' && !isGiven && !schemas.has(schemaname)) return `schema ${schemaname}`;
  if (!ON_RELATION.includes(type) || fields.missing_ok === true || !isTable(fields)) return null;
  if (relname === undefined || relations.has(relname) || relname.startsWith('pg_')) return null;
  return isGiven && schemaname !== 'public' ? null : relname;
}

/** Types and domains are renamed and altered by the same statements. */
function isTable({ objtype = 'OBJECT_TABLE', renameType = 'OBJECT_TABLE' }: Fields): boolean {
  return objtype === 'OBJECT_TABLE' && /_(?:TABLE|COLUMN)$/.test(renameType);
}
