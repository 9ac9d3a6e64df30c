// The list of rules and their pages, as a checkout and as dist print them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../../src/findings/index.ts';
import { readPage } from '../../src/findings/pages.ts';
import { runPlumbline } from './run.ts';

describe('plumbline rules', () => {
  it('lists every kind of finding once, with how much it weighs', async () => {
    const { code, out } = await runPlumbline('rules');
    expect(code).toBe(0);
    for (const { id, severity } of findingKinds) {
      expect(out.match(new RegExp(`^  ${severity} +${id}  `, 'gmu')), id).toHaveLength(1);
    }
  });
});

describe('plumbline explain', () => {
  it('shows the page of a rule from dist', () => {
    const cli = join(import.meta.dirname, '../../build/dist/cli.js');
    const { status, stdout } = spawnSync(process.execPath, [cli, 'explain', 'drop-table'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: readPage('drop-table') });
  });

  it('names the nearest rule where there is none of that name', async () => {
    const { code, error } = await runPlumbline('explain', 'drop-tabel');
    expect({ code, error }).toEqual({
      code: 2,
      error:
        'plumbline: there is no rule drop-tabel; did you mean drop-table? `plumbline rules` lists them\n',
    });
  });
});
