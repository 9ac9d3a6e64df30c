// The thread a machine runs in, so that whatever it does inside the engine, where nothing interrupts
// it, can be ended from outside. It asks the other thread for the code of modules.
import { parentPort, workerData } from 'node:worker_threads';
import { crossBridge, type BridgeEnd } from './bridge.ts';
import { MachineStop, startMachine, type MachineOptions, type Script } from './machine.ts';
import type { Resolution } from './module-code.ts';

export interface ThreadStart extends Omit<MachineOptions, 'outside'> {
  readonly bridge: BridgeEnd;
}

/** What the owner of the thread sends: calls, and answers to requests. */
export type ToThread =
  | { readonly kind: 'call'; readonly library: string; readonly fn: string; readonly args: string }
  | { readonly kind: 'script'; readonly script: Script }
  | { readonly kind: 'resolution'; readonly resolution: Resolution };

/** What the thread sends: how a call ended, and requests made while it runs. */
export type FromThread =
  | { readonly kind: 'result'; readonly json: string }
  | {
      readonly kind: 'stop';
      readonly cause: 'memory' | 'timeout';
      readonly message: string;
      readonly trace: string;
    }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'load'; readonly file: string }
  | { readonly kind: 'resolve'; readonly from: string; readonly specifier: string };

const start = workerData as ThreadStart;
const bridge = crossBridge<FromThread, ToThread>(start.bridge);

function ask<K extends ToThread['kind']>(
  request: FromThread,
  kind: K,
): Extract<ToThread, { kind: K }> {
  bridge.send(request);
  const answer = bridge.receive();
  if (answer.kind !== kind) throw new Error(`expected ${kind}, got ${answer.kind}`);
  return answer as Extract<ToThread, { kind: K }>;
}

const machine = await startMachine({
  ...start,
  outside: {
    load: (file) => ask({ kind: 'load', file }, 'script').script,
    resolve: (from, specifier) =>
      ask({ kind: 'resolve', from, specifier }, 'resolution').resolution,
  },
});
parentPort?.postMessage('ready');

function run(request: Extract<ToThread, { kind: 'call' }>): FromThread {
  try {
    const { library, fn, args } = request;
    return { kind: 'result', json: machine.call(library, fn, args) };
  } catch (error) {
    if (error instanceof MachineStop) {
      const { kind: cause, message, trace } = error;
      return { kind: 'stop', cause, message, trace };
    }
    return { kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}

// Asleep between calls: the thread has nothing else to do.
for (;;) {
  const request = bridge.receive();
  if (request.kind === 'call') bridge.send(run(request));
}
