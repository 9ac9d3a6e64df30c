import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  gatherFiles,
  offsetOfPosition,
  writeCluster
} from "./part-7MOL3VE2.js";

// src/database/worker.ts
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { messages, PGlite, protocol, types } from "./vendor/electric-sql-pglite.js";

// src/database/cluster-memory.ts
import { MemoryFS } from "./vendor/electric-sql-pglite.js";
var DATA = "/pglite/data";
var TEMPLATE = /^base\/[14]$/;
var VERSION = "PG_VERSION";
var DIRECTORY_MODE = 16832;
var FILE_MODE = 33152;
var ClusterInMemory = class extends MemoryFS {
  #files;
  constructor(files) {
    super();
    this.#files = files;
  }
  /** PGlite calls it before it looks for a database. */
  initialSyncFs() {
    const files = filesOf(this.pg?.Module);
    files.mkdirTree(DATA, 448);
    putFiles(files.lookupPath(DATA).node, this.#files);
    return Promise.resolve();
  }
};
function putFiles(root, { bytes, entries }) {
  const own = new Uint8Array(bytes);
  const directories = /* @__PURE__ */ new Map([["", root]]);
  for (const { path, content } of entries) {
    const slash = path.lastIndexOf("/");
    const parent = directories.get(path.slice(0, Math.max(slash, 0)));
    if (parent === void 0) throw new Error(`${path} comes before its directory`);
    const mode = content === null ? DIRECTORY_MODE : FILE_MODE;
    const node = root.node_ops.mknod(parent, path.slice(slash + 1), mode, 0);
    if (content === null) {
      directories.set(path, node);
    } else {
      node.contents = own.subarray(content.from, content.from + content.length);
      node.usedBytes = content.length;
    }
  }
}
function takeFiles(module, { templates }) {
  const files = [];
  const walk = (directory, prefix, isWanted) => {
    if (directory.contents === null || ArrayBuffer.isView(directory.contents)) return;
    for (const [name, node] of Object.entries(directory.contents)) {
      const path = `${prefix}${name}`;
      if (isDirectory(node)) {
        files.push({ path, content: null });
        const isTemplate = !templates && TEMPLATE.test(path);
        walk(node, `${path}/`, isTemplate ? (one) => one === VERSION : () => true);
      } else if (isWanted(name)) files.push({ path, content: contentOf(node) });
    }
  };
  walk(filesOf(module).lookupPath(DATA).node, "", () => true);
  return gatherFiles(files);
}
var isDirectory = ({ mode }) => (mode & 61440) === 16384;
function contentOf({ contents, usedBytes }) {
  if (!ArrayBuffer.isView(contents)) return new Uint8Array();
  return new Uint8Array(contents.buffer, contents.byteOffset, usedBytes);
}
var filesOf = (module) => module.FS;

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
var Engine = class extends PGlite {
  _initArrayTypes() {
    for (const [element, array] of start.arrays) {
      this.parsers[array] = (text) => types.arrayParser(text, this.parsers[element] ?? asText, array);
      this.serializers[array] = (list) => types.arraySerializer(list, this.serializers[element], array);
    }
    return Promise.resolve();
  }
  /** There are no programs here: for Postgres that is an error of the statement, where PGlite's throws through it. */
  handleExternalCmd() {
    return 0;
  }
};
var asText = (text) => text;
async function openCluster(cluster) {
  const module = start.engine;
  const { dataDirectory } = start;
  if (dataDirectory !== null && !existsSync(`${dataDirectory}/PG_VERSION`)) {
    writeCluster(cluster, dataDirectory);
  }
  const database = new Engine({
    ...baseOptions(module),
    ...dataDirectory === null ? { fs: new ClusterInMemory(cluster) } : { dataDir: dataDirectory }
  });
  await database.waitReady;
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
    fsBundle: asBlob(readFileSync(start.files)),
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
function asBlob({ buffer, byteOffset, length }) {
  const blob = {
    size: length,
    arrayBuffer: () => Promise.resolve(buffer.slice(byteOffset, byteOffset + length))
  };
  return blob;
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
  await database.exec("checkpoint");
  return takeFiles(database.Module, { templates });
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
        return { id, kind: "snapshot", files: await takeSnapshot(database, request.templates) };
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
  let database = await openCluster(start.cluster);
  const answerTo = async (request) => {
    if (request.kind !== "restart") return answer(database, request);
    try {
      database = await openCluster(request.cluster);
      return { id: request.id, kind: "rows", rows: [] };
    } catch (error) {
      return { id: request.id, kind: "fatal", message: String(error) };
    }
  };
  let previous = Promise.resolve();
  port.on("message", (request) => {
    previous = previous.then(async () => {
      port.postMessage(await answerTo(request));
    });
  });
  port.postMessage({ id: 0, kind: "ready" });
}
if (parentPort) await serve(parentPort);
