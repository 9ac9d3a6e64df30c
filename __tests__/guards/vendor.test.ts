// What dist carries of other packages is what the sources get from them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'build/dist');

/** Names of the exports, as Node sees them. */
function namesOf(specifier: string): string[] {
  const script = `import(${JSON.stringify(specifier)}).then((all) => console.log(JSON.stringify(Object.keys(all))))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return (JSON.parse(output) as string[])
    .filter((name) => name !== 'module.exports' && name !== '__esModule')
    .sort();
}

it.each(['libpg-query', 'pg', 'ts-morph', 'yaml', 'picomatch', 'commander', 'zod'])(
  '%s is whole in dist',
  (name) => {
    const file = pathToFileURL(join(dist, 'vendor', `${name}.js`)).href;
    expect(namesOf(file)).toEqual(expect.arrayContaining(namesOf(name)));
  },
);

it('dist imports nothing that it does not carry', () => {
  const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const missing = files.flatMap((file) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/(?:from|import\()\s*"(\.\/[^"]+)"/gu)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(dist, path))),
  );
  expect(missing).toEqual([]);
});
