import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type UploadWishes, uploadWishesSchema } from '@vigil/contracts';
import { z } from 'zod';
import type { ArrivedFile } from './upload-context.ts';

const suffix = '.form';
const noteSchema = z.object({ id: z.string(), name: z.string(), uploadedBy: z.string(), wishes: uploadWishesSchema });

/** Notes beside a file of a form what it is to become, so that a service that is killed in between can be made up for. */
export async function rememberFormFile({ id, path, name, uploadedBy }: ArrivedFile, wishes: UploadWishes): Promise<void> {
  // as the form said it: the schema reads texts
  const analyse = wishes.analyse === undefined ? undefined : String(wishes.analyse);
  await writeFile(path + suffix, JSON.stringify({ id, name, uploadedBy, wishes: { ...wishes, analyse } }));
}

/** The file that a note in the folder is about; null where `entry` is no note, or half of one. */
export async function recallFormFile(
  folder: string,
  entry: string,
): Promise<{ readonly file: ArrivedFile; readonly wishes: UploadWishes } | null> {
  if (!entry.endsWith(suffix)) return null;
  try {
    const { wishes, ...facts } = noteSchema.parse(JSON.parse(await readFile(join(folder, entry), 'utf8')));
    return { file: { ...facts, path: join(folder, entry.slice(0, -suffix.length)) }, wishes };
  } catch {
    return null;
  }
}

/** Removes the note beside a file. */
export async function forgetFormFile(path: string): Promise<void> {
  await rm(path + suffix, { force: true });
}
