import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process of the services tells once they listen. */
interface ReadyMessage {
  readonly addresses: { readonly api?: string; readonly dashboard?: string };
}

/** The services as they are deployed, in a process of their own. */
export interface ServedServices extends AsyncDisposable {
  readonly addresses: ReadyMessage['addresses'];
}

const main = fileURLToPath(import.meta.resolve('@vigil/server/main'));

/** Starts all services on free ports of the loopback address. */
export async function serve(environment: Readonly<Record<string, string>>): Promise<ServedServices> {
  const child = fork(main, {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      BACKEND_PORT: '0',
      DASHBOARD_PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await Promise.race([firstMessage(child), ended(child)]);
  return {
    addresses: ready.addresses,
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
  throw new Error(`The services ended with ${code} before they listened`);
}
