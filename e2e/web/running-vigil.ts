import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first administrator of every run. */
export const admin = { email: 'admin@vigil.test', password: 'the-first-password' } as const;

const program = fileURLToPath(import.meta.resolve('@vigil/server/main'));

interface Addresses {
  readonly api: string;
  readonly dashboard: string;
  readonly frontend: string;
}

/** All services in one process, as `npm start` runs them, on a data folder and ports of their own that outlive a restart. */
export class RunningVigil implements AsyncDisposable {
  readonly folder: string;
  /** What they wrote to standard error. */
  said = '';
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #addresses: Addresses | null = null;

  private constructor(folder: string, environment: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#environment = environment;
  }

  /**
   * Starts them.
   *
   * @param environment Over the usual one.
   * @param prepare Puts into the data folder what is to be there before.
   */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    prepare: (folder: string) => Promise<void> = async () => undefined,
  ): Promise<RunningVigil> {
    const folder = await mkdtemp(join(tmpdir(), 'vigil-web-'));
    await prepare(folder);
    const [api, dashboard, frontend] = await freePorts(3);
    const running = new RunningVigil(folder, {
      SERVICE_TYPE: 'all',
      DATA_DIR: folder,
      BACKEND_PORT: String(api),
      DASHBOARD_PORT: String(dashboard),
      FRONTEND_PORT: String(frontend),
      // built once for all tests of the machine
      MODEL_CACHE: join(tmpdir(), 'vigil-test-models'),
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      LOG_LEVEL: 'error',
      DISK_RESERVE: '1MB',
      ...environment,
    });
    await running.start();
    return running;
  }

  /** Starts them again after {@link stop} or {@link kill}. */
  async start(): Promise<void> {
    const child = fork(program, [], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.#environment },
    });
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    const ready = once(child, 'message') as Promise<[{ readonly addresses: Addresses }]>;
    const ended = once(child, 'exit').then(([code]): never => {
      throw new Error(`The services ended with ${String(code)}: ${this.said.slice(-2000)}`);
    });
    const [{ addresses }] = await Promise.race([ready, ended]);
    this.#addresses = addresses;
    // answered once the pages are built, which the first run of a machine has to wait for
    await fetch(addresses.frontend);
  }

  /** Address of the web application. */
  get address(): string {
    return this.addresses.frontend;
  }

  get addresses(): Addresses {
    if (this.#addresses === null) throw new Error('The services do not run');
    return this.#addresses;
  }

  /** Ends them as a machine does that is switched off. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map(async (server) => await new Promise((closed) => server.close(closed))));
  return ports;
}
