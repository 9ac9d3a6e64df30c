// The report of a check that wasn't needed: nothing that models or migrations are made of changed, or another
// run checks what is newer.
import type { Finding, Report } from '../report/report.ts';
import { wholeReport } from './whole-report.ts';

/** `files` is how many changed, none of which matters; `base` is a commit. */
export function skippedReport(files: number, base: string, head: string | null): Report {
  const changed = files === 1 ? 'the one file' : `any of the ${String(files)} files`;
  const why = files === 0 ? 'no file changed' : `no tool reads ${changed} that changed`;
  return reportOf({
    rule: 'nothing-changed',
    message: `nothing had to be checked: ${why}`,
    head: { label: 'working tree', commit: head },
    base: { label: base.slice(0, 7), commit: base },
  });
}

/** `head` is the commit that is no longer the pull request's newest. */
export function supersededReport(head: string | null): Report {
  const which = head === null ? 'the commit' : head.slice(0, 7);
  return reportOf({
    rule: 'newer-commit',
    message: `${which} is no longer the pull request's head: the push that came after it has a run of its own`,
    head: { label: which, commit: head },
    base: null,
  });
}

type Skipped = Pick<Finding, 'rule' | 'message'> & Pick<Report, 'head' | 'base'>;

function reportOf({ rule, message, head, base }: Skipped): Report {
  const nowhere = { severity: 'note', hazard: 'configuration', file: null, line: null } as const;
  // Nothing else took any time since the process began.
  const timings = { total: Math.round(performance.now()) };
  return wholeReport({ head, base, timings, findings: [{ rule, message, ...nowhere }] });
}
