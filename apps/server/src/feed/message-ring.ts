import type { FeedEntry } from './feed-entry.ts';

interface Kept {
  readonly entry: FeedEntry;
  /** Bytes of all messages before it since the ring was made. */
  readonly bytesBefore: number;
}

/** The newest messages, bounded in number and bytes, in order of their numbers. */
export class MessageRing {
  readonly #mostMessages: number;
  readonly #mostBytes: number;
  readonly #kept: Kept[] = [];
  #bytesEver = 0;
  #coversAfter: number;
  #newest: number;
  /** Number of the newest message about each job. */
  readonly #latestOfJob = new Map<string, number>();

  /** @param newest Number of the newest message when the ring is made: it covers what comes after. */
  constructor(newest: number, mostMessages: number, mostBytes: number) {
    this.#newest = newest;
    this.#coversAfter = newest;
    this.#mostMessages = mostMessages;
    this.#mostBytes = mostBytes;
  }

  /** Every message after this number is here. */
  get coversAfter(): number {
    return this.#coversAfter;
  }

  /** Number of the newest message. */
  get newest(): number {
    return this.#newest;
  }

  /** Adds a message whose number is greater than all before; one that is not is left out. */
  add(entry: FeedEntry): void {
    if (entry.sequence <= this.#newest) return;
    this.#newest = entry.sequence;
    this.#kept.push({ entry, bytesBefore: this.#bytesEver });
    this.#bytesEver += entry.bytes.length;
    if (entry.topic === 'job') this.#latestOfJob.set(entry.recordId, entry.sequence);
    while (this.#kept.length > this.#mostMessages || this.#bytesEver - this.#startBytes() > this.#mostBytes) this.#dropOldest();
  }

  /** Forgets everything and goes on with what comes after a number. */
  restart(newest: number): void {
    this.#newest = newest;
    this.#coversAfter = newest;
    this.#kept.length = 0;
    this.#latestOfJob.clear();
  }

  /** The first message after a number; null where there is none. Only for numbers that are covered. */
  next(after: number): FeedEntry | null {
    return this.#kept[this.#indexAfter(after)]?.entry ?? null;
  }

  /** Whether a later message says all that this one does. */
  isReplaced(entry: FeedEntry): boolean {
    return entry.isReplaceable && (this.#latestOfJob.get(entry.recordId) ?? 0) > entry.sequence;
  }

  /** Bytes of the messages after a number. */
  bytesAfter(after: number): number {
    const first = this.#kept[this.#indexAfter(after)];
    return first === undefined ? 0 : this.#bytesEver - first.bytesBefore;
  }

  #startBytes(): number {
    return this.#kept[0]?.bytesBefore ?? this.#bytesEver;
  }

  #dropOldest(): void {
    const oldest = this.#kept.shift();
    if (oldest === undefined) return;
    const { sequence, recordId } = oldest.entry;
    this.#coversAfter = sequence;
    if (this.#latestOfJob.get(recordId) === sequence) this.#latestOfJob.delete(recordId);
  }

  #indexAfter(after: number): number {
    if (after >= this.#newest) return this.#kept.length;
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#kept[middle].entry.sequence > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
