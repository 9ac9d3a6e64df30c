// What Node itself is told before the program starts.
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** V8 compiles a faster wrapper once a call from WebAssembly into JavaScript was made so often. */
const NEVER = 2 ** 31 - 1;

/** The option that keeps V8 from making such wrappers; `null` where Node's V8 has none (before 22). */
export function wrapperOption(version: string): string | null {
  return Number.parseInt(version, 10) >= 22 ? `--wasm-wrapper-tiering-budget=${NEVER}` : null;
}

/**
 * Keeps V8 from freeing wrappers in one thread that another one uses: several threads with a database
 * each ended the process with "Check failed: jit_page.has_value()" or a segmentation fault (V8 13.6).
 * Costs no time that could be measured. To be called before the first thread starts.
 */
export function steadyWasm(): void {
  const option = wrapperOption(process.versions.node);
  if (option !== null) setFlagsFromString(option);
}

/** Three times as many as V8 does by itself. */
const TIERING_BUDGET = 40_000_000;

/**
 * Has V8 wait longer before it compiles a function of WebAssembly anew to make it faster: most runs are
 * over before that pays, and it takes a tenth of their processor time. Large schemas lose nothing.
 */
export function patientWasm(): void {
  if (Number.parseInt(process.versions.node, 10) >= 22)
    setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
}

/** Lets Node keep compiled code between runs, where it can (from Node 22.1 on). */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = module as { enableCompileCache?: () => void };
  enable?.();
}
