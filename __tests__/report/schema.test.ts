import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import type { Report } from '../../src/report/report.ts';
import { cases } from './cases.ts';

type Schema = Record<string, unknown>;

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const asJson = (report: Report): unknown => JSON.parse(renderJson(report));

describe('schemas/report.schema.json', () => {
  it.each(Object.entries(cases))('accepts %s', (_name, report) => {
    validate(asJson(report));
    expect(validate.errors).toBeNull();
  });

  it('refuses a property more and a property less, at any depth', () => {
    const report = asJson(cases['every-operation']);
    const places = objectsWithin(report).filter(({ path }) => !/timings|notCompared/.test(path));
    expect(places.length).toBeGreaterThan(10);
    for (const { path, value } of places) {
      value['surplus'] = 1;
      expect(validate(report), `${path} with one more`).toBe(false);
      delete value['surplus'];
    }
    for (const { path, value } of places) {
      for (const key of Object.keys(value).filter((name) => name !== 'column')) {
        const { [key]: removed } = value;
        Reflect.deleteProperty(value, key);
        expect(validate(report), `${path} without ${key}`).toBe(false);
        value[key] = removed;
      }
    }
    expect(validate(report)).toBe(true);
  });

  it('holds every object to its listed properties', () => {
    for (const { path, value } of objectsWithin(schema)) {
      if (value['type'] === 'object') expect(value, path).toHaveProperty('additionalProperties');
    }
  });
});

function objectsWithin(value: unknown, path = '$'): { path: string; value: Schema }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    objectsWithin(item, `${path}.${key}`),
  );
  return Array.isArray(value) ? inner : [{ path, value: value as Schema }, ...inner];
}
