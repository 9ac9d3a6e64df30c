// The missing migrations as a patch: git takes it as it stands, with it nothing is missing any more, and no
// report makes one of anything else.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { plannedFiles } from '../../src/record/planned-files.ts';
import { renderComment, renderSummary } from '../../src/report/markdown.ts';
import { onlyNewFile, renderPatch } from '../../src/report/patch.ts';
import type { PlannedFileReport, Report } from '../../src/report/report.ts';
import type { OutputFile } from '../../src/tools/tool.ts';
import { makeDriftedProject, makePlannedFiles, makeReport } from '../report/reports.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { createRepository } from '../support/repository.ts';

const reportOf = (files: readonly PlannedFileReport[], directory = 'drizzle'): Report =>
  makeReport({
    projects: [
      makeDriftedProject({
        files,
        migrations: { tool: 'drizzle', directory, total: 3, applied: 3, new: [] },
      }),
    ],
  });

/** In a directory of a repository, as whoever pastes it would. */
function apply(directory: string, patch: string): void {
  execFileSync('git', ['apply', '--check', '-'], { cwd: directory, input: patch });
  execFileSync('git', ['apply', '-'], { cwd: directory, input: patch });
}

describe('the patch of missing migrations', () => {
  it('leaves nothing to do, for all projects at once', async () => {
    const repository = createRepository();
    const migrations = [
      ['0000_init', 'CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL\n);\n'],
    ] as const;
    const below = (root: string, files: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
    repository.write({
      'package.json': '{ "name": "all", "workspaces": ["api", "a b"] }\n',
      ...below('api', drizzleProject({ models: oneTable('  a: text(),'), migrations })),
      ...below('a b', drizzleProject({ models: oneTable('  b: text(),') })),
    });
    repository.remove('a b/drizzle');
    repository.commit('all');
    const silent = { phase: () => undefined, done: () => undefined };
    const { directory } = repository;
    const options = { directory, base: null, projects: [], config: null, deadlineMs: 120_000 };
    const before = await check(options, silent);
    expect(before.projects.map(({ status }) => status)).toEqual(['drift', 'drift']);
    apply(directory, renderPatch(before, ''));
    const after = await check(options, silent);
    expect(after.projects.map(({ status, plan }) => [status, plan.files])).toEqual([
      ['ok', []],
      ['ok', []],
    ]);
  });

  const lines = Array.from({ length: 3_000 }, (_, index) => String(index)).join('\n');
  const written: readonly OutputFile[] = [
    { path: 'my dré/1.sql', content: 'SELECT 1;\n\n \n--> x' },
    { path: 'my dré/empty.sql', content: '' },
    {
      path: 'my dré/turned.json',
      content: lines,
      replaces: lines.split('\n').reverse().join('\n'),
    },
    {
      path: 'my dré/journal.json',
      content: '{\r\n"a": [1]\r\n}\r\n',
      replaces: '{\r\n"a": []\r\n}\r\n',
    },
    { path: 'my dré/same.json', content: lines, like: { path: 'my dré/old.json', content: lines } },
    {
      path: 'my dré/2.json',
      content: `x\n${lines}`,
      like: { path: 'my dré/old.json', content: lines },
    },
  ];

  it('is taken whatever the files and their names, pasted without its last line break', () => {
    const repository = createRepository();
    const standing = written.flatMap(({ path, replaces, like }) => [
      ...(replaces === undefined ? [] : [[path, replaces] as const]),
      ...(like === undefined ? [] : [[like.path, like.content] as const]),
    ]);
    repository.write(
      Object.fromEntries(standing.map(([path, text]) => [`mono "re\\po/${path}`, text])),
    );
    const patch = renderPatch(reportOf(plannedFiles(written), 'my dré'), 'mono "re\\po/');
    apply(repository.directory, patch.trimEnd());
    for (const { path, content } of written) {
      expect(readFileSync(join(repository.directory, 'mono "re\\po', path), 'utf8')).toBe(content);
    }
  });

  const hunks = '@@ -0,0 +1,1 @@\n+x';
  const [sql = { file: '', source: null, hunks }] = makePlannedFiles();
  it.each([
    ['a file elsewhere', { ...sql, file: '.github/workflows/x.yml' }],
    ['a file above', { ...sql, file: 'drizzle/../x' }],
    ['a copy of one elsewhere', { ...sql, source: '.env' }],
    ['a copy to elsewhere', { ...sql, file: '.github/workflows/x.yml', source: sql.file }],
    ['another file behind a hunk', { ...sql, hunks: `${hunks}\ndiff --git a/x b/x` }],
    ['one in the old style', { ...sql, hunks: `${hunks}\n--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+x` }],
    ['a hunk that is shorter than it says', { ...sql, hunks: '@@ -0,0 +1,2 @@\n+x' }],
    ['one that is none', { ...sql, hunks: 'rename from x' }],
  ])('is none of a report with %s', (_what, file) => {
    const report = reportOf([...makePlannedFiles(), file]);
    expect(renderPatch(report, '')).toBe('');
    expect(renderComment(report, context, 'default')).not.toContain('git apply');
  });

  const context = {
    ...{ repositoryUrl: null, commit: null, prefix: '', head: null, base: null },
    ...{ runUrl: 'https://github.example/acme/shop/actions/runs/7', pageOf: () => null },
  };

  it('is as it is in the comment, and where it is too long or strange only said to be', () => {
    const patchIn = (report: Report): string =>
      /```diff\n(diff --git[\s\S]*?)\n```/.exec(renderComment(report, context, 'default'))?.[1] ??
      '';
    const usual = reportOf(makePlannedFiles());
    expect(`${patchIn(usual)}\n`).toBe(renderPatch(usual, ''));
    const long = reportOf(plannedFiles([{ path: 'drizzle/1.sql', content: 'x'.repeat(30_000) }]));
    const strange = reportOf(plannedFiles([{ path: 'drizzle/1.sql', content: '\u202Ex' }]));
    for (const report of [long, strange]) {
      expect(patchIn(report)).toBe('');
      expect(renderComment(report, context, 'default')).toMatch(/As a patch it .*`patch-path`/);
    }
    expect(renderSummary(long, context)).toContain('diff --git');
    const commit = { sha: 'a'.repeat(40), files: [], checksWait: false };
    const done = renderComment(usual, context, 'default', { committed: commit });
    expect(done).not.toContain('git apply');
  });

  it('tells of one new file what it holds, for an editor', () => {
    for (const content of ['SELECT 1;\n\nSELECT 2;\n', 'SELECT 1;']) {
      const one = { path: 'drizzle/1.sql', content };
      expect(onlyNewFile(reportOf(plannedFiles([one])))).toEqual(one);
    }
    expect(onlyNewFile(reportOf(makePlannedFiles()))).toBeNull();
  });
});
