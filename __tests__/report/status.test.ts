import { describe, expect, it } from 'vitest';
import { EnvironmentError, UsageError } from '../../src/errors.ts';
import { exitCodeOf, exitCodeOfError } from '../../src/report/exit-code.ts';
import type { Finding, Hazard, Status } from '../../src/report/report.ts';
import {
  makeDrift,
  makeFinding,
  makeModels,
  makeProject,
  makeReport,
  makeUnknown,
} from './reports.ts';

describe('the status of a project', () => {
  const withDrift = (item: Parameters<typeof makeDrift>[0]): Status =>
    makeProject({ drift: [makeDrift(item)] }).status;
  const withFinding = (finding: Partial<Finding>): Status =>
    makeProject({ findings: [makeFinding(finding)] }).status;

  it('is drift only for what is introduced and of substance', () => {
    expect(withDrift({})).toBe('drift');
    expect(withDrift({ weight: 'form' })).toBe('ok');
    expect(withDrift({ introduced: false })).toBe('ok');
  });

  it('is drift when a model cannot be read', () => {
    const models = { ...makeModels(), unknowns: [makeUnknown()] };
    expect(makeProject({ models }).status).toBe('drift');
    const known = { ...models, unknowns: [makeUnknown({ introduced: false })] };
    expect(makeProject({ models: known }).status).toBe('ok');
    const finding = { rule: 'unreadable-model', severity: 'error', hazard: 'unreadable' } as const;
    expect(withFinding(finding)).toBe('drift');
  });

  it('is unsafe for a failure that was seen in a rehearsal', () => {
    expect(withFinding({ hazard: 'failure', severity: 'error', migration: '0001' })).toBe('unsafe');
  });

  it.each<[Hazard, Status]>([
    ['configuration', 'error'],
    ['unreadable', 'error'],
    ['failure', 'error'],
    ['data-loss', 'unsafe'],
    ['lock', 'unsafe'],
    ['rewrite', 'unsafe'],
    ['incompatibility', 'unsafe'],
    ['operations', 'unsafe'],
    ['security', 'unsafe'],
    ['design', 'unsafe'],
    ['drift', 'drift'],
  ])('of an error finding of hazard %s is %s; of a warning ok', (hazard, status) => {
    expect(withFinding({ hazard, severity: 'error' })).toBe(status);
    expect(withFinding({ hazard, severity: 'warning' })).toBe('ok');
  });

  it('is the worst of its parts', () => {
    const findings = [makeFinding({ severity: 'error', hazard: 'failure' })];
    expect(makeProject({ drift: [makeDrift()], findings }).status).toBe('error');
  });
});

describe('the status of a report', () => {
  it('is the worst of its projects and of its own findings', () => {
    const ok = makeProject();
    const drifted = makeProject({ drift: [makeDrift()] });
    expect(makeReport({ projects: [ok, drifted, ok] }).status).toBe('drift');
    const findings = [makeFinding({ severity: 'error' })];
    expect(makeReport({ projects: [drifted], findings }).status).toBe('error');
  });
});

describe('the exit code', () => {
  const error = (hazard: Hazard): Finding => makeFinding({ severity: 'error', hazard });

  it('is 0 in sync, 1 on drift and danger', () => {
    expect(exitCodeOf(makeReport())).toBe(0);
    expect(exitCodeOf(makeReport({ status: 'drift' }))).toBe(1);
    expect(exitCodeOf(makeReport({ status: 'unsafe' }))).toBe(1);
  });

  it('is 2 when only the configuration is wrong, 3 when there is no answer', () => {
    expect(exitCodeOf(makeReport({ findings: [error('configuration')] }))).toBe(2);
    expect(exitCodeOf(makeReport({ findings: [error('failure')] }))).toBe(3);
    const findings = [error('failure'), error('configuration')];
    expect(exitCodeOf(makeReport({ findings }))).toBe(3);
  });

  it('of what is thrown tells usage from the rest', () => {
    expect(exitCodeOfError(new UsageError('no such option'))).toBe(2);
    expect(exitCodeOfError(new EnvironmentError('no git', 'install git'))).toBe(3);
    expect(exitCodeOfError('odd')).toBe(3);
  });
});
