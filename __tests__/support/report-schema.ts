// Every report in the tests is held against the published contract.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Report } from '../../src/report/report.ts';

const file = join(import.meta.dirname, '../../schemas/report.schema.json');
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(file, 'utf8')) as object,
);

/** Parses a JSON report and requires it to be valid. */
export function parseReport(text: string): Report {
  const report = JSON.parse(text) as unknown;
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  return report as Report;
}
