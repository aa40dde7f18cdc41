import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const compressible = /\.(?:js|css|html|svg|json)$/;
/** Smaller files gain nothing. */
const leastBytes = 1024;

/** Folder that the built pages are in. */
export const distFolder: string = join(root, 'dist');

/**
 * Builds the pages into {@link distFolder}, each text beside its Brotli and gzip forms, so that serving costs no compression.
 *
 * @param log Whether Vite tells what it does.
 */
export async function buildWeb(log: 'info' | 'silent'): Promise<void> {
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: log === 'info' ? 'warn' : 'silent',
    mode: 'production',
  });
  const entries = await readdir(distFolder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && compressible.test(entry.name)) await compress(join(entry.parentPath, entry.name));
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.byteLength < leastBytes) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
}
