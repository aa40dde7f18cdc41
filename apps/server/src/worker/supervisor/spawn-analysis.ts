import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entryFile = fileURLToPath(new URL('../child/analysis-child.ts', import.meta.url));
const shell = '/bin/sh';
/** JavaScript heap of the process; models, pictures and threads are outside of it. */
const javascriptHeapMegabytes = 2048;

/**
 * What the shell does before it becomes the process: it steps behind the services in the kernel's queue, writes no image of a
 * crashed process to disk, and, where util-linux's setpriv is at hand, has the kernel end the process with its parent even while
 * native code keeps it busy.
 */
const preparation = [
  'ulimit -c 0',
  'renice -n 5 -p $$ >/dev/null 2>&1',
  'setpriv --pdeathsig KILL --no-new-privs true 2>/dev/null && exec setpriv --pdeathsig KILL --no-new-privs "$0" "$@"',
  'exec "$0" "$@"',
].join('; ');

/** Starts a process that analyses. It gets none of this process's environment variables, so it knows no secrets. */
export function spawnAnalysis(): ChildProcess {
  const command = [
    process.execPath,
    `--max-old-space-size=${javascriptHeapMegabytes}`,
    '--disable-warning=ExperimentalWarning',
    entryFile,
  ];
  const [program, ...args] = existsSync(shell) ? [shell, '-c', preparation, ...command] : command;
  return spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {},
    windowsHide: true,
  });
}
