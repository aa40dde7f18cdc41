import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = dirname(fileURLToPath(import.meta.url));

/** Where the compiled optical flow kernel is kept. */
export const flowKernelPath = join(here, 'wasm', 'flow.wasm');

/**
 * Compiles the optical flow kernel. Memory is laid out by the host, so that the module carries no allocator and no collector.
 *
 * @param outputPath - file to write; the folder must exist.
 * @throws Error with the compiler's messages when it refuses the sources.
 */
export async function buildFlowKernel(outputPath: string): Promise<void> {
  const entry = join(here, 'assembly', 'flow', 'index.ts');
  const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--disableWarning', '112'];
  const { error, stderr } = await asc.main([entry, ...options, '--outFile', outputPath], {});
  if (error) throw new Error(`assembly/flow does not compile: ${stderr.toString()}`, { cause: error });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildFlowKernel(flowKernelPath);
  console.log(`${flowKernelPath}: ${readFileSync(flowKernelPath).length} bytes`);
}
