import type { CameraSample } from '../features/camera-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import type { CameraFaultKind } from './camera-fault.ts';
import { FaultSpan } from './fault-span.ts';
import { judgeFlicker, judgePicture } from './judge-sample.ts';

const kinds: readonly CameraFaultKind[] = [
  'camera.dark',
  'camera.glare',
  'camera.frozen',
  'camera.covered',
  'camera.moved',
  'camera.defocused',
  'camera.flicker',
];

/** What a search for a shift found stands until the next one, at most this long, seconds, ... */
const shiftStandsSeconds = 3.5;
/** ... and until this share of the edges is seen where it used to be. */
const agreeingShare = 0.85;

/**
 * Watches the health of one camera. Nothing is said in the first two seconds of a source, while its scene is learned, but that it is
 * dark or white. A camera that was moved and then stands still for ten seconds is healthy again: its new view is the one to compare with.
 */
export class CameraWatcher {
  readonly #spans = kinds.map((kind) => new FaultSpan(kind));
  #shift: { readonly seconds: number; readonly shift: NonNullable<NonNullable<CameraSample['view']>['shift']> } | null = null;

  /** Whether a fault was raised and lasts: what the other senses say of this moment is not to be believed. */
  get faulty(): boolean {
    return this.#spans.some(({ open }) => open);
  }

  /** Whether this moment looks like a fault, raised or not: nothing should be learned from it. */
  get suspected(): boolean {
    return this.#spans.some(({ suspected }) => suspected);
  }

  /** Takes the next moment; gives the faults that have ended. `camera` is null where nobody looked. */
  push({ seconds, camera }: { readonly seconds: number; readonly camera: CameraSample | null }): RuleEvent[] {
    if (camera === null) return [];
    if (camera.referenceRenewed) return this.end();
    const open = new Set(this.#spans.filter((span) => span.open).map(({ kind }) => kind));
    const sample = this.#withShift(seconds, camera);
    const faults = [judgePicture(sample, open), judgeFlicker(sample)];
    return this.#spans.flatMap((span) => {
      const event = span.push(seconds, faults.find((fault) => fault?.kind === span.kind) ?? null);
      return event ? [event] : [];
    });
  }

  /** Ends what lasts. */
  end(): RuleEvent[] {
    return this.#spans.flatMap((span) => span.end() ?? []);
  }

  /** The sample with the last shift found, while that stands: a shift is not looked for at every moment. */
  #withShift(seconds: number, camera: CameraSample): CameraSample {
    const { view } = camera;
    if (view?.shift) this.#shift = { seconds, shift: view.shift };
    if (!view || view.shift || !this.#shift) return camera;
    if (view.seenShare >= agreeingShare || seconds - this.#shift.seconds > shiftStandsSeconds) return camera;
    return { ...camera, view: { ...view, shift: this.#shift.shift } };
  }
}
