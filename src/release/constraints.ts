// Constraints that the code's models say nothing of, on columns that the code writes.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Database } from '../database/database.ts';
import { objectId, quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import { childrenOf } from '../schema/relations.ts';
import {
  columnIn,
  fillsItself,
  nameOf,
  placeOf,
  textIn,
  textsIn,
  typeOf,
  type Breakage,
  type TableInUse,
} from './code.ts';

const WORDS: Readonly<Record<string, string>> = {
  unique: 'two rows may not be alike in',
  'primary key': 'two rows may not be alike in',
  index: 'two rows may not be alike in',
  check: 'a check is new on',
  'foreign key': 'rows must exist elsewhere for',
  exclusion: 'rows may exclude each other by',
};

/** What the target, which `db` holds, refuses of rows that home takes. */
export async function stricterConstraints(db: Database, used: TableInUse): Promise<Breakage[]> {
  const { model, home, target, code } = used;
  if (!model.inserted) return [];
  const before = rulesOf(home, model.object);
  const declared = rulesOf(code.desired, model.object);
  const added = rulesOf(target, model.object).filter(
    (rule) =>
      ![...before, ...declared].some(
        (other) => implies(other, rule) || refersByOldName(other, rule, target),
      ),
  );
  const met = added.filter((rule) => reaches(rule, used));
  // Filling the table takes longest: once for all of its checks.
  const asked = met.some(({ kind }) => kind === 'check');
  const rows = asked ? ((await used.written?.(model)) ?? null) : null;
  const broken: Rule[] = [];
  for (const rule of met) {
    if (rule.kind !== 'check' || !(await isKept(db, { rule, rows }, used))) broken.push(rule);
  }
  return [...broken.map((rule) => stricter(rule, used)), ...stricterDomains(used)];
}

/**
 * Whether every row that home takes meets a check: one about a new value, or about columns that the code
 * leaves alone. False where that can't be told.
 */
async function isKept(
  db: Database,
  { rule, rows }: { readonly rule: Rule; readonly rows: readonly string[] | null },
  { model, target }: TableInUse,
): Promise<boolean> {
  const [first] = rows ?? [];
  if (rows === null || first === undefined) return false;
  const columns = childrenOf(target, model.object).filter(({ kind }) => kind === 'column');
  const sent = Object.keys(JSON.parse(first) as object).filter((name) =>
    columns.some(
      (column) => column.name === name && (column.attributes['generated'] ?? null) === null,
    ),
  );
  const list = sent.map(quoteIdentifier).join(', ');
  const table = `${quoteIdentifier(model.schema)}.${quoteIdentifier(model.name)}`;
  const optional = columns.map(({ name }) => `alter column ${quoteIdentifier(name)} drop not null`);
  return db.scratch(async () => {
    const result = await db.run([
      'set local search_path = public, pg_temp',
      `create temporary table plumbline_rows (like ${table} including defaults including generated)`,
      `alter table plumbline_rows ${optional.join(', ')}`,
      `alter table plumbline_rows add check (${rule.text})`,
      `insert into plumbline_rows (${list}) select ${list} from jsonb_populate_recordset(null::plumbline_rows, ${quoteLiteral(`[${rows.join(',')}]`)})`,
    ]);
    return result.ok;
  });
}

interface Rule {
  readonly object: SchemaObject;
  /** Names of the columns it reads. */
  readonly columns: readonly string[];
  readonly kind: 'key' | 'check' | 'foreign key' | 'exclusion';
  /** What it says, to be compared. */
  readonly text: string;
}

function rulesOf(schema: Schema, table: string): Rule[] {
  return childrenOf(schema, table).flatMap((object) => {
    const columns = object.needs
      .map((need) => schema.objects.get(need))
      .flatMap((it) => (it?.kind === 'column' && it.parent === table ? it.name : []));
    const said = object.attributes['enforced'] === false ? null : saidBy(object);
    if (said === null) return [];
    // A foreign key leans on what it refers to as well, of its own table at times.
    return [
      {
        object,
        columns: said.kind === 'foreign key' ? textsIn(object, 'columns') : columns,
        ...said,
      },
    ];
  });
}

/** What a constraint or a unique index asks of rows; null for what asks nothing. */
function saidBy(object: SchemaObject): Pick<Rule, 'kind' | 'text'> | null {
  const { kind, attributes } = object;
  if (kind === 'unique' || kind === 'primary key') return { kind: 'key', text: '' };
  if (kind === 'index' && attributes['unique'] === true) {
    return { kind: 'key', text: keyText(object) };
  }
  if (kind === 'check') return { kind, text: textIn(object, 'expression') ?? '' };
  if (kind === 'exclusion') return { kind, text: textIn(object, 'definition') ?? '' };
  if (kind !== 'foreign key') return null;
  const { columns, target, targetColumns } = attributes;
  return { kind, text: JSON.stringify([columns, target, targetColumns]) };
}

/** Empty where it is a key over plain columns and all rows. */
function keyText(index: SchemaObject): string {
  const { where } = index.attributes;
  const parts = expressionsOf(index, 'columns');
  const isPlain = (part: string): boolean => /^(?:\w+|"(?:[^"]|"")+")$/u.test(part);
  if (parts.every(isPlain) && (where ?? null) === null) return '';
  return JSON.stringify([parts, where ?? null]);
}

/** Whether whatever satisfies the one satisfies the other. */
function implies(one: Rule, other: Rule): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind !== 'key') return one.text === other.text;
  if (one.text !== '') return one.text === other.text;
  // Rows that differ in some columns differ in more of them, nulls aside.
  const distinct = (rule: Rule): boolean => rule.object.attributes['nullsNotDistinct'] === true;
  const stricterNulls = distinct(other) && !distinct(one) && one.object.kind !== 'primary key';
  return !stricterNulls && one.columns.every((column) => other.columns.includes(column));
}

/** Whether two foreign keys are one: to a table that has another name by now. */
function refersByOldName(one: Rule, other: Rule, target: Schema): boolean {
  if (one.kind !== 'foreign key' || other.kind !== 'foreign key') return false;
  const isSame = (attribute: string): boolean =>
    JSON.stringify(one.object.attributes[attribute]) ===
    JSON.stringify(other.object.attributes[attribute]);
  const old = objectId('table', ...textsIn(one.object, 'target'));
  return isSame('columns') && isSame('targetColumns') && !target.objects.has(old);
}

/** Whether rows that the code writes can meet it. */
function reaches(rule: Rule, { model, home, target }: TableInUse): boolean {
  const sent = model.columns.filter(({ insert }) => insert !== 'never').map(({ name }) => name);
  const isOld = (name: string): boolean =>
    sent.includes(name) && columnIn(home, model, name) !== null;
  if (!rule.columns.some(isOld)) return false;
  const fresh = rule.columns.filter((name) => !isOld(name));
  if (rule.kind === 'check') return !isNotNull(rule, home, model.object);
  if (rule.object.attributes['nullsNotDistinct'] === true) return true;
  // What it leaves null is never alike, and refers to nothing.
  return fresh.every((name) => {
    const column = columnIn(target, model, name);
    return column !== null && fillsItself(column, target);
  });
}

/** `name IS NOT NULL` where it can't be null anyway. */
function isNotNull({ text, columns }: Rule, home: Schema, table: string): boolean {
  if (!/^\(*(?:\w+|"(?:[^"]|"")+") IS NOT NULL\)*$/u.test(text)) return false;
  return childrenOf(home, table).some(
    ({ kind, name, attributes }) =>
      kind === 'column' && columns.includes(name) && attributes['notNull'] === true,
  );
}

function stricter({ object, columns, text }: Rule, { model, code }: TableInUse): Breakage {
  const list = columns.join(', ');
  const condition = object.kind === 'check' ? `: ${text.replace(/\s+/gu, ' ').trim()}` : '';
  return {
    rule: 'constraint-stricter',
    certain: false,
    object: object.id,
    what: `writes ${nameOf(model)} without knowing ${object.name}: ${WORDS[object.kind] ?? 'a rule is new on'} ${list}${condition}`,
    observed: `${object.kind} ${object.name} is new`,
    cause: {
      words: [object.name, model.name, ...columns],
      verbs: ['AT_AddConstraint', 'IndexStmt', 'AT_AddColumn', 'AT_AddIndex', 'AT_SetNotNull'],
    },
    place: placeOf(code, model, columns[0]),
  };
}

/** Checks that are new on the domains of its columns. */
function stricterDomains({ model, code, home, target }: TableInUse): Breakage[] {
  return model.columns.flatMap(({ name, insert }) => {
    const [before, after] = [columnIn(home, model, name), columnIn(target, model, name)];
    if (before === null || after === null || insert === 'never') return [];
    const [old, now] = [typeOf(before, home, 'domain'), typeOf(after, target, 'domain')];
    if (now === null || old?.id !== now.id) return [];
    const known = new Set(expressionsOf(old, 'checks'));
    const fresh = expressionsOf(now, 'checks').filter((it) => !known.has(it));
    if (fresh.length === 0) return [];
    return [
      {
        rule: 'constraint-stricter',
        certain: false,
        object: after.id,
        what: `writes ${nameOf(model)}.${name} without knowing what its domain ${now.name} asks now: ${fresh.join(', ')}`,
        observed: `a check of domain ${now.name} is new`,
        cause: { words: [now.name], verbs: ['AlterDomainStmt'] },
        place: placeOf(code, model, name),
      },
    ];
  });
}

/** The `expression` of each of a list of records. */
function expressionsOf({ attributes }: SchemaObject, list: string): string[] {
  const entries = attributes[list];
  return (Array.isArray(entries) ? entries : []).map((one) => {
    const expression: unknown = Reflect.get(Object(one) as object, 'expression');
    return typeof expression === 'string' ? expression : '';
  });
}
