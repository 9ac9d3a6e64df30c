// Rows for a table that refused all that were made up for it: other values for the columns of the
// checks that stood in the way, then as few values as it takes. Postgres says which it takes.
import { underDomains, type Column, type Table } from './catalog.ts';
import { columnsOf, type Condition } from './conditions.ts';
import { constantsIn } from './expressions.ts';
import { timeOf } from './needs.ts';
import type { Refusal } from './insertion.ts';
import type { RowValues } from './references.ts';
import type { Source, Value } from './value.ts';

/** Rows tried for one table at most. */
const MOST = 400;

/** Texts that one type or other takes, for columns of types that nothing is known of. */
const TEXTS = [
  '1',
  'a',
  '{}',
  '[]',
  '[1,2,3]',
  '(1,2)',
  'POINT(1 2)',
  'a=>1',
  '2025-01-01',
  'true',
  '',
];

export interface Refused {
  readonly table: Table;
  /** Rows that were refused: their keys differ. */
  readonly rows: readonly RowValues[];
  readonly refusals: readonly Refusal[];
  readonly conditions: readonly Condition[];
  readonly source: Source;
}

/** Rows to try, the most promising first. */
export function otherRows(refused: Refused): RowValues[] {
  const { table, rows } = refused;
  const fewest = rows.map(
    (row) =>
      new Map(
        [...row].map(([number, value]): [number, Value] => {
          const column = table.columns.find((one) => one.number === number);
          const needed = column?.notNull === true && !column.hasDefault;
          return [number, needed || column?.sequence !== null ? value : undefined];
        }),
      ),
  );
  const variables = variablesOf(refused);
  return [
    ...combined(rows, variables, MOST / 2),
    ...fewest.slice(0, 1),
    ...combined(fewest, variables, MOST / 2 - 1),
  ];
}

interface Variable {
  readonly column: Column;
  readonly values: readonly Value[];
}

function variablesOf({ table, rows, refusals, conditions, source }: Refused): Variable[] {
  const [row = new Map<number, Value>()] = rows;
  const names = new Set(refusals.map(({ constraint }) => constraint));
  const involved = conditions.filter(({ name }) => names.has(name));
  const spoken = columnsOf(involved.length > 0 ? involved : conditions);
  const blamed = new Set(refusals.map(({ column }) => column));
  const constants = [...new Set(involved.flatMap(({ expression }) => constantsIn(expression)))];
  return table.columns
    .filter((column) => !column.generated)
    .flatMap((column) => {
      const unknown = row.get(column.number) === undefined && column.notNull && !column.hasDefault;
      if (unknown) return [{ column, values: [...constants, ...TEXTS] }];
      const keyed = table.foreignKeys.some(({ columns }) => columns.includes(column.number));
      if (!spoken.has(column.name) && !blamed.has(column.name)) return [];
      const own = row.get(column.number);
      const none: Value[] = [
        ...(column.notNull ? [] : [null]),
        ...(column.hasDefault ? [undefined] : []),
      ];
      return [
        { column, values: [own, ...(keyed ? [] : candidates(source, column, constants)), ...none] },
      ];
    });
}

function candidates(
  source: Source,
  { type, modifier }: Column,
  constants: readonly string[],
): string[] {
  const { type: under } = underDomains(source.types, { type, modifier });
  if (under?.kind === 'e') return [...under.labels];
  const bare = under?.bare ?? '';
  if (bare === 'bool') return ['true', 'false'];
  if (/^(?:int[248]|float[48]|numeric|money)$/.test(bare)) {
    const near = constants.flatMap((text) =>
      Number.isFinite(Number(text)) ? [Number(text), Number(text) + 1, Number(text) - 1] : [],
    );
    return [...new Set([...near, 0, 1, 2, 10, 100, 50, -1])].map(String);
  }
  if (/^(?:date|timestamp|timestamptz)$/.test(bare)) {
    const known = constants.filter((text) => timeOf(text) !== null);
    return [...known, '2025-01-01', '2020-01-01', '2099-12-31', '2025-06-30 12:00:00'];
  }
  if (/^jsonb?$/.test(bare)) {
    const keyed = Object.fromEntries(
      constants.filter((text) => /^\w+$/.test(text)).map((key) => [key, 1]),
    );
    return [JSON.stringify(keyed), '{}', '[]', 'null', '"a"', '1', '[1]', '[{}]'];
  }
  if (under?.element) return ['{}', '{1}', ...constants.map((text) => `{${JSON.stringify(text)}}`)];
  return [
    ...constants,
    ...constants.map((text) => text.replaceAll('%', '')),
    'a',
    'A',
    '1',
    'abc',
    'a@example.com',
    'https://example.com',
    '2025-01-01',
    '',
  ];
}

/** Every combination of the values, up to some number of rows: one column at a time first, then all. */
function combined(
  bases: readonly RowValues[],
  variables: readonly Variable[],
  most: number,
): RowValues[] {
  const rows: RowValues[] = [];
  const next = (): Map<number, Value> => new Map(bases[rows.length % bases.length] ?? []);
  const singles = variables.flatMap(({ column, values }) =>
    values.map((value) => [column.number, value] as const),
  );
  for (const [number, value] of singles) rows.push(next().set(number, value));
  const all = variables.reduce((count, { values }) => Math.min(count * values.length, most * 8), 1);
  // Spread over all of them where there are too many.
  const stride = Math.max(Math.floor(all / most), 1);
  for (let at = 0; at < all && rows.length < most; at += stride) {
    const row = next();
    let rest = at;
    for (const { column, values } of variables) {
      row.set(column.number, values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    rows.push(row);
  }
  return rows.slice(0, most);
}
