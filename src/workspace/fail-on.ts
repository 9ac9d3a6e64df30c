// What a run fails on: what was asked for, else what plumbline.yml says, else the usual.
import { failOnOf, usualFailOn, type FailOn } from '../report/gate.ts';
import { openDirectory, openRevisions } from '../revision/open.ts';
import type { Revision } from '../revision/revision.ts';
import { readConfig } from '../settings/config.ts';
import type { WorkspaceOptions } from './workspace.ts';

type Where = Pick<WorkspaceOptions, 'directory' | 'base' | 'head' | 'configuredBy' | 'config'>;

/**
 * What was asked for by an option or an input (null for nothing) wins over the configuration that the
 * options speak of. Throws `UsageError` where that can't be read.
 */
export function failOnFor(asked: readonly FailOn[] | null, options: Where): readonly FailOn[] {
  if (asked !== null) return asked;
  const said = readConfig(configured(options), options.config)['fail-on'];
  const names = said === undefined ? usualFailOn : failOnOf([said].flat().join(','));
  return typeof names === 'string' ? usualFailOn : names;
}

/** The revision whose configuration counts. Of a working tree git need not be asked what it was opened for. */
function configured({ directory, base, head = null, configuredBy }: Where): Revision {
  const byBase = configuredBy === 'base' && base !== null;
  if (head === null && !byBase) return openDirectory(directory);
  const opened = openRevisions(directory, byBase ? base : null, head);
  return opened.base ?? opened.head;
}
