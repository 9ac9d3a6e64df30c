// The diff on kinds that don't exist: it may know none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/catalog/index.ts';
import { applyChanges } from '../../src/schema/apply.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Json, Schema, SchemaObject } from '../../src/schema/objects.ts';
import type { TraitsOf } from '../../src/schema/traits.ts';

const traits: TraitsOf = {
  box: {},
  lid: {
    renamable: true,
    form: ['polish'],
    formWhen: { label: (_before, _after, { actual }) => actual.objects.has('label:plain') },
    reasons: { hue: (_old, hue) => `painted ${JSON.stringify(hue)}` },
  },
  spring: { follows: ['motion'] },
  label: { formWhenUnused: true },
};

type Draft = Partial<Omit<SchemaObject, 'attributes'>>;

function object(id: string, attributes: Record<string, Json> = {}, rest: Draft = {}): SchemaObject {
  const [kind = '', name = ''] = id.split(':');
  return {
    id,
    kind,
    schema: null,
    table: null,
    name,
    parent: null,
    part: false,
    needs: [],
    attributes,
    ...rest,
  };
}

function schema(...objects: SchemaObject[]): Schema {
  return { objects: new Map(objects.map((one) => [one.id, one])), uncovered: {} };
}

const box = object('box:b');
const lid = (name: string, attributes: Record<string, Json> = {}, part = false): SchemaObject =>
  object(`lid:${name}`, attributes, { parent: 'box:b', part });

describe('diff', () => {
  it('finds nothing between equals, whatever their order', () => {
    const one = object('box:b', { a: { x: 1, y: [1, null] }, gone: null });
    const other = object('box:b', { a: { y: [1, null], x: 1 } });
    expect(diff(schema(one, lid('l')), schema(lid('l'), other), { traits })).toEqual([]);
  });

  it('tells creates, drops and alterations with their reasons', () => {
    const changes = diff(
      schema(box, lid('l', { size: 'big', shut: false }), object('box:old')),
      schema(box, lid('l', { size: 'small', shut: true, hue: 'red' }), object('box:new')),
      { traits },
    );
    expect(changes).toMatchObject([
      {
        op: 'alter',
        object: 'lid:l',
        weight: 'substance',
        attributes: ['hue', 'shut', 'size'],
        reason: 'painted "red"; shut: no → yes; size: big → small',
      },
      { op: 'create', object: 'box:new', reason: 'only in the models' },
      { op: 'drop', object: 'box:old', reason: 'only in the database' },
    ]);
  });

  it('weighs what is only form', () => {
    const changes = diff(
      schema(box, lid('l', { polish: 1 }), object('label:x')),
      schema(box, lid('l', { polish: 2 })),
      { traits },
    );
    expect(changes.map(({ op, weight }) => [op, weight])).toEqual([
      ['alter', 'form'],
      ['drop', 'form'],
    ]);
    const used = schema(object('label:x'), object('box:b', {}, { needs: ['label:x'] }));
    expect(diff(used, schema(box), { traits })).toMatchObject([
      { op: 'drop', weight: 'substance' },
    ]);
  });

  it('weighs by what a kind says of the two schemas', () => {
    const weights = (...others: SchemaObject[]): string[] =>
      diff(
        schema(box, lid('l', { label: 'a' }), ...others),
        schema(box, lid('l', { label: 'b' }), ...others),
        { traits },
      ).map(({ weight }) => weight);
    expect(weights(object('label:plain'))).toEqual(['form']);
    expect(weights()).toEqual(['substance']);
  });

  it('finds an equal object under another name, each once, in the same parent', () => {
    const changes = diff(
      schema(box, lid('a', { size: 1 }), lid('b', { size: 2 })),
      schema(box, lid('c', { size: 1 }), lid('d', { size: 1 })),
      { traits },
    );
    expect(changes.map(({ op, object: id, weight }) => [op, id, weight])).toEqual([
      ['drop', 'lid:b', 'substance'],
      ['rename', 'lid:c', 'form'],
      ['create', 'lid:d', 'substance'],
    ]);
  });

  it('lets a parent bring its parts, and take all its children', () => {
    const whole = schema(
      box,
      lid('part', {}, true),
      lid('child'),
      object('spring:s', {}, { parent: 'lid:part', part: true }),
    );
    expect(diff(schema(), whole, { traits }).map((change) => change.object)).toEqual([
      'box:b',
      'lid:child',
    ]);
    expect(diff(whole, schema(), { traits }).map((change) => change.object)).toEqual(['box:b']);
  });

  it('lets a part follow its parent’s alteration', () => {
    const still = lid('l', { motion: 'none' });
    const spring = object('spring:s', {}, { parent: 'lid:l', part: true });
    const sprung = lid('l', { motion: 'spring' });
    const changes = diff(schema(box, still), schema(box, sprung, spring), { traits });
    expect(changes.map((change) => change.object)).toEqual(['lid:l']);
  });

  it('compares only what is in scope', () => {
    const actual = schema(
      box,
      lid('l', { size: 1, secret: 1 }),
      object('label:x'),
      object('box:theirs'),
    );
    const desired = schema(box, lid('l', { size: 1, secret: 2 }));
    const scope = { kinds: ['box', 'lid'], silent: { lid: ['secret'] }, external: ['box:theirs'] };
    expect(diff(actual, desired, { traits, scope })).toEqual([]);
    const ignore = (one: SchemaObject): boolean => one.id === 'box:b';
    expect(diff(schema(), schema(box, lid('l')), { traits, ignore })).toEqual([]);
  });
});

describe('applyChanges', () => {
  it('makes of one schema the other, or the part of it that the changes say', () => {
    const actual = schema(box, lid('a', { size: 1, secret: 1 }), lid('gone'), object('box:old'));
    const desired = schema(
      box,
      lid('a', { size: 2, secret: 2 }),
      object('box:new'),
      object('lid:n', {}, { parent: 'box:new', part: true }),
    );
    const changes = diff(actual, desired, { traits });
    const follows = (): boolean => false;
    expect(diff(applyChanges(actual, desired, changes, follows), desired, { traits })).toEqual([]);
    const scope = { kinds: ['box', 'lid'], silent: { lid: ['secret'] }, external: [] };
    const some = diff(actual, desired, { traits, scope }).filter(({ op }) => op !== 'drop');
    const partly = applyChanges(actual, desired, some, follows);
    expect(partly.objects.get('lid:a')?.attributes).toEqual({ size: 2, secret: 1 });
    expect([...partly.objects.keys()].sort()).toEqual([
      'box:b',
      'box:new',
      'box:old',
      'lid:a',
      'lid:gone',
      'lid:n',
    ]);
  });
});

describe('the room `schema`', () => {
  const directory = join(import.meta.dirname, '../../src/schema');
  const sources = readdirSync(directory).map(
    (name) => [name, readFileSync(join(directory, name), 'utf8')] as const,
  );

  it.each(sources)('%s imports only its own room', (_name, text) => {
    const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier);
    expect(imports.filter((specifier) => !/^\.\/[a-z-]+\.ts$/.test(specifier ?? ''))).toEqual([]);
  });

  it.each(sources)('%s names no kind in its code', (_name, text) => {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const quoted = [...code.matchAll(/'([^'\n]*)'/g)].map(([, word]) => word);
    expect(Object.keys(kinds).filter((kind) => quoted.includes(kind))).toEqual([]);
  });
});

describe('import directions', () => {
  const room = (name: string): readonly (readonly [string, string])[] => {
    const directory = join(import.meta.dirname, '../../src', name);
    return readdirSync(directory).map((file) => [
      `${name}/${file}`,
      readFileSync(join(directory, file), 'utf8'),
    ]);
  };
  const allowed: Record<string, readonly string[]> = {
    database: ['schema', 'errors.ts', 'assets.ts'],
    catalog: ['schema', 'database'],
    plan: ['schema', 'database', 'catalog'],
  };

  it.each(Object.keys(allowed))('%s imports only from the rooms before it', (name) => {
    const others = room(name).flatMap(([file, text]) =>
      [...text.matchAll(/from '\.\.\/([^/']+)/g)].map(([, target]) => [file, target]),
    );
    expect(others.filter(([, target]) => !allowed[name]?.includes(target ?? ''))).toEqual([]);
  });
});
