import type { ObjectDetector, PoseEstimator, VoiceActivity } from '@vigil/models';

/** The models that take part in an analysis. */
export interface Senses {
  /** Names objects and tells how they look; null where it is not available. */
  readonly detector: ObjectDetector | null;
  /** Why the detector is not available; null where it is. */
  readonly detectorUnavailable: string | null;
  /** Tells how bodies are held; null where it is not available. */
  readonly pose: PoseEstimator | null;
  /** Why the pose model is not available; null where it is. */
  readonly poseUnavailable: string | null;
  /** Tells speech from other sound; null where it is not available. */
  readonly voice: VoiceActivity | null;
  /** Why the speech model is not available; null where it is. */
  readonly voiceUnavailable: string | null;
  /** Versions of what took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** One version for the pose models together; null where they are not available. */
export function poseVersion({ pose }: Senses): string | null {
  return pose ? Object.values(pose.versions).join('+') : null;
}
