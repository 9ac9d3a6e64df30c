// The other chunks of random.test.ts, so that two workers can share them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { chunks, openForPairs, problemOf } from '../support/random-schema/campaign.ts';

describe('random pairs of schemas', () => {
  let db: Database;

  beforeAll(async () => {
    db = await openForPairs();
  });
  afterAll(() => db.close());

  it.each(chunks(1, 2))('$first and following', async (chunk) => {
    expect(await problemOf(db, chunk)).toBeNull();
  });
});
