// Which conversions of a type keep every value.

/** Conversions that keep every value, so that the way back has all it needs. */
const WIDENING: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'text'],
  ['real', 'double precision', 'text'],
  ['character varying', 'text'],
  ['uuid', 'text'],
  ['boolean', 'text'],
  ['json', 'text'],
  ['cidr', 'inet', 'text'],
];

/** Whether every value of one type can be had again from the other. */
export function keepsValues(from: string, to: string): boolean {
  const [old, wanted] = [from.replace(/\(.*\)/, ''), to.replace(/\(.*\)/, '')];
  if (old === wanted) return !to.includes('(') || length(from) <= length(to);
  return WIDENING.some(
    (chain) =>
      chain.includes(old) && chain.indexOf(old) < chain.indexOf(wanted) && !to.includes('('),
  );
}

/** The first modifier of a type; none is without bounds. */
function length(type: string): number {
  return Number(/\((\d+)/.exec(type)?.[1] ?? Infinity);
}
