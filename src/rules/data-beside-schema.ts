// Rows of a table in use are written in a migration that changes the schema too.
import type { Rule, Step } from './rule.ts';

export const dataBesideSchema: Rule = {
  id: 'data-beside-schema',
  hazard: 'design',
  severity: 'off',
  detect: ({ trace, steps }) =>
    trace.migrations.flatMap((migration) => {
      const own = steps.filter((step) => step.migration === migration);
      const step = own.find(writes);
      if (!step || !own.some(changesSchema)) return [];
      return {
        step,
        about: [],
        observed: 'writes rows in a migration that changes the schema too',
        why: 'rows take their time, schema changes hold their locks, and one is taken back otherwise than the other. Give each a migration of its own',
        safeFor: [],
        tables: [],
      };
    }),
};

const WRITES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];
const CHANGES = ['AlterTableStmt', 'CreateStmt', 'IndexStmt', 'DropStmt', 'RenameStmt'];

const isOneOf = ({ tree }: Step, types: readonly string[]): boolean =>
  types.includes(Object.keys(tree ?? {})[0] ?? '');

const writes = (step: Step): boolean =>
  isOneOf(step, WRITES) && step.statement.locks.some(({ relation }) => relation.existed);

const changesSchema = (step: Step): boolean => isOneOf(step, CHANGES);
