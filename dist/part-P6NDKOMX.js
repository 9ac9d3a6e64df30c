import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  tellReport
} from "./part-Q2DSMC3P.js";
import {
  formatNames,
  isFormatName,
  reportFileOf
} from "./part-WB2HII67.js";
import {
  check,
  exitCodeOfError,
  version
} from "./part-SMX44BD4.js";
import "./part-RDMMD4FP.js";
import "./part-NN2BGZUA.js";
import "./part-KB4UJQLS.js";
import "./part-MIDI3I6S.js";
import "./part-YWHAFTIB.js";
import "./part-KVPDTJ7P.js";
import {
  describeOption,
  failOnOf,
  renameOfOption
} from "./part-SJZNH6LM.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import "./part-KH2B3PAS.js";
import "./part-QBBLIP5F.js";

// src/commands/index.ts
import { resolve } from "node:path";

// src/progress.ts
var silentProgress = { phase: () => void 0, done: () => void 0 };
function terminalProgress(stream) {
  if (!stream.isTTY) return silentProgress;
  const clear = "\r\x1B[2K";
  const started = performance.now();
  return {
    phase: (name, detail) => {
      const seconds = ((performance.now() - started) / 1e3).toFixed(1);
      const line = `${seconds} s  ${name}${detail === void 0 ? "" : `: ${detail}`}`;
      stream.write(`${clear}${line.slice(0, stream.columns - 1)}`);
    },
    done: () => stream.write(clear)
  };
}

// src/commands/arguments.ts
import { Command, InvalidArgumentError } from "./vendor/commander.js";

// src/options.ts
var option = (name, argument, help, fallback = null) => ({ name, argument, help, fallback });
var options = {
  base: option(
    "base",
    "REF",
    "compare with this commit, branch or tag: what it has already is inherited"
  ),
  config: option("config", "FILE", "path of plumbline.yml (default: plumbline.yml in DIR)"),
  format: option("format", "FORMAT", formatNames.join(", "), "text"),
  report: option(
    "report",
    "FORMAT=FILE",
    "write the report to a file too, such as sarif=plumbline.sarif; may be given several times"
  ),
  project: option("project", "ID", "only this project; may be given several times"),
  rename: option(
    "rename",
    "OLD=NEW",
    "a rename, such as users.fullname=users.name; OLD= where it is dropped; may be given several times"
  ),
  timeout: option("timeout", "SECONDS", "time limit for the whole run", "300"),
  failOn: option(
    "fail-on",
    "LIST",
    "what exits 1: drift, inherited, unsafe, warning or none, with commas (default: drift,unsafe)"
  ),
  trace: option("trace", null, "show what each statement did", false),
  verbose: option("verbose", null, "show changes of form and inherited drift in full", false),
  name: option("name", "NAME", "name of the migration; by default made in the tool's fashion"),
  dryRun: option("dry-run", null, "print the files that would be written, write nothing", false),
  check: option("check", null, "write nothing; exit 1 if a migration is missing", false),
  online: option(
    "online",
    null,
    "lock-light statements on tables in use, in as many migrations as they need",
    false
  ),
  simple: option("simple", null, "plain statements in one migration", false),
  output: option("output", "FILE", "the file to write (default: as `stats` in plumbline.yml)"),
  exact: option("exact", null, "count every table, however long it takes", false),
  databaseUrl: option(
    "database-url",
    "URL",
    "a PostgreSQL server (default: DATABASE_URL, else the embedded database in .plumbline)"
  )
};

// src/commands/arguments.ts
var everywhere = ["project", "config", "timeout"];
var commands = {
  check: {
    summary: "compare models and migrations; exit 1 when a migration is missing",
    options: [
      "base",
      "rename",
      "online",
      "simple",
      "failOn",
      "format",
      "report",
      "verbose",
      ...everywhere
    ]
  },
  makemigrations: {
    summary: "write the missing migration in the project's own format, proved first",
    options: ["name", "rename", "online", "simple", "dryRun", "check", ...everywhere]
  },
  migrate: {
    summary: "apply pending migrations to the embedded database or a server",
    options: ["databaseUrl", ...everywhere]
  },
  showmigrations: {
    summary: "list the migrations and which of them are applied",
    options: ["databaseUrl", ...everywhere]
  },
  tables: {
    summary: "show the tables of the embedded database or a server",
    options: ["databaseUrl", ...everywhere]
  },
  rehearse: {
    summary: "run new migrations on rows and say what is unsafe; exit 1 when something is",
    options: ["base", "trace", "failOn", "format", "report", ...everywhere],
    argument: "FILE"
  },
  stats: {
    summary: "write how large a server's tables are, to be committed: rows and bytes, no data",
    options: ["databaseUrl", "output", "exact", ...everywhere]
  },
  rules: {
    summary: "list what is looked for in new migrations, with how much each finding weighs",
    options: [],
    argument: null
  },
  explain: {
    summary: "show the page of a rule: what it finds, why it hurts, what to write instead",
    options: [],
    argument: "RULE"
  }
};
var repeatable = /* @__PURE__ */ new Set(["project", "rename", "report"]);
var shorthands = { name: "-m" };
function parseArguments(words, print) {
  let chosen = null;
  const problems = [];
  const program = new Command("plumbline").description("Safe schema changes for TypeScript projects on Postgres.").version(version, "-V, --version").configureOutput({ writeOut: print, writeErr: () => void 0 }).exitOverride().showHelpAfterError(false);
  for (const [name, spec] of Object.entries(commands)) {
    const command = addCommand(program, name, spec);
    command.action(() => {
      chosen = { name, command };
    });
  }
  try {
    program.parse([...words], { from: "user" });
  } catch (error) {
    if (isDisplay(error)) return null;
    problems.push(messageFor(error));
  }
  const found = chosen;
  if (found === null) {
    if (problems.length === 0) print(program.helpInformation());
    throw new UsageError(
      problems.length > 0 ? problems : ["say which command: check, makemigrations, \u2026"]
    );
  }
  return checked(found.name, found.command, problems);
}
function addCommand(program, name, spec) {
  const command = program.command(name).summary(spec.summary).description(spec.summary).allowUnknownOption().allowExcessArguments();
  const { argument } = spec;
  if (argument === void 0) command.argument("[DIR]", "directory of the workspace", ".");
  else if (argument === "FILE") command.argument("[FILE...]", "migrations; else those base lacks");
  else if (argument !== null) command.argument(`[${argument}]`, "the id of a rule");
  for (const key of spec.options) addOption(command, options[key], shorthands[key]);
  return command;
}
function addOption(command, option2, shorthand) {
  const flags = [
    shorthand,
    `--${option2.name}${option2.argument === null ? "" : ` <${option2.argument}>`}`
  ];
  const text = flags.filter((flag) => flag !== void 0).join(", ");
  if (repeatable.has(option2.name)) {
    command.option(text, option2.help, (value, all) => [...all, value], []);
  } else if (option2.fallback === null || typeof option2.fallback === "boolean") {
    command.option(text, option2.help);
  } else {
    command.option(text, option2.help, option2.fallback);
  }
}
function checked(name, command, problems) {
  const values = command.opts();
  const text = (key) => {
    const value = values[key];
    return typeof value === "string" ? value : null;
  };
  const spec = commands[name];
  for (const word of command.args.filter((arg) => arg.startsWith("-"))) {
    const known = spec.options.map((key) => `--${options[key].name}`).join(" ");
    problems.push(`${word}: no such option for ${name}; it takes ${known || "none"}`);
  }
  const words = command.args.filter((word) => !word.startsWith("-"));
  const { directory, rule, files } = positional(spec, words, problems);
  const format = text("format") ?? "text";
  if (!isFormatName(format)) {
    problems.push(`--format ${format}: must be one of ${formatNames.join(", ")}`);
  }
  const seconds = Number(text("timeout") ?? options.timeout.fallback);
  if (!(seconds > 0 && seconds <= 86400)) {
    problems.push(`--timeout ${text("timeout") ?? ""}: must be a number of seconds above 0`);
  }
  const migrationName = text("name");
  if (migrationName !== null && !/^[\w-]+$/u.test(migrationName)) {
    problems.push(`--name ${migrationName}: letters, digits, _ and - only`);
  }
  const renames = renamesOf(values["rename"], problems);
  const reports = reportsOf(values["report"], problems);
  const forms = formsOf(values, problems);
  const failOn = failOnIn(text("failOn"), problems);
  if (problems.length > 0) throw new UsageError(problems);
  return {
    command: name,
    directory,
    base: text("base"),
    config: text("config"),
    format: isFormatName(format) ? format : "text",
    reports,
    projects: Array.isArray(values["project"]) ? values["project"] : [],
    renames,
    timeoutMs: seconds * 1e3,
    failOn,
    verbose: values["verbose"] === true,
    name: migrationName,
    dryRun: values["dryRun"] === true,
    check: values["check"] === true,
    forms,
    databaseUrl: text("databaseUrl"),
    rule,
    files,
    trace: values["trace"] === true,
    output: text("output"),
    exact: values["exact"] === true
  };
}
function positional({ argument }, words, problems) {
  if (argument === "FILE") return { directory: ".", rule: null, files: words };
  const rest = words.slice(argument === null ? 0 : 1);
  const [first] = words;
  if (rest.length > 0) {
    const enough = argument === void 0 ? "one directory" : "one rule";
    problems.push(
      `${rest.join(" ")}: ${argument === null ? "it takes nothing" : `${enough} is enough`}`
    );
  }
  if (argument === "RULE") {
    if (first === void 0) problems.push("say which rule: `plumbline rules` lists them");
    return { directory: ".", rule: first ?? null, files: [] };
  }
  return { directory: (argument === null ? void 0 : first) ?? ".", rule: null, files: [] };
}
function renamesOf(values, problems) {
  const texts = Array.isArray(values) ? values : [];
  return texts.flatMap((text) => {
    const rename = renameOfOption(String(text), "--rename");
    if (rename === null) problems.push(describeOption(String(text), "--rename"));
    return rename ?? [];
  });
}
function reportsOf(values, problems) {
  const texts = Array.isArray(values) ? values : [];
  return texts.flatMap((text) => {
    const file = reportFileOf(String(text));
    if (typeof file !== "string") return file;
    problems.push(`--report ${String(text)}: ${file}`);
    return [];
  });
}
function failOnIn(text, problems) {
  const names = text === null ? null : failOnOf(text);
  if (typeof names !== "string") return names;
  problems.push(`--fail-on ${text ?? ""}: ${names}`);
  return null;
}
function formsOf({ online, simple }, problems) {
  if (online === true && simple === true) problems.push("--online --simple: one of them is enough");
  if (online === true) return "online";
  return simple === true ? "simple" : null;
}
var isDisplay = (error) => error instanceof Error && "code" in error && (error.code === "commander.helpDisplayed" || error.code === "commander.version" || error.code === "commander.help");
function messageFor(error) {
  if (error instanceof InvalidArgumentError || error instanceof Error) {
    return error.message.replace(/^error: /, "");
  }
  return String(error);
}

// src/commands/index.ts
var runs = {
  check: () => Promise.resolve(runCheck),
  makemigrations: async () => (await import("./part-4PQGAXHS.js")).runMakemigrations,
  migrate: async () => (await import("./part-F773CIZA.js")).runMigrate,
  showmigrations: async () => (await import("./part-JCSXELBH.js")).runShowmigrations,
  rehearse: async () => (await import("./part-PTCZSFK4.js")).runRehearse,
  stats: async () => (await import("./part-Q63X3ONW.js")).runStats,
  rules: async () => (await import("./part-IZU5EG6G.js")).runRules,
  explain: async () => (await import("./part-YZ2GPHQP.js")).runExplain,
  tables: async () => (await import("./part-TIQXIVIE.js")).runTables
};
async function runCommand(words, surroundings) {
  const progress = terminalProgress(surroundings.terminal);
  try {
    const args = parseArguments(words, surroundings.out);
    if (args === null) return 0;
    const run = await runs[args.command]();
    return await run({
      args: { ...args, directory: resolve(args.directory) },
      surroundings,
      progress
    });
  } catch (error) {
    progress.done();
    surroundings.error(describeError(error));
    return exitCodeOfError(error);
  }
}
function runCheck(invocation) {
  const { args, progress } = invocation;
  return tellReport(invocation, () => check({ ...args, deadlineMs: args.timeoutMs }, progress));
}
function describeError(error) {
  if (error instanceof UsageError) {
    return `plumbline: ${error.problems.join("\nplumbline: ")}
`;
  }
  if (error instanceof EnvironmentError) {
    return `plumbline: ${error.message}
  ${error.help}
`;
  }
  const stack = error instanceof Error ? error.stack : void 0;
  return `plumbline: this is a bug, please report it: ${stack ?? messageOf(error)}
`;
}
export {
  runCommand
};
