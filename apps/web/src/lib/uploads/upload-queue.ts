import { type FileHandle, fileOf, type HandleProblem } from './file-handle.ts';
import type { KeptFiles } from './kept-files.ts';
import { RateMeter } from './rate-meter.ts';
import { fingerprintOf, type ResumeEntry } from './resume-storage.ts';
import type { OpenTransfer, Transfer } from './transfer.ts';
import type { ChosenFile, UploadItem, UploadPhase } from './upload-item.ts';
import type { UploadWishes } from './upload-wishes.ts';

/** Uploads that run at the same time; the rest wait. */
const mostAtATime = 3;
/** Progress is told so often at most, milliseconds. */
const tellingMs = 250;

/** What the queue knows besides what it shows. */
interface Entry {
  item: UploadItem;
  readonly fingerprint: string;
  readonly chosen: ChosenFile | null;
  readonly handle: FileHandle | undefined;
  readonly meter: RateMeter;
  transfer: Transfer | null;
}

/** All uploads of a page: a few at a time, in the order they were chosen. */
export class UploadQueue {
  readonly #open: OpenTransfer;
  readonly #kept: KeptFiles;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #items: readonly UploadItem[] = [];
  #telling: ReturnType<typeof setTimeout> | null = null;
  #count = 0;

  /** @param kept Remembers the files of what is under way, for after the page was loaded again. */
  constructor(open: OpenTransfer, kept: KeptFiles) {
    this.#open = open;
    this.#kept = kept;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** All uploads in the order they were chosen; the same array until something changes. */
  readonly items = (): readonly UploadItem[] => this.#items;

  /** Puts files at the end. One that is there already is not taken twice, and one that was interrupted goes on as it was wished for. */
  add(files: readonly ChosenFile[], wishes: UploadWishes): void {
    for (const chosen of files) {
      const { file, folder } = chosen;
      const fingerprint = fingerprintOf(file, folder);
      const known = [...this.#entries.values()].find((entry) => entry.fingerprint === fingerprint);
      if (known !== undefined && !canBeReplaced(known.item.phase)) continue;
      if (known !== undefined) this.#entries.delete(known.item.id);
      const before = known?.item.phase === 'interrupted' ? known.item : { sentBytes: 0, wishes };
      const shown = { name: file.name, folder, sizeBytes: file.size, phase: 'waiting' } as const;
      this.#put({ fingerprint, chosen, handle: chosen.handle }, { ...shown, sentBytes: before.sentBytes, wishes: before.wishes });
    }
    this.#fill();
  }

  /**
   * Shows an upload that was begun before the page was loaded.
   *
   * @param handle How the browser is asked for its file; where it cannot be, the file has to be chosen again.
   */
  addInterrupted(
    { fingerprint, name, folder, sizeBytes, wishes }: ResumeEntry,
    sentBytes: number,
    handle: FileHandle | undefined,
  ): void {
    if ([...this.#entries.values()].some((entry) => entry.fingerprint === fingerprint)) return;
    const shown = { name, folder, sizeBytes, wishes, phase: 'interrupted', sentBytes } as const;
    this.#put({ fingerprint, chosen: null, handle }, shown);
    this.#tell();
  }

  /**
   * Lets an interrupted upload go on with the file that the browser still knows. To be called in answer to a press: it may ask for
   * permission.
   *
   * @returns What is in the way, null where it goes on. `other`: the file was changed since.
   */
  async goOn(id: string): Promise<HandleProblem | 'other' | null> {
    const entry = this.#entries.get(id);
    if (entry?.item.phase !== 'interrupted' || entry.handle === undefined) return 'gone';
    const { handle, fingerprint, item } = entry;
    const file = await fileOf(handle);
    if (typeof file === 'string') return file;
    if (fingerprintOf(file, item.folder) !== fingerprint) return 'other';
    // it may have been given up while the browser asked
    if (this.#entries.get(id) === entry) this.add([{ file, folder: item.folder, handle }], item.wishes);
    return null;
  }

  /** Whether a file is that of an interrupted upload. */
  isInterrupted({ file, folder }: ChosenFile): boolean {
    const fingerprint = fingerprintOf(file, folder);
    return [...this.#entries.values()].some((entry) => entry.fingerprint === fingerprint && entry.item.phase === 'interrupted');
  }

  /** Fingerprints of what this page works on. */
  fingerprints(): string[] {
    return [...this.#entries.values()].filter(({ chosen }) => chosen !== null).map(({ fingerprint }) => fingerprint);
  }

  fingerprintOf(id: string): string | null {
    return this.#entries.get(id)?.fingerprint ?? null;
  }

  pause(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || !['waiting', 'sending', 'reconnecting'].includes(entry.item.phase)) return;
    entry.transfer?.stop();
    this.#become(entry, 'paused');
  }

  /** Pauses everything: who was signed in has left. */
  pauseAll(): void {
    for (const { id } of this.#items) this.pause(id);
  }

  /** Lets a paused or failed upload go on. */
  resume(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.chosen === null || (entry.item.phase !== 'paused' && entry.item.phase !== 'failed')) return;
    entry.item = { ...entry.item, problem: null };
    this.#become(entry, 'waiting');
  }

  /** Gives an upload up, here and on the server, and forgets it. What is done stays on the server. */
  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#fill();
    void this.#kept.forget(entry.fingerprint);
    if (entry.item.phase !== 'done') await entry.transfer?.giveUp();
  }

  /** Forgets what is done. */
  clearDone(): void {
    for (const [id, { item }] of this.#entries) if (item.phase === 'done') this.#entries.delete(id);
    this.#tell();
  }

  /** Tries at once what waits for the server to come back. */
  reconnect(): void {
    for (const { item, transfer } of this.#entries.values()) {
      if (item.phase !== 'reconnecting') continue;
      transfer?.stop();
      transfer?.start();
    }
  }

  #put(
    of: Pick<Entry, 'fingerprint' | 'chosen' | 'handle'>,
    shown: Pick<UploadItem, 'name' | 'folder' | 'sizeBytes' | 'wishes' | 'phase' | 'sentBytes'>,
  ): void {
    this.#count += 1;
    const id = `upload-${this.#count}`;
    const unknown = { bytesPerSecond: null, problem: null, videoId: null };
    const item: UploadItem = { ...shown, ...unknown, id, hasHandle: of.handle !== undefined };
    this.#entries.set(id, { ...of, item, meter: new RateMeter(), transfer: null });
  }

  #fill(): void {
    const entries = [...this.#entries.values()];
    let running = entries.filter(({ item }) => item.phase === 'sending' || item.phase === 'reconnecting').length;
    for (const entry of entries) {
      if (running >= mostAtATime) break;
      if (entry.item.phase !== 'waiting' || entry.chosen === null) continue;
      running += 1;
      entry.meter.reset();
      entry.item = { ...entry.item, phase: 'sending', bytesPerSecond: null };
      void this.#start(entry, entry.chosen);
    }
    this.#tell();
  }

  async #start(entry: Entry, chosen: ChosenFile): Promise<void> {
    if (entry.handle !== undefined) void this.#kept.keep(entry.fingerprint, entry.handle);
    try {
      entry.transfer ??= await this.#open(chosen, entry.item.wishes, {
        progress: (sentBytes) => this.#progress(entry, sentBytes),
        reconnecting: (isLost) => {
          if (entry.item.phase === (isLost ? 'sending' : 'reconnecting'))
            this.#become(entry, isLost ? 'reconnecting' : 'sending');
        },
        done: (videoId) => {
          void this.#kept.forget(entry.fingerprint);
          entry.item = { ...entry.item, videoId, sentBytes: entry.item.sizeBytes };
          this.#become(entry, 'done');
        },
        failed: (problem) => {
          entry.item = { ...entry.item, problem };
          this.#become(entry, 'failed');
        },
      });
    } catch (error) {
      // the part of the program that sends could not be loaded
      entry.item = { ...entry.item, problem: { code: 'unreachable', message: String(error) } };
      this.#become(entry, 'failed');
      return;
    }
    // it may have been paused or given up while the program was loaded
    if (this.#entries.get(entry.item.id) === entry && entry.item.phase === 'sending') entry.transfer.start();
  }

  #progress(entry: Entry, sentBytes: number): void {
    entry.meter.add(sentBytes, performance.now());
    entry.item = { ...entry.item, sentBytes, bytesPerSecond: entry.meter.bytesPerSecond };
    this.#telling ??= setTimeout(() => this.#tell(), tellingMs);
  }

  #become(entry: Entry, phase: UploadPhase): void {
    entry.item = { ...entry.item, phase, bytesPerSecond: null };
    entry.meter.reset();
    this.#fill();
  }

  #tell(): void {
    if (this.#telling !== null) clearTimeout(this.#telling);
    this.#telling = null;
    this.#items = [...this.#entries.values()].map(({ item }) => item);
    for (const listener of this.#listeners) listener();
  }
}

/** Whether choosing the same file again means to begin, or to go on, and not a slip. */
function canBeReplaced(phase: UploadPhase): boolean {
  return phase === 'interrupted' || phase === 'done' || phase === 'failed';
}
