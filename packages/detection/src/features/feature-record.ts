import type { BoundingBox } from '@vigil/contracts';
import type { CameraSample } from './camera-sample.ts';
import type { PersonSample } from './person-sample.ts';
import type { PersonSighting } from './person-sighting.ts';
import type { SoundFeatures } from './sound-features.ts';

/** Motion at the cells that move. */
export interface MotionSample {
  /** Numbers of the moving cells, ascending. */
  readonly cells: Uint16Array;
  /** Mean motion of each of these cells, picture heights a second, x to the right and y down. */
  readonly velocityX: Float32Array;
  readonly velocityY: Float32Array;
  /**
   * How much the motion inside each of these cells goes against itself: mean length of the motion less the length of the mean motion, picture
   * heights a second. 0 where all of a cell moves in one direction, or part of it while the rest keeps still.
   */
  readonly incoherence: Float32Array;
}

/** Length of an appearance vector. */
export const appearanceLength = 96;

/** Appearance vectors are unit vectors times this, rounded and cut at ±127. */
export const appearanceScale = 254;

/** How the moving cells look. */
export interface AppearanceSample {
  /** Numbers of the cells, ascending. */
  readonly cells: Uint16Array;
  /** `[cells, 96]` int8, see {@link appearanceScale}. */
  readonly vectors: Int8Array;
}

/** A tracked thing at one moment. */
export interface TrackSample {
  readonly id: number;
  readonly label: string | null;
  readonly box: BoundingBox;
  /** Picture heights a second. */
  readonly speed: number;
  /** For how long it has stayed near where it is, seconds. */
  readonly dwellSeconds: number;
  readonly ageSeconds: number;
}

/** An object left behind or taken away, as the picture shows it. */
export interface StationaryEvent {
  readonly id: number;
  readonly kind: 'left' | 'removed';
  readonly box: BoundingBox;
  readonly sinceSeconds: number;
  readonly confirmedSeconds: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What the senses found at one moment of a source; one record every fifth of a second. */
export interface FeatureRecord {
  /** 0, 1, 2, … without gaps. */
  readonly index: number;
  /** Media time, seconds. */
  readonly seconds: number;
  /** Null where it cannot be told: at the first moment, and after a gap. */
  readonly motion: MotionSample | null;
  /** Null where the moment was not looked at by the appearance model. */
  readonly appearance: AppearanceSample | null;
  readonly tracks: readonly TrackSample[];
  /** Bodies in the picture; null where nobody looked for them. */
  readonly people: readonly PersonSample[] | null;
  /** People that the object detector saw at this moment, faint ones as well; null where it did not look. */
  readonly sightings: readonly PersonSighting[] | null;
  /** Whether the picture itself can be trusted; null where nobody looked. */
  readonly camera: CameraSample | null;
  /** Foreground blobs in the picture. */
  readonly blobCount: number;
  /** Objects left or removed that were confirmed since the record before. */
  readonly stationaryStarted: readonly StationaryEvent[];
  /** Ends of such events since the record before. */
  readonly stationaryEnded: readonly { readonly id: number; readonly endSeconds: number }[];
}

/** A source of records that can be read more than once: a feature spool, or an array. */
export interface FeatureSource {
  /** Name of the file or camera, as shown to people. */
  readonly name: string;
  /** What it is kept under, where names need not be unique. */
  readonly id?: string | undefined;
  /** Length of the footage where it is known, seconds. */
  readonly analysedSeconds?: number | undefined;
  /** Its sound; left out where nobody listened. */
  readonly sound?: SoundFeatures | undefined;
  /** Reads from the first record. */
  records(): AsyncIterable<FeatureRecord> | Iterable<FeatureRecord>;
}
