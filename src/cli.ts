#!/usr/bin/env node
// The command line: words → a command → what it prints and the exit code. The only file, with
// main.ts, that ends the process.
import { enableCompileCache, patientWasm, steadyWasm } from './node-settings.ts';

steadyWasm();
patientWasm();
enableCompileCache();
const { runCommand } = await import('./commands/index.ts');
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: process.stderr,
  dialogue:
    process.stdin.isTTY && process.stdout.isTTY
      ? { input: process.stdin, output: process.stdout }
      : null,
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  environment: process.env,
});
