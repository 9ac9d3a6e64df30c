// A name for a migration that the user gave none: what it does, short enough to read.

const LONGEST = 60;

/** `['CREATE TABLE "users" …', 'CREATE INDEX …']` → `create_users`. */
export function nameOfChanges(statements: readonly string[]): string {
  const words = statements.flatMap((statement) => describe(statement));
  const subjects = new Set(words.map((it) => it.subject));
  const [first] = words;
  if (first === undefined) return 'update_schema';
  const actions = new Set(words.map((it) => it.name));
  if (actions.size === 1) return fit(first.name);
  const created = words.filter((it) => it.name.startsWith('create_table_'));
  const names = new Set(created.map((it) => it.subject));
  if (created.length > 0 && names.size <= 2) return fit(`create_${[...names].join('_and_')}`);
  if (subjects.size <= 2) return fit(`change_${[...subjects].join('_and_')}`);
  // A table counts with what is made on it, and beside the types it needs.
  const others = words.filter(({ subject, name }) => !names.has(subject) && !isMade(name));
  return others.length === 0 ? `create_${names.size}_tables` : `change_${subjects.size}_objects`;
}

const isMade = (name: string): boolean => name.startsWith('create_');

interface Action {
  readonly name: string;
  readonly subject: string;
}

const identifier = String.raw`(?:IF (?:NOT )?EXISTS )?(?:"[^"]+"\.)?"?([^"\s.(;]+)"?`;
const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Action])[] = [
  [new RegExp(`^CREATE TABLE ${identifier}`, 'i'), (m) => action('create_table', m[1])],
  [new RegExp(`^DROP TABLE ${identifier}`, 'i'), (m) => action('drop_table', m[1])],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} (ADD|DROP) COLUMN ${identifier}`, 'i'),
    (m) => ({ name: `${lower(m[2])}_${lower(m[1])}_${lower(m[3])}`, subject: lower(m[1]) }),
  ],
  [
    new RegExp(`^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?${identifier} ON ${identifier}`, 'i'),
    (m) => ({ name: `index_${lower(m[2])}`, subject: lower(m[2]) }),
  ],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} RENAME COLUMN ${identifier} TO`, 'i'),
    (m) => ({ name: `rename_${lower(m[1])}_${lower(m[2])}`, subject: lower(m[1]) }),
  ],
  [
    new RegExp(
      `^ALTER (?:TABLE|TYPE|SCHEMA|SEQUENCE|(?:MATERIALIZED )?VIEW) ${identifier} RENAME TO`,
      'i',
    ),
    (m) => action('rename', m[1]),
  ],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} VALIDATE `, 'i'),
    (m) => action('validate', m[1]),
  ],
  [new RegExp(`^ALTER TABLE (?:ONLY )?${identifier}`, 'i'), (m) => action('alter', m[1])],
  [new RegExp(`^(?:DO \\$\\$.*?)?UPDATE ${identifier}`, 'i'), (m) => action('fill', m[1])],
  [
    new RegExp(`^CREATE (?:TYPE|SCHEMA|SEQUENCE|(?:MATERIALIZED )?VIEW) ${identifier}`, 'i'),
    (m) => action('create', m[1]),
  ],
  [
    new RegExp(`^DROP (?:TYPE|SCHEMA|SEQUENCE|INDEX|(?:MATERIALIZED )?VIEW) ${identifier}`, 'i'),
    (m) => action('drop', m[1]),
  ],
  [new RegExp(`^ALTER (?:TYPE|SEQUENCE|INDEX) ${identifier}`, 'i'), (m) => action('alter', m[1])],
  [
    new RegExp(`^(?:CREATE|DROP|ALTER) POLICY (?:"[^"]+"|\\S+) ON ${identifier}`, 'i'),
    (m) => action('policies_of', m[1]),
  ],
];

function describe(statement: string): Action[] {
  const text = statement.trim().replaceAll(/\s+/g, ' ');
  for (const [pattern, toAction] of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return [toAction(match)];
  }
  return [];
}

function action(verb: string, name: string | undefined): Action {
  return { name: `${verb}_${lower(name)}`, subject: lower(name) };
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}

function fit(name: string): string {
  return name.length <= LONGEST ? name : name.slice(0, LONGEST).replace(/_[^_]*$/, '');
}
