// CREATE VIEW of declared views, those first that others select from.
import { objectId, quoteIdentifier } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type { Declarations, DeclaredView } from './declarations.ts';
import { plainText, qualified } from './spelling.ts';

export function createViews(views: readonly DeclaredView[]): ModelStatement[] {
  return inOrder(views.filter((view) => !view.existing)).map((view) => ({
    sql: createView(view),
    object: viewId(view),
    place: view.place,
  }));
}

/** drizzle-kit keeps plain views first. */
export function viewsInOrder(declarations: Declarations): DeclaredView[] {
  const { views } = declarations;
  return [...views.filter((it) => !it.materialized), ...views.filter((it) => it.materialized)];
}

export function viewId(view: DeclaredView): string {
  return objectId(view.materialized ? 'materialized view' : 'view', view.schema, view.name);
}

function createView(view: DeclaredView): string {
  const options = Object.entries(view.with ?? {})
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${snakeCase(key)} = ${plainText(value)}`);
  return (
    [
      `CREATE ${view.materialized ? 'MATERIALIZED ' : ''}VIEW ${qualified(view.schema, view.name)}`,
      ...(view.using === null ? [] : [`USING ${quoteIdentifier(view.using)}`]),
      ...(options.length === 0 ? [] : [`WITH (${options.join(', ')})`]),
      ...(view.tablespace === null ? [] : [`TABLESPACE ${view.tablespace}`]),
      `AS (${view.definition?.sql ?? ''})`,
      ...(view.withNoData === true ? ['WITH NO DATA'] : []),
    ].join(' ') + ';'
  );
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Depth first over the names that a definition mentions; a mention too many only orders more than is needed. */
function inOrder(views: readonly DeclaredView[]): DeclaredView[] {
  const ordered = new Set<DeclaredView>();
  const underway = new Set<DeclaredView>();
  const visit = (view: DeclaredView): void => {
    if (ordered.has(view) || underway.has(view)) return;
    underway.add(view);
    for (const other of views) if (other !== view && mentions(view, other.name)) visit(other);
    ordered.add(view);
  };
  for (const view of views) visit(view);
  return [...ordered];
}

function mentions(view: DeclaredView, name: string): boolean {
  const text = view.definition?.sql ?? '';
  return text.includes(quoteIdentifier(name)) || text.split(/\W+/).includes(name);
}
