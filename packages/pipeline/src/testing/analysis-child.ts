import { writeFileSync } from 'node:fs';
import { InferencePool, loadObjectDetector } from '@vigil/models';
import { analyseVideo } from '../analyse/analyse-video.ts';

/** Analyses a file in a process that may be killed: FILE, MODEL CACHE, WORK FOLDER, RESULT FILE. Tells its parent media seconds. */
const [file, cacheFolder, workFolder, resultFile] = process.argv.slice(2);
await using pool = new InferencePool({ workers: 1 });
await using detector = await loadObjectDetector(pool, cacheFolder);
const result = await analyseVideo({
  file,
  profile: null,
  budgetIncidentsPerDay: 10,
  senses: { detector, detectorUnavailable: null, versions: { 'object-detector': detector.version } },
  workFolder,
  evidenceFolder: null,
  checkpointIntervalMs: 0,
  onProgress: ({ stage, mediaSeconds }) => {
    if (stage === 'extract') process.send?.(mediaSeconds);
  },
});
writeFileSync(resultFile, JSON.stringify(result));
process.disconnect();
