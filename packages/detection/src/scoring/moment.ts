import type { FeatureRecord } from '../features/feature-record.ts';

/** One cell that takes part in a moment's score. */
export interface CellScore {
  readonly cell: number;
  /** Along the path, picture heights a second. */
  readonly speed: number;
  /** Appearance distance along the path. */
  readonly distance: number;
  /** −log10 of the p-values of these two among normal moving cells. */
  readonly speedSurprise: number;
  readonly distanceSurprise: number;
  /** −log10 of how often normal footage moves here, and this way. */
  readonly placeSurprise: number;
  readonly directionSurprise: number;
  /** Motion of the cell at this moment, picture heights a second. */
  readonly velocityX: number;
  readonly velocityY: number;
}

/** One moment of a source with its raw scores, before these are calibrated over time. */
export interface Moment {
  readonly record: FeatureRecord;
  /** Mean over the highest cells of the speed surprise alone; 0 where nothing moves. */
  readonly speedScore: number;
  /** Mean over the highest cells of speed and appearance surprise together. */
  readonly movementScore: number;
  /** The parts of `movementScore`. */
  readonly speedPart: number;
  readonly appearancePart: number;
  /** Mean over the highest cells of the larger of place and direction surprise. */
  readonly whereScore: number;
  /** Mean over the highest cells of the appearance surprise alone. */
  readonly appearanceScore: number;
  /** Fastest thing followed, in its own lengths a second. */
  readonly pace: number;
  /** Size of the largest thing followed: square root of its share of the picture. */
  readonly size: number;
  readonly crowd: number;
  readonly labelScore: number;
  /** Fastest limb of anybody, lengths of the own torso a second; not a number where nobody looked. */
  readonly limbs: number;
  /** Largest tilt of a torso, degrees; not a number where nobody looked. */
  readonly posture: number;
  /** Whose limb and whose torso these are; null where nobody was measured. */
  readonly limbsPersonId: number | null;
  readonly posturePersonId: number | null;
  /** Loudness and oddness of the sound, see `SoundScores`; not a number where there is none. */
  readonly loudness: number;
  readonly oddness: number;
  /** The label that `labelScore` stands for. */
  readonly rareLabel: string | null;
  /** Highest cells by movement and by place or direction, best first. */
  readonly movementCells: readonly CellScore[];
  readonly whereCells: readonly CellScore[];
}
