import { expect, test } from 'vitest';
import { SandboxError } from '../../src/evaluate/sandbox.ts';
import type { Place } from '../../src/schema/objects.ts';
import { open } from '../support/evaluate.ts';

const FILES = {
  'schema.ts': `import { table, text, pair } from 'kit';
import { stamps, custom } from './helpers';
import * as helpers from './helpers';

enum Kind {
  A = 'a',
  B = 'b',
}
type T = {
  x: 1;
};
export const users = table('users', {
  id: text('id'),
  email: text('email')
    .notNull()
    .unique() as any,
  ...stamps,
  custom:
    custom('c'),
  list: [
    text('one'),
    text(
      'two',
    ),
  ] as const,
  made: (() => {
    return text('inner');
  })(),
  cond: Kind.A === 'a' ? text('yes') : text('no'),
  [Kind.B]: helpers.custom('b'),
  fresh: new (class Thing {})(),
  several: pair(),
});

export { stamps as renamed } from './helpers';
export * from './helpers';
export default
  table('last', {});
export const
  later =
    table('later', {});
`,
  'helpers.ts': `import { text } from 'kit';
export const stamps = {
  createdAt: text('created_at'),
};
export const custom = (name: string) =>
  text(name);
export class Model {}
`,
};

test('objects are placed where the last call or property that gave them stands', async () => {
  const sandbox = await open(FILES);
  const place = (...path: (string | number)[]) =>
    sandbox.call('reader', 'places', ['schema.ts', path]);
  const at = (line: number, column: number, file = 'schema.ts') => ({ file, line, column });
  expect(await place('users')).toEqual(at(12, 14));
  expect(await place('users', 'columns', 'id')).toEqual(at(13, 3));
  expect(await place('users', 'columns', 'email')).toEqual(at(14, 3));
  expect(await place('users', 'columns', 'createdAt')).toEqual(at(3, 3, 'helpers.ts'));
  expect(await place('users', 'columns', 'custom')).toEqual(at(18, 3));
  expect(await place('users', 'columns', 'list', 0)).toEqual(at(21, 5));
  expect(await place('users', 'columns', 'list', 1)).toEqual(at(22, 5));
  expect(await place('users', 'columns', 'made')).toEqual(at(26, 3));
  expect(await place('users', 'columns', 'cond')).toEqual(at(29, 3));
  expect(await place('users', 'columns', 'b')).toEqual(at(30, 3));
  expect(await place('users', 'columns', 'fresh')).toEqual(at(31, 3));
  expect(await place('users', 'columns', 'several', 1)).toEqual(at(32, 3));
  expect(await place('later')).toEqual(at(40, 3));
  expect(await place('default')).toEqual(at(38, 3));
  sandbox.dispose();
});

test('exports are placed where they are declared, through re-exports', async () => {
  const sandbox = await open(FILES);
  const place = (name: string) => sandbox.call('reader', 'placeOfExport', ['schema.ts', name]);
  expect(await place('users')).toEqual({ file: 'schema.ts', line: 12, column: 14 });
  expect(await place('renamed')).toEqual({ file: 'helpers.ts', line: 2, column: 14 });
  expect(await place('Model')).toEqual({ file: 'helpers.ts', line: 7, column: 14 });
  expect(await place('later')).toEqual({ file: 'schema.ts', line: 40, column: 3 });
  expect(await place('nothing')).toBeNull();
  sandbox.dispose();
});

test('errors keep their lines through erased types, enums and lowered classes', async () => {
  const sandbox = await open({
    'main.ts': `interface A {
  a: string;
}
const mark = () => () => undefined;
@mark() export class Decorated {
  constructor(private a = 1) {}
}
export enum E {
  A = 1,
  B = (null as any).x,
}
namespace N {
  export const x = 1;
}
export function fails(
  a?: string,
): void {
  const n = null as
    any;
  n.x();
}
`,
  });
  let place: Place | null = null;
  try {
    await sandbox.call('reader', 'run', ['main.ts', 'fails']);
  } catch (error) {
    if (error instanceof SandboxError) place = error.place;
  }
  expect(place).toMatchObject({ file: 'main.ts', line: 20 });
  const read = await sandbox.call('reader', 'read', ['main.ts', ['E']]);
  expect(read).toMatchObject({ E: { at: 'main.ts:10' } });
  sandbox.dispose();
});
