// One process at a time in a data directory: the embedded Postgres itself would let a second one in.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from '../errors.ts';

/** Takes the directory for this process. Call what is returned to give it back. */
export function lockDataDirectory(directory: string): () => void {
  const file = `${directory}.lock`;
  mkdirSync(dirname(directory), { recursive: true });
  if (!take(file)) {
    const owner = readOwner(file);
    if (isAlive(owner)) {
      throw new EnvironmentError(
        `${directory} is in use by process ${String(owner)}`,
        'Wait for it to end, or end it, and run again.',
      );
    }
    // Left behind by a process that was killed.
    rmSync(file, { force: true });
    if (!take(file)) return lockDataDirectory(directory);
  }
  return () => {
    rmSync(file, { force: true });
  };
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return NaN;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
