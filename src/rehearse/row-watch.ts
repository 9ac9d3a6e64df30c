// The rows of tables from one statement to the next: what they held, and what became of it.
import type { Database } from '../database/database.ts';
import { readContents, readRestored, type Contents } from './contents.ts';
import { NO_COUNTS, type Counters } from './relations.ts';
import type { Relation, RowEffect } from './trace.ts';
import { compareContents, type Loss, type Order } from './values.ts';

/** A statement that has run, and the tables whose rows it may have changed. */
export interface Touched {
  readonly tables: readonly number[];
  readonly counts: ReadonlyMap<number, Counters>;
  readonly find: (oid: number) => Relation | undefined;
  /** Whether a transaction is open. */
  readonly inside: boolean;
}

/** Whatever a migration has set of how values are written, or of who sees which rows. */
const READING = `set local timezone = 'America/Los_Angeles'; set local datestyle = 'ISO, MDY';
  set local intervalstyle = postgres; set local bytea_output = hex; set local extra_float_digits = 1;
  set local row_security = off`;

/** Remembers what tables held when they were last looked at. */
export class RowWatch {
  readonly #db: Database;
  readonly #contents = new Map<number, Contents>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads those tables that are not known. */
  async read(tables: readonly number[], inside: boolean): Promise<void> {
    const unread = tables.filter((oid) => !this.#contents.has(oid));
    if (unread.length === 0) return;
    const contents = await this.#unnoticed(() => readContents(this.#db, unread), inside);
    for (const [oid, rows] of contents) this.#contents.set(oid, rows);
  }

  /** Compares the tables with what they held. */
  async effects({ tables, counts, find, inside }: Touched): Promise<RowEffect[]> {
    if (tables.length === 0) return [];
    const was = tables.flatMap((oid) => this.#contents.get(oid) ?? []);
    const [now, restored] = await this.#unnoticed(async () => {
      const found = await readContents(this.#db, tables);
      return [found, await readRestored(this.#db, was, found)] as const;
    }, inside);
    return tables.flatMap((oid) => {
      const held = this.#contents.get(oid);
      const relation = find(oid);
      const contents = now.get(oid);
      if (contents === undefined) this.#contents.delete(oid);
      else this.#contents.set(oid, contents);
      if (held === undefined || relation === undefined) return [];
      // What a query filled can be filled again.
      if (relation.kind === 'materialized view') return [];
      const after = contents && { contents, restored: restored.get(oid) ?? null };
      const { inserted, updated, deleted } = counts.get(oid) ?? NO_COUNTS;
      const loss = compareContents(held, after ?? null, orderAfter({ inserted, updated, deleted }));
      const effect = { inserted, updated, deleted, ...loss };
      return isNothing(effect) ? [] : [{ relation, before: held.count, ...effect }];
    });
  }

  /** After rows were taken away on purpose, or may have come back. */
  forget(): void {
    this.#contents.clear();
  }

  /** Without keeping a lock: those of a savepoint that is rolled back are let go. */
  async #unnoticed<T>(work: () => Promise<T>, inside: boolean): Promise<T> {
    const name = 'plumbline_look';
    await this.#db.exec(`${inside ? `savepoint ${name}` : 'begin'}; ${READING}`);
    const result = await work();
    const back = `rollback to savepoint ${name}; release savepoint ${name}`;
    await this.#db.exec(inside ? back : 'rollback');
    return result;
  }
}

/** An update moves rows to the end of the file; where some come and go, nobody knows which is which. */
function orderAfter(counts: Omit<Counters, 'scans'>): Order {
  const { inserted, updated, deleted } = counts;
  if (updated + deleted === 0) return 'kept';
  return inserted + deleted === 0 ? 'mixed' : 'lost';
}

const isNothing = (effect: Loss & Pick<RowEffect, 'inserted' | 'updated' | 'deleted'>): boolean =>
  effect.lost + effect.inserted + effect.updated + effect.deleted === 0 &&
  effect.lostColumns.length + effect.changed.length === 0;
