import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tellReport
} from "./part-Q2DSMC3P.js";
import {
  reportOf
} from "./part-SMX44BD4.js";
import "./part-RDMMD4FP.js";
import "./part-NN2BGZUA.js";
import {
  addedTo,
  analysisOf,
  beginBuilding,
  findBase,
  historyBefore,
  historyIn,
  judgeNew,
  migratedIn,
  openWorkspace,
  paint,
  placeOf
} from "./part-KB4UJQLS.js";
import "./part-MIDI3I6S.js";
import "./part-YWHAFTIB.js";
import "./part-KVPDTJ7P.js";
import {
  toolOf
} from "./part-SJZNH6LM.js";
import {
  UsageError
} from "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import {
  count
} from "./part-KH2B3PAS.js";
import {
  oneLine
} from "./part-QBBLIP5F.js";

// src/commands/rehearse.ts
import { isAbsolute, relative, resolve, sep } from "node:path";
import pc from "./vendor/picocolors.js";

// src/rehearse-projects.ts
async function rehearseProjects(options, progress) {
  if (options.files.length === 0 && options.base === null) {
    throw new UsageError("say which migrations are new: their files, or --base REF");
  }
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses = [];
    for (const project of workspace.projects) {
      const analysis = await rehearseProject(workspace, project, options.files);
      if (analysis !== null) analyses.push(analysis);
      await workspace.databases.release();
    }
    refuseStrangers(options.files, analyses);
    return reportOf(workspace, analyses);
  } finally {
    progress.done();
    workspace.databases.close();
  }
}
async function rehearseProject(workspace, project, files) {
  const migrations = await toolOf(project).readMigrations(workspace.head, project);
  const named = migrations.migrations.filter(({ file }) => files.includes(file));
  if (files.length > 0 && named.length === 0) return null;
  const base = files.length > 0 ? null : await findBase(workspace, project);
  const history = files.length > 0 ? historyBefore(migrations, named) : historyIn(workspace, migrations, base?.migrations ?? null);
  const added = files.length > 0 ? history.rest : addedTo(migrations, base?.migrations ?? null);
  workspace.progress.phase(
    "running the migrations",
    `${project.id}: ${migrations.migrations.length}`
  );
  const { actual, running } = await beginBuilding(workspace, {
    ...{ project, migrations, history, base, added }
  });
  const built = await running;
  const fresh = { project, base, migrations, added, actual, built };
  const rehearsed = await judgeNew(workspace, { ...fresh, empty: null, sides: null });
  const { atBase, atHead } = built;
  const known = added.length > 0 && atBase !== null && atHead !== null && !history.diverged;
  const migrated = known ? await migratedIn(added, { before: atBase, after: atHead }) : null;
  return analysisOf({ ...fresh, rehearsed, migrated });
}
function refuseStrangers(files, analyses) {
  const known = new Set(
    analyses.flatMap(({ migrations }) => migrations.migrations.map(({ file }) => file))
  );
  const strangers = files.filter((file) => !known.has(file));
  if (strangers.length === 0) return;
  throw new UsageError(
    strangers.map((file) => `${file === "" ? "." : file}: no project has such a migration`)
  );
}

// src/report/text-trace.ts
var LONGEST = 100;
function traceLines({ id, trace }, style) {
  return trace.flatMap(({ migration, file, statements }) => [
    style.strong(`${oneLine(id)} ${oneLine(migration)}`),
    ...statements.flatMap((statement) => [
      `  ${placeOf(file, statement.line)}  ${shortened(statement.sql)}  ${style.faint(`${String(statement.ms)} ms`)}`,
      ...facts(statement).map((fact) => `    ${fact}`)
    ]),
    ""
  ]);
}
function shortened(sql) {
  const line = oneLine(sql.replaceAll(/\s+/g, " "));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}\u2026` : line;
}
function facts(statement) {
  const { locks, scans, rewrites, builds, drops, rows, error, observed } = statement;
  const lists = [
    [
      "locks",
      locks.map(({ relation, mode, existed, documented }) => {
        const note = documented ? " (as documented)" : existed ? "" : " (new)";
        return `${relation} ${mode}${note}`;
      })
    ],
    ["scans", scans],
    ["rewrites", rewrites],
    ["builds", builds],
    ["drops", drops],
    [
      "loses",
      [
        ...rows.lost.map(
          ({ table, rows: lost, of }) => `${String(lost)} of ${count(of, "row")} of ${table}`
        ),
        ...rows.changed.flatMap(
          ({ column, values, example }) => example === null ? [`${count(values, "value")} of ${column}`] : []
        )
      ]
    ],
    [
      "changes",
      rows.changed.flatMap(({ column, values, example }) => {
        if (example === null) return [];
        const shown = example.map((one) => one ?? "null").join(" \u2192 ");
        return [`${count(values, "value")} of ${column} (${shown})`];
      })
    ]
  ];
  return [
    ...lists.flatMap(
      ([verb, items]) => items.length === 0 ? [] : [`${verb} ${items.map(oneLine).join(", ")}`]
    ),
    ...error === null ? [] : [`${error.kind}: ${oneLine(error.message)} (${error.code})`],
    ...observed === null ? [] : [`not observed: ${oneLine(observed)}`]
  ];
}

// src/commands/rehearse.ts
function runRehearse(invocation) {
  const { args, surroundings, progress } = invocation;
  const files = args.files.map((file) => fromRoot(args.directory, file));
  return tellReport(invocation, async () => {
    const report = await rehearseProjects({ ...args, files, deadlineMs: args.timeoutMs }, progress);
    if (args.trace && args.format === "text") {
      const style = paint(pc.createColors(surroundings.color));
      const lines = report.projects.flatMap((project) => traceLines(project, style));
      surroundings.out(lines.map((line) => `${line}
`).join(""));
    }
    return report;
  });
}
function fromRoot(directory, file) {
  const path = isAbsolute(file) ? file : resolve(directory, file);
  return relative(directory, path).split(sep).join("/");
}
export {
  runRehearse
};
