import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const fileFacts = z.object({ sizeBytes: z.number().int().positive(), sha256: z.string().length(64) });

/** Schema of the `manifest.json` beside an installed model. */
export const modelManifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  converterVersion: z.number().int(),
  licence: z.string(),
  source: fileFacts.extend({ packageName: z.string(), packageVersion: z.string(), file: z.string() }),
  model: fileFacts,
});

/** What is known of an installed model: where it comes from and what its file must be. */
export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** Name of the ONNX file in the folder of an installed model. */
export const modelFileName = 'model.onnx';

/** Name of the manifest in the folder of an installed model. */
export const manifestFileName = 'manifest.json';

/** SHA-256 as 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest of an installed model; undefined where the folder is not there or its file is not what the manifest says. */
export async function readVerifiedManifest(folder: string): Promise<ModelManifest | undefined> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) return undefined;
  const bytes = await readFile(join(folder, modelFileName)).catch(() => undefined);
  const isIntact = bytes?.byteLength === manifest.model.sizeBytes && sha256Of(bytes) === manifest.model.sha256;
  return isIntact ? manifest : undefined;
}

async function readManifest(folder: string): Promise<ModelManifest | undefined> {
  try {
    return modelManifestSchema.parse(JSON.parse(await readFile(join(folder, manifestFileName), 'utf8')));
  } catch {
    return undefined;
  }
}
