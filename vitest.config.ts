import { defineConfig } from 'vitest/config';
import { wrapperOption } from './src/node-settings.ts';

const wrappers = wrapperOption(process.versions.node);

export default defineConfig({
  logLevel: 'error',
  test: {
    include: ['__tests__/**/*.test.ts'],
    globalSetup: ['__tests__/support/build.ts'],
    // One Postgres in WebAssembly is half a gigabyte: files run two at a time.
    maxWorkers: 2,
    // Tests that run at the same time mostly wait for the rate limits of an API.
    maxConcurrency: 12,
    // Tests open databases in threads as the program does, without its entry.
    execArgv: wrappers === null ? [] : [wrappers],
    // GitHub's parser imports JSON in a way that only bundlers understand.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
