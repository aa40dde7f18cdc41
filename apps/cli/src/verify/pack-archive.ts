import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { VigilError } from '@vigil/contracts';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** A pack has about ten files; the table of contents of more is not read on. */
const mostEntries = 2000;

/** What a file of a ZIP holds. */
export interface EntryDigest {
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** The content, where it was asked for. */
  readonly content: Buffer | null;
}

/** A ZIP whose files are read one after the other, a piece in memory at a time, and never more of one than its table of contents says. */
export class PackArchive implements Disposable {
  /** Files by path; folders are left out. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Paths that are there more than once. */
  readonly repeated: ReadonlySet<string>;
  readonly #zip: ZipFile;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, repeated: ReadonlySet<string>) {
    this.#zip = zip;
    this.entries = entries;
    this.repeated = repeated;
  }

  /**
   * Opens a ZIP and reads its table of contents.
   *
   * @throws VigilError `file-missing`, `file-unreadable`; what the ZIP library throws where it is none, or is broken
   */
  static async open(path: string): Promise<PackArchive> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
      (error: unknown) => {
        throw fileError(path, error);
      },
    );
    try {
      if (zip.entryCount > mostEntries) throw new Error(`it has ${zip.entryCount} files, and a pack has at most ${mostEntries}`);
      const entries = new Map<string, Entry>();
      const repeated = new Set<string>();
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith('/')) continue;
        if (entries.has(entry.fileName)) repeated.add(entry.fileName);
        entries.set(entry.fileName, entry);
      }
      return new PackArchive(zip, entries, repeated);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /**
   * Reads a file through.
   *
   * @param keepBytes The content is kept where it has at most so many bytes.
   * @throws What the ZIP library throws where the file cannot be unpacked, and the reason of the signal
   */
  async digest(entry: Entry, keepBytes: number, signal: AbortSignal): Promise<EntryDigest> {
    signal.throwIfAborted();
    const stream: Readable = await this.#zip.openReadStreamPromise(entry);
    const end = (): void => void stream.destroy(signal.reason as Error);
    signal.addEventListener('abort', end);
    try {
      const hash = createHash('sha256');
      const kept: Buffer[] | null = entry.uncompressedSize <= keepBytes ? [] : null;
      let sizeBytes = 0;
      for await (const piece of stream as AsyncIterable<Buffer>) {
        sizeBytes += piece.length;
        hash.update(piece);
        kept?.push(piece);
      }
      signal.throwIfAborted();
      return { sizeBytes, sha256: hash.digest('hex'), content: kept && Buffer.concat(kept) };
    } finally {
      signal.removeEventListener('abort', end);
      stream.destroy();
      await finished(stream).catch(() => undefined);
    }
  }

  [Symbol.dispose](): void {
    this.#zip.close();
  }
}

/** What keeps a file from being read at all, in our terms; what is wrong with a ZIP stays as it is. */
function fileError(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const place = JSON.stringify(path);
  if (code === 'ENOENT') return new VigilError('file-missing', `${place} is not there`, { path }, error);
  if (code === undefined) return error;
  return new VigilError('file-unreadable', `${place} cannot be read (${code})`, { path }, error);
}
