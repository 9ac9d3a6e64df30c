// Hostile files: nothing they do reaches the host, and all of them end.
import { describe, expect, test } from 'vitest';
import { SandboxError } from '../../src/evaluate/sandbox.ts';
import { evaluate, open } from '../support/evaluate.ts';

const LIMITS = { wallClockMs: 400, memoryBytes: 48 * 1_048_576 };

describe('there is no way out', () => {
  test.each([
    ['constructor', `[].constructor.constructor('return process.mainModule')()`],
    [
      'host functions',
      `Object.getOwnPropertyNames(globalThis).filter((n) => /load|resolve|drain|outside|sandbox|quickjs|std|os|print|bjson/i.test(n)).join()`,
    ],
    ['eval', `(0, eval)('typeof require + typeof module')`],
    [
      'error frames',
      `(() => { try { null.x } catch (e) { return typeof e.constructor.constructor('return this')().process.binding } })()`,
    ],
    ['import of a file', `typeof (await import('/etc/passwd')).then`],
    ['async constructor', `typeof (async () => {}).constructor('return this')().process`],
  ])('%s', async (_name, expression) => {
    const { v } = await evaluate(`export const v = ${expression};`);
    const text = JSON.stringify(v);
    expect(text).not.toMatch(/function|root:|passwd.*:0:/);
  });

  test('prototypes of the host are its own', async () => {
    const { v } = await evaluate(`
Object.prototype.polluted = 'yes'; Array.prototype.toJSON = () => 'forged'; String.prototype.toJSON = () => 'forged';
Object.prototype.toJSON = () => 'forged'; JSON.stringify = () => '{"ok":true,"value":"forged"}'; JSON.parse = () => ({});
WeakMap.prototype.get = () => ({ reason: 'forged' }); WeakMap.prototype.has = () => true;
const hack = {}; hack.done = true;
export const v = { list: [1, 'a'], hack, ['__proto__']: { evil: 1 }, constructor: { prototype: { evil: 2 } } };`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
    expect(v).toMatchObject({ list: [1, 'a'] });
  });

  test('pollution that runs does not reach results either', async () => {
    const { v, w } = await evaluate(`
export const v = (() => {
  const forged = () => 'forged';
  for (const p of [Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype])
    Object.defineProperty(p, 'toJSON', { value: forged, configurable: true });
  JSON.stringify = () => '{"ok":true,"value":"forged"}';
  WeakMap.prototype.get = () => ({ reason: 'forged' }); WeakMap.prototype.has = () => true;
  Array.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator];
  return { list: [1, 'a'] };
})();
export const w = 2;`);
    expect([v, w]).toEqual([{ list: [1, 'a'] }, 2]);
  });

  test('a result is data: own properties, no functions, not too deep', async () => {
    const sandbox = await open({
      'main.ts': `export const getters = { get a() { return 1 }, toJSON: 1 as any, ['__proto__']: 5 };
export const proto = Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } });
export const fn = { f() {} };
export const cycle: any = {}; cycle.self = cycle;
export const big = { n: 1n };
export const numbers = [NaN, Infinity, -0, 1e400];
export const sparse = [, 1, undefined];
export const text = '\\ud800 \\u2028 "';`,
    });
    const raw = (name: string) => sandbox.call('reader', 'raw', ['main.ts', name]);
    const getters = await raw('getters');
    expect(Object.getPrototypeOf(getters)).toBe(Object.prototype);
    expect(Object.keys(getters as object)).toEqual(['a', 'toJSON', '__proto__']);
    expect(await raw('proto')).toEqual({ own: 2 });
    await expect(raw('fn')).rejects.toThrow(SandboxError);
    await expect(raw('cycle')).rejects.toThrow(/too deep/);
    await expect(raw('big')).rejects.toThrow(/bigint/);
    expect(await raw('numbers')).toEqual([null, null, 0, null]);
    expect(await raw('sparse')).toEqual([null, 1, null]);
    expect(await raw('text')).toBe('\ud800 \u2028 "');
    sandbox.dispose();
  });

  test('paths that leave the revision lead nowhere', async () => {
    const { v } = await evaluate(
      {
        'a/main.ts': `import x from '../../../../../../etc/hostname'; import y from '/etc/hostname'; import z from 'file:///etc/hostname'; export const v = [x, y, z];`,
      },
      { main: 'a/main.ts' },
    );
    for (const each of v as readonly object[]) expect(each).toHaveProperty('unknown');
  });
});

/** Runs the code; one that nothing ends is ended by the test's own limit, and fails. */
async function attack(code: string): Promise<{ error: unknown; dead: boolean }> {
  const sandbox = await open({ 'main.ts': code }, { limits: LIMITS });
  let error: unknown = null;
  try {
    await sandbox.call('reader', 'read', ['main.ts', null]);
  } catch (thrown) {
    error = thrown;
  }
  let dead = false;
  try {
    await sandbox.call('reader', 'read', ['main.ts', []]);
  } catch {
    dead = true;
  }
  sandbox.dispose();
  return { error, dead };
}

describe('everything ends: time', () => {
  test.each([
    ['loop', 'export const v = (() => { for (;;); })();'],
    [
      'loop in a catch',
      'export const v = (() => { for (;;) { try { for (;;); } catch {} finally { } } })();',
    ],
    ['regex', `export const v = /^(a+)+$/.test('a'.repeat(40) + 'b');`],
    ['generator', 'export const v = [...(function* () { for (;;) yield; })()].length;'],
    [
      'iterator',
      'export const v = (() => { for (const x of { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) } as any); })();',
    ],
    [
      'proxy',
      'export const v = (() => { const p: any = new Proxy({}, { get: () => p, ownKeys: () => { for (;;); } }); return { ...p } })();',
    ],
    ['getter of a result', 'export const v = { get a() { for (;;); } };'],
    [
      'endless promises',
      'const f = (): any => Promise.resolve().then(f); export const v = await f();',
    ],
    ['sort', 'export const v = (() => { for (;;) [3, 1, 2].sort(() => 1) })();'],
    ['valueOf', 'export const v = 1 + ({ valueOf() { for (;;); } } as any);'],
    ['toString in a template', 'export const v = `${{ toString() { for (;;); } }}`;'],
    ['then', 'export const v = await { then() { for (;;); } };'],
    ['at load of a class', 'export class V { static { for (;;); } }'],
    ['native search', 'export const v = Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);'],
    [
      'native bigint',
      'export const v = (() => { const n = 3n ** 600000n; for (;;) String(n); })();',
    ],
    ['native join', `export const v = Array.prototype.join.call({ length: 2 ** 32 - 1 }, '');`],
  ])('%s', async (_name, code) => {
    const { error, dead } = await attack(code);
    expect(error).toBeInstanceOf(SandboxError);
    expect((error as SandboxError).kind).toMatch(/timeout|memory/);
    expect(dead).toBe(true);
  });

  test('a loop is found where it is', async () => {
    const { error } = await attack(
      'export const a = 1;\nexport function f() {\n  for (;;) Math.abs(1);\n}\nexport const v = f();',
    );
    // Where exactly depends on the instruction it was at.
    expect((error as SandboxError).message).toMatch(/^main\.ts:[23] can't be evaluated/);
    expect((error as SandboxError).place?.file).toBe('main.ts');
  });

  test('a promise that never settles is unknown, not waited for', async () => {
    const { v, w } = await evaluate(
      'export const v = await new Promise(() => {}); export const w = 1;',
    );
    expect(v).toHaveProperty('unknown');
    expect(w).toBe(1);
  });
});

describe('everything ends: memory and stack', () => {
  test.each([
    [
      'arrays',
      'export const v = (() => { const a: any[] = []; for (;;) a.push(new Array(1e4).fill(a.length)); })();',
    ],
    [
      'arrays, and caught',
      'export const v = (() => { const a: any[] = []; for (;;) try { a.push(new Array(1e4).fill(1)) } catch {} })();',
    ],
    ['strings', `export const v = (() => { let s = 'x'; for (;;) s = (s + s).toLowerCase(); })();`],
    [
      'typed arrays',
      'export const v = (() => { const a: any[] = []; for (;;) a.push(new Uint8Array(1 << 20)); })();',
    ],
    [
      'one typed array',
      'export const v = (() => { const a: any[] = []; for (let n = 1 << 20; ; n *= 2) a.push(new ArrayBuffer(n)) })();',
    ],
    [
      'maps',
      'export const v = (() => { const m = new Map(); for (let i = 0; ; i++) m.set({}, { i }); })();',
    ],
    [
      'closures',
      'export const v = (() => { let f: any = () => 0; for (;;) { const g = f; f = () => g } })();',
    ],
    [
      'unknowns',
      'export const v = (() => { const a: any[] = []; let u: any = process.env.X; for (;;) { u = u.x; a.push(u) } })();',
    ],
  ])('%s', async (_name, code) => {
    const { error } = await attack(code);
    if (error !== null) expect(error).toBeInstanceOf(SandboxError);
    expect(error === null ? 'survived' : (error as SandboxError).kind).toMatch(/memory|timeout/);
  });

  test.each([
    ['recursion', 'const f = (n: number): number => f(n + 1) + 1; export const v = f(0);'],
    [
      'recursion through a getter',
      'const o = { get a(): any { return this.a } }; export const v = o.a;',
    ],
    [
      'recursion of natives',
      'export const v = (() => { let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; return String(a.flat(Infinity)) + a })();',
    ],
    ['recursion of JSON', `export const v = JSON.parse('['.repeat(1e5));`],
    ['a deep regex', `export const v = new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('a');`],
    ['deep source', `export const v = ${'('.repeat(500)}1${')'.repeat(500)};`],
    ['deep eval', `export const v = (0, eval)('('.repeat(1e5) + '1' + ')'.repeat(1e5));`],
    [
      'proxies of proxies',
      'export const v = (() => { let p: any = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x })();',
    ],
  ])('%s', async (_name, code) => {
    const { error } = await attack(`${code}\nexport const w = 1;`);
    if (error !== null) expect(error).toBeInstanceOf(SandboxError);
  });

  test('a dead sandbox says so, a new one works', async () => {
    const sandbox = await open(
      { 'main.ts': 'export const v = (() => { for (;;); })();' },
      { limits: { wallClockMs: 100 } },
    );
    const read = () => sandbox.call('reader', 'read', ['main.ts', null]);
    await expect(read()).rejects.toThrow(/takes more than 0\.1 s/);
    await expect(read()).rejects.toThrow(SandboxError);
    expect((await evaluate('export const v = 1;'))['v']).toBe(1);
  });

  test('instructions are limited too', async () => {
    const sandbox = await open(
      { 'main.ts': 'export const v = (() => { for (;;); })();' },
      { limits: { instructions: 5_000_000 } },
    );
    await expect(sandbox.call('reader', 'read', ['main.ts', null])).rejects.toThrow(
      /5000000 instructions/,
    );
  });

  test('a library that loops is stopped as well', async () => {
    const sandbox = await open({ 'main.ts': '' }, { limits: { wallClockMs: 100 } });
    await expect(sandbox.call('reader', 'spin', [])).rejects.toThrow(SandboxError);
  });
});
