// Every golden plan and 500 random pairs on a PostgreSQL server. The loop closes there as well, and read by
// pg_dump, which knows nothing of ours, what a plan makes is what the SQL itself makes. This file tries
// every other unit of them; differential-rest.test.ts has the others.
import { tryUnits } from '../support/differential-units.ts';

tryUnits(0, 2);
