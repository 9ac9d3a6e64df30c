// Tells, from the text of a declaration that has no value, whether it could have declared part of
// the schema. A validation schema or a client that can't be evaluated is nobody's concern here.
import { posix } from 'node:path';
import { readIfReadable, type Revision } from '../../revision/revision.ts';
import type { Place } from '../../schema/objects.ts';
import type { Unreadable } from './declarations.ts';

/** Callees that make something of a database: `pgTable`, `createTable`, `auth.enum`, `tenantPolicy`. */
const makers =
  /^(?:pg[A-Z]\w*|\w*(?:[tT]able|[eE]num|[vV]iew|[sS]equence|[pP]olic(?:y|ies)|[rR]ole)\w*|schema)$/;

/** Callees that match and yet never do: validators made of tables, relations. */
const others = /^(?:create(?:Insert|Select|Update)Schema|\w*[rR]elations?)$/;

/** Packages whose products are values, not tables. */
const validators = /^(?:z|zod|v|valibot|t|Type|S|Schema|yup|Joi|s|typebox|arktype)$/;

/** What an export without a value is, as far as its text tells. */
export type Judgement = 'model' | 'unclear' | 'none';

/** `model` where the text may declare part of the schema, `none` where it shows that it can't. */
export function judge(revision: Revision, item: Unreadable): Judgement {
  const { exported } = item;
  if (exported === null) return 'model';
  const text = declarationText(revision, exported.name, exported.declaredAt);
  if (text === null) return 'model';
  return judgeText(text, revision, exported.declaredAt?.file ?? null);
}

function judgeText(text: string, revision: Revision, file: string | null): Judgement {
  const first = calleesOf(text)[0];
  if (first === undefined) return 'none';
  const last = first.at(-1) ?? '';
  if (makers.test(last) && !others.test(last) && !validators.test(first[0] ?? '')) return 'model';
  if (file !== null && first.length === 1 && makesModels(revision, file, last)) return 'model';
  return validators.test(first[0] ?? '') || others.test(last) ? 'none' : 'unclear';
}

/** Whether a function, of the same file or of one it imports by path, calls what makes models. */
function makesModels(revision: Revision, file: string, name: string): boolean {
  const from = importedFrom(revision, file, name);
  const text = declarationText(revision, name, { file: from ?? file, line: 0 });
  const callees = text === null ? [] : calleesOf(text);
  return callees.some((path) => {
    const last = path.at(-1) ?? '';
    return makers.test(last) && !others.test(last) && !validators.test(path[0] ?? '');
  });
}

/** The file that a name is imported from by a relative path; null where it isn't. */
function importedFrom(revision: Revision, file: string, name: string): string | null {
  const clause = new RegExp(
    `import\\s*(?:type\\s*)?\\{[^}]*\\b${escape(name)}\\b[^}]*\\}\\s*from\\s*['"](\\.[^'"]*)['"]`,
  );
  const path = clause.exec(readIfReadable(revision, file) ?? '')?.[1];
  if (path === undefined) return null;
  const bare = posix.join(posix.dirname(file), path).replace(/\.[cm]?[jt]sx?$/, '');
  const candidates = ['.ts', '.tsx', '.mts', '.js', '/index.ts', '/index.js'];
  return candidates.map((end) => bare + end).find((it) => revision.isFile(it)) ?? null;
}

function calleesOf(text: string): string[][] {
  return [...text.matchAll(/([\w$]+(?:\s*\.\s*[\w$]+)*)\s*(?:<[^()]*>)?\(/g)].map(([, path = '']) =>
    path.replaceAll(/\s/g, '').split('.'),
  );
}

/** `= …` of an exported variable, up to the next top-level declaration; null when it is not found. */
function declarationText(revision: Revision, name: string, place: Place | null): string | null {
  if (place === null) return null;
  const lines = readIfReadable(revision, place.file)?.split('\n');
  if (lines === undefined) return null;
  const declared = new RegExp(
    `^(?:export\\s+)?(?:const|let|var|(?:async\\s+)?function\\*?)\\s+${escape(name)}\\b`,
  );
  const found = lines.findIndex((it) => declared.test(it));
  if (found === -1 && place.line === 0) return null;
  const start = found === -1 ? place.line - 1 : found;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((it) => /^(?:export|const|let|var|function|class|import)\b/.test(it));
  const body = [lines[start] ?? '', ...rest.slice(0, end === -1 ? undefined : end)].join('\n');
  return body.slice(body.indexOf('=') + 1);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
