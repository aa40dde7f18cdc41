import type { AnalysisResult } from '@vigil/contracts';

const framesPerSecond = 10;
const daySeconds = 86_400;
/** Frames that say more than that the scene is still. */
const busyShare = 0.35;

/** The result of a day of footage: 864,000 frames with all senses, values as unlike as measured ones, no incidents. */
export function dayResult(id: string): AnalysisResult {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x9e37_79b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const frames = daySeconds * framesPerSecond;
  const surprise = (): number => (random() < busyShare ? Math.round(-4343 * Math.log(random() + 1e-6)) / 10_000 : 0);
  const lane = (): number[] => Array.from({ length: frames }, surprise);
  const rarely = (): (number | null)[] => Array.from({ length: frames }, () => (random() < 0.2 ? surprise() : null));
  return {
    format: 'vigil-analysis',
    formatVersion: 1,
    source: {
      id,
      file: 'day.mp4',
      sizeBytes: 1,
      durationSeconds: daySeconds,
      width: 640,
      height: 360,
      framesPerSecond: 25,
      codec: 'h264',
      hasAudio: true,
      truncated: false,
    },
    analysedFrames: frames,
    analysedSeconds: daySeconds,
    baseline: 'self',
    profile: null,
    budget: {
      incidentsPerDay: 5,
      thresholdSurprise: 4,
      expectedPerDay: 5,
      calibrationSeconds: daySeconds,
      enoughData: true,
      summary: '',
    },
    modalities: [],
    timeline: {
      seconds: Array.from({ length: frames }, (_, frame) => frame / framesPerSecond),
      fused: lane(),
      modalities: { motion: lane(), appearance: rarely(), objects: lane(), pose: rarely(), sound: lane(), camera: lane() },
    },
    kindScores: {},
    incidents: [],
    settings: {},
    versions: {},
    warnings: [],
  };
}
