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
 * What the shell does before it becomes the process: the kernel is told to refuse memory far beyond the ceiling (RLIMIT_DATA), to
 * write no image of a crashed process to disk, and, where util-linux's setpriv is at hand, to end the process with its parent even
 * while native code keeps it busy.
 */
const preparation = [
  'ulimit -d "$0"',
  'ulimit -c 0',
  'setpriv --pdeathsig KILL --no-new-privs true 2>/dev/null && exec setpriv --pdeathsig KILL --no-new-privs "$@"',
  'exec "$@"',
].join('; ');

/**
 * Starts the process that runs native code on media files. It gets none of this process's environment variables, so it knows no
 * secrets, and its limits are the kernel's on systems with a POSIX shell.
 */
export function spawnChild(memoryCeilingBytes: number): ChildProcess {
  const command = [
    process.execPath,
    `--max-old-space-size=${javascriptHeapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    entryFile,
  ];
  const [program, ...args] = existsSync(shell) ? withLimits(command, memoryCeilingBytes + unusedMappingsBytes) : command;
  return spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], env: compileCacheEnvironment(), windowsHide: true });
}

function withLimits(command: string[], dataBytes: number): string[] {
  return [shell, '-c', preparation, String(Math.ceil(dataBytes / 1024)), ...command];
}
