import type { BoundingBox } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { fallEvent } from './body-events.ts';
import type { Fall } from './fall-rule.ts';

/** For so long after a fall the person on the floor may be found again, or get up, seconds. */
const waitSeconds = 10;
/** Falls of the same body, seen twice, begin within this of each other, seconds. */
const sameFallSeconds = 2;
/** Share of the smaller box that two boxes of the same body have in common. */
const sameBody = 0.3;

interface OpenFall {
  fall: Fall;
  readonly personId: number;
  trackId: number | null;
  /** When and where somebody was last seen on the floor there, media time in seconds. */
  lastSeconds: number;
  box: BoundingBox;
}

/** Falls that were found, until it is clear when the person was off the floor: a fall and the lying after it are one event. */
export class OpenFalls {
  #open: OpenFall[] = [];

  /** Adds a fall; where it is one that is known already, the clearer one counts. */
  add(fall: Fall, personId: number, trackId: number | null): void {
    const known = this.#open.find(
      (other) =>
        Math.abs(other.fall.startSeconds - fall.startSeconds) <= sameFallSeconds &&
        isSameBody(other.fall.down.box, fall.down.box),
    );
    if (!known) {
      this.#open.push({ fall, personId, trackId, lastSeconds: fall.endSeconds, box: fall.down.box });
      return;
    }
    if (fall.strength > known.fall.strength) Object.assign(known, { fall, trackId });
    known.lastSeconds = Math.max(known.lastSeconds, fall.endSeconds);
  }

  /** Somebody is down in a box; true where that belongs to a fall: of the same person, or of one who lay there. */
  seeDown(personId: number, box: BoundingBox, seconds: number): boolean {
    const own = this.#open.find(
      (open) =>
        seconds - open.lastSeconds <= waitSeconds &&
        seconds >= open.fall.downSeconds &&
        (open.personId === personId || isSameBody(open.box, box)),
    );
    if (!own) return false;
    own.lastSeconds = Math.max(own.lastSeconds, seconds);
    own.box = box;
    return true;
  }

  /** Gives the falls whose person has long been off the floor. */
  close(seconds: number): RuleEvent[] {
    const over = this.#open.filter(({ lastSeconds }) => seconds - lastSeconds > waitSeconds);
    this.#open = this.#open.filter((open) => !over.includes(open));
    return over.map(({ fall, trackId, lastSeconds }) => fallEvent({ ...fall, endSeconds: lastSeconds }, trackId));
  }
}

function isSameBody(a: BoundingBox, b: BoundingBox): boolean {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return width > 0 && height > 0 && smaller > 0 && (width * height) / smaller > sameBody;
}
