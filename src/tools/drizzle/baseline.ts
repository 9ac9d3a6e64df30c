// The migration that `drizzle-kit pull` writes: what the database held already, all of it in a comment.

const MARK = /^\s*-- Current sql file was generated after introspecting the database\n/;
const COMMENT = /^(?<head>(?:\s|--[^\n]*\n)*)\/\*(?<body>[^]*)\*\/(?<tail>\s*)$/;

/** The SQL in the comment, every character where it was; null for any other migration. */
export function baselineIn(text: string): string | null {
  if (!MARK.test(text)) return null;
  const { head, body, tail } = COMMENT.exec(text)?.groups ?? {};
  if (head === undefined || body === undefined || body.includes('*/')) return null;
  return `${head}  ${body}  ${tail ?? ''}`;
}
