// How drizzle-kit's snapshots remember renames: generation 0 in `_meta`, 1 as texts or as steps.
import { partsOfId } from '../../schema/dotted-names.ts';
import type { RenameChange } from '../../schema/rename-order.ts';
import type { RenamedRow } from './rows.ts';

export interface SnapshotRenames {
  /** Of generation 0: `"public"."users"."fullname"` to `"public"."users"."name"`. */
  readonly meta: Readonly<
    Record<'columns' | 'schemas' | 'tables', Readonly<Record<string, string>>>
  >;
  /** Of version 8: `public.users.fullname->public.users.name`. */
  readonly texts: readonly string[];
  /** For version 9. */
  readonly rows: readonly RenamedRow[];
}

/** Kinds, as the snapshots call them, in drizzle-kit's order. */
const entities: Readonly<Record<string, string>> = {
  schema: 'schemas',
  enum: 'enums',
  table: 'tables',
  column: 'columns',
  view: 'views',
  'materialized view': 'views',
  sequence: 'sequences',
};

/** The records of what a migration renames; a value of an enum is none of them. */
export function renameRecords(renames: readonly RenameChange[]): SnapshotRenames {
  const own = renames.filter(
    ({ kind, before, after }) => entities[kind] !== undefined && before.id !== after.id,
  );
  const meta = (kind: string): Record<string, string> =>
    Object.fromEntries(
      own
        .filter((one) => one.kind === kind)
        .map(({ before, after }) => [quoted(before.id), quoted(after.id)]),
    );
  const order = Object.keys(entities);
  const sorted = own.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const schemas = own.filter(({ kind }) => kind === 'schema');
  return {
    meta: {
      columns: meta('column'),
      schemas: Object.fromEntries(schemas.map(({ before, after }) => [before.name, after.name])),
      tables: meta('table'),
    },
    texts: sorted.map(
      ({ before, after }) => `${partsOfId(before.id).join('.')}->${partsOfId(after.id).join('.')}`,
    ),
    rows: sorted.map(({ kind, before, after }) => ({
      entityType: entities[kind] ?? '',
      path: partsOfId(before.id),
      name: after.name,
    })),
  };
}

const quoted = (id: string): string =>
  partsOfId(id)
    .map((part) => `"${part}"`)
    .join('.');
