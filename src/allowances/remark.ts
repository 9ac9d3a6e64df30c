// A comment of a migration's file and what it speaks of: the same for SQL and for code.

/** Lines of a file, counted from 1, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface Remark {
  /** Without the marks that make it a comment; with its line breaks. */
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
  /** The statement that it stands before, or behind on the same line; null where there is none. */
  readonly about: Lines | null;
  /** Whether it stands before everything that is run. */
  readonly onTop: boolean;
}

/** The number of the line that each offset is in, by the offsets of a text's line breaks. */
export function lineCounter(text: string): (offset: number) => number {
  const breaks = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
