// A report around what was found, with its status and who made it.
import { REPORT_VERSION, type Report } from '../report/report.ts';
import { reportStatus } from '../report/status.ts';
import { version } from '../version.ts';

type Found = Pick<Report, 'findings'> & Partial<Omit<Report, 'version' | 'status' | 'plumbline'>>;

/** The report of what was found; what isn't given is nothing: no base, no projects, no timings. */
export function wholeReport({ findings, projects = [], ...rest }: Found): Report {
  const { head = { label: 'working tree', commit: null }, base = null, timings = {} } = rest;
  const status = reportStatus({ projects, findings });
  const made = { version: REPORT_VERSION, status, plumbline: version } as const;
  return { ...made, head, base, timings, projects, findings };
}
