// Wishes to SQL.
import { makers } from './makers.ts';
import { pathOf, Scope, type ScopeOptions } from './scope.ts';
import type { Wish } from './wish.ts';

/** What has been made of some wishes, with the statements that make it. */
export function fulfil(wishes: readonly Wish[], options: ScopeOptions): Scope {
  const scope = new Scope(options);
  const byKey = [...wishes].sort((a, b) => a.key - b.key);
  for (const maker of makers) {
    for (const wish of byKey) {
      if (maker.within === null && wish.kind === maker.kind) maker.make(wish, scope, '');
      if (maker.within !== wish.kind) continue;
      for (const part of wish.parts.filter(({ kind }) => kind === maker.kind)) {
        maker.make(part, scope, pathOf(wish, null));
      }
    }
  }
  return scope;
}

/** The statements, one a line. */
export function sqlOf(wishes: readonly Wish[], options: ScopeOptions): string {
  return fulfil(wishes, options)
    .statements.map((statement) => `${statement};`)
    .join('\n');
}
