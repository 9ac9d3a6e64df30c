// @vitest-environment jsdom
// Mermaid itself reads every diagram: it needs a document, though it draws nothing here.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../src/report/markdown-diagram.ts';
import type {
  DiagramColumnReport,
  DiagramTableReport,
  SchemaDiffReport,
} from '../../src/report/report.ts';
import { makeSchemaDiff } from './reports.ts';

const golden = new URL('golden/markdown/', `file://${import.meta.dirname}/`);

/** Throws where Mermaid can't read it. */
async function parse(source: string): Promise<void> {
  expect(await mermaid.parse(source)).toMatchObject({ diagramType: 'er' });
}

const column = (more: Partial<DiagramColumnReport> = {}): DiagramColumnReport => {
  return { name: 'id', type: 'integer', keys: [], state: 'unchanged', change: null, ...more };
};

const table = (more: Partial<DiagramTableReport> = {}): DiagramTableReport => {
  return { table: 'public.t', state: 'changed', was: null, columns: [column()], more: 0, ...more };
};

const sourceOf = (diff: Partial<SchemaDiffReport>): string =>
  drawDiagram(makeSchemaDiff({ references: [], ...diff }))?.source ?? '';

describe('the diagram', () => {
  it('is read by Mermaid in every golden comment', async () => {
    const texts = readdirSync(golden).map((name) => readFileSync(new URL(name, golden), 'utf8'));
    const sources = texts.flatMap((text) =>
      [...text.matchAll(/^(`{3,})mermaid\n([^]*?)\n\1$/gm)].map(([, , source = '']) => source),
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) await parse(source);
  });

  it('is read whatever the names, the types and the words', async () => {
    const unit = fc.constantFrom(
      ...Array.from('"%\\<>&#;`{}[]()*_@|:-$\n\t\'.,→é漢😀'),
      ...['a', 'PK', 'fk', 'erDiagram', 'classDef', '%%{init: {}}%%', '-->', '```', '\u202E'],
    );
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit, maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const tables = [
          table({
            ...{ table: text, was: text },
            columns: [column({ name: text, type: text, keys: ['PK', 'FK', 'UK'], change: text })],
          }),
          table({ columns: [column({ name: text, type: text, state: 'changed', change: text })] }),
        ];
        const way = { columns: [text], optional: true, one: false, state: 'added' } as const;
        const references = [{ name: text, from: text, to: 'public.t', ...way }];
        const source = sourceOf({ tables, references });
        await parse(source);
        // As many lines as with any other name: nothing in it begins one.
        expect(source.split('\n')).toHaveLength(8);
      }),
      { numRuns: 200 },
    );
  });

  it('takes the words of keys for names', async () => {
    const names = ['PK', 'uk', 'pkey', 'uk_x', 'FK-a', 'a b', '1st', 'größe', 'ok'];
    const source = sourceOf({
      tables: [table({ columns: names.map((name) => column({ name })) })],
    });
    await parse(source);
    expect(source).toContain('integer \u02CDPK "called PK"');
    expect(source).toContain('integer a_b "called a b"');
    expect(source).toMatch(/integer ok$/m);
  });

  it('keeps Markdown and entities out of what is drawn', () => {
    const columns = [column({ name: '__a__', state: 'changed', change: '**b** #35; &lt;i> _c_d' })];
    const source = sourceOf({ tables: [table({ table: 'public._t_', columns })] });
    expect(source).not.toMatch(/[*#&<>]|\b_+\w|["( ]_/);
    expect(source).toContain('c_d');
  });

  it('shows at most 25 tables of 12 columns, those that change first, and counts the others', () => {
    const columns = Array.from({ length: 30 }, (_, index) =>
      column({ name: `c${String(index)}`, ...(index > 17 ? { state: 'added' } : {}) }),
    );
    const tables = Array.from({ length: 40 }, (_, index) =>
      table({ table: `public.t${String(index)}`, columns, more: 2 }),
    );
    const diagram = drawDiagram(makeSchemaDiff({ tables, references: [] }));
    expect(diagram?.hidden).toBe(15);
    expect(diagram?.source.match(/ c18 /g)).toHaveLength(25);
    expect(diagram?.source).not.toMatch(/ c17\b/);
    expect(diagram?.source).toContain('more columns "20 more"');
  });

  it('says how many of those left out change', () => {
    const columns = Array.from({ length: 14 }, () => column({ state: 'added' }));
    expect(sourceOf({ tables: [table({ columns })] })).toContain('"2 more, 2 of them changed"');
  });

  it('stays within what Mermaid reads', async () => {
    const long = '漢'.repeat(500);
    const columns = Array.from({ length: 12 }, () =>
      column({ name: long, type: long, state: 'changed', change: long }),
    );
    const tables = Array.from({ length: 25 }, (_, index) =>
      table({ table: `${long}${String(index)}`, columns }),
    );
    const references = Array.from({ length: 600 }, () => {
      const ends = { from: `${long}0`, to: `${long}1` };
      return {
        name: long,
        ...ends,
        columns: [],
        optional: false,
        one: true,
        state: 'added' as const,
      };
    });
    const source = sourceOf({ tables, references });
    expect(source.length).toBeLessThan(50_000);
    expect(source.match(/--/g)?.length).toBeLessThanOrEqual(100);
    await parse(source);
  });

  it('is none where no table changes', () => {
    expect(drawDiagram(makeSchemaDiff({ tables: [table({ state: 'unchanged' })] }))).toBeNull();
  });
});
