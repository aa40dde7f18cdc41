import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

declare module 'vitest' {
  interface ProvidedContext {
    /** What MONGODB_URL named when the run began; empty where it named nothing. */
    mongodbUrl: string;
  }
}

/** The program that installs and starts a server with MongoDB's protocol, beside the repository. */
const standIn = join(import.meta.dirname, '../../../../../shared/tools/mongo-server');

/** Commands that the program needs. */
const neededCommands = ['java', 'javac', 'mvn'];

/** How often another port is tried where one was taken at the last moment. */
const mostPorts = 5;

/** A server that tests may use. */
export interface TestMongoServer extends AsyncDisposable {
  readonly url: string;
}

/** How a server of its own is started. */
export interface StandInOptions {
  /** Folder of the documents, which then outlive the server; in memory where left out. */
  readonly dataFolder?: string | undefined;
}

/**
 * Why no server can be had, as the end of a test's name; null where one can.
 *
 * @param url Server that the run was given; empty where it was given none.
 */
export function mongoMissing(url: string): string | null {
  return url === '' ? standInMissing() : null;
}

/** Why no server of its own can be started, as the end of a test's name; null where one can. */
export function standInMissing(): string | null {
  if (!existsSync(standIn)) return '(needs MONGODB_URL or ../shared/tools/mongo-server)';
  const missing = neededCommands.filter((command) => spawnSync('/bin/sh', ['-c', `command -v ${command}`]).status !== 0);
  return missing.length > 0 ? `(../shared/tools/mongo-server needs ${missing.join(', ')})` : null;
}

/** The server that the run was given, or one of its own. @param url Empty where the run was given none */
export async function testMongoServer(url: string): Promise<TestMongoServer> {
  return url === '' ? startStandIn() : { url, [Symbol.asyncDispose]: async () => undefined };
}

/** A server of its own on a free port of the loopback address. */
export interface StandIn extends TestMongoServer {
  /** Ends the process as kill -9 does, or halts it and lets it go on. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** Starts it again after its end, on the same port and folder. */
  restart(): Promise<void>;
}

/** Starts the stand-in, installing it where that was not done before; processes that install at once wait for one another. */
export async function startStandIn({ dataFolder }: StandInOptions = {}): Promise<StandIn> {
  const further = dataFolder === undefined ? [] : ['--data', dataFolder];
  const start = (at: number) => run(['start', '--port', String(at), ...further]);
  const { port, ...first } = await firstThatStarts(start);
  let { processId } = first;
  const stopAtExit = (): void => void spawnSync(standIn, ['stop', '--port', String(port)]);
  process.once('exit', stopAtExit);
  return {
    url: `mongodb://127.0.0.1:${port}/`,
    signal: (name) => void process.kill(processId, name),
    async restart() {
      // The program would take a process that is still ending for a running one.
      while (existsSync(`/proc/${processId}`)) await delay(20);
      processId = processIn(await start(port));
    },
    async [Symbol.asyncDispose]() {
      await run(['stop', '--port', String(port)]);
      process.off('exit', stopAtExit);
    },
  };
}

async function firstThatStarts(start: (port: number) => Promise<string>): Promise<{ port: number; processId: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, processId: processIn(await start(port)) };
    } catch (error) {
      // Another process may have taken the port since it was looked for.
      if (attempt === mostPorts || !String(error).includes('listens on port')) throw error;
    }
  }
}

/** Runs the program; what it says on its way is the answer. */
async function run(parameters: readonly string[]): Promise<string> {
  const { stderr } = await promisify(execFile)('/usr/bin/env', ['VIGIL_MONGO_MEMORY=512m', standIn, ...parameters]);
  return stderr;
}

function processIn(said: string): number {
  const processId = Number(/process (\d+)/.exec(said)?.[1]);
  if (Number.isInteger(processId)) return processId;
  throw new Error(`The stand-in did not say its process: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('No port was given.');
}
