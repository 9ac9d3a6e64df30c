// The README's commands are run, and what it shows is what they print.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../support/repository.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'README.md');
const readme = (): string => readFileSync(file, 'utf8');

/** The machine's own Node, which need not be the one that runs the tests. */
const nodes = [...new Set([process.execPath, machineNode()])];

function machineNode(): string {
  const path = (process.env['PATH'] ?? '')
    .split(':')
    .filter((directory) => !directory.includes('node_modules'))
    .join(':');
  return execFileSync('sh', ['-c', 'command -v node'], {
    env: { PATH: path },
    encoding: 'utf8',
  }).trim();
}

/** What only differs from run to run. */
const steady = (text: string): string => text.replaceAll(/Done in .*/gu, 'Done in … s');

describe('the first command of the README', () => {
  it.each(nodes)('works on a clone with nothing installed: %s', (node) => {
    const clone = temporaryDirectory();
    cpSync(join(root, 'build/dist'), join(clone, 'dist'), { recursive: true });
    cpSync(join(root, 'examples'), join(clone, 'examples'), { recursive: true });
    const [, command = ''] = /```sh\n(node dist\/cli\.js check [^\n]+)\n```/u.exec(readme()) ?? [];
    const [, ...words] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(node, words, {
      cwd: clone,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', HOME: clone },
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const block = new RegExp(
      `(<!-- output of: ${command} -->\n+\`\`\`\\w*\n)([\\s\\S]*?)(\`\`\`\n)`,
      'u',
    );
    if (process.env['UPDATE'] === '1') {
      const updated = readme().replace(block, (_all, open: string, _old, close: string) => {
        return `${open}${steady(stdout)}${close}`;
      });
      writeFileSync(file, updated);
    }
    expect(block.exec(readme())?.[2]).toBe(steady(stdout));
    expect(stdout).toContain('ALTER TABLE "address" ADD COLUMN "country"');
    expect(stdout).toContain('src/db/schema.ts');
  });

  it('keeps the promise of two commands', () => {
    expect(readme()).toContain('npm ci && npm test');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['test']).toBe('vitest run');
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('npm ci');
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('npm test');
  });
});
