// Weak locks that only newer versions of PostgreSQL take, and that keep nobody waiting in any.
import type { Said } from './messages.ts';
import type { Parsed } from './parsed.ts';
import type { RelationState } from './relations.ts';
import type { LockMode } from './trace.ts';

/** The locks that every version takes. */
export function withoutNewer(
  locks: ReadonlyMap<number, LockMode>,
  relations: readonly RelationState[],
  { type, said }: { readonly type: Parsed['type']; readonly said: Said },
): Map<number, LockMode> {
  const states = new Map(relations.map((one) => [one.oid, one] as const));
  const isNewer = (oid: number, mode: LockMode): boolean => {
    const { kind, file, tableOid } = states.get(oid) ?? NONE;
    const table = tableOid === null ? undefined : locks.get(tableOid);
    // From 16 on planners open the indexes of partitioned tables, which have nothing in them.
    if (kind === 'index' && file === 0) return mode === 'ROW EXCLUSIVE' || mode === 'ACCESS SHARE';
    if (mode !== 'ACCESS SHARE') return false;
    // From 18 on a GRANT opens its tables, a column of a row type that, a foreign key the index it refers to.
    if (type === 'GrantStmt' || kind === 'composite type') return true;
    return kind === 'index' && said.validated.length === 0 && table === 'SHARE ROW EXCLUSIVE';
  };
  return new Map([...locks].filter(([oid, mode]) => !isNewer(oid, mode)));
}

const NONE = { kind: null, file: null, tableOid: null };
