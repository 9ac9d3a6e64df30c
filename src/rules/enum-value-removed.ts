// An enum that has lost values: a type made anew without them, under the old name.
import { shortName, listed } from './facts.ts';
import { nameOf } from './dropped.ts';
import type { Pass, Rule, Step } from './rule.ts';
import type { SchemaObject } from '../schema/objects.ts';

export const enumValueRemoved: Rule = {
  id: 'enum-value-removed',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    shrunk(pass).flatMap(({ type, gone }) => {
      const step = whereItHappens(pass, type);
      if (step === null) return [];
      return {
        step,
        about: [`values ${type.id}`, 'error'],
        observed: `enum ${shortName(nameOf(type))} loses ${listed(gone.map((value) => `'${value}'`))}`,
        why: `rows that hold such a value keep the migration from running, or lose it. Stop writing it, UPDATE those rows, and keep the value in the type: nothing asks for its removal`,
        safeFor: [],
        tables: [],
      };
    }),
};

function shrunk({ base, head }: Pass): { type: SchemaObject; gone: string[] }[] {
  return [...base.objects.values()]
    .filter(({ kind }) => kind === 'enum')
    .flatMap((type) => {
      const after = head.objects.get(type.id);
      if (!after || valuesOf(after).length >= valuesOf(type).length) return [];
      return [{ type, gone: valuesOf(type).filter((value) => !valuesOf(after).includes(value)) }];
    })
    .filter(({ gone }) => gone.length > 0);
}

function valuesOf({ attributes }: SchemaObject): string[] {
  const { order } = attributes;
  return Array.isArray(order) ? order.map(String) : [];
}

/** Where the columns get their new type, or else where the old one goes. */
function whereItHappens({ steps }: Pass, { name }: SchemaObject): Step | null {
  const mentions = steps.filter(({ statement }) => statement.sql.includes(name));
  const retypes = mentions.find(({ statement }) =>
    /\balter\s+(?:column\s+)?\S+\s+(?:set\s+data\s+)?type\b/i.test(statement.sql),
  );
  return retypes ?? mentions.findLast(({ statement }) => statement.drops.length > 0) ?? null;
}
