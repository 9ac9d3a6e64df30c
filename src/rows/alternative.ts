// One way to meet a condition: what it asks of columns, and how columns compare.
import { bothNeeds, type Need } from './needs.ts';

/** `left operator right` between two columns. */
export interface Relation {
  readonly left: string;
  readonly operator: '<' | '<=' | '=' | '<>';
  readonly right: string;
}

export interface Alternative {
  /** By the name of a column. */
  readonly needs: ReadonlyMap<string, Need>;
  readonly relations: readonly Relation[];
}

/** More are not looked at. */
export const MOST = 48;

export const ANYTHING: Alternative = { needs: new Map(), relations: [] };

/** All of several conditions at once, one way of each. */
export function everyAlternative(conditions: readonly (readonly Alternative[])[]): Alternative[] {
  let found: Alternative[] = [ANYTHING];
  for (const ways of conditions) {
    found = found
      .flatMap((one) => ways.flatMap((other) => bothAlternatives(one, other) ?? []))
      .slice(0, MOST);
  }
  return found;
}

/** Both at once; null where they contradict each other. */
function bothAlternatives(one: Alternative, other: Alternative): Alternative | null {
  const needs = new Map(one.needs);
  for (const [column, need] of other.needs) {
    const both = bothNeeds(needs.get(column) ?? {}, need);
    if (both === null) return null;
    needs.set(column, both);
  }
  return { needs, relations: [...one.relations, ...other.relations] };
}

export function about(column: string, need: Need): Alternative {
  return { needs: new Map([[column, need]]), relations: [] };
}
