// The JSON Schema that editors use is made from the very schema that validates.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configSchema } from '../../src/settings/config.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'schemas/plumbline.schema.json');

const made = {
  title: 'plumbline.yml',
  description: 'Configuration of Plumbline: what to check where its own discovery is not enough.',
  ...z.toJSONSchema(configSchema, { io: 'input' }),
};

it('schemas/plumbline.schema.json is up to date', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
});

it("accepts the README's example and refuses an unknown key", () => {
  const validate = new Ajv2020({ strict: false }).compile(made);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const example = /```yaml\n(projects:[\s\S]*?)```/u.exec(readme)?.[1];
  expect(example).toBeDefined();
  expect(validate(parse(example ?? ''))).toBe(true);
  expect(validate({ projects: [{ id: 'a', modles: 'x' }] })).toBe(false);
});
