import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferencePool, loadObjectDetector } from '@vigil/models';
import type { Senses } from '@vigil/pipeline';

/** A folder of its own and the models, for as long as the work takes. */
export async function withSenses(work: (folder: string, senses: Senses) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    await using pool = new InferencePool();
    await using detector = await loadObjectDetector(pool, join(folder, 'models'));
    await work(folder, { detector, detectorUnavailable: null, versions: {} });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
