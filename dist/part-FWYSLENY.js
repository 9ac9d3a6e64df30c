import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/node-settings.ts
import module from "node:module";
import { setFlagsFromString } from "node:v8";
var NEVER = 2 ** 31 - 1;
function wrapperOption(version) {
  return Number.parseInt(version, 10) >= 22 ? `--wasm-wrapper-tiering-budget=${NEVER}` : null;
}
function steadyWasm() {
  const option = wrapperOption(process.versions.node);
  if (option !== null) setFlagsFromString(option);
}
var TIERING_BUDGET = 4e7;
function patientWasm() {
  if (Number.parseInt(process.versions.node, 10) >= 22)
    setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
}
function enableCompileCache() {
  const { enableCompileCache: enable } = module;
  enable?.();
}

export {
  steadyWasm,
  patientWasm,
  enableCompileCache
};
