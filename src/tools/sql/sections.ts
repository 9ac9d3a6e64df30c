// Parts of a file that marker comments set off, with every character where it was.

export interface Marker {
  /** What the marker says. */
  readonly words: string;
  /** Where its line begins and where the next one does. */
  readonly from: number;
  readonly to: number;
}

/** The lines that match, in order; the first group of the pattern is what the marker says. */
export function markersIn(text: string, pattern: RegExp): Marker[] {
  return [...text.matchAll(new RegExp(pattern.source, 'gim'))].map((match) => ({
    words: (match[1] ?? match[0]).trim(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The text with everything outside of the range turned into blanks; line breaks stay. */
export function only(text: string, from: number, to: number): string {
  return blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/gu, (character) => ' '.repeat(character.length));
}
