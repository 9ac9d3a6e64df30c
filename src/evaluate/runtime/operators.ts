// Runs inside the sandbox. What compiled code calls instead of using an operator: with an unknown
// operand the result is unknown, else it is the operator's own.
import type { Spot } from '../module-code.ts';
import {
  decidedAt,
  isUnknown,
  makeUnknown,
  originOf,
  placeUnknown,
  settleSince,
  unsettledCount,
  UnknownDecision,
} from './unknowns.ts';
import { recordPlace } from './places.ts';

type Operation = (...values: never[]) => unknown;

/** Operands of the language itself: any value at all, left to the engine to judge. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- operators take what the program gives them
type Any = any;

const BINARY: Readonly<Record<string, (a: Any, b: Any) => unknown>> = {
  '+': (a: number, b: number) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a == b,
  '!=': (a, b) => a != b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  in: (a, b) => a in b,
  instanceof: (a, b) => a instanceof b,
};

const UNARY: Readonly<Record<string, (a: Any) => unknown>> = {
  'u!': (a) => !a,
  'u-': (a) => -a,
  'u+': (a) => +a,
  'u~': (a) => ~a,
};

/** The unknown that comes of an operation on these values, null when all of them are known. */
function taintOf(values: readonly unknown[]): object | null {
  for (const value of values) {
    const origin = originOf(value);
    if (origin !== null) return makeUnknown(origin);
  }
  return null;
}

function operators(): Record<string, Operation> {
  const made: Record<string, Operation> = {};
  for (const [symbol, operate] of Object.entries(BINARY))
    made[symbol] = (a: unknown, b: unknown) =>
      isUnknown(a) || isUnknown(b) ? taintOf([a, b]) : operate(a, b);
  for (const [symbol, operate] of Object.entries(UNARY))
    made[symbol] = (a: unknown) => (isUnknown(a) ? taintOf([a]) : operate(a));
  return made;
}

const OPERATORS = operators();

function template(strings: readonly string[], values: readonly unknown[]): string {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index += 1)
    // A symbol must fail here as it does in a template.
    text += `${values[index] as string}${strings[index + 1] ?? ''}`;
  return text;
}

/** Takes the unknown that decided something inside for the value itself, where `accept` allows it. */
function contain(make: () => unknown, accept: (error: UnknownDecision) => boolean): unknown {
  const mark = unsettledCount();
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UnknownDecision) || !accept(error)) throw error;
    settleSince(mark);
    return makeUnknown(error.origin);
  }
}

/** The operations that compiled code of one file calls by name; see the compiler for their use. */
export function operationsFor(file: string): Record<string, Operation> {
  let kept: unknown;
  const spot = (line: number, column: number): Spot => ({ line, column });
  const place = (value: unknown, line: number, column: number): unknown => {
    if (isUnknown(value)) placeUnknown(value, file, spot(line, column));
    else recordPlace(value, { file, line, column });
    return value;
  };
  return {
    ...OPERATORS,
    /** Remembers where a value was made. */
    p: place,
    /** Passes on a value that decides what is evaluated next. */
    d(value: unknown, line: number, column: number) {
      const origin = originOf(value);
      if (origin === null) return value;
      throw new UnknownDecision(decidedAt(origin, 'the condition', file, spot(line, column)));
    },
    /** Keeps a value for `v` and `w`, and tells whether it is unknown. */
    q(value: unknown) {
      kept = value;
      return isUnknown(value);
    },
    v: () => kept,
    w(line: number, column: number) {
      const origin = originOf(kept);
      if (origin === null) return kept;
      return makeUnknown(decidedAt(origin, 'the condition', file, spot(line, column)));
    },
    /** `typeof`, given the value. */
    y: (value: unknown) => taintOf([value]) ?? typeof value,
    /** Tag of every template that has substitutions. */
    t: (strings: readonly string[], ...values: unknown[]) =>
      taintOf(values) ?? template(strings, values),
    /** A value spread into a literal. */
    s(value: unknown, line: number, column: number) {
      const origin = originOf(value);
      if (origin === null) return value;
      throw new UnknownDecision(decidedAt(origin, 'a spread', file, spot(line, column)), true);
    },
    /** A literal with spreads in it. */
    l: (make: () => unknown) => contain(make, (error) => error.fromSpread),
    /** A call that is a property's value. */
    h(make: () => unknown, line: number, column: number) {
      return place(
        contain(make, () => true),
        line,
        column,
      );
    },
    /** Reading `object[key]`. */
    g(object: Any, key: Any): unknown {
      return taintOf([object, key]) ?? (object as Record<string, unknown>)[key as string];
    },
    /** Calling a conversion such as `String`. */
    k: (convert: (...values: unknown[]) => unknown, ...values: unknown[]) =>
      taintOf(values) ?? convert(...values),
    /** First thing in every `catch`: lets pass what user code has no business with. */
    r(error: unknown) {
      if (error instanceof UnknownDecision) throw error;
      if (isFatal(error)) throw error;
    },
    /** JSX, which stands for calls into a library we don't have. */
    x(line: number, column: number) {
      return makeUnknown({ reason: 'JSX is not evaluated', path: '', file, line, column });
    },
  };
}

/** The sandbox ran out of memory: nothing that follows can be relied on. */
export function isFatal(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'InternalError' && error.message === 'out of memory'
  );
}
