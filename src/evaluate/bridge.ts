// Two threads that answer each other. The near one goes on with other work while it waits; the far one
// sleeps, because what runs in it can't be interrupted.
import {
  MessageChannel,
  receiveMessageOnPort,
  type MessagePort,
  type Transferable,
} from 'node:worker_threads';

/** The end of the thread that waits for messages beside its other work. */
export interface NearEnd<Sent, Received> {
  send(message: Sent): void;
  /** The next message; null when none came in that many milliseconds. Keeps the process alive meanwhile. */
  receive(timeoutMs: number): Promise<Received | null>;
}

/** The end of the thread that sleeps until a message is there. */
export interface FarEnd<Sent, Received> {
  send(message: Sent): void;
  receive(): Received;
}

/** The far end as it travels to its thread. */
export interface BridgeEnd {
  readonly port: MessagePort;
  /** How many messages were sent to it. */
  readonly count: SharedArrayBuffer;
}

/** A bridge: the near end, and the far end with what must be transferred along with it. */
export function createBridge<Sent, Received>(): {
  near: NearEnd<Sent, Received>;
  far: BridgeEnd;
  transfer: Transferable[];
} {
  const { port1, port2 } = new MessageChannel();
  const count = new SharedArrayBuffer(4);
  const near = connect<Sent, Received>(port1, new Int32Array(count));
  return { near, far: { port: port2, count }, transfer: [port2] };
}

function connect<Sent, Received>(port: MessagePort, sent: Int32Array): NearEnd<Sent, Received> {
  const arrived: Received[] = [];
  let wake = (): void => undefined;
  port.on('message', (message: Received) => {
    arrived.push(message);
    wake();
  });
  // An open port would keep the process from ending.
  port.unref();
  return {
    send(message) {
      port.postMessage(message);
      Atomics.add(sent, 0, 1);
      Atomics.notify(sent, 0);
    },
    async receive(timeoutMs) {
      if (arrived.length === 0) {
        await new Promise<void>((resolve) => {
          // What came while this thread was busy is handed out before it is told to be late.
          const timer = setTimeout(() => setImmediate(resolve), Math.max(timeoutMs, 0));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return arrived.shift() ?? null;
    },
  };
}

/** The far end, in the thread it has travelled to. */
export function crossBridge<Sent, Received>({ port, count }: BridgeEnd): FarEnd<Sent, Received> {
  const sent = new Int32Array(count);
  return {
    send(message) {
      port.postMessage(message);
    },
    receive() {
      for (;;) {
        const seen = Atomics.load(sent, 0);
        const received = receiveMessageOnPort(port) as { message: Received } | undefined;
        if (received !== undefined) return received.message;
        Atomics.wait(sent, 0, seen);
      }
    },
  };
}
