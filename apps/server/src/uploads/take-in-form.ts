import { type UploadResults, VigilError } from '@vigil/contracts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../http/access.ts';
import { rememberFormFile } from './form-file.ts';
import { receiveForm, type ReceivedFile } from './receive-form.ts';
import { removeArrived, type UploadDesk } from './upload-desk.ts';

/**
 * Makes videos of the files of a form, each with a result of its own.
 *
 * @throws VigilError as {@link receiveForm}; where every file was refused, the error of the first with all of them in `details.results`
 */
export async function takeInForm(desk: UploadDesk, request: FastifyRequest, caller: Caller): Promise<UploadResults> {
  const { files, wishes } = await receiveForm(desk.context, request);
  const outcomes = await Promise.all(
    files.map(async (file) => {
      try {
        return await takeInFile(desk, request, file, { ...wishes, uploadedBy: caller.id });
      } catch (error) {
        // where the store went away in between, the video may be stored already: it is completed at the next start
        if (!(error instanceof VigilError) || error.code !== 'store-unavailable') await removeArrived(file.path);
        if (!(error instanceof VigilError)) throw error;
        return { result: { name: file.name, video: null, analysis: null, error: error.toBody() }, error };
      }
    }),
  );
  const results = outcomes.map(({ result }) => result);
  const [first] = outcomes.map(({ error }) => error);
  if (first === null || results.some(({ video }) => video !== null)) return { results };
  const { code, message, details } = first;
  throw new VigilError(code, message, results.length === 1 ? details : { ...details, results }, first);
}

interface Outcome {
  readonly result: UploadResults['results'][number];
  readonly error: VigilError | null;
}

async function takeInFile(
  desk: UploadDesk,
  request: FastifyRequest,
  { id, path, name, refusal }: ReceivedFile,
  { uploadedBy, ...wishes }: Parameters<UploadDesk['takeIn']>[1] & { readonly uploadedBy: string },
): Promise<Outcome> {
  if (refusal !== null) throw refusal;
  const file = { id, path, name, uploadedBy };
  await rememberFormFile(file, wishes);
  const { video, analysis, problem } = await desk.takeIn(file, wishes);
  const details = { name: video.name, sizeBytes: video.sizeBytes, sha256: video.sha256 };
  await desk.context.audit.enter(request, { action: 'video.upload', target: `video:${id}`, details });
  return { result: { name, video, analysis, error: problem }, error: null };
}
