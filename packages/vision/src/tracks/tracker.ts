import { intersectionOverUnion, type PictureSize } from '@vigil/contracts';
import { associate } from './association.ts';
import { foregroundFill } from './foreground-fill.ts';
import {
  joinFragments,
  measureBlob,
  overlapOfSmaller,
  readSightings,
  splitBySightings,
  type Measurement,
  type Sighting,
} from './measurement.ts';
import { dissolveCrowd, findMerged, followMerged } from './merged-group.ts';
import { coveredShare } from './rectangle.ts';
import { appendPath, describeRecord } from './describe-track.ts';
import { keepOne } from './told-apart.ts';
import {
  boxOf,
  isNamed,
  measureRecord,
  noteSeen,
  predictRecord,
  resizeRecord,
  restRecord,
  startRecord,
  travelOf,
  type TrackRecord,
} from './track-record.ts';
import { defaultTrackerSettings, type TrackerSettings } from './track.ts';
import type { TrackerInput, TrackerReport, TrackerSnapshot } from './tracker-input.ts';

/** Gaps in media time count as at most this long, seconds. */
const longestStepSeconds = 0.5;
/** What has come this far, in its own sizes, is believed to stand still; less is the wake of something else. */
const travelBeforeRest = 1;
/** An unconfirmed track that misses this long was noise, seconds. */
const tentativeMissedSeconds = 0.25;
/** More things than this at a time are not followed; the oldest are kept. */
const maximumRecords = 150;

/**
 * Follows what moves. Blobs are paired with predicted tracks at least total cost; people who cover each other are followed through the
 * merged blob by their own motion; a detector names them, separates merged ones, and holds on to those at rest. Only what has moved of its
 * own becomes a track: furniture that a detector takes for a person does not.
 */
export class Tracker {
  readonly #settings: TrackerSettings;
  readonly #picture: PictureSize;
  #records: TrackRecord[] = [];
  #lastId = 0;
  #lastTimeSeconds: number | null = null;

  /** @param picture size of the mask in pixels */
  constructor(picture: PictureSize, settings: Partial<TrackerSettings> = {}) {
    this.#picture = { width: picture.width, height: picture.height };
    this.#settings = { ...defaultTrackerSettings, ...settings };
  }

  /** Takes the next frame in. */
  update(input: TrackerInput): TrackerReport {
    const { timeSeconds } = input;
    const stepSeconds =
      this.#lastTimeSeconds === null ? 0 : Math.min(longestStepSeconds, Math.max(0, timeSeconds - this.#lastTimeSeconds));
    this.#lastTimeSeconds = timeSeconds;
    for (const record of this.#records) predictRecord(record, stepSeconds);
    const sightings = readSightings(input.detections ?? [], this.#picture, this.#settings.minimumDetectionScore);
    const seen = this.#measure(input, sightings, stepSeconds);
    this.#nameBy(sightings, seen, timeSeconds);
    this.#holdOrMiss(seen, input, stepSeconds);
    this.#confirm(timeSeconds);
    return this.#report(timeSeconds);
  }

  /** The state as plain data that {@link Tracker.restore} continues from exactly. */
  snapshot(): TrackerSnapshot {
    return structuredClone({
      settings: this.#settings,
      picture: this.#picture,
      lastId: this.#lastId,
      lastTimeSeconds: this.#lastTimeSeconds,
      records: this.#records,
    });
  }

  /** A tracker that goes on where the snapshot was taken. */
  static restore(snapshot: TrackerSnapshot): Tracker {
    const tracker = new Tracker(snapshot.picture, snapshot.settings);
    tracker.#lastId = snapshot.lastId;
    tracker.#lastTimeSeconds = snapshot.lastTimeSeconds;
    tracker.#records = structuredClone([...snapshot.records]);
    return tracker;
  }

  /** Pairs measurements with tracks, follows merged ones, starts new ones. Returns the tracks that were seen. */
  #measure(input: TrackerInput, sightings: readonly Sighting[], stepSeconds: number): Set<TrackRecord> {
    const known = this.#records.filter((record) => record.id > 0);
    const blobs = splitBySightings(
      input.blobs.map((blob) => measureBlob(blob, this.#picture)),
      sightings,
    );
    keepOne(known, blobs, sightings);
    const measurements = joinFragments(blobs, known);
    const pairs = associate(this.#records, measurements);
    const seen = new Set<TrackRecord>();
    const claimed = new Set<Measurement>();
    const groups = findMerged(this.#records, measurements, pairs);
    for (const [measurement, group] of groups) {
      claimed.add(measurement);
      const staying = dissolveCrowd(group, measurement.box, stepSeconds);
      for (const record of group) if (!staying.includes(record)) record.state = 'ended';
      const [alone] = staying;
      if (staying.length === 1) measureRecord(alone, measurement.box, measurement.tones, measurement.fill, 0.6);
      else followMerged(staying, measurement.box);
      for (const record of staying) {
        noteSeen(record, staying.length === 1 ? 'moving' : 'merged', input.timeSeconds);
        seen.add(record);
      }
    }
    this.#records.forEach((record, index) => {
      const measurement = measurements[pairs[index]];
      if (measurement === undefined || claimed.has(measurement) || record.state === 'ended') return;
      claimed.add(measurement);
      measureRecord(record, measurement.box, measurement.tones, measurement.fill, 1);
      if (measurement.sighted) resizeRecord(record, measurement.box);
      noteSeen(record, 'moving', input.timeSeconds);
      seen.add(record);
    });
    this.#startTracks(
      measurements.filter((measurement) => !claimed.has(measurement)),
      known,
      input.timeSeconds,
    );
    return seen;
  }

  #startTracks(measurements: readonly Measurement[], known: readonly TrackRecord[], timeSeconds: number): void {
    for (const { box, tones, fill, sighted } of measurements) {
      if (this.#records.length >= maximumRecords) return;
      const isPart = (record: TrackRecord): boolean =>
        sighted ? intersectionOverUnion(box, boxOf(record)) > 0.5 : coveredShare(box, boxOf(record)) > 0.5;
      if (known.some(isPart)) continue;
      this.#records.push(startRecord(box, tones, fill, timeSeconds));
    }
  }

  /** Gives labels to tracks, and boxes to those that no blob of their own showed. */
  #nameBy(sightings: readonly Sighting[], seen: Set<TrackRecord>, timeSeconds: number): void {
    const free = new Set(this.#records.filter((record) => record.state !== 'ended'));
    for (const sighting of sightings) {
      let best: TrackRecord | null = null;
      let bestOverlap = 0.3;
      for (const record of free) {
        const overlap = intersectionOverUnion(boxOf(record), sighting.box);
        if (overlap > bestOverlap) {
          best = record;
          bestOverlap = overlap;
        }
      }
      if (!best) continue;
      free.delete(best);
      best.votes[sighting.label] = (best.votes[sighting.label] ?? 0) + sighting.score;
      if (best.id === 0 || (seen.has(best) && best.state !== 'merged')) continue;
      measureRecord(best, sighting.box, null, null, 0.7);
      noteSeen(best, best.state === 'merged' ? 'merged' : 'resting', timeSeconds);
      seen.add(best);
    }
  }

  /** What was not seen either stands still where it was, or is missed. */
  #holdOrMiss(seen: ReadonlySet<TrackRecord>, input: TrackerInput, stepSeconds: number): void {
    const covered = [...seen].map(boxOf);
    this.#records = this.#records.filter((record) => {
      if (seen.has(record) || record.state === 'ended' || record.lastSeconds === input.timeSeconds)
        return record.id > 0 || record.state !== 'ended';
      const free = covered.every((box) => overlapOfSmaller(box, record.seenBox) < 0.5);
      const still = mayRest(record) && free && foregroundFill(input.mask, this.#picture, record.seenBox) >= 0.6 * record.fill;
      if (still) {
        restRecord(record);
        record.state = 'resting';
        record.missedSeconds = 0;
        record.lastSeconds = input.timeSeconds;
        return true;
      }
      record.missedSeconds += stepSeconds;
      record.state = this.#isOver(record) ? 'ended' : 'coasting';
      return record.id > 0 || record.state !== 'ended';
    });
  }

  #isOver(record: TrackRecord): boolean {
    if (record.id === 0) return record.missedSeconds > tentativeMissedSeconds;
    const aspect = this.#picture.width / this.#picture.height;
    const outside = record.x.position < 0 || record.x.position > aspect || record.y.position < 0 || record.y.position > 1;
    return outside || record.missedSeconds > this.#settings.maximumMissedSeconds;
  }

  #confirm(timeSeconds: number): void {
    const { minimumHits, minimumSeenSeconds, minimumTravel, maximumPathPoints } = this.#settings;
    for (const record of this.#records) {
      const known = record.hits >= minimumHits && record.lastSeconds - record.firstSeconds >= minimumSeenSeconds;
      if (record.id === 0 && known && travelOf(record) >= minimumTravel) record.id = ++this.#lastId;
      if (record.missedSeconds === 0 && record.state !== 'ended')
        appendPath(record, timeSeconds, this.#picture, maximumPathPoints);
    }
  }

  #report(timeSeconds: number): TrackerReport {
    const described = this.#records
      .filter((record) => record.id > 0)
      .map((record) => describeRecord(record, timeSeconds, this.#picture))
      .toSorted((a, b) => a.id - b.id);
    this.#records = this.#records.filter((record) => record.state !== 'ended');
    return {
      tracks: described.filter((track) => track.state !== 'ended'),
      ended: described.filter((track) => track.state === 'ended'),
    };
  }
}

function mayRest(record: TrackRecord): boolean {
  return record.id > 0 && (record.farthestTravel >= travelBeforeRest || isNamed(record));
}
