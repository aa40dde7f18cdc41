import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory at one moment, bytes. */
export interface MemorySample {
  /** Seconds since the sampler was started. */
  readonly seconds: number;
  /** This process with all its threads. */
  readonly ownBytes: number;
  /** All processes that it started, and theirs. */
  readonly childrenBytes: number;
}

/** Takes resident memory of this process and of those that it started, at an interval, until it is disposed of. Needs procfs. */
export class MemorySampler implements Disposable {
  readonly samples: MemorySample[] = [];
  readonly #startedMs = performance.now();
  readonly #timer: NodeJS.Timeout;

  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#take(), intervalMs);
    this.#take();
  }

  /** The largest value of each, in MiB. */
  get peaks(): { readonly own: number; readonly children: number; readonly together: number } {
    const largest = (value: (sample: MemorySample) => number): number =>
      Math.round(Math.max(...this.samples.map(value)) / 2 ** 20);
    return {
      own: largest((sample) => sample.ownBytes),
      children: largest((sample) => sample.childrenBytes),
      together: largest((sample) => sample.ownBytes + sample.childrenBytes),
    };
  }

  [Symbol.dispose](): void {
    this.#take();
    clearInterval(this.#timer);
  }

  #take(): void {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const childrenBytes = descendants(process.pid).reduce((sum, id) => sum + residentBytes(id), 0);
    this.samples.push({ seconds, ownBytes: residentBytes(process.pid), childrenBytes });
  }
}

/** `VmRSS` of proc(5); 0 for a process that has gone. */
function residentBytes(processId: number): number {
  return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(readProc(`${processId}/status`))?.[1] ?? 0);
}

function descendants(processId: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program stands in brackets and may hold anything; the parent is the second field behind it.
    const parent = /^.*\) \S (\d+) /s.exec(readProc(`${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && (parent === processId || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
