// Reading, comparing and planning of schemas of many tables, in the embedded Postgres, beside another
// reader of catalogs:
//   node bench/scale.ts [TABLES…]
import { join } from 'node:path';
import { measure } from './measure.ts';
import { versionOf } from './peers/engines.ts';
import { installPeers } from './peers/install.ts';
import type { ScaleFigures, Time } from './scale-run.ts';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100, 1000, 5000];

installPeers();

const both = ({ wall, cpu }: Time): string => `${Math.round(wall)} (${Math.round(cpu)})`;
const perTable = ({ cpu }: Time, tables: number): string => (cpu / tables).toFixed(2);

const all: ScaleFigures[] = [];
for (const tables of sizes) {
  const file = join(import.meta.dirname, 'scale-run.ts');
  const { code, out } = await measure(process.execPath, ['--expose-gc', file, String(tables)]);
  if (code !== 0) throw new Error(out);
  all.push(JSON.parse(out.trim().split('\n').at(-1) ?? '') as ScaleFigures);
}
console.log(
  'Milliseconds, of processors in parentheses. Medians of five, but for making and first.',
);
console.table(
  all.map((one) => ({
    tables: one.tables,
    objects: one.objects,
    make: both(one.create),
    'read first': both(one.first),
    'read again': both(one.again),
    'pg-delta reads': typeof one.pgDelta === 'string' ? one.pgDelta : both(one.pgDelta),
    changes: one.changes,
    diff: both(one.diff),
    plan: both(one.plan),
    statements: one.steps,
  })),
);
console.log('Growth, in processor milliseconds per table; memory in MB.');
console.table(
  all.map((one) => ({
    tables: one.tables,
    'read first': perTable(one.first, one.tables),
    'read again': perTable(one.again, one.tables),
    'diff and plan': perTable({ wall: 0, cpu: one.diff.cpu + one.plan.cpu }, one.tables),
    'a schema, MB': one.schema,
    'peak once made, MB': one.peakMade,
    'peak, MB': one.peak,
  })),
);
console.log(
  `Ten columns, five indexes and a primary key each. @supabase/pg-delta ${versionOf('@supabase/pg-delta')}.`,
);
