import { VigilError } from '@vigil/contracts';
import { MediaProcess } from './media-process.ts';
import type { FromChild, MediaJob } from './messages.ts';
import type { MediaProcessOptions } from './process-options.ts';

/**
 * Runs a job that gives one answer, and waits until its process has gone.
 *
 * @param file The file that errors name.
 * @param answerType Type of the message that is the answer.
 * @throws VigilError of whatever went wrong with the file or its process.
 */
export async function runJob<Type extends FromChild['type']>(
  job: MediaJob,
  file: string,
  options: MediaProcessOptions,
  answerType: Type,
): Promise<Extract<FromChild, { type: Type }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<FromChild, { type: Type }>>();
  await using _child = new MediaProcess(job, file, options, {
    onMessage: ({ header }) => {
      if (header.type === answerType) resolve(header as Extract<FromChild, { type: Type }>);
      else reject(new VigilError('internal', `unexpected message ${header.type} for job ${job.kind}`));
    },
    onFailure: reject,
  });
  return await promise;
}
