// Numbers in words, as all renderers write them.

/** `count(2, 'change')` → `2 changes`. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : many}`;
}

/**
 * A finding as a sentence: with a capital letter, but where it begins with a path or a qualified name. No finding
 * begins with a bare one.
 */
export function sentence(text: string): string {
  const isWord = /^\p{Ll}+(?=['\s,:;]|$)/u.test(text);
  return isWord ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}

/** Up to where another one begins. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu})/su.exec(text)?.[0] ?? text;
}

/** With a full stop, where it ends in none. */
export function withStop(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** How sure a confidence from 0 to 1 is: `very likely`. */
export function likelihood(confidence: number): string {
  if (confidence >= 0.8) return 'very likely';
  return confidence >= 0.65 ? 'likely' : 'possibly';
}

/** `1,234 ms` → `1.2 s`; under a second in whole milliseconds. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `{functions: [3 names], triggers: [1 name]}` → `3 functions, 1 trigger`. */
export function countsByNoun(names: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(names)
    .filter(([, list]) => list.length > 0)
    .map(([noun, list]) => `${list.length} ${list.length === 1 ? singular(noun) : noun}`)
    .join(', ');
}

function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, '');
}
