// The embedded Postgres as seen from the thread that uses it: one request at a time, each under a
// wall-clock deadline, because nothing else ends an endless statement.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { brotliDecompress } from 'node:zlib';
import { assetPath } from '../assets.ts';
import { EnvironmentError, messageOf } from '../errors.ts';
import { filesOfTar, type ClusterFiles } from './cluster-files.ts';
import { lockDataDirectory } from './data-directory.ts';
import { DatabaseError, type Database, type Row, type RunResult } from './database.ts';
import { selectExtensions } from './extensions.ts';
import type { WorkerRequest, WorkerResponse, WorkerStart } from './protocol.ts';
import { scratchOver } from './scratch.ts';

export interface EmbeddedOptions {
  /** Extensions to have at hand; those that aren't available become stubs. */
  readonly extensions?: readonly string[];
  /** What another instance's `snapshot` gave: begins where that one was, in memory. */
  readonly from?: ClusterFiles;
  /** Keeps the data in this directory instead of in memory. */
  readonly dataDirectory?: string;
  /** Wall clock for one request. */
  readonly deadlineMs?: number;
  /** Wall clock for the whole life of the instance. */
  readonly totalDeadlineMs?: number;
  /** Ends the instance at once, started or not. For instances in memory. */
  readonly signal?: AbortSignal;
}

const DEADLINE_MS = 60_000;
const TOTAL_DEADLINE_MS = 600_000;
const START_MS = 60_000;
const CLOSE_MS = 10_000;

type Answer = Exclude<WorkerResponse, { kind: 'fatal' }>;
type Question = WorkerRequest extends infer R
  ? R extends WorkerRequest
    ? Omit<R, 'id'>
    : never
  : never;

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A database that can be taken a copy of. */
export interface EmbeddedDatabase extends Database {
  /**
   * The files of its data directory, for `openEmbedded({ from })`. Outside of any transaction; in memory
   * only. Without `templates` they are half as many, and nothing that begins with them can create a database.
   */
  snapshot(parts?: { readonly templates: boolean }): Promise<ClusterFiles>;
  /** Ends its use and keeps its thread for another database: a third of what it takes to start one. In memory only. */
  retire(): RetiredDatabase;
}

/** The thread of a database that nobody uses any more. */
export interface RetiredDatabase {
  /** Begins with these files, or an empty cluster. Rejects with `EnvironmentError` where the thread has ended. */
  restart(options: Pick<EmbeddedOptions, 'from' | 'deadlineMs'>): Promise<EmbeddedDatabase>;
  /** Ends the thread. */
  end(): void;
}

/** Starts PGlite in a worker thread. Ready in about a second. */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const selected = selectExtensions(options.extensions ?? []);
  const progress = new SharedArrayBuffer(8);
  const { arrays, ...empty } = await emptyCluster();
  const { dataDirectory } = options;
  const link = new WorkerLink(
    {
      engine: await compiledEngine(),
      files: assetPath('pglite.data'),
      cluster: options.from ?? empty.cluster,
      arrays,
      bundles: selected.bundles,
      stubs: selected.stubs,
      dataDirectory: dataDirectory ?? null,
      progress,
    },
    options.totalDeadlineMs ?? TOTAL_DEADLINE_MS,
    dataDirectory === undefined ? () => undefined : lockDataDirectory(dataDirectory),
  );
  const deadline = options.deadlineMs ?? DEADLINE_MS;
  options.signal?.addEventListener('abort', () => {
    link.end();
  });
  await link.started(START_MS);
  const [row] = await rowsOf(
    link.ask({ kind: 'query', sql: 'show server_version_num', parameters: [] }, deadline),
  );
  const inMemory = dataDirectory === undefined;
  return handle(link, {
    deadline,
    inMemory,
    version: Number(row?.['server_version_num']),
    stubbed: selected.stubbed,
  });
}

/** Node's types know this only as a namespace of types. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

let engine: Promise<object> | null = null;

/** Compiled once for all instances: that saves a second of CPU and 200 MB for every further one. */
function compiledEngine(): Promise<object> {
  engine ??= readFile(assetPath('pglite.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return engine;
}

/** More than the files of an empty cluster have: decompressed in one piece, they are never copied together. */
const CLUSTER_BYTES = 48 * 1_048_576;

type Beginning = Pick<WorkerStart, 'cluster' | 'arrays'>;

let beginning: Promise<Beginning> | null = null;

/** What initdb gives. Read once for all instances. */
function emptyCluster(): Promise<Beginning> {
  beginning ??= readEmptyCluster();
  return beginning;
}

async function readEmptyCluster(): Promise<Beginning> {
  const packed = await readFile(assetPath('pgdata.tar.br'));
  const tar = await promisify(brotliDecompress)(packed, { chunkSize: CLUSTER_BYTES });
  const arrays = JSON.parse(await readFile(assetPath('array-types.json'), 'utf8')) as unknown;
  return { cluster: filesOfTar(tar), arrays: arrays as Beginning['arrays'] };
}

interface Instance {
  readonly deadline: number;
  readonly inMemory: boolean;
  readonly version: number;
  readonly stubbed: readonly string[];
}

function handle(link: WorkerLink, instance: Instance): EmbeddedDatabase {
  const { deadline, inMemory, version, stubbed } = instance;
  let isRetired = false;
  const ask = (question: Question): Promise<Answer> =>
    isRetired ? Promise.reject(closed()) : link.ask(question, deadline);
  const run = async (texts: readonly string[]): Promise<RunResult> => {
    const answer = await ask({ kind: 'run', texts });
    if (answer.kind !== 'failed') return { ok: true };
    return { ok: false, index: answer.index, error: new DatabaseError(answer.error) };
  };
  const exec = async (sql: string): Promise<void> => {
    const result = await run([sql]);
    if (!result.ok) throw result.error;
  };
  return {
    version,
    stubbed,
    exec,
    run,
    watch: async (sql) => {
      const answer = await ask({ kind: 'watch', sql });
      if (answer.kind !== 'watched') throw unusable('it answered another question');
      const { error, messages, ms } = answer;
      return { error: error === null ? null : new DatabaseError(error), messages, ms };
    },
    snapshot: async ({ templates } = { templates: true }) => {
      const answer = await ask({ kind: 'snapshot', templates });
      if (answer.kind !== 'snapshot') throw unusable('it answered another question');
      return answer.files;
    },
    query: <T extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      rowsOf(ask({ kind: 'query', sql, parameters })) as Promise<T[]>,
    scratch: scratchOver(exec),
    retire: () => {
      isRetired = true;
      return retired(link, instance);
    },
    close: async () => {
      // What is only in memory needs no orderly shutdown, which takes most of a second.
      if (inMemory) link.end();
      else await link.close();
    },
  };
}

async function rowsOf(asked: Promise<Answer>): Promise<Row[]> {
  const answer = await asked;
  if (answer.kind === 'failed') throw new DatabaseError(answer.error);
  return answer.kind === 'rows' ? (answer.rows as Row[]) : [];
}

/** Another database in the thread of one that is not used any more. */
function retired(link: WorkerLink, instance: Instance): RetiredDatabase {
  return {
    restart: async ({ from, deadlineMs = DEADLINE_MS }) => {
      const cluster = from ?? (await emptyCluster()).cluster;
      await link.ask({ kind: 'restart', cluster }, Math.min(deadlineMs, START_MS));
      return handle(link, { ...instance, deadline: deadlineMs });
    },
    end: () => {
      link.end();
    },
  };
}

/** The worker and what it still owes an answer to. */
class WorkerLink {
  readonly #worker: Worker;
  readonly #progress: Int32Array;
  readonly #pending = new Map<number, Pending>();
  readonly #end: number;
  /** Gives back what the instance held. */
  readonly #release: () => void;
  #last = 0;
  #dead: EnvironmentError | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(start: WorkerStart, totalDeadlineMs: number, release: () => void) {
    this.#release = release;
    this.#progress = new Int32Array(start.progress);
    this.#end = performance.now() + totalDeadlineMs;
    this.#worker = new Worker(workerUrl(), {
      workerData: start,
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (response: WorkerResponse) => {
      this.#settle(response);
    });
    this.#worker.on('error', (error: unknown) => {
      this.#kill(unusable(messageOf(error)));
    });
    this.#worker.on('exit', () => {
      this.#kill(unusable('it ended unexpectedly'));
    });
  }

  started(deadlineMs: number): Promise<Answer> {
    return this.#await(0, deadlineMs, () => 'the start of the embedded Postgres');
  }

  ask(question: Question, deadlineMs: number): Promise<Answer> {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = ++this.#last;
    const request: WorkerRequest = { ...question, id };
    this.#worker.ref();
    this.#worker.postMessage(request);
    return this.#await(id, deadlineMs, () => describe(request, Atomics.load(this.#progress, 1)));
  }

  async close(): Promise<void> {
    if (this.#dead) return;
    try {
      await this.ask({ kind: 'close' }, CLOSE_MS);
    } finally {
      this.end();
      await this.#ended;
    }
  }

  /** Without waiting for anything. */
  end(): void {
    this.#kill(closed());
  }

  #await(id: number, deadlineMs: number, subject: () => string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const left = Math.min(deadlineMs, this.#end - performance.now());
      const timer = setTimeout(
        () => {
          this.#kill(expired(subject(), Math.max(left, 0)));
        },
        Math.max(left, 0),
      );
      this.#pending.set(id, {
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  }

  #settle(response: WorkerResponse): void {
    if (response.kind === 'fatal') {
      this.#kill(unusable(response.message));
      return;
    }
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    // An idle worker must not keep the process alive.
    if (this.#pending.size === 0) this.#worker.unref();
    pending?.resolve(response);
  }

  #kill(reason: EnvironmentError): void {
    if (this.#dead) return;
    this.#dead = reason;
    this.#ended = this.#worker.terminate().then(this.#release);
    for (const pending of this.#pending.values()) pending.reject(reason);
    this.#pending.clear();
  }
}

/** In a checkout the worker is a TypeScript file beside this one, in `dist` a bundle beside ours. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

function describe(request: WorkerRequest, index: number): string {
  if (request.kind === 'close') return 'closing';
  if (request.kind === 'snapshot') return 'a copy of the database';
  if (request.kind === 'restart') return 'the start of the embedded Postgres';
  return excerpt(request.kind === 'run' ? (request.texts[index] ?? '') : request.sql);
}

/** The first line or so of a statement. */
function excerpt(sql: string): string {
  const line = sql.trim().replaceAll(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function expired(subject: string, ms: number): EnvironmentError {
  const seconds = Math.round(ms / 100) / 10;
  return new EnvironmentError(
    `no answer from the embedded Postgres within ${String(seconds)} s: ${subject}`,
    'The statement may never end. If it is only slow, give it more time with --timeout.',
  );
}

function closed(): EnvironmentError {
  return new EnvironmentError('the embedded Postgres is closed', 'Open another.');
}

function unusable(message: string): EnvironmentError {
  return new EnvironmentError(
    `the embedded Postgres failed: ${message}`,
    'Run it again; if it fails again, report this as a bug with the statement.',
  );
}
