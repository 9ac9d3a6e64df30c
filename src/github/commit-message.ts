// What a commit of ours says. Whatever is in it must mention nobody, close nothing and skip no check.
import { wellFormed } from '../report/visible.ts';

export interface CommitMessage {
  readonly headline: string;
  readonly body: string;
}

const HEADLINE_LENGTH = 100;
const TRAILER = /^Plumbline: (\S+) ([0-9a-f]{64})$/m;

/** `subject` is the user's own (empty for ours); `id` is the comment's; `hash` that of the statements. */
export function commitMessage(options: {
  readonly subject: string;
  readonly several: boolean;
  readonly id: string;
  readonly hash: string;
}): CommitMessage {
  const { subject, several, id, hash } = options;
  const usual = several ? 'Add the missing migrations' : 'Add the missing migration';
  return {
    headline: harmless(subject) || usual,
    body: `Made from the models and proved in a scratch database.\n\n${trailerOf(id, hash)}`,
  };
}

/** Whether a commit's message says that we made it of the same statements, for the same comment. */
export function isOurs(message: string, id: string, hash: string): boolean {
  const found = TRAILER.exec(message);
  return found !== null && found[0] === trailerOf(id, hash);
}

function trailerOf(id: string, hash: string): string {
  // Nothing of an id can be a mention or a reference: `GH-1` is one.
  const encoded = encodeURIComponent(wellFormed(id)).replaceAll('-', '%2D');
  return `Plumbline: ${encoded} ${hash}`;
}

/**
 * One line without mentions (`@x`), references (`#1`, `GH-1`, addresses of issues), the markers that skip
 * checks (`[skip ci]`, and a skipped check stays pending), control characters and reversed text.
 */
function harmless(subject: string): string {
  const [line = ''] = subject.trim().split(/[\r\n\u2028\u2029]/);
  const text = line
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/https?:\/\//gi, '')
    .replaceAll(/[@#]/g, '')
    // What is taken out above may leave another.
    .replaceAll('://', ' ')
    .replaceAll(/\bGH-(?=\d)/gi, 'GH ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .trim()
    .slice(0, HEADLINE_LENGTH);
  return wellFormed(text);
}
