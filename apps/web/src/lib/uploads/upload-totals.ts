import { isUnderWay, type UploadItem } from './upload-item.ts';

/** How far all uploads are together. */
export interface UploadTotals {
  readonly done: number;
  readonly failed: number;
  readonly paused: number;
  readonly interrupted: number;
  /** Waiting, sending or trying again. */
  readonly running: number;
  /** Share of the bytes that are there, 0 to 1, of what is under way or done; null where there is nothing. */
  readonly share: number | null;
  /** Seconds; null while it is not known. */
  readonly secondsLeft: number | null;
}

/** Adds up uploads. */
export function totalsOf(items: readonly UploadItem[]): UploadTotals {
  const count = (...phases: readonly UploadItem['phase'][]): number => items.filter(({ phase }) => phases.includes(phase)).length;
  const counted = items.filter((item) => isUnderWay(item) || item.phase === 'done');
  const sizeBytes = sum(counted, (item) => item.sizeBytes);
  const sentBytes = sum(counted, (item) => item.sentBytes);
  const rate = sum(items, (item) => item.bytesPerSecond ?? 0);
  const running = items.filter(({ phase }) => phase === 'waiting' || phase === 'sending' || phase === 'reconnecting');
  const leftBytes = sum(running, (item) => item.sizeBytes - item.sentBytes);
  return {
    done: count('done'),
    failed: count('failed'),
    paused: count('paused'),
    interrupted: count('interrupted'),
    running: running.length,
    share: sizeBytes === 0 ? null : sentBytes / sizeBytes,
    secondsLeft: running.length === 0 || rate === 0 ? null : leftBytes / rate,
  };
}

function sum(items: readonly UploadItem[], value: (item: UploadItem) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
