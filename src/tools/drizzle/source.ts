// Tells, from the text of a declaration that has no value, whether it could have declared part of
// the schema. A validation schema or a client that can't be evaluated is nobody's concern here.
import { UnreadableFile, type Revision } from '../../revision/revision.ts';
import type { Place } from '../../schema/objects.ts';
import type { Unreadable } from './declarations.ts';

/** Callees that make something of a database: `pgTable`, `createTable`, `auth.enum`, `tenantPolicy`. */
const makers =
  /^(?:pg[A-Z]\w*|\w*(?:[tT]able|[eE]num|[vV]iew|[sS]equence|[pP]olic(?:y|ies)|[rR]ole)\w*|schema)$/;

/** Callees that match and yet never do: validators made of tables, relations. */
const others = /^(?:create(?:Insert|Select|Update)Schema|\w*[rR]elations?)$/;

/** Packages whose products are values, not tables. */
const validators = /^(?:z|zod|v|valibot|t|Type|S|Schema|yup|Joi|s|typebox|arktype)$/;

/** True unless the text shows that the export has nothing to do with the schema. */
export function mayDeclare(revision: Revision, item: Unreadable): boolean {
  const { exported } = item;
  if (exported === null) return true;
  const text = declarationText(revision, exported.name, exported.declaredAt);
  if (text === null) return true;
  const callees = [...text.matchAll(/([\w$]+(?:\s*\.\s*[\w$]+)*)\s*(?:<[^()]*>)?\(/g)];
  const first = callees[0]?.[1]?.replaceAll(/\s/g, '').split('.');
  if (first === undefined) return false;
  if (validators.test(first[0] ?? '')) return false;
  const last = first.at(-1) ?? '';
  return makers.test(last) && !others.test(last);
}

/** `= …` of an exported variable, up to the next top-level declaration; null when it is not found. */
function declarationText(revision: Revision, name: string, place: Place | null): string | null {
  if (place === null) return null;
  let lines: string[];
  try {
    lines = revision.read(place.file).split('\n');
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
  const declared = new RegExp(`^(?:export\\s+)?(?:const|let|var)\\s+${escape(name)}\\b`);
  const found = lines.findIndex((it) => declared.test(it));
  const start = found === -1 ? place.line - 1 : found;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((it) => /^(?:export|const|let|var|function|class|import)\b/.test(it));
  const body = [lines[start] ?? '', ...rest.slice(0, end === -1 ? undefined : end)].join('\n');
  return body.slice(body.indexOf('=') + 1);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
