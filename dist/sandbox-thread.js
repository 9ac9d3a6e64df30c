import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  MachineStop,
  crossBridge,
  startMachine
} from "./part-C5UJGS33.js";

// src/evaluate/sandbox-thread.ts
import { parentPort, workerData } from "node:worker_threads";
var start = workerData;
var bridge = crossBridge(start.bridge);
function ask(request, kind) {
  bridge.send(request);
  const answer = bridge.receive();
  if (answer.kind !== kind) throw new Error(`expected ${kind}, got ${answer.kind}`);
  return answer;
}
var machine = await startMachine({
  ...start,
  outside: {
    load: (file) => ask({ kind: "load", file }, "script").script,
    resolve: (from, specifier) => ask({ kind: "resolve", from, specifier }, "resolution").resolution
  }
});
parentPort?.postMessage("ready");
function run(request) {
  try {
    const { library, fn, args } = request;
    return { kind: "result", json: machine.call(library, fn, args) };
  } catch (error) {
    if (error instanceof MachineStop) {
      const { kind: cause, message, trace } = error;
      return { kind: "stop", cause, message, trace };
    }
    return { kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
}
for (; ; ) {
  const request = bridge.receive();
  if (request.kind === "call") bridge.send(run(request));
}
