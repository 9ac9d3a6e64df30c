#!/usr/bin/env node
import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  enableCompileCache,
  patientWasm,
  steadyWasm
} from "./part-FWYSLENY.js";

// src/cli.ts
steadyWasm();
patientWasm();
enableCompileCache();
var { runCommand } = await import("./part-P6NDKOMX.js");
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: process.stderr,
  dialogue: process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : null,
  color: process.stdout.isTTY && process.env["NO_COLOR"] === void 0,
  environment: process.env
});
