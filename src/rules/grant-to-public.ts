// GRANT … TO PUBLIC: everybody who can connect.
import type { Rule } from './rule.ts';
import { allOf, asNode } from './syntax.ts';

const OF_DATA: readonly string[] = [
  'OBJECT_TABLE',
  'OBJECT_SEQUENCE',
  'OBJECT_SCHEMA',
  'OBJECT_COLUMN',
];

export const grantToPublic: Rule = {
  id: 'grant-to-public',
  hazard: 'security',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const grant = asNode(step.tree, 'GrantStmt');
      const toPublic = allOf(grant?.grantees, 'RoleSpec').some(
        ({ roletype }) => roletype === 'ROLESPEC_PUBLIC',
      );
      if (grant?.is_grant !== true || !toPublic || !OF_DATA.includes(grant.objtype ?? ''))
        return [];
      const rights = allOf(grant.privileges, 'AccessPriv').map(({ priv_name: name = '' }) =>
        name.toUpperCase(),
      );
      return {
        step,
        about: [],
        observed: `grants ${rights.join(', ') || 'ALL'} to PUBLIC`,
        why: 'that is every role that can connect, those that are created later as well. Grant it to the roles that need it',
        safeFor: [],
        tables: [],
      };
    }),
};
