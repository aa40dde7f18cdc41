import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process of the services tells once they listen. */
interface ReadyMessage {
  readonly addresses: Readonly<Partial<Record<Service, string>>>;
}

/** A service that answers requests. */
export type Service = 'api' | 'dashboard';

/** A service as it is deployed, in a process of its own. */
export interface ServedService extends AsyncDisposable {
  readonly address: string;
}

const main = fileURLToPath(import.meta.resolve('@vigil/server/main'));

/** Starts a service on a free port of the loopback address. No worker runs: what is queued waits. */
export async function serve(service: Service, environment: Readonly<Record<string, string>>): Promise<ServedService> {
  const fixed = { PATH: process.env.PATH, HOST: '127.0.0.1', BACKEND_PORT: '0', DASHBOARD_PORT: '0', LOG_LEVEL: 'error' };
  const child = fork(main, {
    env: { ...fixed, SERVICE_TYPE: service, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await Promise.race([firstMessage(child), ended(child)]);
  const address = ready.addresses[service];
  if (address === undefined) throw new Error(`The service ${service} did not say its address`);
  return {
    address,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstMessage(child: ChildProcess): Promise<ReadyMessage> {
  const [message] = (await once(child, 'message')) as [ReadyMessage];
  return message;
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The service ended with ${code} before it listened`);
}
