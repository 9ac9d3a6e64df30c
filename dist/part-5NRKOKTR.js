import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  messageOf,
  problemsOf
} from "./part-NN2BGZUA.js";
import {
  count
} from "./part-KH2B3PAS.js";
import {
  oneLine,
  readings
} from "./part-QBBLIP5F.js";

// src/formats/junit.ts
import { create } from "./vendor/xmlbuilder2.js";
var MATCH = ["missing-migration", "unreadable-model", "undecided-rename"];
var RUN = ["migration-failed", "migration-unreadable"];
var noAnswer = new Set(readings.map(({ id }) => id).filter((id) => !MATCH.includes(id)));
function renderJunit(report) {
  const problems = problemsOf(report).filter(({ silenced }) => silenced === null);
  const own = problems.filter(({ project }) => project === null);
  const suites = [
    ...own.length > 0 || report.projects.length === 0 ? [suiteOfWorkspace(report, own)] : [],
    ...report.projects.map(
      (project) => suiteOfProject(
        project,
        problems.filter((problem) => problem.project === project.id)
      )
    )
  ];
  return xmlOf(suites, report.timings["total"] ?? 0);
}
function suiteOfWorkspace(report, problems) {
  const failed = casesByRule(problems);
  const name = "the workspace can be read";
  const nothing = report.projects.length === 0 && failed.length === 0;
  const result = nothing ? { name, result: "skipped", about: "nothing to check", problems: [] } : { name, result: "passed", about: "", problems: [] };
  return {
    name: "workspace",
    cases: failed.length > 0 ? failed : [result],
    remarks: remarksOf(problems)
  };
}
function suiteOfProject(project, problems) {
  const rest = problems.filter(({ rule }) => !MATCH.includes(rule) && !RUN.includes(rule));
  return {
    name: project.id,
    cases: [
      migrationsRun(project, blocking(problems, RUN)),
      modelsMatch(project, blocking(problems, MATCH)),
      ...safe(project, casesByRule(rest))
    ],
    remarks: remarksOf(problems)
  };
}
function migrationsRun({ migrations }, problems) {
  const name = "migrations run";
  const { applied, total } = migrations;
  const about = `${String(applied)} of ${count(total, "migration")} ran`;
  const ran = applied >= total && problems.length === 0;
  return { name, about, problems, result: ran ? "passed" : "error" };
}
function modelsMatch(project, problems) {
  const name = "models match migrations";
  if (problems.length > 0) {
    const about = count(problems.length, "difference");
    return { name, about, problems, result: "failure" };
  }
  const reason = project.models === null ? "no models to compare" : project.status === "error" ? "not compared, for there are errors" : null;
  if (reason !== null) return { name, about: reason, problems, result: "skipped" };
  return { name, about: "", problems, result: "passed" };
}
function safe({ migrations }, failed) {
  if (failed.length > 0) return failed;
  const name = "new migrations are safe";
  const about = migrations.new.length === 0 ? "no migration is new" : "";
  return [{ name, about, problems: [], result: about === "" ? "passed" : "skipped" }];
}
function casesByRule(problems) {
  const rules = new Set(
    problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule)
  );
  return [...rules].map((rule) => {
    const found = blocking(problems, [rule]);
    const about = count(found.length, "finding");
    const result = noAnswer.has(rule) ? "error" : "failure";
    return { name: rule, about, problems: found, result };
  });
}
var blocking = (problems, rules) => problems.filter(({ rule, severity }) => severity === "error" && rules.includes(rule));
function remarksOf(problems) {
  return problems.filter(({ severity }) => severity !== "error").map(textOf);
}
function textOf(problem) {
  const { rule, file, line, severity } = problem;
  const place = file === null ? "" : ` ${oneLine(line === null ? file : `${file}:${line}`)}`;
  return `${severity}${place} [${rule}]
${messageOf(problem)}`;
}
function xmlOf(suites, ms) {
  const cases = suites.flatMap((suite) => suite.cases);
  const root = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\uFFFD" }).ele(
    "testsuites",
    {
      name: "plumbline",
      time: (ms / 1e3).toFixed(3),
      ...countsOf(cases)
    }
  );
  for (const { name, cases: own, remarks } of suites) {
    const skipped = own.filter(({ result }) => result === "skipped").length;
    const attributes = { name: oneLine(name), ...countsOf(own), skipped: String(skipped) };
    const suite = root.ele("testsuite", attributes);
    for (const one of own) {
      const testcase = suite.ele("testcase", {
        classname: `plumbline.${oneLine(name)}`,
        name: one.name,
        time: "0"
      });
      if (one.result === "skipped") testcase.ele("skipped").txt(one.about);
      else if (one.result !== "passed") {
        const text = one.problems.map(textOf).join("\n\n");
        testcase.ele(one.result, { type: one.name, message: one.about }).txt(text);
      }
    }
    if (remarks.length > 0) suite.ele("system-out").txt(remarks.join("\n\n"));
  }
  return `${root.end({ prettyPrint: true })}
`;
}
function countsOf(cases) {
  const number = (result) => String(cases.filter((one) => one.result === result).length);
  return { tests: String(cases.length), failures: number("failure"), errors: number("error") };
}
export {
  renderJunit
};
