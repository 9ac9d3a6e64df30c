// Asks on a terminal whether something was renamed.
import type { Readable, Writable } from 'node:stream';
import { asNew, asRenamed, newName, oldName } from '../comparison/settle-renames.ts';
import type { Progress } from '../progress.ts';
import { oneLine } from '../report/visible.ts';
import { likelihood } from '../report/words.ts';
import type { RenameCandidate } from '../schema/rename-candidates.ts';
import type { AskRename } from '../workspace/workspace.ts';

/** Where questions are put and answered; only where both are a terminal. */
export interface Dialogue {
  readonly input: Readable;
  readonly output: Writable;
}

/** One question for each; whoever stops leaves it and the rest undecided. */
export function askOn(dialogue: Dialogue, progress: Progress): AskRename {
  return async (project, candidate) => {
    progress.done();
    const { select } = await import('@clack/prompts');
    const answer = await select({
      ...dialogue,
      message: `${oneLine(project.id)}: ${questionOf(candidate)}`,
      options: answersTo(candidate),
    });
    if (answer === 'renamed') return asRenamed(candidate);
    return answer === 'new' ? asNew(candidate) : null;
  };
}

function questionOf(candidate: RenameCandidate): string {
  const { before, member, confidence } = candidate;
  const kind = member === null ? before.kind : `${before.kind} value`;
  const [from, to] = [oneLine(oldName(candidate)), oneLine(newName(candidate))];
  return `was the ${kind} ${from} renamed to ${to}? (${likelihood(confidence)})`;
}

function answersTo(candidate: RenameCandidate): { value: string; label: string; hint: string }[] {
  const { before, after, member } = candidate;
  const [from, to] = [oneLine(member?.from ?? before.name), oneLine(member?.to ?? after.name)];
  return [
    { value: 'renamed', label: 'renamed', hint: `${from} becomes ${to} and keeps what it holds` },
    { value: 'new', label: 'dropped and added', hint: `${from} goes, ${to} is new` },
    { value: 'stop', label: 'stop', hint: 'nothing is written' },
  ];
}
