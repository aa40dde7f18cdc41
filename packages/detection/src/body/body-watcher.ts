import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord } from '../features/feature-record.ts';
import type { PersonSample } from '../features/person-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { measureBody } from './body-measure.ts';
import { type PersonFindings, WatchedPerson } from './body-person.ts';
import { OpenFalls } from './open-falls.ts';

/** Who is missing for so long is no longer the same person, seconds. */
const missingSeconds = 1;

/** Finds falls, people who lie still, raised arms and running in the bodies that the records show. */
export class BodyWatcher {
  readonly #aspect: number;
  readonly #people = new Map<number, WatchedPerson>();
  readonly #seenSeconds = new Map<number, number>();
  readonly #falls = new OpenFalls();
  #seconds = 0;
  #fallStrength = 0;

  /** @param grid - of the motion in the records: it tells the shape of the picture */
  constructor({ aspect }: Pick<FeatureGrid, 'aspect'>) {
    this.#aspect = aspect;
  }

  /** How clear the clearest fall that goes on is, 1 at the threshold; 0 where there is none. */
  get fallStrength(): number {
    return this.#fallStrength;
  }

  /** Takes the next record and gives the events that ended with it. */
  push({ people, seconds }: FeatureRecord): RuleEvent[] {
    this.#seconds = seconds;
    this.#fallStrength = 0;
    const events: RuleEvent[] = [];
    for (const sample of people ?? []) {
      if (isGuess(sample)) continue;
      const person = this.#people.get(sample.id) ?? new WatchedPerson();
      this.#people.set(sample.id, person);
      this.#seenSeconds.set(sample.id, seconds);
      person.trackId = sample.trackId ?? person.trackId;
      events.push(...this.#settle(sample.id, person, person.push(measureBody(sample, seconds, this.#aspect))));
      const { fall, last } = person;
      if (fall) {
        this.#falls.add(fall, sample.id, person.trackId);
        this.#fallStrength = Math.max(this.#fallStrength, fall.strength);
      }
      if (last?.posture === 'low') this.#falls.seeDown(sample.id, last.box, seconds);
    }
    for (const [id, seenSeconds] of this.#seenSeconds)
      if (seconds - seenSeconds > missingSeconds) events.push(...this.#leave(id, false));
    return [...events, ...this.#falls.close(seconds)];
  }

  /** Gives the events that still go on. */
  end(): RuleEvent[] {
    const events = [...this.#people.keys()].flatMap((id) => this.#leave(id, true));
    return [...events, ...this.#falls.close(Infinity)];
  }

  #leave(id: number, isLastMoment: boolean): RuleEvent[] {
    const person = this.#people.get(id);
    this.#people.delete(id);
    this.#seenSeconds.delete(id);
    return person ? this.#settle(id, person, person.end(this.#seconds, isLastMoment)) : [];
  }

  /** A fall and the lying after it are one event: the fall. */
  #settle(id: number, person: WatchedPerson, { falls, lying, events }: PersonFindings): RuleEvent[] {
    for (const fall of falls) this.#falls.add(fall, id, person.trackId);
    const alone = lying.filter((span) => !this.#falls.seeDown(id, span.last.box, span.endSeconds));
    return [...events, ...alone.map((span) => person.lyingEvent(span))];
  }
}

/**
 * A track that the detector once took for a person and of which no pose was ever found: too small to judge, or no body at all. Its box
 * also comes down where one person walks behind another, or away from what was put down.
 */
function isGuess({ id }: PersonSample): boolean {
  return id < 0;
}
