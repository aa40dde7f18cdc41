import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import { renderAnalysisReport } from '@vigil/report';
import { isRunning, processIdentity } from '../process-identity.ts';
import { isMissing, readEvidenceOf } from './previous-analysis.ts';
import { readReportMedia } from './report-pictures.ts';
import { writing } from './write-failure.ts';

const evidenceFolders = ['key-frames', 'clips'] as const;
const resultName = 'incidents.json';
const reportName = 'report.html';
const partialPrefix = '.vigil-partial-';

/**
 * The output folder of one analysis: `incidents.json`, `key-frames/`, `clips/`, `report.html`. All of it is written into a folder
 * inside first. Only when it is complete does it take the place of an earlier analysis, the report last, so that a folder with a
 * report is whole. Files that are not of an analysis are never touched.
 */
export class AnalysisFolder implements AsyncDisposable {
  /** Absolute path. */
  readonly path: string;
  /** Where evidence is written until the analysis is complete. */
  readonly partialPath: string;
  readonly #earlierEvidence: ReadonlySet<string>;
  readonly #createdFrom: string | undefined;
  #complete = false;

  private constructor(path: string, earlierEvidence: ReadonlySet<string>, createdFrom: string | undefined) {
    this.path = path;
    this.partialPath = join(path, `${partialPrefix}${processIdentity()}`);
    this.#earlierEvidence = earlierEvidence;
    this.#createdFrom = createdFrom;
  }

  /**
   * Makes the folder where it is absent, and sees to it that it can be written.
   *
   * @throws VigilError `not-writable` (also where a file of the names above is not from an earlier analysis), `disk-full`
   */
  static async open(folder: string): Promise<AnalysisFolder> {
    const path = resolve(folder);
    return await writing(path, async () => {
      const createdFrom = await mkdir(path, { recursive: true });
      const analysis = new AnalysisFolder(
        path,
        await readEvidenceOf(join(path, resultName), join(path, reportName)),
        createdFrom,
      );
      await removeAbandoned(path);
      for (const name of evidenceFolders) await mkdir(join(analysis.partialPath, name), { recursive: true });
      return analysis;
    });
  }

  /** Path of the report once the analysis is complete. */
  get reportPath(): string {
    return join(this.path, reportName);
  }

  /** Writes result and report and puts everything in place. Throws `disk-full` or `not-writable`. */
  async complete(result: AnalysisResult): Promise<void> {
    await writing(this.path, async () => {
      await writeFile(join(this.partialPath, resultName), `${JSON.stringify(result, null, 2)}\n`, { flush: true });
      const report = renderAnalysisReport(result, await readReportMedia(this.partialPath, result.incidents));
      await writeFile(join(this.partialPath, reportName), report, { flush: true });
      await this.#putInPlace();
    });
    this.#complete = true;
  }

  async #putInPlace(): Promise<void> {
    await rm(this.reportPath, { force: true });
    const stale = new Set(this.#earlierEvidence);
    for (const folder of evidenceFolders) {
      const names = await readdir(join(this.partialPath, folder));
      if (names.length > 0) await mkdir(join(this.path, folder), { recursive: true });
      for (const name of names) {
        await rename(join(this.partialPath, folder, name), join(this.path, folder, name));
        stale.delete(`${folder}/${name}`);
      }
    }
    await rename(join(this.partialPath, resultName), join(this.path, resultName));
    for (const name of stale) await rm(join(this.path, name), { force: true });
    for (const folder of evidenceFolders) await removeIfEmpty(join(this.path, folder));
    await rename(join(this.partialPath, reportName), this.reportPath);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.partialPath, { recursive: true, force: true }).catch(() => undefined);
    if (this.#complete || this.#createdFrom === undefined) return;
    for (let folder = this.path; folder.length >= this.#createdFrom.length; folder = dirname(folder)) await removeIfEmpty(folder);
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: unknown) => {
    if (!isMissing(error) && (error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  });
}

/** Removes what runs left that were killed: their process is gone. */
async function removeAbandoned(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    if (!name.startsWith(partialPrefix)) continue;
    if (!isRunning(name.slice(partialPrefix.length))) await rm(join(path, name), { recursive: true, force: true });
  }
}
