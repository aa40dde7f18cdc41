import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferencePool } from '@vigil/models';
import { loadSenses, type Senses } from '@vigil/pipeline';

/** A folder of its own and the models, for as long as the work takes. */
export async function withSenses(work: (folder: string, senses: Senses) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    await using pool = new InferencePool();
    await using senses = await loadSenses({ pool, modelCacheFolder: join(folder, 'models') });
    await work(folder, senses);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
