// What a value is made from, and what makes one.
import type { Catalog, Type } from './catalog.ts';
import type { Need } from './needs.ts';

/** A column, or a part of its value, that a value is wanted for. */
export interface Subject {
  readonly name: string;
  /** Of its column in the table: later ones get later times. */
  readonly number: number;
  readonly type: number;
  readonly modifier: number;
  /** Whether values that come again are no use. */
  readonly distinct: boolean;
}

export interface Source {
  readonly types: Catalog['types'];
  /** In which ways a domain's checks can be met, by its oid. */
  readonly domains: ReadonlyMap<number, readonly Need[]>;
  /** Texts are digits, which convert to most other types. */
  readonly digits: boolean;
}

/** `undefined` where no value is known. */
export type Value = string | null | undefined;

/** What values are made from. */
export interface Making extends Source {
  readonly subject: Subject;
  readonly type: Type;
  readonly modifier: number;
  readonly need: Need;
}

export type Make = (n: number, making: Making) => Value;
