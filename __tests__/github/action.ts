// Runs the action as the runner does: a process of its own, a clean environment, files to write to.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ActionRun {
  /** The script to run: the built action, or the one with a prepared answer. */
  readonly entry: string;
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: object };
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface ActionResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the runner takes for commands: `error file=a.ts,line=3::message`. */
  readonly commands: readonly string[];
  /** The JSON report that `report-path` names; empty where there is none. */
  readonly report: string;
  /** The runner's temporary directory, which is gone by now, and what the run left there. */
  readonly temporary: string;
  readonly left: readonly string[];
}

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-run-'));
  const file = (name: string, content = ''): string => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  const output = file('output');
  const summary = file('summary');
  const temporary = join(directory, 'temporary');
  mkdirSync(temporary);
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: run.event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(run.event.payload)),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: run.workspace,
    RUNNER_TEMP: temporary,
    ...run.env,
    ...Object.fromEntries(
      Object.entries(run.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  try {
    const { exitCode, stdout, stderr } = await runNode(run.entry, { cwd: directory, env });
    const outputs = parseOutputs(readFileSync(output, 'utf8'));
    const report = outputs['report-path'] ?? '';
    return {
      exitCode,
      stdout,
      stderr,
      outputs,
      report: existsSync(report) ? readFileSync(report, 'utf8') : '',
      temporary,
      left: readdirSync(temporary),
      summary: readFileSync(summary, 'utf8'),
      commands: commandsIn(stdout),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function runNode(
  entry: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const pattern = /^([^\n<]+)<<(\S+)\n([^]*?)\n?\2$/gm;
  return Object.fromEntries(
    Array.from(text.matchAll(pattern), ([, name = '', , value = '']) => [name, value]),
  );
}

/** Lines that are workflow commands, none between `stop-commands` and its token. */
function commandsIn(stdout: string): readonly string[] {
  const commands: string[] = [];
  let stopped: string | null = null;
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const command = /^\s*::(.*)$/.exec(line)?.[1];
    if (command === undefined) continue;
    if (stopped !== null) {
      if (command === `${stopped}::`) stopped = null;
    } else if (command.startsWith('stop-commands::')) {
      stopped = command.slice('stop-commands::'.length);
    } else {
      commands.push(command);
    }
  }
  return commands;
}
