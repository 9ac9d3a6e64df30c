// `/** @renamedFrom old_name */` on what models declare: on a table, a view, an enum, a sequence or a
// schema, on a column, and on a value of an enum. `@renamedFrom -` says that it is new.
import { openDocTags, type DocTag, type DocTags } from '../../evaluate/doc-tags.ts';
import type { Finding } from '../../report/report.ts';
import type { Revision } from '../../revision/revision.ts';
import { parseName, partsOfId, writeName } from '../../schema/dotted-names.ts';
import { kindOfId, objectId } from '../../schema/identity.ts';
import type { Place } from '../../schema/objects.ts';
import type { RenameDecision } from '../../schema/rename-decisions.ts';
import type { Declarations, DeclaredEnum, DeclaredTable } from './declarations.ts';
import { viewId } from './view-statement.ts';

export interface RenameTags {
  readonly renames: readonly RenameDecision[];
  readonly findings: readonly Finding[];
}

const TAG = 'renamedFrom';

/** What the tags of the evaluated files say of the declarations. */
export function readRenameTags(
  revision: Revision,
  files: readonly string[],
  declarations: Declarations,
): RenameTags {
  const tags = openDocTags(revision, files, TAG);
  const tagged = [
    ...declarations.tables.flatMap((table) => taggedInTable(table, tags)),
    ...declarations.enums.flatMap((one) => taggedInEnum(one, tags)),
    ...declarations.views.flatMap((one) => taggedAt(viewId(one), one.place, tags)),
    ...declarations.sequences.flatMap((one) =>
      taggedAt(objectId('sequence', one.schema, one.name), one.place, tags),
    ),
    ...declarations.schemas.flatMap((one) =>
      taggedAt(objectId('schema', one.name), one.place, tags),
    ),
  ];
  const read = tagged.map((one) => ({ ...one, names: namesIn(one.tag.text) }));
  const nameless = read.filter(({ names }) => names === null).map(({ tag }) => tag);
  return {
    renames: read.flatMap(({ id, member, tag, names }) =>
      names === null ? [] : decision(id, member, tag, names),
    ),
    findings: distinct(nameless).map(sayNoName),
  };
}

interface Tagged {
  readonly id: string;
  /** A value of the enum. */
  readonly member: string | null;
  readonly tag: DocTag;
}

function taggedAt(id: string, place: Place | null, tags: DocTags): Tagged[] {
  const found = joined(tags.at(place));
  return found === null ? [] : [{ id, member: null, tag: found }];
}

function taggedInTable(table: DeclaredTable, tags: DocTags): Tagged[] {
  const { schema, name } = table;
  return [
    ...taggedAt(objectId('table', schema, name), table.place, tags),
    ...table.columns.flatMap((column) =>
      taggedAt(objectId('column', schema, name, column.name), column.place, tags),
    ),
  ];
}

function taggedInEnum({ schema, name, place, values }: DeclaredEnum, tags: DocTags): Tagged[] {
  const id = objectId('enum', schema, name);
  if (place === null) return [];
  const own = values.flatMap((member) => {
    const all = tags.texts.filter((one) => one.value === member && one.isPartOf(place));
    const found = joined(all);
    return found === null ? [] : [{ id, member, tag: found }];
  });
  return [...taggedAt(id, place, tags), ...own];
}

/** Several tags mean several older names. */
function joined(tags: readonly DocTag[]): DocTag | null {
  const [first] = tags;
  return first ? { ...first, text: tags.map(({ text }) => text).join(', ') } : null;
}

/** The names up to where prose begins, `-` for none; null where there is no name at all. */
function namesIn(text: string): readonly string[] | '-' | null {
  if (/^-(?:\s|$)/u.test(text)) return '-';
  const part = String.raw`(?:"(?:[^"]|"")+"|[^\s,."]+)`;
  const name = String.raw`${part}(?:\.${part})*`;
  const list = new RegExp(String.raw`^${name}(?:\s*,\s*${name})*`, 'u').exec(text)?.[0];
  const names = list?.match(new RegExp(name, 'gu')) ?? [];
  return names.length > 0 && names.every((one) => parseName(one) !== null) ? names : null;
}

function decision(
  id: string,
  member: string | null,
  { text, place }: DocTag,
  names: readonly string[] | '-',
): RenameDecision {
  const { file, line } = place;
  return {
    kind: kindOfId(id),
    from: names === '-' ? null : names,
    to: writeName([...partsOfId(id), ...(member === null ? [] : [member])]),
    source: { text: `@${TAG} ${text}`, file, line, way: 'tag', shared: false },
  };
}

/** A property that several tables share is tagged once. */
function distinct(tags: readonly DocTag[]): DocTag[] {
  const byPlace = new Map(
    tags.map((tag) => [`${tag.place.file}:${tag.place.line}:${tag.place.column ?? 0}`, tag]),
  );
  return [...byPlace.values()];
}

function sayNoName({ place }: DocTag): Finding {
  return {
    rule: 'wrong-rename',
    severity: 'error',
    hazard: 'configuration',
    message: `@${TAG} names nothing: write the older name as the database spells it, or - for what is new`,
    file: place.file,
    line: place.line,
  };
}
