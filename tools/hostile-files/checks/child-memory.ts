import { readdirSync, readFileSync } from 'node:fs';

const lookIntervalMs = 20;

/**
 * Ids of the processes below a process, however deep. Source: proc(5), `/proc/PID/task/TID/children`.
 */
export function processesBelow(processId: number): number[] {
  const below: number[] = [];
  for (const thread of listed(`/proc/${processId}/task`)) {
    const children = textOf(`/proc/${processId}/task/${thread}/children`).split(' ').filter(Boolean).map(Number);
    for (const child of children) below.push(child, ...processesBelow(child));
  }
  return below;
}

/** Follows the most resident memory that any process below this one ever held. */
export class ChildMemory implements Disposable {
  /** High-water mark in bytes (`VmHWM`). */
  peakBytes = 0;
  readonly #timer = setInterval(() => this.#look(), lookIntervalMs);

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const child of processesBelow(process.pid)) {
      const match = /^VmHWM:\s+(\d+) kB$/m.exec(textOf(`/proc/${child}/status`));
      if (match !== null) this.peakBytes = Math.max(this.peakBytes, Number(match[1]) * 1024);
    }
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where the process has gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
