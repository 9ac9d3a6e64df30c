// The embedded databases of a run, started before anyone knows what for: the first second of a check
// belongs to them.
import { setMaxListeners } from 'node:events';
import type { Database } from './database/database.ts';
import { openEmbedded } from './database/embedded.ts';
import { extensionsIn } from './database/extensions.ts';
import { quoteIdentifier } from './schema/identity.ts';
import type { Revision } from './revision/revision.ts';

export interface Databases {
  /** Extensions that every database of the run has at hand. */
  readonly extensions: readonly string[];
  /** An empty database of one's own. */
  take(): Promise<Database>;
  /** Ends all of them at once. */
  close(): void;
}

const started = 2;
const maxScanned = 4 * 1024 * 1024;

/** Starts two databases, with the extensions that any SQL file of the revision speaks of. */
export function startDatabases(revision: Revision, timeLeft: () => number): Databases {
  const extensions = extensionsOf(revision);
  const ending = new AbortController();
  // A database each; a workspace may have many projects.
  setMaxListeners(0, ending.signal);
  const open = (): Promise<Database> => {
    const limit = timeLeft();
    const { signal } = ending;
    const database = openEmbedded({
      extensions,
      deadlineMs: limit,
      totalDeadlineMs: limit,
      signal,
    });
    // Whoever takes it hears of a failure; until then nobody is there to hear.
    database.catch(() => undefined);
    return database;
  };
  const ready = Array.from({ length: started }, open);
  return {
    extensions,
    take: () => ready.shift() ?? open(),
    close: () => {
      ending.abort();
    },
  };
}

/** Statements that create the extensions, as a migration would. */
export function createExtensions(extensions: readonly string[]): string[] {
  return extensions.map(
    (name) => `create extension if not exists ${quoteIdentifier(name)} cascade`,
  );
}

function extensionsOf(revision: Revision): string[] {
  const names = revision
    .list()
    .filter((path) => path.endsWith('.sql'))
    .flatMap((path) => {
      const text = textOf(revision, path);
      return [...extensionsIn(text), ...impliedBy(text)];
    });
  return [...new Set(names)].sort();
}

/** Words that only an extension gives a meaning to, in migrations that count on it being there. */
const implied: readonly (readonly [string, RegExp])[] = [
  ['vector', /\b(?:vector|halfvec|sparsevec)\s*\(|\bvector_\w+_ops\b/iu],
  ['pg_trgm', /\bg(?:in|ist)_trgm_ops\b/iu],
  ['citext', /\bcitext\b/iu],
  ['hstore', /\bhstore\b/iu],
  ['ltree', /\bltree\b/iu],
  ['uuid-ossp', /\buuid_generate_v[1-5]\w*\s*\(/iu],
  ['pgcrypto', /\b(?:gen_salt|crypt|digest|hmac|gen_random_bytes|pgp_sym_\w+)\s*\(/iu],
  ['postgis', /\b(?:geometry|geography)\s*\(/iu],
];

const impliedBy = (text: string): string[] =>
  implied.filter(([, word]) => word.test(text)).map(([name]) => name);

function textOf(revision: Revision, path: string): string {
  try {
    const text = revision.read(path);
    return text.length > maxScanned ? '' : text;
  } catch {
    return '';
  }
}
