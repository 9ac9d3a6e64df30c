// Puts the peers in place: they are in no `npm ci` of the project.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function installPeers(): void {
  const room = import.meta.dirname;
  if (existsSync(join(room, 'node_modules'))) return;
  console.log('The tools to compare with are not here yet: npm ci in bench/peers');
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: room, stdio: 'inherit' });
}
