// Makes a document fit a size: its blocks give up their longer forms, the least useful first, and
// the document says what it left out.

/** One way to write a block; given up when the document is too long, lowest `worth` first. */
interface Form {
  readonly text: string;
  readonly worth: number;
}

export interface Block {
  /** What the reader misses when the block is shortened: `inherited drift`. */
  readonly name: string;
  /** From the longest to the shortest. After the last comes nothing at all. */
  readonly forms: readonly Form[];
}

/** The ladder: what is worth least is shortened first. */
export const WORTH = {
  patch: 2,
  diagram: 4,
  diff: 6,
  diffShort: 7,
  trace: 8,
  traceShort: 9,
  form: 10,
  inherited: 20,
  aside: 30,
  made: 32,
  madeShort: 36,
  changes: 40,
  sql: 50,
  findings: 60,
  changesShort: 70,
  sqlShort: 80,
  findingsShort: 85,
  overview: 88,
  checks: 90,
  fix: 95,
  heading: 99,
} as const;

/** A block from its forms and what each is worth, the longest first. */
export function block(name: string, ...forms: readonly (readonly [string, number])[]): Block {
  return { name, forms: forms.map(([text, worth]): Form => ({ text, worth })) };
}

/** A block that is never given up. */
export function always(text: string): Block {
  return { name: '', forms: [{ text, worth: Infinity }] };
}

/** The blocks joined by empty lines in at most `bytes` bytes of UTF-8, `note` telling what is left out. */
export function fit(
  blocks: readonly Block[],
  bytes: number,
  note: (leftOut: readonly string[]) => string,
): string {
  const chosen = choose(blocks, bytes - NOTE_BYTES);
  const leftOut = blocks
    .filter(({ forms }, index) => chosen[index] !== textOf(forms[0]))
    .map(({ name }) => name);
  const told = leftOut.length > 0 ? [note([...new Set(leftOut)])] : [];
  return [...chosen, ...told].filter((text) => text !== '').join(SEPARATOR);
}

/** Room kept for the note and the last line feed. */
const NOTE_BYTES = 1_000;
const SEPARATOR = '\n\n';

/** One block giving up one form for its next. */
interface Step {
  readonly index: number;
  readonly from: string;
  readonly to: string;
  readonly worth: number;
}

/** Takes steps down until all fits, then back up where the last, large one left room. */
function choose(blocks: readonly Block[], room: number): readonly string[] {
  const chosen = blocks.map(({ forms }) => textOf(forms[0]));
  let size = chosen.reduce((total, text) => total + sizeOf(text), 0);
  const turn = (index: number, text: string): void => {
    size += sizeOf(text) - sizeOf(chosen[index] ?? '');
    chosen[index] = text;
  };
  const taken: Step[] = [];
  for (const step of size > room ? stepsDown(blocks) : []) {
    if (size <= room) break;
    turn(step.index, step.to);
    taken.push(step);
  }
  for (const { index, from, to } of taken.toReversed()) {
    const fits = size - sizeOf(to) + sizeOf(from) <= room;
    if (fits && chosen[index] === to) turn(index, from);
  }
  return chosen;
}

/** Every shortening there is, least worth first; of equal ones the later in the document. */
function stepsDown(blocks: readonly Block[]): readonly Step[] {
  const steps = blocks.flatMap(({ forms }, index) =>
    forms
      .filter(({ worth }) => worth !== Infinity)
      .map(({ worth, text }, form) => ({ index, worth, from: text, to: textOf(forms[form + 1]) })),
  );
  return steps.toReversed().sort((a, b) => a.worth - b.worth);
}

function textOf(form: Form | undefined): string {
  return form?.text ?? '';
}

function sizeOf(text: string): number {
  return text === '' ? 0 : Buffer.byteLength(text) + SEPARATOR.length;
}
