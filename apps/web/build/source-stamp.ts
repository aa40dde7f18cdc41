import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distFolder } from './dist-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** File of a build that says what it was made from. */
export const builtStampName = 'built-from.txt';

/** What a build is made of, besides the packages that `package.json` names. */
const sources = [
  'src',
  'public',
  'index.html',
  'wall.html',
  'vite.config.ts',
  'package.json',
  '../../packages/contracts/src/words.ts',
];

/** SHA-256 over everything that the pages are built from; the same sources give the same stamp. */
export async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** The stamp that the build in the folder was made with; null where there is none. */
export async function builtStamp(): Promise<string | null> {
  return await readFile(join(distFolder, builtStampName), 'utf8').catch(() => null);
}

async function filesOf(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
