// What a format is given besides the report.
import type { FailOn } from '../report/gate.ts';
import type { MarkdownContext } from '../report/markdown-context.ts';
import type { Report } from '../report/report.ts';
import type { TextOptions } from '../report/text.ts';

/** Where the report was made, and where it goes. */
export interface FormatContext extends MarkdownContext {
  /** From the current directory to the one that was checked: `packages/api/`, or empty. */
  readonly fromHere: string;
  /** The projects that were asked for; empty for all. */
  readonly projects: readonly string[];
  /** False where whoever reads it takes what is silenced for something to mend. */
  readonly tellsSilenced: boolean;
  /** What the check is to fail on; absent where nobody says. */
  readonly failOn?: readonly FailOn[];
  readonly text: TextOptions;
}

export type Render = (report: Report, context: FormatContext) => string | Promise<string>;
