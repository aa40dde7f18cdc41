import type { Dataset, IncidentKind } from '@vigil/contracts';
import { soundVersion } from '@vigil/pipeline';
import type { ClipEvaluation, EvaluationResult } from '../evaluation-result.ts';
import { EvaluationCourse } from '../run/evaluation-course.ts';
import type { EvaluationRequest } from '../run/evaluation-request.ts';
import { type HeardSound, listenToClip } from './listen-to-clip.ts';
import { soundFigures } from './sound-figures.ts';

/**
 * Listens to every clip of a data set of sounds by itself and compares the kinds that are heard with those that its label asks
 * for.
 *
 * @throws VigilError whatever reading a clip throws, `cancelled`
 */
export async function evaluateSounds(
  request: EvaluationRequest,
  folder: string,
  dataset: Dataset,
): Promise<Omit<EvaluationResult, 'labels'>> {
  const started = performance.now();
  const heard: HeardSound[] = [];
  const course = new EvaluationCourse({ train: [], test: dataset.clips, listener: request.onProgress });
  for (const clip of dataset.clips) {
    const sound = await listenToClip(request, folder, clip, course.reading);
    course.clipDone(sound.track.heardSeconds);
    heard.push(sound);
  }
  course.end(dataset.name);
  const wallSeconds = (performance.now() - started) / 1000;
  const heardSeconds = heard.reduce((sum, { track }) => sum + track.heardSeconds, 0);
  const { perKind, sounds, unknownLabels } = soundFigures(
    heard.flatMap(({ clip, events }) => (clip.label === undefined ? [] : [{ label: clip.label, kinds: kindsOf(events) }])),
  );
  return {
    format: 'vigil-evaluation',
    formatVersion: 1,
    name: dataset.name,
    task: dataset.task,
    ...withoutPictures,
    sigmaFrames: request.sigmaFrames,
    trainClips: 0,
    testClips: heard.length,
    timesRealTime: heardSeconds > 0 ? heardSeconds / wallSeconds : null,
    perKind,
    sounds,
    perClip: heard.map(clipEvaluation),
    alarmsPerHour: heardSeconds > 0 ? (3600 * heard.reduce((sum, { events }) => sum + events.length, 0)) / heardSeconds : null,
    warnings: [
      ...unknownLabels.map((label) => `Nothing is known of what is to be heard in clips labelled “${label}”: they do not count.`),
      ...(request.senses.voice === null
        ? [`Speech took no part: ${request.senses.voiceUnavailable ?? 'the speech model is not installed.'}`]
        : []),
      ...heard.flatMap(({ clip, track, truncated }) => {
        const note = track.state === 'absent' ? 'it has no sound' : (track.reason ?? truncated);
        return note === null ? [] : [`${clip.file}: ${note}`];
      }),
    ],
    versions: { sound: soundVersion, ...request.senses.versions },
    settings: {},
  };
}

/** What cannot be measured without pictures. */
const withoutPictures = {
  scoredFrames: 0,
  anomalousShare: null,
  microAuc: null,
  macroAuc: null,
  equalErrorRate: null,
  averagePrecision: null,
  roc: null,
  precisionRecall: null,
  framesPerSecond: null,
  controls: { frameIndex: null, blobCount: null },
  perModality: {},
  confusion: null,
  clipAreas: {},
  perActivity: [],
  hardNegatives: null,
  lyingDelay: null,
  comparisons: [],
  delay: null,
  falseAlarmsPerHour: null,
  budget: null,
} satisfies Partial<EvaluationResult>;

function kindsOf(events: HeardSound['events']): IncidentKind[] {
  return [...new Set(events.map(({ kind }) => kind))];
}

function clipEvaluation({ clip, events, levelsDb, seconds, track }: HeardSound): ClipEvaluation {
  const kinds = kindsOf(events);
  return {
    file: clip.file,
    name: clip.name ?? null,
    label: clip.label ?? null,
    predicted: kinds.length === 0 ? 'nothing' : kinds.join(', '),
    peakScore: levelsDb.length === 0 ? null : levelsDb.reduce((most, level) => Math.max(most, level)),
    auc: null,
    durationSeconds: track.heardSeconds,
    seconds,
    scores: levelsDb,
    labelled: null,
    alarms: events.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds })),
  };
}
