// Regular expressions as Postgres writes them: turned into JavaScript's, and texts that match them.

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: ' \\t',
  blank: ' \\t',
  xdigit: '0-9a-fA-F',
  punct: '!-/',
  word: 'A-Za-z0-9_',
};

/** Of `~` and `~*`; null where JavaScript has no such expression. */
export function posixExpression(text: string, insensitive: boolean): RegExp | null {
  const source = text
    .replace(/^\*{3}[:=]/, '')
    .replace(/^\(\?[a-z]+\)/, '')
    .replaceAll(/\[:(\w+):\]/g, (_, name: string) => CLASSES[name] ?? '')
    .replaceAll(/\\[mMyY]/g, '\\b')
    .replaceAll(/\\A/g, '^')
    .replaceAll(/\\Z/g, '$');
  try {
    return new RegExp(source, insensitive || /^\(\?\w*i/.test(text) ? 'i' : '');
  } catch {
    return null;
  }
}

/** Of LIKE and ILIKE. */
export function likeExpression(text: string, insensitive: boolean): RegExp {
  const source = text.replaceAll(/\\(.)|[%_]|[\^$.*+?()[\]{}|/\\]/gs, (all, escaped?: string) => {
    if (escaped !== undefined) return escaped.replace(/[^\w\s]/, '\\$&');
    if (all === '%') return '.*';
    return all === '_' ? '.' : `\\${all}`;
  });
  return new RegExp(`^${source}$`, insensitive ? 'is' : 's');
}

/** Characters that are tried for a class, the plainest first. */
const LETTERS =
  'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/@+#, !"$%&\'()*;<=>?[\\]^`{|}~';

/** How often something that may be repeated without end is. */
const REPEATS = 6;

/**
 * A text that matches, another for each number as far as the expression lets; null where none was
 * found. What stands around the match may be cut to `longest` characters.
 */
export function textMatching(
  expression: RegExp,
  number: number,
  longest = Infinity,
): string | null {
  for (const repeats of [Math.min(REPEATS, longest), 2, 1, 0, 12, 24, 40]) {
    const text = new Sampler(expression, number, repeats).sample();
    if (text !== null && expression.test(text) && text.length <= longest) return text;
  }
  return null;
}

/** Reads an expression from left to right and writes a text on the way. Backreferences aren't known. */
class Sampler {
  readonly #source: string;
  readonly #repeats: number;
  readonly #insensitive: boolean;
  #number: number;
  #at = 0;

  constructor(expression: RegExp, number: number, repeats: number) {
    this.#source = expression.source;
    this.#insensitive = expression.ignoreCase;
    this.#number = number;
    this.#repeats = repeats;
  }

  sample(): string | null {
    const text = this.#choice()();
    return this.#at === this.#source.length ? text : null;
  }

  /** One of `count`, by the number's next digit. */
  #pick(count: number): number {
    const digit = this.#number % count;
    this.#number = Math.floor(this.#number / count);
    return digit;
  }

  #choice(): () => string {
    const ways = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      ways.push(this.#sequence());
    }
    return () => ways[ways.length > 1 ? this.#pick(ways.length) : 0]?.() ?? '';
  }

  #sequence(): () => string {
    const parts: (() => string)[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const atom = this.#atom();
      const count = this.#count();
      parts.push(() => Array.from({ length: count }, atom).join(''));
    }
    return () => parts.map((part) => part()).join('');
  }

  #count(): number {
    const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at));
    if (!match) return 1;
    this.#at += match[0].length;
    const [all, least, comma, most] = match;
    if (all.startsWith('?')) return this.#repeats > 0 ? 1 : 0;
    if (least === undefined) return Math.max(this.#repeats, all.startsWith('+') ? 1 : 0);
    const low = Number(least);
    if (comma === '') return low;
    return Math.max(low, Math.min(this.#repeats, most === '' ? Infinity : Number(most)));
  }

  #atom(): () => string {
    const character = this.#source.charAt(this.#at);
    if (character === '(') return this.#group();
    if (character === '[') return this.#oneOf(this.#class());
    this.#at += 1;
    if (character === '^' || character === '$') return () => '';
    if (character === '.') return this.#oneOf('.');
    if (character !== '\\') return () => character;
    const escaped = this.#source.charAt(this.#at);
    this.#at += 1;
    if (escaped === 'b' || escaped === 'B') return () => '';
    return /[dwsDWS]/.test(escaped) ? this.#oneOf(`\\${escaped}`) : () => escaped;
  }

  #group(): () => string {
    const lookahead = /^\(\?(?:[=!]|<[=!])/.test(this.#source.slice(this.#at));
    this.#at +=
      /^\((?:\?(?::|=|!|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at))?.[0].length ?? 1;
    const inside = this.#choice();
    this.#at += 1;
    return lookahead ? () => '' : inside;
  }

  #class(): string {
    const match = /^\[\^?\]?(?:[^\]\\]|\\.)*\]/.exec(this.#source.slice(this.#at));
    this.#at += match?.[0].length ?? 1;
    return match?.[0] ?? '.';
  }

  #oneOf(set: string): () => string {
    const member = new RegExp(`^${set}$`, this.#insensitive ? 'i' : '');
    const members = Array.from(LETTERS).filter((letter) => member.test(letter));
    const plain = members.filter((letter) => /[a-zA-Z0-9]/.test(letter));
    const choices = plain.length > 0 ? plain : members;
    return () => choices[this.#pick(choices.length || 1)] ?? '';
  }
}
