// One UPDATE of a whole table as many short ones: along a key of one column, each committed, so that no
// row stays locked for long; run again after a failure, it goes on.

/** Rows that one batch changes. */
const BATCH = 10_000;

/** `update` ends where a condition may follow: with WHERE, or with AND. Table and key are quoted names. */
export function inBatches(table: string, key: string, update: string): string {
  return [
    'DO $$',
    'DECLARE',
    `\tbatch_start ${table}.${key}%TYPE := (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1);`,
    `\tbatch_end ${table}.${key}%TYPE;`,
    'BEGIN',
    '\tWHILE batch_start IS NOT NULL LOOP',
    `\t\tbatch_end := (SELECT ${key} FROM ${table} WHERE ${key} > batch_start ORDER BY ${key} OFFSET ${String(BATCH - 1)} LIMIT 1);`,
    '\t\tIF batch_end IS NULL THEN',
    `\t\t\t${update} ${key} >= batch_start;`,
    '\t\tELSE',
    `\t\t\t${update} ${key} >= batch_start AND ${key} < batch_end;`,
    '\t\tEND IF;',
    '\t\tCOMMIT;',
    '\t\tbatch_start := batch_end;',
    '\tEND LOOP;',
    'END $$;',
  ].join('\n');
}
