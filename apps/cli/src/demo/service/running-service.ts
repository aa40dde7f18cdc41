import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { VigilError } from '@vigil/contracts';
import { z } from 'zod';

const readyMessage = z.object({
  kind: z.literal('ready'),
  addresses: z.object({ api: z.string(), dashboard: z.string() }),
});

const program = fileURLToPath(import.meta.resolve('@vigil/server/main'));
const longestStopMs = 12_000;

/** How the services are started. */
export interface ServiceRequest {
  /** Becomes `DATA_DIR`. */
  readonly dataFolder: string;
  readonly modelCacheFolder: string;
  readonly poseModel: string;
  /** Variables that are handed on: what the user set for the services. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** All services in a process of their own, as `npm start` runs them, on free ports of this machine. */
export class RunningService implements AsyncDisposable {
  readonly addresses: { readonly api: string; readonly dashboard: string };
  readonly admin: { readonly email: string; readonly password: string };
  /** Database of this demo, where the records are in MongoDB; null for the embedded store. */
  readonly databaseName: string | null;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, facts: Pick<RunningService, 'addresses' | 'admin' | 'databaseName'>) {
    this.#child = child;
    this.addresses = facts.addresses;
    this.admin = facts.admin;
    this.databaseName = facts.databaseName;
  }

  /**
   * Starts the services and waits until they listen.
   *
   * @throws VigilError `internal` where they end instead, `cancelled`
   */
  static async start({ dataFolder, modelCacheFolder, poseModel, environment, signal }: ServiceRequest): Promise<RunningService> {
    await mkdir(dataFolder, { recursive: true });
    const admin = { email: 'demo@vigil.localhost', password: randomBytes(18).toString('base64url') };
    const databaseName = `vigil-demo-${new Date().toISOString().replaceAll(/\D/g, '')}`;
    const logFile = join(dataFolder, 'services.log');
    const child = fork(program, [], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches this process alone, which then stops the services in order.
      detached: true,
      env: {
        ...environment,
        DATABASE_NAME: databaseName,
        SERVICE_TYPE: 'all',
        FRONTEND_PORT: '0',
        DATA_DIR: dataFolder,
        MODEL_CACHE: modelCacheFolder,
        POSE_MODEL: poseModel,
        BACKEND_PORT: '0',
        DASHBOARD_PORT: '0',
        ADMIN_EMAIL: admin.email,
        ADMIN_PASSWORD: admin.password,
      },
    });
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    const said: string[] = [];
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.stderr?.on('data', (text: Buffer) => said.push(text.toString()));
    child.once('close', () => log.end());
    try {
      const addresses = await Promise.race([
        once(child, 'message', { signal }).then(([message]) => readyMessage.parse(message).addresses),
        once(child, 'exit', { signal }).then(([code]) => {
          throw new VigilError(
            'internal',
            `The services ended with code ${String(code)} before they listened: ${said.join('').trim().slice(-2000)}`,
            {
              logFile,
            },
          );
        }),
      ]);
      const usesMongo = Boolean(environment.MONGODB_URL ?? environment.MONGODB_URL_FILE);
      return new RunningService(child, { addresses, admin, databaseName: usesMongo ? databaseName : null });
    } catch (error) {
      await stop(child);
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#child);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = new AbortController();
  const outcome = await Promise.race([
    ended,
    delay(longestStopMs, 'late' as const, { signal: late.signal }).catch(() => 'ended' as const),
  ]);
  late.abort();
  if (outcome !== 'late') return;
  child.kill('SIGKILL');
  await ended;
}
