import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  withoutTemplates
} from "./part-7SOGWMAW.js";
import {
  offsetOfPosition
} from "./part-MC5YXB7Z.js";

// src/database/worker.ts
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { brotliDecompressSync } from "node:zlib";
import { messages, PGlite, protocol, types } from "./vendor/electric-sql-pglite.js";

// src/database/copy.ts
var MENTIONS_COPY = /\bcopy\b[^;]*\bfrom\s+stdin\b/i;
var WITH_DATA = /^(\s*copy\b[^;]*\bfrom\s+stdin\b[^;]*;)[^\S\n]*\n([\s\S]*?)^\\\.[^\S\n]*$/im;
function copyFromStdin(text) {
  if (!MENTIONS_COPY.test(text)) return null;
  const match = WITH_DATA.exec(text);
  const [, sql, data] = match ?? [];
  return sql !== void 0 && data !== void 0 && text.startsWith(match?.[0] ?? "") ? { sql, data } : { sql: text, data: null };
}
var WITH_PROGRAM = /^\s*(?:--[^\n]*\n\s*)*copy\b[^;]*\b(?:from|to)\s+program\b/i;
function copiesWithProgram(statement) {
  return WITH_PROGRAM.test(statement);
}

// src/database/worker.ts
var EXTENSION_DIRECTORY = "/pglite/share/postgresql/extension";
var EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
var start = workerData;
var progress = new Int32Array(start.progress);
async function openCluster() {
  const module = start.engine;
  if (start.dataDirectory !== null) await ensureDataDirectory(module, start.dataDirectory);
  const database = await PGlite.create(
    start.dataDirectory === null ? { ...baseOptions(module), loadDataDir: snapshot() } : { ...baseOptions(module), dataDir: start.dataDirectory }
  );
  const files = database.Module.FS;
  for (const [name, content] of Object.entries(start.stubs)) {
    files.writeFile(`${EXTENSION_DIRECTORY}/${name}`, content);
  }
  return database;
}
function baseOptions(module) {
  const text = (value) => value;
  return {
    pgliteWasmModule: module,
    initdbWasmModule: new WebAssembly.Module(EMPTY_MODULE),
    fsBundle: new Blob([readFileSync(start.files)]),
    startParams: [
      ...PGlite.defaultStartParams,
      // A deeper stack overflows WebAssembly's own before Postgres notices, and the instance is dead.
      ...["-c", "max_stack_depth=200"],
      ...["-c", "max_locks_per_transaction=512"],
      // Every instance keeps its files in memory anyway.
      ...["-c", "shared_buffers=32MB"],
      ...["-c", "timezone=UTC"]
    ],
    extensions: Object.fromEntries(
      Object.entries(start.bundles).map(([name, path]) => [name, pathToFileURL(path)])
    ),
    parsers: {
      [types.INT8]: (value) => Number.isSafeInteger(Number(value)) ? Number(value) : value,
      [types.DATE]: text,
      [types.TIMESTAMP]: text,
      [types.TIMESTAMPTZ]: text
    }
  };
}
var SNAPSHOT_BYTES = 48 * 1048576;
function snapshot() {
  const tar = start.from ?? brotliDecompressSync(readFileSync(start.cluster), { chunkSize: SNAPSHOT_BYTES });
  const { buffer, byteOffset, length } = tar;
  const blob = {
    type: "application/x-tar",
    size: length,
    arrayBuffer: () => Promise.resolve(
      length === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + length)
    )
  };
  return blob;
}
async function ensureDataDirectory(module, directory) {
  if (existsSync(`${directory}/PG_VERSION`)) return;
  const fresh = `${directory}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(dirname(directory), { recursive: true });
  const options = { ...baseOptions(module), extensions: {}, loadDataDir: snapshot() };
  const cluster = await PGlite.create({ ...options, dataDir: fresh });
  await cluster.close();
  await rename(fresh, directory);
}
async function runAll(database, texts) {
  for (const [index, text] of texts.entries()) {
    Atomics.store(progress, 1, index);
    await runText(database, text);
  }
}
async function runText(database, text, onNotice) {
  if (copiesWithProgram(text)) throw noPrograms();
  const copy = copyFromStdin(text);
  const { serialize } = protocol;
  const answers = await database.execProtocolStream(
    copy === null ? serialize.query(text) : Buffer.concat([
      serialize.query(copy.sql),
      // Outside of a COPY, Postgres ignores these.
      ...copy.data === null ? [serialize.copyFail("the SQL text carries no data")] : [serialize.copyData(bytesOf(copy.data)), serialize.copyDone()]
    ]),
    onNotice === void 0 ? { syncToFs: false } : { syncToFs: false, onNotice }
  );
  const finished = answers.some(({ name }) => name === "commandComplete" || name === "emptyQuery");
  if (!finished) await assertAlive(database);
}
function noPrograms() {
  const error = new messages.DatabaseError("COPY with a program is not run here", 0, "error");
  error.code = "0A000";
  return error;
}
async function watch(database, id, sql) {
  const said = [];
  const begin = performance.now();
  let error = null;
  try {
    await runText(database, sql, ({ severity = "", message = "", routine = "" }) => {
      said.push({ severity, text: message, routine });
    });
  } catch (thrown) {
    if (!(thrown instanceof messages.DatabaseError)) throw thrown;
    error = errorFields(thrown, sql);
  }
  return { id, kind: "watched", error, messages: said, ms: performance.now() - begin };
}
async function takeSnapshot(database, templates) {
  const tar = await database.dumpDataDir("none");
  const whole = new Uint8Array(await tar.arrayBuffer());
  return templates ? whole : withoutTemplates(whole);
}
function bytesOf(text) {
  const { buffer } = new TextEncoder().encode(text);
  return buffer;
}
async function assertAlive(database) {
  const { rows } = await database.query("select 1");
  if (rows.length !== 1) throw new Error("the embedded Postgres died of this statement");
}
function errorFields(error, sql) {
  return {
    message: error.message,
    code: error.code ?? "XX000",
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    position: offsetOfPosition(sql, error.position)
  };
}
async function answer(database, request) {
  const { id } = request;
  Atomics.store(progress, 1, 0);
  Atomics.store(progress, 0, id);
  try {
    switch (request.kind) {
      case "run":
        await runAll(database, request.texts);
        return { id, kind: "rows", rows: [] };
      case "query": {
        const { rows } = await database.query(request.sql, [...request.parameters]);
        return { id, kind: "rows", rows };
      }
      case "watch":
        return await watch(database, id, request.sql);
      case "snapshot":
        return { id, kind: "snapshot", tar: await takeSnapshot(database, request.templates) };
      case "close":
        await database.close();
        return { id, kind: "rows", rows: [] };
    }
  } catch (error) {
    if (!(error instanceof messages.DatabaseError)) {
      return { id, kind: "fatal", message: error instanceof Error ? error.message : String(error) };
    }
    const index = Atomics.load(progress, 1);
    const sql = request.kind === "run" ? request.texts[index] : "sql" in request ? request.sql : "";
    return { id, kind: "failed", index, error: errorFields(error, sql ?? "") };
  }
}
async function serve(port) {
  const database = await openCluster();
  let previous = Promise.resolve();
  port.on("message", (request) => {
    previous = previous.then(async () => {
      const response = await answer(database, request);
      port.postMessage(response, response.kind === "snapshot" ? [response.tar.buffer] : []);
    });
  });
  port.postMessage({ id: 0, kind: "ready" });
}
if (parentPort) await serve(parentPort);
