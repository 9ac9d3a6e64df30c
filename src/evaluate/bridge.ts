// Two threads that wait for each other: each sends, then sleeps until the other has answered. One of
// them may hold a deadline.
import {
  MessageChannel,
  receiveMessageOnPort,
  type MessagePort,
  type Transferable,
} from 'node:worker_threads';

/** One end of the bridge. */
export interface Bridge<Sent, Received> {
  send(message: Sent): void;
  /** The next message; null when none came in that many milliseconds. */
  receive(timeoutMs?: number): Received | null;
}

/** The other thread's end as it travels there. */
export interface BridgeEnd {
  readonly port: MessagePort;
  /** Counts the messages sent in each direction; the sleeping thread waits on its own count. */
  readonly counts: SharedArrayBuffer;
}

const [TO_NEAR, TO_FAR] = [0, 1];

/** A bridge: the near end, and the far end with what must be transferred along with it. */
export function createBridge<Sent, Received>(): {
  near: Bridge<Sent, Received>;
  far: BridgeEnd;
  transfer: Transferable[];
} {
  const { port1, port2 } = new MessageChannel();
  // Read by hand only: an open port would keep the process from ending.
  port1.unref();
  const counts = new SharedArrayBuffer(8);
  const near = connect<Sent, Received>(port1, new Int32Array(counts), TO_NEAR, TO_FAR);
  return { near, far: { port: port2, counts }, transfer: [port2] };
}

/** The far end, in the thread it has travelled to. */
export function crossBridge<Sent, Received>({ port, counts }: BridgeEnd): Bridge<Sent, Received> {
  return connect<Sent, Received>(port, new Int32Array(counts), TO_FAR, TO_NEAR);
}

function connect<Sent, Received>(
  port: MessagePort,
  counts: Int32Array,
  mine: number,
  other: number,
): Bridge<Sent, Received> {
  return {
    send(message) {
      port.postMessage(message);
      Atomics.add(counts, other, 1);
      Atomics.notify(counts, other);
    },
    receive(timeoutMs = Infinity) {
      const end = performance.now() + timeoutMs;
      for (;;) {
        const seen = Atomics.load(counts, mine);
        const received = receiveMessageOnPort(port) as { message: Received } | undefined;
        if (received !== undefined) return received.message;
        const left = end - performance.now();
        if (left <= 0) return null;
        Atomics.wait(counts, mine, seen, left);
      }
    },
  };
}
