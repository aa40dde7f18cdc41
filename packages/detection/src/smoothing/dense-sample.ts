import { cellCount, type FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord } from '../features/feature-record.ts';

/** One record spread over the whole grid, a value a cell. */
export interface DenseSample {
  readonly record: FeatureRecord;
  /** Picture heights a second; 0 where nothing moves. */
  readonly velocityX: Float32Array;
  readonly velocityY: Float32Array;
  readonly speed: Float32Array;
  /** Appearance distance where it was measured, else 0. */
  readonly distance: Float32Array;
  /** 1 where an appearance distance was measured, else 0. */
  readonly weight: Float32Array;
}

/**
 * Spreads a record over the grid.
 *
 * @param distances - appearance distance of each cell of `record.appearance`; null where the moment was not looked at
 */
export function makeDenseSample(grid: FeatureGrid, record: FeatureRecord, distances: Float32Array | null): DenseSample {
  const count = cellCount(grid);
  const sample: DenseSample = {
    record,
    velocityX: new Float32Array(count),
    velocityY: new Float32Array(count),
    speed: new Float32Array(count),
    distance: new Float32Array(count),
    weight: new Float32Array(count),
  };
  if (!record.motion) return sample;
  const { cells, velocityX, velocityY } = record.motion;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    sample.velocityX[cell] = velocityX[i];
    sample.velocityY[cell] = velocityY[i];
    sample.speed[cell] = Math.hypot(velocityX[i], velocityY[i]);
  }
  if (record.appearance && distances) {
    record.appearance.cells.forEach((cell, i) => {
      sample.distance[cell] = distances[i];
      sample.weight[cell] = 1;
    });
  }
  return sample;
}
