import type { BoundingBox } from '@vigil/contracts';
import { coveredShare, expandBox, overlapArea } from '../tracks/rectangle.ts';
import type { Track } from '../tracks/track.ts';

/** Where a track was at one moment. */
export interface TrackObservation {
  readonly seconds: number;
  readonly trackId: number;
  readonly box: BoundingBox;
  /** Whether it was seen there, and not only expected. */
  readonly seen: boolean;
  readonly firstSeconds: number;
  readonly firstBox: BoundingBox;
}

/** How long moments are remembered: the longest time between a change and its confirmation, seconds. */
const memorySeconds = 45;
const maximumObservations = 6000;

/** Remembers where tracks were of late, so that a change that is confirmed now can be put down to who was there when it began. */
export class TrackMemory {
  #observations: TrackObservation[] = [];

  /** Notes the tracks of this moment and forgets what is too old. */
  note(tracks: readonly Track[], seconds: number): void {
    for (const track of tracks) {
      const firstBox = track.path.length > 0 ? track.path[0].box : track.box;
      this.#observations.push({
        seconds,
        trackId: track.id,
        box: track.box,
        seen: track.state !== 'coasting',
        firstSeconds: track.firstSeconds,
        firstBox,
      });
    }
    const excess = this.#observations.length - maximumObservations;
    this.#observations = this.#observations.filter(
      (observation, index) => index >= excess && seconds - observation.seconds <= memorySeconds,
    );
  }

  /** The track nearest to a place from `fromSeconds` to `toSeconds`, if any but those of `except` came within its own size of it. */
  nearest(
    place: BoundingBox,
    fromSeconds: number,
    toSeconds: number,
    except: ReadonlySet<number>,
  ): { trackId: number; box: BoundingBox } | null {
    let best: TrackObservation | null = null;
    let bestShare = 0;
    for (const observation of this.#observations) {
      if (observation.seconds < fromSeconds || observation.seconds > toSeconds || except.has(observation.trackId)) continue;
      const share = coveredShare(place, observation.box) + 0.5 * coveredShare(place, expandBox(observation.box, 0.35));
      if (share > bestShare) {
        best = observation;
        bestShare = share;
      }
    }
    return best ? { trackId: best.trackId, box: this.usualBox(best.trackId, toSeconds) ?? best.box } : null;
  }

  /**
   * Whether a track of about its size began at a place or beside it around a time and left, as a thing does that stood there and walked off:
   * while it leaves it is one with the hole it leaves, and the track begins where the two part. A thing that was put down begins a track there
   * too, when its owner parts from it, but is never seen elsewhere.
   */
  departedFrom(place: BoundingBox, aroundSeconds: number, selfAreaShare: number): boolean {
    const area = place.width * place.height;
    return this.#observations.some(({ box, seen, firstSeconds, firstBox }) => {
      if (!seen || Math.abs(firstSeconds - aroundSeconds) > 3) return false;
      if (overlapArea(box, firstBox) > 0) return false;
      const ratio = area / (firstBox.width * firstBox.height);
      return ratio > selfAreaShare && ratio < 1 / selfAreaShare && coveredShare(place, expandBox(firstBox, 0.75)) > 0.4;
    });
  }

  /** Whether a track was seen clear of a place after a time. */
  wentOn(trackId: number, place: BoundingBox, afterSeconds: number): boolean {
    return this.#observations.some(
      ({ seconds, trackId: id, box, seen }) => id === trackId && seen && seconds > afterSeconds && overlapArea(box, place) === 0,
    );
  }

  /** The box of median area that a track had up to a time; undefined for one that is not remembered. */
  usualBox(trackId: number, untilSeconds: number): BoundingBox | undefined {
    const boxes = this.#observations
      .filter((observation) => observation.trackId === trackId && observation.seconds <= untilSeconds)
      .map((observation) => observation.box)
      .toSorted((a, b) => a.width * a.height - b.width * b.height);
    return boxes[boxes.length >> 1];
  }

  /** Everything remembered, as plain data. */
  snapshot(): readonly TrackObservation[] {
    return structuredClone(this.#observations);
  }

  /** A memory that goes on where the snapshot was taken. */
  static restore(observations: readonly TrackObservation[]): TrackMemory {
    const memory = new TrackMemory();
    memory.#observations = structuredClone([...observations]);
    return memory;
  }
}
