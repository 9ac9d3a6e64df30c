// Random pairs of schemas over all kinds: from one to the other and back, nothing left to do either
// way, no row lost. This file tries every other chunk of them; random-rest.test.ts has the others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { chunks, openForPairs, problemOf } from '../support/random-schema/campaign.ts';

describe('random pairs of schemas', () => {
  let db: Database;

  beforeAll(async () => {
    db = await openForPairs();
  });
  afterAll(() => db.close());

  it.each(chunks(0, 2))('$first and following', async (chunk) => {
    expect(await problemOf(db, chunk)).toBeNull();
  });
});
