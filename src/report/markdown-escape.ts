// The border between untrusted text and GitHub's Markdown. Everything that comes from a repository
// is written through one of these, once.
import { manyLines, oneLine, wellFormed } from './visible.ts';

const ZERO_WIDTH_SPACE = '\u200B';

/** Prose within a line or a table cell: it reads as written and formats, links, mentions nothing. */
export function prose(text: string): string {
  const entities = oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A backslash would not do: it is itself no escape once another backtick has opened a span.
    .replaceAll('`', '&#96;')
    // GitHub's mathematics; the documented way to show a dollar sign.
    .replace(/\$/g, '<span>$</span>');
  const escaped = entities.replace(/[\\*_{}[\]|~]/g, '\\$&');
  // What would make a block of a line that begins with it: a list, a heading, a rule, a table.
  const inline = escaped.replace(/^(?:[-+=:]|\d+(?=[.)]))/, (start) =>
    /\d/.test(start) ? `${start}${ZERO_WIDTH_SPACE}` : `\\${start}`,
  );
  return unlinked(inline);
}

/** A code span: `a`b` → ``` ``a`b`` ```. */
export function code(text: string): string {
  // E-mail replies lose the code formatting, and mentions would come alive in them.
  const content = oneLine(text).replaceAll('@', `@${ZERO_WIDTH_SPACE}`);
  const fence = '`'.repeat(longestRun(content) + 1);
  const padding = /^`|`$|^$|^ .* $/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** A code span, or a link around one, within a table: a pipe in it would end the cell. */
export function cell(span: string): string {
  return span.replace(/(\\*)\|/g, '$1$1\\|');
}

/** A fenced block. The text stays as it is, so that SQL can be copied; nothing in it is active. */
export function fenced(text: string, language: string): string {
  const content = manyLines(text).trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Text inside raw HTML, such as a `<summary>`. */
export function html(text: string): string {
  const escaped = oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return unlinked(escaped);
}

/** A path as part of a URL within `[…](…)`. */
export function urlPath(path: string): string {
  return path
    .split('/')
    .map((segment) =>
      encodeURIComponent(wellFormed(segment)).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}

/** At most so many characters, an ellipsis in place of the rest. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${wellFormed(text.slice(0, length - 1))}…`;
}

/**
 * Breaks what GitHub links by itself after rendering: `@name`, `#1`, `GH-1`, URLs, e-mail addresses
 * and `:emoji:`. A backslash would not: these are looked for in the finished text.
 */
function unlinked(text: string): string {
  return text
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
    .replace(/(?<!&)#/g, `#${ZERO_WIDTH_SPACE}`)
    .replace(/(GH)-(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}-`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`)
    .replace(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`);
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
