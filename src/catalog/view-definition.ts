// Which change of a view's definition CREATE OR REPLACE takes: columns may only be added at the end.
// Judged by the text as Postgres indents it; where that leaves a doubt, the view is made anew.

/** Whether one definition has all columns of the other first, of the same types. */
export function keepsColumns(before: string, after: string): boolean {
  const [old, wanted] = [partsOf(before), partsOf(after)];
  return (
    old !== null &&
    wanted !== null &&
    continues(old.columns, wanted.columns) &&
    continues(old.from, wanted.from)
  );
}

interface Parts {
  /** From the first word to the last expression. */
  readonly columns: string;
  /** What they are read from. */
  readonly from: string;
}

/** Its clauses begin lines of their own, indented by one to three; null for one of several queries. */
function partsOf(definition: string): Parts | null {
  const text = definition.replace(/;$/, '');
  if (/\n *(?:UNION|INTERSECT|EXCEPT)\b/.test(text)) return null;
  const [columns = '', ...rest] = text.split(/\n {3}FROM /);
  return { columns, from: rest.join('\n   FROM ').split(/\n {1,2}[A-Z]/)[0] ?? '' };
}

function continues(before: string, after: string): boolean {
  return after === before || (after.startsWith(before) && /^,?\n/.test(after.slice(before.length)));
}
