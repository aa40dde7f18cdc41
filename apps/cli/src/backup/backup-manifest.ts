import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { z } from 'zod';

/** Files of a backup. */
export const backupFiles = { manifest: 'backup.json', store: 'store.sqlite', media: 'media' } as const;

const manifestSchema = z.object({
  format: z.literal('vigil-backup'),
  formatVersion: z.literal(1),
  createdAt: z.string(),
  /** Release that wrote it. */
  version: z.string(),
  /** Store that it was made of. */
  store: z.enum(['sqlite', 'mongodb']),
  collections: z.array(z.object({ collection: z.string(), count: z.number().int(), sha256: z.string() })),
  /** Null where the files were left out. */
  media: z.object({ files: z.number().int(), bytes: z.number() }).nullable(),
});

/** What a backup holds; written last, so that a folder without it is none. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/**
 * Reads what a backup holds.
 *
 * @throws VigilError `file-missing`, `file-unreadable` where the folder is no backup that this release reads
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const path = join(folder, backupFiles.manifest);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const message = `${JSON.stringify(folder)} is no backup: it has no ${backupFiles.manifest} that can be read`;
    throw new VigilError('file-missing', message, { path }, error);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = null;
  }
  const { success, data } = manifestSchema.safeParse(content);
  if (success) return data;
  throw new VigilError('file-unreadable', `${JSON.stringify(path)} is damaged, or of a newer release`, { path });
}
