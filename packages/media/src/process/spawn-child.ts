import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileCacheEnvironment } from './compile-cache.ts';

const entryFile = fileURLToPath(new URL('../child/main.ts', import.meta.url));
const shell = '/bin/sh';
/** JavaScript heap of the process; pictures are outside of it. */
const javascriptHeapMegabytes = 128;
/** Memory that is mapped for writing but never resident (thread stacks, spare heap), on top of the resident ceiling. */
const unusedMappingsBytes = 768 * 1024 ** 2;

/** Descriptor on which the process writes its messages. */
export const messageDescriptor = 3;

/**
 * Starts the process that runs native code on media files. It gets none of this process's environment variables, so it knows no secrets, and on
 * systems with a POSIX shell the kernel refuses it memory far beyond its ceiling (RLIMIT_DATA).
 */
export function spawnChild(memoryCeilingBytes: number): ChildProcess {
  const command = [
    process.execPath,
    `--max-old-space-size=${javascriptHeapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    entryFile,
  ];
  const [program, ...args] = existsSync(shell) ? withDataLimit(command, memoryCeilingBytes + unusedMappingsBytes) : command;
  return spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], env: compileCacheEnvironment(), windowsHide: true });
}

function withDataLimit(command: string[], limitBytes: number): string[] {
  const kibibytes = Math.ceil(limitBytes / 1024);
  return [shell, '-c', 'ulimit -d "$0"; exec "$@"', String(kibibytes), ...command];
}
