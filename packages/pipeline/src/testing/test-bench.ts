import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferencePool } from '@vigil/models';
import { loadSenses } from '../load-senses.ts';
import type { Senses } from '../senses.ts';

/** A temporary folder with a model cache. */
export class TestBench implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'vigil-pipeline-'));

  /** A path in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs something with the models on a number of inference workers. */
  async withSenses<Result>(workers: number, work: (senses: Senses) => Promise<Result>): Promise<Result> {
    await using pool = new InferencePool({ workers });
    await using senses = await loadSenses({ pool, modelCacheFolder: this.path('models') });
    return await work(senses);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
