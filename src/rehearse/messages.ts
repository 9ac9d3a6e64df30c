// What the server says of its own work at `client_min_messages = debug1`. Only its own functions are
// believed, by their names in its source: a RAISE of the same words is none of them.
import type { ServerMessage } from '../database/database.ts';

/** Names as the server spells them, without a schema. */
export interface Said {
  readonly verified: readonly string[];
  /** Foreign keys whose rows were checked. */
  readonly validated: readonly string[];
  readonly built: readonly { readonly index: string; readonly table: string }[];
  /** That a constraint spared a scan, in its words. */
  readonly proven: readonly string[];
}

/** Sorts what the server said of one statement. Sources: tablecmds.c, index.c, partbounds.c. */
export function readMessages(messages: readonly ServerMessage[]): Said {
  const own = messages
    .filter(
      ({ severity, routine }) => severity.startsWith('DEBUG') && routine !== 'exec_stmt_raise',
    )
    .map(({ text }) => text);
  const all = (pattern: RegExp): RegExpExecArray[] =>
    own.map((text) => pattern.exec(text)).filter((match) => match !== null);
  const names = (pattern: RegExp): string[] => all(pattern).map(([, name = '']) => name);
  return {
    verified: names(/^verifying table "(.*)"$/),
    validated: names(/^validating foreign key constraint "(.*)"$/),
    built: all(/^building index "(.*)" on table "(.*?)" (?:serially|with request)/).map(
      ([, index = '', table = '']) => ({ index, table }),
    ),
    proven: own.filter((text) =>
      /are sufficient to prove|is implied by existing constraints/.test(text),
    ),
  };
}
