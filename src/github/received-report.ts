// A report that another run wrote, whose workflow anybody may have changed: taken as data, and only where
// all of it is what a report may hold.
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import schema from '../../schemas/report.schema.json' with { type: 'json' };
import { clip } from '../report/markdown-escape.ts';
import { REPORT_VERSION, type Report } from '../report/report.ts';
import { oneLine } from '../report/visible.ts';

const MAX_REPORT_BYTES = 5 * 1024 * 1024;
const MAX_TEXT = 1_000_000;
const SHOWN = 200;

/** Keys whose strings become parts of links: none may lead out of the repository. */
const PATHS: ReadonlySet<string> = new Set([
  ...['directory', 'file', 'files', 'new', 'root', 'source'],
]);

/** A report, or in words why there is none. Neither tells anything else that the file holds. */
type Received = { readonly report: Report } | { readonly problem: string };

/** Reads the file of a report. */
export function readReceivedReport(path: string): Received {
  const text = readText(path);
  if (typeof text !== 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Its message quotes the text.
    return { problem: 'it is no JSON' };
  }
  const problem = problemOf(value);
  // Held against the published schema just now.
  return problem === null ? { report: value as Report } : { problem };
}

function readText(path: string): string | { readonly problem: string } {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { problem: missing ? 'there is no such file' : 'it is no file that can be read' };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: 'it is no file that can be read' };
    if (stats.size > MAX_REPORT_BYTES) return { problem: 'it is larger than 5 MB' };
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function problemOf(value: unknown): string | null {
  const version = z.object({ version: z.unknown() }).safeParse(value).data?.version;
  if (version !== REPORT_VERSION) {
    return `it is no report of version ${String(REPORT_VERSION)}: let both workflows use the same Plumbline`;
  }
  const issue = z.fromJSONSchema(documented()).safeParse(value).error?.issues[0];
  const path = issue === undefined ? strayText(value, []) : issue.path.map(String);
  if (path === null) return null;
  return `it is not as schemas/report.schema.json says: ${place(path)}`;
}

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

/** The published schema, without references into a definition: of these zod takes the whole definition. */
function documented(): JsonSchema {
  return withoutInnerReferences(schema) as JsonSchema;
}

function withoutInnerReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInnerReferences);
  if (typeof value !== 'object' || value === null) return value;
  const steps = '$ref' in value && typeof value.$ref === 'string' ? value.$ref.split('/') : [];
  if (steps.length > 3) return withoutInnerReferences(innerPart(steps.slice(1)));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutInnerReferences(part)]));
}

/** The part of the schema at a path of keys. */
function innerPart(keys: readonly string[]): unknown {
  let part: unknown = schema;
  for (const key of keys) {
    part = typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
  }
  return part;
}

/** Where a text is too long or a path leaves the repository; null where none is and does. */
function strayText(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return isStray(value, path) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = key === '__proto__' ? [...path, key] : strayText(inner, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function isStray(text: string, path: readonly string[]): boolean {
  if (path.length === 1 && path[0] === 'plumbline') return !/^\d[\w.+-]{0,39}$/.test(text);
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (PATHS.has(key)) return !isInside(text);
  // A snapshot may be long; the file has a limit.
  return key !== 'hunks' && text.length > MAX_TEXT;
}

function isInside(path: string): boolean {
  if (path.length > 4096 || path.startsWith('/') || path.includes('\\')) return false;
  return !path.split('/').includes('..');
}

const place = (path: readonly string[]): string =>
  path.length === 0 ? 'as a whole' : `at ${clip(oneLine(path.join('.')), SHOWN)}`;
