// A fold of GitHub's Markdown.

/** `summary` is HTML; `body` Markdown of its own, which empty lines keep apart from it. */
export function details(
  summary: string,
  { open, body }: { readonly open: boolean; readonly body: string },
): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
