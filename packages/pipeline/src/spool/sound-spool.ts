import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { SoundSample } from '@vigil/detection';
import { writeFailure } from '../write-failure.ts';
import { encodeSoundSample, soundSampleBytes, type SoundSpoolEnd } from './sound-spool-format.ts';

/** Samples that are written at a time: about five minutes of sound. */
const samplesAtOnce = 3000;

/** Writes the sound samples of a file beside their final name; only `complete` gives them that name. */
export class SoundSpoolWriter implements Disposable {
  readonly #path: string;
  readonly #partialPath: string;
  readonly #file: number;
  readonly #buffer = Buffer.alloc(samplesAtOnce * soundSampleBytes);
  #waiting = 0;
  #samples = 0;
  #samplesCrc = 0;
  #isOpen = true;

  /** @throws VigilError `not-writable`, `disk-full` */
  constructor(path: string) {
    this.#path = path;
    this.#partialPath = `${path}.partial`;
    try {
      this.#file = openSync(this.#partialPath, 'w');
    } catch (cause) {
      throw writeFailure(path, cause);
    }
  }

  /** Adds a sample; it may wait in memory. */
  append(sample: SoundSample): void {
    encodeSoundSample(sample, this.#buffer.subarray(this.#waiting * soundSampleBytes));
    this.#waiting += 1;
    this.#samples += 1;
    if (this.#waiting === samplesAtOnce) this.#flush();
  }

  /** Writes what waits and the end, and puts the spool in place. */
  complete(end: Omit<SoundSpoolEnd, 'samples' | 'samplesCrc'>): SoundSpoolEnd {
    this.#flush();
    const whole: SoundSpoolEnd = { ...end, samples: this.#samples, samplesCrc: this.#samplesCrc };
    const json = Buffer.from(JSON.stringify(whole));
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(json.length, 0);
    tail.writeUInt32LE(crc32(json), 4);
    this.#write(Buffer.concat([json, tail]));
    try {
      fsyncSync(this.#file);
      this.#close();
      renameSync(this.#partialPath, this.#path);
    } catch (cause) {
      throw writeFailure(this.#path, cause);
    }
    return whole;
  }

  /** Leaves nothing of a spool that was not completed. */
  [Symbol.dispose](): void {
    if (!this.#isOpen) return;
    this.#close();
    rmSync(this.#partialPath, { force: true });
  }

  #flush(): void {
    const bytes = this.#buffer.subarray(0, this.#waiting * soundSampleBytes);
    this.#samplesCrc = crc32(bytes, this.#samplesCrc);
    this.#waiting = 0;
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done);
    } catch (cause) {
      throw writeFailure(this.#path, cause);
    }
  }

  #close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }
}
