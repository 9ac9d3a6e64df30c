// The built action in whole runs, from outside of this repository: each scenario is a file that says what is
// there, what happens and all that must come of it. `UPDATE=1` writes the comments anew.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputs, outputs } from '../../src/github/inputs.ts';
import { parseReport } from '../support/report-schema.ts';
import { directory, parseScenario, readScenario, scenarioNames } from './scenario-file.ts';
import { play, type Played } from './scenario-run.ts';
import { thenOf } from './scenario-then.ts';
import { inWords } from './scenario-words.ts';

const LIMIT = 65_536;
const TIMEOUT_MS = 600_000;
const scenarios = scenarioNames.map((name) => ({ name, scenario: readScenario(name) }));

let outside: string;
beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'plumbline-dist-'));
  const built = fileURLToPath(new URL('../../build/dist', import.meta.url));
  cpSync(built, join(outside, 'dist'), { recursive: true });
});
afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});

/** No more than two at a time: each may be a Postgres. */
const waiting: (() => void)[] = [];
let free = 2;
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else free -= 1;
  try {
    await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}

function expectAsSaid(played: Played): void {
  expectSound(played);
  const goldens: [body: string, file: string][] = [];
  const found = thenOf(played, (body, file) => goldens.push([inWords(body, played.words), file]));
  expect(found, played.step.when).toEqual(played.step.then);
  for (const [body, file] of goldens) expectGolden(body, file);
}

/** What holds of every run. */
function expectSound({ result, requests, problems, left, pullRequest, step }: Played): void {
  expect(problems).toEqual([]);
  expect(result.stderr).toBe('');
  expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(outputs).sort());
  if (result.report !== '') parseReport(result.report);
  const usual = new Set(['plumbline-report.json', 'plumbline.patch']);
  expect(result.left.filter((file) => !usual.has(file))).toEqual([]);
  const asked = [step.inputs['report-path'], step.inputs['sarif-path']];
  expect(left.filter((file) => !asked.includes(file))).toEqual([]);
  const written = [result.stdout, result.summary, JSON.stringify(result.outputs), result.report];
  for (const text of [...written, ...pullRequest.comments.map(({ body }) => body)]) {
    expect(text).not.toMatch(/token-(?:that|of)-/);
  }
  for (const { body } of pullRequest.comments) expect(body.length).toBeLessThanOrEqual(LIMIT);
  const isUsual = Object.keys(step.github.faults).length === 0 && pullRequest.comments.length < 100;
  if (isUsual) expect(requests.length).toBeLessThanOrEqual(5);
}

function expectGolden(text: string, name: string): void {
  const file = join(directory, name);
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('the built action', () => {
  it.concurrent.for(scenarios)('$name', { timeout: TIMEOUT_MS }, async ({ scenario }) => {
    await inTurn(() => play(scenario, join(outside, 'dist/main.js'), expectAsSaid));
  });

  it.each([
    ['requests', 'request'],
    ['annotations', 'anotations'],
    ['status: skipped', 'state: skipped'],
    ['github:', 'gitHub:'],
    ['ours:', 'our marker:'],
  ])('is never asked in words that nobody knows: %s', (word, slip) => {
    const text = readFileSync(join(directory, 'github-is-down.yml'), 'utf8');
    expect(parseScenario('x.yml', text)).toEqual(readScenario('github-is-down'));
    expect(() => parseScenario('x.yml', text.replace(word, slip))).toThrow();
  });

  it('has no comment that no scenario names', () => {
    const named = scenarios.flatMap(({ scenario }) =>
      scenario.steps.flatMap(({ then }) => then.comments.flatMap((one) => Object.values(one))),
    );
    const there = readdirSync(directory).filter((file) => file.endsWith('.md'));
    expect(there.filter((file) => !named.includes(file))).toEqual([]);
  });

  it('is asked for every input that there is', () => {
    const steps = scenarios.flatMap(({ scenario }) => scenario.steps);
    const said = new Set(steps.flatMap((step) => Object.keys(step.inputs)));
    expect(Object.keys(inputs).filter((name) => !said.has(name) && name !== 'mode')).toEqual([]);
  });
});
