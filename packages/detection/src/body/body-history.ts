import type { BodyMeasure } from './body-measure.ts';
import { boxPosture, type Posture, postureOf, type UprightBody } from './body-posture.ts';

/** What is remembered of a person, seconds. */
const rememberedSeconds = 5;
/** The upright height of a person is the highest box of so long, seconds. */
const heightSeconds = 4;

/** A measured person with the posture. */
export interface BodyMoment extends BodyMeasure {
  readonly posture: Posture;
}

/** The last seconds of one person. */
export class BodyHistory {
  readonly #postureOf: typeof boxPosture;
  #moments: BodyMoment[] = [];

  /** @param byBoxAlone - whether the pose does not count */
  constructor(byBoxAlone = false) {
    this.#postureOf = byBoxAlone ? boxPosture : postureOf;
  }

  /** Takes the next moment; null where it tells nothing new: a box that stands where it was is that of somebody who was lost. */
  push(measure: BodyMeasure): BodyMoment | null {
    const before = this.#moments.at(-1);
    if (before && !measure.isMeasured && isSameBox(before, measure)) return null;
    const moment = { ...measure, posture: this.#postureOf(measure, this.#uprightBody(measure.seconds)) };
    this.#moments = [...this.#moments.filter(({ seconds }) => seconds >= measure.seconds - rememberedSeconds), moment];
    return moment;
  }

  /** Moments from a media time on, oldest first. */
  since(seconds: number): readonly BodyMoment[] {
    return this.#moments.filter((moment) => moment.seconds >= seconds);
  }

  /** The last moment at which the person was upright; null where there is none. */
  lastUpright(): BodyMoment | null {
    return this.#moments.findLast(({ posture }) => posture === 'upright') ?? null;
  }

  #uprightBody(seconds: number): UprightBody | null {
    const upright = this.since(seconds - heightSeconds).filter(({ posture }) => posture === 'upright');
    if (upright.length === 0) return null;
    return {
      height: Math.max(...upright.map(({ height }) => height)),
      pose: upright.find(({ pose }) => pose !== null)?.pose ?? null,
    };
  }
}

function isSameBox(a: BodyMeasure, b: BodyMeasure): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
