// The ways to decide a rename that stand outside of the models, as decisions: `renames:` of
// plumbline.yml, and `old=new` of the command line and the action.
import { parseName } from '../schema/dotted-names.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';

/** An entry of `renames:`; `null` says that the old name is dropped. */
export function renameOfConfig(
  [from, to]: readonly [string, string | null],
  place: { readonly file: string; readonly line: number; readonly shared: boolean },
): RenameDecision {
  const { file, line, shared } = place;
  const text = `renames: ${from}: ${to ?? 'null'}`;
  return { kind: null, from: [from], to, source: { text, file, line, way: 'file', shared } };
}

/** `old=new`; nothing after the sign: dropped; nothing before it: new. Null where it is no such thing. */
export function renameOfOption(option: string, name: string): RenameDecision | null {
  const parts = splitAtSign(option);
  if (parts === null) return null;
  const [from, to] = parts.map((part) => part.trim());
  const names = [from, to].filter((part) => part !== undefined && part !== '');
  if (names.length === 0 || names.some((part) => parseName(part ?? '') === null)) return null;
  const text = `${name} ${option}`;
  return {
    kind: null,
    from: from === undefined || from === '' ? null : [from],
    to: to === undefined || to === '' ? null : to,
    source: { text, file: null, line: null, way: 'option', shared: true },
  };
}

/** At the first equals sign that no quotes hold. */
function splitAtSign(option: string): readonly [string, string] | null {
  const match = /^((?:"(?:[^"]|"")*"|[^"=])*)=(.*)$/su.exec(option);
  return match === null ? null : [match[1] ?? '', match[2] ?? ''];
}

/** What is wrong with `old=new` that can't be read. */
export function describeOption(option: string, name: string): string {
  return `${name} ${option}: must be old=new, such as users.fullname=users.name; old= where it is dropped`;
}
