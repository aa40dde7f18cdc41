import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VigilError } from '@vigil/contracts';

/** A program that listens, in a process of its own. */
export class ServedProcess implements AsyncDisposable {
  readonly address: string;
  /** Address of the web application; empty where none is served. */
  readonly frontend: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, address: string, frontend: string) {
    this.#child = child;
    this.address = address;
    this.frontend = frontend;
  }

  /** Starts a program that tells `{ addresses: { api } }` or `{ addresses: { dashboard } }` once it listens. */
  static async start(program: string, environment: Readonly<Record<string, string>>): Promise<ServedProcess> {
    const child = fork(program, [], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env.PATH, ...environment },
    });
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
      { addresses?: { api?: string; dashboard?: string; frontend?: string } } | number | null,
    ];
    const addresses = typeof message === 'object' ? message?.addresses : undefined;
    const address = addresses?.api ?? addresses?.dashboard;
    if (address === undefined) throw new VigilError('internal', `${program} ended before it listened`);
    return new ServedProcess(child, address, addresses?.frontend ?? '');
  }

  /** Resident memory, MiB. */
  get residentMebibytes(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  /** Processor time since the start, seconds; `utime` and `stime` of proc(5), which count hundredths. */
  get processorSeconds(): number {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}

/** The services as `npm start` runs them. */
export const servicesProgram = fileURLToPath(import.meta.resolve('@vigil/server/main'));

/** A Fastify app with one route and nothing else. */
export const bareProgram = fileURLToPath(new URL('bare-app.ts', import.meta.url));
