import { lstat, opendir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { type MediaArea, type MediaUsage, mediaAreas } from '../media-store.ts';
import { isMissing } from './file-failure.ts';

/** Least time between two measurements, milliseconds. */
const leastIntervalMs = 250;
/** A measurement that took long is repeated so many times less often, so that measuring costs a twentieth of the time at most. */
const restFactor = 20;

/** What the space of a store is bounded by. */
export interface SpaceLimits {
  readonly folder: string;
  readonly temporaryFolder: string;
  /** Null for no limit, bytes. */
  readonly quotaBytes: number | null;
  readonly reserveBytes: number;
}

interface Measurement {
  readonly byArea: Readonly<Record<MediaArea, number>>;
  /** All areas and files in progress. */
  readonly usedBytes: number;
  /** Monotonic time until which it is good, milliseconds. */
  readonly goodUntilMs: number;
}

/** Knows how much of its share of the disk a store uses, and says no before it is too much. */
export class SpaceGuard {
  readonly #limits: SpaceLimits;
  #measurement: Measurement | null = null;
  #running: Promise<Measurement> | null = null;
  /** Change since the last measurement by this process. */
  #changeBytes = 0;

  constructor(limits: SpaceLimits) {
    this.#limits = limits;
  }

  /** Space that is used and left. */
  async usage(): Promise<MediaUsage> {
    const { quotaBytes, reserveBytes } = this.#limits;
    const { byArea, usedBytes } = await this.#measured();
    const freeBytes = await this.#freeBytes();
    return { usedBytes: Math.max(0, usedBytes + this.#changeBytes), quotaBytes, freeBytes, reserveBytes, byArea };
  }

  /**
   * Checks that so many further bytes fit.
   *
   * @throws VigilError `disk-full` where they would eat into the reserve, `quota-exceeded` where they would pass the quota
   */
  async require(bytes: number): Promise<void> {
    const { quotaBytes, reserveBytes } = this.#limits;
    const freeBytes = await this.#freeBytes();
    if (freeBytes - bytes < reserveBytes) {
      const message = `${bytes} further bytes do not fit on the disk: ${freeBytes} bytes are free and ${reserveBytes} are kept in reserve; free some space`;
      throw new VigilError('disk-full', message, { bytes, freeBytes, reserveBytes });
    }
    if (quotaBytes === null) return;
    const { usedBytes } = await this.usage();
    if (usedBytes + bytes <= quotaBytes) return;
    const message = `${bytes} further bytes do not fit into the store: ${usedBytes} of ${quotaBytes} bytes are used; remove videos, or raise the quota`;
    throw new VigilError('quota-exceeded', message, { bytes, usedBytes, quotaBytes });
  }

  /** Tells of bytes that came or went, so that it shows before the next measurement. */
  changed(bytes: number): void {
    this.#changeBytes += bytes;
  }

  /** Waits for a measurement that is under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #measured(): Promise<Measurement> {
    const last = this.#measurement;
    if (last !== null && performance.now() < last.goodUntilMs) return last;
    this.#running ??= this.#measure().finally(() => {
      this.#running = null;
    });
    return await this.#running;
  }

  async #measure(): Promise<Measurement> {
    const startedMs = performance.now();
    const changeBefore = this.#changeBytes;
    const byArea: Record<MediaArea, number> = { originals: 0, evidence: 0, previews: 0, reports: 0, profiles: 0 };
    let usedBytes = await bytesBelow(this.#limits.temporaryFolder);
    for (const area of mediaAreas) {
      byArea[area] = await bytesBelow(join(this.#limits.folder, area));
      usedBytes += byArea[area];
    }
    const tookMs = performance.now() - startedMs;
    const goodUntilMs = performance.now() + Math.max(leastIntervalMs, tookMs * restFactor);
    this.#changeBytes -= changeBefore;
    this.#measurement = { byArea, usedBytes, goodUntilMs };
    return this.#measurement;
  }

  async #freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#limits.folder);
    return bavail * bsize;
  }
}

/** Bytes of the files below a folder; what vanishes meanwhile counts nothing, links are not followed. */
async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) bytes += await bytesBelow(path);
      else if (entry.isFile()) bytes += await bytesOf(path);
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return bytes;
}

/** Bytes of a file, or of the files below a folder; 0 where there is nothing. */
export async function bytesOf(path: string): Promise<number> {
  try {
    const facts = await lstat(path);
    return facts.isDirectory() ? await bytesBelow(path) : facts.size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
