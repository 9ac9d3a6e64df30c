import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  exitCodeOf,
  failOnFor,
  failureReport,
  pageUrl,
  renderAs,
  version
} from "./part-SMX44BD4.js";
import {
  writeOutput
} from "./part-MIDI3I6S.js";
import {
  failuresOf,
  prefixOf,
  usualFailOn
} from "./part-SJZNH6LM.js";
import {
  messageOf
} from "./part-G272ITKT.js";

// src/commands/tell-report.ts
import { relative, sep } from "node:path";
async function tellReport(invocation, find) {
  const { args, surroundings } = invocation;
  const prefix = prefixOf(args.directory);
  let report;
  try {
    report = await find();
  } catch (error) {
    invocation.progress.done();
    await tellFailure(error, invocation, prefix);
    throw error;
  }
  const failOn = report.status === "error" ? usualFailOn : failOnFor(args.failOn, args);
  const decided = { ...invocation, args: { ...args, failOn } };
  const context = contextOf(decided, prefix);
  await printReport(report, decided, context);
  await writeReports(report, decided, context);
  const code = exitCodeOf(report, failOn);
  if (report.status === "ok" && code !== 0) {
    surroundings.error(`plumbline: it is to fail on ${failuresOf(report, failOn).join(" and ")}
`);
  }
  return code;
}
async function tellFailure(error, invocation, prefix) {
  const report = failureReport(error);
  const context = contextOf(invocation, prefix);
  if (invocation.args.format !== "text") await printReport(report, invocation, context);
  try {
    await writeReports(report, invocation, context);
  } catch (second) {
    invocation.surroundings.error(`plumbline: ${messageOf(second)}
`);
  }
}
async function printReport(report, { args, surroundings }, context) {
  surroundings.out(await renderAs(args.format, report, context));
}
async function writeReports(report, { args }, context) {
  const inFiles = { ...context, text: { ...context.text, color: false } };
  const errors = [];
  for (const { format, path } of args.reports) {
    const text = await renderAs(format, report, inFiles);
    try {
      writeOutput(path, text, null);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
function contextOf({ args, surroundings }, prefix) {
  const fromHere = directoryPrefix(relative(process.cwd(), args.directory));
  return {
    repositoryUrl: null,
    commit: null,
    runUrl: null,
    head: null,
    base: null,
    pageOf: (rule) => pageUrl(rule, version),
    prefix: prefix ?? fromHere,
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
