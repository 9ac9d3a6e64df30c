// Makes the empty cluster that every embedded database starts from. initdb reads the clock and the
// random source; both are fixed here, in a thread of its own, so that each build gives the same bytes.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants } from 'node:zlib';

const FIXED_TIME = Date.UTC(2026, 0, 1);

interface Cluster {
  readonly tar: Uint8Array;
  /** Oids of element and array type, of each type that has one. */
  readonly arrays: readonly (readonly [number, number])[];
}

/**
 * Writes `pgdata.tar.br`, a fresh data directory, and `array-types.json`, which PGlite asks for at every
 * start otherwise, into a directory; the same bytes at every call.
 */
export async function buildSnapshot(directory: string): Promise<void> {
  const { tar, arrays } = await runInitdb();
  await writeFile(join(directory, 'pgdata.tar.br'), compress(tar));
  await writeFile(join(directory, 'array-types.json'), `${JSON.stringify(arrays)}\n`);
}

function compress(tar: Uint8Array): Buffer {
  return brotliCompressSync(tar, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: tar.length,
    },
  });
}

function runInitdb(): Promise<Cluster> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: 'initdb' });
    worker.once('message', (cluster: Cluster) => {
      resolve(cluster);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

function fixClockAndRandomness(): void {
  const RealDate = Date;
  class FixedDate extends RealDate {
    constructor(value?: number | string) {
      super(value ?? FIXED_TIME);
    }
    static override now(): number {
      return FIXED_TIME;
    }
  }
  Object.assign(globalThis, { Date: FixedDate });
  performance.now = () => 1;
  const fill = (view: Uint8Array): Uint8Array => {
    for (let i = 0; i < view.length; i++) view[i] = (i * 7 + 13) & 255;
    return view;
  };
  const nodeCrypto = createRequire(import.meta.url)('node:crypto') as Record<string, unknown>;
  nodeCrypto['randomFillSync'] = fill;
  Object.assign(globalThis.crypto, { getRandomValues: fill });
}

async function initdb(): Promise<Cluster> {
  fixClockAndRandomness();
  const { PGlite } = await import('@electric-sql/pglite');
  const cluster = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const { rows } = await cluster.query<{ element: number; array: number }>(
    `select oid::int as element, typarray::int as array from pg_type where typarray <> 0 order by oid`,
  );
  // Nothing of the log has to be run again by those who begin with it.
  await cluster.exec('checkpoint');
  const dump = await cluster.dumpDataDir('none');
  return {
    tar: new Uint8Array(await dump.arrayBuffer()),
    arrays: rows.map(({ element, array }) => [element, array]),
  };
}

if (workerData === 'initdb' && parentPort) parentPort.postMessage(await initdb());
