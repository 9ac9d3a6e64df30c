// Which comments of a migration allow what, in SQL and in code, and what is left of its findings.
import { describe, expect, it } from 'vitest';
import { allowancesIn, type Allowance } from '../../src/allowances/read.ts';
import { silence, type Silenced } from '../../src/allowances/silence.ts';
import { splitStatements } from '../../src/database/statements.ts';
import { placeAt, type Located } from '../../src/database/transaction-rules.ts';
import type { Trace, TracedStatement } from '../../src/rehearse/trace.ts';
import type { Finding } from '../../src/report/report.ts';
import { silenceAllowed, type SaidOfNew } from '../../src/migrations/silencing.ts';
import { splitMigration } from '../../src/tools/drizzle/split.ts';
import type { Migration, MigrationSet } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';

const located = async (texts: readonly Located[]): Promise<Located[]> => {
  const all: Located[] = [];
  for (const text of texts) {
    for (const { sql, offset } of await splitStatements(text.sql)) {
      all.push({ sql, place: placeAt(text, offset) });
    }
  }
  return all;
};

const FILE = 'm/1.sql';

async function inSql(text: string): Promise<Allowance[]> {
  const statements = await located([{ sql: text, place: { file: FILE, line: 1, column: 1 } }]);
  return allowancesIn({ file: FILE, text, statements });
}

/** `rules@line → from-to`. */
const shown = (all: readonly Allowance[]): string[] =>
  all.map(({ rules, line, about, mistake, scope }) => {
    if (mistake !== null) return `${String(line)}: ${mistake}`;
    const lines = about === null ? scope : `${String(about.from)}-${String(about.to)}`;
    return `${rules.join('+')}@${String(line)} → ${lines}`;
  });

const ALLOW = 'plumbline:allow drop-column reason="r"';

describe('in SQL, a comment allows', () => {
  it.each([
    [
      'the statement after it',
      `select 1;\n-- ${ALLOW}\nselect\n2;\nselect 3;`,
      ['drop-column@2 → 3-4'],
    ],
    ['in a block', `/* ${ALLOW} */ select 1;`, ['drop-column@1 → 1-1']],
    [
      'on several lines of a block',
      '/*\n * plumbline:allow drop-column\n *   reason="r"\n * plumbline:allow a, b\n *   reason=r */\nselect 1',
      ['drop-column@2 → 6-6', 'a+b@4 → 6-6'],
    ],
    [
      'several comments, with others and blank lines between',
      `-- ${ALLOW}\n\n-- why\n-- plumbline:allow b , c  until=2027-01-31 reason='it is'\nselect 1`,
      ['drop-column@1 → 5-5', 'b+c@4 → 5-5'],
    ],
    [
      'the statement that ends on its line',
      `select\n1; -- ${ALLOW}\nselect 2;`,
      ['drop-column@2 → 1-2'],
    ],
    [
      'the next one where that begins on its line',
      `select 1; /* ${ALLOW} */ select 2;\n`,
      ['drop-column@1 → 1-1'],
    ],
    ['the last one, behind it', `select 1; -- ${ALLOW}`, ['drop-column@1 → 1-1']],
    [
      'a whole file, on top of it',
      `-- header\n-- plumbline:allow-file drop-column reason=r\n\nselect 1;`,
      ['drop-column@2 → file'],
    ],
    ['after a mark of byte order', `\uFEFF-- ${ALLOW}\nselect 1`, ['drop-column@1 → 2-2']],
    ['with Windows line ends', `-- ${ALLOW}\r\nselect 1;\r\n`, ['drop-column@1 → 2-2']],
    [
      'non-ASCII text around',
      `-- ünï 🐘\n/* é */ -- ${ALLOW}\nselect 'ü';`,
      ['drop-column@2 → 3-3'],
    ],
    ['after a command of psql', `\\set x 1\n-- ${ALLOW}\nselect 1;`, ['drop-column@2 → 3-3']],
  ])('%s', async (_name, text, expected) => {
    expect(shown(await inSql(text))).toEqual(expected);
  });

  it.each([
    ['in the middle of a statement', `select 1,\n-- ${ALLOW}\n2;`],
    ['in a text', `select '\n-- ${ALLOW}\n';`],
    ['in a function body', `do $$ begin\n-- ${ALLOW}\nend $$;`],
    ['in a comment in a comment', `/* /* */\n x ${ALLOW} */ select 1`],
    ['behind other words', `-- see ${ALLOW}\nselect 1`],
  ])('nothing %s', async (_name, text) => {
    expect(shown(await inSql(text))).toEqual([]);
  });

  it.each([
    ['select 1;\n\n-- plumbline:allow a reason=r\n', '3: no statement follows it'],
    [
      'select 1;\n-- plumbline:allow-file a reason=r\nselect 2',
      '2: it must stand before the first statement of the file',
    ],
    ['-- plumbline:ignore a\nselect 1', '1: there is no plumbline:ignore'],
    ['-- plumbline:allow\nselect 1', '1: it names no rule'],
    ['-- plumbline:allow reason="x"\nselect 1', '1: it names no rule'],
    ['-- plumbline:allow a because\nselect 1', "1: “because” can't be read"],
    ['-- plumbline:allow a reason=not used\nselect 1', "1: “used” can't be read"],
    ['-- plumbline:allow a reason="open\nselect 1', '1: “reason="open” can\'t be read'],
    [
      '-- plumbline:allow a why=x\nselect 1',
      '1: there is no option why; known are reason and until',
    ],
    ['-- plumbline:allow a reason=x reason=y\nselect 1', '1: reason is given twice'],
    ['-- plumbline:allow a reason=x until=2027-02-30\nselect 1', '1: until=2027-02-30 is no day'],
    ['-- plumbline:allow a reason=x until=soon\nselect 1', '1: until=soon is no day'],
  ])('nothing where it is wrong: %s', async (text, expected) => {
    const [first, ...rest] = shown(await inSql(text));
    expect(first).toContain(expected);
    expect(rest).toEqual([]);
  });

  it('what stands between the breakpoints of a migration that has them, also without semicolons', async () => {
    const text = `CREATE TABLE a (id int)\n--> statement-breakpoint\n-- ${ALLOW}\nALTER TABLE a DROP COLUMN id;--> statement-breakpoint\n/* ${ALLOW} */\nDROP TABLE a; -- ${ALLOW}\n`;
    const statements = await located(splitMigration(text, FILE));
    expect(shown(await allowancesIn({ file: FILE, text, statements }))).toEqual([
      'drop-column@3 → 4-4',
      'drop-column@5 → 6-6',
      'drop-column@6 → 6-6',
    ]);
  });

  it('what its tool fills in or sends by itself stands where the file has it', async () => {
    const text = `-- ${ALLOW}\ncreate table \${s}.a (id int);\n-- ${ALLOW}\nselect 1`;
    const at = (line: number): Located['place'] => ({ file: FILE, line, column: 1 });
    const statements = [
      { sql: 'set search_path = s', place: at(1) },
      { sql: 'create table something_long.a (id int)', place: at(2) },
      { sql: 'select 1', place: at(4) },
    ];
    expect(shown(await allowancesIn({ file: FILE, text, statements }))).toEqual([
      'drop-column@1 → 2-2',
      'drop-column@3 → 4-4',
    ]);
  });
});

describe('in code, a comment allows', () => {
  const code = async (
    lines: readonly string[],
    at: number,
    sql = 'select 1',
  ): Promise<string[]> => {
    const file = 'm/1.ts';
    const statements = [{ sql, place: { line: at } }];
    return shown(await allowancesIn({ file, text: lines.join('\n'), statements }));
  };
  const up = (...body: string[]): string[] => ['class M {', 'async up(q) {', ...body, '}', '}'];

  it.each([
    [
      'the call after it',
      up(`// ${ALLOW}`, 'await q.query(', '`drop`', ');'),
      5,
      ['drop-column@3 → 4-6'],
    ],
    ['in a block', up(`/* ${ALLOW} */`, 'return q.query("x");'), 4, ['drop-column@3 → 4-4']],
    [
      'behind it',
      up(`await q.query("x"); // ${ALLOW}`, 'await q.query("y");'),
      3,
      ['drop-column@3 → 3-3'],
    ],
    [
      'a call in a chain',
      up(
        'return q.schema',
        '.dropTable("a")',
        `// ${ALLOW}`,
        '.dropTable("b")',
        '.dropTable("c");',
      ),
      6,
      ['drop-column@5 → 6-6'],
    ],
    [
      'behind a call in a chain',
      up('return q.schema', '.a()', `.b() // ${ALLOW}`, '.c();'),
      5,
      ['drop-column@5 → 5-5'],
    ],
    [
      'a text among others',
      up('await run([', '"a",', `// ${ALLOW}`, '"b",', ']);'),
      6,
      ['drop-column@5 → 6-6'],
    ],
    [
      'a call in a loop',
      up('for (const t of ts) {', `// ${ALLOW}`, 'await q.query(t);', '}'),
      5,
      ['drop-column@4 → 5-5'],
    ],
    [
      'a whole file',
      [`// ${ALLOW.replace('allow', 'allow-file')}`, ...up('await q.query("x");')],
      4,
      ['drop-column@1 → file'],
    ],
  ])('%s', async (_name, lines, at, expected) => {
    expect(await code(lines, at)).toEqual(expected);
  });

  it('not in a text or a regular expression, but in the SQL that is sent', async () => {
    const lines = up(`const a = '// ${ALLOW}', b = /\\/\\/ ${ALLOW}/;`, 'q.query(a);');
    expect(await code(lines, 4)).toEqual([]);
    expect(await code(up('q.query(`', `-- ${ALLOW}`, 'drop`);'), 3, `\n-- ${ALLOW}\ndrop`)).toEqual(
      ['drop-column@4 → 5-5'],
    );
  });

  it('nothing where a block ends', async () => {
    expect(await code(up('await q.query("x");', '', `// ${ALLOW}`), 3)).toEqual([
      '5: no statement follows it',
    ]);
  });
});

describe('findings', () => {
  const finding = (rule: string, line: number | null): Finding => ({
    ...{ rule, severity: 'error', hazard: 'data-loss', message: rule, file: FILE, line },
  });
  const known = ['drop-column', 'drop-table', 'down-missing'];
  const after = async (text: string, findings: readonly Finding[]): Promise<Silenced> =>
    silence(findings, {
      allowances: await inSql(text),
      today: '2026-11-22',
      refuse: (rule) => (known.includes(rule) ? null : `there is no rule ${rule}`),
      wasJudged: (rule) => rule !== 'down-missing',
    });
  const rules = (findings: readonly Finding[]): string[] =>
    findings.map(({ rule, line }) => `${rule}:${String(line)}`);

  it('that are allowed are set aside, with who allowed them', async () => {
    const text = `-- plumbline:allow drop-column reason="unused since v3" until=2026-11-22\nselect\n1;\nselect 2;`;
    const all = [2, 3, 4].map((line) => finding('drop-column', line));
    const { findings, silenced } = await after(text, [...all, finding('drop-table', 2)]);
    expect(rules(findings)).toEqual(['drop-column:4', 'drop-table:2']);
    expect(rules(silenced)).toEqual(['drop-column:2', 'drop-column:3']);
    expect(silenced[0]?.silenced).toEqual({
      ...{ reason: 'unused since v3', until: '2026-11-22', file: FILE, line: 1 },
    });
    expect(silenced[0]?.severity).toBe('error');
  });

  it('of the whole file are allowed on its top only', async () => {
    const whole = finding('down-missing', 1);
    const allowed = await after('-- plumbline:allow-file down-missing reason=r\nselect 1', [whole]);
    expect([rules(allowed.findings), rules(allowed.silenced)]).toEqual([[], ['down-missing:1']]);
    const single = await after('-- plumbline:allow down-missing reason=r\nselect 1', [whole]);
    expect(rules(single.findings)).toEqual(['down-missing:1']);
  });

  it.each([
    ['drop-colum reason=r', ['drop-column:2', 'allowance-unknown-rule:1']],
    ['drop-colum, drop-column reason=r', ['allowance-unknown-rule:1']],
    ['drop-column', ['drop-column:2', 'allowance-without-reason:1']],
    ['drop-column reason=" "', ['drop-column:2', 'allowance-without-reason:1']],
    ['drop-column reason=r until=2026-11-21', ['drop-column:2', 'allowance-expired:1']],
    ['drop-column reason=r until=2026-11-22', []],
    ['drop-column reason=r untill=2026-11-22', ['drop-column:2', 'allowance-malformed:1']],
    ['drop-table reason=r', ['drop-column:2', 'allowance-unused:1']],
    ['drop-table,drop-column reason=r', ['allowance-unused:1']],
    ['down-missing, drop-column reason=r', []],
  ])('where the allowance says %s', async (words, expected) => {
    const text = `-- plumbline:allow ${words}\nselect 1`;
    expect(rules((await after(text, [finding('drop-column', 2)])).findings)).toEqual(expected);
  });
});

describe('what allows nothing is told only where it was judged', () => {
  const at = (name: string): string => `m/${name}.sql`;
  const migration = (name: string, text: string): Migration => ({
    ...{ name, file: at(name), baseline: false, hash: text, timestamp: 0 },
    statements: [{ sql: text, place: { file: at(name), line: 1, column: 1 } }],
  });
  const [old, added] = [
    migration('0', '-- plumbline:allow drop-table, migration-edited reason=r\nselect 0'),
    migration(
      '1',
      `-- plumbline:allow-file add-check reason=r
-- plumbline:allow drop-column, used-column-gone, down-missing reason=r
select 1;
-- plumbline:allow drop-column reason=r
select 2`,
    ),
  ];
  const texts = [old, added].map(({ file, hash }) => [file, hash] as const);
  const head = memoryRevision(Object.fromEntries(texts));
  /** As if the rehearsal had come to its end, or only past the statement at line 3. */
  const traced = (lines: readonly number[]): Trace => {
    const statements = lines.map((line): TracedStatement => ({
      ...{
        sql: '',
        place: { file: added.file, line },
        transaction: null,
        ms: 0,
        locks: [],
        held: [],
      },
      ...{ scans: [], rewrites: [], builds: [], proven: [], drops: [], rows: [], unobserved: null },
      outcome: { kind: 'passed', error: null },
    }));
    return { migrations: [{ name: '1', file: added.file, statements }], unfilled: [] };
  };
  const told = async (one: Partial<SaidOfNew>): Promise<string[]> => {
    const migrations: MigrationSet = {
      ...{ directory: 'm', migrations: [old, added], bookkeeping: { schema: 'a', table: 'b' } },
      ...{ ledger: null, transactions: 'one each', downs: false, findings: [], modelledBefore: [] },
      toolState: null,
    };
    const said = { migrations, added: [added], trace: traced([3, 5]), findings: [], alsoFound: [] };
    const workspace = { head, today: '2026-11-22' };
    const result = await silenceAllowed(workspace, { ...said, base: {}, sides: {}, ...one });
    return result.findings.map(({ line, message, rule }) => {
      const ids = /Nothing is found here of ([\w, -]+), so/u.exec(message)?.[1] ?? rule;
      return `${String(line)}: ${ids}`;
    });
  };

  it('where all was', async () => {
    expect(await told({})).toEqual([
      '1: add-check',
      '2: drop-column, used-column-gone, down-missing',
      '4: drop-column',
    ]);
  });

  it('where the code or the history was not', async () => {
    expect(await told({ sides: null })).toContain('2: drop-column, down-missing');
    expect(await told({ sides: null, base: null })).toContain('2: drop-column');
  });

  it('where the rehearsal ended early', async () => {
    expect(await told({ trace: traced([3]) })).toEqual(['2: drop-column']);
    expect(await told({ trace: traced([]) })).toEqual([]);
  });

  it('where what is told says it better', async () => {
    const alsoFound = [3, 5].map((line): Finding => {
      return {
        ...{ rule: 'drop-column', severity: 'error', hazard: 'data-loss', message: '' },
        ...{ file: added.file, line },
      };
    });
    expect(await told({ alsoFound })).toEqual([
      '1: add-check',
      '2: used-column-gone, down-missing',
    ]);
  });

  it('and of older migrations never, though they may allow what is said of them', async () => {
    const edited: Finding = {
      ...{ rule: 'migration-edited', severity: 'error', hazard: 'drift', message: 'edited' },
      ...{ file: old.file, line: 2 },
    };
    expect(await told({ findings: [edited], trace: traced([]) })).toEqual([]);
  });
});
