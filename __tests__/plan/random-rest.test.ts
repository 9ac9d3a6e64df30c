// The other chunks of random.test.ts, so that two workers can share them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunks, openGround, problemOf } from '../support/random-schema/campaign.ts';

describe('random pairs of schemas', () => {
  let ground: Awaited<ReturnType<typeof openGround>>;

  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it.each(chunks(1, 2))('$first and following', async (chunk) => {
    expect(await problemOf(ground, chunk)).toBeNull();
  });
});
