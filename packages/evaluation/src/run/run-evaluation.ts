import type { NormalityProfile } from '@vigil/detection';
import { featureVersion, learnProfile, momentsPerSecond } from '@vigil/pipeline';
import { join } from 'node:path';
import { readDataset } from '../dataset/read-dataset.ts';
import type { EvaluationResult } from '../evaluation-result.ts';
import { type EvaluatedClip, evaluateClip } from './evaluate-clip.ts';
import { defaultSigmaFrames, type EvaluationRequest } from './evaluation-request.ts';
import { eventFigures } from './event-figures.ts';
import { evaluateSounds } from '../sounds/evaluate-sounds.ts';
import { alarmFigures, frameFigures, ownAuc } from './summarise.ts';

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
  const { folder, dataset } = await readDataset(request.folder);
  if (dataset.task === 'audio') return evaluateSounds(request, folder, dataset);
  const train = dataset.clips.filter((clip) => clip.split === 'train');
  const test = dataset.clips.filter((clip) => clip.split !== 'train');
  const profile = await learnTrain(
    request,
    folder,
    dataset.name,
    train.map((clip) => clip.file),
  );
  const clips: EvaluatedClip[] = [];
  for (const clip of test) clips.push(await evaluateClip(request, folder, clip, profile, dataset.framesPerSecond ?? null));

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
      ...(train.length === 0 ? ['The data set has no train split: every clip was measured against itself.'] : []),
      ...(request.senses.detector ? [] : [`Appearance took no part: ${request.senses.detectorUnavailable ?? 'no model'}`]),
    ],
    versions: { features: featureVersion, ...request.senses.versions },
    settings: { budgetIncidentsPerDay: request.budgetIncidentsPerDay, momentsPerSecond, sigmaFrames: request.sigmaFrames },
  };
}

async function learnTrain(
  request: EvaluationRequest,
  folder: string,
  name: string,
  files: readonly string[],
): Promise<NormalityProfile | null> {
  if (files.length === 0) return null;
  return learnProfile({
    name,
    files: files.map((file) => join(folder, file)),
    previous: null,
    senses: request.senses,
    workFolder: request.workFolder,
    signal: request.signal,
    onProgress: request.onProgress,
  });
}
