// What a comment may allow: `plumbline:allow drop-column reason="unused since v3" until=2027-01-31`.

export interface Directive {
  readonly scope: 'statement' | 'file';
  /** Where it begins. */
  readonly line: number;
  readonly rules: readonly string[];
  /** Null where none is given. */
  readonly reason: string | null;
  /** The last day on which it counts, as `2027-01-31`; null for always. */
  readonly until: string | null;
  /** What is wrong with it; it allows nothing then. */
  readonly mistake: string | null;
}

const SCOPES: Readonly<Record<string, Directive['scope']>> = {
  allow: 'statement',
  'allow-file': 'file',
};
const BEGINNING = /^[\s*!]*plumbline:/iu;
const RULES = /^\s*([^\s=,"']+(?:\s*,\s*[^\s=,"']+)*)(?=\s|$)(?!\s*=)/u;
const OPTION = /^\s+([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/u;
const EXAMPLE = 'plumbline:allow drop-column reason="unused since v3" until=2027-01-31';

/** The directives of a comment, each on a line of its own; in a block one may go on on the next lines. */
export function directivesIn(comment: string, line: number): Directive[] {
  const lines = comment.split('\n');
  const starts = lines.flatMap((text, index) => (BEGINNING.test(text) ? [index] : []));
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1]).map((text) => text.replace(/^\s*\*/u, ' '));
    return parse(own.join(' ').replace(BEGINNING, '').trimEnd(), line + start);
  });
}

function parse(text: string, line: number): Directive {
  const nothing = { scope: 'statement', line, rules: [], reason: null, until: null } as const;
  const word = /^[\w-]*/u.exec(text)?.[0] ?? '';
  const scope = SCOPES[word];
  if (scope === undefined) {
    return { ...nothing, mistake: `there is no plumbline:${word}; write ${EXAMPLE}` };
  }
  const rest = text.slice(word.length);
  const names = RULES.exec(rest);
  if (names === null || !/^\s/u.test(rest)) {
    return { ...nothing, scope, mistake: `it names no rule; write ${EXAMPLE}` };
  }
  const rules = (names[1] ?? '').split(/\s*,\s*/u);
  return {
    ...nothing,
    scope,
    rules: [...new Set(rules)],
    ...optionsIn(rest.slice(names[0].length)),
  };
}

type Options = Pick<Directive, 'reason' | 'until' | 'mistake'>;

function optionsIn(text: string): Options {
  const said = new Map<string, string>();
  let rest = text;
  const wrong = (mistake: string): Options => ({ reason: null, until: null, mistake });
  while (rest.trim() !== '') {
    const option = OPTION.exec(rest);
    if (option === null) return wrong(unread(rest.trim()));
    const [whole, key = '', double, single, plain = ''] = option;
    if (key !== 'reason' && key !== 'until') {
      return wrong(`there is no option ${key}; known are reason and until`);
    }
    if (said.has(key)) return wrong(`${key} is given twice`);
    said.set(key, (double ?? single ?? plain).replaceAll(/\s+/gu, ' ').trim());
    rest = rest.slice(whole.length);
  }
  const until = said.get('until') ?? null;
  if (until !== null && !isDate(until)) return wrong(`until=${until} is no day such as 2027-01-31`);
  const reason = said.get('reason') ?? '';
  return { reason: reason === '' ? null : reason, until, mistake: null };
}

function unread(rest: string): string {
  return rest.includes('=')
    ? `“${rest}” can't be read; write ${EXAMPLE}`
    : `“${rest}” can't be read: rules are separated by commas, and a reason of several words is in quotes`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
