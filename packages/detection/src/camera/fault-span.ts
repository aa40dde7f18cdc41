import type { RuleEvent } from '../incidents/rule-event.ts';
import { type CameraFault, type CameraFaultKind, holdSeconds } from './camera-fault.ts';
import { describeFault } from './describe-fault.ts';

/** Moments that do not show a fault for less than this do not interrupt it, seconds: before it was raised, and after. */
const pauseSeconds = 0.5;
const openPauseSeconds = 1;

/** Follows one kind of fault from moment to moment: raised once it has lasted, ended once it has been away. */
export class FaultSpan {
  readonly kind: CameraFaultKind;
  #sinceSeconds = NaN;
  #lastSeconds = NaN;
  #decidedSeconds = NaN;
  #peak: { readonly seconds: number; readonly fault: CameraFault } | null = null;

  constructor(kind: CameraFaultKind) {
    this.kind = kind;
  }

  /** Whether the fault was raised and lasts. */
  get open(): boolean {
    return !Number.isNaN(this.#decidedSeconds);
  }

  /** Whether the fault shows, raised or not. */
  get suspected(): boolean {
    return this.#peak !== null;
  }

  /** Takes what the next moment shows of this kind; gives the event once it has ended. */
  push(seconds: number, fault: CameraFault | null): RuleEvent | null {
    if (fault === null) {
      if (seconds - this.#lastSeconds < (this.open ? openPauseSeconds : pauseSeconds)) return null;
      return this.end();
    }
    if (this.#peak === null) this.#sinceSeconds = seconds - fault.lastedSeconds;
    this.#lastSeconds = seconds;
    if (this.#peak === null || fault.strength > this.#peak.fault.strength) this.#peak = { seconds, fault };
    if (!this.open && seconds - this.#sinceSeconds >= holdSeconds[this.kind] - 1e-6) this.#decidedSeconds = seconds;
    return null;
  }

  /** Ends the span; gives its event where it was raised. */
  end(): RuleEvent | null {
    const event = this.open && this.#peak ? this.#event(this.#peak) : null;
    this.#peak = null;
    this.#sinceSeconds = NaN;
    this.#lastSeconds = NaN;
    this.#decidedSeconds = NaN;
    return event;
  }

  #event({ seconds, fault }: { readonly seconds: number; readonly fault: CameraFault }): RuleEvent {
    return {
      kind: this.kind,
      modality: 'camera',
      startSeconds: this.#sinceSeconds,
      endSeconds: this.#lastSeconds,
      peakSeconds: seconds,
      decidedSeconds: this.#decidedSeconds,
      strength: fault.strength,
      ...describeFault(fault, this.#lastSeconds - this.#sinceSeconds),
      details: fault.details,
      boundingBoxes: fault.box ? [fault.box] : [],
      trackId: null,
    };
  }
}
