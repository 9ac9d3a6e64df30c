// DROP … CASCADE that took along what the statement doesn't name.
import { droppedObjects, isCascading, nameOf, type Dropped } from './dropped.ts';
import { listed, shortName } from './facts.ts';
import type { Pass, Rule, Step } from './rule.ts';

export const dropCascade: Rule = {
  id: 'drop-cascade',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const taken = isCascading(step) ? strangers(pass, step) : [];
      if (taken.length === 0) return [];
      const names = taken.map(({ object }) => `${object.kind} ${shortName(nameOf(object))}`);
      return {
        step,
        about: ['cascade'],
        observed: `CASCADE takes along ${listed(names)}`,
        why: 'what a CASCADE takes depends on the database it runs on. Drop what leans on it by name first, or change it so that it no longer does',
        safeFor: 'plan' as const,
        tables: [],
      };
    }),
};

/** What went along and is no part of anything that went as well. */
function strangers(pass: Pass, step: Step): Dropped[] {
  const dropped = droppedObjects(pass, step);
  const ids = new Set(dropped.map(({ object }) => object.id));
  const isOwned = ({ object }: Dropped): boolean =>
    object.parent !== null && ids.has(object.parent);
  return dropped.filter((one) => one.cascade && !isOwned(one) && !fallsAnyway(one, ids));
}

/** An index falls with its column without any CASCADE. */
function fallsAnyway({ object }: Dropped, gone: ReadonlySet<string>): boolean {
  return (object.fallsWith ?? []).some((id) => gone.has(id));
}
