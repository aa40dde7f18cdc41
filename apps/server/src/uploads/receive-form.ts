import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { type UploadWishes, uploadWishesSchema, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { newRecordId } from '../jobs/record-id.ts';
import { fileNameOf } from './file-name.ts';
import type { UploadContext } from './upload-context.ts';
import { removeArrived } from './upload-desk.ts';

/** Most files of one form. */
const mostFiles = 100;
const limits = { files: mostFiles, fields: 20, fieldNameSize: 100, fieldSize: 1000, headerPairs: 100, headerSize: 16_384 };

/** A file of a form, on the disk or refused. */
export interface ReceivedFile {
  /** Id of the video it becomes. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** Null where all of it arrived. */
  readonly refusal: VigilError | null;
}

/** A form that has arrived whole. */
export interface ReceivedForm {
  readonly files: readonly ReceivedFile[];
  readonly wishes: UploadWishes;
}

/**
 * Takes in a form of files and fields; of the files, each is written as it comes.
 *
 * @throws VigilError `bad-request` for a body that is no such form or says wrong things, `cancelled` where it breaks off; nothing is
 * left behind then
 */
export async function receiveForm(context: UploadContext, request: FastifyRequest): Promise<ReceivedForm> {
  const files: Promise<ReceivedFile>[] = [];
  const contents: Readable[] = [];
  const fields: Record<string, string> = {};
  const problems: string[] = [];
  const form = openForm(request);
  form.on('error', () => undefined);
  form.on('field', (name, value, nameIsCut, valueIsCut) => {
    if (nameIsCut || valueIsCut || Object.hasOwn(fields, name))
      problems.push(`the field ${name.slice(0, 50)} is too long or there twice`);
    else if (value !== '') Object.defineProperty(fields, name, { value, enumerable: true });
  });
  form.on('file', (_, content, given) => {
    // Whoever reads it hears of the error too; without a listener of its own it would end the process once nobody reads.
    content.on('error', () => undefined);
    contents.push(content);
    files.push(receiveFile(context, content, fileNameOf(given ?? '')));
  });
  form.on('filesLimit', () => problems.push(`it has more than ${mostFiles} files`));
  form.on('fieldsLimit', () => problems.push(`it has more than ${limits.fields} fields`));
  try {
    request.raw.pipe(form);
    await Promise.race([finished(form), brokenOff(request)]);
    const received = await Promise.all(files);
    if (received.length === 0) problems.push('it has no file');
    const wishes = uploadWishesSchema.safeParse(fields);
    if (!wishes.success) problems.push(z.prettifyError(wishes.error).replaceAll('\n', ' '));
    if (problems.length > 0 || !wishes.success) throw new VigilError('bad-request', `The form is wrong: ${problems.join('; ')}`);
    return { files: received, wishes: wishes.data };
  } catch (error) {
    request.raw.unpipe(form);
    for (const content of contents) content.destroy(new VigilError('cancelled', 'The form broke off'));
    form.destroy();
    const started = await Promise.allSettled(files);
    for (const { path } of started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])))
      await removeArrived(path);
    throw error instanceof VigilError ? error : new VigilError('bad-request', 'The form cannot be read', {}, error);
  }
}

function openForm({ headers }: FastifyRequest): ReturnType<typeof Busboy> {
  try {
    return Busboy({ headers: headers as BusboyHeaders, limits });
  } catch (error) {
    throw new VigilError('bad-request', 'The form names no boundary between its parts', {}, error);
  }
}

async function receiveFile(
  { media, clock, configuration }: UploadContext,
  content: Readable,
  name: string,
): Promise<ReceivedFile> {
  const id = newRecordId(clock);
  const path = join(media.temporaryFolder('uploads'), `${id}.form`);
  try {
    await media.writeInProgress(path, content.iterator({ destroyOnReturn: false }), {
      offset: 0,
      limitBytes: configuration.maxFileSizeBytes,
    });
    return { id, path, name, refusal: null };
  } catch (error) {
    await removeArrived(path);
    // The rest of a refused file is read and dropped, so that the files after it arrive.
    content.resume();
    const refusal = error instanceof VigilError ? error : new VigilError('internal', 'The file could not be written', {}, error);
    return { id, path, name, refusal };
  }
}

/** Rejects when the client goes away before the body is whole. */
async function brokenOff({ raw }: FastifyRequest): Promise<never> {
  await finished(raw, { writable: false });
  return await new Promise<never>(() => undefined);
}
