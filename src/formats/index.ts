// The registry of formats: what makes a text of a report, by name.
import { renderJson } from '../report/json.ts';
import { renderSummary } from '../report/markdown.ts';
import { renderPatch } from '../report/patch.ts';
import type { Report } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import type { FormatContext, Render } from './format.ts';
import { renderGitlab } from './gitlab.ts';
import type { FormatName } from './names.ts';
import { renderRdjson, renderRdjsonl } from './rdjson.ts';
import { renderSarif } from './sarif.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

const renderers: Readonly<Record<FormatName, Render>> = {
  text: (report, { text }) => renderText(report, text),
  json: renderJson,
  markdown: renderSummary,
  sarif: renderSarif,
  rdjson: renderRdjson,
  rdjsonl: renderRdjsonl,
  gitlab: renderGitlab,
  // Nobody else needs a library for XML.
  junit: async (report) => (await import('./junit.ts')).renderJunit(report),
  github: renderWorkflowCommands,
  patch: (report, { prefix }) => renderPatch(report, prefix),
};

/** The report in a format, as a whole document that ends with a line break. */
export async function renderAs(
  format: FormatName,
  report: Report,
  context: FormatContext,
): Promise<string> {
  return renderers[format](report, context);
}
