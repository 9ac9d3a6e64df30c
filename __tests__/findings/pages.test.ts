// Every kind of finding has a page, and every page's examples are run: the bad one is found, the good one isn't.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { findingKinds, judgements, ofAllowances, readings } from '../../src/findings/index.ts';
import { readPage, titleOf } from '../../src/findings/pages.ts';
import { findingLines } from '../../src/report/text-findings.ts';
import { paint } from '../../src/report/text-paint.ts';
import { rules } from '../../src/rules/index.ts';
import { blocksOf, found } from './stories.ts';

const source = join(import.meta.dirname, '../../src');
const folder = join(source, 'findings');

/** What comes about only when Postgres ends amid the work has no example. */
const ABRUPT = ['not-judged'];
const told = judgements.filter(({ id }) => !ABRUPT.includes(id));

/** Which release comes first is told beside whatever breaks one. */
const BESIDES = ['deployment-order'];

let db: Database;
beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

describe.each(told)('$id', ({ id, severity, hazard }) => {
  it('is found in its bad example, and nothing else is', async () => {
    const file = join(folder, `${id}.md`);
    const page = readFileSync(file, 'utf8');
    const findings = await found(db, page, 'bad');
    const printed = findingLines(findings, paint(createColors(false))).join('\n') + '\n';
    const output = /```output\n([\s\S]*?)```/u;
    if (process.env['UPDATE'] === '1') {
      writeFileSync(
        file,
        page.replace(output, () => `\`\`\`output\n${printed}\`\`\``),
      );
    }
    const ids = new Set(findings.map(({ rule }) => rule));
    expect([...ids].filter((rule) => rule === id || !BESIDES.includes(rule))).toEqual([id]);
    expect(findings.find(({ rule }) => rule === id)).toMatchObject({ severity, hazard });
    expect(output.exec(readFileSync(file, 'utf8'))?.[1]).toBe(printed);
  });

  it('is not found in its good example, where nothing is an error', async () => {
    const findings = await found(db, readPage(id), 'good');
    expect(findings.filter(({ severity: own, rule }) => own === 'error' || rule === id)).toEqual(
      [],
    );
  });
});

describe('the registry', () => {
  it('has a page for every kind, and a kind for every page', () => {
    const pages = ['rules', 'findings'].flatMap((room) =>
      readdirSync(join(source, room)).filter((name) => name.endsWith('.md')),
    );
    const ids = findingKinds.map(({ id }) => id);
    expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has pages with all their parts', () => {
    for (const { id } of [...judgements, ...ofAllowances, ...readings]) {
      const page = readPage(id);
      expect(titleOf(page), id).not.toBe('');
      const headings = [...page.matchAll(/^## (.*)$/gmu)].map(([, text]) => text);
      const parts = ['What', 'Why it hurts', 'Instead'];
      const isTold = told.some((kind) => kind.id === id);
      expect(headings, id).toEqual(isTold ? [...parts, 'Example'] : parts);
      const words = blocksOf(page).map(({ word }) => word);
      expect(words.includes('bad') && words.includes('good'), id).toBe(isTold);
    }
  });

  it('holds every id that the source gives a finding, and no other', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !/^(?:rules|catalog|findings)\//.test(file));
    const texts = files.map((file) => readFileSync(join(source, file), 'utf8'));
    // As a property, or as the first argument of a file's own `finding`, `note`.
    const given = texts.flatMap((text) => [
      ...[...text.matchAll(/\brule: '([a-z-]+)'/gu)].map(([, id]) => id),
      ...[...text.matchAll(/\b(?:finding|note)\(\s*'([a-z-]+)'/gu)].map(([, id]) => id),
      ...[...text.matchAll(/\bconst rule = (.*);/gu)].flatMap(([, value = '']) =>
        [...value.matchAll(/'([a-z-]+)'/gu)].map(([, id]) => id),
      ),
    ]);
    const others = [...judgements, ...ofAllowances, ...readings].map(({ id }) => id);
    expect([...new Set(given)].sort()).toEqual([...others].sort());
    expect(rules.map(({ id }) => id).filter((id) => others.includes(id))).toEqual([]);
  });

  it('is listed in the README', () => {
    const readme = join(source, '../README.md');
    const block = /<!-- rules -->\n[\s\S]*?<!-- \/rules -->/u;
    const text = readFileSync(readme, 'utf8');
    const hazards = [...new Set(findingKinds.map(({ hazard }) => hazard))];
    const isRule = new Set(rules.map(({ id }) => id));
    const lines = hazards.map((hazard) => {
      const own = findingKinds.filter((kind) => kind.hazard === hazard);
      const links = own.map(
        ({ id }) => `[\`${id}\`](src/${isRule.has(id) ? 'rules' : 'findings'}/${id}.md)`,
      );
      return `- **${hazard}**: ${links.join(', ')}`;
    });
    const wanted = `<!-- rules -->\n\n${lines.join('\n')}\n\n<!-- /rules -->`;
    if (process.env['UPDATE'] === '1') {
      writeFileSync(
        readme,
        text.replace(block, () => wanted),
      );
    }
    expect(block.exec(readFileSync(readme, 'utf8'))?.[0]).toBe(wanted);
  });
});
