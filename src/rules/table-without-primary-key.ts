// A new table that has no primary key in the end.
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const tableWithoutPrimaryKey: Rule = {
  id: 'table-without-primary-key',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps, head }) =>
    steps.flatMap((step) => {
      const create = asNode(step.tree, 'CreateStmt');
      const { relname = '', schemaname = 'public' } = create?.relation ?? {};
      const own = [...head.objects.values()].filter(({ schema, table, kind, name }) =>
        kind === 'table'
          ? schema === schemaname && name === relname
          : schema === schemaname && table === relname,
      );
      const table = own.find(({ kind }) => kind === 'table');
      if (!create || !table || own.some(({ kind }) => kind === 'primary key')) return [];
      return {
        step,
        about: [],
        observed: `table ${relname} has no primary key`,
        why: 'nothing keeps its rows apart, logical replication refuses UPDATE and DELETE of it, and no backfill can walk along it. Give it one',
        safeFor: [],
        tables: [],
      };
    }),
};
