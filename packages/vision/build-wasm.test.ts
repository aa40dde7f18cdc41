import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFlowKernel, flowKernelPath } from './build-wasm.ts';

test('the compiled kernel in the repository is what its sources compile to (else: npm run build:wasm)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-kernel-'));
  try {
    const rebuilt = join(folder, 'flow.wasm');
    await buildFlowKernel(rebuilt);
    expect(readFileSync(rebuilt).equals(readFileSync(flowKernelPath))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
