// The bundle of utility packages: shared columns often go through their `omit` or `pick`. It is
// loaded only where something of the schema hangs on one.
import * as esToolkit from 'es-toolkit';
import * as lodash from 'lodash-es';
import * as radash from 'radash';
import * as ramda from 'ramda';
import * as remeda from 'remeda';

const named = { ...lodash };

export const modules = {
  esToolkit: { ...esToolkit },
  // CommonJS to those who import it by default, names to the others.
  lodash: { ...named, default: named },
  radash: { ...radash },
  ramda: { ...ramda },
  remeda: { ...remeda },
  /** `lodash/omit` and its like, by function. */
  each: Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, { default: value }]),
  ),
};
