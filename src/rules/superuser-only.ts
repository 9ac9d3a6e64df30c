// A statement that only a superuser may run: services that host databases give nobody that right.
import type { Rule } from './rule.ts';
import { allOf, asNode, stringsOf, type NodeType } from './syntax.ts';
import type { Step } from './rule.ts';

export const superuserOnly: Rule = {
  id: 'superuser-only',
  hazard: 'operations',
  severity: 'note',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const what = asking(step.tree);
      if (what === null) return [];
      return {
        step,
        about: [],
        observed: `${what}, which only a superuser may`,
        why: 'here it runs as one; a role that deploys should be none, and services that host databases give nobody that right: there it fails with 42501. Have it done by whoever runs the server',
        safeFor: [],
        tables: [],
      };
    }),
};

const ALWAYS: Partial<Record<NodeType, string>> = {
  AlterSystemStmt: "changes the server's settings",
  CreateTableSpaceStmt: 'creates a tablespace',
  CreateAmStmt: 'creates an access method',
  CreateFdwStmt: 'creates a foreign-data wrapper',
  CreateOpClassStmt: 'creates an operator class',
};

function asking(tree: Step['tree']): string | null {
  const always = Object.entries(ALWAYS).find(([type]) => tree !== null && type in tree)?.[1];
  if (always !== undefined) return always;
  const copy = asNode(tree, 'CopyStmt');
  if (copy?.is_program === true) return 'runs a program on the server';
  if (copy?.filename !== undefined) return 'reads or writes a file of the server';
  if (asNode(tree, 'CreatePublicationStmt')?.for_all_tables === true) return 'publishes all tables';
  const set = asNode(tree, 'VariableSetStmt');
  if (set?.name === 'session_replication_role') return 'turns off triggers for the session';
  const languages = allOf(asNode(tree, 'CreateFunctionStmt')?.options, 'DefElem')
    .filter(({ defname }) => defname === 'language')
    .flatMap(({ arg }) => (arg ? stringsOf([arg]) : []));
  return languages.some((name) => /^(?:c|internal)$/i.test(name))
    ? 'makes a function of the server’s own code'
    : null;
}
