import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EvaluationRecord, VigilError } from '@vigil/contracts';
import { datasetOf } from '../../label-sets/label-set-dataset.ts';
import { layOutDataset } from '../../label-sets/lay-out-dataset.ts';
import type { JobRun } from './job-run.ts';

/** Folder with the `dataset.json` that an evaluation runs on; that of a label set is laid out first. @throws VigilError `dataset-invalid` */
export async function evaluationFolder(run: JobRun, { dataset, labelSetId }: EvaluationRecord): Promise<string> {
  const { store, media, configuration } = run.context;
  if (labelSetId !== null) {
    const set = await store.labelSets.get(labelSetId);
    if (set === null) throw new VigilError('dataset-invalid', `The label set ${dataset} was removed`, { labelSetId });
    const folder = join(run.workFolder, 'dataset');
    await layOutDataset(media, datasetOf(set, await store.videos.getMany(set.clips.map(({ videoId }) => videoId))), folder);
    return folder;
  }
  if (configuration.datasetsFolder === null) {
    throw new VigilError('dataset-invalid', 'This server has no data sets: set DATASETS_DIR', { dataset });
  }
  const folder = join(configuration.datasetsFolder, dataset);
  if (existsSync(join(folder, 'dataset.json'))) return folder;
  const problem = `This server has no data set ${dataset}: DATASETS_DIR has no ${dataset}/dataset.json`;
  throw new VigilError('dataset-invalid', problem, { dataset });
}
