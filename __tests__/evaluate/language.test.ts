import fc from 'fast-check';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../support/evaluate.ts';

/** The same module evaluated by Node itself. */
async function byNode(text: string): Promise<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: true,
    },
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`;
  return { ...((await import(/* @vite-ignore */ url)) as Record<string, unknown>) };
}

/** Modules whose exports are plain data; the sandbox and Node must agree on every one. */
const MODULES: Readonly<Record<string, string>> = {
  enums: `
    enum A { X, Y = 5, Z, W = Y | 8, S = 'ess', T = S.length as any }
    enum A2 { P = A.Z, Q }
    enum A2 { R = 40 }
    const enum C { One = 1, Two = One << 1 }
    declare enum Ambient { V }
    enum \u00dcn { 'with space' = 1, 'b' }
    export const a = Object.entries(A), c = [C.One, C.Two], k = Object.keys(\u00dcn), a2 = { ...A2 };
    export { A };
    function inner() { enum L { M = 3 } return L.M }
    export const l = inner();`,
  namespaces: `
    namespace N { export const x = 1; export namespace M { export const y = x + 1 } const hidden = 3; export function f() { return hidden } }
    function g() { return g.extra }
    namespace g { export const extra = 7 }
    namespace N { export const z = x + 10 }
    import Alias = N.M;
    export const all = [N.x, N.M.y, N.f(), g(), N.z, Alias.y];
    namespace OnlyTypes { export type T = 1 }`,
  classes: `
    abstract class Base<T> { static count = 0; protected abstract name: string; constructor() { Base.count++ } hello() { return 'hi ' + this.name } static { this.count = 10 } }
    class Child extends Base<string> implements Iterable<number> {
      declare ghost: number; name = 'child'; #secret = 42; static #sp = 1;
      get secret() { return this.#secret } set secret(v) { this.#secret = v }
      *[Symbol.iterator]() { yield 1; yield 2 }
      has(o: object) { return #secret in o }
      override hello() { return super.hello() + '!' }
      static make() { return new this() } static sp() { return Child.#sp }
      constructor(readonly p = 3, private q?: string) { super() }
    }
    const c = Child.make(); c.secret += 1;
    const Anonymous = class { static n = this.name };
    export const out = [c.hello(), c.secret, [...c], c.has(c), c.has({}), Child.count, Child.sp(), c.p, Object.keys(c), Anonymous.name, Anonymous.n];
    export default class { static v = 1 }`,
  decorators: `
    const log: string[] = [];
    const mark = (name: string) => (target: any, key?: string) => { log.push(name + ':' + (key ?? target.name)) };
    @mark('class') class D { @mark('prop') a = 1; @mark('method') m() { return 1 } constructor(@mark('param') x: number) {} }
    export const made = new D(1).m();
    export { log };`,
  functions: `
    export const hoisted = later(3);
    function later(n: number): number { return n <= 1 ? 1 : n * later(n - 1) }
    function rest(this: unknown, a: number, ...b: number[]) { return [a, b.length, arguments.length, this === undefined] }
    export const r = rest(1, 2, 3);
    export const d = (({ a = 1, b: { c = 2, ...others } = { c: 5, z: 9 } as any, ...more }, [x, , y = x] = [4, 5]) => [a, c, others, more, x, y])({ q: 1 } as any);
    export const curried = ((a: number) => (b: number) => (c: number) => a + b + c)(1)(2)(3);
    export const gen = [...(function* () { const got = yield 1; yield* [2, 3]; return got })()];
    export const names = [(() => {}).name, later.name, rest.name];
    const arrow = () => 1; let fn = function () {}; const K = class {};
    export const inferred = [arrow.name, fn.name, K.name];
    export const nt = (function F(this: any) { return new.target === undefined })();
    function over(a: string): string; function over(a: number): number; function over(a: any) { return a }
    export const o = over(4);
    var self = function fact(n: number): number { return n < 2 ? 1 : n * fact(n - 1) };
    export const f5 = self(5);`,
  operators: `
    const o: any = { a: { b: [1, 2, { c: () => 'deep' }] }, n: null };
    export const chain = [o?.a?.b?.[2]?.c?.(), o.x?.y.z.w, o.n?.[0], o.a.b?.length, delete o?.zz, o.missing?.()];
    let x: any = null; x ??= 5; x ||= 6; x &&= 7; x += 1; x **= 2; x -= 4; x %= 50; x <<= 1; x >>>= 1; x |= 1; x ^= 3; x &= 0xff;
    export { x };
    o.a.k = 1; o.a.k += 2; o.a['k'] *= 5; o.a.k &&= o.a.k + 1;
    export const k = o.a.k;
    export const mixed = [1 + 2 * 3 ** 2, 7 % 4, -5 >>> 28, ~5, !0, !!'', +'3', -'4' as any, typeof undefinedThing, typeof x, void 0 ?? 'nul', 1 < 2 && 'and', 0 || 'or', 'a' in { a: 1 }, [] instanceof Array, 5 & 3, 5 | 3, 5 ^ 3, 1 as any == '1', null == undefined, NaN !== NaN];
    export const big = [(2n ** 70n).toString(), (5n / 2n).toString(), typeof 1n, BigInt(5).toString(), String(1n + 2n)];
    export const seq = (1, 2, 3);
    export const t = \`a\${1}b\${'c'}\${[1, 2]}\${null}\${{ toString: () => 'T' }}\`;
    const tag = (s: TemplateStringsArray, ...v: unknown[]) => s.raw.join('|') + v.join(',');
    export const tagged = tag\`x\${1}\\n\${2}y\`;
    export const regex = ['aBc'.replace(/b/gi, 'X'), /(?<y>\\d{4})/u.exec('in 2024')?.groups?.y, 'a-b-c'.replaceAll('-', ''), /\\p{L}/u.test('é'), [...'a1b2'.matchAll(/\\d/g)].map((m) => m[0])];
    let n = 0; const side = () => ++n; const arr = [10, 20, 30];
    arr[side()] += 5; arr[n++]++; 
    export { arr, n };
    export const cond = n > 1 ? n > 100 ? 'big' : 'mid' : 'small';
    const key = 'dyn' as const; export const computed = { [key + 1]: 1, ['x']: 2, get g() { return this.x }, set g(v) {}, 'quoted-key': 3, 5: 'five', async *ag() {}, __proto__: null as any };
    export const neu = new (class { v = new Map([[1, { f: () => new Date(0) }]]) })().v.get(1)!.f().getTime();
    export const spread = [...[1, 2], ...'ab', ...new Set([3])]; export const merged = { ...{ a: 1 }, b: 2, ...null, ...{ a: 3 } };
    export const max = Math.max(...arr, ...[1]);
    const maps: Record<string, any> = { C: class { v = 9 }, ns: { D: class { w = 8 } } }; const ck = 'C';
    export const constructed = [new maps[ck]().v, new maps['ns'].D().w, new (maps[ck])().v];
    `,
  statements: `
    export const out: unknown[] = [];
    outer: for (let i = 0; i < 3; i++) { for (const j of [0, 1, 2]) { if (j === 1) continue outer; if (i === 2) break outer; out.push([i, j]) } }
    for (const k in { a: 1, b: 2 }) out.push(k);
    let w = 0; while (true) { if (++w > 3) break } do { w-- } while (w > 0); out.push(w);
    switch (out.length) { case 0: out.push('zero'); case 5: out.push('five'); break; default: out.push('default'); }
    try { throw new Error('boom') } catch ({ message }) { out.push(message) } finally { out.push('finally') }
    try { null!.x } catch { out.push('caught') }
    const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); out.push(fs.map((f) => f()));
    function ret() { try { return 'try' } finally { out.push('in finally') } } out.push(ret());
    const asi = 1 as number
    ;[1, 2].forEach((v) => out.push(v))
    let y = asi as any
    ;(function () { out.push(y) })()
    function asi2() { const a = out as any
      ;[7].forEach((v) => a.push(v)) 
      let z = a satisfies any
      return z.length }
    out.push(asi2());
    if (w) out.push('no'); else if (!w) out.push('else-if'); else out.push('never');
    { let scoped = 'block'; out.push(scoped) }
    var { length: len, ...restOf } = 'abc' as any; out.push(len);
    for (var v of [1, 2]) out.push(v);`,
  bindings: `
    let level = 'low'; const flag = true;
    if (flag) level = 'high';
    export const before = level;
    level = 'later';
    export const after = level;
    export let count = 0; function bump() { count += 1; return count } bump(); bump();
    export const counted = count;
    const registry: Record<string, number> = {};
    function register(name: string) { registry[name] = Object.keys(registry).length; return name }
    export const first = register('first');
    export const sizeThen = Object.keys(registry).length;
    ['x', 'y'].forEach((name) => register(name));
    export const second = register('second');
    export { registry };
    const list = [1]; list.push(2); const snapshot = [...list]; list.push(3); Object.assign(list, { extra: true });
    export { snapshot, list }; export const listLength = list.length;
    const config: any = { a: 1 }; config.b = 2; config.nested = {}; config.nested.c = 3; delete config.a;
    export { config };
    let [p, q] = [1, 2]; [p, q] = [q, p]; export { p, q };
    let late; late = 5; export { late };
    const o = { m: 1 }; ({ m: late } = o); export const lateNow = late;
    class Counter { static n = 0 } Counter.n = 5; for (let i = 0; i < 3; i++) Counter.n++; export const n = Counter.n;
    function withProp() { return 1 } withProp.extra = 2; export const extra = withProp.extra;
    export const undefinedHere = ((undefined) => undefined)(1); export const shadow = ((list: number) => list)(9);
    const Object2 = Object; { const Object = { keys: () => 'mine' }; list.push((Object as any).keys().length) } export const keys = Object2.keys({ z: 1 });`,
  shadowedGlobals: `
    const String = (v: unknown) => 'mine:' + v; const parseInt = 5; const name = 'n'; const self = 's'; const top = 't'; const length = 2;
    export const out = [String(1), parseInt, name, self, top, length]; export { String as default };
    const eval2 = (0, eval)('1 + 1'); export { eval2 };
    const constructor = 'c', toString = 'ts', hasOwnProperty = 'h', __defineGetter__ = 'd', valueOf = 'v';
    export { constructor, toString, hasOwnProperty, __defineGetter__, valueOf };`,
  types: `
    interface I { a: string } type T<X> = X extends string ? 1 : 2; declare const ghost: number; declare function nope(): void; declare module 'x' { }
    declare global { interface Window { y: 1 } } abstract class Q { abstract m(): void; abstract p: string }
    export type { I }; const v = <T,>(x: T): T => x; const w = <any>{ a: 1 }; const nn = (w as any)!.a!; const sat = { k: 1 } satisfies Record<string, number>;
    const pred = (x: unknown): x is string => typeof x === 'string'; function assertIt(x: unknown): asserts x {} assertIt(1);
    export const out = [v<number>(3), w.a, nn, sat.k, pred('s'), (1 + 1 as number) * 3, ((x?: number, ...r: string[]): number => x ?? r.length)(), new Map<string, number>([['a', 1]]).size, [1, 2].map<string>((x: number): string => String(x))];
    let definite!: string; const unique: unique symbol = Symbol('u') as any; export const opt = ((a: { b?: number } | null) => a?.b)(null) ?? 'none';
    export const obj = { method<T>(this: { z: number }, a: T) { return this.z }, z: 4 }.method('x');
    const long = (
      a: number,
      b: string,
    ): { c: number } => ({ c: a + b.length }); export const lr = long(1, 'ab');`,
  asyncThings: `
    const delay = async (v: number) => { await null; return v * 2 };
    async function* ag() { yield 1; yield await delay(1) }
    export const top = await delay(4);
    const collected: number[] = []; 
    export const gathered = await (async () => { const all = []; for await (const v of ag()) all.push(v); return all })();
    export const settled = (await Promise.allSettled([delay(1), Promise.reject(new Error('no'))])).map((r) => r.status);
    export const fin = await Promise.race([1, delay(2)]);`,
};

describe('modules mean what they mean in Node', () => {
  test.each(Object.keys(MODULES))('%s', async (name) => {
    const text = MODULES[name] ?? '';
    const expected = await byNode(text);
    const got = await evaluate(text);
    for (const [key, value] of Object.entries(expected)) {
      if (typeof value === 'function') expect(got[key]).toMatch(/^function/);
      else if (value === undefined) expect(got[key]).toBe('undefined');
      else expect({ [key]: got[key] }).toEqual({ [key]: withUndefined(value) });
    }
    expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
  });
});

/** As the reader shows values. */
function withUndefined(value: unknown): unknown {
  if (value === undefined) return 'undefined';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (Array.isArray(value)) return value.map(withUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, withUndefined(each)] as const);
  return Object.fromEntries(entries);
}

/** Expressions over small values that may throw, as text. */
const expressions = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      '0',
      '1',
      '-1.5',
      '"a"',
      '""',
      '"10"',
      'null',
      'undefined',
      'true',
      'NaN',
      'x',
      'o',
      'o.a',
      'o?.b?.c',
      'f(2)',
      'o["a"]',
      '[1, x]',
      '{ k: x }.k',
      'typeof zz',
      '7n',
    ),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(
          '+',
          '-',
          '*',
          '%',
          '<',
          '>=',
          '==',
          '===',
          '!=',
          '&&',
          '||',
          '&',
          '<<',
          ',',
        ),
        tie('expression'),
      )
      .map(([a, operator, b]) => `((${a}) ${operator} (${b}))`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `((${a}) ?? (${b}))`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(fc.constantFrom('!', '-', '~', 'typeof ', 'void '), tie('expression'))
      .map(([operator, a]) => `${operator}(${a})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `\`<\${${a}}|\${${b}}>\``),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[...[${a}], ${b}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `({ ...{ p: ${a} }, q: ${b} })`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(x = ${a}, x += ${b}, x)`),
    tie('expression').map((a) => `String(${a})`),
    tie('expression').map(
      (a) => `((y) => { if (y) return [y]; for (const z of "ab") x = z; return x })(${a})`,
    ),
    tie('expression').map(
      (a) =>
        `(() => { try { return (${a} as any).q.r } catch (e) { return (e as Error).name } })()`,
    ),
  ),
})).expression;

test('any expression has the value Node gives it', async () => {
  const sample = fc.sample(expressions, { numRuns: 400, seed: 7 });
  const lines = sample.map(
    (text) =>
      `  () => { let x: any = 3; const o: any = { a: { toString: () => "A" }, b: null }; const f = (n: number) => n + x; return ${text.startsWith('{') ? `(${text})` : text} },`,
  );
  const module = `const show = (v: any): any => typeof v === 'bigint' ? v + 'n' : typeof v === 'number' ? (Object.is(v, -0) ? '-0' : String(v)) : typeof v === 'function' ? 'f' : v === undefined ? 'undefined' : v === null ? null : Array.isArray(v) ? v.map(show) : typeof v === 'object' ? Object.fromEntries(Object.entries(v).map(([k, e]) => [k, show(e)])) : v;
const all: (() => any)[] = [
${lines.join('\n').replaceAll('{ k: x }.k', '({ k: x }).k')}
];
export const out = all.map((run) => { try { return show(run()) } catch (e) { return 'throws ' + (e as Error).name } });`;
  const expected = (await byNode(module))['out'] as unknown[];
  const { out } = await evaluate(module);
  const got = out as unknown[];
  const differing = sample.flatMap((text, index) =>
    JSON.stringify(got[index]) === JSON.stringify(expected[index])
      ? []
      : [{ text, got: got[index], expected: expected[index] }],
  );
  expect(differing).toEqual([]);
});
