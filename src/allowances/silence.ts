// Findings that a comment allows: set aside with its reason. An allowance that isn't one, or that is for
// nothing, is a finding itself.
import type { Finding, SilencedFinding } from '../report/report.ts';
import type { Allowance } from './read.ts';

export interface SilenceOptions {
  /** Those of new migrations. */
  readonly allowances: readonly Allowance[];
  /** Those of others: what is wrong with them isn't told. */
  readonly older?: readonly Allowance[];
  /** `2026-11-22`, in UTC. */
  readonly today: string;
  /** Null for the id of something that can be allowed; else what to say of it. */
  readonly refuse: (rule: string) => string | null;
  /** Whether findings of a rule would have been seen, had there been any for what is allowed. */
  readonly wasJudged: (rule: string, allowance: Allowance) => boolean;
  /** Findings that are told by others: an allowance for them is for something. */
  readonly alsoFound?: readonly Finding[];
}

export interface Silenced {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/** Takes out what is allowed, and adds what is wrong with the allowances. */
export function silence(findings: readonly Finding[], options: SilenceOptions): Silenced {
  const { allowances, older = [], alsoFound = [] } = options;
  const effective = [...allowances, ...older].filter((one) => isEffective(one, options));
  const kept: Finding[] = [];
  const silenced: SilencedFinding[] = [];
  for (const said of findings) {
    const allowance = effective.find((one) => allows(one, said));
    if (allowance === undefined) kept.push(said);
    else silenced.push({ ...said, silenced: byWhom(allowance) });
  }
  const known = [...findings, ...alsoFound];
  const wrong = allowances.flatMap((one) => mistakesOf(one, known, options));
  return { findings: [...kept, ...wrong], silenced };
}

const isEffective = (one: Allowance, { today }: SilenceOptions): boolean =>
  one.mistake === null && one.reason !== null && !isOver(one, today);

const isOver = ({ until }: Allowance, today: string): boolean => until !== null && until < today;

function allows({ rules, file, scope, about }: Allowance, said: Finding): boolean {
  const { line } = said;
  if (said.file !== file || !rules.includes(said.rule)) return false;
  return (
    scope === 'file' || (about !== null && line !== null && line >= about.from && line <= about.to)
  );
}

function byWhom({ reason, until, file, line }: Allowance): SilencedFinding['silenced'] {
  return { reason: reason ?? '', until, file, line };
}

/** One thing at a time: what is wrong with its text, then with what it says. */
function mistakesOf(
  one: Allowance,
  findings: readonly Finding[],
  { today, refuse, wasJudged }: SilenceOptions,
): Finding[] {
  const { mistake, reason, until, rules } = one;
  if (mistake !== null) {
    return [finding('allowance-malformed', one, `This allows nothing: ${mistake}.`)];
  }
  const unknown = rules.flatMap((rule) => {
    const why = refuse(rule);
    return why === null ? [] : [finding('allowance-unknown-rule', one, `${capital(why)}.`)];
  });
  const names = rules.filter((rule) => refuse(rule) === null);
  if (names.length === 0) return unknown;
  if (reason === null) {
    const message = `This allows nothing, as it gives no reason: say why ${names.join(', ')} does no harm here, reason="…".`;
    return [...unknown, finding('allowance-without-reason', one, message)];
  }
  if (isOver(one, today)) {
    const message = `This allowed ${names.join(', ')} until ${until ?? ''} (${reason}), and does not any more: mend what it was for, or give it a later day.`;
    return [...unknown, finding('allowance-expired', one, message)];
  }
  const idle = names.filter(
    (rule) =>
      wasJudged(rule, one) && !findings.some((said) => allows({ ...one, rules: [rule] }, said)),
  );
  if (idle.length === 0) return unknown;
  const where = one.scope === 'file' ? 'this file' : 'this statement';
  const message = `Nothing is found here of ${idle.join(', ')}, so there is nothing to allow for ${where}: take it out, lest it hides what comes later.`;
  return [...unknown, finding('allowance-unused', one, message)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function finding(rule: string, { file, line }: Allowance, message: string): Finding {
  return { rule, severity: 'warning', hazard: 'configuration', message, file, line };
}
