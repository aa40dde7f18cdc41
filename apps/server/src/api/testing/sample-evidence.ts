import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalysisResult } from '@vigil/contracts';
import { profileKey } from '@vigil/media-store';
import type { ApiBench } from './api-bench.ts';
import { addAnalysis, addIncident, addVideo } from './sample-records.ts';

/** Content of the original. */
export const sampleOriginal = 'the original footage';

/** The result of an analysis that found nothing. */
export const sampleResult: AnalysisResult = {
  format: 'vigil-analysis',
  formatVersion: 1,
  source: {
    id: 'v-1',
    file: 'street.mp4',
    sizeBytes: 1000,
    durationSeconds: 60,
    width: 640,
    height: 480,
    framesPerSecond: 25,
    codec: 'h264',
    hasAudio: false,
    truncated: false,
  },
  analysedFrames: 3,
  analysedSeconds: 60,
  baseline: 'self',
  profile: null,
  budget: {
    incidentsPerDay: 5,
    thresholdSurprise: 3,
    expectedPerDay: 4,
    calibrationSeconds: 60,
    enoughData: false,
    summary: 'Too little footage to promise anything.',
  },
  modalities: [],
  timeline: { seconds: [0, 30, 60], fused: [0, 4, 0], modalities: {} },
  kindScores: {},
  incidents: [],
  settings: {},
  versions: { vigil: '0.1.0' },
  warnings: [],
};

/** Stores the incident `i-1` with all that an evidence pack holds. */
export async function addSampleEvidence({
  context: { store, media },
  folder,
}: Pick<ApiBench, 'context' | 'folder'>): Promise<void> {
  const path = join(folder, 'upload');
  await writeFile(path, sampleOriginal);
  const { sha256, sizeBytes } = await media.adoptOriginal(path);
  await addVideo(store, 'v-1', { name: 'Straße.mp4', sha256, sizeBytes });
  await addAnalysis(store, 'a-1', { profileId: 'p-1', profileVersion: 'abc123', versions: { vigil: '0.1.0' } });
  await addIncident(store, 'i-1', {
    clip: 'clips/i-1.mp4',
    keyFrame: 'key-frames/i-1.jpg',
    note: '=HYPERLINK("http://evil")',
    tags: ['a', 'b'],
  });
  await media.write('evidence/a-1/clips/i-1.mp4', 'clip');
  await media.write('evidence/a-1/key-frames/i-1.jpg', 'picture');
  await media.write('evidence/a-1/incidents.json', JSON.stringify(sampleResult));
  await media.write(profileKey('p-1', 'abc123'), 'profile');
}
