// Before the tests: what the sources read at run time, and a fresh dist for the end-to-end tests.
import { buildOnce } from '../../scripts/build.ts';

export async function setup(): Promise<void> {
  await buildOnce();
}
