import { describe, expect, test } from 'vitest';
import { evaluate } from '../support/evaluate.ts';

const SOURCE = 'process.env.X is not set';

interface Shown {
  readonly unknown: string;
  readonly at: string;
}

async function valueOf(expression: string): Promise<unknown> {
  const { v } = await evaluate(
    `import { isYes } from 'kit'; const u: any = process.env.X; const list: number[] = [];
export const v = ${expression};`,
  );
  return v;
}

describe('an unknown operand makes the result unknown', () => {
  test.each([
    'u',
    'u!',
    '(u as string)',
    'u.a.b',
    'u.f(1)',
    'u?.a',
    'u?.[0]',
    'u[0]',
    'new u()',
    'new u.Klass(1)',
    '`a${u}b`',
    '`${"x"}${`${u}`}`',
    '"a" + u',
    'u + "a"',
    '1 - u',
    '-u',
    '+u',
    '~u',
    '!u',
    '!!u',
    'typeof u',
    'u === "production"',
    'u == null',
    'u !== undefined',
    'u > 1',
    'u in {}',
    '({}) instanceof u',
    'u && 1',
    'true && u',
    'u || "default"',
    'u ?? "default"',
    'u ? 1 : 2',
    'u === "a" ? 1 : 2',
    '!u ? 1 : 2',
    '(u, u)',
    'String(u)',
    'Number(u)',
    'parseInt(u, 10)',
    'Boolean(u)',
    '[...u]',
    '({ ...u, a: 1 })',
    '({ a: 1 })[u]',
    'u`tagged`',
    'await u',
    'await Promise.resolve(u)',
    'await (async () => u)()',
    '(() => { let s = "a"; s += u; return s })()',
    '(() => { const { a, b: { c } } = u; return c })()',
    'new (class extends u {})()',
    'new URL(u)',
    'Date.now()',
    'new Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'fetch("x")',
    'Buffer.from("x")',
    '<any>u',
  ])('%s', async (expression) => {
    const value = (await valueOf(expression)) as Shown;
    expect(value).toHaveProperty('unknown');
    expect(value.at).toMatch(/^main\.ts:[12]$/);
  });
});

describe('an unknown that decides stops the declaration, and says where', () => {
  test.each([
    ['if', '(() => { if (u) return 1; return 2 })()'],
    ['if on a comparison', '(() => { if (u === "a") return 1; return 2 })()'],
    ['while', '(() => { while (u) { return 1 } return 2 })()'],
    ['do', '(() => { let i = 0; do { i++ } while (u); return i })()'],
    ['for', '(() => { for (let i = 0; i < u; i++) return 1; return 2 })()'],
    ['for of', '(() => { for (const x of u) return x; return 2 })()'],
    ['for in', '(() => { for (const x in u) return x; return 2 })()'],
    ['switch', '(() => { switch (u) { case 1: return 1; default: return 2 } })()'],
    ['case', '(() => { switch (1 as any) { case u: return 1; default: return 2 } })()'],
    ['and with effects', '(() => { u && list.push(1); return list })()'],
    ['or with effects', '(() => { u || list.push(1); return list })()'],
    ['ternary with effects', '(() => { u ? list.push(1) : list.push(2); return list })()'],
    ['and-assignment', '(() => { let x = u; x &&= 1; return x })()'],
    ['spread into a call', 'Math.max(...u)'],
    ['callback with effects', '(() => { u.forEach(() => { list.push(1) }); return list })()'],
    ['array methods', '[1, 2].filter((x) => u)'],
    ['find', '[1, 2].find((x) => x > u)'],
    ['includes', '[1, 2].includes(u)'],
    ['element', '[u].includes(1)'],
    ['object keys', 'Object.keys(u)'],
    ['object entries', 'Object.entries(u)'],
    ['isArray', 'Array.isArray(u)'],
    ['map key', 'new Map().get(u)'],
    ['JSON', 'JSON.stringify({ u })'],
    ['join', '["a", u].join()'],
    ['array pattern', '(([a]) => a)(u)'],
    ['rest', '(({ a, ...b }) => b)(u)'],
    ['property key', '({ [u]: 1 })'],
    ['swallowed', '(() => { try { if (u) return 1 } catch { return 3 } return 2 })()'],
    [
      'swallowed by a callback',
      '(() => { let r = 0; Promise.reject(1).catch(() => 0); try { if (u) r = 1 } catch (e) { r = 2 } finally { r = 3 } return r })()',
    ],
    ['overruled by finally', '(() => { try { if (u) return 1 } finally { return 3 } })()'],
    ['rejected', 'await (async () => { if (u) return 1; return 2 })().catch(() => 5)'],
  ])('%s', async (_name, expression) => {
    const value = (await valueOf(expression)) as Shown;
    expect(value).toHaveProperty('unknown');
    expect(value.unknown).toMatch(/^process\.env\.X is not set/);
    expect(value.at).toMatch(/^main\.ts:[12]$/);
  });

  test('the chain is told', async () => {
    const { name, other } = await evaluate({
      'main.ts': `import { prefix } from './env';
function nameOf(): string {
  if (prefix === 'a')
    return 'x';
  return 'y';
}
export const name = nameOf();
export const other = \`\${name}_table\`;`,
      'env.ts': `export const prefix = process.env.TABLE_PREFIX;`,
    });
    const reason = 'process.env.TABLE_PREFIX is not set · decides the condition at main.ts:3';
    expect(name).toEqual({ unknown: reason, at: 'env.ts:1' });
    expect(other).toEqual({ unknown: reason, at: 'env.ts:1' });
  });
});

describe('what is known stays known', () => {
  test('around an unknown', async () => {
    const { config, columns } = await evaluate(`
const u = process.env.X;
function url(): string { if (!u) throw new Error('X'); return u }
export const config = { out: './drizzle', credentials: { url: u!, port: Number(u), made: url(), deep: { v: [u, 1] } }, schema: ['a'], ssl: u ? 1 : 2, ...{ a: 1 } };
export const columns = { id: 1, ...(false && u), name: u ?? 'x' };`);
    expect(config).toMatchObject({
      out: './drizzle',
      schema: ['a'],
      a: 1,
      credentials: { url: { unknown: SOURCE }, deep: { v: [{ unknown: SOURCE }, 1] } },
    });
    expect(columns).toMatchObject({ id: 1, name: { unknown: SOURCE } });
  });

  test('variables that the configuration gives', async () => {
    const { a, b, missing } = await evaluate(
      `export const a = process.env.A, { B: b = 'default' } = process.env, missing = process.env['C'];`,
      { env: { A: 'x', B: '' } },
    );
    expect(a).toBe('x');
    expect(b).toBe('');
    expect(missing).toHaveProperty('unknown', 'process.env.C is not set');
  });

  test('one declaration that fails leaves its neighbours alone', async () => {
    const read = await evaluate(`export const good = 1;
export const bad = (null as any).x;
export const worse: number = good + (bad as any);
export const fine = good + 1;
import { missing } from './nowhere';
import { other } from 'some-package/sub';
export const far = missing.deep(other);
export { nothing } from './here';`);
    expect(read).toMatchObject({
      good: 1,
      bad: { at: 'main.ts:2' },
      worse: { at: 'main.ts:2' },
      fine: 2,
      far: {
        unknown: '"./nowhere" leads to no module of the repository (missing.deep())',
        at: 'main.ts:5',
      },
      nothing: { unknown: '"./here" leads to no module of the repository (nothing)' },
    });
    expect((read['bad'] as unknown as Shown).unknown).toContain('TypeError');
  });

  test('top-level statements that nothing depends on never run', async () => {
    const { a, conf } = await evaluate(`import { z } from 'zod'; import 'side-effects';
if (!process.env.X) throw new Error('X is required');
z.parse(process.env); await fetch('x'); for (;;) {}
const conf = {} as any; conf.x = 1; export { conf };
export const a = 1;`);
    expect(a).toBe(1);
    expect(conf).toEqual({ x: 1 });
  });

  test('what a statement may have changed is unknown when the statement is', async () => {
    const read = await evaluate(`const u = process.env.X;
const list: string[] = ['a']; if (u) list.push('b');
let name = 'a'; if (u === 'x') name = 'b';
const other = ['z'];
for (const each of (u as any)) other.push(each);
const table: any = {}; function add(n: string) { if (u) table[n] = 1 } add('x');
const calm = ['k'];
export { list, name, other, table, calm };`);
    expect(read).toMatchObject({
      list: { unknown: `${SOURCE} · decides the condition at main.ts:2` },
      name: { unknown: `${SOURCE} · decides the condition at main.ts:3` },
      other: { unknown: `${SOURCE} · decides the condition at main.ts:5` },
      table: { unknown: `${SOURCE} · decides the condition at main.ts:6` },
      calm: ['k'],
    });
  });
});

describe('modules that can not be evaluated', () => {
  test('a file that does not parse says where', async () => {
    const { a, b } = await evaluate({
      'main.ts': `export { a } from './broken'; export const b = 1;`,
      'broken.ts': `const x = 1;\nexport const a = {;\n`,
    });
    expect(a).toMatchObject({ at: 'broken.ts:2' });
    expect((a as unknown as Shown).unknown).toContain(
      "broken.ts:2 can't be evaluated: it doesn't parse",
    );
    expect(b).toBe(1);
  });

  test('what only the engine refuses is told too', async () => {
    const { a } = await evaluate(
      `let twice = 1; export const a = (() => { let x; let x; return 1 })();`,
    );
    expect((a as unknown as Shown).unknown).toContain("doesn't parse");
  });

  test('JSX is unknown and harms nobody', async () => {
    const read = await evaluate(
      {
        'main.tsx': `import React from 'react';
export const View = ({ a }: { a: string }) => (
  <div className="x">{a}<b.c /></div>
);
export const element = <><p>hi</p></>;
export const after = new Error('x').stack ? 1 : 2;`,
      },
      { main: 'main.tsx' },
    );
    expect(read).toMatchObject({
      View: 'function View',
      element: { unknown: 'JSX is not evaluated', at: 'main.tsx:5' },
      after: 1,
    });
  });

  test('stars of missing packages are told, what is here is read', async () => {
    const { a, keys } = await evaluate({
      'main.ts': `import * as all from './index'; export const a = all.a; export const keys = Object.keys(all);`,
      'index.ts': `export * from './a'; export * from 'not-here';`,
      'a.ts': `export const a = 1;`,
    });
    expect(a).toBe(1);
    expect(keys).toMatchObject({ at: 'index.ts:1' });
  });
});
