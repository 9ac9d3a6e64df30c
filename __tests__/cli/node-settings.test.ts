// What Node is told: an option it doesn't know would be an error message in each run.
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { wrapperOption } from '../../src/node-settings.ts';

it.each([process.execPath, 'node'])('%s knows the option it is given', (node) => {
  const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  const option = wrapperOption(version.trim());
  const code = `require('node:v8').setFlagsFromString(${JSON.stringify(option)})`;
  const { stderr, status } = spawnSync(node, ['-e', option === null ? '' : code], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
});

it('an option that a Node lacks is told by it, so that the test above can fail', () => {
  const code = `require('node:v8').setFlagsFromString('--wasm-no-such-option=1')`;
  const { stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(stderr).toContain('unrecognized flag');
});
