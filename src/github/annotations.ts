// What to show at the lines of the changed files: the worst first, within GitHub's limit.
import type { AnnotationProperties } from '@actions/core';
import type { ProjectReport, Report, Severity } from '../report/report.ts';
import { groupDrift } from '../report/status.ts';
import { allFindings } from '../report/verdict.ts';
import { manyLines, oneLine } from '../report/visible.ts';

export interface Annotation {
  readonly severity: Severity;
  readonly message: string;
  readonly properties: AnnotationProperties;
}

// GitHub shows ten of a kind for each step, and the step's own failure is one of them:
// https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
const ANNOTATIONS_MOST = 9;
const MESSAGE_LENGTH = 4_000;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** `prefix` leads from the repository's root to the checked directory. */
export function annotationsOf(report: Report, prefix: string): readonly Annotation[] {
  const findings = allFindings(report).map(({ severity, message, rule, file, line }) =>
    annotation({ severity, message, title: rule, file, line }),
  );
  return [...findings, ...report.projects.flatMap(annotationsOfProject)]
    .filter(({ properties }) => properties.file !== undefined)
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, ANNOTATIONS_MOST)
    .map((item) => ({
      ...item,
      properties: { ...item.properties, file: `${prefix}${item.properties.file ?? ''}` },
    }));
}

function annotationsOfProject(project: ProjectReport): readonly Annotation[] {
  const told = new Set(project.findings.map(({ file, line }) => `${file ?? ''}:${line ?? ''}`));
  const unknowns = (project.models?.unknowns ?? [])
    .filter(({ file, line }) => !told.has(`${file ?? ''}:${line ?? ''}`))
    .map(({ object, reason, file, line, introduced }) =>
      annotation({
        severity: introduced ? 'error' : 'warning',
        message: `${object ?? 'Part of the models'} can't be read: ${reason}`,
        title: 'unreadable-model',
        file,
        line,
      }),
    );
  const missing = groupDrift(project.drift).blocking.map((item) =>
    annotation({
      severity: 'error',
      message: `No migration does this: ${item.op} ${item.kind} ${item.object} (${item.reason})`,
      title: 'missing-migration',
      file: item.model?.file ?? null,
      line: item.model?.line ?? null,
    }),
  );
  return [...missing, ...unknowns];
}

function annotation(item: {
  readonly severity: Severity;
  readonly message: string;
  readonly title: string;
  readonly file: string | null;
  readonly line: number | null;
}): Annotation {
  return {
    severity: item.severity,
    message: manyLines(item.message).slice(0, MESSAGE_LENGTH),
    properties: {
      title: `Plumbline: ${oneLine(item.title)}`,
      ...(item.file === null ? {} : { file: item.file }),
      ...(item.line === null ? {} : { startLine: item.line }),
    },
  };
}
