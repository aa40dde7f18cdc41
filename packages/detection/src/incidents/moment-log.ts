import type { Modality } from '@vigil/contracts';
import type { StationaryEvent } from '../features/feature-record.ts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { beyond } from '../scoring/joining-surprise.ts';

/** Moments at least this surprising are kept whole: they may become part of an incident. */
const keptSurprise = 1;

/** An object left or removed, and when that ended. */
export interface StationaryCourse {
  readonly event: StationaryEvent;
  /** Null where it lasts to the end of the source. */
  endSeconds: number | null;
}

/** The longest stay of one track. */
export interface Stay {
  readonly trackId: number;
  label: string | null;
  dwellSeconds: number;
  /** When the stay was longest. */
  untilSeconds: number;
  box: { left: number; top: number; width: number; height: number };
}

/** Remembers of a source what its incidents and timelines are made of; of ordinary moments only the figures. */
export class MomentLog {
  readonly seconds: number[] = [];
  readonly fused: number[] = [];
  /** Surprise by sense; not a number where the sense said nothing. */
  readonly modalities: Record<Modality, number[]> = { motion: [], appearance: [], objects: [], pose: [], sound: [], camera: [] };
  /** Surprising moments by their index. */
  readonly kept = new Map<number, CalibratedMoment>();
  readonly stationary = new Map<number, StationaryCourse>();
  readonly stays = new Map<number, Stay>();

  /** Takes the next moment. */
  push(calibrated: CalibratedMoment): void {
    const { record } = calibrated.moment;
    if (calibrated.fused >= keptSurprise) this.kept.set(this.seconds.length, calibrated);
    this.seconds.push(record.seconds);
    this.fused.push(calibrated.fused);
    this.modalities.motion.push(calibrated.speed + beyond(calibrated.where) + beyond(calibrated.pace));
    this.modalities.appearance.push(calibrated.appearance);
    this.modalities.objects.push(Math.max(calibrated.crowd, calibrated.label, calibrated.size));
    this.modalities.pose.push(Number.isNaN(calibrated.moment.limbs) ? NaN : calibrated.pose);
    this.modalities.sound.push(Number.isNaN(calibrated.moment.loudness) ? NaN : calibrated.sound);
    this.modalities.camera.push(NaN);
    for (const event of record.stationaryStarted) this.stationary.set(event.id, { event, endSeconds: null });
    for (const { id, endSeconds } of record.stationaryEnded) {
      const course = this.stationary.get(id);
      if (course) course.endSeconds = endSeconds;
    }
    for (const { id, label, dwellSeconds, box } of record.tracks) {
      const stay = this.stays.get(id);
      if (stay && stay.dwellSeconds >= dwellSeconds) continue;
      this.stays.set(id, { trackId: id, label: label ?? stay?.label ?? null, dwellSeconds, untilSeconds: record.seconds, box });
    }
  }
}
