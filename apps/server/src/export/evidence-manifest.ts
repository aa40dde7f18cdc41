import { createHash } from 'node:crypto';

/** A file of an evidence pack. */
export interface ManifestFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
  /** Link of the chain: what `linkOf` makes of the link before and this file. */
  readonly link: string;
}

/** A file before it is linked. */
export type UnlinkedFile = Omit<ManifestFile, 'link'>;

/**
 * Links files in their order: each link is the SHA-256 of four lines of text, the link before, the path, the size in bytes, and the SHA-256
 * of the content, joined by line feeds. The first link before is the SHA-256 of the original. So the last link, the seal, stands for all
 * files, their order, and the video that they come from.
 *
 * @param originalSha256 Lower-case hexadecimal.
 */
export function linkFiles(originalSha256: string, files: readonly UnlinkedFile[]): { files: ManifestFile[]; seal: string } {
  let link = originalSha256;
  const linked = files.map((file) => {
    link = linkOf(link, file);
    return { ...file, link };
  });
  return { files: linked, seal: link };
}

function linkOf(before: string, { path, sizeBytes, sha256 }: UnlinkedFile): string {
  return createHash('sha256')
    .update([before, path, String(sizeBytes), sha256].join('\n'))
    .digest('hex');
}
