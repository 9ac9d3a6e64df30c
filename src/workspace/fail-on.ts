// What a run fails on: what was asked for, else what plumbline.yml says, else the usual.
import { failOnOf, usualFailOn, type FailOn } from '../report/gate.ts';
import { openRevisions } from '../revision/open.ts';
import { readConfig } from '../settings/config.ts';
import type { WorkspaceOptions } from './workspace.ts';

type Where = Pick<WorkspaceOptions, 'directory' | 'base' | 'head' | 'configuredBy' | 'config'>;

/**
 * What was asked for by an option or an input (null for nothing) wins over the configuration that the
 * options speak of. Throws `UsageError` where that can't be read.
 */
export function failOnFor(asked: readonly FailOn[] | null, options: Where): readonly FailOn[] {
  if (asked !== null) return asked;
  const byBase = options.configuredBy === 'base';
  const { head, base } = openRevisions(
    options.directory,
    byBase ? options.base : null,
    options.head,
  );
  const said = readConfig(base ?? head, options.config)['fail-on'];
  const names = said === undefined ? usualFailOn : failOnOf([said].flat().join(','));
  return typeof names === 'string' ? usualFailOn : names;
}
