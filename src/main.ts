// The action's entry: only wires.
import { check } from './check.ts';
import { run } from './github/run.ts';
import { steadyWasm } from './node-settings.ts';

steadyWasm();
await run(check);
