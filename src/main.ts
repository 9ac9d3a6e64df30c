// The action's entry: only wires.
import { check } from './check.ts';
import { run } from './github/run.ts';
import { patientWasm, steadyWasm } from './node-settings.ts';

steadyWasm();
patientWasm();
await run(check);
