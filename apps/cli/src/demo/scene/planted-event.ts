import type { BoundingBox, IncidentKind } from '@vigil/contracts';

/** What is planted in the scene. */
export type PlantedKind = 'runner' | 'bang' | 'vehicle' | 'left-bag' | 'collapse' | 'covered-camera';

/** An event that the scene contains and that normal footage does not: the truth that incidents are compared with. */
export interface PlantedEvent {
  readonly kind: PlantedKind;
  /** What happens, in words. */
  readonly description: string;
  /** Media time, seconds. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Kinds of incident that name the event for what it is. */
  readonly expectedKinds: readonly IncidentKind[];
  /** Where it is, a box a tenth of a second while it is in the picture; null for what has no place in the picture, as a sound. */
  readonly path: readonly { readonly seconds: number; readonly box: BoundingBox }[] | null;
}
