// What a statement dropped, with what went along: told by an event trigger of our own, under a word that
// nobody else can know.
import { randomUUID } from 'node:crypto';
import type { Database, Row, ServerMessage } from '../database/database.ts';
import type { Drop, Relation } from './trace.ts';

/** Schema of the trigger's function, in disposable databases only. */
const SCHEMA = 'plumbline_rehearsal';

/** Reads drops out of what the server says of a statement: those that were not taken back. */
export type ReadDrops = (messages: readonly ServerMessage[]) => Promise<Drop[]>;

/**
 * Makes the event trigger in a disposable database, and returns how to read what it says.
 * https://www.postgresql.org/docs/current/functions-event-triggers.html
 */
export async function watchDrops(db: Database): Promise<ReadDrops> {
  const word = randomUUID();
  await db.exec(`
    create schema ${SCHEMA};
    create table ${SCHEMA}.dropped (n int generated always as identity, kind text, identity text, cascade boolean);
    create function ${SCHEMA}.told() returns event_trigger language plpgsql security definer as $told$
      declare told integer;
      begin
        for told in insert into ${SCHEMA}.dropped (kind, identity, cascade)
          select object_type, object_identity, not original from pg_event_trigger_dropped_objects()
            where not is_temporary
          returning n
        loop
          raise debug '${word}%', told;
        end loop;
      end $told$;
    create event trigger plumbline_drops on sql_drop execute function ${SCHEMA}.told();`);
  return async (messages) => {
    const told = messages.filter(({ text }) => text.startsWith(word));
    if (told.length === 0) return [];
    const numbers = told.map(({ text }) => Number(text.slice(word.length)));
    // What a block of its own took back took its row along.
    const rows = await db.query<Drop & Row>(
      `select kind, identity, cascade from ${SCHEMA}.dropped where n in (${numbers.join(', ')}) order by n`,
    );
    return rows.map(({ kind, identity, cascade }) => ({ kind, identity, cascade }));
  };
}

/**
 * Leaves out what is only a part of something else that was dropped: row types, constraints, indexes and
 * triggers of a dropped table, and what foreign keys keep for themselves.
 */
export function withoutParts(
  drops: readonly Drop[],
  tableOfIndex: (index: string) => string | null,
): Drop[] {
  const gone = new Set(drops.filter(({ kind }) => isOwner(kind)).map(({ identity }) => identity));
  const isPart = ({ kind, identity }: Drop): boolean => {
    if (kind === 'type' || kind === 'toast table') {
      return gone.has(identity.replace(/\[\]$/, '')) || identity.endsWith('[]');
    }
    if (kind === 'index') return gone.has(tableOfIndex(identity) ?? '');
    if (kind === 'trigger' && identity.startsWith('"RI_ConstraintTrigger')) return true;
    return gone.has(identity.slice(identity.lastIndexOf(' on ') + 4));
  };
  return drops.filter((drop) => !drop.cascade || !isPart(drop));
}

/** Indexes that were there and are there no longer under any number. */
export function indexesGone<T extends Pick<Relation, 'kind' | 'name'>>(
  before: readonly T[],
  now: readonly Pick<Relation, 'name'>[],
): T[] {
  const there = new Set(now.map(({ name }) => name));
  return before.filter(({ kind, name }) => kind === 'index' && !there.has(name));
}

const isOwner = (kind: string): boolean => /(?:table|view)$/.test(kind);

/** Of what belongs to the rehearsal itself. */
export function isOfRehearsal(name: string): boolean {
  return name.startsWith(`${SCHEMA}.`);
}
