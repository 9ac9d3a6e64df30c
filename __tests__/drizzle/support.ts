// What the tests of this folder share: a project of files on disk or in memory, read by the tool.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Revision } from '../../src/revision/revision.ts';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { ModelReading, Project } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';

export function project(values: Partial<Project> = {}): Project {
  return {
    id: 'app',
    root: '',
    tool: 'drizzle',
    configFile: null,
    models: ['schema.ts'],
    migrations: 'drizzle',
    env: {},
    ignore: [],
    settings: {},
    ...values,
  };
}

/** Models written down in a test. */
export function readModels(
  files: Readonly<Record<string, string>> | string,
  values: Partial<Project> = {},
): Promise<ModelReading> {
  const contents = typeof files === 'string' ? { 'schema.ts': files } : files;
  return drizzle.readModels(memoryRevision(contents), project(values), { env: {} });
}

export const declarations = {
  0: join(import.meta.dirname, 'declarations'),
  1: join(import.meta.dirname, '../oracles/drizzle-v1/declarations'),
} as const;

/** A file of declarations as a project; generation 1 is told by the version it declares. */
export function declared(generation: 0 | 1, ...names: readonly string[]): Revision {
  const files = names.map((name): [string, string] => [
    `${name}.ts`,
    readFileSync(join(declarations[generation], `${name}.ts`), 'utf8'),
  ]);
  return memoryRevision({
    'package.json': JSON.stringify({
      devDependencies: { 'drizzle-kit': generation === 0 ? '0.31.11' : '1.0.0-rc.5' },
    }),
    ...Object.fromEntries(files),
  });
}
