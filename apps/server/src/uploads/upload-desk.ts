import { rm } from 'node:fs/promises';
import { type UploadWishes, VigilError } from '@vigil/contracts';
import { statusOf } from '../http/error-status.ts';
import { type FinishedUpload, finishUpload } from './finish-upload.ts';
import { inspectUpload } from './inspect-upload.ts';
import { Turns } from './turns.ts';
import { forgetFormFile } from './form-file.ts';
import type { ArrivedFile, UploadContext } from './upload-context.ts';

/** Files that are looked into at the same time: each takes a process of its own. */
const inspectionsAtATime = 2;

/** Takes in files that have arrived whole, each once, however many requests ask for it at the same time. */
export class UploadDesk {
  readonly context: UploadContext;
  readonly #turns = new Turns(inspectionsAtATime);
  readonly #running = new Map<string, Promise<FinishedUpload>>();

  constructor(context: UploadContext) {
    this.context = context;
  }

  /**
   * Makes a video of a file and removes the file. A file that can be no video is removed too; after any other failure it stays, and can be
   * taken in later.
   *
   * @throws VigilError as {@link finishUpload}
   */
  async takeIn(file: ArrivedFile, wishes: UploadWishes): Promise<FinishedUpload> {
    const running = this.#running.get(file.id) ?? this.#start(file, wishes);
    return await running;
  }

  #start(file: ArrivedFile, wishes: UploadWishes): Promise<FinishedUpload> {
    const running = this.#finish(file, wishes).finally(() => this.#running.delete(file.id));
    this.#running.set(file.id, running);
    return running;
  }

  async #finish(file: ArrivedFile, wishes: UploadWishes): Promise<FinishedUpload> {
    const { path, name } = file;
    const allowedFormats = this.context.configuration.allowedVideoFormats;
    const inspect = async () => await this.#turns.take(async () => await inspectUpload({ path, name, allowedFormats }));
    try {
      const finished = await finishUpload(this.context, file, wishes, inspect);
      await removeArrived(path);
      return finished;
    } catch (error) {
      if (error instanceof VigilError && statusOf(error.code) < 500) await removeArrived(path);
      throw error;
    }
  }
}

/** Removes a file that arrived, and what was kept beside it. */
export async function removeArrived(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.handed-over`, { force: true });
  await rm(`${path}.json`, { force: true });
  await forgetFormFile(path);
}
