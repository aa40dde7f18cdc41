import { type FeatureRecord, learnProfile, makeFeatureGrid, type NormalityProfile } from '@vigil/detection';

/** A profile that was learned from a minute of one thing that moves. @param name Of the footage */
export async function learnSampleProfile(name: string, seconds = 60): Promise<NormalityProfile> {
  const records: FeatureRecord[] = Array.from({ length: seconds * 5 }, (_, index) => ({
    index,
    seconds: index / 5,
    motion: {
      cells: Uint16Array.of(20, 21),
      velocityX: Float32Array.of(0.1 + (index % 7) / 100, 0.1),
      velocityY: new Float32Array(2),
      incoherence: new Float32Array(2),
    },
    appearance: null,
    tracks: [],
    people: null,
    camera: null,
    sightings: null,
    blobCount: 1,
    stationaryStarted: [],
    stationaryEnded: [],
  }));
  const sources = [{ name, records: () => records }];
  const grid = makeFeatureGrid(160, 120);
  const { profile } = await learnProfile({ name: 'sample', grid, detectorVersion: null, sources, previous: null });
  return profile;
}
