import type { AnalysisResult } from '@vigil/contracts';
import { sampleIncidents } from './sample-incidents.ts';

/** A made-up analysis for tests of the page: 10 frames a second, a gap without footage, six incidents of every sense and severity. */
export function sampleAnalysis(frames = 1200): AnalysisResult {
  const seconds = Array.from({ length: frames }, (_, index) => index / 10 + (index > frames * 0.6 ? 9 : 0));
  const durationSeconds = (seconds.at(-1) ?? 0) + 0.1;
  const incidents = sampleIncidents(durationSeconds);
  const bump = (time: number, height: number, ids: readonly string[] = ['left', 'run', 'stay']): number =>
    incidents
      .filter(({ id }) => ids.includes(id))
      .reduce((sum, { peakSeconds, endSeconds, startSeconds }) => {
        const width = (endSeconds - startSeconds) / 2;
        return sum + height * Math.exp(-(((time - peakSeconds) / width) ** 2));
      }, 0);
  const motion = seconds.map(
    (time, index) => 0.5 + 0.35 * Math.sin(index / 3.1) ** 2 + 0.3 * Math.sin(index / 37) + bump(time, 3.2),
  );
  const objects = seconds.map((time, index) =>
    index % 400 < 60 ? null : 0.3 + 0.25 * Math.sin(index / 11) ** 2 + bump(time, 2.4),
  );
  const pose = seconds.map((time, index) =>
    (index + 100) % 400 < 250 ? 0.3 + 0.2 * Math.sin(index / 7) ** 2 + bump(time, 3.4, ['fall']) : null,
  );
  const sound = seconds.map((time, index) => 0.2 + 0.3 * Math.sin(index / 5) ** 2 + bump(time, 3.6, ['bang']));
  const camera = seconds.map((time) => bump(time, 3, ['covered']));
  const fused = motion.map(
    (value, index) =>
      0.6 * value + 0.5 * (objects[index] ?? value) + 0.7 * bump(seconds[index] ?? 0, 3.4, ['fall', 'bang', 'covered']),
  );
  return {
    format: 'vigil-analysis',
    formatVersion: 1,
    source: {
      id: 'sample',
      file: 'footage/entrance-hall.mp4',
      sizeBytes: 18_412_331,
      durationSeconds,
      width: 720,
      height: 480,
      framesPerSecond: 29.97,
      codec: 'h264',
      hasAudio: true,
      truncated: false,
    },
    analysedFrames: frames,
    analysedSeconds: frames / 10,
    baseline: 'profile',
    profile: { name: 'entrance-hall', version: '3f9c12ab' },
    budget: {
      incidentsPerDay: 5,
      thresholdSurprise: 2.35,
      expectedPerDay: 4.1,
      calibrationSeconds: 5400,
      enoughData: false,
      summary:
        'At most 5 incidents a day are promised; the 1 h 30 min of calibration footage gives about 4.1 a day at this threshold.',
    },
    modalities: [
      { modality: 'motion', state: 'used', reason: null },
      { modality: 'appearance', state: 'unavailable', reason: 'The object detector’s weights are not in the model cache.' },
      { modality: 'objects', state: 'used', reason: null },
      { modality: 'pose', state: 'used', reason: null },
      { modality: 'sound', state: 'used', reason: null },
      { modality: 'camera', state: 'used', reason: null },
    ],
    timeline: { seconds, fused, modalities: { motion, objects, pose, sound, camera } },
    kindScores: {},
    incidents,
    settings: { analysis: { framesPerSecond: 10, graySize: [360, 240] }, incidents: { leastSeconds: 0.5, mergeGapSeconds: 2 } },
    versions: { vigil: '0.1.0', 'object-detector': 'ssd-mobilenet-v2 0.4.1675468480', onnxruntime: '1.30.0', ffmpeg: '8.1' },
    warnings: ['9 s without footage from 1:12.0 on were skipped.'],
  };
}
