// The action's entry: only wires.
import { check } from './check.ts';
import { run } from './github/run.ts';

await run(check);
