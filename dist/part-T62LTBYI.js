import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  exitCodeOf,
  failOnFor,
  failureReport,
  pageUrl,
  renderAs,
  version
} from "./part-PSIHFTXM.js";
import {
  writeOutput
} from "./part-IEVQ3TVD.js";
import {
  failuresOf,
  prefixOf,
  usualFailOn
} from "./part-LPKWZ24V.js";
import {
  messageOf
} from "./part-HZKM4AOI.js";

// src/commands/tell-report.ts
import { relative, sep } from "node:path";
async function tellReport(invocation, find) {
  let report;
  try {
    report = await find();
  } catch (error) {
    invocation.progress.done();
    await tellFailure(error, invocation);
    throw error;
  }
  const { args, surroundings } = invocation;
  const failOn = report.status === "error" ? usualFailOn : failOnFor(args.failOn, args);
  const decided = { ...invocation, args: { ...args, failOn } };
  await printReport(report, decided);
  await writeReports(report, decided);
  const code = exitCodeOf(report, failOn);
  if (report.status === "ok" && code !== 0) {
    surroundings.error(`plumbline: it is to fail on ${failuresOf(report, failOn).join(" and ")}
`);
  }
  return code;
}
async function tellFailure(error, invocation) {
  const report = failureReport(error);
  if (invocation.args.format !== "text") await printReport(report, invocation);
  try {
    await writeReports(report, invocation);
  } catch (second) {
    invocation.surroundings.error(`plumbline: ${messageOf(second)}
`);
  }
}
async function printReport(report, invocation) {
  const { args, surroundings } = invocation;
  surroundings.out(await renderAs(args.format, report, contextOf(invocation)));
}
async function writeReports(report, invocation) {
  const context = contextOf(invocation);
  const inFiles = { ...context, text: { ...context.text, color: false } };
  const errors = [];
  for (const { format, path } of invocation.args.reports) {
    const text = await renderAs(format, report, inFiles);
    try {
      writeOutput(path, text, null);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
function contextOf({ args, surroundings }) {
  const fromHere = directoryPrefix(relative(process.cwd(), args.directory));
  return {
    repositoryUrl: null,
    commit: null,
    runUrl: null,
    head: null,
    base: null,
    pageOf: (rule) => pageUrl(rule, version),
    prefix: prefixOf(args.directory) ?? fromHere,
    fromHere,
    projects: args.projects,
    // Code scanning opens an alert for what is suppressed all the same.
    tellsSilenced: surroundings.environment["GITHUB_ACTIONS"] !== "true",
    failOn: args.failOn ?? usualFailOn,
    text: { color: surroundings.color, verbose: args.verbose }
  };
}
function directoryPrefix(way) {
  return way === "" ? "" : `${way.split(sep).join("/")}/`;
}

export {
  tellReport
};
