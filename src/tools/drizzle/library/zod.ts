// The bundle of zod: schemas often take an enum's values from a validator's `.options`. It is loaded
// only where something of the schema hangs on it.
import * as v3 from 'zod/v3';
import * as v4 from 'zod';

export const modules = { v3: { ...v3 }, v4: { ...v4 } };
