import type { BoundingBox } from '@vigil/contracts';

/** Faults that the picture of a camera shows. */
export type CameraFaultKind =
  'camera.dark' | 'camera.glare' | 'camera.frozen' | 'camera.covered' | 'camera.moved' | 'camera.defocused' | 'camera.flicker';

/** A fault as one moment shows it. */
export interface CameraFault {
  readonly kind: CameraFaultKind;
  /** 1 at the rule's threshold, more beyond. */
  readonly strength: number;
  /** For how long it has lasted already where the moment itself tells, seconds; else 0. */
  readonly lastedSeconds: number;
  /** Measured values, units in the names. */
  readonly details: Readonly<Record<string, number | string | boolean>>;
  readonly box: BoundingBox | null;
}

/** For how long a fault has to last before it is raised, seconds: all of them well within three seconds of their start. */
export const holdSeconds: Readonly<Record<CameraFaultKind, number>> = {
  'camera.dark': 1,
  'camera.glare': 1,
  'camera.frozen': 0.8,
  'camera.covered': 1.2,
  'camera.moved': 1.2,
  'camera.defocused': 1.2,
  'camera.flicker': 0.2,
};
