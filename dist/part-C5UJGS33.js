import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/evaluate/bridge.ts
import {
  MessageChannel,
  receiveMessageOnPort
} from "node:worker_threads";
function createBridge() {
  const { port1, port2 } = new MessageChannel();
  const count = new SharedArrayBuffer(4);
  const near = connect(port1, new Int32Array(count));
  return { near, far: { port: port2, count }, transfer: [port2] };
}
function connect(port, sent) {
  const arrived = [];
  let wake = () => void 0;
  port.on("message", (message) => {
    arrived.push(message);
    wake();
  });
  port.unref();
  return {
    send(message) {
      port.postMessage(message);
      Atomics.add(sent, 0, 1);
      Atomics.notify(sent, 0);
    },
    async receive(timeoutMs) {
      if (arrived.length === 0) {
        await new Promise((resolve) => {
          const timer = setTimeout(() => setImmediate(resolve), Math.max(timeoutMs, 0));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return arrived.shift() ?? null;
    }
  };
}
function crossBridge({ port, count }) {
  const sent = new Int32Array(count);
  return {
    send(message) {
      port.postMessage(message);
    },
    receive() {
      for (; ; ) {
        const seen = Atomics.load(sent, 0);
        const received = receiveMessageOnPort(port);
        if (received !== void 0) return received.message;
        Atomics.wait(sent, 0, seen);
      }
    }
  };
}

// src/evaluate/machine.ts
import {
  newQuickJSWASMModuleFromVariant,
  newVariant
} from "./vendor/quickjs-emscripten-core.js";
import releaseSync from "./vendor/jitl-quickjs-wasmfile-release-sync.js";
var ENGINE_MESSAGE = "engine-message";
var MachineStop = class extends Error {
  name = "MachineStop";
  kind;
  /** The engine's stack at that moment, where it could still tell. */
  trace;
  constructor(kind, message, trace) {
    super(message);
    this.kind = kind;
    this.trace = trace;
  }
};
var engineVariant = releaseSync;
var PAGE = 65536;
var INITIAL_PAGES = 256;
var INSTRUCTIONS_PER_INTERRUPT = 1e4;
var BOOT_LIMITS = { wallClockMs: 6e4, instructions: 1e10 };
var GROWTH_ATTEMPTS = 3;
async function compileEngine(bytes) {
  return WebAssembly.compile(bytes);
}
async function startMachine(options) {
  const { module, limits } = options;
  const maximum = Math.max(INITIAL_PAGES, Math.floor(limits.memoryBytes / PAGE));
  const clock = {
    deadline: 0,
    interruptsLeft: 0,
    exhausted: false,
    stopped: null,
    bug: null
  };
  const memory = watchGrowth(new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum }), clock);
  const variant = newVariant(engineVariant, { wasmModule: module, wasmMemory: memory });
  const engine = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = engine.newRuntime();
  runtime.setMaxStackSize(limits.stackBytes);
  runtime.setInterruptHandler(() => isOver(clock));
  const vm = runtime.newContext();
  wind(clock, { ...limits, ...BOOT_LIMITS });
  const inside = { vm, runtime, clock, limits };
  const call = guard(inside, () => boot(inside, options));
  return {
    call(library, fn, args) {
      if (clock.stopped !== null) throw new MachineStop(clock.stopped, messageFor(inside), "");
      wind(clock, limits);
      return guard(inside, () => callRuntime(inside, call, [library, fn, args]));
    },
    // The memory is garbage once nobody holds the engine: freeing what is in it would be work for nothing,
    // and impossible after a stop.
    dispose: () => void 0
  };
}
function watchGrowth(memory, clock) {
  const grow = memory.grow.bind(memory);
  let failures = 0;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      failures = 0;
      return before;
    } catch (error) {
      failures += 1;
      if (failures >= GROWTH_ATTEMPTS) clock.exhausted = true;
      throw error;
    }
  };
  return memory;
}
function wind(clock, { wallClockMs, instructions }) {
  clock.deadline = performance.now() + wallClockMs;
  clock.interruptsLeft = instructions / INSTRUCTIONS_PER_INTERRUPT;
}
function isOver(clock) {
  clock.interruptsLeft -= 1;
  if (clock.bug !== null) return true;
  if (clock.exhausted) clock.stopped = "memory";
  else if (clock.interruptsLeft < 0 || performance.now() > clock.deadline)
    clock.stopped = "timeout";
  return clock.stopped !== null;
}
function messageFor({ clock, limits }) {
  if (clock.stopped === "memory")
    return `it needs more than ${Math.round(limits.memoryBytes / 1048576)} MB of memory`;
  return clock.interruptsLeft < 0 ? `it takes more than ${limits.instructions} instructions` : `it takes more than ${String(Math.round(limits.wallClockMs / 100) / 10)} s`;
}
function outsideTime(clock, work) {
  const before = performance.now();
  try {
    return work();
  } catch (error) {
    clock.bug ??= { error };
    throw error;
  } finally {
    clock.deadline += performance.now() - before;
  }
}
function guard(inside, work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof MachineStop || inside.clock.stopped !== null) throw error;
    if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
    inside.clock.stopped = "memory";
    throw new MachineStop("memory", `its stack or memory is used up (${error.message})`, "");
  }
}
function boot(inside, options) {
  const { vm } = inside;
  const text = `(function(){${options.runtime};return sandboxRuntime})()`;
  const entry = evaluate(inside, text, "sandbox-runtime.js");
  for (const { name, code } of options.libraries)
    evaluate(inside, code, `library ${name}`).dispose();
  const outside = describeOutside(inside, options.outside);
  const start = vm.getProp(entry, "start");
  const settings = vm.newString(JSON.stringify(options.settings));
  const started = unwrap(inside, vm.callFunction(start, vm.undefined, outside, settings));
  return vm.getProp(started, "call");
}
function evaluate(inside, code, file) {
  return unwrap(inside, inside.vm.evalCode(code, file));
}
function unwrap(inside, outcome) {
  if (outcome.error === void 0) return outcome.value;
  const { vm, clock } = inside;
  throwBug(clock);
  const dumped = vm.dump(outcome.error);
  outcome.error.dispose();
  const { message, trace } = describeError(dumped);
  if (message.includes("out of memory")) clock.stopped ??= "memory";
  if (clock.stopped !== null) throw new MachineStop(clock.stopped, messageFor(inside), trace);
  throw new Error(message);
}
function throwBug({ bug }) {
  if (bug !== null) throw bug.error;
}
function describeError(dumped) {
  if (typeof dumped !== "object" || dumped === null) return { message: String(dumped), trace: "" };
  const { name, message, stack } = dumped;
  return {
    message: `${String(name)}: ${String(message)}`,
    trace: typeof stack === "string" ? stack : ""
  };
}
function callRuntime(inside, call, args) {
  const { vm } = inside;
  const handles = args.map((text2) => vm.newString(text2));
  const result = unwrap(inside, vm.callFunction(call, vm.undefined, ...handles));
  const text = vm.getString(result);
  throwBug(inside.clock);
  if (isOver(inside.clock))
    throw new MachineStop(inside.clock.stopped ?? "timeout", messageFor(inside), "");
  for (const handle of [result, ...handles]) handle.dispose();
  return text;
}
function describeOutside(inside, outside) {
  const { vm, runtime, clock } = inside;
  const object = vm.newObject();
  const functions = {
    load: (file) => loadModule(inside, outside, vm.getString(file)),
    resolve(from, specifier) {
      const [file, name] = [vm.getString(from), vm.getString(specifier)];
      const resolution = outsideTime(clock, () => outside.resolve(file, name));
      return vm.newString(JSON.stringify(resolution));
    },
    drain() {
      runtime.executePendingJobs();
      return vm.undefined;
    },
    exhausted() {
      clock.exhausted = true;
      return vm.undefined;
    }
  };
  for (const [name, run] of Object.entries(functions)) {
    const handle = vm.newFunction(name, run);
    vm.setProp(object, name, handle);
    handle.dispose();
  }
  return object;
}
function loadModule(inside, outside, file) {
  const { vm, clock } = inside;
  const { script, broken } = outsideTime(clock, () => outside.load(file));
  const outcome = vm.evalCode(script, file);
  if (outcome.error === void 0) return outcome.value;
  const { message } = describeError(vm.dump(outcome.error));
  outcome.error.dispose();
  if (message.includes("out of memory")) clock.exhausted = true;
  const quoted = JSON.stringify(`it doesn't parse: ${message}`).slice(1, -1);
  return evaluate(
    inside,
    broken.replace(JSON.stringify(ENGINE_MESSAGE).slice(1, -1), () => quoted),
    file
  );
}

export {
  createBridge,
  crossBridge,
  ENGINE_MESSAGE,
  MachineStop,
  compileEngine,
  startMachine
};
