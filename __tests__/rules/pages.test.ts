// Every rule's page is run: its bad example gives the output that the page shows, its good one no error.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { findingLines } from '../../src/report/text-findings.ts';
import { paint } from '../../src/report/text-paint.ts';
import { rules } from '../../src/rules/index.ts';
import { titleOf } from '../../src/findings/pages.ts';
import { beforeOf, levelFor, scripts } from './page.ts';
import { judged, type Told } from './rehearsed.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const fileOf = (id: string): string => join(folder, `${id}.md`);
const read = (id: string): string => readFileSync(fileOf(id), 'utf8');

function run(id: string, page: string, word: string): Promise<Told> {
  const migrations = scripts(page, word);
  const postgres = new RegExp(`\`\`\`yaml ${word}\\npostgres: (\\d+)`, 'u').exec(page)?.[1];
  return judged({
    ...{ before: beforeOf(id), migrations, settings: { level: levelFor(id) } },
    postgres: postgres === undefined ? null : Number(postgres),
  });
}

/** Other facts that may be true of the same statement. */
const BESIDES = [
  'depends-on-data',
  'type-change-rewrite',
  'add-check',
  'statistics-lost',
  'superuser-only',
];

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  it('is found in its bad example, and nothing else is', async () => {
    const page = read(id);
    const { findings } = await run(id, page, 'bad');
    const printed = findingLines(findings, paint(createColors(false))).join('\n') + '\n';
    if (process.env['UPDATE'] === '1') {
      writeFileSync(
        fileOf(id),
        page.replace(/```output\n[\s\S]*?```/u, () => `\`\`\`output\n${printed}\`\`\``),
      );
    }
    const told = new Set(findings.map(({ rule }) => rule));
    expect([...told].filter((rule) => rule === id || !BESIDES.includes(rule))).toEqual([id]);
    expect(/```output\n([\s\S]*?)```/u.exec(read(id))?.[1]).toBe(printed);
  });

  it('is not found in its good example, which no rule calls an error', async () => {
    const { trace, findings } = await run(id, read(id), 'good');
    expect(findings.filter(({ severity, rule }) => severity === 'error' || rule === id)).toEqual(
      [],
    );
    const failed = trace.migrations.flatMap(({ statements }) =>
      statements
        .filter(({ outcome }) => outcome.kind === 'failed')
        .map(({ outcome }) => outcome.error),
    );
    expect(failed).toEqual([]);
  });
});

describe('the registry', () => {
  it('has one rule in a file of its name, of 80 lines at most, and a page with all its parts', () => {
    for (const { id } of rules) {
      const lines = readFileSync(join(folder, `${id}.ts`), 'utf8').split('\n').length - 1;
      expect(lines, id).toBeLessThanOrEqual(80);
      const page = read(id);
      expect(titleOf(page), id).not.toBe('');
      const headings = [...page.matchAll(/^## (.*)$/gmu)].map(([, text]) => text);
      expect(headings, id).toEqual(['What', 'Why it hurts', 'Instead', 'Example']);
      for (const word of ['before', 'bad', 'good']) expect(scripts(page, word), id).not.toEqual([]);
    }
  });
});
