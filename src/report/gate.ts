// What makes a check fail: drift, drift that base has, unsafe migrations and warnings, judged apart, for
// a report's status tells only the worst. A check without an answer always fails.
import type { Report } from './report.ts';
import { groupDrift, isDrifted, statusOfFinding } from './status.ts';
import { allFindings, driftVerdict, unsafeSteps } from './verdict.ts';
import { count } from './words.ts';

/** What can be asked for; `none` stands alone. */
export const failOnNames = ['drift', 'inherited', 'unsafe', 'warning', 'none'] as const;

export type FailOn = (typeof failOnNames)[number];

/** Where nobody says otherwise. */
export const usualFailOn: readonly FailOn[] = ['drift', 'unsafe'];

/** Names separated by commas or line breaks; what is wrong with them, in words, where something is. */
export function failOnOf(text: string): readonly FailOn[] | string {
  const words = text.split(/[\n,]/).map((word) => word.trim());
  const names = words.filter((word) => word !== '');
  const strange = names.filter((name) => !isFailOn(name));
  if (strange.length > 0) return `${strange.join(', ')} is none of ${failOnNames.join(', ')}`;
  if (names.length === 0) return `say one or more of ${failOnNames.join(', ')}`;
  if (names.includes('none') && names.length > 1) return 'none stands alone';
  return names.filter(isFailOn);
}

const isFailOn = (name: string): name is FailOn => failOnNames.some((known) => known === name);

/** Why the check fails, a clause each (`2 warnings`); none where it passes. */
export function failuresOf(report: Report, failOn: readonly FailOn[]): readonly string[] {
  if (report.status === 'error') return ['there is no answer'];
  return failOn.flatMap((name) => REASONS[name](report) ?? []);
}

const REASONS: Readonly<Record<FailOn, (report: Report) => string | null>> = {
  drift: (report) => (hasDrift(report) ? driftVerdict(report) : null),
  inherited: ({ projects }) => {
    const items = projects.flatMap(({ drift }) => groupDrift(drift).inherited);
    const changes = items.filter(({ weight }) => weight === 'substance').length;
    const verb = changes === 1 ? 'lacks' : 'lack';
    return changes === 0 ? null : `${count(changes, 'change')} of base ${verb} a migration`;
  },
  unsafe: (report) => {
    const unsafe = unsafeSteps(report);
    const verb = unsafe === 1 ? 'is' : 'are';
    return unsafe === 0 && report.status !== 'unsafe'
      ? null
      : `${count(unsafe, 'step')} of the new migrations ${verb} unsafe`;
  },
  warning: (report) => {
    const warnings = allFindings(report).filter(({ severity }) => severity === 'warning').length;
    return warnings === 0 ? null : count(warnings, 'warning');
  },
  none: () => null,
};

function hasDrift({ status, projects, findings }: Report): boolean {
  return (
    status === 'drift' ||
    projects.some(isDrifted) ||
    findings.some((finding) => statusOfFinding(finding) === 'drift')
  );
}
