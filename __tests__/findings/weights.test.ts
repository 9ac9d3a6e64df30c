// How much judgements weigh: as the configuration says, by path; what rules said has its weight already.
import { expect, it } from 'vitest';
import type { Finding } from '../../src/report/report.ts';
import { noSuchRule, ruleSettingsOf, weighed } from '../../src/settings/rule-settings.ts';
import type { Project } from '../../src/tools/tool.ts';
import { findingKinds } from '../../src/findings/index.ts';

const finding = (rule: string, file: string | null): Finding => ({
  ...{ rule, severity: 'error', hazard: 'drift', message: '', line: 1 },
  file,
});

const PLACE = { file: 'plumbline.yml', line: 1 };

const project = (config: Parameters<typeof ruleSettingsOf>[0]): Project => ({
  ...{ id: 'app', root: '', tool: 'sql', configFile: null, models: [], migrations: 'migrations' },
  ...{ ignore: [], env: {}, settings: {}, rules: ruleSettingsOf(config, () => PLACE) },
});

const told = (config: Parameters<typeof ruleSettingsOf>[0]): string[] =>
  weighed(
    [
      finding('migration-edited', 'migrations/0001.sql'),
      finding('migration-edited', 'migrations/0002.sql'),
      finding('merge-conflict', null),
      finding('drop-table', 'migrations/0002.sql'),
      finding('migration-failed', 'migrations/0002.sql'),
    ],
    project(config),
    '2026-11-23',
  ).map(({ rule, severity }) => `${severity}:${rule}`);

const OTHERS = ['error:drop-table', 'error:migration-failed'];

it('judgements weigh what the configuration says', () => {
  const edited = ['error:migration-edited', 'error:migration-edited'];
  expect(told({})).toEqual([...edited, 'error:merge-conflict', ...OTHERS]);
  expect(told({ 'merge-conflict': 'off', 'migration-edited': 'note' })).toEqual([
    ...['note:migration-edited', 'note:migration-edited'],
    ...OTHERS,
  ]);
  expect(told({ 'migration-edited': { level: 'off', paths: '**/0001.sql' } })).toEqual([
    ...['error:migration-edited', 'error:merge-conflict'],
    ...OTHERS,
  ]);
});

it('what rules said is left as it is', () => {
  expect(told({ 'drop-table': 'off' })).toContain('error:drop-table');
});

it('what tells how a project was read has no weight to set, and says so', () => {
  expect(noSuchRule('migration-failed')).toMatch(/^migration-failed tells how .* can't be set$/u);
  expect(noSuchRule('migration-editd')).toContain('did you mean migration-edited?');
  expect(noSuchRule('migration-faild', findingKinds)).toContain('did you mean migration-failed?');
});
