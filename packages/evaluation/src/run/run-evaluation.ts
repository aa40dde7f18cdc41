import type { NormalityProfile } from '@vigil/detection';
import { featureVersion, learnProfile, momentsPerSecond, type ProgressListener } from '@vigil/pipeline';
import { join } from 'node:path';
import { type LoadedDataset, readDataset } from '../dataset/read-dataset.ts';
import { labelsHash, sha256Of } from '../dataset/labels-hash.ts';
import type { EvaluationResult } from '../evaluation-result.ts';
import { type EvaluatedClip, evaluateClip } from './evaluate-clip.ts';
import { EvaluationCourse } from './evaluation-course.ts';
import { defaultSigmaFrames, type EvaluationRequest } from './evaluation-request.ts';
import { eventFigures } from './event-figures.ts';
import { evaluateSounds } from '../sounds/evaluate-sounds.ts';
import { alarmFigures, faultWarnings, frameFigures, ownAuc } from './summarise.ts';

/** What {@link runEvaluation} takes; smoothing has a default. */
export type EvaluationOptions = Omit<EvaluationRequest, 'sigmaFrames'> & { readonly sigmaFrames?: number | undefined };

/**
 * Learns from the train split of a labelled data set and scores the test split with the settings that every source gets.
 * Without a train split every clip is measured against itself.
 *
 * @throws VigilError `dataset-invalid` and whatever reading a clip throws, `cancelled`
 */
export async function runEvaluation(options: EvaluationOptions): Promise<EvaluationResult> {
  const request: EvaluationRequest = { ...options, sigmaFrames: options.sigmaFrames ?? defaultSigmaFrames };
  const loaded = await readDataset(request.folder);
  const { folder, dataset } = loaded;
  request.onDataset?.(loaded.text);
  const labels = labelsOf(loaded);
  if (dataset.task === 'audio') return { ...(await evaluateSounds(request, folder, dataset)), labels };
  const train = dataset.clips.filter((clip) => clip.split === 'train');
  const test = dataset.clips.filter((clip) => clip.split !== 'train');
  const course = new EvaluationCourse({ train, test, listener: request.onProgress });
  const profile = await learnTrain(
    request,
    folder,
    dataset.name,
    train.map((clip) => clip.file),
    course.learning,
  );
  course.learned();
  const clips: EvaluatedClip[] = [];
  for (const clip of test) {
    const evaluated = await evaluateClip(request, folder, clip, profile, dataset.framesPerSecond ?? null, course.reading);
    course.clipDone(evaluated.durationSeconds);
    clips.push(evaluated);
  }
  course.end(dataset.name);

  const { predictions, figures, warnings } = eventFigures(dataset, clips);
  const work = clips.reduce(
    (sum, clip) => ({
      frames: sum.frames + clip.work.frames,
      media: sum.media + clip.work.mediaSeconds,
      wall: sum.wall + clip.work.wallSeconds,
    }),
    { frames: 0, media: 0, wall: 0 },
  );
  const budget = profile ? (clips.at(0)?.scored.budget ?? null) : null;
  return {
    format: 'vigil-evaluation',
    formatVersion: 1,
    name: dataset.name,
    task: dataset.task,
    labels,
    sigmaFrames: request.sigmaFrames,
    trainClips: train.length,
    testClips: test.length,
    ...frameFigures(clips),
    ...alarmFigures(clips),
    ...figures,
    framesPerSecond: work.frames > 0 ? work.frames / work.wall : null,
    timesRealTime: work.frames > 0 ? work.media / work.wall : null,
    sounds: null,
    perClip: clips.map((clip, i) => ({
      file: clip.clip.file,
      name: clip.clip.name ?? null,
      label: clip.clip.label ?? null,
      predicted: predictions?.[i]?.predicted ?? null,
      peakScore: clip.scores.fused.length === 0 ? null : Math.max(...clip.scores.fused),
      auc: ownAuc(clip),
      durationSeconds: clip.durationSeconds,
      seconds: clip.times,
      scores: clip.scores.fused,
      labelled: clip.labelled,
      alarms: clip.alarms,
    })),
    budget,
    warnings: [
      ...warnings,
      ...faultWarnings(clips),
      ...(train.length === 0 ? ['The data set has no train split: every clip was measured against itself.'] : []),
      ...(request.senses.detector ? [] : [`Appearance took no part: ${request.senses.detectorUnavailable ?? 'no model'}`]),
    ],
    versions: { features: featureVersion, ...request.senses.versions },
    settings: { budgetIncidentsPerDay: request.budgetIncidentsPerDay, momentsPerSecond, sigmaFrames: request.sigmaFrames },
  };
}

/** Which labels these are. */
function labelsOf({ dataset, text }: LoadedDataset): EvaluationResult['labels'] {
  return { sha256: labelsHash(dataset), datasetSha256: sha256Of(text) };
}

async function learnTrain(
  request: EvaluationRequest,
  folder: string,
  name: string,
  files: readonly string[],
  onProgress: ProgressListener,
): Promise<NormalityProfile | null> {
  if (files.length === 0) return null;
  return learnProfile({
    name,
    files: files.map((file) => join(folder, file)),
    previous: null,
    senses: request.senses,
    workFolder: request.workFolder,
    signal: request.signal,
    onProgress,
  });
}
