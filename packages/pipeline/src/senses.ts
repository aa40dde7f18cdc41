import type { ObjectDetector } from '@vigil/models';

/** The models that take part in an analysis. */
export interface Senses {
  /** Names objects and tells how they look; null where it is not available. */
  readonly detector: ObjectDetector | null;
  /** Why the detector is not available; null where it is. */
  readonly detectorUnavailable: string | null;
  /** Versions of what took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
}
