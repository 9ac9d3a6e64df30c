// What is proposed to be committed: real checks of small projects, once as they are and once with the files.
import { describe, expect, it } from 'vitest';
import { checkAndPropose } from '../../src/proposal.ts';
import type { Proposal } from '../../src/proposal.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { createRepository } from '../support/repository.ts';

const table = (columns: string): string =>
  `CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL${columns}\n);\n`;

async function propose(
  { models, columns = '' }: { readonly models: string; readonly columns?: string },
  files: Readonly<Record<string, string>> = {},
): Promise<Proposal | null> {
  const repository = createRepository();
  const migrations = [['0000_init', table(columns)]] as const;
  const before = oneTable(columns === '' ? '' : '  a: text(),');
  repository.write(drizzleProject({ models: before, migrations }));
  const base = repository.commit('base');
  repository.write({ ...drizzleProject({ models: oneTable(models), migrations }), ...files });
  const silent = { phase: () => undefined, done: () => undefined };
  const { directory } = repository;
  const options = { directory, base, projects: [], config: null, deadlineMs: 120_000 };
  const { proposal } = await checkAndPropose({ ...options, propose: true }, silent);
  return proposal;
}

describe('a proposal', () => {
  it.each([
    [
      'a drop that nobody decided',
      { models: '', columns: ', "a" text' },
      {},
      /a loses its values, and nobody said/,
    ],
    [
      'what may be a rename',
      { models: '  b: text(),', columns: ', "a" text' },
      {},
      /rename must be decided/,
    ],
    [
      'a type that keeps not all',
      { models: '  a: integer(),', columns: ', "a" text' },
      {},
      /from text to integer may not keep every value/,
    ],
  ])('is refused for %s', async (_name, project, files, why) => {
    const proposal = await propose(project, files);
    expect(proposal?.refusals).toEqual([expect.stringMatching(why)]);
  });

  it('judges the migration itself, where somebody decided to drop', async () => {
    const config = { 'plumbline.yml': 'renames: { t.a: null }\n' };
    const proposal = await propose({ models: '', columns: ', "a" text' }, config);
    expect(proposal?.refusals).toEqual([
      expect.stringMatching(/release .* still .*used-column-gone/),
    ]);
    expect(proposal?.files[0]?.content).toContain('DROP COLUMN "a"');
  });
});
