import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import {
  learnProfile as learnFromFeatures,
  type NormalityProfile,
  sameGrid,
  type WatchedSource,
  watchSource,
} from '@vigil/detection';
import { requireActive } from '../cancellation.ts';
import type { ExtractedFeatures } from '../extract/extract-features.ts';
import { type ExtractedSource, extractSource } from '../extract/extract-source.ts';
import type { ProgressListener } from '../progress.ts';
import { poseVersion, type Senses } from '../senses.ts';
import { type FootageRange, withinRange } from './footage-range.ts';

/** What a profile is to be learned from. */
export interface LearnFilesRequest {
  readonly name: string;
  /** Footage that the user calls normal, all of one camera. */
  readonly files: readonly string[];
  /** One for each file: the stretch of it that is learned from, or null for all of it. All of every file where left out. */
  readonly ranges?: readonly (FootageRange | null)[] | undefined;
  /** What the sources are called in the profile, one for each file; the files' own names where left out. */
  readonly names?: readonly string[] | undefined;
  /** What the sources are kept under, one for each file. */
  readonly ids?: readonly string[] | undefined;
  /** The profile to extend; null for a new one. */
  readonly previous: NormalityProfile | null;
  readonly senses: Senses;
  /** Intermediate files; a killed run resumes from them. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
  /** Once given, a checkpoint is written and the run ends with `cancelled`; the next one goes on from there. */
  readonly pause?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * Learns a profile from files.
 *
 * @throws VigilError `profile-mismatch` where pictures have another shape than the profile or one another, and whatever extraction throws
 */
export async function learnProfile(request: LearnFilesRequest): Promise<NormalityProfile> {
  const { name, files, previous, senses, signal, pause, onProgress } = request;
  if (files.length === 0) throw new VigilError('bad-request', 'There is no footage to learn from; name at least one file');
  const sources: ExtractedSource[] = [];
  for (const [number, file] of files.entries()) {
    const workFolder = join(request.workFolder, workName(file));
    const shownName = request.names?.[number] ?? basename(file);
    const whole = await extractSource({ file, name: shownName, senses, workFolder, signal, pause, onProgress });
    const source = { ...whole, id: request.ids?.[number] };
    const range = request.ranges?.[number] ?? null;
    sources.push(range === null ? source : withinRange(source, range));
  }
  const grid = previous?.grid ?? sources[0].grid;
  sources.forEach((source, i) => requireGrid(grid, source, files[i]));
  const detectorVersion = senses.detector?.version ?? null;
  if (previous && previous.detectorVersion !== detectorVersion) {
    throw new VigilError(
      'profile-mismatch',
      `The profile ${previous.name} was learned with the appearance model ${previous.detectorVersion ?? 'none'}, now there is ${detectorVersion ?? 'none'}; learn it anew`,
      { profile: previous.name },
    );
  }
  if (previous && previous.poseVersion !== null && previous.poseVersion !== poseVersion(senses)) {
    throw new VigilError(
      'profile-mismatch',
      `The profile ${previous.name} was learned with the pose model ${previous.poseVersion}, now there is ${poseVersion(senses) ?? 'none'}; learn it anew`,
      { profile: previous.name },
    );
  }
  const total = sources.reduce((sum, source) => sum + source.analysedSeconds, 0);
  const watched: WatchedSource[] = [];
  for (const source of sources) watched.push(await watchSource(source, { grid, onMoment: () => requireActive(signal, name) }));
  const { profile } = await learnFromFeatures({
    name,
    grid,
    detectorVersion,
    poseVersion: poseVersion(senses),
    sources: watched.map(({ source }) => source),
    ruleEvents: watched.flatMap(({ events }) => events),
    previous,
    onProgress: (done) => {
      requireActive(signal, name);
      onProgress?.({
        stage: 'score',
        file: name,
        mediaSeconds: done * total,
        totalSeconds: total,
        timesRealTime: 0,
        secondsLeft: null,
      });
    },
  });
  return profile;
}

/** @throws VigilError `profile-mismatch` where the pictures of a file do not have the shape a profile was learned for */
export function requireGrid(grid: NormalityProfile['grid'], source: ExtractedFeatures, file: string): void {
  if (sameGrid(grid, source.grid)) return;
  throw new VigilError(
    'profile-mismatch',
    `${file} has pictures ${source.grid.aspect.toFixed(2)} times as wide as high, the profile is for ${grid.aspect.toFixed(2)}; use footage of the same camera`,
    { file, aspect: source.grid.aspect, expected: grid.aspect },
  );
}

/** Folder name for the intermediate files of a file. */
export function workName(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 16);
}
