// What the files of new migrations allow, statement by statement or as a whole.
import { directivesIn, type Directive } from './directive.ts';
import { remarksInCode } from './code-remarks.ts';
import { remarksInSql, type KnownStatement } from './sql-remarks.ts';
import type { Lines, Remark } from './remark.ts';

/** A file of migrations. */
export interface AnnotatedFile {
  /** From the workspace's root. */
  readonly file: string;
  readonly text: string;
  /** What is run of it, one statement each, with its place. */
  readonly statements: readonly KnownStatement[];
}

export interface Allowance extends Directive {
  readonly file: string;
  /** The statement it is for; null for the whole file, and where there is none. */
  readonly about: Lines | null;
}

const CODE = /\.[cm]?[jt]sx?$/u;

/** Whether a text may allow anything at all. */
export const mayAllow = (text: string): boolean => /plumbline:/iu.test(text);

/** Every allowance of a file, whatever is wrong with it, in its order. */
export async function allowancesIn({
  file,
  text,
  statements,
}: AnnotatedFile): Promise<Allowance[]> {
  const remarks = CODE.test(file)
    ? await remarksOfCode(text, statements)
    : remarksInSql(text, statements);
  return remarks.flatMap((remark) =>
    directivesIn(remark.text, remark.line).map((directive) => ({
      ...directive,
      mistake: directive.mistake ?? misplaced(directive, remark),
      file,
      about: directive.scope === 'file' ? null : remark.about,
    })),
  );
}

/** Those of the code, and those of the SQL that it sends. */
async function remarksOfCode(text: string, known: readonly KnownStatement[]): Promise<Remark[]> {
  const first = Math.min(...known.map(({ place }) => place.line));
  const ofCode = await remarksInCode(text, first);
  const ofSql = known.flatMap(({ sql, place }) => {
    const down = place.line - 1;
    return remarksInSql(sql, []).map((remark) => ({
      ...remark,
      line: remark.line + down,
      about: moved(remark.about, down),
    }));
  });
  return [...ofCode, ...ofSql].sort((a, b) => a.line - b.line);
}

const moved = (lines: Lines | null, down: number): Lines | null =>
  lines === null ? null : { from: lines.from + down, to: lines.to + down };

function misplaced({ scope }: Directive, { about, onTop }: Remark): string | null {
  if (scope === 'file')
    return onTop ? null : 'it must stand before the first statement of the file';
  return about === null ? 'no statement follows it' : null;
}
