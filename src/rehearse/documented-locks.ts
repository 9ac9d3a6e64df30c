// Locks of statements that can't be watched, as they refuse to run in a transaction: what the manual says.
// https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
import type { Parsed } from './parsed.ts';
import type { LockMode } from './trace.ts';

/** The mode on the table that such a statement names, and on the indexes it names or belongs to. */
export function documentedMode({ type, node }: Parsed): LockMode | null {
  switch (type) {
    // VACUUM FULL rewrites; the plain one, ANALYZE and everything CONCURRENTLY share.
    case 'VacuumStmt':
      return hasOption(node['options'], 'full') ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE';
    case 'ClusterStmt':
      return 'ACCESS EXCLUSIVE';
    case 'ReindexStmt':
      return hasOption(node['params'], 'concurrently') ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
    case 'IndexStmt':
    case 'DropStmt':
    case 'AlterTableStmt':
      return 'SHARE UPDATE EXCLUSIVE';
    default:
      return null;
  }
}

const hasOption = (options: unknown, name: string): boolean =>
  JSON.stringify(options ?? []).includes(`"defname":"${name}"`);
