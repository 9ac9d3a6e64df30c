// Whole processes, measured from outside: wall clock, processor time and peak memory.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Processor time of all its threads, to some 20 ms; null where the system doesn't tell. */
  readonly cpuSeconds: number | null;
  /** Peak resident memory in MB; null where the system doesn't tell. */
  readonly megabytes: number | null;
  readonly code: number | null;
  readonly out: string;
}

/** Runs a command to its end. */
export function measure(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let peak: number | null = null;
    let cpu: number | null = null;
    const look = setInterval(() => {
      peak = Math.max(peak ?? 0, peakOf(child.pid) ?? 0) || null;
      cpu = cpuOf(child.pid) ?? cpu;
    }, 20);
    const collect = (chunk: Buffer): void => {
      out += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      resolve({ seconds, cpuSeconds: cpu, megabytes: peak, code, out });
    });
  });
}

/** The kernel's own high-water mark of one process. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kilobytes = /VmHWM:\s+(\d+) kB/u.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** The kernel counts hundredths of a second, in user mode and its own. */
function cpuOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // Behind the name, which may hold anything: the state, ten numbers, and these two.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return null;
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
