import { describe, expect, it } from 'vitest';
import type { FeatureRecord, StationaryEvent } from '../features/feature-record.ts';
import { makeMotion, makeRecord, sourceOf } from '../testing/records.ts';
import { withoutFaults } from './without-faults.ts';

const box = { left: 0.4, top: 0.4, width: 0.1, height: 0.1 };

function bag(sinceSeconds: number): StationaryEvent {
  return { id: 1, kind: 'left', box, sinceSeconds, confirmedSeconds: sinceSeconds + 4, confidence: 0.9 };
}

const moving = makeMotion([{ cell: 3, velocityX: 0.4, velocityY: 0 }]);
const records = Array.from({ length: 300 }, (_, i) => makeRecord(i, i / 5, { motion: moving, people: [], blobCount: 2 }));

async function read(all: readonly FeatureRecord[], faults: Parameters<typeof withoutFaults>[1]): Promise<FeatureRecord[]> {
  const seen: FeatureRecord[] = [];
  for await (const record of withoutFaults(sourceOf('yard', all), faults).records()) seen.push(record);
  return seen;
}

describe('withoutFaults', () => {
  it('shows nothing while the camera is at fault and a second around it', async () => {
    const seen = await read(records, [{ startSeconds: 20, endSeconds: 25 }]);
    expect(seen).toHaveLength(300);
    const blank = seen.filter(({ motion }) => motion === null).map(({ seconds }) => seconds);
    expect([blank[0], blank.at(-1)]).toEqual([19, 26]);
    expect(seen[100]).toMatchObject({ people: null, tracks: [], blobCount: 0, index: 100 });
    expect(seen[50]).toBe(records[50]);
  });

  it('does not take what the camera left unsettled for things left behind', async () => {
    const at = (sinceSeconds: number): Promise<FeatureRecord[]> =>
      read([makeRecord(0, 58, { stationaryStarted: [bag(sinceSeconds)] })], [{ startSeconds: 10, endSeconds: 15 }]);
    expect((await at(30))[0].stationaryStarted).toEqual([]);
    expect((await at(50))[0].stationaryStarted).toHaveLength(1);
    expect((await at(2))[0].stationaryStarted).toHaveLength(1);
  });

  it('is the source itself where there are no faults', () => {
    const source = sourceOf('yard', records);
    expect(withoutFaults(source, [])).toBe(source);
  });
});
