// What the diff must be told about a kind, since it knows none.
import type { Json, Schema, SchemaObject } from './objects.ts';

export interface Traits {
  /** Attributes whose difference is only one of form. */
  readonly form?: readonly string[];
  /** Attributes whose difference may be only one of form. */
  readonly formWhen?: Readonly<Record<string, IsForm>>;
  /** An object of this kind may stand under another name in the same parent: a rename, not a drop and a create. */
  readonly renamable?: boolean;
  /** Whatever differs about one of this kind is a matter of form, even whether it exists. */
  readonly isForm?: boolean;
  /** Values that nothing ever leads to, as an index's being invalid: only a way out of them is a change. */
  readonly unwanted?: Readonly<Record<string, Json>>;
  /** One that is only in the database and that nothing needs is a difference of form. */
  readonly formWhenUnused?: boolean;
  /** It comes and goes with an alteration of these attributes of its parent. */
  readonly follows?: readonly string[];
  /** Whether one does, given the schema in which its parent is without it. */
  readonly followsIf?: (object: SchemaObject, without: Schema) => boolean;
  /** How to tell that one of another name, and perhaps another definition, is this one. Without it nobody is asked. */
  readonly resembles?: Resemblance;
  /** The attribute that lists, in order, members with names of their own: an enum's values. */
  readonly members?: string;
  /** Says in words how an attribute differs; null leaves it to the other attributes to tell. */
  readonly reasons?: Readonly<Record<string, Reason>>;
}

/** What tells that an object is another one under a new name. */
export interface Resemblance {
  /** How much what it is, where it stands among its siblings and what it is called count; together 1. */
  readonly shares: {
    readonly structure: number;
    readonly position: number;
    readonly name: number;
  };
  /** What it is: how much the likeness of each attribute counts; together 1. */
  readonly attributes?: Readonly<Record<string, number>>;
  /** How alike two values are, where it isn't all or nothing; 0 rules a rename out. */
  readonly likeness?: Readonly<Record<string, Likeness>>;
  /** What it is made of instead: its parts, or what lives in it. */
  readonly contents?: 'parts' | 'dependents';
}

type Likeness = (before: Json | undefined, after: Json | undefined) => number;

export type Reason = (before: Json | undefined, after: Json | undefined) => string | null;

/** Judges an attribute of two objects that differ in it, each in its schema. */
export type IsForm = (
  before: SchemaObject,
  after: SchemaObject,
  schemas: { readonly actual: Schema; readonly desired: Schema },
) => boolean;

/** Traits by kind. */
export type TraitsOf = Readonly<Record<string, Traits>>;
