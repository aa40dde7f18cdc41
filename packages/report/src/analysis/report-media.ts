import { VigilError } from '@vigil/contracts';

/** A picture of a nearest normal moment, to lie beside the words about it. */
export interface NormalMomentPicture {
  /** Source and media time as in the incident's evidence. */
  readonly source: string;
  readonly seconds: number;
  /** Picture as a data URL. */
  readonly pictureDataUrl: string;
}

/** Pictures and clip of one incident. */
export interface IncidentMedia {
  /** Key frame without marks, as a data URL of a picture; null where none was written. */
  readonly keyFrameDataUrl: string | null;
  /** Clip as a path relative to the page (`clips/x.mp4`) or as a data URL; null where none was cut. */
  readonly clip: string | null;
  readonly normalMoments?: readonly NormalMomentPicture[];
}

/** Pictures and clips by incident id. An incident that is missing here has neither. */
export type ReportMedia = Readonly<Record<string, IncidentMedia>>;

/**
 * A picture's address for an `src` attribute.
 *
 * @throws VigilError `internal` where it is anything but a picture in a data URL.
 */
export function pictureAddress(dataUrl: string): string {
  if (!/^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]*$/.test(dataUrl)) {
    throw new VigilError('internal', `A report picture must be a base64 data URL of an image; got "${dataUrl.slice(0, 40)}".`);
  }
  return dataUrl;
}

/**
 * A clip's address for an `src` attribute; a path is percent-encoded, so that any file name reaches its file.
 *
 * @throws VigilError `internal` where it is neither a relative path nor a video in a data URL.
 */
export function clipAddress(clip: string): string {
  if (clip.startsWith('data:video/')) return clip;
  const parts = clip.split('/');
  if (clip.startsWith('/') || parts.includes('..') || parts[0]?.includes(':')) {
    throw new VigilError(
      'internal',
      `A report clip must be a path below the page or a data URL of a video; got "${clip.slice(0, 60)}".`,
    );
  }
  return parts.map(encodeURIComponent).join('/');
}
