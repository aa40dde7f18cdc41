import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { distFolder } from './dist-folder.ts';
import { builtStampName, sourceStamp } from './source-stamp.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const compressible = /\.(?:js|css|html|svg|json)$/;
/** Smaller files gain nothing. */
const leastBytes = 1024;

/**
 * Builds the pages, each text beside its Brotli and gzip forms, so that serving costs no compression. The build is made
 * beside the folder and put in its place at the end: one that was cut off, or another at the same time, does no harm.
 */
export async function buildWeb(): Promise<void> {
  const stamp = await sourceStamp();
  const [made, before] = [`${distFolder}-${process.pid}`, `${distFolder}-${process.pid}-before`];
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      mode: 'production',
      build: { outDir: made, emptyOutDir: true },
    });
    for (const entry of await readdir(made, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && compressible.test(entry.name)) await compress(join(entry.parentPath, entry.name));
    }
    await writeFile(join(made, builtStampName), stamp);
    await rename(distFolder, before).catch(() => undefined);
    await rename(made, distFolder);
  } finally {
    await Promise.all([made, before].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.byteLength < leastBytes) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
