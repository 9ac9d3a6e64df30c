// Which statement a breakage is told at: one that speaks of the column, never a neighbour's.
import { expect, it } from 'vitest';
import { actBehind, actsOf } from '../../src/release/causes.ts';

const verbs = ['AT_AlterColumnType', 'AT_AddColumn', 'RenameStmt'];

async function statementBehind(...statements: readonly string[]): Promise<string | null> {
  const located = statements.map((sql, at) => {
    return { sql, place: { file: '1.sql', line: at + 1, column: 1 } };
  });
  const acts = await actsOf([{ name: '1', file: '1.sql', statements: located }]);
  return actBehind({ words: ['role', 'messages'], verbs }, acts)?.statement.sql ?? null;
}

it('is the one that changes the column, whatever else is done to the table', async () => {
  const change =
    'alter table messages alter column role type message_role using role::message_role';
  const other = 'alter table messages add column checkpoints jsonb';
  expect(await statementBehind(change, other)).toBe(change);
  expect(await statementBehind('alter table users alter column role type text', change)).toBe(
    change,
  );
  expect(await statementBehind('drop table messages', other)).toBe('drop table messages');
  expect(await statementBehind(other)).toBeNull();
});
