import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { cases } from './cases.ts';
import { expectGolden } from './golden.ts';
import { makeDriftedProject, makeReport } from './reports.ts';

const plain = { color: false, verbose: false };

describe('text', () => {
  for (const [name, report] of Object.entries(cases)) {
    it(name, () => {
      expectGolden(`text/${name}.txt`, renderText(report, plain));
    });
  }

  it('shows all when verbose', () => {
    const report = cases['form-and-inherited'];
    expectGolden(
      'text/form-and-inherited.verbose.txt',
      renderText(report, { ...plain, verbose: true }),
    );
  });

  it('lets no control character of the repository through', () => {
    const text = renderText(cases.hostile, plain);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('colours the verdict only when asked to', () => {
    const report = makeReport();
    expect(renderText(report, { ...plain, color: true })).toContain('\u001B[32m');
    expect(renderText(report, plain)).not.toContain('\u001B');
  });

  it('cuts a long migration, and says so', () => {
    const up = Array.from({ length: 200 }, (_, index) => `SELECT ${index};`);
    const plan = {
      up,
      down: [],
      migrations: [],
      proved: true,
      file: 'a.sql',
      files: [],
      irreversible: [],
    };
    const report = makeReport({ projects: [makeDriftedProject({ plan })] });
    const text = renderText(report, plain);
    expect(text).not.toContain('SELECT 60;');
    expect(text).toContain('… 140 more lines; --verbose shows all');
    expect(renderText(report, { ...plain, verbose: true })).toContain('SELECT 199;');
  });
});
