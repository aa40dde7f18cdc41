import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VigilError } from '@vigil/contracts';

/**
 * The text of a file that only its owner may read, made where there is none. Processes that do so at once get the same text, and a
 * crash leaves the whole file or none.
 *
 * @throws VigilError `not-writable`
 */
export async function secretFile(path: string, make: () => string): Promise<string> {
  return (await textOf(path)) ?? (await create(path, make()));
}

async function create(path: string, text: string): Promise<string> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // unlike a rename, a link does not replace what another process was faster with
    await link(temporary, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  } catch (error) {
    throw new VigilError('not-writable', `The secret ${path} cannot be written: ${(error as Error).message}`, { path }, error);
  } finally {
    await rm(temporary, { force: true });
  }
  return (await textOf(path)) ?? text;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new VigilError('not-writable', `The secret ${path} cannot be read: ${(error as Error).message}`, { path }, error);
  }
}
