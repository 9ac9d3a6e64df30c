// The thread that runs PGlite. It knows nothing but SQL in and rows out; whoever waits for it holds
// the deadline, because an endless statement never gives this thread back.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { messages, PGlite, protocol, types, type PGliteOptions } from '@electric-sql/pglite';
import { writeCluster, type ClusterFiles } from './cluster-files.ts';
import { ClusterInMemory, takeFiles } from './cluster-memory.ts';
import { copiesWithProgram, copyFromStdin } from './copy.ts';
import { offsetOfPosition, type ErrorFields, type ServerMessage } from './database.ts';
import type { WorkerRequest, WorkerResponse, WorkerStart } from './protocol.ts';

const EXTENSION_DIRECTORY = '/pglite/share/postgresql/extension';

/** A module of nothing: initdb is never run here, and PGlite would look for its file otherwise. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Node's types know this only as a namespace of types. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => WebAssembly.Module;
};

const start = workerData as WorkerStart;
const progress = new Int32Array(start.progress);

/** PGlite asks every database for its array types, which takes the time of a hundred other queries. */
class Engine extends PGlite {
  override _initArrayTypes(): Promise<void> {
    for (const [element, array] of start.arrays) {
      this.parsers[array] = (text) =>
        types.arrayParser(text, this.parsers[element] ?? asText, array) as unknown;
      this.serializers[array] = (list) =>
        types.arraySerializer(list, this.serializers[element], array);
    }
    return Promise.resolve();
  }

  /** There are no programs here: for Postgres that is an error of the statement, where PGlite's throws through it. */
  override handleExternalCmd(): number {
    return 0;
  }
}

const asText: types.Parser = (text) => text;

async function openCluster(cluster: ClusterFiles): Promise<PGlite> {
  const module = start.engine as WebAssembly.Module;
  const { dataDirectory } = start;
  if (dataDirectory !== null && !existsSync(`${dataDirectory}/PG_VERSION`)) {
    writeCluster(cluster, dataDirectory);
  }
  const database = new Engine({
    ...baseOptions(module),
    ...(dataDirectory === null ? { fs: new ClusterInMemory(cluster) } : { dataDir: dataDirectory }),
  });
  await database.waitReady;
  // Its types name Emscripten's, which aren't published.
  const files = (database.Module as { FS: { writeFile(path: string, content: string): void } }).FS;
  for (const [name, content] of Object.entries(start.stubs)) {
    files.writeFile(`${EXTENSION_DIRECTORY}/${name}`, content);
  }
  return database;
}

function baseOptions(module: WebAssembly.Module): PGliteOptions {
  const text = (value: string): string => value;
  return {
    pgliteWasmModule: module,
    initdbWasmModule: new WebAssembly.Module(EMPTY_MODULE),
    fsBundle: asBlob(readFileSync(start.files)),
    startParams: [
      ...PGlite.defaultStartParams,
      // A deeper stack overflows WebAssembly's own before Postgres notices, and the instance is dead.
      ...['-c', 'max_stack_depth=200'],
      ...['-c', 'max_locks_per_transaction=512'],
      // Every instance keeps its files in memory anyway.
      ...['-c', 'shared_buffers=32MB'],
      ...['-c', 'timezone=UTC'],
    ],
    extensions: Object.fromEntries(
      Object.entries(start.bundles).map(([name, path]) => [name, pathToFileURL(path)]),
    ),
    parsers: {
      [types.INT8]: (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value),
      [types.DATE]: text,
      [types.TIMESTAMP]: text,
      [types.TIMESTAMPTZ]: text,
    },
  };
}

/** As PGlite reads it, without the two copies that a real Blob would make. */
function asBlob({ buffer, byteOffset, length }: Buffer): Blob {
  const blob: Pick<Blob, 'size' | 'arrayBuffer'> = {
    size: length,
    arrayBuffer: () =>
      Promise.resolve(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer),
  };
  return blob as Blob;
}

/** Runs the texts in order; throws at the first that fails, `progress[1]` says which. */
async function runAll(database: PGlite, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    Atomics.store(progress, 1, index);
    await runText(database, text);
  }
}

type OnNotice = (notice: messages.NoticeMessage) => void;

async function runText(database: PGlite, text: string, onNotice?: OnNotice): Promise<void> {
  if (copiesWithProgram(text)) throw noPrograms();
  const copy = copyFromStdin(text);
  const { serialize } = protocol;
  const answers = await database.execProtocolStream(
    copy === null
      ? serialize.query(text)
      : Buffer.concat([
          serialize.query(copy.sql),
          // Outside of a COPY, Postgres ignores these.
          ...(copy.data === null
            ? [serialize.copyFail('the SQL text carries no data')]
            : [serialize.copyData(bytesOf(copy.data)), serialize.copyDone()]),
        ]),
    onNotice === undefined ? { syncToFs: false } : { syncToFs: false, onNotice },
  );
  const finished = answers.some(({ name }) => name === 'commandComplete' || name === 'emptyQuery');
  if (!finished) await assertAlive(database);
}

function noPrograms(): messages.DatabaseError {
  const error = new messages.DatabaseError('COPY with a program is not run here', 0, 'error');
  error.code = '0A000';
  return error;
}

async function watch(database: PGlite, id: number, sql: string): Promise<WorkerResponse> {
  const said: ServerMessage[] = [];
  const begin = performance.now();
  let error: ErrorFields | null = null;
  try {
    await runText(database, sql, ({ severity = '', message = '', routine = '' }) => {
      said.push({ severity, text: message, routine });
    });
  } catch (thrown) {
    if (!(thrown instanceof messages.DatabaseError)) throw thrown;
    error = errorFields(thrown, sql);
  }
  return { id, kind: 'watched', error, messages: said, ms: performance.now() - begin };
}

/** After a checkpoint nothing of the log has to be run again where the files are opened. */
async function takeSnapshot(database: PGlite, templates: boolean): Promise<ClusterFiles> {
  await database.exec('checkpoint');
  return takeFiles(database.Module, { templates });
}

function bytesOf(text: string): ArrayBuffer {
  const { buffer } = new TextEncoder().encode(text);
  return buffer;
}

/** An instance that died of a stack overflow goes on answering, with nothing. */
async function assertAlive(database: PGlite): Promise<void> {
  const { rows } = await database.query('select 1');
  if (rows.length !== 1) throw new Error('the embedded Postgres died of this statement');
}

function errorFields(error: messages.DatabaseError, sql: string): ErrorFields {
  return {
    message: error.message,
    code: error.code ?? 'XX000',
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    position: offsetOfPosition(sql, error.position),
  };
}

async function answer(
  database: PGlite,
  request: Exclude<WorkerRequest, { kind: 'restart' }>,
): Promise<WorkerResponse> {
  const { id } = request;
  Atomics.store(progress, 1, 0);
  Atomics.store(progress, 0, id);
  try {
    switch (request.kind) {
      case 'run':
        await runAll(database, request.texts);
        return { id, kind: 'rows', rows: [] };
      case 'query': {
        const { rows } = await database.query(request.sql, [...request.parameters]);
        return { id, kind: 'rows', rows };
      }
      case 'watch':
        return await watch(database, id, request.sql);
      case 'snapshot':
        return { id, kind: 'snapshot', files: await takeSnapshot(database, request.templates) };
      case 'close':
        await database.close();
        return { id, kind: 'rows', rows: [] };
    }
  } catch (error) {
    if (!(error instanceof messages.DatabaseError)) {
      return { id, kind: 'fatal', message: error instanceof Error ? error.message : String(error) };
    }
    const index = Atomics.load(progress, 1);
    const sql = request.kind === 'run' ? request.texts[index] : 'sql' in request ? request.sql : '';
    return { id, kind: 'failed', index, error: errorFields(error, sql ?? '') };
  }
}

async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  let database = await openCluster(start.cluster);
  const answerTo = async (request: WorkerRequest): Promise<WorkerResponse> => {
    if (request.kind !== 'restart') return answer(database, request);
    try {
      // In memory there is nothing to close: what is out of reach is gone.
      database = await openCluster(request.cluster);
      return { id: request.id, kind: 'rows', rows: [] };
    } catch (error) {
      return { id: request.id, kind: 'fatal', message: String(error) };
    }
  };
  let previous = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    previous = previous.then(async () => {
      port.postMessage(await answerTo(request));
    });
  });
  port.postMessage({ id: 0, kind: 'ready' } satisfies WorkerResponse);
}

if (parentPort) await serve(parentPort);
