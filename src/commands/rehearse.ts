// plumbline rehearse: one's own new migrations on rows, before anybody else sees them.
import { isAbsolute, relative, resolve, sep } from 'node:path';
import pc from 'picocolors';
import type { Invocation } from './invocation.ts';
import { rehearseProjects } from '../rehearse-projects.ts';
import { exitCodeOf, type ExitCode } from '../report/exit-code.ts';
import { renderJson } from '../report/json.ts';
import { paint } from '../report/text-paint.ts';
import { renderText } from '../report/text.ts';
import { traceLines } from '../report/text-trace.ts';

/** With files, these; else what base lacks. `--trace` shows what each statement did. */
export async function runRehearse({ args, surroundings, progress }: Invocation): Promise<ExitCode> {
  const files = args.files.map((file) => fromRoot(args.directory, file));
  const report = await rehearseProjects({ ...args, files, deadlineMs: args.timeoutMs }, progress);
  if (args.format === 'json') {
    surroundings.out(renderJson(report));
    return exitCodeOf(report);
  }
  const { color } = surroundings;
  if (args.trace) {
    const style = paint(pc.createColors(color));
    const lines = report.projects.flatMap((project) => traceLines(project, style));
    surroundings.out(lines.map((line) => `${line}\n`).join(''));
  }
  surroundings.out(renderText(report, { color, verbose: args.verbose }));
  return exitCodeOf(report);
}

/** As the report has it: POSIX, from the workspace's root. */
function fromRoot(directory: string, file: string): string {
  const path = isAbsolute(file) ? file : resolve(directory, file);
  return relative(directory, path).split(sep).join('/');
}
