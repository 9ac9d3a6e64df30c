// The corpus: pairs of schemas as SQL, from the golden cases and from the random schemas of the tests.
import fc from 'fast-check';
import { goldenSides } from '../../__tests__/support/golden-files.ts';
import { pairs } from '../../__tests__/support/random-schema/arbitrary.ts';
import { sqlOf } from '../../__tests__/support/random-schema/render.ts';
import { wishesOf, type Side } from '../../__tests__/support/random-schema/wish.ts';

export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export function goldenPairs(): Pair[] {
  return goldenSides().map(({ name, ...sides }) => ({
    name: name.replace(/\.sql$/, ''),
    ...sides,
  }));
}

/** Always the same ones for a seed. */
export function randomPairs(count: number, seed: number, version: number): Pair[] {
  return fc.sample(pairs, { numRuns: count, seed }).map((slots, index) => {
    const side = (which: Side): string => sqlOf(wishesOf(slots, which), { version, prefix: '' });
    return { name: `random-${index}`, before: side('before'), after: side('after') };
  });
}

/**
 * Roles that either side makes. They belong to the whole server, on which the two sides are databases:
 * they are there from the start, and no tool has to make them.
 */
export function rolesOf({ before, after }: Pair): string[] {
  return [before, after].flatMap((sql) =>
    [...sql.matchAll(CREATE_ROLE)].map(([statement]) => statement),
  );
}

export const withoutRoles = (sql: string): string => sql.replaceAll(CREATE_ROLE, '');

const CREATE_ROLE = /^create (?:role|user) [^;]*;/gim;
