import type { BoundingBox, IncidentKind, Modality } from '@vigil/contracts';
import type { PersonSample } from '../features/person-sample.ts';

/** What a rule of body, sound or camera found, before it becomes an incident. */
export interface RuleEvent {
  readonly kind: IncidentKind;
  readonly modality: Modality;
  /** Media time, seconds. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly peakSeconds: number;
  /** Media time at which a live camera would have raised it, seconds. */
  readonly decidedSeconds: number;
  /** 1 at the rule's own threshold, more beyond. */
  readonly strength: number;
  /** One line in plain words. */
  readonly title: string;
  /** Evidence in one or two plain sentences, with measured figures. */
  readonly summary: string;
  /** Measured values by name, units in the names. */
  readonly details: Readonly<Record<string, number | string | boolean>>;
  /** Fractions of the picture. */
  readonly boundingBoxes: readonly BoundingBox[];
  readonly trackId: number | null;
  /** Bodies at the peak, where the source was looked at for them. */
  readonly people?: readonly PersonSample[] | undefined;
}
