import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  UsageError
} from "./part-UDLH5YUZ.js";

// src/report/exit-code.ts
function exitCodeOf(report) {
  switch (report.status) {
    case "ok":
      return 0;
    case "drift":
    case "unsafe":
      return 1;
    case "error":
      return isMisconfigured(report) ? 2 : 3;
  }
}
function exitCodeOfError(error) {
  return error instanceof UsageError ? 2 : 3;
}
function isMisconfigured(report) {
  const findings = [...report.findings, ...report.projects.flatMap((project) => project.findings)];
  const errors = findings.filter(
    ({ severity, hazard }) => severity === "error" && hazard !== "drift"
  );
  return errors.length > 0 && errors.every((finding) => finding.hazard === "configuration");
}

export {
  exitCodeOf,
  exitCodeOfError
};
