import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { distFolder } from './dist-folder.ts';
import { builtStamp, sourceStamp } from './source-stamp.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

/** Whether the built pages are there and made from the sources as they are. */
export async function pagesAreBuilt(): Promise<boolean> {
  const built = await builtStamp();
  return built !== null && built === (await sourceStamp());
}

/**
 * Builds the pages in a process of its own, which gives its memory back at the end.
 *
 * @returns folder of the pages
 */
export async function buildPages(): Promise<string> {
  await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', program]);
  return distFolder;
}

export { distFolder } from './dist-folder.ts';
