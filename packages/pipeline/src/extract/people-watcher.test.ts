import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type FeatureRecord, makeFeatureGrid, watchSource } from '@vigil/detection';
import { openFrames } from '@vigil/media';
import { detectorInputSize } from '@vigil/models';
import { afterAll, describe, expect, it } from 'vitest';
import type { Senses } from '../senses.ts';
import { FeatureSpoolWriter, readFeatureSpool } from '../spool/feature-spool.ts';
import { TestBench } from '../testing/test-bench.ts';
import { Extraction, type ExtractionState } from './extraction.ts';

const file = join(import.meta.dirname, '../../../../../shared/data/urfd-falls/clips/fall-02.mp4');
/** A walking man who falls at 1.3 s and lies from 2.3 s on. */
const lyingSeconds = 2.3;
const grid = makeFeatureGrid(320, 240);
const bench = new TestBench();
afterAll(() => bench[Symbol.dispose]());

/** Extracts the file in pieces: each goes on from the state of the one before, as a run that was killed does. */
async function extractInPieces(senses: Senses, spool: string, endsSeconds: readonly number[]): Promise<FeatureRecord[]> {
  let state: ExtractionState | null = null;
  let bytes = 0;
  for (const end of [...endsSeconds, Infinity]) {
    const after: { startAfterSeconds?: number } = state ? { startAfterSeconds: state.lastSeconds } : {};
    await using source = await openFrames(file, { colourShortSidePixels: detectorInputSize, ...after });
    using writer = new FeatureSpoolWriter(spool, bytes);
    using extraction = new Extraction(source, grid, senses, writer, state, undefined);
    for await (const frame of source) {
      await extraction.take(frame);
      if (frame.timeSeconds < end) continue;
      // what is still asked of the pictures has to come before their process ends with the loop
      await extraction.drain();
      break;
    }
    await extraction.drain();
    bytes = writer.flush();
    state = deserialize(serialize(extraction.snapshot())) as ExtractionState;
  }
  return [...readFeatureSpool(spool, bytes)];
}

describe.skipIf(!existsSync(file))('people in a fall (needs ../shared/data)', () => {
  it('are followed, and are the same whatever the number of workers and however often the run is interrupted', async () => {
    const whole = await bench.withSenses(2, (senses) => extractInPieces(senses, bench.path('whole.spool'), []));
    const pieces = await bench.withSenses(1, (senses) => extractInPieces(senses, bench.path('pieces.spool'), [0.9, 1.7, 2.6]));
    expect(pieces.map(({ people }) => people)).toEqual(whole.map(({ people }) => people));

    const measured = whole.filter(({ people }) => people?.some(({ state }) => state === 'measured'));
    expect(measured.length).toBeGreaterThan(0.75 * whole.length);
    expect(new Set(measured.flatMap(({ people }) => (people ?? []).filter(({ id }) => id > 0).map(({ id }) => id)))).toEqual(
      new Set([1]),
    );

    const { events, comparisons } = await watchSource({ name: 'fall', records: () => whole }, { grid });
    const falls = events.filter(({ kind }) => kind === 'pose.fall');
    expect(falls).toHaveLength(1);
    expect(falls[0].decidedSeconds).toBeLessThan(lyingSeconds + 2);
    expect(comparisons.map(({ kind }) => kind)).toEqual(['pose.fall']);
  });
});
