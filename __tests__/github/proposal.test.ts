// What is proposed to be committed: real checks of small projects, once as they are and once with the files.
import { describe, expect, it } from 'vitest';
import { checkAndPropose } from '../../src/proposal.ts';
import type { Proposal, ProposedCheck } from '../../src/proposal.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { createRepository } from '../support/repository.ts';

const table = (columns: string): string =>
  `CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL${columns}\n);\n`;

interface Changed {
  readonly models: string;
  readonly columns?: string;
}

async function propose(projects: readonly Changed[], config?: string): Promise<Proposal | null> {
  return (await proposed(projects, config)).proposal;
}

async function proposed(projects: readonly Changed[], config?: string): Promise<ProposedCheck> {
  const repository = createRepository();
  const write = (change: boolean): void => {
    for (const [index, { models, columns = '' }] of projects.entries()) {
      const migrations = [['0000_init', table(columns)]] as const;
      const before = oneTable(columns === '' ? '' : '  a: text(),');
      const files = drizzleProject({ models: change ? oneTable(models) : before, migrations });
      const root = `p${String(index)}`;
      const below = Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]);
      repository.write(Object.fromEntries(below) as Record<string, string>);
    }
  };
  write(false);
  const base = repository.commit('base');
  write(true);
  if (config !== undefined) repository.write({ 'p0/plumbline.yml': config });
  const silent = { phase: () => undefined, done: () => undefined };
  const directory = config === undefined ? repository.directory : `${repository.directory}/p0`;
  const options = { directory, base, projects: [], config: null, deadlineMs: 120_000 };
  return checkAndPropose({ ...options, propose: true }, silent);
}

describe('a proposal', () => {
  it('is refused for what a person must decide or see first', async () => {
    const columns = ', "a" text';
    const [drop, rename, narrower] = [
      { models: '', columns },
      { models: '  b: text(),', columns },
      { models: '  a: integer(),', columns },
    ];
    const proposal = await propose([drop, rename, narrower]);
    expect(proposal?.refusals).toEqual([
      expect.stringMatching(/a loses its values, and nobody said/),
      expect.stringMatching(/rename must be decided/),
      expect.stringMatching(/from text to integer may not keep every value/),
    ]);
    expect(proposal?.files).toEqual([]);
  });

  it('judges the migration itself, where somebody decided to drop', async () => {
    const decided = 'renames: { t.a: null }\n';
    const proposal = await propose([{ models: '', columns: ', "a" text' }], decided);
    expect(proposal?.refusals).toEqual([
      expect.stringMatching(/release .* still .*used-column-gone/),
    ]);
    expect(proposal?.files[0]?.content).toContain('DROP COLUMN "a"');
  });

  it('is refused where there is no answer, as where its file would be read as other statements', async () => {
    const models = "  a: text().default('x--> statement-breakpoint y'),";
    const { report, proposal } = await proposed([{ models }]);
    expect(proposal).toBeNull();
    expect(report.status).toBe('error');
    const [project] = report.projects;
    expect(project?.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      expect.stringMatching(/^plan-not-proved: no migration is shown, .* reads back otherwise/),
    ]);
    expect(project?.plan).toMatchObject({ up: [], migrations: [], files: [], proved: false });
  });
});
