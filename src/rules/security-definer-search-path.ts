// A SECURITY DEFINER function without a search_path of its own: whoever calls it chooses what it calls.
import type { Rule } from './rule.ts';
import { allOf, asNode, stringsOf } from './syntax.ts';

export const securityDefinerSearchPath: Rule = {
  id: 'security-definer-search-path',
  hazard: 'security',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const statement = asNode(step.tree, 'CreateFunctionStmt');
      const options = allOf(statement?.options, 'DefElem');
      const isDefiner = options.some(
        ({ defname, arg }) => defname === 'security' && asNode(arg, 'Boolean')?.boolval === true,
      );
      const hasPath = options.some(
        ({ arg }) => asNode(arg, 'VariableSetStmt')?.name === 'search_path',
      );
      if (!isDefiner || hasPath) return [];
      const kind = statement?.is_procedure === true ? 'procedure' : 'function';
      return {
        step,
        about: [],
        observed: `${kind} ${stringsOf(statement?.funcname).join('.')} runs with its owner's rights and its caller's search_path`,
        why: "whoever may create objects in a schema of their search_path can have them called with the owner's rights. Write SET search_path = '' and name everything in full",
        safeFor: [],
        tables: [],
      };
    }),
};
