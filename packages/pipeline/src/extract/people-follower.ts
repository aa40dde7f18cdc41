import { type BoundingBox, intersectionOverUnion, type RgbFrame } from '@vigil/contracts';
import type { FeatureGrid, MotionSample, PersonSample } from '@vigil/detection';
import { isTooSmallForPose } from '@vigil/models';
import { movingCells, overlapOfSmaller, surroundings } from './people-geometry.ts';
import { type FollowedPerson, hasSizeOf, isTooSmall, measurePerson, newPerson, toPersonSample } from './people-person.ts';
import type { FoundPose, PoseFinder } from './people-pose.ts';

/** Poses that are looked for at one moment at most: more people than this are followed in turns. */
const posesAtATime = 4;
/** How somebody holds still is looked at for so long after the last movement: the pose in mid-fall is not how the person lies, seconds. */
export const settlingSeconds = 1;
/** People who are followed at most. */
const mostPeople = 8;
/** For so long after a pose was lost the object detector is asked at every moment, seconds. */
const searchSeconds = 1;
/** Who was not seen for so long is gone, seconds. */
const goneSeconds = 2;
/** Who was lost and keeps still may lie there: gone after this, seconds. */
const goneStillSeconds = 10;
/** Boxes of the object detector below this score begin nobody. */
const leastBeginningScore = 0.35;
/** Two poses that cover each other so far are of the same person. */
const samePerson = 0.8;

/** A box in which the object detector sees a person. */
export interface PersonBox {
  readonly score: number;
  readonly box: BoundingBox;
}

/** What a moment offers. */
export interface PeopleMoment {
  readonly seconds: number;
  readonly picture: RgbFrame;
  readonly motion: MotionSample;
  /** People that the object detector saw at this moment, best first; null where it did not look. */
  readonly seen: readonly PersonBox[] | null;
  /** Asks the object detector for people around a box, or wherever something moves. */
  readonly look: (around: BoundingBox | null) => Promise<readonly PersonBox[]>;
}

/** State of a {@link PeopleFollower} as plain data. */
export interface PeopleFollowerSnapshot {
  readonly people: readonly FollowedPerson[];
  readonly lastId: number;
  /** When the object detector looked last, media time in seconds; null before. */
  readonly lookedSeconds: number | null;
}

/**
 * Follows people and their poses. A person begins where the object detector sees one in whose box something moves and the pose model finds a
 * body; furniture that is taken for a person never gets that far. The pose is looked for where the last one says it will be; where that fails, in
 * the box of the object detector. Who keeps still keeps the last pose, at no cost.
 */
export class PeopleFollower {
  readonly #grid: FeatureGrid;
  readonly #poses: PoseFinder;
  #people: FollowedPerson[];
  #lastId: number;
  #lookedSeconds: number | null;

  constructor(grid: FeatureGrid, poses: PoseFinder, snapshot: PeopleFollowerSnapshot | null) {
    this.#grid = grid;
    this.#poses = poses;
    this.#people = structuredClone([...(snapshot?.people ?? [])]);
    this.#lastId = snapshot?.lastId ?? 0;
    this.#lookedSeconds = snapshot?.lookedSeconds ?? null;
  }

  /** Samples of a moment at which nothing moves. */
  still(): PersonSample[] {
    return this.#people.map(toPersonSample);
  }

  /** Takes the next moment at which something moves. */
  async step(moment: PeopleMoment): Promise<PersonSample[]> {
    if (moment.seen) this.#lookedSeconds = moment.seconds;
    for (const person of this.#people) {
      if (movingCells(this.#grid, moment.motion, surroundings(person.box)) > 0) person.movedSeconds = moment.seconds;
    }
    const moving = this.#people
      .filter(({ movedSeconds }) => moment.seconds - movedSeconds <= settlingSeconds)
      .toSorted((a, b) => a.poseSeconds - b.poseSeconds || a.id - b.id);
    const active = moving.slice(0, posesAtATime);
    const taken = this.#people.filter((person) => person.isMeasured && !active.includes(person)).map(({ box }) => box);
    await this.#follow(moment, active, taken);
    this.#people = this.#people.filter((person) => {
      if (isTooSmall(person.sizeHeights, moment.picture.height)) return false;
      const patience = moving.includes(person) ? goneSeconds : goneStillSeconds;
      return person.isMeasured || moment.seconds - person.seenSeconds <= patience;
    });
    await this.#findNew(moment, posesAtATime - active.length);
    return this.still();
  }

  /** The state, to go on from later. */
  snapshot(): PeopleFollowerSnapshot {
    return structuredClone({ people: this.#people, lastId: this.#lastId, lookedSeconds: this.#lookedSeconds });
  }

  async #follow(moment: PeopleMoment, active: readonly FollowedPerson[], taken: BoundingBox[]): Promise<void> {
    const { picture, seconds } = moment;
    const found = await Promise.all(
      active.map((person) => (person.isMeasured ? this.#poses.inRegion(picture, person.region) : null)),
    );
    const lost: FollowedPerson[] = [];
    active.forEach((person, i) => {
      const pose = found[i];
      if (pose && hasSizeOf(person, pose) && !isTaken(pose, taken)) {
        measurePerson(person, pose, seconds);
        taken.push(person.box);
      } else lost.push(person);
    });
    for (const person of lost) await this.#search(moment, person, taken);
  }

  /** Looks for a person whose pose was lost; at least the box is kept up to date. */
  async #search(moment: PeopleMoment, person: FollowedPerson, taken: BoundingBox[]): Promise<void> {
    const { seconds, picture } = moment;
    person.isMeasured = false;
    const around = surroundings(person.box);
    const candidatesIn = (boxes: readonly PersonBox[]): BoundingBox[] =>
      boxes
        .map(({ box }) => box)
        .filter((box) => overlapOfSmaller(box, around) > 0.4 && taken.every((other) => intersectionOverUnion(box, other) <= 0.6))
        .toSorted((a, b) => intersectionOverUnion(b, person.box) - intersectionOverUnion(a, person.box));
    let candidates = candidatesIn(moment.seen ?? []);
    if (candidates.length === 0 && seconds - person.poseSeconds <= searchSeconds) {
      candidates = candidatesIn(await moment.look(person.box));
    }
    for (const box of candidates.slice(0, 2)) {
      const pose = await this.#poses.inBox(picture, box);
      if (!pose || !hasSizeOf(person, pose) || isTaken(pose, taken)) continue;
      measurePerson(person, pose, seconds);
      taken.push(person.box);
      return;
    }
    const [nearest] = candidates;
    if (nearest === undefined) {
      // the object detector has hardly seen people who lie; the pose detector has
      const pose = seconds - person.poseSeconds <= searchSeconds ? await this.#poses.nearBox(picture, person.box) : null;
      if (!pose || !hasSizeOf(person, pose) || isTaken(pose, taken)) return;
      measurePerson(person, pose, seconds);
      taken.push(person.box);
      return;
    }
    person.box = nearest;
    person.seenSeconds = seconds;
    taken.push(nearest);
  }

  async #findNew(moment: PeopleMoment, poses: number): Promise<void> {
    const { seconds, picture, motion } = moment;
    let left = poses;
    for (const { box, score } of await this.#sightings(moment)) {
      if (left <= 0 || this.#people.length >= mostPeople) return;
      if (score < leastBeginningScore || isTooSmallForPose(box, picture)) continue;
      if (movingCells(this.#grid, motion, box) < 2) continue;
      if (this.#people.some((person) => overlapOfSmaller(box, person.box) > 0.5)) continue;
      left -= 1;
      const pose = await this.#poses.inBox(picture, box);
      if (!pose || isTooSmall(pose.nextRegion.height, picture.height)) continue;
      if (this.#people.some((person) => intersectionOverUnion(pose.box, person.box) > 0.5)) continue;
      this.#people.push(newPerson(++this.#lastId, pose, seconds));
    }
  }

  /** Where nobody is followed, the first movement after a pause is worth a look of its own. */
  async #sightings({ seen, seconds, look }: PeopleMoment): Promise<readonly PersonBox[]> {
    if (seen) return seen;
    const isFirst = this.#lookedSeconds === null || seconds - this.#lookedSeconds > 0.55;
    if (this.#people.length > 0 || !isFirst) return [];
    this.#lookedSeconds = seconds;
    return look(null);
  }
}

function isTaken(pose: FoundPose, taken: readonly BoundingBox[]): boolean {
  return taken.some((box) => overlapOfSmaller(pose.box, box) > samePerson);
}
