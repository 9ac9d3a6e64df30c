// The same judge for all: pg_dump of what came out against pg_dump of what was wanted, and the rows,
// values and positions of sequences of what stays. Our own engine has no say in it.
import { quoteIdentifier } from '../../src/schema/identity.ts';
import type { Cluster, Row } from './cluster.ts';

/** Entries of a dump, sorted, without what means nothing. */
function entriesOf(dump: string): string[] {
  return dump
    .split(/^--\n-- (?=Name: )/m)
    .slice(1)
    .map((entry) => {
      const [head = '', ...body] = entry.split('\n');
      const lines = body
        .filter((line) => !/^(?:--|$|SET |\\(?:un)?restrict)/.test(line))
        .map(sortOptions);
      // The order of columns is that of their making, and no drift.
      const ordered = / Type: (?:FOREIGN )?TABLE;/.test(head)
        ? lines.map((line) => line.replace(/,$/, '')).sort()
        : lines;
      return [head, ...ordered].join('\n');
    })
    .sort();
}

/** What has no order in itself is sorted: options, tags, a trigger's columns, pairs of a foreign key. */
function sortOptions(line: string): string {
  return line
    .replace(/ (WITH|WHEN TAG IN) \(([^()]*)\)/, (_all, word: string, list: string) => {
      return ` ${word} (${list.split(', ').sort().join(', ')})`;
    })
    .replace(/ UPDATE OF (.*?) (?=ON |OR )/, (_all, list: string) => {
      return ` UPDATE OF ${list.split(', ').sort().join(', ')} `;
    })
    .replace(
      / FOREIGN KEY \(([^()]*)\) REFERENCES (.*?)\(([^()]*)\)/,
      (_all, own: string, table: string, other: string) => {
        const others = other.split(', ');
        const pairs = own.split(', ').map((name, at) => `${name} = ${others[at] ?? ''}`);
        return ` FOREIGN KEY (${pairs.sort().join(', ')}) REFERENCES ${table}`;
      },
    );
}

/** How two dumps differ, in a line; null where they don't. */
export function difference(found: string, wanted: string): string | null {
  const [left, right] = [entriesOf(found), entriesOf(wanted)];
  const surplus = left.filter((entry) => !right.includes(entry));
  const missing = right.filter((entry) => !left.includes(entry));
  if (surplus.length === 0 && missing.length === 0) return null;
  const told = [
    ...missing.map((entry) => `missing ${entry}`),
    ...surplus.map((entry) => `surplus ${entry}`),
  ];
  return told.slice(0, 2).join(' | ').replaceAll('\n', ' ').slice(0, 600);
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** What was in the first database and is not in the result, though its place is in the wanted one too; in a line. */
export async function loss(
  cluster: Cluster,
  databases: { readonly before: string; readonly wanted: string; readonly result: string },
): Promise<string | null> {
  const { before, wanted, result } = databases;
  const old = await columnsOf(cluster, before);
  const stay = await columnsOf(cluster, wanted);
  for (const table of [...old.keys()].filter((name) => stay.has(name))) {
    const same = [...(old.get(table) ?? [])].filter(
      ([name, { type }]) => stay.get(table)?.get(name)?.type === type,
    );
    const rows = rowsOf(
      table,
      same.map(([name]) => quoteIdentifier(name)),
    );
    if (!(await equal(cluster, before, result, [rows, rows]))) return `rows of ${table}`;
    for (const [name, { type }] of old.get(table) ?? []) {
      const after = stay.get(table)?.get(name)?.type;
      if (after === undefined || after === type) continue;
      if (!(await converted(cluster, before, result, { table, column: name, type: after }))) {
        return `values of ${table}.${name}`;
      }
    }
  }
  return positionLost(cluster, databases);
}

/** Whether the values of a column came along into its new type: by a cast, or at least as many. */
async function converted(
  cluster: Cluster,
  before: string,
  result: string,
  { table, column, type }: Column,
): Promise<boolean> {
  const name = quoteIdentifier(column);
  const cast = rowsOf(table, [`${name}::${type}`]);
  try {
    if (await equal(cluster, before, result, [cast, rowsOf(table, [name])])) return true;
  } catch {
    const count = `select count(${name}) as row from only ${table}`;
    return equal(cluster, before, result, [count, count]);
  }
  return false;
}

const rowsOf = (table: string, expressions: readonly string[]): string =>
  `select array[${expressions.map((one) => `(${one})::text`).join(', ')}]::text[]::text as row
   from only ${table} order by 1`;

async function equal(
  cluster: Cluster,
  before: string,
  result: string,
  [first, second]: readonly [string, string],
): Promise<boolean> {
  const [old, kept] = [await cluster.query(before, first), await cluster.query(result, second)];
  return JSON.stringify(old) === JSON.stringify(kept);
}

const USER_SCHEMAS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Columns of tables that hold what was put into them, by table (qualified and quoted) and name. */
async function columnsOf(
  cluster: Cluster,
  database: string,
): Promise<Map<string, Map<string, Column>>> {
  const rows = await cluster.query(
    database,
    `select format('%I.%I', n.nspname, c.relname) as "table", a.attname as "column",
       format_type(a.atttypid, a.atttypmod) as type, a.attgenerated as generated
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and ${USER_SCHEMAS}
       and not exists (select from pg_depend where objid = c.oid and deptype = 'e')`,
  );
  const tables = new Map<string, Map<string, Column>>();
  for (const { table, column, type, generated } of rows) {
    const columns = tables.get(String(table)) ?? new Map<string, Column>();
    tables.set(String(table), columns);
    if (typeof column === 'string' && generated === '') {
      columns.set(column, { table: String(table), column, type: String(type) });
    }
  }
  return tables;
}

/** Sequences of columns that would give a number again. */
async function positionLost(
  cluster: Cluster,
  { before, wanted, result }: { before: string; wanted: string; result: string },
): Promise<string | null> {
  const stay = await sequencesOf(cluster, wanted);
  const now = await sequencesOf(cluster, result);
  for (const [column, sequence] of await sequencesOf(cluster, before)) {
    const kept = now.get(column);
    if (!stay.has(column) || kept === undefined) continue;
    if ((await next(cluster, result, kept)) < (await next(cluster, before, sequence))) {
      return `position of ${sequence}`;
    }
  }
  return null;
}

async function sequencesOf(cluster: Cluster, database: string): Promise<Map<string, string>> {
  const rows: Row[] = await cluster.query(
    database,
    `select format('%I.%I.%I', n.nspname, t.relname, a.attname) as "column", s.oid::regclass::text as sequence
     from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
     join pg_class t on t.oid = d.refobjid join pg_namespace n on n.oid = t.relnamespace
     join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and ${USER_SCHEMAS}`,
  );
  return new Map(rows.map(({ column, sequence }) => [String(column), String(sequence)]));
}

async function next(cluster: Cluster, database: string, sequence: string): Promise<number> {
  const [row] = await cluster.query(
    database,
    `select last_value + is_called::int as next from ${sequence}`,
  );
  return Number(row?.['next']);
}
