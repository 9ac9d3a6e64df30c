// The few colours a terminal report uses, by meaning.
import type { Severity, Status } from './report.ts';

/** What of picocolors is used here. */
interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export interface Paint {
  readonly status: (status: Status, text: string) => string;
  readonly severity: (severity: Severity) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly code: (text: string) => string;
}

export function paint(colors: Colors): Paint {
  const severities = { error: colors.red, warning: colors.yellow, note: colors.cyan };
  return {
    status: (status, text) => colors.bold(status === 'ok' ? colors.green(text) : colors.red(text)),
    severity: (severity) => severities[severity](severity),
    strong: colors.bold,
    faint: colors.dim,
    code: colors.cyan,
  };
}
