// Whether migrations are PostgreSQL's: by what they say themselves, and by what stands around them.
import { readIfReadable, type Revision } from '../../revision/revision.ts';
import { readFlywayConfig } from './flyway-config.ts';
import { upwards, type Folder } from './folder.ts';
import type { Format, Layout } from './format.ts';
import { isPostgresProvider, providerOf } from './prisma.ts';
import { foreignWords, hasForeignWord } from './foreign-words.ts';
import { leansOn } from './leaning.ts';
import { FUNCTION_BODY, sqlBodyOf, type Parsed } from './parsed.ts';
import { statementsOf } from './statements.ts';

/** What only PostgreSQL and its kin have. */
const OWN =
  /\b(?:bigserial|smallserial|serial|timestamptz|jsonb|bytea|tsvector|plpgsql|citext|inet|pg_catalog|pg_trgm|gen_random_uuid|uuid_generate_v4|concurrently|nextval)\b|\btimestamp\s+with(?:out)?\s+time\s+zone\b|\$\w*\$|::\s*"?[a-z]|\bcreate\s+(?:extension|type|domain|materialized\s+view|sequence|policy)\b|\bcomment\s+on\b|\busing\s+(?:gin|gist|brin|btree|hash)\b|\b(?:text|integer|int|bigint|uuid|varchar)\s*\[\]|\brow\s+level\s+security\b|\bnot\s+valid\b|\bas\s+identity\b/i;

/** Manifests, and what in them speaks for PostgreSQL and for others. */
const MANIFESTS: readonly string[] = [
  'package.json',
  'go.mod',
  'Cargo.toml',
  'pyproject.toml',
  'requirements.txt',
  'Gemfile',
  'mix.exs',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.yml',
  'compose.yaml',
  '.env.example',
  'sqlc.yaml',
  'sqlc.yml',
  'wrangler.toml',
  'wrangler.jsonc',
  'wrangler.json',
];
const FOR =
  /postgres|"pg"|"@types\/pg"|jackc\/pgx|lib\/pq|psycopg|asyncpg|"@?neon|supabase|timescale|pgvector/i;
const AGAINST =
  /mysql|mariadb|sqlite|better-sqlite3|cockroach|clickhouse|mssql|sqlserver|d1_databases|libsql|oracle|duckdb|scylla|cassandra/i;

/** Why a folder isn't taken for a history of migrations. */
export interface Doubt {
  readonly why: string;
  /** They are migrations for PostgreSQL, and yet can't be run from the beginning. */
  readonly incomplete?: boolean;
}

/** Why the migrations aren't taken for a history of PostgreSQL's from its beginning; null where they are. */
export async function whyNotHistory(
  format: Format,
  folder: Folder,
  layout: Layout,
): Promise<Doubt | null> {
  const provider = format.name === 'prisma' ? providerOf(folder) : null;
  if (format.name === 'prisma' && !isPostgresProvider(provider))
    return { why: `Prisma's provider is ${provider ?? 'not told'}` };
  const url = format.name === 'flyway' ? readFlywayConfig(folder, {}).url : null;
  if (url?.startsWith('jdbc:') === true && !/^jdbc:(?:\w+:)?postgresql:/.test(url))
    return { why: `Flyway's configuration says ${url.split(':').slice(0, 2).join(':')}` };
  const { refused, own, foreign, parsed } = await languageOf(layout);
  const isSure = provider !== null || format.name === 'supabase' || own;
  if (refused !== null)
    return { why: `${refused} is no SQL that PostgreSQL knows`, incomplete: isSure };
  if (foreign !== null) return { why: `${foreign} has words of another database` };
  const around = isSure ? 'postgres' : surroundings(folder);
  if (around === 'other') return { why: 'the project speaks of other databases' };
  if (around === null) return { why: 'nothing says that it is for PostgreSQL' };
  return whyNotWhole(layout, parsed);
}

/** Books that the tool itself makes count as there. */
function whyNotWhole({ bookkeeping }: Layout, parsed: readonly Parsed[]): Doubt | null {
  const missing = leansOn(parsed);
  if (missing === null || missing.name === bookkeeping.table) return null;
  const { name, place } = missing;
  const why =
    `line ${place.line} of ${baseOf(place.file)} needs ${name}, which no migration before it makes, so they ` +
    "don't begin with an empty database; name the folder in plumbline.yml (tool: sql) if they are to be run all the same";
  return { why, incomplete: true };
}

interface Language {
  /** The first statement that doesn't parse, as `file:line`. */
  readonly refused: string | null;
  readonly own: boolean;
  /** The first statement that another database would have, as `file:line`. */
  readonly foreign: string | null;
  readonly parsed: readonly Parsed[];
}

async function languageOf({ entries }: Layout): Promise<Language> {
  const parser = await import('libpg-query');
  await parser.loadModule();
  const parsed: Parsed[] = [];
  const isForeign = foreignWords();
  let own = false;
  for (const { up, fill } of entries) {
    for (const { sql, place, unknown } of await statementsOf(up, fill)) {
      const where = `${place.file}:${place.line}`;
      const code = withoutWords(sql);
      const plain = withoutNames(code);
      own ||= OWN.test(plain);
      // Neither is SQL that the parser could know: data of COPY, names that nobody gave yet.
      if (code.trim() === '' || unknown.length > 0 || /^copy\b[^;]*\bfrom\s+stdin\b/i.test(sql))
        continue;
      const tree = treeOf(parser, sql);
      if (tree === null ? hasForeignWord(plain) : isForeign(tree[1]))
        return { refused: null, own, foreign: where, parsed };
      if (tree === null) return { refused: where, own, foreign: null, parsed };
      const [type = '', node] = tree;
      parsed.push({ type, node, sql: code, place });
      const body = type === 'CreateFunctionStmt' ? sqlBodyOf(node ?? {}) : null;
      // One that doesn't parse is refused, or is meant for later, when it runs.
      const inner = body === null ? null : statementsIn(parser, body);
      if (inner !== null) parsed.push({ type: FUNCTION_BODY, node: inner, sql: '', place });
    }
  }
  return { refused: null, own, foreign: null, parsed };
}

/** Where every file is called the same, the folder tells which it is. */
const baseOf = (file: string): string =>
  /(?:[^/]+\/(?:up|migration)|[^/]+)\.sql$/.exec(file)?.[0] ?? file;

type Parser = Pick<typeof import('libpg-query'), 'parseSync'>;

/** Null where the parser refuses them. */
function statementsIn(parser: Parser, sql: string): readonly { readonly stmt?: object }[] | null {
  try {
    return parser.parseSync(sql).stmts ?? [];
  } catch {
    return null;
  }
}

/** Type and fields of a statement; null where the parser refuses it. */
function treeOf(parser: Parser, sql: string): readonly [type?: string, node?: object] | null {
  const statements = statementsIn(parser, sql);
  if (statements === null) return null;
  const [entry] = Object.entries(statements[0]?.stmt ?? {}) as [string, object][];
  return entry ?? [];
}

/** Without comments and literals; names in quotes stay names. */
function withoutWords(sql: string): string {
  return sql.replaceAll(/--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'/g, ' ');
}

const withoutNames = (code: string): string => code.replaceAll(/"[^"]*"/g, ' ');

/** What the manifests at and above the folder speak of, the nearest that speaks at all. */
function surroundings({ revision, directory }: Folder): 'postgres' | 'other' | null {
  for (const at of upwards(directory)) {
    const text = MANIFESTS.map((name) => textAt(revision, at, name)).join('\n');
    const [one, other] = [FOR.test(text), AGAINST.test(text)];
    if (other) return 'other';
    if (one) return 'postgres';
  }
  return null;
}

function textAt(revision: Revision, directory: string, name: string): string {
  const file = directory === '' ? name : `${directory}/${name}`;
  return revision.isFile(file) ? (readIfReadable(revision, file) ?? '') : '';
}
