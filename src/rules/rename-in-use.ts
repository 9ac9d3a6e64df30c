// A table, column, schema or value of an enum that gets another name while code that is running knows the old one.
import { isTable, relationNamed, shortName } from './facts.ts';
import type { Found, Pass, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const renameInUse: Rule = {
  id: 'rename-in-use',
  hazard: 'incompatibility',
  severity: 'warning',
  detect: (pass) =>
    pass.steps.flatMap((step) => [...renames(pass, step), ...moves(step), ...values(pass, step)]),
};

const WHY =
  'code that is still running asks for the old name and fails. Give it the new name in the code alone, or add the new beside the old and drop the old in a later release';

function renames(pass: Pass, step: Step): Found[] {
  const rename = asNode(step.tree, 'RenameStmt');
  const table = rename?.relation ? relationNamed(step, rename.relation) : null;
  if (!rename || table?.existed !== true || !isTable(table)) return [];
  const { renameType, newname = '', subname = '' } = rename;
  if (renameType === 'OBJECT_TABLE' && hasStandIn(pass, table.name)) return [];
  if (renameType === 'OBJECT_TABLE')
    return [found(step, shortName(table.name), newname, table.name)];
  if (renameType !== 'OBJECT_COLUMN' || !isOld(pass, table.name, subname)) return [];
  return [found(step, `${shortName(table.name)}.${subname}`, newname, table.name)];
}

function moves(step: Step): Found[] {
  const move = asNode(step.tree, 'AlterObjectSchemaStmt');
  const table = move?.relation ? relationNamed(step, move.relation) : null;
  if (!move || table?.existed !== true || !isTable(table)) return [];
  const { newschema = '' } = move;
  return [
    found(step, shortName(table.name), `${newschema}.${move.relation?.relname ?? ''}`, table.name),
  ];
}

function values({ base }: Pass, step: Step): Found[] {
  const change = asNode(step.tree, 'AlterEnumStmt');
  const { oldVal, newVal = '' } = change ?? {};
  if (oldVal === undefined) return [];
  const known = [...base.objects.values()].some(
    ({ kind, attributes }) =>
      kind === 'enum' && JSON.stringify(attributes['order']).includes(JSON.stringify(oldVal)),
  );
  return known ? [found(step, `'${oldVal}'`, `'${newVal}'`, null)] : [];
}

function found(step: Step, from: string, to: string, table: string | null): Found {
  const tables = table === null ? [] : [table];
  return { step, about: [], observed: `renames ${from} to ${to}`, why: WHY, safeFor: [], tables };
}

/** A view under the old name serves the old code. */
function hasStandIn({ head }: Pass, name: string): boolean {
  return [...head.objects.values()].some(
    (object) => object.kind === 'view' && `${object.schema ?? ''}.${object.name}` === name,
  );
}

function isOld({ base }: Pass, table: string, column: string): boolean {
  return [...base.objects.values()].some(
    ({ kind, schema, table: owner, name }) =>
      kind === 'column' && name === column && `${schema ?? ''}.${owner ?? ''}` === table,
  );
}
