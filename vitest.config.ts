import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { wrapperOption } from './src/node-settings.ts';

const wrappers = wrapperOption(process.versions.node);

/** Files that take long, the longest first: one that begins last would run alone at the end. */
const LONG = [
  'renames/decided',
  'github/scenarios',
  'github/whole-story',
  'plan/golden',
  'plan/differential-rest',
  'plan/differential',
  'cli/unseen',
  'cli/online',
  'rehearse/statements',
  'cli/walk-through',
  'plan/random',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((name) => moduleId.includes(name));
      return place === -1 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  logLevel: 'error',
  test: {
    include: ['__tests__/**/*.test.ts'],
    globalSetup: ['__tests__/support/build.ts'],
    // One Postgres in WebAssembly is half a gigabyte: files run two at a time.
    maxWorkers: 2,
    // Files share what their worker has loaded and compiled: each anew would take as long as most tests do.
    isolate: false,
    // Tests that run at the same time mostly wait for the rate limits of an API.
    maxConcurrency: 12,
    sequence: { sequencer: LongestFirst },
    // Tests open databases in threads as the program does, without its entry.
    execArgv: wrappers === null ? [] : [wrappers],
    // GitHub's parser imports JSON in a way that only bundlers understand.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
