// Leaves out what depends on something unreadable, names it as unreadable too, and reports two
// declarations of one object.
import type { Finding } from '../../report/report.ts';
import type {
  DeclaredForeignKey,
  Declarations,
  DeclaredTable,
  Unreadable,
} from './declarations.ts';
import { foreignKeysOf } from './foreign-keys.ts';

export interface Readable {
  readonly declarations: Declarations;
  readonly findings: readonly Finding[];
}

export function readableDeclarations(collected: Declarations): Readable {
  const findings: Finding[] = [];
  const all = { ...collected, tables: once(collected.tables, 'table', findings) };
  const lost = new Set(all.unreadable.map((item) => keyOf(item.object)));
  const unreadable = [...all.unreadable];
  const readableTables = all.tables.filter((table) => {
    const broken = table.columns.find(
      (column) =>
        column.enumSchema !== null &&
        lost.has(`enum ${column.enumSchema} ${column.type.replace(/\[.*/, '')}`),
    );
    if (broken === undefined) return true;
    unreadable.push({
      reason: `the type of its column ${broken.name} can't be read`,
      object: { kind: 'table', path: [table.schema, table.name] },
      place: broken.place ?? table.place,
      exported: null,
    });
    lost.add(`table ${table.schema} ${table.name}`);
    return false;
  });
  const tables = readableTables.map((table) => withoutLostKeys(table, lost, unreadable));
  for (const table of tables) {
    const { clashes } = foreignKeysOf(table);
    findings.push(...clashes.map(({ key, twin }) => sameName(table, key, twin)));
  }
  const views = once(all.views, 'view', findings);
  return {
    declarations: {
      ...all,
      schemas: distinctSchemas(all.schemas),
      tables,
      views,
      enums: once(all.enums, 'enum', findings),
      sequences: once(all.sequences, 'sequence', findings),
      policies: all.policies.filter((it) => !lost.has(`table ${it.schema} ${it.table}`)),
      unreadable,
    },
    findings,
  };
}

function keyOf(object: Unreadable['object']): string {
  return object === null ? '' : [object.kind, ...object.path].join(' ');
}

/** A foreign key to an unreadable table can't be created, and must not be called missing. */
function withoutLostKeys(
  table: DeclaredTable,
  lost: ReadonlySet<string>,
  unreadable: Unreadable[],
): DeclaredTable {
  const kept = table.foreignKeys.filter((key) => {
    if (!lost.has(`table ${key.toSchema} ${key.toTable}`)) return true;
    unreadable.push({
      reason: `it refers to the table ${key.toTable}, which can't be read`,
      object: { kind: 'foreign key', path: [table.schema, table.name, key.name] },
      place: key.place ?? table.place,
      exported: null,
    });
    return false;
  });
  return kept.length === table.foreignKeys.length ? table : { ...table, foreignKeys: kept };
}

function sameName(
  table: DeclaredTable,
  key: DeclaredForeignKey,
  twin: DeclaredForeignKey,
): Finding {
  return {
    rule: 'model-name-clash',
    severity: 'warning',
    hazard: 'configuration',
    message:
      `Postgres cuts the names ${twin.name} and ${key.name} to the same 63 bytes, so only the first of ` +
      `these foreign keys of ${table.name} can exist. Give this one a name of its own: foreignKey({ name: … }).`,
    file: key.place?.file ?? table.place?.file ?? null,
    line: key.place?.line ?? table.place?.line ?? null,
  };
}

/** A schema object in each of several files is nothing unusual. */
function distinctSchemas(schemas: Declarations['schemas']): Declarations['schemas'] {
  return [...new Map(schemas.map((schema) => [schema.name, schema])).values()];
}

interface Placed {
  readonly schema: string;
  readonly name: string;
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** Of two declarations with one name the last stays, as in drizzle-kit's own map. */
function once<T extends Placed>(items: readonly T[], kind: string, findings: Finding[]): T[] {
  const byName = new Map<string, T>();
  for (const item of items) {
    const key = `${item.schema} ${item.name}`;
    const earlier = byName.get(key);
    if (earlier !== undefined) {
      const other =
        earlier.place === null ? '' : ` and ${earlier.place.file}:${earlier.place.line}`;
      findings.push({
        rule: 'model-duplicate',
        severity: 'warning',
        hazard: 'configuration',
        message: `The ${kind} ${item.schema}.${item.name} is declared twice${other === '' ? '' : `, here${other}`}. The last declaration counts.`,
        file: item.place?.file ?? null,
        line: item.place?.line ?? null,
      });
    }
    byName.set(key, item);
  }
  return [...byName.values()];
}
