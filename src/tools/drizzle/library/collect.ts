// Collects what the exports of the schema files declare, as plain data. One declaration that can't
// be decided is reported and left out; it never takes the others with it.
import { is } from 'drizzle-orm';
import { toCamelCase, toSnakeCase } from 'drizzle-orm/casing';
import * as pg from 'drizzle-orm/pg-core';
import type { Place } from '../../../schema/objects.ts';
import type { CollectRequest, Declarations, Unreadable } from '../declarations.ts';
import { readPolicy } from './constraints.ts';
import {
  isUnknown,
  placeOf,
  setHost,
  Undecided,
  undecidedAt,
  undecidedBy,
  type Host,
} from './host.ts';
import {
  elementOf,
  followBuilders,
  tableColumns,
  type InternalEnum,
  type InternalPolicy,
} from './internals.ts';
import { scalarText } from './literals.ts';
import { createRenderer, type Renderer } from './sql.ts';
import { identifyTable, readTable } from './tables.ts';
import {
  identifyView,
  readEnum,
  readRole,
  readSchema,
  readSequenceDeclaration,
  readView,
} from './views.ts';

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

/** Set while a generation-1 reading applies the configuration's casing as columns are made. */
let nameCasing: ((name: string) => string) | null = null;
followBuilders(() => nameCasing);

/** Entry point for the host: evaluates `request.files` and reads their exports. */
export function collect(host: Host, request: CollectRequest): Declarations {
  setHost(host);
  const changeCase = casingFunction(request.casing);
  nameCasing = request.generation === 1 ? changeCase : null;
  const renderer = createRenderer(request, request.generation === 1 ? null : changeCase);
  const collector = new Collector(request, renderer);
  for (const file of request.files) collector.readFile(host, file);
  collector.finish();
  return collector.found;
}

function casingFunction(casing: CollectRequest['casing']): ((name: string) => string) | null {
  if (casing === null) return null;
  return casing === 'snake_case' ? toSnakeCase : toCamelCase;
}

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly place: Place | null;
}

class Collector {
  readonly found: Mutable<Declarations> = {
    schemas: [],
    enums: [],
    sequences: [],
    tables: [],
    roles: [],
    views: [],
    policies: [],
    unreadable: [],
  };
  private readonly seen = new Set<unknown>();
  private readonly tables: { table: object; exported: Exported }[] = [];
  private readonly linked: { policy: InternalPolicy; exported: Exported }[] = [];
  private readonly request: CollectRequest;
  private readonly renderer: Renderer;

  constructor(request: CollectRequest, renderer: Renderer) {
    this.request = request;
    this.renderer = renderer;
  }

  readFile(host: Host, file: string): void {
    const module = host.load(file);
    for (const origin of module.unresolved()) {
      this.report(undecidedAt(origin), { name: '*', file, place: null }, null, false);
    }
    for (const name of module.names()) {
      const exported = { name, file, place: host.placeOfExport(file, name) ?? null };
      this.attempt(exported, null, () => {
        const value = module.get(name);
        if (isUnknown(value)) {
          this.report(undecidedBy(value), exported, null, true);
          return;
        }
        if (this.seen.has(value)) return;
        this.seen.add(value);
        this.readExport(value, exported);
      });
    }
  }

  private readExport(value: unknown, exported: Exported): void {
    if (pg.isPgEnum(value)) this.readEnumExport(value, exported);
    else if (typeof value !== 'object' || value === null) return;
    else if (is(value, pg.PgTable)) this.readTableExport(value, exported);
    else if (pg.isPgView(value) || pg.isPgMaterializedView(value))
      this.readViewExport(value, exported);
    else if (is(value, pg.PgSchema)) {
      this.push('schemas', exported, null, () => readSchema(value));
    } else if (pg.isPgSequence(value)) {
      this.push('sequences', exported, null, () => readSequenceDeclaration(value));
    } else if (is(value, pg.PgRole)) this.push('roles', exported, null, () => readRole(value));
    else if (is(value, pg.PgPolicy)) {
      this.linked.push({ policy: value, exported });
    }
  }

  private readEnumExport(value: unknown, exported: Exported): void {
    const definition = value as InternalEnum & object;
    const path = [scalarText(definition.schema ?? 'public'), scalarText(definition.enumName)];
    const object = isUnknown(definition.enumName) ? null : { kind: 'enum', path };
    this.push('enums', exported, object, () => readEnum(definition));
  }

  private readTableExport(table: object, exported: Exported): void {
    this.tables.push({ table, exported });
    this.attempt(exported, null, () => {
      const { schema, name } = identifyTable(table);
      this.push('tables', exported, { kind: 'table', path: [schema, name] }, () =>
        readTable(table, this.request.generation, this.renderer),
      );
    });
  }

  private readViewExport(view: object, exported: Exported): void {
    this.attempt(exported, null, () => {
      const { schema, name } = identifyView(view);
      const kind = pg.isPgMaterializedView(view) ? 'materialized view' : 'view';
      this.push('views', exported, { kind, path: [schema, name] }, () =>
        readView(view, this.request.generation, this.renderer),
      );
    });
  }

  finish(): void {
    this.readLinkedPolicies();
    for (const { table, exported } of this.tables) this.readUnexportedEnums(table, exported);
  }

  /** Types that columns are of and no export is: the table can't be without them. */
  private readUnexportedEnums(table: object, exported: Exported): void {
    const columns = tableColumns(table).map(elementOf);
    const own = columns.flatMap((column) =>
      column.columnType.startsWith('PgEnum') && column.enum !== undefined ? [column.enum] : [],
    );
    for (const definition of own.filter((one) => !this.seen.has(one))) {
      this.seen.add(definition);
      this.attempt(exported, null, () => {
        const read = { ...readEnum(definition), exported: false };
        const known = this.found.enums.some(
          ({ schema, name }) => schema === read.schema && name === read.name,
        );
        if (!known) this.found.enums.push({ ...read, place: read.place ?? exported.place });
      });
    }
  }

  /** Policies made apart from their table, which `.link()` names. */
  private readLinkedPolicies(): void {
    for (const { policy, exported } of this.linked) {
      const table = policy._linkedTable;
      if (table === undefined) continue;
      this.push('policies', exported, null, () =>
        readPolicy(policy, {
          ...identifyTable(table),
          generation: this.request.generation,
          renderer: this.renderer,
        }),
      );
    }
  }

  private push<K extends Exclude<keyof Declarations, 'unreadable'>>(
    key: K,
    exported: Exported,
    object: Unreadable['object'],
    read: () => Declarations[K][number],
  ): void {
    this.attempt(exported, object, () => {
      const declaration = read();
      const place = declaration.place ?? exported.place;
      (this.found[key] as unknown[]).push({ ...declaration, place });
    });
  }

  private attempt(exported: Exported, object: Unreadable['object'], work: () => void): void {
    try {
      work();
    } catch (error) {
      this.report(error, exported, object, object === null);
    }
  }

  private report(
    error: unknown,
    exported: Exported,
    object: Unreadable['object'],
    whole: boolean,
  ): void {
    const place = error instanceof Undecided ? error.place : null;
    this.found.unreadable.push({
      reason: error instanceof Error ? error.message : String(error),
      object,
      place: place ?? exported.place ?? placeOf(error),
      exported: whole ? { name: exported.name, declaredAt: exported.place } : null,
    });
  }
}
