// Runs inside the sandbox. `node:path` for POSIX, pure.
import { originOf, makeUnknown } from './unknowns.ts';

const ROOT = /^\/+/;

function normalize(path: string): string {
  if (path === '') return '.';
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  const joined = parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
  return absolute ? `/${joined}` : joined || (path.endsWith('/') ? './' : '.');
}

const isAbsolute = (path: string): boolean => path.startsWith('/');

const join = (...paths: string[]): string => normalize(paths.filter((p) => p !== '').join('/'));

const stripSlash = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') : path);

function dirname(path: string): string {
  const trimmed = stripSlash(path);
  const at = trimmed.lastIndexOf('/');
  if (at < 0) return '.';
  return at === 0 ? '/' : stripSlash(trimmed.slice(0, at));
}

function basename(path: string, suffix = ''): string {
  const base = stripSlash(path).split('/').at(-1) ?? '';
  return suffix !== '' && base !== suffix && base.endsWith(suffix)
    ? base.slice(0, -suffix.length)
    : base;
}

function extname(path: string): string {
  const base = basename(path);
  const at = base.lastIndexOf('.');
  return at <= 0 || base === '..' ? '' : base.slice(at);
}

interface Parsed {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

function parse(path: string): Parsed {
  const base = basename(path);
  const ext = extname(path);
  const dir = dirname(path);
  const name = ext === '' ? base : base.slice(0, -ext.length);
  const root = ROOT.test(path) ? '/' : '';
  return { root, dir: dir === '.' && !path.startsWith('.') ? '' : dir, base, ext, name };
}

function format({ root = '', dir, base, ext = '', name = '' }: Partial<Parsed>): string {
  const file = base ?? name + ext;
  if (dir === undefined || dir === '') return root + file;
  return dir === root ? dir + file : `${dir}/${file}`;
}

/** The module, with `cwd` as the directory that relative paths start from. */
export function createPath(cwd: string): object {
  const resolve = (...paths: string[]): string => {
    let path = '';
    for (const each of [cwd, ...paths]) path = isAbsolute(each) ? each : `${path}/${each}`;
    return stripSlash(normalize(path));
  };
  const relative = (from: string, to: string): string => {
    const [here, there] = [from, to].map((path) => resolve(path).split('/').filter(Boolean));
    if (here === undefined || there === undefined) return '';
    let shared = 0;
    while (shared < here.length && here[shared] === there[shared]) shared += 1;
    return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
  };
  const functions = {
    normalize,
    isAbsolute,
    join,
    dirname,
    basename,
    extname,
    parse,
    format,
    resolve,
    relative,
    toNamespacedPath: (path: string) => path,
  };
  const path: Record<string, unknown> = { sep: '/', delimiter: ':' };
  for (const [name, operate] of Object.entries(functions)) path[name] = spreading(name, operate);
  path['posix'] = path;
  return path;
}

/** An unknown among the arguments makes the result unknown; anything but text is refused as Node does. */
function spreading(name: string, operate: (...values: never[]) => unknown) {
  return (...values: unknown[]): unknown => {
    for (const value of values) {
      const origin = originOf(value);
      if (origin !== null) return makeUnknown(origin);
      const isText = typeof value === 'string' || value === undefined;
      if (!isText && name !== 'format')
        throw new TypeError(`The "path" argument must be of type string. Received ${typeof value}`);
    }
    return operate(...(values as never[]));
  };
}
