// DROP SCHEMA with tables in it.
import { droppedObjects, droppedTables } from './dropped.ts';
import { listed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';

export const dropSchema: Rule = {
  id: 'drop-schema',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const dropped = droppedObjects(pass, step);
      const schemas = dropped.filter(({ object, cascade }) => object.kind === 'schema' && !cascade);
      const tables = droppedTables(pass, step).map(({ name }) => name);
      if (schemas.length === 0 || tables.length === 0) return [];
      return {
        step,
        about: [...tables.map((name) => `loss ${name}`), 'cascade'],
        observed: `drops the schema ${listed(schemas.map(({ object }) => object.name))} with all rows of ${listed(tables.map(shortName))}`,
        why: 'nothing brings them back. Deploy code that needs none of it first, keep the schema under another name for a while, and drop it in a later release',
        safeFor: [],
        tables,
      };
    }),
};
