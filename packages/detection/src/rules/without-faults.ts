import type { FeatureRecord, FeatureSource } from '../features/feature-record.ts';

/** A stretch in which the picture cannot be trusted, media time in seconds. */
export interface FaultSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What is seen this long before a fault is found to begin and after it ends may already, or still, come from it, seconds. */
const marginSeconds = 1;

/**
 * After a fault the background has to settle: what seems left behind or taken away until then is the camera's doing, seconds.
 */
const settlingSeconds = 30;

/**
 * A source as it is learned from and scored: nothing that its pictures show while the camera is covered, moved or otherwise at
 * fault counts, neither as normal nor as an incident.
 */
export function withoutFaults(source: FeatureSource, faults: readonly FaultSpan[]): FeatureSource {
  if (faults.length === 0) return source;
  return {
    ...source,
    async *records() {
      for await (const record of source.records())
        yield hidesPicture(faults, record.seconds) ? blank(record) : settled(record, faults);
    },
  };
}

/** Whether a moment is within a fault or its margins: what its picture shows counts for nothing. */
export function hidesPicture(faults: readonly FaultSpan[], seconds: number): boolean {
  return faults.some(
    ({ startSeconds, endSeconds }) => seconds >= startSeconds - marginSeconds && seconds <= endSeconds + marginSeconds,
  );
}

function blank(record: FeatureRecord): FeatureRecord {
  return {
    ...record,
    motion: null,
    appearance: null,
    tracks: [],
    people: null,
    sightings: null,
    blobCount: 0,
    stationaryStarted: [],
  };
}

function settled(record: FeatureRecord, faults: readonly FaultSpan[]): FeatureRecord {
  if (record.stationaryStarted.length === 0) return record;
  const stationaryStarted = record.stationaryStarted.filter(
    ({ sinceSeconds }) =>
      !faults.some(
        ({ startSeconds, endSeconds }) =>
          sinceSeconds >= startSeconds - marginSeconds && sinceSeconds <= endSeconds + settlingSeconds,
      ),
  );
  return { ...record, stationaryStarted };
}
