// Columns whose type changed: whether what the code writes is still taken, and what it reads instead.
import type { Database } from '../database/database.ts';
import { quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import type { QueriedColumn } from '../tools/tool.ts';
import {
  columnIn,
  nameOf,
  placeOf,
  textIn,
  textsIn,
  typeOf,
  type Breakage,
  type TableInUse,
} from './code.ts';
import { samplesOf } from './samples.ts';

interface Changed {
  readonly own: QueriedColumn;
  readonly before: SchemaObject;
  readonly after: SchemaObject;
}

/** What changed types and labels do to the code, in a transaction of the database that holds the target. */
export async function changedValues(db: Database, used: TableInUse): Promise<Breakage[]> {
  const broken: Breakage[] = [];
  for (const own of used.model.columns) {
    const before = columnIn(used.home, used.model, own.name);
    const after = columnIn(used.target, used.model, own.name);
    if (before === null || after === null) continue;
    const changed = { own, before, after };
    const labels = goneLabels(changed, used);
    broken.push(...labels);
    if (textIn(before, 'type') === textIn(after, 'type')) continue;
    if (own.insert !== 'never' && labels.length === 0) {
      broken.push(...(await refusedValues(db, changed, used)));
    }
    broken.push(...misread(changed, used));
  }
  return broken;
}

/** Labels that the code's models name and the column's enum has no more. */
function goneLabels({ own, before, after }: Changed, used: TableInUse): Breakage[] {
  const { model, code, home, target } = used;
  const [old, now] = [typeOf(before, home, 'enum'), typeOf(after, target, 'enum')];
  if (old === null || now === null) return [];
  const labels = textsIn(now, 'order');
  const declared = columnIn(code.desired, model, own.name);
  const said = declared === null ? null : typeOf(declared, code.desired, 'enum');
  const known = textsIn(said ?? old, 'order');
  const gone = textsIn(old, 'order').filter((it) => known.includes(it) && !labels.includes(it));
  if (gone.length === 0) return [];
  const list = gone.map(quoteLiteral).join(', ');
  return [
    {
      rule: 'used-enum-value-gone',
      certain: true,
      object: after.id,
      what: `writes and asks for ${list} in ${nameOf(model)}.${own.name}, which the type does not have`,
      observed: `22P02 invalid input value for enum ${now.name}: ${list}`,
      cause: {
        words: [gone[0] ?? '', now.name, own.name],
        verbs: ['AlterEnumStmt', 'AT_AlterColumnType', 'CreateEnumStmt', 'DropStmt', 'RenameStmt'],
      },
      place: (said === null ? null : code.places.get(said.id)) ?? placeOf(code, model, own.name),
    },
  ];
}

/** Writes values of the type that was into a column of the type that is. */
async function refusedValues(
  db: Database,
  { own, before, after }: Changed,
  { model, code, home }: TableInUse,
): Promise<Breakage[]> {
  const samples = samplesOf(before, home);
  if (samples.length === 0) return [];
  const type = textIn(after, 'type') ?? '';
  const refused: { value: string; code: string; message: string }[] = [];
  await db.exec(`savepoint plumbline_values; create temporary table plumbline_values (v ${type})`);
  for (const value of samples) {
    const result = await db.run([
      'savepoint plumbline_value',
      `insert into plumbline_values values (${quoteLiteral(value)})`,
    ]);
    if (!result.ok) refused.push({ value, code: result.error.code, message: result.error.message });
    await db.exec('rollback to savepoint plumbline_value');
  }
  await db.exec('rollback to savepoint plumbline_values; release savepoint plumbline_values');
  const [first] = refused;
  if (first === undefined) return [];
  const example =
    first.value.length > 40
      ? `text of ${first.value.length} characters`
      : quoteLiteral(first.value);
  const all = refused.length === samples.length;
  return [
    {
      rule: 'used-type-changed',
      certain: all,
      object: after.id,
      what: `writes values of ${textIn(before, 'type') ?? ''} into ${nameOf(model)}.${own.name}, which takes ${all ? 'none' : 'not all'} of them as ${type}: ${example} for one`,
      observed: `${first.code} ${first.message}`,
      cause: typeCause(own, model.name),
      place: placeOf(code, model, own.name),
    },
  ];
}

function misread({ own, before, after }: Changed, { model, code }: TableInUse): Breakage[] {
  const type = textIn(after, 'type') ?? '';
  const wrong = own.misread(type);
  // Where it misread the column before, nothing changed.
  if (wrong === null || own.misread(textIn(before, 'type') ?? '') !== null) return [];
  return [
    {
      rule: 'used-type-changed',
      certain: wrong.certain,
      object: `reading of ${after.id}`,
      what: `reads ${nameOf(model)}.${own.name}, and ${wrong.certain ? 'gets' : 'may get'} ${wrong.instead}`,
      observed: `${textIn(before, 'type') ?? ''} became ${type}`,
      cause: typeCause(own, model.name),
      place: placeOf(code, model, own.name),
    },
  ];
}

const typeCause = (own: QueriedColumn, table: string): Breakage['cause'] => ({
  words: [own.name, table],
  verbs: ['AT_AlterColumnType', 'AT_AddColumn', 'RenameStmt'],
});
