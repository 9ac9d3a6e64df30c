// What a condition asks of the value of one column, and whether a value has it as far as text tells.

/** One end of what a value may be; `strict` leaves out the end itself. */
interface Bound {
  readonly text: string;
  readonly strict: boolean;
}

export interface Pattern {
  readonly expression: RegExp;
  readonly negated: boolean;
}

/** Absent members ask nothing. */
export interface Need {
  /** Whether it must be null, or must not. */
  readonly isNull?: boolean;
  readonly among?: readonly string[];
  readonly without?: readonly string[];
  readonly least?: Bound;
  readonly most?: Bound;
  /** Characters of a text, bytes of a bytea, elements of an array. */
  readonly shortest?: number;
  readonly longest?: number;
  readonly patterns?: readonly Pattern[];
  readonly letters?: 'lower' | 'upper';
  /** What jsonb_typeof says. */
  readonly json?: readonly string[];
  /** Keys of a JSON object. */
  readonly keys?: readonly string[];
  /** Whether what is least shall be close. */
  readonly near?: boolean;
  /** The field that date_trunc cuts to. */
  readonly truncated?: string;
}

/** Both at once; null where they contradict each other. */
export function bothNeeds(one: Need, other: Need): Need | null {
  const [choices, lengths] = [bothChoices(one, other), bothLengths(one, other)];
  if (choices === null || lengths === null) return null;
  const ends = {
    ...tighter('least', one.least, other.least),
    ...tighter('most', one.most, other.most),
  };
  if (isEmpty(ends)) return null;
  return {
    ...one,
    ...other,
    ...choices,
    ...lengths,
    ...ends,
    patterns: [...(one.patterns ?? []), ...(other.patterns ?? [])],
    keys: [...(one.keys ?? []), ...(other.keys ?? [])],
  };
}

function bothChoices(one: Need, other: Need): Partial<Need> | null {
  const contradict = (['isNull', 'letters'] as const).some(
    (key) => one[key] !== undefined && other[key] !== undefined && one[key] !== other[key],
  );
  const without = [...(one.without ?? []), ...(other.without ?? [])];
  const among = intersection(one.among, other.among)?.filter((text) => !without.includes(text));
  const json = intersection(one.json, other.json);
  if (contradict || among?.length === 0 || json?.length === 0) return null;
  return {
    without,
    ...(among === undefined ? {} : { among }),
    ...(json === undefined ? {} : { json }),
  };
}

function bothLengths(one: Need, other: Need): Partial<Need> | null {
  const shortest = Math.max(one.shortest ?? 0, other.shortest ?? 0);
  const longest = Math.min(one.longest ?? Infinity, other.longest ?? Infinity);
  if (shortest > longest) return null;
  return { ...(shortest > 0 ? { shortest } : {}), ...(longest < Infinity ? { longest } : {}) };
}

function intersection<T>(
  one: readonly T[] | undefined,
  other: readonly T[] | undefined,
): readonly T[] | undefined {
  return one && other ? one.filter((item) => other.includes(item)) : (one ?? other);
}

function tighter(
  end: 'least' | 'most',
  one: Bound | undefined,
  other: Bound | undefined,
): Partial<Need> {
  if (!one || !other) return one || other ? { [end]: one ?? other } : {};
  const order = compareTexts(one.text, other.text);
  const first = end === 'least' ? order > 0 : order < 0;
  return { [end]: order === 0 ? (one.strict ? one : other) : first ? one : other };
}

/** Whether nothing lies between two ends. */
function isEmpty({ least, most }: Need): boolean {
  if (!least || !most) return false;
  const order = compareTexts(least.text, most.text);
  return order > 0 || (order === 0 && (least.strict || most.strict));
}

/** Numbers as numbers, times as times, others by their characters. */
export function compareTexts(one: string, other: string): number {
  for (const read of [numberOf, timeOf]) {
    const [a, b] = [read(one), read(other)];
    if (a !== null && b !== null) return a - b;
  }
  return one === other ? 0 : one < other ? -1 : 1;
}

export function numberOf(text: string): number | null {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

const TIME =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[ T](?<clock>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(?<zone>Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A date or a timestamp in milliseconds, as UTC unless it says otherwise. */
export function timeOf(text: string): number | null {
  const parts = TIME.exec(text.trim())?.groups;
  if (!parts) return null;
  const { date = '', clock = '00:00', zone = 'Z' } = parts as Partial<typeof parts>;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const time = Date.parse(`${date}T${clock}${offset}`);
  return Number.isNaN(time) ? null : time;
}

/** Whether a text has what is needed of it; what can't be told from the text alone is taken to hold. */
export function meets(need: Need, text: string | null): boolean {
  if (text === null) return need.isNull !== false;
  if (need.isNull === true) return false;
  return (
    need.among?.includes(text) !== false &&
    need.without?.includes(text) !== true &&
    isWithin(need, text) &&
    isAsLong(need, text) &&
    (need.letters === undefined || text === inLetters(need.letters, text)) &&
    (need.patterns ?? []).every(({ expression, negated }) => expression.test(text) !== negated)
  );
}

export function isWithin({ least, most }: Need, text: string): boolean {
  const low = least ? compareTexts(text, least.text) : 1;
  const high = most ? compareTexts(text, most.text) : -1;
  return (
    (low > 0 || (low === 0 && least !== undefined && !least.strict)) &&
    (high < 0 || (high === 0 && most !== undefined && !most.strict))
  );
}

function isAsLong({ shortest = 0, longest = Infinity }: Need, text: string): boolean {
  const length = charactersOf(text).length;
  return length >= shortest && length <= longest;
}

export function inLetters(letters: 'lower' | 'upper' | undefined, text: string): string {
  if (letters === undefined) return text;
  return letters === 'lower' ? text.toLowerCase() : text.toUpperCase();
}

/** Characters as Postgres counts them. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}
