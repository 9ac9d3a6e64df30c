// Random pairs of schemas over all kinds: from one to the other and back, nothing left to do either
// way, no row lost. This file tries every other chunk of them; random-rest.test.ts has the others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunks, openGround, problemOf } from '../support/random-schema/campaign.ts';

describe('random pairs of schemas', () => {
  let ground: Awaited<ReturnType<typeof openGround>>;

  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it.each(chunks(0, 2))('$first and following', async (chunk) => {
    expect(await problemOf(ground, chunk)).toBeNull();
  });
});
