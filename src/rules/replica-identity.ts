// REPLICA IDENTITY NOTHING: logical replication refuses UPDATE and DELETE from then on.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { alterations, asNode } from './syntax.ts';

export const replicaIdentity: Rule = {
  id: 'replica-identity',
  hazard: 'operations',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const identity = asNode(command.def, 'ReplicaIdentityStmt');
        const table = relationNamed(step, relation);
        if (identity?.identity_type !== 'n' || table?.existed !== true) return [];
        return {
          step,
          about: [],
          observed: `takes the replica identity of ${shortName(table.name)}`,
          why: 'where the table is published, UPDATE and DELETE fail from then on. Leave it, or name an index with USING INDEX',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};
