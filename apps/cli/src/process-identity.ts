import { readFileSync } from 'node:fs';

/**
 * Names a process of this machine as `PID-START`. The start, clock ticks after boot, tells it from a later process that was given the
 * same number; it is left out (`PID-`) where the system has no `/proc`.
 */
export function processIdentity(processId: number = process.pid): string {
  return `${processId}-${readStart(processId) ?? ''}`;
}

/** Whether the process of an identity still runs. */
export function isRunning(identity: string): boolean {
  const [, digits, start] = /^(\d+)-(\d*)$/.exec(identity) ?? [];
  const processId = Number(digits);
  if (!(processId > 0)) return false;
  return start === '' ? answersSignals(processId) : readStart(processId) === start;
}

/** Field 22 of `/proc/PID/stat`, see proc_pid_stat(5); null where there is no such process, or only its exit status is left. */
function readStart(processId: number): string | null {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'latin1');
    // The second field, the program's name, is in brackets and may hold spaces and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return null;
  }
}

function answersSignals(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
