// The text of a function is the user's: what a plan writes must bring back every byte of it.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { planChanges } from '../../src/plan/plan.ts';
import { diff } from '../../src/schema/diff.ts';
import { quoteLiteral } from '../../src/schema/identity.ts';
import type { Schema } from '../../src/schema/objects.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
  // The texts are no SQL.
  await db.exec('set check_function_bodies = off');
});
afterAll(() => db.close());

const define = (body: string): string =>
  `create function f() returns text language sql as ${quoteLiteral(body)};
   create procedure p() language plpgsql as ${quoteLiteral(body)};`;

const schemaOf = (sql: string): Promise<Schema> =>
  db.scratch(async () => {
    await db.exec(sql);
    return introspect(db);
  });

/** The bytes of all bodies there are after the plan from one text to another. */
async function planned(before: string, after: string): Promise<unknown[]> {
  const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
  const { up } = planChanges(diff(actual, desired, { traits }), { actual, desired });
  return db.scratch(async () => {
    await db.exec(before);
    const result = await db.run(up.map(({ sql }) => sql));
    expect(result).toEqual({ ok: true });
    const rows = await db.query(
      `select encode(convert_to(prosrc, 'UTF8'), 'hex') as bytes from pg_proc
       where pronamespace = 'public'::regnamespace`,
    );
    return rows.map(({ bytes }) => bytes);
  });
}

const twice = (body: string): string[] => {
  const bytes = Buffer.from(body).toString('hex');
  return [bytes, bytes];
};

const pieces = ['$', '$$', '$function$', '$procedure', 'x', `'`, `''`, '"', '\\', ';', '--', '/*'];
const space = [' ', '  ', '\t', '\n', '\r\n', '\r', '\u00a0'];
const letters = ['a', 'ü', '😀', 'begin', 'end', '\u0001'];

describe('the text of a function', () => {
  it('stays as it is when the function is created or replaced', async () => {
    const text = fc
      .array(fc.constantFrom(...pieces, ...space, ...letters), { maxLength: 12 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        expect(await planned('', define(first))).toEqual(twice(first));
        expect(await planned(define(first), define(second))).toEqual(twice(second));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
