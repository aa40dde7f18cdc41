import { intersectionOverUnion } from '@vigil/contracts';
import type { FeatureRecord } from '../features/feature-record.ts';
import type { PersonSample } from '../features/person-sample.ts';

/** Wrists, ankles and nose: what moves when somebody strikes, runs or falls. */
const outerLandmarks = [0, 15, 16, 27, 28];
const [leftShoulder, rightShoulder, leftHip, rightHip] = [11, 12, 23, 24];
/** Landmarks less visible than this are guesses of the model. */
const leastVisibility = 0.5;
/** Over a longer gap than this no speed can be told, seconds. */
const longestStepSeconds = 0.7;

/**
 * A pose that slips for a moment jumps away and back: what counts has to last for this many moments, and is what it was at the least
 * in them.
 */
const lastingMoments = 3;

/**
 * A pose can stick to what is behind a person who has left. Only bodies count in whose place the object detector saw a person not
 * longer ago than this, seconds: two of its looks.
 */
const confirmedForSeconds = 1.3;
/** So much do the body's box and the detector's have in common, intersection over union; and the detector is at least so sure. */
const confirmation = { overlap: 0.45, score: 0.3 };

/**
 * When somebody leaves, their pose can slip to somebody farther away, where it is too small to be told. A body that keeps less than this
 * share of its length from one measurement to the next is not the same body.
 */
const leastLengthLeft = 0.6;

/** What the bodies of the last moments do. */
export interface PoseMeasures {
  /** Fastest wrist, ankle or head of anybody, lengths of the own torso a second. */
  readonly limbs: number;
  /** Largest tilt of a torso from upright, degrees, 0 to 180. */
  readonly posture: number;
  /** Whose limb and whose torso these are; null where nothing counts. */
  readonly limbsPersonId: number | null;
  readonly posturePersonId: number | null;
}

/** One person's last moments. */
interface Course {
  readonly sample: PersonSample;
  readonly limbs: readonly number[];
  readonly tilts: readonly number[];
  /** When the object detector saw the person last, media time in seconds; null before. */
  readonly confirmedSeconds: number | null;
}

/** Measures bodies record by record. Pictures are not square: fractions are made lengths with the picture's aspect. */
export class PoseMeter {
  readonly #aspect: number;
  #seconds = -Infinity;
  #courses: ReadonlyMap<number, Course> = new Map();
  /** Length of the body when it was last believed, by person, picture heights. */
  #lengths: ReadonlyMap<number, number> = new Map();

  /** @param aspect - width of the picture divided by its height */
  constructor(aspect: number) {
    this.#aspect = aspect;
  }

  /** Takes the next record; null where nobody looked for bodies. */
  push({ seconds, people, sightings }: FeatureRecord): PoseMeasures | null {
    const elapsed = seconds - this.#seconds;
    const before = elapsed <= longestStepSeconds ? this.#courses : new Map<number, Course>();
    const measured = this.#believed(people ?? []);
    const courses = measured.map((sample): Course => {
      const earlier = before.get(sample.id);
      const seen = sightings?.some(
        ({ box, score }) => score >= confirmation.score && intersectionOverUnion(box, sample.box) >= confirmation.overlap,
      );
      const limbs = earlier ? this.#fastest(earlier.sample, sample) / elapsed : 0;
      return {
        sample,
        limbs: [...(earlier?.limbs ?? []), limbs].slice(-lastingMoments),
        tilts: [...(earlier?.tilts ?? []), this.#tilt(sample)].slice(-lastingMoments),
        confirmedSeconds: seen ? seconds : (earlier?.confirmedSeconds ?? null),
      };
    });
    this.#seconds = seconds;
    this.#courses = new Map(courses.map((course) => [course.sample.id, course]));
    if (people === null) return null;
    const sure = courses.filter(
      ({ confirmedSeconds }) => confirmedSeconds !== null && seconds - confirmedSeconds <= confirmedForSeconds,
    );
    const quickest = largest(sure, ({ limbs }) => lasting(limbs));
    const mostTilted = largest(sure, ({ tilts }) => lasting(tilts));
    return {
      limbs: quickest.value,
      posture: mostTilted.value,
      limbsPersonId: quickest.personId,
      posturePersonId: mostTilted.personId,
    };
  }

  /** Measured bodies that are still those of the same persons. */
  #believed(people: readonly PersonSample[]): PersonSample[] {
    const lengths = new Map<number, number>();
    const believed = people.filter(({ id, state, box }) => {
      const known = this.#lengths.get(id);
      const length = Math.max(box.height, box.width * this.#aspect);
      const same = state === 'measured' && length >= leastLengthLeft * (known ?? 0);
      if (same || known !== undefined) lengths.set(id, same ? length : (known ?? length));
      return same;
    });
    this.#lengths = lengths;
    return believed;
  }

  #at({ landmarks }: PersonSample, number: number): { x: number; y: number; visible: boolean } {
    if (!landmarks) return { x: 0, y: 0, visible: false };
    return {
      x: landmarks[3 * number] * this.#aspect,
      y: landmarks[3 * number + 1],
      visible: landmarks[3 * number + 2] >= leastVisibility,
    };
  }

  /** From the middle of the hips to the middle of the shoulders; null where it is not seen. */
  #torso(person: PersonSample): { x: number; y: number } | null {
    const ends = [leftShoulder, rightShoulder, leftHip, rightHip].map((number) => this.#at(person, number));
    if (!ends.every(({ visible }) => visible)) return null;
    const [a, b, c, d] = ends;
    return { x: (a.x + b.x - c.x - d.x) / 2, y: (a.y + b.y - c.y - d.y) / 2 };
  }

  #tilt(person: PersonSample): number {
    const torso = this.#torso(person);
    return torso ? (Math.atan2(Math.abs(torso.x), -torso.y) * 180) / Math.PI : 0;
  }

  /** Longest way of a visible outer landmark between two samples, in lengths of the torso. */
  #fastest(earlier: PersonSample, person: PersonSample): number {
    const torso = this.#torso(person);
    if (!torso) return 0;
    // seen from above or head-on a torso is short: never less than a fifth of the box's height
    const length = Math.max(Math.hypot(torso.x, torso.y), person.box.height / 5);
    let longest = 0;
    for (const number of outerLandmarks) {
      const [from, to] = [this.#at(earlier, number), this.#at(person, number)];
      if (from.visible && to.visible) longest = Math.max(longest, Math.hypot(to.x - from.x, to.y - from.y));
    }
    return longest / length;
  }
}

function largest(
  courses: readonly Course[],
  measure: (course: Course) => number,
): { readonly value: number; readonly personId: number | null } {
  let best: { value: number; personId: number | null } = { value: 0, personId: null };
  for (const course of courses) {
    const value = measure(course);
    if (value > best.value) best = { value, personId: course.sample.id };
  }
  return best;
}

function lasting(values: readonly number[]): number {
  return values.length < lastingMoments ? 0 : Math.min(...values);
}
