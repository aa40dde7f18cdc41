import { constants, copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** What extraction leaves: cheap to measure again, dear to make. */
const featureFiles = ['features.spool', 'sound.spool', 'checkpoint'] as const;

/** Features that are kept at most; the ones used longest ago go first. */
const keptBytes = 2 * 2 ** 30;

/**
 * Features of originals, kept after a job so that learning from the footage and trying corrections take seconds. It is a cache:
 * whoever finds nothing, or what belongs to other versions, extracts again, and a failure to keep is no failure of the job.
 */
export class FeatureCache {
  readonly #folder: string;

  /** @param workRoot Folder of all work folders, on one disk with them. */
  constructor(workRoot: string) {
    this.#folder = join(workRoot, 'features');
  }

  /** Puts copies of what is kept for a content into a work folder that has nothing yet. */
  async lend(sha256: string, workFolder: string): Promise<void> {
    const from = join(this.#folder, sha256);
    try {
      await mkdir(workFolder, { recursive: true });
      if ((await readdir(workFolder)).includes('checkpoint')) return;
      const now = new Date();
      await utimes(from, now, now);
      // the checkpoint comes last: without it the others count for nothing
      for (const name of featureFiles) {
        const isThere = (await stat(join(from, name)).catch(() => null)) !== null;
        if (isThere) await copyFile(join(from, name), join(workFolder, name), constants.COPYFILE_FICLONE);
      }
    } catch {
      await rm(join(workFolder, 'checkpoint'), { force: true });
    }
  }

  /** Keeps the features that a finished job leaves in its work folder; they are moved out of it. */
  async keep(sha256: string, workFolder: string): Promise<void> {
    const to = join(this.#folder, sha256);
    const making = `${to}.${process.pid}-${Math.trunc(performance.now() * 1000)}`;
    try {
      // whoever lent them has moved them already, or extraction never came to its end
      if (!(await readdir(workFolder)).includes('checkpoint')) return;
      await mkdir(making, { recursive: true });
      for (const name of featureFiles) {
        await rename(join(workFolder, name), join(making, name)).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        });
      }
      await rm(to, { recursive: true, force: true });
      await rename(making, to);
      await this.#trim();
    } catch {
      await rm(making, { recursive: true, force: true });
    }
  }

  async #trim(): Promise<void> {
    const kept: { path: string; usedMs: number; bytes: number }[] = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const files = await readdir(path);
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
      kept.push({ path, usedMs: (await stat(path)).mtimeMs, bytes: sizes.reduce((sum, size) => sum + size, 0) });
    }
    let bytes = 0;
    for (const entry of kept.toSorted((a, b) => b.usedMs - a.usedMs)) {
      bytes += entry.bytes;
      if (bytes > keptBytes) await rm(entry.path, { recursive: true, force: true });
    }
  }
}
