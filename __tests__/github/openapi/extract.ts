// Writes operations.json: the operations of GitHub's REST API that the action uses, with the schemas
// they need, cut from GitHub's own description (npm package @octokit/openapi, MIT):
//   npm install --prefix DIR @octokit/openapi
//   npx node __tests__/github/openapi/extract.ts DIR/node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = Record<string, Json>;

const OPERATIONS = [
  'issues/create-comment',
  'issues/update-comment',
  'pulls/create-review',
  'pulls/list-files',
];
const UNNEEDED = new Set(['description', 'example', 'examples', 'externalDocs', 'title']);

const [packageDirectory = ''] = process.argv.slice(2);
const read = (file: string): JsonObject =>
  JSON.parse(readFileSync(join(packageDirectory, file), 'utf8')) as JsonObject;

const api = read('generated/api.github.com.json');
const { version } = read('package.json') as { version: string };
const schemas: JsonObject = {};
const operations = Object.entries(api['paths'] as Record<string, Record<string, JsonObject>>)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  .filter(({ operation }) => OPERATIONS.includes(operation['operationId'] as string))
  .map(({ path, method, operation }) => ({
    id: operation['operationId'],
    method: method.toUpperCase(),
    path,
    parameters: (operation['parameters'] as Json[]).map((parameter) =>
      simplify(resolve(parameter)),
    ),
    body: bodySchema(operation['requestBody'] as JsonObject | undefined),
    responses: Object.fromEntries(
      Object.entries(operation['responses'] as JsonObject).map(([status, response]) => [
        status,
        bodySchema(resolve(response)),
      ]),
    ),
  }));

const source = `@octokit/openapi ${version} (MIT), extracted by extract.ts`;
const target = new URL('operations.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ source, operations, schemas }, null, 1)}\n`);

function bodySchema(holder: JsonObject | undefined): Json {
  const content = (holder?.['content'] ?? {}) as Record<string, JsonObject>;
  return simplify(content['application/json']?.['schema'] ?? null);
}

function resolve(value: Json): JsonObject {
  const reference = (value as JsonObject)['$ref'];
  if (typeof reference !== 'string') return value as JsonObject;
  const steps = reference.slice(2).split('/');
  return steps.reduce<JsonObject>((at, step) => at[step] as JsonObject, api);
}

/** Drops what doesn't validate, turns OpenAPI's `nullable` into JSON Schema, collects what is named. */
function simplify(value: Json): Json {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== 'object' || value === null) return value;
  const reference = value['$ref'];
  if (typeof reference === 'string') return { $ref: `#/schemas/${collect(reference)}` };
  const { nullable, ...rest } = value;
  const kept = Object.entries(rest)
    .filter(([key, item]) => !UNNEEDED.has(key) || (typeof item === 'object' && key === 'title'))
    .map(([key, item]) => [key, key === 'properties' ? simplifyEach(item) : simplify(item)]);
  const schema = Object.fromEntries(kept) as JsonObject;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** Names of properties are no keywords, even where they look like some. */
function simplifyEach(properties: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(properties as JsonObject).map(([name, schema]) => [name, simplify(schema)]),
  );
}

function collect(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  if (!(name in schemas)) {
    schemas[name] = {};
    schemas[name] = simplify(resolve({ $ref: reference }));
  }
  return name;
}
