// The action's entry: only wires.
import { run } from './github/run.ts';
import { patientWasm, steadyWasm } from './node-settings.ts';
import { checkAndPropose } from './proposal.ts';

steadyWasm();
patientWasm();
await run(checkAndPropose);
