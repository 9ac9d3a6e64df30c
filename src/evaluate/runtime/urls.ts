// Runs inside the sandbox. Enough of URL for what configuration and models do with it, pure.
import { isUnknown, makeUnknown, originOf } from './unknowns.ts';

const PARTS = /^([a-z][a-z0-9+.-]*:)(?:\/\/(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/i;

function mergePaths(base: string, path: string): string {
  const joined = path.startsWith('/') ? path : base.replace(/[^/]*$/, '') + path;
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.pop();
    } else if (part !== '.') parts.push(part);
  }
  if (/(?:^|\/)\.{1,2}$/.test(joined)) parts.push('');
  const merged = parts.join('/');
  return merged.startsWith('/') ? merged : `/${merged}`;
}

/** The part of the WHATWG URL class that reads; writing to its properties doesn't change `href`. */
export class SandboxUrl {
  readonly protocol: string = '';
  readonly username: string = '';
  readonly password: string = '';
  readonly host: string = '';
  readonly hostname: string = '';
  readonly port: string = '';
  readonly pathname: string = '';
  readonly search: string = '';
  readonly hash: string = '';
  readonly href: string = '';

  constructor(input: unknown, base?: unknown) {
    for (const value of [input, base]) {
      const origin = originOf(value);
      if (origin !== null) return makeUnknown(origin) as SandboxUrl;
    }
    Object.assign(this, partsOf(absolute(String(input), base)));
  }

  get origin(): string {
    return this.protocol === 'file:' ? 'null' : `${this.protocol}//${this.host}`;
  }

  get searchParams(): SandboxSearchParams {
    return new SandboxSearchParams(this.search);
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }

  static canParse(input: unknown, base?: unknown): boolean {
    try {
      return !isUnknown(new SandboxUrl(input, base));
    } catch {
      return false;
    }
  }
}

/** The properties of a URL, `href` put together from the others. */
function partsOf(url: string): object {
  const match = PARTS.exec(url);
  if (match === null) throw new TypeError(`Invalid URL: ${url}`);
  const [, scheme = '', login = '', authority, path = '', search = '', hash = ''] = match;
  const protocol = scheme.toLowerCase();
  const host = (authority ?? '').toLowerCase();
  const [username, password] = splitAt(login, /:(.*)$/);
  const [hostname, port] = splitAt(host, /:(\d+)$/);
  const hierarchical = authority !== undefined;
  const pathname = hierarchical ? encodeURI(decodeSafely(mergePaths('/', path || '/'))) : path;
  const start = hierarchical ? `${protocol}//${login === '' ? '' : `${login}@`}${host}` : protocol;
  const href = start + pathname + search + hash;
  return { protocol, username, password, host, hostname, port, pathname, search, hash, href };
}

/** What stands before a separator, and what the pattern captures after it. */
function splitAt(text: string, separator: RegExp): [string, string] {
  const match = separator.exec(text);
  return match === null ? [text, ''] : [text.slice(0, match.index), match[1] ?? ''];
}

function decodeSafely(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function absolute(input: string, base: unknown): string {
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(input)) return input.trim();
  const from = new SandboxUrl(base);
  if (input.startsWith('//')) return from.protocol + input;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(input) ?? [];
  const merged = path === '' ? from.pathname : mergePaths(from.pathname, path);
  const search = path === '' && !rest.startsWith('?') ? from.search : '';
  return `${from.protocol}//${from.host}${merged}${search}${rest}`;
}

/** The part of URLSearchParams that reads. */
export class SandboxSearchParams {
  readonly #pairs: readonly (readonly [string, string])[];

  constructor(text: unknown = '') {
    const source = String(text).replace(/^\?/, '');
    const decode = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));
    this.#pairs =
      source === ''
        ? []
        : source.split('&').map((pair) => {
            const [name = '', ...value] = pair.split('=');
            return [decode(name), decode(value.join('='))];
          });
  }

  get(name: string): string | null {
    return this.#pairs.find(([key]) => key === name)?.[1] ?? null;
  }

  getAll(name: string): string[] {
    return this.#pairs.filter(([key]) => key === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.#pairs.some(([key]) => key === name);
  }

  [Symbol.iterator](): Iterator<readonly [string, string]> {
    return this.#pairs[Symbol.iterator]();
  }
}

/** `node:url`. */
export function createUrlModule(): object {
  return {
    URL: SandboxUrl,
    URLSearchParams: SandboxSearchParams,
    fileURLToPath(url: unknown): unknown {
      const origin = originOf(url);
      if (origin !== null) return makeUnknown(origin);
      const parsed = url instanceof SandboxUrl ? url : new SandboxUrl(url);
      if (parsed.protocol !== 'file:') throw new TypeError('The URL must be of scheme file');
      return decodeURIComponent(parsed.pathname);
    },
    pathToFileURL(path: unknown): unknown {
      const origin = originOf(path);
      if (origin !== null) return makeUnknown(origin);
      return new SandboxUrl(
        `file://${encodeURI(String(path)).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
      );
    },
  };
}
