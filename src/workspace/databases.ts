// The embedded databases of a run, started before anyone knows what for: the first second of a check
// belongs to them.
import { setMaxListeners } from 'node:events';
import { extensionsImpliedBy } from '../database/assumptions.ts';
import type { ClusterFiles } from '../database/cluster-files.ts';
import { openEmbedded, type EmbeddedDatabase, type RetiredDatabase } from '../database/embedded.ts';
import { extensionsIn } from '../database/extensions.ts';
import type { Revision } from '../revision/revision.ts';
import { quoteIdentifier } from '../schema/identity.ts';

/** What a database held at one moment. */
export type Snapshot = ClusterFiles;

export interface Databases {
  /** Extensions that every database of the run has at hand. */
  readonly extensions: readonly string[];
  /** An empty database of one's own. */
  take(): Promise<EmbeddedDatabase>;
  /** A database that begins where another one was. */
  copy(snapshot: Snapshot): Promise<EmbeddedDatabase>;
  /** Sees to it that databases taken from now on have these too; true where those before had not. */
  provide(extensions: readonly string[]): boolean;
  /** Closes all that are taken: what comes next is given their threads. */
  release(): Promise<void>;
  /** Ends all of them at once. */
  close(): void;
}

const maxScanned = 4 * 1024 * 1024;

/** Starts two databases, with the extensions that any SQL file of the revision speaks of. */
export function startDatabases(revision: Revision, timeLeft: () => number): Databases {
  let extensions = extensionsOf(revision);
  const ending = new AbortController();
  // A database each; a workspace may have many projects.
  setMaxListeners(0, ending.signal);
  const open = async (from?: Snapshot): Promise<EmbeddedDatabase> => {
    const limit = timeLeft();
    const { signal } = ending;
    const options = { extensions, deadlineMs: limit, totalDeadlineMs: limit, signal };
    return openEmbedded(from === undefined ? options : { ...options, from });
  };
  const pool = new Pool(open, timeLeft);
  const first = open();
  // One after the other: each needs most memory while it starts, and the first is wanted first.
  const second = first.then(() => open());
  const ready = [first, second];
  // Whoever takes one hears of a failure; until then nobody is there to hear.
  for (const database of ready) database.catch(() => undefined);
  return {
    get extensions() {
      return extensions;
    },
    take: async () => pool.lend((await ready.shift()) ?? (await pool.open())),
    copy: async (snapshot) => pool.lend(await pool.open(snapshot)),
    provide: (names) => {
      const more = names.filter((name) => !extensions.includes(name));
      if (more.length === 0) return false;
      extensions = [...extensions, ...more].sort();
      for (const database of ready.splice(0)) void database.then(closeIt, () => undefined);
      pool.outdate();
      return true;
    },
    release: () => pool.release(),
    close: () => {
      ending.abort();
    },
  };
}

/** Databases that are used, and the threads of those that were. */
class Pool {
  readonly #start: (from?: Snapshot) => Promise<EmbeddedDatabase>;
  readonly #timeLeft: () => number;
  readonly #lent = new Set<EmbeddedDatabase>();
  #idle: RetiredDatabase[] = [];
  #outdated = new WeakSet<EmbeddedDatabase>();

  constructor(start: (from?: Snapshot) => Promise<EmbeddedDatabase>, timeLeft: () => number) {
    this.#start = start;
    this.#timeLeft = timeLeft;
  }

  /** In the thread of one that was closed, where there is one. */
  async open(from?: Snapshot): Promise<EmbeddedDatabase> {
    const idle = this.#idle.pop();
    if (idle === undefined) return this.#start(from);
    const options = { deadlineMs: this.#timeLeft() };
    try {
      return await idle.restart(from === undefined ? options : { ...options, from });
    } catch {
      // A statement that never ended took the thread with it.
      return this.#start(from);
    }
  }

  /** The same database, whose thread another one may have once it is closed. */
  lend(database: EmbeddedDatabase): EmbeddedDatabase {
    const lent: EmbeddedDatabase = { ...database, close: () => this.#takeBack(database) };
    this.#lent.add(database);
    return lent;
  }

  async release(): Promise<void> {
    await Promise.all([...this.#lent].map((one) => this.#takeBack(one)));
  }

  /** None of the threads that are there has what is needed from now on. */
  outdate(): void {
    for (const idle of this.#idle.splice(0)) idle.end();
    for (const database of this.#lent) this.#outdated.add(database);
  }

  async #takeBack(database: EmbeddedDatabase): Promise<void> {
    if (!this.#lent.delete(database)) return;
    if (this.#outdated.has(database)) await database.close();
    else this.#idle.push(database.retire());
  }
}

const closeIt = (database: EmbeddedDatabase): Promise<void> => database.close();

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
      return [...extensionsIn(text), ...extensionsImpliedBy(text)];
    });
  return [...new Set(names)].sort();
}

function textOf(revision: Revision, path: string): string {
  try {
    const text = revision.read(path);
    return text.length > maxScanned ? '' : text;
  } catch {
    return '';
  }
}
