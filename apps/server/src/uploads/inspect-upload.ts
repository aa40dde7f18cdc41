import { VigilError } from '@vigil/contracts';
import { type MediaInfo, probe } from '@vigil/media';
import { mediaTypeOf } from './media-type.ts';

/** What is known of a video from its content. */
export interface InspectedVideo {
  readonly info: MediaInfo & { readonly video: NonNullable<MediaInfo['video']> };
  readonly mediaType: string;
}

/** What is looked at, and what is let in. */
export interface Inspection {
  readonly path: string;
  /** Name for messages. */
  readonly name: string;
  /** FFmpeg's names of containers, or usual endings of files. */
  readonly allowedFormats: readonly string[];
}

/** Names that people know containers by, besides FFmpeg's. */
const otherNames: Readonly<Record<string, string>> = {
  mkv: 'matroska',
  ts: 'mpegts',
  m2ts: 'mpegts',
  mpg: 'mpeg',
  wmv: 'asf',
  ogv: 'ogg',
  ogm: 'ogg',
};
const memoryCeilingBytes = 512 * 2 ** 20;

/**
 * Looks into a file, in a process of its own, whatever its name says.
 *
 * @throws VigilError `not-media`, `no-video`, `file-empty`, `file-truncated`, `picture-size-unsupported`, `media-process-died`,
 * `media-process-stalled`, `media-type-unsupported` for a format that is not let in
 */
export async function inspectUpload({ path, name, allowedFormats }: Inspection): Promise<InspectedVideo> {
  const info = await probe(path, { memoryCeilingBytes }).catch((error: unknown) => {
    throw error instanceof VigilError ? withShownName(error, path, name) : error;
  });
  const { container, video } = info;
  const allowed = allowedFormats.map((format) => otherNames[format] ?? format);
  if (!container.split(',').some((format) => allowed.includes(format))) {
    const message = `${JSON.stringify(name)}: the format ${container} is not accepted here; send one of ${allowedFormats.join(', ')}`;
    throw new VigilError('media-type-unsupported', message, { name, container, allowedFormats });
  }
  if (video === null) throw new VigilError('no-video', `${JSON.stringify(name)}: has no video track`, { name });
  return { info: { ...info, video }, mediaType: await mediaTypeOf(path, container) };
}

/** The same error with the name that the client gave in place of the path on the server. */
function withShownName(error: VigilError, path: string, name: string): VigilError {
  const message = error.message.replaceAll(JSON.stringify(path), JSON.stringify(name)).replaceAll(path, name);
  const { file: _, ...details } = error.details;
  return new VigilError(error.code, message, { ...details, name }, error);
}
