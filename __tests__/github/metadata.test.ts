import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputs, outputs } from '../../src/github/inputs.ts';
import { outputsOf } from '../../src/github/outcome.ts';
import { makeReport } from '../report/reports.ts';

interface Metadata {
  readonly name: string;
  readonly inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string };
}

const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
const metadata = parse(text) as Metadata;

describe('action.yml', () => {
  it('declares the inputs that are read, in their words', () => {
    const described = Object.entries(metadata.inputs).map(([name, { description }]) => [
      name,
      description,
    ]);
    expect(described).toEqual(Object.entries(inputs));
  });

  it('has no default but the token: plumbline.yml must be able to give them', () => {
    const defaults = Object.entries(metadata.inputs).filter(([, input]) => 'default' in input);
    expect(defaults.map(([name, input]) => [name, input.default])).toEqual([
      ['github-token', '${{ github.token }}'],
    ]);
  });

  it('declares the outputs that are set, in their words', () => {
    const described = Object.entries(metadata.outputs).map(([name, { description }]) => [
      name,
      description,
    ]);
    expect(described).toEqual(Object.entries(outputs));
    const run = { written: { json: 'report.json' }, comment: undefined };
    expect(Object.keys(outputsOf(makeReport(), run)).sort()).toEqual(Object.keys(outputs).sort());
  });

  it('runs the built entry', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/main.js' });
  });
});
