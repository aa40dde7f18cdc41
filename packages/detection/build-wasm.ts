import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the compiled nearest-neighbour kernel is kept, as text: this package reads no files. */
export const nearestKernelPath = join(here, 'src', 'nearest', 'nearest-kernel-bytes.ts');

/**
 * Compiles the nearest-neighbour kernel.
 *
 * @returns the source of the module that carries it
 * @throws Error with the compiler's messages when it refuses the sources.
 */
export async function buildNearestKernel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-nearest-'));
  try {
    const output = join(folder, 'nearest.wasm');
    const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--importMemory', '--outFile', output];
    const { error, stderr } = await asc.main([join(here, 'assembly', 'nearest', 'index.ts'), ...options], {});
    if (error) throw new Error(`assembly/nearest does not compile: ${stderr.toString()}`, { cause: error });
    const text = readFileSync(output).toString('base64');
    return `/** The kernel of assembly/nearest, compiled by build-wasm.ts; base64. */\nexport const nearestKernelBytes =\n  '${text}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(nearestKernelPath, await buildNearestKernel());
  console.log(nearestKernelPath);
}
