// Whatever a report holds, GitHub takes the comment, and what it opens it closes.
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { pageUrl } from '../../src/formats/pages.ts';
import { plannedFiles } from '../../src/record/planned-files.ts';
import { readState } from '../../src/report/comment-state.ts';
import type { MarkdownContext } from '../../src/report/markdown-context.ts';
import { renderComment, renderSummary } from '../../src/report/markdown.ts';
import type { ProjectReport, Report } from '../../src/report/report.ts';
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makeRename,
  makeReport,
  makeSchemaDiff,
  makeSilenced,
  makeStatement,
  makeTrace,
  makeUnknown,
  makeModels,
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

interface Size {
  readonly text: string;
  /** How often the text is repeated, and how many there are of everything that can be many. */
  readonly times: number;
  readonly items: number;
  readonly projects: number;
}

const unit = fc.constantFrom(
  ...Array.from('`|<>\\[]()*_~$@#-+!\n\r\t "\'/&;'),
  ...['a', '漢', '😀', '```\n', '</details>', '<details>', '-->', '\n\n', '\u202E', '\uD800'],
);

const sizes = fc.record<Size>({
  text: fc.string({ unit, minLength: 1, maxLength: 8 }),
  times: fc.constantFrom(1, 30, 4_000),
  items: fc.constantFrom(0, 3, 400),
  projects: fc.constantFrom(1, 2, 60),
});

/** Everything of this size; never more than some five million characters in all. */
function reportOf({ text, times, items, projects }: Size): Report {
  const long = text.repeat(Math.min(times, Math.ceil(5_000_000 / (40 * (items + 1) * projects))));
  const some = <Item>(item: (name: string) => Item): Item[] =>
    Array.from({ length: items }, (_, index) => item(`${long}${String(index)}`));
  const columns = makeSchemaDiff().tables.flatMap((table) => table.columns);
  const whole = { state: 'changed', was: long, columns, more: 0 } as const;
  const project = (id: number): ProjectReport =>
    makeDriftedProject({
      id: `${long}${String(id)}`,
      models: {
        ...makeModels(),
        unknowns: some((object) => makeUnknown({ object, reason: long })),
      },
      drift: [
        makeDrift(),
        ...some((object) => makeDrift({ object, reason: long, introduced: false })),
        ...some((object) => makeDrift({ object, kind: long, model: { file: object, line: 1 } })),
      ],
      plan: {
        ...{ up: some((sql) => sql), down: [], migrations: [], proved: true, file: long },
        files: plannedFiles([{ path: 'drizzle/1.sql', content: some((sql) => sql).join('\n') }]),
        irreversible: some((what) => what),
      },
      schemaDiffs: (['missing', 'new'] as const).map((of) =>
        makeSchemaDiff({
          of,
          objects: some((object) => ({ kind: 'table', object, before: long, after: object })),
          tables: some((name) => ({ ...whole, table: name })),
        }),
      ),
      renames: some((from) => makeRename({ from, to: long })),
      trace: [{ ...makeTrace(long), statements: some((sql) => makeStatement({ sql })) }],
      findings: some((message) => makeFinding({ message, severity: 'error', safe: [long] })),
      inherited: some((message) => makeFinding({ message })),
      silenced: some((reason) => makeSilenced({ reason })),
      notCompared: { [long]: some((name) => name) },
      unmodelled: some((name) => name),
    });
  return makeReport({
    projects: Array.from({ length: projects }, (_, index) => project(index)),
    findings: some((message) => makeFinding({ message })),
  });
}

/** Raw tags in what GitHub would make of it: in a fence left open, or shown as text, there are none. */
function tagsOf(markdown: string): { readonly opened: number; readonly closed: number } {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  expect(html.trimEnd()).toMatch(/<!-- plumbline-state: \S+ -->$/);
  const number = (tag: RegExp): number => html.match(tag)?.length ?? 0;
  return { opened: number(/<details\b/g), closed: number(/<\/details>/g) };
}

const committed = {
  ...{ sha: 'b2c3d4e', checksWait: true },
  files: Array.from({ length: 5 }, (_, index) => `${'漢/'.repeat(1_300)}${String(index)}.sql`),
};

function check(report: Report): void {
  const comment = renderComment(report, context, 'default', { committed });
  expect(comment.length).toBeLessThanOrEqual(65_536);
  expect(readState(comment)?.status).toBe(report.status);
  const { opened, closed } = tagsOf(comment);
  expect(closed).toBe(opened);
}

describe('the size of the comment', () => {
  it('is what GitHub takes, and everything in it is closed, whatever the report', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        check(reportOf(size));
      }),
      { numRuns: 10, examples: [[{ text: '漢`|', times: 4_000, items: 400, projects: 1 }]] },
    );
  });

  it('leaves a summary of a megabyte', () => {
    const report = reportOf({ text: '<b>`|漢', times: 4_000, items: 400, projects: 2 });
    const summary = renderSummary(report, context);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(summary.length).toBeGreaterThan(65_536);
  });
});
