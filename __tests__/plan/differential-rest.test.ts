// The other units of differential.test.ts, so that two workers can share them.
import { tryUnits } from '../support/differential-units.ts';

tryUnits(1, 2);
