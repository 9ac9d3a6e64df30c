// The missing migrations as a patch, in the Markdown report: for whoever can't run the command, and for pull
// requests that nothing is committed to.
import { details } from './markdown-details.ts';
import { fenced } from './markdown-escape.ts';
import { block, WORTH, type Block } from './markdown-fit.ts';
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { renderPatch } from './patch.ts';
import type { Report } from './report.ts';
import { manyLines } from './visible.ts';
import { count } from './words.ts';

export interface ShownPatch {
  readonly blocks: readonly Block[];
  /** Whether it is there to be copied. */
  readonly whole: boolean;
}

export const NO_PATCH: ShownPatch = { blocks: [], whole: false };
const NAME = 'missing-migration.patch';

/** The patch in at most `room` characters, or where it is found; nothing where nothing is missing any more. */
export function patchOf(
  report: Report,
  context: MarkdownContext,
  { committed, room }: Pick<CommentExtra, 'committed'> & { readonly room: number },
): ShownPatch {
  const patch = committed === undefined ? renderPatch(report, context.prefix) : '';
  if (patch === '') return NO_PATCH;
  const files = report.projects.flatMap(({ plan }) => plan.files).length;
  const isLong = patch.length > room;
  // What must be shown otherwise than it is can't be copied.
  const isStrange = manyLines(patch) !== patch;
  if (isLong || isStrange) {
    const why = isLong ? 'it is too long for here' : 'it has invisible characters';
    const words = elsewhere(why, context);
    return { blocks: [block('the patch', [words, WORTH.aside])], whole: false };
  }
  const title = `The same as a patch for <code>git apply</code>: ${count(files, 'file')}`;
  const words = `Save it as \`${NAME}\`, and in the root of the repository run \`git apply ${NAME}\`.`;
  const fold = details(title, { open: false, body: `${words}\n\n${fenced(patch, 'diff')}` });
  const short = elsewhere('it is too long for here', context);
  return {
    blocks: [block('the patch', [fold, WORTH.patch], [short, WORTH.aside])],
    whole: true,
  };
}

function elsewhere(why: string, { runUrl }: MarkdownContext): string {
  const file = runUrl === null ? '' : ", and the action's output `patch-path` names a file with it";
  return `As a patch ${why}: \`npx plumbline check --format patch\` prints it${file}.`;
}
