import { createHash } from 'node:crypto';
import { z } from 'zod';

/** SHA-256, lower-case hexadecimal. */
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const sizeSchema = z.int().nonnegative();

/** A file of an evidence pack. */
const manifestFileSchema = z.object({
  path: z.string().min(1).max(500),
  sizeBytes: sizeSchema,
  /** Of the content. */
  sha256: sha256Schema,
  /** Link of the chain: what the link before and this file make, as {@link linkFiles} says. */
  link: sha256Schema,
});

/** `manifest.json` of an evidence pack. */
export const evidenceManifestSchema = z.object({
  format: z.literal('vigil-evidence-pack'),
  formatVersion: z.literal(1),
  incidentId: z.string(),
  madeAt: z.string(),
  /** Name of who asked for the pack. */
  madeBy: z.string(),
  /** Version of Vigil that made the pack. */
  madeWith: z.string(),
  original: z.object({ name: z.string(), sizeBytes: sizeSchema, sha256: sha256Schema }),
  /** Versions of everything that found the incident, by name. */
  versions: z.record(z.string(), z.string()),
  profile: z.object({ id: z.string(), version: z.string().nullable() }).nullable(),
  /** What the record speaks of and the retention has removed. */
  missing: z.array(z.string()),
  files: z.array(manifestFileSchema).max(1000),
  /** The last link. */
  seal: sha256Schema,
});

/** `manifest.json` of an evidence pack. */
export type EvidenceManifest = z.infer<typeof evidenceManifestSchema>;

/** A file of an evidence pack. */
export type ManifestFile = z.infer<typeof manifestFileSchema>;

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
