// The file of sizes: how many rows and bytes the tables of a database have, and nothing of what is in them.
import { z } from 'zod';

const bytes = z.number().int().min(0);
const table = z.strictObject({
  rows: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Null where nobody knows: the table was never analysed.'),
  exact: z.boolean().describe('Whether they were counted; else as Postgres estimates them.'),
  bytes: bytes.describe(
    'Without its indexes; with its partitions, and the tables that inherit from it.',
  ),
  indexes: z.record(z.string(), bytes).describe('Bytes by name: public.users_pkey.'),
});

/** What `plumbline stats` writes. */
export const statsSchema = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  date: z.iso.date().describe('The day they were read, in UTC.'),
  postgres: z.string().describe('Version of the server: 16.4.'),
  tables: z
    .record(z.string(), table)
    .describe('By name, public.users; materialized views as well.'),
});

export type Stats = z.infer<typeof statsSchema>;
export type TableStats = z.infer<typeof table>;

/** Where it is kept when the configuration names no other place. */
export const DEFAULT_STATS = 'plumbline.stats.json';

/** The text of the file: sorted, so that two of them can be compared line by line. */
export function renderStats({ version, date, postgres, tables }: Stats): string {
  const sorted = Object.entries(tables)
    .sort(byName)
    .map(([name, { rows, exact, bytes: size, indexes }]) => {
      const own = Object.fromEntries(Object.entries(indexes).sort(byName));
      return [name, { rows, exact, bytes: size, indexes: own }];
    });
  const whole = { version, date, postgres, tables: Object.fromEntries(sorted) as object };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** What a text says, or why it is no file of sizes. */
export function parseStats(text: string): Stats | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const result = statsSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return {
    problem: `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it is something else'}`,
  };
}
