// A name of more than 63 bytes: Postgres cuts it and goes on.
import { truncateIdentifier } from '../schema/identity.ts';
import { ended } from './facts.ts';
import type { Rule } from './rule.ts';

export const identifierTooLong: Rule = {
  id: 'identifier-too-long',
  hazard: 'failure',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      identifiers(step.statement.sql)
        .filter((name) => truncateIdentifier(name) !== name)
        .map((name) => ({
          step,
          about: [`name ${name}`],
          observed: `calls something ${name}, and Postgres calls it ${truncateIdentifier(name)}`,
          why: 'names are cut at 63 bytes without an error, and two that only differ after that are one. Choose a shorter one',
          safeFor: [ended(step.statement.sql.replaceAll(name, truncateIdentifier(name)))],
          tables: [],
        })),
    ),
};

/** Literals and comments are passed over; quoted names and words remain. */
const TOKENS =
  /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--.*|\/\*[\s\S]*?\*\/|"(?<quoted>(?:[^"]|"")*)"|(?<word>[\p{L}_][\p{L}\p{N}_$]*)/gu;

function identifiers(sql: string): string[] {
  return [...sql.matchAll(TOKENS)].flatMap(
    ({ groups }) => groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['word'] ?? [],
  );
}
