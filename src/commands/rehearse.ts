// plumbline rehearse: one's own new migrations on rows, before anybody else sees them.
import { isAbsolute, relative, resolve, sep } from 'node:path';
import pc from 'picocolors';
import type { Invocation } from './invocation.ts';
import { tellReport } from './tell-report.ts';
import { rehearseProjects } from '../rehearse-projects.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { paint } from '../report/text-paint.ts';
import { traceLines } from '../report/text-trace.ts';

/** With files, these; else what base lacks. `--trace` shows what each statement did. */
export function runRehearse(invocation: Invocation): Promise<ExitCode> {
  const { args, surroundings, progress } = invocation;
  const files = args.files.map((file) => fromRoot(args.directory, file));
  return tellReport(invocation, async () => {
    const report = await rehearseProjects({ ...args, files, deadlineMs: args.timeoutMs }, progress);
    if (args.trace && args.format === 'text') {
      const style = paint(pc.createColors(surroundings.color));
      const lines = report.projects.flatMap((project) => traceLines(project, style));
      surroundings.out(lines.map((line) => `${line}\n`).join(''));
    }
    return report;
  });
}

/** As the report has it: POSIX, from the workspace's root. */
function fromRoot(directory: string, file: string): string {
  const path = isAbsolute(file) ? file : resolve(directory, file);
  return relative(directory, path).split(sep).join('/');
}
