import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  analyse,
  isWhole,
  migrationFiles,
  openWorkspace,
  overlay,
  projectReport,
  unusedRenames
} from "./part-AAK6OEIZ.js";
import {
  skipBlank,
  toolOf
} from "./part-LPKWZ24V.js";
import {
  EnvironmentError,
  UsageError
} from "./part-HZKM4AOI.js";

// src/generate.ts
async function generate(options, name, progress) {
  const workspace = await openWorkspace(options, progress);
  try {
    const generated = [];
    const analyses = [];
    for (const project of withModels(workspace.projects, options.projects)) {
      const analysis = await analyse(workspace, project);
      analyses.push(analysis);
      const files = filesOf(analysis, name);
      if (files.length > 0) await readBack(workspace.head, analysis, files);
      generated.push({ project: projectReport(analysis), files });
      await workspace.databases.release();
    }
    const unused = unusedRenames(analyses, options);
    if (unused.length > 0) throw new UsageError(unused.map(({ message }) => message));
    return generated;
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
function withModels(projects, wanted) {
  const kept = projects.filter((project) => toolOf(project).readModels !== null);
  const without = projects.filter((project) => !kept.includes(project));
  if (kept.length === 0 || wanted.length > 0) {
    const problems = without.map(
      ({ id, migrations }) => `${id}: there are no models that a migration could be made from; write the next one by hand in ${migrations ?? "its directory"}, and \`plumbline check\` runs it`
    );
    if (problems.length > 0) throw new UsageError(problems);
  }
  return kept;
}
function filesOf({ project, compared }, name) {
  if (compared === null || !isWhole(compared.head)) return [];
  const { head, plan } = compared;
  return migrationFiles({ project, head, parts: plan.report.migrations, name });
}
async function readBack(head, { project, migrations, compared }, files) {
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(head, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const found = added.map(({ statements }) => textOf(statements.map(({ sql }) => sql)));
  const parts = compared?.plan.report.migrations ?? [];
  const expected = parts.map(({ statements }) => textOf(statements));
  if (found.join("\0") !== expected.join("\0")) {
    throw new EnvironmentError(
      `${project.id}: the migration reads back otherwise than it was proved`,
      "See whether a name or a value in it holds what parts statements in files of this layout."
    );
  }
}
function textOf(statements) {
  const bare = statements.map((sql) => sql.slice(skipBlank(sql, 0)).trim().replace(/;$/u, ""));
  return bare.join(";\n").replaceAll(/;\s+/gu, ";\n");
}

export {
  generate,
  filesOf,
  readBack
};
