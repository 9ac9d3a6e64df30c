// Which relations a statement read from beginning to end: told by the server's own words and counters.
import type { Database } from '../database/database.ts';
import { bareName, plain } from './relations.ts';
import type { Said } from './messages.ts';
import type { Parsed } from './parsed.ts';
import type { Counters, RelationState, Sight } from './relations.ts';
import { isAtLeast, type Scan } from './trace.ts';

/** What is known of a statement that passed. */
export interface ScanFacts {
  readonly said: Said;
  readonly counts: ReadonlyMap<number, Counters>;
  readonly parsed: Parsed;
  readonly sight: Sight;
  /** Relations that it read and has let go of: what it did there was taken back. */
  readonly released: readonly RelationState[];
  /** Tables that were written anew, which reads them too. */
  readonly skip: ReadonlySet<number>;
}

const DATA = /^(?:Select|Insert|Update|Delete|Merge|Do|Call|CreateTableAs)/;

/** The relations it read whole, and why. */
export async function scansOf(db: Database, facts: ScanFacts): Promise<Scan[]> {
  const { said, counts, parsed, sight, released, skip } = facts;
  const built = new Set(said.built.map(({ table }) => table));
  const isData = DATA.test(parsed.type);
  const validated = await validatedTables(db, said, sight);
  return [...sight.relations, ...released].flatMap((state): Scan[] => {
    const bare = bareName(state.name);
    if (skip.has(state.oid) || state.kind === 'index') return [];
    const relation = plain(state);
    if (said.verified.includes(bare)) return [{ relation, why: 'verify' }];
    if (validated.has(state.oid)) return [{ relation, why: 'validate foreign key' }];
    // The query that checks a foreign key reads what it refers to, row by row in a large table.
    if (validated.size > 0 && !isData) return [];
    const read = (counts.get(state.oid)?.scans ?? 0) > 0;
    return read && !built.has(bare) ? [{ relation, why: isData ? 'read' : 'verify' }] : [];
  });
}

/** Tables whose rows were held against a foreign key; of a partitioned one these are its partitions. */
async function validatedTables(
  db: Database,
  { validated }: Said,
  { locks }: Sight,
): Promise<ReadonlySet<number>> {
  if (validated.length === 0) return new Set();
  const rows = await db.query<{ oid: number }>(
    `select r.conrelid::int8 as oid from pg_constraint r join pg_class c on c.oid = r.conrelid
      where r.contype = 'f' and c.relkind = 'r'
        and r.conname = any(array(select json_array_elements_text($1::json)))`,
    [JSON.stringify(validated)],
  );
  // Another table's may have the same name; neither adding nor validating one takes a weaker lock.
  const held = rows.filter(({ oid }) => {
    const mode = locks.get(oid);
    return mode !== undefined && isAtLeast(mode, 'SHARE UPDATE EXCLUSIVE');
  });
  return new Set(held.map(({ oid }) => oid));
}
