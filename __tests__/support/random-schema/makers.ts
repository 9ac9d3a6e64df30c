// The registry of makers, in the order in which wishes are fulfilled: what may be referred to comes first.
import { kinds } from '../../../src/catalog/index.ts';
import { constraintMakers } from './constraint-makers.ts';
import { indexMakers } from './index-makers.ts';
import type { Maker } from './maker.ts';
import { securityMakers } from './security-makers.ts';
import { tableMakers } from './table-makers.ts';
import { typeMakers } from './type-makers.ts';
import { viewMakers } from './view-makers.ts';

const isCompared = (kind: string): boolean => Object.hasOwn(kinds, kind);

/** Those of kinds that are compared. */
export const makers: readonly Maker[] = [
  ...typeMakers,
  ...tableMakers,
  ...constraintMakers,
  ...viewMakers,
  ...indexMakers,
  ...securityMakers,
].filter(({ kind, needs }) => (needs ?? [kind]).every(isCompared));
