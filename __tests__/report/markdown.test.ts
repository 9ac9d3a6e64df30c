import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { pageUrl } from '../../src/formats/pages.ts';
import { plannedFiles } from '../../src/record/planned-files.ts';
import { readState } from '../../src/report/comment-state.ts';
import type { MarkdownContext } from '../../src/report/markdown-context.ts';
import { unifiedDiff } from '../../src/report/markdown-diff.ts';
import { NO_PATCH } from '../../src/report/markdown-patch.ts';
import { projectBlocks, quietBlock } from '../../src/report/markdown-project.ts';
import { renderComment, renderResolved, renderSummary } from '../../src/report/markdown.ts';
import type {
  ProjectReport,
  SchemaDiffReport,
  TracedMigrationReport,
} from '../../src/report/report.ts';
import { cases } from './cases.ts';
import { expectGolden } from './golden.ts';
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makePlannedFiles,
  makeProject,
  makeReport,
  makeStatement,
} from './reports.ts';

const context: MarkdownContext = {
  repositoryUrl: 'https://github.example/acme/shop',
  commit: 'c0ffee0000000000000000000000000000000001',
  prefix: '',
  runUrl: 'https://github.example/acme/shop/actions/runs/7',
  head: 'a1b2c3d000000000000000000000000000000002',
  base: { ref: 'main', sha: 'd4e5f6a000000000000000000000000000000003' },
  pageOf: (rule) => pageUrl(rule, '1.2.3'),
};
const nowhere: MarkdownContext = {
  repositoryUrl: null,
  commit: null,
  prefix: '',
  runUrl: null,
  head: null,
  base: null,
  pageOf: () => null,
};

describe('the comment', () => {
  for (const [name, report] of Object.entries(cases)) {
    it(name, () => {
      expectGolden(`markdown/${name}.md`, renderComment(report, context, 'default'));
    });
  }

  it('needs to know nothing of where it is shown', () => {
    const comment = renderComment(cases['every-operation'], nowhere, 'default');
    expectGolden('markdown/nowhere.md', comment);
  });

  it('turns into one line with what was resolved', () => {
    const before = renderComment(cases['every-operation'], context, 'default');
    const told = readState(before);
    expectGolden(
      'markdown/resolved.md',
      renderResolved(cases['in-sync'], context, { id: 'default', told }),
    );
  });

  it('tells of the commit that was made', () => {
    const committed = {
      sha: 'b2c3d4e000000000000000000000000000000004',
      files: ['drizzle/0003_add_email.sql', 'drizzle/meta/_journal.json'],
      checksWait: true,
    };
    const comment = renderComment(cases['one-change'], context, 'default', { committed });
    expectGolden('markdown/committed.md', comment);
  });

  it('tells why nothing was committed, and of an edited configuration', () => {
    const comment = renderComment(cases['one-change'], context, 'default', {
      editorLink: 'https://github.example/acme/shop/new/x?filename=a.sql&value=SELECT%201',
      configEdited: 'plumbline.yml',
      updateBranchFirst: true,
    });
    expectGolden('markdown/update-branch-first.md', comment);
  });

  it('links below the directory that was checked', () => {
    const comment = renderComment(cases['one-change'], { ...context, prefix: 'apps/a b/' }, 'x');
    expect(comment).toContain(
      '/blob/c0ffee0000000000000000000000000000000001/apps/a%20b/src/schema.ts#L12)',
    );
  });

  it('keeps its marker whole whatever the id', () => {
    const [first = ''] = renderComment(cases['in-sync'], context, 'a-->b\n@x').split('\n');
    expect(first).toMatch(/^<!-- plumbline v1 id=[^<>\s]+ -->$/);
  });

  it('has no state where someone wrote one that makes no sense', () => {
    const line = (value: unknown): string =>
      `<!-- plumbline-state: ${Buffer.from(JSON.stringify(value)).toString('base64')} -->`;
    expect(readState('no state')).toBeNull();
    expect(readState(line({ status: 'drift', told: 'x', total: 1 }))).toBeNull();
    expect(readState(line({ status: 'great', told: [], total: 1 }))).toBeNull();
    expect(readState('<!-- plumbline-state: bm90IEpTT04= -->')).toBeNull();
    const long = line({ status: 'ok', told: Array.from({ length: 99 }, () => 'x'), total: 99 });
    expect(readState(long)?.told).toHaveLength(20);
  });
});

describe('the size ladder', () => {
  const huge = (changes: number, options: { reason?: string; sql?: string } = {}): ProjectReport =>
    makeDriftedProject({
      drift: [
        ...Array.from({ length: changes }, (_, index) =>
          makeDrift({
            object: `public.t.c${index}`,
            reason: options.reason ?? 'only in the models',
          }),
        ),
        ...Array.from({ length: changes }, (_, index) =>
          makeDrift({ object: `public.old.c${index}`, introduced: false }),
        ),
      ],
      plan: {
        up: Array.from({ length: changes }, (_, index) => options.sql ?? `SELECT ${index};`),
        down: [],
        migrations: [],
        proved: true,
        file: 'drizzle/0001_x.sql',
        files: [],
        irreversible: [],
      },
    });

  it('drops inherited drift before the SQL, and says so', () => {
    const comment = renderComment(makeReport({ projects: [huge(500)] }), context, 'default');
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('SELECT 499;');
    expect(comment).toContain('Already so on main: 500 differences');
    expect(comment).not.toContain('public.old.c499');
    expect(comment).toMatch(/_Left out or shortened: .*inherited drift.*job summary/);
  });

  it('drops the patch before anything else, and says where it is', () => {
    const crowded = huge(150);
    const { plan } = crowded;
    const project = { ...crowded, plan: { ...plan, files: makePlannedFiles() } };
    const fits = renderComment(makeReport({ projects: [project] }), context, 'default');
    expect(fits).toContain('git apply missing-migration.patch');
    expect(fits).not.toContain('Left out');
    const content = 'x'.repeat(17_000);
    const files = [...makePlannedFiles(), ...plannedFiles([{ path: 'drizzle/z.sql', content }])];
    const longer = { ...project, plan: { ...plan, files } };
    const comment = renderComment(makeReport({ projects: [longer] }), context, 'default');
    expect(comment).toMatch(/As a patch it is too long for here: .*`patch-path`/);
    expect(comment).toContain('_Left out or shortened: the patch. A comment');
    expect(comment).toContain('public.old.c149');
  });

  it.each([
    ['5,000 changes', [huge(5_000)]],
    ['reasons of a megabyte', [huge(5, { reason: '|`@'.repeat(350_000) })]],
    ['a statement of a megabyte on one line', [huge(5, { sql: '`é'.repeat(300_000) })]],
    ['1,000 projects', Array.from({ length: 1000 }, () => huge(1))],
  ])('holds for %s', (_name, projects) => {
    const report = makeReport({ projects });
    const comment = renderComment(report, context, 'default');
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('have no migration');
    expect(comment).toMatch(/_Left out or shortened|…/);
    expect(comment.match(/<details/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
    expect(readState(comment)?.status).toBe('drift');
    expect(Buffer.byteLength(renderSummary(report, context))).toBeLessThanOrEqual(1024 * 1024);
  });

  it('searches no longer for what differs than anybody would wait', () => {
    const text = (line: string): string => Array.from({ length: 1_000 }, () => line).join('\n');
    const changed = { kind: 'view', object: 'a', before: text('x'), after: text('y') };
    const short = { ...changed, before: 'one\ntwo', after: 'one\nthree' };
    const made = { ...changed, before: null };
    const diffOf = (many: number): string | undefined => {
      const objects = [...Array.from({ length: many }, () => [made, changed]).flat(), short];
      return unifiedDiff({ of: 'new', objects, tables: [], references: [] }).at(-1);
    };
    expect(diffOf(4)).toMatch(/@@\n one\n-two\n\+three$/);
    expect(diffOf(5)).toMatch(/view a\n-one\n-two\n\+one\n\+three$/);
  });

  it('leaves a report that fits as it is', () => {
    expect(renderComment(cases.monorepo, context, 'default')).not.toContain('Left out');
  });
});

describe('untrusted text', () => {
  const diffOf = (text: string): SchemaDiffReport => {
    const table = { table: `t${text}`, state: 'changed', was: text, more: 0 } as const;
    const columns = [{ name: text, type: text, keys: [], state: 'changed', change: text } as const];
    const ends = { from: `t${text}`, to: `t${text}`, columns: [text], optional: true, one: false };
    return {
      of: 'missing',
      objects: [{ kind: text, object: text, before: `a${text}`, after: `b${text}` }],
      tables: [{ ...table, columns }],
      references: [{ name: text, ...ends, state: 'added' }],
    };
  };
  const traceOf = (text: string): TracedMigrationReport => {
    const lost = { table: text, rows: 1, of: 2 };
    const changed = { column: text, values: 1, example: [text, null] } as const;
    const statement = makeStatement({
      ...{ sql: text, scans: [text], rewrites: [text], builds: [text], drops: [text] },
      locks: [{ relation: text, mode: text, existed: true, documented: true }],
      rows: { lost: [lost], changed: [changed] },
      error: { code: text, message: text, kind: text },
      observed: text,
    });
    return { migration: text, file: text, statements: [statement] };
  };
  const everywhere = (text: string): string => {
    const finding = makeFinding({ message: text, rule: text, file: text, observed: `o${text}` });
    const silenced = { reason: text, until: text, file: text, line: 1 };
    const report = makeReport({
      plumbline: `1${text}`,
      head: { label: text, commit: null },
      projects: [
        makeDriftedProject({
          id: `p${text}`,
          root: `r${text}`,
          models: { tool: text, files: [], tables: 1, columns: 1, unknowns: [] },
          migrations: { tool: text, directory: text, total: 1, applied: 1, new: [text] },
          drift: [
            makeDrift({ object: text, reason: text, kind: text, model: { file: text, line: 1 } }),
          ],
          plan: {
            up: [text],
            down: [],
            migrations: [],
            proved: true,
            file: text,
            files: [],
            irreversible: [text],
          },
          schemaDiffs: [diffOf(text), { ...diffOf(text), of: 'new' }],
          trace: [traceOf(text)],
          findings: [{ ...finding, safe: [text] }],
          inherited: [finding],
          silenced: [{ ...finding, silenced }],
          notCompared: { [text]: [text] },
          unmodelled: [text],
        }),
        makeDriftedProject(),
        makeProject({ id: `q${text}`, root: `s${text}`, unmodelled: [text] }),
      ],
    });
    const committed = { sha: 'b2c3d4e', files: [`f${text}`, text], checksWait: true };
    const base = { ref: text, sha: text };
    return renderComment(report, { ...context, base }, text, {
      ...{ committed, configEdited: `c${text}`, notCommitted: `n${text}`, updateBranchFirst: true },
    });
  };
  const toHtml = (markdown: string): string =>
    micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
  /** The tags in their order, without what is text, and without the spans around dollar signs. */
  const structure = (html: string): readonly string[] =>
    (html.replaceAll('<span>$</span>', '').match(/<!--|<[^>]*>/g) ?? []).map((tag) =>
      tag.replace(/\/blob\/[^"]*/, '/blob/'),
    );
  // A command that holds an `@` is a block.
  const likeOf = (text: string): string => (text.includes('@') ? '@' : 'x');
  /** Without the warning about what is invisible. */
  const structureOf = (markdown: string): readonly string[] =>
    structure(toHtml(markdown.replaceAll(/\*\*Not to be copied\*\*[^.]*\. /g, '')));
  const builtOf = (text: string): readonly string[] => structureOf(everywhere(text));
  const plain = new Map(['x', '@'].map((text) => [text, builtOf(text)]));
  /** Every form of the blocks whose title is HTML in one and Markdown in the other. */
  const formsOf = (text: string): readonly (readonly string[])[] => {
    const project = makeDriftedProject({ id: text, drift: [makeDrift({ introduced: false })] });
    const report = makeReport({ projects: [project, makeProject()] });
    const place = { report, alone: false, extra: {}, patch: NO_PATCH };
    const at = { ...context, base: { ref: text, sha: 'd4e5f6a' } };
    const blocks = [
      ...projectBlocks(project, { ...place, context: at }),
      ...quietBlock([makeProject({ id: text })]),
    ];
    return blocks.flatMap(({ forms }) => forms.map((form) => structureOf(form.text)));
  };
  const plainForms = new Map(['x', '@'].map((text) => [text, formsOf(text)]));

  const nasty = [
    ...Array.from('`|<>\\[]()*_~$@#-+:!\n\r\t "\'/&;=.%'),
    'a',
    '1',
    '-->',
    '</details>',
  ];
  const unit = fc.constantFrom(
    ...nasty,
    'http://x.y',
    'www.x.y',
    'GH-1',
    '\u202E',
    '\u001B',
    '\u2028',
  );
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit, maxLength: 20 }));

  it('changes nothing in how the comment is built, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(builtOf(text)).toEqual(plain.get(likeOf(text)));
        expect(formsOf(text)).toEqual(plainForms.get(likeOf(text)));
      }),
      { numRuns: 100, examples: [['[x](//evil.example)'], ['*x*']] },
    );
  });

  it('is one word in a command that is copied, as it is', () => {
    const commandOf = (id: string): string | undefined => {
      const projects = [makeDriftedProject({ id }), makeDriftedProject()];
      const comment = renderComment(makeReport({ projects }), context, 'default');
      return /makemigrations (--project .*)/.exec(comment)?.[1];
    };
    expect(commandOf('@acme/api')).toBe('--project @acme/api');
    expect(commandOf("$(x); 'y'")).toContain(`--project '$(x); '\\''y'\\'''`);
  });

  it('mentions, links and hides nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const comment = everywhere(text);
        expect(comment).not.toMatch(/(?![\n\t\u200B-\u200D])[\p{Cc}\p{Cf}\p{Cs}]/u);
        const shown = toHtml(comment)
          .replace(/<(code|pre)\b[^]*?<\/\1>/g, '')
          .replace(/<!--[^]*?-->|<[^>]*>/g, '')
          .replace(/&(?:lt|gt|amp|quot);/g, '.');
        expect(shown).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./i);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves SQL as it is to be copied', () => {
    const sql = "SELECT '@a', '#1', '$x$ `y` <b> | \\\\ 👩‍👩‍👧';";
    expect(everywhere(sql)).toContain(`\n${sql}\n`);
    expect(everywhere(sql)).not.toContain('Not to be copied');
  });
});
