import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EvaluationLabels, type EvaluationRecord, VigilError } from '@vigil/contracts';
import { datasetOf } from '../../label-sets/label-set-dataset.ts';
import { layOutDataset } from '../../label-sets/lay-out-dataset.ts';
import type { JobRun } from './job-run.ts';

/** What an evaluation runs on. */
export interface EvaluationSource {
  /** Folder with the `dataset.json`. */
  readonly folder: string;
  /** The label set as it is now; null for a data set of the server. */
  readonly labelSet: EvaluationLabels['labelSet'];
}

/** Finds what an evaluation runs on; a label set is laid out as a folder first. @throws VigilError `dataset-invalid` */
export async function evaluationSource(run: JobRun, { dataset, labelSetId }: EvaluationRecord): Promise<EvaluationSource> {
  const { store, media, configuration } = run.context;
  if (labelSetId !== null) {
    const set = await store.labelSets.get(labelSetId);
    if (set === null) throw new VigilError('dataset-invalid', `The label set ${dataset} was removed`, { labelSetId });
    const folder = join(run.workFolder, 'dataset');
    await layOutDataset(media, datasetOf(set, await store.videos.getMany(set.clips.map(({ videoId }) => videoId))), folder);
    return { folder, labelSet: { id: set.id, version: set.version, updatedAt: set.updatedAt } };
  }
  if (configuration.datasetsFolder === null) {
    throw new VigilError('dataset-invalid', 'This server has no data sets: set DATASETS_DIR', { dataset });
  }
  const folder = join(configuration.datasetsFolder, dataset);
  if (existsSync(join(folder, 'dataset.json'))) return { folder, labelSet: null };
  const problem = `This server has no data set ${dataset}: DATASETS_DIR has no ${dataset}/dataset.json`;
  throw new VigilError('dataset-invalid', problem, { dataset });
}
