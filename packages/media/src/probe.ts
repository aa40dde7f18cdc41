import { checkInputFile } from './input-file.ts';
import type { MediaInfo } from './media-info.ts';
import type { MediaProcessOptions } from './process/process-options.ts';
import { runJob } from './process/run-job.ts';

/**
 * Reads what a media file holds. A file without a video track is no error here: `video` is then null.
 *
 * @throws VigilError `file-missing`, `file-unreadable`, `file-empty`, `file-truncated`, `not-media`,
 * `picture-size-unsupported`, `media-process-died`, `media-process-stalled`, `cancelled`.
 */
export async function probe(file: string, options: MediaProcessOptions = {}): Promise<MediaInfo> {
  const { path } = await checkInputFile(file);
  const answer = await runJob({ kind: 'probe', file: path }, file, options, 'info');
  return answer.info;
}
