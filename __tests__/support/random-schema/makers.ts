// The registry of makers, in the order in which wishes are fulfilled: what may be referred to comes first.
import { kinds } from '../../../src/catalog/index.ts';
import { attachedMakers, privilegeMakers } from './attached-makers.ts';
import { constraintMakers } from './constraint-makers.ts';
import { indexMakers } from './index-makers.ts';
import type { Maker } from './maker.ts';
import { tableRoutineMakers, valueRoutineMakers } from './routine-makers.ts';
import { securityMakers } from './security-makers.ts';
import { tableMakers } from './table-makers.ts';
import { typeMakers } from './type-makers.ts';
import { viewMakers } from './view-makers.ts';

const isCompared = (kind: string): boolean => Object.hasOwn(kinds, kind);

/** Those of kinds that are compared. */
export const makers: readonly Maker[] = [
  ...typeMakers,
  ...valueRoutineMakers,
  ...tableMakers,
  ...constraintMakers,
  ...privilegeMakers,
  ...viewMakers,
  ...indexMakers,
  ...securityMakers,
  ...tableRoutineMakers,
  ...attachedMakers,
].filter(({ kind, needs }) => (needs ?? [kind]).every(isCompared));
