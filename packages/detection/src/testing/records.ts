import type { FeatureRecord, FeatureSource, MotionSample } from '../features/feature-record.ts';

/** A record of a moment at which nothing is seen, with what is given in its place. */
export function makeRecord(index: number, seconds: number, found: Partial<FeatureRecord> = {}): FeatureRecord {
  return {
    index,
    seconds,
    motion: null,
    appearance: null,
    tracks: [],
    people: null,
    camera: null,
    sightings: null,
    blobCount: 0,
    stationaryStarted: [],
    stationaryEnded: [],
    ...found,
  };
}

/** Motion of some cells, picture heights a second. */
export function makeMotion(
  cells: readonly { cell: number; velocityX: number; velocityY: number; incoherence?: number }[],
): MotionSample {
  const sorted = cells.toSorted((a, b) => a.cell - b.cell);
  return {
    cells: Uint16Array.from(sorted, ({ cell }) => cell),
    velocityX: Float32Array.from(sorted, ({ velocityX }) => velocityX),
    velocityY: Float32Array.from(sorted, ({ velocityY }) => velocityY),
    incoherence: Float32Array.from(sorted, ({ incoherence = 0 }) => incoherence),
  };
}

/** A source that gives these records. */
export function sourceOf(name: string, records: readonly FeatureRecord[]): FeatureSource {
  return { name, records: () => records };
}
