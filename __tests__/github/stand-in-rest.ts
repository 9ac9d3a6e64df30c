// GitHub's own word on the REST operations that the action uses.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer } from './stand-in-state.ts';

interface OperationDescription {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body: { readonly properties?: object } | null;
  readonly responses: Readonly<Record<string, object | null>>;
}

export interface Operation {
  readonly id: string;
  readonly description: OperationDescription;
  readonly parameters: Readonly<Record<string, string>>;
}

const { operations, schemas } = JSON.parse(
  readFileSync(new URL('openapi/operations.json', import.meta.url), 'utf8'),
) as { operations: OperationDescription[]; schemas: object };

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const compiled = new Map<object, ValidateFunction>();

/** The operation that a request calls; null where GitHub has none such. */
export function findOperation(method: string, path: string): Operation | null {
  for (const description of operations) {
    const pattern = description.path.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)');
    const match = new RegExp(`^${pattern}$`).exec(path.replace(/\?.*/, ''));
    if (description.method !== method || match === null) continue;
    return { id: description.id, description, parameters: { ...match.groups } };
  }
  return null;
}

/** What the request's body has that GitHub does not document, or lacks. */
export function validateBody({ id, description }: Operation, body: unknown): readonly string[] {
  if (description.body === null) return body === undefined ? [] : [`${id} takes no body`];
  const known = Object.keys(description.body.properties ?? {});
  const surplus = Object.keys(body ?? {}).filter((key) => !known.includes(key));
  return [
    ...surplus.map((key) => `${id} knows no ${key}`),
    ...errorsOf(description.body, body).map((error) => `${id}: ${error}`),
  ];
}

/** The stand-in must not answer what GitHub would not. */
export function validateResponse(
  { id, description }: Operation,
  answer: Answer,
): readonly string[] {
  const schema = description.responses[String(answer.status)] ?? null;
  if (schema === null) return [];
  return errorsOf(schema, answer.body).map((error) => `the stand-in's answer to ${id}: ${error}`);
}

function errorsOf(schema: object, value: unknown): readonly string[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile({ ...schema, schemas });
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : [ajv.errorsText(validate.errors)];
}
