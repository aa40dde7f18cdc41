import { readFileSync } from 'node:fs';
import type { PoseAnswer } from '../mediapipe-pose/pose-estimator.ts';
import type { PoseRegion } from '../mediapipe-pose/pose-region.ts';
import { regionOfLandmarks } from '../mediapipe-pose/region-of-landmarks.ts';

/** A region as it was recorded. */
export interface RecordedRegion {
  readonly centre: readonly [number, number];
  readonly size: readonly [number, number];
  readonly rotationRadians: number;
}

/** What MediaPipe answered to a picture; coordinates in fractions of it, `[x, y, z, visibility, presence]`. */
export interface RecordedAnswer {
  readonly detected: boolean;
  readonly detection?: {
    readonly score: number;
    readonly box: readonly number[];
    readonly keypoints: readonly (readonly [number, number])[];
  };
  readonly roi?: RecordedRegion;
  readonly poseScore?: number;
  readonly landmarks?: readonly (readonly number[])[];
  readonly auxiliaryLandmarks?: readonly (readonly number[])[];
  readonly worldLandmarksMetres?: readonly (readonly number[])[];
}

/** An answer to a single picture by one of the models. */
export interface RecordedResult extends RecordedAnswer {
  readonly model: 'lite' | 'full' | 'heavy';
  readonly sane: boolean;
  readonly kernel7?: Readonly<Record<'landmarks' | 'auxiliaryLandmarks', readonly (readonly number[])[]>>;
  readonly noise: { readonly landmarkPercentMax?: number | null };
}

/** A picture with the answers to it. */
export interface RecordedCase {
  readonly name: string;
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly results: readonly RecordedResult[];
}

/** An answer to a picture of a video. */
export interface RecordedFrame extends RecordedAnswer {
  readonly frameIndex: number;
  readonly timestampMicroseconds: number;
  readonly rgbMean: readonly number[];
  readonly detectorRan: boolean;
  readonly unfilteredLandmarks?: readonly (readonly number[])[];
  readonly unfilteredAuxiliaryLandmarks?: readonly (readonly number[])[];
  readonly unfilteredWorldLandmarksMetres?: readonly (readonly number[])[];
}

/** A recorded video. */
export interface RecordedSequence {
  readonly clip: string;
  readonly firstFrame: number;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly RecordedFrame[];
}

/** The recorded pictures; none where the file is missing. */
export function readRecordedCases(folder: string): readonly RecordedCase[] {
  return (read(`${folder}cases.json`) as { cases: RecordedCase[] } | null)?.cases ?? [];
}

/** A recorded video; null where the file is missing. */
export function readRecordedSequence(folder: string, name: string): RecordedSequence | null {
  return read(`${folder}${name}.json`) as RecordedSequence | null;
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A recorded region as ours. */
export function toRegion({ centre, size, rotationRadians }: RecordedRegion): PoseRegion {
  return { centerX: centre[0], centerY: centre[1], width: size[0], height: size[1], rotationRadians };
}

/** What was recorded before smoothing as an answer of ours. */
export function unfilteredAnswer(frame: RecordedFrame, sequence: RecordedSequence): PoseAnswer {
  const rows = [...(frame.unfilteredLandmarks ?? []), ...(frame.unfilteredAuxiliaryLandmarks ?? [])];
  const landmarks = Float32Array.from(rows.flat());
  return {
    score: frame.poseScore ?? 0,
    landmarks,
    world: Float32Array.from((frame.unfilteredWorldLandmarksMetres ?? []).flat()),
    nextRegion: regionOfLandmarks(landmarks, sequence),
  };
}
