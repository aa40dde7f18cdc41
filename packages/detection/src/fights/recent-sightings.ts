import type { BoundingBox } from '@vigil/contracts';
import type { PersonSighting } from '../features/person-sighting.ts';
import { judgedHeight, sightingSeconds, slimmestBody } from './fight-settings.ts';
import { areWithinReach } from './standing-together.ts';

/** Boxes below this height show too little of a person, share of the picture height. */
const leastHeight = 0.05;

/** Somebody who was seen, and who was within reach at that moment. */
export interface SeenPerson {
  readonly box: BoundingBox;
  /** Box of the nearest in size of those within reach; null where nobody was. */
  readonly neighbour: BoundingBox | null;
  /** Whether the body is too small in the picture for its limbs to be told from one another. */
  readonly isTooSmall: boolean;
}

/** The people whom the object detector saw in the last two seconds, look by look. */
export class RecentSightings {
  readonly #aspect: number;
  #looks: { readonly seconds: number; readonly people: readonly SeenPerson[] }[] = [];

  /** @param aspect - width of the picture divided by its height */
  constructor(aspect: number) {
    this.#aspect = aspect;
  }

  /** Takes what was seen at a moment; null where nobody looked. */
  add(seconds: number, sightings: readonly PersonSighting[] | null): void {
    this.#looks = this.#looks.filter((look) => look.seconds > seconds - sightingSeconds);
    if (!sightings) return;
    const boxes = sightings.map(({ box }) => box).filter(({ height }) => height >= leastHeight);
    this.#looks.push({ seconds, people: boxes.map((box) => this.#personAt(box, boxes)) });
  }

  /** Everybody of the looks that still count; who was seen twice comes twice. */
  people(): SeenPerson[] {
    return this.#looks.flatMap((look) => look.people);
  }

  #personAt(box: BoundingBox, boxes: readonly BoundingBox[]): SeenPerson {
    const bodyHeight = Math.min(box.height, slimmestBody * box.width * this.#aspect);
    return { box, neighbour: this.#neighbourOf(box, boxes), isTooSmall: bodyHeight < judgedHeight };
  }

  #neighbourOf(box: BoundingBox, boxes: readonly BoundingBox[]): BoundingBox | null {
    const unlike = (other: BoundingBox): number => Math.abs(Math.log(other.height / box.height));
    const [nearest] = boxes
      .filter((other) => other !== box && areWithinReach(box, other, this.#aspect))
      .toSorted((a, b) => unlike(a) - unlike(b));
    return nearest ?? null;
  }
}
