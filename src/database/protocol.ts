// What the thread that runs PGlite and the thread that asks it say to each other.
import type { ClusterFiles } from './cluster-files.ts';
import type { ErrorFields, ServerMessage } from './database.ts';

/** What the worker needs to start. Paths are absolute. */
export interface WorkerStart {
  /** PGlite's compiled WebAssembly module: its code is shared between threads. */
  readonly engine: object;
  readonly files: string;
  /** What the data directory begins with. */
  readonly cluster: ClusterFiles;
  /** Oids of element and array type, of each type that every cluster has. */
  readonly arrays: readonly (readonly [element: number, array: number])[];
  /** Bundles of extensions, by the name of the bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Files to write into the extension directory: name to content. */
  readonly stubs: Readonly<Record<string, string>>;
  /** Directory on disk; null keeps everything in memory. */
  readonly dataDirectory: string | null;
  /** Two integers: the request under way, and the index of the text it is at. */
  readonly progress: SharedArrayBuffer;
}

export type WorkerRequest =
  | { readonly id: number; readonly kind: 'run'; readonly texts: readonly string[] }
  | {
      readonly id: number;
      readonly kind: 'query';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly id: number; readonly kind: 'watch'; readonly sql: string }
  | { readonly id: number; readonly kind: 'snapshot'; readonly templates: boolean }
  /** Another cluster in place of the one that is there. */
  | { readonly id: number; readonly kind: 'restart'; readonly cluster: ClusterFiles }
  | { readonly id: number; readonly kind: 'close' };

export type WorkerResponse =
  | { readonly id: number; readonly kind: 'ready' }
  | { readonly id: number; readonly kind: 'rows'; readonly rows: readonly unknown[] }
  | {
      readonly id: number;
      readonly kind: 'failed';
      readonly index: number;
      readonly error: ErrorFields;
    }
  | {
      readonly id: number;
      readonly kind: 'watched';
      readonly error: ErrorFields | null;
      readonly messages: readonly ServerMessage[];
      readonly ms: number;
    }
  | { readonly id: number; readonly kind: 'snapshot'; readonly files: ClusterFiles }
  /** The instance can't be used any more. */
  | { readonly id: number; readonly kind: 'fatal'; readonly message: string };
