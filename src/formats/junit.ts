// JUnit's XML as CI systems read it: a suite for each project, a test for each thing that is checked and for
// each kind of finding that blocks. There is no standard; the schema of Jenkins is what the others follow.
import { create } from 'xmlbuilder2';
import { readings } from '../findings/index.ts';
import { problemsOf, type Problem } from '../report/problems.ts';
import type { ProjectReport, Report } from '../report/report.ts';
import { oneLine } from '../report/visible.ts';
import { count } from '../report/words.ts';
import { messageOf } from './messages.ts';

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  /** What was said that fails nothing. */
  readonly remarks: readonly string[];
}

interface Case {
  readonly name: string;
  readonly result: 'passed' | 'skipped' | 'failure' | 'error';
  /** Why it is skipped, or what failed. */
  readonly about: string;
  readonly problems: readonly Problem[];
}

const MATCH = ['missing-migration', 'unreadable-model', 'undecided-rename'];
const RUN = ['migration-failed', 'migration-unreadable'];

/** An answer about the project is a failure; what kept one from being given is an error. */
const noAnswer = new Set(readings.map(({ id }) => id).filter((id) => !MATCH.includes(id)));

export function renderJunit(report: Report): string {
  const problems = problemsOf(report).filter(({ silenced }) => silenced === null);
  const own = problems.filter(({ project }) => project === null);
  const suites = [
    ...(own.length > 0 || report.projects.length === 0 ? [suiteOfWorkspace(report, own)] : []),
    ...report.projects.map((project) =>
      suiteOfProject(
        project,
        problems.filter((problem) => problem.project === project.id),
      ),
    ),
  ];
  return xmlOf(suites, report.timings['total'] ?? 0);
}

function suiteOfWorkspace(report: Report, problems: readonly Problem[]): Suite {
  const failed = casesByRule(problems);
  const name = 'the workspace can be read';
  const nothing = report.projects.length === 0 && failed.length === 0;
  const result: Case = nothing
    ? { name, result: 'skipped', about: 'nothing to check', problems: [] }
    : { name, result: 'passed', about: '', problems: [] };
  return {
    name: 'workspace',
    cases: failed.length > 0 ? failed : [result],
    remarks: remarksOf(problems),
  };
}

function suiteOfProject(project: ProjectReport, problems: readonly Problem[]): Suite {
  const rest = problems.filter(({ rule }) => !MATCH.includes(rule) && !RUN.includes(rule));
  return {
    name: project.id,
    cases: [
      migrationsRun(project, blocking(problems, RUN)),
      modelsMatch(project, blocking(problems, MATCH)),
      ...safe(project, casesByRule(rest)),
    ],
    remarks: remarksOf(problems),
  };
}

function migrationsRun({ migrations }: ProjectReport, problems: readonly Problem[]): Case {
  const name = 'migrations run';
  const { applied, total } = migrations;
  const about = `${String(applied)} of ${count(total, 'migration')} ran`;
  const ran = applied >= total && problems.length === 0;
  return { name, about, problems, result: ran ? 'passed' : 'error' };
}

/** What wasn't compared has not matched. */
function modelsMatch(project: ProjectReport, problems: readonly Problem[]): Case {
  const name = 'models match migrations';
  if (problems.length > 0) {
    const about = count(problems.length, 'difference');
    return { name, about, problems, result: 'failure' };
  }
  const reason =
    project.models === null
      ? 'no models to compare'
      : project.status === 'error'
        ? 'not compared, for there are errors'
        : null;
  if (reason !== null) return { name, about: reason, problems, result: 'skipped' };
  return { name, about: '', problems, result: 'passed' };
}

function safe({ migrations }: ProjectReport, failed: readonly Case[]): readonly Case[] {
  if (failed.length > 0) return failed;
  const name = 'new migrations are safe';
  const about = migrations.new.length === 0 ? 'no migration is new' : '';
  return [{ name, about, problems: [], result: about === '' ? 'passed' : 'skipped' }];
}

function casesByRule(problems: readonly Problem[]): readonly Case[] {
  const rules = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
  );
  return [...rules].map((rule) => {
    const found = blocking(problems, [rule]);
    const about = count(found.length, 'finding');
    const result = noAnswer.has(rule) ? 'error' : 'failure';
    return { name: rule, about, problems: found, result };
  });
}

const blocking = (problems: readonly Problem[], rules: readonly string[]): readonly Problem[] =>
  problems.filter(({ rule, severity }) => severity === 'error' && rules.includes(rule));

function remarksOf(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity !== 'error').map(textOf);
}

function textOf(problem: Problem): string {
  const { rule, file, line, severity } = problem;
  const place = file === null ? '' : ` ${oneLine(line === null ? file : `${file}:${line}`)}`;
  return `${severity}${place} [${rule}]\n${messageOf(problem)}`;
}

function xmlOf(suites: readonly Suite[], ms: number): string {
  const cases = suites.flatMap((suite) => suite.cases);
  // U+FFFE and the like are in no XML; control characters are escaped before they come here.
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }).ele(
    'testsuites',
    {
      name: 'plumbline',
      time: (ms / 1000).toFixed(3),
      ...countsOf(cases),
    },
  );
  for (const { name, cases: own, remarks } of suites) {
    const skipped = own.filter(({ result }) => result === 'skipped').length;
    const attributes = { name: oneLine(name), ...countsOf(own), skipped: String(skipped) };
    const suite = root.ele('testsuite', attributes);
    for (const one of own) {
      const testcase = suite.ele('testcase', {
        classname: `plumbline.${oneLine(name)}`,
        name: one.name,
        time: '0',
      });
      if (one.result === 'skipped') testcase.ele('skipped').txt(one.about);
      else if (one.result !== 'passed') {
        const text = one.problems.map(textOf).join('\n\n');
        testcase.ele(one.result, { type: one.name, message: one.about }).txt(text);
      }
    }
    if (remarks.length > 0) suite.ele('system-out').txt(remarks.join('\n\n'));
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, string>> {
  const number = (result: Case['result']): string =>
    String(cases.filter((one) => one.result === result).length);
  return { tests: String(cases.length), failures: number('failure'), errors: number('error') };
}
