// Locks of statements that can't be watched, as they refuse to run in a transaction: what the manual says.
// https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
import type { ParseNode, Parsed } from './parsed.ts';
import type { Build, LockMode, Relation } from './trace.ts';

/** Where such a statement went: what it names, as it was before, and what became otherwise. */
export interface Traces {
  readonly named: readonly Relation[];
  readonly rewrites: readonly Relation[];
  readonly builds: readonly Build[];
  /** Indexes that are gone, with their tables. */
  readonly gone: readonly Relation[];
}

type Modes = readonly (readonly [relation: Relation, mode: LockMode])[];

/** The strongest mode on each relation, whichever of its transactions takes it. */
export function documentedModes(parsed: Parsed, traces: Traces): Modes {
  const { named, rewrites, gone } = traces;
  const { type, node } = parsed;
  switch (type) {
    // VACUUM FULL writes anew; the plain one and everything CONCURRENTLY share.
    case 'VacuumStmt':
      return hasOption(node['options'], 'full')
        ? under('ACCESS EXCLUSIVE', [...named, ...rewrites])
        : under('SHARE UPDATE EXCLUSIVE', named);
    case 'ClusterStmt':
      return under('ACCESS EXCLUSIVE', [...named, ...rewrites]);
    case 'ReindexStmt':
      return reindexed(node, traces);
    case 'IndexStmt':
      return under('SHARE UPDATE EXCLUSIVE', calledBy(parsed.names[0], named));
    case 'DropStmt':
      return under('SHARE UPDATE EXCLUSIVE', gone);
    case 'AlterTableStmt':
      return detached(parsed, named);
    default:
      return [];
  }
}

function reindexed(node: ParseNode, { named, builds }: Traces): Modes {
  const indexes = [...named.filter(isIndex), ...builds.map(({ index }) => index)];
  const tables = [...named.filter((one) => !isIndex(one)), ...builds.map(({ table }) => table)];
  return hasOption(node['params'], 'concurrently')
    ? under('SHARE UPDATE EXCLUSIVE', [...tables, ...indexes])
    : [...under('SHARE', tables), ...under('ACCESS EXCLUSIVE', indexes)];
}

/** DETACH PARTITION CONCURRENTLY ends with a lock that only the partition notices. */
function detached({ names }: Parsed, named: readonly Relation[]): Modes {
  return [
    ...under('SHARE UPDATE EXCLUSIVE', calledBy(names[0], named)),
    ...under('ACCESS EXCLUSIVE', calledBy(names[1], named)),
  ];
}

/** What a statement calls by this name, without its partitions and children. */
function calledBy(name: string | undefined, relations: readonly Relation[]): Relation[] {
  const bare = name?.replaceAll('"', '') ?? '';
  return relations.filter((one) => one.name === bare || one.name.endsWith(`.${bare}`));
}

function under(mode: LockMode, relations: readonly Relation[]): Modes {
  const once = new Map(relations.map((relation) => [relation.name, relation] as const));
  return [...once.values()].map((relation) => [relation, mode] as const);
}

const isIndex = ({ kind }: Relation): boolean => kind === 'index';

const hasOption = (options: unknown, name: string): boolean =>
  JSON.stringify(options ?? []).includes(`"defname":"${name}"`);
