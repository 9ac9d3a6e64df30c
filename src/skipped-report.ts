// The report of a check that wasn't needed: nothing that models or migrations are made of changed.
import { REPORT_VERSION, type Report } from './report/report.ts';
import { count } from './report/words.ts';
import { version } from './version.ts';

/** `files` is how many changed, none of which matters; `base` is a commit. */
export function skippedReport(files: number, base: string, head: string | null): Report {
  const which = files === 0 ? 'no file changed' : `none of ${count(files, 'changed file')} is one`;
  return {
    version: REPORT_VERSION,
    status: 'ok',
    plumbline: version,
    head: { label: 'working tree', commit: head },
    base: { label: base.slice(0, 7), commit: base },
    timings: {},
    projects: [],
    findings: [
      {
        rule: 'nothing-changed',
        severity: 'note',
        hazard: 'configuration',
        message: `no models, no migrations and no configuration were to be checked: ${which} that a tool reads`,
        file: null,
        line: null,
      },
    ],
  };
}
