// Where `@renamedFrom` may stand in Drizzle's models, and what is read from it.
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/tools/tool.ts';
import { readModels } from '../drizzle/support.ts';

const imports = `import { integer, pgEnum, pgSchema, pgSequence, pgTable, pgView, text, timestamp } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
`;

async function tagsOf(
  files: Readonly<Record<string, string>> | string,
  values: Partial<Project> = {},
): Promise<string[]> {
  const contents = typeof files === 'string' ? { 'schema.ts': files } : files;
  const all = Object.entries(contents).map(([name, content]) => [name, imports + content]);
  const reading = await readModels(Object.fromEntries(all) as Record<string, string>, values);
  expect(reading.unknowns).toEqual([]);
  const told = (reading.renames ?? []).map(
    ({ kind, from, to, source }) =>
      `${kind ?? ''} ${to ?? ''} from ${from?.join(' or ') ?? 'nothing'}, ${source.file ?? ''}:${source.line ?? 0}`,
  );
  return [...told, ...reading.findings.map(({ message }) => message)];
}

describe('@renamedFrom', () => {
  it('stands on a table and on a column', async () => {
    expect(
      await tagsOf(`
/**
 * Those who log in.
 * @renamedFrom people
 */
export const users = pgTable('users', {
  id: integer().primaryKey(),
  /** @renamedFrom fullname */
  name: text('name').notNull(),
  /** The address. @renamedFrom mail, e_mail */
  email: text(),
  // @renamedFrom ignored
  plain: text(),
  /* @renamedFrom ignored */
  other: text(),
});
`),
    ).toEqual([
      'table public.users from people, schema.ts:6',
      'column public.users.name from fullname, schema.ts:10',
      'column public.users.email from mail or e_mail, schema.ts:12',
    ]);
  });

  it('stands on enums and their values, in lists, in TypeScript enums and in objects', async () => {
    expect(
      await tagsOf({
        'schema.ts': `
import { Level, kinds, Mood } from './values';
/** @renamedFrom state */
export const status = pgEnum('status', [/** @renamedFrom active */ 'enabled', 'closed']);
export const level = pgEnum('level', Level);
export const kind = pgEnum('kind', kinds);
export const mood = pgEnum('mood', Mood);
`,
        'values.ts': `
export enum Level {
  /** @renamedFrom lo */
  Low = 'low',
  High = 'high',
}
export const kinds = [
  'a',
  /** @renamedFrom bee */
  'b',
] as const;
export const Mood = { /** @renamedFrom happy */ Glad: 'glad', Sad: 'sad' } as const;
export const others = [/** @renamedFrom no */ 'low', /** @renamedFrom never */ 'sad'];
`,
      }),
    ).toEqual([
      'enum public.status from state, schema.ts:5',
      'enum public.status.enabled from active, schema.ts:6',
      'enum public.level.low from lo, values.ts:5',
      'enum public.kind.b from bee, values.ts:11',
      'enum public.mood.glad from happy, values.ts:14',
    ]);
  });

  it('stands on views, sequences and schemas', async () => {
    expect(
      await tagsOf(`
/** @renamedFrom accounts */
export const auth = pgSchema('auth');
/** @renamedFrom public.people */
export const users = auth.table('users', { id: integer() });
/** @renamedFrom old_no */
export const orderNo = pgSequence('order_no');
/** @renamedFrom names */
export const all = pgView('all_names', { n: integer() }).as(sql\`select 1 as n\`);
`),
    ).toEqual([
      'table auth.users from public.people, schema.ts:6',
      'view public.all_names from names, schema.ts:10',
      'sequence public.order_no from old_no, schema.ts:8',
      'schema auth from accounts, schema.ts:4',
    ]);
  });

  it('stands on shared columns and on what factories make', async () => {
    expect(
      await tagsOf(
        {
          'schema.ts': `
import { stamps, makeTable } from './shared';
export const a = pgTable('a', { id: integer(), ...stamps });
/** @renamedFrom bees */
export const b = makeTable('b');
/** @renamedFrom seas */
export const c = makeTable('c');
`,
          'shared.ts': `
export const stamps = {
  /** @renamedFrom created */
  createdAt: timestamp(),
};
export const makeTable = (name: string) => pgTable(name, {
  id: integer(),
  /** @renamedFrom label */
  title: text(),
});
`,
        },
        { settings: { casing: 'snake_case' } },
      ),
    ).toEqual([
      'column public.a.created_at from created, shared.ts:5',
      'table public.b from bees, schema.ts:6',
      'column public.b.title from label, shared.ts:10',
      'table public.c from seas, schema.ts:8',
      'column public.c.title from label, shared.ts:10',
    ]);
  });

  it('takes several tags, quoted names, prose behind them, and - for what is new', async () => {
    expect(
      await tagsOf(`
export const t = pgTable('t', {
  /**
   * @renamedFrom one
   * @renamedFrom "two, or so", Three
   */
  a: text(),
  /** @renamedFrom b1 when we merged */
  b: text(),
  /** @renamedFrom - */
  c: text(),
  /** @renamedFrom - it has nothing to do with c1 */
  d: text(),
  /** @renamedFromage x */
  e: text(),
  /** @renamedFrom */
  f: text(),
});
`),
    ).toEqual([
      'column public.t.a from one or "two, or so" or Three, schema.ts:6',
      'column public.t.b from b1, schema.ts:10',
      'column public.t.c from nothing, schema.ts:12',
      'column public.t.d from nothing, schema.ts:14',
      '@renamedFrom names nothing: write the older name as the database spells it, or - for what is new',
    ]);
  });

  it('says nothing of other declarations of one statement, nor of the table a column stands in', async () => {
    expect(
      await tagsOf(`
/** @renamedFrom a1 */
export const a = pgTable('a', { x: integer(), y: text() }), b = pgTable('b', { x: integer() });
export const c = pgTable(/** @renamedFrom c1 */ 'c', { x: integer() });
`),
    ).toEqual(['table public.a from a1, schema.ts:4']);
  });
});
