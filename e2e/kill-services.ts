import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(import.meta.resolve('@vigil/server/main'));

/** Whom the service answers to. */
export const admin = { email: 'admin@example.com', password: 'kill-test-password' } as const;

/** What all services of a run share. */
export interface ServiceFacts {
  readonly folder: string;
  readonly dataFolder: string;
  readonly modelCacheFolder: string;
  readonly mongo: { readonly url: string; readonly databaseName: string } | null;
  /** Is told of a service that ended although nobody killed it. */
  readonly onFault: (text: string) => void;
}

/** One service in a process of its own, started again whenever it was killed. */
export class KillableService implements AsyncDisposable {
  readonly type: 'api' | 'worker';
  readonly #facts: ServiceFacts;
  readonly #log: WriteStream;
  #child: ChildProcess | null = null;
  #started: Promise<string | null> = Promise.resolve(null);
  #isOver = false;
  #isReady = false;

  constructor(type: 'api' | 'worker', name: string, facts: ServiceFacts) {
    this.type = type;
    this.#facts = facts;
    this.#log = createWriteStream(join(facts.folder, `${name}.log`), { flags: 'a' });
    this.#start();
  }

  /** Id of the process that runs now; null until it has started. */
  get processId(): number | null {
    return this.#isReady ? (this.#child?.pid ?? null) : null;
  }

  /** Address of the API, once it listens; null for a worker, and where it was killed before. */
  get address(): Promise<string | null> {
    return this.#started;
  }

  /** Ends the service in good order; rejects where that takes longer than ten seconds. */
  async stop(): Promise<void> {
    this.#isOver = true;
    const child = this.#child;
    if (child === null) return;
    const gone = once(child, 'exit');
    const startedMs = performance.now();
    child.kill('SIGTERM');
    await gone;
    const seconds = (performance.now() - startedMs) / 1000;
    if (seconds > 10) throw new Error(`the ${this.type} took ${seconds.toFixed(1)} s to stop`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    this.#child?.kill('SIGKILL');
    if (this.#child) await once(this.#child, 'exit');
    this.#log.end();
  }

  #start(): void {
    const { dataFolder, modelCacheFolder, mongo } = this.#facts;
    const child = fork(program, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        SERVICE_TYPE: this.type,
        DATA_DIR: dataFolder,
        MODEL_CACHE: modelCacheFolder,
        BACKEND_PORT: '0',
        DISK_RESERVE: '1MB',
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
        ...(mongo ? { MONGODB_URL: mongo.url, DATABASE_NAME: mongo.databaseName } : {}),
      },
    });
    this.#child = child;
    child.stdout?.pipe(this.#log, { end: false });
    child.stderr?.pipe(this.#log, { end: false });
    const { promise, resolve } = Promise.withResolvers<string | null>();
    this.#started = promise;
    child.on('message', (message: { addresses?: { api?: string } }) => {
      this.#isReady = true;
      resolve(message.addresses?.api ?? null);
    });
    child.once('exit', (code) => {
      resolve(null);
      this.#isReady = false;
      this.#child = null;
      if (this.#isOver) return;
      if (code === null) return this.#start();
      this.#facts.onFault(`the ${this.type} ended by itself with code ${code}; its log is in ${this.#facts.folder}`);
    });
  }
}
