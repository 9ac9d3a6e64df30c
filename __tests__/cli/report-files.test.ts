// Where reports go when there is none: whoever reads a format or a file learns why.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../support/report-schema.ts';
import { temporaryDirectory } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

describe('a check that gives no answer', () => {
  it('tells it in the formats and files that were asked for', async () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'deep/plumbline.sarif');
    const { code, out, error } = await runPlumbline(
      ...['check', directory, '--config', 'none.yml', '--format', 'json'],
      ...['--report', `sarif=${file}`],
    );
    expect([code, error]).toEqual([2, expect.stringContaining('none.yml')]);
    expect(parseReport(out)).toMatchObject({ status: 'error', findings: [{ rule: 'usage' }] });
    expect(readFileSync(file, 'utf8')).toContain('"executionSuccessful": false');
    expect(readdirSync(join(directory, 'deep'))).toEqual(['plumbline.sarif']);
  });

  it('tells also which file could not be written, and leaves none half-written', async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, 'taken'));
    const { code, out, error } = await runPlumbline(
      ...['check', directory, '--config', 'none.yml'],
      ...['--report', `gitlab=${join(directory, 'taken')}`],
      ...['--report', `junit=${join(directory, 'junit.xml')}`],
    );
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/could not write .*taken[\s\S]*none\.yml/u);
    expect(readdirSync(directory)).toEqual(['junit.xml', 'taken']);
    expect(readFileSync(join(directory, 'junit.xml'), 'utf8')).toContain('none.yml');
  });
});
