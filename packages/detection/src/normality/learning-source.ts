import { clamp } from '../calibration/clamp.ts';
import { appearanceLength, type FeatureRecord, type FeatureSource } from '../features/feature-record.ts';
import { movingHeightsPerSecond } from '../scoring/moment-scorer.ts';
import type { JoinedSenses } from '../scoring/sense-fusion.ts';
import { type ExemplarCollector, exemplarPriority } from './exemplar-set.ts';

/**
 * Footage is cut into segments that are never compared with themselves: the longer, the less a walker is compared with
 * himself a moment ago; but a short video needs several. A fifth of the footage within these bounds, seconds.
 */
const segmentBounds = { shortest: 20, longest: 60 };

/** Length of the segments of a source, seconds. */
export function segmentLength({ analysedSeconds }: FeatureSource): number {
  const { shortest, longest } = segmentBounds;
  return analysedSeconds === undefined ? longest : clamp(analysedSeconds / 5, shortest, longest);
}

/** Appearance exemplars come from cells at least this fast, picture heights a second: slower ones are half background. */
const exemplarHeightsPerSecond = 0.0188;

/** One source while a profile is learned from it. */
export interface LearningSource {
  readonly source: FeatureSource;
  readonly segmentSeconds: number;
  /** Number of its first segment. */
  readonly firstSegment: number;
  startSeconds: number;
  /** Footage without gaps, seconds. */
  seconds: number;
  /** The senses beside the picture's own that it has. */
  senses: JoinedSenses;
  /** Appearance distances by record, once measured. */
  readonly distances: (Float32Array | null)[];
  /** What was seen of each track. */
  readonly tracks: Map<number, { dwellSeconds: number; label: string | null }>;
}

/** Number of the segment that a moment of the source belongs to. */
export function segmentIn(source: LearningSource, seconds: number): number {
  return source.firstSegment + Math.max(0, Math.floor((seconds - source.startSeconds) / source.segmentSeconds));
}

/** The cells that move, with their motion. */
export function movingCells({ motion }: FeatureRecord): { cell: number; velocityX: number; velocityY: number }[] {
  const moving: { cell: number; velocityX: number; velocityY: number }[] = [];
  if (!motion) return moving;
  for (let i = 0; i < motion.cells.length; i += 1) {
    const [velocityX, velocityY] = [motion.velocityX[i], motion.velocityY[i]];
    if (Math.hypot(velocityX, velocityY) > movingHeightsPerSecond) moving.push({ cell: motion.cells[i], velocityX, velocityY });
  }
  return moving;
}

/** Remembers the longest stay and the label of each track. */
export function noteTracks(source: LearningSource, record: FeatureRecord): void {
  for (const track of record.tracks) {
    const known = source.tracks.get(track.id);
    source.tracks.set(track.id, {
      dwellSeconds: Math.max(known?.dwellSeconds ?? 0, track.dwellSeconds),
      label: track.label ?? known?.label ?? null,
    });
  }
}

/** Offers the appearance of the faster cells as exemplars. */
export function offerExemplars(
  collector: ExemplarCollector,
  record: FeatureRecord,
  origin: { readonly segment: number; readonly source: number; readonly name: string },
): void {
  const { appearance, motion, seconds } = record;
  if (!appearance || !motion) return;
  const speeds = new Map(Array.from(motion.cells, (cell, i) => [cell, Math.hypot(motion.velocityX[i], motion.velocityY[i])]));
  appearance.cells.forEach((cell, i) => {
    if ((speeds.get(cell) ?? 0) < exemplarHeightsPerSecond) return;
    const vector = appearance.vectors.subarray(i * appearanceLength, (i + 1) * appearanceLength);
    const priority = exemplarPriority(origin.name, seconds, cell);
    collector.offer({ vector, segment: origin.segment, source: origin.source, seconds, cell, priority });
  });
}

/** Tracks by label, added to what was known. */
export function countLabels(sources: readonly LearningSource[], known: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = { ...known };
  for (const { tracks } of sources) {
    for (const { label } of tracks.values()) if (label !== null) counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}
