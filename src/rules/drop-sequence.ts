// DROP SEQUENCE and DROP IDENTITY: the number that was reached is lost.
import { droppedObjects, nameOf } from './dropped.ts';
import { relationNamed, shortName } from './facts.ts';
import type { Found, Pass, Rule, Step } from './rule.ts';
import { alterations } from './syntax.ts';

export const dropSequence: Rule = {
  id: 'drop-sequence',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) => pass.steps.flatMap((step) => [...sequences(pass, step), ...identities(step)]),
};

const WHY =
  'the next number is lost with it, and one that begins anew gives out numbers that were given out before. Keep it, with OWNED BY NONE where its column goes';

function sequences(pass: Pass, step: Step): Found[] {
  return droppedObjects(pass, step)
    .filter(({ object, cascade }) => object.kind === 'sequence' && !cascade)
    .map(({ object }) => found(step, `drops the sequence ${shortName(nameOf(object))}`, []));
}

function identities(step: Step): Found[] {
  return alterations(step).flatMap(({ relation, command }) => {
    const table = relationNamed(step, relation);
    if (command.subtype !== 'AT_DropIdentity' || table?.existed !== true) return [];
    const column = `${shortName(table.name)}.${command.name ?? ''}`;
    return found(step, `drops the identity of ${column} with its sequence`, [table.name]);
  });
}

function found(step: Step, observed: string, tables: readonly string[]): Found {
  return { step, about: [], observed, why: WHY, safeFor: [], tables };
}
