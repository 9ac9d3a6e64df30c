// An origin as GitHub serves it: at an address made of the server's, the owner's and the repository's name,
// with the refs of a pull request.
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitIn, type Origin } from './repository.ts';

/** The value of GITHUB_SERVER_URL under which the origin is `acme/shop`. */
export function serve(origin: Origin): string {
  const server = join(dirname(origin.directory), 'server');
  mkdirSync(join(server, 'acme'), { recursive: true });
  symlinkSync(origin.directory, join(server, 'acme/shop.git'));
  return `file://${server}`;
}

/** Makes the branch that is checked out pull request 5, merged into `base` where it can be. Returns its head. */
export function openPullRequest(origin: Origin, base: string | null): string {
  const head = gitIn(origin.directory, ['rev-parse', 'HEAD']);
  gitIn(origin.directory, ['update-ref', 'refs/pull/5/head', head]);
  if (base !== null) origin.trialMerge(5, base);
  return head;
}
