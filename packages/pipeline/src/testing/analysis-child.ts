import { writeFileSync } from 'node:fs';
import { InferencePool } from '@vigil/models';
import { analyseVideo } from '../analyse/analyse-video.ts';
import { loadSenses } from '../load-senses.ts';

/** Analyses a file in a process that may be killed: FILE, MODEL CACHE, WORK FOLDER, RESULT FILE. Tells its parent media seconds. */
const [file, cacheFolder, workFolder, resultFile] = process.argv.slice(2);
await using pool = new InferencePool({ workers: 1 });
await using senses = await loadSenses({ pool, modelCacheFolder: cacheFolder });
const result = await analyseVideo({
  file,
  profile: null,
  budgetIncidentsPerDay: 10,
  senses,
  workFolder,
  evidenceFolder: null,
  checkpointIntervalMs: 0,
  onProgress: ({ stage, mediaSeconds }) => {
    if (stage === 'extract') process.send?.(mediaSeconds);
  },
});
writeFileSync(resultFile, JSON.stringify(result));
process.disconnect();
