// How alike two names, lists or bags are, from 0 to 1.

/**
 * How alike two names are, whatever their case and underscores: Sørensen's and Dice's coefficient over
 * pairs of letters (https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient).
 */
export function likenessOfNames(a: string, b: string): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return 1;
  // A single letter has no pairs.
  return Math.min(left.length, right.length) < 2 ? 0 : likenessOfBags(pairs(left), pairs(right));
}

/** What two bags have in common, twice, over what they have together; two empty ones are alike. */
export function likenessOfBags(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const free = new Map<string, number>();
  for (const one of a) free.set(one, (free.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of b) {
    const left = free.get(one) ?? 0;
    if (left === 0) continue;
    free.set(one, left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_$-]/gu, '');
}

function pairs(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter);
}
