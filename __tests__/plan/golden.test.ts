// Every file of golden/ is a case: the SQL before and after, and what must come of it. The loop is
// closed for each: apply, introspect, nothing left; plan again, nothing; down, as before.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { closeLoop, planned, render, sidesOf, tidyUp } from '../support/golden-cases.ts';
import { directory, files, sections, textOf } from '../support/golden-files.ts';

describe('golden plans', () => {
  let db: Database;
  let done = 0;

  beforeAll(async () => {
    db = await openEmbedded({ extensions: ['vector', 'citext', 'pg_trgm'] });
    await db.exec('create role app_user; create role app_admin');
  });
  afterAll(() => db.close());
  afterEach(() => tidyUp(db, ++done));

  it.each(files)('%s', async (name) => {
    const text = textOf(name);
    const source = sections(text);
    const sides = await sidesOf(db, source);
    const { changes, plan } = await planned(db, source, sides);
    const rendered = render(source, changes, plan);
    if (process.env['UPDATE']) writeFileSync(join(directory, name), rendered);
    else expect(rendered).toBe(text);
    await closeLoop(db, source.get('before') ?? '', sides, plan);
  });
});
